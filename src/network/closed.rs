//! Why there is no way: which single choice closes it.

use super::search::Run;
use super::{Avoid, Network, Place, Query, Reach, Way};

/// Why there is no way.
#[derive(Debug, Clone, PartialEq)]
pub enum NoWay {
    /// The beginning and the end are one place, or one lies in the other.
    SamePlace,
    /// The network has no stop there.
    Unknown(Place),
    /// A place where the way begins, passes or ends is itself to be avoided.
    Avoided(Place),
    /// No way under these choices.
    Closed {
        /// The choices that close it: without any single one of them there is a way.
        openings: Vec<Opening>,
        /// The best way without any of the choices, from the beginning to the end; none where the network itself has
        /// no way. Told apart from the openings: where it is there and they are empty, several choices close the way
        /// together.
        otherwise: Option<Way>,
    },
}

/// A choice that closes the way, and the best way without it.
#[derive(Debug, Clone, PartialEq)]
pub struct Opening {
    /// The choice that would have to be given up.
    pub condition: Condition,
    /// The way that there would be.
    pub way: Way,
}

/// A choice that can be given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// Nothing that is still to be built: the narrowest reach that opens a way.
    Reach(Reach),
    /// No suspended segments.
    Suspended,
    /// No ships.
    Sea,
    /// Not to touch this.
    Avoid(Avoid),
    /// To pass this.
    Via(Place),
}

impl Condition {
    /// The same question without this choice, looking at its best way.
    #[must_use]
    pub fn given_up(&self, query: &Query) -> Query {
        let mut free = Query { chosen: 0, ..query.clone() };
        match self {
            Self::Reach(reach) => free.reach = *reach,
            Self::Suspended => free.suspended = true,
            Self::Sea => free.sea = true,
            Self::Avoid(avoid) => free.avoid.retain(|it| it != avoid),
            Self::Via(via) => free.via.retain(|it| it != via),
        }
        free
    }
}

/// Why there is no way, by giving up one choice after the other.
pub(super) fn why(network: &Network, query: &Query) -> NoWay {
    let best = |query: &Query| Run::new(network, query).ok()?.best().map(|steps| Way::new(network, &steps));
    let mut openings = Vec::new();
    let mut open = |condition: Condition, query: Query| {
        let way = best(&query);
        let opens = way.is_some();
        openings.extend(way.map(|way| Opening { condition, way }));
        opens
    };
    for (reach, _) in Reach::ALL.into_iter().filter(|(reach, _)| *reach > query.reach) {
        if open(Condition::Reach(reach), Query { reach, ..query.clone() }) {
            break;
        }
    }
    if !query.suspended {
        open(Condition::Suspended, Query { suspended: true, ..query.clone() });
    }
    if !query.sea {
        open(Condition::Sea, Query { sea: true, ..query.clone() });
    }
    for (at, avoid) in query.avoid.iter().enumerate() {
        let mut without = query.clone();
        without.avoid.remove(at);
        open(Condition::Avoid(avoid.clone()), without);
    }
    for (at, via) in query.via.iter().enumerate() {
        let mut without = query.clone();
        without.via.remove(at);
        open(Condition::Via(via.clone()), without);
    }
    let free = Query { reach: Reach::Planned, suspended: true, ..Query::new(query.from.clone(), query.to.clone()) };
    NoWay::Closed { openings, otherwise: best(&free) }
}
