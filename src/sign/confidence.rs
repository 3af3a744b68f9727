//! How well a fact is supported, as a mark.

use kurbo::Shape as _;

use super::Pen;
use crate::scene::{Group, Point};
use crate::world::Confidence;

/// Ring with a full, half or empty dot.
pub fn confidence(pen: &Pen<'_>, group: &mut Group, confidence: Confidence, at: Point) {
    let t = pen.tokens;
    group.path(kurbo::Circle::new(at, pen.pt(5.0)).to_path(0.05), None, Some(pen.line(1.1, t.text2)), None);
    let dot = pen.pt(2.8);
    match confidence {
        Confidence::High => group.path(kurbo::Circle::new(at, dot).to_path(0.05), Some(t.text2), None, None),
        Confidence::Medium => {
            let half = kurbo::CircleSegment::new(at, dot, 0.0, std::f64::consts::FRAC_PI_2, std::f64::consts::PI);
            group.path(half.to_path(0.05), Some(t.text2), None, None);
        }
        Confidence::Low => {}
    }
}
