//! Checks across files: that keys name something, that facts have sources, that dates and lines make sense.

mod facts;
mod routes;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::date::{Date, Day};
use crate::world::{Claim, Confidence, Evidence, SourceKind, World};

use super::problem::{Problem, ProblemKind};
use super::shapes::check_point;

/// Looks at a whole world; `lines` are those of the rows, in step with its lists.
pub(super) fn check(world: &World, lines: &BTreeMap<&'static str, Vec<usize>>, problems: &mut Vec<Problem>) {
    let sources = world.sources.iter().map(|source| (source.key.as_str(), source.kind)).collect();
    let mut checker = Checker { world, lines, problems, sources, cited: BTreeSet::new() };
    checker.facts();
    checker.routes();
    checker.sources();
}

/// What a check needs at hand.
struct Checker<'a> {
    world: &'a World,
    lines: &'a BTreeMap<&'static str, Vec<usize>>,
    problems: &'a mut Vec<Problem>,
    sources: BTreeMap<&'a str, SourceKind>,
    cited: BTreeSet<&'a str>,
}

/// One row: where it stands and what it calls itself.
#[derive(Clone)]
struct Row {
    file: &'static str,
    index: usize,
    name: String,
}

impl Row {
    fn new(file: &'static str, index: usize, name: impl Into<String>) -> Self {
        Self { file, index, name: name.into() }
    }

    /// A part of the row.
    fn part(&self, name: &str) -> Self {
        Self { name: format!("{}, {name}", self.name), ..self.clone() }
    }
}

impl<'a> Checker<'a> {
    /// Reports something about a row.
    fn report(&mut self, row: &Row, what: ProblemKind) {
        let line = self.lines.get(row.file).and_then(|lines| lines.get(row.index)).copied();
        self.problems.push(Problem { file: row.file.to_owned(), line, feature: Some(row.name.clone()), what });
    }

    /// Reports unless something holds.
    fn need(&mut self, row: &Row, holds: bool, what: impl FnOnce() -> ProblemKind) {
        if !holds {
            self.report(row, what());
        }
    }

    /// Evidence of a fact; `explained` where something else than a note says why it is of low confidence.
    fn evidence(&mut self, row: &Row, evidence: &'a Evidence, explained: bool) {
        self.need(row, !evidence.sources.is_empty(), || ProblemKind::NoSource);
        self.supported(row, evidence, explained);
    }

    /// As [`Self::evidence`], for a fact that may go without a source.
    fn supported(&mut self, row: &Row, evidence: &'a Evidence, explained: bool) {
        let mut memory = 0;
        for key in &evidence.sources {
            self.cited.insert(key);
            match self.sources.get(key.as_str()) {
                None => self.report(row, ProblemKind::Unknown("source", key.clone())),
                Some(SourceKind::Memory) => memory += 1,
                Some(_) => {}
            }
        }
        let low = evidence.confidence == Confidence::Low;
        let alone = memory > 0 && memory == evidence.sources.len();
        self.need(row, low || !alone, || ProblemKind::Overconfident);
        self.need(row, !low || explained || memory > 0 || evidence.note.is_some(), || ProblemKind::Unexplained);
    }

    /// Evidence of a claim.
    fn claim<T>(&mut self, row: &Row, claim: &'a Claim<T>) {
        self.evidence(row, &claim.evidence, false);
    }

    /// Evidence of a claim that need not be there.
    fn optional<T>(&mut self, row: &Row, claim: Option<&'a Claim<T>>) {
        if let Some(claim) = claim {
            self.claim(row, claim);
        }
    }

    /// That an end does not come before its beginning.
    fn order(&mut self, row: &Row, from: Option<Date>, to: Option<Date>) {
        let backwards = from.zip(to).is_some_and(|(from, to)| to.latest() < from.earliest());
        self.need(row, !backwards, || ProblemKind::Backwards);
    }

    /// That spans of time of the same thing do not overlap.
    fn overlaps(&mut self, spans: &[(Row, Option<Date>, Option<Date>)]) {
        let begin = |from: Option<Date>| from.map_or(Day::FIRST, Date::earliest);
        for (at, (row, from, to)) in spans.iter().enumerate() {
            for (other, other_from, other_to) in spans.get(..at).unwrap_or_default() {
                let start = begin(*from).max(begin(*other_from));
                let over = |end: Option<Date>| end.is_none_or(|end| start < end.earliest());
                let overlap = over(*to) && over(*other_to);
                self.need(row, !overlap, || ProblemKind::Overlap(other.name.clone()));
            }
        }
    }

    /// That keys are there once.
    fn unique<K: Ord + fmt::Display>(&mut self, file: &'static str, word: &str, keys: impl Iterator<Item = K>) {
        let mut seen = BTreeSet::new();
        for (index, key) in keys.enumerate() {
            let row = Row::new(file, index, format!("{word} {key}"));
            self.need(&row, seen.insert(key), || ProblemKind::DuplicateId);
        }
    }

    /// That there is such an area; silent where the areas could not be read.
    fn area(&mut self, row: &Row, key: &str) {
        let areas = &self.world.geography.far.areas;
        let there = areas.is_empty() || areas.contains_key(key);
        self.need(row, there, || ProblemKind::Unknown("area", key.to_owned()));
    }

    /// That a state has that key.
    fn state(&mut self, row: &Row, key: &str) {
        let there = self.world.state(key).is_some();
        self.need(row, there, || ProblemKind::Unknown("state", key.to_owned()));
    }

    /// That an event has that key, where one is given.
    fn event(&mut self, row: &Row, key: Option<&String>) {
        if let Some(key) = key {
            let there = self.world.event(key).is_some();
            self.need(row, there, || ProblemKind::Unknown("event", key.clone()));
        }
    }

    /// That a point lies in the world, where one is given.
    fn point(&mut self, row: &Row, point: Option<[f64; 2]>) {
        if let Some(Err(what)) = point.map(check_point) {
            self.report(row, what);
        }
    }

    /// That a wording is not empty.
    fn english(&mut self, row: &Row, wording: &str) {
        self.need(row, !wording.trim().is_empty(), || ProblemKind::NoEnglish);
    }

    /// Documents: once each, with a title, and cited unless they say otherwise.
    fn sources(&mut self) {
        let file = "facts/sources.toml";
        let world = self.world;
        self.unique(file, "source", world.sources.iter().map(|source| &source.key));
        for (index, source) in world.sources.iter().enumerate() {
            let row = Row::new(file, index, format!("source {}", source.key));
            self.english(&row, &source.title);
            let cited = self.cited.contains(source.key.as_str());
            self.need(&row, cited || !source.cited, || ProblemKind::Uncited);
        }
    }
}
