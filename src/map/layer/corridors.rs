//! Lines of the corridors: rail, sea and road apart, built and planned apart, the selected ones in front.

use crate::map::base::Course;
use crate::map::view::View;
use crate::scene::{Color, Group, Stroke, Tag};
use crate::world::{Confidence, Mode, Segment, SegmentStatus};

/// How far a segment stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Something else is selected.
    Idle,
    /// Nothing is selected.
    Quiet,
    /// Selected.
    Selected,
}

/// How far a segment stands out in this view.
pub fn weight(view: &View<'_>, segment: &Segment) -> Weight {
    if view.focus.segments.contains(&segment.key) {
        Weight::Selected
    } else if view.focus.has_lines() {
        Weight::Idle
    } else {
        Weight::Quiet
    }
}

/// Draws all segments, the selected ones last.
pub fn draw(view: &View<'_>, group: &mut Group) {
    let mut order: Vec<(Weight, &Segment, &Course)> = view
        .world
        .segments
        .iter()
        .filter_map(|s| Some((weight(view, s), s, view.base.segments.get(&s.key)?)))
        .filter(|(_, _, course)| view.sees(&course.shape))
        .collect();
    order.sort_by_key(|(weight, ..)| *weight);
    // Casings of the selected ones lie under all of them, so that crossings stay clean.
    for (weight, segment, course) in &order {
        if *weight == Weight::Selected || segment.status == SegmentStatus::Operational {
            casing(view, group, *weight, segment, course);
        }
    }
    for (weight, segment, course) in &order {
        line(view, group, *weight, segment, course);
    }
}

/// The light line either side.
fn casing(view: &View<'_>, group: &mut Group, weight: Weight, segment: &Segment, course: &Course) {
    let (width, color) = match weight {
        Weight::Idle => return,
        Weight::Quiet => (width(weight, segment.mode) + 1.6, view.tokens.casing.with_opacity(0.55)),
        Weight::Selected => (width(weight, segment.mode) + 2.6, view.tokens.casing),
    };
    group.shape(&course.shape, view.affine, None, Some(view.line(width, color)), None);
}

/// Width of the coloured line at scale 1.
fn width(weight: Weight, mode: Mode) -> f64 {
    match (weight, mode.is_sea()) {
        (Weight::Idle, false) => 1.1,
        (Weight::Idle, true) => 2.2,
        (Weight::Quiet, false) => 1.5,
        (Weight::Quiet, true) => 2.8,
        (Weight::Selected, false) => 3.2,
        (Weight::Selected, true) => 3.6,
    }
}

/// How far the colour of an unconfirmed line pales.
const PALE: f32 = 0.48;

/// Colour of a segment; what rests on weak evidence is pale.
fn color(view: &View<'_>, weight: Weight, status: SegmentStatus, evidence: Confidence) -> Color {
    let t = view.tokens;
    let color = if weight == Weight::Idle || status == SegmentStatus::Suspended { t.idle } else { t.cor };
    if evidence == Confidence::Low { color.toward(t.casing, PALE) } else { color }
}

/// The line itself, with its light core where it is a sea leg or a road.
fn line(view: &View<'_>, group: &mut Group, weight: Weight, segment: &Segment, course: &Course) {
    let tag = Some(Tag::from(format!("segment:{}", segment.key)));
    for stroke in strokes(view, weight, segment.mode, segment.status, segment.evidence.confidence) {
        group.shape(&course.shape, view.affine, None, Some(stroke), tag.clone());
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
    let sea = mode.is_sea();
    let wide = width(weight, mode);
    let color = color(view, weight, status, evidence);
    let grow = if weight == Weight::Selected { 1.6 } else { 1.0 };
    let body = match status {
        SegmentStatus::Operational => Stroke { round: false, ..view.line(wide, color) },
        SegmentStatus::UnderConstruction => view.dashes(wide, color, &[7.0 * grow, 4.0 * grow]),
        SegmentStatus::Planned => view.dashes(wide, color, &[1.5 * grow, 4.0 * grow.min(1.3)]),
        SegmentStatus::Suspended => view.dashes(if sea { 1.6 } else { 1.1 }, color, &[2.0, 4.0]),
    };
    let core = match mode {
        _ if status == SegmentStatus::Suspended => None,
        Mode::Ferry | Mode::ContainerShip => Some(wide * 0.42),
        Mode::Road => Some(wide * 0.35),
        Mode::Rail => None,
    };
    let core =
        core.map(|width| Stroke { width: view.pt(width.max(0.4)) as f32, color: view.tokens.casing, ..body.clone() });
    [Some(body), core].into_iter().flatten().collect()
}
