//! Lines of the corridors: rail, sea and road apart, built and planned apart, the selected ones in front.

use crate::map::base::Course;
use crate::map::layer::ropes;
use crate::map::view::View;
use crate::scene::{Color, Group, Stroke, Tag};
use crate::session::Layer;
use crate::sign::{self, width};
use crate::world::{Confidence, Kind, Mode, Segment, SegmentStatus};

pub use crate::sign::Weight;

/// How far a segment stands out in this view.
pub fn weight(view: &View<'_>, segment: &Segment) -> Weight {
    if view.focus.segments.contains(&segment.key) {
        Weight::Selected
    } else if view.focus.quiets_lines() && !view.focus.others.contains(&segment.key) {
        Weight::Idle
    } else {
        Weight::Quiet
    }
}

/// Whether lines have the colours of their corridors: not where one line is asked about, which has its own.
pub fn is_colored(view: &View<'_>) -> bool {
    let kind = view.session.selection.as_ref().map(|id| id.kind);
    !matches!(kind, Some(Kind::Corridor | Kind::Segment | Kind::Route))
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
struct Drawn<'a> {
    weight: Weight,
    segment: &'a Segment,
    course: &'a Course,
    /// Colour of each line, and how far it lies beside the course, in points.
    ropes: Vec<(Option<Color>, f64)>,
    /// Width of each at scale 1.
    width: f64,
}

impl<'a> Drawn<'a> {
    fn new(view: &View<'_>, segment: &'a Segment, course: &'a Course) -> Self {
        let weight = weight(view, segment);
        let wide = width(weight, segment.mode);
        let colors = if is_colored(view) && weight != Weight::Idle { ropes::colors(view, segment) } else { vec![None] };
        let width = if colors.len() > 1 { wide * NARROWER } else { wide };
        let middle = (colors.len() as f64 - 1.0) / 2.0;
        let step = view.pt(width + BETWEEN);
        let ropes = colors.into_iter().enumerate().map(|(at, color)| (color, (at as f64 - middle) * step)).collect();
        Self { weight, segment, course, ropes, width }
    }

    /// How wide all of it is at scale 1.
    fn whole(&self) -> f64 {
        self.ropes.len() as f64 * (self.width + BETWEEN) - BETWEEN
    }
}

/// Draws all segments, the selected ones last.
pub fn draw(view: &View<'_>, group: &mut Group) {
    let seen = view.world.segments.iter().filter_map(|s| Some((s, view.base.segments.get(&s.key)?)));
    let mut order: Vec<Drawn<'_>> = seen
        .filter(|(_, course)| view.sees(&course.shape))
        .map(|(segment, course)| Drawn::new(view, segment, course))
        .collect();
    order.sort_by_key(|drawn| drawn.weight);
    // Casings of the selected ones lie under all of them, so that crossings stay clean.
    for drawn in &order {
        if drawn.weight == Weight::Selected || drawn.segment.status == SegmentStatus::Operational {
            casing(view, group, drawn);
        }
    }
    for drawn in &order {
        line(view, group, drawn);
    }
}

/// The light line either side.
fn casing(view: &View<'_>, group: &mut Group, drawn: &Drawn<'_>) {
    let (width, color) = match drawn.weight {
        Weight::Idle => return,
        Weight::Quiet => (drawn.whole() + 1.6, view.tokens.casing.with_opacity(0.55)),
        Weight::Selected => (drawn.whole() + 2.6, view.tokens.casing),
    };
    group.shape(&drawn.course.shape, view.affine, None, Some(view.line(width, color)), None);
}

/// The line itself, with its light core where it is a sea leg or a road; as many as there are corridors on it.
fn line(view: &View<'_>, group: &mut Group, drawn: &Drawn<'_>) {
    let segment = drawn.segment;
    let tag = Some(Tag::from(format!("segment:{}", segment.key)));
    let thinner = (drawn.width / width(drawn.weight, segment.mode)) as f32;
    for (color, offset) in &drawn.ropes {
        let mut all = strokes(view, drawn.weight, segment.mode, segment.status, segment.evidence.confidence);
        all.iter_mut().for_each(|stroke| stroke.width *= thinner);
        if let (Some(color), Some(body)) = (color, all.first_mut()) {
            body.color = sign::shade(&view.pen(), *color, segment.status, segment.evidence.confidence);
        }
        let path = (*offset != 0.0).then(|| ropes::beside(&drawn.course.shape.path, view.affine, *offset));
        for stroke in all {
            match &path {
                Some(path) => group.path(path.clone(), None, Some(stroke), tag.clone()),
                None => group.shape(&drawn.course.shape, view.affine, None, Some(stroke), tag.clone()),
            }
        }
    }
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
