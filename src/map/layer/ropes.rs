//! Segments that several corridors share: one line each, side by side, in the colours of the corridors.

use kurbo::PathEl;

use crate::map::view::View;
use crate::scene::{Affine, BezPath, Color, Point, Shape, Vec2};

/// How far a drawn line strays from the smooth course, in points.
const STRAY: f64 = 0.25;

/// Sharper bends than this are cut off: the two sides of a hairpin would run away from each other.
const SHARPEST: f64 = 2.0;

/// The colour of a hue: that of a corridor is the same in every view; none for links that belong to no corridor of their
/// own.
pub fn color(view: &View<'_>, hue: Option<usize>) -> Option<Color> {
    view.tokens.lines.get(hue? % view.tokens.lines.len().max(1)).copied()
}

/// A course on the page, so many points to the right as one looks east, or north.
pub fn beside(course: &Shape, to: Affine, offset: f64) -> BezPath {
    let mut lines: Vec<Vec<Point>> = Vec::new();
    for element in course.straight(STRAY / to.determinant().abs().sqrt()) {
        match element {
            PathEl::MoveTo(p) => lines.push(vec![to * p]),
            PathEl::LineTo(p) => {
                let p = to * p;
                let line = lines.last_mut();
                if let Some(line) = line.filter(|line| line.last().is_none_or(|last| last.distance(p) > 0.5)) {
                    line.push(p);
                }
            }
            _ => {}
        }
    }
    let mut path = BezPath::new();
    for line in lines.iter().filter(|line| line.len() > 1) {
        for (at, point) in moved(line, offset).into_iter().enumerate() {
            if at == 0 { path.move_to(point) } else { path.line_to(point) }
        }
    }
    path
}

/// A line, so many points to one side.
fn moved(line: &[Point], offset: f64) -> Vec<Point> {
    let (Some(first), Some(last)) = (line.first(), line.last()) else { return Vec::new() };
    // One side of every line, whichever way round its segment is written.
    let span = *last - *first;
    let eastward = if span.x.abs() >= span.y.abs() { span.x >= 0.0 } else { span.y <= 0.0 };
    let offset = if eastward { offset } else { -offset };
    let normal = |a: Point, b: Point| {
        let along = b - a;
        Vec2::new(-along.y, along.x) / along.hypot().max(1e-9)
    };
    let normals: Vec<Vec2> = line.windows(2).map(|pair| normal(pair[0], pair[1])).collect();
    let at = |number: usize| {
        let before = number.checked_sub(1).and_then(|it| normals.get(it));
        match (before, normals.get(number)) {
            (Some(a), Some(b)) => {
                let sum = *a + *b;
                let length = sum.hypot();
                // Along the bisector, so that the distance to both neighbours is kept.
                let reach = (2.0 / length.max(1e-9)).min(SHARPEST);
                sum / length.max(1e-9) * reach
            }
            (Some(only), None) | (None, Some(only)) => *only,
            (None, None) => Vec2::ZERO,
        }
    };
    line.iter().enumerate().map(|(number, point)| *point + at(number) * offset).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Distance of a point from a polyline.
    fn distance(line: &[Point], p: Point) -> f64 {
        let to = |pair: &[Point]| {
            let along = pair[1] - pair[0];
            let t = ((p - pair[0]).dot(along) / along.hypot2()).clamp(0.0, 1.0);
            (p - (pair[0] + along * t)).hypot()
        };
        line.windows(2).map(to).fold(f64::MAX, f64::min)
    }

    #[test]
    fn lines_keep_their_distance_and_their_side() {
        let line = [Point::new(0.0, 0.0), Point::new(40.0, 10.0), Point::new(70.0, 0.0), Point::new(120.0, 30.0)];
        let side = moved(&line, 3.0);
        assert!(side.iter().all(|p| (distance(&line, *p) - 3.0).abs() < 0.2), "{side:?}");
        assert!(side[0].y > line[0].y, "south of a line to the east");
        // The other way round it lies on the same side.
        let back: Vec<Point> = line.iter().rev().copied().collect();
        let mut again = moved(&back, 3.0);
        again.reverse();
        assert!(again.iter().zip(&side).all(|(a, b)| a.distance(*b) < 1e-9));
    }
}
