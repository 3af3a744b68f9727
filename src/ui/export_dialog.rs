//! The export dialog: how large, and where to.

use std::path::PathBuf;

use egui::{Context, Ui, vec2};

use crate::command::Command;
use crate::style::{BODY, NOTE, NOTE_STRONG};
use crate::ui::icon::Icon;
use crate::ui::state::UiState;
use crate::ui::widget::{Button, Field, dialog, tabs};
use crate::ui::{Model, Output, theme};

/// Fewest and most pixels along a side.
pub const PIXELS: [u32; 2] = [16, 16384];

/// The sizes that can be chosen by name, between that of the window and one's own.
const SIZES: [[u32; 2]; 2] = [[1920, 1080], [3840, 2160]];

/// The export dialog as the reader left it.
#[derive(Debug, Default)]
pub struct ExportDialog {
    /// Whether it is shown.
    pub open: bool,
    /// Which size is chosen: window, the named ones, one's own.
    size: usize,
    width: String,
    height: String,
    path: String,
    /// Whether the path is still to be filled in.
    fresh: bool,
}

impl ExportDialog {
    /// Opens it with the sizes chosen last, or closes it.
    pub fn set_open(&mut self, open: bool) {
        self.fresh = open && !self.open;
        self.open = open;
    }

    /// The size in pixels: that of the window, or the one chosen; none where it cannot be made.
    fn pixels(&self, window: [u32; 2]) -> Option<[u32; 2]> {
        let side = |text: &str| text.trim().parse().ok().filter(|n| (PIXELS[0]..=PIXELS[1]).contains(n));
        match self.size.checked_sub(1) {
            None => Some(window),
            Some(at) => match SIZES.get(at) {
                Some(fixed) => Some(*fixed),
                None => Some([side(&self.width)?, side(&self.height)?]),
            },
        }
    }
}

/// Shows the dialog while it is open.
pub fn show(ctx: &Context, model: &Model, state: &mut UiState, out: &mut Output) {
    if !state.export.open {
        return;
    }
    let export = &mut state.export;
    if export.fresh {
        model.export_path.clone_into(&mut export.path);
        if export.width.is_empty() {
            (export.width, export.height) = ("2560".to_owned(), "1440".to_owned());
        }
    }
    let lang = model.lang;
    let shown = dialog(ctx, "ots export", &lang.text("ui-export-title"), &lang.text("ui-close"), 480.0, |ui| {
        contents(ui, model, export)
    });
    export.fresh = false;
    if shown.close || shown.inner.is_some() {
        out.commands.push(Command::ExportDialog(false));
    }
    out.commands.extend(shown.inner.filter(|command| matches!(command, Command::Export { .. })));
}

/// The size of the page in the window, in pixels.
fn window_pixels(ui: &Ui, model: &Model) -> [u32; 2] {
    let scale = f64::from(ui.ctx().pixels_per_point());
    let size = model.sheet.scene.size;
    [size.width, size.height].map(|side| (side * scale).round() as u32)
}

/// Size, file and buttons; what was decided, if anything: an export, or to close.
fn contents(ui: &mut Ui, model: &Model, export: &mut ExportDialog) -> Option<Command> {
    let (lang, tokens) = (model.lang, model.tokens);
    ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
    let window = window_pixels(ui, model);
    theme::label(ui, lang.text("ui-export-size"), NOTE_STRONG, tokens.text2);
    let named = SIZES.map(|[width, height]| format!("{width} × {height}"));
    let mut choices = vec![lang.text("ui-export-window")];
    choices.extend(named);
    choices.push(lang.text("ui-export-custom"));
    if let Some(chosen) = tabs(ui, &choices, export.size) {
        export.size = chosen;
    }
    let pixels = export.pixels(window);
    let mut confirmed = false;
    let mut entered = |field: egui::Response| {
        confirmed |= field.lost_focus() && field.ctx.input(|input| input.key_pressed(egui::Key::Enter));
    };
    if export.size > SIZES.len() {
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            let labels = [lang.text("ui-export-width"), lang.text("ui-export-height")];
            let valid = pixels.is_some();
            entered(Field::new(&labels[0]).width(96.0).valid(valid).show(ui, &mut export.width));
            theme::label(ui, "×", BODY, tokens.text2);
            entered(Field::new(&labels[1]).width(96.0).valid(valid).show(ui, &mut export.height));
        });
    }
    let number = |n: u32| lang.number(f64::from(n), 0).into();
    let (words, ink) = match export.pixels(window) {
        Some([width, height]) => {
            (lang.format("ui-export-pixels", &[("width", number(width)), ("height", number(height))]), tokens.text2)
        }
        None => {
            (lang.format("ui-export-wrong", &[("least", number(PIXELS[0])), ("most", number(PIXELS[1]))]), tokens.err)
        }
    };
    theme::label(ui, words, NOTE, ink);
    ui.add_space(8.0);
    let name = lang.text("ui-export-path");
    theme::label(ui, name.as_str(), NOTE_STRONG, tokens.text2);
    let hint = lang.text("ui-export-path-hint");
    entered(Field::new(&name).hint(&hint).show(ui, &mut export.path));
    theme::label(ui, lang.text("ui-export-same"), NOTE, tokens.text2);
    ui.add_space(12.0);
    buttons(ui, model, export, confirmed)
}

/// Export and cancel at the right end; `confirmed` when Enter was pressed in a field.
fn buttons(ui: &mut Ui, model: &Model, export: &ExportDialog, confirmed: bool) -> Option<Command> {
    let mut decided = None;
    let window = window_pixels(ui, model);
    let pixels = export.pixels(window);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let words = model.lang.text("ui-export");
        let button = Button::new(&words).primary().icon(Icon::Export).enabled(pixels.is_some()).show(ui);
        if export.fresh {
            button.request_focus();
        }
        if button.clicked() || confirmed && pixels.is_some() {
            let path = export.path.trim();
            let path = (!path.is_empty()).then(|| PathBuf::from(path));
            let pixels = pixels.filter(|_| export.size > 0);
            decided = Some(Command::Export { pixels, path });
        }
        if Button::new(&model.lang.text("ui-cancel")).show(ui).clicked() {
            decided = Some(Command::ExportDialog(false));
        }
    });
    decided
}
