//! What changed between two days: the time between them as a thing of its own, and standing and roles compared.

mod revision;

use crate::date::{Date, Day, Happened};

pub use revision::{Altered, Presence, Revised, Revision, Said};

use super::{Id, InstitutionKind, Kind, Membership, Role, State, Status, StatusChange, World};

/// The time between the ends of two days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The earlier day; what happened on it was before.
    pub from: Day,
    /// The later day, which counts.
    pub to: Day,
}

/// Which way something went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Nearer to membership than before.
    Gained,
    /// Further from it.
    Lost,
    /// To another part of the same weight.
    Other,
}

/// A standing that is another one at the end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StandingChange<'a> {
    /// Whose standing.
    pub state: &'a State,
    /// At the end of the earlier day.
    pub before: Option<&'a StatusChange>,
    /// At the end of the later day.
    pub after: Option<&'a StatusChange>,
    /// Which way it went.
    pub turn: Turn,
    /// Whether it certainly happened in between.
    pub certain: bool,
}

/// A role that is another one at the end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RoleChange<'a> {
    /// Key of the state.
    pub state: &'a str,
    /// Key of the institution.
    pub institution: &'a str,
    /// At the end of the earlier day.
    pub before: Option<&'a Membership>,
    /// At the end of the later day.
    pub after: Option<&'a Membership>,
    /// Which way it went.
    pub turn: Turn,
    /// Whether it certainly happened in between.
    pub certain: bool,
}

/// Between the days of a key.
const SEPARATOR: char = '~';

impl Period {
    /// The time between two days; none where the first is not before the second.
    #[must_use]
    pub fn new(from: Day, to: Day) -> Option<Self> {
        (from < to).then_some(Self { from, to })
    }

    /// Its id: `changes:2019-10-14~2021-11-12`.
    #[must_use]
    pub fn id(&self) -> Id {
        Id::new(Kind::Changes, format!("{}{SEPARATOR}{}", self.from, self.to))
    }

    /// Whether something with a date happened in it, as far as the date tells.
    #[must_use]
    pub fn holds(&self, date: Date) -> Happened {
        match (date.happened_by(self.from), date.happened_by(self.to)) {
            (Happened::Yes, _) | (_, Happened::No) => Happened::No,
            (Happened::No, Happened::Yes) => Happened::Yes,
            _ => Happened::Unknown,
        }
    }
}

/// How near to membership a standing is.
fn standing(status: Option<Status>) -> u8 {
    match status {
        Some(Status::Member { .. }) => 2,
        Some(Status::Observer | Status::ObserverEntity | Status::ObserverOrganisation) => 1,
        None => 0,
    }
}

/// How near to membership a role is.
fn weight(role: Option<Role>) -> u8 {
    match role {
        Some(Role::Member) => 3,
        Some(Role::Observer | Role::Signatory) => 2,
        Some(Role::Universities | Role::Draft | Role::Host | Role::Acceding) => 1,
        None => 0,
    }
}

/// Which way it goes from one weight to another.
fn turn<T: Ord>(before: T, after: T) -> Turn {
    match before.cmp(&after) {
        std::cmp::Ordering::Less => Turn::Gained,
        std::cmp::Ordering::Greater => Turn::Lost,
        std::cmp::Ordering::Equal => Turn::Other,
    }
}

impl World {
    /// The time behind the key of a comparison; none where it is no pair of days within the reach of the facts.
    #[must_use]
    pub fn period(&self, key: &str) -> Option<Period> {
        let (from, to) = key.split_once(SEPARATOR)?;
        let period = Period::new(from.parse().ok()?, to.parse().ok()?)?;
        // One key for one pair, and nothing is known beyond the edition.
        let within = self.edition.is_none_or(|edition| period.to <= edition);
        (within && period.id().key == key).then_some(period)
    }

    /// The time since the last formal summit before a day, or since the first day on which anything is known to have
    /// happened; none on that day.
    #[must_use]
    pub fn since_last_summit(&self, day: Day) -> Option<Period> {
        let summits = self.events.iter().filter(|event| event.kind == super::EventKind::FormalSummit && !event.planned);
        // What was decided at the summit itself was known then.
        let last = summits.map(|event| event.end.unwrap_or(event.date).latest()).filter(|it| *it < day).max();
        let first = || self.events.iter().map(|event| event.date.earliest()).min().map(Day::previous);
        Period::new(last.or_else(first)?, day)
    }

    /// Standings that are others at the end of a time, in the order of the states.
    #[must_use]
    pub fn standing_changes(&self, period: &Period) -> Vec<StandingChange<'_>> {
        let changes = self.states.iter().filter_map(|state| {
            let (before, after) = (state.status_at(period.from), state.status_at(period.to));
            let coarse = state.status.iter().find(|it| period.holds(it.from) == Happened::Unknown);
            let certain = before != after;
            let after = if certain { after } else { coarse.or(after) };
            let [was, is] = [before, after].map(|it| it.map(|it| it.status));
            let turn = turn(standing(was), standing(is));
            (was != is).then_some(StandingChange { state, before, after, turn, certain })
        });
        changes.collect()
    }

    /// Roles that are others at the end of a time, in the order of the institutions; not those in the organisation
    /// itself, which are standings. What no source dates is in [`World::undated_roles`].
    #[must_use]
    pub fn role_changes(&self, period: &Period) -> Vec<RoleChange<'_>> {
        let bodies = self.institutions.iter().filter(|body| body.kind != InstitutionKind::Organisation && body.shown);
        let pairs = bodies.flat_map(|body| self.states.iter().map(move |state| (body, state)));
        let changes = pairs.filter_map(|(body, state)| {
            let part = |day: Day| {
                let part = self.role_at(&body.key, &state.key, day)?;
                Some((part, self.holds_on(part, day) == Happened::Yes))
            };
            let (before, after) = (part(period.from), part(period.to));
            let same = before.map(|it| it.0) == after.map(|it| it.0);
            let was_possible = before.is_some_and(|(_, certain)| !certain);
            if same && before.map(|it| it.1) == after.map(|it| it.1) {
                return None;
            }
            // Without a date of its beginning nobody knows whether it began in this time.
            let dated = after.is_none_or(|(part, _)| part.from.is_some());
            if !dated && (before.is_none() || same) {
                return None;
            }
            let certain = after.is_none_or(|(_, certain)| certain) && !(same && was_possible);
            let before = before.map(|it| it.0).filter(|_| !same);
            let after = after.map(|it| it.0);
            let [was, is] = [before, after].map(|it| it.map(|it| it.role));
            let turn = turn(weight(was), weight(is));
            Some(RoleChange { state: &state.key, institution: &body.key, before, after, turn, certain })
        });
        changes.collect()
    }

    /// Roles that may have begun within a time or before it, as no source dates their beginning.
    #[must_use]
    pub fn undated_roles(&self, period: &Period) -> Vec<&Membership> {
        let undated = self.memberships.iter().filter(|it| it.from.is_none() && it.to.is_none());
        let may = |it: &&Membership| {
            let [before, after] = [period.from, period.to].map(|day| self.holds_on(it, day));
            before != Happened::Yes && after != Happened::No
        };
        undated.filter(may).collect()
    }
}
