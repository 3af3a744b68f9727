//! OTS Atlas: a desktop atlas of the Organization of Turkic States.
//!
//! ARCHITECTURE.md maps the code; `tests/floors.rs` enforces which module may know which.

pub mod app;
pub mod assets;
pub mod command;
pub mod date;
pub mod export;
pub mod lang;
pub mod map;
pub mod matrix;
pub mod network;
pub mod paint;
pub mod projection;
pub mod scene;
pub mod search;
pub mod session;
pub mod sign;
pub mod story;
pub mod strip;
pub mod style;
pub mod ui;
pub mod world;
