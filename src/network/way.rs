//! A way through the network: its legs, and what is counted along it.

use std::collections::BTreeMap;

use crate::world::{LengthBasis, Mode, SegmentStatus, Service};

use super::gauge::Track;
use super::search::Step;
use super::{Gauge, Network, Soil};

/// A way from one stop to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// Its pieces in order; never empty.
    pub legs: Vec<Leg>,
    /// Where the gauge breaks, in order.
    pub breaks: Vec<GaugeBreak>,
    /// Places with a break of gauge on the way where a wagon that began on this way need not change, in order: the
    /// railways on both sides share a gauge, or the way begins or ends there.
    pub passed_breaks: Vec<String>,
    /// Where the country changes, in order.
    pub borders: Vec<Border>,
}

/// One segment on a way.
#[derive(Debug, Clone, PartialEq)]
pub struct Leg {
    /// Key of the segment.
    pub segment: String,
    /// Key of the node where the way enters it.
    pub from: String,
    /// Key of the node where the way leaves it.
    pub to: String,
    /// Whether it is travelled from its start to its end.
    pub forward: bool,
    /// Kilometres from the beginning of the way to where it is entered.
    pub start_km: f64,
    /// Its length in kilometres.
    pub km: f64,
    /// Where the length comes from.
    pub basis: LengthBasis,
    /// How things move on it.
    pub mode: Mode,
    /// State of building or service.
    pub status: SegmentStatus,
    /// The same as far as it is known.
    pub service: Service,
    /// Track gauge.
    pub gauge: Gauge,
    /// The countries on whose soil it lies, in the direction of travel; empty at sea. Where there are several, the
    /// drawn line divides the length.
    pub soil: Vec<Soil>,
}

impl Leg {
    /// Kilometres from the beginning of the way to where it is left.
    #[must_use]
    pub fn end_km(&self) -> f64 {
        self.start_km + self.km
    }

    /// Whether its length is divided among countries by the drawn line.
    #[must_use]
    pub fn is_split(&self) -> bool {
        self.soil.len() > 1
    }
}

/// A place where the railways before and after cannot share a gauge. Roads, ships and railways of unknown gauge in
/// between do not mend the break, and what is unknown is not counted: the number of breaks is a lower bound where a
/// gauge is unknown.
#[derive(Debug, Clone, PartialEq)]
pub struct GaugeBreak {
    /// Key of the node: of those between the two gauges the last one at which the facts know a break of gauge, or
    /// else the one where the new gauge begins.
    pub node: String,
    /// Kilometres from the beginning of the way.
    pub km: f64,
    /// Gauge before.
    pub before: Gauge,
    /// Gauge after.
    pub after: Gauge,
    /// Whether a sea leg lies between the two.
    pub across_sea: bool,
}

/// A change of country.
#[derive(Debug, Clone, PartialEq)]
pub struct Border {
    /// Area id of the country that is left.
    pub from: String,
    /// Area id of the country that is entered.
    pub to: String,
    /// Kilometres from the beginning of the way; for a sea leg where it ends.
    pub km: f64,
    /// Where it is.
    pub at: BorderAt,
}

/// Where a country changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BorderAt {
    /// At a node, by its key.
    Node(String),
    /// Along a leg, by its number, as far as the drawn line tells.
    Leg(usize),
    /// Across the sea, by the number of the leg.
    Sea(usize),
}

/// The part of a way in one country.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// Area id of the country.
    pub area: String,
    /// Kilometres on its soil.
    pub km: f64,
    /// How many of them stand on a segment that the drawn line divides.
    pub split_km: f64,
}

/// A stretch where one way leaves another, until it comes back to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Departure {
    /// Key of the node where the ways part; that at which this way begins, where they begin apart.
    pub from: String,
    /// Key of the node where they meet again; that at which this way ends, where they end apart.
    pub to: String,
    /// Keys of the nodes in between on this way.
    pub through: Vec<String>,
    /// Kilometres in between on this way.
    pub km: f64,
}

