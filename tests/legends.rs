//! Legends and titles: what a page explains is what stands on it, in whole sentences.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::sync::LazyLock;

use ots_atlas::export::{Size, Subject};
use ots_atlas::lang::Lang;
use ots_atlas::map::Base;
use ots_atlas::paint::dump::dump;
use ots_atlas::projection;
use ots_atlas::session::Session;
use ots_atlas::strip;
use ots_atlas::style::Theme;
use ots_atlas::world::{self, Files, World};

static WORLD: LazyLock<World> = LazyLock::new(|| world::load(&Files::Embedded).world);
static BASE: LazyLock<Base> = LazyLock::new(|| Base::new(&WORLD, projection::by_id("albers").unwrap()));

/// A picture of a selection in a language as text, fitted to it or of the whole OTS.
fn picture(selection: &str, fit: bool, code: &str, size: &str) -> String {
    let lang = Lang::new(code).unwrap();
    let mut session = Session { selection: selection.parse().ok(), language: code.to_owned(), ..Session::default() };
    let size = Size::parse(size).unwrap();
    if fit {
        let subject = Subject { world: &WORLD, base: &BASE, session: &session, lang: &lang };
        session.viewport = subject.fitted(session.selection.as_ref().unwrap(), size);
    }
    let laid = Subject { world: &WORLD, base: &BASE, session: &session, lang: &lang }.picture(size, None, false);
    dump(&laid.sheet.scene)
}

#[test]
fn legends_name_what_is_only_assumed_to_be_in_service() {
    for (code, both, sure) in
        [("en", "Operational or assumed so", "\"Operational\""), ("tr", "Hizmette veya öyle sayılan", "\"Hizmette\"")]
    {
        let corridor = picture("corridor:TITR", true, code, "slide-4k");
        assert!(corridor.contains(both) && !corridor.contains(sure), "{corridor}");
        let strip = strip::main_line(&WORLD, "TITR").unwrap();
        let sheet = strip::sheet(&[strip], &WORLD, &Lang::new(code).unwrap(), Theme::Light, 1500.0, 500.0, 1.0);
        assert!(dump(&sheet).contains(both), "the strip");
    }
    assert!(picture("segment:KZ02", true, "en", "slide-4k").contains("\"Operational\""), "a source says so");
    assert!(picture("segment:KZ03", true, "en", "slide-4k").contains("\"Assumed in service\""));
}

#[test]
fn titles_have_the_article_of_northern_cyprus() {
    let titled = |day: &str| {
        let session =
            Session { selection: "state:TRNC".parse().ok(), as_of: Some(day.parse().unwrap()), ..Session::default() };
        let subject = Subject { world: &WORLD, base: &BASE, session: &session, lang: &Lang::default() };
        subject.picture(Size::parse("slide-4k").unwrap(), None, false).sheet.scene.title.clone()
    };
    assert_eq!(titled("2026-11-23"), "The Turkish Republic of Northern Cyprus is an observer entity in the OTS*");
    assert_eq!(
        titled("2020-01-01"),
        "The Turkish Republic of Northern Cyprus* has no standing in the Turkic Council on this day"
    );
}

#[test]
fn seats_that_are_not_known_are_told_apart() {
    let whole = picture("", false, "en", "slide-4k");
    assert!(whole.contains("\"Seats (count)\"") && whole.contains("\"Unconfirmed seats\""), "{whole}");
    // All that is known of Tashkent is proposed; six bodies sit in Baku or Istanbul for sure.
    let symbols = |text: &str, city: &str| text.lines().filter(|line| line.contains(&format!("seat:{city}"))).count();
    assert!(symbols(&whole, "Tashkent") > 0 && symbols(&whole, "Istanbul") > 0);
    let fill = |city: &str| {
        let tag = format!("seat:{city}");
        let line = whole.lines().find(|line| line.contains(&tag) && line.contains("fill")).unwrap_or_default();
        line.split("fill").nth(1).map(|rest| rest.trim_start().chars().take(9).collect::<String>())
    };
    assert!(fill("Tashkent").is_some() && fill("Tashkent") != fill("Istanbul"), "{:?}", fill("Tashkent"));
    let selected = picture("institution:turksai", false, "en", "slide-4k");
    assert!(selected.contains("\"Unconfirmed seats\""), "the place of founding is not its seat");
}

#[test]
fn the_part_in_armenia_alone_is_named_tripp() {
    let corridor = WORLD.corridor("TRIPP").unwrap();
    let soils = corridor.named_on.iter().map(|key| WORLD.segment(key).unwrap());
    assert!(!corridor.named_on.is_empty());
    assert!(soils.into_iter().all(|segment| segment.countries == ["AM"]), "TRIPP is the section through Armenia");
}

#[test]
fn corridors_are_in_the_legend_where_their_colours_tell_them_apart() {
    let legend = |theme| {
        let session = Session { selection: "state:KZ".parse().ok(), theme, ..Session::default() };
        let lang = Lang::default();
        let subject = Subject { world: &WORLD, base: &BASE, session: &session, lang: &lang };
        dump(&subject.picture(Size::parse("slide").unwrap(), None, false).sheet.scene).contains("\"TITR\"")
    };
    assert!(legend(Theme::Light) && legend(Theme::Dark) && !legend(Theme::Greyscale));
}

#[test]
fn corridors_have_their_names_where_the_legend_has_room() {
    let named = "CKU: China-Kyrgyzstan-Uzbekistan railway";
    let wide = picture("state:UZ", true, "en", "slide-4k");
    assert!(wide.contains(named), "{wide}");
    let narrow = picture("state:UZ", true, "en", "a4-portrait");
    assert!(narrow.contains("\"CKU\"") && !narrow.contains(named), "{narrow}");
}
