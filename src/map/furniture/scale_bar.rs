//! The scale bar, where one scale holds for the whole view.

use crate::map::view::View;
use crate::projection::Viewport;
use crate::scene::{BezPath, Group, Point, Rect, Tag, shape};

/// Largest variation of scale over a view under which a bar is honest.
pub const TOLERANCE: f64 = 0.05;

/// Room that the buttons of the window take in the lower right corner, in points.
const BUTTONS: f64 = 64.0;

/// Draws the bar in the lower right corner; nothing where scale varies by more than 5 % over the view.
pub fn draw(view: &mut View<'_>, viewport: &Viewport, group: &mut Group) {
    let projection = view.base.projection();
    let frame = [view.frame.x0, view.frame.y0, view.frame.width(), view.frame.height()];
    if viewport.scale_variation(projection, frame) > TOLERANCE {
        return;
    }
    let per_point = viewport.km_per_point_true(projection);
    let km = round_length(per_point * view.pt(120.0));
    let length = km / per_point;
    let font = view.font(11.0, 400);
    let zero = shape("0", font);
    let label = shape(&view.lang.km(km), font);
    let padding = view.pt(10.0);
    let right = view.frame.x1 - if view.is_picture { view.pt(16.0) } else { BUTTONS };
    let width = length + f64::from(label.width) / 2.0 + padding * 2.0;
    let box_ = Rect::new(right - width, view.frame.y1 - view.pt(16.0 + 32.0), right, view.frame.y1 - view.pt(16.0));
    let start = Point::new(box_.x0 + padding, box_.y1 - view.pt(8.0));
    let end = Point::new(start.x + length, start.y);
    let t = view.tokens;
    let tag = Some(Tag::from("furniture:scale-bar"));
    let plate = kurbo::Shape::to_path(&box_.to_rounded_rect(view.pt(5.0)), 0.1);
    group.path(plate, Some(t.canvas.with_opacity(0.82)), None, tag.clone());
    let tick = view.pt(6.0);
    let mut bar = BezPath::new();
    bar.move_to((start.x, start.y - tick));
    bar.line_to(start);
    bar.line_to(end);
    bar.line_to((end.x, end.y - tick));
    bar.move_to((f64::midpoint(start.x, end.x), start.y - tick / 2.0));
    bar.line_to((f64::midpoint(start.x, end.x), start.y));
    let stroke = crate::scene::Stroke { round: false, ..view.line(1.2, t.text2) };
    group.path(bar, None, Some(stroke), tag.clone());
    let base = start.y - tick - view.pt(3.0);
    group.text(Point::new(start.x, base), zero, t.text2, None, tag.clone());
    let at = Point::new(end.x - f64::from(label.width) / 2.0, base);
    group.text(at, label, t.text2, None, tag);
    view.labels.keep_free(box_);
}

/// The largest of 1, 2, 5 × 10ⁿ kilometres below a length.
fn round_length(km: f64) -> f64 {
    let power = 10f64.powf(km.max(1e-6).log10().floor());
    [5.0, 2.0, 1.0].into_iter().map(|n| n * power).find(|n| *n <= km).unwrap_or(power)
}
