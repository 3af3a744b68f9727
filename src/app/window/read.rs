//! Files that are opened, dropped or read in, off the frame loop.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use eframe::egui::Context;

use super::{Atlas, job, waker};
use crate::app::keep::files;
use crate::app::{load, pack};
use crate::export::{Carried, Format, Opened, Pack, Unreadable};
use crate::session::Change;
use crate::world::World;

/// A file that is being read.
pub struct Reading(Receiver<Found>);

/// What was in a file.
enum Found {
    /// The view of a picture.
    View(Result<Opened, String>),
    /// The facts with another edition beside them.
    Edition(Result<Box<World>, String>),
    /// Views for the bookmarks.
    Bookmarks(Result<Pack, String>),
}

impl Atlas {
    /// Reads something in a thread; what was being read before is forgotten.
    fn read(&mut self, ctx: &Context, read: impl FnOnce() -> Found + Send + 'static) {
        let (sender, found) = channel();
        let wake = waker(ctx);
        let work = move || {
            let _ = sender.send(read());
            wake();
        };
        self.reading = Some(Reading(found));
        // Without a thread nothing is sent, which is told as a failure.
        let _ = std::thread::Builder::new().name("read".to_owned()).spawn(work);
    }

    /// Takes in what was read.
    pub(super) fn take_read(&mut self) {
        let Some(Reading(found)) = &self.reading else { return };
        let found = match found.try_recv() {
            Err(TryRecvError::Empty) => return,
            Ok(found) => found,
            Err(TryRecvError::Disconnected) => Found::View(Err(self.lang.text("app-read-mistake"))),
        };
        self.reading = None;
        match found {
            Found::View(found) => self.show_found(found),
            Found::Edition(Ok(world)) => self.compare_with(*world),
            Found::Edition(Err(why)) => {
                self.notices.warn(self.lang.format("app-edition-failed", &[("why", why.into())]));
            }
            Found::Bookmarks(Ok(pack)) => self.add_bookmarks(pack),
            Found::Bookmarks(Err(why)) => {
                self.notices.warn(self.lang.format("app-bookmarks-failed", &[("why", why.into())]));
            }
        }
    }

    /// Opens the view of a picture, the edition of the facts in a folder, or the view behind a code.
    pub(super) fn open(&mut self, ctx: &Context, typed: &str) {
        let typed = typed.trim();
        let file = job::named(typed, &self.pictures(), self.folders.home.as_deref());
        // What looks like the name of a picture is one, also where there is no such file.
        if file.exists() || Format::of(&file).is_some() {
            self.open_file(ctx, file);
        } else {
            match Carried::open(typed.as_bytes(), &self.world) {
                Err(Unreadable::Edition) => self.notices.tell(self.lang.text("app-edition-missing-code")),
                found => self.show_found(found.map_err(|why| why.to_string())),
            }
        }
    }

    /// Shows what the facts say otherwise than the other edition that was read with them.
    fn compare_with(&mut self, world: World) {
        let Some(revision) = &world.revision else { return };
        let (id, same) = (revision.id(), revision.revised(self.lang.code()).is_empty());
        self.world = Arc::new(world);
        self.change(Change::Select(Some(id)));
        if same {
            self.notices.tell(self.lang.text("app-edition-same"));
        }
    }

    /// Opens the view of a picture, or what differs from the edition of the facts in a folder.
    pub(super) fn open_file(&mut self, ctx: &Context, file: PathBuf) {
        if file.is_dir() {
            let lang = self.lang;
            return self.read(ctx, move || Found::Edition(load::edition(&file, &lang).map(Box::new)));
        }
        let world = self.world.clone();
        self.read(ctx, move || Found::View(files::view(&file, &world)));
    }

    /// Takes in files that were dropped on the window: the first one, and says so where there were more.
    pub(super) fn take_drops(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        let Some(file) = dropped.first() else { return };
        if dropped.len() > 1 {
            self.notices.tell(self.lang.text("app-dropped-many"));
        }
        let file = file.path().to_owned();
        self.open_file(ctx, file);
    }

    /// Adds the views of a file to the bookmarks.
    pub(super) fn read_bookmarks(&mut self, ctx: &Context, path: &Path) {
        let path = job::named(path, &self.pictures(), self.folders.home.as_deref());
        let world = self.world.clone();
        self.read(ctx, move || Found::Bookmarks(pack::bookmarks(&path, &world)));
    }
}
