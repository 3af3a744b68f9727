//! The stories: everything has one in every language, every link leads somewhere, and the seed's bodies say what they
//! must.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::sync::LazyLock;

use ots_atlas::date::Day;
use ots_atlas::lang::{LANGUAGES, Lang};
use ots_atlas::story;
use ots_atlas::world::{self, Files, Id, Kind, World};
use serde_json::Value;

static WORLD: LazyLock<World> = LazyLock::new(|| world::load(&Files::Embedded).world);

fn today() -> Day {
    WORLD.as_of(None)
}

/// What the page of a thing says, as plain text.
fn told(id: &str, day: &str, code: &str) -> String {
    let lang = Lang::new(code).unwrap();
    let story = story::tell(&WORLD, &id.parse().unwrap(), day.parse().unwrap(), &lang).unwrap();
    story::plain::text(&story, &lang)
}

/// Every string below a key.
fn strings<'v>(value: &'v Value, key: &str, out: &mut Vec<&'v str>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if name == key => out.push(text),
                    _ => strings(value, key, out),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| strings(value, key, out)),
        _ => {}
    }
}

#[test]
fn everything_has_a_story_with_sources_and_links() {
    for language in LANGUAGES {
        let lang = Lang::new(language.code).unwrap();
        for id in WORLD.ids() {
            let story = story::tell(&WORLD, &id, today(), &lang).unwrap_or_else(|| panic!("{id}"));
            let text = story::plain::text(&story, &lang);
            assert!(!story.title.trim().is_empty() && !text.trim().is_empty(), "{id}");
            assert!(id.kind == Kind::Source || !story.sources.is_empty(), "{id} cites nothing");
            for words in ["story-", "ui-", "kind-", "kinds-", "word-", "{", "NaN", "Some("] {
                let leaked = text.split_whitespace().any(|word| word.trim_matches(['(', '“']).starts_with(words));
                assert!(!leaked, "{id} in {}: {words}\n{text}", language.code);
            }
            let json = story::plain::json(&story);
            let mut links = Vec::new();
            strings(&json, "id", &mut links);
            assert!(links.contains(&id.to_string().as_str()));
            for link in links {
                let target: Id = link.parse().unwrap_or_else(|_| panic!("{id}: {link}"));
                assert!(WORLD.exists(&target), "{id} leads to {link}");
            }
        }
    }
}

#[test]
fn numbers_of_sources_lead_to_the_list() {
    let lang = Lang::default();
    for id in WORLD.ids() {
        let story = story::tell(&WORLD, &id, today(), &lang).unwrap();
        let text = story::plain::text(&story, &lang);
        for number in text.split('[').skip(1).filter_map(|rest| rest.split(']').next()?.parse::<usize>().ok()) {
            assert!((1..=story.sources.len()).contains(&number), "{id} cites [{number}] of {}", story.sources.len());
        }
        for citation in &story.sources {
            assert!(!citation.label.trim().is_empty(), "{id}");
        }
    }
}

/// Page, and what it must say in English today.
const SAYS: &[(&str, &[&str])] = &[
    (
        "state:KZ",
        &[
            "Founding member",
            "3 Oct 2009",
            "Astana",
            "Population",
            "GDP, nominal",
            "2 724 900 km²",
            "bn USD",
            "TIF",
            "Khorgos",
            "Published",
            "under construction",
        ],
    ),
    ("state:TRNC", &["only by Türkiye", "541", "550"]),
    ("state:HU", &["Observer state", "3 Sep 2018", "not a Turkic language"]),
    ("state:ECO", &["Economic Cooperation Organization", "2023"]),
    ("institution:tcci", &["Union of Turkic Chambers of Commerce and Industry", "Istanbul"]),
    ("institution:tif", &["Turkic Investment Fund", "16 Mar 2023", "Hungary", "Istanbul"]),
    ("corridor:TITR", &["Middle Corridor", "Segments", "tonnes"]),
    ("segment:KZ02", &["293 km", "Official", "1520 mm"]),
    ("node:kz_aktau", &["Aktau port"]),
];

#[test]
fn pages_say_what_they_must() {
    for (id, wanted) in SAYS {
        let text = told(id, "2026-11-23", "en").replace(['\u{202f}', '\u{a0}'], " ").to_lowercase();
        for words in *wanted {
            assert!(text.contains(&words.to_lowercase()), "{id} does not say “{words}”:\n{text}");
        }
    }
}

#[test]
fn bodies_of_the_source_document_are_honest() {
    let find = |words: &str| {
        let found = WORLD.institutions.iter().find(|it| it.name.to_lowercase().contains(&words.to_lowercase()));
        told(&format!("institution:{}", found.unwrap_or_else(|| panic!("{words}")).key), "2026-11-23", "en")
    };
    assert!(find("Coordination Committee").contains("not identified"));
    for proposed in ["Artificial Intelligence", "Cybersecurity"] {
        let text = find(proposed).to_lowercase();
        assert!(text.contains("proposed") || text.contains("proposal"), "{text}");
    }
    assert!(find("Green Finance Council").contains("Green Finance Council"));
}

#[test]
fn a_story_follows_the_day() {
    let before = told("state:UZ", "2019-10-13", "en");
    assert!(!before.contains("\nMember ("), "{before}");
    assert!(told("state:UZ", "2019-10-14", "en").contains("Member"));
    assert_ne!(told("institution:tif", "2020-01-01", "en"), told("institution:tif", "2026-11-23", "en"));
}

#[test]
fn unknown_things_have_no_story() {
    assert!(story::tell(&WORLD, &Id::new(Kind::State, "XX"), today(), &Lang::default()).is_none());
    assert!(story::tell(&World::default(), &Id::new(Kind::State, "KZ"), today(), &Lang::default()).is_none());
}
