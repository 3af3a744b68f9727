//! What of a line or a ring lies inside a window, and the dashes of it.

use kurbo::{Point, Rect};

use super::trace::Piece;

/// Cuts a ring to a window, side by side (Sutherland and Hodgman 1974).
pub(super) fn cut_ring(points: &[Point], window: Rect, cut: &mut Vec<Point>, spare: &mut Vec<Point>) {
    cut.clear();
    cut.extend_from_slice(points);
    // Depth inside each side; what is negative lies outside.
    let sides: [&dyn Fn(Point) -> f64; 4] =
        [&|p| p.x - window.x0, &|p| window.x1 - p.x, &|p| p.y - window.y0, &|p| window.y1 - p.y];
    for depth in sides {
        std::mem::swap(cut, spare);
        cut.clear();
        let Some(mut last) = spare.last().copied() else { return };
        let mut was = depth(last);
        for &point in spare.iter() {
            let is = depth(point);
            if (was < 0.0) != (is < 0.0) {
                cut.push(last.lerp(point, was / (was - is)));
            }
            if is >= 0.0 {
                cut.push(point);
            }
            (last, was) = (point, is);
        }
    }
}

/// Cuts a line to a window and hands over what is left of it.
pub(super) fn cut_line(
    points: &[Point],
    closed: bool,
    window: Rect,
    cut: &mut Vec<Point>,
    each: &mut impl FnMut(Piece),
) {
    let mut flush = |cut: &mut Vec<Point>, start: f64| {
        if cut.len() > 1 {
            each(Piece { points: cut, closed: false, start });
        }
        cut.clear();
    };
    cut.clear();
    let (mut way, mut start) = (0.0, 0.0);
    let back = if closed { points.first() } else { None };
    for (a, b) in points.iter().zip(points.iter().skip(1).chain(back)) {
        let length = a.distance(*b);
        if let Some((from, to)) = part_inside(*a, *b, window) {
            if from > 0.0 || cut.is_empty() {
                flush(cut, start);
                start = way + from * length;
                cut.push(a.lerp(*b, from));
            }
            cut.push(if to < 1.0 { a.lerp(*b, to) } else { *b });
            if to < 1.0 {
                flush(cut, start);
            }
        } else {
            flush(cut, start);
        }
        way += length;
    }
    flush(cut, start);
}

/// The part of a segment inside a window, as fractions of its length (Liang and Barsky 1984).
fn part_inside(a: Point, b: Point, window: Rect) -> Option<(f64, f64)> {
    let d = b - a;
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    for (step, room) in
        [(-d.x, a.x - window.x0), (d.x, window.x1 - a.x), (-d.y, a.y - window.y0), (d.y, window.y1 - a.y)]
    {
        if step == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if step < 0.0 {
            from = from.max(room / step);
        } else {
            to = to.min(room / step);
        }
    }
    (from <= to).then_some((from, to))
}

/// Cuts a piece of a line into dashes. A pattern that is empty or finer than a pixel leaves it whole.
pub(super) fn dashes(piece: Piece, pattern: &[f64], out: &mut Vec<Point>, mut each: impl FnMut(Piece)) {
    let total: f64 = pattern.iter().sum();
    if pattern.is_empty() || total.is_nan() || total < 0.5 || pattern.iter().any(|d| *d < 0.0) {
        return each(piece);
    }
    // A pattern of odd length is read on, so that dashes and gaps change places, as SVG does.
    let entry = |i: usize| pattern[i % pattern.len()];
    let (mut index, mut left) = (0, piece.start % (total * 2.0));
    while left >= entry(index) {
        left -= entry(index);
        index += 1;
    }
    left = entry(index) - left;
    out.clear();
    let back = if piece.closed { piece.points.first() } else { None };
    for (a, b) in piece.points.iter().zip(piece.points.iter().skip(1).chain(back)) {
        let length = a.distance(*b);
        let mut done = 0.0;
        if index % 2 == 0 && out.is_empty() {
            out.push(*a);
        }
        while length - done > left {
            done += left;
            let point = a.lerp(*b, done / length);
            if index % 2 == 0 {
                out.push(point);
                each(Piece { points: out, closed: false, start: 0.0 });
                out.clear();
            } else {
                out.push(point);
            }
            index += 1;
            left = entry(index);
        }
        left -= length - done;
        if index % 2 == 0 {
            out.push(*b);
        }
    }
    if out.len() > 1 {
        each(Piece { points: out, closed: false, start: 0.0 });
    }
}
