//! Lists of things: every row with a page behind it is one link.

use egui::{Id as UiId, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::page::{self, Page, TRAILING};
use super::rich;
use crate::lang::Value;
use crate::scene::Font;
use crate::story::Row;
use crate::style::{BODY, NOTE, Role as Type, radius};
use crate::ui::theme::{self, color};
use crate::ui::widget::{paint_confidence, paint_symbol};
use crate::world::Confidence;

/// Height of a row without a second line.
const ROW: f32 = 24.0;

/// Space between the two columns.
const GUTTER: f32 = 16.0;

/// Where labels begin.
const INDENT: f32 = 20.0;

/// How far the ground of a row reaches beyond its text.
const BLEED: f32 = 6.0;

/// Letters of labels in two columns.
const SHORT: Type = Type { font: Font::new(12.5, 400), line: 20.0 };

/// A list as a story gives it.
pub struct List<'a> {
    /// Heading.
    pub title: &'a str,
    /// Beside the heading.
    pub trailing: &'a str,
    /// Rows.
    pub rows: &'a [Row],
    /// Two columns, for short labels.
    pub two_columns: bool,
    /// Rows shown before the rest is folded.
    pub fold_after: usize,
}

/// One cell of the list: a row of the story, or what folds and unfolds.
enum Cell<'a> {
    Row(&'a Row),
    Fold { more: Option<usize> },
}

/// Shows a list.
pub fn show(ui: &mut Ui, page: &mut Page<'_>, list: &List<'_>) {
    page::heading(ui, page, list.title, list.trailing);
    let open = page.open.contains(list.title);
    // Folding away a single row would save nothing.
    let folds = list.fold_after > 0 && list.rows.len() > list.fold_after + 1;
    let shown = if folds && !open { list.fold_after } else { list.rows.len() };
    let mut cells: Vec<Cell<'_>> = list.rows.iter().take(shown).map(Cell::Row).collect();
    if folds {
        cells.push(Cell::Fold { more: (!open).then(|| list.rows.len() - shown) });
    }
    let columns = if list.two_columns { 2 } else { 1 };
    let width = (ui.available_width() - GUTTER * (columns - 1) as f32) / columns as f32;
    let base = ui.scope_id().with(list.title);
    for (line, pair) in cells.chunks(columns).enumerate() {
        let heights = pair.iter().map(|cell| height(ui, page, cell, width, columns));
        let height = heights.fold(ROW, f32::max);
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
        for (column, cell) in pair.iter().enumerate() {
            let x = rect.left() + (width + GUTTER) * column as f32;
            let place = Rect::from_min_size(pos2(x, rect.top()), vec2(width, height));
            let id = base.with((line, column));
            match cell {
                Cell::Row(row) => show_row(ui, page, row, id, place, columns),
                Cell::Fold { more } => fold(ui, page, list.title, *more, id, place),
            }
        }
    }
}

/// Room that the end of a row takes: words and mark.
fn end(ui: &Ui, page: &Page<'_>, row: &Row, width: f32) -> (std::sync::Arc<egui::Galley>, f32) {
    let words = theme::line(ui.ctx(), row.trailing.as_str(), TRAILING, page.model.tokens.text3, width * 0.6);
    let mark = if mark(row).is_some() { 20.0 } else { 0.0 };
    let gap = if row.trailing.is_empty() { 0.0 } else { 8.0 };
    let room = words.size().x + mark + gap;
    (words, room)
}

/// The mark that a row carries: only doubt is worth the place.
fn mark(row: &Row) -> Option<Confidence> {
    row.confidence.filter(|confidence| *confidence != Confidence::High)
}

/// The label: on one line in two columns, else on as many as it takes.
fn label(ui: &Ui, page: &Page<'_>, row: &Row, width: f32, columns: usize) -> std::sync::Arc<egui::Galley> {
    let room = width - INDENT - end(ui, page, row, width).1;
    let ink = page.model.tokens.text;
    if columns > 1 {
        theme::line(ui.ctx(), row.label.as_str(), SHORT, ink, room)
    } else {
        theme::lines(ui.ctx(), row.label.as_str(), BODY, ink, room)
    }
}

/// How high a cell is.
fn height(ui: &Ui, page: &Page<'_>, cell: &Cell<'_>, width: f32, columns: usize) -> f32 {
    let Cell::Row(row) = cell else { return ROW };
    let label = label(ui, page, row, width, columns).size().y;
    let detail = row.detail.as_ref().map_or(0.0, |text| {
        let t = page.model.tokens;
        rich::layout(ui, t, text, NOTE, t.text2, width - INDENT).galley.size().y + 2.0
    });
    (label + detail + 4.0).max(ROW)
}

