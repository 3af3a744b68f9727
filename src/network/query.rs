//! What can be asked of the network: from where to where, and under which choices.

use serde::{Deserialize, Serialize};

use crate::world::SegmentStatus;

/// Where a route begins, ends or passes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// A node, by its key: `kz_altynkol`.
    Node(String),
    /// Any node on the soil of a state or another country of the map, by its area id, which is the key of a state:
    /// `KZ`, `IR`, `TRNC`.
    Area(String),
}

/// What a route must not touch.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Avoid {
    /// A node, by its key.
    Node(String),
    /// The soil of a state or another country of the map, by its area id.
    Area(String),
    /// A segment, by its key.
    Segment(String),
}

/// Which segments may be used, by their state of building or service. Suspended ones are not on this scale: nobody
/// says when they open again, so only [`Query::suspended`] lets them in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// What operates today.
    #[default]
    Today,
    /// Also what is being built.
    Construction,
    /// Also what is planned.
    Planned,
}

impl Reach {
    /// Every reach, the narrowest first, with its word on the command line.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Today, "today"), (Self::Construction, "construction"), (Self::Planned, "planned")];

    /// Whether it lets a state of building or service in.
    #[must_use]
    pub fn admits(self, status: SegmentStatus) -> bool {
        match status {
            SegmentStatus::Operational => true,
            SegmentStatus::UnderConstruction => self >= Self::Construction,
            SegmentStatus::Planned => self >= Self::Planned,
            SegmentStatus::Suspended => false,
        }
    }
}

/// What the best route has least of; among equals the shortest is best.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aim {
    /// Kilometres; computed lengths count with their lower bound.
    #[default]
    Shortest,
    /// Breaks of gauge.
    Gauge,
    /// Borders.
    Borders,
}

impl Aim {
    /// Every aim with its word on the command line.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Shortest, "shortest"), (Self::Gauge, "gauge"), (Self::Borders, "borders")];
}

/// A question to the network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    /// Where it begins; of a state the node that gives the best route.
    pub from: Place,
    /// Where it ends; of a state the node that gives the best route.
    pub to: Place,
    /// What it passes on the way, in this order.
    pub via: Vec<Place>,
    /// What it does not touch.
    pub avoid: Vec<Avoid>,
    /// Which segments it may use.
    pub reach: Reach,
    /// Whether it may use segments whose service is suspended.
    pub suspended: bool,
    /// Whether it may go by ship.
    pub sea: bool,
    /// What it has least of.
    pub aim: Aim,
    /// How many alternatives are looked for besides the best route.
    pub alternatives: usize,
}

impl Query {
    /// How many alternatives are looked for unless another number is wanted.
    pub const ALTERNATIVES: usize = 3;

    /// The shortest route over what operates today, by land and sea.
    #[must_use]
    pub fn new(from: Place, to: Place) -> Self {
        Self {
            from,
            to,
            via: Vec::new(),
            avoid: Vec::new(),
            reach: Reach::default(),
            suspended: false,
            sea: true,
            aim: Aim::default(),
            alternatives: Self::ALTERNATIVES,
        }
    }
}
