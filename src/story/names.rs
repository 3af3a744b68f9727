//! What things are called on pages, beyond the names that the world gives.

use crate::lang::Lang;
use crate::world::{Id, Kind, World};

/// The shortest name that stands alone: an abbreviation where there is one, the name otherwise.
#[must_use]
pub fn short_name(world: &World, lang: &Lang, id: &Id) -> String {
    let abbreviation = match id.kind {
        Kind::Institution => world.institution(&id.key).and_then(|body| body.abbreviation.clone()),
        Kind::Corridor => world.corridor(&id.key).and_then(|corridor| corridor.abbreviation.clone()),
        _ => None,
    };
    abbreviation.unwrap_or_else(|| world.name(id, lang.code()))
}

/// The name of a country of the map, and its page where it has one.
pub(super) fn country(world: &World, lang: &Lang, area: &str) -> (String, Option<Id>) {
    let id = Id::new(Kind::State, area);
    if world.state(area).is_some() {
        return (world.name(&id, lang.code()), Some(id));
    }
    let names = world.geography.names.get(area);
    let name = names.and_then(|names| names.get(lang.code()).or_else(|| names.get("en")));
    (name.cloned().unwrap_or_else(|| area.to_owned()), None)
}
