//! What the lists of the rail hold: one line for each thing, in the order in which it is read.

use crate::date::{Day, Happened};
use crate::story::Symbol;
use crate::ui::Model;
use crate::ui::icon::Icon;
use crate::world::{Area, Corridor, Id, Institution, Kind, Mode, SegmentStatus, State, Status, World};

/// The lists of the rail, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// Members and observers.
    States,
    /// Institutions, agreements, programmes.
    Institutions,
    /// Corridors.
    Corridors,
    /// Events, newest first.
    Events,
    /// Customs measures.
    Measures,
    /// Layers of the map.
    Layers,
}

impl List {
    /// Every list with the key of its heading, its icon, and how many lines it shows at first.
    pub const ALL: [(Self, &'static str, Icon, usize); 6] = [
        (Self::States, "ui-members-and-observers", Icon::Map, 12),
        (Self::Institutions, "kinds-institution", Icon::Institution, 4),
        (Self::Corridors, "kinds-corridor", Icon::Train, 5),
        (Self::Events, "kinds-event", Icon::Calendar, 5),
        (Self::Measures, "kinds-measure", Icon::Stamp, 5),
        (Self::Layers, "command-menu-layers", Icon::Layers, 12),
    ];

    /// The list that holds things of a kind.
    #[must_use]
    pub fn of(kind: Kind) -> Option<Self> {
        match kind {
            Kind::State => Some(Self::States),
            Kind::Institution => Some(Self::Institutions),
            Kind::Corridor => Some(Self::Corridors),
            Kind::Event => Some(Self::Events),
            Kind::Measure => Some(Self::Measures),
            Kind::Segment | Kind::Node | Kind::Source => None,
            Kind::Route | Kind::Changes | Kind::Comparison | Kind::Role | Kind::Edition => None,
        }
    }

    /// Whether the filter by area of cooperation applies.
    #[must_use]
    pub fn has_areas(self) -> bool {
        matches!(self, Self::Institutions | Self::Events | Self::Measures)
    }
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Whose page it opens.
    pub id: Id,
    /// Sign in front.
    pub symbol: Symbol,
    /// Its name, as short as it goes.
    pub label: String,
    /// What the short name stands for; empty where it is the name.
    pub note: String,
    /// Code, place or date at the right end.
    pub trailing: String,
}

/// The lines of a list, and how many there would be without the filter.
#[must_use]
pub fn lines(model: &Model, list: List) -> (Vec<Line>, usize) {
    let area = model.history.now().area;
    match list {
        List::States => {
            let lines = states(model);
            let all = lines.len();
            (lines, all)
        }
        List::Institutions => {
            // What was not founded yet on the day is not listed, nor what nobody found.
            let there = |it: &&Institution| {
                it.shown && it.founded.value.is_none_or(|day| day.happened_by(model.day) != Happened::No)
            };
            let all = model.world.institutions.iter().filter(there).count();
            let within = model.world.institutions.iter().filter(there).filter(|it| holds(&it.areas, area));
            (within.map(|it| institution(model, it)).collect(), all)
        }
        List::Corridors => {
            (model.world.corridors.iter().map(|it| corridor(model, it)).collect(), model.world.corridors.len())
        }
        List::Events => events(model, area),
        List::Measures => measures(model, area),
        List::Layers => (Vec::new(), 0),
    }
}

/// Whether something belongs to an area, or no area is asked for.
fn holds(areas: &[Area], wanted: Option<Area>) -> bool {
    wanted.is_none_or(|wanted| areas.contains(&wanted))
}

/// Members, observers, the observer entity and the observer organisation on a day, each by name.
fn states(model: &Model) -> Vec<Line> {
    let mut lines: Vec<(u8, Line)> = Vec::new();
    for state in &model.world.states {
        let Some(status) = standing(state, model.day) else { continue };
        let id = Id::new(Kind::State, &state.key);
        let (rank, symbol) = match status {
            Status::Member { .. } => (0, Symbol::Member),
            Status::Observer => (1, Symbol::Observer),
            Status::ObserverEntity => (2, Symbol::ObserverEntity),
            Status::ObserverOrganisation => (3, Symbol::Organisation),
        };
        let trailing = match (&state.iso, status) {
            (Some(iso), _) => iso.value.first().cloned().unwrap_or_default(),
            (None, Status::ObserverEntity) => model.lang.text("ui-note"),
            (None, _) => String::new(),
        };
        let label = match status {
            Status::ObserverOrganisation => {
                model.lang.format("ui-organisation-row", &[("name", state.key.as_str().into())])
            }
            Status::ObserverEntity => model.lang.text("ui-entity-row"),
            _ => model.world.name_on(&id, model.lang.code(), model.day),
        };
        lines.push((rank, Line { id, symbol, label, note: String::new(), trailing }));
    }
    lines.sort_by_cached_key(|(rank, line)| (*rank, crate::lang::fold(&line.label)));
    lines.into_iter().map(|(_, line)| line).collect()
}

/// Standing of a state on a day.
fn standing(state: &State, day: Day) -> Option<Status> {
    state.status_at(day).map(|change| change.status)
}

/// How many members and how many observers there are on a day.
#[must_use]
pub fn count_states(world: &World, day: Day) -> (usize, usize) {
    let mut count = (0, 0);
    for status in world.states.iter().filter_map(|state| standing(state, day)) {
        match status {
            Status::Member { .. } => count.0 += 1,
            Status::Observer | Status::ObserverEntity => count.1 += 1,
            Status::ObserverOrganisation => {}
        }
    }
    count
}

/// An institution: its abbreviation, what that stands for, and where it sits.
fn institution(model: &Model, it: &Institution) -> Line {
    let id = Id::new(Kind::Institution, &it.key);
    let name = model.world.name_on(&id, model.lang.code(), model.day);
    let short = model.world.short_name_on(&id, model.lang.code(), model.day);
    let (label, note) = if short.len() < name.len() { (short, name) } else { (name, String::new()) };
    let trailing = if model.world.is_seated_on(it, model.day) {
        it.seat.as_ref().map_or("", |seat| model.world.city(&seat.value.city, model.lang.code())).to_owned()
    } else {
        // It is listed on days long ago, too, as nobody says when it was founded.
        model.lang.text("word-date-not-found")
    };
    Line { id, symbol: Symbol::Institution, label, note, trailing }
}

/// A thing by its name.
fn named(model: &Model, kind: Kind, key: &str, symbol: Symbol) -> Line {
    let id = Id::new(kind, key);
    let label = model.world.name(&id, model.lang.code());
    Line { id, symbol, label, note: String::new(), trailing: String::new() }
}

/// A corridor with its abbreviation, drawn as far as it is built.
fn corridor(model: &Model, it: &Corridor) -> Line {
    let rank = |status: SegmentStatus| match status {
        SegmentStatus::Operational => 0,
        SegmentStatus::UnderConstruction => 1,
        SegmentStatus::Planned => 2,
        SegmentStatus::Suspended => 3,
    };
    let own = model.world.segments.iter().filter(|segment| segment.corridors.contains(&it.key));
    let status = own.map(|segment| segment.status).min_by_key(|status| rank(*status));
    let symbol = Symbol::Rail(status.unwrap_or(SegmentStatus::Operational));
    Line { trailing: it.abbreviation.clone().unwrap_or_default(), ..named(model, Kind::Corridor, &it.key, symbol) }
}

/// Events, newest first.
fn events(model: &Model, area: Option<Area>) -> (Vec<Line>, usize) {
    let known = |event: &&crate::world::Event| event.planned || event.date.happened_by(model.day) != Happened::No;
    let mut all: Vec<_> = model.world.events.iter().filter(known).collect();
    all.sort_by_key(|event| std::cmp::Reverse((event.date.latest(), event.date.earliest())));
    let count = all.len();
    let lines = all.into_iter().filter(|event| holds(&event.areas, area)).map(|event| Line {
        trailing: model.lang.date(event.date),
        ..named(model, Kind::Event, &event.key, Symbol::Event)
    });
    (lines.collect(), count)
}

/// Customs measures.
fn measures(model: &Model, area: Option<Area>) -> (Vec<Line>, usize) {
    let within = model.world.measures.iter().filter(|measure| holds(&measure.areas, area));
    let lines = within.map(|measure| named(model, Kind::Measure, &measure.key, Symbol::Measure));
    (lines.collect(), model.world.measures.len())
}

/// The sign of anything, as the lists show it.
#[must_use]
pub fn symbol(model: &Model, id: &Id) -> Symbol {
    let world = model.world;
    match id.kind {
        Kind::State => {
            let status = world.state(&id.key).and_then(|it| standing(it, model.day));
            match status {
                Some(Status::Member { .. }) => Symbol::Member,
                Some(Status::Observer) => Symbol::Observer,
                Some(Status::ObserverEntity) => Symbol::ObserverEntity,
                Some(Status::ObserverOrganisation) => Symbol::Organisation,
                None => Symbol::Nothing,
            }
        }
        Kind::Institution => Symbol::Institution,
        Kind::Corridor => world.corridor(&id.key).map_or(Symbol::Corridor, |it| corridor(model, it).symbol),
        Kind::Segment => world.segment(&id.key).map_or(Symbol::Corridor, |it| match it.mode {
            Mode::Rail => Symbol::Rail(it.status),
            Mode::Road => Symbol::Road(it.status),
            Mode::Ferry | Mode::ContainerShip => Symbol::Sea(it.status),
        }),
        Kind::Node => world.node(&id.key).map_or(Symbol::Node, Symbol::of_node),
        Kind::Event | Kind::Changes => Symbol::Event,
        Kind::Comparison | Kind::Role => Symbol::Member,
        Kind::Measure => Symbol::Measure,
        Kind::Source | Kind::Edition => Symbol::Source,
        Kind::Route => Symbol::Corridor,
    }
}