/// Shows a row of the story.
fn show_row(ui: &mut Ui, page: &mut Page<'_>, row: &Row, id: UiId, rect: Rect, columns: usize) {
    let t = page.model.tokens;
    let words = label(ui, page, row, rect.width(), columns);
    let response = link(ui, page, row, id, rect);
    let symbol = Rect::from_center_size(pos2(rect.left() + 7.0, rect.top() + ROW / 2.0), vec2(16.0, 16.0));
    let (trailing, _) = end(ui, page, row, rect.width());
    let mut right = rect.right();
    if let Some(confidence) = mark(row) {
        let place = Rect::from_center_size(pos2(right - 8.0, rect.top() + ROW / 2.0), vec2(16.0, 16.0));
        paint_confidence(ui.painter(), t, place.center(), confidence);
        let word = page.confidence(confidence);
        let mark = ui.interact(place, id.with("mark"), Sense::hover());
        mark.widget_info(|| WidgetInfo::labeled(Role::Image, true, &word));
        mark.on_hover_text(word);
        right -= 20.0;
    }
    let painter = ui.painter();
    paint_symbol(painter, t, symbol, row.symbol);
    let top = rect.top() + 2.0;
    painter.galley(pos2(right - trailing.size().x, top), trailing, color(t.text3));
    let elided = words.elided;
    let below = words.size().y;
    painter.galley(pos2(rect.left() + INDENT, top), words, color(t.text));
    if let Some(text) = &row.detail {
        let rich = rich::layout(ui, t, text, NOTE, t.text2, rect.width() - INDENT);
        rich.place(ui, page, id.with("detail"), pos2(rect.left() + INDENT, top + below));
    }
    if elided {
        response.on_hover_text(&row.label);
    }
}

/// The ground of a row, which is its link where it has a page behind it.
fn link(ui: &mut Ui, page: &mut Page<'_>, row: &Row, id: UiId, rect: Rect) -> Response {
    let t = page.model.tokens;
    let Some(target) = &row.target else {
        let response = ui.interact(rect, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name(row)));
        return response;
    };
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, name(row)));
    ground(ui, page, &response, rect);
    if response.hovered() {
        ui.set_cursor_icon(egui::CursorIcon::PointingHand);
    }
    theme::focus_ring(ui.painter(), t, &response, rect.expand2(vec2(BLEED, 0.0)), radius::ROW, -1.0);
    if response.clicked() {
        page.select(target);
    }
    response
}

/// What assistive technology calls a row.
fn name(row: &Row) -> String {
    [row.label.as_str(), row.trailing.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// The ground under the pointer.
fn ground(ui: &Ui, page: &Page<'_>, response: &Response, rect: Rect) {
    let part = theme::hover(response);
    if part > 0.0 {
        let t = page.model.tokens;
        let fill =
            if response.is_pointer_button_down_on() { color(t.line) } else { theme::mix(t.panel, t.raised, part) };
        ui.painter().rect_filled(rect.expand2(vec2(BLEED, 0.0)), radius::ROW, fill);
    }
}

/// The cell that unfolds or folds the list.
fn fold(ui: &mut Ui, page: &mut Page<'_>, title: &str, more: Option<usize>, id: UiId, rect: Rect) {
    let t = page.model.tokens;
    let lang = page.model.lang;
    let words = more.map_or_else(
        || lang.text("ui-page-fewer"),
        |more| lang.format("ui-page-more", &[("count", Value::Number(more as f64))]),
    );
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    ground(ui, page, &response, rect);
    let galley = theme::line(ui.ctx(), words, BODY, t.text2, rect.width() - INDENT);
    let y = rect.top() + 2.0;
    ui.painter().galley(pos2(rect.left() + INDENT, y), galley, color(t.text2));
    if more.is_some() {
        let show = theme::line(ui.ctx(), lang.text("ui-page-show"), TRAILING, t.text3, rect.width());
        ui.painter().galley(pos2(rect.right() - show.size().x, y), show, color(t.text3));
    }
    theme::focus_ring(ui.painter(), t, &response, rect.expand2(vec2(BLEED, 0.0)), radius::ROW, -1.0);
    if response.clicked() && !page.open.remove(title) {
        page.open.insert(title.to_owned());
    }
}
