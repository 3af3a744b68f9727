//! Lines of the corridors: rail, sea and road apart, built and planned apart, the selected ones in front.

use crate::map::base::Course;
use crate::map::view::View;
use crate::scene::{Group, Stroke, Tag};
use crate::sign::{self, width};
use crate::world::{Confidence, Mode, Segment, SegmentStatus};

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
    sign::strokes(&view.pen(), weight, mode, status, evidence)
}
