//! The chainage strip: a way along segments drawn straight, with states, gauge and lengths by kilometre.

mod bars;
mod course;
mod legend;
mod line;
mod names;
mod notes;
mod plan;
mod ruler;
mod sheet;
mod way;
mod words;

use std::sync::Arc;

pub use course::{Band, Course, Gauge, Piece, Soil, Stop, km};
pub use plan::{height, least_height};
pub use sheet::sheet;
pub use way::main_line;
pub use words::{named, told, words};

use crate::date::Day;
use crate::lang::Lang;
use crate::network::Way;
use crate::scene::{BezPath, Font, Group, Point, Rect, Run, Tag, elided, shape};
use crate::sign::Pen;
use crate::style::Tokens;
use crate::world::World;

use legend::Legend;
use notes::Notes;
use plan::{Plan, Wants};

/// One way along segments, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// What it is; where it is empty, its ends and its length are printed.
    pub title: String,
    /// More about it; where it is empty, what it is made of is printed.
    pub subtitle: String,
    /// The segments.
    pub legs: Vec<Leg>,
    /// Keys of the nodes at which wagons change gauge on this way, as the network counts them.
    pub breaks: Vec<String>,
}

/// One segment of a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leg {
    /// Key of the segment.
    pub segment: String,
    /// Whether it is gone from its start to its end.
    pub forward: bool,
}

impl From<&Way> for Chain {
    /// The strip of a way.
    fn from(way: &Way) -> Self {
        let legs = way.legs.iter().map(|leg| Leg { segment: leg.segment.clone(), forward: leg.forward }).collect();
        let breaks = way.breaks.iter().map(|it| it.node.clone()).collect();
        Self { title: String::new(), subtitle: String::new(), legs, breaks }
    }
}

/// What a strip is drawn from and with.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// All facts.
    pub world: &'a World,
    /// Words.
    pub lang: &'a Lang,
    /// Colours.
    pub tokens: &'a Tokens,
    /// Day on which the standing of states is looked at.
    pub day: Day,
    /// Strokes, symbols and type grow by this factor.
    pub scale: f64,
}

/// Weight of names on the strip.
const NAME: u16 = 550;

impl<'a> Setting<'a> {
    /// A length in points at scale 1.
    fn pt(&self, points: f64) -> f64 {
        points * self.scale
    }

    /// What symbols and lines are drawn with.
    fn pen(&self) -> Pen<'a> {
        Pen { tokens: self.tokens, scale: self.scale }
    }

    /// A font of a size at scale 1.
    fn font(&self, size: f32, weight: u16) -> Font {
        Font::new(size, weight).scaled(self.scale as f32)
    }

    /// A line of text of a size at scale 1.
    fn run(&self, text: &str, size: f32, weight: u16) -> Arc<Run> {
        shape(text, self.font(size, weight))
    }
}

/// From kilometres of a chain to points of the page.
#[derive(Debug, Clone, Copy)]
struct Axis {
    /// Where kilometre 0 lies.
    start: f64,
    /// Points of a kilometre.
    scale: f64,
    /// The room of all chains.
    ends: [f64; 2],
}

impl Axis {
    fn x(&self, km: f64) -> f64 {
        self.start + km * self.scale
    }
}

/// Draws one or two strips into a room, with the standing of states on the day of the edition; the group is named
/// `strip`. What finds no room is left out.
#[must_use]
pub fn draw(strips: &[Chain], world: &World, lang: &Lang, tokens: &Tokens, room: Rect, scale: f64) -> Group {
    draw_in(&Setting { world, lang, tokens, day: world.as_of(None), scale }, strips, room)
}

/// The same with everything that can be set.
#[must_use]
pub fn draw_in(set: &Setting<'_>, strips: &[Chain], room: Rect) -> Group {
    let mut group = Group::new("strip");
    let courses: Vec<Course<'_>> = strips.iter().take(2).map(|chain| Course::new(chain, set.world)).collect();
    if courses.iter().any(|course| course.pieces.is_empty() || course.total <= 0.0) || courses.is_empty() {
        return group;
    }
    let shared = shared(&courses);
    let axes = axes(set, &courses, shared, room);
    let (plan, legend) = plan(set, &courses, room);
    let notes = Notes::new(set, &courses, &axes, room.width(), plan.notes);
    if let Some((a, _)) = shared {
        guide(set, axes[0].x(a), &plan, room, &mut group);
    }
    for (at, ((course, axis), rows)) in courses.iter().zip(&axes).zip(&plan.blocks).enumerate() {
        let mut block = Group::new(format!("strip/{}", at + 1));
        let (title, subtitle) = words(&strips[at], set.world, set.lang);
        heading(set, &title, &subtitle, room, rows.heading, &mut block);
        let mut part = |name: &str, key: &str, row: Option<plan::Row>, draw: &mut dyn FnMut(&mut Group, f64)| {
            let Some(row) = row else { return };
            let mut inner = Group::new(format!("strip/{}/{name}", at + 1));
            let middle = room.y0 + set.pt(row.middle);
            row_name(set, key, room.x0, middle, &mut inner);
            draw(&mut inner, middle);
            block.group(inner);
        };
        part("line", "strip-row-line", Some(rows.line), &mut |g, y| {
            let top = room.y0 + set.pt(rows.names);
            line::draw(set, course, axis, line::Place { room, top, y }, &notes.marks[at], g);
        });
        part("state", "strip-row-state", Some(rows.state), &mut |g, y| bars::states(set, course, axis, y, g));
        part("gauge", "strip-row-gauge", rows.gauge, &mut |g, y| bars::gauges(set, course, axis, y, g));
        part("tracks", "strip-row-tracks", rows.tracks, &mut |g, y| bars::tracks(set, course, axis, y, g));
        part("length", "strip-row-length", rows.length, &mut |g, y| bars::lengths(set, course, axis, y, g));
        part("km", "strip-row-km", Some(rows.ruler), &mut |g, y| ruler::draw(set, course, axis, y, g));
        group.group(block);
    }
    legend.draw(set, room.x0, room.y0 + set.pt(plan.legend), plan.legend_lines, &mut group);
    notes.draw(set, room.x0, room.y0 + set.pt(plan.notes_top), &mut group);
    group
}

