//! The desktop around the program: folders, display, settings, signals and mistakes.

pub mod clipboard;
pub mod folders;
pub mod guard;
pub mod icon;
pub mod motion;
pub mod software;
pub mod start;
