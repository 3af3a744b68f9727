//! Saves the memory off the frame path: a moment after a change, at the end, and when the system asks the program to end.

use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::memory::Memory;

/// How long after the first change of a series the file is written.
const PAUSE: Duration = Duration::from_millis(800);

/// What is to be saved, shared with the thread that saves.
#[derive(Default)]
struct Desk {
    /// Not yet on disk, with the time of its first change.
    waiting: Option<(Memory, Instant)>,
    /// What went wrong last; taken by the window.
    failure: Option<String>,
    /// Whether the thread is to end.
    done: bool,
}

/// A desk and the bell on it.
#[derive(Default)]
struct Shared {
    desk: Mutex<Desk>,
    bell: Condvar,
}

impl Shared {
    /// A panic elsewhere leaves the desk as it is, which is always whole.
    fn lock(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
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
    /// Starts to save into a folder; without one it does nothing.
    #[must_use]
    pub fn new(folder: Option<PathBuf>) -> Self {
        let saver = Self { folder, ..Self::default() };
        if saver.folder.is_some() {
            let worker = saver.clone();
            let thread = std::thread::Builder::new().name("save".to_owned()).spawn(move || worker.work()).ok();
            *saver.thread.lock().unwrap_or_else(PoisonError::into_inner) = thread;
        }
        saver
    }

    /// Hands over what is to be saved soon.
    pub fn keep(&self, memory: Memory) {
        let mut desk = self.shared.lock();
        let since = desk.waiting.as_ref().map_or_else(Instant::now, |(_, since)| *since);
        desk.waiting = Some((memory, since));
        drop(desk);
        self.shared.bell.notify_all();
    }

    /// Writes at once what waits; the reason where that failed.
    pub fn flush(&self) -> Option<String> {
        let mut desk = self.shared.lock();
        let (memory, _) = desk.waiting.take()?;
        // The desk stays locked, so that two writers never overtake one another.
        let failure = memory.save(self.folder.as_deref()?).err()?.to_string();
        desk.failure = Some(failure.clone());
        Some(failure)
    }

    /// Writes at once what waits, from a thread that may hold the desk already; tells whether nothing waits any more.
    #[must_use]
    pub fn rescue(&self) -> bool {
        let Ok(mut desk) = self.shared.desk.try_lock() else { return false };
        match (desk.waiting.take(), &self.folder) {
            (Some((memory, _)), Some(folder)) => memory.save(folder).is_ok(),
            (None, Some(_)) => true,
            _ => false,
        }
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
            let Some((_, since)) = &desk.waiting else {
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
    fn failures_are_told_once() {
        let saver = Saver::new(Some("/proc/ots-atlas".into()));
        saver.keep(Memory::default());
        assert!(saver.flush().is_some());
        assert!(saver.failure().is_some());
        assert_eq!(saver.failure(), None);
        saver.close();
    }
}
