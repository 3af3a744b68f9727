//! What holds on a day: for every state and every institution the role on the day before and on the day of each
//! change, standing, names, chair and office, against tables that were written from the sources and not from the code.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use ots_atlas::date::{Date, Day, Happened};
use ots_atlas::lang::Lang;
use ots_atlas::story;
use ots_atlas::world::{self, Files, Id, Role, World};

static WORLD: LazyLock<World> = LazyLock::new(|| world::load(&Files::Embedded).world);

fn day(text: &str) -> Day {
    text.parse().unwrap_or_else(|_| panic!("{text} is no day"))
}

fn id(text: &str) -> Id {
    text.parse().unwrap()
}

/// The four that signed in Nakhchivan, and all five members.
const FOUR: &str = "AZ KZ KG TR";
const FIVE: &str = "AZ KZ KG TR UZ";

/// Organs and offices that follow membership in the OTS.
const ORGANS: &str = "ots chs cfm soc";
const FOLLOWING: &str = "ots chs cfm soc secretariat ots-hungary";

/// Changes whose day is known: institutions, states, the day, and the role from that day on. The day before, the state
/// has no role there.
const BEGINNINGS: &[(&str, &str, &str, Role)] = &[
    (ORGANS, FOUR, "2009-10-03", Role::Member),
    (FOLLOWING, "UZ", "2019-10-14", Role::Member),
    (ORGANS, "HU", "2018-09-03", Role::Observer),
    ("secretariat", "HU", "2018-09-03", Role::Observer),
    (FOLLOWING, "TM", "2021-11-12", Role::Observer),
    (FOLLOWING, "TRNC", "2022-11-11", Role::Observer),
    (FOLLOWING, "ECO", "2023-11-03", Role::Observer),
    ("ots-hungary", FOUR, "2019-09-19", Role::Member),
    ("ots-hungary", "HU", "2019-09-19", Role::Observer),
    ("hog", FIVE, "2025-09-18", Role::Member),
    ("turksoy", "AZ KZ KG TR TM", "1993-07-12", Role::Member),
    ("turkpa", FOUR, "2008-11-21", Role::Member),
    ("turkpa", "TRNC", "2023-04-28", Role::Observer),
    ("turkpa", "UZ", "2025-12-13", Role::Acceding),
    ("academy", "UZ", "2022-06-24", Role::Observer),
    ("academy", "TRNC", "2025-05-21", Role::Observer),
    ("academy tchf", "TM", "2025-10-07", Role::Observer),
    ("tchf", "UZ", "2025-05-21", Role::Member),
    ("tcci", "TRNC", "2023-04-07", Role::Observer),
    ("tif", FIVE, "2023-03-16", Role::Member),
    ("tcc", FIVE, "2020-04-30", Role::Member),
    ("tcc", "HU", "2020-04-30", Role::Observer),
    ("cpm ccb", FIVE, "2024-11-06", Role::Member),
    ("depa", FIVE, "2024-11-06", Role::Signatory),
    ("notaries", FIVE, "2023-10-05", Role::Member),
    ("diaspora", FOUR, "2014-12-24", Role::Member),
    ("turksai", FIVE, "2025-11-22", Role::Member),
    ("tfs connectivity", FIVE, "2022-11-11", Role::Member),
    ("customs-corridor combined-freight", FIVE, "2022-11-11", Role::Signatory),
    ("etir", FIVE, "2025-01-16", Role::Member),
];

/// Changes of which only the month or the year is known: institutions, states, the last day on which there certainly
/// was no role, the first on which it certainly was there, and the role. In between nothing is certain.
const COARSE: &[(&str, &str, &str, &str, Role)] = &[
    ("secretariat", FOUR, "2009-12-31", "2010-12-31", Role::Member),
    ("turkpa", "HU", "2014-05-31", "2014-06-30", Role::Observer),
    ("tchf", "HU", "2018-12-31", "2019-12-31", Role::Observer),
    ("sister-ports", "AZ KZ TR", "2012-12-31", "2013-12-31", Role::Member),
    ("sister-ports", "UZ", "2020-12-31", "2021-12-31", Role::Member),
];

