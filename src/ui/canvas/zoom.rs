//! The zoom buttons over the map: screen only, they never reach an export.

use egui::{Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use crate::command::Command;
use crate::map::Page;
use crate::style::radius;
use crate::ui::icon::Icon;
use crate::ui::theme::{self, color, corner};
use crate::ui::{Model, Output};

/// Side of a button.
const SIDE: f32 = Page::BUTTONS[0] as f32;

/// Factor of one click.
pub const STEP: f64 = 1.5;

/// Where the buttons lie in a map frame; none where it has no room for them.
#[must_use]
pub fn place(frame: Rect) -> Option<Rect> {
    let [left, top, right, low] = [frame.left(), frame.top(), frame.right(), frame.bottom()].map(f64::from);
    let place = Page::buttons(crate::scene::Rect::new(left, top, right, low))?;
    Some(super::rect_to_screen(place, Vec2::ZERO))
}

/// Shows the buttons in the lower right of the map frame.
pub fn show(ui: &mut Ui, model: &Model<'_>, frame: Rect, out: &mut Output) {
    let Some(rect) = place(frame) else { return };
    let t = model.tokens;
    let painter = ui.painter().clone();
    painter.add(theme::float_shadow().as_shape(rect, corner(radius::CARD)));
    painter.rect_filled(rect, corner(radius::CARD), color(t.panel));
    let buttons = [
        (Icon::Plus, "ui-map-zoom-in", Command::Zoom { factor: STEP, about: None }),
        (Icon::Minus, "ui-map-zoom-out", Command::Zoom { factor: 1.0 / STEP, about: None }),
        (Icon::Home, "ui-map-home", Command::Home),
    ];
    for ((icon, key, command), row) in buttons.into_iter().zip([0.0, 1.0, 2.0]) {
        let place = Rect::from_min_size(rect.min + vec2(0.0, row * SIDE), Vec2::splat(SIDE));
        if button(ui, model, place, icon, &model.lang.text(key)).clicked() {
            out.commands.push(command);
        }
        if row > 0.0 {
            let y = place.top().round();
            painter.hline(place.left() + 1.0..=place.right() - 1.0, y, Stroke::new(1.0, color(t.line)));
        }
    }
    painter.rect_stroke(rect, corner(radius::CARD), Stroke::new(1.0, color(t.line)), StrokeKind::Inside);
}

/// One button.
fn button(ui: &mut Ui, model: &Model<'_>, rect: Rect, icon: Icon, name: &str) -> Response {
    let t = model.tokens;
    let response = ui.interact(rect, ui.scope_id().with(name), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name));
    let part = theme::hover(&response);
    let ground = if response.is_pointer_button_down_on() { color(t.line) } else { theme::mix(t.panel, t.raised, part) };
    ui.painter().rect_filled(rect.shrink(1.0), corner(radius::BUTTON), ground);
    icon.paint(ui.painter(), rect.center(), color(t.text));
    theme::focus_ring(ui.painter(), t, &response, rect.shrink(2.0), radius::BUTTON, 0.0);
    response.on_hover_text(name)
}
