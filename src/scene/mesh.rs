//! What painters of triangles need of a shape, made once for each outline of it: lines without a width yet, and fills.

use std::ops::Range;

use kurbo::{PathEl, Point, Rect, Vec2};

use super::Path;
use super::rings::{area, is_convex, ring_of, triangles};

/// Knots of a strand that are left out or kept together.
const PART: usize = 32;

/// Rings with fewer knots are asked whether they are convex.
const SYMBOL: usize = 80;

/// A point of an outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Knot {
    /// Where it lies.
    pub at: [f32; 2],
    /// Where the edge of a line of half width 1 lies from there; longer than 1 at corners.
    pub aside: [f32; 2],
}

/// Knots that follow each other; the last one of a ring lies on the first.
#[derive(Debug, Clone, PartialEq)]
pub struct Strand {
    /// Its knots among those of the shape.
    pub knots: Range<usize>,
    /// Whether it is a ring.
    pub is_closed: bool,
    /// The box around it.
    bounds: Rect,
    /// Boxes around [`PART`] knots each and the next one.
    parts: Vec<Rect>,
}

/// The lines of an outline.
#[derive(Debug, Default)]
pub struct Ribbons {
    /// The points of all strands; a sharp corner has three.
    pub knots: Vec<Knot>,
    /// The subpaths.
    pub strands: Vec<Strand>,
}

/// What a shape covers.
#[derive(Debug, Default)]
pub struct Facets {
    /// The points of all rings, each with its way out.
    pub knots: Vec<Knot>,
    /// Outer rings with their holes.
    pub polygons: Vec<Facet>,
    /// Whether it is one small ring without a dent.
    pub is_convex: bool,
}

/// An outer ring with its holes as triangles.
#[derive(Debug)]
pub struct Facet {
    /// Its rings, the outer one first.
    pub rings: Vec<Strand>,
    /// Three knots a triangle, counted from the first one of the outer ring.
    pub triangles: Vec<u32>,
}

impl Strand {
    /// A strand of the last knots of a shape.
    fn new(all: &[Knot], first: usize, is_closed: bool) -> Self {
        let knots = first..all.len();
        let around = |range: Range<usize>| {
            let point = |knot: &Knot| Point::new(f64::from(knot.at[0]), f64::from(knot.at[1]));
            all[range].iter().map(point).fold(NOTHING, |rect, p| rect.union_pt(p))
        };
        let starts = knots.clone().step_by(PART).filter(|start| start + 1 < knots.end);
        let parts: Vec<Rect> = starts.map(|start| around(start..(start + PART + 1).min(knots.end))).collect();
        let bounds = parts.iter().copied().reduce(|a, b| a.union(b)).unwrap_or(NOTHING);
        Self { knots, is_closed, bounds, parts }
    }

    /// Whether some of it may be seen in a window.
    #[must_use]
    pub fn meets(&self, window: Rect) -> bool {
        self.bounds.overlaps(window)
    }

    /// The knots of the pieces that may be seen in a window. A piece that is not the whole ends beyond the window.
    pub fn pieces(&self, window: Rect) -> impl Iterator<Item = Range<usize>> {
        let whole = window.contains_rect(self.bounds);
        let seen = move |part: usize| whole || self.parts[part].overlaps(window);
        let mut next = 0;
        std::iter::from_fn(move || {
            let first = (next..self.parts.len()).find(|part| seen(*part))?;
            next = if whole { self.parts.len() } else { first + 1 };
            while next < self.parts.len() && seen(next) {
                next += 1;
            }
            let knot = |part: usize| self.knots.start + part * PART;
            Some(knot(first)..(knot(next) + 1).min(self.knots.end))
        })
    }
}

/// A rectangle that holds no point.
const NOTHING: Rect = Rect::new(f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY);

impl Ribbons {
    /// The lines of a path, whose curves may stray so far.
    pub(super) fn of(path: &Path, stray: f64) -> Self {
        let mut all = Self::default();
        subpaths(path, stray, |points, is_closed| all.add(points, is_closed && points.len() > 2));
        all
    }

