//! What the atlas remembers from one start to the next: the session, the size of the window and of the text.
//!
//! The file is small and is replaced as a whole. The last file that could be read is kept beside it; one that cannot
//! be read is put aside under another name and never stops the start.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{bookmarks, files};
use crate::session::{Bookmarks, Session};

/// Written into every file; a file with a larger number comes from a later program.
const VERSION: u32 = 1;

/// No honest session comes near this many bytes.
const LIMIT: u64 = 256 * 1024;

/// Broken files that are kept at most.
const KEPT: usize = 9;

/// Beginning of the names of files that were put aside.
const STEM: &str = "session";

/// Name of the file in the state folder.
const FILE: &str = "session.json";

/// Name of the copy of the last file that could be read.
const GOOD: &str = "session.good.json";

/// Everything that is remembered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Memory {
    /// Version of the form of the file.
    pub version: u32,
    /// What the reader was looking at.
    pub session: Session,
    /// The window.
    #[serde(default)]
    pub window: Window,
    /// Views that the reader keeps; they have a file of their own, and only earlier programs wrote them here.
    #[serde(default, skip_serializing)]
    pub bookmarks: Bookmarks,
}

/// The window as it was left.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Window {
    /// Width and height inside, in points at text size 1.
    pub size: [f32; 2],
    /// Whether it filled the screen.
    pub maximized: bool,
    /// Factor on text and panels.
    pub text_size: f32,
}

/// Something that the reader must know about the memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The file could not be understood and lies under this name now.
    Broken {
        /// Where it lies, or none where it could not be moved.
        aside: Option<PathBuf>,
        /// Whether the copy of an earlier time took its place.
        earlier: bool,
    },
    /// The file of the bookmarks could not be understood.
    BrokenBookmarks {
        /// Where it lies, or none where it could not be moved.
        aside: Option<PathBuf>,
        /// Whether the copy of an earlier time took its place.
        earlier: bool,
    },
    /// There is no folder to save in.
    Homeless,
    /// The folder cannot be written to, and why.
    Unwritable(String),
}

impl Default for Memory {
    fn default() -> Self {
        Self {
            version: VERSION,
            session: Session::default(),
            window: Window::default(),
            bookmarks: Bookmarks::default(),
        }
    }
}

impl Default for Window {
    fn default() -> Self {
        Self { size: [1440.0, 900.0], maximized: false, text_size: 1.0 }
    }
}

impl Window {
    /// Smallest size in points.
    pub const SMALLEST: [f32; 2] = [1024.0, 640.0];

    /// Smallest and largest factor on text and panels.
    pub const TEXT_SIZES: [f32; 2] = [0.5, 3.0];

    /// The nearest window that can be opened.
    #[must_use]
    pub fn sane(self) -> Self {
        let within = |value: f32, usual: f32, low: f32, high: f32| {
            if value.is_finite() { value.clamp(low, high) } else { usual }
        };
        let usual = Self::default();
        Self {
            size: [0, 1].map(|axis| within(self.size[axis], usual.size[axis], Self::SMALLEST[axis], 8192.0)),
            text_size: within(self.text_size, 1.0, Self::TEXT_SIZES[0], Self::TEXT_SIZES[1]),
            ..self
        }
    }
}

impl Memory {
    /// Reads the content of a file.
    ///
    /// # Errors
    /// In words, where it is not a memory of this version.
    pub fn parse(bytes: &[u8]) -> Result<Self, String> {
        /// The part that every version has.
        #[derive(Deserialize)]
        struct Head {
            version: u32,
        }
        let head: Head = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        if head.version != VERSION {
            return Err(format!("version {} is not {VERSION}", head.version));
        }
        let memory: Self = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        let viewport = memory.session.viewport.map(crate::projection::Viewport::sane);
        Ok(Self { session: Session { viewport, ..memory.session }, window: memory.window.sane(), ..memory })
    }

    /// The content of the file.
    #[must_use]
    pub fn text(&self) -> String {
        serde_json::to_string_pretty(self).map(|text| text + "\n").unwrap_or_default()
    }

