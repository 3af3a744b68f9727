//! Bottlenecks and customs measures: numbered marks below the line, and what the numbers stand for.

use std::sync::Arc;

use super::plan::NOTE;
use super::{Axis, Course, Setting, Soil, bars, words};
use crate::scene::{Color, Group, Point, Run, Tag};
use crate::style::NOTE as ROLE;
use crate::world::{Area, CustomsMeasure, Id, Kind, SegmentStatus};

/// Parts of words by which a remark on a segment tells of a narrow place rather than of its history.
const NARROW: [&str; 8] = ["ottleneck", "ongest", "apacity", "hallow", "waited", "limit", "ingle track", "teep"];

/// Lines of notes above which every remark is welcome.
const MANY: usize = 3;

/// Least distance of two marks at scale 1.
const APART: f64 = 12.0;

/// A number below the line.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    pub x: f64,
    pub number: usize,
    pub tag: Option<Tag>,
}

/// Something that could be noted.
struct Candidate {
    chain: usize,
    km: f64,
    x: f64,
    text: String,
    tag: Option<Tag>,
}

/// A piece of a line of notes.
struct Fragment {
    line: usize,
    x: f64,
    run: Arc<Run>,
    color: Color,
    tag: Option<Tag>,
}

/// The notes that found room.
pub(super) struct Notes {
    /// Marks of each chain.
    pub marks: Vec<Vec<Mark>>,
    fragments: Vec<Fragment>,
}

/// Northern Cyprus, where a part of the chain lies in it; it is never without its note.
pub(super) fn entity<'a>(set: &Setting<'_>, course: &Course<'a>) -> Option<&'a str> {
    let mut areas = course.stops.iter().filter_map(|stop| stop.node.within.as_deref());
    areas.find(|area| set.world.is_entity(area))
}

impl Notes {
    /// Chooses what fits into so many lines of a width.
    pub fn new(set: &Setting<'_>, courses: &[Course<'_>], axes: &[Axis], width: f64, lines: usize) -> Self {
        let mut flow = Flow { set, width, x: 0.0, line: 0, fragments: Vec::new() };
        if let Some(area) = courses.iter().find_map(|course| entity(set, course)) {
            let note = set.world.note("northern_cyprus", set.lang.code()).unwrap_or_default();
            flow.words(&format!("* {note}"), set.tokens.text2, Some(&Tag::from(format!("state:{area}"))));
        }
        let mut spare = (lines as f64 - flow.line as f64) * width - flow.x;
        let mut chosen: Vec<Candidate> = Vec::new();
        for mut candidate in candidates(set, courses, axes, lines) {
            let long = f64::from(set.run(&candidate.text, ROLE.font.size, 400).width) + set.pt(30.0);
            // The ends of lines stay empty now and then.
            let needed = long + set.pt(24.0);
            let Some(x) = free(set, &chosen, &candidate, axes).filter(|_| needed <= spare) else { continue };
            candidate.x = x;
            spare -= needed;
            chosen.push(candidate);
        }
        chosen.sort_by(|a, b| a.chain.cmp(&b.chain).then(a.km.total_cmp(&b.km)).then(a.x.total_cmp(&b.x)));
        let mut marks = vec![Vec::new(); courses.len()];
        let mut number = 0;
        for candidate in chosen {
            let before = (flow.x, flow.line, flow.fragments.len());
            flow.number(number + 1, &candidate);
            flow.words(&candidate.text, set.tokens.text2, candidate.tag.as_ref());
            if flow.line >= lines {
                (flow.x, flow.line) = (before.0, before.1);
                flow.fragments.truncate(before.2);
                continue;
            }
            number += 1;
            flow.x += set.pt(8.0);
            marks[candidate.chain].push(Mark { x: candidate.x, number, tag: candidate.tag });
        }
        Self { marks, fragments: flow.fragments }
    }

    /// Writes the notes below a height.
    pub fn draw(self, set: &Setting<'_>, left: f64, top: f64, group: &mut Group) {
        let mut notes = Group::new("strip/notes");
        for it in self.fragments {
            let base = top + set.pt(NOTE * it.line as f64 + 11.0);
            notes.text(Point::new(left + it.x, base), it.run, it.color, None, it.tag);
        }
        group.group(notes);
    }
}

