//! Ways in words, and what a network of one's own says about gauges.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::sync::LazyLock;

use ots_atlas::lang::{LANGUAGES, Lang};
use ots_atlas::network::{Aim, Avoid, Gauge, Line, Network, Place, Query, Reach, Soil, Stop};
use ots_atlas::story::{Block, plain, route};
use ots_atlas::world::{self, Files, LengthBasis, Mode, SegmentStatus, Service, World};

static WORLD: LazyLock<World> = LazyLock::new(|| world::load(&Files::Embedded).world);
static NETWORK: LazyLock<Network> = LazyLock::new(|| Network::new(&WORLD));

fn node(key: &str) -> Place {
    Place::Node(key.to_owned())
}

fn area(key: &str) -> Place {
    Place::Area(key.to_owned())
}

fn between(from: &str, to: &str) -> Query {
    Query::new(node(from), node(to))
}

/// Two stops with a chain of railways between them.
fn chain(gauges: &[Gauge]) -> Network {
    let stops = (0..=gauges.len()).map(|at| Stop {
        key: at.to_string(),
        country: "A".to_owned(),
        within: None,
        gauge_break: false,
    });
    let lines = gauges.iter().enumerate().map(|(at, gauge)| Line {
        key: format!("s{at}"),
        from: at.to_string(),
        to: (at + 1).to_string(),
        mode: if *gauge == Gauge::Trackless { Mode::Ferry } else { Mode::Rail },
        status: SegmentStatus::Operational,
        service: Service::Operational,
        km: 10.0,
        basis: LengthBasis::Official,
        gauge: *gauge,
        soil: vec![Soil { area: "A".to_owned(), share: 1.0 }],
    });
    Network::of(stops, lines.collect::<Vec<_>>())
}

#[test]
fn unknown_gauge_stays_unknown() {
    use Gauge::{Both, Single, Trackless, Unknown};
    let [broad, standard] = [1520, 1435].map(Single);
    let cases: [(&[Gauge], usize, f64); 6] = [
        (&[broad, Unknown, broad], 0, 10.0),
        (&[broad, Unknown, standard], 1, 10.0),
        (&[broad, Both, standard], 1, 0.0),
        (&[Both, standard, Trackless, broad], 1, 0.0),
        (&[standard, broad, standard], 2, 0.0),
        (&[Unknown, Unknown], 0, 20.0),
    ];
    for (gauges, breaks, unknown) in cases {
        let query = Query { aim: Aim::Gauge, ..Query::new(node("0"), node(&gauges.len().to_string())) };
        let way = chain(gauges).find(&query).unwrap().remove(0);
        assert_eq!((way.breaks.len(), way.unknown_gauge_km()), (breaks, unknown), "{gauges:?}");
    }
}

