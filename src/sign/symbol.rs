//! Symbols of places, as map, strip and legends draw them.

use std::sync::{Arc, LazyLock};

use kurbo::{Affine, Circle, Shape as _};

use super::Pen;
use crate::scene::{BezPath, Color, Font, Group, Point, Rect, Shape, Stroke, Tag, shape};
use crate::world::{Node, NodeKind};

/// What symbols are made of, about the origin: one shape for all of a kind, so that painters prepare it once.
struct Forms {
    /// Of radius 1.
    disc: Arc<Shape>,
    /// Of side 1.
    square: Arc<Shape>,
    /// Its corners lie at 1.
    diamond: Arc<Shape>,
    /// Plate and arrowheads of a break of gauge, in points at scale 1.
    plate: Arc<Shape>,
    heads: [Arc<Shape>; 2],
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| Forms {
    disc: Shape::new(Circle::new(Point::ORIGIN, 1.0).to_path(1e-3)),
    square: Shape::new(Rect::from_center_size(Point::ORIGIN, (1.0, 1.0)).to_path(0.1)),
    diamond: ring(&[(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)]),
    plate: Shape::new(Rect::from_center_size(Point::ORIGIN, (16.0, 12.0)).to_rounded_rect(2.5).to_path(0.01)),
    heads: [-1.0, 1.0].map(|side| ring(&[(side * 5.2, -3.0), (side * 1.2, 0.0), (side * 5.2, 3.0)])),
});

/// A closed line through points.
fn ring(points: &[(f64, f64)]) -> Arc<Shape> {
    let mut path = BezPath::new();
    for (number, point) in points.iter().enumerate() {
        if number == 0 { path.move_to(*point) } else { path.line_to(*point) }
    }
    path.close_path();
    Shape::new(path)
}

/// Where a form goes, and how large it is there.
#[derive(Clone, Copy)]
struct Place(Point, f64);

impl Place {
    /// Draws a form there.
    fn put(self, group: &mut Group, form: &Arc<Shape>, fill: Option<Color>, stroke: Option<Stroke>, tag: Option<&Tag>) {
        let to = Affine::translate(self.0.to_vec2()) * Affine::scale(self.1);
        group.shape(form, to, fill, stroke, tag.cloned());
    }
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Symbol {
    /// Ringed dot.
    Capital,
    /// Diamond with the number of bodies that sit there; `true` where it is selected.
    Seats(usize, bool),
    /// Hollow diamond, the same for bodies whose seat is unconfirmed or only planned.
    LikelySeats(usize, bool),
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
            Self::Seats(..) | Self::LikelySeats(..) => 7.4,
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
            Self::LikelySeats(..) => Self::LikelySeats(0, false),
            Self::Customs(_) => Self::Customs(0),
            other => other.clone(),
        }
    }

    /// Draws it with its middle at a point.
    pub fn draw(&self, pen: &Pen<'_>, group: &mut Group, at: Point, tag: Option<Tag>) {
        let (t, forms) = (pen.tokens, &*FORMS);
        let tag = tag.as_ref();
        let sized = |size: f64| Place(at, pen.pt(size));
        match self {
            Symbol::Capital => {
                sized(4.0).put(group, &forms.disc, Some(t.casing), Some(pen.line(1.4, t.seat)), tag);
                sized(1.7).put(group, &forms.disc, Some(t.seat), None, tag);
            }
            Symbol::City => sized(2.0).put(group, &forms.disc, Some(t.seat), Some(pen.line(0.8, t.casing)), tag),
            Symbol::Node => sized(2.7).put(group, &forms.disc, Some(t.casing), Some(pen.line(1.4, t.cor)), tag),
            Symbol::Event => {
                let pale = t.accent.with_opacity(0.25);
                sized(9.0).put(group, &forms.disc, Some(pale), Some(pen.line(1.6, t.accent)), tag);
                sized(3.0).put(group, &forms.disc, Some(t.accent), Some(pen.line(1.2, t.casing)), tag);
            }
            Symbol::Port => {
                sized(7.2).put(group, &forms.square, Some(t.casing), Some(pen.line(1.4, t.cor)), tag);
                sized(2.592).put(group, &forms.square, Some(t.cor), None, tag);
            }
            Symbol::Seats(count, selected) | Symbol::LikelySeats(count, selected) => {
                if *selected {
                    sized(7.4).put(group, &forms.diamond, None, Some(pen.line(4.5, t.accent)), tag);
                }
                let is_known = matches!(self, Symbol::Seats(..));
                let (fill, ink) = if is_known { (t.seat, t.casing) } else { (t.casing, t.seat) };
                let edge = Stroke { round: false, ..pen.line(1.3, ink) };
                sized(7.4).put(group, &forms.diamond, Some(fill), Some(edge), tag);
                number(pen, group, at, *count, ink, tag);
            }
            Symbol::GaugeBreak => {
                sized(1.0).put(group, &forms.plate, Some(t.casing), Some(pen.line(1.2, t.seat)), tag);
                forms.heads.iter().for_each(|head| sized(1.0).put(group, head, Some(t.seat), None, tag));
            }
            Symbol::Customs(count) => {
                sized(7.0).put(group, &forms.disc, Some(t.casing), Some(pen.line(1.4, t.seat)), tag);
                number(pen, group, at, *count, t.seat, tag);
            }
        }
    }
}

/// The symbol of a node.
#[must_use]
pub fn symbol_of(node: &Node) -> Symbol {
    match node.kind {
        _ if node.breaks_gauge() => Symbol::GaugeBreak,
        NodeKind::Seaport | NodeKind::FerryTerminal => Symbol::Port,
        _ => Symbol::Node,
    }
}

/// A number in the middle of a symbol; none for 0.
fn number(pen: &Pen<'_>, group: &mut Group, at: Point, count: usize, color: Color, tag: Option<&Tag>) {
    if count > 0 {
        let run = shape(&count.to_string(), Font::new(8.8, 650).scaled(pen.scale as f32));
        let origin = Point::new(at.x - f64::from(run.width) / 2.0, at.y + f64::from(run.font.cap_height()) / 2.0);
        group.text(origin, run, color, None, tag.cloned());
    }
}
