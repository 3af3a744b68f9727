//! What things are called on pages, beyond the names that the world gives.

use crate::date::Day;
use crate::lang::Lang;
use crate::world::{Id, Kind, World};

/// What a state, the observer entity or an organisation is called on a day inside a sentence, with the article that its
/// name has in some languages.
#[must_use]
pub fn subject(world: &World, lang: &Lang, day: Day, key: &str) -> String {
    let name = world.name_on(&Id::new(Kind::State, key), lang.code(), day);
    let kind = if world.is_entity(key) || world.is_organisation(key) { "body" } else { "state" };
    lang.format("story-subject", &[("name", name.into()), ("kind", kind.into())])
}

/// The name of a country of the map on a day, and its page where it has one.
pub(super) fn country(world: &World, lang: &Lang, day: Day, area: &str) -> (String, Option<Id>) {
    let id = Id::new(Kind::State, area);
    if world.state(area).is_some() {
        return (world.name_on(&id, lang.code(), day), Some(id));
    }
    let names = world.geography.names.get(area);
    let name = names.and_then(|names| names.get(lang.code()).or_else(|| names.get("en")));
    (name.cloned().unwrap_or_else(|| area.to_owned()), None)
}
