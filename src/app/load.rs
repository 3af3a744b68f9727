//! The facts inside the program.

use crate::world::{self, Files, Land, World};

/// The world with the base map at the far scale; `cargo test` demands that the embedded assets have no problems.
pub fn world() -> World {
    world::load(&Files::Embedded).world
}

/// The base map at the near scale.
pub fn near() -> Land {
    world::load_near(&Files::Embedded).0
}
