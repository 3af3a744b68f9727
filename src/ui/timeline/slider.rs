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
        requests.filter_map(|request| day(axis, request.data.as_ref()?)).collect()
    });
    let edition = model.world.edition;
    let within = |day: &Day| edition.is_none_or(|edition| *day <= edition) && day.year() >= FIRST;
    if let Some(day) = wanted.into_iter().rev().find(within) {
        out.commands.push(look_from(model, day));
    }
}

/// The day that is asked for: a number of years, or a date in words such as 2022-11-11.
fn day(axis: Axis, data: &ActionData) -> Option<Day> {
    match data {
        ActionData::NumericValue(time) => Some(Day::at(time.clamp(axis.first, axis.last))),
        ActionData::Value(text) => text.trim().parse::<Date>().ok().map(Date::latest),
        _ => None,
    }
}
