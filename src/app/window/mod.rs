//! The window: gathers what is asked for, carries it out, lays out the page when something changed, and shows it.

mod act;
mod bookmarks;
#[cfg(test)]
mod drive;
mod fly;
mod ground;
mod job;
mod notices;
mod open;
mod page;
mod press;
mod read;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use eframe::egui::{Context, Ui, ViewportCommand};

use super::desktop::folders::Folders;
use super::desktop::motion;
use super::keep::memory::{Memory, Window};
use super::keep::saver::Saver;
use crate::command::Dialog;
use crate::export::{Opened, Seen};
use crate::lang::Lang;
use crate::paint::screen;
use crate::projection::Viewport;
use crate::session::History;
use crate::ui::{self, Destination, Model, Press, Progress, UiState};
use crate::world::{Id, World};

use bookmarks::Thumbnails;
use fly::Flight;
use ground::Ground;
use job::{Done, Job, Target};
use notices::Notices;
use page::Pages;
use press::Surveying;
use read::Reading;

pub use open::run;

/// The running window.
pub struct Atlas {
    /// What the program was opened with, until the first frame: a picture, and a thing to bring into view.
    first: Option<(Option<Opened>, Option<Id>)>,
    /// Folder of another edition of the facts that it was opened with, until the first frame.
    folder: Option<PathBuf>,
    world: Arc<World>,
    ground: Ground,
    history: History,
    lang: Lang,
    pages: Pages,
    flight: Option<Flight>,
    /// What was selected to be seen; looked at once the panels have made room for its page.
    wanted: Option<Id>,
    panels: UiState,
    notices: Notices,
    job: Option<Job>,
    /// Whether the window closes as soon as the picture is written.
    closing: bool,
    /// Whether the system asks the program to end.
    ending: Arc<AtomicBool>,
    folders: Folders,
    saver: Saver,
    /// What was handed over to be saved last.
    kept: Memory,
    /// File that the export dialog proposes.
    proposed: String,
    title: String,
    software: bool,
    still: Arc<AtomicBool>,
    /// Where to note whether the desktop asks for no movement, until it is asked: after the first frame.
    unasked: Option<Arc<AtomicBool>>,
    measure: Option<Measure>,
    /// Keeps a copied picture on the clipboard.
    clipboard: Option<arboard::Clipboard>,
    thumbnails: Thumbnails,
    /// Whether the list of bookmarks was open in the last frame.
    listed: bool,
    /// What the press check found in the picture that the reader asks about.
    press: Option<Press>,
    /// What the press check finds in the pack in the dialog.
    surveying: Option<Surveying>,
    /// Where a dialog is about to write, and what stands against it.
    checked: Option<(Destination, Option<String>)>,
    /// A file that is being read.
    reading: Option<Reading>,
    /// Number of the message that a job failed, until another one is done.
    failed: Option<usize>,
    /// What the picture shows that the window was opened with, and the view for it, until the reader looks elsewhere:
    /// windows take their size after they are opened.
    held: Option<(Seen, Viewport)>,
}

/// Measures the time to the first frame for the benchmark.
struct Measure {
    start: Instant,
    frames: u32,
}

impl eframe::App for Atlas {
    fn raw_input_hook(&mut self, ctx: &Context, input: &mut egui::RawInput) {
        screen::narrow(ctx, input);
    }

