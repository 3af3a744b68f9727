//! Checks of states, institutions, memberships, events, figures, disagreements and wordings.

use std::collections::BTreeMap;

use crate::lang::LANGUAGES;
use crate::world::{Claim, Id, Institution, Kind, State, Status};

use super::{Checker, ProblemKind, Row};

const STATES: &str = "facts/states.toml";
const NAMES: &str = "facts/names.toml";
const TRANSLATIONS: &str = "facts/translations.toml";
const INSTITUTIONS: &str = "facts/institutions.toml";
const MEMBERSHIPS: &str = "facts/memberships.toml";
const EVENTS: &str = "facts/events.toml";
const CHAIRMANSHIPS: &str = "facts/chairmanships.toml";
const INDICATORS: &str = "facts/indicators.toml";
const DISAGREEMENTS: &str = "facts/disagreements.toml";
const TERMS: &str = "facts/terms.toml";
const NOTES: &str = "facts/notes.toml";

/// What is named in English, and in other languages by the atlas.
const TRANSLATED: [Kind; 5] = [Kind::Institution, Kind::Corridor, Kind::Node, Kind::Event, Kind::Measure];

/// Figures that are about several states together.
const TOGETHER: [&str; 2] = ["members", "members_and_observers"];

impl<'a> Checker<'a> {
    /// Everything but routes and sources.
    pub(super) fn facts(&mut self) {
        let world = self.world;
        self.unique(STATES, "state", world.states.iter().map(|it| &it.key));
        for (index, state) in world.states.iter().enumerate() {
            self.one_state(&Row::new(STATES, index, format!("state {}", state.key)), state);
        }
        self.unique(INSTITUTIONS, "institution", world.institutions.iter().map(|it| &it.key));
        for (index, institution) in world.institutions.iter().enumerate() {
            let row = Row::new(INSTITUTIONS, index, format!("institution {}", institution.key));
            self.one_institution(&row, institution);
        }
        self.former_names();
        self.translations();
        self.memberships();
        self.events();
        self.chairmanships();
        self.indicators();
        self.disagreements();
        self.wordings();
    }

    /// Names in every language, with English among them.
    fn names(&mut self, row: &Row, names: &'a BTreeMap<String, Claim<String>>) {
        self.english(row, names.get("en").map_or("", |name| name.value.as_str()));
        for (language, name) in names {
            self.claim(&row.part(&format!("name in {language}")), name);
        }
    }

    fn one_state(&mut self, row: &Row, state: &'a State) {
        self.names(row, &state.names);
        let drawn = !state.status.iter().all(|change| change.status == Status::ObserverOrganisation);
        let areas = &self.world.geography.far.areas;
        let shape = areas.is_empty() || areas.get(&state.key).is_some_and(|polygons| !polygons.is_empty());
        self.need(row, shape || !drawn, || ProblemKind::NoGeometry);
        for change in &state.status {
            let part = row.part("status");
            self.evidence(&part, &change.evidence, false);
            self.order(&part, Some(change.from), change.to);
            self.event(&part, change.event.as_ref());
        }
        let spans: Vec<_> = state.status.iter().map(|it| (row.part("status"), Some(it.from), it.to)).collect();
        self.overlaps(&spans);
        let lists = [("step", &state.steps), ("caution", &state.cautions)];
        for (word, claims) in lists {
            for claim in claims {
                self.claim(&row.part(word), claim);
            }
        }
        state.details.iter().for_each(|(label, claim)| self.claim(&row.part(label), claim));
        state.groups.iter().for_each(|claim| self.claim(&row.part(&claim.value.0), claim));
        self.optional(&row.part("iso"), state.iso.as_ref());
        self.optional(&row.part("confirmed"), state.confirmed.as_ref());
        self.claim(&row.part("official_name"), &state.official_name);
        self.optional(&row.part("endonym"), state.endonym.as_ref());
        self.optional(&row.part("endonym_long"), state.endonym_long.as_ref());
        self.optional(&row.part("languages"), state.languages.as_ref());
        self.optional(&row.part("capital"), state.capital.as_ref());
        self.optional(&row.part("currency"), state.currency.as_ref());
        self.point(&row.part("capital"), state.capital_point);
    }

    fn one_institution(&mut self, row: &Row, institution: &'a Institution) {
        self.english(row, &institution.name);
        // What is not known is listed below; the parts of the row may lean on that.
        let explained = !institution.uncertainties.is_empty();
        self.evidence(&row.part("founded"), &institution.founded.evidence, explained);
        self.evidence(&row.part("mandate"), &institution.mandate.evidence, explained);
        self.optional(&row.part("instrument"), institution.instrument.as_ref());
        if let Some(seat) = &institution.seat {
            let part = row.part("seat");
            self.evidence(&part, &seat.evidence, explained);
            self.point(&part, Some(seat.value.point));
            if let Some(country) = &seat.value.country {
                self.area(&part, country);
            }
        }
        if let Some(evidence) = &institution.members_evidence {
            self.evidence(&row.part("members"), evidence, explained);
        }
        for absent in &institution.absent {
            let part = row.part("absent");
            self.claim(&part, absent);
            self.state(&part, &absent.value.0);
        }
        institution.details.iter().for_each(|(label, claim)| self.claim(&row.part(label), claim));
        for uncertainty in &institution.uncertainties {
            self.evidence(&row.part("uncertainty"), &uncertainty.evidence, true);
        }
        for tenure in &institution.tenures {
            let part = row.part(&tenure.person);
            self.evidence(&part, &tenure.evidence, false);
            self.order(&part, tenure.from, tenure.to);
            if let Some(country) = &tenure.country {
                self.area(&part, country);
            }
        }
    }

