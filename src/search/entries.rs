//! What can be found, by which names.

use crate::lang::{Lang, fold};
use crate::world::{Corridor, Event, Id, Institution, Kind, Node, Segment, State, World};

use super::{Entry, Words};

/// Term whose translations are names of the organisation, and the key of the organisation.
const ORGANISATION: (&str, &str) = ("ots_name", "ots");

/// Every state, institution, corridor, segment, node, event and measure.
pub(super) fn all(world: &World, lang: &Lang) -> Vec<Entry> {
    let make = Maker { world, lang };
    let mut all: Vec<Entry> = Vec::new();
    all.extend(world.states.iter().map(|state| make.state(state)));
    all.extend(world.institutions.iter().map(|body| make.institution(body)));
    all.extend(world.corridors.iter().map(|corridor| make.corridor(corridor)));
    all.extend(world.segments.iter().map(|segment| make.segment(segment)));
    all.extend(world.nodes.iter().map(|node| make.node(node)));
    all.extend(world.events.iter().map(|event| make.event(event)));
    for measure in &world.measures {
        let mut entry = make.entry(Kind::Measure, &measure.key);
        entry.detail.clone_from(&measure.body);
        entry.says([&measure.body, &measure.status, &measure.milestones]);
        entry.says(localised(world, lang, &measure.status).as_ref());
        all.push(entry);
    }
    // A point on which sources differ is found under what it is about: "Türkiye or Turkey?" under the state.
    for point in &world.disagreements {
        for entry in all.iter_mut().filter(|entry| point.subjects.contains(&entry.id)) {
            entry.says([&point.question]);
            entry.says(point.readings.iter().map(|reading| &reading.value));
        }
    }
    all
}

/// Words of the facts in the language of the reader, where they are others.
fn localised(world: &World, lang: &Lang, words: &str) -> Option<String> {
    Some(world.localised(words, lang.code())).filter(|own| *own != words).map(str::to_owned)
}

/// Makes entries.
struct Maker<'a> {
    world: &'a World,
    lang: &'a Lang,
}

