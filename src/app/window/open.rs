//! Opens the window and keeps it until it is closed.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Instant;

use eframe::NativeOptions;
use eframe::egui::{Context, IconData, ViewportBuilder, ViewportCommand};
use winit::platform::x11::EventLoopBuilderExtX11 as _;

use super::notices::Notices;
use super::page::Pages;
use super::{Atlas, Ground, Measure, ground};
use crate::app::cli::View;
use crate::app::desktop::folders::Folders;
use crate::app::desktop::start::{self, Display};
use crate::app::desktop::{guard, icon, software};
use crate::app::keep::files;
use crate::app::keep::memory::{self, Memory, Trouble, Window};
use crate::app::keep::saver::Saver;
use crate::app::load::{self, Facts};
use crate::app::print;
use crate::export::{Opened, Seen};
use crate::lang::Lang;
use crate::map;
use crate::paint::screen;
use crate::session::{History, Session};
use crate::ui::{UiState, theme};
use crate::world::{Id, Kind, Revision, World};

/// Opens the window with a view on top of what is remembered.
#[must_use]
pub fn run(file: Option<&Path>, view: &View, start: Instant) -> ExitCode {
    if let Some(missing) = file.filter(|file| !file.exists()) {
        return print::fail(&format!("cannot read {}: there is no such file", missing.display()));
    }
    let display = match start::display(|name| std::env::var_os(name)) {
        Ok(display) => display,
        Err(sentence) => return print::fail(&sentence),
    };
    let folders = Folders::here();
    let (mut memory, troubles) = memory::recall(folders.state.as_deref());
    let projection = view.projection.as_ref().unwrap_or(&memory.session.projection);
    let facts = load::facts(ground::by_id(projection));
    let folder = file.filter(|file| file.is_dir()).map(Path::to_owned);
    let opened = match file.filter(|_| folder.is_none()).map(|file| files::view(file, &facts.0)).transpose() {
        Ok(opened) => opened,
        Err(sentence) => return print::fail(&sentence),
    };
    if let Some(opened) = &opened {
        memory.session = opened.session.clone();
    }
    let fit = match view.apply(&mut memory.session, || &facts.0) {
        Ok(fit) => fit,
        Err(sentence) => return print::fail(&sentence),
    };
    let forgets = troubles.iter().any(|trouble| matches!(trouble, Trouble::Homeless | Trouble::Unwritable(_)));
    let saver = Saver::new(folders.state.clone().filter(|_| !forgets)).knowing(&memory.bookmarks);
    guard::on_mistake(saver.clone(), folders.state.clone());
    let mut options = options(memory.window, display);
    let ctx = context(memory.window.text_size);
    let opening = Opening { facts, folders, memory, troubles, saver: saver.clone(), opened, folder, fit, start };
    let still = Arc::new(AtomicBool::new(false));
    let rehearsal = rehearsal(opening, &mut options, &ctx, &still);
    let keeper = saver.clone();
    let open = move || {
        let show = move |created: &eframe::CreationContext<'_>| {
            let rehearsed = rehearsal.take().ok_or("nothing was rehearsed")??;
            let (atlas, icon) = rehearsed.join().unwrap_or_else(|mistake| std::panic::resume_unwind(mistake));
            created.egui_ctx.send_viewport_cmd(ViewportCommand::Icon(icon.map(Arc::new)));
            Ok(Box::new(shown(atlas, created, keeper, still)) as Box<dyn eframe::App>)
        };
        eframe::run_native_ext("ots-atlas", options, Some(ctx), Box::new(show))
    };
    // A library that is missing makes the window library panic, and only the panic says which one.
    let ended = std::panic::catch_unwind(std::panic::AssertUnwindSafe(open));
    match ended {
        Ok(Ok(())) => {
            saver.close();
            ExitCode::SUCCESS
        }
        Ok(Err(error)) => print::fail(&start::sentence(&error)),
        Err(_) if guard::was_shown() => ExitCode::FAILURE,
        Err(_) => print::fail(&start::because(&guard::said().unwrap_or_default())),
    }
}

