//! The bar across the window: name, menu, way back, where the reader is, as-of date, undo, language, theme, export.

use egui::{Align, Layout, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::command::{Command, Dialog, Here, Menu};
use crate::scene::Font;
use crate::session::{Change, View};
use crate::style::{BODY, Role as Type, Theme, radius};
use crate::ui::icon::Icon;
use crate::ui::state::UiState;
use crate::ui::widget::{Button, icon_button, tabs};
use crate::ui::{Model, Output, menu, theme, timeline};

/// Height of the bar in points.
pub const HEIGHT: f32 = 44.0;

/// The name of the program.
const BRAND: Type = Type { font: Font::new(13.0, 650), line: 20.0 };

/// The last crumb: where the reader is.
const HERE: Type = Type { font: Font::new(13.0, 500), line: 20.0 };

/// Fills the bar; `rail` is how wide the rail below it is.
pub fn show(ui: &mut Ui, model: &Model, state: &UiState, rail: f32, out: &mut Output) {
    let rect = ui.max_rect();
    let here = state.here(model.history);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, theme::color(model.tokens.line)));
    let head = if rail < 200.0 { 196.0 } else { rail };
    let left = Rect::from_min_size(rect.min, vec2(head, HEIGHT - 1.0));
    brand(&mut ui.new_child(UiBuilder::new().max_rect(left)), model, here, out);
    let mut free = rect;
    free.min.x = left.right() + 8.0;
    free.max -= vec2(12.0, 1.0);
    let mut right = ui.new_child(UiBuilder::new().max_rect(free).layout(Layout::right_to_left(Align::Center)));
    actions(&mut right, model, here, out);
    free.max.x = right.min_rect().left() - 12.0;
    let mut middle = ui.new_child(UiBuilder::new().max_rect(free).layout(Layout::left_to_right(Align::Center)));
    middle.set_clip_rect(free.intersect(ui.clip_rect()));
    way(&mut middle, model, here, out);
    ui.allocate_rect(rect, Sense::hover());
}

/// Mark, name and the button of the menu.
fn brand(ui: &mut Ui, model: &Model, here: Here, out: &mut Output) {
    let rect = ui.max_rect();
    mark(ui, Rect::from_min_size(pos2(rect.left() + 12.0, rect.center().y.round() - 10.0), vec2(20.0, 20.0)));
    let name = theme::line(ui.ctx(), "OTS Atlas", BRAND, model.tokens.text, f32::INFINITY);
    let at = pos2(rect.left() + 40.0, rect.center().y - name.size().y / 2.0);
    ui.painter().galley(at, name, theme::color(model.tokens.text));
    let place = Rect::from_center_size(pos2(rect.right() - 22.0, rect.center().y), vec2(28.0, 28.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(place));
    let button = icon_button(&mut child, Icon::Menu, &model.lang.text("ui-menu"), true);
    menu::show(&button, model, here, out);
}

/// The mark: a steppe horizon under the arc of a yurt's crown.
fn mark(ui: &Ui, rect: Rect) {
    let tokens = theme::tokens(ui.ctx());
    let painter = ui.painter();
    painter.rect_filled(rect, 5.0, theme::color(tokens.accent));
    let ink = theme::color(tokens.on_accent);
    let arc: Vec<_> = (0..=16)
        .map(|step| {
            let part = step as f32 / 16.0;
            let x = rect.left() + 4.0 + 12.0 * part;
            let y = rect.top() + 12.6 - 5.6 * (std::f32::consts::PI * (0.12 + 0.55 * part)).sin();
            pos2(x, y)
        })
        .collect();
    for end in [arc.first(), arc.last()].into_iter().flatten() {
        painter.circle_filled(*end, 1.1, ink);
    }
    painter.add(egui::Shape::line(arc, (2.2, ink)));
}

/// Back, forward, and the crumbs of the selection.
fn way(ui: &mut Ui, model: &Model, here: Here, out: &mut Output) {
    ui.spacing_mut().item_spacing.x = 2.0;
    views(ui, model, out);
    let steps = [
        (Icon::Back, "command-back", Command::Back, here.history.can_go_back()),
        (Icon::Forward, "command-forward", Command::Forward, here.history.can_go_forward()),
    ];
    for (icon, key, command, enabled) in steps {
        if icon_button(ui, icon, &model.lang.text(key), enabled).clicked() {
            out.commands.push(command);
        }
    }
    ui.add_space(8.0);
    let all = model.lang.text("ui-all");
    let Some(id) = &here.history.now().selection else {
        crumb(ui, &all, HERE, false);
        return;
    };
    if crumb(ui, &all, BODY, true).clicked() {
        out.commands.push(Command::Change(Change::Select(None)));
    }
    slash(ui);
    crumb(ui, &model.lang.text(&format!("kinds-{}", id.kind.word())), BODY, false);
    slash(ui);
    crumb(ui, &model.world.name_on(id, model.lang.code(), model.day), HERE, false);
}

/// Map or table.
fn views(ui: &mut Ui, model: &Model, out: &mut Output) {
    let all = [(View::Map, "view-map"), (View::Matrix, "view-matrix")];
    let names = all.map(|(_, key)| model.lang.text(key));
    let chosen = all.iter().position(|(view, _)| *view == model.history.now().view).unwrap_or_default();
    if let Some(at) = tabs(ui, &names, chosen) {
        out.commands.push(Command::Change(Change::Show(all[at].0)));
    }
    ui.add_space(8.0);
}

/// A word of the way; a link where it leads somewhere.
fn crumb(ui: &mut Ui, words: &str, role: Type, leads: bool) -> Response {
    let tokens = theme::tokens(ui.ctx());
    let ink = if role == HERE { tokens.text } else { tokens.text2 };
    let galley = theme::line(ui.ctx(), words, role, ink, (ui.available_width() - 12.0).max(24.0));
    let cut = galley.elided;
    let sense = if leads { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 12.0, 28.0), sense);
    let kind = if leads { Role::Link } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(kind, true, words));
    let hover = if leads { theme::hover(&response) } else { 0.0 };
    if hover > 0.0 {
        ui.painter().rect_filled(rect, radius::BUTTON, theme::color(tokens.raised).gamma_multiply(hover));
    }
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, theme::color(ink));
    theme::focus_ring(ui.painter(), tokens, &response, rect, radius::BUTTON, 0.0);
    if cut { response.on_hover_text(words) } else { response }
}

