//! Lines of the corridors: rail, sea and road apart, built and planned apart, the selected ones in front.

use crate::map::layer::ropes;
use crate::map::seen::{Line, Seen};
use crate::map::view::View;
use crate::scene::{Affine, Group, Shape, Stroke};
use crate::session::Layer;
use crate::sign::{self, width};
use crate::world::{Confidence, Kind, Mode, SegmentStatus};

pub use crate::sign::Weight;

/// How far a segment stands out in this view, by its number.
pub fn weight(view: &View<'_>, segment: usize) -> Weight {
    if view.focus.segments.contains(&segment) {
        Weight::Selected
    } else if view.focus.quiets_lines() && !view.focus.others.contains(&segment) {
        Weight::Idle
    } else {
        Weight::Quiet
    }
}

/// Whether lines have the colours of their corridors: not where one line is asked about, which has its own, nor in a theme
/// in which all of them are alike.
pub fn is_colored(view: &View<'_>) -> bool {
    let kind = view.session.selection.as_ref().map(|id| id.kind);
    let differ = view.tokens.lines.windows(2).any(|pair| pair[0] != pair[1]);
    differ && !matches!(kind, Some(Kind::Corridor | Kind::Segment | Kind::Route))
}

/// Whether the names of corridors stand beside their lines: where none is in front, and on maps that are near enough.
pub fn are_named(view: &View<'_>) -> bool {
    view.shows(Layer::Labels) && !view.focus.has_lines() && view.km < NAMED_BELOW
}

/// Kilometres a point below which corridors are named.
const NAMED_BELOW: f64 = 9.0;

/// Space between lines side by side at scale 1, in points.
const BETWEEN: f64 = 0.7;

/// How much narrower a line is that has others beside it.
const NARROWER: f64 = 0.8;

/// A segment to be drawn.
struct Drawn<'s> {
    line: &'s Line<'s>,
    /// Hue of each of its lines, from its left to its right.
    hues: &'s [Option<usize>],
    /// Width of each at scale 1.
    width: f64,
}

impl<'s> Drawn<'s> {
    fn new(line: &'s Line<'s>, is_colored: bool) -> Self {
        let hues = if is_colored && line.weight != Weight::Idle { line.course.hues.as_slice() } else { &[None] };
        let wide = width(line.weight, line.segment.mode);
        Self { line, hues, width: if hues.len() > 1 { wide * NARROWER } else { wide } }
    }

    /// How wide all of it is at scale 1.
    fn whole(&self) -> f64 {
        self.hues.len() as f64 * (self.width + BETWEEN) - BETWEEN
    }
}

/// Draws all segments, the selected ones last.
pub fn draw(view: &View<'_>, seen: &Seen<'_>, group: &mut Group) {
    let is_colored = is_colored(view);
    let mut order: Vec<Drawn<'_>> = seen.lines.iter().map(|line| Drawn::new(line, is_colored)).collect();
    order.sort_by_key(|drawn| drawn.line.weight);
    group.items.reserve(order.len() * 3);
    // Casings of the selected ones lie under all of them, so that crossings stay clean.
    for drawn in &order {
        if drawn.line.weight == Weight::Selected || drawn.line.segment.status == SegmentStatus::Operational {
            casing(view, group, drawn);
        }
    }
    for drawn in &order {
        line(view, group, drawn);
    }
}

/// The light line either side.
fn casing(view: &View<'_>, group: &mut Group, drawn: &Drawn<'_>) {
    let is_dotted = matches!(drawn.line.segment.status, SegmentStatus::Planned | SegmentStatus::Suspended);
    let (width, color) = match drawn.line.weight {
        Weight::Idle => return,
        // A broad one would look like a pipe between the dots.
        Weight::Selected if is_dotted => (drawn.whole() + 0.8, view.tokens.casing.with_opacity(0.6)),
        Weight::Quiet => (drawn.whole() + 1.6, view.tokens.casing.with_opacity(0.55)),
        Weight::Selected => (drawn.whole() + 2.6, view.tokens.casing),
    };
    group.shape(&drawn.line.course.shape, view.affine, None, Some(view.line(width, color)), None);
}

/// The line itself, with its light core where it is a sea leg or a road; as many as there are corridors on it.
fn line(view: &View<'_>, group: &mut Group, drawn: &Drawn<'_>) {
    let Line { segment, course, weight } = *drawn.line;
    let (status, evidence) = (segment.status, segment.evidence.confidence);
    let tag = Some(course.tag.clone());
    let thinner = (drawn.width / width(weight, segment.mode)) as f32;
    let middle = (drawn.hues.len() as f64 - 1.0) / 2.0;
    let step = view.pt(drawn.width + BETWEEN);
    let long = || -> f64 {
        let pairs = course.points.windows(2);
        pairs.map(|pair| (view.affine * pair[0]).distance(view.affine * pair[1])).sum()
    };
    for (at, hue) in drawn.hues.iter().enumerate() {
        let mut all = strokes(view, weight, segment.mode, status, evidence);
        all.iter_mut().for_each(|stroke| stroke.width *= thinner);
        if let (Some(color), Some(body)) = (ropes::color(view, *hue), all.first_mut()) {
            body.color = sign::shade(&view.pen(), color, status, evidence);
        }
        let offset = (at as f64 - middle) * step;
        let path = (offset != 0.0).then(|| Shape::new(ropes::beside(&course.shape, view.affine, offset)));
        let (shape, to) = path.as_ref().map_or((&course.shape, view.affine), |path| (path, Affine::IDENTITY));
        for mut stroke in all {
            if !stroke.dash.is_empty() {
                fit(&mut stroke.dash, long());
            }
            group.shape(shape, to, None, Some(stroke), tag.clone());
        }
    }
}

/// Shortens dashes and gaps so that a short line begins and ends with a dash and has another one between: a single dash
/// looks like a line that is built, and a single gap like none.
fn fit(dash: &mut [f32], long: f64) {
    let [first, gap] = dash else { return };
    let whole = 2.0 * f64::from(*first + *gap) + f64::from(*first);
    let share = (long / whole).min(1.0) as f32;
    (*first, *gap) = (*first * share, *gap * share);
}

/// The strokes of a segment from below to above; the legend uses them too.
pub fn strokes(
    view: &View<'_>,
    weight: Weight,
    mode: Mode,
    status: SegmentStatus,
    evidence: Confidence,
) -> Vec<Stroke> {
    sign::strokes(&view.pen(), weight, mode, status, evidence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_lines_have_three_dashes_and_long_ones_their_pattern() {
        let fitted = |long: f64| {
            let mut dash = [7.0, 4.0];
            fit(&mut dash, long);
            dash
        };
        assert_eq!(fitted(100.0), [7.0, 4.0]);
        let [first, gap] = fitted(5.0);
        assert!((3.0 * first + 2.0 * gap - 5.0).abs() < 1e-4 && (gap / first - 4.0 / 7.0).abs() < 1e-4);
    }
}
