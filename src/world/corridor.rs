//! Transport corridors, the segments and nodes they are made of, what moves on them, and customs measures.

use serde::Deserialize;

use crate::date::Date;

use super::{Area, Claim, Confidence, Evidence};

/// A named corridor.
#[derive(Debug, Clone, PartialEq)]
pub struct Corridor {
    /// Key: `TITR`.
    pub key: String,
    /// Full name in English.
    pub name: String,
    /// Short form for lists and labels: `TITR`, `TRIPP`.
    pub abbreviation: Option<String>,
    /// Other names that a search accepts: `Middle Corridor`.
    pub aliases: Vec<String>,
    /// What it is.
    pub description: String,
    /// Agreements and dates.
    pub instrument: String,
    /// Total length as published, in words.
    pub length_wording: String,
    /// Transit times as published, in words.
    pub transit_wording: String,
    /// Who takes part, in words.
    pub members: String,
    /// Caveat on its name or course, where there is one.
    pub caution: Option<Claim<String>>,
    /// Keys of the segments that alone bear its short form, where it is the name of a part; else empty.
    pub named_on: Vec<String>,
    /// Key of the note that every map prints on which the corridor is seen.
    pub map_note: Option<String>,
    /// Areas of cooperation.
    pub areas: Vec<Area>,
    /// Number of pieces that do not touch each other; 1 for a corridor without a gap.
    pub parts: u16,
    /// Why it has more than one piece.
    pub parts_because: Option<String>,
    /// Who says so.
    pub evidence: Evidence,
}

/// How something moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Railway.
    Rail,
    /// Road.
    Road,
    /// Ferry for rail wagons, lorries or passengers.
    Ferry,
    /// Container or general cargo ship.
    ContainerShip,
}

impl Mode {
    /// Whether it crosses water.
    #[must_use]
    pub fn is_sea(self) -> bool {
        matches!(self, Self::Ferry | Self::ContainerShip)
    }
}

/// State of building or service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SegmentStatus {
    /// In service.
    Operational,
    /// Being built.
    UnderConstruction,
    /// Planned.
    Planned,
    /// Service suspended.
    Suspended,
}

/// State of building or service as far as it is known, in the order of bars and sums.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Service {
    /// In service, as a source says.
    Operational,
    /// In service as far as the route table assumes; nobody looked it up.
    Assumed,
    /// Being built.
    UnderConstruction,
    /// Planned.
    Planned,
    /// Service suspended.
    Suspended,
}

/// Where a length comes from, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LengthBasis {
    /// Operator or ministry.
    Official,
    /// Press, encyclopedia chainage.
    Published,
    /// Arithmetic on official or published lengths.
    Derived,
    /// Great circle along the waypoints: a lower bound.
    Computed,
    /// General knowledge that was not looked up.
    Memory,
}

/// How a sum of lengths is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bound {
    /// As it stands.
    Exact,
    /// About: a part is recalled.
    About,
    /// At least: a part is computed.
    AtLeast,
}

impl Bound {
    /// How a sum of lengths with these bases is to be read.
    #[must_use]
    pub fn of(bases: impl IntoIterator<Item = LengthBasis>) -> Self {
        let of = |basis| match basis {
            LengthBasis::Computed => Self::AtLeast,
            LengthBasis::Memory => Self::About,
            LengthBasis::Official | LengthBasis::Published | LengthBasis::Derived => Self::Exact,
        };
        bases.into_iter().map(of).max().unwrap_or(Self::Exact)
    }
}

/// A length with its basis.
#[derive(Debug, Clone, PartialEq)]
pub struct Length {
    /// Kilometres.
    pub km: f64,
    /// Where it comes from.
    pub basis: LengthBasis,
    /// The same in words.
    pub wording: String,
}

