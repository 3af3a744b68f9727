//! The stories: everything has one in every language, every link leads somewhere, and the seed's bodies say what they
//! must.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::sync::LazyLock;

use ots_atlas::date::Day;
use ots_atlas::lang::{LANGUAGES, Lang};
use ots_atlas::scene::{legible, missing_letters};
use ots_atlas::story::{self, Block, ShareKind};
use ots_atlas::world::{self, Confidence, Files, Id, Kind, SegmentStatus, Service, SourceKind, World};
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
fn northern_cyprus_is_never_told_without_its_note() {
    let entity = WORLD.state("TRNC").unwrap();
    let mut checked = 0;
    for language in LANGUAGES {
        let lang = Lang::new(language.code).unwrap();
        let note = WORLD.note("northern_cyprus", language.code).unwrap();
        let name = WORLD.name(&"state:TRNC".parse().unwrap(), language.code);
        for id in WORLD.ids() {
            let story = story::tell(&WORLD, &id, today(), &lang).unwrap();
            let all = story.texts().join("\n");
            if entity.aliases.iter().chain([&entity.key, &name]).any(|name| all.contains(name.as_str())) {
                checked += 1;
                assert!(all.contains(note), "{id} in {} names it without the note", language.code);
            }
        }
    }
    assert!(checked > 100, "{checked} pages name it");
    for id in ["node:xn_famagusta", "segment:NC01", "segment:NC04", "institution:tchf", "corridor:NCY"] {
        assert!(told(id, "2026-11-23", "en").contains("541 and 550"), "{id}");
    }
}

#[test]
fn organisations_are_counted_apart_from_states() {
    assert!(
        told("institution:ots", "2026-11-23", "en").contains("5 members, 3 observers and one observer organisation")
    );
    assert!(told("institution:ots", "2026-11-23", "tr").contains("5 üye, 3 gözlemci ve 1 gözlemci kuruluş"));
    let before = told("institution:ots", "2022-12-01", "en");
    assert!(before.contains("5 members, 3 observers") && !before.contains("observer organisation"), "{before}");
}

#[test]
fn what_nobody_looked_up_is_only_assumed_to_be_in_service() {
    let assumed: Vec<_> = WORLD.segments.iter().filter(|segment| segment.is_assumed()).collect();
    assert!(assumed.len() > 20);
    for (code, word) in [("en", "Assumed in service"), ("tr", "İşletmede sayılıyor")] {
        let lang = Lang::new(code).unwrap();
        for segment in &assumed {
            let id = Id::new(Kind::Segment, segment.key.as_str());
            let story = story::tell(&WORLD, &id, today(), &lang).unwrap();
            assert_eq!(story.card.as_ref().unwrap().headline, word, "{id}");
            assert!(!story.texts().join(" ").contains("not checked"), "{id}: words of the table");
        }
    }
    let known = WORLD.segment("KZ02").unwrap();
    assert!(!known.is_assumed() && told("segment:KZ02", "2026-11-23", "en").contains("Operational"));
    assert!(told("segment:KZ02", "2026-11-23", "en").contains("Railway, Assumed in service"), "in rows, too");
}

#[test]
fn sums_keep_what_is_assumed_apart() {
    let (lang, mut mixed) = (Lang::new("en").unwrap(), 0);
    for corridor in &WORLD.corridors {
        let story = story::tell(&WORLD, &Id::new(Kind::Corridor, &*corridor.key), today(), &lang).unwrap();
        let bars = story.blocks.iter().find_map(|block| match block {
            Block::Shares { bars, .. } => Some(&bars[0]),
            _ => None,
        });
        let told = |state| bars.unwrap().iter().find(|it| it.kind == ShareKind::Status(state)).map_or(0.0, |it| it.km);
        let own = WORLD.segments.iter().filter(|it| it.corridors.contains(&corridor.key));
        let mut known = [0.0; 2];
        for segment in own.filter(|it| it.status == SegmentStatus::Operational) {
            let km = segment.length.as_ref().map_or(segment.great_circle_km, |length| length.km);
            known[usize::from(segment.is_assumed() || segment.is_contested)] += km;
        }
        mixed += usize::from(known.iter().all(|km| *km > 100.0));
        for (state, km) in [Service::Operational, Service::Assumed].into_iter().zip(known) {
            assert!((told(state) - km).abs() < 1e-6, "{} {state:?}: {} {km}", corridor.key, told(state));
        }
    }
    assert!(mixed > 2, "{mixed} corridors have lines of both kinds");
}

