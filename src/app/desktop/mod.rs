//! The desktop around the program: folders, display, settings, signals and mistakes.

pub mod folders;
pub mod guard;
pub mod icon;
pub mod motion;
pub mod software;
pub mod start;