/// The rows and the legend that find room: where it is scarce, tracks go first, then how lengths are known.
fn plan(set: &Setting<'_>, courses: &[Course<'_>], room: Rect) -> (Plan, Legend) {
    let has_tracks: Vec<bool> = courses.iter().map(bars::has_tracks).collect();
    let any = has_tracks.contains(&true);
    let mut tried = [(true, true), (true, false), (false, false)].into_iter().filter(|(_, tracks)| any || !tracks);
    loop {
        let choice = tried.next();
        let (length, tracks) = choice.unwrap_or_default();
        let legend = Legend::new(set, courses, room.width(), length, tracks);
        let wants = Wants {
            tracks: has_tracks.iter().map(|has| *has && tracks).collect(),
            gauge: courses.iter().map(bars::has_gauge).collect(),
            length,
            legend: legend.lines(),
            must_note: courses.iter().any(|course| notes::entity(set, course).is_some()),
        };
        let (plan, fits) = Plan::new(room.height() / set.scale, &wants);
        if fits || choice.is_none() {
            return (plan, legend);
        }
    }
}

/// Kilometres of the first node after the start that two chains share.
fn shared(courses: &[Course<'_>]) -> Option<(f64, f64)> {
    let [a, b] = courses else { return None };
    a.stops.iter().skip(1).find_map(|stop| {
        let same = b.stops.iter().skip(1).find(|other| other.node.key == stop.node.key)?;
        Some((stop.km, same.km))
    })
}

/// Axes of one scale on which the shared node of two chains lies at one place.
fn axes(set: &Setting<'_>, courses: &[Course<'_>], shared: Option<(f64, f64)>, room: Rect) -> Vec<Axis> {
    let keys = ["strip-row-line", "strip-row-state", "strip-row-gauge", "strip-row-tracks", "strip-row-length"];
    let widths = keys.map(|key| f64::from(set.run(&set.lang.text(key), 11.0, 400).width));
    let left = room.x0 + widths.into_iter().fold(0.0, f64::max) + set.pt(16.0);
    let right = room.x1 - set.pt(10.0);
    let (a, b) = shared.unwrap_or_default();
    let offsets = [(b - a).max(0.0), (a - b).max(0.0)];
    let ends = courses.iter().zip(offsets).map(|(course, offset)| course.total + offset);
    let scale = (right - left).max(1.0) / ends.fold(1.0, f64::max);
    let axis = |(_, offset): (&Course<'_>, f64)| Axis { start: left + offset * scale, scale, ends: [left, right] };
    courses.iter().zip(offsets).map(axis).collect()
}

/// The thin line through the shared node of two chains.
fn guide(set: &Setting<'_>, x: f64, plan: &Plan, room: Rect, group: &mut Group) {
    let [first, .., last] = plan.blocks.as_slice() else { return };
    let mut path = BezPath::new();
    path.move_to((x, room.y0 + set.pt(first.line.middle)));
    path.line_to((x, room.y0 + set.pt(last.ruler.middle)));
    group.path(path, None, Some(set.pen().dashes(0.8, set.tokens.ctl, &[2.0, 2.0])), None);
}

/// Title and subtitle on one line.
fn heading(set: &Setting<'_>, title: &str, subtitle: &str, room: Rect, middle: f64, group: &mut Group) {
    let width = room.width() as f32;
    let title = elided(title, set.font(13.0, 650), width);
    let base = room.y0 + set.pt(middle) + f64::from(title.font.cap_height()) / 2.0;
    let halo = Some((set.tokens.canvas, set.pt(1.6) as f32));
    let next = f64::from(title.width) + set.pt(12.0);
    let tag = Some(Tag::from("furniture:strip"));
    group.text(Point::new(room.x0, base), title, set.tokens.text, halo, tag.clone());
    if room.width() - next > set.pt(60.0) {
        let subtitle = elided(subtitle, set.font(11.5, 400), width - next as f32);
        group.text(Point::new(room.x0 + next, base), subtitle, set.tokens.text2, halo, tag);
    }
}

/// The name of a row at the left.
fn row_name(set: &Setting<'_>, key: &str, left: f64, middle: f64, group: &mut Group) {
    let run = set.run(&set.lang.text(key), 11.0, 400);
    let base = middle + f64::from(run.font.cap_height()) / 2.0;
    group.text(Point::new(left, base), run, set.tokens.text2, None, Some(Tag::from("furniture:strip")));
}

/// A path between two points.
fn stretch(from: Point, to: Point) -> BezPath {
    let mut path = BezPath::new();
    path.move_to(from);
    path.line_to(to);
    path
}