    /// Adds a line through points.
    pub fn add(&mut self, points: &[Point], is_closed: bool) {
        if points.windows(2).any(|pair| pair[0] == pair[1]) {
            let mut unlike = points.to_vec();
            unlike.dedup();
            return self.add(&unlike, is_closed);
        }
        if points.len() < 2 {
            return;
        }
        let first = self.knots.len();
        bend(points, is_closed, |at, aside| self.knots.push(Knot::new(at, aside)));
        self.strands.push(Strand::new(&self.knots, first, is_closed));
    }

    /// Takes all lines away, but not their memory.
    pub fn clear(&mut self) {
        self.knots.clear();
        self.strands.clear();
    }
}

impl Facets {
    /// The fill of a path, hole by hole as [`super::Shape`] orders them, by `geo`'s ear cutting; curves may stray so
    /// far. The path may be a thinned one: what is a hole is seen from the exact one, and a ring that thinning has turned
    /// round had no width, and is left out.
    pub(super) fn of(path: &Path, exact: &Path, stray: f64) -> Self {
        let mut rings = Vec::new();
        subpaths(path, stray, |points, _| rings.push(ring_of(points)));
        let mut areas = Vec::new();
        subpaths(exact, stray, |points, _| areas.push(area(&ring_of(points))));
        areas.truncate(rings.len());
        let turn = areas.iter().find(|area| **area != 0.0).map_or(1.0, |area| area.signum());
        if let [ring] = rings.as_slice()
            && (3..SYMBOL).contains(&ring.len())
            && is_convex(ring)
        {
            let mut all = Self { is_convex: true, ..Self::default() };
            let ring = all.ring(ring, turn);
            let fan = (2..ring.knots.len() as u32 - 1).flat_map(|i| [0, i - 1, i]).collect();
            all.polygons.push(Facet { rings: vec![ring], triangles: fan });
            return all;
        }
        let mut all = Self::default();
        let mut from = 0;
        while from < areas.len() {
            let holes = areas[from + 1..].iter().take_while(|area| **area * turn < 0.0).count();
            let to = from + 1 + holes;
            let is_whole = |i: &usize| rings[*i].len() > 2 && area(&rings[*i]) * areas[*i] > 0.0;
            if is_whole(&from) {
                let parts: Vec<&[Point]> = (from..to).filter(is_whole).map(|i| &*rings[i]).collect();
                let triangles = triangles(&parts);
                let rings = parts.into_iter().map(|ring| all.ring(ring, turn)).collect();
                all.polygons.push(Facet { rings, triangles });
            }
            from = to;
        }
        all
    }

    /// Adds a ring of a shape whose outer rings turn as they are said to.
    fn ring(&mut self, points: &[Point], turn: f64) -> Strand {
        let first = self.knots.len();
        let count = points.len();
        let normal = |i: usize| normal(points[i % count], points[(i + 1) % count]) * turn;
        let mut before = normal(count - 1);
        for i in 0..=count {
            let after = normal(i);
            let middle = (before + after) * 0.5;
            // Sharp corners are cut rather than drawn out into needles.
            self.knots.push(Knot::new(points[i % count], middle / middle.hypot2().max(0.5)));
            before = after;
        }
        Strand::new(&self.knots, first, true)
    }
}

impl Facet {
    /// The knots of all rings.
    #[must_use]
    pub fn knots(&self) -> Range<usize> {
        let ends = self.rings.first().zip(self.rings.last());
        ends.map_or(0..0, |(first, last)| first.knots.start..last.knots.end)
    }

    /// Whether some of it may be seen in a window.
    #[must_use]
    pub fn meets(&self, window: Rect) -> bool {
        self.rings.first().is_some_and(|outer| outer.meets(window))
    }
}

