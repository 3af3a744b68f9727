//! What can be asked about a route: from where to where, and under which choices.
//!
//! A question has a short text form, the key of an [`Id`], so that a route is selected, kept and shared like
//! everything else: `route:kz_altynkol~tr_kars~planned~no-sea~via=AZ~avoid=KZ02`.

use serde::{Deserialize, Serialize};

use super::{Id, Kind, SegmentStatus, World};

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
    /// Which of the routes is looked at: 0 is the best.
    pub chosen: usize,
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
            chosen: 0,
        }
    }

    /// The id of the route: what differs from the usual choices stands behind the two ends. The number of alternatives
    /// that are looked for is not part of it.
    #[must_use]
    pub fn id(&self) -> Id {
        let mut parts = vec![self.from.key().to_owned(), self.to.key().to_owned()];
        let mut word = |word: &str| parts.push(word.to_owned());
        if let Some((_, reach)) = Reach::ALL.iter().find(|(it, _)| *it == self.reach && *it != Reach::default()) {
            word(reach);
        }
        if let Some((_, aim)) = Aim::ALL.iter().find(|(it, _)| *it == self.aim && *it != Aim::default()) {
            word(aim);
        }
        if self.suspended {
            word(SUSPENDED);
        }
        if !self.sea {
            word(NO_SEA);
        }
        parts.extend(self.via.iter().map(|via| format!("{VIA}{}", via.key())));
        parts.extend(self.avoid.iter().map(|avoid| format!("{AVOID}{}", avoid.key())));
        if self.chosen > 0 {
            parts.push(format!("{CHOSEN}{}", self.chosen + 1));
        }
        Id::new(Kind::Route, parts.join(SEPARATOR))
    }
}

impl Place {
    /// Key of the node, or id of the area.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Node(key) | Self::Area(key) => key,
        }
    }
}

impl Avoid {
    /// Key of the node or segment, or id of the area.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Node(key) | Self::Area(key) | Self::Segment(key) => key,
        }
    }
}

/// Between the parts of a key.
const SEPARATOR: &str = "~";

/// Words of a key besides those of reach and aim.
const SUSPENDED: &str = "suspended";
const NO_SEA: &str = "no-sea";
const VIA: &str = "via=";
const AVOID: &str = "avoid=";
const CHOSEN: &str = "way=";

/// Most places on the way, and most things to be avoided, of one question.
pub const MOST: usize = 7;

impl World {
    /// The question behind the key of a route; none where a part of it is unknown or stands there twice.
    #[must_use]
    pub fn route(&self, key: &str) -> Option<Query> {
        let mut parts = key.split(SEPARATOR);
        let mut query = Query::new(self.stop(parts.next()?)?, self.stop(parts.next()?)?);
        for part in parts {
            if let Some((reach, _)) = Reach::ALL.iter().find(|(_, word)| *word == part) {
                query.reach = *reach;
            } else if let Some((aim, _)) = Aim::ALL.iter().find(|(_, word)| *word == part) {
                query.aim = *aim;
            } else if let Some(via) = part.strip_prefix(VIA) {
                query.via.push(self.stop(via)?);
            } else if let Some(avoid) = part.strip_prefix(AVOID) {
                query.avoid.push(self.obstacle(avoid)?);
            } else if let Some(number) = part.strip_prefix(CHOSEN) {
                query.chosen = number.parse::<usize>().ok()?.checked_sub(1)?;
            } else if part == SUSPENDED {
                query.suspended = true;
            } else if part == NO_SEA {
                query.sea = false;
            } else {
                return None;
            }
        }
        // One key for one question: what is written otherwise, or with too much in it, is none.
        let bounded = query.chosen <= Query::ALTERNATIVES && query.via.len().max(query.avoid.len()) <= MOST;
        (bounded && query.id().key == key).then_some(query)
    }