    fn former_names(&mut self) {
        let world = self.world;
        for (index, it) in world.former_names.iter().enumerate() {
            let row = Row::new(NAMES, index, format!("name of {} until {}", it.of, it.until));
            self.subjects(&row, std::slice::from_ref(&it.of));
            self.english(&row, it.names.get("en").map_or("", String::as_str));
            self.evidence(&row, &it.evidence, false);
        }
    }

    fn translations(&mut self) {
        let rows = self.world.translations.rows();
        self.unique(TRANSLATIONS, "translation of", rows.iter().map(|it| &it.of));
        for (index, it) in rows.iter().enumerate() {
            let row = Row::new(TRANSLATIONS, index, format!("translation of {}", it.of));
            self.subjects(&row, std::slice::from_ref(&it.of));
            // Names of states have sources of their own, and titles of documents are theirs.
            let is_named = TRANSLATED.contains(&it.of.kind);
            self.need(&row, is_named, || ProblemKind::Unknown("thing whose name is translated", it.of.to_string()));
            for (language, name) in it.names.iter().chain(&it.short) {
                // The English name stands with the thing itself.
                let is_other = language != "en" && LANGUAGES.iter().any(|known| known.code == language);
                self.need(&row, is_other, || ProblemKind::Unknown("other language", language.clone()));
                self.need(&row, !name.trim().is_empty(), || ProblemKind::NoName(language.clone()));
            }
        }
    }

    fn memberships(&mut self) {
        let mut spans: BTreeMap<(&str, &str), Vec<_>> = BTreeMap::new();
        let world = self.world;
        for (index, it) in world.memberships.iter().enumerate() {
            let row = Row::new(MEMBERSHIPS, index, format!("membership of {} in {}", it.state, it.institution));
            self.state(&row, &it.state);
            let institution = world.institution(&it.institution);
            self.need(&row, institution.is_some(), || ProblemKind::Unknown("institution", it.institution.clone()));
            self.event(&row, it.event.as_ref());
            let explained = institution.is_some_and(|it| !it.uncertainties.is_empty());
            self.evidence(&row, &it.evidence, explained);
            self.order(&row, it.from, it.to);
            spans.entry((&it.institution, &it.state)).or_default().push((row, it.from, it.to));
        }
        for spans in spans.values() {
            self.overlaps(spans);
        }
    }

    fn events(&mut self) {
        let world = self.world;
        self.unique(EVENTS, "event", world.events.iter().map(|it| &it.key));
        for (index, event) in world.events.iter().enumerate() {
            let row = Row::new(EVENTS, index, format!("event {}", event.key));
            self.english(&row, &event.title);
            self.evidence(&row, &event.evidence, false);
            self.order(&row, Some(event.date), event.end);
            self.point(&row, event.point);
            if let Some(country) = &event.country {
                self.area(&row, country);
            }
            for key in event.participants.iter().filter_map(|(_, state)| state.as_ref()) {
                self.state(&row, key);
            }
            self.subjects(&row, &event.subjects);
        }
    }

    /// That subjects are things.
    fn subjects(&mut self, row: &Row, subjects: &[Id]) {
        for id in subjects {
            let there = self.world.exists(id);
            self.need(row, there, || ProblemKind::Unknown(id.kind.word(), id.key.clone()));
        }
    }

    fn chairmanships(&mut self) {
        let world = self.world;
        let mut spans = Vec::new();
        for (index, it) in world.chairmanships.iter().enumerate() {
            let row = Row::new(CHAIRMANSHIPS, index, format!("chairmanship of {} from {}", it.state, it.from));
            self.state(&row, &it.state);
            self.evidence(&row, &it.evidence, false);
            self.order(&row, Some(it.from), it.to);
            spans.push((row, Some(it.from), it.to));
        }
        self.overlaps(&spans);
    }

    fn indicators(&mut self) {
        let mut preferred: BTreeMap<(&str, &str), (Row, usize)> = BTreeMap::new();
        let world = self.world;
        for (index, it) in world.indicators.iter().enumerate() {
            let row = Row::new(INDICATORS, index, format!("{} of {}", it.measure, it.state));
            if !TOGETHER.contains(&it.state.as_str()) {
                self.state(&row, &it.state);
            }
            let finite = it.value.is_none_or(f64::is_finite);
            self.need(&row, finite, || ProblemKind::NotANumber);
            self.evidence(&row, &it.evidence, false);
            let (_, count) = preferred.entry((&it.state, &it.measure)).or_insert((row, 0));
            *count += usize::from(it.preferred);
        }
        for (row, count) in preferred.into_values() {
            self.need(&row, count == 1, || ProblemKind::Preferred(count));
        }
    }

    fn disagreements(&mut self) {
        let world = self.world;
        self.unique(DISAGREEMENTS, "disagreement", world.disagreements.iter().map(|it| &it.key));
        for (index, it) in world.disagreements.iter().enumerate() {
            let row = Row::new(DISAGREEMENTS, index, format!("disagreement {}", it.key));
            self.english(&row, &it.question);
            self.subjects(&row, &it.subjects);
            for reading in &it.readings {
                // The other readings and the handling say why one is weak.
                self.evidence(&row.part(&reading.value), &reading.evidence, true);
            }
        }
    }

    /// Terms and notes by language.
    fn wordings(&mut self) {
        let world = self.world;
        for (term, words) in &world.terms {
            self.names(&Row::new(TERMS, 0, format!("term {term}")), words);
        }
        for (index, (note, texts)) in world.notes.iter().enumerate() {
            self.english(&Row::new(NOTES, index, format!("note {note}")), texts.get("en").map_or("", String::as_str));
        }
    }
}
