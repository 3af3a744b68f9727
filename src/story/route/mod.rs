//! The answer to a question about a way between two places, in words.

mod data;
mod lists;
mod none;

use std::collections::BTreeMap;

use crate::date::Day;
use crate::lang::Lang;
use crate::network::{Aim, Avoid, Leg, Network, NoWay, Place, Query, Reach, Way};
use crate::world::{Bound, Confidence, Corridor, Id, Kind, LengthBasis, Mode, Segment, World};

use super::page::Page;
use super::{Fact, Story, Symbol, Text, Tone, travel, words};

pub use data::{csv, json};

/// An answer of the network: the best way and its alternatives, or why there is none.
pub type Answer = Result<Vec<Way>, NoWay>;

/// The page of a route, answered by the network of the facts; none where it is no question of this edition.
pub(super) fn asked(world: &World, id: &Id, day: Day, lang: &Lang) -> Option<Story> {
    let query = world.route(&id.key)?;
    Some(tell(world, &query, &Network::new(world).find(&query), day, lang))
}

/// Tells the chosen way of an answer and how the others differ from it, or why there is none. A choice beyond the last
/// way tells the first.
#[must_use]
pub fn tell(world: &World, query: &Query, answer: &Answer, day: Day, lang: &Lang) -> Story {
    let mut page = Page::new(world, &query.id(), day, lang);
    let [from, to] = [&query.from, &query.to].map(|at| place(&page, at));
    let title = page.say("route-title", &[("from", from.into()), ("to", to.into())]);
    page.title(title);
    let mut parts = choices(page.world, query, page.lang);
    let told = answer.as_ref().ok().and_then(|ways| ways.get(query.chosen).or(ways.first()));
    // Between states it is a way between two of their nodes, and says so first.
    let is_wide = [&query.from, &query.to].iter().any(|place| matches!(place, Place::Area(_)));
    if let Some([from, to]) = told.and_then(Way::ends).filter(|_| is_wide) {
        let [from, to] = [from, to].map(|key| page.name(&Id::new(Kind::Node, key)));
        parts.insert(0, page.say("route-title", &[("from", from.into()), ("to", to.into())]));
    }
    page.subtitle(&parts);
    match answer {
        Ok(ways) => {
            if let Some(way) = ways.get(query.chosen).or(ways.first()) {
                way_told(&mut page, query, way, ways);
                notices(&mut page, way);
            }
        }
        Err(why) => none::tell(&mut page, query, why),
    }
    page.finish()
}

/// Why there is no way, in one sentence that names no way out.
#[must_use]
pub fn sentence(world: &World, query: &Query, why: &NoWay, lang: &Lang) -> String {
    let page = Page::new(world, &query.id(), world.as_of(None), lang);
    none::sentence(&page, why)
}

/// The id of a place; of a country that is no state of the atlas there is no page behind it.
fn place_id(place: &Place) -> Id {
    match place {
        Place::Node(key) => Id::new(Kind::Node, key.as_str()),
        Place::Area(area) => Page::state(area),
    }
}

/// What a place is called.
fn place(page: &Page, place: &Place) -> String {
    page.world.place_name(place, page.lang.code())
}

/// What is avoided, in words.
fn avoided(page: &Page, avoid: &Avoid) -> String {
    page.world.avoid_name(avoid, page.lang.code())
}

/// Key of the message for a reach.
fn reach(reach: Reach) -> &'static str {
    match reach {
        Reach::Today => "route-reach-today",
        Reach::Construction => "route-reach-construction",
        Reach::Planned => "route-reach-planned",
    }
}

