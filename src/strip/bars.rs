//! The rows of bars: soils, gauge, tracks, and how well the lengths are known.

use std::sync::Arc;

use kurbo::Shape as _;

use super::course::Gauge;
use super::{Axis, Course, Setting, Soil, stretch, words};
use crate::scene::{Affine, Color, Group, Point, Rect, Run, Shape, Stroke, Tag, shape};
use crate::sign::{Symbol, hatch};
use crate::world::{Mode, Segment, Status};

/// Heights of the bars of 1520 and 1435 mm at scale 1.
pub(super) const BROAD: f64 = 10.0;
pub(super) const STANDARD: f64 = 6.0;

/// Height of the bars that tell how lengths are known, at scale 1.
pub(super) const LENGTH: f64 = 7.0;

/// The tag of a segment.
pub(super) fn tag(segment: &Segment) -> Tag {
    Tag::from(format!("segment:{}", segment.key))
}

/// Bands of countries and seas.
pub(super) fn states(set: &Setting<'_>, course: &Course<'_>, axis: &Axis, middle: f64, group: &mut Group) {
    for band in &course.bands {
        let (x0, x1) = (axis.x(band.from), axis.x(band.to));
        let gap = set.pt(0.75).min((x1 - x0) / 4.0);
        let place = Rect::new(x0 + gap, middle - set.pt(10.0), x1 - gap, middle + set.pt(10.0));
        let tag = match &band.soil {
            Soil::Land(key) if set.world.state(key).is_some() => Some(Tag::from(format!("state:{key}"))),
            _ => None,
        };
        ground(set, &band.soil, place, tag.as_ref(), group);
        let Some((run, color)) = label(set, &band.soil, band.to - band.from, place.width() - set.pt(8.0)) else {
            continue;
        };
        let left = place.center().x - f64::from(run.width) / 2.0;
        let base = middle + f64::from(run.font.cap_height()) / 2.0;
        let hatched = matches!(&band.soil, Soil::Land(key) if is_hatched(set, key));
        let halo = hatched.then(|| (set.tokens.obs, set.pt(2.4) as f32));
        group.text(Point::new(left, base), run, color, halo, tag);
    }
}

/// The standing of an area on the day of the strip.
fn status(set: &Setting<'_>, key: &str) -> Option<Status> {
    set.world.state(key)?.status_at(set.day).map(|change| change.status)
}

/// Whether a band is hatched.
fn is_hatched(set: &Setting<'_>, key: &str) -> bool {
    status(set, key) == Some(Status::Observer)
}

/// The ground of a band, as the map fills areas.
fn ground(set: &Setting<'_>, soil: &Soil, place: Rect, tag: Option<&Tag>, group: &mut Group) {
    let (t, pen) = (set.tokens, set.pen());
    let path = place.to_rounded_rect(set.pt(2.0).min(place.width() / 2.0)).to_path(0.1);
    let standing = if let Soil::Land(key) = soil { status(set, key) } else { None };
    let (fill, outline, lines) = match (soil, standing) {
        (Soil::Sea(_), _) => (t.water, t.coast, None),
        (_, Some(Status::Member { .. })) => (t.member, t.member_line, None),
        (_, Some(Status::Observer)) => (t.obs, t.member_line, Some((6.0, 1.4, t.obs_hatch, true))),
        _ => (t.land, t.ctx_line, None),
    };
    group.path(path.clone(), Some(fill), None, tag.cloned());
    if let Some((pitch, width, color, rising)) = lines {
        let flat = Shape::new(place.to_path(0.1));
        let lines = hatch::lines(&flat, Affine::IDENTITY, place, set.pt(pitch), rising);
        group.path(lines, None, Some(Stroke { round: false, ..pen.line(width, color) }), tag.cloned());
    }
    group.path(path, None, Some(pen.line(1.0, outline)), tag.cloned());
}

/// What is written on a band: name and length, the name, the code, or nothing, whatever fits.
fn label(set: &Setting<'_>, soil: &Soil, km: f64, room: f64) -> Option<(Arc<Run>, Color)> {
    let t = set.tokens;
    let name = words::soil(set, soil);
    let long = set.lang.format("strip-band", &[("name", name.as_str().into()), ("km", set.lang.km(km).into())]);
    let code = match soil {
        Soil::Land(key) => Some(key.clone()),
        Soil::Sea(_) => None,
    };
    let ours = matches!(soil, Soil::Land(key) if status(set, key).is_some());
    let (font, color) = match soil {
        Soil::Sea(_) => (set.font(11.0, 450).italic(), t.water_text),
        Soil::Land(_) if ours => (set.font(11.0, 600), t.label),
        Soil::Land(_) => (set.font(11.0, 500), t.ctx_text),
    };
    let small = font.scaled(9.5 / 11.0);
    let tried = [(Some(long), font), (Some(name.clone()), font), (Some(name), small), (code, font)];
    let mut runs = tried.into_iter().filter_map(|(text, font)| Some(shape(&text?, font)));
    runs.find(|run| f64::from(run.width) <= room).map(|run| (run, color))
}

