//! The numbered sources of what a page shows.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::date::Date;
use crate::map::seen::Shown;
use crate::map::view::View;
use crate::matrix::Matrix;
use crate::session::Layer;
use crate::story;
use crate::world::{Confidence, Evidence};

/// Key of the base map among the sources.
const BASE_MAP: &str = "natural-earth";

/// Documents that a table names one by one.
const SHARED: usize = 4;

/// Sources in the order in which the page cites them.
#[derive(Default, Clone)]
pub struct Sources {
    rows: Vec<Cited>,
    /// Places of the rows that only the note on the observer entity cites; they share one line.
    of_note: Range<usize>,
}

/// One line of the list as a page prints it.
pub struct Line {
    /// "4", or "3–6" for those of a note.
    pub numbers: String,
    /// What it says.
    pub label: String,
    /// How the register of sources judges it.
    pub reliability: Option<Confidence>,
    /// Whether it takes as many lines as it needs: it names what no other line does.
    pub is_whole: bool,
}

/// One row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// Key of the source; empty for a row that sums up a table.
    pub key: String,
    /// What the row says.
    pub label: String,
    /// How the register of sources judges it; none where no register does, and for a row that sums up a table.
    pub reliability: Option<Confidence>,
}

impl Sources {
    /// The rows, numbered from 1, for whoever tells them elsewhere.
    pub fn into_rows(self) -> Vec<Cited> {
        self.rows
    }

    /// The rows as a page prints them: those that only a note cites are on one line.
    pub fn printed(&self, view: &View<'_>) -> Vec<Line> {
        let alone = |(at, cited): (usize, &Cited)| Line {
            numbers: (at + 1).to_string(),
            label: cited.label.clone(),
            reliability: cited.reliability,
            is_whole: false,
        };
        let shared = self.rows.get(self.of_note.clone()).filter(|rows| rows.len() > 1).map(|rows| {
            let name = |cited: &Cited| view.world.source(&cited.key).and_then(|source| source.short.clone());
            let names: Vec<String> = rows.iter().map(|cited| name(cited).unwrap_or(cited.label.clone())).collect();
            Line {
                numbers: format!("{}–{}", self.of_note.start + 1, self.of_note.end),
                label: view.lang.format("map-source-note", &[("names", names.join(", ").into())]),
                reliability: None,
                is_whole: true,
            }
        });
        let of_note = if shared.is_some() { self.of_note.clone() } else { 0..0 };
        let rows = || self.rows.iter().enumerate();
        let before = rows().take(of_note.start).map(alone);
        before.chain(shared).chain(rows().skip(of_note.end).map(alone)).collect()
    }

    /// Cites up to `most` sources of a piece of evidence; their numbers.
    pub fn cite_evidence(&mut self, view: &View<'_>, evidence: &Evidence, most: usize) -> Vec<usize> {
        evidence.sources.iter().take(most).filter_map(|key| self.cite(view, key)).collect()
    }

    /// Cites one source; its number.
    fn cite(&mut self, view: &View<'_>, key: &str) -> Option<usize> {
        if let Some(at) = self.rows.iter().position(|r| r.key == key) {
            return Some(at + 1);
        }
        let source = view.world.source(key)?;
        let label = story::source_label(source, view.lang);
        self.rows.push(Cited { key: key.to_owned(), label, reliability: source.reliability });
        Some(self.rows.len())
    }

    /// Cites what bears the standing of the states in view: the source that most of them share, first.
    pub fn standing(&mut self, view: &View<'_>) -> Vec<usize> {
        let states = view.world.states.iter().filter(|s| view.focus.fills.contains_key(&s.key));
        let changes = states.filter_map(|state| state.status_at(view.day));
        let shared = shared(changes.flat_map(|change| &change.evidence.sources));
        shared.into_iter().take(1).filter_map(|key| self.cite(view, key)).collect()
    }

