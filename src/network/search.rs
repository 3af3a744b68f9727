//! The search for the best way: Dijkstra over nodes, the places passed so far and the gauges still possible.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef as _;

use super::gauge::{Gauge, Track};
use super::{Aim, Avoid, Edge, Network, NoWay, Place, Query, Stop};
use crate::world::SegmentStatus;

/// What counts first stands in the high bits of a cost, metres in the low ones.
const METRES: u32 = 40;

/// The greatest number of metres in a cost; a million kilometres.
const MOST: u64 = (1 << METRES) - 1;

/// Lengthening of a line, in hundredths.
pub(super) const PLAIN: u32 = 100;

/// One line on a way: where it is in the graph, and the stops at its two ends in the direction of travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    pub edge: usize,
    pub from: NodeIndex,
    pub to: NodeIndex,
}

/// A question with all that does not change from search to search.
pub(super) struct Run<'n> {
    pub network: &'n Network,
    pub aim: Aim,
    /// Whether each line may be used.
    open: Vec<bool>,
    start: Vec<NodeIndex>,
    /// Whether each stop belongs to each of the places to be passed, the last of which is the end.
    pub goals: Vec<Vec<bool>>,
    /// What of the past can count for the gauge, that of the beginning first; only that one where gauges do not count.
    tracks: Vec<Track>,
}

/// The state before another and the line between them; none at the start.
type Before = Option<(u32, u32)>;

/// A place in the search: a stop, how many goals are behind, and what counts for the gauge.
#[derive(Debug, Clone, Copy)]
struct State {
    stop: NodeIndex,
    goal: usize,
    track: usize,
}

impl<'n> Run<'n> {
    /// Looks the places up and closes what the choices close.
    pub fn new(network: &'n Network, query: &Query) -> Result<Self, NoWay> {
        let closed: Vec<bool> =
            network.stops().map(|stop| query.avoid.iter().any(|avoid| shuts(avoid, stop))).collect();
        let is_open = |at: &NodeIndex| closed.get(at.index()) == Some(&false);
        let stops = |place: &Place| {
            let all = network.at(place);
            let open: Vec<NodeIndex> = all.iter().copied().filter(is_open).collect();
            match (all.is_empty(), open.is_empty()) {
                (true, _) => Err(NoWay::Unknown(place.clone())),
                (_, true) => Err(NoWay::Avoided(place.clone())),
                _ => Ok(open),
            }
        };
        let start = stops(&query.from)?;
        let mut goals = Vec::new();
        for place in query.via.iter().chain([&query.to]) {
            let mut goal = vec![false; network.graph.node_count()];
            for at in stops(place)? {
                if let Some(here) = goal.get_mut(at.index()) {
                    *here = true;
                }
            }
            goals.push(goal);
        }
        let open = network
            .graph
            .edge_references()
            .map(|edge| is_open(&edge.source()) && is_open(&edge.target()) && admits(query, edge.weight()));
        let mut run = Self { network, aim: query.aim, open: open.collect(), start, goals, tracks: vec![Track::START] };
        if run.start.iter().any(|at| run.passed(*at, 0) == run.goals.len()) {
            return Err(NoWay::SamePlace);
        }
        if query.aim == Aim::Gauge {
            run.tracks = all_tracks(network);
        }
        Ok(run)
    }

    /// How many goals are behind at a stop, where so many were before.
    pub fn passed(&self, stop: NodeIndex, behind: usize) -> usize {
        let more = self.goals.iter().skip(behind);
        behind + more.take_while(|goal| goal.get(stop.index()) == Some(&true)).count()
    }

    /// Number of a state.
    fn index(&self, state: State) -> usize {
        (state.goal * self.network.graph.node_count() + state.stop.index()) * self.tracks.len() + state.track
    }

    /// The state of a number.
    fn state(&self, index: usize) -> State {
        let (rest, track) = (index / self.tracks.len(), index % self.tracks.len());
        let stops = self.network.graph.node_count();
        State { stop: NodeIndex::new(rest % stops), goal: rest / stops, track }
    }

    /// The best way by the aim of the question.
    pub fn best(&self) -> Option<Vec<Step>> {
        self.search(self.aim, &[])
    }

