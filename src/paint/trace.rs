//! Paths on the way to a painter: transformed, thinned and cut to a window.

use kurbo::{Affine, PathEl, Point, Rect};

use super::cut::{cut_line, cut_ring};
use crate::scene::{Path, Shape};

/// How a path comes to the pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct View {
    /// From the coordinates of the path to pixels.
    pub to: Affine,
    /// What lies outside need not be traced.
    pub window: Rect,
    /// How far an outline may stray where points are left out, in pixels; 0 keeps every point, as dashes need it,
    /// whose places depend on the whole length.
    pub step: f64,
}

/// How far a flattened curve may stray, in pixels.
const FLATNESS: f64 = 0.1;

/// Traces subpaths; keeps its buffers from path to path.
#[derive(Debug, Default)]
pub(super) struct Tracer {
    points: Vec<Point>,
    cut: Vec<Point>,
    spare: Vec<Point>,
}

/// A piece of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'a> {
    /// At least two points.
    pub points: &'a [Point],
    /// The last point joins the first, which is not repeated.
    pub closed: bool,
    /// Length of the line before this piece, for dashes.
    pub start: f64,
}

impl Tracer {
    /// Every subpath as a ring to be filled, cut to the window. The winding inside the window stays what it is.
    pub(super) fn rings(&mut self, shape: &Shape, view: &View, mut each: impl FnMut(&[Point])) {
        let Self { points, cut, spare } = self;
        subpaths(shape, view, points, |points, _, bounds| {
            if points.len() < 3 || !meets(bounds, view.window) {
                return;
            }
            if within(bounds, view.window) {
                each(points);
            } else {
                cut_ring(points, view.window, cut, spare);
                if cut.len() > 2 {
                    each(cut);
                }
            }
        });
    }

    /// Every subpath as a line to be stroked, cut to the window.
    pub(super) fn lines(&mut self, shape: &Shape, view: &View, mut each: impl FnMut(Piece)) {
        let Self { points, cut, .. } = self;
        subpaths(shape, view, points, |points, closed, bounds| {
            if points.len() < 2 || !meets(bounds, view.window) {
                return;
            }
            if within(bounds, view.window) {
                each(Piece { points, closed: closed && points.len() > 2, start: 0.0 });
            } else {
                cut_line(points, closed, view.window, cut, &mut each);
            }
        });
    }
}

/// Whether two rectangles share a point; a rectangle without width or height counts.
pub(super) fn meets(a: Rect, b: Rect) -> bool {
    a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1
}

/// Whether a rectangle lies within another.
fn within(inner: Rect, outer: Rect) -> bool {
    inner.x0 >= outer.x0 && inner.x1 <= outer.x1 && inner.y0 >= outer.y0 && inner.y1 <= outer.y1
}

/// Takes the points of a subpath.
struct Pen<'a> {
    points: &'a mut Vec<Point>,
    view: &'a View,
    bounds: Rect,
}

/// A rectangle that holds no point.
const NOTHING: Rect = Rect::new(f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY);

impl Pen<'_> {
    /// Goes to a point. Of three beyond one side of the window the middle one tells nothing.
    fn line_to(&mut self, p: Point) {
        if !p.is_finite() {
            return;
        }
        let b = self.bounds;
        self.bounds = Rect::new(b.x0.min(p.x), b.y0.min(p.y), b.x1.max(p.x), b.y1.max(p.y));
        let beyond = |q: &Point| {
            let w = self.view.window;
            u8::from(q.x < w.x0) | u8::from(q.x > w.x1) << 1 | u8::from(q.y < w.y0) << 2 | u8::from(q.y > w.y1) << 3
        };
        let side = beyond(&p);
        match &mut self.points[..] {
            [.., before, last] if side != 0 && self.view.step > 0.0 && side & beyond(before) & beyond(last) != 0 => {
                *last = p;
            }
            _ => self.points.push(p),
        }
    }

    /// Goes through the points of a stretch, which lie in a box. Of those that are all beyond one side of the window only
    /// the ends tell something.
    fn stretch(&mut self, points: &[Point], around: Rect) {
        let View { to, window, step } = *self.view;
        let around = to.transform_rect_bbox(around);
        match points {
            [first, _, .., last] if step > 0.0 && !meets(around, window) => {
                self.line_to(to * *first);
                self.line_to(to * *last);
            }
            _ => points.iter().for_each(|p| self.line_to(to * *p)),
        }
    }

    /// Hands over the subpath and begins anew.
    fn finish(&mut self, closed: bool, each: &mut impl FnMut(&[Point], bool, Rect)) {
        let ends = self.points.first().zip(self.points.last());
        if closed && self.points.len() > 3 && ends.is_some_and(|(a, b)| a.distance(*b) < 1e-6) {
            self.points.pop();
        }
        if self.points.len() > 1 {
            each(self.points, closed, self.bounds);
        }
        self.points.clear();
        self.bounds = NOTHING;
    }
}

