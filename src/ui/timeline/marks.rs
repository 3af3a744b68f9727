//! The events on the axis of time: summits in lanes of their own, spread where they would cover each other, and what
//! else happened brought together where it is too dense.

use egui::{Painter, Pos2, Ui, pos2, vec2};

use crate::scene::Font;
use crate::style::Role as Type;
use crate::ui::Model;
use crate::ui::theme::{self, color};
use crate::world::{Event, EventKind};

/// Numbers of summits and of what is brought together.
const NUMBER: Type = Type { font: Font::new(9.0, 650), line: 12.0 };

/// Points about a mark in which it answers to the pointer.
const NEAR: f32 = 12.0;

/// Heights of the lanes above the line: numbered summits, other summits, what else happened.
const LANES: [f32; 3] = [42.0, 25.0, 10.0];

/// Points within which what else happened is brought together.
const TOGETHER: f32 = 11.0;

/// One event, or several that lie too close together.
#[derive(Debug)]
pub struct Mark<'e> {
    /// Its middle.
    pub at: Pos2,
    /// What it stands for, in order of time.
    pub events: Vec<&'e Event>,
}

impl Mark<'_> {
    /// Half the room that it takes.
    fn half(&self) -> f32 {
        match self.events.as_slice() {
            [only] if only.kind == EventKind::FormalSummit => 8.5,
            [only] if is_summit(only) => 6.0,
            [_] => 5.0,
            _ => 8.0,
        }
    }
}

/// Whether heads of state met.
fn is_summit(event: &Event) -> bool {
    use EventKind::{ExtraordinarySummit, FormalSummit, InformalSummit, TurkicSpeakingSummit};
    matches!(event.kind, TurkicSpeakingSummit | FormalSummit | InformalSummit | ExtraordinarySummit)
}

/// The lane of an event.
fn lane(event: &Event) -> usize {
    match event.kind {
        EventKind::FormalSummit => 0,
        _ if is_summit(event) => 1,
        _ => 2,
    }
}

/// The marks of events, which are in order of time; `x` is where a time lies, `line` where the axis is.
pub fn lay_out<'e>(events: &[&'e Event], x: impl Fn(f64) -> f32, line: f32) -> Vec<Mark<'e>> {
    let place = |event: &Event| x(event.date.earliest().fraction());
    let mut all = Vec::new();
    for (at, lift) in LANES.into_iter().enumerate() {
        let mut marks: Vec<Mark<'e>> = Vec::new();
        let mut first = f32::NEG_INFINITY;
        for event in events.iter().copied().filter(|event| lane(event) == at) {
            let x = place(event);
            match marks.last_mut().filter(|_| at == 2 && x - first < TOGETHER) {
                Some(mark) => mark.events.push(event),
                None => {
                    first = x;
                    marks.push(Mark { at: pos2(x, line - lift), events: vec![event] });
                }
            }
        }
        for mark in &mut marks {
            let last = mark.events.last().map_or(mark.at.x, |event| place(event));
            mark.at.x = f32::midpoint(mark.at.x, last);
        }
        spread(&mut marks);
        all.extend(marks);
    }
    all
}

/// Moves marks apart that would cover each other, as little as may be: neighbours that touch share the way.
fn spread(marks: &mut [Mark<'_>]) {
    // Where each would stand if marks had no width; the least squares of these in order are what is wanted.
    let mut before = 0.0;
    let mut offsets = Vec::new();
    for (at, mark) in marks.iter().enumerate() {
        before += if at == 0 { 0.0 } else { marks[at - 1].half() + mark.half() };
        offsets.push(before);
    }
    let mut pools: Vec<(f32, usize)> = Vec::new();
    for (mark, offset) in marks.iter().zip(&offsets) {
        let mut pool = (mark.at.x - offset, 1);
        while let Some((mean, count)) = pools.last().copied().filter(|(mean, _)| *mean > pool.0) {
            pools.pop();
            let all = count + pool.1;
            pool = ((mean * count as f32 + pool.0 * pool.1 as f32) / all as f32, all);
        }
        pools.push(pool);
    }
    let places = pools.into_iter().flat_map(|(mean, count)| std::iter::repeat_n(mean, count));
    for ((mark, place), offset) in marks.iter_mut().zip(places).zip(offsets) {
        mark.at.x = place + offset;
    }
}

/// The mark that is nearest to a place, where one is near.
pub fn nearest(marks: &[Mark<'_>], at: Pos2) -> Option<usize> {
    let near = marks.iter().enumerate().map(|(place, mark)| (mark.at.distance(at), place));
    near.filter(|(far, _)| *far < NEAR).min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, place)| place)
}