impl Way {
    /// The way of some steps.
    pub(super) fn new(network: &Network, steps: &[Step]) -> Self {
        let mut legs: Vec<Leg> = Vec::with_capacity(steps.len());
        let mut start_km = 0.0;
        for step in steps {
            let ends = [step.from, step.to].map(|at| network.graph.node_weight(at));
            let edge = network.graph.edge_weight(petgraph::graph::EdgeIndex::new(step.edge));
            let ([Some(from), Some(to)], Some(edge)) = (ends, edge) else { continue };
            let line = &edge.line;
            let forward = line.from == from.key;
            let mut soil = line.soil.clone();
            if !forward {
                soil.reverse();
            }
            legs.push(Leg {
                segment: line.key.clone(),
                from: from.key.clone(),
                to: to.key.clone(),
                forward,
                start_km,
                km: line.km,
                basis: line.basis,
                mode: line.mode,
                status: line.status,
                service: line.service,
                gauge: line.gauge,
                soil,
            });
            start_km += line.km;
        }
        let breaks = breaks(network, &legs);
        let borders = borders(network, &legs);
        let is_counted = |key: &String| breaks.iter().any(|it| it.node == *key);
        let mut way = Self { legs, breaks: Vec::new(), passed_breaks: Vec::new(), borders };
        let known = |key: &String| network.stop(key).is_some_and(|stop| stop.gauge_break);
        way.passed_breaks = way.nodes().into_iter().filter(|key| known(key) && !is_counted(key)).collect();
        way.breaks = breaks;
        way
    }

    /// Keys of the nodes on the way, first and last included.
    #[must_use]
    pub fn nodes(&self) -> Vec<String> {
        self.legs.iter().take(1).map(|leg| leg.from.clone()).chain(self.legs.iter().map(|leg| leg.to.clone())).collect()
    }

    /// Keys of the first and the last node.
    #[must_use]
    pub fn ends(&self) -> Option<[&str; 2]> {
        Some([&self.legs.first()?.from, &self.legs.last()?.to])
    }

    /// Kilometres of the whole way: a lower bound where a part of it is computed.
    #[must_use]
    pub fn km(&self) -> f64 {
        self.legs.iter().map(|leg| leg.km).sum()
    }

    /// Kilometres of the legs that fulfil a condition.
    #[must_use]
    pub fn km_where(&self, is_meant: impl Fn(&Leg) -> bool) -> f64 {
        self.legs.iter().filter(|leg| is_meant(leg)).map(|leg| leg.km).sum()
    }

    /// Kilometres whose length comes from sources: official, published, or derived from such.
    #[must_use]
    pub fn sourced_km(&self) -> f64 {
        use LengthBasis::{Derived, Official, Published};
        self.km_where(|leg| matches!(leg.basis, Official | Published | Derived))
    }

    /// Kilometres by a property of the legs.
    fn by<K: Ord>(&self, property: impl Fn(&Leg) -> K) -> BTreeMap<K, f64> {
        let mut sums = BTreeMap::new();
        for leg in &self.legs {
            *sums.entry(property(leg)).or_default() += leg.km;
        }
        sums
    }

    /// Kilometres by where the lengths come from, best first; what does not occur is left out.
    #[must_use]
    pub fn by_basis(&self) -> BTreeMap<LengthBasis, f64> {
        self.by(|leg| leg.basis)
    }

    /// Kilometres by how things move; what does not occur is left out.
    #[must_use]
    pub fn by_mode(&self) -> BTreeMap<Mode, f64> {
        self.by(|leg| leg.mode)
    }

    /// Kilometres by state of building or service as far as it is known; what does not occur is left out.
    #[must_use]
    pub fn by_service(&self) -> BTreeMap<Service, f64> {
        self.by(|leg| leg.service)
    }

    /// Kilometres by country, in the order in which the way reaches them; sea legs belong to none.
    #[must_use]
    pub fn by_area(&self) -> Vec<Share> {
        let mut shares: Vec<Share> = Vec::new();
        for leg in &self.legs {
            for soil in &leg.soil {
                let km = leg.km * soil.share;
                let split_km = if leg.is_split() { km } else { 0.0 };
                match shares.iter_mut().find(|share| share.area == soil.area) {
                    Some(share) => {
                        share.km += km;
                        share.split_km += split_km;
                    }
                    None => shares.push(Share { area: soil.area.clone(), km, split_km }),
                }
            }
        }
        shares
    }

    /// Area ids of the countries on the way in the order in which it reaches them, also those of which it touches
    /// only a port.
    #[must_use]
    pub fn areas(&self) -> Vec<String> {
        let ends = self.borders.iter().flat_map(|border| [&border.from, &border.to]);
        let soils = self.legs.iter().flat_map(|leg| &leg.soil).map(|soil| &soil.area);
        let mut areas: Vec<String> = Vec::new();
        for area in ends.chain(soils) {
            if !areas.contains(area) {
                areas.push(area.clone());
            }
        }
        areas
    }

