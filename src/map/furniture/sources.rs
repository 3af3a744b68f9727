//! The numbered sources of what a page shows.

use std::collections::BTreeMap;

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
}

/// One row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// Key of the source; empty for a row that sums up a table.
    pub key: String,
    /// What the row says.
    pub label: String,
    /// How well it supports what it is cited for, never above what the register of sources thinks of it.
    pub confidence: Confidence,
}

impl Sources {
    /// The rows, numbered from 1, for whoever tells them elsewhere.
    pub fn into_rows(self) -> Vec<Cited> {
        self.rows
    }

    /// The rows, numbered from 1.
    pub fn rows(&self) -> &[Cited] {
        &self.rows
    }

    /// Cites up to `most` sources of a piece of evidence; their numbers.
    pub fn cite_evidence(&mut self, view: &View<'_>, evidence: &Evidence, most: usize) -> Vec<usize> {
        evidence.sources.iter().take(most).filter_map(|key| self.cite(view, key, evidence.confidence)).collect()
    }

    /// Cites one source; its number.
    fn cite(&mut self, view: &View<'_>, key: &str, confidence: Confidence) -> Option<usize> {
        let confidence = view.world.trust(key, confidence);
        if let Some(at) = self.rows.iter().position(|r| r.key == key) {
            self.rows[at].confidence = self.rows[at].confidence.max(confidence);
            return Some(at + 1);
        }
        let source = view.world.source(key)?;
        let label = story::source_label(source, view.lang);
        self.rows.push(Cited { key: key.to_owned(), label, confidence });
        Some(self.rows.len())
    }

    /// Cites what bears the standing of the states in view: the source that most of them share, first.
    pub fn standing(&mut self, view: &View<'_>) -> Vec<usize> {
        let mut counts: BTreeMap<&str, (usize, Confidence)> = BTreeMap::new();
        for state in view.world.states.iter().filter(|s| view.focus.fills.contains_key(&s.key)) {
            let Some(change) = state.status_at(view.day) else { continue };
            for key in &change.evidence.sources {
                let entry = counts.entry(key).or_insert((0, change.evidence.confidence));
                entry.0 += 1;
            }
        }
        let mut keys: Vec<(&str, usize, Confidence)> = counts.into_iter().map(|(k, (n, c))| (k, n, c)).collect();
        keys.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        keys.into_iter().take(1).filter_map(|(key, _, confidence)| self.cite(view, key, confidence)).collect()
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
        let number = self.cite(view, key, newest.evidence.confidence)?;
        Some((number, view.lang.date_long(newest.date?)))
    }

    /// Cites what the map itself shows: Northern Cyprus, the base map, the lines.
    pub fn what_is_drawn(&mut self, view: &View<'_>, shown: &Shown<'_>) {
        for state in view.world.states.iter().filter(|state| view.world.is_entity(&state.key)) {
            for caution in state.cautions.iter().take(1).filter(|_| shown.entity.is_some() || view.is_about_entity()) {
                self.cite_evidence(view, &caution.evidence, 2);
            }
        }
        self.cite(view, BASE_MAP, Confidence::High);
        if view.shows(Layer::Corridors) {
            self.lines(view);
        }
    }

    /// Cites what bears the table of who sits in what: the documents that most of its parts share, and one row for all.
    pub fn parts(&mut self, view: &View<'_>, table: &Matrix) {
        let mut counts: BTreeMap<&str, (usize, Confidence)> = BTreeMap::new();
        for cell in table.parts() {
            for key in &cell.part.evidence.sources {
                let entry = counts.entry(key).or_insert((0, cell.part.evidence.confidence));
                *entry = (entry.0 + 1, entry.1.max(cell.part.evidence.confidence));
            }
        }
        let documents = counts.len();
        let mut keys: Vec<(&str, usize, Confidence)> = counts.into_iter().map(|(k, (n, c))| (k, n, c)).collect();
        keys.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        for (key, _, confidence) in keys.into_iter().take(SHARED) {
            self.cite(view, key, confidence);
        }
        let Some(worst) = table.parts().map(|cell| cell.part.evidence.confidence).min() else { return };
        let values = [("roles", table.parts().count().into()), ("documents", documents.into())];
        let label = view.lang.format("matrix-source", &values);
        self.rows.push(Cited { key: String::new(), label, confidence: worst });
    }

    /// Cites the table of lines in one row: how many there are, from how many documents, how new; its number, none
    /// without lines.
    pub fn lines(&mut self, view: &View<'_>) -> Option<usize> {
        let focus = &view.focus;
        let all = view.world.segments.iter().zip(&view.base.courses).enumerate();
        let shown = all.filter(|(at, _)| !focus.has_lines() || focus.segments.contains(at)).map(|(_, line)| line);
        let worst = shown.clone().map(|(segment, _)| segment.evidence.confidence).min()?;
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
        self.rows.push(Cited { key: String::new(), label, confidence: worst });
        Some(self.rows.len())
    }
}
