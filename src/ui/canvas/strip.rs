//! The strip below the map, which points at the map and is pointed at from there.

use egui::{Painter, Rect, Stroke, StrokeKind, Vec2};

use super::feature::{self, Feature, Sort};
use super::rect_to_screen;
use crate::scene::{Item, Scene};
use crate::style::Tokens;
use crate::ui::theme::color;

/// Space beside what is brought forward, in points.
const BESIDE: f32 = 1.5;

/// The features of the strips of a page; none where it has no strip.
#[must_use]
pub fn gather(scene: &Scene) -> Vec<Feature> {
    let strip = scene.root.items.iter().find_map(|item| match item {
        Item::Group(group) if group.name == "strip" => Some(group),
        _ => None,
    });
    strip.map(|group| feature::gather(group, scene.size.to_rect())).unwrap_or_default()
}

/// Paints a frame around a feature on the strips: of a line and of a state around all rows of its kilometres, of a node
/// around its symbols.
pub fn paint(painter: &Painter, origin: Vec2, all: &[Feature], tag: &str, tokens: &Tokens) {
    let Some(feature) = all.iter().find(|feature| *feature.tag == *tag) else { return };
    let around = Stroke::new(1.6, color(tokens.seat));
    match feature.sort {
        Sort::Node | Sort::Seat => {
            for piece in &feature.pieces {
                let place = rect_to_screen(piece.transform.transform_rect_bbox(piece.shape.bounds), origin);
                painter.rect_stroke(place.expand(2.0 * BESIDE), 4.0, around, StrokeKind::Outside);
            }
        }
        Sort::Segment | Sort::State => {
            let boxes: Vec<Rect> = feature
                .pieces
                .iter()
                .map(|piece| rect_to_screen(piece.transform.transform_rect_bbox(piece.shape.bounds), origin))
                .collect();
            for place in joined(boxes) {
                painter.rect_filled(place.expand(BESIDE), 3.0, color(tokens.seat).gamma_multiply(0.12));
                painter.rect_stroke(place.expand(BESIDE), 3.0, around, StrokeKind::Outside);
            }
        }
    }
}

/// Boxes that stand above one another as one, from left to right.
fn joined(mut boxes: Vec<Rect>) -> Vec<Rect> {
    boxes.sort_by(|a, b| a.left().total_cmp(&b.left()));
    let mut all: Vec<Rect> = Vec::new();
    for place in boxes {
        match all.last_mut().filter(|last| place.left() <= last.right() + 1.0) {
            Some(last) => *last = last.union(place),
            None => all.push(place),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn boxes_above_one_another_are_one() {
        let at = |x: f32, y: f32| Rect::from_min_max(pos2(x, y), pos2(x + 10.0, y + 4.0));
        let found = joined(vec![at(50.0, 0.0), at(0.0, 0.0), at(0.0, 20.0), at(50.0, 20.0)]);
        assert_eq!(found, [at(0.0, 0.0).union(at(0.0, 20.0)), at(50.0, 0.0).union(at(50.0, 20.0))]);
    }
}
