//! The facts inside the program.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use super::print;
use crate::lang::Lang;
use crate::map::Base;
use crate::projection::Projection;
use crate::story;
use crate::world::{self, Files, Land, World};

/// The facts and the base map at the far scale, read when they are first asked for.
pub type Facts = LazyLock<(Arc<World>, Arc<Base>), Box<dyn FnOnce() -> (Arc<World>, Arc<Base>) + Send>>;

/// The facts, with the base map in a projection.
pub fn facts(projection: &'static dyn Projection) -> Facts {
    LazyLock::new(Box::new(move || {
        let world = Arc::new(world());
        let base = Arc::new(Base::new(&world, projection));
        (world, base)
    }))
}

/// The world with the base map at the far scale; `cargo test` demands that the embedded assets have no problems.
pub fn world() -> World {
    let loaded = world::embedded();
    loaded.problems.iter().for_each(|problem| print::note(&problem.to_string()));
    loaded.world
}

/// The facts with another edition of them beside, which lies in a folder as for `ots-atlas check`.
///
/// # Errors
/// A sentence, where the folder holds no whole edition: what was left out would be taken for a difference.
pub fn edition(folder: &Path, lang: &Lang) -> Result<World, String> {
    let name = folder.display().to_string();
    if !folder.is_dir() {
        return Err(lang.format("app-edition-no-folder", &[("name", name.into())]));
    }
    let other = world::load(&Files::Folder(folder.to_owned()));
    if let [first, more @ ..] = other.problems.as_slice() {
        let values = [("name", name.into()), ("first", first.to_string().into()), ("more", more.len().into())];
        return Err(lang.format("app-edition-broken", &values));
    }
    let day = other.world.edition.map_or_else(|| "undated".to_owned(), |day| day.to_string());
    let key = format!("{day}~{}", Files::digest(folder));
    Ok(story::revise(world(), other.world, key))
}

/// The base map at the near scale.
pub fn near() -> Arc<Land> {
    Arc::new(world::load_near(&Files::Embedded).0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_no_edition_is_refused_in_the_language_of_the_reader() {
        let missing = Path::new("no/such/folder");
        let why = |code: &str| edition(missing, &Lang::new(code).unwrap()).unwrap_err();
        assert_eq!(why("en"), "there is no folder no/such/folder");
        assert_eq!(why("tr"), "no/such/folder adlı bir klasör yok");
        // The folder of the program holds no facts.
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let why = edition(&source, &Lang::new("tr").unwrap()).unwrap_err();
        assert!(why.contains("eksiksiz bir sürümü yok") && !why.contains("no whole edition"), "{why}");
    }
}