#[test]
fn answers_are_told_in_every_language() {
    let day = WORLD.as_of(None);
    let queries = [
        Query { via: vec![node("kz_aktau")], ..between("kz_altynkol", "tr_kars") },
        Query { reach: Reach::Planned, ..between("az_horadiz", "tr_igdir") },
        Query::new(area("TR"), area("TRNC")),
        Query { sea: false, ..between("kz_altynkol", "az_alat") },
        Query { avoid: vec![Avoid::Area("GE".to_owned())], sea: false, ..between("az_baku", "tr_kars") },
    ];
    let mut seen = std::collections::BTreeSet::new();
    for language in LANGUAGES {
        let lang = Lang::new(language.code).unwrap();
        for query in &queries {
            let answer = NETWORK.find(query);
            let story = route::tell(&WORLD, query, &answer, day, &lang);
            let text = plain::text(&story, &lang);
            for words in ["‹", "route-", "{", "NaN"] {
                assert!(!text.split_whitespace().any(|word| word.starts_with(words)), "{words} in {text}");
            }
            let json = route::json(&WORLD, query, &answer, &lang);
            assert_eq!(json["ways"].as_array().map(Vec::len), Some(answer.as_ref().map_or(0, Vec::len)));
            let rows = route::csv(&WORLD, &answer, &lang).lines().count();
            assert_eq!(rows, 1 + answer.iter().flatten().map(|way| way.legs.len()).sum::<usize>());
            let Ok(ways) = &answer else { continue };
            assert!(!story.sources.is_empty());
            let km = lang.km(ways[0].km());
            assert!(text.contains(&km), "{km} in {text}");
            assert!((json["ways"][0]["km"].as_f64().unwrap() - ways[0].km()).abs() < 0.051);
            let legs = lang.text("route-legs");
            let told = story.blocks.iter().find_map(|block| match block {
                Block::List { title, rows, .. } if *title == legs => Some(rows),
                _ => None,
            });
            let told: Vec<String> = told.unwrap().iter().map(|row| row.target.as_ref().unwrap().key.clone()).collect();
            assert_eq!(told, ways[0].legs.iter().map(|leg| leg.segment.clone()).collect::<Vec<_>>());
            let measures = lang.text("route-measures");
            let told = story.blocks.iter().find_map(|block| match block {
                Block::List { title, rows, .. } if *title == measures => Some(rows),
                _ => None,
            });
            let told = told.into_iter().flatten().map(|row| row.target.as_ref().unwrap().key.clone());
            let known = json["ways"][0]["measures"].as_array().unwrap().iter();
            let known: Vec<&str> = known.map(|it| it["measure"].as_str().unwrap()).collect();
            assert_eq!(told.collect::<Vec<_>>(), known);
            seen.extend(known.into_iter().map(str::to_owned));
        }
        let told = |at: usize| {
            let answer = NETWORK.find(&queries[at]);
            let json = route::json(&WORLD, &queries[at], &answer, &lang).to_string();
            (route::tell(&WORLD, &queries[at], &answer, day, &lang).texts().join("\n"), json)
        };
        let note = WORLD.note("northern_cyprus", language.code).unwrap();
        let (text, json) = told(2);
        assert!(text.contains(note) && json.contains(note), "Northern Cyprus is told with its note");
        let (text, _) = told(1);
        let caution = WORLD.corridor("TRIPP").unwrap().caution.as_ref().unwrap().value.clone();
        assert!(language.code != "en" || text.contains(&caution), "the caveat of a corridor is told: {text}");
    }
    assert!(seen.len() > 3 && seen.contains("C9"), "measures of borders and of ports: {seen:?}");
}

#[test]
fn measures_hold_where_the_facts_say() {
    let holds = |key: &str, sides: [&str; 2], corridors: &[&str]| {
        let corridors: Vec<String> = corridors.iter().map(|key| (*key).to_owned()).collect();
        WORLD.measure(key).unwrap().between(sides, &corridors).map(str::to_owned)
    };
    // Permits are exchanged by pairs, and Azerbaijan and Türkiye are none of them.
    assert_eq!(holds("C3", ["TR", "AZ"], &[]), None);
    assert!(holds("C3", ["KZ", "UZ"], &[]).is_some_and(|status| status.contains("trial")));
    assert_eq!(holds("C1", ["AZ", "TR"], &[]).as_deref(), Some("in force, pilot not confirmed as running"));
    assert_eq!(holds("C9", ["KZ", "UZ"], &[]), None, "ports are no border on land");
    assert_eq!(holds("C10", ["KZ", "KG"], &["CKU"]), None, "no train from Baku to Kars passes there");
    let along = |key: &str| {
        let found = WORLD.measures_along(WORLD.segment(key).unwrap());
        found.into_iter().map(|it| it.key.clone()).collect::<Vec<_>>()
    };
    assert_eq!(along("KZ01"), Vec::<String>::new(), "China takes part in none");
    let sea = WORLD.segments.iter().find(|it| it.from == "kz_aktau" && it.to == "az_alat").unwrap();
    assert!(["C1", "C6", "C9"].iter().all(|key| along(&sea.key).contains(&(*key).to_owned())), "{:?}", along(&sea.key));
    // What is said of a line over the sea is said of its ports.
    let at = |key: &str| WORLD.measures_at(key).into_iter().map(|it| it.key.clone()).collect::<Vec<_>>();
    for port in [&sea.from, &sea.to] {
        assert!(along(&sea.key).iter().all(|key| at(port).contains(key)), "{port}: {:?}", at(port));
    }
    assert_eq!(at("kz_astana"), Vec::<String>::new(), "no border is near");
}