impl Knot {
    fn new(at: Point, aside: Vec2) -> Self {
        Self { at: [at.x as f32, at.y as f32], aside: [aside.x as f32, aside.y as f32] }
    }
}

/// Hands over the flattened subpaths, however short: points of which no two that follow each other are the same, and
/// whether they close; the last point of a closed one is not the first one again.
fn subpaths(path: &Path, stray: f64, mut each: impl FnMut(&[Point], bool)) {
    let mut points: Vec<Point> = Vec::new();
    let mut finish = |points: &mut Vec<Point>, is_closed: bool| {
        if is_closed && points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        if !points.is_empty() {
            each(points, is_closed);
        }
        points.clear();
    };
    kurbo::flatten(path, stray, |element| match element {
        PathEl::MoveTo(p) => {
            finish(&mut points, false);
            points.extend(p.is_finite().then_some(p));
        }
        PathEl::LineTo(p) => {
            if p.is_finite() && points.last() != Some(&p) {
                points.push(p);
            }
        }
        _ => finish(&mut points, true),
    });
    finish(&mut points, false);
}

/// Lays the corners of a line: mitres where it bends a little, otherwise cut with a point between.
fn bend(points: &[Point], is_closed: bool, mut each: impl FnMut(Point, Vec2)) {
    let count = points.len();
    let normal = |i: usize| normal(points[i % count], points[(i + 1) % count]);
    let first = normal(0);
    let mut before = if is_closed { normal(count - 1) } else { first };
    let mut corner = |here: Point, before: Vec2, after: Vec2| {
        let middle = (before + after) * 0.5;
        let square = middle.hypot2();
        if square > 0.7 {
            each(here, middle / square);
        } else {
            each(here, before);
            if square > 1e-4 {
                each(here, middle / square.sqrt());
            }
            each(here, after);
        }
    };
    let last = if is_closed { count } else { count - 1 };
    for (i, here) in points.iter().enumerate().take(last) {
        let after = normal(i);
        corner(*here, before, after);
        before = after;
    }
    if is_closed {
        corner(points[0], before, first);
    } else {
        corner(points[last], before, before);
    }
}

/// Unit vector across the way from one point to another; none for the same point.
fn normal(from: Point, to: Point) -> Vec2 {
    let along = to - from;
    Vec2::new(along.y, -along.x) / along.hypot2().sqrt().max(f64::MIN_POSITIVE)
}

#[cfg(test)]
mod tests {
    use super::super::Lines;
    use super::*;

    fn path(rings: &[&[(f64, f64)]]) -> Path {
        let mut lines = Lines::default();
        rings.iter().for_each(|ring| lines.add(ring.iter().map(|p| Point::from(*p)), true, 1));
        lines.into()
    }

    /// What the triangles of each polygon cover.
    fn covered(facets: &Facets) -> Vec<f64> {
        let covered = |facet: &Facet| {
            let corner = |i: u32| {
                let [x, y] = facets.knots[facet.knots().start + i as usize].at;
                Vec2::new(f64::from(x), f64::from(y))
            };
            let area = |t: &[u32; 3]| (corner(t[1]) - corner(t[0])).cross(corner(t[2]) - corner(t[0])).abs() / 2.0;
            facet.triangles.as_chunks::<3>().0.iter().map(area).sum()
        };
        facets.polygons.iter().map(covered).collect()
    }

    #[test]
    fn asides_lie_across_and_longer_at_corners() {
        let mut ribbons = Ribbons::default();
        ribbons.add(&[Point::new(0.0, 0.0), Point::new(4.0, 0.0), Point::new(6.0, 1.0)], false);
        let asides: Vec<f32> = ribbons.knots.iter().map(|knot| knot.aside[0].hypot(knot.aside[1])).collect();
        assert!(asides.len() == 3 && asides[0] == 1.0 && asides[1] > 1.02 && asides[1] < 1.04, "{asides:?}");
        assert_eq!(ribbons.knots[0].aside[0], 0.0);
        ribbons.clear();
        // A sharp corner has a knot more on either side; a ring ends where it begins.
        ribbons.add(&[Point::new(0.0, 0.0), Point::new(4.0, 0.0), Point::new(0.0, 0.5)], true);
        assert_eq!((ribbons.knots.len(), ribbons.strands[0].is_closed), (12, true));
        assert_eq!(ribbons.knots[0].at, ribbons.knots[11].at);
        assert!(ribbons.knots.iter().all(|knot| knot.aside[0].hypot(knot.aside[1]) < 1.2));
    }

