//! Institutions and who takes part in them.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::date::Date;
use crate::world::{Area, Claim, Confidence, Evidence, Institution, InstitutionKind, Membership, Role, Seat, Tenure};

use super::rows::{RawClaim, RawDetail, Reader, evidence};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawInstitution {
    key: String,
    name: String,
    abbreviation: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
    kind: InstitutionKind,
    kind_wording: String,
    #[serde(default)]
    seed: bool,
    #[serde(default = "yes")]
    shown: bool,
    #[serde(default)]
    areas: Vec<Area>,
    founded: RawFounded,
    instrument: Option<RawClaim<String>>,
    mandate: RawClaim<String>,
    seat: Option<RawSeat>,
    members: Option<RawEvidence>,
    #[serde(default)]
    absent: Vec<RawAbsent>,
    #[serde(default)]
    uncertainty: Vec<RawClaim<String>>,
    #[serde(default)]
    detail: Vec<RawDetail>,
    #[serde(default)]
    tenure: Vec<RawTenure>,
}

/// What is true unless a row says otherwise.
fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEvidence {
    #[serde(default)]
    sources: Vec<String>,
    confidence: Confidence,
    note: Option<String>,
}

impl From<RawEvidence> for Evidence {
    fn from(raw: RawEvidence) -> Self {
        evidence(raw.sources, raw.confidence, raw.note)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFounded {
    date: Option<Date>,
    #[serde(default)]
    sources: Vec<String>,
    confidence: Confidence,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSeat {
    city: String,
    country: Option<String>,
    point: [f64; 2],
    precision: String,
    #[serde(default)]
    sources: Vec<String>,
    confidence: Confidence,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAbsent {
    state: String,
    wording: String,
    #[serde(default)]
    sources: Vec<String>,
    confidence: Confidence,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTenure {
    person: String,
    country: Option<String>,
    from: Option<Date>,
    to: Option<Date>,
    #[serde(default)]
    sources: Vec<String>,
    confidence: Confidence,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMembership {
    institution: String,
    state: String,
    role: Role,
    from: Option<Date>,
    by: Option<Date>,
    to: Option<Date>,
    event: Option<String>,
    wording: Option<String>,
    #[serde(default)]
    sources: Vec<String>,
    confidence: Confidence,
    note: Option<String>,
}

impl From<RawSeat> for Claim<Seat> {
    fn from(raw: RawSeat) -> Self {
        let value = Seat { city: raw.city, country: raw.country, point: raw.point, precision: raw.precision };
        Self { value, date: None, evidence: evidence(raw.sources, raw.confidence, raw.note) }
    }
}

impl From<RawInstitution> for Institution {
    fn from(raw: RawInstitution) -> Self {
        let founded = raw.founded;
        Self {
            key: raw.key,
            name: raw.name,
            names: BTreeMap::new(),
            abbreviation: raw.abbreviation,
            aliases: raw.aliases,
            kind: raw.kind,
            kind_wording: raw.kind_wording,
            seed: raw.seed,
            shown: raw.shown,
            founded: Claim {
                value: founded.date,
                date: None,
                evidence: evidence(founded.sources, founded.confidence, founded.note),
            },
            instrument: raw.instrument.map(Into::into),
            mandate: raw.mandate.into(),
            seat: raw.seat.map(Into::into),
            areas: raw.areas,
            details: raw.detail.into_iter().map(Into::into).collect(),
            tenures: raw
                .tenure
                .into_iter()
                .map(|tenure| Tenure {
                    person: tenure.person,
                    country: tenure.country,
                    from: tenure.from,
                    to: tenure.to,
                    evidence: evidence(tenure.sources, tenure.confidence, tenure.note),
                })
                .collect(),
            uncertainties: raw.uncertainty.into_iter().map(Into::into).collect(),
            members_evidence: raw.members.map(Into::into),
            absent: raw
                .absent
                .into_iter()
                .map(|absent| Claim {
                    value: (absent.state, absent.wording),
                    date: None,
                    evidence: evidence(absent.sources, absent.confidence, absent.note),
                })
                .collect(),
        }
    }
}

impl Reader<'_> {
    /// `facts/institutions.toml`.
    pub fn institutions(&mut self) -> Vec<Institution> {
        self.rows::<RawInstitution>("facts/institutions.toml", "institution").into_iter().map(Into::into).collect()
    }

    /// `facts/memberships.toml`.
    pub fn memberships(&mut self) -> Vec<Membership> {
        let rows = self.rows::<RawMembership>("facts/memberships.toml", "membership");
        rows.into_iter()
            .map(|raw| Membership {
                state: raw.state,
                institution: raw.institution,
                role: raw.role,
                from: raw.from,
                by: raw.by,
                attested: None,
                to: raw.to,
                event: raw.event,
                wording: raw.wording,
                evidence: evidence(raw.sources, raw.confidence, raw.note),
            })
            .collect()
    }
}
