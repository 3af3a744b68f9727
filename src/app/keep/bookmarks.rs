//! Bookmarks in a file of their own beside the session, shared by all windows: whoever writes takes in first what others
//! have written.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::files;
use super::memory::{self, Trouble};
use crate::session::Bookmarks;

/// Written into every file; a file with a larger number comes from a later program.
const VERSION: u32 = 1;

/// No honest list comes near this many bytes.
const LIMIT: u64 = 4 << 20;

/// Beginning of the names of the file, of its good copy, and of those that were put aside.
pub const STEM: &str = "bookmarks";

/// Name of the file in the state folder.
const FILE: &str = "bookmarks.json";

/// Name of the copy of the last file that could be read.
const GOOD: &str = "bookmarks.good.json";

/// Name of the file that one window at a time holds while it reads and writes.
const LOCK: &str = "bookmarks.lock";

/// The file as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    version: u32,
    bookmarks: Bookmarks,
}

/// Reads the bookmarks at the start; those that an earlier program kept with the session move into their own file.
pub fn recall(folder: &Path, with_session: &mut Bookmarks, troubles: &mut Vec<Trouble>) {
    let _lock = lock(folder);
    match load(&folder.join(FILE)) {
        Some(Ok(own)) => *with_session = own,
        Some(Err(_)) => {
            let aside = memory::put_aside(&folder.join(FILE), folder, STEM);
            let earlier = load(&folder.join(GOOD)).and_then(Result::ok);
            troubles.push(Trouble::BrokenBookmarks { aside, earlier: earlier.is_some() });
            if let Some(earlier) = earlier {
                *with_session = earlier;
            }
            let _ = write(folder, with_session);
        }
        None if !with_session.list().is_empty() => {
            // The session is written without them from now on.
            let _ = write(folder, with_session);
        }
        None => {}
    }
}

/// The bookmarks as they are on disk now; none where there are none to be read.
#[must_use]
pub fn look(folder: &Path) -> Option<Bookmarks> {
    load(&folder.join(FILE)).and_then(Result::ok)
}

/// Writes the bookmarks of a window that knew `base` last, together with what other windows have changed since.
///
/// # Errors
/// In words, where they cannot be written.
pub fn save(folder: &Path, base: &Bookmarks, mine: &Bookmarks) -> Result<Bookmarks, files::Failure> {
    memory::make(folder)?;
    let _lock = lock(folder);
    let merged = match load(&folder.join(FILE)) {
        Some(Ok(theirs)) => Bookmarks::merged(base, mine, &theirs),
        Some(Err(_)) => {
            let _ = memory::put_aside(&folder.join(FILE), folder, STEM);
            mine.clone()
        }
        None => mine.clone(),
    };
    write(folder, &merged)?;
    Ok(merged)
}

/// Writes the file; the one before it is kept as the good copy.
fn write(folder: &Path, bookmarks: &Bookmarks) -> Result<(), files::Failure> {
    if look(folder).is_some() {
        let _ = fs::read(folder.join(FILE)).map(|before| files::write(&folder.join(GOOD), &before));
    }
    let stored = Stored { version: VERSION, bookmarks: bookmarks.clone() };
    let text = serde_json::to_string_pretty(&stored).unwrap_or_default() + "\n";
    files::write(&folder.join(FILE), text.as_bytes())
}

/// Reads one file; none where there is none.
fn load(path: &Path) -> Option<Result<Bookmarks, String>> {
    if fs::symlink_metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
        return None;
    }
    let bytes = files::read(path, LIMIT).map_err(|failure| failure.to_string());
    let stored = bytes.and_then(|bytes| serde_json::from_slice::<Stored>(&bytes).map_err(|error| error.to_string()));
    Some(stored.and_then(|stored| match stored.version {
        VERSION => Ok(stored.bookmarks),
        other => Err(format!("version {other} is not {VERSION}")),
    }))
}

/// Keeps other windows from the file until it is dropped; where that cannot be had, all goes on without it.
fn lock(folder: &Path) -> Option<File> {
    let file = fs::OpenOptions::new().create(true).truncate(false).write(true).open(folder.join(LOCK)).ok()?;
    file.lock().ok().map(|()| file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keep::memory::Memory;
    use crate::session::Session;
    use std::path::PathBuf;

    fn folder(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("ots-atlas-shelf-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        path
    }

    fn with(names: &[&str]) -> Bookmarks {
        let mut bookmarks = Bookmarks::default();
        names.iter().for_each(|name| assert!(bookmarks.add(name, Session::default(), None)));
        bookmarks
    }

    fn names(bookmarks: &Bookmarks) -> Vec<&str> {
        bookmarks.list().iter().map(|bookmark| bookmark.name.as_str()).collect()
    }

    #[test]
    fn two_windows_lose_nothing_of_each_other() {
        let folder = folder("two");
        let base = save(&folder, &Bookmarks::default(), &with(&["a", "b"])).unwrap();
        let one = save(&folder, &base, &with(&["a", "b", "one"])).unwrap();
        assert_eq!(names(&one), ["a", "b", "one"]);
        let two = save(&folder, &base, &with(&["b", "two"])).unwrap();
        assert_eq!(names(&two), ["b", "two", "one"], "what one has added stays, what the other has taken out goes");
        assert_eq!(look(&folder), Some(two));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn many_writers_at_a_time_lose_nothing() {
        let folder = folder("many");
        std::thread::scope(|scope| {
            for name in ["a", "b", "c", "d", "e", "f", "g", "h"] {
                let folder = &folder;
                scope.spawn(move || save(folder, &Bookmarks::default(), &with(&[name])).unwrap());
            }
        });
        assert_eq!(look(&folder).unwrap().list().len(), 8);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn they_move_out_of_the_session() {
        let folder = folder("move");
        let mut old = serde_json::to_value(Memory::default()).unwrap();
        old["bookmarks"] = serde_json::to_value(with(&["old"])).unwrap();
        fs::write(folder.join("session.json"), old.to_string()).unwrap();
        let (memory, troubles) = memory::recall(Some(&folder));
        assert_eq!((names(&memory.bookmarks), troubles), (vec!["old"], vec![]));
        memory.save(&folder).unwrap();
        assert!(!fs::read_to_string(folder.join("session.json")).unwrap().contains("old"), "they are kept once");
        assert_eq!(names(&memory::recall(Some(&folder)).0.bookmarks), ["old"]);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_broken_file_is_put_aside_and_the_last_good_one_returns() {
        let folder = folder("broken");
        let first = save(&folder, &Bookmarks::default(), &with(&["a"])).unwrap();
        save(&folder, &first, &with(&["a", "b"])).unwrap();
        for content in ["", "{\"version\": 1, \"bookm", "{\"version\": 2, \"bookmarks\": []}", "null"] {
            fs::write(folder.join(FILE), content).unwrap();
            let (memory, troubles) = memory::recall(Some(&folder));
            let [Trouble::BrokenBookmarks { aside: Some(aside), earlier: true }] = &troubles[..] else {
                panic!("{troubles:?}");
            };
            assert_eq!(fs::read_to_string(aside).unwrap(), content);
            assert_eq!(names(&memory.bookmarks), ["a"]);
            assert!(memory::recall(Some(&folder)).1.is_empty(), "it is told once");
        }
        fs::remove_dir_all(folder).unwrap();
    }
}
