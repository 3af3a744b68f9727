//! The words: both languages complete and alike, numbers, dates, capitals and folding.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]
#![expect(clippy::expect_used, reason = "a test that cannot go on stops")]

use std::collections::{BTreeMap, BTreeSet};

use ots_atlas::lang::{LANGUAGES, Lang, Value, fold, upper_in};
use ots_atlas::search::Index;
use ots_atlas::world::{self, Files, Id, Kind};
use ots_atlas::{assets, scene, story};

/// Keys of a language with the placeholders of each, and whether the message prints them.
fn messages(code: &str) -> BTreeMap<String, BTreeMap<String, bool>> {
    let mut messages: BTreeMap<String, BTreeMap<String, bool>> = BTreeMap::new();
    let mut last = String::new();
    for line in assets::text(&format!("lang/{code}.ftl")).lines() {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            let (key, _) = line.split_once(" = ").or_else(|| line.split_once(" =")).expect("a key and a message");
            key.clone_into(&mut last);
            assert!(messages.insert(last.clone(), BTreeMap::new()).is_none(), "{code}: {key} is there twice");
        } else {
            assert!(line.starts_with([' ', '}']), "{code}: not a message: {line}");
        }
        for part in line.split('$').skip(1) {
            let name: String = part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
            // A placeholder that only chooses a plural may be idle in a language without that plural.
            let is_printed = part[name.len()..].trim_start().starts_with('}');
            messages
                .get_mut(&last)
                .expect("a message before")
                .entry(name)
                .and_modify(|p| *p |= is_printed)
                .or_insert(is_printed);
        }
    }
    messages
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_placeholders() {
    let english = messages("en");
    for language in LANGUAGES {
        let other = messages(language.code);
        for (key, names) in &english {
            let theirs = other.get(key).unwrap_or_else(|| panic!("{}: {key} is missing", language.code));
            let printed = |names: &BTreeMap<String, bool>| -> BTreeSet<String> {
                names.iter().filter(|(_, is_printed)| **is_printed).map(|(name, _)| name.clone()).collect()
            };
            assert_eq!(printed(names), printed(theirs), "{}: {key}", language.code);
            assert!(
                theirs.keys().all(|name| names.contains_key(name)),
                "{}: {key} has a placeholder more",
                language.code
            );
        }
        for key in other.keys() {
            assert!(english.contains_key(key), "{}: {key} is not in en.ftl", language.code);
        }
    }
}

/// Every Rust file below a folder.
fn sources(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let split = |path: std::path::PathBuf| if path.is_dir() { sources(&path) } else { vec![path] };
    entries.flat_map(split).filter(|path| path.extension().is_some_and(|it| it == "rs")).collect()
}

#[test]
fn every_key_in_the_code_has_a_message() {
    let keys = messages("en");
    let families: BTreeSet<&str> =
        keys.keys().filter_map(|key| key.split_once('-')).map(|(family, _)| family).collect();
    // Ids of commands and parts of keys that look like keys themselves.
    let others = ["date-month", "date-month-short", "map-only", "day-before", "day-after", "day-edition"];
    let mut found = 0;
    for path in sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let text = std::fs::read_to_string(&path).expect("a source");
        for literal in text.split('"').skip(1).step_by(2) {
            let is_key = literal.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
                && !literal.ends_with('-')
                && literal.split_once('-').is_some_and(|(family, _)| families.contains(family) || family == "app");
            if is_key && !others.contains(&literal) {
                found += 1;
                assert!(keys.contains_key(literal), "{}: there is no message {literal}", path.display());
            }
        }
    }
    assert!(found > 300, "{found} keys were found");
}

#[test]
fn every_message_parses_and_fills() {
    for language in LANGUAGES {
        let lang = Lang::new(language.code).expect("a language of the table");
        for (key, names) in messages(language.code) {
            let values: Vec<(&str, Value)> = names.keys().map(|name| (name.as_str(), 2.0.into())).collect();
            let text = lang.format(&key, &values);
            assert!(!text.contains('‹') && !text.contains('{') && !text.is_empty(), "{}: {key}: {text}", lang.code());
            assert!(!text.contains(['\u{2066}', '\u{2068}', '\u{2069}']), "{key} has marks of direction");
        }
    }
}

