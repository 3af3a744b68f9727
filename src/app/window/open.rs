//! Opens the window and keeps it until it is closed.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use eframe::egui::{IconData, ViewportBuilder};
use winit::platform::x11::EventLoopBuilderExtX11 as _;

use super::notices::Notices;
use super::page::Pages;
use super::{Atlas, Ground, Measure, ground};
use crate::app::cli::View;
use crate::app::desktop::folders::Folders;
use crate::app::desktop::start::{self, Display};
use crate::app::desktop::{guard, icon, motion, software};
use crate::app::keep::files;
use crate::app::keep::memory::{self, Memory, Trouble, Window};
use crate::app::keep::saver::Saver;
use crate::app::load::{self, Facts};
use crate::app::print;
use crate::export::Opened;
use crate::lang::Lang;
use crate::map;
use crate::session::{History, Session};
use crate::ui::UiState;
use crate::world::{Id, World};

/// Opens the window with a view on top of what is remembered.
#[must_use]
pub fn run(file: Option<&Path>, view: &View, start: Instant) -> ExitCode {
    let display = match start::display(|name| std::env::var_os(name)) {
        Ok(display) => display,
        Err(sentence) => return print::fail(&sentence),
    };
    let folders = Folders::here();
    let (mut memory, troubles) = memory::recall(folders.state.as_deref());
    let projection = view.projection.as_ref().unwrap_or(&memory.session.projection);
    let facts = load::begin(ground::by_id(projection));
    let opened = match file.map(|file| files::view(file, &facts.0)).transpose() {
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
    let forgets = troubles.iter().any(|trouble| !matches!(trouble, Trouble::Broken { .. }));
    let saver = Saver::new(folders.state.clone().filter(|_| !forgets));
    guard::on_mistake(saver.clone(), folders.state.clone());
    let options = options(memory.window, display);
    let opening = Opening { facts, folders, memory, troubles, saver: saver.clone(), opened, fit, start };
    let open = move || {
        eframe::run_native(
            "ots-atlas",
            options,
            Box::new(move |created| Ok(Box::new(opening.atlas(created)) as Box<dyn eframe::App>)),
        )
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

/// How the window is opened.
fn options(window: Window, display: Display) -> eframe::NativeOptions {
    let icon = icon::pixels().map(|(width, height, rgba)| IconData { rgba, width, height }).unwrap_or_default();
    let viewport = ViewportBuilder::default()
        .with_title("OTS Atlas")
        .with_app_id("ots-atlas")
        .with_icon(icon)
        .with_inner_size(window.size)
        .with_min_inner_size(Window::SMALLEST)
        .with_maximized(window.maximized);
    let mut options =
        eframe::NativeOptions { viewport, dithering: false, persist_window: false, ..eframe::NativeOptions::default() };
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
    pub fit: Option<Id>,
    pub start: Instant,
}

impl Opening {
    /// Makes the window's content, once there is a window.
    fn atlas(self, created: &eframe::CreationContext<'_>) -> Atlas {
        guard::shown();
        let ctx = &created.egui_ctx;
        let close = {
            let ctx = ctx.clone();
            move || {
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
                ctx.request_repaint();
            }
        };
        guard::on_signal(self.saver.clone(), close);
        let still = Arc::new(AtomicBool::new(false));
        motion::ask(Arc::clone(&still));
        let software = created.gl.as_deref().is_some_and(software::paints);
        self.build(ctx, software, still)
    }

    /// Makes the window's content in a context; `still` says whether movements are to be skipped.
    pub(super) fn build(self, ctx: &egui::Context, software: bool, still: Arc<AtomicBool>) -> Atlas {
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        ctx.set_zoom_factor(self.memory.window.text_size);
        ctx.set_fonts(crate::paint::screen::font_definitions());
        // What is out of sight is left out already; to look for it once more takes as long as painting a tenth of the map.
        ctx.tessellation_options_mut(|options| options.coarse_tessellation_culling = false);
        let (world, base) = &*self.facts;
        let mut notices = Notices::default();
        let session = known(self.memory.session.clone(), world, &mut notices);
        let lang = Lang::new(&session.language).unwrap_or_default();
        for trouble in &self.troubles {
            tell(trouble, &lang, &mut notices);
        }
        let ground = Ground::new(Arc::clone(world), Arc::clone(base));
        let first = (self.opened.is_some() || self.fit.is_some()).then_some((self.opened, self.fit));
        let mut atlas = Atlas {
            first,
            ground,
            lang,
            pages: Pages::default(),
            flight: None,
            wanted: None,
            panels: UiState::default(),
            notices,
            job: None,
            closing: false,
            folders: self.folders,
            saver: self.saver,
            kept: self.memory,
            proposed: String::new(),
            title: "OTS Atlas".to_owned(),
            software,
            still,
            measure: std::env::var_os("OTS_ATLAS_MEASURE").map(|_| Measure { start: self.start, frames: 0 }),
            history: History::new(session),
            clipboard: None,
            thumbnails: super::bookmarks::Thumbnails::default(),
            press: None,
            world: Arc::clone(world),
        };
        atlas.propose();
        atlas
    }
}

impl Atlas {
    /// Looks from the first frame on at what the program was opened with; only that frame knows how large the window is.
    pub(super) fn show_first(&mut self, ctx: &egui::Context) {
        let Some((opened, fit)) = self.first.take() else { return };
        let session = opened.as_ref().map_or_else(|| self.history.now(), |opened| &opened.session).clone();
        self.pages.expect(ctx, &self.panels, session.selection.is_some());
        self.pages.lay_out(&self.world, self.ground.base(), session, &self.lang);
        if let Some(opened) = opened {
            self.show_opened(opened);
        }
        let mut session = self.history.now().clone();
        if let (Some(id), Some(sheet)) = (fit, self.pages.sheet()) {
            let day = self.world.as_of(session.as_of);
            session.viewport = map::fit(&self.world, self.ground.base(), &id, day, sheet.frame);
        }
        self.history = History::new(session);
    }
}

/// The session without what this edition of the atlas does not know.
fn known(session: Session, world: &World, notices: &mut Notices) -> Session {
    let usual = Session::default();
    let lang = Lang::new(&session.language).unwrap_or_default();
    let selection = session.selection.filter(|id| {
        let known = world.exists(id);
        if !known {
            notices.tell(lang.format("app-selection-gone", &[("id", id.to_string().into())]));
        }
        known
    });
    let projection = match crate::projection::by_id(&session.projection) {
        Some(_) => session.projection,
        None => usual.projection,
    };
    Session { selection, projection, language: lang.code().to_owned(), ..session }
}

/// Tells the reader about trouble with the memory.
fn tell(trouble: &Trouble, lang: &Lang, notices: &mut Notices) {
    match trouble {
        Trouble::Broken { aside, earlier } => {
            let key = if *earlier { "app-session-earlier" } else { "app-session-afresh" };
            let path = aside.as_deref().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
            notices.warn(lang.format(key, &[("path", path.into())]));
        }
        Trouble::Homeless => notices.warn(lang.text("app-session-homeless")),
        Trouble::Unwritable(why) => {
            notices.warn(lang.format("app-session-unwritable", &[("why", why.clone().into())]));
        }
    }
}
