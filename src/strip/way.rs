//! The main line of a corridor: the longest of the shortest ways through its segments.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use super::Chain;
use super::course::km;
use crate::network;
use crate::world::{Mode, Segment, SegmentStatus, World};

/// A kilometre that is not in service counts as so many: what operates comes first, unless the detour is long.
const NOT_OPEN: f64 = 2.0;

/// A kilometre by road counts as so many: the lines are railways first.
const ROAD: f64 = 3.0;

/// Two ports count as so many kilometres beside the way between them, so that the way stays on land where there is land.
const PORTS: f64 = 1000.0;

/// How remarks of the facts begin to say that a line is closed to goods; a kilometre of it counts like one that is not
/// in service.
const PASSENGERS: &str = "passenger only";

/// Segments with their ends as numbers.
struct Network<'w> {
    segments: Vec<(&'w Segment, usize, usize)>,
    /// Numbers of the segments at each node.
    at: Vec<Vec<usize>>,
}

/// A way from one node, found by Dijkstra's algorithm.
#[derive(Clone, Copy)]
struct Reached {
    cost: f64,
    /// Kilometres by rail and in all.
    km: [f64; 2],
    /// Number of the last segment.
    by: Option<usize>,
    settled: bool,
}

/// The longest (by rail, then in all) of the shortest ways between two nodes of a corridor. Suspended segments are left
/// out where there are others. At its ends the way is cut where it follows another corridor beyond the last member
/// state. The texts of the chain are empty: [`super::draw`] finds words for them.
#[must_use]
pub fn main_line(world: &World, corridor: &str) -> Option<Chain> {
    let all: Vec<&Segment> = world.segments_of(corridor).collect();
    let running: Vec<&Segment> = all.iter().copied().filter(|s| s.status != SegmentStatus::Suspended).collect();
    let network = Network::new(if running.is_empty() { all } else { running });
    let mut best: Option<([f64; 2], usize, usize, Vec<Reached>)> = None;
    for start in 0..network.at.len() {
        let reached = network.ways(start);
        for (end, way) in reached.iter().enumerate().filter(|(end, way)| *end != start && way.settled) {
            let longer = best.as_ref().is_none_or(|(km, ..)| {
                way.km[0] > km[0] + 1e-6 || (way.km[0] > km[0] - 1e-6 && way.km[1] > km[1] + 1e-6)
            });
            if longer {
                best = Some((way.km, start, end, reached.clone()));
            }
        }
    }
    let (_, start, end, reached) = best?;
    let mut legs = network.legs(start, end, &reached);
    trim(world, &mut legs);
    // The way runs as most of its segments do.
    if legs.iter().filter(|leg| leg.1).count() * 2 < legs.len() {
        legs = legs.into_iter().rev().map(|(segment, forward)| (segment, !forward)).collect();
    }
    let way =
        network::Network::new(world).along(legs.iter().map(|(segment, forward)| (segment.key.as_str(), *forward)));
    way.as_ref().map(Chain::from)
}

/// Cuts from both ends what belongs to other corridors too and leads beyond the members; all of it stays where nothing
/// else would.
fn trim(world: &World, legs: &mut Vec<(&Segment, bool)>) {
    let members: BTreeSet<&str> = {
        let day = world.as_of(None);
        let is_member = |s: &&crate::world::State| {
            s.status_at(day).is_some_and(|c| matches!(c.status, crate::world::Status::Member { .. }))
        };
        world.states.iter().filter(is_member).map(|s| s.key.as_str()).collect()
    };
    let beyond = |segment: &Segment, outer: &str| {
        let country = world.node(outer).map_or("", |node| node.country.as_str());
        segment.corridors.len() > 1 && !members.contains(country)
    };
    let first = legs.iter().position(|(s, forward)| !beyond(s, if *forward { &s.from } else { &s.to }));
    let last = legs.iter().rposition(|(s, forward)| !beyond(s, if *forward { &s.to } else { &s.from }));
    if let (Some(first), Some(last)) = (first, last)
        && first <= last
    {
        legs.truncate(last + 1);
        legs.drain(..first);
    }
}

impl<'w> Network<'w> {
    fn new(segments: Vec<&'w Segment>) -> Self {
        let names: BTreeSet<&str> = segments.iter().flat_map(|s| [s.from.as_str(), s.to.as_str()]).collect();
        let numbers: BTreeMap<&str, usize> = names.into_iter().zip(0..).collect();
        let mut at = vec![Vec::new(); numbers.len()];
        let mut list = Vec::new();
        for (number, segment) in segments.into_iter().enumerate() {
            let (from, to) = (numbers[segment.from.as_str()], numbers[segment.to.as_str()]);
            at[from].push(number);
            at[to].push(number);
            list.push((segment, from, to));
        }
        Self { segments: list, at }
    }

    /// The cheapest ways from a node to all others.
    fn ways(&self, start: usize) -> Vec<Reached> {
        let nowhere = Reached { cost: f64::INFINITY, km: [0.0; 2], by: None, settled: false };
        let mut reached = vec![nowhere; self.at.len()];
        reached[start].cost = 0.0;
        // Costs are never negative, and such numbers sort like their bits.
        let mut open = BinaryHeap::from([Reverse((0_u64, start))]);
        while let Some(Reverse((_, here))) = open.pop() {
            if std::mem::replace(&mut reached[here].settled, true) {
                continue;
            }
            for number in &self.at[here] {
                let (segment, from, to) = self.segments[*number];
                let there = if from == here { to } else { from };
                let cost = reached[here].cost + cost(segment);
                if !reached[there].settled && cost < reached[there].cost {
                    let rail = if segment.mode == Mode::Rail { km(segment) } else { 0.0 };
                    let km = [reached[here].km[0] + rail, reached[here].km[1] + km(segment)];
                    reached[there] = Reached { cost, km, by: Some(*number), settled: false };
                    open.push(Reverse((cost.to_bits(), there)));
                }
            }
        }
        reached
    }

    /// The segments of a way in order, and whether each is gone from its start to its end.
    fn legs(&self, start: usize, end: usize, reached: &[Reached]) -> Vec<(&'w Segment, bool)> {
        let mut legs = Vec::new();
        let mut here = end;
        while let Some(number) = reached[here].by.filter(|_| here != start) {
            let (segment, from, to) = self.segments[number];
            legs.push((segment, to == here));
            here = if to == here { from } else { to };
        }
        legs.reverse();
        legs
    }
}

/// What a segment counts for, in kilometres of railway in service.
fn cost(segment: &Segment) -> f64 {
    let for_goods = !segment.bottleneck.as_deref().is_some_and(|remark| remark.contains(PASSENGERS));
    let open = if segment.status == SegmentStatus::Operational && for_goods { 1.0 } else { NOT_OPEN };
    let mode = if segment.mode == Mode::Road { ROAD } else { 1.0 };
    km(segment) * open * mode + if segment.mode.is_sea() { PORTS } else { 0.0 }
}
