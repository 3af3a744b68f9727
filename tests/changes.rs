//! What changed between two days: gained and lost apart, in the order of time, each sentence with its sources, and
//! nothing claimed that the sources do not date closely enough.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::process::Command;
use std::sync::LazyLock;

use ots_atlas::date::{Date, Day};
use ots_atlas::lang::{LANGUAGES, Lang};
use ots_atlas::search::Index;
use ots_atlas::story::{self, Block, Row, Story};
use ots_atlas::world::{self, Files, Id, Period, Status, Turn, World};

static WORLD: LazyLock<World> = LazyLock::new(|| world::load(&Files::Embedded).world);

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn period(from: &str, to: &str) -> Period {
    Period::new(day(from), day(to)).unwrap()
}

/// The page about what changed between two days.
fn told(world: &World, from: &str, to: &str, code: &str) -> Story {
    story::tell(world, &period(from, to).id(), day(to), &Lang::new(code).unwrap()).unwrap()
}

/// The rows of the list below a heading; none where there is no such list.
fn rows<'s>(story: &'s Story, heading: &str) -> &'s [Row] {
    let of = |block: &'s Block| match block {
        Block::List { title, rows, .. } if title == heading => Some(rows.as_slice()),
        _ => None,
    };
    story.blocks.iter().find_map(of).unwrap_or_default()
}

/// What the rows say, with the date behind.
fn sentences(rows: &[Row]) -> Vec<String> {
    rows.iter().map(|row| format!("{} · {}", row.label, row.trailing)).collect()
}

#[test]
fn the_years_between_two_summits_are_told() {
    let story = told(&WORLD, "2019-10-13", "2021-11-12", "en");
    assert_eq!(story.title, "What changed between 13 October 2019 and 12 November 2021");
    assert_eq!(
        sentences(rows(&story, "Standing gained")),
        [
            "Uzbekistan became a member of the Turkic Council · 14 Oct 2019",
            "Turkmenistan became an observer in the OTS · 12 Nov 2021",
        ]
    );
    assert!(rows(&story, "Standing lost").is_empty());
    let text = story::plain::text(&story, &Lang::default());
    assert!(text.contains("no state or entity that lost its standing"), "{text}");
    assert_eq!(
        sentences(rows(&story, "Names"))[0],
        "Turkic Council became Organization of Turkic States · 12 Nov 2021"
    );
    assert_eq!(
        sentences(rows(&story, "Chair and office")),
        [
            "Azerbaijan took the chair of the Turkic Council · 15 Oct 2019",
            "Türkiye took the chair of the OTS · 12 Nov 2021"
        ]
    );
    let events: Vec<&str> = rows(&story, "Events in between").iter().map(|row| row.label.as_str()).collect();
    assert_eq!(events.first(), Some(&"Nakhchivan Agreement in force for Uzbekistan"));
    assert_eq!(events.last(), Some(&"8th Turkic Council summit"));
}

#[test]
fn sentences_have_the_articles_of_names() {
    let story = told(&WORLD, "2022-11-10", "2023-11-03", "en");
    let gained = sentences(rows(&story, "Standing gained"));
    assert_eq!(
        gained,
        [
            "The Turkish Republic of Northern Cyprus became an observer entity in the OTS · 11 Nov 2022",
            "The Economic Cooperation Organization became an observer organisation in the OTS · 3 Nov 2023",
        ]
    );
    let roles = sentences(rows(&story, "Roles gained in institutions"));
    assert!(
        roles
            .contains(&"The Turkish Republic of Northern Cyprus became an observer in TURKPA · 28 Apr 2023".to_owned()),
        "{roles:?}"
    );
    let lang = Lang::default();
    let within = story::subject(&WORLD, &lang, day("2026-11-23"), "TRNC");
    assert_eq!(within, "the Turkish Republic of Northern Cyprus");
    assert_eq!(story::subject(&WORLD, &lang, day("2026-11-23"), "TR"), "Türkiye");
    let turkish = Lang::new("tr").unwrap();
    assert_eq!(story::subject(&WORLD, &turkish, day("2026-11-23"), "TRNC"), "Kuzey Kıbrıs Türk Cumhuriyeti");
}

#[test]
fn the_first_day_is_left_out_and_the_last_one_counts() {
    let gained = |from: &str, to: &str| -> Vec<String> {
        WORLD.standing_changes(&period(from, to)).iter().map(|it| it.state.key.clone()).collect()
    };
    assert_eq!(gained("2019-10-13", "2019-10-14"), ["UZ"]);
    assert!(gained("2019-10-14", "2019-10-15").is_empty());
    assert_eq!(gained("2018-09-02", "2026-11-23"), ["UZ", "HU", "TM", "TRNC", "ECO"]);
}

