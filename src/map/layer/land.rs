//! Areas by their standing, and every boundary once, styled by what it divides.

use crate::map::base::{AreaShape, BoundaryShape};
use crate::map::focus::Fill;
use crate::map::view::View;
use crate::scene::{BezPath, Group, Rect, Shape, Stroke, Tag};
use crate::sign::hatch;
use crate::world::BoundaryStatus;

/// Fills of all areas: context first, then those with a standing.
pub fn areas(view: &View<'_>, group: &mut Group) {
    let land = view.land();
    for (key, area) in land.areas.iter().filter(|(_, a)| view.sees(&a.shape)) {
        if !view.focus.fills.contains_key(key) {
            group.shape(&area.shape, view.affine, Some(view.tokens.land), None, None);
        }
    }
    for (key, fill) in &view.focus.fills {
        if let Some(area) = land.areas.get(key).filter(|a| view.sees(&a.shape)) {
            standing(view, group, key, area, *fill);
        }
    }
}

/// One area with a standing.
fn standing(view: &View<'_>, group: &mut Group, key: &str, area: &AreaShape, fill: Fill) {
    let t = view.tokens;
    let tag = Some(Tag::from(format!("state:{key}")));
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
pub fn context_lines(view: &View<'_>, group: &mut Group) {
    for line in visible(view) {
        if !is_ours(view, line) {
            group.shape(&line.shape, view.affine, None, Some(style(view, line.status)), None);
        }
    }
}

/// Outlines of members and observers, the selected one on top.
pub fn outlines(view: &View<'_>, group: &mut Group) {
    for line in visible(view).filter(|l| is_ours(view, l)) {
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
        let around: Vec<&BoundaryShape> = visible(view).filter(|l| touches(l, &selected)).collect();
        for (width, color) in [(4.5, view.tokens.canvas), (2.2, view.tokens.member_line)] {
            for line in &around {
                group.shape(&line.shape, view.affine, None, Some(view.line(width, color)), None);
            }
        }
    }
}

/// The area that gets a strong outline; Northern Cyprus never looks like a state.
fn selected(view: &View<'_>) -> Option<String> {
    let key = view.focus.state.clone()?;
    (view.focus.fills.get(&key).is_some_and(|fill| !fill.is_entity())).then_some(key)
}

/// The outline of one area, for a highlight under the pointer: page points.
pub fn outline(view: &View<'_>, key: &str) -> Vec<BezPath> {
    visible(view).filter(|l| touches(l, key)).map(|l| view.affine * l.shape.path.clone()).collect()
}

/// Boundaries that reach into the frame.
fn visible<'v>(view: &'v View<'_>) -> impl Iterator<Item = &'v BoundaryShape> {
    view.land().boundaries.iter().filter(|l| view.sees(&l.shape) && !is_within_owner(view, l))
}

/// Whether a line that follows the boundary policy divides two parts of one owner under that policy.
fn is_within_owner(view: &View<'_>, line: &BoundaryShape) -> bool {
    let owner = |side: &str| view.world.geography.part_of.get(side).map_or(side.to_owned(), Clone::clone);
    let same = line.right.as_deref().is_some_and(|right| owner(right) == owner(&line.left));
    line.status == BoundaryStatus::Policy && same
}

/// Whether one side of a line is that area.
fn touches(line: &BoundaryShape, key: &str) -> bool {
    line.left == key || line.right.as_deref() == Some(key)
}

/// Whether one side of a line has a standing in the OTS.
fn is_ours(view: &View<'_>, line: &BoundaryShape) -> bool {
    sides(line).any(|side| view.focus.fills.contains_key(side))
}

/// Whether the only side with a standing is Northern Cyprus.
fn only_entity(view: &View<'_>, line: &BoundaryShape) -> bool {
    sides(line).filter_map(|side| view.world.state(side)).all(|state| state.iso.is_none())
}

fn sides(line: &BoundaryShape) -> impl Iterator<Item = &str> {
    [Some(line.left.as_str()), line.right.as_deref()].into_iter().flatten()
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

/// Whether a line of one of these kinds is in the frame, for the legend.
pub fn shows_kind(view: &View<'_>, kinds: &[BoundaryStatus]) -> bool {
    visible(view).any(|l| kinds.contains(&l.status))
}

/// Whether an area is in the frame, for legend and notes: its shape and not only its box must reach into it.
pub fn shows_area(view: &View<'_>, key: &str) -> bool {
    let Some(area) = view.land().areas.get(key) else { return false };
    let inner = view.affine.inverse().transform_rect_bbox(view.frame);
    view.sees(&area.shape) && reaches(&area.shape, inner)
}

/// Whether some point of a shape lies in a window of the plane, or the window lies inside the shape.
fn reaches(shape: &Shape, window: Rect) -> bool {
    shape.has_corner_in(window) || shape.contains(window.center())
}