/// What could be noted, the most telling first: a customs measure, narrow places and what is not open yet, other
/// measures, and where there is much room other remarks.
fn candidates(set: &Setting<'_>, courses: &[Course<'_>], axes: &[Axis], lines: usize) -> Vec<Candidate> {
    let mut ranked: Vec<(u8, Candidate)> = Vec::new();
    let mut said: Vec<&str> = Vec::new();
    for (chain, (course, axis)) in courses.iter().zip(axes).enumerate() {
        for piece in &course.pieces {
            let Some(remark) = piece.segment.bottleneck.as_deref().filter(|remark| !said.contains(remark)) else {
                continue;
            };
            said.push(remark);
            let narrow = NARROW.iter().any(|part| remark.contains(part));
            let km = f64::midpoint(piece.from, piece.to);
            let name = |key: &str| words::node(key, set.world, set.lang).to_owned();
            let (start, end) = (&piece.segment.from, &piece.segment.to);
            let (from, to) = if piece.forward { (start, end) } else { (end, start) };
            let text = set.lang.format(
                "strip-note-segment",
                &[
                    ("from", name(from).into()),
                    ("to", name(to).into()),
                    ("text", set.world.localised(remark, set.lang.code()).into()),
                ],
            );
            let candidate = Candidate { chain, km, x: axis.x(km), text, tag: Some(bars::tag(piece.segment)) };
            let is_open = piece.segment.status == SegmentStatus::Operational;
            ranked.push((if narrow || !is_open { 1 } else { 3 }, candidate));
        }
        let found = measures(set, course).into_iter().enumerate();
        ranked.extend(found.filter(|_| chain == 0).map(|(at, (measure, status, km))| {
            let name = set.world.name(&Id::new(Kind::Measure, measure.key.as_str()), set.lang.code());
            let status = set.world.localised(status, set.lang.code()).to_owned();
            let values = [("name", name.into()), ("status", status.into())];
            let text = set.lang.format("strip-note-measure", &values);
            let tag = Some(Tag::from(format!("measure:{}", measure.key)));
            (if at < 1 { 0 } else { 2 }, Candidate { chain, km, x: axis.x(km), text, tag })
        }));
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.retain(|(rank, _)| *rank < 3 || lines > MANY);
    ranked.into_iter().map(|(_, candidate)| candidate).collect()
}

/// Customs measures in which two states take part whose soils follow each other on the chain, with how far they are there
/// and the kilometre of the first such border; those of a corridor of the chain first.
fn measures<'w>(set: &Setting<'w>, course: &Course<'_>) -> Vec<(&'w CustomsMeasure, &'w str, f64)> {
    let lands = course.bands.iter().filter_map(|band| match &band.soil {
        Soil::Land(key) => Some((key, band)),
        Soil::Sea(_) => None,
    });
    let lands: Vec<_> = lands.collect();
    let corridors: Vec<String> = course.pieces.iter().flat_map(|piece| piece.segment.corridors.clone()).collect();
    let is_ours = |measure: &CustomsMeasure| measure.corridors.iter().any(|key| corridors.contains(key));
    let customs = set.world.measures.iter().filter(|measure| measure.areas.contains(&Area::Customs));
    let mut found: Vec<_> = customs
        .filter_map(|measure| {
            lands.windows(2).find_map(|pair| {
                let status = measure.between([pair[0].0, pair[1].0], &corridors)?;
                Some((measure, status, pair[0].1.to))
            })
        })
        .collect();
    found.sort_by_key(|(measure, ..)| !is_ours(measure));
    found
}

/// A place for a mark beside those that are chosen.
fn free(set: &Setting<'_>, chosen: &[Candidate], candidate: &Candidate, axes: &[Axis]) -> Option<f64> {
    let [left, right] = axes[candidate.chain].ends;
    [0.0, 1.0, -1.0, 2.0, -2.0].into_iter().map(|step| candidate.x + set.pt(APART) * step).find(|x| {
        let is_apart =
            |other: &Candidate| other.chain != candidate.chain || (other.x - x).abs() >= set.pt(APART) - 1e-6;
        (left..=right).contains(x) && chosen.iter().all(is_apart)
    })
}

/// Words that flow into lines.
struct Flow<'a, 'w> {
    set: &'a Setting<'w>,
    width: f64,
    x: f64,
    line: usize,
    fragments: Vec<Fragment>,
}

impl Flow<'_, '_> {
    /// Adds the number of a note, on the line of its first word.
    fn number(&mut self, number: usize, note: &Candidate) {
        let number = number.to_string();
        let first = note.text.split(' ').next().unwrap_or_default();
        let wide = |text: &str, weight| f64::from(self.set.run(text, ROLE.font.size, weight).width);
        if self.x + wide(&number, 650) + self.set.pt(4.0) + wide(first, 400) > self.width {
            (self.x, self.line) = (0.0, self.line + 1);
        }
        self.words(&number, self.set.tokens.text, note.tag.as_ref());
    }

    /// Adds words behind the last ones.
    fn words(&mut self, text: &str, color: Color, tag: Option<&Tag>) {
        let weight = if color == self.set.tokens.text { 650 } else { 400 };
        let run = |text: &str| self.set.run(text, ROLE.font.size, weight);
        let mut part = String::new();
        let mut fragments = Vec::new();
        for word in text.split(' ') {
            let tried = if part.is_empty() { word.to_owned() } else { format!("{part} {word}") };
            if self.x + f64::from(run(&tried).width) > self.width && self.x + f64::from(run(&part).width) > 0.0 {
                fragments.push((self.line, self.x, std::mem::take(&mut part)));
                (self.x, self.line) = (0.0, self.line + 1);
                word.clone_into(&mut part);
            } else {
                part = tried;
            }
        }
        let end = self.x + f64::from(run(&part).width) + self.set.pt(4.0);
        fragments.push((self.line, self.x, part));
        self.x = end;
        for (line, x, text) in fragments.into_iter().filter(|(.., text)| !text.is_empty()) {
            let run = self.set.run(&text, ROLE.font.size, weight);
            self.fragments.push(Fragment { line, x, run, color, tag: tag.cloned() });
        }
    }
}
