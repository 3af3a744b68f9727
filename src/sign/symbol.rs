//! Symbols of places, as map, strip and legends draw them.

use kurbo::Shape as _;

use super::Pen;
use crate::scene::{BezPath, Color, Font, Group, Point, Rect, Stroke, Tag, shape};
use crate::world::{Node, NodeKind};

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Symbol {
    /// Ringed dot.
    Capital,
    /// Diamond with the number of bodies that sit there; `true` where it is selected.
    Seats(usize, bool),
    /// Small dot.
    City,
    /// Square with core.
    Port,
    /// Ring.
    Node,
    /// Plate with two arrowheads.
    GaugeBreak,
    /// The place of the selected event.
    Event,
    /// Stamp with the number of customs measures that both sides of a border take part in.
    Customs(usize),
}

impl Symbol {
    /// Half of the width that it takes, at scale 1.
    #[must_use]
    pub fn radius(&self) -> f64 {
        match self {
            Self::Capital => 4.0,
            Self::Seats(..) => 7.4,
            Self::City => 2.0,
            Self::Port => 4.4,
            Self::Node => 3.4,
            Self::GaugeBreak => 8.0,
            Self::Event => 9.0,
            Self::Customs(_) => 7.0,
        }
    }

    /// The same kind of symbol, as a legend shows it.
    #[must_use]
    pub fn plain(&self) -> Self {
        match self {
            Self::Seats(..) => Self::Seats(0, false),
            Self::Customs(_) => Self::Customs(0),
            other => other.clone(),
        }
    }

    /// Draws it with its middle at a point.
    pub fn draw(&self, pen: &Pen<'_>, group: &mut Group, at: Point, tag: Option<Tag>) {
        let t = pen.tokens;
        match self {
            Symbol::Capital => {
                group.path(circle(at, pen.pt(4.0)), Some(t.casing), Some(pen.line(1.4, t.seat)), tag.clone());
                group.path(circle(at, pen.pt(1.7)), Some(t.seat), None, tag);
            }
            Symbol::City => group.path(circle(at, pen.pt(2.0)), Some(t.seat), Some(pen.line(0.8, t.casing)), tag),
            Symbol::Node => group.path(circle(at, pen.pt(2.7)), Some(t.casing), Some(pen.line(1.4, t.cor)), tag),
            Symbol::Event => {
                group.path(
                    circle(at, pen.pt(9.0)),
                    Some(t.accent.with_opacity(0.25)),
                    Some(pen.line(1.6, t.accent)),
                    tag.clone(),
                );
                group.path(circle(at, pen.pt(3.0)), Some(t.accent), Some(pen.line(1.2, t.casing)), tag);
            }
            Symbol::Port => {
                let side = pen.pt(7.2);
                let outer = Rect::from_center_size(at, (side, side)).to_path(0.1);
                group.path(outer, Some(t.casing), Some(pen.line(1.4, t.cor)), tag.clone());
                let inner = Rect::from_center_size(at, (side * 0.36, side * 0.36)).to_path(0.1);
                group.path(inner, Some(t.cor), None, tag);
            }
            Symbol::Seats(count, selected) => seats_symbol(pen, group, at, *count, *selected, tag),
            Symbol::GaugeBreak => gauge_plate(pen, group, at, tag),
            Symbol::Customs(count) => stamp(pen, group, at, *count, tag),
        }
    }
}

/// The symbol of a node.
#[must_use]
pub fn symbol_of(node: &Node) -> Symbol {
    match node.kind {
        _ if node.gauge_break => Symbol::GaugeBreak,
        NodeKind::Seaport | NodeKind::FerryTerminal => Symbol::Port,
        _ => Symbol::Node,
    }
}

/// Diamond with the number of bodies.
fn seats_symbol(pen: &Pen<'_>, group: &mut Group, at: Point, count: usize, selected: bool, tag: Option<Tag>) {
    let t = pen.tokens;
    let reach = pen.pt(7.4);
    let mut path = BezPath::new();
    path.move_to((at.x, at.y - reach));
    path.line_to((at.x + reach, at.y));
    path.line_to((at.x, at.y + reach));
    path.line_to((at.x - reach, at.y));
    path.close_path();
    if selected {
        group.path(path.clone(), None, Some(pen.line(4.5, t.accent)), tag.clone());
    }
    group.path(path, Some(t.seat), Some(Stroke { round: false, ..pen.line(1.3, t.casing) }), tag.clone());
    number(pen, group, at, count, t.casing, tag);
}

/// A number in the middle of a symbol; none for 0.
fn number(pen: &Pen<'_>, group: &mut Group, at: Point, count: usize, color: Color, tag: Option<Tag>) {
    if count > 0 {
        let run = shape(&count.to_string(), Font::new(8.8, 650).scaled(pen.scale as f32));
        let origin = Point::new(at.x - f64::from(run.width) / 2.0, at.y + f64::from(run.font.cap_height()) / 2.0);
        group.text(origin, run, color, None, tag);
    }
}

/// Round stamp with a number.
fn stamp(pen: &Pen<'_>, group: &mut Group, at: Point, count: usize, tag: Option<Tag>) {
    let t = pen.tokens;
    group.path(circle(at, pen.pt(7.0)), Some(t.casing), Some(pen.line(1.4, t.seat)), tag.clone());
    number(pen, group, at, count, t.seat, tag);
}

/// Plate with two arrowheads that point at each other.
fn gauge_plate(pen: &Pen<'_>, group: &mut Group, at: Point, tag: Option<Tag>) {
    let t = pen.tokens;
    let plate = Rect::from_center_size(at, (pen.pt(16.0), pen.pt(12.0))).to_rounded_rect(pen.pt(2.5)).to_path(0.1);
    group.path(plate, Some(t.casing), Some(pen.line(1.2, t.seat)), tag.clone());
    for side in [-1.0, 1.0] {
        let mut head = BezPath::new();
        head.move_to((at.x + side * pen.pt(5.2), at.y - pen.pt(3.0)));
        head.line_to((at.x + side * pen.pt(1.2), at.y));
        head.line_to((at.x + side * pen.pt(5.2), at.y + pen.pt(3.0)));
        head.close_path();
        group.path(head, Some(t.seat), None, tag.clone());
    }
}

fn circle(at: Point, radius: f64) -> BezPath {
    kurbo::Circle::new(at, radius).to_path(0.05)
}
