//! Nothing is told as more than it is: an announcement is no founding, a signature no membership, and each date and
//! grade rests on what bears it.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use ots_atlas::date::Day;
use ots_atlas::export::caption;
use ots_atlas::lang::Lang;
use ots_atlas::map::{self, Base, Page, Sheet};
use ots_atlas::matrix::{self, Form, Matrix};
use ots_atlas::projection;
use ots_atlas::session::{Session, Sorting};
use ots_atlas::story::{self, Story};
use ots_atlas::world::{self, Files, Institution, Membership, Role, World};

static WORLD: LazyLock<World> = LazyLock::new(|| world::load(&Files::Embedded).world);
static BASE: LazyLock<Base> = LazyLock::new(|| Base::new(&WORLD, projection::ALL[0]));

const TODAY: &str = "2026-11-23";
const FIVE: [&str; 5] = ["AZ", "KZ", "KG", "TR", "UZ"];

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn page(id: &str, on: &str, code: &str) -> Story {
    story::tell(&WORLD, &id.parse().unwrap(), day(on), &Lang::new(code).unwrap()).unwrap()
}

/// A page as plain text in one line.
fn told(id: &str, on: &str, code: &str) -> String {
    let text = story::plain::text(&page(id, on, code), &Lang::new(code).unwrap());
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A picture of the whole OTS with a selection.
fn picture(selection: &str, code: &str) -> (Session, Sheet) {
    let session = Session { selection: selection.parse().ok(), language: code.to_owned(), ..Session::default() };
    let sheet = map::compose(&WORLD, &BASE, &session, &Lang::new(code).unwrap(), &Page::picture(1920, 1080).0);
    (session, sheet)
}

/// The table of a day as text for programs.
fn table(on: &str) -> serde_json::Value {
    let lang = Lang::default();
    let matrix = Matrix::new(&WORLD, day(on), None, &Sorting::default(), &lang);
    serde_json::from_str(&matrix::write(&matrix, &lang, Form::Json)).unwrap()
}

/// The row of an institution in the table.
fn row(on: &str, key: &str) -> Option<serde_json::Value> {
    table(on)["rows"].as_array().unwrap().iter().find(|row| row["institution"] == key).cloned()
}

#[test]
fn an_announcement_is_no_founding() {
    let text = told("institution:drought", TODAY, "en");
    assert!(text.contains("Dated Nov 2022: agreement announced for signature at Samarkand"), "{text}");
    assert!(text.contains("Not known to have started work") && !text.contains("Founded"), "{text}");
    let changes = told("changes:2022-06-01~2023-06-01", "2023-06-01", "en");
    assert!(!changes.contains("Drought Prevention Institute was founded"), "{changes}");
    assert!(changes.contains("Drought Prevention Institute was agreed, drafted or announced"), "{changes}");
    assert!(row(TODAY, "drought").unwrap()["founded"].is_null(), "the table has no founding of it");
    assert!(row(TODAY, "tif").unwrap()["founded"] == "2023-03-16");
}

#[test]
fn a_zone_has_no_members() {
    let (session, sheet) = picture("institution:turansez", "en");
    let words = caption::text(&WORLD, &sheet, &session, &Lang::default());
    assert!(!words.contains("5 members") && !words.contains("Members of it"), "{words}");
    assert!(!words.contains("Planned body") && words.contains("Planned, dated 31 March 2021"), "{words}");
    assert_eq!(row(TODAY, "turansez"), None, "nobody sits in it");
    for key in FIVE {
        let text = told(&format!("state:{key}"), TODAY, "en");
        assert!(text.contains("supports the zone; it is a Kazakh zone, not an international body"), "{key}: {text}");
    }
}

#[test]
fn who_signed_is_a_signatory() {
    for key in ["depa", "combined-freight"] {
        for state in FIVE {
            let part = WORLD.role_at(key, state, day(TODAY)).unwrap();
            let note = part.evidence.note.as_deref();
            assert_eq!((part.role, note), (Role::Signatory, Some("Entry into force was not found.")), "{state} {key}");
        }
        let (session, sheet) = picture(&format!("institution:{key}"), "en");
        let words = caption::text(&WORLD, &sheet, &session, &Lang::default());
        assert!(words.contains("5 signatories") && words.contains("Signatories of it: "), "{words}");
        assert!(!words.contains("5 members") && !words.contains("Members of it"), "{words}");
        assert_eq!(row(TODAY, key).unwrap()["cells"]["KZ"]["role"], "signatory");
    }
    let text = told("institution:depa", TODAY, "en");
    assert!(
        text.contains("Signed 6 Nov 2024") && text.contains("5 signatories") && !text.contains("Founded"),
        "{text}"
    );
    let changes = told("changes:2024-11-05~2024-11-06", "2024-11-06", "en");
    assert!(changes.contains("became signatories of Digital Economy Partnership Agreement"), "{changes}");
    // The agreement and the measure that comes of it say the same.
    let corridor = told("institution:customs-corridor", TODAY, "en");
    assert!(WORLD.measure("C1").unwrap().milestones.contains("in force 29 Nov 2024"));
    assert!(corridor.contains("In force since 29 Nov 2024") && corridor.contains("Signatory, since 11 Nov 2022"));
}

#[test]
fn plans_and_hopes_are_not_counted_as_parts() {
    let count = |key: &str, wanted: fn(Role) -> bool| {
        let all = WORLD.institutions.iter().filter(|body| body.shown);
        all.filter(|body| WORLD.sure_role_at(&body.key, key, day(TODAY)).is_some_and(wanted)).count()
    };
    for key in FIVE {
        let [parts, members] = [count(key, Role::takes_part), count(key, |role| role == Role::Member)];
        let text = told(&format!("state:{key}"), TODAY, "en");
        assert!(text.contains(&format!("in {parts} of ")) && text.contains(&format!("member in {members}")), "{text}");
    }
    assert!(count("UZ", |role| !role.takes_part()) == 1 && count("KZ", |role| !role.takes_part()) == 1);
}

#[test]
fn the_day_of_a_report_is_no_beginning() {
    let uz = WORLD.role_at("turkpa", "UZ", day(TODAY)).unwrap();
    assert_eq!((uz.role, uz.from), (Role::Acceding, None));
    let text = told("institution:turkpa", TODAY, "en");
    assert!(text.contains("by 13 Dec 2025, beginning not found") && !text.contains("since Dec 2025"), "{text}");
    assert!(WORLD.role_at("turkpa", "UZ", day("2020-01-01")).is_none(), "nothing is known of it then");
    let lang = Lang::default();
    let matrix = Matrix::new(&WORLD, day(TODAY), None, &Sorting::default(), &lang);
    assert!(!matrix::write(&matrix, &lang, Form::Text).contains("A 2025"));
}

/// Sources that bear the day on which a role began: those of the founding, of the standing in the OTS, of the event.
fn bears(part: &Membership, body: &Institution) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    if body.founded.value == part.from {
        all.extend(body.founded.evidence.sources.iter().cloned());
        return all;
    }
    let standing = WORLD.state(&part.state).unwrap().status.iter().find(|it| Some(it.from) == part.from);
    all.extend(standing.into_iter().flat_map(|it| it.evidence.sources.iter().cloned()));
    all
}

#[test]
fn organs_cite_what_dates_them() {
    let mut checked = 0;
    for key in ["chs", "cfm", "soc", "secretariat", "hog", "ots-hungary"] {
        let body = WORLD.institution(key).unwrap();
        for part in WORLD.memberships_of_institution(key).filter(|part| part.from.is_some()) {
            let bears = bears(part, body);
            let cited: BTreeSet<String> = part.evidence.sources.iter().cloned().collect();
            assert!(!bears.is_empty() && cited.is_superset(&bears), "{} in {key}: {cited:?} {bears:?}", part.state);
            checked += 1;
        }
    }
    assert_eq!(checked, 50, "six organs, and who sits in them since a day that is known");
}
