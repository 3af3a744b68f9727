//! The lists of a way: countries, changes of gauge, borders, sea legs, bottlenecks, measures, legs, alternatives.

use std::collections::BTreeSet;

use crate::network::{Border, BorderAt, Departure, Gauge, Leg, Query, Way};
use crate::story::page::Page;
use crate::story::{Block, Row, Span, Symbol, Table, TableRow, Text, measure, names, travel, words};
use crate::world::{CustomsMeasure, Id, Kind, NodeKind, Segment, World};

/// Rows shown before "show all".
const FOLD: usize = 8;

/// Places named at most to tell where an alternative goes, and departures told at most.
const THROUGH: usize = 4;
const DEPARTURES: usize = 3;

/// A row without a page behind it.
fn bare(symbol: Symbol, label: String) -> Row {
    Row::new(symbol, label)
}

/// "km 4 008".
fn at_km(page: &Page, km: f64) -> String {
    page.say("route-at-km", &[("number", page.lang.number(km, 0).into())])
}

/// The name of a node.
fn node(page: &Page, key: &str) -> String {
    page.name(&Id::new(Kind::Node, key))
}

/// Kilometres on the soil of each country, in the order of the way, and at sea.
pub(super) fn areas(page: &mut Page, way: &Way) {
    let mut rows: Vec<Row> = Vec::new();
    for share in way.by_area() {
        let (label, target) = names::country(page.world, page.lang, page.day, &share.area);
        let split = page.say("route-split", &[("length", page.lang.km(share.split_km).into())]);
        rows.push(Row {
            target,
            detail: (share.split_km > 0.0).then(|| Text::plain(split)),
            trailing: page.lang.km(share.km),
            ..bare(Symbol::Node, label)
        });
    }
    let sea: f64 = way.sea_legs().map(|leg| leg.km).sum();
    if sea > 0.0 {
        let trailing = page.lang.km(sea);
        rows.push(Row { trailing, ..bare(Symbol::Port, page.word("story-sea-legs")) });
    }
    let count = page.lang.number(way.areas().len() as f64, 0);
    page.list("route-by-country", count, rows, FOLD);
}

/// A gauge in words.
fn gauge_words(page: &Page, gauge: Gauge) -> Option<String> {
    match gauge {
        Gauge::Single(mm) => Some(page.say("unit-mm", &[("number", mm.to_string().into())])),
        Gauge::Both => Some(page.word("story-both-gauges")),
        Gauge::Unknown => Some(page.word("route-gauge-unknown")),
        Gauge::Trackless => None,
    }
}

/// Where the gauge changes, and where wagons of other ways change it.
pub(super) fn gauge(page: &mut Page, way: &Way) {
    let mut rows: Vec<Row> = Vec::new();
    for it in &way.breaks {
        let words = [it.before, it.after].map(|gauge| gauge_words(page, gauge).unwrap_or_default());
        let [before, after] = words;
        let key = if it.across_sea { "route-gauge-across-sea" } else { "route-gauge-from-to" };
        let detail = page.say(key, &[("before", before.into()), ("after", after.into())]);
        rows.push(Row {
            detail: Some(Text::plain(detail)),
            trailing: at_km(page, it.km),
            ..page.row(Symbol::GaugeBreak, &Id::new(Kind::Node, &*it.node))
        });
    }
    for key in &way.passed_breaks {
        let detail = Some(Text::plain(page.word("route-gauge-passed")));
        rows.push(Row { detail, ..page.row(Symbol::GaugeBreak, &Id::new(Kind::Node, &**key)) });
    }
    let trailing = page.say("route-gauge-count", &[("count", way.breaks.len().into())]);
    page.list("route-gauge", trailing, rows, FOLD);
}

/// "Kazakhstan – Uzbekistan".
fn border_name(page: &Page, border: &Border) -> String {
    let country = |area: &str| names::country(page.world, page.lang, page.day, area).0;
    page.say("route-title", &[("from", country(&border.from).into()), ("to", country(&border.to).into())])
}

