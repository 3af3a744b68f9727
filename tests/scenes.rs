//! The map as text: a few views against what was looked at and found good. Where a view changes on purpose, run with
//! `UPDATE_SCENES=1`, look at the picture, and commit the new text with the change.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use ots_atlas::lang::Lang;
use ots_atlas::map::{self, Base, Page, Sheet};
use ots_atlas::paint::dump::dump;
use ots_atlas::paint::hit::Hits;
use ots_atlas::projection;
use ots_atlas::session::{Layer, Session};
use ots_atlas::style::Theme;
use ots_atlas::world::{self, Files, World};

static WORLD: LazyLock<World> = LazyLock::new(|| world::load(&Files::Embedded).world);

/// The base map at both scales.
static BASE: LazyLock<Base> = LazyLock::new(|| {
    let mut base = Base::new(&WORLD, projection::by_id("albers").unwrap());
    base.add_near(&Arc::new(world::load_near(&Files::Embedded).0));
    base
});

fn session(selection: &str) -> Session {
    Session { selection: selection.parse().ok(), ..Session::default() }
}

fn compose(session: &Session, page: &Page) -> Sheet {
    map::compose(&WORLD, &BASE, session, &Lang::new(&session.language).unwrap(), page)
}

/// A session that looks at what it selects.
fn fitted(selection: &str, page: &Page) -> Session {
    let session = session(selection);
    let frame = compose(&session, page).frame;
    let day = WORLD.as_of(None);
    let viewport = map::fit(&WORLD, &BASE, session.selection.as_ref().unwrap(), day, frame);
    Session { viewport, ..session }
}

#[test]
fn views_are_as_they_were() {
    let window = Page::window(1016.0, 756.0);
    let narrow = Page::window(672.0, 756.0);
    let (slide, _) = Page::picture(1920, 1080);
    let dark = |session: Session| Session { theme: Theme::Dark, language: "tr".to_owned(), ..session };
    let views = [
        ("whole", Session::default(), &window),
        ("whole-slide", Session::default(), &slide),
        ("kz", fitted("state:KZ", &narrow), &narrow),
        ("titr-dark-tr", dark(fitted("corridor:TITR", &slide)), &slide),
        ("tif", session("institution:tif"), &narrow),
        ("trnc", fitted("state:TRNC", &narrow), &narrow),
        ("changes", session("changes:2018-01-01~2022-12-31"), &slide),
        ("year-2015", Session { as_of: Some("2015-06-01".parse().unwrap()), ..Session::default() }, &window),
    ];
    let mut changed = Vec::new();
    for (name, session, page) in views {
        let text = dump(&compose(&session, page).scene);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/scenes/{name}.txt"));
        if std::env::var_os("UPDATE_SCENES").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &text).unwrap();
        }
        let known = fs::read_to_string(&path).unwrap_or_default();
        let differ = text.lines().zip(known.lines()).position(|(a, b)| a != b);
        if text != known {
            let at = differ.unwrap_or_else(|| text.lines().count().min(known.lines().count()));
            let line = |text: &str| text.lines().nth(at).unwrap_or("nothing").to_owned();
            changed.push(format!("{name}, line {}: {}\n  was {}", at + 1, line(&text), line(&known)));
        }
    }
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}

#[test]
fn a_page_is_the_same_twice() {
    let page = Page::window(900.0, 700.0);
    let session = fitted("state:UZ", &page);
    assert_eq!(dump(&compose(&session, &page).scene), dump(&compose(&session, &page).scene));
}

#[test]
fn every_state_can_be_hit_in_a_window() {
    let hits = Hits::new(&compose(&Session::default(), &Page::window(1016.0, 756.0)).scene);
    for key in ["AZ", "KZ", "KG", "TR", "UZ", "HU", "TM", "TRNC"] {
        let tag = format!("state:{key}");
        let point = hits.point_on(&tag).unwrap_or_else(|| panic!("{key} is hidden"));
        let middle = hits.bounds_of(&tag).unwrap().center();
        assert_eq!(hits.at(point, 0.0).as_deref(), Some(tag.as_str()), "{key} at {point:?}");
        if key == "TRNC" {
            for (x, y) in [(0.0, 0.0), (-11.0, -11.0), (11.0, 11.0), (-11.0, 11.0), (11.0, -11.0)] {
                let at = hits.at(middle + kurbo::Vec2::new(x, y), 4.0);
                assert_eq!(at.as_deref(), Some(tag.as_str()), "24 points about the middle of {key}");
            }
        }
    }
}

#[test]
fn northern_cyprus_is_never_without_its_note() {
    let page = Page::window(1016.0, 756.0);
    let selections = WORLD.ids().filter(|id| !matches!(id.kind, world::Kind::Segment | world::Kind::Source));
    for id in selections {
        let sheet = compose(&session(&id.to_string()), &page);
        let text = dump(&sheet.scene);
        let named = text.contains("Northern Cyprus (TRNC)*") || !text.contains("state:TRNC");
        assert!(named, "{id}: it is drawn without its name");
        assert!(!text.contains("state:TRNC") || text.contains("541 and 550"), "{id}: it is drawn without its note");
        assert!(!text.contains("TURKISH REPUBLIC OF NORTHERN CYPRUS"), "{id}: it is labelled like a state");
    }
}

#[test]
fn nothing_is_drawn_before_its_day() {
    let page = Page::window(1016.0, 756.0);
    let on = |day: &str| {
        let session = Session { as_of: Some(day.parse().unwrap()), ..Session::default() };
        dump(&compose(&session, &page).scene)
    };
    assert!(!on("2022-11-10").contains("path state:TRNC") && on("2022-11-11").contains("path state:TRNC"));
    assert!(!on("2019-10-13").contains("path state:UZ") && on("2019-10-14").contains("path state:UZ"));
    assert!(on("2015-06-01").contains("2015"), "the page tells its day");
}

#[test]
fn layers_can_be_switched_off() {
    let page = Page::window(1016.0, 756.0);
    for (layer, _) in Layer::ALL {
        let mut session = Session::default();
        let without = {
            session.layers.remove(&layer);
            dump(&compose(&session, &page).scene)
        };
        session.layers.insert(layer);
        assert_ne!(dump(&compose(&session, &page).scene), without, "{layer:?}");
    }
}

#[test]
fn lakes_in_old_extent_are_named_where_they_are_seen() {
    let (page, _) = Page::picture(1920, 1080);
    for (selection, code, words) in [
        ("state:TR", "en", "Old extent: Lake Urmia."),
        ("state:UZ", "en", "Old extent: Aral Sea."),
        ("state:UZ", "tr", "Eski sınırlarıyla: Aral Gölü."),
        ("state:OTS", "en", "Old extent: Aral Sea, Lake Urmia."),
        ("state:HU", "en", ""),
    ] {
        let session = if selection == "state:OTS" { Session::default() } else { fitted(selection, &page) };
        let session = Session { language: code.to_owned(), ..session };
        let notes = compose(&session, &page).notes.join(" ");
        let told = notes.contains("Old extent") || notes.contains("Eski sınır");
        assert!(notes.contains(words) && told != words.is_empty(), "{selection} {code}: {notes}");
    }
}
