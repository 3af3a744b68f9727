//! A switch with its label as one row.

use egui::{Painter, Rect, Response, Role, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::style::{BODY, Tokens, radius};
use crate::ui::theme;

/// Width and height of the switch in points.
const SWITCH: egui::Vec2 = vec2(28.0, 16.0);

/// A row with a label and a switch at its right end; the whole row is the target.
pub fn toggle_row(ui: &mut Ui, label: &str, on: bool) -> Response {
    let tokens = theme::tokens(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), super::row::HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Switch, true, on, label));
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let hover = theme::hover(&response);
        if hover > 0.0 {
            painter.rect_filled(rect, radius::ROW, theme::color(tokens.raised).gamma_multiply(hover));
        }
        let ink = if on { tokens.text } else { tokens.text2 };
        let galley = theme::line(ui.ctx(), label, BODY, ink, rect.width() - SWITCH.x - 24.0);
        painter.galley(pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0), galley, theme::color(ink));
        let right = rect.right() - 8.0;
        let place = Rect::from_min_size(pos2(right - SWITCH.x, rect.center().y - SWITCH.y / 2.0), SWITCH);
        let part = ui.ctx().animate_bool_with_time(
            response.id.with("knob"),
            on,
            if theme::reduced_motion(ui.ctx()) { 0.0 } else { theme::HOVER },
        );
        paint_toggle(painter, tokens, place, part, hover);
        theme::focus_ring(painter, tokens, &response, rect, radius::ROW, -0.5);
    }
    response
}

/// Paints a switch that is on to a part of 1.
pub fn paint_toggle(painter: &Painter, tokens: &Tokens, rect: Rect, on: f32, hover: f32) {
    let corner = rect.height() / 2.0;
    let fill = theme::mix(tokens.panel, tokens.accent, on);
    painter.rect_filled(rect, corner, fill);
    let outline = theme::mix(tokens.ctl, tokens.text2, hover).lerp_to_gamma(theme::color(tokens.accent), on);
    painter.rect_stroke(rect, corner, (1.4, outline), StrokeKind::Inside);
    let reach = rect.width() - rect.height();
    let center = pos2(rect.left() + corner + reach * on, rect.center().y);
    painter.circle_filled(center, egui::lerp(4.0..=5.0, on), theme::mix(tokens.ctl, tokens.on_accent, on));
}
