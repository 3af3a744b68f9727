//! A smooth course through the waypoints of a segment: schematic, but without corners that no railway has.

use crate::scene::{BezPath, Point, Vec2};

/// A cubic course through every point, after the centripetal Catmull–Rom spline (Yuksel, Schaefer and Keyser 2011),
/// which makes no loops and no cusps.
pub(super) fn smooth(points: &[Point]) -> BezPath {
    let mut path = BezPath::new();
    let Some(first) = points.first() else { return path };
    path.move_to(*first);
    for at in 1..points.len() {
        let (a, b) = (points[at - 1], points[at]);
        let before = if at >= 2 { points[at - 2] } else { a - (b - a) * 0.5 };
        let after = points.get(at + 1).copied().unwrap_or(b + (b - a) * 0.5);
        let (out, back) = handles(before, a, b, after);
        path.curve_to(a + out, b - back, b);
    }
    path
}

/// Handles of the cubic from `b` to `c`.
fn handles(a: Point, b: Point, c: Point, d: Point) -> (Vec2, Vec2) {
    let knot = |from: Point, to: Point| (to - from).hypot().sqrt().max(1e-6);
    let (before, here, after) = (knot(a, b), knot(b, c), knot(c, d));
    let leave = ((b - a) / before - (c - a) / (before + here) + (c - b) / here) * here;
    let arrive = ((c - b) / here - (d - b) / (here + after) + (d - c) / after) * here;
    (leave / 3.0, arrive / 3.0)
}