/// The choices of a question in words, one each, and which of the ways is looked at where it is not the best.
#[must_use]
pub fn choices(world: &World, query: &Query, lang: &Lang) -> Vec<String> {
    let mut parts = vec![lang.text(reach(query.reach))];
    parts.push(lang.text(match query.aim {
        Aim::Shortest => "route-aim-shortest",
        Aim::Gauge => "route-aim-gauge",
        Aim::Borders => "route-aim-borders",
    }));
    if query.suspended {
        parts.push(lang.text("route-suspended"));
    }
    if !query.sea {
        parts.push(lang.text("route-no-sea"));
    }
    let listed = |key: &str, names: Vec<String>| lang.format(key, &[("places", lang.list(&names).into())]);
    if !query.via.is_empty() {
        let names = query.via.iter().map(|via| world.place_name(via, lang.code()));
        parts.push(listed("route-by-way-of", names.collect()));
    }
    if !query.avoid.is_empty() {
        let names = query.avoid.iter().map(|avoid| world.avoid_name(avoid, lang.code()));
        parts.push(listed("route-avoiding", names.collect()));
    }
    if query.chosen > 0 {
        parts.push(lang.format("route-number", &[("number", (query.chosen + 1).into())]));
    }
    parts
}

/// Everything about one way.
fn way_told(page: &mut Page, query: &Query, way: &Way, ways: &[Way]) {
    let legs: Vec<(&Leg, &Segment)> = legs(page.world, way);
    let segments: Vec<&Segment> = legs.iter().map(|(_, segment)| *segment).collect();
    let shares = page.say("route-of-which", &[("shares", by_basis(page, way).into())]);
    let lines = vec![Text::plain(shares), Text::plain(counted(way, page.lang))];
    page.card(Symbol::Corridor, length(page, way), lines, None);
    let facts = facts(page, way, &legs);
    page.facts(None, facts);
    lists::alternatives(page, query, way, ways);
    travel::bars(page, "route-shares", &segments);
    travel::state_of_edition(page);
    lists::areas(page, way);
    lists::gauge(page, way);
    lists::borders(page, way);
    lists::transit(page, &segments);
    lists::sea(page, &legs);
    lists::bottlenecks(page, &legs);
    lists::measures(page, way);
    lists::legs(page, &legs);
    cautions(page, &segments);
}

/// Caveats of the corridors on the way whose names or courses need one on every map.
fn cautions(page: &mut Page, segments: &[&Segment]) {
    let on = |corridor: &&Corridor| segments.iter().any(|segment| segment.corridors.contains(&corridor.key));
    let noted = page.world.corridors.iter().filter(|corridor| corridor.map_note.is_some()).filter(on);
    let claims: Vec<_> = noted.filter_map(|corridor| corridor.caution.clone()).collect();
    page.cautions(&claims);
}

/// The legs of a way with their segments.
fn legs<'a>(world: &'a World, way: &'a Way) -> Vec<(&'a Leg, &'a Segment)> {
    way.legs.iter().filter_map(|leg| Some((leg, world.segment(&leg.segment)?))).collect()
}

/// The length of a way in short: a lower bound where a part is computed, about where one is recalled.
fn length(page: &Page, way: &Way) -> String {
    bounded(page, way, page.lang.km(way.km()))
}

/// The same about a length in words or digits of any kind.
fn bounded(page: &Page, way: &Way, number: String) -> String {
    match Bound::of(way.legs.iter().map(|leg| leg.basis)) {
        Bound::Exact => number,
        Bound::AtLeast => page.say("story-at-least", &[("length", number.into())]),
        Bound::About => page.say("story-about", &[("length", number.into())]),
    }
}

/// "590 km official, 1 933 km published and 869 km computed (lower bound)".
fn by_basis(page: &Page, way: &Way) -> String {
    let share = |(basis, km): (&LengthBasis, &f64)| {
        let key = match basis {
            LengthBasis::Official => "route-share-official",
            LengthBasis::Published => "route-share-published",
            LengthBasis::Derived => "route-share-derived",
            LengthBasis::Computed => "route-share-computed",
            LengthBasis::Memory => "route-share-memory",
        };
        page.say(key, &[("length", page.lang.km(*km).into())])
    };
    page.lang.list(&way.by_basis().iter().map(share).collect::<Vec<_>>())
}