    fn clear_color(&self, _: &egui::Visuals) -> [f32; 4] {
        ui::theme::color(self.history.now().theme.tokens().panel).to_normalized_gamma_f32()
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.measured(&ctx);
        self.take_in(&ctx);
        self.take_drops(&ctx);
        self.show_first(&ctx);
        let moving = self.lay_out(&ctx);
        let progress = self.progress(&ctx);
        self.press_check(&ctx);
        self.share_bookmarks(&ctx);
        self.survey(&ctx);
        self.check_destination();
        let Some(out) = self.show(ui, progress.as_ref()) else { return };
        if let Some(room) = out.room
            && self.pages.set_room(room)
        {
            // The page of this pass has the wrong size; lay it out again before anybody sees it.
            ctx.request_discard("another room for the page");
            ctx.request_repaint();
        } else if let Some(id) = self.wanted.take() {
            self.look_at(&id);
            ctx.request_repaint();
        }
        let asked = !out.commands.is_empty();
        for command in out.commands {
            self.carry_out(&ctx, command);
        }
        if asked || moving {
            ctx.request_repaint();
        }
        self.close(&ctx);
        self.remember(&ctx);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        if let Some(job) = self.job.take() {
            // A picture is written to its end, or not at all; a pack is stopped.
            job.cancel();
            let _ = job.wait();
        }
        self.saver.close();
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}

impl Atlas {
    /// Takes in what threads have done.
    fn take_in(&mut self, ctx: &Context) {
        let wake = waker(ctx);
        self.ground.turn_to(&self.history.now().projection, wake);
        if let Some(still) = self.unasked.take_if(|_| self.ground.is_shown()) {
            motion::ask(still);
        }
        if let Some((target, result)) =
            self.job.as_ref().and_then(|job| job.ended().map(|result| (job.target.clone(), result)))
        {
            match result {
                Ok(done) => self.tell_done(&target, done),
                Err(_) if self.job.as_ref().is_some_and(Job::is_cancelled) => {
                    self.notices.tell(self.lang.text("app-pack-stopped"));
                }
                Err(why) => {
                    let key = match target {
                        Target::Clipboard => "app-copy-failed",
                        Target::File(_) => "app-export-failed",
                        Target::Folder(_) => "app-pack-failed",
                    };
                    self.notices.warn(self.lang.format(key, &[("why", why.into())]));
                    self.failed = Some(self.notices.last());
                }
            }
            self.job = None;
            self.propose();
        }
        self.take_read();
        if let Some(why) = self.saver.failure() {
            self.notices.warn(self.lang.format("app-session-failed", &[("why", why.into())]));
        }
    }

    /// Tells what came of a job.
    fn tell_done(&mut self, target: &Target, done: Done) {
        self.failed.take().into_iter().for_each(|serial| self.notices.dismiss(serial));
        let path = match target {
            Target::Folder(path) => self.tilde(path),
            Target::File(_) | Target::Clipboard => String::new(),
        };
        let words = match done {
            Done::Written { path, lacks } => {
                let saved = self.lang.format("app-saved", &[("path", self.tilde(&path).into())]);
                if let Some(why) = lacks {
                    self.notices.warn(self.lang.format("app-caption-failed", &[("why", why.into())]));
                }
                saved
            }
            Done::Copied(clipboard) => {
                self.clipboard = Some(clipboard);
                self.lang.text("app-copied")
            }
            Done::Delivered(pack) => {
                let values = [("files", pack.files.into()), ("findings", pack.findings.into()), ("path", path.into())];
                self.lang.format("app-pack-done", &values)
            }
        };
        self.notices.tell(words);
    }

    /// Lays out the page where something changed; whether the map is on its way.
    fn lay_out(&mut self, ctx: &Context) -> bool {
        let flown = self.flight.and_then(|flight| flight.at(Instant::now()));
        if flown.is_none() {
            self.flight = None;
        }
        let mut session = self.history.now().clone();
        if flown.is_some() {
            session.viewport = flown;
        }
        self.pages.expect(ctx, &self.panels, session.selection.is_some());
        self.pages.lay_out(&self.world, self.ground.base(), session, &self.lang);
        self.hold();
        flown.is_some()
    }

    /// Shows the panels and the page; nothing as long as there is no page.
    fn show(&mut self, ui: &mut Ui, job: Option<&Progress>) -> Option<ui::Output> {
        let thumbnails = self.thumbnails(ui.ctx());
        let sheet = self.pages.sheet()?;
        let model = Model {
            world: &self.world,
            history: &self.history,
            lang: &self.lang,
            tokens: self.history.now().theme.tokens(),
            day: self.world.as_of(self.history.now().as_of),
            sheet,
            notices: self.notices.list(),
            job,
            bookmarks: &self.kept.bookmarks,
            thumbnails: &thumbnails,
            press: self.press.as_ref(),
            survey: self.surveying.as_ref().map(|surveying| &surveying.found),
            revision: self.pages.revision(),
            reduced_motion: self.still.load(Ordering::Relaxed),
            export_path: &self.proposed,
            obstacle: self.checked.as_ref().and_then(|(_, why)| why.as_deref()),
            software: self.software,
        };
        Some(ui::show(ui, &model, &mut self.panels))
    }

