//! Another edition of the facts beside the one in force, and what the one in force says otherwise.

use std::collections::BTreeMap;

use crate::date::Day;
use crate::world::{Confidence, Id, Kind, Source, State, World};

use super::{Turn, standing, turn, weight};

/// Another edition, and what the one in force says otherwise; both are never changed.
#[derive(Debug)]
pub struct Revision {
    /// What stands for the other edition in ids: its day and a digest of its files, such as `2026-06-01~1f2e3d4c`.
    pub key: String,
    /// All that the other edition says.
    pub other: World,
    /// What differs, in reading order, by language code.
    pub revised: BTreeMap<&'static str, Vec<Revised>>,
    /// The states of which the two do not say the same, and which way they went from there to here.
    pub states: Vec<(String, Turn)>,
}

/// A thing of which the two editions do not say the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Revised {
    /// Which thing.
    pub id: Id,
    /// What it is called, in the edition that has it.
    pub name: String,
    /// Whether both editions have it.
    pub presence: Presence,
    /// What is said otherwise, in reading order; of what only one edition has, all that it says.
    pub facts: Vec<Altered>,
}

/// Which editions have a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Only the one in force.
    New,
    /// Only the other one.
    Gone,
    /// Both.
    Altered,
}

/// A fact that is said otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Altered {
    /// Heading of the page under which it stands.
    pub section: String,
    /// What it is about.
    pub label: String,
    /// What the other edition says; none where it says nothing.
    pub before: Option<Said>,
    /// What the edition in force says; none where it says nothing.
    pub after: Option<Said>,
}

/// A fact in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// The words.
    pub words: String,
    /// How well it is supported, where that is told.
    pub confidence: Option<Confidence>,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

impl Revision {
    /// Another edition beside a world, with what differs by language code.
    #[must_use]
    pub fn new(world: &World, other: World, key: String, revised: BTreeMap<&'static str, Vec<Revised>>) -> Self {
        let english = revised.get("en").map(Vec::as_slice).unwrap_or_default();
        let states = turns(world, &other, english);
        Self { key, other, revised, states }
    }

    /// The id of what differs: `edition:2026-06-01~1f2e3d4c`.
    #[must_use]
    pub fn id(&self) -> Id {
        Id::new(Kind::Edition, self.key.as_str())
    }

    /// The day that the other edition is as of, from a key.
    #[must_use]
    pub fn day(key: &str) -> Option<Day> {
        key.split_once('~')?.0.parse().ok()
    }

    /// What differs, in a language or else in English.
    #[must_use]
    pub fn revised(&self, language: &str) -> &[Revised] {
        self.revised.get(language).or_else(|| self.revised.get("en")).map(Vec::as_slice).unwrap_or_default()
    }
}

impl World {
    /// The other edition, where an id speaks of it.
    #[must_use]
    pub fn revision_of(&self, id: &Id) -> Option<&Revision> {
        self.revision.as_deref().filter(|revision| id.kind == Kind::Edition && revision.key == id.key)
    }

    /// A source by its key, also one that only the other edition has.
    #[must_use]
    pub fn source_of_any(&self, key: &str) -> Option<&Source> {
        self.source(key).or_else(|| self.revision.as_ref()?.other.source(key))
    }
}

/// Which way the states went of which the other edition does not say the same: by their standing, else by their roles
/// taken together.
fn turns(world: &World, other: &World, revised: &[Revised]) -> Vec<(String, Turn)> {
    let rank = |world: &World, key: &str| {
        let status = world.state(key).and_then(|state: &State| state.status_at(world.as_of(None)));
        standing(status.map(|it| it.status))
    };
    let roles = |world: &World, key: &str| {
        let part = |body: &str| weight(world.sure_role_at(body, key, world.as_of(None)));
        world.institutions.iter().map(|body| usize::from(part(&body.key))).sum::<usize>()
    };
    let states = revised.iter().filter(|revised| revised.id.kind == Kind::State).map(|revised| &revised.id.key);
    let went = states.map(|key| {
        let by_standing = turn(rank(other, key), rank(world, key));
        let by_roles = || turn(roles(other, key), roles(world, key));
        (key.clone(), if by_standing == Turn::Other { by_roles() } else { by_standing })
    });
    went.collect()
}
