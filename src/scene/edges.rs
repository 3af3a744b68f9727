//! What lies in, on and across a shape: its edges, sorted by height on the first question.

use kurbo::{PathEl, Point, Rect};

use super::Shape;

/// The edges of a path in bands of equal height.
#[derive(Debug, Default)]
pub(super) struct Edges {
    /// Ends of each edge; those that are drawn come first.
    ends: Vec<[Point; 2]>,
    /// Number of edges that are drawn; the others only close open subpaths for filling.
    drawn: usize,
    /// Top of the first band.
    top: f64,
    /// Height of a band.
    band: f64,
    /// For each band the place in `list` at which its edges begin; one more entry closes the last.
    first: Vec<u32>,
    /// Edges of the bands, one after the other; an edge stands in every band that it crosses.
    list: Vec<u32>,
}

/// How far a flattened curve may stray, in units of the shape.
const FLATNESS: f64 = 0.05;

/// Edges that a band holds on average.
const EDGES_PER_BAND: usize = 4;

impl Edges {
    /// Sorts the edges of a path.
    fn new(shape: &Shape) -> Self {
        let mut edges = Self { top: shape.bounds.y0, ..Self::default() };
        let mut closing = Vec::new();
        let (mut start, mut last) = (Point::ZERO, Point::ZERO);
        kurbo::flatten(&shape.path, FLATNESS, |element| match element {
            PathEl::MoveTo(p) => {
                closing.push([last, start]);
                (start, last) = (p, p);
            }
            PathEl::LineTo(p) => {
                edges.ends.push([last, p]);
                last = p;
            }
            PathEl::ClosePath => {
                edges.ends.push([last, start]);
                last = start;
            }
            _ => {}
        });
        closing.push([last, start]);
        edges.drawn = edges.ends.len();
        edges.ends.extend(closing.into_iter().filter(|[a, b]| a != b));
        edges.sort_into_bands(shape.bounds.height());
        edges
    }

    /// Fills the bands: counts first, then places.
    fn sort_into_bands(&mut self, height: f64) {
        let count = (self.ends.len() / EDGES_PER_BAND).clamp(1, 1 << 16);
        self.band = (height / count as f64).max(f64::MIN_POSITIVE);
        let mut first = vec![0_u32; count + 1];
        for [a, b] in &self.ends {
            for band in self.bands(a.y.min(b.y), a.y.max(b.y), count) {
                first[band + 1] += 1;
            }
        }
        for band in 0..count {
            first[band + 1] += first[band];
        }
        let mut next = first.clone();
        let mut list = vec![0_u32; first[count] as usize];
        for (edge, [a, b]) in self.ends.iter().enumerate() {
            for band in self.bands(a.y.min(b.y), a.y.max(b.y), count) {
                list[next[band] as usize] = edge as u32;
                next[band] += 1;
            }
        }
        (self.first, self.list) = (first, list);
    }

    /// Bands between two heights.
    fn bands(&self, from: f64, to: f64, count: usize) -> std::ops::RangeInclusive<usize> {
        // A float below zero or not a number becomes 0.
        let band = |y: f64| (((y - self.top) / self.band) as usize).min(count - 1);
        band(from)..=band(to)
    }

    /// Edges that may reach into the heights between two, perhaps some of them twice.
    fn between(&self, from: f64, to: f64) -> impl Iterator<Item = (usize, Point, Point)> {
        let bands = self.bands(from, to, self.first.len() - 1);
        let range = self.first[*bands.start()] as usize..self.first[bands.end() + 1] as usize;
        self.list[range].iter().map(|&edge| {
            let [a, b] = self.ends[edge as usize];
            (edge as usize, a, b)
        })
    }
}

impl Shape {
    /// The edges, sorted on the first call.
    fn edges(&self) -> &Edges {
        self.edges.get_or_init(|| Edges::new(self))
    }

    /// Whether the filled path covers a point, by the non-zero rule.
    #[must_use]
    pub fn contains(&self, point: Point) -> bool {
        self.bounds.contains(point)
            && self
                .edges()
                .between(point.y, point.y)
                .filter_map(|(_, a, b)| crossing(a, b, point.y))
                .filter(|(x, _)| *x > point.x)
                .map(|(_, turn)| turn)
                .sum::<i32>()
                != 0
    }

    /// Whether some corner of a path without curves lies in a rectangle.
    #[must_use]
    pub fn has_corner_in(&self, rect: Rect) -> bool {
        // What is wholly in view needs no look at its edges.
        let first = self.path.iter().next().and_then(|it| it.end_point());
        first.is_some_and(|p| rect.contains(p))
            || self.edges().between(rect.y0, rect.y1).any(|(_, a, b)| rect.contains(a) || rect.contains(b))
    }

    /// Whether some of the drawn path lies in a rectangle.
    #[must_use]
    pub fn is_drawn_in(&self, rect: Rect) -> bool {
        let drawn = |edge: usize| edge < self.edges().drawn;
        self.bounds.overlaps(rect)
            && self.edges().between(rect.y0, rect.y1).any(|(edge, a, b)| drawn(edge) && cuts(a, b, rect))
    }

    /// Whether a rectangle covers something of the filled path or of its outline.
    #[must_use]
    pub fn meets(&self, rect: Rect) -> bool {
        self.is_drawn_in(rect) || self.contains(rect.center())
    }

    /// Distance from a point to the drawn path, if that is no more than `reach`.
    #[must_use]
    pub fn distance(&self, point: Point, reach: f64) -> Option<f64> {
        let edges = self.edges();
        edges
            .between(point.y - reach, point.y + reach)
            .filter(|(edge, ..)| *edge < edges.drawn)
            .map(|(_, a, b)| distance(point, a, b))
            .min_by(f64::total_cmp)
            .filter(|distance| *distance <= reach)
    }

    /// From where to where the filled path covers the horizontal line at a height, from left to right.
    #[must_use]
    pub fn spans(&self, y: f64) -> Vec<[f64; 2]> {
        let mut crossings: Vec<_> = self.edges().between(y, y).filter_map(|(_, a, b)| crossing(a, b, y)).collect();
        crossings.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (mut spans, mut winding, mut from) = (Vec::new(), 0, 0.0);
        for (x, turn) in crossings {
            if winding == 0 {
                from = x;
            }
            winding += turn;
            if winding == 0 && x > from {
                spans.push([from, x]);
            }
        }
        spans
    }
}

/// Where an edge crosses a height, and whether it goes down (1) or up (-1) there.
fn crossing(a: Point, b: Point, y: f64) -> Option<(f64, i32)> {
    let turn = match (a.y <= y, b.y <= y) {
        (true, false) => 1,
        (false, true) => -1,
        _ => return None,
    };
    Some((a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), turn))
}

/// Whether some of an edge lies in a rectangle: their boxes overlap, and the line has corners of the box on both sides.
fn cuts(a: Point, b: Point, rect: Rect) -> bool {
    let sides = [(rect.x0, rect.y0), (rect.x1, rect.y0), (rect.x1, rect.y1), (rect.x0, rect.y1)]
        .map(|corner| (b - a).cross(Point::from(corner) - a));
    let one_side = sides.iter().all(|side| *side > 0.0) || sides.iter().all(|side| *side < 0.0);
    Rect::from_points(a, b).overlaps(rect) && !one_side
}

/// Distance from a point to a segment.
fn distance(point: Point, a: Point, b: Point) -> f64 {
    let along = b - a;
    let length = along.hypot2();
    let t = if length > 0.0 { ((point - a).dot(along) / length).clamp(0.0, 1.0) } else { 0.0 };
    point.distance(a + along * t)
}
