//! What the selection brings forward: a state, the members of an institution, a corridor or a piece of one.

use std::collections::{BTreeMap, BTreeSet};

use crate::date::Day;
use crate::world::{Id, Kind, Role, Segment, Status, Turn, World};

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
    /// A state that lost its standing between the two days that are compared.
    Lost,
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
    /// Whether states are brought forward as signatories of the selected agreement.
    pub is_signed: bool,
    /// The selected corridor.
    pub corridor: Option<String>,
    /// Numbers of the segments that are brought forward.
    pub segments: BTreeSet<usize>,
    /// Numbers of those of the other ways of a route.
    pub others: BTreeSet<usize>,
    /// Numbers of the nodes that are brought forward.
    pub nodes: BTreeSet<usize>,
    /// Seats of institutions that are brought forward, by city.
    pub city: Option<String>,
    /// The selected event.
    pub event: Option<String>,
    /// Whether standings of two days are compared, and some are others.
    pub compares: bool,
    /// Whether two editions are compared, and do not say the same.
    pub revises: bool,
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
            focus.bring_forward(world, base, id, day);
            focus.take_route(world, base, id);
        }
        focus
    }

    /// Whether lines are in the focus at all, so that the others turn neutral.
    pub fn has_lines(&self) -> bool {
        !self.segments.is_empty()
    }

    /// Whether lines that are not brought forward are neutral.
    pub fn quiets_lines(&self) -> bool {
        self.has_lines() || self.compares || self.revises
    }

    fn bring_forward(&mut self, world: &World, base: &Base, id: &Id, day: Day) {
        let key = id.key.as_str();
        match id.kind {
            Kind::State => {
                self.state = Some(key.to_owned());
                match self.fills.get_mut(key) {
                    Some(fill @ Fill::Member) => *fill = Fill::MemberSelected,
                    Some(fill @ Fill::Observer) => *fill = Fill::ObserverSelected,
                    _ => {}
                }
                self.take_segments(world, base, |segment| segment.countries.iter().any(|c| c == key));
            }
            Kind::Institution => self.light_members(world, key, day),
            Kind::Corridor => {
                self.corridor = Some(key.to_owned());
                self.take_segments(world, base, |segment| segment.corridors.iter().any(|c| c == key));
            }
            Kind::Segment => self.take_segments(world, base, |segment| segment.key == key),
            Kind::Node => {
                self.take_segments(world, base, |segment| segment.from == key || segment.to == key);
                self.nodes = numbers(&world.nodes, |node| node.key == key).collect();
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
            Kind::Changes => self.compare(world, key),
            Kind::Edition => self.revise(world, base, id),
            Kind::Comparison => {
                let states = world.compared(key).unwrap_or_default();
                for (state, fill) in &mut self.fills {
                    let chosen = states.iter().any(|it| it.key == *state);
                    *fill = match (chosen, *fill) {
                        (true, Fill::Member) => Fill::MemberSelected,
                        (true, Fill::Observer) => Fill::ObserverSelected,
                        (_, fill) => fill,
                    };
                }
                let shared = |countries: &[String]| states.iter().filter(|it| countries.contains(&it.key)).count() > 1;
                self.take_segments(world, base, |segment| shared(&segment.countries));
            }
            Kind::Role => {
                let Some((state, body)) = world.seat(key) else { return };
                self.light_members(world, &body.key, day);
                self.state = Some(state.key.clone());
            }
            Kind::Source | Kind::Route => {}
        }
    }

    /// Brings forward whose standing changed between two days; where none did, the map shows all as ever.
    fn compare(&mut self, world: &World, key: &str) {
        let changes = world.period(key).map(|period| world.standing_changes(&period)).unwrap_or_default();
        self.compares = !changes.is_empty();
        if !self.compares {
            return;
        }
        self.fills.values_mut().for_each(|fill| *fill = fill.aside());
        for change in changes {
            let entity = world.is_entity(&change.state.key);
            let fill = match (change.turn, change.after.map(|it| it.status)) {
                (Turn::Lost, _) | (_, None) if entity => Fill::EntityAside,
                (Turn::Lost, _) | (_, None) => Fill::Lost,
                (_, Some(Status::Member { .. })) => Fill::MemberSelected,
                (_, Some(Status::Observer)) => Fill::ObserverSelected,
                (_, Some(Status::ObserverEntity)) => Fill::Entity,
                (_, Some(Status::ObserverOrganisation)) => continue,
            };
            self.fills.insert(change.state.key.clone(), fill);
        }
    }

    /// Brings forward the states and the segments of which another edition does not say the same; where both say the
    /// same of all, the map shows all as ever.
    fn revise(&mut self, world: &World, base: &Base, id: &Id) {
        let Some(revision) = world.revision_of(id).filter(|revision| !revision.revised("en").is_empty()) else {
            return;
        };
        self.revises = true;
        let mut altered: BTreeMap<&str, Turn> =
            revision.states.iter().map(|(key, turn)| (key.as_str(), *turn)).collect();
        for (state, fill) in &mut self.fills {
            *fill = match (altered.remove(state.as_str()), *fill) {
                (None, fill) => fill.aside(),
                (Some(Turn::Lost), fill) if fill.is_entity() => Fill::EntityAside,
                (Some(_), fill) if fill.is_entity() => fill,
                (Some(Turn::Lost), _) => Fill::Lost,
                (Some(Turn::Gained), Fill::Member) => Fill::MemberSelected,
                (Some(Turn::Gained), _) => Fill::ObserverSelected,
                (Some(Turn::Other), fill) => fill,
            };
        }
        // Who has no standing any more.
        for (state, _) in altered.into_iter().filter(|(state, turn)| *turn == Turn::Lost && !world.is_entity(state)) {
            self.fills.insert(state.to_owned(), Fill::Lost);
        }
        let named = |key: &str| {
            let mut all = revision.revised("en").iter().map(|revised| &revised.id);
            all.any(|id| id.kind == Kind::Segment && id.key == key)
        };
        self.take_segments(world, base, |segment| named(&segment.key));
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
            self.is_signed |= role == Some(Role::Signatory);
            *fill = match (role, *fill) {
                (Some(Role::Acceding) | None, fill) => fill.aside(),
                (Some(_), Fill::Entity) => Fill::Entity,
                (Some(Role::Member | Role::Signatory), _) => Fill::MemberSelected,
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
        let mut passed: BTreeSet<String> = asked.map(|place| place.key().to_owned()).collect();
        for (at, way) in found.ways.iter().enumerate() {
            let keys: BTreeSet<&String> = way.legs.iter().map(|leg| &leg.segment).collect();
            let segments = numbers(&world.segments, |segment| keys.contains(&segment.key));
            if at == 0 {
                self.segments.extend(segments);
                passed.extend(way.nodes());
            } else {
                self.others.extend(segments);
            }
        }
        self.nodes.extend(numbers(&world.nodes, |node| passed.contains(&node.key)));
    }

    fn take_segments(&mut self, world: &World, base: &Base, wanted: impl Fn(&Segment) -> bool) {
        self.segments.extend(numbers(&world.segments, wanted));
        let courses = self.segments.iter().filter_map(|at| base.courses.get(*at));
        self.nodes.extend(courses.flat_map(|course| course.ends).flatten());
    }
}

/// Numbers of the things of a list that are wanted.
fn numbers<T>(list: &[T], wanted: impl Fn(&T) -> bool) -> impl Iterator<Item = usize> {
    list.iter().enumerate().filter(move |(_, it)| wanted(it)).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::projection;
    use crate::world::{Files, load};

    #[test]
    fn what_was_gained_and_what_was_lost_look_different() {
        let mut world = load(&Files::Embedded).world;
        let base = Base::new(&world, projection::ALL[0]);
        let hungary = world.states.iter_mut().find(|state| state.key == "HU").unwrap();
        hungary.status[0].to = Some("2022-01-01".parse().unwrap());
        let fills = |world: &World, key: &str| {
            let id = Id::new(Kind::Changes, key);
            let focus = Focus::new(world, &base, Some(&id), world.period(key).unwrap().to);
            (focus.compares, focus.fills)
        };
        let (compares, found) = fills(&world, "2019-10-13~2022-12-31");
        assert!(compares);
        let wanted = [
            ("AZ", Fill::Aside),
            ("HU", Fill::Lost),
            ("KG", Fill::Aside),
            ("KZ", Fill::Aside),
            ("TM", Fill::ObserverSelected),
            ("TR", Fill::Aside),
            ("TRNC", Fill::Entity),
            ("UZ", Fill::MemberSelected),
        ];
        assert_eq!(found, wanted.map(|(key, fill)| (key.to_owned(), fill)).into());
        // Northern Cyprus never looks like a state, and is never without its note.
        let entity = world.states.iter_mut().find(|state| state.key == "TRNC").unwrap();
        entity.status[0].to = Some("2024-01-01".parse().unwrap());
        assert_eq!(fills(&world, "2023-12-31~2024-12-31").1["TRNC"], Fill::EntityAside);
        // Where nothing changed the map is as ever.
        let (compares, found) = fills(&world, "2024-12-31~2025-12-31");
        assert!(!compares && found["KZ"] == Fill::Member, "{found:?}");
    }
}