/// Where the country changes.
pub(super) fn borders(page: &mut Page, way: &Way) {
    let mut rows: Vec<Row> = Vec::new();
    for border in &way.borders {
        let (key, id) = match &border.at {
            BorderAt::Node(key) => ("route-border-at", Id::new(Kind::Node, key.as_str())),
            BorderAt::Leg(leg) | BorderAt::Sea(leg) => {
                let segment = way.legs.get(*leg).map(|leg| leg.segment.clone()).unwrap_or_default();
                let is_sea = matches!(border.at, BorderAt::Sea(_));
                (if is_sea { "route-border-sea" } else { "route-border-on" }, Id::new(Kind::Segment, segment))
            }
        };
        rows.push(Row {
            detail: Some(Text::plain(page.say(key, &[("place", page.name(&id).into())]))),
            trailing: at_km(page, border.km),
            label: border_name(page, border),
            ..page.row(Symbol::Node, &id)
        });
    }
    page.list("route-borders", String::new(), rows, FOLD);
}

/// Transit times as they were published for the corridors that the way uses: of the corridors, not of the way.
pub(super) fn transit(page: &mut Page, segments: &[&Segment]) {
    let world = page.world;
    let used = world.corridors.iter().filter(|it| segments.iter().any(|segment| segment.corridors.contains(&it.key)));
    let mut rows: Vec<Row> = Vec::new();
    for corridor in used.filter(|it| it.transit_wording.contains(|letter: char| letter.is_ascii_digit())) {
        let detail = page.claim(corridor.transit_wording.clone(), &corridor.evidence);
        let confidence = Some(corridor.evidence.confidence);
        let row = page.row(Symbol::Corridor, &Id::new(Kind::Corridor, &*corridor.key));
        rows.push(Row { detail: Some(detail), confidence, ..row });
    }
    page.list("route-transit", String::new(), rows, FOLD);
}

/// "Altynkol – Zhetygen" in the direction of travel.
fn leg_name(page: &Page, leg: &Leg) -> String {
    page.say("route-title", &[("from", node(page, &leg.from).into()), ("to", node(page, &leg.to).into())])
}

/// The sea legs.
pub(super) fn sea(page: &mut Page, legs: &[(&Leg, &Segment)]) {
    let sea = legs.iter().filter(|(leg, _)| leg.mode.is_sea());
    let rows: Vec<Row> = sea.map(|(leg, it)| Row { label: leg_name(page, leg), ..travel::row(page, it) }).collect();
    page.list("story-sea-legs", String::new(), rows, FOLD);
}

/// What the facts say about bottlenecks on the legs.
pub(super) fn bottlenecks(page: &mut Page, legs: &[(&Leg, &Segment)]) {
    let mut rows: Vec<Row> = Vec::new();
    for (leg, segment) in legs {
        let Some(words) = &segment.bottleneck else { continue };
        rows.push(Row {
            label: leg_name(page, leg),
            detail: Some(page.claim(words.clone(), &segment.evidence)),
            confidence: Some(segment.evidence.confidence),
            ..page.row(travel::symbol(segment), &Id::new(Kind::Segment, &*segment.key))
        });
    }
    page.list("story-bottleneck", String::new(), rows, FOLD);
}

/// The borders of a way at which a measure holds, each with how far the two sides are.
pub(super) fn borders_of<'w>(world: &World, way: &'w Way, measure: &'w CustomsMeasure) -> Vec<(&'w Border, &'w str)> {
    let corridors = |border: &Border| -> Vec<String> {
        let is_there = |leg: &(usize, &Leg)| match &border.at {
            BorderAt::Node(key) => leg.1.from == *key || leg.1.to == *key,
            BorderAt::Leg(at) | BorderAt::Sea(at) => leg.0 == *at,
        };
        let legs = way.legs.iter().enumerate().filter(is_there);
        legs.filter_map(|(_, leg)| world.segment(&leg.segment)).flat_map(|it| it.corridors.clone()).collect()
    };
    let held = |border: &'w Border| Some((border, measure.between([&border.from, &border.to], &corridors(border))?));
    way.borders.iter().filter_map(held).collect()
}

