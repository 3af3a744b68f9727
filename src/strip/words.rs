//! What the head of a strip says, and the names of what is on it.

use super::{Chain, Course, Setting, Soil};
use crate::lang::Lang;
use crate::world::{Id, Kind, Node, PlaceKind, World};

/// Title and subtitle of a chain: its own, else its ends with the length, and what it is made of.
#[must_use]
pub fn words(chain: &Chain, world: &World, lang: &Lang) -> (String, String) {
    let course = Course::new(chain, world);
    let title = if chain.title.is_empty() { title(&course, lang) } else { chain.title.clone() };
    let subtitle = if chain.subtitle.is_empty() { subtitle(&course, lang) } else { chain.subtitle.clone() };
    (title, subtitle)
}

/// "Khorgos to Kapıkule, 6 639 km".
fn title(course: &Course<'_>, lang: &Lang) -> String {
    let name = |stop: Option<&super::Stop<'_>>| stop.map_or_else(String::new, |stop| short(&stop.node.name).to_owned());
    let (from, to) = (name(course.stops.first()), name(course.stops.last()));
    lang.format("strip-title", &[("from", from.into()), ("to", to.into()), ("km", lang.km(course.total).into())])
}

/// "41 segments; 2 gauge breaks; 488 km by sea; 61 % of the length official or published".
fn subtitle(course: &Course<'_>, lang: &Lang) -> String {
    let mut parts = vec![lang.format("strip-segments", &[("n", course.pieces.len().into())])];
    let breaks = course.breaks().len();
    if breaks > 0 {
        parts.push(lang.format("strip-breaks", &[("n", breaks.into())]));
    }
    let (sea, legs) = course.by_sea();
    if legs > 0 {
        parts.push(lang.format("strip-by-sea", &[("n", legs.into()), ("km", lang.km(sea).into())]));
    }
    let share = if course.total > 0.0 { course.published() / course.total * 100.0 } else { 0.0 };
    parts.push(lang.format("strip-published-share", &[("percent", lang.number(share, 0).into())]));
    parts.join("; ")
}

/// A name without what stands in brackets behind it; the page of the node has all of it.
#[must_use]
pub fn short(name: &str) -> &str {
    name.split_once(" (").map_or(name, |(before, _)| before)
}

/// The name of a stop, with a star where it lies in Northern Cyprus.
pub(super) fn stop(set: &Setting<'_>, node: &Node) -> String {
    let star = if node.within.as_deref().is_some_and(|area| set.world.is_entity(area)) { "*" } else { "" };
    format!("{}{star}", short(&node.name))
}

/// The name of a country or sea in the language of the strip.
pub(super) fn soil(set: &Setting<'_>, soil: &Soil) -> String {
    let code = set.lang.code();
    match soil {
        Soil::Land(key) if set.world.is_entity(key) => set.lang.text("map-northern-cyprus-label"),
        Soil::Land(key) if set.world.state(key).is_some() => set.world.name(&Id::new(Kind::State, key.as_str()), code),
        Soil::Land(key) => {
            let names = set.world.geography.names.get(key);
            names.and_then(|it| it.get(code).or_else(|| it.get("en"))).cloned().unwrap_or_else(|| key.clone())
        }
        Soil::Sea(english) => {
            let seas = set.world.geography.places.iter().filter(|place| place.kind == PlaceKind::Sea);
            let mut named = seas.filter(|place| place.names.get("en") == Some(english));
            named.next().and_then(|place| place.names.get(code)).unwrap_or(english).clone()
        }
    }
}
