//! The rail: search, the lists of everything, and the layers of the map.

use egui::{Id, Popup, PopupCloseBehavior, RectAlign, ScrollArea, Ui, UiBuilder, vec2};

use crate::command::Command;
use crate::lang::Value;
use crate::session::{Change, Layer};
use crate::ui::icon::Icon;
use crate::ui::list::{self, Line, List};
use crate::ui::state::UiState;
use crate::ui::widget::{Button, MenuItem, Row, Section, icon_button, popup_frame, rule, section, toggle_row};
use crate::ui::{Model, Output, search, theme};
use crate::world::{Area, Id as Thing, Kind};

/// Width of the rail in points: least, usual, most.
pub const WIDTH: [f32; 3] = [220.0, 264.0, 360.0];

/// Width of the rail when only its icons show.
pub const NARROW: f32 = 48.0;

/// Identity of the field of the search.
#[must_use]
pub fn field_id() -> Id {
    Id::unique("ots search field")
}

/// The whole rail.
pub fn show(ui: &mut Ui, model: &Model, state: &mut UiState, out: &mut Output) {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let rect = ui.max_rect();
    ui.expand_to_include_rect(rect);
    let head = egui::Rect::from_min_size(rect.min, vec2(rect.width(), 52.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(head.shrink2(vec2(12.0, 0.0))));
    child.add_space(12.0);
    child.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let width = ui.available_width() - 34.0;
        search::field(ui, model, state, width, out);
        filter_button(ui, model, out);
    });
    let layers = layers_height(state, rect.height());
    let foot = egui::Rect::from_min_max(egui::pos2(rect.left(), rect.bottom() - layers), rect.max);
    let body = egui::Rect::from_min_max(egui::pos2(rect.left(), head.bottom()), foot.right_top());
    let mut child = ui.new_child(UiBuilder::new().max_rect(body));
    ScrollArea::vertical().id_salt("rail").auto_shrink(false).show(&mut child, |ui| {
        egui::Frame::NONE.inner_margin(egui::Margin { left: 8, right: 8, top: 0, bottom: 8 }).show(ui, |ui| {
            filter_note(ui, model, out);
            for (kind, ..) in List::ALL.into_iter().filter(|(kind, ..)| layers == 0.0 || *kind != List::Layers) {
                show_list(ui, model, state, kind, out);
            }
        });
    });
    if layers > 0.0 {
        let mut child = ui.new_child(UiBuilder::new().max_rect(foot.shrink2(vec2(8.0, 0.0))));
        child.painter().hline(foot.x_range(), foot.top() + 0.5, (1.0, theme::color(model.tokens.line)));
        child.add_space(4.0);
        show_list(&mut child, model, state, List::Layers, out);
    }
}

/// Height of the layers at the foot of the rail; 0 where there is no room and they scroll with the rest.
fn layers_height(state: &UiState, height: f32) -> f32 {
    let open = if state.closed.contains(&List::Layers) { 0.0 } else { 26.0 * Layer::ALL.len() as f32 };
    let wanted = 4.0 + 32.0 + open + 8.0;
    if height - wanted < 320.0 { 0.0 } else { wanted }
}

/// The rail as icons; each opens its list beside it.
pub fn show_narrow(ui: &mut Ui, model: &Model, state: &mut UiState, out: &mut Output) {
    ui.spacing_mut().item_spacing = vec2(0.0, 4.0);
    ui.expand_to_include_rect(ui.max_rect());
    let mut child = ui.new_child(UiBuilder::new().max_rect(ui.max_rect().shrink2(vec2(10.0, 8.0))));
    let ui = &mut child;
    if icon_button(ui, Icon::Search, &model.lang.text("search-placeholder"), true).clicked() {
        out.commands.push(Command::Search(true));
    }
    rule(ui);
    let room = ui.ctx().content_rect().height() - 120.0;
    for (kind, key, icon, _) in List::ALL {
        let button = icon_button(ui, icon, &model.lang.text(key), true);
        Popup::from_toggle_button_response(&button)
            .align(RectAlign::RIGHT_START)
            .frame(popup_frame(model.tokens, 8))
            .gap(8.0)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .accessible_name(model.lang.text(key))
            .width(280.0)
            .show(|ui| {
                ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
                ui.set_width(280.0);
                ScrollArea::vertical().max_height(room).show(ui, |ui| {
                    if kind.has_areas() {
                        filter_note(ui, model, out);
                    }
                    show_list(ui, model, state, kind, out);
                });
            });
    }
    let button = icon_button(ui, Icon::Filter, &model.lang.text("ui-area"), true);
    filter_menu(&button, model, out);
}

/// The button of the filter by area of cooperation.
fn filter_button(ui: &mut Ui, model: &Model, out: &mut Output) {
    ui.vertical(|ui| {
        ui.add_space(2.0);
        let button = icon_button(ui, Icon::Filter, &model.lang.text("ui-area"), true);
        filter_menu(&button, model, out);
    });
}

