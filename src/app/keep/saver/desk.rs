//! What waits to be saved, and what becomes of it.

use std::path::Path;
use std::time::Instant;

use crate::app::keep::bookmarks;
use crate::app::keep::files::Failure;
use crate::app::keep::memory::Memory;
use crate::session::Bookmarks;

/// Bookmarks that wait to be written.
pub(super) struct Shelf {
    /// As the window has them.
    pub(super) window: Bookmarks,
    /// The same with what the window has not heard yet.
    pub(super) mine: Bookmarks,
}

/// What is to be saved, shared with the thread that saves.
#[derive(Default)]
pub(super) struct Desk {
    /// Not yet on disk.
    pub(super) waiting: Option<Memory>,
    /// Bookmarks not yet on disk.
    pub(super) shelf: Option<Shelf>,
    /// The time of the first change of what waits.
    pub(super) since: Option<Instant>,
    /// Bookmarks as they were last read or written.
    pub(super) known: Bookmarks,
    /// What the window has not heard yet: bookmarks as it has them, and as they are.
    pub(super) news: Option<(Bookmarks, Bookmarks)>,
    /// Whom to call once the bookmarks on disk were looked at.
    pub(super) look: Option<Box<dyn FnOnce() + Send>>,
    /// What went wrong last; taken by the window.
    pub(super) failure: Option<String>,
    /// Whether the thread is to end.
    pub(super) done: bool,
}

/// What was taken from the desk to be written.
pub(super) struct Batch {
    memory: Option<Memory>,
    pub(super) shelf: Option<Shelf>,
    pub(super) known: Bookmarks,
}

/// What has become of a batch: what could not be written, and bookmarks with what they became on disk.
#[derive(Default)]
pub(super) struct Written {
    memory: Option<Memory>,
    shelf: Option<(Shelf, Option<Bookmarks>)>,
    pub(super) failure: Option<Failure>,
}

impl Batch {
    /// Writes everything into a folder.
    pub(super) fn write(self, folder: &Path) -> Written {
        let mut written = Written::default();
        if let Some(memory) = self.memory
            && let Err(failure) = memory.save(folder)
        {
            written.failure = Some(failure);
            written.memory = Some(memory);
        }
        if let Some(shelf) = self.shelf {
            let merged = match bookmarks::save(folder, &self.known, &shelf.mine) {
                Ok(merged) => Some(merged),
                Err(failure) => {
                    written.failure.get_or_insert(failure);
                    None
                }
            };
            written.shelf = Some((shelf, merged));
        }
        written
    }
}

impl Desk {
    /// Takes up what waits.
    pub(super) fn take(&mut self) -> Batch {
        self.since = None;
        Batch { memory: self.waiting.take(), shelf: self.shelf.take(), known: self.known.clone() }
    }

    /// Learns what has become of a batch. What could not be written waits on, and is written with the next change or at
    /// the end, unless something newer waits by now.
    pub(super) fn settle(&mut self, written: Written) -> Result<(), Failure> {
        if self.waiting.is_none() {
            self.waiting = written.memory;
        }
        match written.shelf {
            Some((shelf, Some(merged))) => {
                let (window, now) = match &mut self.shelf {
                    Some(newer) => {
                        newer.mine = Bookmarks::merged(&shelf.mine, &newer.mine, &merged);
                        (newer.window.clone(), newer.mine.clone())
                    }
                    None => (shelf.window, merged.clone()),
                };
                self.heard(window, now);
                self.known = merged;
            }
            Some((shelf, None)) => _ = self.shelf.get_or_insert(shelf),
            None => {}
        }
        written.failure.map_or(Ok(()), Err)
    }

    /// Takes in what other windows have written; what waits takes it in when it is written.
    pub(super) fn found(&mut self, theirs: Option<Bookmarks>) {
        if let (None, Some(theirs)) = (&self.shelf, theirs) {
            let window = self.news.take().map_or_else(|| self.known.clone(), |(window, _)| window);
            self.heard(window, theirs);
        }
    }

    /// Knows the bookmarks as they are on disk, for a window that has others perhaps.
    fn heard(&mut self, window: Bookmarks, now: Bookmarks) {
        self.known = now.clone();
        self.news = (window.list() != now.list()).then_some((window, now));
    }
}
