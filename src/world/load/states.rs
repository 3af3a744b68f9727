//! States, their figures, and the words of languages.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::date::Date;
use crate::world::{Claim, Confidence, FormerName, Id, Indicator, State, Status, StatusChange, Translation};

use super::rows::{RawClaim, RawDetail, Reader, evidence};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawState {
    key: String,
    #[serde(default)]
    aliases: Vec<String>,
    iso: Option<RawIso>,
    #[serde(default)]
    status: Vec<RawStatus>,
    #[serde(default)]
    step: Vec<RawClaim<String>>,
    confirmed: Option<RawClaim<String>>,
    #[serde(default)]
    caution: Vec<RawClaim<String>>,
    names: BTreeMap<String, RawClaim<String>>,
    official_name: RawClaim<String>,
    endonym: Option<RawClaim<String>>,
    endonym_long: Option<RawClaim<String>>,
    languages: Option<RawClaim<Vec<String>>>,
    capital: Option<RawCapital>,
    currency: Option<RawCurrency>,
    #[serde(default)]
    group: Vec<RawGroup>,
    #[serde(default)]
    detail: Vec<RawDetail>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawIso {
    alpha2: String,
    alpha3: String,
    numeric: String,
    #[serde(default)]
    sources: Vec<String>,
    confidence: Confidence,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Standing {
    Member,
    Observer,
    ObserverEntity,
    ObserverOrganisation,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStatus {
    status: Standing,
    #[serde(default)]
    founding: bool,
    from: Date,
    to: Option<Date>,
    event: Option<String>,
    wording: String,
    #[serde(default)]
    sources: Vec<String>,
    confidence: Confidence,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCapital {
    name: String,
    local: String,
    point: [f64; 2],
    #[serde(default)]
    sources: Vec<String>,
    confidence: Confidence,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCurrency {
    code: String,
    name: String,
    #[serde(default)]
    sources: Vec<String>,
    confidence: Confidence,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGroup {
    id: String,
    role: String,
    #[serde(default)]
    sources: Vec<String>,
    confidence: Confidence,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawIndicator {
    state: String,
    measure: String,
    series: String,
    preferred: bool,
    value: Option<f64>,
    #[serde(default)]
    estimate: bool,
    date: Option<Date>,
    #[serde(default)]
    sources: Vec<String>,
    confidence: Confidence,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawName {
    of: Id,
    until: Date,
    names: BTreeMap<String, String>,
    #[serde(default)]
    short: bool,
    #[serde(default)]
    sources: Vec<String>,
    confidence: Confidence,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTranslation {
    of: Id,
    #[serde(default)]
    names: BTreeMap<String, String>,
    #[serde(default)]
    short: BTreeMap<String, String>,
}

impl From<RawStatus> for StatusChange {
    fn from(raw: RawStatus) -> Self {
        let status = match raw.status {
            Standing::Member => Status::Member { founding: raw.founding },
            Standing::Observer => Status::Observer,
            Standing::ObserverEntity => Status::ObserverEntity,
            Standing::ObserverOrganisation => Status::ObserverOrganisation,
        };
        Self {
            status,
            from: raw.from,
            to: raw.to,
            event: raw.event,
            wording: raw.wording,
            evidence: evidence(raw.sources, raw.confidence, raw.note),
        }
    }
}

impl From<RawState> for State {
    fn from(raw: RawState) -> Self {
        let point = raw.capital.as_ref().map(|capital| capital.point);
        Self {
            key: raw.key,
            iso: raw.iso.map(|iso| Claim {
                value: [iso.alpha2, iso.alpha3, iso.numeric],
                date: None,
                evidence: evidence(iso.sources, iso.confidence, iso.note),
            }),
            status: raw.status.into_iter().map(Into::into).collect(),
            steps: raw.step.into_iter().map(Into::into).collect(),
            confirmed: raw.confirmed.map(Into::into),
            cautions: raw.caution.into_iter().map(Into::into).collect(),
            names: raw.names.into_iter().map(|(language, name)| (language, name.into())).collect(),
            aliases: raw.aliases,
            official_name: raw.official_name.into(),
            endonym: raw.endonym.map(Into::into),
            endonym_long: raw.endonym_long.map(Into::into),
            languages: raw.languages.map(Into::into),
            capital: raw.capital.map(|capital| Claim {
                value: (capital.name, capital.local),
                date: None,
                evidence: evidence(capital.sources, capital.confidence, capital.note),
            }),
            capital_point: point,
            currency: raw.currency.map(|currency| Claim {
                value: (currency.code, currency.name),
                date: None,
                evidence: evidence(currency.sources, currency.confidence, currency.note),
            }),
            groups: raw
                .group
                .into_iter()
                .map(|group| Claim {
                    value: (group.id, group.role),
                    date: None,
                    evidence: evidence(group.sources, group.confidence, group.note),
                })
                .collect(),
            details: raw.detail.into_iter().map(Into::into).collect(),
        }
    }
}

impl Reader<'_> {
    /// `facts/states.toml`.
    pub fn states(&mut self) -> Vec<State> {
        self.rows::<RawState>("facts/states.toml", "state").into_iter().map(Into::into).collect()
    }

    /// `facts/names.toml`.
    pub fn former_names(&mut self) -> Vec<FormerName> {
        let rows = self.rows::<RawName>("facts/names.toml", "name");
        rows.into_iter()
            .map(|raw| FormerName {
                of: raw.of,
                until: raw.until,
                names: raw.names,
                short: raw.short,
                evidence: evidence(raw.sources, raw.confidence, raw.note),
            })
            .collect()
    }

    /// `facts/translations.toml`.
    pub fn translations(&mut self) -> Vec<Translation> {
        let rows = self.rows::<RawTranslation>("facts/translations.toml", "translation");
        rows.into_iter().map(|raw| Translation { of: raw.of, names: raw.names, short: raw.short }).collect()
    }

    /// `facts/indicators.toml`.
    pub fn indicators(&mut self) -> Vec<Indicator> {
        let rows = self.rows::<RawIndicator>("facts/indicators.toml", "indicator");
        rows.into_iter()
            .map(|raw| Indicator {
                state: raw.state,
                measure: raw.measure,
                series: raw.series,
                preferred: raw.preferred,
                value: raw.value,
                estimate: raw.estimate,
                date: raw.date,
                evidence: evidence(raw.sources, raw.confidence, raw.note),
            })
            .collect()
    }

    /// `facts/terms.toml`.
    pub fn terms(&mut self) -> BTreeMap<String, BTreeMap<String, Claim<String>>> {
        let file = "facts/terms.toml";
        let mut terms = self.table::<BTreeMap<String, BTreeMap<String, RawClaim<String>>>>(file, "terms");
        let own = |words: BTreeMap<String, RawClaim<String>>| words.into_iter().map(|(l, c)| (l, c.into())).collect();
        terms.remove("term").unwrap_or_default().into_iter().map(|(term, words)| (term, own(words))).collect()
    }

    /// `facts/notes.toml`.
    pub fn notes(&mut self) -> BTreeMap<String, BTreeMap<String, String>> {
        self.table("facts/notes.toml", "note")
    }
}
