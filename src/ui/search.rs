//! The search: a field, and below it what bears the name, grouped by kind.

use egui::{Area, Context, Key, Modifiers, Order, Pos2, ScrollArea, Ui, pos2, vec2};

use crate::command::Command;
use crate::search::{Found, Index};
use crate::style::NOTE;
use crate::ui::icon::Icon;
use crate::ui::state::UiState;
use crate::ui::widget::{Field, Row, menu_head, popup_frame};
use crate::ui::{Model, Output, list, rail, theme};
use crate::world::{Id, Kind};

/// Width of the results in points.
const WIDTH: f32 = 440.0;

/// Results that are shown at most.
const LIMIT: usize = 40;

/// Results that are shown at most where nothing bears the name.
const NEAR: usize = 8;

/// The search as the reader left it.
#[derive(Debug, Default)]
pub struct Search {
    /// Whether the results are shown.
    pub open: bool,
    /// What is looked for.
    pub query: String,
    /// Result that the arrow keys are on.
    current: usize,
    /// Whether the field is to take the keyboard.
    wants_focus: bool,
    /// Whether the results have been on screen before this frame.
    shown: bool,
    /// Everything that can be found, and the language of its labels.
    index: Option<(String, Index)>,
    answer: Answer,
}

/// What was found.
#[derive(Debug, Default)]
struct Answer {
    /// Code of the language in which it was looked for.
    language: String,
    /// What was looked for.
    query: String,
    found: Vec<Found>,
    /// Whether nothing bears the name, and what was found is only like it.
    is_near: bool,
}

impl Search {
    /// Opens the search and takes the keyboard, or closes it and forgets what was looked for.
    pub fn set_open(&mut self, open: bool) {
        self.wants_focus = open;
        self.open = open;
        self.current = 0;
        if !open {
            self.query.clear();
            self.shown = false;
        }
    }

    /// What the query finds, under the kind of the best match first; looked for when the query or the language changes.
    fn look(&mut self, model: &Model) {
        let Model { world, lang, .. } = *model;
        let code = lang.code();
        let (known, index) = self.index.get_or_insert_with(|| (code.to_owned(), Index::new(world, lang)));
        if known != code {
            (*known, *index) = (code.to_owned(), Index::new(world, lang));
        }
        if (self.answer.language.as_str(), &self.answer.query) == (code, &self.query) {
            return;
        }
        let mut found = index.find(&self.query, LIMIT);
        let days = index.changes(world, lang, &self.query);
        let asked = days.or_else(|| index.route(world, lang, &self.query));
        let is_near = found.is_empty() && asked.is_none();
        if is_near {
            found = index.near(&self.query, NEAR);
        }
        let kinds: Vec<Kind> = found.iter().map(|one| one.id.kind).collect();
        found.sort_by_key(|one| kinds.iter().position(|kind| *kind == one.id.kind));
        found.splice(0..0, asked);
        self.answer = Answer { language: code.to_owned(), query: self.query.clone(), found, is_near };
    }
}

/// The field; in the rail, or in the popup where there is no rail.
pub fn field(ui: &mut Ui, model: &Model, state: &mut UiState, width: f32, out: &mut Output) {
    let lang = model.lang;
    let words = lang.text("search-placeholder");
    let search = &mut state.search;
    let before = search.query.clone();
    // The arrows choose a result; they would otherwise move the cursor of the field.
    if search.open && ui.memory(|memory| memory.has_focus(rail::field_id())) {
        let (down, up) = ui.input_mut(|input| {
            (input.consume_key(Modifiers::NONE, Key::ArrowDown), input.consume_key(Modifiers::NONE, Key::ArrowUp))
        });
        search.current = search.current.saturating_add(usize::from(down)).saturating_sub(usize::from(up));
    }
    let field = Field::new(&words).hint(&words).icon(Icon::Search).key("/").id(rail::field_id()).width(width);
    let response = field.show(ui, &mut search.query);
    if search.wants_focus {
        response.request_focus();
        search.wants_focus = false;
    } else if response.gained_focus() && !search.open {
        out.commands.push(Command::Search(true));
    }
    if search.query != before {
        search.current = 0;
        search.open = true;
    }
}

