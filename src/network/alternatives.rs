//! Alternatives: other ways that are not the same way again with a small detour.
//!
//! The penalty method: every line of a way that was found counts for more in the next search, so that the search is
//! driven away from it step by step. Unlike the shortest ways in order (Yen), which differ by one bypass at a time,
//! it comes to really different ways after a few searches, and each costs no more than the first one.

use super::search::{PLAIN, Run, Step};
use super::{Aim, Way};

/// Two ways of one answer share at most this part of the shorter one. At 0.7 an alternative that leaves the best way
/// for its last quarter comes with a needless detour elsewhere, which makes it different enough.
pub const SHARED: f64 = 0.75;

/// An alternative is at most this many times as long as the best way.
pub const LONGER: f64 = 1.6;

/// A line of a way that was found counts for so many hundredths more, up to a limit.
const HEAVIER: u32 = 135;
const HEAVIEST: u32 = 3_000;

/// Searches at most, searches by the aim of the question before only length counts, and searches without a new way
/// after which nothing more is expected.
const SEARCHES: usize = 20;
const BY_AIM: usize = 4;
const IDLE: usize = 8;

/// A detour from another way of the answer is undone where it is shorter than this part of the best way.
const DETOUR: f64 = 0.1;

/// Detours of one way that are undone at most.
const UNDONE: usize = 24;

/// A way that was found, as steps, with its length.
#[derive(Clone)]
struct Found {
    steps: Vec<Step>,
    metres: u64,
    /// Whether each line of the network is part of it.
    has: Vec<bool>,
}

impl Found {
    fn new(run: &Run, steps: Vec<Step>) -> Self {
        let mut has = vec![false; run.network.graph.edge_count()];
        for step in &steps {
            if let Some(has) = has.get_mut(step.edge) {
                *has = true;
            }
        }
        Self { metres: length(run, &steps), steps, has }
    }

    /// Whether a line is part of it.
    fn has(&self, edge: usize) -> bool {
        self.has.get(edge) == Some(&true)
    }

    /// The part of the shorter one that two ways share.
    fn shared(&self, run: &Run, other: &Self) -> f64 {
        let same: Vec<Step> = self.steps.iter().copied().filter(|step| other.has(step.edge)).collect();
        length(run, &same) as f64 / self.metres.min(other.metres).max(1) as f64
    }

    /// How many steps go over a line that is part of the way already.
    fn returns(&self) -> usize {
        self.steps.len() - self.has.iter().filter(|has| **has).count()
    }

    /// What the aim of the question counts on it.
    fn count(&self, run: &Run) -> usize {
        match run.aim {
            Aim::Shortest => 0,
            Aim::Gauge => Way::new(run.network, &self.steps).breaks.len(),
            Aim::Borders => Way::new(run.network, &self.steps).borders.len(),
        }
    }
}

/// Metres of some steps.
fn length(run: &Run, steps: &[Step]) -> u64 {
    let edges = run.network.graph.raw_edges();
    steps.iter().filter_map(|step| edges.get(step.edge)).map(|edge| edge.weight.metres).sum()
}

/// The best way with up to so many alternatives, these in the order of the aim and then of their lengths.
pub(super) fn with(run: &Run, best: Vec<Step>, most: usize) -> Vec<Way> {
    if most == 0 {
        return vec![Way::new(run.network, &best)];
    }
    let mut stretched = vec![PLAIN; run.network.graph.edge_count()];
    stretch(&mut stretched, &best);
    let best = Found::new(run, best);
    let mut found = vec![best.clone()];
    let mut idle = 0;
    for search in 0..SEARCHES {
        if found.len() > most || idle == IDLE {
            break;
        }
        let aim = if search < BY_AIM { run.aim } else { Aim::Shortest };
        let Some(steps) = run.search(aim, &stretched) else { break };
        stretch(&mut stretched, &steps);
        let small = (best.metres as f64 * DETOUR) as u64;
        let candidate = straightened(run, Found::new(run, steps), &found, |long, _| long <= small);
        idle += 1;
        if is_new(run, &candidate, &found) {
            let candidate = straightened(run, candidate, &found, |_, changed| is_new(run, changed, &found));
            if candidate.metres as f64 <= best.metres as f64 * LONGER && candidate.returns() <= best.returns() {
                found.push(candidate);
                idle = 0;
            }
        }
    }
    if let Some((_, others)) = found.split_first_mut() {
        others.sort_by_cached_key(|way| (way.count(run), way.metres));
    }
    found.iter().map(|found| Way::new(run.network, &found.steps)).collect()
}

/// Whether a way shares little enough with every other.
fn is_new(run: &Run, way: &Found, found: &[Found]) -> bool {
    found.iter().all(|other| way.shared(run, other) <= SHARED)
}

/// Makes the lines of a way longer for the next search.
fn stretch(stretched: &mut [u32], steps: &[Step]) {
    for step in steps {
        if let Some(hundredths) = stretched.get_mut(step.edge) {
            *hundredths = (*hundredths * HEAVIER / PLAIN).min(HEAVIEST);
        }
    }
}

/// A way without the detours that only the stretched lengths made worth while: where it leaves another way and comes
/// back to it later, and the other way is no longer in between, it follows the other way. A detour is kept where
/// undoing it would add to what the aim counts, and where `undo` refuses its metres and the way without it.
fn straightened(run: &Run, mut way: Found, found: &[Found], undo: impl Fn(u64, &Found) -> bool) -> Found {
    let mut undone = 0;
    for other in found {
        let mut at = 0;
        while let Some(step) = way.steps.get(at).filter(|_| undone < UNDONE) {
            let rest = way.steps.get(at..).unwrap_or_default();
            let own = rest.iter().take_while(|step| !other.has(step.edge)).count();
            if own == 0 {
                at += 1;
                continue;
            }
            let (stretch, after) = rest.split_at(own);
            let from = other.steps.iter().position(|their| their.from == step.from);
            let until = stretch.last().and_then(|last| other.steps.iter().position(|their| their.to == last.to));
            let theirs = from.zip(until).and_then(|(from, until)| other.steps.get(from..=until)).unwrap_or_default();
            let (long, short) = (length(run, stretch), length(run, theirs));
            let mut next = at + own;
            if !theirs.is_empty() && short < long {
                let before = way.steps.get(..at).unwrap_or_default();
                let changed = Found::new(run, [before, theirs, after].concat());
                if undo(long, &changed) && passes(run, &changed) && changed.count(run) <= way.count(run) {
                    next = at + theirs.len();
                    way = changed;
                    undone += 1;
                }
            }
            at = next;
        }
    }
    way
}

/// Whether a way still passes the places that it must pass.
fn passes(run: &Run, way: &Found) -> bool {
    let Some(first) = way.steps.first() else { return false };
    let start = run.passed(first.from, 0);
    way.steps.iter().fold(start, |behind, step| run.passed(step.to, behind)) == run.goals.len()
}
