//! Things by what a person types on the command line: an id, a key or a name.

use crate::lang;
use crate::world::{Id, Kind, World};

/// One entry of the list of all things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is called by.
    pub id: Id,
    /// Its name in English.
    pub name: String,
}

/// Everything of one kind, in the order of the assets.
#[must_use]
pub fn entries(world: &World, kind: Kind) -> Vec<Entry> {
    let keys: Vec<&String> = match kind {
        Kind::State => world.states.iter().map(|one| &one.key).collect(),
        Kind::Institution => world.institutions.iter().map(|one| &one.key).collect(),
        Kind::Corridor => world.corridors.iter().map(|one| &one.key).collect(),
        Kind::Segment => world.segments.iter().map(|one| &one.key).collect(),
        Kind::Node => world.nodes.iter().map(|one| &one.key).collect(),
        Kind::Event => world.events.iter().map(|one| &one.key).collect(),
        Kind::Measure => world.measures.iter().map(|one| &one.key).collect(),
        Kind::Source => world.sources.iter().map(|one| &one.key).collect(),
    };
    let entry = |key: &String| {
        let id = Id::new(kind, key);
        Entry { name: world.name(&id, "en"), id }
    };
    keys.into_iter().map(entry).collect()
}

/// Everything there is.
pub fn all(world: &World) -> impl Iterator<Item = Entry> {
    Kind::ALL.into_iter().flat_map(|kind| entries(world, kind))
}

/// Whether there is such a thing.
#[must_use]
pub fn exists(world: &World, id: &Id) -> bool {
    entries(world, id.kind).iter().any(|entry| entry.id == *id)
}

/// The thing that a person means by `state:KZ`, `KZ`, `kz` or `Kazakhstan`.
///
/// # Errors
/// A sentence with the nearest ones, where there is none or more than one.
pub fn thing(world: &World, typed: &str) -> Result<Id, String> {
    let asked = typed.trim();
    let (kind, key) = match asked.split_once(':') {
        Some((word, key)) => match Kind::ALL.into_iter().find(|kind| kind.word().eq_ignore_ascii_case(word)) {
            Some(kind) => (Some(kind), key),
            None => (None, asked),
        },
        None => (None, asked),
    };
    let candidates: Vec<Entry> = all(world).filter(|entry| kind.is_none_or(|kind| entry.id.kind == kind)).collect();
    let folded = lang::fold(key);
    let ways: [&dyn Fn(&Entry) -> bool; 4] = [
        &|entry| entry.id.key == key,
        &|entry| entry.id.key.eq_ignore_ascii_case(key),
        &|entry| lang::fold(&entry.name) == folded,
        &|entry| {
            entry.id.kind == Kind::State
                && world.states.iter().any(|state| {
                    state.key == entry.id.key && state.names.values().any(|name| lang::fold(&name.value) == folded)
                })
        },
    ];
    for way in ways {
        let found: Vec<&Entry> = candidates.iter().filter(|entry| way(entry)).collect();
        match found[..] {
            [] => {}
            [one] => return Ok(one.id.clone()),
            _ => {
                let all: Vec<String> = found.iter().map(|entry| entry.id.to_string()).collect();
                return Err(format!("“{}” may be {}", short(asked), all.join(" or ")));
            }
        }
    }
    Err(format!("there is no “{}”{}", short(asked), advice(&near(&candidates, &folded))))
}

/// A text as it fits into a sentence.
fn short(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_control()).take(60).collect();
    plain
}

/// What to try instead.
fn advice(near: &[&Entry]) -> String {
    if near.is_empty() {
        return "; ots-atlas list names what there is".to_owned();
    }
    let near: Vec<String> = near.iter().map(|entry| format!("{} ({})", entry.id, entry.name)).collect();
    format!("; near are {}", near.join(", "))
}

/// At most three entries whose key or name is close to what was typed.
fn near<'e>(candidates: &'e [Entry], folded: &str) -> Vec<&'e Entry> {
    if folded.is_empty() || folded.chars().count() > 60 {
        return Vec::new();
    }
    let limit = 1 + folded.chars().count() / 4;
    let mut ranked: Vec<(usize, &Entry)> = candidates
        .iter()
        .filter_map(|entry| {
            let name = lang::fold(&entry.name);
            let by_part =
                (folded.chars().count() > 2 && name.split(' ').any(|word| word.starts_with(folded))).then_some(1);
            let by_key = distance(&lang::fold(&entry.id.key), folded);
            let by_name = distance(&name, folded);
            by_part.into_iter().chain([by_key, by_name].into_iter().filter(|d| *d <= limit)).min().map(|d| (d, entry))
        })
        .collect();
    ranked.sort_by_key(|(distance, _)| *distance);
    ranked.into_iter().take(3).map(|(_, entry)| entry).collect()
}

/// Letters to add, drop or change to get from one word to the other (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut before = i;
        row[0] = i + 1;
        for (j, other) in b.iter().enumerate() {
            let change = before + usize::from(letter != *other);
            before = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(before + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        assert_eq!(distance("", ""), 0);
        assert_eq!(distance("kz", "kz"), 0);
        assert_eq!(distance("kazakstan", "kazakhstan"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("titr", "trit"), 2);
    }

    #[test]
    fn an_empty_world_has_nothing() {
        let said = thing(&World::default(), "KZ").unwrap_err();
        assert_eq!(said, "there is no “KZ”; ots-atlas list names what there is");
        assert!(thing(&World::default(), &"x".repeat(100_000)).unwrap_err().len() < 200);
    }
}
