//! The dialog that asks whether a pack is stopped for the window to close.

use egui::Context;

use crate::command::Command;
use crate::style::BODY;
use crate::ui::widget::{Button, dialog, foot};
use crate::ui::{Model, theme};

use super::Asked;

/// Shows the dialog.
pub fn show(ctx: &Context, model: &Model) -> Vec<Asked> {
    let lang = model.lang;
    let shown = dialog(ctx, "ots leave", &lang.text("ui-leave-title"), &lang.text("ui-close"), 460.0, |ui| {
        theme::label(ui, lang.text("ui-leave-what"), BODY, model.tokens.text2);
        ui.add_space(16.0);
        let mut decided = None;
        foot(ui, |ui| {
            let stay = Button::new(&lang.text("ui-leave-stay")).primary().show(ui);
            if ui.memory(|memory| memory.focused().is_none()) {
                // What Enter does loses nothing.
                stay.request_focus();
            }
            if stay.clicked() {
                decided = Some(Asked::Close);
            }
            if Button::new(&lang.text("ui-leave-stop")).show(ui).clicked() {
                decided = Some(Asked::Done(Command::Leave));
            }
        });
        decided
    });
    shown.inner.into_iter().chain(shown.close.then_some(Asked::Close)).collect()
}
