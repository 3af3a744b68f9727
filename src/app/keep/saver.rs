//! Saves the memory off the frame path: a moment after a change, at the end, and when the system asks the program to end.

mod desk;

use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::bookmarks;
use super::memory::Memory;
use crate::session::Bookmarks;
use desk::{Desk, Shelf};

/// How long after the first change of a series the file is written.
const PAUSE: Duration = Duration::from_millis(800);

/// A desk, the bell on it, and the one pen. The desk is never locked while files are read or written, as the frame loop
/// takes it and a folder on a network may keep one waiting; who holds the pen may lock the desk, not the other way round.
#[derive(Default)]
struct Shared {
    desk: Mutex<Desk>,
    bell: Condvar,
    pen: Mutex<()>,
}

impl Shared {
    /// A panic elsewhere leaves the desk as it is, which is always whole.
    fn lock(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// So that two writers never overtake one another.
    fn pen(&self) -> MutexGuard<'_, ()> {
        self.pen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Saves memories into one folder. Clones share the same desk.
#[derive(Clone, Default)]
pub struct Saver {
    shared: Arc<Shared>,
    folder: Option<PathBuf>,
    thread: Arc<Mutex<Option<JoinHandle<()>>>>,
}

impl Saver {
    /// Saves into a folder, in a thread that comes with the first thing to do; without a folder it does nothing.
    #[must_use]
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, ..Self::default() }
    }

    /// Tells it the bookmarks as they were read.
    #[must_use]
    pub fn knowing(self, bookmarks: &Bookmarks) -> Self {
        bookmarks.clone_into(&mut self.shared.lock().known);
        self
    }

    /// Hands over what is to be saved soon.
    pub fn keep(&self, memory: Memory) {
        let mut desk = self.shared.lock();
        desk.waiting = Some(memory);
        desk.since.get_or_insert_with(Instant::now);
        drop(desk);
        self.ring();
    }

    /// Hands over bookmarks that were changed.
    pub fn keep_bookmarks(&self, window: Bookmarks) {
        let mut desk = self.shared.lock();
        let mine = match &desk.news {
            Some((had, now)) => Bookmarks::merged(had, &window, now),
            None => window.clone(),
        };
        desk.shelf = Some(Shelf { window, mine });
        desk.since.get_or_insert_with(Instant::now);
        drop(desk);
        self.ring();
    }

    /// Looks soon whether another window has changed the bookmarks, and calls `wake` then.
    pub fn look(&self, wake: impl FnOnce() + Send + 'static) {
        self.shared.lock().look = Some(Box::new(wake));
        self.ring();
    }

    /// What has become of the bookmarks, where the window does not know it yet: as it had them, and as they are.
    #[must_use]
    pub fn news(&self) -> Option<(Bookmarks, Bookmarks)> {
        self.shared.lock().news.take()
    }

