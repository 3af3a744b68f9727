//! The geometry of a shape.

use kurbo::{BezPath, PathEl, Point, Rect};

/// Lines and curves. Points alone take a third of the memory: what the map keeps is laid out so.
#[derive(Debug, Clone)]
pub enum Path {
    /// Corners of straight lines.
    Points(Lines),
    /// Elements of any kind.
    Elements(BezPath),
}

/// Subpaths without curves.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lines {
    points: Vec<Point>,
    /// For each subpath where its points end, and whether it closes.
    ends: Vec<(u32, bool)>,
    /// Boxes around the stretches of all subpaths.
    boxes: Vec<Rect>,
}

/// One of several lines.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// Its corners, at least one.
    pub points: &'a [Point],
    /// Whether it closes; its last point need not be the first one again.
    pub is_closed: bool,
    /// A box around each stretch.
    boxes: &'a [Rect],
}

/// Points of a stretch of a line.
const STRETCH: usize = 32;

impl<'a> Line<'a> {
    /// The points by stretches, each with a box around them.
    pub fn stretches(&self) -> impl Iterator<Item = (&'a [Point], Rect)> + Clone + use<'a> {
        self.points.chunks(STRETCH).zip(self.boxes.iter().copied())
    }
}

impl Lines {
    /// No subpath yet, and room for so many points.
    #[must_use]
    pub fn with_capacity(points: usize) -> Self {
        Self { points: Vec::with_capacity(points), ..Self::default() }
    }

    /// Adds a subpath, but not one of fewer points than `least`.
    pub fn add(&mut self, points: impl IntoIterator<Item = Point>, is_closed: bool, least: usize) {
        let before = self.points.len();
        self.points.extend(points);
        if self.points.len() - before < least.max(1) {
            self.points.truncate(before);
        } else {
            self.ends.push((self.points.len() as u32, is_closed));
            let around = |points: &[Point]| {
                let first = Rect::from_points(points[0], points[0]);
                points.iter().fold(first, |all, p| all.union_pt(*p))
            };
            self.boxes.extend(self.points[before..].chunks(STRETCH).map(around));
        }
    }

    /// The subpaths.
    pub fn subpaths(&self) -> impl Iterator<Item = Line<'_>> {
        let (mut start, mut boxes) = (0, &self.boxes[..]);
        self.ends.iter().map(move |&(end, is_closed)| {
            let points = &self.points[start..end as usize];
            let (own, others) = boxes.split_at(points.len().div_ceil(STRETCH));
            (start, boxes) = (end as usize, others);
            Line { points, is_closed, boxes: own }
        })
    }

    /// Gives back the memory that is not used.
    pub fn shrink(&mut self) {
        self.points.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.boxes.shrink_to_fit();
    }
}

impl Path {
    /// The elements in order.
    #[must_use]
    pub fn iter(&self) -> Elements<'_> {
        Elements(match self {
            Self::Points(lines) => Rest::Points { points: &lines.points, ends: &lines.ends, at: 0, is_begun: false },
            Self::Elements(path) => Rest::Elements(path.elements()),
        })
    }

    /// Number of elements.
    #[must_use]
    pub fn count(&self) -> usize {
        match self {
            Self::Points(lines) => lines.points.len() + lines.ends.iter().filter(|(_, is_closed)| *is_closed).count(),
            Self::Elements(path) => path.elements().len(),
        }
    }

    /// Whether some of it is curved.
    #[must_use]
    pub(super) fn is_curved(&self) -> bool {
        match self {
            Self::Points(_) => false,
            Self::Elements(path) => {
                path.elements().iter().any(|it| matches!(it, PathEl::QuadTo(..) | PathEl::CurveTo(..)))
            }
        }
    }

    /// Smallest rectangle around its points.
    #[must_use]
    pub(super) fn bounds(&self) -> Rect {
        match self {
            Self::Points(lines) => {
                lines.boxes.iter().copied().reduce(|all, stretch| all.union(stretch)).unwrap_or_default()
            }
            Self::Elements(path) => path.control_box(),
        }
    }
}

impl From<BezPath> for Path {
    fn from(path: BezPath) -> Self {
        Self::Elements(path)
    }
}

impl From<Lines> for Path {
    fn from(lines: Lines) -> Self {
        Self::Points(lines)
    }
}

impl<'a> IntoIterator for &'a Path {
    type Item = PathEl;
    type IntoIter = Elements<'a>;

    fn into_iter(self) -> Elements<'a> {
        self.iter()
    }
}

/// The elements of a path in order.
#[derive(Debug, Clone)]
pub struct Elements<'a>(Rest<'a>);

/// Those that are left.
#[derive(Debug, Clone)]
enum Rest<'a> {
    /// As they are.
    Elements(&'a [PathEl]),
    /// Made of points.
    Points {
        /// Of all subpaths.
        points: &'a [Point],
        /// Ends of the subpaths that are not over.
        ends: &'a [(u32, bool)],
        /// Number of the next point.
        at: usize,
        /// Whether the subpath of the next point is begun.
        is_begun: bool,
    },
}

impl Iterator for Elements<'_> {
    type Item = PathEl;

    fn next(&mut self) -> Option<PathEl> {
        match &mut self.0 {
            Rest::Elements(elements) => {
                let (first, rest) = elements.split_first()?;
                *elements = rest;
                Some(*first)
            }
            Rest::Points { points, ends, at, is_begun } => loop {
                let ((end, is_closed), later) = ends.split_first()?;
                if *at < *end as usize {
                    let step = if std::mem::replace(is_begun, true) { PathEl::LineTo } else { PathEl::MoveTo };
                    *at += 1;
                    return Some(step(points[*at - 1]));
                }
                (*ends, *is_begun) = (later, false);
                if *is_closed {
                    return Some(PathEl::ClosePath);
                }
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_have_the_elements_of_the_same_path() {
        let mut lines = Lines::default();
        let point = |x: f64| Point::new(x, x * x);
        lines.add([1.0, 2.0, 3.0].map(point), true, 3);
        lines.add([4.0, 5.0].map(point), true, 3);
        lines.add([], false, 0);
        lines.add([6.0, 7.0].map(point), false, 2);
        lines.add([8.0].map(point), false, 1);
        let mut path = BezPath::new();
        path.move_to(point(1.0));
        path.line_to(point(2.0));
        path.line_to(point(3.0));
        path.close_path();
        path.move_to(point(6.0));
        path.line_to(point(7.0));
        path.move_to(point(8.0));
        let (of_points, of_elements) = (Path::from(lines), Path::from(path.clone()));
        assert!(of_points.iter().eq(path.elements().iter().copied()), "{of_points:?}");
        assert!(of_points.iter().eq(&of_elements));
        assert_eq!((of_points.count(), of_points.bounds()), (of_elements.count(), of_elements.bounds()));
        assert_eq!((of_points.count(), of_points.iter().count()), (7, 7));
        assert_eq!(Path::from(Lines::default()).bounds(), Rect::ZERO);
    }
}
