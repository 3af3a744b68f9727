//! Running text with links and raised citation numbers: wrapped, selectable, every link reachable by keyboard.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::text_selection::LabelSelectionState;
use egui::{Align, CursorIcon, Galley, Id as UiId, Pos2, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::page::Page;
use crate::lang::THIN_SPACE;
use crate::scene::{Color, Font};
use crate::story::{Span, Text};
use crate::style::{Role as Type, Tokens};
use crate::ui::theme::{self, color};
use crate::world::Id;

/// Between the numbers of a citation; lines do not break there.
const BETWEEN: &str = ",\u{202f}";

/// Text that is laid out.
pub struct Rich {
    /// Its lines.
    pub galley: Arc<Galley>,
    /// All of it, as it is written.
    words: String,
    targets: Vec<Target>,
}

/// A part of a text that leads somewhere.
struct Target {
    /// Letters it takes.
    letters: Range<usize>,
    goal: Goal,
    words: String,
}

/// Where a part of a text leads.
enum Goal {
    /// To the page of a thing.
    Thing(Id),
    /// To a source of this page.
    Source(usize),
}

/// How citation numbers beside letters of a role look.
fn raised(role: Type, ink: Color) -> TextFormat {
    let size = (role.font.size * 0.7).max(8.0);
    let font = Font { size, weight: 400, tracking: 0.0, ..role.font };
    TextFormat { valign: Align::TOP, ..theme::format(Type { font, line: size * 1.2 }, color(ink)) }
}

/// The numbers to print, each with what stands before it: three and more in a row are the first and the last of them.
fn shortened(numbers: &[usize]) -> Vec<(&'static str, usize)> {
    let mut out = Vec::new();
    for run in numbers.chunk_by(|a, b| a + 1 == *b) {
        let before = if out.is_empty() { "" } else { BETWEEN };
        match run {
            [first, _, .., last] => out.extend([(before, *first), ("–", *last)]),
            run => out.extend(run.iter().enumerate().map(|(at, n)| (if at == 0 { before } else { BETWEEN }, *n))),
        }
    }
    out
}

/// Lays a text out in a role, no wider than so many points.
#[must_use]
pub fn layout(ui: &Ui, tokens: &Tokens, text: &Text, role: Type, ink: Color, width: f32) -> Rich {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width.max(1.0);
    let mut targets = Vec::new();
    let (mut count, mut whole) = (0, String::new());
    let mut add = |job: &mut LayoutJob, words: &str, format: TextFormat| {
        let from = count;
        // Where it would break a line at the space inside a number, egui keeps to this one.
        job.append(&words.replace(THIN_SPACE, "\u{a0}"), 0.0, format);
        whole.push_str(words);
        count += words.chars().count();
        from..count
    };
    for span in &text.0 {
        match span {
            Span::Plain(words) => {
                add(&mut job, words, theme::format(role, color(ink)));
            }
            Span::Link(words, id) => {
                let letters = add(&mut job, words, theme::format(role, color(tokens.accent)));
                targets.push(Target { letters, goal: Goal::Thing(id.clone()), words: words.clone() });
            }
            Span::Cite(numbers) => {
                for (between, number) in shortened(numbers) {
                    add(&mut job, between, raised(role, tokens.text2));
                    let words = number.to_string();
                    let letters = add(&mut job, &words, raised(role, tokens.text2));
                    targets.push(Target { letters, goal: Goal::Source(number), words });
                }
            }
        }
    }
    Rich { galley: ui.ctx().fonts_mut(|fonts| fonts.layout_job(job)), words: whole, targets }
}

/// Lays a text out in the width of the panel and shows it below what is there.
pub fn show(ui: &mut Ui, page: &mut Page<'_>, text: &Text, role: Type, ink: Color) -> Response {
    let rich = layout(ui, page.model.tokens, text, role, ink, ui.available_width());
    let (id, rect) = ui.allocate_space(vec2(ui.available_width(), rich.galley.size().y));
    rich.place(ui, page, id, rect.min)
}

impl Rich {
    /// Shows the text at a place.
    pub fn place(&self, ui: &mut Ui, page: &mut Page<'_>, id: UiId, at: Pos2) -> Response {
        let rect = Rect::from_min_size(at, self.galley.size());
        let response = ui.interact(rect, id, Sense::click_and_drag() - Sense::FOCUSABLE);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &self.words));
        if ui.is_rect_visible(rect) {
            let ink = color(page.model.tokens.text);
            LabelSelectionState::label_text_selection(ui, &response, at, Arc::clone(&self.galley), ink, Stroke::NONE);
        }
        for (number, target) in self.targets.iter().enumerate() {
            self.target(ui, page, id.with(number), at, target);
        }
        response
    }

    /// Offers one link: the first of its lines takes the focus, the others only the pointer.
    fn target(&self, ui: &mut Ui, page: &mut Page<'_>, id: UiId, at: Pos2, target: &Target) {
        let t = page.model.tokens;
        for (line, (place, base)) in self.places(&target.letters).into_iter().enumerate() {
            let (place, base) = (place.translate(at.to_vec2()), base + at.y);
            let cite = matches!(target.goal, Goal::Source(_));
            let grown = if cite { place.expand2(vec2(2.0, 4.0)) } else { place };
            let sense = if line == 0 { Sense::click() } else { Sense::CLICK };
            let response = ui.interact(grown, id.with(line), sense);
            if line == 0 {
                response.widget_info(|| WidgetInfo::labeled(Role::Link, true, page.link_name(&target.words, cite)));
            }
            if response.hovered() {
                ui.set_cursor_icon(CursorIcon::PointingHand);
            }
            // egui would underline at the foot of the line, far below the letters.
            if response.hovered() || !cite {
                let ink = if response.hovered() { color(t.accent) } else { theme::mix(t.panel, t.accent, 0.45) };
                ui.painter().hline(place.x_range(), base.round() + 1.5, Stroke::new(1.0, ink));
            }
            theme::focus_ring(ui.painter(), t, &response, place, 3.0, 1.0);
            let clicked = response.clicked();
            match &target.goal {
                Goal::Source(number) => {
                    response.on_hover_ui(|ui| page.source_card(ui, *number));
                    if clicked {
                        page.jump = Some(*number);
                    }
                }
                Goal::Thing(id) if clicked => page.select(id),
                Goal::Thing(_) => {}
            }
        }
    }

    /// The boxes of some letters and their baselines, one for each line they stand on, from the upper left of the text.
    fn places(&self, letters: &Range<usize>) -> Vec<(Rect, f32)> {
        let mut places = Vec::new();
        let mut first = 0;
        for row in &self.galley.rows {
            let (mut place, mut base) = (Rect::NOTHING, 0.0);
            for (glyph, letter) in row.glyphs.iter().zip(first..) {
                if letters.contains(&letter) {
                    let x = row.pos.x + glyph.pos.x;
                    base = row.pos.y + glyph.pos.y;
                    let top = base - glyph.font_ascent;
                    place |= Rect::from_min_size(Pos2::new(x, top), vec2(glyph.advance_width, glyph.font_height));
                }
            }
            first += row.glyphs.len() + usize::from(row.ends_with_newline);
            if place.is_positive() {
                places.push((place, base));
            }
        }
        places
    }
}
