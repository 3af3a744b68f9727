//! The time below the map: events on an axis, and the day from which everything is looked at.

mod group;
mod marks;
mod slider;

use egui::{Align, CursorIcon, Key, Layout, Pos2, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::command::Command;
use crate::date::Day;
use crate::scene::Font;
use crate::session::Change;
use crate::style::{NOTE, Role as Type};
use crate::ui::icon::Icon;
use crate::ui::theme::{self, color};
use crate::ui::widget::{Field, icon_button};
use crate::ui::{Model, Output};
use crate::world::Event;

/// Height of the panel in points.
pub const HEIGHT: f32 = 90.0;

/// Points from the upper edge of the panel to the line.
const LINE: f32 = 57.0;

/// First year of the axis: the states of Central Asia and the Caucasus became independent.
const FIRST: i16 = 1991;

/// Width of the controls at the left, in points.
const CONTROLS: f32 = 250.0;

/// Seconds that each day is shown while time plays.
const PACE: f64 = 0.9;

/// Years on the axis.
const YEAR: Type = Type { font: Font::new(11.0, 400), line: 14.0 };

/// The panel as the reader left it.
#[derive(Debug, Default)]
pub struct Timeline {
    /// Whether it is shown.
    pub open: bool,
    /// What is written in the field, and the day for which it was filled in.
    typed: (String, Option<Day>),
    /// Whether what is written is no day of the facts.
    wrong: bool,
    /// When the next day is due while time plays.
    due: Option<f64>,
    /// Events that are listed, and where.
    list: Option<(Vec<String>, Pos2)>,
}

impl Timeline {
    /// Shows or hides it; hidden, time stands still.
    pub fn show(&mut self, open: bool) {
        self.open = open;
        self.due = None;
        self.list = None;
    }
}

/// From days to points of the screen.
#[derive(Clone, Copy)]
struct Axis {
    place: Rect,
    first: f64,
    last: f64,
}

impl Axis {
    /// The axis of the facts in a place on the screen.
    fn new(model: &Model, place: Rect) -> Self {
        let last = model.world.edition.unwrap_or(model.day);
        Self { place, first: f64::from(FIRST), last: last.fraction() }
    }

    /// Where a time lies.
    fn x(self, time: f64) -> f32 {
        let part = (time - self.first) / (self.last - self.first).max(1e-9);
        egui::lerp(self.place.x_range(), part.clamp(0.0, 1.0) as f32)
    }

    /// The day that lies at a place.
    fn day(self, x: f32) -> Day {
        let part = f64::from((x - self.place.left()) / self.place.width().max(1.0)).clamp(0.0, 1.0);
        Day::at(self.first + part * (self.last - self.first))
    }
}

/// Fills the panel.
pub fn show(ui: &mut Ui, model: &Model, timeline: &mut Timeline, out: &mut Output) {
    let rect = ui.max_rect();
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, (1.0, color(model.tokens.line)));
    play(ui, model, timeline, out);
    let left = Rect::from_min_size(rect.min + vec2(16.0, 10.0), vec2(CONTROLS, HEIGHT - 20.0));
    let left = left.translate(vec2(0.0, 7.0));
    controls(&mut ui.new_child(UiBuilder::new().max_rect(left)), model, timeline, out);
    let place = Rect::from_min_max(pos2(left.right() + 22.0, rect.top()), rect.max - vec2(26.0, 0.0));
    if place.width() > 80.0 {
        axis(ui, model, Axis::new(model, place), timeline, out);
    }
    ui.allocate_rect(rect, Sense::hover());
}

/// Goes on to the next day when it is due; stops at the day of the edition.
fn play(ui: &Ui, model: &Model, timeline: &mut Timeline, out: &mut Output) {
    let Some(due) = timeline.due else { return };
    let now = ui.input(|input| input.time);
    if now >= due {
        if Some(model.day) >= model.world.edition {
            timeline.due = None;
            return;
        }
        out.commands.push(Command::StepDay { later: true });
        timeline.due = Some(now + PACE);
    }
    let wait = timeline.due.map_or(0.0, |due| due - now);
    ui.ctx().request_repaint_after_secs(wait.max(0.0) as f32);
}