    /// How far the export is, once it takes long.
    fn progress(&self, ctx: &Context) -> Option<Progress> {
        let job = self.job.as_ref()?;
        let past = job.since.elapsed();
        if past < job::PATIENCE {
            ctx.request_repaint_after(job::PATIENCE - past);
            return None;
        }
        let label = match &job.target {
            Target::File(path) | Target::Folder(path) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                self.lang.format("app-writing", &[("name", name.into())])
            }
            Target::Clipboard => self.lang.text("app-copying"),
        };
        Some(Progress { label, fraction: job.fraction(), stops: job.stops() })
    }

    /// Lets the window close, once a picture that is being written is whole; asks where a pack would be stopped.
    fn close(&mut self, ctx: &Context) {
        let stops = self.job.as_ref().is_some_and(Job::stops);
        if ctx.input(|input| input.viewport().close_requested()) && self.job.is_some() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            if self.ending.load(Ordering::Relaxed) {
                self.leave();
            } else if stops {
                self.panels.dialogs.set_open(Some(Dialog::Leave));
            } else {
                self.notices.tell(self.lang.text("app-closing"));
                self.closing = true;
            }
        }
        if !stops && self.panels.dialogs.open() == Some(Dialog::Leave) {
            // The pack is made: there is nothing left to ask.
            self.panels.dialogs.set_open(None);
        }
        if self.closing && self.job.is_none() {
            self.closing = false;
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    /// Stops what can be stopped, and closes the window as soon as nothing is being made.
    fn leave(&mut self) {
        self.job.as_ref().map(Job::cancel);
        self.closing = true;
    }

    /// Hands over what is to be remembered, and names the window after what it shows.
    fn remember(&mut self, ctx: &Context) {
        let zoom = ctx.zoom_factor();
        let window = ctx.input(|input| {
            let view = input.viewport();
            let special = view.maximized == Some(true) || view.fullscreen == Some(true);
            let size = view.inner_rect.filter(|_| !special).map(|rect| [rect.width() * zoom, rect.height() * zoom]);
            Window {
                size: size.unwrap_or(self.kept.window.size),
                maximized: view.maximized.unwrap_or(self.kept.window.maximized),
                text_size: zoom,
            }
        });
        if self.kept.session != *self.history.now() || self.kept.window != window {
            let selected = self.kept.session.selection != self.history.now().selection;
            self.kept = Memory { session: self.history.now().clone(), window, ..self.kept.clone() };
            self.saver.keep(self.kept.clone());
            if selected {
                self.propose();
            }
        }
        let session = self.history.now();
        let title = match &session.selection {
            Some(id) => {
                let day = session.day(&self.world);
                format!("{} – OTS Atlas", self.world.name_on(id, &session.language, day))
            }
            None => "OTS Atlas".to_owned(),
        };
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// Proposes a file for the next export: after the selection, with the as-of day, in the pictures folder.
    fn propose(&mut self) {
        let session = self.history.now();
        let subject = session.selection.as_ref().map_or_else(|| "ots".to_owned(), |id| self.world.name(id, "en"));
        let subject: String = crate::lang::fold(&subject).split(' ').take(5).collect::<Vec<_>>().join("-");
        let name = format!("{subject}-{}.png", session.day(&self.world));
        self.proposed = job::fresh(self.pictures().join(name)).display().to_string();
    }

    /// Where pictures go.
    fn pictures(&self) -> PathBuf {
        let here = || std::env::current_dir().unwrap_or_default();
        self.folders.pictures.clone().unwrap_or_else(here)
    }

    /// A path as people write it, with ~ for the home folder.
    fn tilde(&self, path: &std::path::Path) -> String {
        let below = self.folders.home.as_ref().and_then(|home| path.strip_prefix(home).ok());
        below.map_or_else(|| path.display().to_string(), |below| format!("~/{}", below.display()))
    }

    /// Tells the time of the first frame and ends, where the benchmark asks for it.
    fn measured(&mut self, ctx: &Context) {
        let Some(measure) = &mut self.measure else { return };
        // A frame may take two passes.
        measure.frames += u32::from(ctx.current_pass_index() == 0);
        // The second frame begins once the first one is on screen.
        if measure.frames == 2 && ctx.current_pass_index() == 0 {
            super::print::note(&format!("first frame after {} ms", measure.start.elapsed().as_millis()));
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        ctx.request_repaint();
    }
}

/// Has the window painted again, from any thread.
fn waker(ctx: &Context) -> impl Fn() + Clone + Send + Sync + 'static {
    let ctx = ctx.clone();
    move || ctx.request_repaint()
}