/// Roles whose beginning no source dates: institutions, states, the day before the founding (empty where that is not
/// known either), the first day on which they certainly held (empty for the day of the newest dated source), and the role.
const UNDATED: &[(&str, &str, &str, &str, Role)] = &[
    ("elders", FIVE, "2009-10-02", "2025-11-30", Role::Member),
    ("elders", "TRNC", "2009-10-02", "2025-11-30", Role::Observer),
    ("elders", "HU", "2009-10-02", "", Role::Observer),
    ("hog", "HU TM TRNC ECO", "2025-09-17", "", Role::Observer),
    ("turksoy", "UZ", "1993-07-11", "2022-11-10", Role::Member),
    ("turksoy", "TRNC", "1993-07-11", "", Role::Observer),
    ("academy", FOUR, "2010-05-24", "2020-11-16", Role::Member),
    ("academy", "HU", "2010-05-24", "2020-11-16", Role::Observer),
    ("tchf", FOUR, "2012-08-22", "", Role::Member),
    ("tbc", FOUR, "2011-09-30", "", Role::Member),
    ("tcci", FIVE, "2019-05-16", "", Role::Member),
    ("tcci", "HU", "2019-05-16", "", Role::Observer),
    ("tif", "HU", "2023-03-15", "2025-05-31", Role::Member),
    ("gfc", FIVE, "", "", Role::Member),
    ("gfc", "HU TM", "", "", Role::Observer),
    ("turkunib", "AZ KZ KG TR UZ HU", "2012-12-31", "", Role::Universities),
    ("orkhun", "AZ KZ KG TR UZ HU", "2017-04-06", "", Role::Universities),
    ("nomad", FOUR, "", "2018-08-31", Role::Draft),
    ("space", FIVE, "", "", Role::Member),
    ("space", "HU TM", "", "2024-04-24", Role::Observer),
    ("drought", "HU", "2022-10-31", "", Role::Host),
    ("sister-ports", "KG", "2012-12-31", "", Role::Member),
];

/// Every pair of two lists of words.
fn pairs<'a>(left: &'a str, right: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    left.split(' ').flat_map(move |a| right.split(' ').map(move |b| (a, b)))
}

/// The day of the newest source of a role that has one; that of the edition where none has.
fn attested(institution: &str, state: &str) -> Day {
    let edition = WORLD.edition.unwrap();
    let keys = &WORLD.role_at(institution, state, edition).unwrap().evidence.sources;
    let dates = keys.iter().filter_map(|key| WORLD.source(key)?.published.parse::<Date>().ok());
    dates.map(Date::latest).max().filter(|day| *day <= edition).unwrap_or(edition)
}

/// The role beyond doubt, and whether one is possible.
fn role(institution: &str, state: &str, on: Day) -> (Option<Role>, bool) {
    (WORLD.sure_role_at(institution, state, on), WORLD.role_at(institution, state, on).is_some())
}

#[test]
fn roles_begin_on_their_day() {
    for (institutions, states, first, wanted) in BEGINNINGS {
        for (body, state) in pairs(institutions, states) {
            let before = role(body, state, day(first).previous());
            assert_eq!(before, (None, false), "{state} in {body} on the day before {first}");
            assert_eq!(role(body, state, day(first)), (Some(*wanted), true), "{state} in {body} on {first}");
        }
    }
}

#[test]
fn coarse_beginnings_are_uncertain_in_between() {
    for (institutions, states, without, with, wanted) in COARSE {
        for (body, state) in pairs(institutions, states) {
            assert_eq!(role(body, state, day(without)), (None, false), "{state} in {body} on {without}");
            for between in [day(without).next(), day(with).previous()] {
                assert_eq!(role(body, state, between), (None, true), "{state} in {body} on {between}");
            }
            assert_eq!(role(body, state, day(with)), (Some(*wanted), true), "{state} in {body} on {with}");
        }
    }
}

#[test]
fn roles_without_a_beginning_are_certain_only_once_a_source_speaks_of_them() {
    let edition = WORLD.edition.unwrap();
    for (institutions, states, unfounded, by, wanted) in UNDATED {
        for (body, state) in pairs(institutions, states) {
            let by = if by.is_empty() { attested(body, state) } else { day(by) };
            assert!(by <= edition);
            assert_eq!(role(body, state, by), (Some(*wanted), true), "{state} in {body} on {by}");
            assert_eq!(role(body, state, by.previous()), (None, true), "{state} in {body} on the day before {by}");
            if !unfounded.is_empty() {
                assert_eq!(role(body, state, day(unfounded)), (None, false), "{state} in {body} on {unfounded}");
            }
        }
    }
}

