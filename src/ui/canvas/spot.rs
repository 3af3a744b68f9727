//! A ring about what the reader is led to: it stands for a moment and goes.

use egui::{Rect, Stroke, StrokeKind, Ui};

use super::to_screen;
use crate::export::Spot;
use crate::projection;
use crate::scene::Point;
use crate::ui::Model;
use crate::ui::theme::color;

/// Seconds that the ring stands.
const STAY: f64 = 3.0;

/// Radius of the ring about a place, in points.
const RADIUS: f32 = 18.0;

/// Paints the ring, and takes it away when its time is over; `area` is the page on screen, `frame` the map on it.
pub fn show(ui: &Ui, model: &Model<'_>, spot: &mut Option<(Spot, Option<f64>)>, (area, frame): (Rect, Rect)) {
    let Some((at, since)) = spot else { return };
    let now = ui.input(|input| input.time);
    let left = STAY - (now - *since.get_or_insert(now));
    if left <= 0.0 {
        *spot = None;
        return;
    }
    ui.ctx().request_repaint_after_secs(left as f32);
    let painter = ui.painter().with_clip_rect(area);
    let ring = Stroke::new(3.0, color(model.tokens.focus));
    let around = |rect: Rect| painter.rect_stroke(rect.shrink(4.0), 8.0, ring, StrokeKind::Inside);
    match *at {
        Spot::Head => around(Rect::from_min_max(area.min, frame.right_top())),
        Spot::Foot => around(Rect::from_min_max(frame.left_bottom(), area.max)),
        Spot::Map => around(frame),
        Spot::Place([lon, lat]) => {
            let projection = projection::by_id(&model.history.now().projection);
            let Some([x, y]) = projection.and_then(|it| it.forward(lon, lat)) else { return };
            let place = to_screen(model.sheet.affine * Point::new(x, y), area.min.to_vec2());
            painter.circle_stroke(place, RADIUS, Stroke::new(6.0, color(model.tokens.casing)));
            painter.circle_stroke(place, RADIUS, ring)
        }
    };
}
