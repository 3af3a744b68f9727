//! The list of what lies behind one mark of the timeline.

use egui::{Id, Popup, PopupCloseBehavior, Pos2, Ui, vec2};

use crate::date::Day;
use crate::style::{BODY_STRONG, NOTE};
use crate::ui::Model;
use crate::ui::theme;
use crate::ui::widget::{MenuItem, popup_frame};
use crate::world::{self, Event, Kind};

/// Width of the list.
const WIDTH: f32 = 440.0;

/// The popup in the memory of egui.
fn popup() -> Id {
    Id::unique("events of a mark")
}

/// Opens the list.
pub fn open(ui: &Ui) {
    Popup::open_id(ui.ctx(), popup());
}

/// What an event is called, with its date.
fn words(model: &Model, event: &Event) -> String {
    format!("{}: {}", model.lang.date(event.date), title(model, event))
}

/// What an event is called.
fn title(model: &Model, event: &Event) -> String {
    model.world.name(&world::Id::new(Kind::Event, event.key.as_str()), model.lang.code())
}

/// Shows the list of events at a place on screen: the day that was chosen, and whether the list is still open.
pub fn show(ui: &Ui, model: &Model, keys: &[String], at: Pos2) -> (Option<Day>, bool) {
    let mut chosen = None;
    let shown = Popup::new(popup(), ui.ctx().clone(), at, ui.layer_id())
        .open_memory(None)
        .close_behavior(PopupCloseBehavior::CloseOnClick)
        .gap(14.0)
        .width(WIDTH)
        .frame(popup_frame(model.tokens, 6))
        .show(|ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            for event in keys.iter().filter_map(|key| model.world.event(key)) {
                if MenuItem::new(&words(model, event)).show(ui).clicked() {
                    chosen = Some(event.date.earliest());
                }
            }
        });
    (chosen, shown.is_some())
}

/// Tells what lies behind a mark.
pub fn tell(ui: &mut Ui, model: &Model, events: &[&Event]) {
    let t = model.tokens;
    if let [event] = events {
        ui.set_max_width(280.0);
        theme::label(ui, title(model, event), BODY_STRONG, t.text);
        theme::label(ui, model.lang.date_long(event.date), NOTE, t.text2);
        return;
    }
    ui.set_max_width(WIDTH);
    ui.spacing_mut().item_spacing = vec2(0.0, 2.0);
    for event in events {
        theme::label(ui, words(model, event), NOTE, t.text);
    }
    theme::label(ui, model.lang.text("ui-time-open-list"), NOTE, t.text3);
}
