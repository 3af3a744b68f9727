//! The dialog that asks for a picture to open again, or for the code that is printed on it.

use egui::{Context, Ui, vec2};

use crate::command::Command;
use crate::style::NOTE;
use crate::ui::widget::{Button, Field, dialog, foot};
use crate::ui::{Model, theme};

use super::Asked;

/// The dialog as the reader left it.
#[derive(Debug, Default)]
pub struct Opening {
    typed: String,
    /// Whether the field is still to get the keyboard.
    fresh: bool,
}

impl Opening {
    /// Empty, and about to take the keyboard.
    pub fn fresh() -> Self {
        Self { fresh: true, typed: String::new() }
    }
}

/// Shows the dialog.
pub fn show(ctx: &Context, model: &Model, opening: &mut Opening) -> Vec<Asked> {
    let lang = model.lang;
    let shown = dialog(ctx, "ots open", &lang.text("ui-open-title"), &lang.text("ui-close"), 480.0, |ui| {
        contents(ui, model, opening)
    });
    shown.inner.into_iter().chain(shown.close.then_some(Asked::Close)).collect()
}

/// The field and the buttons; what was decided, if anything.
fn contents(ui: &mut Ui, model: &Model, opening: &mut Opening) -> Option<Asked> {
    let (lang, tokens) = (model.lang, model.tokens);
    ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
    theme::label(ui, lang.text("ui-open-what"), NOTE, tokens.text2);
    let (name, hint) = (lang.text("ui-open-field"), lang.text("ui-open-hint"));
    let field = Field::new(&name).hint(&hint).show(ui, &mut opening.typed);
    if opening.fresh {
        field.request_focus();
        opening.fresh = false;
    }
    let confirmed = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    ui.add_space(12.0);
    let mut decided = None;
    foot(ui, |ui| {
        let ready = !opening.typed.trim().is_empty();
        let clicked = Button::new(&lang.text("ui-open")).primary().enabled(ready).show(ui).clicked();
        if ready && (clicked || confirmed) {
            decided = Some(Asked::Done(Command::Open(opening.typed.trim().to_owned())));
        }
        if Button::new(&lang.text("ui-cancel")).show(ui).clicked() {
            decided = Some(Asked::Close);
        }
    });
    decided
}
