//! Facts on a picture that are old or rest on weak evidence, and a standing that nobody confirmed for long.

use std::collections::BTreeMap;

use super::{Flaw, Objections, Seen, Spot};
use crate::date::{Date, Day, Happened};
use crate::story;
use crate::world::{Confidence, Evidence, Id, Kind, World};

/// What sort of fact it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Line,
    Node,
    Seat,
    Standing,
    Role,
    Subject,
    Figure,
    Measure,
}

/// Every sort with the words for weak ones and for old ones; the standing of each state is told by itself.
const SORTS: [(Sort, &str, &str); 8] = [
    (Sort::Line, "press-unconfirmed", "press-old"),
    (Sort::Node, "press-unconfirmed-nodes", "press-old-nodes"),
    (Sort::Seat, "press-unconfirmed-seats", "press-old-seats"),
    (Sort::Standing, "press-unconfirmed-standings", "press-old-standing"),
    (Sort::Role, "press-unconfirmed-roles", "press-old-roles"),
    (Sort::Subject, "press-unconfirmed-subject", "press-old-subject"),
    (Sort::Figure, "press-unconfirmed-figures", "press-old-figures"),
    (Sort::Measure, "press-unconfirmed-measures", "press-old-measures"),
];

/// A fact on the picture.
struct Fact {
    sort: Sort,
    /// What it is about.
    id: Id,
    is_weak: bool,
    /// The last day of which it speaks; none where it does not age.
    date: Option<Date>,
    spot: Spot,
}

/// Objects to what is old or weak: one objection for each sort, which leads to the worst.
pub fn check(seen: &Seen, months: u32, objections: &mut Objections) {
    let (world, lang, session) = (objections.world, objections.lang, &objections.laid.session);
    let day = session.day(world);
    let mut facts = visible(world, seen, day);
    if let Some(id) = &session.selection {
        subject(world, id, day, &mut facts);
        if objections.laid.is_told {
            told(world, id, &mut facts);
        }
    }
    let before = months_before(day, months);
    for (sort, weak, old) in SORTS {
        let facts = || facts.iter().filter(move |fact| fact.sort == sort);
        let mut tell = |flaw, key: &str, worst: &Fact, count: usize| {
            let name = match worst.id.kind {
                Kind::State => story::subject(world, lang, day, &worst.id.key),
                _ => world.name(&worst.id, lang.code()),
            };
            let values = [("count", count.into()), ("months", (months as usize).into()), ("name", name.into())];
            objections.object(flaw, lang.format(key, &values), Some(worst.id.clone()), worst.spot);
        };
        if let Some(first) = facts().find(|fact| fact.is_weak) {
            tell(Flaw::Unconfirmed, weak, first, facts().filter(|fact| fact.is_weak).count());
        }
        let is_old = |fact: &&Fact| fact.date.is_some_and(|date| date.latest() < before);
        if sort == Sort::Standing {
            facts().filter(is_old).for_each(|fact| tell(Flaw::OldFact, old, fact, 1));
        } else if let Some(oldest) = facts().filter(is_old).min_by_key(|fact| fact.date) {
            tell(Flaw::OldFact, old, oldest, facts().filter(is_old).count());
        }
    }
}

/// Facts that the map itself shows: lines, nodes, seats, and who has which standing.
fn visible(world: &World, seen: &Seen, day: Day) -> Vec<Fact> {
    let mut facts = Vec::new();
    for line in world.segments.iter().filter(|it| seen.shows(Kind::Segment, &it.key)) {
        let id = Id::new(Kind::Segment, line.key.as_str());
        let middle = line.line.get(line.line.len() / 2).copied();
        facts.push(Fact::new(Sort::Line, id, &line.evidence, line.status_as_of, middle));
    }
    for node in world.nodes.iter().filter(|it| seen.shows(Kind::Node, &it.key)) {
        let id = Id::new(Kind::Node, node.key.as_str());
        // On a map a node is where it lies.
        let place = node.place_evidence();
        facts.push(Fact::new(Sort::Node, id, &place, newest(world, &node.evidence), Some(node.point)));
    }
    for body in &world.institutions {
        let Some(seat) = &body.seat else { continue };
        let is_later = !world.is_seated_on(body, day);
        let in_city = format!("seat:{}", seat.value.city);
        if is_later || !(seen.tags.contains(in_city.as_str()) || seen.shows(Kind::Institution, &body.key)) {
            continue;
        }
        let id = Id::new(Kind::Institution, body.key.as_str());
        let date = seat.date.or_else(|| newest(world, &seat.evidence));
        facts.push(Fact::new(Sort::Seat, id, &seat.evidence, date, Some(seat.value.point)));
    }
    for state in world.states.iter().filter(|it| seen.shows(Kind::State, &it.key)) {
        let Some(change) = state.status_at(day) else { continue };
        let id = Id::new(Kind::State, state.key.as_str());
        let confirmed = state.confirmed.as_ref().and_then(|claim| claim.date);
        let place = world.geography.labels.get(&state.key).copied();
        facts.push(Fact::new(Sort::Standing, id, &change.evidence, confirmed, place));
    }
    facts
}

