//! How well a fact is supported: a ring with a full, a half or no dot, and the word for it.

use egui::{Painter, Pos2, Response, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2};

use crate::lang::Lang;
use crate::style::Tokens;
use crate::ui::theme;
use crate::world::Confidence;

/// The word for a confidence.
#[must_use]
pub fn confidence_word(lang: &Lang, confidence: Confidence) -> String {
    lang.text(match confidence {
        Confidence::High => "confidence-high-long",
        Confidence::Medium => "confidence-medium-long",
        Confidence::Low => "confidence-low-long",
    })
}

/// Adds the mark; `word` is its tooltip and its accessible name.
pub fn confidence_mark(ui: &mut Ui, confidence: Confidence, word: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(16.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, word));
    paint_confidence(ui.painter(), theme::tokens(ui.ctx()), rect.center(), confidence);
    response.on_hover_text(word)
}

/// Paints the mark around a point; it is 11 points wide.
pub fn paint_confidence(painter: &Painter, tokens: &Tokens, center: Pos2, confidence: Confidence) {
    let ink = theme::color(tokens.text2);
    painter.circle_stroke(center, 5.0, Stroke::new(1.1, ink));
    match confidence {
        Confidence::High => {
            painter.circle_filled(center, 3.2, ink);
        }
        Confidence::Medium => {
            let half = (0..=16).map(|step| {
                let angle = std::f32::consts::FRAC_PI_2 + std::f32::consts::PI * step as f32 / 16.0;
                pos2(center.x + 3.2 * angle.cos(), center.y + 3.2 * angle.sin())
            });
            painter.add(Shape::convex_polygon(half.collect(), ink, Stroke::NONE));
        }
        Confidence::Low => {}
    }
}
