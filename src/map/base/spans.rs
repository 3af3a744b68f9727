//! Where a name fits into an area: horizontal chords of it at a few heights.

use crate::scene::{Path, Point, Rect};

/// Heights at which an area is cut.
const CUTS: u32 = 28;

/// Where on a chord a name may stand: in the middle, or towards an end; as shares of half of it.
const SHIFTS: [f64; 5] = [0.0, -0.25, 0.25, -0.5, 0.5];

/// Places that are offered for a name at most.
const PLACES: usize = 60;

/// Chords of an area, in kilometres on the plane.
#[derive(Debug, Default)]
pub(in crate::map) struct Spans {
    /// From the least height to the greatest.
    chords: Vec<Chord>,
}

/// The part of a horizontal line that lies inside an area.
#[derive(Debug, Clone, Copy)]
struct Chord {
    y: f64,
    from: f64,
    to: f64,
}

impl Spans {
    /// Cuts an area made of closed straight-sided subpaths.
    pub fn of(path: &Path, bounds: Rect) -> Self {
        let step = bounds.height() / f64::from(CUTS);
        if !(step > 0.0 && step.is_finite()) {
            return Self::default();
        }
        let mut cuts: Vec<Vec<f64>> = vec![Vec::new(); CUTS as usize];
        let height = |cut: usize| bounds.y0 + (cut as f64 + 0.5) * step;
        for edge in kurbo::segments(path) {
            let kurbo::PathSeg::Line(line) = edge else { continue };
            let (low, high) = if line.p0.y < line.p1.y { (line.p0, line.p1) } else { (line.p1, line.p0) };
            let first = ((low.y - bounds.y0) / step - 0.5).ceil().max(0.0) as usize;
            for (cut, crossings) in cuts.iter_mut().enumerate().skip(first) {
                let y = height(cut);
                if y >= high.y {
                    break;
                }
                crossings.push(low.x + (high.x - low.x) * (y - low.y) / (high.y - low.y));
            }
        }
        let mut chords = Vec::new();
        for (cut, mut crossings) in cuts.into_iter().enumerate() {
            crossings.sort_by(f64::total_cmp);
            let y = height(cut);
            chords.extend(crossings.as_chunks::<2>().0.iter().map(|[from, to]| Chord { y, from: *from, to: *to }));
        }
        Self { chords }
    }

    /// The best places for the middle of a name inside a window of the plane, best first, each with the room to its
    /// left and right in kilometres, which is more than `least`: long chords near the wished place.
    pub fn places(&self, wish: Option<Point>, window: Rect, least: f64) -> Vec<(Point, f64)> {
        let first = self.chords.partition_point(|chord| chord.y <= window.y0);
        let inside = self.chords[first..].iter().take_while(|chord| chord.y < window.y1).map(|chord| {
            let (from, to) = (chord.from.max(window.x0), chord.to.min(window.x1));
            (Point::new(f64::midpoint(from, to), chord.y), (to - from) / 2.0)
        });
        if !inside.clone().any(|(_, half)| half > least) {
            return Vec::new();
        }
        let mut scored: Vec<(f64, Point, f64)> = Vec::with_capacity(inside.clone().count() * SHIFTS.len());
        for (middle, half) in inside.filter(|(_, half)| *half > 0.0) {
            scored.extend(SHIFTS.map(|shift| {
                let at = Point::new(middle.x + shift * half, middle.y);
                let room = half * (1.0 - shift.abs());
                let away = wish.map_or(0.0, |w| (w - at).hypot());
                (room - 0.6 * away, at, room)
            }));
        }
        let order = |a: &(f64, Point, f64), b: &(f64, Point, f64)| {
            b.0.total_cmp(&a.0).then(b.1.y.total_cmp(&a.1.y)).then(a.1.x.total_cmp(&b.1.x))
        };
        if scored.len() > PLACES {
            scored.select_nth_unstable_by(PLACES, order);
            scored.truncate(PLACES);
        }
        scored.retain(|(.., room)| *room > least);
        scored.sort_unstable_by(order);
        scored.into_iter().map(|(_, middle, room)| (middle, room)).collect()
    }

    /// Room to either side of a point: half of the chord through the nearest cut, measured from the point.
    pub fn room_at(&self, at: Point) -> f64 {
        let nearest = self
            .chords
            .iter()
            .filter(|c| c.from <= at.x && at.x <= c.to)
            .min_by(|a, b| (a.y - at.y).abs().total_cmp(&(b.y - at.y).abs()));
        nearest.map_or(0.0, |c| (at.x - c.from).min(c.to - at.x))
    }
}
