//! Names of things: a kind and a key, written `state:KZ`.

use std::fmt;
use std::str::FromStr;

/// What sort of thing an [`Id`] names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A state, entity or organisation with a status in the OTS.
    State,
    /// An institution, agreement, programme or proposal.
    Institution,
    /// A transport corridor.
    Corridor,
    /// A piece of a corridor.
    Segment,
    /// A station, port or border post.
    Node,
    /// An event.
    Event,
    /// A customs or permit measure.
    Measure,
    /// A document that facts cite.
    Source,
    /// A way between two places that the reader asked for; its key is the question, see [`super::Query::id`].
    Route,
    /// What changed between two days; its key is the pair of them, see [`super::Period::id`].
    Changes,
    /// Two to eight states side by side, see [`super::World::compared`].
    Comparison,
    /// What the facts say otherwise than another edition of them, see [`super::Revision`].
    Edition,
    /// The part of one state in one institution, see [`super::World::seat`].
    Role,
}

impl Kind {
    /// Every kind, in the order in which lists show them.
    pub const ALL: [Self; 13] = [
        Self::State,
        Self::Institution,
        Self::Corridor,
        Self::Segment,
        Self::Node,
        Self::Event,
        Self::Measure,
        Self::Source,
        Self::Route,
        Self::Changes,
        Self::Comparison,
        Self::Edition,
        Self::Role,
    ];

    /// The kinds of which the facts hold a list; routes and changes are asked for.
    pub const LISTED: &'static [Self] = Self::ALL.split_at(8).0;

    /// The word before the colon.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Institution => "institution",
            Self::Corridor => "corridor",
            Self::Segment => "segment",
            Self::Node => "node",
            Self::Event => "event",
            Self::Measure => "measure",
            Self::Source => "source",
            Self::Route => "route",
            Self::Changes => "changes",
            Self::Comparison => "compare",
            Self::Edition => "edition",
            Self::Role => "role",
        }
    }
}

/// Names one thing in the world.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id {
    /// What sort of thing.
    pub kind: Kind,
    /// Its key among things of its kind: `KZ`, `tif`, `TITR`, `KZ01`, `kz_altynkol`, `s8`.
    pub key: String,
}

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownId(pub String);

impl fmt::Display for UnknownId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is not of the form kind:key, such as state:KZ", self.0)
    }
}

impl std::error::Error for UnknownId {}

impl Id {
    /// Whether it is a line that can be drawn straight, by kilometre: a corridor or a route.
    #[must_use]
    pub fn has_strip(&self) -> bool {
        matches!(self.kind, Kind::Corridor | Kind::Route)
    }

    /// Names a thing.
    pub fn new(kind: Kind, key: impl Into<String>) -> Self {
        Self { kind, key: key.into() }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind.word(), self.key)
    }
}

impl FromStr for Id {
    type Err = UnknownId;

    fn from_str(text: &str) -> Result<Self, UnknownId> {
        let wrong = || UnknownId(text.chars().take(80).collect());
        let (word, key) = text.split_once(':').ok_or_else(wrong)?;
        let kind = Kind::ALL.into_iter().find(|k| k.word() == word).ok_or_else(wrong)?;
        if key.is_empty() {
            return Err(wrong());
        }
        Ok(Self::new(kind, key))
    }
}

impl serde::Serialize for Id {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Id {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