    /// Legs across the sea.
    pub fn sea_legs(&self) -> impl Iterator<Item = &Leg> {
        self.legs.iter().filter(|leg| leg.mode.is_sea())
    }

    /// Kilometres of railways whose gauge is unknown; breaks of gauge there are not counted.
    #[must_use]
    pub fn unknown_gauge_km(&self) -> f64 {
        self.km_where(|leg| leg.gauge == Gauge::Unknown)
    }

    /// Where this way leaves another.
    #[must_use]
    pub fn departures(&self, other: &Self) -> Vec<Departure> {
        let is_shared = |leg: &Leg| other.legs.iter().any(|their| their.segment == leg.segment);
        let mut all = Vec::new();
        let mut open: Option<Departure> = None;
        for leg in &self.legs {
            if is_shared(leg) {
                all.extend(open.take());
                continue;
            }
            let start = || Departure { from: leg.from.clone(), to: leg.from.clone(), through: Vec::new(), km: 0.0 };
            let stretch = open.get_or_insert_with(start);
            if stretch.km > 0.0 {
                let middle = std::mem::take(&mut stretch.to);
                stretch.through.push(middle);
            }
            stretch.to.clone_from(&leg.to);
            stretch.km += leg.km;
        }
        all.extend(open);
        all
    }
}

/// Where the gauge breaks along some legs.
///
/// Rails of both gauges at either end belong to the railway beyond: from Khorgos freight comes on rails of 1435 mm. Where
/// they meet rails of one gauge at a place with a known break, it is counted.
fn breaks(network: &Network, legs: &[Leg]) -> Vec<GaugeBreak> {
    let known = |leg: &Leg| network.stop(&leg.from).is_some_and(|stop| stop.gauge_break);
    let mut found = Vec::new();
    let mut track = Track::START;
    // The last leg that leaves one gauge only, and which it is.
    let mut fixed: Option<(usize, Gauge)> = None;
    let breaks_at = |last: usize, at: usize, before: Gauge, after: Gauge| {
        let between = legs.get(last + 1..=at)?;
        let place = between.iter().rev().find(|leg| known(leg)).or(between.last())?;
        let across_sea = between.iter().any(|leg| leg.mode.is_sea());
        Some(GaugeBreak { node: place.from.clone(), km: place.start_km, before, after, across_sea })
    };
    for (at, leg) in legs.iter().enumerate() {
        let (next, breaks) = track.onto(leg.gauge, known(leg));
        if breaks {
            let begun = || Some((at.checked_sub(1)?, leg.gauge.other()?));
            found.extend(fixed.or_else(begun).and_then(|(last, before)| breaks_at(last, at, before, leg.gauge)));
        }
        track = next;
        if matches!(leg.gauge, Gauge::Single(_)) {
            fixed = Some((at, leg.gauge));
        }
    }
    if let Some((last, before)) = fixed.filter(|_| track.breaks_at_end()) {
        found.extend(before.other().and_then(|after| breaks_at(last, last + 1, before, after)));
    }
    found
}

/// Where the country changes along some legs.
fn borders(network: &Network, legs: &[Leg]) -> Vec<Border> {
    let soil = |key: &str| network.stop(key).map(|stop| stop.country.clone());
    let mut found = Vec::new();
    let Some(mut here) = legs.first().and_then(|leg| soil(&leg.from)) else { return found };
    let mut enter = |area: &str, km: f64, at: BorderAt| {
        if area != here {
            let from = std::mem::replace(&mut here, area.to_owned());
            found.push(Border { from, to: area.to_owned(), km, at });
        }
    };
    for (number, leg) in legs.iter().enumerate() {
        let mut km = leg.start_km;
        for (part, soil) in leg.soil.iter().enumerate() {
            let at = if part == 0 { BorderAt::Node(leg.from.clone()) } else { BorderAt::Leg(number) };
            enter(&soil.area, km, at);
            km += leg.km * soil.share;
        }
        if let Some(area) = soil(&leg.to) {
            let at = if leg.mode.is_sea() { BorderAt::Sea(number) } else { BorderAt::Node(leg.to.clone()) };
            enter(&area, leg.end_km(), at);
        }
    }
    found
}