/// Flattens the outline of a shape and hands over each subpath in pixels: its points, whether it closes, and its bounds.
fn subpaths(shape: &Shape, view: &View, points: &mut Vec<Point>, mut each: impl FnMut(&[Point], bool, Rect)) {
    points.clear();
    let mut pen = Pen { points, view, bounds: NOTHING };
    let scale = view.to.determinant().abs().sqrt();
    let elements = match shape.outline(view.step / scale) {
        Path::Points(lines) => {
            for line in lines.subpaths() {
                line.stretches().for_each(|(points, around)| pen.stretch(points, around));
                pen.finish(line.is_closed, &mut each);
            }
            return;
        }
        Path::Elements(path) => path.elements(),
    };
    let (mut start, mut last) = (Point::ZERO, Point::ZERO);
    for element in elements {
        match *element {
            PathEl::MoveTo(p) => {
                pen.finish(false, &mut each);
                last = view.to * p;
                start = last;
                pen.line_to(last);
            }
            PathEl::LineTo(p) => {
                last = view.to * p;
                pen.line_to(last);
            }
            PathEl::ClosePath => {
                pen.finish(true, &mut each);
                last = start;
            }
            curve => {
                let pair = [PathEl::MoveTo(last), view.to * curve];
                kurbo::flatten(pair, FLATNESS, |part| {
                    if let PathEl::LineTo(p) = part {
                        pen.line_to(p);
                        last = p;
                    }
                });
            }
        }
    }
    pen.finish(false, &mut each);
}

#[cfg(test)]
mod tests {
    use kurbo::BezPath;

    use super::super::cut::dashes;
    use super::*;
    use crate::scene::Lines;

    fn line(points: &[(f64, f64)]) -> BezPath {
        let mut path = BezPath::new();
        path.move_to(points[0]);
        points[1..].iter().for_each(|point| path.line_to(*point));
        path
    }

    fn view(step: f64) -> View {
        View { to: Affine::IDENTITY, window: Rect::new(0.0, 0.0, 10.0, 10.0), step }
    }

    #[test]
    fn a_line_is_cut_and_knows_how_far_it_came() {
        let path = line(&[(-5.0, 5.0), (5.0, 5.0), (5.0, 20.0), (8.0, 20.0), (8.0, 5.0)]);
        let mut pieces = Vec::new();
        Tracer::default()
            .lines(&Shape::new(path.clone()), &view(0.0), |piece| pieces.push((piece.points.to_vec(), piece.start)));
        let point = Point::new;
        assert_eq!(pieces[0], (vec![point(0.0, 5.0), point(5.0, 5.0), point(5.0, 10.0)], 5.0));
        assert_eq!(pieces[1], (vec![point(8.0, 10.0), point(8.0, 5.0)], 38.0));
    }

    #[test]
    fn dashes_go_on_where_a_cut_line_comes_back() {
        let path = line(&[(-5.0, 5.0), (20.0, 5.0)]);
        let mut ends = Vec::new();
        Tracer::default().lines(&Shape::new(path.clone()), &view(0.0), |piece| {
            dashes(piece, &[4.0, 2.0], &mut Vec::new(), |dash| {
                ends.push((dash.points[0].x, dash.points[dash.points.len() - 1].x));
            });
        });
        assert_eq!(ends, [(1.0, 5.0), (7.0, 10.0)]);
    }

