//! Hatching: parallel lines inside an area, anchored to the plane so that they do not swim while the map is panned.

use crate::scene::{Affine, BezPath, Point, Rect, Shape};

/// Lines of a pitch (page points apart) inside a shape and a window, rising to the right for `rising`, else falling.
#[must_use]
pub fn lines(shape: &Shape, affine: Affine, window: Rect, pitch: f64, rising: bool) -> BezPath {
    // Turned by 45° the hatch lines lie along constant u; v runs along them.
    let side = if rising { 1.0 } else { -1.0 };
    let turn = |p: Point| ((p.x + side * p.y) * std::f64::consts::FRAC_1_SQRT_2, (side * p.x - p.y));
    let anchor = turn(affine * Point::ORIGIN).0;
    let across = |rect: Rect| corners(rect).map(|p| turn(p).0);
    let (seen, own) = (across(window), across(affine.transform_rect_bbox(shape.bounds)));
    let low = least(seen).max(least(own));
    let high = most(seen).min(most(own));
    let first = ((low - anchor) / pitch).ceil();
    let count = ((high - anchor) / pitch - first).floor();
    if !(0.0..5000.0).contains(&count) {
        return BezPath::new();
    }
    let mut crossings: Vec<Vec<f64>> = vec![Vec::new(); count as usize + 1];
    for edge in kurbo::segments(&shape.path) {
        let kurbo::PathSeg::Line(line) = edge else { continue };
        let (u0, v0) = turn(affine * line.p0);
        let (u1, v1) = turn(affine * line.p1);
        let ((u0, v0), (u1, v1)) = if u0 < u1 { ((u0, v0), (u1, v1)) } else { ((u1, v1), (u0, v0)) };
        let from = ((u0 - anchor) / pitch - first).ceil().max(0.0) as usize;
        for (at, list) in crossings.iter_mut().enumerate().skip(from) {
            let u = anchor + (first + at as f64) * pitch;
            if u >= u1 {
                break;
            }
            list.push(v0 + (v1 - v0) * (u - u0) / (u1 - u0));
        }
    }
    let mut path = BezPath::new();
    for (at, mut list) in crossings.into_iter().enumerate() {
        list.sort_by(f64::total_cmp);
        let sum = (anchor + (first + at as f64) * pitch) * std::f64::consts::SQRT_2;
        let back = |v: f64| {
            // u·√2 = x + s·y and v = s·x − y, hence x = (u·√2 + s·v) / 2 and y = s·x − v.
            let x = f64::midpoint(sum, side * v);
            Point::new(x, side * x - v)
        };
        for [from, to] in list.as_chunks::<2>().0 {
            let (a, b) = (back(*from), back(*to));
            let box_ = Rect::from_points(a, b);
            if box_.overlaps(window) {
                path.move_to(a);
                path.line_to(b);
            }
        }
    }
    path
}

/// The corners of a rectangle.
fn corners(rect: Rect) -> [Point; 4] {
    let Rect { x0, y0, x1, y1 } = rect;
    [Point::new(x0, y0), Point::new(x1, y0), Point::new(x1, y1), Point::new(x0, y1)]
}

/// The smallest.
fn least(values: [f64; 4]) -> f64 {
    values.into_iter().fold(f64::INFINITY, f64::min)
}

/// The largest.
fn most(values: [f64; 4]) -> f64 {
    values.into_iter().fold(f64::NEG_INFINITY, f64::max)
}
