//! Areas by their standing, and every boundary once, styled by what it divides.

use crate::map::base::{AreaShape, BoundaryShape};
use crate::map::focus::Fill;
use crate::map::seen::{Border, Seen};
use crate::map::view::View;
use crate::scene::{BezPath, Group, Rect, Shape, Stroke};
use crate::sign::hatch;
use crate::world::BoundaryStatus;

/// Fills of all areas: context first, then those with a standing.
pub fn areas(view: &View<'_>, seen: &Seen<'_>, group: &mut Group) {
    group.items.reserve(seen.areas.len() * 2);
    for (area, _) in seen.areas.iter().filter(|(_, fill)| fill.is_none()) {
        group.shape(&area.shape, view.affine, Some(view.tokens.land), None, None);
    }
    for (area, fill) in &seen.areas {
        if let Some(fill) = fill {
            standing(view, group, area, *fill);
        }
    }
}

/// One area with a standing.
fn standing(view: &View<'_>, group: &mut Group, area: &AreaShape, fill: Fill) {
    let t = view.tokens;
    let tag = Some(area.tag.clone());
    let color = match fill {
        Fill::Member => t.member,
        Fill::MemberSelected => t.member_sel,
        Fill::Observer | Fill::ObserverSelected => t.obs,
        Fill::Entity | Fill::Aside | Fill::EntityAside | Fill::Lost => t.land,
    };
    group.shape(&area.shape, view.affine, Some(color), None, tag.clone());
    let hatching = match fill {
        Fill::Observer => Some((6.0, 1.4, t.obs_hatch, true)),
        Fill::ObserverSelected => Some((6.0, 2.2, t.obs_hatch, true)),
        Fill::Entity => Some((3.4, 1.5, t.member_line, false)),
        Fill::Lost => Some((6.0, 1.4, t.idle, false)),
        _ => None,
    };
    if let Some((pitch, width, color, rising)) = hatching {
        let lines = hatch::lines(&area.shape, view.affine, view.frame, view.pt(pitch), rising);
        let stroke = Stroke { round: false, ..view.line(width, color) };
        group.path(lines, None, Some(stroke), tag);
    }
}

/// Boundaries that do not touch a state of the OTS.
pub fn context_lines(view: &View<'_>, seen: &Seen<'_>, group: &mut Group) {
    group.items.reserve(seen.boundaries.len());
    for line in seen.boundaries.iter().filter(|it| !it.is_ours).map(|it| it.shape) {
        group.shape(&line.shape, view.affine, None, Some(style(view, line.status)), None);
    }
}

/// Outlines of members and observers, the selected one on top.
pub fn outlines(view: &View<'_>, seen: &Seen<'_>, group: &mut Group) {
    for line in seen.boundaries.iter().filter(|it| it.is_ours).map(|it| it.shape) {
        let stroke = match line.status {
            BoundaryStatus::Ceasefire => style(view, line.status),
            BoundaryStatus::NotDelimited | BoundaryStatus::Disputed => style(view, line.status),
            // The island of Cyprus has one coast; the part that is hatched has no outline of its own.
            _ if only_entity(view, line) => style(view, BoundaryStatus::Coast),
            _ => view.line(1.0, view.tokens.member_line),
        };
        group.shape(&line.shape, view.affine, None, Some(stroke), None);
    }
    if let Some(selected) = selected(view) {
        let touching = |it: &&Border<'_>| it.shape.sides.contains(&Some(selected));
        let around: Vec<&BoundaryShape> = seen.boundaries.iter().filter(touching).map(|it| it.shape).collect();
        for (width, color) in [(4.5, view.tokens.canvas), (2.2, view.tokens.member_line)] {
            for line in &around {
                group.shape(&line.shape, view.affine, None, Some(view.line(width, color)), None);
            }
        }
    }
}

/// The area that gets a strong outline; Northern Cyprus never looks like a state.
fn selected(view: &View<'_>) -> Option<usize> {
    let key = view.focus.state.as_ref()?;
    let fill = view.focus.fills.get(key).filter(|fill| !fill.is_entity());
    fill.and_then(|_| view.land().find(key))
}

/// The outline of one area, for a highlight under the pointer: page points.
pub fn outline(view: &View<'_>, key: &str) -> Vec<BezPath> {
    let Some(area) = view.land().find(key) else { return Vec::new() };
    let around =
        view.land().boundaries.iter().filter(|it| it.sides.contains(&Some(area)) && it.shape.reaches(view.around));
    around.map(|it| view.affine * BezPath::from_iter(&it.shape.path)).collect()
}

/// Whether the only side with a standing is Northern Cyprus.
fn only_entity(view: &View<'_>, line: &BoundaryShape) -> bool {
    let sides = line.sides.into_iter().flatten().map(|side| &view.land().areas[side].key);
    sides.filter_map(|side| view.world.state(side)).all(|state| state.iso.is_none())
}

/// How a line looks that does not outline a state of the OTS.
fn style(view: &View<'_>, status: BoundaryStatus) -> Stroke {
    let t = view.tokens;
    match status {
        BoundaryStatus::Settled => view.line(0.9, t.ctx_line),
        BoundaryStatus::Coast => view.line(0.7, t.coast),
        BoundaryStatus::NotDelimited | BoundaryStatus::Disputed | BoundaryStatus::Policy => {
            view.dashes(1.1, t.disp, &[5.0, 3.0])
        }
        BoundaryStatus::Ceasefire => view.dashes(1.1, t.disp, &[1.2, 2.4]),
    }
}

/// Whether an area is in the frame, for legend and notes: its shape and not only its box must reach into it.
pub fn is_in_frame(view: &View<'_>, area: &AreaShape) -> bool {
    reaches(&area.shape, view.plane)
}

/// Whether some point of a shape lies in a window of the plane, or the window lies inside the shape.
pub fn reaches(shape: &Shape, window: Rect) -> bool {
    shape.has_corner_in(window) || shape.contains(window.center())
}