/// The thread that makes content and icon of the window, once it was started.
type Rehearsal = Rc<Cell<Option<io::Result<JoinHandle<(Atlas, Option<IconData>)>>>>>;

/// Has the first frame rehearsed in a thread once the window library has met the desktop: what it asks for until then,
/// above all the input method, takes half as long again or more in a program that has a second thread.
fn rehearsal(opening: Opening, options: &mut NativeOptions, ctx: &Context, still: &Arc<AtomicBool>) -> Rehearsal {
    let rehearsal = Rehearsal::default();
    let (kept, ctx, still) = (Rc::clone(&rehearsal), ctx.clone(), Arc::clone(still));
    let work = move || (opening.rehearse(&ctx, still), icon::pixels());
    options.window_builder = Some(Box::new(move |viewport| {
        kept.set(Some(std::thread::Builder::new().name("first frame".to_owned()).spawn(work)));
        viewport
    }));
    rehearsal
}

/// The context of the window, as the window library would make it, with the text size of the last time.
fn context(text_size: f32) -> Context {
    let ctx = Context::default();
    ctx.set_embed_viewports(false);
    ctx.options_mut(|options| {
        options.max_passes = NonZero::<usize>::MIN.saturating_add(1);
        options.zoom_factor = text_size;
        options.zoom_with_keyboard = false;
    });
    ctx
}

/// How the window is opened.
fn options(window: Window, display: Display) -> NativeOptions {
    // The sizes are multiplied by the text size of the context.
    let sized = |size: [f32; 2]| size.map(|side| side / window.text_size);
    let viewport = ViewportBuilder::default()
        .with_title("OTS Atlas")
        .with_app_id("ots-atlas")
        // It gets its own with the first frame, and none of the library's before.
        .with_icon(IconData::default())
        .with_inner_size(sized(window.size))
        .with_min_inner_size(sized(Window::SMALLEST))
        .with_maximized(window.maximized);
    let mut options = NativeOptions {
        viewport,
        dithering: false,
        persist_window: false,
        system_font_fallback: false,
        ..NativeOptions::default()
    };
    if display == Display::X11 {
        options.event_loop_builder = Some(Box::new(|builder| {
            builder.with_x11();
        }));
    }
    options
}

/// What the window is opened with.
pub(super) struct Opening {
    pub facts: Facts,
    pub folders: Folders,
    pub memory: Memory,
    pub troubles: Vec<Trouble>,
    pub saver: Saver,
    pub opened: Option<Opened>,
    pub folder: Option<PathBuf>,
    pub fit: Option<Id>,
    pub start: Instant,
}

/// What a window of that size tells of itself before anybody touches it.
fn input(window: Window) -> egui::RawInput {
    let room = egui::Vec2::from(window.size) / window.text_size;
    egui::RawInput {
        screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, room)),
        max_texture_side: Some(screen::LETTERS),
        time: Some(0.0),
        ..egui::RawInput::default()
    }
}

/// Takes the window's content to the window, once there is one.
fn shown(mut atlas: Atlas, created: &eframe::CreationContext<'_>, saver: Saver, still: Arc<AtomicBool>) -> Atlas {
    guard::shown();
    let ctx = created.egui_ctx.clone();
    let ending = Arc::clone(&atlas.ending);
    let close = move || {
        ending.store(true, Ordering::Relaxed);
        ctx.send_viewport_cmd(ViewportCommand::Close);
        ctx.request_repaint();
    };
    guard::on_signal(saver, close);
    atlas.unasked = Some(still);
    atlas.software = created.gl.as_deref().is_some_and(software::paints);
    atlas
}

