//! The facts: the bundled assets have no problem, every kind of problem is found where it is, and dates decide.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

mod broken;

use std::sync::LazyLock;

use ots_atlas::date::Day;
use ots_atlas::world::{self, Files, Kind, Loaded, SegmentStatus, Status, World};

/// The assets as they lie in the project.
static FILES: LazyLock<Files> = LazyLock::new(|| Files::Folder(ASSETS.into()));
static LOADED: LazyLock<Loaded> = LazyLock::new(|| world::load(&FILES));

const ASSETS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets");

/// The bundled facts.
fn atlas() -> &'static World {
    &LOADED.world
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn bundled_assets_have_no_problem() {
    let said = |problems: &[world::Problem]| problems.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(said(&LOADED.problems), Vec::<String>::new());
    assert_eq!(said(&world::load_near(&FILES).1), Vec::<String>::new());
}

#[test]
fn the_program_carries_what_the_assets_say() {
    let carried = world::load(&Files::Embedded);
    assert_eq!(carried.problems, Vec::new());
    // Line by line, for a difference that can be read.
    let lines = |world: &World| format!("{world:#?}").lines().map(str::to_owned).collect::<Vec<_>>();
    for (line, (carried, written)) in lines(&carried.world).iter().zip(lines(atlas())).enumerate() {
        assert_eq!(*carried, written, "line {line}");
    }
    assert_eq!(format!("{:?}", carried.world), format!("{:?}", atlas()));
    let ((carried, problems), (written, _)) = (world::load_near(&Files::Embedded), world::load_near(&FILES));
    assert_eq!(problems, Vec::new());
    assert_eq!(format!("{carried:?}"), format!("{written:?}"));
}

#[test]
fn every_row_of_the_tables_is_there() {
    let world = atlas();
    let counts = [
        ("states and the observer organisation", world.states.len(), 9),
        ("institutions", world.institutions.len(), 43),
        ("corridors", world.corridors.len(), 10),
        ("segments", world.segments.len(), 164),
        ("nodes", world.nodes.len(), 149),
        ("traffic", world.traffic.len(), 98),
        ("measures", world.measures.len(), 10),
    ];
    for (what, found, wanted) in counts {
        assert_eq!(found, wanted, "{what}");
    }
    assert!(world.geography.far.areas.len() > 80 && world.geography.far.boundaries.len() > 100);
    assert_eq!(world.ids().collect::<std::collections::BTreeSet<_>>().len(), world.ids().count(), "ids are unique");
}

#[test]
fn the_source_document_is_found() {
    let names = [
        "Union of Turkic Chambers of Commerce and Industry",
        "Turkic Investment Fund",
        "Green Finance Council",
        "Artificial Intelligence",
        "Cybersecurity",
        "Coordination Committee",
        "Trans-Caspian International Transport Route",
    ];
    let world = atlas();
    for name in names {
        let found = world.ids().any(|id| world.name(&id, "en").to_lowercase().contains(&name.to_lowercase()));
        assert!(found, "{name}");
    }
    let committee = world.institutions.iter().find(|it| it.name.contains("Coordination Committee")).unwrap();
    assert!(!committee.uncertainties.is_empty(), "its identification is uncertain");
    let bishkek = world.events.iter().find(|it| it.date.earliest() == day("2025-09-18")).unwrap();
    assert!(bishkek.place.as_deref().is_some_and(|place| place.contains("Bishkek")));
}

/// State, its first day, its standing from that day on.
const STANDINGS: [(&str, &str, Status); 9] = [
    ("AZ", "2009-10-03", Status::Member { founding: true }),
    ("KZ", "2009-10-03", Status::Member { founding: true }),
    ("KG", "2009-10-03", Status::Member { founding: true }),
    ("TR", "2009-10-03", Status::Member { founding: true }),
    ("UZ", "2019-10-14", Status::Member { founding: false }),
    ("HU", "2018-09-03", Status::Observer),
    ("TM", "2021-11-12", Status::Observer),
    ("TRNC", "2022-11-11", Status::ObserverEntity),
    ("ECO", "2023-11-03", Status::ObserverOrganisation),
];

#[test]
fn status_begins_on_its_day() {
    for (key, first, wanted) in STANDINGS {
        let state = atlas().state(key).unwrap();
        let from = state.status.iter().map(|change| change.from).min().unwrap();
        let (first, before) = (day(first), day(first).previous());
        let on = |day| state.status_at(day).map(|change| change.status);
        assert_eq!((on(before), on(first)), (None, Some(wanted)), "{key}, whose rows begin on {from}");
        assert_eq!(on(day("2026-11-23")), Some(wanted), "{key} today");
    }
}

#[test]
fn every_state_of_the_map_has_an_outline() {
    let world = atlas();
    for (key, ..) in STANDINGS.iter().filter(|(key, ..)| *key != "ECO") {
        assert!(world.geography.far.areas.contains_key(*key), "{key}");
    }
    assert!(!world.geography.far.areas.contains_key("ECO"), "an organisation has no area");
}

#[test]
fn confidence_is_never_above_memory() {
    let world = atlas();
    let memory = |key: &String| world.source(key).is_some_and(|it| it.kind == world::SourceKind::Memory);
    let evidence = (world.segments.iter().map(|it| (&it.key, &it.evidence)))
        .chain(world.nodes.iter().map(|it| (&it.key, &it.evidence)))
        .chain(world.institutions.iter().map(|it| (&it.key, &it.mandate.evidence)))
        .chain(world.events.iter().map(|it| (&it.key, &it.evidence)));
    let mut alone = 0;
    for (key, evidence) in evidence {
        if evidence.sources.iter().all(memory) {
            alone += 1;
            assert_eq!(evidence.confidence, world::Confidence::Low, "{key}");
        }
    }
    assert!(alone > 0, "some rows rest on memory alone");
}

#[test]
fn kinds_have_things() {
    for kind in Kind::LISTED.iter().copied() {
        assert!(atlas().ids().any(|id| id.kind == kind), "{kind:?}");
    }
}

/// Words that no text of the atlas may use of Northern Cyprus, of recognition or of the lines on the map.
const NEVER: [&str; 6] =
    ["turkish-occupied", "occupied north", "pseudo-state", "cyprus (north)", "kktc devleti tanın", "liberated"];

#[test]
fn what_is_due_is_not_said_to_be_in_service() {
    for segment in atlas().segments.iter().filter(|it| it.status == SegmentStatus::Operational) {
        let date = segment.status_date.as_str();
        let doubt = ["due", "planned", "not confirmed", "expected"].iter().find(|word| date.contains(**word));
        assert_eq!(doubt, None, "{}: {date}", segment.key);
    }
}

#[test]
fn sensitive_matters_are_worded_soberly() {
    let files = [
        "facts/states.toml",
        "facts/notes.toml",
        "facts/institutions.toml",
        "facts/corridors.toml",
        "facts/events.toml",
        "facts/translations.toml",
        "lang/en.ftl",
        "lang/tr.ftl",
    ];
    for file in files {
        let text = std::fs::read_to_string(format!("{ASSETS}/{file}")).unwrap().to_lowercase();
        assert!(!text.is_empty(), "{file}");
        for words in NEVER {
            assert!(!text.contains(words), "{file}: {words}");
        }
    }
    let trnc = atlas().state("TRNC").unwrap();
    let caution = &trnc.cautions.first().unwrap().value;
    assert!(caution.contains("only by Türkiye") && caution.contains("541") && caution.contains("550"), "{caution}");
    assert!(trnc.iso.is_none(), "it has no ISO code");
}