    /// Cites the source that confirmed the standing last, with its date in words; none before that date.
    pub fn confirmed(&mut self, view: &View<'_>) -> Option<(usize, String)> {
        let newest = view
            .world
            .states
            .iter()
            .filter(|s| view.focus.fills.contains_key(&s.key))
            .filter_map(|s| s.confirmed.as_ref())
            .filter(|claim| claim.date.is_some_and(|d| d.earliest() <= view.day))
            .max_by_key(|claim| claim.date)?;
        let key = newest.evidence.sources.first()?;
        let number = self.cite(view, key)?;
        Some((number, view.lang.date_long(newest.date?)))
    }

    /// Cites the newest document of a piece of evidence that was out on the day, with its date in words; none where none
    /// bears one.
    pub fn newest(&mut self, view: &View<'_>, evidence: &Evidence) -> Option<(usize, String)> {
        let dated = evidence.sources.iter().filter_map(|key| {
            let date: Date = view.world.source(key)?.published.parse().ok()?;
            (date.earliest() <= view.day).then_some((date, key))
        });
        let (date, key) = dated.max()?;
        Some((self.cite(view, key)?, view.lang.date_long(date)))
    }

    /// Cites what the map itself shows: Northern Cyprus, the base map, the lines.
    pub fn what_is_drawn(&mut self, view: &View<'_>, shown: &Shown<'_>) {
        if shown.entity.is_some() || view.is_about_entity() {
            self.entity(view);
        }
        self.cite(view, BASE_MAP);
        if view.shows(Layer::Corridors) {
            self.lines(view);
        }
    }

    /// Cites all that the note on the observer entity rests on.
    pub fn entity(&mut self, view: &View<'_>) {
        let first = self.rows.len();
        let entity = view.world.states.iter().filter(|state| view.world.is_entity(&state.key));
        for caution in entity.filter_map(|state| state.cautions.first()) {
            self.cite_evidence(view, &caution.evidence, usize::MAX);
        }
        self.of_note = first..self.rows.len();
    }

    /// Cites what bears the table of who sits in what: the documents that most of its parts share, and one row for all.
    pub fn parts(&mut self, view: &View<'_>, table: &Matrix) {
        let shared = shared(table.parts().flat_map(|cell| &cell.part.evidence.sources));
        if shared.is_empty() {
            return;
        }
        for key in shared.iter().take(SHARED) {
            self.cite(view, key);
        }
        if table.has_entity() {
            self.entity(view);
        }
        let values = [("roles", table.parts().count().into()), ("documents", shared.len().into())];
        let label = view.lang.format("matrix-source", &values);
        self.rows.push(Cited { key: String::new(), label, reliability: None });
    }

    /// Cites the table of lines in one row: how many there are, from how many documents, how new; its number, none
    /// without lines.
    pub fn lines(&mut self, view: &View<'_>) -> Option<usize> {
        let focus = &view.focus;
        let all = view.world.segments.iter().zip(&view.base.courses).enumerate();
        let shown = all.filter(|(at, _)| !focus.has_lines() || focus.segments.contains(at)).map(|(_, line)| line);
        shown.clone().next()?;
        let mut documents: Vec<usize> = shown.clone().flat_map(|(_, course)| &course.documents).copied().collect();
        documents.sort_unstable();
        documents.dedup();
        let newest = shown.clone().filter_map(|(segment, _)| segment.status_as_of).max();
        let label = view.lang.format(
            "map-source-lines",
            &[
                ("segments", shown.count().into()),
                ("documents", documents.len().into()),
                ("newest", newest.map_or_else(|| "none".to_owned(), |d| view.lang.date(d)).into()),
            ],
        );
        if let Some(at) = self.rows.iter().position(|row| row.label == label) {
            return Some(at + 1);
        }
        self.rows.push(Cited { key: String::new(), label, reliability: None });
        Some(self.rows.len())
    }
}

/// The sources of several pieces of evidence, those that most of them share first.
fn shared<'a>(sources: impl Iterator<Item = &'a String>) -> Vec<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for key in sources {
        *counts.entry(key).or_default() += 1;
    }
    let mut keys: Vec<(&str, usize)> = counts.into_iter().collect();
    keys.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    keys.into_iter().map(|(key, _)| key).collect()
}
