//! Meridians and parallels under the land, and their degrees along the edges of the frame.

use crate::map::base::GraticuleLine;
use crate::map::labels::Ink;
use crate::map::view::View;
use crate::scene::{Group, Point, shape};

/// Draws the lines.
pub fn draw(view: &View<'_>, group: &mut Group) {
    for line in view.base.graticule.iter().filter(|l| view.sees(&l.shape)) {
        let stroke = view.line(0.75, view.tokens.graticule);
        group.shape(&line.shape, view.affine, None, Some(stroke), None);
    }
}

/// Places the degrees: meridians along the top edge, parallels along the left one.
pub fn label(view: &mut View<'_>) {
    let font = view.font(11.0, 400);
    let inset = view.pt(6.0);
    let cap = f64::from(font.cap_height());
    for line in &view.base.graticule {
        if !view.sees(&line.shape) {
            continue;
        }
        let degrees = format!("{:.0}", line.degrees);
        let run = shape(&view.lang.format(line.side, &[("degrees", degrees.into())]), font);
        let origin = if line.meridian {
            let y = view.frame.y0 + inset + cap;
            crossing(view, line, |p| p.y, y - cap / 2.0).map(|at| Point::new(at.x - f64::from(run.width) / 2.0, y))
        } else {
            let x = view.frame.x0 + inset;
            crossing(view, line, |p| p.x, x).map(|at| Point::new(x, at.y - view.pt(3.0)))
        };
        if let Some(origin) = origin {
            let halo = Some((view.tokens.halo.with_opacity(0.7), view.pt(1.5) as f32));
            let ink = Ink { run, color: view.tokens.ctx_text, halo, tag: None };
            view.labels.place(&ink, [origin]);
        }
    }
}

/// Where a line crosses a horizontal (`axis` is y) or vertical (x) line of the page, inside the frame.
fn crossing(view: &View<'_>, line: &GraticuleLine, axis: impl Fn(Point) -> f64, at: f64) -> Option<Point> {
    let mut points = line.points.iter().map(|point| view.affine * *point);
    let mut a = points.next()?;
    points.find_map(|b| {
        let before = std::mem::replace(&mut a, b);
        let (from, to) = (axis(before), axis(b));
        if (from - at) * (to - at) > 0.0 || (to - from).abs() < 1e-9 {
            return None;
        }
        let point = before + (b - before) * ((at - from) / (to - from));
        view.frame.contains(point).then_some(point)
    })
}
