//! The scale bar, where one scale holds for the whole view.

use std::sync::Arc;

use crate::map::page::Page;
use crate::map::view::View;
use crate::projection::Viewport;
use crate::scene::{BezPath, Group, Point, Rect, Run, Tag, shape};

/// Largest variation of scale over a view under which a bar is honest.
pub const TOLERANCE: f64 = 0.05;

/// Distance from the right edge at which the buttons of the window leave room for the bar, in points.
const BUTTONS: f64 = Page::BUTTONS[0] + 2.0 * Page::BUTTONS[2];

/// Room between the bar and the edges of its plate, in points at scale 1.
const PADDING: f64 = 10.0;

/// A bar that has its place.
pub struct ScaleBar {
    /// Where it stands on the page, with its plate.
    pub place: Rect,
    length: f64,
    zero: Arc<Run>,
    label: Arc<Run>,
}

impl ScaleBar {
    /// A bar in the lower right corner; none where scale varies by more than 5 % over the view.
    pub fn new(view: &View<'_>, viewport: &Viewport) -> Option<Self> {
        let projection = view.base.projection();
        let frame = [view.frame.x0, view.frame.y0, view.frame.width(), view.frame.height()];
        if viewport.scale_varies(projection, frame, TOLERANCE) {
            return None;
        }
        let per_point = viewport.km_per_point_true(projection);
        let km = round_length(per_point * view.pt(120.0));
        let length = km / per_point;
        let font = view.font(11.0, 400);
        let (zero, label) = (shape("0", font), shape(&view.lang.km(km), font));
        let right = view.frame.x1 - if view.is_picture() { view.pt(16.0) } else { BUTTONS };
        let low = view.frame.y1 - view.pt(16.0);
        let width = length + f64::from(label.width) / 2.0 + view.pt(PADDING) * 2.0;
        let place = Rect::new(right - width, low - view.pt(32.0), right, low);
        Some(Self { place, length, zero, label })
    }

    /// Paints the bar and keeps its place free of labels.
    pub fn draw(&self, view: &mut View<'_>, group: &mut Group) {
        let start = Point::new(self.place.x0 + view.pt(PADDING), self.place.y1 - view.pt(8.0));
        let end = Point::new(start.x + self.length, start.y);
        let t = view.tokens;
        let tag = Some(Tag::from("furniture:scale-bar"));
        let plate = kurbo::Shape::to_path(&self.place.to_rounded_rect(view.pt(5.0)), 0.1);
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
        group.text(Point::new(start.x, base), Arc::clone(&self.zero), t.text2, None, tag.clone());
        let at = Point::new(end.x - f64::from(self.label.width) / 2.0, base);
        group.text(at, Arc::clone(&self.label), t.text2, None, tag);
        view.labels.keep_free(self.place);
    }
}

/// The largest of 1, 2, 5 × 10ⁿ kilometres below a length.
fn round_length(km: f64) -> f64 {
    let power = 10f64.powf(km.max(1e-6).log10().floor());
    [5.0, 2.0, 1.0].into_iter().map(|n| n * power).find(|n| *n <= km).unwrap_or(power)
}
