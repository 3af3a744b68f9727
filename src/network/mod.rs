//! The graph of all nodes and segments, and the ways through it.
//!
//! The facts tell the state of building and service of a segment as of their edition only, and so does the network:
//! it does not follow the as-of day of the reader. It says nothing about time; published transit times are facts of
//! the corridors.

mod alternatives;
mod closed;
mod gauge;
mod search;
mod soil;
mod way;

use std::collections::BTreeMap;

use petgraph::graph::{NodeIndex, UnGraph};
use petgraph::unionfind::UnionFind;
use petgraph::visit::EdgeRef as _;

use crate::world::{LengthBasis, Mode, SegmentStatus, Service, World};

pub use crate::world::{Aim, Avoid, Query, Reach, RoutePlace as Place};
pub use alternatives::{LONGER, SHARED};
pub use closed::{Condition, NoWay, Opening};
pub use gauge::Gauge;
pub use soil::Soil;
pub use way::{Border, BorderAt, Departure, GaugeBreak, Leg, Share, Way};

/// A node of the network: a station, port or border post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Its key: `kz_altynkol`.
    pub key: String,
    /// Area id of its country.
    pub country: String,
    /// Area id of a part of the country under another administration: `TRNC`.
    pub within: Option<String>,
    /// Whether wagons change gauge here.
    pub gauge_break: bool,
}

impl Stop {
    /// Whether it stands in an area.
    fn is_in(&self, area: &str) -> bool {
        self.country == area || self.within.as_deref() == Some(area)
    }
}

/// An edge of the network: a segment.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its key: `KZ01`.
    pub key: String,
    /// Key of the stop at its start.
    pub from: String,
    /// Key of the stop at its end.
    pub to: String,
    /// How things move on it.
    pub mode: Mode,
    /// State of building or service.
    pub status: SegmentStatus,
    /// The same as far as it is known.
    pub service: Service,
    /// Kilometres.
    pub km: f64,
    /// Where the kilometres come from.
    pub basis: LengthBasis,
    /// Track gauge.
    pub gauge: Gauge,
    /// The countries on whose soil it lies, from start to end; empty at sea.
    pub soil: Vec<Soil>,
}

impl Line {
    /// Whether it is divided among several countries by its drawn line.
    #[must_use]
    pub fn is_split(&self) -> bool {
        self.soil.len() > 1
    }
}

/// An edge with what the search adds up.
#[derive(Debug, Clone)]
struct Edge {
    line: Line,
    /// Metres, at least one.
    metres: u64,
    /// Changes of country between its ends.
    borders: u64,
}

/// The graph of stops and lines. Lines that join the same two stops stay apart: an old and a new railway.
#[derive(Debug, Clone, Default)]
pub struct Network {
    graph: UnGraph<Stop, Edge>,
    stops: BTreeMap<String, NodeIndex>,
}

impl Network {
    /// The network of the facts: every node and every segment. A segment without a length counts with its great
    /// circle, as computed.
    #[must_use]
    pub fn new(world: &World) -> Self {
        let stops = world.nodes.iter().map(|node| Stop {
            key: node.key.clone(),
            country: node.country.clone(),
            within: node.within.clone(),
            gauge_break: node.gauge_break,
        });
        let lines = world.segments.iter().map(|segment| Line {
            key: segment.key.clone(),
            from: segment.from.clone(),
            to: segment.to.clone(),
            mode: segment.mode,
            status: segment.status,
            service: segment.service(),
            km: segment.length.as_ref().map_or(segment.great_circle_km, |length| length.km),
            basis: segment.length.as_ref().map_or(LengthBasis::Computed, |length| length.basis),
            gauge: Gauge::read(segment.mode, segment.gauge.as_deref()),
            soil: soil::of(world, segment),
        });
        Self::of(stops, lines)
    }

    /// A network of any stops and lines. Of stops with one key the last one counts; lines that begin or end at a stop
    /// that is not there are left out.
    pub fn of(stops: impl IntoIterator<Item = Stop>, lines: impl IntoIterator<Item = Line>) -> Self {
        let mut network = Self::default();
        for stop in stops {
            let key = stop.key.clone();
            match network.stops.get(&key).and_then(|at| network.graph.node_weight_mut(*at)) {
                Some(known) => *known = stop,
                None => {
                    let at = network.graph.add_node(stop);
                    network.stops.insert(key, at);
                }
            }
        }
        for line in lines {
            let ends = [&line.from, &line.to].map(|key| network.stops.get(key).copied());
            let [Some(from), Some(to)] = ends else { continue };
            let (metres, borders) = ((line.km * 1000.0).round().max(1.0) as u64, network.crossed(from, &line, to));
            network.graph.add_edge(from, to, Edge { line, metres, borders });
        }
        network
    }