#[test]
fn what_was_lost_stands_apart() {
    let mut world = world::load(&Files::Embedded).world;
    let hungary = world.states.iter_mut().find(|state| state.key == "HU").unwrap();
    hungary.status[0].to = Some("2024-05-01".parse().unwrap());
    let turkmenistan = world.states.iter_mut().find(|state| state.key == "TM").unwrap();
    turkmenistan.status[0].to = Some("2024-06-01".parse().unwrap());
    let mut member = turkmenistan.status[0].clone();
    (member.status, member.from, member.to) = (Status::Member { founding: false }, "2024-06-01".parse().unwrap(), None);
    turkmenistan.status.push(member);
    let changes = world.standing_changes(&period("2024-01-01", "2024-12-31"));
    let turns: Vec<(&str, Turn)> = changes.iter().map(|it| (it.state.key.as_str(), it.turn)).collect();
    assert_eq!(turns, [("HU", Turn::Lost), ("TM", Turn::Gained)]);
    let story = told(&world, "2024-01-01", "2024-12-31", "en");
    assert_eq!(sentences(rows(&story, "Standing lost")), ["Hungary has no standing in the OTS any more · 1 May 2024"]);
    let gained = rows(&story, "Standing gained");
    assert_eq!(sentences(gained), ["Turkmenistan became a member of the OTS · 1 Jun 2024"]);
    assert!(gained[0].detail.as_ref().unwrap().words().contains("Before: Observer"));
    assert!(story.card.unwrap().headline.starts_with("One standing gained, one lost"));
}

#[test]
fn roles_that_many_got_at_once_are_one_sentence() {
    let story = told(&WORLD, "2025-11-21", "2025-11-22", "en");
    let roles = rows(&story, "Roles gained in institutions");
    assert_eq!(
        sentences(roles),
        ["Azerbaijan, Kazakhstan, Kyrgyzstan, Türkiye and Uzbekistan became members of TURKSAI · 22 Nov 2025"]
    );
    let story = told(&WORLD, "2024-03-05", "2024-03-06", "en");
    let chamber = &rows(&story, "Roles gained in institutions")[0];
    assert_eq!(chamber.label, "Turkmenistan became a member of TCCI");
    assert!(chamber.detail.as_ref().unwrap().words().contains("Before: Observer"));
}

#[test]
fn coarse_dates_are_worded_so() {
    // The Foundation took Hungary as observer in 2019; nobody says when.
    let detail = |from: &str, to: &str| {
        let story = told(&WORLD, from, to, "en");
        let all = rows(&story, "Roles gained in institutions");
        let row = all.iter().find(|row| row.label == "Hungary became an observer in TCHF")?;
        assert_eq!(row.trailing, "2019");
        Some(row.detail.as_ref().unwrap().words())
    };
    let maybe = "not known closely enough";
    assert!(!detail("2018-12-31", "2019-12-31").unwrap().contains(maybe), "the whole year lies in between");
    assert!(detail("2018-12-31", "2019-06-30").unwrap().contains(maybe));
    assert!(detail("2019-06-30", "2020-06-30").unwrap().contains(maybe));
    assert_eq!(detail("2020-01-01", "2020-06-30"), None);
    // The parliaments' assembly was renamed in 2022, on a day that was not found.
    let names = |from: &str, to: &str| {
        let story = told(&WORLD, from, to, "en");
        rows(&story, "Names").iter().map(|row| row.detail.as_ref().unwrap().words().contains(maybe)).collect::<Vec<_>>()
    };
    assert_eq!(names("2022-06-30", "2023-01-01"), [true]);
    assert_eq!(names("2021-12-31", "2022-12-31"), [false]);
    // What has no dated beginning is counted, not listed.
    let text = story::plain::text(&told(&WORLD, "2020-01-01", "2020-06-30", "en"), &Lang::default());
    assert!(text.contains("roles have no dated beginning"), "{text}");
}

#[test]
fn every_sentence_has_sources_and_confidence() {
    for language in LANGUAGES {
        let story = told(&WORLD, "1992-01-01", "2026-11-23", language.code);
        let lists = story.blocks.iter().filter_map(|block| match block {
            Block::List { rows, .. } => Some(rows),
            _ => None,
        });
        let mut count = 0;
        for row in lists.flatten() {
            count += 1;
            let cites = row
                .detail
                .iter()
                .flat_map(|text| &text.0)
                .any(|span| matches!(span, story::Span::Cite(n) if !n.is_empty()));
            assert!(cites, "{}", row.label);
            assert!(!row.label.contains('‹') && !row.label.contains('{'), "{}", row.label);
        }
        assert!(count > 100, "{count}");
        let rows = story.blocks.iter().filter_map(|block| match block {
            Block::List { rows, .. } => Some(rows.len()),
            _ => None,
        });
        assert!(rows.count() >= 7, "lists of every kind");
    }
}

