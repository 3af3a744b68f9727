//! Lakes, and rivers from a zoom on.

use crate::map::view::View;
use crate::scene::Group;

/// Kilometres per point below which rivers of a rank are drawn.
fn reach(rank: u8) -> f64 {
    match rank {
        0..=2 => 9.0,
        3 => 7.5,
        4 => 6.0,
        5 => 4.0,
        6 => 2.4,
        _ => 1.2,
    }
}

/// Draws rivers, then lakes.
pub fn draw(view: &View<'_>, group: &mut Group) {
    for river in view.base.rivers.iter().filter(|r| view.km < reach(r.water.rank) && r.shape.reaches(view.around)) {
        let width = if river.water.rank <= 3 { 0.9 } else { 0.7 };
        group.shape(&river.shape, view.affine, None, Some(view.line(width, view.tokens.river)), None);
    }
    for lake in view.base.lakes.iter().filter(|l| l.shape.reaches(view.around)) {
        let across = view.affine.transform_rect_bbox(lake.shape.bounds);
        if across.width().max(across.height()) < view.pt(3.0) {
            continue;
        }
        let coast = view.line(0.6, view.tokens.coast);
        group.shape(&lake.shape, view.affine, Some(view.tokens.water), Some(coast), None);
    }
}
