//! Names: what a thing is called, which thing a text means, and all things in the order of the lists.

use std::collections::BTreeMap;
use std::fmt;

use crate::lang::{LANGUAGES, Lang, fold};

use super::{Id, Kind, Node, Revision, State, World};

/// The names of a thing in other languages than English, as the atlas translates them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// What is named.
    pub of: Id,
    /// The name by language.
    pub names: BTreeMap<String, String>,
    /// Its abbreviation by language, where that differs.
    pub short: BTreeMap<String, String>,
}

/// All translations, in the order of their table.
#[derive(Debug, Default)]
pub struct Translations {
    rows: Vec<Translation>,
    /// Where in the table a thing is named.
    by_id: BTreeMap<Id, usize>,
}

impl From<Vec<Translation>> for Translations {
    fn from(rows: Vec<Translation>) -> Self {
        let by_id = rows.iter().enumerate().map(|(at, row)| (row.of.clone(), at)).collect();
        Self { rows, by_id }
    }
}

impl Translations {
    /// The rows of the table.
    #[must_use]
    pub fn rows(&self) -> &[Translation] {
        &self.rows
    }

    /// How a thing is named.
    fn of(&self, id: &Id) -> Option<&Translation> {
        self.by_id.get(id).map(|at| &self.rows[*at])
    }
}

/// Why a text names nothing, or too much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unresolved {
    /// Nothing has that key; what comes closest, best first.
    Unknown(String, Vec<Id>),
    /// Several things have that key.
    Ambiguous(String, Vec<Id>),
    /// It compares with another edition of the facts, which is not open.
    Edition(Id),
}

impl fmt::Display for Unresolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ids = match self {
            Self::Edition(id) => {
                return write!(f, "{id} compares with another edition of the facts; open the folder of that edition.");
            }
            Self::Unknown(text, ids) => {
                write!(f, "Nothing is called “{text}”.")?;
                if !ids.is_empty() {
                    f.write_str(" Did you mean ")?;
                }
                ids
            }
            Self::Ambiguous(text, ids) => {
                write!(f, "“{text}” means several things. Write ")?;
                ids
            }
        };
        for (at, id) in ids.iter().enumerate() {
            let joint = if at == 0 {
                ""
            } else if at + 1 == ids.len() {
                " or "
            } else {
                ", "
            };
            write!(f, "{joint}{id}")?;
        }
        match self {
            Self::Unknown(..) if ids.is_empty() => f.write_str(" `ots-atlas list` names all there is."),
            Self::Unknown(..) => f.write_str("?"),
            Self::Ambiguous(..) | Self::Edition(_) => f.write_str("."),
        }
    }
}

impl std::error::Error for Unresolved {}

/// Between the states of a comparison.
const BETWEEN: &str = "~";

/// How many states are compared.
const COMPARED: std::ops::RangeInclusive<usize> = 2..=8;

/// How well a text fits a thing; the least fits best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Key or abbreviation, letter by letter.
    Exact,
    /// Key, abbreviation or code in other capitals.
    Capitals,
    /// A name in some language.
    Name,
    /// Part of a key or name.
    Part,
}

impl World {
    /// Everything that has a page, in the order of the lists: states, institutions, corridors, segments, nodes,
    /// events, measures, sources. Institutions that lists do not show are left out.
    pub fn ids(&self) -> impl Iterator<Item = Id> {
        let of = |kind: Kind| move |key: &String| Id::new(kind, key.as_str());
        let shown = self.institutions.iter().filter(|it| it.shown);
        (self.states.iter().map(|it| &it.key).map(of(Kind::State)))
            .chain(shown.map(|it| &it.key).map(of(Kind::Institution)))
            .chain(self.corridors.iter().map(|it| &it.key).map(of(Kind::Corridor)))
            .chain(self.segments.iter().map(|it| &it.key).map(of(Kind::Segment)))
            .chain(self.nodes.iter().map(|it| &it.key).map(of(Kind::Node)))
            .chain(self.events.iter().map(|it| &it.key).map(of(Kind::Event)))
            .chain(self.measures.iter().map(|it| &it.key).map(of(Kind::Measure)))
            .chain(self.sources.iter().map(|it| &it.key).map(of(Kind::Source)))
    }

    /// What the atlas itself calls a thing in a language; none where its name is that of the sources.
    #[must_use]
    pub fn translated(&self, id: &Id, language: &str) -> Option<&str> {
        if language == "en" {
            return None;
        }
        self.translations.of(id)?.names.get(language).map(String::as_str)
    }

    /// How a thing is abbreviated in a language; none where as in English.
    #[must_use]
    pub fn abbreviated(&self, id: &Id, language: &str) -> Option<&str> {
        self.translations.of(id)?.short.get(language).map(String::as_str)
    }

    /// What maps and strips call a station, port or border post: its name without what stands in brackets behind it, which tells
    /// places apart, such as `Altynkol (Khorgos Gateway)`; the page of the node has all of it.
    #[must_use]
    pub fn label<'a>(&'a self, node: &'a Node, language: &str) -> &'a str {
        // Asked for every node of every frame.
        let is_english = language == "en";
        let id = || Id::new(Kind::Node, node.key.as_str());
        let translated = if is_english { None } else { self.translated(&id(), language) };
        let name = translated.unwrap_or(&node.name);
        name.split_once(" (").map_or(name, |(before, _)| before)
    }

