//! What the search finds, in the order in which it is shown: by kind, the best first.

use crate::lang::fold;
use crate::ui::{Model, list};
use crate::world::{Id, Kind};

/// A thing that bears the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub id: Id,
    /// Its name.
    pub label: String,
    /// What tells it apart: place, date, code.
    pub detail: String,
}

/// Looks for a query; nothing is found for an empty one.
#[must_use]
pub fn all(model: &Model, query: &str, limit: usize) -> Vec<Found> {
    let wanted = fold(query);
    if wanted.trim().is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Found> = list::List::ALL
        .into_iter()
        .flat_map(|(kind, ..)| list::lines(model, kind).0)
        .filter(|line| fold(&format!("{} {} {}", line.label, line.note, line.trailing)).contains(&wanted))
        .map(|line| Found { label: line.label, detail: line.trailing, id: line.id })
        .collect();
    found.truncate(limit);
    found.sort_by_key(|one| Kind::ALL.iter().position(|kind| *kind == one.id.kind));
    found
}