/// Between two crumbs.
fn slash(ui: &mut Ui) {
    let tokens = theme::tokens(ui.ctx());
    let galley = theme::line(ui.ctx(), "/", BODY, tokens.text3, f32::INFINITY);
    let (_, rect) = ui.allocate_space(vec2(galley.size().x, 28.0));
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, theme::color(tokens.text3));
}

/// From the right end: export, help, theme, language, undo, and the as-of date.
fn actions(ui: &mut Ui, model: &Model, here: Here, out: &mut Output) {
    let lang = model.lang;
    let width = ui.max_rect().width();
    ui.spacing_mut().item_spacing.x = 4.0;
    if Button::new(&lang.text("ui-export")).primary().icon(Icon::Export).show(ui).clicked() {
        out.commands.push(Command::Dialog(Some(Dialog::Export)));
    }
    ui.add_space(4.0);
    if icon_button(ui, Icon::Copy, &lang.text("command-copy-picture"), true).clicked() {
        out.commands.push(Command::CopyPicture);
    }
    if icon_button(ui, Icon::Bookmark, &lang.text("command-bookmarks"), true).clicked() {
        out.commands.push(Command::Dialog(Some(Dialog::Bookmarks)));
    }
    if width > 480.0 && icon_button(ui, Icon::Help, &lang.text("command-help"), true).clicked() {
        out.commands.push(Command::Dialog(Some(Dialog::Help)));
    }
    let (icon, key, next) = if model.tokens.dark {
        (Icon::Sun, "ui-to-light", Theme::Light)
    } else {
        (Icon::Moon, "ui-to-dark", Theme::Dark)
    };
    if icon_button(ui, icon, &lang.text(key), true).clicked() {
        out.commands.push(Command::Change(Change::Theme(next)));
    }
    if width > 480.0 {
        let button = icon_button(ui, Icon::Globe, &lang.text("command-menu-language"), true);
        menu::choices(&button, model, Menu::Language, here, out);
    }
    let steps = [
        (Icon::Redo, "command-redo", Command::Redo, here.history.can_redo()),
        (Icon::Undo, "command-undo", Command::Undo, here.history.can_undo()),
    ];
    for (icon, key, command, enabled) in steps {
        if icon_button(ui, icon, &lang.text(key), enabled).clicked() {
            out.commands.push(command);
        }
    }
    if width > 640.0 {
        ui.add_space(8.0);
        as_of(ui, model, here, out);
    }
}

/// The as-of date; it shows and hides the time below the map.
fn as_of(ui: &mut Ui, model: &Model, here: Here, out: &mut Output) {
    let date = model.lang.date(model.day);
    let words = model.lang.format("ui-as-of", &[("date", date.into())]);
    if timeline::button(ui, model, &words, here.timeline).clicked() {
        out.commands.push(Command::Timeline(!here.timeline));
    }
}