    /// What a city, known by its English name, is called in a language; other places as the notes have them.
    #[must_use]
    pub fn city<'a>(&'a self, city: &'a str, language: &str) -> &'a str {
        let place = self.geography.cities.get(city).and_then(|at| self.geography.places.get(*at));
        place.and_then(|place| place.names.get(language)).map_or_else(|| self.localised(city, language), String::as_str)
    }

    /// What a thing is called in a language, or else in English, or else its key.
    #[must_use]
    pub fn name(&self, id: &Id, language: &str) -> String {
        if let Some(name) = self.translated(id, language) {
            return name.to_owned();
        }
        let key = id.key.as_str();
        let node = |key: &str| self.name(&Id::new(Kind::Node, key), language);
        let name = match id.kind {
            Kind::State => {
                let names = self.state(key).map(|it| &it.names);
                names.and_then(|it| it.get(language).or_else(|| it.get("en"))).map(|name| name.value.clone())
            }
            Kind::Institution => self.institution(key).map(|it| {
                it.names.get(language).filter(|_| language != "en").map_or(&it.name, |name| &name.value).clone()
            }),
            Kind::Corridor => self.corridor(key).map(|it| it.name.clone()),
            Kind::Segment => self.segment(key).map(|it| format!("{} – {}", node(&it.from), node(&it.to))),
            Kind::Node => self.node(key).map(|it| it.name.clone()),
            Kind::Event => self.event(key).map(|it| it.title.clone()),
            Kind::Measure => self.measure(key).map(|it| it.name.clone()),
            Kind::Source => self.source(key).map(|it| it.title.clone()),
            Kind::Route => self.route(key).map(|query| {
                let ends = [&query.from, &query.to].map(|place| self.place_name(place, language));
                ends.join(" – ")
            }),
            Kind::Comparison => self.compared(key).map(|states| {
                let lang = Lang::new(language).unwrap_or_default();
                let name = |state: &&State| self.name(&Id::new(Kind::State, state.key.as_str()), language);
                lang.list(&states.iter().map(name).collect::<Vec<_>>())
            }),
            Kind::Role => self.seat(key).map(|(state, body)| {
                let names = [(Kind::State, &state.key), (Kind::Institution, &body.key)];
                names.map(|(kind, key)| self.name(&Id::new(kind, key.as_str()), language)).join(", ")
            }),
            Kind::Edition => Revision::day(key).map(|day| {
                let lang = Lang::new(language).unwrap_or_default();
                lang.format("edition-of", &[("date", lang.date(day).into())])
            }),
            Kind::Changes => self.period(key).map(|period| {
                let lang = Lang::new(language).unwrap_or_default();
                [period.from, period.to].map(|day| lang.date(day)).join(" – ")
            }),
        };
        name.unwrap_or_else(|| key.to_owned())
    }

    /// The states of a comparison, from a key such as `KZ~UZ~TR`: two to eight, each once.
    #[must_use]
    pub fn compared(&self, key: &str) -> Option<Vec<&State>> {
        let states = key.split(BETWEEN).map(|key| self.state(key)).collect::<Option<Vec<_>>>()?;
        let once = states.iter().enumerate().all(|(at, state)| !states[..at].iter().any(|it| it.key == state.key));
        (COMPARED.contains(&states.len()) && once).then_some(states)
    }

    /// The comparison of what is selected with one more state, or with one less where it is among them already; what is
    /// selected is a state or a comparison. Of a single state it is that state.
    #[must_use]
    pub fn compared_with(&self, selected: &Id, state: &str) -> Option<Id> {
        let mut keys: Vec<&str> = match selected.kind {
            Kind::State => vec![selected.key.as_str()],
            Kind::Comparison => selected.key.split(BETWEEN).collect(),
            _ => return None,
        };
        match keys.iter().position(|key| *key == state) {
            Some(at) => drop(keys.remove(at)),
            None => keys.push(state),
        }
        match keys.as_slice() {
            [] => None,
            [only] => Some(Id::new(Kind::State, *only)),
            all => Some(Id::new(Kind::Comparison, all.join(BETWEEN))).filter(|id| self.exists(id)),
        }
    }