    /// Writes the file into a folder, which is made where it is missing; the file before it is kept as the good copy.
    ///
    /// # Errors
    /// In words, where it cannot be written.
    pub fn save(&self, folder: &Path) -> Result<(), files::Failure> {
        make(folder)?;
        let file = folder.join(FILE);
        if let Some(Ok(before)) = load(&file) {
            // Without the copy an earlier session is lost in a later accident, nothing worse.
            let _ = files::write(&folder.join(GOOD), before.text().as_bytes());
        }
        files::write(&file, self.text().as_bytes())
    }
}

/// Makes the state folder, open to its owner only.
pub(super) fn make(folder: &Path) -> Result<(), files::Failure> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| files::Failure {
        path: folder.to_owned(),
        verb: "write to",
        why: match error.kind() {
            io::ErrorKind::AlreadyExists => "it is a file, not a folder".to_owned(),
            _ => files::plain(&error),
        },
    })
}

/// Reads what was remembered; nothing stops it, and what stood in the way is told.
#[must_use]
pub fn recall(folder: Option<&Path>) -> (Memory, Vec<Trouble>) {
    let Some(folder) = folder else { return (Memory::default(), vec![Trouble::Homeless]) };
    if let Err(failure) = probe(folder) {
        let memory = load(&folder.join(FILE)).and_then(Result::ok).unwrap_or_default();
        let bookmarks = bookmarks::look(folder).unwrap_or(memory.bookmarks);
        return (Memory { bookmarks, ..memory }, vec![Trouble::Unwritable(failure.to_string())]);
    }
    files::sweep(folder);
    let (mut memory, mut troubles) = recall_session(folder);
    bookmarks::recall(folder, &mut memory.bookmarks, &mut troubles);
    (memory, troubles)
}

/// Reads the session.
fn recall_session(folder: &Path) -> (Memory, Vec<Trouble>) {
    let (file, good) = (folder.join(FILE), folder.join(GOOD));
    match load(&file) {
        None => (load(&good).and_then(Result::ok).unwrap_or_default(), Vec::new()),
        Some(Ok(memory)) => (memory, Vec::new()),
        Some(Err(_)) => {
            let aside = put_aside(&file, folder, STEM);
            let earlier = load(&good).and_then(Result::ok);
            let trouble = Trouble::Broken { aside, earlier: earlier.is_some() };
            (earlier.unwrap_or_default(), vec![trouble])
        }
    }
}

/// Tries to write into the folder.
fn probe(folder: &Path) -> Result<(), files::Failure> {
    make(folder)?;
    let path = folder.join(format!(".probe-{}", std::process::id()));
    let probed = fs::write(&path, b"").and_then(|()| fs::remove_file(&path));
    probed.map_err(|error| files::Failure { path: folder.to_owned(), verb: "write to", why: files::plain(&error) })
}

/// Reads one file; none where there is none.
fn load(path: &Path) -> Option<Result<Memory, String>> {
    if fs::symlink_metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
        return None;
    }
    Some(files::read(path, LIMIT).map_err(|failure| failure.to_string()).and_then(|bytes| Memory::parse(&bytes)))
}

/// Moves the session out of the way, because the program did not survive it: the next start takes the copy before it,
/// and where that is to blame too, the one after starts afresh.
pub fn set_aside(folder: &Path) -> Option<PathBuf> {
    put_aside(&folder.join(FILE), folder, STEM).or_else(|| put_aside(&folder.join(GOOD), folder, STEM))
}

