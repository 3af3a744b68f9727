//! Everything the atlas knows: states, institutions, memberships, corridors, events, sources and shapes.
//!
//! Built once from the assets by [`load`] and never changed. Every fact carries its [`Evidence`].

mod changes;
mod corridor;
mod days;
mod event;
mod evidence;
mod find;
mod geography;
mod id;
mod institution;
mod load;
mod query;
mod route;
mod state;

pub use self::load::{Files, LARGEST, Loaded, Problem, ProblemKind, embedded, load, load_near};
pub use changes::{Altered, Period, Presence, Revised, Revision, RoleChange, Said, StandingChange, Turn};
pub use corridor::{
    Bound, Corridor, CustomsMeasure, Length, LengthBasis, MeasurePair, Mode, Node, NodeKind, Segment, SegmentStatus,
    Service, TrafficFigure,
};
pub use days::FormerName;
pub use event::{Area, Chairmanship, Event, EventKind};
pub use evidence::{Claim, Confidence, Disagreement, Evidence, Reading, Source, SourceKind};
pub use find::{Translation, Translations, Unresolved};
pub use geography::{Boundary, BoundaryStatus, Geography, Land, Parts, Place, PlaceKind, Ring, Scale, Water};
pub use id::{Id, Kind, UnknownId};
pub use institution::{Institution, InstitutionKind, Membership, Role, Seat, Tenure};
pub use route::{Aim, Avoid, MOST, Place as RoutePlace, Query, Reach};
pub use state::{Indicator, State, Status, StatusChange};

use std::collections::BTreeMap;

use crate::date::Day;

/// All facts, in the order of the assets.
#[derive(Debug, Default)]
pub struct World {
    /// Day that the edition of the facts is as of; the default as-of date.
    pub edition: Option<Day>,
    /// States, observer entity and observer organisation, members first.
    pub states: Vec<State>,
    /// Names that things bore before the present ones.
    pub former_names: Vec<FormerName>,
    /// Names in other languages than English.
    pub translations: Translations,
    /// Institutions, agreements, programmes and proposals.
    pub institutions: Vec<Institution>,
    /// Who takes part in which institution, as what, from when to when.
    pub memberships: Vec<Membership>,
    /// Events in order of their dates.
    pub events: Vec<Event>,
    /// Chairmanships of the OTS in order of their dates.
    pub chairmanships: Vec<Chairmanship>,
    /// Population, area and gross domestic product by state and year.
    pub indicators: Vec<Indicator>,
    /// Transport corridors.
    pub corridors: Vec<Corridor>,
    /// Pieces of corridors between two nodes.
    pub segments: Vec<Segment>,
    /// Stations, ports, border posts.
    pub nodes: Vec<Node>,
    /// Volumes, capacities, times and tariffs.
    pub traffic: Vec<TrafficFigure>,
    /// Customs and permit digitalisation.
    pub measures: Vec<CustomsMeasure>,
    /// Points on which sources differ.
    pub disagreements: Vec<Disagreement>,
    /// Documents that facts cite.
    pub sources: Vec<Source>,
    /// Names of terms and of the organisation by language: `ots_name` → `tr` → claim.
    pub terms: BTreeMap<String, BTreeMap<String, Claim<String>>>,
    /// Notes that the map prints: `boundaries`, `northern_cyprus`, `tripp`, `schematic`, `aral` → language → wording.
    pub notes: BTreeMap<String, BTreeMap<String, String>>,
    /// Another edition that is compared with this one.
    pub revision: Option<Box<Revision>>,
    /// Shapes of land and water at the two scales.
    pub geography: Geography,
}