#[test]
fn rows_stand_in_the_order_of_time() {
    let world = &*WORLD;
    let story = told(world, "2009-01-01", "2026-11-23", "en");
    for heading in ["Events in between", "Roles gained in institutions", "Founded, signed or begun", "Steps of states"]
    {
        let rows = rows(&story, heading);
        assert!(rows.len() > 3, "{heading}");
        let days: Vec<Day> = rows.iter().map(|row| written(&row.trailing).earliest()).collect();
        assert!(days.is_sorted(), "{heading}: {:?}", sentences(rows));
    }
}

/// The date that is written at the end of a row.
fn written(text: &str) -> Date {
    let first = text.split(" to ").next().unwrap();
    let lang = Lang::default();
    let days = (1990..=2026).flat_map(|year| {
        let year = format!("{year:04}");
        let months = (1..=12).map(|month| format!("{month:02}"));
        let all = months.flat_map(move |month| {
            let days = (1..=31).map(|day| format!("-{day:02}")).chain([String::new()]);
            days.map({
                let (year, month) = (year.clone(), month.clone());
                move |day| format!("{year}-{month}{day}")
            })
        });
        all.collect::<Vec<_>>()
    });
    let years = (1990..=2026).map(|year: i32| year.to_string());
    let found = years.chain(days).filter_map(|text| text.parse::<Date>().ok()).find(|date| lang.date(*date) == first);
    found.unwrap_or_else(|| panic!("{text}"))
}

#[test]
fn keys_lead_back_and_other_texts_are_none() {
    let id = period("2019-10-14", "2021-11-12").id();
    assert_eq!(id.to_string(), "changes:2019-10-14~2021-11-12");
    assert_eq!(WORLD.resolve(&id.to_string()), Ok(id.clone()));
    assert_eq!(WORLD.name(&id, "en"), "14 Oct 2019 – 12 Nov 2021");
    for wrong in
        ["", "2019-10-14", "2019~2021", "2021-11-12~2019-10-14", "2019-10-14~2019-10-14", "2019-10-14~2030-01-01"]
    {
        assert_eq!(WORLD.period(wrong), None, "{wrong}");
        assert!(wrong.is_empty() || !WORLD.exists(&Id::new(world::Kind::Changes, wrong)), "{wrong}");
    }
}

#[test]
fn two_days_are_found_by_typing_them() {
    let lang = Lang::default();
    let index = Index::new(&WORLD, &lang);
    let found = |text: &str| index.changes(&WORLD, &lang, text).map(|found| found.id.key);
    assert_eq!(found("2019-10-14 to 2021-11-12").as_deref(), Some("2019-10-14~2021-11-12"));
    assert_eq!(found("2018 – 2022").as_deref(), Some("2018-12-31~2022-12-31"));
    assert_eq!(found("2025 - 2026").as_deref(), Some("2025-12-31~2026-11-23"), "no further than the facts reach");
    for none in ["2022 to 2018", "KZ to TR", "2019", ""] {
        assert_eq!(found(none), None, "{none}");
    }
}

#[test]
fn since_the_last_summit() {
    let since = |text: &str| WORLD.since_last_summit(day(text)).map(|it| it.id().key);
    assert_eq!(since("2026-11-23").as_deref(), Some("2025-10-07~2026-11-23"));
    assert_eq!(
        since("2021-11-12").as_deref(),
        Some("2019-10-15~2021-11-12"),
        "on the day of a summit, since the one before"
    );
    assert_eq!(
        since("2000-01-01").as_deref(),
        Some("1992-10-29~2000-01-01"),
        "before the first, since the first event"
    );
}

#[test]
fn the_command_line_answers() {
    let run = |arguments: &str| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_ots-atlas"));
        let output = program.args(arguments.split(' ')).output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, text, _) = run("changes --from 2019-10-14 --to 2021-11-12");
    assert_eq!(code, Some(0));
    assert!(
        text.contains("Turkmenistan became an observer in the OTS")
            && !text.contains("Uzbekistan became a member of the")
    );
    let (_, json, _) = run("changes --from 2019-10-14 --to 2021-11-12 --format json");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["id"], "changes:2019-10-14~2021-11-12");
    let (_, csv, _) = run("changes --from 2019-10-14 --to 2021-11-12 --format csv --language tr");
    assert!(csv.lines().count() > 10 && csv.contains("Türkmenistan, TDT gözlemcisi oldu"), "{csv}");
    let (code, _, error) = run("changes --from 2021 --to 2019");
    assert!(code == Some(1) && error.contains("not before"), "{error}");
    let (code, _, error) = run("changes --from 2031");
    assert!(code == Some(1) && error.contains("the facts end on"), "{error}");
    let (code, _, error) = run("changes --from yesterday");
    assert!(code == Some(2) && error.contains("is not a date"), "{error}");
}
