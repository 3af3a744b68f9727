//! The ruler: ticks at round kilometres, and the length of the whole at its end.

use super::{Axis, Course, Setting, stretch};
use crate::scene::{Group, Point, Rect, Tag};

/// Least distance of two labels at scale 1, in points.
const STEP: f64 = 64.0;

/// Draws the ruler of a chain in a row with its middle at a height.
pub(super) fn draw(set: &Setting<'_>, course: &Course<'_>, axis: &Axis, middle: f64, group: &mut Group) {
    let t = set.tokens;
    let y = middle - set.pt(7.0);
    let base = y + set.pt(19.0);
    let tag = Some(Tag::from("furniture:strip"));
    let pen = set.pen();
    let (start, end) = (axis.x(0.0), axis.x(course.total));
    group.path(stretch(Point::new(start, y), Point::new(end, y)), None, Some(pen.line(1.0, t.ctl)), None);
    let step = step(set.pt(STEP) / axis.scale);
    let parts = if step.log10().fract() > 0.2 && step.log10().fract() < 0.4 { 4.0 } else { 5.0 };
    let minor = step / parts;
    for at in 0..=(course.total / minor).floor() as usize {
        let x = axis.x(at as f64 * minor);
        let long = at % parts as usize == 0;
        let reach = set.pt(if long { 5.0 } else { 3.0 });
        group.path(stretch(Point::new(x, y), Point::new(x, y + reach)), None, Some(pen.line(1.0, t.ctl)), None);
    }
    group.path(stretch(Point::new(end, y), Point::new(end, y + set.pt(5.0))), None, Some(pen.line(1.0, t.ctl)), None);
    // The length of all first, so that round numbers give way to it.
    let total = set.run(&set.lang.number(course.total, 0), 11.0, 600);
    let width = f64::from(total.width);
    let left = (end - width / 2.0).min(axis.ends[1] + set.pt(8.0) - width).max(start);
    let mut taken = vec![Rect::new(left, 0.0, left + width, 1.0)];
    group.text(Point::new(left, base), total, t.text, None, tag.clone());
    for at in 0..=(course.total / step).floor() as usize {
        let km = at as f64 * step;
        let run = set.run(&set.lang.number(km, 0), 11.0, 400);
        let left = axis.x(km) - f64::from(run.width) / 2.0;
        let place = Rect::new(left, 0.0, left + f64::from(run.width), 1.0);
        if !taken.iter().any(|it| it.inflate(set.pt(6.0), 0.0).overlaps(place)) {
            taken.push(place);
            group.text(Point::new(left, base), run, t.text2, None, tag.clone());
        }
    }
}

/// The smallest round step that is no less than so many kilometres: 1, 2 or 5 times a power of ten.
fn step(least: f64) -> f64 {
    let power = 10_f64.powf(least.max(1.0).log10().floor());
    let found = [1.0, 2.0, 5.0, 10.0].into_iter().map(|factor| factor * power).find(|step| *step >= least);
    found.unwrap_or(power * 10.0)
}
