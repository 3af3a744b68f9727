//! What the head of a strip says, and the names of what is on it.

use super::{Chain, Course, Setting, Soil};
use crate::lang::Lang;
use crate::network::Way;
use crate::story::route;
use crate::world::{Bound, Id, Kind, LengthBasis, Node, PlaceKind, World};

/// Title and subtitle of a chain: its own, else its ends with the length, and what it is made of.
#[must_use]
pub fn words(chain: &Chain, world: &World, lang: &Lang) -> (String, String) {
    if !chain.title.is_empty() && !chain.subtitle.is_empty() {
        return (chain.title.clone(), chain.subtitle.clone());
    }
    let course = Course::new(chain, world);
    let title = if chain.title.is_empty() { title(&course, world, lang) } else { chain.title.clone() };
    let subtitle = if chain.subtitle.is_empty() { subtitle(&course, lang) } else { chain.subtitle.clone() };
    (title, subtitle)
}

/// A way with what it counts in words, as its page does.
#[must_use]
pub fn told(way: &Way, world: &World, lang: &Lang) -> Chain {
    let counted = route::counted(way, lang);
    let percent = lang.number(way.sourced_km() / way.km().max(1.0) * 100.0, 0);
    let sourced = lang.format("strip-published-share", &[("percent", percent.into())]);
    let ends = way.ends().map_or_else(Default::default, |ends| ends.map(|key| node(key, world, lang).to_owned()));
    let title = headed(ends, way.km(), way.legs.iter().map(|leg| leg.basis), lang);
    Chain { title, subtitle: format!("{counted}, {sourced}"), ..Chain::from(way) }
}

/// The line of a corridor under its short name, so that two of them can be told apart.
#[must_use]
pub fn named(chain: &Chain, corridor: &Id, world: &World, lang: &Lang) -> Chain {
    let (title, subtitle) = words(chain, world, lang);
    let name = world.short_name_on(corridor, lang.code(), world.as_of(None));
    Chain { title: format!("{name}: {title}"), subtitle, ..chain.clone() }
}

/// "Khorgos to Kapıkule, at least 6 639 km".
fn title(course: &Course<'_>, world: &World, lang: &Lang) -> String {
    let label = |stop: &super::Stop<'_>| world.label(stop.node, lang.code()).to_owned();
    let name = |stop: Option<&super::Stop<'_>>| stop.map_or_else(String::new, label);
    let ends = [name(course.stops.first()), name(course.stops.last())];
    let basis =
        |piece: &super::Piece<'_>| piece.segment.length.as_ref().map_or(LengthBasis::Computed, |length| length.basis);
    headed(ends, course.total, course.pieces.iter().map(basis), lang)
}

/// Ends and length, as far as it is known.
fn headed(ends: [String; 2], km: f64, bases: impl Iterator<Item = LengthBasis>, lang: &Lang) -> String {
    let km = lang.km(km);
    let km = match Bound::of(bases) {
        Bound::Exact => km,
        Bound::AtLeast => lang.format("map-route-lower", &[("length", km.into())]),
        Bound::About => lang.format("map-route-about", &[("length", km.into())]),
    };
    let [from, to] = ends;
    lang.format("strip-title", &[("from", from.into()), ("to", to.into()), ("km", km.into())])
}

/// "41 segments; 2 gauge breaks; 488 km by sea; 61 % of the length published or derived".
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

/// What a strip calls the node of a key.
pub(super) fn node<'a>(key: &'a str, world: &'a World, lang: &Lang) -> &'a str {
    world.node(key).map_or(key, |node| world.label(node, lang.code()))
}

/// The name of a stop, with a star where it lies in Northern Cyprus.
pub(super) fn stop(set: &Setting<'_>, node: &Node) -> String {
    let star = if node.within.as_deref().is_some_and(|area| set.world.is_entity(area)) { "*" } else { "" };
    format!("{}{star}", set.world.label(node, set.lang.code()))
}

/// The name of a country or sea in the language of the strip.
pub(super) fn soil(set: &Setting<'_>, soil: &Soil) -> String {
    let code = set.lang.code();
    match soil {
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
