//! Two editions of the facts: exactly what differs is told, in both languages, on page, map and command line; a folder that
//! is no edition is refused, and a picture of an edition that is not open says so.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use ots_atlas::export::Carried;
use ots_atlas::lang::{LANGUAGES, Lang};
use ots_atlas::map::{self, Base, Page};
use ots_atlas::projection;
use ots_atlas::session::Session;
use ots_atlas::session::code::{self, BadCode};
use ots_atlas::story::{self, Block};
use ots_atlas::world::{self, Confidence, Files, Presence, Revised, Turn, World};

static WORLD: LazyLock<World> = LazyLock::new(|| world::load(&Files::Embedded).world);

/// Copies a folder.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(from, to).unwrap();
        }
    }
}

/// A copy of the assets with some places altered: file, words that stand before the place, old and new.
fn edition(name: &str, edits: &[(&str, &str, &str, &str)]) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("edition-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    for part in ["facts", "geo"] {
        copy(&root.join(part), &folder.join(part));
    }
    for (file, after, old, new) in edits {
        let path = folder.join(file);
        let text = fs::read_to_string(&path).unwrap();
        let at = text.find(after).unwrap_or_else(|| panic!("{file}: {after}"));
        let (head, tail) = text.split_at(at);
        assert!(tail.contains(old), "{file}: {old}");
        fs::write(path, format!("{head}{}", tail.replacen(old, new, 1))).unwrap();
    }
    folder
}

/// The facts of the atlas with an edition beside them.
fn beside(folder: &Path) -> World {
    let other = world::load(&Files::Folder(folder.to_owned()));
    assert_eq!(other.problems, [], "the copy is sound");
    let key = format!("{}~{}", other.world.edition.unwrap(), Files::digest(folder));
    story::revise(world::load(&Files::Embedded).world, other.world, key)
}

/// A role, the state of a segment, a figure, a source: in the other edition as they are not.
const EDITS: &[(&str, &str, &str, &str)] = &[
    ("facts/memberships.toml", "institution = \"tcci\"\nstate = \"TM\"\nrole = \"member\"", "member", "observer"),
    ("geo/segments.geojson", "\"id\":\"KZ02\"", "operational", "under_construction"),
    ("facts/indicators.toml", "state = \"KZ\"\nmeasure = \"population\"", "20592571.0", "20000000"),
    ("facts/sources.toml", "key = \"trend-seed\"", "Trend News Agency", "Trend"),
];

/// What differs as lines: thing, heading, label, before, after.
fn lines(revised: &[Revised]) -> Vec<String> {
    let said = |said: &Option<world::Said>| said.as_ref().map_or_else(|| "–".to_owned(), |said| said.words.clone());
    let line = |it: &Revised| {
        let facts = it.facts.iter();
        facts.map(|f| format!("{}|{}|{}|{}|{}", it.id, f.section, f.label, said(&f.before), said(&f.after))).collect()
    };
    revised.iter().flat_map(|it| -> Vec<String> { line(it) }).collect()
}

