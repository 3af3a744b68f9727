//! What is kept on disk, so that nothing is ever half written or lost.

pub mod bookmarks;
pub mod files;
pub mod fresh;
pub mod memory;
pub mod saver;
