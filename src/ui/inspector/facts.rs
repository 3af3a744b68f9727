//! Facts as label and value, two in a row; a long value takes the whole row.

use egui::{Id, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::page::{self, Page};
use super::rich::{self, Rich};
use crate::story::Fact;
use crate::style::{BODY, BODY_STRONG, NOTE};
use crate::ui::theme::{self, color};
use crate::ui::widget::paint_confidence;
use crate::world::Confidence;

/// Space between the two columns.
const GUTTER: f32 = 16.0;

/// Space between rows.
const ROW_GAP: f32 = 8.0;

/// Lines that a value may take in half a row.
const LINES: usize = 2;

/// Shows a grid of facts.
pub fn show(ui: &mut Ui, page: &mut Page<'_>, title: Option<&str>, facts: &[Fact]) {
    page::optional_heading(ui, page, title);
    let width = ui.available_width();
    let half = ((width - GUTTER) / 2.0).floor();
    let mut rest = facts;
    let mut first = true;
    while let Some(fact) = rest.first() {
        if !first {
            ui.add_space(ROW_GAP);
        }
        first = false;
        let left = value(ui, page, fact, half);
        let long = left.galley.rows.len() > LINES;
        let right = rest.get(1).filter(|_| !long).map(|fact| (fact, value(ui, page, fact, half)));
        let right = right.filter(|(_, value)| value.galley.rows.len() <= LINES);
        if let Some((other, right)) = right {
            row(ui, page, &[(fact, left), (other, right)], half + GUTTER, half);
            rest = rest.get(2..).unwrap_or_default();
        } else {
            let whole = if long { value(ui, page, fact, width) } else { left };
            row(ui, page, &[(fact, whole)], 0.0, width);
            rest = rest.get(1..).unwrap_or_default();
        }
    }
}

/// Letters from which a value is a sentence rather than a figure or a name.
const SENTENCE: usize = 48;

/// A value, laid out.
fn value(ui: &Ui, page: &Page<'_>, fact: &Fact, width: f32) -> Rich {
    let t = page.model.tokens;
    // Whole sentences in bold would shout.
    let role = if fact.value.words().chars().count() > SENTENCE { BODY } else { BODY_STRONG };
    rich::layout(ui, t, &fact.value, role, t.text, width)
}

/// One row of one or two facts.
fn row(ui: &mut Ui, page: &mut Page<'_>, cells: &[(&Fact, Rich)], step: f32, width: f32) {
    let t = page.model.tokens;
    let mut labels = Vec::new();
    let mut head = 0.0_f32;
    for (fact, _) in cells {
        let room = if mark(fact).is_some() { width - 18.0 } else { width };
        let label = theme::lines(ui.ctx(), fact.label.as_str(), NOTE, t.text3, room);
        head = head.max(label.size().y);
        labels.push(label);
    }
    let body = cells.iter().map(|(_, value)| value.galley.size().y).fold(0.0, f32::max);
    let (id, rect) = ui.allocate_space(vec2(ui.available_width(), head + body));
    for (column, ((fact, value), label)) in cells.iter().zip(labels).enumerate() {
        let x = rect.left() + step * column as f32;
        let place = Rect::from_min_size(pos2(x, rect.top()), label.size());
        if let Some(confidence) = mark(fact) {
            confidence_beside(ui, page, id.with((column, "mark")), place, confidence);
        }
        ui.painter().galley(pos2(x, rect.top() + head - label.size().y), label, color(t.text3));
        value.place(ui, page, id.with(column), pos2(x, rect.top() + head));
    }
}

/// The mark that a fact carries: only doubt is worth the place.
fn mark(fact: &Fact) -> Option<Confidence> {
    fact.confidence.filter(|confidence| *confidence != Confidence::High)
}

/// The mark right of a label, with its word on hover.
fn confidence_beside(ui: &Ui, page: &Page<'_>, id: Id, label: Rect, confidence: Confidence) {
    let place = Rect::from_center_size(pos2(label.right() + 10.0, label.center().y), vec2(16.0, 16.0));
    let word = page.confidence(confidence);
    let response = ui.interact(place, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, &word));
    paint_confidence(ui.painter(), page.model.tokens, place.center(), confidence);
    response.on_hover_text(word);
}
