//! The press check: what a press office would object to, each with the way to its spot.

use egui::{Context, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::command::Command;
use crate::style::{BODY, NOTE, NOTE_STRONG, radius};
use crate::ui::icon::Icon;
use crate::ui::widget::dialog;
use crate::ui::{Model, Proof, theme};

use super::Asked;

/// Shows the dialog: what the press check finds in the picture as the window shows it.
pub fn show(ctx: &Context, model: &Model) -> Vec<Asked> {
    let lang = model.lang;
    let shown = dialog(ctx, "ots press", &lang.text("command-press"), &lang.text("ui-close"), 560.0, |ui| {
        theme::label(ui, lang.text("ui-press-what"), NOTE, model.tokens.text2);
        ui.add_space(8.0);
        let room = (ui.ctx().content_rect().height() - 260.0).clamp(96.0, 420.0);
        findings(ui, model, Proof::Window, room)
    });
    shown.inner.map(Asked::Done).into_iter().chain(shown.close.then_some(Asked::Close)).collect()
}

/// What was found in a picture, no higher than `room`; the way to what was clicked.
pub fn findings(ui: &mut Ui, model: &Model, proof: Proof, room: f32) -> Option<Command> {
    let known = model.press.filter(|press| press.proof == proof && press.revision == model.revision)?;
    let (lang, tokens) = (model.lang, model.tokens);
    if known.findings.is_empty() {
        nothing(ui, model);
        return None;
    }
    let count = lang.format("ui-press-count", &[("count", known.findings.len().into())]);
    theme::label(ui, count, NOTE_STRONG, tokens.text2);
    let mut chosen = None;
    ScrollArea::vertical().id_salt("findings").max_height(room).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for found in &known.findings {
            if row(ui, model, &found.text, "") {
                chosen = Some(Command::Point(found.spot));
            }
        }
    });
    chosen
}

/// That there is nothing to object to.
pub fn nothing(ui: &mut Ui, model: &Model) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(16.0, 20.0), Sense::hover());
        Icon::Check.paint(ui.painter(), rect.center(), theme::color(model.tokens.accent));
        theme::label(ui, model.lang.text("ui-press-nothing"), BODY, model.tokens.text);
    });
}

/// One objection on as many lines as it takes, with a remark at its right end; whether it was clicked.
pub fn row(ui: &mut Ui, model: &Model, words: &str, remark: &str) -> bool {
    let tokens = model.tokens;
    let width = ui.available_width();
    let remark = theme::line(ui.ctx(), remark, NOTE, tokens.text2, width * 0.3);
    let aside = if remark.size().x > 0.0 { remark.size().x + 12.0 } else { 0.0 };
    let galley = theme::lines(ui.ctx(), words, BODY, tokens.text, width - 44.0 - aside);
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y + 8.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    let hover = theme::hover(&response);
    if hover > 0.0 {
        ui.painter().rect_filled(rect, radius::ROW, theme::color(tokens.raised).gamma_multiply(hover));
    }
    Icon::Alert.paint(ui.painter(), pos2(rect.left() + 16.0, rect.top() + 14.0), theme::color(tokens.warn));
    ui.painter().galley(pos2(rect.left() + 32.0, rect.top() + 4.0), galley, theme::color(tokens.text));
    let right = pos2(rect.right() - 12.0 - remark.size().x, rect.top() + 6.0);
    ui.painter().galley(right, remark, theme::color(tokens.text2));
    theme::focus_ring(ui.painter(), tokens, &response, rect, radius::ROW, -0.5);
    response.clicked()
}
