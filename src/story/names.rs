//! What things are called on pages, beyond the names that the world gives.

use crate::date::Day;
use crate::lang::Lang;
use crate::world::{Id, Kind, World};

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