    /// Abbreviations and codes of a thing.
    fn codes(&self, id: &Id) -> Vec<&str> {
        let key = id.key.as_str();
        match id.kind {
            Kind::State => {
                let iso = self.state(key).and_then(|it| it.iso.as_ref());
                iso.map(|iso| iso.value.iter().map(String::as_str).collect()).unwrap_or_default()
            }
            Kind::Institution => {
                let own = self.translations.of(id).into_iter().flat_map(|it| it.short.values().map(String::as_str));
                self.institution(key).and_then(|it| it.abbreviation.as_deref()).into_iter().chain(own).collect()
            }
            Kind::Corridor => self.corridor(key).and_then(|it| it.abbreviation.as_deref()).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// Names of a thing in every language.
    fn all_names(&self, id: &Id) -> Vec<String> {
        let mut names: Vec<String> = LANGUAGES.iter().map(|language| self.name(id, language.code)).collect();
        match id.kind {
            Kind::State => names.extend(
                self.state(&id.key)
                    .into_iter()
                    .flat_map(|it| it.names.values().map(|name| name.value.clone()).chain(it.aliases.iter().cloned())),
            ),
            Kind::Institution => names.extend(
                self.institution(&id.key)
                    .into_iter()
                    .flat_map(|it| it.names.values().map(|name| name.value.clone()).chain(it.aliases.iter().cloned())),
            ),
            Kind::Corridor => {
                names.extend(self.corridor(&id.key).into_iter().flat_map(|it| it.aliases.iter().cloned()));
            }
            Kind::Node => {
                let node = self.node(&id.key);
                let labels =
                    |it: &Node| LANGUAGES.iter().map(|own| self.label(it, own.code).to_owned()).collect::<Vec<_>>();
                names.extend(node.into_iter().flat_map(labels));
                names.extend(node.and_then(|it| it.local_name.clone()));
            }
            _ => {}
        }
        names
    }

    /// How well a text fits the key or a code of a thing.
    fn fit_of_code(&self, id: &Id, text: &str) -> Option<Fit> {
        let codes = self.codes(id);
        if id.key == text || codes.contains(&text) {
            return Some(Fit::Exact);
        }
        let is_near = id.key.eq_ignore_ascii_case(text) || codes.iter().any(|code| code.eq_ignore_ascii_case(text));
        is_near.then_some(Fit::Capitals)
    }

    /// How well a folded text fits the names of a thing.
    fn fit_of_name(&self, id: &Id, folded: &str) -> Option<Fit> {
        let names: Vec<String> = self.all_names(id).iter().map(|name| fold(name)).collect();
        if names.iter().any(|name| name == folded) {
            return Some(Fit::Name);
        }
        let part = folded.chars().count() >= 3
            && (names.iter().any(|name| name.contains(folded)) || fold(&id.key).contains(folded));
        part.then_some(Fit::Part)
    }

    /// The thing that a text means: `state:KZ`, `KZ`, `kz`, `KAZ`, `Kazakhstan`, `tif`, `TITR`, `KZ01`.
    /// Where an event and another thing share a name, the event gives way; `event:turksoy` names it.
    ///
    /// # Errors
    /// Nothing fits, or several things fit equally well; both carry the alternatives.
    pub fn resolve(&self, text: &str) -> Result<Id, Unresolved> {
        let text = text.trim();
        let (kind, wanted) = match text.parse::<Id>() {
            Ok(id) if self.exists(&id) => return Ok(id),
            Ok(id) if id.kind == Kind::Edition => return Err(Unresolved::Edition(id)),
            Ok(id) => (Some(id.kind), id.key),
            Err(_) => (None, text.to_owned()),
        };
        let ids = || self.ids().filter(|id| kind.is_none_or(|kind| kind == id.kind));
        let mut fits: Vec<(Fit, Id)> =
            ids().filter_map(|id| self.fit_of_code(&id, &wanted).map(|fit| (fit, id))).collect();
        // Where a code fits, no name comes before it.
        if fits.is_empty() {
            let folded = fold(&wanted);
            fits = ids().filter_map(|id| self.fit_of_name(&id, &folded).map(|fit| (fit, id))).collect();
        }
        fits.sort_by_key(|(fit, _)| *fit);
        let shown = || wanted.chars().filter(|c| !c.is_control()).take(60).collect();
        let best = fits.first().map(|(fit, _)| *fit).filter(|fit| *fit < Fit::Part);
        let Some(best) = best else {
            return Err(Unresolved::Unknown(shown(), fits.into_iter().map(|(_, id)| id).take(5).collect()));
        };
        // Events borrow the keys of what they are about, and give way to it even in other capitals.
        let things = fits.iter().filter(|(fit, id)| *fit <= best.max(Fit::Capitals) && id.kind != Kind::Event);
        let best = things.map(|(fit, _)| *fit).min().map_or((best, true), |fit| (fit, false));
        let fitting = |(fit, id): &(Fit, Id)| *fit == best.0 && (best.1 || id.kind != Kind::Event);
        let ids: Vec<Id> = fits.into_iter().filter(fitting).map(|(_, id)| id).collect();
        match ids.as_slice() {
            [only] => Ok(only.clone()),
            _ => Err(Unresolved::Ambiguous(shown(), ids.into_iter().take(8).collect())),
        }
    }

    /// The area id of the country of the map that a text names, by its id or in any language: `IR`, `Iran`. Unlike
    /// [`World::resolve`] it knows countries without a page.
    #[must_use]
    pub fn country(&self, text: &str) -> Option<&str> {
        let folded = fold(text);
        let names = &self.geography.names;
        let by_id = names.keys().find(|area| area.eq_ignore_ascii_case(text.trim()));
        let named = || names.iter().find(|(_, names)| names.values().any(|name| fold(name) == folded));
        by_id.or_else(|| named().map(|(area, _)| area)).map(String::as_str)
    }
}