/// The nodes of a way between which a measure of ports holds; none where the way has but one of them.
pub(super) fn ports_of(way: &Way, measure: &CustomsMeasure) -> Vec<String> {
    let ports: Vec<String> = way.nodes().into_iter().filter(|key| measure.ports.contains(key)).collect();
    if ports.len() > 1 { ports } else { Vec::new() }
}

/// Customs measures that hold at borders of the way or between its ports; borders that are equally far are told together.
pub(super) fn measures(page: &mut Page, way: &Way) {
    let world = page.world;
    let mut rows: Vec<Row> = Vec::new();
    for it in &world.measures {
        let mut places: Vec<(&str, Vec<String>)> = Vec::new();
        let ports = ports_of(way, it);
        if !ports.is_empty() {
            places.push((&it.status, ports.iter().map(|key| node(page, key)).collect()));
        }
        for (border, status) in borders_of(world, way, it) {
            let name = border_name(page, border);
            match places.iter_mut().find(|(known, _)| *known == status) {
                Some((_, names)) => names.push(name),
                None => places.push((status, vec![name])),
            }
        }
        if places.is_empty() {
            continue;
        }
        let told = places.iter().map(|(status, names)| {
            let at = page.say("route-measure-at", &[("places", page.lang.list(names).into())]);
            format!("{at} {status}")
        });
        let words = told.collect::<Vec<_>>().join("; ");
        rows.push(Row { detail: Some(page.claim(words, &it.evidence)), ..measure::row(page, it) });
    }
    page.list("route-measures", String::new(), rows, FOLD);
}

/// The legs in order, each with its sources.
pub(super) fn legs(page: &mut Page, legs: &[(&Leg, &Segment)]) {
    let mut rows: Vec<Row> = Vec::new();
    for (leg, segment) in legs {
        let mut parts = vec![
            page.word(words::mode(leg.mode)),
            page.word(words::service(leg.service)),
            page.say("route-leg-basis", &[("basis", page.word(words::basis(leg.basis)).into())]),
        ];
        parts.extend(gauge_words(page, leg.gauge));
        let km = [leg.start_km, leg.end_km()].map(|km| page.lang.number(km, 0));
        let [from, to] = km;
        parts.push(page.say("route-leg-km", &[("from", from.into()), ("to", to.into())]));
        rows.push(Row {
            label: leg_name(page, leg),
            detail: Some(page.claim(parts.join(", "), &segment.evidence)),
            trailing: travel::length(page, segment),
            confidence: Some(segment.evidence.confidence),
            ..page.row(travel::symbol(segment), &Id::new(Kind::Segment, &*segment.key))
        });
    }
    page.list("route-legs", String::new(), rows, 2 * FOLD);
}

/// The other ways of an answer and how they differ from the one that is told.
pub(super) fn alternatives(page: &mut Page, query: &Query, told: &Way, ways: &[Way]) {
    let others = ways.iter().enumerate().filter(|(_, way)| *way != told);
    let row = |(chosen, way): (usize, &Way)| {
        let target = Some(Query { chosen, ..query.clone() }.id());
        let row = alternative(page, told, way);
        let number = page.say("route-number", &[("number", (chosen + 1).into())]);
        Row { target, label: format!("{number}, {}", row.label), ..row }
    };
    let rows: Vec<Row> = others.map(row).collect();
    beside_each_other(page, query, told, ways);
    page.list("route-alternatives", String::new(), rows, FOLD);
}

/// A row of that table: the key of its label, and what it says of a way.
type Compared<'a> = (&'a str, &'a dyn Fn(&Way) -> String);