#[test]
fn estimates_are_told_as_such_where_the_figure_stands() {
    for (code, row) in [("en", "7\u{202f}494\u{202f}498 (estimate)"), ("tr", "7\u{202f}494\u{202f}498 (tahmin)")] {
        for id in ["state:TM", "compare:KZ~TM"] {
            let text = told(id, "2026-11-23", code);
            assert!(text.contains(row), "{id}: {text}");
        }
    }
    let text = told("state:KZ", "2026-11-23", "en");
    assert!(
        text.contains("20\u{202f}592\u{202f}571") && !text.contains("20\u{202f}592\u{202f}571 (estimate)"),
        "{text}"
    );
    let noted = |it: &&world::Indicator| it.evidence.note.as_deref().is_some_and(|note| note.contains("CIA estimate,"));
    assert!(WORLD.indicators.iter().filter(noted).all(|it| it.estimate), "what a note calls an estimate");
}

#[test]
fn what_was_sought_and_not_found_to_be_obtained_is_told() {
    for (code, words) in [
        ("en", "agreed on 7 October 2025 to seek, was not obtained in any source seen"),
        ("tr", "BM Genel Kurulu ve İİT gözlemci statüsü, görülen hiçbir kaynakta alınmış değildir"),
    ] {
        let text = told("institution:ots", "2026-11-23", code);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            text.contains(words) && text.contains("Gabala Declaration: seek observer status at UN and OIC"),
            "{text}"
        );
    }
}

#[test]
fn a_window_shows_the_names_that_its_font_can_draw() {
    let lang = Lang::new("en").unwrap();
    let subtitle = |key: &str| story::tell(&WORLD, &Id::new(Kind::Node, key), today(), &lang).unwrap().subtitle;
    let foreign = WORLD.nodes.iter().map(|node| subtitle(&node.key)).filter(|it| !missing_letters(it).is_empty());
    assert!(foreign.clone().count() > 10, "the pages keep the names as they are written");
    for words in foreign {
        let shown = legible(&words);
        let country = words.rsplit(", ").next().unwrap();
        assert!(missing_letters(&shown).is_empty() && shown.ends_with(country), "{words}: {shown}");
    }
    assert_eq!(legible(&subtitle("cn_torugart")), "Торугарт, China");
    assert_eq!(legible(&subtitle("ge_tbilisi")), "Georgia");
    assert_eq!(legible("Ələt (Bakı Limanı), Azerbaijan"), "Ələt (Bakı Limanı), Azerbaijan");
}

#[test]
fn general_knowledge_is_cited_in_a_sentence() {
    let text = told("segment:KZ03", "2026-11-23", "en");
    assert!(text.contains("General knowledge of the editors") && !text.contains("Always confidence low"), "{text}");
}

#[test]
fn nothing_is_said_twice_in_a_row() {
    let lang = Lang::default();
    for state in &WORLD.states {
        let id = Id::new(Kind::State, state.key.as_str());
        for day in ["2015-06-01", "2026-11-23"].map(|day| day.parse().unwrap()) {
            for line in story::tell(&WORLD, &id, day, &lang).unwrap().card.unwrap().lines {
                let words = line.words();
                let Some((before, after)) = words.rsplit_once(". ") else { continue };
                assert!(!before.contains(after.trim_end_matches('.')), "{id}: {words}");
            }
        }
    }
    assert!(told("state:UZ", "2026-11-23", "en").contains("Nakhchivan Agreement in force for Uzbekistan"));
}

