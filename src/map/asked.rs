//! Lines that a reader asked for, found once: routes through the network, and what the strip shows of corridors.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::network::{Network, Way};
use crate::strip::{self, Chain};
use crate::world::{Id, Kind, Query, World};

/// So many answers are kept; beyond, all are found anew.
const KEPT: usize = 64;

/// What was found for a route or a corridor.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The question, where it is a route.
    pub query: Option<Query>,
    /// The chosen way first, then the others; empty where there is none, and for corridors.
    pub ways: Vec<Way>,
    /// What the strip shows; none where there is no way.
    pub chain: Option<Chain>,
}

/// Answers of the network, kept from page to page.
#[derive(Default)]
pub(super) struct Answers {
    network: OnceLock<Network>,
    known: Mutex<BTreeMap<Id, Arc<Found>>>,
}

impl Answers {
    /// What there is for a route or a corridor; nothing for anything else.
    pub fn find(&self, world: &World, id: &Id) -> Option<Arc<Found>> {
        if !id.has_strip() {
            return None;
        }
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = known.get(id) {
            return Some(Arc::clone(found));
        }
        let found = Arc::new(match id.kind {
            Kind::Route => self.route(world, id),
            _ => Found { chain: strip::main_line(world, &id.key), ..Found::default() },
        });
        if known.len() >= KEPT {
            known.clear();
        }
        known.insert(id.clone(), Arc::clone(&found));
        Some(found)
    }

    /// The ways of a route.
    fn route(&self, world: &World, id: &Id) -> Found {
        let Some(query) = world.route(&id.key) else { return Found::default() };
        let network = self.network.get_or_init(|| Network::new(world));
        let mut ways = network.find(&query).unwrap_or_default();
        if query.chosen < ways.len() {
            let chosen = ways.remove(query.chosen);
            ways.insert(0, chosen);
        }
        let chain = ways.first().map(Chain::from);
        Found { query: Some(query), ways, chain }
    }
}
