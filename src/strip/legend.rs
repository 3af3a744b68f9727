//! The legend below a strip: what is on it, and nothing else.

use std::sync::Arc;

use super::course::Gauge;
use super::plan::LEGEND_MORE;
use super::{Course, Setting, bars, stretch};
use crate::scene::{Group, Point, Rect, Run, Stroke, Tag};
use crate::sign::{self, Symbol, Weight, strokes};
use crate::world::{Confidence, Mode, SegmentStatus};

/// Least distance of two entries at scale 1.
const GAP: f64 = 13.0;

/// What stands in front of the words.
enum Sample {
    Lines(Vec<Stroke>),
    Gauge(bool),
    Length(bool),
    Tracks(Option<usize>, bool),
    Symbol(Symbol),
}

/// A laid-out legend.
pub(super) struct Legend {
    lines: Vec<Vec<(Sample, Arc<Run>)>>,
    width: f64,
}

impl Legend {
    /// Chooses the entries and breaks them into lines of a width; rows that are not drawn are not explained.
    pub fn new(set: &Setting<'_>, courses: &[Course<'_>], width: f64, length: bool, tracks: bool) -> Self {
        let mut lines: Vec<Vec<(Sample, Arc<Run>)>> = vec![Vec::new()];
        let mut used = 0.0;
        for (sample, text) in entries(set, courses, length, tracks) {
            let run = set.run(&text, 11.0, 400);
            let wide = sample.width(set) + set.pt(5.0) + f64::from(run.width);
            if used > 0.0 && used + set.pt(GAP) + wide > width {
                lines.push(Vec::new());
                used = 0.0;
            }
            used += wide + if used > 0.0 { set.pt(GAP) } else { 0.0 };
            if let Some(line) = lines.last_mut() {
                line.push((sample, run));
            }
        }
        Self { lines, width }
    }

    /// Lines that all of it takes.
    pub fn lines(&self) -> usize {
        self.lines.len()
    }

    /// Paints the first lines with their upper left corner at a point.
    pub fn draw(self, set: &Setting<'_>, left: f64, top: f64, lines: usize, group: &mut Group) {
        let mut legend = Group::new("strip/legend");
        let tag = Some(Tag::from("furniture:strip"));
        for (row, line) in self.lines.into_iter().take(lines).enumerate() {
            let middle = top + set.pt(11.0 + LEGEND_MORE * row as f64);
            let mut x = left;
            for (sample, run) in line {
                let wide = sample.width(set);
                if x + wide + f64::from(run.width) > left + self.width {
                    break;
                }
                sample.draw(set, Rect::new(x, middle - set.pt(6.0), x + wide, middle + set.pt(6.0)), &mut legend);
                x += wide + set.pt(5.0);
                let end = x + f64::from(run.width);
                let base = middle + f64::from(run.font.cap_height()) / 2.0;
                legend.text(Point::new(x, base), run, set.tokens.text2, None, tag.clone());
                x = end + set.pt(GAP);
            }
        }
        group.group(legend);
    }
}

impl Sample {
    fn width(&self, set: &Setting<'_>) -> f64 {
        set.pt(match self {
            Self::Symbol(symbol) => symbol.radius() * 2.0,
            _ => 22.0,
        })
    }

    fn draw(&self, set: &Setting<'_>, at: Rect, group: &mut Group) {
        let t = set.tokens;
        let y = at.center().y;
        let bar = |height: f64| Rect::new(at.x0, y - set.pt(height / 2.0), at.x1, y + set.pt(height / 2.0));
        match self {
            Self::Lines(all) => {
                for stroke in all {
                    let path = stretch(Point::new(at.x0, y), Point::new(at.x1, y));
                    group.path(path, None, Some(stroke.clone()), None);
                }
            }
            Self::Gauge(is_broad) => {
                let (height, color) = if *is_broad { (bars::BROAD, t.g1520) } else { (bars::STANDARD, t.g1435) };
                group.path(kurbo::Shape::to_path(&bar(height), 0.1), Some(color), None, None);
            }
            Self::Length(is_published) => bars::length(set, bar(bars::LENGTH), *is_published, None, group),
            Self::Tracks(count, wire) => {
                // The wire lies above its row; alone it stands in the middle.
                let y = if count.is_none() { y + set.pt(3.0) } else { y - set.pt(2.0) };
                bars::draw_tracks(set, [at.x0, at.x1], y, (*count, *wire), None, group);
            }
            Self::Symbol(symbol) => symbol.draw(&set.pen(), group, at.center(), None),
        }
    }
}

