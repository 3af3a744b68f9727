//! The outline of what the pointer is over, painted on top of the page.

use egui::{Color32, Painter, Pos2, Stroke, Vec2};
use kurbo::PathEl;

use super::feature::{Feature, Piece, Sort};
use crate::style::Tokens;
use crate::ui::theme::color;

/// Width of the outline.
const WIDTH: f32 = 1.6;

/// Points closer than this on screen are one.
const NEAR: f32 = 0.5;

/// Paints the outline of a feature; the painter is clipped to the map frame.
pub fn paint(painter: &Painter, origin: Vec2, feature: &Feature, tokens: &Tokens) {
    match feature.sort {
        Sort::State => areas(painter, origin, feature, color(tokens.member_line)),
        Sort::Segment => {
            let lines: Vec<Vec<Pos2>> = feature.pieces.iter().flat_map(|piece| lines(piece, origin)).collect();
            for (width, ink) in [(6.0, color(tokens.casing)), (2.0 * WIDTH, color(tokens.cor))] {
                for line in &lines {
                    painter.line(line.clone(), Stroke::new(width, ink));
                }
            }
        }
        Sort::Seat | Sort::Node => {
            let center = Pos2::new(feature.bounds.center().x as f32, feature.bounds.center().y as f32) + origin;
            let around = feature.bounds.width().max(feature.bounds.height()) as f32 / 2.0 + 3.0;
            painter.circle_stroke(center, around, Stroke::new(WIDTH + 2.0, color(tokens.casing)));
            painter.circle_stroke(center, around, Stroke::new(WIDTH, color(tokens.seat)));
        }
    }
}

/// Outlines areas; where a feature has none (hatch only) its lines stand for it.
fn areas(painter: &Painter, origin: Vec2, feature: &Feature, ink: Color32) {
    let filled = feature.pieces.iter().any(|piece| piece.filled);
    for piece in feature.pieces.iter().filter(|piece| piece.filled == filled) {
        for line in lines(piece, origin) {
            painter.line(line, Stroke::new(WIDTH, ink));
        }
    }
}

/// The lines of a piece on screen, without points too close to be told apart.
fn lines(piece: &Piece, origin: Vec2) -> Vec<Vec<Pos2>> {
    let mut lines: Vec<Vec<Pos2>> = Vec::new();
    let at = |p: crate::scene::Point| {
        let p = piece.transform * p;
        Pos2::new(p.x as f32, p.y as f32) + origin
    };
    let scale = piece.transform.determinant().abs().sqrt().max(1e-9);
    kurbo::flatten(&piece.shape.path, 0.25 / scale, |element| match element {
        PathEl::MoveTo(p) => lines.push(vec![at(p)]),
        PathEl::LineTo(p) => {
            let p = at(p);
            if let Some(line) = lines.last_mut()
                && line.last().is_none_or(|last| last.distance_sq(p) > NEAR * NEAR)
            {
                line.push(p);
            }
        }
        PathEl::ClosePath => {
            if let Some(line) = lines.last_mut()
                && let Some(first) = line.first().copied()
            {
                line.push(first);
            }
        }
        PathEl::QuadTo(..) | PathEl::CurveTo(..) => {}
    });
    lines
}