/// Heading, the field for a day, and the buttons.
fn controls(ui: &mut Ui, model: &Model, timeline: &mut Timeline, out: &mut Output) {
    let lang = model.lang;
    ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
    theme::label(ui, lang.text("ui-time-day"), NOTE, model.tokens.text3);
    let row = vec2(ui.available_width(), 32.0);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        day_field(ui, model, timeline, out);
        let playing = timeline.due.is_some();
        let (icon, key) = if playing { (Icon::Pause, "ui-time-stop") } else { (Icon::Play, "ui-time-play") };
        for (icon, key, later) in
            [(Icon::Back, "command-day-before", false), (Icon::Forward, "command-day-after", true)]
        {
            if icon_button(ui, icon, &lang.text(key), true).clicked() {
                timeline.due = None;
                out.commands.push(Command::StepDay { later });
            }
        }
        if icon_button(ui, icon, &lang.text(key), true).clicked() {
            timeline.due = (!playing).then(|| ui.input(|input| input.time));
            // From the end it begins anew.
            if !playing && Some(model.day) >= model.world.edition {
                let first = Day::new(FIRST, 1, 1);
                out.commands.push(Command::Change(Change::AsOf(first)));
            }
        }
        if icon_button(ui, Icon::Export, &lang.text("command-series"), model.job.is_none()).clicked() {
            out.commands.push(Command::Series);
        }
        if icon_button(ui, Icon::Close, &lang.text("ui-close"), true).clicked() {
            out.commands.push(Command::Timeline(false));
        }
    });
}

/// The field in which a day is written.
fn day_field(ui: &mut Ui, model: &Model, timeline: &mut Timeline, out: &mut Output) {
    if timeline.typed.1 != Some(model.day) {
        timeline.typed = (model.day.to_string(), Some(model.day));
        timeline.wrong = false;
    }
    let name = model.lang.text("ui-time-field");
    let before = timeline.typed.0.clone();
    let field = Field::new(&name).width(106.0).valid(!timeline.wrong).show(ui, &mut timeline.typed.0);
    if timeline.typed.0 != before {
        timeline.wrong = false;
    }
    let field = field.on_hover_text(model.lang.text("ui-as-of-info"));
    if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        // A year or a month stands for its last day, as on the command line.
        let typed = timeline.typed.0.trim().parse::<crate::date::Date>().ok();
        let typed = typed.filter(|date| Some(date.earliest()) <= model.world.edition);
        match typed.map(|date| model.world.edition.map_or(date.latest(), |edition| date.latest().min(edition))) {
            Some(day) => out.commands.push(look_from(model, day)),
            None => timeline.wrong = true,
        }
    }
}

/// Looks from a day; the day of the edition is the usual one, and moves on with the next edition.
fn look_from(model: &Model, day: Day) -> Command {
    Command::Change(Change::AsOf(Some(day).filter(|day| Some(*day) != model.world.edition)))
}

/// Years, events and the handle.
fn axis(ui: &mut Ui, model: &Model, axis: Axis, timeline: &mut Timeline, out: &mut Output) {
    let t = model.tokens;
    let line = axis.place.top() + LINE;
    let response = ui.interact(axis.place.expand2(vec2(8.0, 0.0)), ui.scope_id().with("time"), Sense::click_and_drag());
    slider::show(ui, model, axis, &response, out);
    let painter = ui.painter().clone();
    years(ui, model, axis, line);
    let x = axis.x(model.day.fraction());
    painter.vline(x, axis.place.top() + 8.0..=line + 4.0, (1.6, color(t.accent)));
    let events = seen(model);
    let marks = marks::lay_out(&events, |time| axis.x(time), line);
    let under = response.hover_pos().and_then(|at| marks::nearest(&marks, at));
    for (at, mark) in marks.iter().enumerate() {
        marks::paint(ui, &painter, model, mark, under == Some(at));
    }
    painter.circle(pos2(x, line), 6.0, color(t.panel), (2.0, color(t.accent)));
    theme::focus_ring(&painter, t, &response, Rect::from_center_size(pos2(x, line), vec2(14.0, 14.0)), 7.0, 2.0);
    let under = under.and_then(|at| marks.get(at));
    if let Some(mark) = under.filter(|_| timeline.list.is_none()) {
        ui.set_cursor_icon(CursorIcon::PointingHand);
        response.clone().on_hover_ui_at_pointer(|ui| group::tell(ui, model, &mark.events));
    }
    let dragged = response.dragged().then(|| response.interact_pointer_pos()).flatten();
    let clicked = response.clicked().then(|| response.interact_pointer_pos()).flatten();
    let mut chosen = match (dragged, clicked, under.map(|mark| mark.events.as_slice())) {
        (None, Some(_), Some([event])) => Some(event.date.earliest()),
        (None, Some(_), Some(events)) => {
            let keys = events.iter().map(|event| event.key.clone()).collect();
            timeline.list = under.map(|mark| (keys, mark.at));
            group::open(ui);
            None
        }
        (Some(at), ..) | (None, Some(at), None) => Some(axis.day(at.x)),
        _ => None,
    };
    if let Some((keys, at)) = &timeline.list {
        let (day, open) = group::show(ui, model, keys, *at);
        chosen = chosen.or(day);
        timeline.list = timeline.list.take().filter(|_| open);
    }
    if let Some(day) = chosen.filter(|day| *day != model.day) {
        timeline.due = None;
        out.commands.push(look_from(model, day));
    }
    arrows(ui, &response, out);
}

