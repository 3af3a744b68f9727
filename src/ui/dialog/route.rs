//! The dialog that asks for a route between two places, and under which choices.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Area, Context, Order, Response, Ui, vec2};

use crate::command::Command;
use crate::search::Index;
use crate::style::{NOTE, NOTE_STRONG};
use crate::ui::icon::Icon;
use crate::ui::widget::{Button, Field, MenuItem, confirmed, dialog, foot, popup_frame, tabs, toggle_row};
use crate::ui::{Model, theme};
use crate::world::{Aim, Avoid, Kind, MOST, Query, Reach, RoutePlace};

use super::Asked;

/// Places that are offered below a field.
const OFFERED: usize = 5;

/// The dialog as the reader left it.
#[derive(Debug, Default)]
pub struct Route {
    from: Wanted<RoutePlace>,
    to: Wanted<RoutePlace>,
    via: Wanted<RoutePlace>,
    avoid: Wanted<Avoid>,
    passed: Vec<RoutePlace>,
    avoided: Vec<Avoid>,
    reach: Reach,
    aim: Aim,
    suspended: bool,
    no_sea: bool,
    /// Whether it is still to take up the selection.
    fresh: bool,
    /// Where the keyboard goes on in the next frame, when an end was chosen.
    goes_on: Option<Stop>,
    /// Everything that can be found, and the language of its labels.
    index: Option<(String, Index)>,
}

/// Where the keyboard may go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    From,
    To,
    Show,
}

/// A place as far as it is known.
#[derive(Debug)]
struct Wanted<T> {
    typed: String,
    chosen: Option<T>,
}

impl<T> Default for Wanted<T> {
    fn default() -> Self {
        Self { typed: String::new(), chosen: None }
    }
}

impl<T: Clone> Wanted<T> {
    /// Takes a place.
    fn take(&mut self, place: T, name: String) {
        self.typed = name;
        self.chosen = Some(place);
    }
}

impl Route {
    /// About to take up what is selected.
    pub fn fresh() -> Self {
        Self { fresh: true, ..Self::default() }
    }

    /// Takes up the selection: a route to be altered, or the place where one begins.
    fn begin(&mut self, model: &Model) {
        let (world, code) = (model.world, model.lang.code());
        let Some(id) = &model.history.now().selection else { return };
        let named = |place: &RoutePlace| (place.clone(), world.place_name(place, code));
        let mut set = |wanted: fn(&mut Self) -> &mut Wanted<RoutePlace>, (place, name)| wanted(self).take(place, name);
        if let Some(place) = world.place(id) {
            set(|it| &mut it.from, named(&place));
        }
        let Some(query) = world.route(&id.key).filter(|_| id.kind == Kind::Route) else { return };
        set(|it| &mut it.from, named(&query.from));
        set(|it| &mut it.to, named(&query.to));
        (self.passed, self.avoided) = (query.via, query.avoid);
        (self.reach, self.aim, self.suspended, self.no_sea) = (query.reach, query.aim, query.suspended, !query.sea);
    }

    /// The question, as soon as both ends are known.
    fn query(&self) -> Option<Query> {
        let (from, to) = (self.from.chosen.clone()?, self.to.chosen.clone()?);
        (from != to).then(|| Query {
            via: self.passed.clone(),
            avoid: self.avoided.clone(),
            reach: self.reach,
            aim: self.aim,
            suspended: self.suspended,
            sea: !self.no_sea,
            ..Query::new(from, to)
        })
    }
}

/// Shows the dialog.
pub fn show(ctx: &Context, model: &Model, route: &mut Route) -> Vec<Asked> {
    let lang = model.lang;
    let fresh = route.fresh;
    if fresh {
        route.begin(model);
    }
    if route.index.as_ref().is_none_or(|(code, _)| code != lang.code()) {
        route.index = Some((lang.code().to_owned(), Index::new(model.world, lang)));
    }
    let shown = dialog(ctx, "ots route", &lang.text("ui-route-title"), &lang.text("ui-close"), 560.0, |ui| {
        contents(ui, model, route)
    });
    route.fresh = false;
    shown.inner.into_iter().chain(shown.close.then_some(Asked::Close)).collect()
}