    #[test]
    fn pieces_hold_all_that_lies_in_a_window() {
        let mut ribbons = Ribbons::default();
        let points: Vec<Point> = (0..500).map(|i| Point::new(f64::from(i), f64::from(i % 7))).collect();
        ribbons.add(&points, false);
        let strand = &ribbons.strands[0];
        let seen = |window: Rect| -> Vec<Range<usize>> { strand.pieces(window).collect() };
        assert_eq!(seen(Rect::new(-9.0, -9.0, 600.0, 9.0)), std::slice::from_ref(&strand.knots));
        assert_eq!(seen(Rect::new(-9.0, 20.0, 600.0, 30.0)), []);
        for from in 0..480 {
            let window = Rect::new(f64::from(from) + 0.5, -1.0, f64::from(from) + 12.5, 9.0);
            let pieces = seen(window);
            assert!(pieces.iter().all(|piece| piece.len() > 1 && piece.end <= strand.knots.end));
            let holds = |at: usize| pieces.iter().any(|piece| piece.contains(&at));
            let inside = |knot: &Knot| f64::from(knot.at[0]) > window.x0 && f64::from(knot.at[0]) < window.x1;
            let knots: usize = pieces.iter().map(Range::len).sum();
            assert!(knots <= 3 * PART, "{knots} knots for 12 inside");
            // What lies inside, and the knots before and after it.
            for (at, _) in ribbons.knots.iter().enumerate().filter(|(_, knot)| inside(knot)) {
                assert!(holds(at) && holds(at.saturating_sub(1)) && holds(at + 1), "{from} {at} {pieces:?}");
            }
        }
    }

    #[test]
    fn holes_stay_open_and_ways_out_point_out() {
        let outer: &[(f64, f64)] = &[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (5.0, 8.0), (0.0, 10.0)];
        let hole: &[(f64, f64)] = &[(2.0, 2.0), (2.0, 4.0), (4.0, 4.0), (4.0, 2.0)];
        let path_of_three = path(&[outer, hole, &[(20.0, 0.0), (22.0, 0.0), (21.0, 2.0)]]);
        let facets = Facets::of(&path_of_three, &path_of_three, 0.1);
        assert_eq!(facets.polygons.iter().map(|facet| facet.rings.len()).collect::<Vec<_>>(), [2, 1]);
        assert!(!facets.is_convex);
        assert_eq!(covered(&facets), [86.0, 2.0]);
        // Left and up at the first corner of the outer ring; into the hole at the first corner of the hole.
        assert!(facets.knots[0].aside.iter().all(|way| *way < 0.0));
        let first = facets.polygons[0].rings[1].knots.start;
        assert!(facets.knots[first].aside.iter().all(|way| *way > 0.0), "{:?}", facets.knots[first]);
        let simple = path(&[&outer[..3]]);
        assert!(Facets::of(&simple, &simple, 0.1).is_convex);
        // A bow that thinning has turned round is no hole, and a line is no area.
        let exact = path(&[outer, hole, &[(20.0, 0.0), (30.0, 0.2), (40.0, 0.0), (30.0, 1.0)]]);
        let thinned = path(&[outer, hole, &[(20.0, 0.0), (30.0, 0.2), (40.0, 0.0)]]);
        let facets = Facets::of(&thinned, &exact, 0.1);
        assert_eq!(covered(&facets), [86.0]);
    }
}