impl Opening {
    /// Makes the window's content and its first frame, as they will be if nothing comes between, while the window is
    /// still being made: facts are read, the page is painted, and the letters of the panels are drawn.
    fn rehearse(self, ctx: &Context, still: Arc<AtomicBool>) -> Atlas {
        let input = input(self.memory.window);
        let mut atlas = self.build(ctx, true, still);
        if atlas.first.is_some() {
            // What is looked at depends on the size that the window really gets.
            return atlas;
        }
        let mut output = ctx.run_ui(input, |ui| {
            atlas.lay_out(ctx);
            let room = atlas.show(ui, None).and_then(|out| out.room);
            if room.is_some_and(|room| atlas.pages.set_room(room)) {
                ctx.request_discard("another room for the page");
            }
        });
        // What was drawn goes to the graphics driver with the frame that is shown.
        output.textures_delta.free.clear();
        let drawn: BTreeMap<_, _> = output.textures_delta.set.drain().collect();
        let textures = ctx.tex_manager();
        let mut textures = textures.write();
        for (id, delta) in drawn.into_iter().flat_map(|(id, deltas)| deltas.into_iter().map(move |delta| (id, delta))) {
            textures.set(id, delta);
        }
        atlas
    }

    /// Makes the window's content in a context; `still` says whether movements are to be skipped.
    pub(super) fn build(self, ctx: &Context, software: bool, still: Arc<AtomicBool>) -> Atlas {
        ctx.set_fonts(screen::font_definitions());
        // What is out of sight is left out already; to look for it once more takes as long as painting a tenth of the map.
        ctx.tessellation_options_mut(|options| options.coarse_tessellation_culling = false);
        let (world, base) = &*self.facts;
        let mut notices = Notices::default();
        let session = known(self.memory.session.clone(), world, &mut notices);
        // Before the first pass: letters are drawn for a light or a dark ground, and all anew for the other.
        theme::install(ctx, session.theme.tokens(), still.load(Ordering::Relaxed));
        let lang = Lang::new(&session.language).unwrap_or_default();
        for trouble in &self.troubles {
            tell(trouble, &lang, &mut notices);
        }
        let ground = Ground::new(Arc::clone(world), Arc::clone(base));
        let first = (self.opened.is_some() || self.fit.is_some()).then_some((self.opened, self.fit));
        let mut atlas = Atlas {
            first,
            folder: self.folder,
            ground,
            lang,
            pages: Pages::default(),
            flight: None,
            wanted: None,
            panels: UiState::default(),
            notices,
            job: None,
            closing: false,
            ending: Arc::default(),
            folders: self.folders,
            saver: self.saver,
            kept: self.memory,
            proposed: String::new(),
            title: "OTS Atlas".to_owned(),
            software,
            still,
            unasked: None,
            measure: std::env::var_os("OTS_ATLAS_MEASURE").map(|_| Measure { start: self.start, frames: 0 }),
            history: History::new(session),
            clipboard: None,
            thumbnails: super::bookmarks::Thumbnails::default(),
            listed: false,
            press: None,
            surveying: None,
            checked: None,
            reading: None,
            failed: None,
            held: None,
            world: Arc::clone(world),
        };
        atlas.propose();
        atlas
    }
}

impl Atlas {
    /// Looks from the first frame on at what the program was opened with; only that frame knows how large the window is.
    pub(super) fn show_first(&mut self, ctx: &Context) {
        if let Some(folder) = self.folder.take() {
            self.open_file(ctx, folder);
        }
        let Some((opened, fit)) = self.first.take() else { return };
        let session = opened.as_ref().map_or_else(|| self.history.now(), |opened| &opened.session).clone();
        self.pages.expect(ctx, &self.panels, session.selection.is_some());
        self.pages.lay_out(&self.world, self.ground.base(), session, &self.lang);
        let seen = opened.as_ref().and_then(|opened| opened.seen);
        if let Some(opened) = opened {
            self.show_opened(opened);
        }
        let mut session = self.history.now().clone();
        self.held = seen.zip(session.viewport);
        if let (Some(id), Some(sheet)) = (fit, self.pages.sheet()) {
            let day = self.world.as_of(session.as_of);
            session.viewport = map::fit(&self.world, self.ground.base(), &id, day, sheet.frame);
            let fitted = session.viewport.map(|viewport| (Seen { viewport, ..Seen::on(sheet) }, viewport));
            self.held = fitted.or(self.held);
        }
        self.history = History::new(session);
    }