/// Ends, places between, choices and buttons; what was decided, if anything.
fn contents(ui: &mut Ui, model: &Model, route: &mut Route) -> Option<Asked> {
    let lang = model.lang;
    ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
    let ready = confirmed(ui);
    let (_, index) = route.index.take()?;
    let fresh = route.fresh;
    let find = |text: &str| index.places(model.world, lang, text, OFFERED);
    let missing = |route: &Route| [&route.from, &route.to].map(|end| end.chosen.is_none());
    let before = missing(route);
    end(ui, model, "ui-route-from", &mut route.from, route.goes_on == Some(Stop::From) || fresh && before[0], find);
    end(ui, model, "ui-route-to", &mut route.to, route.goes_on == Some(Stop::To) || fresh && !before[0], find);
    let now = missing(route);
    route.goes_on = match (before != now, now) {
        (true, [true, _]) => Some(Stop::From),
        (true, [false, true]) => Some(Stop::To),
        (true, [false, false]) => Some(Stop::Show),
        (false, _) => None,
    };
    if Button::new(&lang.text("ui-route-swap")).bare().icon(Icon::Swap).show(ui).clicked() {
        std::mem::swap(&mut route.from, &mut route.to);
    }
    let code = lang.code();
    let name = |place: &RoutePlace| model.world.place_name(place, code);
    several(ui, model, "ui-route-via", (&mut route.via, &mut route.passed), find, name);
    let find = |text: &str| index.obstacles(model.world, lang, text, OFFERED);
    let name = |avoid: &Avoid| model.world.avoid_name(avoid, code);
    several(ui, model, "ui-route-avoid", (&mut route.avoid, &mut route.avoided), find, name);
    route.index = Some((code.to_owned(), index));
    choices(ui, model, route);
    ui.add_space(12.0);
    buttons(ui, model, route, ready)
}

/// The field of one end, and over what is below it what could be meant. The first that is meant is taken by Enter, and
/// also when the reader moves on.
fn end<T: Clone>(
    ui: &mut Ui,
    model: &Model,
    key: &str,
    wanted: &mut Wanted<T>,
    takes_focus: bool,
    find: impl Fn(&str) -> Vec<(T, String)>,
) {
    let name = model.lang.text(key);
    theme::label(ui, name.as_str(), NOTE_STRONG, model.tokens.text2);
    let before = wanted.typed.clone();
    let is_open = |wanted: &Wanted<T>| wanted.chosen.is_none() && !wanted.typed.trim().is_empty();
    let offered = if is_open(wanted) { find(wanted.typed.trim()) } else { Vec::new() };
    let valid = !is_open(wanted) || !offered.is_empty();
    let field = Field::new(&name).hint(&model.lang.text("ui-route-hint")).valid(valid).show(ui, &mut wanted.typed);
    if takes_focus {
        field.request_focus();
    }
    if field.gained_focus() && !wanted.typed.is_empty() {
        select_all(ui, &field, &wanted.typed);
    }
    if wanted.typed != before {
        wanted.chosen = None;
    }
    ui.add_space(4.0);
    if !is_open(wanted) {
        return;
    }
    let first = offered.first().cloned().filter(|_| field.lost_focus());
    if let Some((place, name)) = offer(ui, model, (key, wanted.typed.trim()), &field, offered).or(first) {
        wanted.take(place, name);
    }
}

/// Marks all that is written, so that typing replaces it.
fn select_all(ui: &Ui, field: &Response, typed: &str) {
    if let Some(mut state) = TextEditState::load(ui.ctx(), field.id) {
        let all = CCursorRange::two(CCursor::new(0), CCursor::new(typed.chars().count()));
        state.cursor.set_char_range(Some(all));
        state.store(ui.ctx(), field.id);
    }
}

