//! Names above the line, the most important first, in two rows without overlap.

use std::sync::Arc;

use super::{Axis, Course, NAME, Setting, Stop, words};
use crate::scene::{Point, Rect, Run};
use crate::world::NodeKind;

/// Baselines of the far and the near row below the upper edge of the names, at scale 1.
const BASES: [f64; 2] = [14.0, 30.0];

/// A name that found its place.
pub(super) struct Placed<'w> {
    pub stop: Stop<'w>,
    pub run: Arc<Run>,
    pub origin: Point,
    /// Whether it stands in the far row and needs a leader.
    pub is_far: bool,
}

/// What is taken already.
#[derive(Default)]
struct Taken {
    /// Left and right ends of the names of the far and the near row.
    rows: [Vec<[f64; 2]>; 2],
    leaders: Vec<f64>,
}

/// How much a stop matters; less is more.
pub(super) fn rank(course: &Course<'_>, at: usize, breaks: &[Stop<'_>]) -> u8 {
    let stop = &course.stops[at];
    let is_border = course.bands.iter().skip(1).any(|band| (band.from - stop.km).abs() < 1e-6);
    match stop.node.kind {
        _ if at == 0 || at + 1 == course.stops.len() => 0,
        _ if breaks.iter().any(|it| it.node.key == stop.node.key) => 1,
        NodeKind::Seaport | NodeKind::FerryTerminal => 2,
        NodeKind::BorderStation => 3,
        _ if is_border => 3,
        NodeKind::Hub => 4,
        NodeKind::Junction => 5,
    }
}

/// Finds places for the names of the stops between the edges of a room; what finds none is left out.
pub(super) fn place<'w>(set: &Setting<'_>, course: &Course<'w>, axis: &Axis, room: Rect, top: f64) -> Vec<Placed<'w>> {
    let breaks = course.breaks();
    let mut order: Vec<usize> = (0..course.stops.len()).collect();
    order.sort_by_key(|at| rank(course, *at, &breaks));
    let mut taken = Taken::default();
    let mut placed: Vec<Placed<'w>> = Vec::new();
    for at in order {
        let stop = course.stops[at];
        let name = words::stop(set, stop.node);
        if placed.iter().any(|it| it.run.text == name && (axis.x(it.stop.km) - axis.x(stop.km)).abs() < set.pt(60.0)) {
            continue;
        }
        let run = set.run(&name, 11.0, NAME);
        let x = axis.x(stop.km);
        if let Some((row, left)) = taken.find(set, x, f64::from(run.width), room) {
            let origin = Point::new(left, top + set.pt(BASES[row]));
            placed.push(Placed { stop, run, origin, is_far: row == 0 });
        }
    }
    placed
}

impl Taken {
    /// A row and a left end for a name of a width above a place, and takes them.
    fn find(&mut self, set: &Setting<'_>, x: f64, width: f64, room: Rect) -> Option<(usize, f64)> {
        let tries = [(1, 0.0), (0, 0.0), (1, 0.3), (1, -0.3), (0, 0.3), (0, -0.3), (0, 0.46), (0, -0.46)];
        for (row, shift) in tries {
            let left = (x - width / 2.0 + shift * width).clamp(room.x0, (room.x1 - width).max(room.x0));
            let place = [left - set.pt(4.0), left + width + set.pt(4.0)];
            let meets = |other: &[f64; 2]| place[0] < other[1] && other[0] < place[1];
            let covers = |at: f64, name: &[f64; 2]| name[0] - set.pt(1.0) < at && at < name[1] + set.pt(1.0);
            let is_free = !self.rows[row].iter().any(meets)
                && if row == 1 {
                    !self.leaders.iter().any(|leader| covers(*leader, &place))
                } else {
                    !self.rows[1].iter().any(|name| covers(x, name))
                        && !self.leaders.iter().any(|leader| (leader - x).abs() < set.pt(5.0))
                };
            if is_free {
                self.rows[row].push(place);
                if row == 0 {
                    self.leaders.push(x);
                }
                return Some((row, left));
            }
        }
        None
    }
}
