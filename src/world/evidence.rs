//! Who says so: sources, confidence, and places where sources differ.

use serde::Deserialize;

use crate::date::Date;

use super::Id;

/// How well a fact is supported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Weak, or general knowledge that was not looked up; shown as unconfirmed.
    Low,
    /// One decent source.
    Medium,
    /// Official, or two independent sources.
    High,
}

/// What supports a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Keys of sources.
    pub sources: Vec<String>,
    /// How well they support it.
    pub confidence: Confidence,
    /// Caveat or explanation in the words of the atlas.
    pub note: Option<String>,
}

/// A value with its evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim<T> {
    /// What is claimed.
    pub value: T,
    /// When it held, for values that age.
    pub date: Option<Date>,
    /// Who says so.
    pub evidence: Evidence,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Key; the institutional and the route registries have different ones.
    pub key: String,
    /// What it is about.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// What it is called where several share one line of a picture.
    pub short: Option<String>,
    /// Where it was read.
    pub url: String,
    /// Its own date as it prints it; may be a phrase such as "undated".
    pub published: String,
    /// When its archived copy was read.
    pub accessed: Option<Date>,
    /// What sort of document it is.
    pub kind: SourceKind,
    /// The finer word of the register for its kind, where it has one: `mirror`, `travel blog`.
    pub kind_wording: Option<String>,
    /// How the register of the route tables judges it; the other register does not judge.
    pub reliability: Option<Confidence>,
    /// What it was used for, or a caveat.
    pub note: Option<String>,
    /// Whether a fact of this edition cites it; the others were read and weighed all the same.
    pub cited: bool,
}

/// What sort of document a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// The body, government or operator itself.
    Official,
    /// Law or treaty text.
    Law,
    /// A data set.
    Dataset,
    /// Press.
    News,
    /// An encyclopedia.
    Encyclopedia,
    /// The document that the atlas started from.
    Seed,
    /// General knowledge that was not looked up.
    Memory,
    /// Anything else: think tank, company, blog.
    Other,
}

/// A point on which sources differ, with every reading.
#[derive(Debug, Clone, PartialEq)]
pub struct Disagreement {
    /// Key, for the tests and for links.
    pub key: String,
    /// What it is about.
    pub subjects: Vec<Id>,
    /// The question, in a few words.
    pub question: String,
    /// Who says what.
    pub readings: Vec<Reading>,
    /// What the atlas does about it, and why.
    pub handling: String,
}

/// One side of a disagreement.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What is said.
    pub value: String,
    /// By whom.
    pub evidence: Evidence,
}
