//! The net of meridians and parallels as lines in longitude and latitude.

/// Which way a line runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// From south to north along one longitude.
    Meridian,
    /// From west to east along one latitude.
    Parallel,
}

/// One line of the graticule.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Which way it runs.
    pub kind: Kind,
    /// Its longitude or latitude in degrees.
    pub degree: f64,
    /// Its course: longitude and latitude in degrees, from south to north or from west to east.
    pub points: Vec<[f64; 2]>,
}

/// More lines or points than this are never wanted; a finer net gives nothing.
const MOST: f64 = 4000.0;

/// Meridians, then parallels, at the multiples of `step` degrees within the window (west, south, east, north, in
/// degrees), with a point at least every `max_segment` degrees so that they bend as the projection does.
///
/// A step or segment that is not positive, a window turned inside out, or a net of more than 4000 lines gives no lines.
#[must_use]
pub fn lines(step: f64, window: [f64; 4], max_segment: f64) -> Vec<Line> {
    let [west, south, east, north] = window;
    let positive = step > 0.0 && max_segment > 0.0 && west < east && south < north;
    let smallest = step.min(max_segment);
    if !positive || !window.iter().all(|edge| edge.is_finite()) || (east - west).max(north - south) / smallest > MOST {
        return Vec::new();
    }
    let meridians = multiples(step, west, east).map(|lon| Line {
        kind: Kind::Meridian,
        degree: lon,
        points: course(south, north, max_segment).map(|lat| [lon, lat]).collect(),
    });
    let parallels = multiples(step, south, north).map(|lat| Line {
        kind: Kind::Parallel,
        degree: lat,
        points: course(west, east, max_segment).map(|lon| [lon, lat]).collect(),
    });
    meridians.chain(parallels).collect()
}

/// The multiples of `step` between two numbers.
fn multiples(step: f64, from: f64, to: f64) -> impl Iterator<Item = f64> {
    let first = (from / step - 1e-9).ceil() as i64;
    let last = (to / step + 1e-9).floor() as i64;
    (first..=last).map(move |count| count as f64 * step)
}

/// Evenly spaced numbers from one to another, both included, at most `most` apart.
fn course(from: f64, to: f64, most: f64) -> impl Iterator<Item = f64> {
    let pieces = ((to - from) / most).ceil().max(1.0) as u32;
    (0..=pieces).map(move |piece| from + (to - from) * f64::from(piece) / f64::from(pieces))
}
