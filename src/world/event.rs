//! What happened when, and who was in the chair.

use serde::{Deserialize, Serialize};

use crate::date::Date;

use super::{Evidence, Id};

/// Area of cooperation, as the founding document of the atlas lists them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Area {
    /// Economy.
    Economy,
    /// Trade.
    Trade,
    /// Investment.
    Investment,
    /// Transport.
    Transport,
    /// Digitalisation.
    Digitalisation,
    /// Energy.
    Energy,
    /// Agriculture.
    Agriculture,
    /// Customs.
    Customs,
    /// Science, research and education.
    Science,
}

impl Area {
    /// Every area with its word in the assets and in message keys.
    pub const ALL: [(Self, &'static str); 9] = [
        (Self::Economy, "economy"),
        (Self::Trade, "trade"),
        (Self::Investment, "investment"),
        (Self::Transport, "transport"),
        (Self::Digitalisation, "digitalisation"),
        (Self::Energy, "energy"),
        (Self::Agriculture, "agriculture"),
        (Self::Customs, "customs"),
        (Self::Science, "science"),
    ];
}

/// What sort of event it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// Summit of Turkic-speaking states, 1992 to 2010.
    TurkicSpeakingSummit,
    /// Summit of the Council or the Organization, numbered.
    FormalSummit,
    /// Informal summit.
    InformalSummit,
    /// Extraordinary summit.
    ExtraordinarySummit,
    /// Heads of government and vice presidents.
    HeadsOfGovernment,
    /// Ministers.
    Ministerial,
    /// An institution is founded, opened or changed.
    Institution,
    /// A state joins, or takes a step to.
    Membership,
    /// A treaty is signed, ratified or enters into force.
    Treaty,
    /// Happened outside the OTS and matters to it.
    Related,
}

/// Something that happened or is planned.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Key: `s8`.
    pub key: String,
    /// First day, as precise as known.
    pub date: Date,
    /// Last day, where it took several.
    pub end: Option<Date>,
    /// What sort of event.
    pub kind: EventKind,
    /// Number in its series.
    pub number: Option<u16>,
    /// Headline.
    pub title: String,
    /// Place name; "by video" where there was none.
    pub place: Option<String>,
    /// Area id of the country.
    pub country: Option<String>,
    /// Longitude and latitude in degrees.
    pub point: Option<[f64; 2]>,
    /// What was decided.
    pub decision: String,
    /// Whether it had not happened when the facts were gathered.
    pub planned: bool,
    /// Areas of cooperation.
    pub areas: Vec<Area>,
    /// Who took part, as printed: "Olzhas Bektenov", with the state's key.
    pub participants: Vec<(String, Option<String>)>,
    /// What it is about.
    pub subjects: Vec<Id>,
    /// Who says so.
    pub evidence: Evidence,
}

/// A state in the chair of the OTS.
#[derive(Debug, Clone, PartialEq)]
pub struct Chairmanship {
    /// Key of the state.
    pub state: String,
    /// From when.
    pub from: Date,
    /// Until when; none while it lasts.
    pub to: Option<Date>,
    /// Who says so.
    pub evidence: Evidence,
}