    /// Shows all of the picture that the window was opened with, when the window has taken another size.
    pub(super) fn hold(&mut self) {
        let (Some((seen, last)), Some(sheet)) = (self.held, self.pages.sheet()) else { return };
        let now = self.history.now();
        if now.viewport != Some(last) || self.history.can_undo() {
            self.held = None;
            return;
        }
        let view = seen.within([sheet.frame.width(), sheet.frame.height()]);
        if view != last {
            let session = Session { viewport: Some(view), ..now.clone() };
            self.held = Some((seen, view));
            self.pages.lay_out(&self.world, self.ground.base(), session.clone(), &self.lang);
            self.history = History::new(session);
        }
    }
}

/// The session without what this edition of the atlas does not know.
pub(super) fn known(session: Session, world: &World, notices: &mut Notices) -> Session {
    let usual = Session::default();
    let lang = Lang::new(&session.language).unwrap_or_default();
    let selection = session.selection.filter(|id| {
        let known = world.exists(id);
        if !known && id.kind == Kind::Edition {
            notices.tell(edition_missing(&lang, id));
        } else if !known {
            notices.tell(lang.format("app-selection-gone", &[("id", id.to_string().into())]));
        }
        known
    });
    let projection = match crate::projection::by_id(&session.projection) {
        Some(_) => session.projection,
        None => usual.projection,
    };
    let sorting = session.sorting.known(world);
    Session { selection, sorting, projection, language: lang.code().to_owned(), ..session }
}

/// Says that another edition of the facts is missing.
pub(super) fn edition_missing(lang: &Lang, id: &Id) -> String {
    let date = Revision::day(&id.key).map(|day| lang.date_long(day)).unwrap_or_default();
    lang.format("app-edition-missing", &[("date", date.into())])
}

/// Tells the reader about trouble with the memory.
fn tell(trouble: &Trouble, lang: &Lang, notices: &mut Notices) {
    match trouble {
        Trouble::Broken { aside, earlier } => {
            let key = if *earlier { "app-session-earlier" } else { "app-session-afresh" };
            let path = aside.as_deref().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
            notices.warn(lang.format(key, &[("path", path.into())]));
        }
        Trouble::BrokenBookmarks { aside, earlier } => {
            let key = if *earlier { "app-bookmarks-earlier" } else { "app-bookmarks-afresh" };
            let path = aside.as_deref().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
            notices.warn(lang.format(key, &[("path", path.into())]));
        }
        Trouble::Homeless => notices.warn(lang.text("app-session-homeless")),
        Trouble::Unwritable(why) => {
            notices.warn(lang.format("app-session-unwritable", &[("why", why.clone().into())]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_frame_is_as_it_was_rehearsed() {
        let (ctx, memory) = (context(1.0), Memory::default());
        let opening = Opening {
            facts: load::facts(crate::projection::ALL[0]),
            folders: Folders { state: None, home: None, pictures: None },
            memory: memory.clone(),
            troubles: Vec::new(),
            saver: Saver::new(None),
            opened: None,
            folder: None,
            fit: None,
            start: Instant::now(),
        };
        let mut atlas = opening.rehearse(&ctx, Arc::default());
        assert_eq!(atlas.pages.revision(), 1, "the room for the page was guessed rightly");
        let wanted = ctx.global_style().visuals.text_options;
        let wanted = egui::epaint::text::TextOptions { max_texture_side: screen::LETTERS, ..wanted };
        assert_eq!(ctx.fonts(|fonts| *fonts.options()), wanted, "the letters are those of the theme");
        let mut passes = 0;
        let mut output = ctx.run_ui(input(memory.window), |ui| {
            passes += 1;
            atlas.lay_out(&ctx);
            let room = atlas.show(ui, None).and_then(|out| out.room);
            assert!(!room.is_some_and(|room| atlas.pages.set_room(room)));
        });
        assert_eq!((passes, atlas.pages.revision()), (1, 1), "nothing is done twice");
        let brought = &output.textures_delta.set;
        assert!(brought.contains_key(&egui::TextureId::default()), "the letters come with it");
        assert!(brought.len() > 1, "the page comes with it");
        output.textures_delta.clear();
    }
}