/// Facts that title and colours tell of what is selected.
fn subject(world: &World, id: &Id, day: Day, facts: &mut Vec<Fact>) {
    let key = id.key.as_str();
    let own = match id.kind {
        Kind::Institution => {
            for membership in world.memberships_of_institution(key) {
                if world.holds_on(membership, day) == Happened::No {
                    continue;
                }
                let place = world.geography.labels.get(&membership.state).copied();
                let date = newest(world, &membership.evidence);
                let state = Id::new(Kind::State, membership.state.as_str());
                facts.push(Fact::new(Sort::Role, state, &membership.evidence, date, place));
            }
            None
        }
        Kind::Corridor => world.corridor(key).map(|it| (&it.evidence, newest(world, &it.evidence))),
        Kind::Measure => world.measure(key).map(|it| (&it.evidence, newest(world, &it.evidence))),
        // What happened does not age.
        Kind::Event => world.event(key).map(|it| (&it.evidence, None)),
        Kind::Role => world.seat(key).and_then(|(state, body)| {
            let part = world.role_at(&body.key, &state.key, day)?;
            Some((&part.evidence, newest(world, &part.evidence)))
        }),
        Kind::State | Kind::Segment | Kind::Node | Kind::Source => None,
        Kind::Route | Kind::Changes | Kind::Comparison | Kind::Edition => None,
    };
    if let Some((evidence, date)) = own {
        facts.push(Fact { spot: Spot::Head, ..Fact::new(Sort::Subject, id.clone(), evidence, date, None) });
    }
}

/// Facts that a page tells of its selection beside the map: figures, the newest of each series, and measures.
fn told(world: &World, id: &Id, facts: &mut Vec<Fact>) {
    let key = id.key.as_str();
    let mut newest_figures: BTreeMap<&str, (&Evidence, Option<Date>)> = BTreeMap::new();
    let mut take = |series, evidence, date: Option<Date>| {
        let known = newest_figures.entry(series).or_insert((evidence, date));
        if date > known.1 {
            *known = (evidence, date);
        }
    };
    for it in world.indicators.iter().filter(|it| id.kind == Kind::State && it.state == key && it.preferred) {
        take(&it.measure, &it.evidence, it.date);
    }
    for it in &world.traffic {
        let is_of_corridor = id.kind == Kind::Corridor && it.corridor.as_deref() == Some(key);
        if is_of_corridor || id.kind == Kind::Node && it.nodes.iter().any(|node| node == key) {
            take(&it.subject, &it.evidence, it.year.and_then(Date::from_year));
        }
    }
    let spot = |place: Option<[f64; 2]>| place.map_or(Spot::Head, Spot::Place);
    let place = world.node(key).map(|node| node.point).or_else(|| world.geography.labels.get(key).copied());
    for (evidence, date) in newest_figures.into_values() {
        facts.push(Fact { spot: spot(place), ..Fact::new(Sort::Figure, id.clone(), evidence, date, None) });
    }
    for measure in &world.measures {
        let list = match id.kind {
            Kind::State => &measure.states,
            Kind::Corridor => &measure.corridors,
            Kind::Institution => &measure.institutions,
            _ => continue,
        };
        if list.iter().any(|it| it == key) {
            let about = Id::new(Kind::Measure, measure.key.as_str());
            let date = newest(world, &measure.evidence);
            facts.push(Fact { spot: spot(place), ..Fact::new(Sort::Measure, about, &measure.evidence, date, None) });
        }
    }
}

impl Fact {
    fn new(sort: Sort, id: Id, evidence: &Evidence, date: Option<Date>, place: Option<[f64; 2]>) -> Self {
        let is_weak = evidence.confidence == Confidence::Low;
        Self { sort, id, is_weak, date, spot: place.map_or(Spot::Map, Spot::Place) }
    }
}

/// The date of the newest document behind a fact: its own, or the day on which it was read where it bears none.
fn newest(world: &World, evidence: &Evidence) -> Option<Date> {
    let sources = evidence.sources.iter().filter_map(|key| world.source(key));
    sources.filter_map(|source| source.published.parse().ok().or(source.accessed)).max()
}

/// The day so many months before another, to the month.
fn months_before(day: Day, months: u32) -> Day {
    let at = i64::from(day.year()) * 12 + i64::from(day.month()) - 1 - i64::from(months);
    let year = i16::try_from(at.div_euclid(12)).ok();
    year.and_then(|year| Day::new(year, (at.rem_euclid(12) + 1) as u8, 1)).unwrap_or(Day::FIRST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::{self, Files};

    #[test]
    fn facts_of_every_sort_are_known() {
        let world = world::load(&Files::Embedded).world;
        let day = world.as_of(None);
        let mut tags: Vec<String> = world.ids().map(|id| id.to_string()).collect();
        let seats = world.institutions.iter().filter_map(|it| Some(format!("seat:{}", it.seat.as_ref()?.value.city)));
        tags.extend(seats);
        let seen = Seen { tags: tags.iter().map(String::as_str).collect(), ..Seen::default() };
        let mut facts = visible(&world, &seen, day);
        for id in ["corridor:TITR", "institution:ots", "state:KZ", "node:kz_aktau"] {
            let id: Id = id.parse().unwrap();
            subject(&world, &id, day, &mut facts);
            told(&world, &id, &mut facts);
        }
        for (sort, ..) in SORTS {
            let of = || facts.iter().filter(move |fact| fact.sort == sort);
            assert!(of().any(|fact| fact.date.is_some()), "{sort:?} has days");
            assert!(of().all(|fact| world.exists(&fact.id)), "{sort:?}");
        }
        assert_eq!(facts.iter().filter(|fact| fact.sort == Sort::Line).count(), world.segments.len());
        assert!(facts.iter().any(|fact| fact.sort == Sort::Seat && matches!(fact.spot, Spot::Place(_))));
        assert!(visible(&world, &Seen::default(), day).is_empty(), "what is not seen is not told");
    }

    #[test]
    fn months_are_counted_back() {
        let back = |day: &str, months| months_before(day.parse().unwrap(), months).to_string();
        assert_eq!(back("2026-03-15", 24), "2024-03-01");
        assert_eq!(back("2026-03-15", 3), "2025-12-01");
        assert_eq!(back("2026-03-15", 999_999), Day::FIRST.to_string());
    }
}