#[test]
fn every_letter_is_in_the_font() {
    for (path, _) in assets::FILES.iter().filter(|(path, _)| path.starts_with("lang/")) {
        assert_eq!(scene::missing_letters(assets::text(path)), Vec::<char>::new(), "{path}");
    }
}

#[test]
fn signs_of_numbers_are_in_the_font() {
    assert_eq!(scene::missing_letters("\u{202f}\u{a0}−–‹›"), Vec::<char>::new());
}

#[test]
fn an_unknown_key_shows_itself() {
    let lang = Lang::new("tr").expect("Turkish");
    assert_eq!(lang.text("no-such-key"), "‹no-such-key›");
    assert!(Lang::new("xx").is_none());
}

#[test]
fn numbers_and_dates_read_as_people_write_them() {
    let en = Lang::new("en").expect("English");
    let tr = Lang::new("tr").expect("Turkish");
    assert_eq!(en.number(20_592_571.0, 0), "20\u{202f}592\u{202f}571");
    assert_eq!(en.number(288.4, 1), "288.4");
    assert_eq!(tr.number(1_288.4, 1), "1\u{202f}288,4");
    assert_eq!(en.number(-0.04, 1), "0.0");
    assert_eq!(en.number(-8.1, 1), "−8.1");
    assert_eq!(en.number(999.6, 0), "1\u{202f}000");
    assert_eq!(en.km(5_861.0), "5\u{202f}861\u{a0}km");
    let date = |text: &str| text.parse::<ots_atlas::date::Date>().expect("a date");
    assert_eq!(en.date(date("2026-11-23")), "23 Nov 2026");
    assert_eq!(en.date_long(date("2026-11-23")), "23 November 2026");
    assert_eq!(en.date(date("2010-11")), "Nov 2010");
    assert_eq!(en.date(date("2013")), "2013");
    assert_eq!(tr.date(date("2009-10-03")), "3 Eki 2009");
    assert_eq!(tr.date_long(date("2009-10-03")), "3 Ekim 2009");
    assert_eq!(en.list(&["a".into(), "b".into(), "c".into()]), "a, b and c");
    assert_eq!(tr.list(&["a".into(), "b".into()]), "a ve b");
}

#[test]
fn capitals_keep_the_turkish_dot() {
    assert_eq!(upper_in("Türkiye", "en"), "TÜRKİYE");
    assert_eq!(upper_in("Türkiye", "tr"), "TÜRKİYE");
    assert_eq!(upper_in("Uzbekistan", "en"), "UZBEKISTAN");
    assert_eq!(upper_in("Özbekistan", "tr"), "ÖZBEKİSTAN");
    assert_eq!(upper_in("Iğdır", "tr"), "IĞDIR");
    assert_eq!(upper_in("Қазақстан", "kk"), "ҚАЗАҚСТАН");
}

#[test]
fn names_fold_to_one_plain_form() {
    let table = [
        ("İstanbul", "istanbul"),
        ("ISTANBUL", "istanbul"),
        ("Iğdır", "igdir"),
        ("Azərbaycan", "azerbaycan"),
        ("Əzərbaycan", "ezerbaycan"),
        ("Oʻzbekiston", "ozbekiston"),
        ("O’zbekiston", "ozbekiston"),
        ("aʼzo", "azo"),
        ("Xi'an", "xian"),
        ("Türkmenistan", "turkmenistan"),
        ("Döwletleriň", "dowletlerin"),
        ("Aşgabat", "asgabat"),
        ("Çerkezköy–Kapıkule", "cerkezkoy kapikule"),
        ("ñ ý ž", "n y z"),
        ("Magyarország", "magyarorszag"),
        ("Алтынкөл", "altynkol"),
        ("Кыргызстан", "kyrgyzstan"),
        ("Шалқар", "shalkar"),
        ("Хоргос", "khorgos"),
        ("Қазақстан", "kazakstan"),
        ("Баку", "baku"),
        ("Ташкент", "tashkent"),
        ("Достық", "dostyk"),
        ("e\u{301}tat", "etat"),
        ("  two   words! ", "two words"),
    ];
    for (text, plain) in table {
        assert_eq!(fold(text), plain, "{text}");
    }
}

