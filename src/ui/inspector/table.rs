//! Things side by side: what is compared down the left, one column each; a long head takes two lines.

use egui::{Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::page::{self, Page};
use super::rich;
use crate::story::{Span, Table, Text};
use crate::style::{BODY, BODY_STRONG, NOTE, NOTE_STRONG};
use crate::ui::theme::color;

/// Space between columns and between rows.
const GAP: [f32; 2] = [10.0, 5.0];

/// Part of the width that the labels take.
const LABELS: f32 = 0.27;

/// Columns from which letters are smaller.
const MANY: usize = 3;

/// Shows a table.
pub fn show(ui: &mut Ui, page: &mut Page<'_>, table: &Table) {
    if !table.title.is_empty() {
        page::heading(ui, page, &table.title, &table.trailing);
    }
    let t = page.model.tokens;
    let columns = table.head.len().max(1) as f32;
    let width = ui.available_width();
    // The first column is what the others are compared with, unless each is a thing of its own.
    let marks_first = !matches!(table.head.first().map(|head| head.0.as_slice()), Some([Span::Link(..)]));
    let labels = (width * LABELS).floor();
    let cell = ((width - labels) / columns - GAP[0]).floor();
    let heads = std::iter::once((Text::plain(table.corner.clone()), table.head.clone(), true));
    let rows = table.rows.iter().map(|row| (Text::plain(row.label.clone()), row.cells.clone(), false));
    for (at, (label, cells, is_head)) in heads.chain(rows).enumerate() {
        let many = table.head.len() >= MANY;
        let [role, strong] = if many || is_head { [NOTE, NOTE_STRONG] } else { [BODY, BODY_STRONG] };
        let ink = if is_head { t.text3 } else { t.text };
        let first = rich::layout(ui, t, &label, NOTE, t.text3, labels - GAP[0]);
        let laid: Vec<_> = cells
            .iter()
            .enumerate()
            .map(|(column, text)| {
                let role = if column == 0 && marks_first { strong } else { role };
                rich::layout(ui, t, text, role, ink, cell)
            })
            .collect();
        let height = laid.iter().map(|it| it.galley.size().y).fold(first.galley.size().y, f32::max);
        let (space, rect) = ui.allocate_space(vec2(width, height + GAP[1]));
        let row = space.with(("row", at));
        ui.interact(rect, row, Sense::hover())
            .widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken(table, &label, &cells, is_head)));
        if at > 0 {
            ui.painter().hline(rect.x_range(), rect.top() - 1.5, (1.0, color(t.line)));
        }
        first.place(ui, page, space.with((at, "label")), rect.min + vec2(0.0, 2.0));
        for (column, rich) in laid.iter().enumerate() {
            let left = rect.left() + labels + (cell + GAP[0]) * column as f32;
            rich.place(ui, page, space.with((at, column)), pos2(left, rect.top()));
        }
    }
}

/// A row in words: each cell under its head.
fn spoken(table: &Table, label: &Text, cells: &[Text], is_head: bool) -> String {
    let words: Vec<String> = cells
        .iter()
        .zip(&table.head)
        .map(|(cell, head)| if is_head { cell.words() } else { format!("{}: {}", head.words(), cell.words()) })
        .collect();
    format!("{}: {}", label.words(), words.join("; "))
}