    /// Changes of country from one end of a line to the other.
    fn crossed(&self, from: NodeIndex, line: &Line, to: NodeIndex) -> u64 {
        let end = |at: NodeIndex| self.graph.node_weight(at).map(|stop| stop.country.as_str());
        let soils: Vec<&str> =
            (end(from).into_iter()).chain(line.soil.iter().map(|soil| soil.area.as_str())).chain(end(to)).collect();
        soils.iter().zip(soils.iter().skip(1)).filter(|(a, b)| a != b).count() as u64
    }

    /// A stop by its key.
    #[must_use]
    pub fn stop(&self, key: &str) -> Option<&Stop> {
        self.stops.get(key).and_then(|at| self.graph.node_weight(*at))
    }

    /// Every stop, in the order in which they were given.
    pub fn stops(&self) -> impl Iterator<Item = &Stop> {
        self.graph.node_weights()
    }

    /// Every line, in the order in which they were given.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.graph.edge_weights().map(|edge| &edge.line)
    }

    /// The stops of a place, in the order in which they were given.
    fn at(&self, place: &Place) -> Vec<NodeIndex> {
        match place {
            Place::Node(key) => self.stops.get(key).copied().into_iter().collect(),
            Place::Area(area) => {
                let of = |at: &NodeIndex| self.graph.node_weight(*at).is_some_and(|stop| stop.is_in(area));
                self.graph.node_indices().filter(of).collect()
            }
        }
    }

    /// The pieces that the chosen lines fall into, largest first: the keys of the stops of each, in the order in which
    /// they were given. Stops that no chosen line touches are left out.
    #[must_use]
    pub fn parts(&self, chosen: impl Fn(&Line) -> bool) -> Vec<Vec<&str>> {
        let mut pieces = UnionFind::<usize>::new(self.graph.node_count());
        let mut touched = vec![false; self.graph.node_count()];
        for edge in self.graph.edge_references().filter(|edge| chosen(&edge.weight().line)) {
            pieces.union(edge.source().index(), edge.target().index());
            for end in [edge.source(), edge.target()] {
                if let Some(touched) = touched.get_mut(end.index()) {
                    *touched = true;
                }
            }
        }
        let mut parts: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for (at, (stop, _)) in self.stops().zip(touched).enumerate().filter(|(_, (_, touched))| *touched) {
            parts.entry(pieces.find(at)).or_default().push(&stop.key);
        }
        let mut parts: Vec<Vec<&str>> = parts.into_values().collect();
        parts.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        parts
    }

    /// The way along some lines by their keys, each gone from its start to its end or back; lines that are not there are
    /// left out, and without a line there is no way.
    #[must_use]
    pub fn along<'k>(&self, lines: impl IntoIterator<Item = (&'k str, bool)>) -> Option<Way> {
        let step = |(key, forward): (&str, bool)| {
            let edge = self.graph.edge_references().find(|edge| edge.weight().line.key == key)?;
            let (start, end) = (edge.source(), edge.target());
            let (from, to) = if forward { (start, end) } else { (end, start) };
            Some(search::Step { edge: edge.id().index(), from, to })
        };
        let steps: Vec<search::Step> = lines.into_iter().filter_map(step).collect();
        (!steps.is_empty()).then(|| Way::new(self, &steps))
    }

    /// The best way under the choices and its alternatives, best first.
    ///
    /// The best way is exact (Dijkstra over what the aim counts, then metres). Alternatives are found by making the
    /// lines of every way found so far longer and asking again, see [`SHARED`] and [`LONGER`] for which of them are
    /// kept; a line is never used at more than its own length in a result. The same question has the same answer
    /// every time.
    ///
    /// # Errors
    /// Why there is no way, and which single choice closes it.
    pub fn find(&self, query: &Query) -> Result<Vec<Way>, NoWay> {
        let run = search::Run::new(self, query)?;
        match run.best() {
            Some(best) => Ok(alternatives::with(&run, best, query.alternatives)),
            None => Err(closed::why(self, query)),
        }
    }
}