/// The lines as they are expected, with plain spaces.
fn plain(lines: &[String]) -> Vec<String> {
    lines.iter().map(|line| line.replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ")).collect()
}

#[test]
fn exactly_what_differs_is_told() {
    let folder = edition("some", EDITS);
    let world = beside(&folder);
    let revision = world.revision.as_ref().unwrap();
    let since = "since 6 Mar 2024. Turkmenistan's chamber becomes full TCCI member";
    let expected = [
        "state:KZ||Population, 2024|20 000 000|20 592 571".to_owned(),
        "state:KZ|Corridor lines on its territory||Operational 2 318 km|Operational 2 611 km".to_owned(),
        "state:KZ|Corridor lines on its territory||Under construction 1 144 km|Under construction 851 km".to_owned(),
        format!("state:TM|Role in institutions|TCCI|Istanbul; Observer, {since}|Istanbul; Member, {since}"),
        "corridor:TITR|Lines||Operational 12 436 km|Operational 12 729 km".to_owned(),
        "corridor:TITR|Lines||Under construction 1 220 km|Under construction 927 km".to_owned(),
        "segment:KZ02||In short|Under construction. 293 km. Evidence of Feb 2026|Operational. 293 km. Evidence of Feb 2026"
            .to_owned(),
        "source:trend-seed||Publisher|Trend|Trend News Agency".to_owned(),
    ];
    assert_eq!(plain(&lines(revision.revised("en"))), expected);
    let population = &revision.revised("en")[0].facts[0];
    let sources = population.after.as_ref().map(|said| said.sources.clone());
    assert_eq!(sources, Some(vec!["wb-pop".to_owned()]), "who says so");
    // The same in Turkish, in Turkish words.
    let turkish = lines(revision.revised("tr"));
    assert_eq!(turkish.len(), expected.len());
    assert!(turkish[0].contains("Nüfus") && turkish[3].contains("Gözlemci"), "{turkish:?}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_same_edition_says_that_nothing_differs() {
    // The day alone makes another edition of the same facts.
    for edits in [&[][..], &[("facts/edition.toml", "edition = ", "2026-11-23", "2026-11-20")]] {
        let folder = edition("same", edits);
        let world = beside(&folder);
        let revision = world.revision.as_ref().unwrap();
        for language in LANGUAGES {
            assert_eq!(lines(revision.revised(language.code)), [""; 0], "{}", language.code);
            let lang = Lang::new(language.code).unwrap();
            let story = story::tell(&world, &revision.id(), world.as_of(None), &lang).unwrap();
            assert_eq!(story.blocks, []);
            let words = lang.format("revision-counted", &story::revision_counts(&[]));
            assert_eq!(story.card.map(|card| card.headline), Some(words));
        }
        assert_eq!(revision.states, []);
        fs::remove_dir_all(folder).unwrap();
    }
}

#[test]
fn things_that_only_one_edition_has_are_told_with_their_sources() {
    let edits = [
        ("facts/events.toml", "key = \"cfm2026\"", "cfm2026", "an-older-key"),
        ("facts/translations.toml", "\"event:cfm2026\"", "cfm2026", "an-older-key"),
    ];
    let folder = edition("whole", &edits);
    let world = beside(&folder);
    let revised = world.revision.as_ref().unwrap().revised("en");
    let events: Vec<(String, Presence)> = revised
        .iter()
        .filter(|it| it.presence != Presence::Altered)
        .map(|it| (it.id.to_string(), it.presence))
        .collect();
    assert_eq!(
        events,
        [("event:cfm2026".to_owned(), Presence::New), ("event:an-older-key".to_owned(), Presence::Gone)]
    );
    let story =
        story::tell(&world, &world.revision.as_ref().unwrap().id(), world.as_of(None), &Lang::default()).unwrap();
    let list = |heading: &str| {
        let found = story.blocks.iter().find_map(|block| match block {
            Block::List { title, rows, .. } if title == heading => Some(rows.clone()),
            _ => None,
        });
        found.unwrap()
    };
    assert!(list("New")[0].target.is_some() && list("Gone")[0].target.is_none(), "a link where there is a page");
    assert!(!story.sources.is_empty());
    fs::remove_dir_all(folder).unwrap();
}

/// The rows of the page about what differs, as words.
fn rows(world: &World) -> Vec<story::Row> {
    let id = world.revision.as_ref().unwrap().id();
    let story = story::tell(world, &id, world.as_of(None), &Lang::default()).unwrap();
    let rows =
        story.blocks.into_iter().filter_map(|it| if let Block::List { rows, .. } = it { Some(rows) } else { None });
    rows.flatten().collect()
}

#[test]
fn confidence_is_never_raised_and_told_where_it_is_all_that_differs() {
    let population = "state = \"KZ\"\nmeasure = \"population\"";
    let older = "key = \"an-older-key\"\ndate = \"2020-01-01\"\nkind = \"related\"\ntitle = \"Told\"\n\
                 decision = \"Nothing\"\n\
                 subjects = [\"institution:cfm\"]\nsources = [\"from-memory\", \"ntv-2026\"]\nconfidence = \"medium\"\n\n[[event]]\nkey = \"cfm2026\"";
    let source =
        "key = \"from-memory\"\ntitle = \"What is remembered\"\nkind = \"memory\"\n\n[[source]]\nkey = \"trend-seed\"";
    let folder = edition(
        "confidence",
        &[
            ("facts/indicators.toml", population, "confidence = \"high\"", "confidence = \"medium\""),
            ("facts/events.toml", "key = \"cfm2026\"", "key = \"cfm2026\"", older),
            ("facts/sources.toml", "key = \"trend-seed\"", "key = \"trend-seed\"", source),
        ],
    );
    let world = beside(&folder);
    assert_eq!(world.trust("from-memory", Confidence::High), Confidence::Low, "a source of the other edition alone");
    let rows = rows(&world);
    let row = |label: &str| rows.iter().find(|row| row.label.contains(label)).unwrap_or_else(|| panic!("{label}"));
    let told = row("Population").detail.as_ref().unwrap().words();
    assert!(told.contains("(medium) Now: ") && told.ends_with("(high)"), "{told}");
    assert_eq!(row("Population").confidence, Some(Confidence::High));
    assert_eq!(row("Told").confidence, Some(Confidence::Low), "the least of all: {:?}", row("Told"));
    let id = world.revision.as_ref().unwrap().id();
    let story = story::tell(&world, &id, world.as_of(None), &Lang::default()).unwrap();
    let cited = story.sources.iter().find(|it| it.key == "from-memory").unwrap();
    assert_eq!(cited.confidence, Confidence::Low);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn notes_and_terms_are_compared_and_told_once() {
    let tr = ("facts/notes.toml", "[boundaries]", "hakkında tutum belirtmez", "hakkında görüş bildirmez");
    let folder = edition("tr", &[tr]);
    let world = beside(&folder);
    let revision = world.revision.as_ref().unwrap();
    assert_eq!(lines(revision.revised("en")), [""; 0]);
    let turkish = lines(revision.revised("tr"));
    assert!(
        turkish.len() == 1 && turkish[0].contains("|Not||") && turkish[0].contains("görüş bildirmez"),
        "{turkish:?}"
    );
    fs::remove_dir_all(folder).unwrap();
    let edits = [
        ("facts/notes.toml", "[northern_cyprus]", "OTS observer since 2022", "observer since 2022"),
        ("facts/terms.toml", "[term.observer]", "az = { value = \"", "az = { value = \"x"),
    ];
    let folder = edition("notes", &edits);
    let world = beside(&folder);
    let told = lines(world.revision.as_ref().unwrap().revised("en"));
    let notes: Vec<&String> = told.iter().filter(|line| line.contains("(TRNC): observer since 2022")).collect();
    assert!(notes.len() == 1 && notes[0].contains("|Note||"), "{told:?}");
    assert!(told.len() == 2 && told[1].contains("|Term||x"), "{told:?}");
    assert_eq!(rows(&world).len(), 2);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_new_name_is_told_once() {
    for (file, after, old, new, id) in [
        ("facts/events.toml", "key = \"s5\"", "5th Turkic Council summit", "Fifth Turkic Council summit", "event:s5"),
        (
            "facts/institutions.toml",
            "key = \"sister-ports\"",
            "Sister Ports process",
            "Sister Ports",
            "institution:sister-ports",
        ),
    ] {
        let folder = edition("name", &[(file, after, old, new)]);
        let world = beside(&folder);
        let revised = world.revision.as_ref().unwrap().revised("en");
        let told = lines(revised);
        assert_eq!(told[0], format!("{id}||Name|{new}|{old}"), "{told:#?}");
        assert!(told.len() < 4, "{told:#?}");
        fs::remove_dir_all(folder).unwrap();
    }
}

#[test]
fn northern_cyprus_is_called_no_state() {
    let folder = edition(
        "entity",
        &[("facts/memberships.toml", "institution = \"elders\"\nstate = \"TRNC\"", "observer", "member")],
    );
    let world = beside(&folder);
    let id = world.revision.as_ref().unwrap().id();
    for (code, word) in [("en", "Observer entity"), ("tr", "Gözlemci (“entity” statüsünde)")] {
        let lang = Lang::new(code).unwrap();
        let story = story::tell(&world, &id, world.as_of(None), &lang).unwrap();
        let about = world.name(&"state:TRNC".parse().unwrap(), code);
        let kind = story.blocks.iter().find_map(|block| match block {
            Block::List { title, trailing, .. } if *title == about => Some(trailing.clone()),
            _ => None,
        });
        assert_eq!(kind.as_deref(), Some(word), "{code}");
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_map_shows_gained_and_lost_apart() {
    let hungary = ("facts/memberships.toml", "institution = \"academy\"\nstate = \"HU\"", "observer", "member");
    let folder = edition("map", &[EDITS[0], EDITS[2], hungary]);
    let world = beside(&folder);
    let revision = world.revision.as_ref().unwrap();
    let went: Vec<(&str, Turn)> = revision.states.iter().map(|(key, turn)| (key.as_str(), *turn)).collect();
    assert_eq!(went, [("KZ", Turn::Other), ("HU", Turn::Lost), ("TM", Turn::Gained)]);
    let id = revision.id();
    let session = Session { selection: Some(id), ..Session::default() };
    let base = Base::new(&world, projection::ALL[0]);
    let page = |world: &World| map::compose(world, &base, &session, &Lang::default(), &Page::window(1016.0, 756.0));
    let sheet = page(&world);
    assert!(sheet.summary.starts_with("What differs from other facts of 23 November 2026. 0 new, 0 gone, 3 altered"));
    let drawn = ots_atlas::paint::dump::dump(&sheet.scene);
    for words in
        ["Observer that gained standing or roles", "Lost standing or roles", "Otherwise altered", "The same in both"]
    {
        assert!(drawn.contains(words), "{words}");
    }
    // The view code leads back where that edition is open, and else says what is missing.
    let text = code::encode(&session);
    assert_eq!(code::decode(&text, &world), Ok(session.clone()));
    assert_eq!(code::decode(&text, &WORLD), Err(BadCode::Edition));
    assert!(page(&WORLD).summary.starts_with("Five members"), "without it the map is as ever");
    fs::remove_dir_all(folder).unwrap();
}

/// Runs the program.
fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ots-atlas")).args(arguments).output().unwrap()
}

#[test]
fn the_command_line_compares_and_its_pictures_need_the_folder() {
    let folder = edition("cli", EDITS);
    let path = folder.to_str().unwrap();
    let answer = |arguments: &[&str]| {
        let output = run(arguments);
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    let (code, text, _) = answer(&["changes", "--edition", path]);
    assert!(
        code == Some(0) && text.contains("Before: 20\u{202f}000\u{202f}000[1] Now: 20\u{202f}592\u{202f}571[1]"),
        "{text}"
    );
    let (code, text, _) = answer(&["changes", "--edition", path, "--format", "csv", "--language", "tr"]);
    assert!(code == Some(0) && text.contains("wb-pop") && text.contains("değişmiş"), "{text}");
    let (code, text, _) = answer(&["changes", "--edition", path, "--format", "json"]);
    assert!(code == Some(0) && text.contains("\"id\": \"edition:2026-11-23~"), "{text}");
    let [png, again] = ["a.png", "b.svg"].map(|name| folder.join(name).to_str().unwrap().to_owned());
    // What is asked for is the comparison: nothing else is selected beside it, and it can be brought into view.
    let (code, _, why) = answer(&["export", "--edition", path, "--select", "KZ", "-o", &png]);
    assert!(code == Some(2) && why.contains("--edition") && why.contains("--select"), "{why}");
    assert_eq!(answer(&["export", "--fit", "-o", &png]).0, Some(2), "there is nothing to fit");
    let fitted = folder.join("fitted.svg");
    let (code, _, why) = answer(&["export", "--edition", path, "--fit", "-o", fitted.to_str().unwrap()]);
    assert_eq!(code, Some(0), "{why}");
    assert!(fs::read_to_string(&fitted).unwrap().contains("What differs from other facts"));
    let fitted = Carried::open(&fs::read(&fitted).unwrap(), &WORLD).unwrap().session.viewport;
    assert!(fitted.is_some(), "it is brought into view");
    assert_eq!(answer(&["export", "--edition", path, "-o", &png]).0, Some(0));
    let opened = Carried::open(&fs::read(&png).unwrap(), &WORLD).unwrap();
    assert!(opened.session.selection.is_none() && opened.missing.is_some() && !opened.is_partial, "{opened:?}");
    let (code, _, note) = answer(&["export", "--open", &png, "-o", &again]);
    assert!(code == Some(0) && note.contains("another edition of the facts"), "{note}");
    assert_eq!(answer(&["export", "--open", &png, "--edition", path, "-o", &again]).0, Some(0));
    assert!(fs::read_to_string(&again).unwrap().contains("What differs from other facts"));
    // What is no edition is refused as a whole.
    fs::write(folder.join("facts/events.toml"), "[[event]]\nkey = 1\n").unwrap();
    let (code, _, why) = answer(&["changes", "--edition", path]);
    assert!(code == Some(1) && why.contains("no whole edition") && why.contains("facts/events.toml"), "{why}");
    assert!(answer(&["show", "edition:2026-11-23~00000000"]).2.contains("another edition of the facts"));
    assert!(answer(&["changes", "--edition", "/no/such/folder"]).2.contains("there is no folder"));
    for wrong in [&["changes"][..], &["changes", "--edition", path, "--from", "2020"]] {
        assert_eq!(answer(wrong).0, Some(2), "{wrong:?}");
    }
    fs::remove_dir_all(folder).unwrap();
}
