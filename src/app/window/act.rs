//! Carries commands out.

use std::path::PathBuf;
use std::process::{Command as Process, Stdio};

use eframe::egui::{Context, ViewportCommand};

use super::fly::Flight;
use super::job::{self, Job, Order, Target};
use super::{Atlas, waker};
use crate::app::desktop::clipboard;
use crate::app::keep::memory::Window;
use crate::command::Command;
use crate::export::{Opened, Seen, Size, caption};
use crate::lang::Lang;
use crate::map;
use crate::projection::{Projection, Viewport};
use crate::session::Change;
use crate::story::{self, plain::Table};
use crate::world::Id;

/// A picture as the reader asks for it.
struct Wanted {
    /// How large; none for the size that the window shows.
    size: Option<Size>,
    target: Target,
    /// Whether it carries its view and the code of it.
    marked: bool,
    /// Whether caption, description and sources are written beside it.
    captioned: bool,
}

/// A step of the text size.
const STEP: f32 = 0.1;

/// A thing that takes less than this part of the map is looked at more closely when it is revealed.
const SMALL: f64 = 0.2;

impl Atlas {
    /// Carries one command out.
    pub(super) fn carry_out(&mut self, ctx: &Context, command: Command) {
        let Some(command) = self.panels.carry_out(command, &self.history) else { return };
        match command {
            Command::Change(change) => self.change(change),
            Command::Reveal(id) => self.reveal(id),
            Command::Zoom { factor, about } => self.zoom(factor, about),
            Command::Pan([right, down]) => {
                let view = self.target().panned(self.projection(), right, down);
                self.change(Change::Look(Some(view)));
            }
            Command::StepDay { later } => {
                let day = self.world.as_of(self.history.now().as_of);
                if let Some(beside) = self.world.day_beside(day, later) {
                    // The day of the edition is the usual one, and moves on with the next edition.
                    let chosen = Some(beside).filter(|it| Some(*it) != self.world.edition);
                    self.change(Change::AsOf(chosen));
                }
            }
            Command::SinceSummit => {
                let day = self.world.as_of(self.history.now().as_of);
                if let Some(period) = self.world.since_last_summit(day) {
                    self.change(Change::Select(Some(period.id())));
                }
            }
            Command::Home => self.fly_to(None),
            Command::FitSelection => {
                if let Some(view) = self.history.now().selection.clone().and_then(|id| self.fit(&id)) {
                    self.fly_to(Some(view));
                }
            }
            Command::Undo => self.travel(crate::session::History::undo),
            Command::Redo => self.travel(crate::session::History::redo),
            Command::Back => self.travel(crate::session::History::back),
            Command::Forward => self.travel(crate::session::History::forward),
            Command::Export { size, path, marked, captioned } => {
                let path = self.fresh_path(path, &self.proposed.clone());
                self.begin(ctx, Wanted { size, target: Target::File(path), marked, captioned });
            }
            Command::Pack { order, folder } => self.pack(ctx, &order, folder),
            Command::Series => self.series(ctx),
            Command::Cancel => {
                self.job.as_ref().map(Job::cancel);
            }
            Command::Leave => self.leave(),
            Command::Bookmark(marking) => self.mark(marking),
            Command::SaveBookmarks(path) => self.save_bookmarks(path),
            Command::ReadBookmarks(path) => self.read_bookmarks(ctx, &path),
            Command::Point(spot) => self.point(spot),
            Command::PointIn { view, spot } => self.point_in(view, spot),
            Command::FullScreen => {
                let full = ctx.input(|input| input.viewport().fullscreen == Some(true));
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!full));
            }
            Command::TextSize(step) => {
                let [least, most] = Window::TEXT_SIZES;
                let size = if step == 0 { 1.0 } else { ctx.zoom_factor() + STEP * f32::from(step) };
                // Whole steps, so that larger and smaller meet again at 1.
                ctx.set_zoom_factor(((size / STEP).round() * STEP).clamp(least, most));
            }
            Command::Open(typed) => self.open(ctx, &typed),
            Command::CopyPicture => {
                let wanted = Wanted { size: None, target: Target::Clipboard, marked: true, captioned: false };
                self.begin(ctx, wanted);
            }
            Command::CopyFacts(table) => self.copy_facts(ctx, table),
            Command::CopyCaption => self.copy_caption(ctx),
            Command::Browse(address) => self.browse(ctx, &address),
            Command::CopyText(text) => ctx.copy_text(text),
            Command::Dismiss(serial) => self.notices.dismiss(serial),
            Command::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            // The panels carry these out themselves.
            Command::Search(_) | Command::Dialog(_) | Command::MapOnly(_) | Command::Timeline(_) | Command::Escape => {}
        }
    }

    /// Applies a change of the session.
    pub(super) fn change(&mut self, change: Change) {
        if matches!(change, Change::Look(_)) {
            self.flight = None;
        }
        self.history.apply(change);
        self.speak();
    }

    /// Walks through the history, with the map flying where it looks elsewhere afterwards.
    fn travel(&mut self, walk: impl FnOnce(&mut crate::session::History)) {
        let (from, before) = (self.here(), self.history.now().viewport);
        walk(&mut self.history);
        self.speak();
        if self.history.now().viewport != before {
            self.set_off(from);
        }
    }

    /// Takes the words of the session's language.
    fn speak(&mut self) {
        let code = &self.history.now().language;
        if self.lang.code() != code {
            self.lang = Lang::new(code).unwrap_or_default();
        }
    }

    /// Selects a thing, and has the map move to it when the page about it is there.
    fn reveal(&mut self, id: Id) {
        self.wanted = Some(id.clone());
        self.change(Change::Select(Some(id)));
    }

    /// Moves the map to a thing, unless it is well seen already.
    pub(super) fn look_at(&mut self, id: &Id) {
        let view = self.fit(id).filter(|view| !self.sees(view));
        if view.is_some() {
            self.fly_to(view);
        }
    }

    /// Whether what a view frames is in the map already, and not too small.
    fn sees(&self, wanted: &Viewport) -> bool {
        let (now, projection) = (self.target(), self.projection());
        let Some(frame) = self.pages.sheet().map(|sheet| [sheet.frame.width(), sheet.frame.height()]) else {
            return false;
        };
        let middle = |view: &Viewport| projection.forward(view.center[0], view.center[1]);
        let (Some(there), Some(here)) = (middle(wanted), middle(&now)) else { return false };
        let inside = (0..2).all(|axis| {
            let half = |view: &Viewport| view.km_per_point * frame[axis] / 2.0;
            // The view has a margin of its own, which need not be seen.
            (there[axis] - here[axis]).abs() + half(wanted) * 0.8 <= half(&now)
        });
        inside && wanted.km_per_point >= now.km_per_point * SMALL
    }

    /// The view that shows a thing.
    pub(super) fn fit(&self, id: &Id) -> Option<Viewport> {
        let day = self.world.as_of(self.history.now().as_of);
        map::fit(&self.world, self.ground.base(), id, day, self.pages.sheet()?.frame)
    }

    /// Zooms about a point of the page; without one, about the middle and smoothly.
    fn zoom(&mut self, factor: f64, about: Option<[f64; 2]>) {
        let Some(frame) = self.pages.sheet().map(|sheet| sheet.frame) else { return };
        let frame = [frame.x0, frame.y0, frame.width(), frame.height()];
        let middle = [frame[0] + frame[2] / 2.0, frame[1] + frame[3] / 2.0];
        let view = self.target().zoomed_at(self.projection(), frame, about.unwrap_or(middle), factor);
        if about.is_some() {
            self.change(Change::Look(Some(view)));
        } else {
            self.fly_to(Some(view));
        }
    }

    /// Looks elsewhere, smoothly.
    pub(super) fn fly_to(&mut self, view: Option<Viewport>) {
        let from = self.here();
        self.change(Change::Look(view));
        self.set_off(from);
    }

    /// Starts a flight to where the session looks.
    fn set_off(&mut self, from: Option<Viewport>) {
        self.flight = None;
        if self.still.load(std::sync::atomic::Ordering::Relaxed) {
            return;
        }
        let session = self.history.now().clone();
        let to = session.viewport.or_else(|| self.home(session));
        if let (Some(from), Some(to)) = (from, to)
            && from != to
        {
            self.flight = Some(Flight::new(from, to));
        }
    }

    /// The view that the page takes by itself for the whole OTS.
    fn home(&self, session: crate::session::Session) -> Option<Viewport> {
        let page = self.pages.page()?;
        Some(map::compose(&self.world, self.ground.base(), &session, &self.lang, &page).viewport)
    }

    /// The view on screen.
    fn here(&self) -> Option<Viewport> {
        self.pages.sheet().map(|sheet| sheet.viewport)
    }

    /// The view on screen, or the one that the map is on its way to.
    pub(super) fn target(&self) -> Viewport {
        self.history.now().viewport.or_else(|| self.here()).unwrap_or(Viewport::HOME)
    }

    pub(super) fn projection(&self) -> &'static dyn Projection {
        self.ground.base().projection()
    }

    /// A file that does not exist yet: what was typed, or else the usual name.
    pub(super) fn fresh_path(&self, typed: Option<PathBuf>, usual: &str) -> PathBuf {
        let typed = typed.unwrap_or_else(|| PathBuf::from(usual));
        job::fresh(job::meant(&typed, &self.pictures(), self.folders.home.as_deref()))
    }

    /// Whether nothing is being made; otherwise the reader is told.
    pub(super) fn is_free(&mut self) -> bool {
        if self.job.is_some() {
            self.notices.tell(self.lang.text("app-export-busy"));
        }
        self.job.is_none()
    }

    /// Begins to paint a picture.
    fn begin(&mut self, ctx: &Context, wanted: Wanted) {
        if !self.is_free() {
            return;
        }
        let Wanted { size, target, marked, captioned } = wanted;
        let (Some(page), Some(sheet)) = (self.pages.page(), self.pages.sheet()) else { return };
        let order = Order {
            world: self.world.clone(),
            base: self.ground.base().clone(),
            session: self.history.now().clone(),
            lang: self.lang,
            size,
            marked,
            captioned,
            page,
            per_point: ctx.pixels_per_point(),
            seen: Seen::on(sheet),
            target,
        };
        self.job = Some(order.begin(waker(ctx)));
    }

    /// Shows a view that was found, or says why there is none.
    pub(super) fn show_found(&mut self, found: Result<Opened, String>) {
        match found {
            Ok(opened) => self.show_opened(opened),
            Err(why) => self.notices.warn(self.lang.format("app-open-failed", &[("why", why.into())])),
        }
    }

    /// Shows a view that was opened, all of it, and says what differs.
    pub(super) fn show_opened(&mut self, opened: Opened) {
        let mut session = opened.session;
        let frame = self.pages.sheet().map(|sheet| [sheet.frame.width(), sheet.frame.height()]);
        if let (Some(seen), Some(frame), true) = (opened.seen, frame, session.viewport.is_some()) {
            session.viewport = Some(seen.within(frame));
        }
        self.change(Change::Open(Box::new(session)));
        if let Some((edition, count)) = opened.differs {
            let edition = edition.map(|day| self.lang.date_long(day)).unwrap_or_default();
            let values = [("edition", edition.into()), ("count", count.into())];
            self.notices.tell(self.lang.format("app-opened-differs", &values));
        }
        if let Some(id) = opened.missing {
            self.notices.warn(super::open::edition_missing(&self.lang, &id));
        }
        if opened.is_partial {
            self.notices.tell(self.lang.text("app-opened-partly"));
        }
    }

    /// Puts the facts on the page about the selection on the clipboard.
    fn copy_facts(&mut self, ctx: &Context, table: Table) {
        let session = self.history.now();
        let day = self.world.as_of(session.as_of);
        let story = session.selection.as_ref().and_then(|id| story::tell(&self.world, id, day, &self.lang));
        if let Some(story) = story {
            self.copy_text(ctx, table.write(&story, &self.lang), "app-facts-copied");
        }
    }

    /// Puts caption, description and sources on the clipboard.
    fn copy_caption(&mut self, ctx: &Context) {
        let Some(sheet) = self.pages.sheet() else { return };
        let text = caption::text(&self.world, sheet, self.history.now(), &self.lang);
        self.copy_text(ctx, text, "app-caption-copied");
    }

    /// Puts a text on the clipboard, and says so once it is there; or that it is not, and what to do instead.
    fn copy_text(&mut self, ctx: &Context, text: String, copied: &str) {
        match clipboard::copy_text(&text) {
            Ok(clipboard) => {
                self.clipboard = Some(clipboard);
                self.notices.tell(self.lang.text(copied));
            }
            Err(why) => {
                // The window library knows clipboards of its own, and does not say whether they took it.
                ctx.copy_text(text);
                self.notices.warn(self.lang.format("app-text-failed", &[("why", why.into())]));
            }
        }
    }

    /// Hands an address to the browser of the desktop; the atlas itself uses no network.
    fn browse(&mut self, ctx: &Context, address: &str) {
        if !(address.starts_with("https://") || address.starts_with("http://")) {
            return;
        }
        let quiet = || Stdio::null();
        let opened = Process::new("xdg-open").arg(address).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn();
        match opened {
            Ok(mut child) => {
                // Somebody must take its exit code.
                let wait = move || drop(child.wait());
                let _ = std::thread::Builder::new().name("browser".to_owned()).spawn(wait);
            }
            Err(_) => {
                ctx.copy_text(address.to_owned());
                self.notices.warn(self.lang.text("app-browse-failed"));
            }
        }
    }
}
