//! States, the observer entity and the observer organisation, their status through time and their figures.

use std::collections::BTreeMap;

use crate::date::Date;

use super::{Claim, Evidence};

/// Standing in the OTS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Member state; `founding` members signed the Nakhchivan Agreement.
    Member {
        /// Whether it signed the founding treaty.
        founding: bool,
    },
    /// Observer state.
    Observer,
    /// Observer that is an entity in the sense of the 2022 Protocol: Northern Cyprus.
    ObserverEntity,
    /// Observer organisation, not on the map: ECO.
    ObserverOrganisation,
}

/// A state, entity or organisation.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// Key: `KZ`; `TRNC` for Northern Cyprus, which has no code; `ECO`.
    pub key: String,
    /// ISO 3166 codes alpha-2, alpha-3 and numeric, where there are any.
    pub iso: Option<Claim<[String; 3]>>,
    /// Standing through time, earliest first; the membership that others call "status".
    pub status: Vec<StatusChange>,
    /// Other dated steps: declarations, ratifications, applications.
    pub steps: Vec<Claim<String>>,
    /// Day on which a source last confirmed the status, with the source.
    pub confirmed: Option<Claim<String>>,
    /// Caveats that must be read with the entry.
    pub cautions: Vec<Claim<String>>,
    /// Short names by language code.
    pub names: BTreeMap<String, Claim<String>>,
    /// Other names that a search accepts: `Turkey`.
    pub aliases: Vec<String>,
    /// Long official name in English.
    pub official_name: Claim<String>,
    /// Its own name for itself, short and long.
    pub endonym: Option<Claim<String>>,
    /// Long form of its own name.
    pub endonym_long: Option<Claim<String>>,
    /// Official languages, in English.
    pub languages: Option<Claim<Vec<String>>>,
    /// Capital: name, local name.
    pub capital: Option<Claim<(String, String)>>,
    /// Longitude and latitude of the capital in degrees.
    pub capital_point: Option<[f64; 2]>,
    /// Currency: ISO 4217 code, name.
    pub currency: Option<Claim<(String, String)>>,
    /// Groups that are not institutions of the Turkic world: CIS, EU, NATO, with the role there.
    pub groups: Vec<Claim<(String, String)>>,
    /// Other facts by label: `ots_status`, `ots_role`, `leader`, `website`, `members`, `seat`.
    pub details: Vec<(String, Claim<String>)>,
}

/// Standing from a date on.
#[derive(Debug, Clone, PartialEq)]
pub struct StatusChange {
    /// Standing after the change.
    pub status: Status,
    /// From when.
    pub from: Date,
    /// Until when; none while it lasts.
    pub to: Option<Date>,
    /// Key of the event at which it was decided.
    pub event: Option<String>,
    /// What happened, in a few words.
    pub wording: String,
    /// Who says so.
    pub evidence: Evidence,
}

/// A figure of a state.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// Key of the state; `members` for the five members together, `members_and_observers` for all.
    pub state: String,
    /// `population`, `area_km2`, `gdp_nominal_usd_bn`.
    pub measure: String,
    /// Series it belongs to, such as `World Bank`; values of two series are never mixed.
    pub series: String,
    /// Whether the inspector shows this one first; the others are shown as alternatives.
    pub preferred: bool,
    /// Value in the unit of the measure, with its year as date; none where it is known not to exist.
    pub value: Option<f64>,
    /// Whether it is told as an estimate only.
    pub estimate: bool,
    /// Year of the value.
    pub date: Option<Date>,
    /// Who says so.
    pub evidence: Evidence,
}
