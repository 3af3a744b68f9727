//! The line itself: segments by status, other lines beside them, nodes with their names, and the marks of the notes.

use super::notes::Mark;
use super::{Axis, Course, Setting, bars, names, stretch};
use crate::scene::{BezPath, Group, Point, Rect, Tag};
use crate::sign::{Symbol, Weight, strokes, symbol_of};

/// Where the line and its names lie.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub room: Rect,
    /// Upper edge of the names.
    pub top: f64,
    /// Height of the line.
    pub y: f64,
}

/// How far below the line the marks of the notes hang, and half their width, at scale 1.
const MARK: [f64; 2] = [13.0, 5.5];

/// Draws the line of a chain.
pub(super) fn draw(
    set: &Setting<'_>,
    course: &Course<'_>,
    axis: &Axis,
    place: Place,
    marks: &[Mark],
    group: &mut Group,
) {
    beside(set, course, axis, place.y, group);
    for piece in &course.pieces {
        let segment = piece.segment;
        let path = stretch(Point::new(axis.x(piece.from), place.y), Point::new(axis.x(piece.to), place.y));
        let all = strokes(&set.pen(), Weight::Selected, segment.mode, segment.status, segment.evidence.confidence);
        for stroke in all {
            group.path(path.clone(), None, Some(stroke), Some(bars::tag(segment)));
        }
    }
    stops(set, course, axis, place, group);
    for mark in marks {
        number(set, mark, Point::new(mark.x, place.y + set.pt(MARK[0])), group);
    }
}

/// Other lines between two nodes of the chain, as flat arcs below it.
fn beside(set: &Setting<'_>, course: &Course<'_>, axis: &Axis, y: f64, group: &mut Group) {
    for (segment, from, to) in course.beside(set.world) {
        let (x0, x1) = (axis.x(from.min(to)), axis.x(from.max(to)));
        if x1 - x0 < set.pt(8.0) {
            continue;
        }
        let bend = set.pt(8.0).min((x1 - x0) / 2.0);
        let depth = y + set.pt(10.0);
        let mut path = BezPath::new();
        path.move_to((x0, y));
        path.quad_to((x0 + bend * 0.4, depth), (x0 + bend, depth));
        path.line_to((x1 - bend, depth));
        path.quad_to((x1 - bend * 0.4, depth), (x1, y));
        let all = strokes(&set.pen(), Weight::Quiet, segment.mode, segment.status, segment.evidence.confidence);
        for stroke in all {
            group.path(path.clone(), None, Some(stroke), Some(bars::tag(segment)));
        }
    }
}

/// Nodes as symbols, those without a name as dots, and the names with their leaders.
fn stops(set: &Setting<'_>, course: &Course<'_>, axis: &Axis, place: Place, group: &mut Group) {
    let (t, pen) = (set.tokens, set.pen());
    let named = names::place(set, course, axis, place.room, place.top);
    let tag = |key: &str| Some(Tag::from(format!("node:{key}")));
    let is_named = |key: &str| named.iter().any(|it| it.stop.node.key == key);
    for stop in course.stops.iter().filter(|stop| !is_named(&stop.node.key)) {
        let dot = kurbo::Circle::new(Point::new(axis.x(stop.km), place.y), set.pt(1.3));
        group.path(kurbo::Shape::to_path(&dot, 0.05), Some(t.casing), None, tag(&stop.node.key));
    }
    for it in named.iter().filter(|it| it.is_far) {
        let x = axis.x(it.stop.km);
        let from = Point::new(x, it.origin.y + set.pt(4.0));
        let path = stretch(from, Point::new(x, place.y - set.pt(5.0)));
        group.path(path, None, Some(pen.line(0.8, t.ctl)), None);
    }
    let breaks = course.breaks();
    // The most important symbols lie on top.
    for it in named.iter().rev() {
        let x = axis.x(it.stop.km);
        let near = |other: &names::Placed<'_>| {
            other.stop.node.key != it.stop.node.key && (axis.x(other.stop.km) - x).abs() < set.pt(13.0)
        };
        // A plate would cover its neighbours; the row of the gauge has it in any case.
        let changes = breaks.iter().any(|other| other.node.key == it.stop.node.key);
        let symbol = match symbol_of(it.stop.node) {
            Symbol::GaugeBreak if !changes || named.iter().any(near) => Symbol::Node,
            symbol => symbol,
        };
        symbol.draw(&pen, group, Point::new(x, place.y), tag(&it.stop.node.key));
    }
    let halo = Some((t.canvas, set.pt(1.6) as f32));
    for it in named {
        group.text(it.origin, it.run, t.label, halo, tag(&it.stop.node.key));
    }
}

/// The number of a note in a ring; the legend uses it too.
pub(super) fn number(set: &Setting<'_>, mark: &Mark, at: Point, group: &mut Group) {
    let t = set.tokens;
    let ring = kurbo::Circle::new(at, set.pt(MARK[1]));
    let stroke = set.pen().line(0.9, t.text2);
    group.path(kurbo::Shape::to_path(&ring, 0.05), Some(t.canvas), Some(stroke), mark.tag.clone());
    let run = set.run(&mark.number.to_string(), 8.0, 650);
    let origin = Point::new(at.x - f64::from(run.width) / 2.0, at.y + f64::from(run.font.cap_height()) / 2.0);
    group.text(origin, run, t.text, None, mark.tag.clone());
}