impl Maker<'_> {
    /// An entry with its key and its name.
    fn entry(&self, kind: Kind, key: &str) -> Entry {
        let id = Id::new(kind, key);
        let label = self.world.name(&id, self.lang.code());
        let names = vec![Words::new(&label)];
        let english = self.world.name(&id, "en");
        let mut entry = Entry { codes: vec![fold(key)], label, detail: String::new(), names, said: Vec::new(), id };
        // What is read in English is typed in English.
        entry.named([&english]);
        entry
    }

    /// The name of a country in the language of the reader.
    fn country(&self, area: &str) -> String {
        if self.world.state(area).is_some() {
            return self.world.name(&Id::new(Kind::State, area), self.lang.code());
        }
        let names = self.world.geography.names.get(area);
        let name = names.and_then(|names| names.get(self.lang.code()).or_else(|| names.get("en")));
        name.cloned().unwrap_or_else(|| area.to_owned())
    }

    fn state(&self, state: &State) -> Entry {
        let mut entry = self.entry(Kind::State, &state.key);
        entry.detail.clone_from(&state.key);
        entry.named(state.names.values().map(|claim| &claim.value));
        entry.named([&state.official_name.value]);
        entry.named(&state.aliases);
        entry.named(state.endonym.iter().chain(&state.endonym_long).map(|claim| &claim.value));
        entry
            .codes
            .extend(state.iso.iter().flat_map(|iso| &iso.value).filter(|code| !code.is_empty()).map(|c| fold(c)));
        entry.says(state.capital.iter().flat_map(|claim| [&claim.value.0, &claim.value.1]));
        let capital = state.capital.as_ref().map(|claim| self.world.city(&claim.value.0, self.lang.code()).to_owned());
        entry.says(&capital);
        entry.says(state.cautions.iter().map(|claim| &claim.value));
        entry
    }

    fn institution(&self, body: &Institution) -> Entry {
        let mut entry = self.entry(Kind::Institution, &body.key);
        entry.named([&body.name]);
        entry.named(body.names.values().map(|claim| &claim.value));
        let own = self.world.abbreviated(&entry.id, self.lang.code()).map(str::to_owned);
        entry.named(own.iter().chain(&body.abbreviation).chain(&body.aliases));
        entry.codes.extend(own.iter().chain(&body.abbreviation).map(|short| fold(short)));
        if body.key == ORGANISATION.1 {
            let terms = self.world.terms.get(ORGANISATION.0);
            entry.named(terms.into_iter().flat_map(|by_language| by_language.values()).map(|claim| &claim.value));
        }
        let city = body.seat.as_ref().map(|seat| &seat.value.city);
        let named = city.map(|city| self.world.city(city, self.lang.code()).to_owned());
        entry.detail = [own.or_else(|| body.abbreviation.clone()), named.clone()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", ");
        entry.says(city.into_iter().chain(&named));
        entry.says([&body.mandate.value]);
        entry.says(localised(self.world, self.lang, &body.mandate.value).as_ref());
        entry.says(body.tenures.iter().map(|tenure| &tenure.person));
        entry.says(body.details.iter().map(|(_, claim)| &claim.value));
        entry
    }

    fn corridor(&self, corridor: &Corridor) -> Entry {
        let mut entry = self.entry(Kind::Corridor, &corridor.key);
        entry.named(corridor.abbreviation.iter().chain(&corridor.aliases));
        entry.codes.extend(corridor.abbreviation.iter().map(|short| fold(short)));
        entry.detail = corridor.abbreviation.clone().unwrap_or_default();
        entry.says([&corridor.description]);
        entry.says(corridor.caution.iter().map(|claim| &claim.value));
        entry
    }

    fn segment(&self, segment: &Segment) -> Entry {
        let mut entry = self.entry(Kind::Segment, &segment.key);
        let short = |key: &String| {
            let corridor = self.world.corridor(key);
            let name = || self.world.name(&Id::new(Kind::Corridor, key.as_str()), self.lang.code());
            corridor.and_then(|corridor| corridor.abbreviation.clone()).unwrap_or_else(name)
        };
        let corridors: Vec<String> = segment.corridors.iter().map(short).collect();
        entry.detail = corridors.join(", ");
        let ends = [&segment.from, &segment.to].into_iter().filter_map(|key| self.world.node(key));
        let local: Vec<&str> = ends.filter_map(|node| node.local_name.as_deref()).collect();
        if local.len() == 2 {
            entry.named([&local.join(" – ")]);
        }
        entry.says(&corridors);
        entry.says(&segment.operator);
        entry
    }

    fn node(&self, node: &Node) -> Entry {
        let mut entry = self.entry(Kind::Node, &node.key);
        entry.named(node.local_name.as_slice());
        entry.detail = self.country(&node.country);
        let country = entry.detail.clone();
        entry.says([&country]);
        entry
    }

    fn event(&self, event: &Event) -> Entry {
        let mut entry = self.entry(Kind::Event, &event.key);
        let city = event.place.as_ref().filter(|place| !place.is_empty());
        let place = city.map(|city| self.world.city(city, self.lang.code()).to_owned());
        entry.detail =
            [Some(self.lang.date(event.date)), place.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let detail = entry.detail.clone();
        entry.says([&detail, &event.decision]);
        entry.says(city);
        entry.says(event.participants.iter().map(|(name, _)| name));
        entry
    }
}

impl Entry {
    /// Adds names that it does not have yet.
    fn named<'a>(&mut self, names: impl IntoIterator<Item = &'a String>) {
        for name in names {
            if !name.is_empty() && !self.names.iter().any(|known| known.written == *name) {
                self.names.push(Words::new(name));
            }
        }
    }

    /// Adds what is said of it.
    fn says<'a>(&mut self, words: impl IntoIterator<Item = &'a String>) {
        self.said.extend(words.into_iter().filter(|words| !words.is_empty()).map(|words| Words::new(words)));
    }
}
