//! Lines of segments by how things move and what is built, as map, strip and legends draw them.

use super::Pen;
use crate::scene::{Color, Stroke};
use crate::world::{Confidence, Mode, SegmentStatus, Service};

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

/// Width of the coloured line at scale 1.
#[must_use]
pub fn width(weight: Weight, mode: Mode) -> f64 {
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
fn color(pen: &Pen<'_>, weight: Weight, status: SegmentStatus, evidence: Confidence) -> Color {
    let t = pen.tokens;
    shade(pen, if weight == Weight::Idle { t.idle } else { t.cor }, status, evidence)
}

/// The colour of a segment that would have a colour by itself: what is suspended is neutral, and what rests on weak
/// evidence is pale.
#[must_use]
pub fn shade(pen: &Pen<'_>, color: Color, status: SegmentStatus, evidence: Confidence) -> Color {
    let color = if status == SegmentStatus::Suspended { pen.tokens.idle } else { color };
    if evidence == Confidence::Low { color.toward(pen.tokens.casing, PALE) } else { color }
}

/// The strokes of a segment from below to above.
#[must_use]
pub fn strokes(pen: &Pen<'_>, weight: Weight, mode: Mode, status: SegmentStatus, evidence: Confidence) -> Vec<Stroke> {
    let sea = mode.is_sea();
    let wide = width(weight, mode);
    let color = color(pen, weight, status, evidence);
    let grow = if weight == Weight::Selected { 1.6 } else { 1.0 };
    let body = match status {
        SegmentStatus::Operational => Stroke { round: false, ..pen.line(wide, color) },
        SegmentStatus::UnderConstruction => pen.dashes(wide, color, &[7.0 * grow, 4.0 * grow]),
        SegmentStatus::Planned => pen.dashes(wide, color, &[1.5 * grow, 4.0 * grow.min(1.3)]),
        SegmentStatus::Suspended => pen.dashes(if sea { 1.6 } else { 1.1 }, color, &[2.0, 4.0]),
    };
    let core = match mode {
        _ if status == SegmentStatus::Suspended => None,
        Mode::Ferry | Mode::ContainerShip => Some(wide * 0.42),
        Mode::Road => Some(wide * 0.35),
        Mode::Rail => None,
    };
    let core =
        core.map(|width| Stroke { width: pen.pt(width.max(0.4)) as f32, color: pen.tokens.casing, ..body.clone() });
    [Some(body), core].into_iter().flatten().collect()
}

/// The states of building that a legend explains, with the keys of their messages. Lines that are only assumed to be in
/// service are drawn like those that are, and named with them.
pub fn legend(is_shown: impl Fn(Service) -> bool) -> Vec<(SegmentStatus, &'static str)> {
    let in_service = match [Service::Operational, Service::Assumed].map(&is_shown) {
        [true, true] => Some("map-legend-operational-or-assumed"),
        [true, false] => Some("map-legend-operational"),
        [false, true] => Some("map-legend-assumed"),
        [false, false] => None,
    };
    let others = [
        (Service::UnderConstruction, SegmentStatus::UnderConstruction, "map-legend-construction"),
        (Service::Planned, SegmentStatus::Planned, "map-legend-planned"),
        (Service::Suspended, SegmentStatus::Suspended, "map-legend-suspended"),
    ];
    let others = others.into_iter().filter(|(service, ..)| is_shown(*service)).map(|(_, status, key)| (status, key));
    in_service.map(|key| (SegmentStatus::Operational, key)).into_iter().chain(others).collect()
}