/// The menu of the areas of cooperation.
fn filter_menu(button: &egui::Response, model: &Model, out: &mut Output) {
    let area = model.history.now().area;
    Popup::menu(button).frame(popup_frame(model.tokens, 8)).gap(4.0).width(260.0).show(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ui.set_width(260.0);
        let choices = std::iter::once(None).chain(Area::ALL.into_iter().map(Some));
        for choice in choices {
            let label = area_word(model, choice.map(|(area, _)| area));
            let wanted = choice.map(|(area, _)| area);
            let item = MenuItem { checked: Some(wanted == area), ..MenuItem::new(&label) };
            if item.show(ui).clicked() {
                out.commands.push(Command::Change(Change::Filter(wanted)));
            }
        }
    });
}

/// The name of an area, or of none.
fn area_word(model: &Model, area: Option<Area>) -> String {
    let word = area.and_then(|area| Area::ALL.into_iter().find(|(it, _)| *it == area));
    model.lang.text(&word.map_or_else(|| "ui-area-all".to_owned(), |(_, word)| format!("area-{word}")))
}

/// The filter in force, with a way out of it.
fn filter_note(ui: &mut Ui, model: &Model, out: &mut Output) {
    let Some(area) = model.history.now().area else { return };
    let words = area_word(model, Some(area));
    let width = ui.available_width();
    if Button::new(&words).selected(true).icon(Icon::Filter).trailing(Icon::Close).width(width).show(ui).clicked() {
        out.commands.push(Command::Change(Change::Filter(None)));
    }
    ui.add_space(4.0);
}

/// A list under its heading.
fn show_list(ui: &mut Ui, model: &Model, state: &mut UiState, kind: List, out: &mut Output) {
    let Some((_, key, _, few)) = List::ALL.into_iter().find(|(it, ..)| *it == kind) else { return };
    let (lines, all) = list::lines(model, kind);
    let open = !state.closed.contains(&kind);
    let count = count_words(model, kind, lines.len(), all);
    if section(ui, Section { title: &model.lang.text(key), count: &count, open }).clicked() {
        if open {
            state.closed.insert(kind);
        } else {
            state.closed.remove(&kind);
        }
    }
    if !open {
        return;
    }
    if kind == List::Layers {
        layers(ui, model, out);
        return;
    }
    if lines.is_empty() && all > 0 {
        Row::new(&model.lang.text("ui-area-none")).indent().enabled(false).show(ui);
    }
    let selection = model.history.now().selection.as_ref();
    // Of a role both the state and the institution.
    let seat = selection.filter(|id| id.kind == Kind::Role).and_then(|id| id.key.split_once('~'));
    let is_seat = |id: &Thing| match (seat, id.kind) {
        (Some((state, _)), Kind::State) => state == id.key,
        (Some((_, body)), Kind::Institution) => body == id.key,
        _ => false,
    };
    let whole = state.whole.contains(&kind) || lines.len() <= few + 1;
    for (at, line) in lines.iter().enumerate() {
        let selected = selection == Some(&line.id) || is_seat(&line.id);
        if whole || at < few || selected {
            row(ui, line, selected, out);
        }
    }
    if lines.len() > few + 1 {
        let hidden = lines.len() - few;
        let words =
            if whole { model.lang.text("ui-fewer") } else { model.lang.format("ui-more", &[("count", hidden.into())]) };
        if Row::new(&words).indent().quiet().salt((kind, "more")).show(ui).clicked() && !state.whole.remove(&kind) {
            state.whole.insert(kind);
        }
    }
}

/// How much is in a list: all, or what the filter leaves of it.
fn count_words(model: &Model, kind: List, shown: usize, all: usize) -> String {
    let lang = model.lang;
    match kind {
        List::States => {
            let (members, observers) = list::count_states(model.world, model.day);
            lang.format("ui-states-count", &[("members", members.into()), ("observers", observers.into())])
        }
        List::Layers => {
            let on = model.history.now().layers.len();
            lang.format("ui-layers-on", &[("on", on.into()), ("all", Layer::ALL.len().into())])
        }
        _ if shown == all => lang.number(all as f64, 0),
        _ => {
            let value = |n: usize| Value::from(lang.number(n as f64, 0));
            lang.format("ui-some-of", &[("some", value(shown)), ("all", value(all))])
        }
    }
}

/// A line of a list.
fn row(ui: &mut Ui, line: &Line, selected: bool, out: &mut Output) {
    let row = Row::new(&line.label)
        .symbol(line.symbol)
        .note(&line.note)
        .trailing(&line.trailing)
        .selected(selected)
        .salt(line.id.to_string());
    if row.show(ui).clicked() {
        out.commands.push(Command::Reveal(line.id.clone()));
    }
}

/// The switches of the layers.
fn layers(ui: &mut Ui, model: &Model, out: &mut Output) {
    for (layer, word) in Layer::ALL {
        let on = model.history.now().layers.contains(&layer);
        if toggle_row(ui, &model.lang.text(&format!("layer-{word}")), on).clicked() {
            out.commands.push(Command::Change(Change::Toggle(layer)));
        }
    }
}