/// What the legend explains on these strips, with its words.
fn entries(set: &Setting<'_>, courses: &[Course<'_>], length: bool, tracks: bool) -> Vec<(Sample, String)> {
    let mut list = Vec::new();
    lines(set, courses, &mut list);
    gauges(set, courses, &mut list);
    let pieces = || courses.iter().flat_map(|course| &course.pieces);
    for (is_published, key) in [(true, "strip-legend-published"), (false, "strip-legend-computed")] {
        if length && pieces().any(|piece| piece.is_published() == is_published) {
            list.push((Sample::Length(is_published), set.lang.text(key)));
        }
    }
    if tracks {
        let sourced = || pieces().map(|piece| piece.segment).filter(|segment| bars::is_sourced(segment));
        for (count, key) in [(1, "strip-legend-one-track"), (2, "strip-legend-two-tracks")] {
            if sourced().any(|segment| bars::track_count(segment) == Some(count)) {
                list.push((Sample::Tracks(Some(count), false), set.lang.text(key)));
            }
        }
        if sourced().any(bars::is_electrified) {
            list.push((Sample::Tracks(None, true), set.lang.text("strip-legend-wire")));
        }
    }
    list
}

/// Lines by status and mode, as they are drawn.
fn lines(set: &Setting<'_>, courses: &[Course<'_>], list: &mut Vec<(Sample, String)>) {
    let pieces: Vec<_> = courses.iter().flat_map(|course| &course.pieces).map(|piece| piece.segment).collect();
    let beside: Vec<_> =
        courses.iter().flat_map(|course| course.beside(set.world)).map(|(segment, ..)| segment).collect();
    let (service, sure) = (SegmentStatus::Operational, Confidence::High);
    let line =
        |mode, status, confidence| Sample::Lines(strokes(&set.pen(), Weight::Selected, mode, status, confidence));
    let is_shown = |service| pieces.iter().chain(&beside).any(|segment| segment.service() == service);
    for (status, key) in sign::legend(is_shown) {
        list.push((line(Mode::Rail, status, sure), set.lang.text(key)));
    }
    if pieces.iter().any(|segment| segment.mode.is_sea()) {
        list.push((line(Mode::Ferry, service, sure), set.lang.text("map-legend-sea")));
    }
    if pieces.iter().any(|segment| segment.mode == Mode::Road) {
        list.push((line(Mode::Road, service, sure), set.lang.text("map-legend-road")));
    }
    if pieces.iter().chain(&beside).any(|segment| segment.evidence.confidence == Confidence::Low) {
        list.push((line(Mode::Rail, service, Confidence::Low), set.lang.text("map-legend-unconfirmed")));
    }
}

/// The two gauges, and where one becomes the other.
fn gauges(set: &Setting<'_>, courses: &[Course<'_>], list: &mut Vec<(Sample, String)>) {
    let found: Vec<Gauge> = courses.iter().flat_map(|course| &course.pieces).filter_map(super::Piece::gauge).collect();
    for (is_broad, gauge, mm) in [(true, Gauge::Broad, "1520"), (false, Gauge::Standard, "1435")] {
        if found.iter().any(|it| [gauge, Gauge::Both].contains(it)) {
            list.push((Sample::Gauge(is_broad), set.lang.format("unit-mm", &[("number", mm.into())])));
        }
    }
    let mut places: Vec<String> = Vec::new();
    for stop in courses.iter().flat_map(Course::breaks) {
        let name = super::words::stop(set, stop.node);
        if !places.contains(&name) {
            places.push(name);
        }
    }
    if !places.is_empty() {
        let text = set.lang.format("strip-legend-breaks", &[("places", set.lang.list(&places).into())]);
        list.push((Sample::Symbol(Symbol::GaugeBreak), text));
    }
}
