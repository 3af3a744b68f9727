//! The layers of the map, from the sea up.

pub(super) mod corridors;
pub(super) mod graticule;
pub(super) mod land;
pub(super) mod names;
mod outside;
pub(super) mod ropes;
pub(super) mod symbols;
pub(super) mod water;
