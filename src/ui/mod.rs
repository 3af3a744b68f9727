//! Panels, inspector, dialogs and widgets: they show the model and return commands.

pub mod canvas;
mod dialog;
pub mod icon;
pub mod inspector;
pub mod keys;
mod list;
mod menu;
mod notices;
mod rail;
mod search;
mod state;
pub mod theme;
mod timeline;
mod top_bar;
pub mod widget;

use egui::{CentralPanel, Frame, Order, Panel, Rect, Ui, pos2, vec2};

use crate::command::Command;
use crate::date::Day;
use crate::export::press::Survey;
use crate::export::{Finding, Size as ExportSize};
use crate::lang::Lang;
use crate::map::Sheet;
use crate::scene::Size;
use crate::session::{Bookmarks, History};
use crate::style::Tokens;
use crate::world::World;

pub use dialog::THUMBNAIL;
pub use state::UiState;

/// What the panels show.
#[derive(Clone, Copy)]
pub struct Model<'a> {
    /// All facts.
    pub world: &'a World,
    /// The session with its past.
    pub history: &'a History,
    /// Words.
    pub lang: &'a Lang,
    /// Colours.
    pub tokens: &'static Tokens,
    /// As-of day in force.
    pub day: Day,
    /// The page as it was laid out for this frame.
    pub sheet: &'a Sheet,
    /// What is told to the reader: newest last.
    pub notices: &'a [Notice],
    /// Work that goes on in the background.
    pub job: Option<&'a Progress>,
    /// Views that the reader keeps.
    pub bookmarks: &'a Bookmarks,
    /// Pictures of these views, as far as they are painted.
    pub thumbnails: &'a [Option<egui::TextureId>],
    /// What the press check found in the picture that was asked about.
    pub press: Option<&'a Press>,
    /// What the press check found so far in the pack that is about to be made.
    pub survey: Option<&'a Survey>,
    /// Another number for every page that was laid out: whoever keeps something per page compares it.
    pub revision: u64,
    /// Whether movements are to be skipped.
    pub reduced_motion: bool,
    /// File that an export would write next, as the dialog proposes it.
    pub export_path: &'a str,
    /// What stands against the file or the folder that a dialog names.
    pub obstacle: Option<&'a str>,
    /// Whether the window paints without a graphics card; the page is then shown as one texture.
    pub software: bool,
}

/// A message to the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Number that dismisses it.
    pub serial: usize,
    /// Whether something failed.
    pub error: bool,
    /// What it says.
    pub text: String,
}

/// How far a job is.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// What is done: "Writing kz.png".
    pub label: String,
    /// 0 to 1; none where it cannot be told.
    pub fraction: Option<f32>,
    /// Whether it can be stopped.
    pub stops: bool,
}

/// Where a dialog is about to write, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// A file.
    File(String),
    /// A folder.
    Folder(String),
}

/// The picture that the press check looks at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Proof {
    /// As the window shows it.
    Window,
    /// In a size of its own.
    Sized(ExportSize),
}

impl Proof {
    /// The picture of a size; without one, that of the window.
    #[must_use]
    pub fn of(size: Option<ExportSize>) -> Self {
        size.map_or(Self::Window, Self::Sized)
    }
}

/// What the press check found.
#[derive(Debug, Clone, PartialEq)]
pub struct Press {
    /// What it looked at.
    pub proof: Proof,
    /// The page that was checked.
    pub revision: u64,
    /// What a press office would object to.
    pub findings: Vec<Finding>,
}

/// What the window must know after the panels are laid out.
#[derive(Debug, Default)]
pub struct Output {
    /// What the reader asked for, in order.
    pub commands: Vec<Command>,
    /// Room for the page in points; the next page is laid out for it.
    pub room: Option<Size>,
}

/// Windows narrower than this, in points, fold the rail into icons and lay the inspector over the map.
const NARROW: f32 = 1200.0;

/// Width of the inspector in points: least, usual, most.
const INSPECTOR: [f32; 3] = [304.0, 344.0, 440.0];

