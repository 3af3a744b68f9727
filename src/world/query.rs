//! Questions to the world: by key, by day, by what belongs together.

use std::collections::BTreeSet;

use crate::date::Day;

use super::{
    Confidence, Corridor, CustomsMeasure, Disagreement, Event, Id, Indicator, Institution, Kind, Membership, Node,
    Segment, Source, SourceKind, State, Status, World,
};

impl World {
    /// The day that is asked about: the reader's, or that of the edition.
    #[must_use]
    pub fn as_of(&self, chosen: Option<Day>) -> Day {
        chosen.or(self.edition).unwrap_or(Day::FIRST)
    }

    /// The nearest day before or after another on which something happened that the facts tell of: an event or a
    /// change of status, no later than the edition; none where there is none.
    #[must_use]
    pub fn day_beside(&self, day: Day, later: bool) -> Option<Day> {
        let events = self.events.iter().map(|event| event.date.earliest());
        let changes = self.states.iter().flat_map(|state| &state.status).map(|change| change.from.earliest());
        let days = events.chain(changes).chain(self.edition).filter(|it| Some(*it) <= self.edition);
        if later { days.filter(|it| *it > day).min() } else { days.filter(|it| *it < day).max() }
    }

    /// A state by its key.
    #[must_use]
    pub fn state(&self, key: &str) -> Option<&State> {
        self.states.iter().find(|it| it.key == key)
    }

    /// An institution by its key.
    #[must_use]
    pub fn institution(&self, key: &str) -> Option<&Institution> {
        self.institutions.iter().find(|it| it.key == key)
    }

    /// A corridor by its key.
    #[must_use]
    pub fn corridor(&self, key: &str) -> Option<&Corridor> {
        self.corridors.iter().find(|it| it.key == key)
    }

    /// A segment by its key.
    #[must_use]
    pub fn segment(&self, key: &str) -> Option<&Segment> {
        self.segments.iter().find(|it| it.key == key)
    }

    /// A node by its key.
    #[must_use]
    pub fn node(&self, key: &str) -> Option<&Node> {
        self.nodes.iter().find(|it| it.key == key)
    }

    /// An event by its key.
    #[must_use]
    pub fn event(&self, key: &str) -> Option<&Event> {
        self.events.iter().find(|it| it.key == key)
    }

    /// A customs measure by its key.
    #[must_use]
    pub fn measure(&self, key: &str) -> Option<&CustomsMeasure> {
        self.measures.iter().find(|it| it.key == key)
    }

    /// The customs measures at a node: those of its port, and those between its country and the others to which segments
    /// lead from there.
    #[must_use]
    pub fn measures_at(&self, node: &str) -> Vec<&CustomsMeasure> {
        let Some(home) = self.node(node).map(|it| it.country.as_str()) else { return Vec::new() };
        let corridors: Vec<String> = self.segments_at(node).flat_map(|it| it.corridors.clone()).collect();
        let others: BTreeSet<&str> = self.segments_at(node).flat_map(|it| self.countries_along(it)).collect();
        let is_here = |it: &&CustomsMeasure| {
            let shared = |other: &&str| it.between([home, other], &corridors).is_some();
            it.ports.iter().any(|port| port == node) || others.iter().any(shared)
        };
        self.measures.iter().filter(is_here).collect()
    }

    /// The countries that a segment joins or crosses; those of its ports, where it leads over the sea.
    fn countries_along<'a>(&'a self, segment: &'a Segment) -> impl Iterator<Item = &'a str> {
        let ends = [&segment.from, &segment.to].into_iter().filter_map(|key| self.node(key));
        ends.map(|node| &node.country).chain(&segment.countries).map(String::as_str)
    }

    /// The customs measures along a segment: between the countries that it joins, or between its two ports.
    #[must_use]
    pub fn measures_along(&self, segment: &Segment) -> Vec<&CustomsMeasure> {
        let ends = [&segment.from, &segment.to];
        let countries: Vec<&str> = self.countries_along(segment).collect();
        let is_along = |it: &&CustomsMeasure| {
            ends.into_iter().all(|key| it.ports.contains(key)) || it.holds_among(&countries, &segment.corridors)
        };
        self.measures.iter().filter(is_along).collect()
    }

    /// A source by its key.
    #[must_use]
    pub fn source(&self, key: &str) -> Option<&Source> {
        self.sources.iter().find(|it| it.key == key)
    }

    /// Memberships of a state through time, in the order of the institutions.
    pub fn memberships_of_state<'a>(&'a self, state: &'a str) -> impl Iterator<Item = &'a Membership> {
        self.memberships.iter().filter(move |it| it.state == state)
    }

    /// Memberships in an institution through time, in the order of the states.
    pub fn memberships_of_institution<'a>(&'a self, institution: &'a str) -> impl Iterator<Item = &'a Membership> {
        self.memberships.iter().filter(move |it| it.institution == institution)
    }

    /// Segments on the soil of an area; for a part of a country under another administration, those that end there.
    pub fn segments_on<'a>(&'a self, area: &'a str) -> impl Iterator<Item = &'a Segment> {
        let ends = move |key: &str| self.node(key).is_some_and(|node| node.within.as_deref() == Some(area));
        self.segments
            .iter()
            .filter(move |it| it.countries.iter().any(|country| country == area) || ends(&it.from) || ends(&it.to))
    }

