//! What the parts of a page share: the model, the sources, and what the reader asked for.

use std::collections::BTreeSet;

use egui::Ui;

use super::rich;
use crate::command::Command;
use crate::lang::Value;
use crate::session::Change;
use crate::story::{Citation, Text, words};
use crate::style::{NOTE, NOTE_STRONG, Role, SECTION};
use crate::ui::theme::{self, color};
use crate::ui::widget::confidence_word;
use crate::ui::{Model, Output};
use crate::world::{Confidence, Id};

/// Space between sections.
pub const SECTION_GAP: f32 = 24.0;

/// Counts beside headings.
pub const TRAILING: Role = Role { font: crate::scene::Font::new(12.0, 400), line: 20.0 };

/// A page while it is shown.
pub struct Page<'a> {
    /// What the panels show.
    pub model: &'a Model<'a>,
    /// Sources of the page.
    pub sources: &'a [Citation],
    /// Lists that were unfolded, by title.
    pub open: &'a mut BTreeSet<String>,
    /// Source that the reader wants to see.
    pub jump: Option<usize>,
    /// Where commands go.
    pub out: &'a mut Output,
}

impl Page<'_> {
    /// Turns to the page of a thing.
    pub fn select(&mut self, id: &Id) {
        self.out.commands.push(Command::Change(Change::Select(Some(id.clone()))));
    }

    /// What assistive technology calls a link.
    pub fn link_name(&self, words: &str, cite: bool) -> String {
        if cite {
            self.model.lang.format("ui-page-source-number", &[("number", Value::Text(words.to_owned().into()))])
        } else {
            words.to_owned()
        }
    }

    /// The long word for a confidence.
    pub fn confidence(&self, confidence: Confidence) -> String {
        confidence_word(self.model.lang, confidence)
    }

    /// How the register of sources judges a source, in words; none where no register does.
    pub fn reliability(&self, source: &Citation) -> Option<String> {
        let lang = self.model.lang;
        let word = lang.text(words::confidence(source.reliability?));
        Some(lang.sentence(&lang.format("source-reliability", &[("word", Value::Text(word.into()))])))
    }

    /// A source in a tooltip.
    pub fn source_card(&self, ui: &mut Ui, number: usize) {
        let t = self.model.tokens;
        let Some(source) = number.checked_sub(1).and_then(|at| self.sources.get(at)) else { return };
        ui.set_max_width(300.0);
        theme::label(ui, source.label.clone(), NOTE_STRONG, t.text);
        if let Some(judged) = self.reliability(source) {
            theme::label(ui, judged, NOTE, t.text2);
        }
    }
}

/// The heading of a section, with a count or a sum at the right end.
pub fn heading(ui: &mut Ui, page: &Page<'_>, title: &str, trailing: &str) {
    let t = page.model.tokens;
    let width = ui.available_width();
    let right = theme::line(ui.ctx(), trailing, TRAILING, t.text3, width * 0.6);
    let room = width - right.size().x - if trailing.is_empty() { 0.0 } else { 12.0 };
    let left = theme::lines(ui.ctx(), title, SECTION, t.text, room);
    let (rect, response) = ui.allocate_exact_size(egui::vec2(width, left.size().y + 4.0), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, title));
    let at = egui::pos2(rect.right() - right.size().x, rect.top());
    ui.painter().galley(at, right, color(t.text3));
    ui.painter().galley(rect.min, left, color(t.text));
}

/// A heading where there is one.
pub fn optional_heading(ui: &mut Ui, page: &Page<'_>, title: Option<&str>) {
    if let Some(title) = title {
        heading(ui, page, title, "");
    }
}

/// A paragraph in body letters.
pub fn paragraph(ui: &mut Ui, page: &mut Page<'_>, text: &Text, role: Role) {
    if !text.0.is_empty() {
        rich::show(ui, page, text, role, page.model.tokens.text);
    }
}
