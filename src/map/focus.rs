//! What the selection brings forward: a state, the members of an institution, a corridor or a piece of one.

use std::collections::{BTreeMap, BTreeSet};

use crate::date::Day;
use crate::world::{Id, Kind, Role, Status, World};

use super::base::Base;

/// How an area is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fill {
    /// Member of the OTS, or of the selected institution.
    Member,
    /// The selected member, or every member of the selected institution.
    MemberSelected,
    /// Observer.
    Observer,
    /// The selected observer.
    ObserverSelected,
    /// Northern Cyprus.
    Entity,
    /// In the OTS, but without a role in the selected institution.
    Aside,
    /// Northern Cyprus, without a role in the selected institution.
    EntityAside,
}

impl Fill {
    /// Whether it is that of Northern Cyprus, which is never drawn or named without its note.
    pub fn is_entity(self) -> bool {
        matches!(self, Self::Entity | Self::EntityAside)
    }

    /// The same area without a role in what is selected.
    fn aside(self) -> Self {
        if self.is_entity() { Self::EntityAside } else { Self::Aside }
    }
}

/// What is brought forward.
#[derive(Debug, Clone, Default)]
pub(super) struct Focus {
    /// How the areas with a standing are filled.
    pub fills: BTreeMap<String, Fill>,
    /// The selected state.
    pub state: Option<String>,
    /// The selected institution.
    pub institution: Option<String>,
    /// The selected corridor.
    pub corridor: Option<String>,
    /// Segments that are brought forward.
    pub segments: BTreeSet<String>,
    /// Segments of the other ways of a route.
    pub others: BTreeSet<String>,
    /// Nodes that are brought forward.
    pub nodes: BTreeSet<String>,
    /// Seats of institutions that are brought forward, by city.
    pub city: Option<String>,
    /// The selected event.
    pub event: Option<String>,
}

impl Focus {
    /// Resolves a selection on a day.
    pub fn new(world: &World, base: &Base, selection: Option<&Id>, day: Day) -> Self {
        let mut focus = Self::default();
        for state in &world.states {
            let Some(change) = state.status_at(day) else { continue };
            let fill = match change.status {
                Status::Member { .. } => Fill::Member,
                Status::Observer => Fill::Observer,
                Status::ObserverEntity => Fill::Entity,
                Status::ObserverOrganisation => continue,
            };
            focus.fills.insert(state.key.clone(), fill);
        }
        if let Some(id) = selection {
            focus.bring_forward(world, id, day);
            focus.take_route(world, base, id);
        }
        focus
    }

    /// Whether lines are in the focus at all, so that the others turn neutral.
    pub fn has_lines(&self) -> bool {
        !self.segments.is_empty()
    }

    fn bring_forward(&mut self, world: &World, id: &Id, day: Day) {
        let key = id.key.as_str();
        match id.kind {
            Kind::State => {
                self.state = Some(key.to_owned());
                match self.fills.get_mut(key) {
                    Some(fill @ Fill::Member) => *fill = Fill::MemberSelected,
                    Some(fill @ Fill::Observer) => *fill = Fill::ObserverSelected,
                    _ => {}
                }
                self.take_segments(world, |segment| segment.countries.iter().any(|c| c == key));
            }
            Kind::Institution => self.light_members(world, key, day),
            Kind::Corridor => {
                self.corridor = Some(key.to_owned());
                self.take_segments(world, |segment| segment.corridors.iter().any(|c| c == key));
            }
            Kind::Segment => self.take_segments(world, |segment| segment.key == key),
            Kind::Node => {
                self.take_segments(world, |segment| segment.from == key || segment.to == key);
                self.nodes = [key.to_owned()].into();
            }
            Kind::Event => {
                self.event = Some(key.to_owned());
            }
            Kind::Measure => {
                let Some(measure) = world.measures.iter().find(|m| m.key == key) else { return };
                for (state, fill) in &mut self.fills {
                    let takes_part = measure.states.contains(state);
                    *fill = match (takes_part, *fill) {
                        (true, Fill::Entity) => Fill::Entity,
                        (true, _) => Fill::MemberSelected,
                        (false, fill) => fill.aside(),
                    };
                }
            }
            Kind::Source | Kind::Route => {}
        }
    }

    /// Fills the states by their role in an institution.
    fn light_members(&mut self, world: &World, key: &str, day: Day) {
        self.institution = Some(key.to_owned());
        let Some(institution) = world.institutions.iter().find(|i| i.key == key) else { return };
        self.city = institution.seat.as_ref().map(|seat| seat.value.city.clone());
        if institution.members_evidence.is_none() {
            return;
        }
        for (state, fill) in &mut self.fills {
            let role = world.sure_role_at(key, state, day);
            *fill = match (role, *fill) {
                (Some(Role::Acceding) | None, fill) => fill.aside(),
                (Some(_), Fill::Entity) => Fill::Entity,
                (Some(Role::Member), _) => Fill::MemberSelected,
                (Some(Role::Observer | Role::Universities | Role::Host | Role::Draft), _) => Fill::Observer,
            };
        }
    }

    /// Takes the ways of a route: the chosen one in front, the places where it begins, ends and passes as well.
    fn take_route(&mut self, world: &World, base: &Base, id: &Id) {
        let found = base.find(world, id).filter(|_| id.kind == Kind::Route);
        let Some((found, query)) = found.as_ref().and_then(|found| Some((found, found.query.as_ref()?))) else {
            return;
        };
        let asked = [&query.from, &query.to].into_iter().chain(&query.via);
        self.nodes.extend(asked.map(|place| place.key().to_owned()));
        for (at, way) in found.ways.iter().enumerate() {
            let segments = way.legs.iter().map(|leg| leg.segment.clone());
            if at == 0 {
                self.segments.extend(segments);
                self.nodes.extend(way.nodes());
            } else {
                self.others.extend(segments);
            }
        }
    }

    fn take_segments(&mut self, world: &World, wanted: impl Fn(&crate::world::Segment) -> bool) {
        for segment in world.segments.iter().filter(|s| wanted(s)) {
            self.segments.insert(segment.key.clone());
            self.nodes.insert(segment.from.clone());
            self.nodes.insert(segment.to.clone());
        }
    }
}
