//! Outlines with fewer points, for painters that would not show the others.

use std::sync::OnceLock;

use kurbo::{PathEl, Point, Vec2};

use super::mesh::{Facets, Ribbons};
use super::{Lines, Path, Shape};

/// How far the finest of the thinned outlines may stray, in units of the shape; every second one strays twice as far.
const FINEST: f64 = 0.01;

/// Number of thinned outlines.
const LEVELS: usize = 22;

/// Paths with fewer elements are never thinned.
const FEW: usize = 16;

/// The same for paths with curves: symbols, which are made anew for every page.
const FEW_CURVES: usize = 12;

/// What is made of an outline on demand.
#[derive(Debug, Default)]
pub(super) struct Level {
    path: OnceLock<Path>,
    ribbons: OnceLock<Ribbons>,
    facets: OnceLock<Facets>,
}

/// The thinned outlines, made when they are asked for.
#[derive(Debug, Default)]
pub(super) struct Levels {
    /// The one that was asked for first, which is the only one of a shape that is made for one page.
    first: OnceLock<(usize, Level)>,
    others: OnceLock<Box<[Level; LEVELS]>>,
}

impl Levels {
    /// The level that suits a tolerance best, and the tolerance of it.
    fn nearest(&self, tolerance: f64) -> (&Level, f64) {
        let number = ((2.0 * (tolerance / FINEST).log2()).round() as usize).min(LEVELS - 1);
        let (first, level) = self.first.get_or_init(|| (number, Level::default()));
        let level = if *first == number { level } else { &self.others.get_or_init(Box::default)[number] };
        (level, FINEST * (number as f64 / 2.0).exp2())
    }
}

impl Level {
    /// The outline of a shape at this level, without curves.
    fn path(&self, shape: &Shape, tolerance: f64) -> &Path {
        let straight = |path| if shape.is_curved { straightened(path, tolerance) } else { thinned(path, tolerance) };
        self.path.get_or_init(|| straight(&shape.path))
    }
}

impl Shape {
    /// The outline, which may stray by some tolerance in units of the shape where that saves points; by a fifth more at
    /// most.
    #[must_use]
    pub fn outline(&self, tolerance: f64) -> &Path {
        if self.has_few_curves() { &self.path } else { self.thinned(tolerance).0 }
    }

    /// The outline without curves, which may stray as an outline may.
    #[must_use]
    pub fn straight(&self, tolerance: f64) -> &Path {
        let (level, tolerance) = self.levels.nearest(tolerance);
        if self.is_curved { level.path(self, tolerance) } else { self.outline(tolerance) }
    }

    /// Its lines, ready to be given a width; they may stray as an outline may.
    pub fn ribbons(&self, tolerance: f64) -> &Ribbons {
        let (path, level, stray) = self.thinned(tolerance);
        level.ribbons.get_or_init(|| Ribbons::of(path, stray))
    }

    /// What it covers, as triangles; the edge may stray by a tolerance in units of the shape. They are dear to make, and
    /// made for every second level only.
    pub fn facets(&self, tolerance: f64) -> &Facets {
        let (path, level, stray) = self.thinned(FINEST * (tolerance / FINEST).log2().floor().exp2());
        level.facets.get_or_init(|| Facets::of(path, &self.path, stray))
    }

    /// Whether it has curves, and so few points that to leave some out saves nothing.
    fn has_few_curves(&self) -> bool {
        self.is_curved && self.path.count() < FEW_CURVES
    }

    /// The outline for a tolerance, what was made of it, and how far curves that are left in it may stray.
    fn thinned(&self, tolerance: f64) -> (&Path, &Level, f64) {
        let is_short = !self.is_curved && self.path.count() < FEW;
        if is_short || tolerance.is_nan() || tolerance < FINEST {
            return (&self.path, &self.exact, FINEST / 2.0);
        }
        if self.has_few_curves() {
            // They are looked at closely, and have points to spare.
            let (level, tolerance) = self.levels.nearest(tolerance * 0.4);
            return (&self.path, level, tolerance);
        }
        let (level, tolerance) = self.levels.nearest(tolerance);
        (level.path(self, tolerance), level, tolerance)
    }
}

/// Straight pieces in place of curves, and no more corners than are needed.
fn straightened(path: &Path, tolerance: f64) -> Path {
    thinned(&Path::Points(flattened(path, tolerance / 2.0)), tolerance / 2.0)
}

/// Straight pieces that stray from curves by some tolerance.
fn flattened(path: &Path, tolerance: f64) -> Lines {
    let (mut lines, mut points) = (Lines::with_capacity(path.count()), Vec::new());
    let mut finish = |points: &mut Vec<Point>, is_closed| lines.add(points.drain(..), is_closed, 1);
    kurbo::flatten(path, tolerance, |element| match element {
        PathEl::MoveTo(p) => {
            finish(&mut points, false);
            points.push(p);
        }
        PathEl::LineTo(p) => points.push(p),
        _ => finish(&mut points, true),
    });
    finish(&mut points, false);
    lines
}