#[test]
fn a_chamber_turns_from_observer_to_member() {
    let on = |text: &str| role("tcci", "TM", day(text));
    assert_eq!(on("2019-05-16"), (None, false), "before the union was founded");
    assert_eq!(on("2024-03-05"), (None, true), "an observer, and nobody says since when");
    assert_eq!(WORLD.role("tcci", "TM", day("2024-03-05")), Some(Role::Observer));
    assert_eq!(on("2024-03-06"), (Some(Role::Member), true));
}

#[test]
fn the_tables_hold_every_role_that_the_facts_know() {
    let mut told: BTreeSet<(&str, &str)> = [("tcci", "TM")].into();
    for (institutions, states, ..) in BEGINNINGS {
        told.extend(pairs(institutions, states));
    }
    for (institutions, states, ..) in COARSE.iter().chain(UNDATED) {
        told.extend(pairs(institutions, states));
    }
    let known: BTreeSet<(&str, &str)> =
        WORLD.memberships.iter().map(|it| (it.institution.as_str(), it.state.as_str())).collect();
    assert_eq!(told, known);
    // The chamber has two rows, one before the other.
    assert_eq!(WORLD.memberships.len(), known.len() + 1);
    let edition = WORLD.edition.unwrap();
    for body in &WORLD.institutions {
        for state in &WORLD.states {
            let there = known.contains(&(body.key.as_str(), state.key.as_str()));
            let found = WORLD.sure_role_at(&body.key, &state.key, edition).is_some();
            assert_eq!(found, there, "{} in {}", state.key, body.key);
            let early = role(&body.key, &state.key, day("1992-01-01"));
            assert_eq!(early.0, None, "{} in {} before anything was founded", state.key, body.key);
        }
    }
}

/// Names by thing and day: before and on the day of the change, in English and Turkish.
const NAMES: &[(&str, &str, [&str; 2], [&str; 2])] = &[
    (
        "institution:ots",
        "2021-11-12",
        ["Turkic Council", "Türk Konseyi"],
        ["Organization of Turkic States", "Türk Devletleri Teşkilatı (TDT)"],
    ),
    (
        "institution:turkpa",
        "2022-01-01",
        ["Parliamentary Assembly of Turkic-Speaking Countries", "Türk Dili Konuşan Ülkeler Parlamenter Asamblesi"],
        ["Parliamentary Assembly of Turkic States", "Türk Devletleri Parlamenter Asamblesi"],
    ),
];

#[test]
fn names_change_on_their_day() {
    for (thing, first, before, after) in NAMES {
        for (at, code) in ["en", "tr"].into_iter().enumerate() {
            let name = |on: Day| WORLD.name_on(&id(thing), code, on);
            assert_eq!(name(day(first).previous()), before[at], "{thing} before {first}");
            assert_eq!(name(day(first)), after[at], "{thing} on {first}");
        }
    }
    let short = |on: &str| WORLD.organisation_on("en", day(on));
    assert_eq!((short("2021-11-11").as_str(), short("2021-11-12").as_str()), ("Turkic Council", "OTS"));
    let own = |on: &str| WORLD.organisation_on("tr", day(on));
    assert_eq!((own("2021-11-11").as_str(), own("2021-11-12").as_str()), ("Türk Konseyi", "TDT"));
}

#[test]
fn pages_speak_of_things_as_they_were_called() {
    let lang = Lang::default();
    let title = |thing: &str, on: &str| story::tell(&WORLD, &id(thing), day(on), &lang).unwrap().title;
    assert_eq!(title("institution:ots", "2021-11-11"), "Turkic Council");
    assert_eq!(title("institution:ots", "2021-11-12"), "Organization of Turkic States");
    assert_eq!(title("state:TR", "2022-05-31"), "Türkiye", "the atlas writes Türkiye for every day");
    let page = story::tell(&WORLD, &id("institution:ots"), day("2026-11-23"), &lang).unwrap();
    let text = story::plain::text(&page, &lang);
    assert!(text.contains("Turkic Council · until 12 Nov 2021"), "{text}");
}

/// Chairs of the organisation from 2018 on, each from its day.
const CHAIRS: &[(&str, &str, &str)] = &[
    ("2018-09-03", "KZ", "KG"),
    ("2019-10-15", "KG", "AZ"),
    ("2021-11-12", "AZ", "TR"),
    ("2022-11-11", "TR", "UZ"),
    ("2023-11-03", "UZ", "KZ"),
    ("2024-11-06", "KZ", "KG"),
    ("2025-10-07", "KG", "AZ"),
];