#[test]
fn roles_on_pages_are_those_of_the_map() {
    let lang = Lang::default();
    for day in ["1995-01-01", "2010-06-01", "2020-11-16", "2025-07-01", "2026-11-23"].map(|day| day.parse().unwrap()) {
        for body in WORLD.institutions.iter().filter(|body| body.shown) {
            let id = Id::new(Kind::Institution, &*body.key);
            let story = story::tell(&WORLD, &id, day, &lang).unwrap();
            let title = lang.text("story-participants");
            let rows = story.blocks.iter().find_map(|block| match block {
                Block::List { title: head, rows, .. } if *head == title => Some(rows),
                _ => None,
            });
            for row in rows.into_iter().flatten() {
                let state = row.target.as_ref().unwrap();
                let has_part = row.symbol != story::Symbol::Nothing;
                let role = WORLD.role_at(&body.key, &state.key, day);
                assert_eq!(has_part, role.is_some(), "{state} in {id} on {day}");
            }
        }
    }
    assert!(told("state:AZ", "1995-01-01", "en").contains("in 1 of "));
    assert!(told("institution:academy", "2023-01-01", "en").contains("by 16 Nov 2020"));
    assert!(!told("state:KZ", "2026-11-23", "en").contains("special economic zones"));
}

#[test]
fn no_source_is_trusted_beyond_itself() {
    let lang = Lang::default();
    let mut weak = 0;
    for id in WORLD.ids() {
        for citation in story::tell(&WORLD, &id, today(), &lang).unwrap().sources {
            let source = WORLD.source(&citation.key).unwrap();
            assert!(source.reliability.is_none_or(|own| citation.confidence <= own), "{id}: {}", source.key);
            if source.kind == SourceKind::Memory {
                weak += 1;
                assert_eq!(citation.confidence, Confidence::Low, "{id}");
            }
        }
    }
    assert!(weak > 20, "{weak}");
}

#[test]
fn every_caveat_and_every_figure_is_told() {
    let plain = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for point in &WORLD.disagreements {
        for subject in &point.subjects {
            let text = plain(told(&subject.to_string(), "2026-11-23", "en"));
            for note in point.readings.iter().filter_map(|reading| reading.evidence.note.as_deref()) {
                assert!(text.contains(note), "{subject} on {}: {note}", point.key);
            }
        }
    }
    for state in &WORLD.states {
        let text = plain(told(&format!("state:{}", state.key), "2026-11-23", "en"));
        for caution in &state.cautions {
            assert!(text.contains(&caution.value) && caution.evidence.note.iter().all(|note| text.contains(note)));
        }
    }
    let titr = told("corridor:TITR", "2026-11-23", "en");
    assert!(titr.contains("2029, target") && titr.contains("2027, capacity target"), "{titr}");
    assert!(!told("corridor:TITR", "2024-06-01", "en").contains("2029, target"));
    assert!(told("institution:ots", "2026-11-23", "en").contains("Members together"));
    assert!(told("corridor:NCY", "2026-11-23", "en").contains("length Computed (unconfirmed)"));
}

#[test]
fn sensitive_matters_are_told_in_the_language_of_the_reader() {
    let text = told("state:AZ", "2026-11-23", "tr");
    assert!(text.contains("Karabağ") && !text.contains("internationally part"), "{text}");
    let tripp = told("corridor:TRIPP", "2026-11-23", "tr");
    let words: Vec<&str> = tripp.split_whitespace().collect();
    assert!(words.join(" ").contains("Ermenistan Zengezur koridoru adını reddeder"), "{tripp}");
}

#[test]
fn unknown_things_have_no_story() {
    assert!(story::tell(&WORLD, &Id::new(Kind::State, "XX"), today(), &Lang::default()).is_none());
    assert!(story::tell(&World::default(), &Id::new(Kind::State, "KZ"), today(), &Lang::default()).is_none());
}

#[test]
fn every_value_of_a_chart_names_its_own_sources_and_is_told_once() {
    let id: Id = "corridor:TITR".parse().unwrap();
    let story = story::tell(&WORLD, &id, today(), &Lang::default()).unwrap();
    let csv = story::plain::Table::Csv.write(&story, &Lang::default());
    let charts = story.blocks.iter().filter_map(|block| match block {
        Block::Chart { series, .. } => Some(series),
        _ => None,
    });
    let points: Vec<_> = charts.flatten().flat_map(|series| &series.points).collect();
    assert!(points.len() > 5);
    for point in points {
        assert!(!point.cites.is_empty(), "{}", point.reading);
        assert!(point.cites.iter().all(|number| (1..=story.sources.len()).contains(number)), "{}", point.reading);
        assert_eq!(csv.matches(point.reading.as_str()).count(), 1, "{}", point.reading);
    }
}
