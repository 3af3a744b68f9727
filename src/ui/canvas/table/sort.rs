//! What puts the table into another order: arrows in its heads, for the pointer, the keyboard and assistive technology.

use egui::accesskit::{Action, Role, Toggled};
use egui::{Id, Key, Pos2, Rect, Sense, Shape, Ui, Vec2, vec2};

use crate::command::Command;
use crate::matrix::sort::{Axis, told};
use crate::matrix::{Matrix, Sorter};
use crate::scene::Point;
use crate::session::{Change, Sorting};
use crate::style::radius;
use crate::ui::theme::{self, color};
use crate::ui::{Model, Output};

/// Half the width of an arrow.
const ARROW: f32 = 3.5;

/// The order in force.
fn now<'m>(model: &Model<'m>) -> &'m Sorting {
    &model.history.now().sorting
}

/// What egui knows a place by.
pub fn id(at: usize) -> Id {
    Id::unique(("matrix order", at))
}

/// What a place does, in words, for each place of the page.
pub fn words(model: &Model<'_>, table: &Matrix) -> Vec<String> {
    let word = |sorter: &Sorter| {
        let next = sorter.next(now(model));
        let order = told(table, model.lang, sorter.axis, sorter.axis.of(&next));
        model.lang.format("matrix-sort", &[("order", order.into())])
    };
    model.sheet.sorters.iter().map(word).collect()
}

/// The place under a point of the page.
pub fn under(model: &Model<'_>, at: Point) -> Option<usize> {
    model.sheet.sorters.iter().position(|sorter| sorter.rect.contains(at))
}

/// Puts the table into the order that a place asks for.
pub fn ask(model: &Model<'_>, at: usize, out: &mut Output) {
    let next = model.sheet.sorters.get(at).map(|sorter| sorter.next(now(model)));
    out.commands.extend(next.map(|next| Command::Change(Change::Sort(next))));
}

/// Row and column of a head.
pub type Head = (Option<usize>, Option<usize>);

/// Whether a place lies in a head.
fn is_in(sorter: &Sorter, head: Head) -> bool {
    (sorter.row, sorter.column) == head && head != (None, None)
}

/// Paints the arrows: those beside the words of the table always, those in the heads under the pointer or with the
/// focus. `origin` is where the page of a place begins on screen.
pub fn paint(ui: &Ui, model: &Model<'_>, area: Rect, origin: impl Fn(&Sorter) -> Vec2, pointed: Option<Head>) {
    let painter = ui.painter().with_clip_rect(area);
    let t = model.tokens;
    let hover = ui.input(|input| input.pointer.hover_pos());
    for (at, sorter) in model.sheet.sorters.iter().enumerate() {
        let is_alone = sorter.row.is_none() && sorter.column.is_none();
        let focused = ui.memory(|memory| memory.has_focus(id(at)));
        if !(is_alone || focused || pointed.is_some_and(|head| is_in(sorter, head))) {
            continue;
        }
        let origin = origin(sorter);
        let rect = super::super::rect_to_screen(sorter.rect, origin);
        let is_hovered = hover.is_some_and(|at| rect.contains(at));
        let (ground, ink) = if is_hovered || focused { (t.raised, t.accent) } else { (t.canvas, t.text3) };
        let middle = if is_alone { super::super::to_screen(sorter.mark, origin) } else { rect.center() };
        if !is_alone {
            painter.rect_filled(Rect::from_center_size(middle, vec2(20.0, 20.0)), radius::BUTTON, color(ground));
        }
        if !is_alone || !sorter.is_active(now(model)) {
            painter.add(arrow(sorter.axis, middle, color(ink)));
        }
        if focused {
            super::ring(ui, model, rect);
        }
    }
}

/// An arrow down for rows, to the right for columns.
fn arrow(axis: Axis, at: Pos2, ink: egui::Color32) -> Shape {
    let half = ARROW;
    let corners = match axis {
        Axis::Bodies => [vec2(-half, -half * 0.6), vec2(half, -half * 0.6), vec2(0.0, half * 0.8)],
        Axis::States => [vec2(-half * 0.6, -half), vec2(half * 0.8, 0.0), vec2(-half * 0.6, half)],
    };
    Shape::convex_polygon(corners.map(|by| at + by).to_vec(), ink, egui::Stroke::NONE)
}

/// The places for the keyboard and for assistive technology: Tab leads to those that stand alone and to the one in the
/// current head, Enter and Space sort.
pub fn reach(
    table: &Ui,
    model: &Model<'_>,
    origin: impl Fn(&Sorter) -> Vec2,
    (current, words): (usize, &[String]),
    out: &mut Output,
) {
    let head = model.sheet.places.get(current).map(|place| (place.row, place.column));
    for (at, (sorter, word)) in model.sheet.sorters.iter().zip(words).enumerate() {
        let is_alone = sorter.row.is_none() && sorter.column.is_none();
        let is_open = is_alone || head.is_some_and(|head| is_in(sorter, head));
        let sense = if is_open { Sense::focusable_noninteractive() } else { Sense::hover() };
        let rect = super::super::rect_to_screen(sorter.rect, origin(sorter));
        let response = table.interact(rect, id(at), sense);
        let active = sorter.is_active(now(model));
        table.ctx().accesskit_node_builder(id(at), |node| {
            node.set_role(Role::Button);
            super::bound(node, rect);
            node.set_label(word.clone());
            node.set_toggled(if active { Toggled::True } else { Toggled::False });
            node.add_action(Action::Click);
        });
        let pressed = |key: Key| table.input(|input| input.key_pressed(key));
        let asked = table.input(|input| input.has_accesskit_action_request(id(at), Action::Click));
        if asked || response.has_focus() && (pressed(Key::Enter) || pressed(Key::Space)) {
            ask(model, at, out);
        }
    }
}

/// Tells what a place does.
pub fn tell(ui: &Ui, model: &Model<'_>, word: &str, at: egui::PopupAnchor) {
    let tooltip = egui::Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), Id::unique("matrix tooltip"), at);
    tooltip.gap(12.0).show(|ui| {
        ui.set_max_width(340.0);
        theme::label(ui, word, crate::style::NOTE, model.tokens.text);
    });
}