/// What could be meant, hanging from the field; the one that was clicked.
fn offer<T>(
    ui: &Ui,
    model: &Model,
    (key, typed): (&str, &str),
    field: &Response,
    offered: Vec<(T, String)>,
) -> Option<(T, String)> {
    let mut chosen = None;
    let at = field.rect.left_bottom() + vec2(-10.0, 2.0);
    let area = Area::new(ui.scope_id().with(("offered", key))).order(Order::Tooltip).fixed_pos(at);
    area.show(ui.ctx(), |ui| {
        popup_frame(model.tokens, 6).show(ui, |ui| {
            ui.set_width(field.rect.width() + 8.0);
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            if offered.is_empty() {
                let values = [("query", typed.into())];
                theme::label(ui, model.lang.format("search-nothing", &values), NOTE, model.tokens.text2);
            }
            for (at, (place, name)) in offered.into_iter().enumerate() {
                let item = MenuItem { current: at == 0, ..MenuItem::new(&name) };
                // Pressed, not clicked: by then the field has lost the keyboard, and the first one would be taken.
                let shown = ui.push_id((key, at), |ui| item.show(ui)).inner;
                if shown.is_pointer_button_down_on() || shown.clicked() {
                    chosen = Some((place, name));
                }
            }
        });
    });
    chosen
}

/// Places that are passed or avoided: those that were chosen, and a field for one more.
fn several<T: Clone + PartialEq>(
    ui: &mut Ui,
    model: &Model,
    key: &str,
    (wanted, chosen): (&mut Wanted<T>, &mut Vec<T>),
    find: impl Fn(&str) -> Vec<(T, String)>,
    name: impl Fn(&T) -> String,
) {
    if chosen.len() < MOST {
        end(ui, model, key, wanted, false, find);
    }
    if let Some(place) = wanted.chosen.take() {
        wanted.typed.clear();
        if !chosen.contains(&place) {
            chosen.push(place);
        }
    }
    let mut dropped = None;
    ui.horizontal_wrapped(|ui| {
        for (at, place) in chosen.iter().enumerate() {
            if ui.push_id((key, at), |ui| Button::new(&name(place)).trailing(Icon::Close).show(ui)).inner.clicked() {
                dropped = Some(at);
            }
        }
    });
    if let Some(at) = dropped {
        chosen.remove(at);
    }
}

/// What may be used, and what the way has least of.
fn choices(ui: &mut Ui, model: &Model, route: &mut Route) {
    let lang = model.lang;
    ui.add_space(8.0);
    let reaches = Reach::ALL.map(|(_, word)| lang.text(&format!("ui-route-{word}")));
    let at = Reach::ALL.iter().position(|(reach, _)| *reach == route.reach).unwrap_or_default();
    if let Some(chosen) = tabs(ui, &reaches, at) {
        route.reach = Reach::ALL[chosen].0;
    }
    let aims = Aim::ALL.map(|(_, word)| lang.text(&format!("ui-route-{word}")));
    let at = Aim::ALL.iter().position(|(aim, _)| *aim == route.aim).unwrap_or_default();
    if let Some(chosen) = tabs(ui, &aims, at) {
        route.aim = Aim::ALL[chosen].0;
    }
    if toggle_row(ui, &lang.text("route-with-sea"), !route.no_sea).clicked() {
        route.no_sea = !route.no_sea;
    }
    if toggle_row(ui, &lang.text("ui-route-suspended"), route.suspended).clicked() {
        route.suspended = !route.suspended;
    }
}

/// The button that shows the route, and cancel.
fn buttons(ui: &mut Ui, model: &Model, route: &Route, confirmed: bool) -> Option<Asked> {
    let mut decided = None;
    let query = route.query();
    foot(ui, |ui| {
        let words = model.lang.text("ui-route-show");
        let button = Button::new(&words).primary().enabled(query.is_some()).show(ui);
        if route.goes_on == Some(Stop::Show) {
            button.request_focus();
        }
        let clicked = button.clicked();
        if let (true, Some(query)) = (clicked || confirmed, query) {
            decided = Some(Asked::Done(Command::Reveal(query.id())));
        }
        if Button::new(&model.lang.text("ui-cancel")).show(ui).clicked() {
            decided = Some(Asked::Close);
        }
    });
    decided
}