#[test]
fn languages_are_ready_at_once() {
    let started = std::time::Instant::now();
    let lang = Lang::new("tr").expect("Turkish");
    let _ = lang.text("kind-state");
    // Three milliseconds when optimised; the margin is for busy machines and debug builds.
    assert!(started.elapsed().as_millis() < 60, "{:?}", started.elapsed());
}

#[test]
fn what_pages_are_about_has_a_name_in_every_language() {
    let world = world::load(&Files::Embedded).world;
    for language in LANGUAGES.iter().filter(|language| language.code != "en") {
        let of = |kind: Kind| move |key: &String| Id::new(kind, key.as_str());
        let ids = world.institutions.iter().map(|it| &it.key).map(of(Kind::Institution));
        let ids = ids.chain(world.corridors.iter().map(|it| &it.key).map(of(Kind::Corridor)));
        let ids = ids.chain(world.events.iter().map(|it| &it.key).map(of(Kind::Event)));
        for id in ids.chain(world.measures.iter().map(|it| &it.key).map(of(Kind::Measure))) {
            let english = world.name(&id, "en");
            // Abbreviations such as eCMR are the same everywhere.
            let is_short = !english.contains(' ');
            let own = world.name(&id, language.code);
            assert!(own != english || is_short, "{id} has no name of its own in {}: {own}", language.code);
        }
        // A city and its station have one name, or both would be written at the same place.
        for node in &world.nodes {
            let city = world.label(node, "en");
            if world.geography.cities.contains_key(city) {
                assert_eq!(world.label(node, language.code), world.city(city, language.code), "{}", node.key);
            }
        }
    }
}

#[test]
fn a_translated_page_says_so_and_is_found_by_both_names() {
    let world = world::load(&Files::Embedded).world;
    let turkish = Lang::new("tr").unwrap();
    let id: Id = "node:ro_constanta".parse().unwrap();
    let story = story::tell(&world, &id, world.as_of(None), &turkish).unwrap();
    assert_eq!(story.title, "Köstence Limanı");
    let text = story::plain::text(&story, &turkish);
    assert!(text.contains("“Constanta port” adının atlas tarafından çevirisi"), "{text}");
    let index = Index::new(&world, &turkish);
    for name in ["Köstence", "Constanta port", "Constanța"] {
        assert_eq!(index.find(name, 5).first().map(|hit| &hit.id), Some(&id), "{name}");
    }
    assert_eq!(world.resolve("köstence limanı"), Ok(id));
    // Names that are made of others are known, too; a city is called as on the map.
    assert_eq!(world.resolve("Poti Limanı – Köstence Limanı").map(|id| id.kind), Ok(Kind::Segment));
    let event: Id = "event:s10".parse().unwrap();
    let story = story::tell(&world, &event, world.as_of(None), &turkish).unwrap();
    assert!(
        story.subtitle.contains("Astana") && story.title == "TDT 10. zirvesi",
        "{} {}",
        story.title,
        story.subtitle
    );
    let bishkek = story::tell(&world, &"event:s11".parse().unwrap(), world.as_of(None), &turkish).unwrap();
    assert!(bishkek.subtitle.contains("Bişkek"), "{}", bishkek.subtitle);
    let karabakh = story::tell(&world, &"event:karabakh".parse().unwrap(), world.as_of(None), &turkish).unwrap();
    assert!(karabakh.subtitle.contains("Karabağ"), "{}", karabakh.subtitle);
    for (short, key) in [("TDT", "ots"), ("TÜRKSOY", "turksoy"), ("TÜRKPA", "turkpa")] {
        assert_eq!(world.resolve(short), Ok(Id::new(Kind::Institution, key)));
    }
}