    /// Every part that the key of a route of this edition can have.
    pub fn route_words(&self) -> impl Iterator<Item = String> {
        let places = || self.nodes.iter().map(|node| &node.key).chain(self.geography.names.keys()).cloned();
        let avoided = places().chain(self.segments.iter().map(|segment| segment.key.clone()));
        let words = Reach::ALL.into_iter().map(|(_, word)| word).chain(Aim::ALL.into_iter().map(|(_, word)| word));
        places()
            .chain(words.chain([SUSPENDED, NO_SEA]).map(str::to_owned))
            .chain(places().map(|key| format!("{VIA}{key}")))
            .chain(avoided.map(|key| format!("{AVOID}{key}")))
            .chain((1..=Query::ALTERNATIVES).map(|at| format!("{CHOSEN}{}", at + 1)))
    }

    /// The place with a key: a node, or a country of the map.
    fn stop(&self, key: &str) -> Option<Place> {
        if self.node(key).is_some() {
            return Some(Place::Node(key.to_owned()));
        }
        self.geography.names.contains_key(key).then(|| Place::Area(key.to_owned()))
    }

    /// What can be avoided: a segment or a place.
    fn obstacle(&self, key: &str) -> Option<Avoid> {
        if self.segment(key).is_some() {
            return Some(Avoid::Segment(key.to_owned()));
        }
        self.stop(key).map(|place| match place {
            Place::Node(key) => Avoid::Node(key),
            Place::Area(key) => Avoid::Area(key),
        })
    }

    /// The place of a route that a thing stands for: a node, or a state on the map.
    #[must_use]
    pub fn place(&self, id: &Id) -> Option<Place> {
        let fits = matches!(id.kind, Kind::Node | Kind::State);
        fits.then(|| self.stop(&id.key)).flatten()
    }

    /// What a place of a route is called.
    #[must_use]
    pub fn place_name(&self, place: &Place, language: &str) -> String {
        match place {
            Place::Node(key) => self.name(&Id::new(Kind::Node, key.as_str()), language),
            Place::Area(key) if self.state(key).is_some() => self.name(&Id::new(Kind::State, key.as_str()), language),
            Place::Area(key) => {
                let names = self.geography.names.get(key);
                let name = names.and_then(|names| names.get(language).or_else(|| names.get("en")));
                name.unwrap_or(key).clone()
            }
        }
    }

    /// What that is called which a route does not touch.
    #[must_use]
    pub fn avoid_name(&self, avoid: &Avoid, language: &str) -> String {
        match avoid {
            Avoid::Node(key) => self.name(&Id::new(Kind::Node, key.as_str()), language),
            Avoid::Segment(key) => self.name(&Id::new(Kind::Segment, key.as_str()), language),
            Avoid::Area(key) => self.place_name(&Place::Area(key.clone()), language),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::{Files, load};

    #[test]
    fn keys_lead_back() {
        let world = load(&Files::Embedded).world;
        let node = |key: &str| Place::Node(key.to_owned());
        let area = |key: &str| Place::Area(key.to_owned());
        let plain = Query::new(node("kz_altynkol"), area("TR"));
        assert_eq!(plain.id().to_string(), "route:kz_altynkol~TR");
        let full = Query {
            via: vec![area("AZ"), node("tr_kars")],
            avoid: vec![Avoid::Area("IR".into()), Avoid::Segment("KZ02".into()), Avoid::Node("uz_tashkent".into())],
            reach: Reach::Planned,
            suspended: true,
            sea: false,
            aim: Aim::Borders,
            chosen: 2,
            ..plain.clone()
        };
        for query in [plain, full] {
            assert_eq!(world.route(&query.id().key), Some(query));
        }
    }

    #[test]
    fn other_texts_are_no_routes() {
        let world = load(&Files::Embedded).world;
        let many = format!("KZ~TR{}", "~via=AZ".repeat(MOST + 1));
        let wrong = [
            "",
            "KZ",
            "KZ~",
            "KZ~XX",
            "KZ~TR~",
            "KZ~TR~fast",
            "KZ~TR~today",
            "KZ~TR~no-sea~planned",
            "KZ~TR~way=1",
            "KZ~TR~way=99",
            "KZ~TR~via=nowhere",
            "KZ~TR~avoid=",
            &many,
        ];
        for key in wrong {
            assert_eq!(world.route(key), None, "{key}");
        }
    }
}
