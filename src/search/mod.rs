//! The search: finds things by any of their names in any language, and by what is said of them.

mod entries;
mod near;
mod places;

use crate::lang::{Lang, fold};
use crate::world::{Id, Kind, World};

/// Everything that can be found, folded once.
#[derive(Debug)]
pub struct Index {
    entries: Vec<Entry>,
}

/// A thing that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub id: Id,
    /// Its name in the language of the reader.
    pub label: String,
    /// What tells it apart: code, place, date.
    pub detail: String,
    /// The name or the statement that matched, where it is not the label: "Казахстан".
    pub matched: Option<String>,
}

/// How well something matches, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// The query is its key, its abbreviation or one of its names.
    Exact,
    /// One of its names begins with the query.
    Prefix,
    /// Words of one of its names begin with the words of the query.
    Words,
    /// One of its names contains the words of the query.
    Infix,
    /// Its names and what is said of it contain the words of the query.
    Said,
}

/// One thing with all its names.
#[derive(Debug)]
struct Entry {
    id: Id,
    label: String,
    detail: String,
    /// Keys, codes and abbreviations, folded.
    codes: Vec<String>,
    names: Vec<Words>,
    said: Vec<Words>,
}

/// Words as they are written, and folded.
#[derive(Debug)]
struct Words {
    written: String,
    folded: String,
}

impl Words {
    /// Folds words.
    fn new(written: &str) -> Self {
        Self { written: written.to_owned(), folded: fold(written) }
    }
}

impl Index {
    /// Gathers the names of everything; labels are in the language of the reader.
    #[must_use]
    pub fn new(world: &World, lang: &Lang) -> Self {
        Self { entries: entries::all(world, lang) }
    }

    /// The best matches for a query: by how well they match, then by kind, then the shorter name first.
    #[must_use]
    pub fn find(&self, query: &str, limit: usize) -> Vec<Found> {
        let whole = fold(query);
        let words: Vec<&str> = whole.split(' ').filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let mut matches: Vec<(Rank, Option<&Words>, &Entry)> = self
            .entries
            .iter()
            .filter_map(|entry| entry.rank(&whole, &words).map(|(rank, matched)| (rank, matched, entry)))
            .collect();
        matches.sort_by_key(|(rank, _, entry)| (*rank, weight(entry.id.kind), entry.label.len()));
        matches.truncate(limit);
        matches.into_iter().map(|(_, matched, entry)| entry.found(matched)).collect()
    }
}

/// Which kinds come first among equals: a place before the lines that begin there.
fn weight(kind: Kind) -> usize {
    let order = [Kind::State, Kind::Institution, Kind::Node, Kind::Corridor, Kind::Segment, Kind::Event, Kind::Measure];
    order.iter().position(|it| *it == kind).unwrap_or(order.len())
}

impl Entry {
    /// How well it matches, and by which words.
    fn rank(&self, whole: &str, words: &[&str]) -> Option<(Rank, Option<&Words>)> {
        if self.codes.iter().any(|code| code == whole) {
            return Some((Rank::Exact, None));
        }
        let by_name = |fits: &dyn Fn(&str) -> bool| self.names.iter().find(|name| fits(&name.folded));
        if let Some(name) = by_name(&|name| name == whole) {
            return Some((Rank::Exact, Some(name)));
        }
        if let Some(name) = by_name(&|name| name.starts_with(whole)) {
            return Some((Rank::Prefix, Some(name)));
        }
        let begins = |name: &str, word: &str| name.split(' ').any(|part| part.starts_with(word));
        if let Some(name) = by_name(&|name| words.iter().all(|word| begins(name, word))) {
            return Some((Rank::Words, Some(name)));
        }
        if let Some(name) = by_name(&|name| words.iter().all(|word| name.contains(word))) {
            return Some((Rank::Infix, Some(name)));
        }
        let mut said = None;
        for word in words {
            let in_name = by_name(&|name| begins(name, word)).is_some() || self.codes.iter().any(|code| code == word);
            if !in_name {
                said = Some(self.said.iter().find(|words| begins(&words.folded, word))?);
            }
        }
        Some((Rank::Said, said))
    }

    /// The entry as a result.
    fn found(&self, matched: Option<&Words>) -> Found {
        let matched = matched.map(|words| words.written.clone()).filter(|written| *written != self.label);
        Found { id: self.id.clone(), label: self.label.clone(), detail: self.detail.clone(), matched }
    }
}
