//! Events, chairmanships, sources and the points on which they differ.

use serde::Deserialize;

use crate::date::{Date, Day};
use crate::world::{Area, Chairmanship, Confidence, Disagreement, Event, EventKind, Id, Reading, Source, SourceKind};

use super::rows::{RawClaim, Reader, evidence};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEvent {
    key: String,
    date: Date,
    end: Option<Date>,
    kind: EventKind,
    number: Option<u16>,
    title: String,
    place: Option<String>,
    country: Option<String>,
    point: Option<[f64; 2]>,
    decision: String,
    #[serde(default)]
    planned: bool,
    #[serde(default)]
    areas: Vec<Area>,
    #[serde(default)]
    subjects: Vec<Id>,
    #[serde(default)]
    participant: Vec<RawParticipant>,
    #[serde(default)]
    sources: Vec<String>,
    confidence: Confidence,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawParticipant {
    name: String,
    state: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawChairmanship {
    state: String,
    from: Date,
    to: Option<Date>,
    #[serde(default)]
    sources: Vec<String>,
    confidence: Confidence,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSource {
    key: String,
    title: String,
    #[serde(default)]
    publisher: String,
    short: Option<String>,
    #[serde(default)]
    url: String,
    #[serde(default)]
    published: String,
    accessed: Option<Date>,
    kind: SourceKind,
    kind_wording: Option<String>,
    reliability: Option<Confidence>,
    note: Option<String>,
    cited: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDisagreement {
    key: String,
    subjects: Vec<Id>,
    question: String,
    handling: String,
    reading: Vec<RawClaim<String>>,
}

impl From<RawEvent> for Event {
    fn from(raw: RawEvent) -> Self {
        Self {
            key: raw.key,
            date: raw.date,
            end: raw.end,
            kind: raw.kind,
            number: raw.number,
            title: raw.title,
            place: raw.place,
            country: raw.country,
            point: raw.point,
            decision: raw.decision,
            planned: raw.planned,
            areas: raw.areas,
            participants: raw.participant.into_iter().map(|who| (who.name, who.state)).collect(),
            subjects: raw.subjects,
            evidence: evidence(raw.sources, raw.confidence, raw.note),
        }
    }
}

impl Reader<'_> {
    /// `facts/edition.toml`.
    pub fn edition(&mut self) -> Option<Day> {
        self.table::<Day>("facts/edition.toml", "edition").remove("edition")
    }

    /// `facts/events.toml`.
    pub fn events(&mut self) -> Vec<Event> {
        self.rows::<RawEvent>("facts/events.toml", "event").into_iter().map(Into::into).collect()
    }

    /// `facts/chairmanships.toml`.
    pub fn chairmanships(&mut self) -> Vec<Chairmanship> {
        let rows = self.rows::<RawChairmanship>("facts/chairmanships.toml", "chairmanship");
        rows.into_iter()
            .map(|raw| Chairmanship {
                state: raw.state,
                from: raw.from,
                to: raw.to,
                evidence: evidence(raw.sources, raw.confidence, raw.note),
            })
            .collect()
    }

    /// `facts/sources.toml`.
    pub fn sources(&mut self) -> Vec<Source> {
        let rows = self.rows::<RawSource>("facts/sources.toml", "source");
        rows.into_iter()
            .map(|raw| Source {
                key: raw.key,
                title: raw.title,
                publisher: raw.publisher,
                short: raw.short,
                url: raw.url,
                published: raw.published,
                accessed: raw.accessed,
                kind: raw.kind,
                kind_wording: raw.kind_wording,
                reliability: raw.reliability,
                note: raw.note,
                cited: raw.cited.unwrap_or(true),
            })
            .collect()
    }

    /// `facts/disagreements.toml`.
    pub fn disagreements(&mut self) -> Vec<Disagreement> {
        let rows = self.rows::<RawDisagreement>("facts/disagreements.toml", "disagreement");
        rows.into_iter()
            .map(|raw| Disagreement {
                key: raw.key,
                subjects: raw.subjects,
                question: raw.question,
                readings: raw
                    .reading
                    .into_iter()
                    .map(|claim| Reading {
                        value: claim.value,
                        evidence: evidence(claim.sources, claim.confidence, claim.note),
                    })
                    .collect(),
                handling: raw.handling,
            })
            .collect()
    }
}