    #[test]
    fn a_closed_line_is_dashed_all_round() {
        let mut path = line(&[(1.0, 1.0), (9.0, 1.0), (9.0, 9.0), (1.0, 9.0)]);
        path.close_path();
        let mut length = 0.0;
        Tracer::default().lines(&Shape::new(path.clone()), &view(0.0), |piece| {
            dashes(piece, &[1.0], &mut Vec::new(), |dash| {
                length += dash.points.windows(2).map(|p| p[0].distance(p[1])).sum::<f64>();
            });
        });
        assert!((length - 16.0).abs() < 1e-9, "{length}");
    }

    #[test]
    fn a_ring_around_the_window_fills_it() {
        let mut path = line(&[(-50.0, -50.0), (50.0, -50.0), (50.0, 50.0), (-50.0, 50.0)]);
        path.close_path();
        let mut area = 0.0;
        Tracer::default().rings(&Shape::new(path.clone()), &view(0.0), |points| {
            area = geo::Area::unsigned_area(&geo::Polygon::new(
                points.iter().map(|p| (p.x, p.y)).collect::<Vec<_>>().into(),
                Vec::new(),
            ));
        });
        assert!((area - 100.0).abs() < 1e-9, "{area}");
    }

    #[test]
    fn points_beyond_the_window_do_not_matter() {
        let mut path = line(&[(5.0, 5.0), (20.0, 5.0), (30.0, 60.0), (25.0, -40.0), (40.0, 9.0), (5.0, 9.0)]);
        path.close_path();
        let areas = [0.0, 0.01].map(|step| {
            let mut area = 0.0;
            Tracer::default().rings(&Shape::new(path.clone()), &view(step), |points| {
                let ring: Vec<_> = points.iter().map(|p| (p.x, p.y)).collect();
                area += geo::Area::unsigned_area(&geo::Polygon::new(ring.into(), Vec::new()));
            });
            area
        });
        assert!((areas[0] - 20.0).abs() < 0.05 && (areas[1] - 20.0).abs() < 0.05, "{areas:?}");
    }

    #[test]
    fn stretches_beyond_the_window_do_not_matter() {
        // A star of many points in, across and far beyond the window.
        let star = |arms: f64, reach: f64| {
            (0..900).map(move |at| {
                let turn = f64::from(at) * std::f64::consts::TAU / 900.0;
                Point::new(5.0, 5.0) + kurbo::Vec2::from_angle(turn) * (3.0 + reach * (arms * turn).cos().abs())
            })
        };
        for (arms, reach) in [(1.5, 1.0), (1.5, 40.0), (4.0, 7.0), (7.5, 90.0)] {
            let mut lines = Lines::default();
            lines.add(star(arms, reach), true, 3);
            lines.add(star(arms, reach + 3.0), true, 3);
            let shape = Shape::new(lines);
            let told = [0.0, 1e-6].map(|step| {
                let (mut area, mut length, mut count) = (0.0, 0.0, 0);
                Tracer::default().rings(&shape, &view(step), |points| {
                    let next = points.iter().cycle().skip(1);
                    area += points.iter().zip(next).map(|(a, b)| a.to_vec2().cross(b.to_vec2())).sum::<f64>();
                });
                Tracer::default().lines(&shape, &view(step), |piece| {
                    length += piece.points.windows(2).map(|pair| pair[0].distance(pair[1])).sum::<f64>();
                    count += 1;
                });
                (area, length, count)
            });
            let [(area, length, count), (quick_area, quick_length, quick_count)] = told;
            assert!(area.abs() > 10.0 && length > 10.0, "{area} {length}");
            assert!((area - quick_area).abs() < 1e-6 && (length - quick_length).abs() < 1e-6, "{arms} {told:?}");
            assert_eq!(count, quick_count, "{arms} {reach}");
        }
    }
}
