//! The signs of roles: a square for members, a ring for observers, a plate for other parts, each with its letter.

use kurbo::Shape as _;

use crate::scene::{Font, Group, Point, Rect, Stroke, shape};
use crate::sign::Pen;
use crate::world::Role;

use super::words::letter;

/// Half the side of a sign at scale 1.
pub(super) const RADIUS: f64 = 8.0;

/// Draws the sign of a role with its middle at a point; hollow and dashed where it may not hold.
pub(super) fn draw(pen: &Pen, group: &mut Group, role: Role, certain: bool, at: Point) {
    let t = pen.tokens;
    let reach = pen.pt(RADIUS);
    let square = Rect::from_center_size(at, (reach * 2.0, reach * 2.0)).to_rounded_rect(pen.pt(3.0)).to_path(0.05);
    let ring = kurbo::Circle::new(at, reach).to_path(0.05);
    let line = |color| if certain { pen.line(1.2, color) } else { pen.dashes(1.2, color, &[2.0, 2.0]) };
    let dotted: Stroke = pen.dashes(1.2, t.member_line, &[2.6, 1.8]);
    let ground = |color| certain.then_some(color);
    match role {
        Role::Member => group.path(square, ground(t.member), Some(line(t.member_line)), None),
        Role::Observer => group.path(ring, ground(t.obs), Some(dotted), None),
        Role::Acceding => group.path(square, Some(t.warn_bg), Some(pen.dashes(1.2, t.warn, &[2.0, 2.0])), None),
        Role::Signatory | Role::Universities | Role::Draft | Role::Host => {
            group.path(square, ground(t.panel), Some(line(t.ctl)), None);
        }
    }
    let sign = if certain || role == Role::Acceding { letter(role).to_owned() } else { format!("{}?", letter(role)) };
    let font = Font::new(if certain { 10.5 } else { 9.5 }, 650).scaled(pen.scale as f32);
    let run = shape(&sign, font);
    let origin = Point::new(at.x - f64::from(run.width) / 2.0, at.y + f64::from(font.cap_height()) / 2.0);
    group.text(origin, run, t.text, None, None);
}