/// A piece of one or more corridors.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// Key: `KZ01`.
    pub key: String,
    /// Keys of corridors it belongs to.
    pub corridors: Vec<String>,
    /// Key of the node at its start.
    pub from: String,
    /// Key of the node at its end.
    pub to: String,
    /// How things move on it.
    pub mode: Mode,
    /// Area ids of the countries whose soil it crosses, in order; empty at sea.
    pub countries: Vec<String>,
    /// Name of the sea, for sea legs.
    pub sea: Option<String>,
    /// Length, where known.
    pub length: Option<Length>,
    /// Length along the drawn waypoints in kilometres: a lower bound for railways.
    pub great_circle_km: f64,
    /// Why the length is shorter than the drawn line, where it is.
    pub shorter_because: Option<String>,
    /// Why the length is much longer than the drawn line, where it is.
    pub length_check: Option<String>,
    /// Longest leg without a waypoint in kilometres; on long ones the drawn line can be far off.
    pub longest_leg_km: Option<f64>,
    /// Track gauge in words: `1520`, `1435`, `both`.
    pub gauge: Option<String>,
    /// Electrification in words.
    pub electrified: Option<String>,
    /// Number of tracks in words.
    pub tracks: Option<String>,
    /// How electrification and tracks are known: `sourced`, `partly sourced`, `memory`.
    pub tracks_basis: String,
    /// State of building or service.
    pub status: SegmentStatus,
    /// Date of the evidence for the status, as printed; may be "not checked (assumed in service)".
    pub status_date: String,
    /// Whether sources contradict each other on whether it is in service.
    pub is_contested: bool,
    /// The same as a date, where it is one.
    pub status_as_of: Option<Date>,
    /// Opened, as printed; mostly from memory before 1990.
    pub opened: Option<String>,
    /// Who runs it.
    pub operator: Option<String>,
    /// Bottlenecks and remarks.
    pub bottleneck: Option<String>,
    /// Border crossing at its end, in words, unless there is none.
    pub crossing: Option<String>,
    /// Course: how faithful the drawn line is (`schematic` for all today).
    pub course: String,
    /// Longitude and latitude of the drawn line in degrees, ends included.
    pub line: Vec<[f64; 2]>,
    /// Who says so.
    pub evidence: Evidence,
}

/// What the route table prints for the date of a status that nobody looked up.
const NOT_CHECKED: &str = "not checked";

/// What it prints where nothing was found.
const NOT_KNOWN: &str = "unknown";

impl Segment {
    /// Its state of building or service as far as it is known.
    #[must_use]
    pub fn service(&self) -> Service {
        match self.status {
            SegmentStatus::Operational if self.is_assumed() || self.is_contested => Service::Assumed,
            SegmentStatus::Operational => Service::Operational,
            SegmentStatus::UnderConstruction => Service::UnderConstruction,
            SegmentStatus::Planned => Service::Planned,
            SegmentStatus::Suspended => Service::Suspended,
        }
    }

    /// What the route table says on its state beside a date.
    #[must_use]
    pub fn status_remark(&self) -> Option<&str> {
        let is_date = self.status_as_of.is_some_and(|date| date.to_string() == self.status_date);
        (!is_date && !self.status_date.is_empty() && !self.is_assumed()).then_some(self.status_date.as_str())
    }

    /// Whether it is in service only as far as the route table assumes.
    #[must_use]
    pub fn is_assumed(&self) -> bool {
        let is_open = self.status_date.starts_with(NOT_CHECKED) || self.status_date == NOT_KNOWN;
        self.status == SegmentStatus::Operational && self.status_as_of.is_none() && is_open
    }
}

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NodeKind {
    /// Sea port.
    Seaport,
    /// Ferry terminal.
    FerryTerminal,
    /// Dry port or border station.
    BorderStation,
    /// Capital or hub.
    Hub,
    /// Railway junction.
    Junction,
}

/// A place where segments meet.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Key: `kz_altynkol`.
    pub key: String,
    /// Name in English.
    pub name: String,
    /// Name on the spot.
    pub local_name: Option<String>,
    /// Area id of the country.
    pub country: String,
    /// Area id of a part of the country under another administration: `TRNC`.
    pub within: Option<String>,
    /// What it is.
    pub kind: NodeKind,
    /// Longitude and latitude in degrees.
    pub point: [f64; 2],
    /// Where the coordinates come from.
    pub point_source: String,
    /// Whether wagons change gauge here, or will once its lines are built.
    pub gauge_break: bool,
    /// Whether no line that begins here is in service, or assumed to be.
    pub is_planned: bool,
    /// Remarks.
    pub notes: Option<String>,
    /// Who says so.
    pub evidence: Evidence,
}