#[test]
fn the_chair_changes_on_its_day() {
    let chair = |on: Day| WORLD.chair_at(on).map(|(time, sure)| (time.state.as_str(), sure));
    for (first, before, after) in CHAIRS {
        assert_eq!(chair(day(first).previous()), Some((*before, Happened::Yes)), "before {first}");
        assert_eq!(chair(day(first)), Some((*after, Happened::Yes)), "on {first}");
    }
    assert_eq!(chair(day("2011-10-20")), None, "before the first summit of the council");
    assert_eq!(chair(day("2026-11-23")), Some(("AZ", Happened::Yes)));
}

#[test]
fn the_secretary_general_changes_on_the_day_or_within_the_year() {
    let people = |on: &str| -> Vec<&str> {
        WORLD.in_office("secretariat", day(on)).iter().map(|it| it.person.split(' ').next_back().unwrap()).collect()
    };
    assert!(people("2010-08-31").is_empty());
    assert_eq!(people("2013-12-31"), ["Akıncı"]);
    // Who left and who came within 2014 is known, the day is not.
    assert_eq!(people("2014-06-30"), ["Akıncı", "(Hasanov)"]);
    assert_eq!(people("2014-12-31"), ["(Hasanov)"]);
    assert_eq!(people("2018-09-02"), ["(Hasanov)"]);
    assert_eq!(people("2018-09-03"), ["Amreyev"]);
    assert_eq!(people("2022-11-10"), ["Amreyev"]);
    assert_eq!(people("2022-11-11"), ["Omuraliev"]);
    let lang = Lang::default();
    let page = |on: &str| {
        let story = story::tell(&WORLD, &id("institution:ots"), day(on), &lang).unwrap();
        story::plain::text(&story, &lang)
    };
    let uncertain = page("2014-06-30");
    assert!(uncertain.contains("Halil Akıncı") && uncertain.contains(" or Ramil Hasan"), "{uncertain}");
    let leads = |on: &str| page(on).lines().find(|line| line.starts_with("Secretary-General")).unwrap().to_owned();
    assert!(leads("2022-11-10").contains("Amreyev") && leads("2022-11-11").contains("Omuraliev"));
}

#[test]
fn institutions_are_there_from_their_founding_on() {
    let there = |key: &str, on: &str| WORLD.institution(key).unwrap().existed_on(day(on));
    for (key, founded) in [("ots", "2009-10-03"), ("turksoy", "1993-07-12"), ("tif", "2023-03-16")] {
        let before = day(founded).previous().to_string();
        assert_eq!((there(key, &before), there(key, founded)), (Happened::No, Happened::Yes), "{key}");
    }
    assert_eq!(there("turkunib", "2013-06-30"), Happened::Unknown, "the year alone is known");
    assert_eq!(there("gfc", "2024-01-01"), Happened::Unknown, "no founding was found");
}

#[test]
fn what_nobody_dates_is_drawn_on_the_day_of_the_edition_only() {
    let edition = WORLD.edition.unwrap();
    let undated = WORLD.institutions.iter().filter(|body| body.founded.value.is_none());
    let mut count = 0;
    for body in undated {
        count += 1;
        assert!(WORLD.is_seated_on(body, edition), "{}", body.key);
        assert!(!WORLD.is_seated_on(body, edition.previous()), "{}", body.key);
    }
    assert!(count > 0);
    let tif = WORLD.institution("tif").unwrap();
    assert!(!WORLD.is_seated_on(tif, "2023-03-15".parse().unwrap()));
    assert!(WORLD.is_seated_on(tif, "2023-03-16".parse().unwrap()));
}

#[test]
fn an_undated_role_is_certain_from_its_newest_source_on() {
    let founder = WORLD.role_at("tchf", "KZ", day("2026-11-23")).unwrap();
    let attested = founder.attested.unwrap();
    assert!(founder.from.is_none() && Some(attested) < WORLD.edition, "{attested}");
    let held = |day| WORLD.holds_on(founder, day);
    assert_eq!((held(attested.previous()), held(attested)), (Happened::Unknown, Happened::Yes));
    assert_eq!(held(day("2011-01-01")), Happened::No, "before the fund was founded");
}