    /// The best way by an aim where each line is so many hundredths of its length; lines beyond the list have theirs.
    ///
    /// Costs are whole numbers, and states with equal costs are taken in the order of their numbers, so that the
    /// answer does not depend on anything but the question.
    pub fn search(&self, aim: Aim, stretched: &[u32]) -> Option<Vec<Step>> {
        let states = (self.goals.len() + 1) * self.network.graph.node_count() * self.tracks.len();
        let mut costs = vec![u64::MAX; states];
        let mut before: Vec<Before> = vec![None; states];
        let mut queue = BinaryHeap::new();
        for stop in &self.start {
            let at = self.index(State { stop: *stop, goal: self.passed(*stop, 0), track: 0 });
            if let Some(cost) = costs.get_mut(at) {
                *cost = 0;
                queue.push(Reverse((0, at)));
            }
        }
        while let Some(Reverse((cost, at))) = queue.pop() {
            if costs.get(at).is_none_or(|best| *best < cost) {
                continue;
            }
            let state = self.state(at);
            if state.goal == self.goals.len() {
                return Some(self.back(&before, at));
            }
            for edge in self.network.graph.edges(state.stop) {
                let number = edge.id().index();
                if self.open.get(number) != Some(&true) {
                    continue;
                }
                let goal = self.passed(edge.target(), state.goal);
                let (track, breaks) = self.onto(&state, edge.weight(), goal == self.goals.len());
                let first = match aim {
                    Aim::Shortest => 0,
                    Aim::Gauge => breaks,
                    Aim::Borders => edge.weight().borders,
                };
                let hundredths = stretched.get(number).copied().unwrap_or(PLAIN);
                let metres = (edge.weight().metres * u64::from(hundredths) / u64::from(PLAIN)).min(MOST);
                let cost = cost.saturating_add((first << METRES) + metres);
                let next = self.index(State { stop: edge.target(), goal, track });
                if let (Some(best), Some(way)) = (costs.get_mut(next), before.get_mut(next))
                    && cost < *best
                {
                    *best = cost;
                    *way = Some((at as u32, number as u32));
                    queue.push(Reverse((cost, next)));
                }
            }
        }
        None
    }

    /// What counts for the gauge beyond a line, and how many breaks are counted: at its beginning, and for the last line
    /// where rails of both gauges belong to the railway beyond.
    fn onto(&self, state: &State, edge: &Edge, is_last: bool) -> (usize, u64) {
        let [_, _, ..] = self.tracks[..] else { return (0, 0) };
        let here = self.tracks.get(state.track).copied().unwrap_or(Track::START);
        let known = self.network.graph.node_weight(state.stop).is_some_and(|stop| stop.gauge_break);
        let (next, breaks) = here.onto(edge.line.gauge, known);
        let number = self.tracks.iter().position(|known| *known == next).unwrap_or(0);
        (number, u64::from(breaks) + u64::from(is_last && next.breaks_at_end()))
    }

    /// The steps that led to a state.
    fn back(&self, before: &[Before], mut at: usize) -> Vec<Step> {
        let mut steps = Vec::new();
        while let Some((earlier, edge)) = before.get(at).copied().flatten() {
            let (earlier, edge) = (earlier as usize, edge as usize);
            steps.push(Step { edge, from: self.state(earlier).stop, to: self.state(at).stop });
            at = earlier;
        }
        steps.reverse();
        steps
    }
}

/// Whether a choice closes a stop.
fn shuts(avoid: &Avoid, stop: &Stop) -> bool {
    match avoid {
        Avoid::Node(key) => stop.key == *key,
        Avoid::Area(area) => stop.is_in(area),
        Avoid::Segment(_) => false,
    }
}

/// Whether the choices let a line in, apart from its ends.
fn admits(query: &Query, edge: &Edge) -> bool {
    let line = &edge.line;
    let is_open = query.reach.admits(line.status) || query.suspended && line.status == SegmentStatus::Suspended;
    let shut = |avoid: &Avoid| match avoid {
        Avoid::Node(_) => false,
        Avoid::Area(area) => line.soil.iter().any(|soil| soil.area == *area),
        Avoid::Segment(key) => line.key == *key,
    };
    is_open && (query.sea || !line.mode.is_sea()) && !query.avoid.iter().any(shut)
}

/// All that can come to count for the gauge on a network, that of the beginning first.
fn all_tracks(network: &Network) -> Vec<Track> {
    let mut gauges: Vec<Gauge> = network.lines().map(|line| line.gauge).collect();
    gauges.sort_unstable();
    gauges.dedup();
    let mut found = vec![Track::START];
    let mut at = 0;
    while let Some(here) = found.get(at).copied() {
        for (gauge, known) in gauges.iter().flat_map(|gauge| [(*gauge, false), (*gauge, true)]) {
            let (next, _) = here.onto(gauge, known);
            if !found.contains(&next) {
                found.push(next);
            }
        }
        at += 1;
    }
    found
}