    /// Calls the thread to the desk.
    fn ring(&self) {
        if self.folder.is_some() {
            let mut thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner);
            if thread.as_ref().is_none_or(JoinHandle::is_finished) {
                let worker = self.clone();
                *thread = std::thread::Builder::new().name("save".to_owned()).spawn(move || worker.work()).ok();
            }
        }
        self.shared.bell.notify_all();
    }

    /// Writes at once what waits; the reason where that failed.
    pub fn flush(&self) -> Option<String> {
        let folder = self.folder.as_deref()?;
        let _pen = self.shared.pen();
        let batch = self.shared.lock().take();
        let written = batch.write(folder);
        let mut desk = self.shared.lock();
        let failure = desk.settle(written).err()?.to_string();
        desk.failure = Some(failure.clone());
        Some(failure)
    }

    /// Writes at once what waits, from a thread that may hold the desk already; tells whether nothing waits any more.
    #[must_use]
    pub fn rescue(&self) -> bool {
        let Some(folder) = self.folder.as_deref() else { return false };
        let start = Instant::now();
        let pen = loop {
            match self.shared.pen.try_lock() {
                Ok(pen) => break pen,
                Err(TryLockError::Poisoned(pen)) => break pen.into_inner(),
                Err(TryLockError::WouldBlock) if start.elapsed() > PAUSE => return false,
                Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE / 40),
            }
        };
        let Ok(batch) = self.shared.desk.try_lock().map(|mut desk| desk.take()) else { return false };
        let done = batch.write(folder).failure.is_none();
        drop(pen);
        done
    }

    /// What went wrong since the last call.
    #[must_use]
    pub fn failure(&self) -> Option<String> {
        self.shared.lock().failure.take()
    }

    /// Writes what waits and ends the thread.
    pub fn close(&self) {
        self.flush();
        self.shared.lock().done = true;
        self.shared.bell.notify_all();
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            let _ = thread.join();
        }
    }

    /// Waits for something to save and lets changes gather before it saves.
    fn work(&self) {
        let mut desk = self.shared.lock();
        while !desk.done {
            if let (Some(wake), Some(folder)) = (desk.look.take(), &self.folder) {
                drop(desk);
                let pen = self.shared.pen();
                let theirs = bookmarks::look(folder);
                self.shared.lock().found(theirs);
                drop(pen);
                wake();
                desk = self.shared.lock();
                continue;
            }
            let Some(since) = desk.since else {
                desk = self.shared.bell.wait(desk).unwrap_or_else(PoisonError::into_inner);
                continue;
            };
            let left = PAUSE.saturating_sub(since.elapsed());
            if left.is_zero() {
                drop(desk);
                self.flush();
                desk = self.shared.lock();
            } else {
                desk = self.shared.bell.wait_timeout(desk, left).unwrap_or_else(PoisonError::into_inner).0;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keep::memory::recall;

    fn with(names: &[&str]) -> Bookmarks {
        let mut bookmarks = Bookmarks::default();
        names.iter().for_each(|name| assert!(bookmarks.add(name, crate::session::Session::default(), None)));
        bookmarks
    }

    fn names(bookmarks: &Bookmarks) -> Vec<String> {
        bookmarks.list().iter().map(|bookmark| bookmark.name.clone()).collect()
    }

    #[test]
    fn saves_after_a_pause_at_the_end_and_never_without_a_folder() {
        let folder = std::env::temp_dir().join(format!("ots-atlas-saver-{}", std::process::id()));
        let saver = Saver::new(Some(folder.clone()));
        let mut memory = Memory::default();
        memory.session.language = "tr".to_owned();
        saver.keep(memory.clone());
        assert!(!folder.exists());
        std::thread::sleep(PAUSE * 2);
        assert_eq!(recall(Some(&folder)).0, memory);
        memory.session.language = "en".to_owned();
        saver.keep(memory.clone());
        saver.close();
        assert_eq!(recall(Some(&folder)).0, memory);
        std::fs::remove_dir_all(folder).unwrap();

        let nowhere = Saver::new(None);
        nowhere.keep(memory);
        assert_eq!(nowhere.flush(), None);
        nowhere.close();
    }

    #[test]
    fn its_thread_comes_with_the_first_thing_to_do() {
        let folder = std::env::temp_dir().join(format!("ots-atlas-saver-lazy-{}", std::process::id()));
        let saver = Saver::new(Some(folder.clone())).knowing(&with(&["a"]));
        let has_thread = |saver: &Saver| saver.thread.lock().unwrap().is_some();
        assert!(!has_thread(&saver), "nothing to do yet");
        saver.keep(Memory::default());
        assert!(has_thread(&saver));
        let first = saver.thread.lock().unwrap().as_ref().map(|thread| thread.thread().id());
        saver.keep(Memory::default());
        assert_eq!(saver.thread.lock().unwrap().as_ref().map(|thread| thread.thread().id()), first, "one is enough");
        saver.close();
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn failures_are_told_once() {
        let saver = Saver::new(Some("/proc/ots-atlas".into()));
        saver.keep(Memory::default());
        assert!(saver.flush().is_some());
        assert!(saver.failure().is_some());
        assert_eq!(saver.failure(), None);
        saver.close();
    }

    #[test]
    fn what_could_not_be_written_is_written_later_and_newer_things_win() {
        let folder = std::env::temp_dir().join(format!("ots-atlas-saver-later-{}", std::process::id()));
        // A file stands where the folder should be.
        std::fs::write(&folder, "in the way").unwrap();
        let saver = Saver::new(Some(folder.clone()));
        let mut memory = Memory::default();
        memory.session.language = "tr".to_owned();
        saver.keep(memory.clone());
        saver.keep_bookmarks(with(&["a"]));
        assert!(saver.flush().is_some());
        std::fs::remove_file(&folder).unwrap();
        assert_eq!(saver.flush(), None);
        assert_eq!(recall(Some(&folder)).0.session, memory.session);
        assert_eq!(names(&bookmarks::look(&folder).unwrap()), ["a"]);
        // The window goes on while a batch is written: another window has added `b` and this one `c` before it is done.
        let mut desk = saver.shared.lock();
        desk.shelf = Some(Shelf { window: with(&["a", "d"]), mine: with(&["a", "d"]) });
        let batch = desk.take();
        bookmarks::save(&folder, &batch.known, &with(&["a", "b"])).unwrap();
        desk.shelf = Some(Shelf { window: with(&["a", "d", "c"]), mine: with(&["a", "d", "c"]) });
        assert!(desk.settle(batch.write(&folder)).is_ok());
        let (had, now) = desk.news.clone().unwrap();
        assert_eq!((names(&had), names(&now)), (names(&with(&["a", "d", "c"])), names(&with(&["a", "d", "c", "b"]))));
        drop(desk);
        saver.close();
        assert_eq!(names(&bookmarks::look(&folder).unwrap()), ["a", "d", "c", "b"]);
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_window_that_hands_over_never_waits_for_the_disk() {
        let saver = Saver::new(Some(std::env::temp_dir().join("ots-atlas-saver-never")));
        // Somebody is at the disk, and another one waits for it.
        let pen = saver.shared.pen();
        let (waiting, window) = (saver.clone(), saver.clone());
        let waits = std::thread::spawn(move || waiting.flush());
        std::thread::sleep(PAUSE / 8);
        let (sender, done) = std::sync::mpsc::channel();
        let works = std::thread::spawn(move || {
            window.keep(Memory::default());
            window.keep_bookmarks(with(&["a"]));
            let heard = (window.news(), window.failure());
            let mut desk = window.shared.lock();
            (desk.waiting, desk.shelf, desk.since) = (None, None, None);
            let _ = sender.send(heard);
        });
        assert_eq!(done.recv_timeout(PAUSE * 10).unwrap(), (None, None));
        drop(pen);
        works.join().unwrap();
        assert_eq!(waits.join().unwrap(), None);
        saver.close();
    }

    #[test]
    fn a_window_hears_what_another_one_keeps() {
        let folder = std::env::temp_dir().join(format!("ots-atlas-saver-two-{}", std::process::id()));
        let (one, two) = (Saver::new(Some(folder.clone())), Saver::new(Some(folder.clone())));
        one.keep_bookmarks(with(&["a"]));
        assert_eq!((one.flush(), one.news()), (None, None), "it wrote what it has");
        two.keep_bookmarks(with(&["b"]));
        two.flush();
        let (had, now) = two.news().unwrap();
        assert_eq!((names(&had), names(&now)), (vec!["b".to_owned()], vec!["b".to_owned(), "a".to_owned()]));
        let (sender, looked) = std::sync::mpsc::channel();
        one.look(move || {
            let _ = sender.send(());
        });
        looked.recv_timeout(PAUSE * 20).unwrap();
        // Before it hears of it, it takes its own out.
        one.keep_bookmarks(with(&[]));
        one.flush();
        assert_eq!(names(&one.news().unwrap().1), ["b"]);
        assert_eq!(names(&bookmarks::look(&folder).unwrap()), ["b"]);
        one.close();
        two.close();
        std::fs::remove_dir_all(folder).unwrap();
    }
}
