//! What can be wrong with the assets, each with its place and one clear sentence.

use std::fmt;

/// Something wrong with the assets, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Path of the file below the assets: `facts/states.toml`.
    pub file: String,
    /// Line in the file, counted from 1, where it is known.
    pub line: Option<usize>,
    /// What it is about: `state KZ`, `segment KZ01`.
    pub feature: Option<String>,
    /// What is wrong.
    pub what: ProblemKind,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq)]
pub enum ProblemKind {
    /// The file is not there or cannot be read.
    Missing(String),
    /// The file is larger than any honest one; the size in bytes.
    TooLarge(u64),
    /// The file is not text in UTF-8.
    NotUtf8,
    /// The file cannot be parsed; what the parser says.
    Syntax(String),
    /// A row lacks a field, has one too many, or one of the wrong type or value; what the parser says.
    Row(String),
    /// Two rows have the same key.
    DuplicateId,
    /// A key that names nothing: the kind of thing and the key.
    Unknown(&'static str, String),
    /// A fact without a source.
    NoSource,
    /// A source that no fact cites and that is not marked so.
    Uncited,
    /// No English name or wording.
    NoEnglish,
    /// An empty name; the language.
    NoName(String),
    /// A state without a shape on the map.
    NoGeometry,
    /// An end before the beginning.
    Backwards,
    /// Two rows that claim different things for the same time; the other row.
    Overlap(String),
    /// Confidence above low on memory alone.
    Overconfident,
    /// Low confidence without a word on why.
    Unexplained,
    /// A line that does not begin or end at its node: the node, and kilometres from it.
    EndpointOff(String, f64),
    /// A length shorter than the straight line: length and great circle in kilometres.
    TooShort(f64, f64),
    /// A stored great circle that is not that of the line: stored and computed kilometres.
    GreatCircle(f64, f64),
    /// Segments of a corridor that do not connect: pieces found, pieces that the row admits.
    Gap(usize, u16),
    /// More than one piece without a reason.
    PartsUnexplained,
    /// A figure that is infinite or not a number.
    NotANumber,
    /// Not exactly one of the figures for the same thing is preferred; how many are.
    Preferred(usize),
    /// A figure without a reporting basis.
    NoBasis,
    /// Coordinates that cannot be longitude and latitude in degrees; a hint.
    Coordinates(String),
    /// A ring or line that cannot be drawn and was left out; why.
    Shape(String),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.file)?;
        if let Some(line) = self.line {
            write!(f, "{line}:")?;
        }
        if let Some(feature) = &self.feature {
            write!(f, " {feature}:")?;
        }
        write!(f, " {}", self.what)
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(why) => write!(f, "The file cannot be read: {why}."),
            Self::TooLarge(size) => {
                write!(f, "The file has {size} bytes; more than {} are refused.", super::files::LARGEST)
            }
            Self::NotUtf8 => f.write_str("The file is not text in UTF-8; save it again as UTF-8."),
            Self::Syntax(what) => write!(f, "The file cannot be parsed: {what}."),
            Self::Row(what) => write!(f, "The row was left out: {what}."),
            Self::DuplicateId => f.write_str("The key is there twice; keys must differ."),
            Self::Unknown(what, key) => write!(f, "There is no {what} “{key}”."),
            Self::NoSource => f.write_str("The fact has no source; every fact needs one."),
            Self::Uncited => f.write_str("No fact cites the source; write `cited = false` or cite it."),
            Self::NoEnglish => f.write_str("The English name or wording is missing."),
            Self::NoName(language) => write!(f, "The name in the language “{language}” is empty."),
            Self::NoGeometry => f.write_str("The state has no area in geo/areas-50m.geojson."),
            Self::Backwards => f.write_str("It ends before it begins."),
            Self::Overlap(other) => write!(f, "It overlaps in time with {other}."),
            Self::Overconfident => f.write_str("Memory alone supports low confidence only."),
            Self::Unexplained => f.write_str("Low confidence needs a note that says why."),
            Self::EndpointOff(node, km) => write!(f, "The line ends {km:.1} km from its node {node}."),
            Self::TooShort(km, straight) => {
                write!(
                    f,
                    "The length of {km} km is shorter than the straight line of {straight:.1} km; correct it or write `shorter_because`."
                )
            }
            Self::GreatCircle(stored, computed) => {
                write!(f, "The great circle is written as {stored} km, but the line has {computed:.1} km.")
            }
            Self::Gap(found, admitted) => {
                write!(f, "Its segments fall into {found} pieces that do not touch; the row admits {admitted}.")
            }
            Self::PartsUnexplained => f.write_str("More than one piece needs `parts_because`."),
            Self::NotANumber => f.write_str("The figure is not a finite number."),
            Self::Preferred(count) => {
                write!(f, "Of the figures for the same thing {count} are preferred; it must be one.")
            }
            Self::NoBasis => f.write_str("The reporting basis is missing; write who counts what."),
            Self::Coordinates(hint) => write!(f, "Coordinates must be longitude and latitude in degrees: {hint}."),
            Self::Shape(why) => write!(f, "A shape was left out: {why}."),
        }
    }
}