/// The results over everything, while the search is open.
pub fn show(ctx: &Context, model: &Model, state: &mut UiState, rail_field: Option<Pos2>, out: &mut Output) {
    if !state.search.open {
        return;
    }
    let screen = ctx.content_rect();
    let width = WIDTH.min(screen.width() - 32.0);
    let centred = pos2((screen.center().x - width / 2.0).round(), screen.top() + 56.0);
    let at = rail_field.unwrap_or(centred);
    state.search.look(model);
    let last = state.search.answer.found.len().saturating_sub(1);
    state.search.current = state.search.current.min(last);
    let enter = ctx.input(|input| input.key_pressed(Key::Enter));
    let mut chosen: Option<Id> = None;
    let area = Area::new(egui::Id::unique("ots search")).order(Order::Foreground).fixed_pos(at).constrain(true);
    let area = area.accessible_name(model.lang.text("command-search")).show(ctx, |ui| {
        popup_frame(model.tokens, 8).show(ui, |ui| {
            ui.set_width(width - 16.0);
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            if rail_field.is_none() {
                field(ui, model, state, width - 16.0, out);
                ui.add_space(8.0);
            }
            let room = screen.bottom() - at.y - 120.0;
            ScrollArea::vertical().max_height(room.clamp(80.0, 520.0)).show(ui, |ui| {
                chosen = results(ui, model, state);
            });
            foot(ui, model, !state.search.answer.found.is_empty());
        });
    });
    if enter && state.search.shown {
        chosen = chosen.or_else(|| state.search.answer.found.get(state.search.current).map(|found| found.id.clone()));
    }
    if let Some(id) = chosen {
        out.commands.push(Command::Search(false));
        out.commands.push(Command::Reveal(id));
    } else if state.search.shown && beside(ctx, &area.response, rail_field) {
        out.commands.push(Command::Search(false));
    }
    state.search.shown = true;
}

/// Whether the reader clicked beside the results and beside the field.
fn beside(ctx: &Context, area: &egui::Response, rail_field: Option<Pos2>) -> bool {
    let field = rail_field.and_then(|_| ctx.read_response(rail::field_id()));
    let on_field = field.is_some_and(|field| {
        ctx.input(|input| input.pointer.interact_pos()).is_some_and(|at| field.rect.expand(12.0).contains(at))
    });
    area.clicked_elsewhere() && !on_field
}

/// The results under the headings of their kinds; the one that was clicked.
fn results(ui: &mut Ui, model: &Model, state: &UiState) -> Option<Id> {
    let found = &state.search.answer.found;
    if found.is_empty() || state.search.answer.is_near {
        let query = state.search.query.trim();
        let words = match found.is_empty() {
            _ if query.is_empty() => model.lang.text("ui-search-start"),
            true => model.lang.format("search-nothing", &[("query", query.into())]),
            false => model.lang.format("search-near", &[("query", query.into())]),
        };
        egui::Frame::NONE.inner_margin(8.0).show(ui, |ui| {
            theme::label(ui, words, crate::style::BODY, model.tokens.text2);
        });
    }
    let mut chosen = None;
    let mut kind = None;
    for (at, one) in found.iter().enumerate() {
        if kind != Some(one.id.kind) {
            kind = Some(one.id.kind);
            menu_head(ui, &model.lang.text(&format!("kinds-{}", one.id.kind.word())));
        }
        let current = at == state.search.current;
        let trailing = one.matched.as_ref().unwrap_or(&one.detail);
        let row = Row::new(&one.label).symbol(list::symbol(model, &one.id)).trailing(trailing).selected(current);
        let response = row.role(egui::Role::ListBoxOption).salt(("found", at)).show(ui);
        if current && ui.input(|input| input.key_down(Key::ArrowDown) || input.key_down(Key::ArrowUp)) {
            response.scroll_to_me(None);
        }
        if response.clicked() {
            chosen = Some(one.id.clone());
        }
    }
    chosen
}

/// What the keys do, below the results.
fn foot(ui: &mut Ui, model: &Model, any: bool) {
    if any {
        crate::ui::widget::rule(ui);
        egui::Frame::NONE.inner_margin(egui::Margin::symmetric(8, 0)).show(ui, |ui| {
            theme::label(ui, model.lang.text("ui-search-keys"), NOTE, model.tokens.text3);
        });
    }
}