/// Moves a file that cannot be understood out of the way; the oldest place is used again when all are taken.
pub(super) fn put_aside(file: &Path, folder: &Path, stem: &str) -> Option<PathBuf> {
    let places: Vec<PathBuf> = (1..=KEPT).map(|n| folder.join(format!("{stem}.broken-{n}.json"))).collect();
    let age = |path: &PathBuf| fs::symlink_metadata(path).and_then(|found| found.modified()).ok();
    let place = places
        .iter()
        .find(|path| fs::symlink_metadata(path).is_err())
        .or_else(|| places.iter().min_by_key(|path| age(path)))?;
    if fs::rename(file, place).is_ok() {
        return Some(place.clone());
    }
    // A folder cannot replace a file, nor the other way round.
    let _ = fs::remove_file(place).or_else(|_| fs::remove_dir_all(place));
    fs::rename(file, place).ok().map(|()| place.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("ots-atlas-memory-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        path
    }

    fn sample() -> Memory {
        let session = Session {
            selection: Some("state:KZ".parse().unwrap()),
            viewport: Some(crate::projection::Viewport { center: [66.0, 48.0], km_per_point: 3.0 }),
            ..Session::default()
        };
        Memory { session, ..Memory::default() }
    }

    #[test]
    fn comes_back_as_it_was() {
        let folder = folder("back");
        assert_eq!(recall(Some(&folder)), (Memory::default(), vec![]));
        sample().save(&folder).unwrap();
        assert_eq!(recall(Some(&folder)), (sample(), vec![]));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn every_cut_is_put_aside_and_the_last_good_one_returns() {
        let folder = folder("cut");
        sample().save(&folder).unwrap();
        sample().save(&folder).unwrap();
        let text = sample().text();
        // All but the line feed at the end is needed.
        for cut in 0..text.len() - 1 {
            let part = text.as_bytes().get(..cut).unwrap();
            assert!(Memory::parse(part).is_err(), "{cut} bytes");
        }
        for cut in [0, 1, text.len() / 2, text.len() - 2] {
            fs::write(folder.join(FILE), text.as_bytes().get(..cut).unwrap()).unwrap();
            let (memory, troubles) = recall(Some(&folder));
            assert_eq!(memory, sample());
            let [Trouble::Broken { aside: Some(aside), earlier: true }] = &troubles[..] else { panic!("{troubles:?}") };
            assert_eq!(fs::read(aside).unwrap().len(), cut);
            assert!(!folder.join(FILE).exists());
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn any_changed_byte_is_harmless() {
        let text = sample().text().into_bytes();
        for at in 0..text.len() {
            for byte in [0, b'"', b'}', b'9', 0xff] {
                let mut bytes = text.clone();
                bytes[at] = byte;
                if let Ok(memory) = Memory::parse(&bytes) {
                    let view = memory.session.viewport.unwrap_or_default();
                    assert_eq!(view, view.sane());
                    assert_eq!(memory.window, memory.window.sane());
                }
            }
        }
    }

    #[test]
    fn wrong_contents_are_told_and_kept() {
        let newer = sample().text().replacen("\"version\": 1", "\"version\": 2", 1);
        let typed = sample().text().replacen("\"en\"", "5", 1);
        let extra = sample().text().replacen("\"session\"", "\"sessions\"", 1);
        let deep = "[".repeat(100_000);
        let large = " ".repeat(300_000) + &sample().text();
        for content in [newer.as_str(), &typed, &extra, &deep, &large, "null", "{}", "\u{feff}{}"] {
            let folder = folder("wrong");
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join(FILE), content).unwrap();
            let (memory, troubles) = recall(Some(&folder));
            assert_eq!(memory, Memory::default());
            let aside = Some(folder.join("session.broken-1.json"));
            assert_eq!(troubles, [Trouble::Broken { aside, earlier: false }]);
            fs::remove_dir_all(folder).unwrap();
        }
    }

    #[test]
    fn a_folder_in_its_place_is_moved_too() {
        let folder = folder("place");
        for round in 0..KEPT + 3 {
            fs::create_dir_all(folder.join(FILE)).unwrap();
            fs::write(folder.join(FILE).join("x"), b"").unwrap();
            let (_, troubles) = recall(Some(&folder));
            assert!(matches!(troubles[..], [Trouble::Broken { aside: Some(_), .. }]), "{round}: {troubles:?}");
        }
        let aside = fs::read_dir(&folder).unwrap().filter(|it| it.as_ref().unwrap().path().is_dir());
        assert_eq!(aside.count(), KEPT);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn without_a_folder_it_says_so() {
        assert_eq!(recall(None), (Memory::default(), vec![Trouble::Homeless]));
        let file = folder("file");
        fs::write(&file, b"").unwrap();
        for wrong in [file.clone(), file.join("below"), PathBuf::from("/proc/ots-atlas")] {
            let (memory, troubles) = recall(Some(&wrong));
            assert_eq!(memory, Memory::default());
            assert!(matches!(troubles[..], [Trouble::Unwritable(_)]), "{troubles:?}");
        }
        fs::remove_file(file).unwrap();
    }

    #[test]
    fn odd_windows_become_usual_ones() {
        let odd = Window { size: [f32::NAN, 1.0], maximized: true, text_size: 1e9 };
        assert_eq!(odd.sane(), Window { size: [1440.0, 640.0], maximized: true, text_size: 3.0 });
    }
}