/// "5 countries, 5 borders, one change of gauge, 306 km by sea".
#[must_use]
pub fn counted(way: &Way, lang: &Lang) -> String {
    let count = |key: &str, count: usize| lang.format(key, &[("count", count.into())]);
    let mut parts = vec![
        count("route-countries", way.areas().len()),
        count("route-borders-count", way.borders.len()),
        count("route-gauge-count", way.breaks.len()),
    ];
    let sea: f64 = way.sea_legs().map(|leg| leg.km).sum();
    if sea > 0.0 {
        parts.push(lang.format("route-by-sea", &[("length", lang.km(sea).into())]));
    }
    parts.join(", ")
}

/// "Operational 3 100 km, planned 46 km" of sums by some property.
fn sums<K>(page: &Page, sums: impl IntoIterator<Item = (K, f64)>, key: impl Fn(K) -> &'static str) -> Text {
    let part = |(property, km): (K, f64)| format!("{} {}", page.word(key(property)), page.lang.km(km));
    Text::plain(sums.into_iter().map(part).collect::<Vec<_>>().join(", "))
}

/// Kilometres by how well the facts about a segment are supported.
fn by_confidence(legs: &[(&Leg, &Segment)]) -> BTreeMap<Confidence, f64> {
    let mut sums = BTreeMap::new();
    for (leg, segment) in legs {
        *sums.entry(segment.evidence.confidence).or_default() += leg.km;
    }
    sums
}

/// Ends, lengths by basis, mode, state of building and confidence, and what is counted.
fn facts(page: &mut Page, way: &Way, legs: &[(&Leg, &Segment)]) -> Vec<Fact> {
    let plain = |label: String, value: Text| Fact { label, value, confidence: None };
    let mut facts = Vec::new();
    for (label, key) in ["story-from", "story-to"].into_iter().zip(way.ends().into_iter().flatten()) {
        let link = page.link(&Id::new(Kind::Node, key));
        facts.push(plain(page.word(label), Text(vec![link])));
    }
    facts.push(plain(page.word("story-length"), Text::plain(length(page, way))));
    facts.push(plain(page.word("story-length-basis"), sums(page, way.by_basis(), words::basis)));
    facts.push(plain(page.word("route-mode"), sums(page, way.by_mode(), words::mode)));
    facts.push(plain(page.word("route-status"), sums(page, way.by_service(), words::service)));
    facts.push(plain(
        page.word("route-confidence"),
        sums(page, by_confidence(legs).into_iter().rev(), words::confidence),
    ));
    facts
}

/// What must be known to read the numbers.
fn notices(page: &mut Page, way: &Way) {
    let mut lines = Vec::new();
    let mut say = |key: &str, km: f64| {
        if km > 0.0 {
            lines.push(Text::plain(page.say(key, &[("length", page.lang.km(km).into())])));
        }
    };
    say("route-note-computed", way.km_where(|leg| leg.basis == LengthBasis::Computed));
    say("route-note-memory", way.km_where(|leg| leg.basis == LengthBasis::Memory));
    say("route-note-split", way.km_where(Leg::is_split));
    say("route-note-gauge", way.unknown_gauge_km());
    let (rail, other) = (way.km_where(|leg| leg.mode == Mode::Rail), way.km_where(|leg| leg.mode != Mode::Rail));
    say("route-note-loading", if rail > 0.0 { other } else { 0.0 });
    let undated = |leg: &Leg| page.world.segment(&leg.segment).is_some_and(|it| it.status_as_of.is_none());
    say("route-note-undated", way.km_where(undated));
    let segments: Vec<&Segment> = legs(page.world, way).into_iter().map(|(_, segment)| segment).collect();
    lines.extend(travel::remarks(page, &segments));
    let title = page.word("story-uncertain");
    page.notice(Tone::Uncertain, title, lines);
}