/// The ways of an answer side by side, the one that is told first.
fn beside_each_other(page: &mut Page, query: &Query, told: &Way, ways: &[Way]) {
    if ways.len() < 2 {
        return;
    }
    let mut order: Vec<(usize, &Way)> = ways.iter().enumerate().collect();
    order.sort_by_key(|(_, way)| *way != told);
    let head = order.iter().map(|(at, way)| {
        let number = page.say("route-number", &[("number", (at + 1).into())]);
        if *way == told {
            return Text::plain(page.word("route-this"));
        }
        Text(vec![Span::Link(number, Query { chosen: *at, ..query.clone() }.id())])
    });
    let head: Vec<Text> = head.collect();
    let sea = |way: &Way| way.sea_legs().map(|leg| leg.km).sum::<f64>();
    let sure = |way: &Way| way.sourced_km() / way.km().max(1.0) * 100.0;
    let number = |value: f64| page.lang.number(value, 0);
    let percent = |way: &Way| page.say("unit-percent", &[("number", page.lang.number(sure(way), 0).into())]);
    let compared: [Compared<'_>; 6] = [
        ("route-length-km", &|way| super::bounded(page, way, number(way.km()))),
        ("route-countries-short", &|way| number(way.areas().len() as f64)),
        ("route-borders", &|way| number(way.borders.len() as f64)),
        ("route-gauge", &|way| number(way.breaks.len() as f64)),
        ("route-sea-km", &|way| number(sea(way))),
        ("route-sure", &|way| percent(way)),
    ];
    let rows = compared.map(|(key, value)| TableRow {
        label: page.word(key),
        cells: order.iter().map(|(_, way)| Text::plain(value(way))).collect(),
        confidence: None,
    });
    let title = page.word("route-side-by-side");
    let rows = rows.into();
    page.block(Block::Table(Table { title, trailing: String::new(), corner: String::new(), head, rows }));
}

/// One other way.
fn alternative(page: &Page, told: &Way, way: &Way) -> Row {
    let mut departures = way.departures(told);
    departures.sort_by(|a, b| b.km.total_cmp(&a.km));
    let through: Vec<String> = departures.first().map(|it| landmarks(page, it)).unwrap_or_default();
    let mut parts: Vec<String> = Vec::new();
    for it in departures.iter().take(DEPARTURES) {
        let values = [("from", node(page, &it.from).into()), ("to", node(page, &it.to).into())];
        let length = page.lang.km(it.km);
        parts.push(page.say("route-departs", &[&values[..], &[("length", length.into())]].concat()));
    }
    let (ours, theirs) = (told.areas(), way.areas());
    for (key, these, those) in [("route-also", &theirs, &ours), ("route-not", &ours, &theirs)] {
        let those: BTreeSet<&String> = those.iter().collect();
        let names = these.iter().filter(|area| !those.contains(area));
        let names: Vec<String> = names.map(|area| names::country(page.world, page.lang, page.day, area).0).collect();
        if !names.is_empty() {
            parts.push(page.say(key, &[("places", page.lang.list(&names).into())]));
        }
    }
    parts.push(super::by_basis(page, way));
    let more = way.km() - told.km();
    let key = if more < 0.0 { "route-shorter" } else { "route-longer" };
    let more = page.say(key, &[("length", page.lang.km(more.abs()).into())]);
    Row {
        detail: Some(Text::plain(format!("{more}; {}; {}", super::counted(way, page.lang), parts.join("; ")))),
        trailing: super::length(page, way),
        ..bare(Symbol::Corridor, page.say("route-by-way-of", &[("places", page.lang.list(&through).into())]))
    }
}

/// The best known places on a departure, in order: ports, capitals and border posts before others; where there is none
/// in between, its ends.
fn landmarks(page: &Page, departure: &Departure) -> Vec<String> {
    let rank = |key: &String| match page.world.node(key).map(|node| node.kind) {
        Some(NodeKind::Seaport | NodeKind::FerryTerminal) => 0,
        Some(NodeKind::Hub) => 1,
        Some(NodeKind::BorderStation) => 2,
        _ => 3,
    };
    let mut places: Vec<(usize, &String)> = departure.through.iter().enumerate().collect();
    places.sort_by_key(|(at, key)| (rank(key), *at));
    places.truncate(THROUGH);
    places.sort_unstable();
    if places.is_empty() {
        return [&departure.from, &departure.to].map(|key| node(page, key)).to_vec();
    }
    places.into_iter().map(|(_, key)| node(page, key)).collect()
}
