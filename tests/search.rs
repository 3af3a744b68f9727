//! The search: every thing is found by its own name, in any script, and the best match comes first.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::sync::LazyLock;

use ots_atlas::lang::Lang;
use ots_atlas::search::Index;
use ots_atlas::world::{self, Files, Kind, World};

static WORLD: LazyLock<World> = LazyLock::new(|| world::load(&Files::Embedded).world);

fn index(code: &str) -> Index {
    Index::new(&WORLD, &Lang::new(code).unwrap())
}

/// What is typed, and what must come first.
const FIRST: &[(&str, &str)] = &[
    ("KZ", "state:KZ"),
    ("kaz", "state:KZ"),
    ("kazakhstan", "state:KZ"),
    ("Қазақстан", "state:KZ"),
    ("КАЗАХСТАН", "state:KZ"),
    ("türkiye", "state:TR"),
    ("turkiye", "state:TR"),
    ("TÜRKİYE", "state:TR"),
    ("ozbekiston", "state:UZ"),
    ("oʻzbekiston", "state:UZ"),
    ("Macaristan", "state:HU"),
    ("kktc", "state:TRNC"),
    ("northern cyprus", "state:TRNC"),
    ("TIF", "institution:tif"),
    ("turkic investment", "institution:tif"),
    ("TITR", "corridor:TITR"),
    ("middle corridor", "corridor:TITR"),
    ("zangezur", "corridor:TRIPP"),
    ("KZ01", "segment:KZ01"),
    ("aktau", "node:kz_aktau"),
    ("Ақтау", "node:kz_aktau"),
    ("khorgos altynkol", "segment:KZ01"),
];

#[test]
fn the_meant_thing_comes_first() {
    let index = index("en");
    for (query, wanted) in FIRST {
        let found = index.find(query, 10);
        let ids: Vec<String> = found.iter().map(|one| one.id.to_string()).collect();
        assert_eq!(ids.first().map(String::as_str), Some(*wanted), "{query}: {ids:?}");
    }
}

#[test]
fn everything_is_found_by_its_own_name() {
    for code in ["en", "tr"] {
        let index = index(code);
        for id in WORLD.ids().filter(|id| id.kind != Kind::Source) {
            let name = WORLD.name(&id, code);
            let found = index.find(&name, 60);
            assert!(found.iter().any(|one| one.id == id), "{code}: {id} by “{name}”");
        }
    }
}

#[test]
fn nothing_is_found_for_nothing() {
    let index = index("en");
    for query in ["", "   ", "'", "–", "\u{0}\u{1}", "qqqqzzzz", "🚂"] {
        assert!(index.find(query, 10).is_empty(), "{query:?}");
    }
    assert!(index.find(&"a ".repeat(20_000), 10).len() <= 10);
}

#[test]
fn a_slip_of_the_keys_is_forgiven() {
    let index = index("en");
    let slips = [
        ("kazahkstan", "state:KZ"),
        ("Azerbajian", "state:AZ"),
        ("turkmenstan", "state:TM"),
        ("kyrgystan", "state:KG"),
        ("aktua", "node:kz_aktau"),
        ("khorgas altynkol", "node:kz_altynkol"),
        ("midle coridor", "corridor:TITR"),
    ];
    for (query, wanted) in slips {
        assert!(index.find(query, 10).is_empty(), "{query} bears no slip");
        let near = index.near(query, 8);
        assert_eq!(near.first().map(|one| one.id.to_string()).as_deref(), Some(wanted), "{query}: {near:?}");
    }
    for query in ["", " ", "qqqqzzzz", "xyz", "🚂"] {
        assert!(index.near(query, 10).is_empty(), "{query:?}");
    }
    assert!(index.near(&"a ".repeat(20_000), 10).is_empty());
    for id in WORLD.ids().filter(|id| matches!(id.kind, Kind::State | Kind::Node | Kind::Corridor)) {
        let name = WORLD.name(&id, "en");
        let Some(word) = name.split(' ').filter(|word| word.chars().count() > 5).max_by_key(|word| word.len()) else {
            continue;
        };
        let short: String = word.chars().enumerate().filter(|(at, _)| *at != 3).map(|(_, letter)| letter).collect();
        let query = name.replacen(word, &short, 1);
        let found = [index.find(&query, 60), index.near(&query, 60)].concat();
        assert!(found.iter().any(|one| one.id == id), "{id} by “{query}”");
    }
}

#[test]
fn the_same_query_gives_the_same_answer() {
    let (a, b) = (index("tr"), index("tr"));
    for query in ["port", "a", "2025", "istanbul"] {
        assert_eq!(a.find(query, 40), b.find(query, 40), "{query}");
        assert!(!a.find(query, 40).is_empty(), "{query}");
        assert!(a.find(query, 3).len() <= 3);
    }
}

#[test]
fn what_matched_is_told_where_it_is_not_the_name() {
    let found = index("en").find("Magyarország", 1);
    assert_eq!(found[0].label, "Hungary");
    assert!(found[0].matched.as_deref().is_some_and(|words| words.contains("Magyarország")), "{found:?}");
}
