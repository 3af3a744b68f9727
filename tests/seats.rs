//! One role on page and picture: what only may hold is never told as a fact, and the observer entity is never named
//! without its star and its note.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::sync::LazyLock;

use ots_atlas::lang::{LANGUAGES, Lang};
use ots_atlas::map::{self, Base, Page, Sheet};
use ots_atlas::projection::{self, Viewport};
use ots_atlas::session::Session;
use ots_atlas::story::{self, Card};
use ots_atlas::world::{self, Files, World};

static WORLD: LazyLock<World> = LazyLock::new(|| world::load(&Files::Embedded).world);
static BASE: LazyLock<Base> = LazyLock::new(|| Base::new(&WORLD, projection::ALL[0]));

/// The picture of a thing on a day; with a view that shows Kazakhstan alone, or without.
fn sheet(id: &str, day: Option<&str>, language: &Lang, far_away: bool) -> Sheet {
    let session = Session {
        selection: Some(id.parse().unwrap()),
        as_of: day.map(|day| day.parse().unwrap()),
        viewport: far_away.then_some(Viewport { center: [66.0, 48.0], km_per_point: 2.0 }),
        language: language.code().to_owned(),
        ..Session::default()
    };
    map::compose(&WORLD, &BASE, &session, language, &Page::window(1016.0, 756.0))
}

/// What a page says first.
fn card(id: &str, day: &str, lang: &Lang) -> Card {
    story::tell(&WORLD, &id.parse().unwrap(), day.parse().unwrap(), lang).unwrap().card.unwrap()
}

#[test]
fn a_role_that_only_may_hold_is_not_told_as_a_fact() {
    // The elders are known to have sat by November 2025; of the secretariat only the year 2010 is known.
    let cases =
        [("role:TRNC~elders", "2020-06-01", "role-observer"), ("role:AZ~secretariat", "2010-06-01", "role-member")];
    for language in LANGUAGES {
        let lang = Lang::new(language.code).unwrap();
        for (id, day, role) in cases {
            let maybe = lang.format("compare-role-maybe", &[("role", lang.text(role).into())]);
            let told = sheet(id, Some(day), &lang, false).summary;
            assert!(told.contains(&maybe) && !told.contains("2025"), "{told}");
            let card = card(id, day, &lang);
            assert_eq!(card.headline, maybe);
            let from = lang.format("story-since", &[("from", "2010".into())]);
            for text in card.lines.iter().map(story::Text::words).chain([told]) {
                assert!(!text.contains(&from), "{id}: {text}");
            }
        }
        // On a day on which it holds, it is told as it is.
        let card = card("role:AZ~secretariat", "2020-06-01", &lang);
        assert_eq!(card.headline, lang.text("role-member"));
        assert!(card.lines[0].words().contains("2010"), "{:?}", card.lines);
        let told = sheet("role:AZ~secretariat", Some("2020-06-01"), &lang, false).summary;
        assert!(told.contains("2010"), "{told}");
    }
}

#[test]
fn the_entity_has_its_star_and_its_note_wherever_the_map_looks() {
    let cases = [
        ("role:TRNC~turksoy", None),
        ("role:TRNC~elders", Some("2020-06-01")),
        ("state:TRNC", None),
        ("state:TRNC", Some("2015-01-01")),
        ("compare:KZ~TRNC", None),
    ];
    for language in LANGUAGES {
        let lang = Lang::new(language.code).unwrap();
        let note = format!("* {}", WORLD.note("northern_cyprus", language.code).unwrap());
        for (id, day) in cases {
            for far_away in [false, true] {
                let sheet = sheet(id, day, &lang, far_away);
                assert!(sheet.summary.contains('*'), "{id}: {}", sheet.summary);
                assert_eq!(sheet.notes.iter().filter(|it| **it == note).count(), 1, "{id}: {:?}", sheet.notes);
                assert!(sheet.sources.iter().any(|it| it.key == "un-541"), "{id}: who says so");
            }
        }
        // Nothing of it is on a page about somebody else that does not show it.
        let other = sheet("role:KZ~turksoy", None, &lang, true);
        assert!(!other.summary.contains('*') && !other.notes.contains(&note), "{}", other.summary);
    }
}
