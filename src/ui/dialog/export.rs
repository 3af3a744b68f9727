//! The export dialog: how large, in which format, and where to.

use std::path::{Path, PathBuf};

use egui::{Context, Ui, vec2};

use crate::command::Command;
use crate::export::{BadSize, FORMATS, Format, Size, USUAL};
use crate::style::{NOTE, NOTE_STRONG};
use crate::ui::icon::Icon;
use crate::ui::widget::{Button, Field, confirmed, dialog, foot, tabs, toggle_row};
use crate::ui::{Model, Proof, theme};

use super::{Asked, obstacle, press};

/// The export dialog as the reader left it.
#[derive(Debug, Default)]
pub struct Export {
    /// Which size is chosen.
    choice: Choice,
    typed: String,
    path: String,
    /// Whether view and code are left out.
    unmarked: bool,
    /// Whether caption, description and sources are written beside.
    captioned: bool,
    /// Whether the path is still to be filled in.
    fresh: bool,
}

/// Which size is chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Choice {
    /// That of the window.
    #[default]
    Window,
    /// One of those with a name.
    Usual(usize),
    /// One's own.
    Typed,
}

/// Sizes for screens among those with a name; the others are for paper.
const SCREENS: usize = 4;

impl Export {
    /// Begins with what was chosen last, and a fresh file.
    pub fn begin(&mut self) {
        self.fresh = true;
    }

    /// The size that is chosen; none for that of the window.
    ///
    /// # Errors
    /// Where what was typed is no size.
    pub fn size(&self) -> Result<Option<Size>, BadSize> {
        match self.choice {
            Choice::Window => Ok(None),
            Choice::Usual(at) => Ok(USUAL.get(at).map(|(_, size)| *size)),
            Choice::Typed => Size::parse(&self.typed).map(Some),
        }
    }

    /// The file as it is typed.
    pub fn path(&self) -> String {
        self.path.trim().to_owned()
    }

    /// Gives the file the ending of a format.
    fn set_format(&mut self, extension: &str) {
        let path = PathBuf::from(self.path.trim());
        self.path = path.with_extension(extension).display().to_string();
    }
}

/// Shows the dialog.
pub fn show(ctx: &Context, model: &Model, export: &mut Export) -> Vec<Asked> {
    if export.fresh {
        model.export_path.clone_into(&mut export.path);
        if export.typed.is_empty() {
            "2560x1440".clone_into(&mut export.typed);
        }
    }
    let lang = model.lang;
    let shown = dialog(ctx, "ots export", &lang.text("ui-export-title"), &lang.text("ui-close"), 560.0, |ui| {
        contents(ui, model, export)
    });
    export.fresh = false;
    shown.inner.into_iter().chain(shown.close.then_some(Asked::Close)).collect()
}

/// The size of the page in the window, in pixels.
fn window_pixels(ui: &Ui, model: &Model) -> [u32; 2] {
    let scale = f64::from(ui.ctx().pixels_per_point());
    let size = model.sheet.scene.size;
    [size.width, size.height].map(|side| (side * scale).round() as u32)
}

/// Size, format, file, what the press check says, and buttons; what was decided, if anything.
fn contents(ui: &mut Ui, model: &Model, export: &mut Export) -> Option<Asked> {
    let (lang, tokens) = (model.lang, model.tokens);
    ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
    theme::label(ui, lang.text("ui-export-size"), NOTE_STRONG, tokens.text2);
    let mut ready = confirmed(ui);
    let mut entered = |field: egui::Response| {
        ready |= field.lost_focus() && field.ctx.input(|input| input.key_pressed(egui::Key::Enter));
    };
    sizes(ui, model, export);
    if export.choice == Choice::Typed {
        let name = lang.text("ui-export-typed");
        let valid = export.size().is_ok();
        entered(Field::new(&name).hint("2560x1440, 180x120mm").width(200.0).valid(valid).show(ui, &mut export.typed));
    }
    let (words, ink) = told(ui, model, export);
    theme::label(ui, words, NOTE, ink);
    ui.add_space(8.0);
    theme::label(ui, lang.text("ui-export-format"), NOTE_STRONG, tokens.text2);
    let formats: Vec<String> = FORMATS.iter().map(|format| format.name.to_owned()).collect();
    let written = Format::of(Path::new(export.path.trim())).unwrap_or(&FORMATS[0]);
    let at = FORMATS.iter().position(|format| format.extension == written.extension).unwrap_or_default();
    if let Some(chosen) = tabs(ui, &formats, at) {
        export.set_format(FORMATS[chosen].extension);
    }
    ui.add_space(8.0);
    let name = lang.text("ui-export-path");
    theme::label(ui, name.as_str(), NOTE_STRONG, tokens.text2);
    let hint = lang.text("ui-export-path-hint");
    entered(Field::new(&name).hint(&hint).valid(model.obstacle.is_none()).show(ui, &mut export.path));
    obstacle(ui, model);
    if model.obstacle.is_none() {
        theme::label(ui, lang.text("ui-export-same"), NOTE, tokens.text2);
    }
    if toggle_row(ui, &lang.text("ui-export-marked"), !export.unmarked).clicked() {
        export.unmarked = !export.unmarked;
    }
    if toggle_row(ui, &lang.text("ui-export-captioned"), export.captioned).clicked() {
        export.captioned = !export.captioned;
    }
    let mut decided = None;
    if let Ok(size) = export.size() {
        ui.add_space(8.0);
        theme::label(ui, lang.text("command-press"), NOTE_STRONG, tokens.text2);
        let room = (ui.ctx().content_rect().height() - 580.0).clamp(32.0, 160.0);
        decided = press::findings(ui, model, Proof::of(size), room).map(Asked::Done);
    }
    ui.add_space(12.0);
    buttons(ui, model, export, ready).or(decided)
}