/// Leaves out the corners that a straight line without them passes by near enough.
fn thinned(path: &Path, tolerance: f64) -> Path {
    let exact = match path {
        Path::Points(lines) => lines,
        Path::Elements(_) => &flattened(path, tolerance),
    };
    let mut kept = Lines::with_capacity(path.count());
    let mut pen = Pen { kept: Vec::new(), tolerance, anchor: Point::ZERO, held: None, wedge: None, far: 0.0 };
    for line in exact.subpaths() {
        pen.subpath(line.points);
        kept.add(pen.kept.drain(..), line.is_closed, 1);
    }
    // Without the room of those that are left out: an outline is kept as long as the map.
    kept.shrink();
    Path::Points(kept)
}

/// Draws an outline and leaves points out.
struct Pen {
    kept: Vec<Point>,
    tolerance: f64,
    /// The last point that was kept.
    anchor: Point,
    /// The last point, as long as it may still be left out.
    held: Option<Point>,
    /// Directions from the anchor between which a line passes all points that were left out since.
    wedge: Option<[Vec2; 2]>,
    /// Square of the distance from the anchor to the point that is held.
    far: f64,
}

impl Pen {
    /// Draws a subpath.
    fn subpath(&mut self, points: &[Point]) {
        let [first, others @ ..] = points else { return };
        self.kept.push(*first);
        self.anchor = *first;
        others.iter().for_each(|p| self.line_to(*p));
        self.settle();
    }

    /// Goes to a point: within a wedge of the ways past the points left out (Sklansky and Gonzalez 1980), never back.
    fn line_to(&mut self, p: Point) {
        let way = p - self.anchor;
        let passes = |[low, high]: [Vec2; 2]| low.cross(way) >= 0.0 && way.cross(high) >= 0.0;
        if self.wedge.is_some_and(|wedge| way.hypot2() < self.far || !passes(wedge)) {
            self.settle();
        }
        self.held = Some(p);
        let way = p - self.anchor;
        self.far = way.hypot2();
        if self.far > self.tolerance * self.tolerance {
            let aside = Vec2::new(-way.y, way.x) * (self.tolerance / self.far.sqrt());
            let [low, high] = [way - aside, way + aside];
            self.wedge = Some(self.wedge.map_or([low, high], |[was_low, was_high]| {
                let low = if was_low.cross(low) > 0.0 { low } else { was_low };
                [low, if high.cross(was_high) > 0.0 { high } else { was_high }]
            }));
        }
    }

    /// Keeps the point that is held.
    fn settle(&mut self) {
        if let Some(held) = self.held.take() {
            self.kept.push(held);
            self.anchor = held;
        }
        self.wedge = None;
    }
}

#[cfg(test)]
mod tests {
    use kurbo::BezPath;

    use super::*;

    fn line(points: &[(f64, f64)]) -> Path {
        let mut path = BezPath::new();
        path.move_to(points[0]);
        points[1..].iter().for_each(|point| path.line_to(*point));
        path.into()
    }

    fn points(path: &Path) -> Vec<(f64, f64)> {
        path.iter().filter_map(|it| it.end_point()).map(|p| (p.x, p.y)).collect()
    }

    #[test]
    fn points_beside_the_line_are_left_out_but_no_corner_and_no_end() {
        let path = line(&[(0.0, 0.0), (0.1, 0.0), (2.0, 0.3), (5.0, 0.0), (5.1, 4.0), (5.0, 1.0), (5.0, 0.9)]);
        assert_eq!(points(&thinned(&path, 0.5)), [(0.0, 0.0), (5.0, 0.0), (5.1, 4.0), (5.0, 0.9)]);
    }

    #[test]
    fn what_is_left_out_lies_near_the_line() {
        let wild: Vec<(f64, f64)> = (0..800)
            .map(|i| (f64::from(i) * 0.0125, (f64::from(i * i % 97) / 97.0 - 0.5) * 0.3 + f64::from(i) * 0.002))
            .collect();
        let shape = Shape::new(line(&wild));
        assert_eq!(shape.outline(0.0).count(), 800);
        let kept = points(shape.outline(0.17));
        assert!(kept.len() < 700 && kept[0] == wild[0] && kept[kept.len() - 1] == wild[799], "{}", kept.len());
        for (x, y) in wild {
            let point = Point::new(x, y);
            let away = |a: Point, b: Point| {
                let t = ((point - a).dot(b - a) / (b - a).hypot2().max(1e-12)).clamp(0.0, 1.0);
                point.distance(a.lerp(b, t))
            };
            let nearest = kept.windows(2).map(|p| away(p[0].into(), p[1].into())).fold(f64::INFINITY, f64::min);
            assert!(nearest < 0.17, "{point:?} {nearest}");
        }
    }
}