impl Node {
    /// Whether wagons change gauge here now.
    #[must_use]
    pub fn breaks_gauge(&self) -> bool {
        self.gauge_break && !self.is_planned
    }

    /// Whether its position was recalled, for the whole or in part, and not looked up.
    #[must_use]
    pub fn is_place_recalled(&self) -> bool {
        self.point_source.contains("memory")
    }

    /// Who says where it lies: a position that was recalled has no source, and is unconfirmed.
    #[must_use]
    pub fn place_evidence(&self) -> Evidence {
        if self.is_place_recalled() {
            Evidence { confidence: Confidence::Low, sources: Vec::new(), note: None }
        } else {
            Evidence { note: None, ..self.evidence.clone() }
        }
    }
}

/// One volume, capacity, time or tariff.
#[derive(Debug, Clone, PartialEq)]
pub struct TrafficFigure {
    /// Corridor key, or none where it is a port or post.
    pub corridor: Option<String>,
    /// Node keys, where it is about ports or posts.
    pub nodes: Vec<String>,
    /// What it is about as printed: `Aktau port`.
    pub subject: String,
    /// Year.
    pub year: Option<i16>,
    /// Part of the year: `year`, `H1`, `9M`, or what else is meant: `capacity`, `target`.
    pub period: String,
    /// Value as a number, where it is one.
    pub value: Option<f64>,
    /// Value as printed.
    pub value_wording: String,
    /// Unit: `tonnes`, `TEU`.
    pub unit: String,
    /// Reporting basis; figures of two bases are never joined.
    pub basis: String,
    /// Who says so.
    pub evidence: Evidence,
}

/// A customs or permit measure.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomsMeasure {
    /// Key: `C1`.
    pub key: String,
    /// What it is.
    pub name: String,
    /// Under whose roof.
    pub body: String,
    /// Keys of taking-part states that have one, and the wording.
    pub states: Vec<String>,
    /// Taking part, as printed.
    pub states_wording: String,
    /// The pairs of states between which it holds, where it does not hold between all of them.
    pub pairs: Vec<MeasurePair>,
    /// Keys of the ports and terminals that it is about, where it is about no borders.
    pub ports: Vec<String>,
    /// Dates and milestones.
    pub milestones: String,
    /// Status in words.
    pub status: String,
    /// Keys of the agreements and programmes that it belongs to.
    pub institutions: Vec<String>,
    /// Keys of the corridors that it is about, where it is about some only.
    pub corridors: Vec<String>,
    /// Areas of cooperation.
    pub areas: Vec<Area>,
    /// Who says so.
    pub evidence: Evidence,
}

/// Two states between which a measure holds.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasurePair {
    /// Their keys.
    pub states: [String; 2],
    /// How far they are, in words.
    pub status: String,
}

impl CustomsMeasure {
    /// How far it is where two countries meet on some corridors; none where it does not hold there.
    #[must_use]
    pub fn between(&self, sides: [&str; 2], corridors: &[String]) -> Option<&str> {
        let is_here = self.corridors.is_empty() || self.corridors.iter().any(|key| corridors.contains(key));
        if !is_here || !self.ports.is_empty() || sides[0] == sides[1] {
            return None;
        }
        if self.pairs.is_empty() {
            let both = sides.iter().all(|side| self.states.iter().any(|state| state == side));
            return both.then_some(self.status.as_str());
        }
        let is_meant = |pair: &&MeasurePair| sides.iter().all(|side| pair.states.iter().any(|state| state == side));
        self.pairs.iter().find(is_meant).map(|pair| pair.status.as_str())
    }

    /// Whether it holds where any two of some countries meet on some corridors.
    #[must_use]
    pub fn holds_among(&self, countries: &[&str], corridors: &[String]) -> bool {
        let pairs =
            countries.iter().enumerate().flat_map(|(at, one)| countries[at + 1..].iter().map(move |o| [*one, *o]));
        pairs.into_iter().any(|sides| self.between(sides, corridors).is_some())
    }
}
