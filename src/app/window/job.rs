//! Writing or copying a picture, or making a pack, while the window goes on.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

use crate::app::desktop::clipboard;
use crate::app::keep;
use crate::app::pack::{self, Delivered, Folder, Manner};
use crate::export::{FORMATS, Format, Pack, Seen, Size, Subject, caption};
use crate::lang::Lang;
use crate::map::{Base, Page};
use crate::paint::png;
use crate::session::Session;
use crate::world::World;

/// Work shorter than this shows no sign of progress.
pub const PATIENCE: Duration = Duration::from_millis(500);

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
    /// Whether caption, description and sources are written beside it.
    pub captioned: bool,
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
    /// Many files into a folder.
    Folder(PathBuf),
}

/// A picture on its way.
pub struct Job {
    /// Where it goes.
    pub target: Target,
    /// When it began.
    pub since: Instant,
    /// How far it is, where that can be told.
    pace: Option<Arc<Pace>>,
    done: Receiver<Result<Done, String>>,
}

/// What came of a job.
pub enum Done {
    /// A file.
    Written {
        /// Where it is.
        path: PathBuf,
        /// Why the caption is not beside it, where it should be.
        lacks: Option<String>,
    },
    /// A picture on the clipboard, which is kept there by this.
    Copied(arboard::Clipboard),
    /// A pack.
    Delivered(Delivered),
}

/// How far a pack is, and whether it is to be stopped.
#[derive(Default)]
struct Pace {
    done: AtomicUsize,
    all: AtomicUsize,
    cancel: AtomicBool,
}

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
                let path = keep::fresh::write_new(path, &bytes).map_err(|failure| failure.to_string())?;
                let caption = self.captioned.then(|| {
                    let text = caption::text(&self.world, &laid.sheet, &laid.session, &self.lang);
                    keep::fresh::write_new(&path.with_extension("caption.txt"), text.as_bytes())
                });
                let lacks = caption.and_then(|written| written.err().map(|failure| failure.to_string()));
                Ok(Done::Written { path, lacks })
            }
            Target::Clipboard => {
                let scene = &laid.sheet.scene;
                let (width, height) = png::dimensions(scene, laid.per_point).map_err(|error| error.to_string())?;
                if u64::from(width) * u64::from(height) > clipboard::MOST {
                    return Err(format!("{width} × {height} pixels are too many for the clipboard"));
                }
                let pixels = png::paint(scene, laid.per_point).map_err(|error| error.to_string())?;
                clipboard::copy(pixels).map(Done::Copied)
            }
            Target::Folder(_) => Err("a folder takes a pack and not a picture".to_owned()),
        }
    }

    /// Begins in a thread; `wake` is called at the end.
    pub fn begin(self, wake: impl Fn() + Send + 'static) -> Job {
        Job::begin(self.target.clone(), None, wake, move || self.carry_out())
    }
}

impl Job {
    /// Begins to make a pack in a thread; `wake` is called after every picture and at the end.
    pub fn pack(
        world: Arc<World>,
        pack: Pack,
        folder: Folder,
        wake: impl Fn() + Send + Sync + Clone + 'static,
    ) -> Self {
        let pace = Arc::new(Pace::default());
        let (watched, woken) = (Arc::clone(&pace), wake.clone());
        let target = Target::Folder(folder.path.clone());
        Self::begin(target, Some(pace), wake, move || {
            let tell = |done: usize, all: usize| {
                watched.done.store(done, Ordering::Relaxed);
                watched.all.store(all, Ordering::Relaxed);
                woken();
            };
            pack::make(&world, &pack, &folder, Manner::default(), &watched.cancel, &tell).map(Done::Delivered)
        })
    }

    /// Begins in a thread.
    fn begin(
        target: Target,
        pace: Option<Arc<Pace>>,
        wake: impl Fn() + Send + 'static,
        work: impl FnOnce() -> Result<Done, String> + Send + 'static,
    ) -> Self {
        let (sender, done) = channel();
        let work = move || {
            // The window may be gone by now; a mistake drops the sender, which the window takes for a failure.
            let _ = sender.send(work());
            wake();
        };
        // Where no thread can be had, the sender is dropped too.
        let _ = std::thread::Builder::new().name("export".to_owned()).spawn(work);
        Self { target, since: Instant::now(), pace, done }
    }

    /// How far it is, 0 to 1; none where it cannot be told.
    #[must_use]
    pub fn fraction(&self) -> Option<f32> {
        let pace = self.pace.as_ref()?;
        let all = pace.all.load(Ordering::Relaxed).max(1);
        Some(pace.done.load(Ordering::Relaxed) as f32 / all as f32)
    }

    /// Whether it can be stopped.
    #[must_use]
    pub fn stops(&self) -> bool {
        self.pace.is_some()
    }

    /// Whether it was asked to stop.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.pace.as_ref().is_some_and(|pace| pace.cancel.load(Ordering::Relaxed))
    }

    /// Asks it to stop; whether it can.
    pub fn cancel(&self) -> bool {
        self.pace.iter().for_each(|pace| pace.cancel.store(true, Ordering::Relaxed));
        self.stops()
    }

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

/// The same name with a number where there is such a file already, for the reader to see; writing looks again.
#[must_use]
pub fn fresh(path: PathBuf) -> PathBuf {
    keep::fresh::numbered(&path).find(|path| !path.exists()).unwrap_or(path)
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
