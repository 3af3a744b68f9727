//! The axis of time as a slider of assistive technology.

use egui::accesskit::{Action, ActionData};
use egui::{Response, Ui, WidgetInfo};

use super::{Axis, FIRST, look_from};
use crate::command::Command;
use crate::date::{Date, Day};
use crate::ui::{Model, Output};

/// Tells value and bounds in years, and does what is asked: a step to the event before or after, a year, a day.
pub fn show(ui: &Ui, model: &Model, axis: Axis, response: &Response, out: &mut Output) {
    let words = model.lang.format("ui-as-of", &[("date", model.lang.date(model.day).into())]);
    response.widget_info(|| WidgetInfo::slider(true, model.day.fraction(), words.as_str()));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        // A day, not a fraction of a year.
        node.set_value(model.lang.date(model.day));
        node.set_min_numeric_value(axis.first);
        node.set_max_numeric_value(axis.last);
        node.set_numeric_value_step(1.0 / 365.25);
        node.add_action(Action::SetValue);
        if axis.first < model.day.fraction() {
            node.add_action(Action::Decrement);
        }
        if model.day.fraction() < axis.last {
            node.add_action(Action::Increment);
        }
    });
    for (action, later) in [(Action::Increment, true), (Action::Decrement, false)] {
        for _ in 0..ui.input(|input| input.num_accesskit_action_requests(response.id, action)) {
            out.commands.push(Command::StepDay { later });
        }
    }
    let wanted: Vec<Day> = ui.input(|input| {
        let requests = input.accesskit_action_requests(response.id, Action::SetValue);
        requests.filter_map(|request| day(axis, model.world.edition, request.data.as_ref()?)).collect()
    });
    if let Some(day) = wanted.last() {
        out.commands.push(look_from(model, *day));
    }
}

/// The day that is asked for: a number of years, or a date in words such as 2022-11-11 or 2022, of which the last day
/// counts; none before the axis begins or after the edition.
fn day(axis: Axis, edition: Option<Day>, data: &ActionData) -> Option<Day> {
    match data {
        ActionData::NumericValue(time) => Some(Day::at(time.clamp(axis.first, axis.last))),
        ActionData::Value(text) => {
            let date = text.trim().parse::<Date>().ok()?;
            let latest = edition.map_or(date.latest(), |edition| date.latest().min(edition));
            (date.earliest() <= latest && latest.year() >= FIRST).then_some(latest)
        }
        _ => None,
    }
}