/// Lays out the whole window and returns what the reader asked for. The panels have no ground of their own: the window
/// is cleared in the colour `panel` of the tokens, which costs nothing where the driver paints on the CPU.
pub fn show(ui: &mut Ui, model: &Model, state: &mut UiState) -> Output {
    theme::install(ui.ctx(), model.tokens, model.reduced_motion);
    let mut out = Output::default();
    let here = state.here(model.history);
    let focus = keys::Focus { dialog: state.has_dialog(), map: state.map };
    out.commands.extend(keys::read(ui.ctx(), here, focus));
    let wide = ui.ctx().content_rect().width() >= NARROW;
    let rail = match (state.map_only, wide) {
        (true, _) => 0.0,
        (false, true) => state.rail,
        (false, false) => rail::NARROW,
    };
    Panel::top("ots bar").exact_size(top_bar::HEIGHT).frame(Frame::NONE).show_separator_line(false).show(ui, |ui| {
        top_bar::show(ui, model, state, rail, &mut out);
    });
    notices::errors(ui, model, &mut out);
    let mut field = None;
    if !state.map_only {
        field = rail_panel(ui, model, state, wide, &mut out);
    }
    let selected = model.history.now().selection.is_some() && !state.map_only;
    if selected && wide {
        let [least, usual, most] = INSPECTOR;
        let panel = Panel::right("ots inspector").default_size(usual).size_range(least..=most).frame(Frame::NONE);
        let shown = panel.show_separator_line(false).show(ui, |ui| state.inspector.show(ui, model, &mut out));
        let rect = shown.response.rect;
        edge(ui, model, rect.left() + 0.5, rect);
    }
    if state.timeline.open && !state.map_only {
        let panel =
            Panel::bottom("ots timeline").exact_size(timeline::HEIGHT).frame(Frame::NONE).show_separator_line(false);
        panel.show(ui, |ui| timeline::show(ui, model, &mut state.timeline, &mut out));
    }
    let middle = CentralPanel::no_frame().show(ui, |ui| state.canvas.show(ui, model, &mut out));
    state.map = middle.response.rect;
    if selected && !wide {
        inspector_over(ui, model, state, &mut out);
    }
    overlays(ui, model, state, field, &mut out);
    out
}

/// The rail, whole or as icons; returns where the results of the search hang.
fn rail_panel(ui: &mut Ui, model: &Model, state: &mut UiState, wide: bool, out: &mut Output) -> Option<egui::Pos2> {
    let [least, usual, most] = rail::WIDTH;
    let panel = if wide {
        Panel::left("ots rail").default_size(usual).size_range(least..=most)
    } else {
        Panel::left("ots rail narrow").exact_size(rail::NARROW).resizable(false)
    };
    let shown = panel.frame(Frame::NONE).show_separator_line(false).show(ui, |ui| {
        if wide {
            rail::show(ui, model, state, out);
        } else {
            rail::show_narrow(ui, model, state, out);
        }
    });
    let rect = shown.response.rect;
    edge(ui, model, rect.right() - 0.5, rect);
    if !wide {
        return None;
    }
    state.rail = rect.width();
    Some(rect.min + vec2(12.0, 48.0))
}

/// A hairline down the side of a panel.
fn edge(ui: &Ui, model: &Model, x: f32, panel: Rect) {
    ui.painter().vline(x, panel.y_range(), (1.0, theme::color(model.tokens.line)));
}

/// The inspector over the right part of the map, where the window is narrow.
fn inspector_over(ui: &Ui, model: &Model, state: &mut UiState, out: &mut Output) {
    let map = state.map;
    let width = INSPECTOR[0].min(map.width() - 24.0).max(120.0);
    let place = Rect::from_min_max(pos2(map.right() - width, map.top()), map.max);
    let area = egui::Area::new(egui::Id::unique("ots inspector over")).order(Order::Middle).fixed_pos(place.min);
    area.constrain(false).show(ui.ctx(), |ui| {
        let frame = Frame::NONE.fill(theme::color(model.tokens.panel)).shadow(theme::popup_shadow());
        frame.show(ui, |ui| {
            ui.set_min_size(place.size());
            ui.set_max_size(place.size());
            state.inspector.show(ui, model, out);
        });
        ui.painter().vline(place.left() + 0.5, place.y_range(), (1.0, theme::color(model.tokens.line)));
    });
}

/// Everything that lies on top.
fn overlays(ui: &Ui, model: &Model, state: &mut UiState, field: Option<egui::Pos2>, out: &mut Output) {
    let ctx = ui.ctx();
    search::show(ctx, model, state, field, out);
    let here = state.here(model.history);
    state.dialogs.show(ctx, model, here, out);
    notices::toasts(ctx, model, &mut state.notices, out);
}
