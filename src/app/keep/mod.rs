//! What is kept on disk, so that nothing is ever half written or lost.

pub mod files;
pub mod memory;
pub mod saver;
