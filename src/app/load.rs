//! The facts inside the program.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use crate::map::Base;
use crate::projection::Projection;
use crate::story;
use crate::world::{self, Files, Land, World};

/// The facts and the base map at the far scale; asking for them waits until a thread has read them.
pub type Facts = LazyLock<(Arc<World>, Arc<Base>), Box<dyn FnOnce() -> (Arc<World>, Arc<Base>) + Send>>;

/// Begins to read the facts, so that the window can be made in the meantime.
pub fn begin(projection: &'static dyn Projection) -> Facts {
    let read = move || {
        let world = Arc::new(world());
        let base = Arc::new(Base::new(&world, projection));
        (world, base)
    };
    let thread = std::thread::Builder::new().name("facts".to_owned()).spawn(read);
    // Without a thread they are read when they are asked for.
    LazyLock::new(Box::new(move || thread.ok().and_then(|thread| thread.join().ok()).unwrap_or_else(read)))
}

/// The world with the base map at the far scale; `cargo test` demands that the embedded assets have no problems.
pub fn world() -> World {
    world::load(&Files::Embedded).world
}

/// The facts with another edition of them beside, which lies in a folder as for `ots-atlas check`.
///
/// # Errors
/// A sentence, where the folder holds no whole edition: what was left out would be taken for a difference.
pub fn edition(folder: &Path) -> Result<World, String> {
    let name = folder.display();
    if !folder.is_dir() {
        return Err(format!("there is no folder {name}"));
    }
    let other = world::load(&Files::Folder(folder.to_owned()));
    match other.problems.as_slice() {
        [] => {}
        [only] => return Err(format!("{name} holds no whole edition of the facts: {only}")),
        [first, more @ ..] => {
            let more = more.len();
            return Err(format!(
                "{name} holds no whole edition of the facts: {first} There are {more} more problems; `ots-atlas check` names them."
            ));
        }
    }
    let day = other.world.edition.map_or_else(|| "undated".to_owned(), |day| day.to_string());
    let key = format!("{day}~{}", Files::digest(folder));
    Ok(story::revise(world(), other.world, key))
}

/// The base map at the near scale.
pub fn near() -> Land {
    world::load_near(&Files::Embedded).0
}