/// A numbered disc for a summit of the Council or the Organization, a ring for other summits, a diamond for accessions,
/// a dot for anything else, and a ring with their number for several of these.
pub fn paint(ui: &Ui, painter: &Painter, model: &Model, mark: &Mark<'_>, lit: bool) {
    let t = model.tokens;
    let is_past = mark.events.iter().all(|event| event.date.earliest() <= model.day);
    let ink = color(if lit || is_past { t.seat } else { t.ctl });
    let grow = if lit { 1.5 } else { 0.0 };
    let number = |words: String, letters| {
        let galley = theme::line(ui.ctx(), words, NUMBER, letters, f32::INFINITY);
        painter.galley(mark.at - galley.size() / 2.0, galley, color(letters));
    };
    let [event] = mark.events.as_slice() else {
        painter.circle(mark.at, 7.0 + grow, color(t.raised), (1.2, ink));
        return number(mark.events.len().to_string(), if is_past { t.text } else { t.text2 });
    };
    match event.kind {
        EventKind::FormalSummit => {
            painter.circle(mark.at, 7.5 + grow, if is_past { ink } else { color(t.panel) }, (1.3, ink));
            if let Some(count) = event.number {
                number(count.to_string(), if is_past { t.casing } else { t.text2 });
            }
        }
        _ if is_summit(event) => {
            painter.circle(mark.at, 4.0 + grow, color(t.panel), (1.5, ink));
        }
        EventKind::Membership => {
            let side = 4.5 + grow;
            let corners = [vec2(0.0, -side), vec2(side, 0.0), vec2(0.0, side), vec2(-side, 0.0)];
            let corners = corners.map(|by| mark.at + by).to_vec();
            painter.add(egui::Shape::convex_polygon(corners, color(t.accent), (1.0, color(t.panel))));
        }
        _ => {
            painter.circle_filled(mark.at, 2.8 + grow, ink);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::{self, Files};

    #[test]
    fn each_event_has_one_mark_and_no_mark_covers_another() {
        let world = world::load(&Files::Embedded).world;
        let events: Vec<&Event> = world.events.iter().filter(|event| !event.planned).collect();
        for width in [480.0_f32, 700.0, 830.0, 1340.0] {
            let x = |time: f64| (time - 1991.0) as f32 / 36.0 * width;
            let marks = lay_out(&events, x, 100.0);
            let told: usize = marks.iter().map(|mark| mark.events.len()).sum();
            assert_eq!(told, events.len());
            for (at, one) in marks.iter().enumerate() {
                for other in &marks[at + 1..] {
                    let (between, room) = (one.at.distance(other.at), one.half() + other.half());
                    assert!(between > room - 1.5, "{width}: {:?} {:?}", one.events[0].title, other.events[0].title);
                }
                let own = one.events.iter().map(|event| (x(event.date.earliest().fraction()) - one.at.x).abs());
                let off = own.fold(0.0, f32::max);
                assert!(off < 24.0, "{width}: {off} beside its day: {}", one.events[0].title);
                assert_eq!(nearest(&marks, one.at), Some(at), "it can be hit");
            }
            let summits = marks.iter().filter(|mark| lane(mark.events[0]) < 2);
            assert!(summits.clone().all(|mark| mark.events.len() == 1), "no summit is hidden in a number");
        }
    }
}