/// The sizes to choose from: screens in one row, paper and one's own below.
fn sizes(ui: &mut Ui, model: &Model, export: &mut Export) {
    let lang = model.lang;
    let word = |(name, _): &(&str, Size)| lang.text(&format!("ui-size-{name}"));
    let mut screens = vec![lang.text("ui-export-window")];
    screens.extend(USUAL[..SCREENS].iter().map(word));
    let mut papers: Vec<String> = USUAL[SCREENS..].iter().map(word).collect();
    papers.push(lang.text("ui-export-custom"));
    let (mut above, mut below) = (usize::MAX, usize::MAX);
    match export.choice {
        Choice::Window => above = 0,
        Choice::Usual(at) if at < SCREENS => above = at + 1,
        Choice::Usual(at) => below = at - SCREENS,
        Choice::Typed => below = papers.len() - 1,
    }
    if let Some(chosen) = tabs(ui, &screens, above) {
        export.choice = chosen.checked_sub(1).map_or(Choice::Window, Choice::Usual);
    }
    if let Some(chosen) = tabs(ui, &papers, below) {
        export.choice = if chosen + 1 == papers.len() { Choice::Typed } else { Choice::Usual(SCREENS + chosen) };
    }
}

/// What will come of the size: pixels and memory, or why it cannot be.
fn told(ui: &Ui, model: &Model, export: &Export) -> (String, crate::scene::Color) {
    let (lang, tokens) = (model.lang, model.tokens);
    let [width, height] = match export.size() {
        Ok(Some(size)) => [size.pixels().width(), size.pixels().height()],
        Ok(None) => window_pixels(ui, model),
        Err(error) => return (error.to_string(), tokens.err),
    };
    let number = |n: u32| lang.number(f64::from(n), 0).into();
    let memory = export.size().ok().flatten().map_or_else(|| u64::from(width) * u64::from(height) * 5, Size::memory);
    let megabytes = lang.number((memory as f64 / 1e6).max(1.0), 0).into();
    let values = [("width", number(width)), ("height", number(height)), ("megabytes", megabytes)];
    (lang.format("ui-export-pixels", &values), tokens.text2)
}

/// Export and cancel at the right end; `confirmed` when Enter was pressed in a field.
fn buttons(ui: &mut Ui, model: &Model, export: &Export, confirmed: bool) -> Option<Asked> {
    let mut decided = None;
    let size = export.size();
    foot(ui, |ui| {
        let words = model.lang.text("ui-export");
        let button =
            Button::new(&words).primary().icon(Icon::Export).enabled(size.is_ok() && model.obstacle.is_none()).show(ui);
        if export.fresh {
            button.request_focus();
        }
        if let (true, Ok(size), None) = (button.clicked() || confirmed, size, model.obstacle) {
            let path = export.path.trim();
            let path = (!path.is_empty()).then(|| PathBuf::from(path));
            let (marked, captioned) = (!export.unmarked, export.captioned);
            decided = Some(Asked::Done(Command::Export { size, path, marked, captioned }));
        }
        if Button::new(&model.lang.text("ui-cancel")).show(ui).clicked() {
            decided = Some(Asked::Close);
        }
    });
    decided
}
