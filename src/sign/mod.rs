//! How things look wherever they are drawn: symbols of places, lines of segments, hatching, marks of confidence.

mod confidence;
pub mod hatch;
mod line;
mod symbol;

pub use confidence::confidence;
pub use line::{Weight, legend, shade, strokes, width};
pub use symbol::{Symbol, symbol_of};

use crate::scene::{Color, Stroke};
use crate::style::Tokens;

/// Colours and growth of what is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Pen<'a> {
    /// Colours.
    pub tokens: &'a Tokens,
    /// Strokes, symbols and type grow by this factor.
    pub scale: f64,
}

impl Pen<'_> {
    /// A length in points at scale 1, on this page.
    #[must_use]
    pub fn pt(&self, points: f64) -> f64 {
        points * self.scale
    }

    /// A solid line of a width at scale 1.
    #[must_use]
    pub fn line(&self, width: f64, color: Color) -> Stroke {
        Stroke::solid(self.pt(width) as f32, color)
    }

    /// A dashed line of a width and dashes at scale 1.
    #[must_use]
    pub fn dashes(&self, width: f64, color: Color, dash: &[f64]) -> Stroke {
        let dash = dash.iter().map(|d| self.pt(*d) as f32).collect();
        Stroke { dash, round: false, ..self.line(width, color) }
    }
}