/// Bars of the track gauge, with a plate at each break.
pub(super) fn gauges(set: &Setting<'_>, course: &Course<'_>, axis: &Axis, middle: f64, group: &mut Group) {
    let t = set.tokens;
    for piece in &course.pieces {
        let (x0, x1) = (axis.x(piece.from), axis.x(piece.to));
        let mut bar = |height: f64, color: Color| {
            let place = Rect::new(x0, middle - set.pt(height / 2.0), x1, middle + set.pt(height / 2.0));
            group.path(place.to_path(0.1), Some(color), None, Some(tag(piece.segment)));
        };
        match piece.gauge() {
            Some(Gauge::Broad) => bar(BROAD, t.g1520),
            Some(Gauge::Standard) => bar(STANDARD, t.g1435),
            Some(Gauge::Both) => {
                bar(BROAD, t.g1520);
                bar(STANDARD, t.g1435);
            }
            None if piece.segment.mode == Mode::Rail => {
                let run = set.run(&set.lang.text("strip-not-found"), 11.0, 400);
                let left = f64::midpoint(x0, x1) - f64::from(run.width) / 2.0;
                if left > x0 + set.pt(4.0) {
                    let base = middle + f64::from(run.font.cap_height()) / 2.0;
                    group.text(Point::new(left, base), run, t.text3, None, Some(tag(piece.segment)));
                }
            }
            None => {}
        }
    }
    for stop in course.breaks() {
        let tag = Some(Tag::from(format!("node:{}", stop.node.key)));
        Symbol::GaugeBreak.draw(&set.pen(), group, Point::new(axis.x(stop.km), middle), tag);
    }
}

/// Whether there is a railway on the chain.
pub(super) fn has_gauge(course: &Course<'_>) -> bool {
    course.pieces.iter().any(|piece| piece.segment.mode == Mode::Rail)
}

/// Whether tracks and wires of some piece are sourced.
pub(super) fn has_tracks(course: &Course<'_>) -> bool {
    course.pieces.iter().any(|piece| is_sourced(piece.segment))
}

/// Whether tracks and wires of a segment are sourced.
pub(super) fn is_sourced(segment: &Segment) -> bool {
    segment.tracks_basis == "sourced" && (track_count(segment).is_some() || is_electrified(segment))
}

/// One track or two (or more), where it is known.
pub(super) fn track_count(segment: &Segment) -> Option<usize> {
    let words = segment.tracks.as_deref()?;
    match words.split([' ', '-']).next()?.parse::<usize>() {
        Ok(1) if words.starts_with("1-") => None,
        Ok(1) => Some(1),
        Ok(2..) => Some(2),
        _ => None,
    }
}

/// Whether a segment is electrified today.
pub(super) fn is_electrified(segment: &Segment) -> bool {
    segment.electrified.as_deref().is_some_and(|words| words.starts_with("yes") && !words.contains("planned"))
}

/// Tracks as one line or two, with a dotted wire above where there is one; only what is sourced.
pub(super) fn tracks(set: &Setting<'_>, course: &Course<'_>, axis: &Axis, middle: f64, group: &mut Group) {
    for piece in course.pieces.iter().filter(|piece| is_sourced(piece.segment)) {
        let (x0, x1) = (axis.x(piece.from) + set.pt(0.5), axis.x(piece.to) - set.pt(0.5));
        let found = (track_count(piece.segment), is_electrified(piece.segment));
        draw_tracks(set, [x0, x1], middle, found, Some(&tag(piece.segment)), group);
    }
}

/// A stretch of track; the legend uses it too.
pub(super) fn draw_tracks(
    set: &Setting<'_>,
    [x0, x1]: [f64; 2],
    middle: f64,
    (count, wire): (Option<usize>, bool),
    tag: Option<&Tag>,
    group: &mut Group,
) {
    let (t, pen) = (set.tokens, set.pen());
    let rail = |dy: f64| stretch(Point::new(x0, middle + set.pt(dy)), Point::new(x1, middle + set.pt(dy)));
    let thin = |width: f64| Stroke { round: false, ..pen.line(width, t.text2) };
    let heights: &[f64] = match count {
        Some(1) => &[2.0],
        Some(_) => &[0.8, 3.4],
        None => &[],
    };
    for dy in heights {
        group.path(rail(*dy), None, Some(thin(1.2)), tag.cloned());
    }
    if wire {
        group.path(rail(-3.0), None, Some(pen.dashes(1.4, t.text2, &[1.4, 2.2])), tag.cloned());
    }
}

/// Filled where somebody measured or published the length, hollow where it is computed or recalled.
pub(super) fn lengths(set: &Setting<'_>, course: &Course<'_>, axis: &Axis, middle: f64, group: &mut Group) {
    for piece in &course.pieces {
        let (x0, x1) = (axis.x(piece.from), axis.x(piece.to));
        let gap = set.pt(0.6).min((x1 - x0) / 4.0);
        let half = set.pt(LENGTH / 2.0);
        let place = Rect::new(x0 + gap, middle - half, x1 - gap, middle + half);
        length(set, place, piece.is_published(), Some(tag(piece.segment)), group);
    }
}

/// One bar of the lengths; the legend uses it too.
pub(super) fn length(set: &Setting<'_>, place: Rect, is_published: bool, tag: Option<Tag>, group: &mut Group) {
    let t = set.tokens;
    if is_published {
        group.path(place.to_path(0.1), Some(t.text2), None, tag);
    } else {
        let inset = set.pt(0.5).min(place.width() / 4.0);
        let stroke = Stroke { round: false, ..set.pen().line(1.0, t.text2) };
        group.path(place.inset(-inset).to_path(0.1), Some(t.canvas), Some(stroke), tag);
    }
}
