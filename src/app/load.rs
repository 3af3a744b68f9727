//! The facts inside the program.

use std::sync::{Arc, LazyLock};

use crate::map::Base;
use crate::projection::Projection;
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

/// The base map at the near scale.
pub fn near() -> Land {
    world::load_near(&Files::Embedded).0
}