    /// Segments of a corridor.
    pub fn segments_of<'a>(&'a self, corridor: &'a str) -> impl Iterator<Item = &'a Segment> {
        self.segments.iter().filter(move |it| it.corridors.iter().any(|key| key == corridor))
    }

    /// Whether a corridor leads to the observer entity.
    #[must_use]
    pub fn leads_to_entity(&self, corridor: &str) -> bool {
        let is_there = |key: &str| self.node(key).is_some_and(|node| node.within.is_some());
        self.segments_of(corridor).any(|it| is_there(&it.from) || is_there(&it.to))
    }

    /// Segments that begin or end at a node.
    pub fn segments_at<'a>(&'a self, node: &'a str) -> impl Iterator<Item = &'a Segment> {
        self.segments.iter().filter(move |it| it.from == node || it.to == node)
    }

    /// Events about a thing.
    pub fn events_of<'a>(&'a self, id: &'a Id) -> impl Iterator<Item = &'a Event> {
        self.events.iter().filter(move |it| it.subjects.contains(id))
    }

    /// Points on which sources differ about a thing.
    pub fn disagreements_of<'a>(&'a self, id: &'a Id) -> impl Iterator<Item = &'a Disagreement> {
        self.disagreements.iter().filter(move |it| it.subjects.contains(id))
    }

    /// A figure of a state: the preferred one and the alternatives.
    #[must_use]
    pub fn indicator(&self, state: &str, measure: &str) -> Option<(&Indicator, Vec<&Indicator>)> {
        let mut all: Vec<_> = self.indicators.iter().filter(|it| it.state == state && it.measure == measure).collect();
        let at = all.iter().position(|it| it.preferred)?;
        let preferred = all.remove(at);
        Some((preferred, all))
    }

    /// The id of the part of a state in an institution, whether it has one or not: `role:KZ~tif`.
    #[must_use]
    pub fn role_id(state: &str, institution: &str) -> Id {
        Id::new(Kind::Role, format!("{state}~{institution}"))
    }

    /// State and institution of such an id.
    #[must_use]
    pub fn seat(&self, key: &str) -> Option<(&State, &Institution)> {
        let (state, body) = key.split_once('~')?;
        self.state(state).zip(self.institution(body).filter(|body| body.shown))
    }

    /// A note of the facts in a language, in English where it has none in that language.
    #[must_use]
    pub fn note(&self, key: &str, language: &str) -> Option<&str> {
        let wordings = self.notes.get(key)?;
        wordings.get(language).or_else(|| wordings.get("en")).map(String::as_str)
    }

    /// Words of the facts in a language, where the notes have a wording of just these; else as they are.
    #[must_use]
    pub fn localised<'a>(&'a self, words: &'a str, language: &str) -> &'a str {
        if language == "en" {
            return words;
        }
        let noted = self.notes.values().find(|wordings| wordings.get("en").is_some_and(|en| en == words));
        noted.and_then(|wordings| wordings.get(language)).map_or(words, String::as_str)
    }

    /// How far a source may be trusted with a fact of some confidence: no further than its register judges it, and
    /// general knowledge never beyond low, however well other sources bear the same fact. Sources of another edition are judged as they are there.
    #[must_use]
    pub fn trust(&self, source: &str, confidence: Confidence) -> Confidence {
        let Some(source) = self.source_of_any(source) else { return confidence };
        let own = if source.kind == SourceKind::Memory { Some(Confidence::Low) } else { source.reliability };
        own.map_or(confidence, |own| own.min(confidence))
    }

    /// Whether a country, or a part of one under another administration, is the observer entity: Northern Cyprus.
    #[must_use]
    pub fn is_entity(&self, area: &str) -> bool {
        self.state(area).is_some_and(|state| state.status.iter().any(|it| it.status == Status::ObserverEntity))
    }

    /// Whether something with a standing is an organisation and no state: ECO.
    #[must_use]
    pub fn is_organisation(&self, key: &str) -> bool {
        self.state(key).is_some_and(|state| state.status.iter().any(|it| it.status == Status::ObserverOrganisation))
    }

    /// Whether a thing is the observer entity, a role of it, or a comparison with it.
    #[must_use]
    pub fn names_entity(&self, id: &Id) -> bool {
        match id.kind {
            Kind::State => self.is_entity(&id.key),
            Kind::Role => self.seat(&id.key).is_some_and(|(state, _)| self.is_entity(&state.key)),
            Kind::Comparison => {
                self.compared(&id.key).is_some_and(|states| states.iter().any(|it| self.is_entity(&it.key)))
            }
            _ => false,
        }
    }

    /// Whether there is such a thing.
    #[must_use]
    pub fn exists(&self, id: &Id) -> bool {
        let key = id.key.as_str();
        match id.kind {
            Kind::State => self.state(key).is_some(),
            Kind::Institution => self.institution(key).is_some(),
            Kind::Corridor => self.corridor(key).is_some(),
            Kind::Segment => self.segment(key).is_some(),
            Kind::Node => self.node(key).is_some(),
            Kind::Event => self.event(key).is_some(),
            Kind::Measure => self.measure(key).is_some(),
            Kind::Source => self.source(key).is_some(),
            Kind::Route => self.route(key).is_some(),
            Kind::Changes => self.period(key).is_some(),
            Kind::Comparison => self.compared(key).is_some(),
            Kind::Role => self.seat(key).is_some(),
            Kind::Edition => self.revision_of(id).is_some(),
        }
    }
}
