//! Painters: one scene, several outputs.
//!
//! [`screen`] makes egui shapes, [`png`] makes pixels without a GPU, [`svg`] and [`pdf`] make files of lines and
//! letters, [`hit`] answers what lies under a point and
//! [`dump`] writes the scene as text. All of them paint every mark in the same place.

mod canvas;
mod cut;
pub mod dump;
mod glyphs;
pub mod hit;
pub mod pdf;
pub mod png;
pub mod screen;
pub mod svg;
mod trace;
