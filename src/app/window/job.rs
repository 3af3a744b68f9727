//! Writing or copying a picture while the window goes on.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

use crate::app::desktop::clipboard;
use crate::app::keep::files;
use crate::export::{FORMATS, Format, Seen, Size, Subject};
use crate::lang::Lang;
use crate::map::{Base, Page};
use crate::paint::png;
use crate::session::Session;
use crate::world::World;

/// Work shorter than this shows no sign of progress.
pub const PATIENCE: Duration = Duration::from_millis(500);

/// Numbers that are tried for a name that is taken.
const TRIES: u32 = 10_000;

/// What a picture of the window is made from.
pub struct Order {
    /// All facts.
    pub world: Arc<World>,
    /// The base map.
    pub base: Arc<Base>,
    /// What is looked at.
    pub session: Session,
    /// Words.
    pub lang: Lang,
    /// Size of the picture; none for the page as it is in the window.
    pub size: Option<Size>,
    /// Whether it carries its view and the code of it.
    pub marked: bool,
    /// The page in the window.
    pub page: Page,
    /// Pixels of the screen for each point.
    pub per_point: f32,
    /// What the window shows.
    pub seen: Seen,
    /// Where it goes.
    pub target: Target,
}

/// Where a picture goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Into a file.
    File(PathBuf),
    /// Onto the clipboard.
    Clipboard,
}

/// A picture on its way.
pub struct Job {
    /// Where it goes.
    pub target: Target,
    /// When it began.
    pub since: Instant,
    done: Receiver<Result<Done, String>>,
}

/// What keeps a picture where it went: the clipboard, where it went there.
pub type Done = Option<arboard::Clipboard>;

impl Order {
    /// Paints and writes the picture.
    fn carry_out(&self) -> Result<Done, String> {
        let subject = Subject { world: &self.world, base: &self.base, session: &self.session, lang: &self.lang };
        let laid = match self.size {
            Some(size) => subject.picture(size, Some(self.seen), self.marked),
            None => subject.window(&Page { code: self.marked, ..self.page }, self.per_point),
        };
        match &self.target {
            Target::File(path) => {
                let format = Format::of(path).unwrap_or(&FORMATS[0]);
                let bytes = subject.write(&laid, format, self.marked).map_err(|error| error.to_string())?;
                files::write(path, &bytes).map_err(|failure| failure.to_string())?;
                Ok(None)
            }
            Target::Clipboard => {
                let scene = &laid.sheet.scene;
                let (width, height) = png::dimensions(scene, laid.per_point).map_err(|error| error.to_string())?;
                if u64::from(width) * u64::from(height) > clipboard::MOST {
                    return Err(format!("{width} × {height} pixels are too many for the clipboard"));
                }
                let pixels = png::paint(scene, laid.per_point).map_err(|error| error.to_string())?;
                clipboard::copy(pixels).map(Some)
            }
        }
    }

    /// Begins in a thread; `wake` is called at the end.
    pub fn begin(self, wake: impl FnOnce() + Send + 'static) -> Job {
        let (sender, done) = channel();
        let target = self.target.clone();
        let work = move || {
            // The window may be gone by now; a mistake drops the sender, which the window takes for a failure.
            let _ = sender.send(self.carry_out());
            wake();
        };
        // Where no thread can be had, the sender is dropped too.
        let _ = std::thread::Builder::new().name("export".to_owned()).spawn(work);
        Job { target, since: Instant::now(), done }
    }
}

impl Job {
    /// How it ended, or none while it goes on.
    #[must_use]
    pub fn ended(&self) -> Option<Result<Done, String>> {
        match self.done.try_recv() {
            Ok(result) => Some(result),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err("the export ended by a mistake in the program".to_owned())),
        }
    }

    /// Waits for the end, so that no part of a file is left.
    pub fn wait(&self) -> Result<Done, String> {
        self.done.recv().unwrap_or_else(|_| Err("the export ended by a mistake in the program".to_owned()))
    }
}

/// The file of a name as people write it: with ~ for the home folder, in the pictures folder where no other is named.
#[must_use]
pub fn named(typed: impl AsRef<Path>, pictures: &Path, home: Option<&Path>) -> PathBuf {
    let typed = typed.as_ref();
    match (typed.strip_prefix("~"), home) {
        (Ok(below), Some(home)) => home.join(below),
        _ => pictures.join(typed),
    }
}

/// The file that a person means by what was typed: in the pictures folder where no other is named, with an ending.
#[must_use]
pub fn meant(typed: &Path, pictures: &Path, home: Option<&Path>) -> PathBuf {
    let path = named(typed, pictures, home);
    if Format::of(&path).is_some() {
        return path;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(FORMATS[0].extension);
    path.with_file_name(name)
}

/// The same name with a number where there is such a file already: a picture never replaces another.
#[must_use]
pub fn fresh(path: PathBuf) -> PathBuf {
    if !path.exists() {
        return path;
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let extension = path.extension().unwrap_or_default().to_string_lossy().into_owned();
    let numbered = (2..TRIES).map(|number| path.with_file_name(format!("{stem}-{number}.{extension}")));
    numbered.into_iter().find(|path| !path.exists()).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_understood() {
        let (pictures, home) = (Path::new("/p"), Some(Path::new("/h")));
        let meant = |typed: &str| meant(Path::new(typed), pictures, home);
        assert_eq!(meant("kz.png"), Path::new("/p/kz.png"));
        assert_eq!(meant("kz"), Path::new("/p/kz.png"));
        assert_eq!(meant("v1.2"), Path::new("/p/v1.2.png"));
        assert_eq!(meant("~/kz.PNG"), Path::new("/h/kz.PNG"));
        assert_eq!(meant("/x/kz.png"), Path::new("/x/kz.png"));
    }

    #[test]
    fn taken_names_get_a_number() {
        let folder = std::env::temp_dir().join(format!("ots-atlas-job-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("a.b.png");
        assert_eq!(fresh(path.clone()), path);
        std::fs::write(&path, b"").unwrap();
        assert_eq!(fresh(path.clone()), folder.join("a.b-2.png"));
        std::fs::write(folder.join("a.b-2.png"), b"").unwrap();
        assert_eq!(fresh(path), folder.join("a.b-3.png"));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