/// Steps from event to event with the arrow keys, where the axis has the focus.
fn arrows(ui: &Ui, response: &egui::Response, out: &mut Output) {
    if response.has_focus() {
        ui.memory_mut(|memory| {
            let arrows = egui::EventFilter { horizontal_arrows: true, ..egui::EventFilter::default() };
            memory.set_focus_lock_filter(response.id, arrows);
        });
        for (key, later) in [(Key::ArrowLeft, false), (Key::ArrowRight, true)] {
            if ui.input(|input| input.key_pressed(key)) {
                out.commands.push(Command::StepDay { later });
            }
        }
    }
}

/// The line with its years.
fn years(ui: &Ui, model: &Model, axis: Axis, line: f32) {
    let t = model.tokens;
    let painter = ui.painter();
    painter.hline(axis.place.x_range(), line, (1.2, color(t.ctl)));
    let wide = axis.place.width() / (axis.last - axis.first) as f32;
    // Names have room for themselves and stand on round years.
    let step = [1, 2, 5, 10].into_iter().find(|step| wide * f32::from(*step) > 40.0).unwrap_or(10);
    for year in FIRST..=axis.last as i16 {
        let x = axis.x(f64::from(year));
        let named = year % step == 0;
        painter.vline(x, line..=line + if named { 6.0 } else { 3.0 }, (1.0, color(t.ctl)));
        if named {
            let galley = theme::line(ui.ctx(), year.to_string(), YEAR, t.text3, f32::INFINITY);
            painter.galley(pos2(x - galley.size().x / 2.0, line + 9.0), galley, color(t.text3));
        }
    }
}

/// The events that had happened by the day of the edition.
fn seen<'a>(model: &Model<'a>) -> Vec<&'a Event> {
    let past = |event: &&Event| !event.planned && Some(event.date.earliest()) <= model.world.edition;
    model.world.events.iter().filter(past).collect()
}

/// The button in the bar that tells the day and shows the timeline; it stands out where the day is another than that of
/// the edition, as it is after a start that took it over from the last one.
pub fn button(ui: &mut Ui, model: &Model, words: &str, open: bool) -> egui::Response {
    let t = model.tokens;
    let is_other = model.world.edition.is_some_and(|edition| edition != model.day);
    let ink = if is_other { t.warn } else { t.text2 };
    let galley = theme::line(ui.ctx(), words, Type { font: Font::new(13.0, 500), line: 20.0 }, ink, f32::INFINITY);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 38.0, 28.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(open));
    let hover = if open { 1.0 } else { theme::hover(&response) };
    let radius = crate::style::radius::BUTTON;
    if is_other {
        ui.painter().rect_filled(rect, radius, color(t.warn_bg));
    }
    if hover > 0.0 {
        ui.painter().rect_filled(rect, radius, color(t.raised).gamma_multiply(hover));
    }
    Icon::Calendar.paint(ui.painter(), pos2(rect.left() + 16.0, rect.center().y), color(ink));
    ui.painter().galley(pos2(rect.left() + 30.0, rect.center().y - galley.size().y / 2.0), galley, color(ink));
    theme::focus_ring(ui.painter(), t, &response, rect, crate::style::radius::BUTTON, 0.0);
    response.on_hover_text(model.lang.text("ui-as-of-info"))
}
