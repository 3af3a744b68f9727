//! The list that opens where several institutions sit in one city.

use egui::{Frame, Id, Margin, Popup, PopupCloseBehavior, Pos2, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::words;
use crate::command::Command;
use crate::session::Change;
use crate::style::{BODY, NOTE_STRONG, radius};
use crate::ui::theme::{self, color, corner};
use crate::ui::{Model, Output};
use crate::world::{Id as Thing, Kind};

/// Width of the list.
const WIDTH: f32 = 280.0;

/// Height of a row.
const ROW: f32 = 26.0;

/// The popup in the memory of egui.
fn popup() -> Id {
    Id::unique("bodies of a city")
}

/// What a click on the seat of a city does: one body is selected, several are listed.
pub fn open(ui: &Ui, model: &Model<'_>, city: &str, out: &mut Output) -> bool {
    let mut bodies = words::bodies(model, city);
    let (Some(first), second) = (bodies.next(), bodies.next()) else { return false };
    if second.is_some() {
        Popup::open_id(ui.ctx(), popup());
        return true;
    }
    out.commands.push(select(&first.key));
    false
}

/// Shows the list of a city at a place on screen; false once it was closed.
pub fn show(ui: &Ui, model: &Model<'_>, city: &str, at: Pos2, out: &mut Output) -> bool {
    let t = model.tokens;
    let name = model.world.city(city, model.lang.code());
    let frame = Frame::new()
        .fill(color(t.panel))
        .stroke(Stroke::new(1.0, color(t.line)))
        .corner_radius(corner(radius::CARD))
        .shadow(theme::popup_shadow())
        .inner_margin(Margin::symmetric(4, 8));
    let response = Popup::new(popup(), ui.ctx().clone(), at, ui.layer_id())
        .open_memory(None)
        .close_behavior(PopupCloseBehavior::CloseOnClick)
        .gap(12.0)
        .width(WIDTH)
        .frame(frame)
        .accessible_name(name.to_owned())
        .show(|ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            let head = theme::line(ui.ctx(), name, NOTE_STRONG, t.text2, WIDTH - 24.0);
            let (rect, _) = ui.allocate_exact_size(vec2(WIDTH, 24.0), Sense::hover());
            ui.painter().galley(rect.min + vec2(12.0, 4.0), head, color(t.text2));
            for body in words::bodies(model, city) {
                let name = model.world.name_on(&thing(&body.key), model.lang.code(), model.day);
                let name = if body.has_known_seat() {
                    name
                } else {
                    model.lang.format("ui-seat-unconfirmed", &[("name", name.into())])
                };
                if row(ui, model, &name) {
                    out.commands.push(select(&body.key));
                }
            }
        });
    response.is_some()
}

/// One body as a row; true when it was chosen.
fn row(ui: &mut Ui, model: &Model<'_>, name: &str) -> bool {
    let t = model.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(WIDTH, ROW), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Link, true, name));
    let ground = theme::mix(t.panel, t.raised, theme::hover(&response));
    ui.painter().rect_filled(rect, corner(radius::ROW), ground);
    let text = theme::line(ui.ctx(), name, BODY, t.text, WIDTH - 24.0);
    let y = rect.center().y - text.size().y / 2.0;
    ui.painter().galley(egui::pos2(rect.left() + 12.0, y), text, color(t.text));
    theme::focus_ring(ui.painter(), t, &response, rect, radius::ROW, -1.0);
    response.clicked()
}

/// Selects an institution.
pub fn select(key: &str) -> Command {
    Command::Change(Change::Select(Some(thing(key))))
}

/// The id of an institution.
fn thing(key: &str) -> Thing {
    Thing::new(Kind::Institution, key)
}
