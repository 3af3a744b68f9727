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
use ots_atlas::paint::dump::dump;
use ots_atlas::projection;
use ots_atlas::session::{Session, Sorting, View};
use ots_atlas::story::{self, Block, Story};
use ots_atlas::world::{self, Confidence, Disagreement, Files, Id, Institution, Kind, Membership, Role, World};

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

#[test]
fn translated_names_are_told_as_such() {
    for former in &WORLD.former_names {
        let id = former.of.to_string();
        let Some(own) = former.names.get("tr") else { continue };
        let [text, english] = [told(&id, TODAY, "tr"), former.names["en"].clone()];
        assert!(text.contains(&format!("“{english}” adının atlas tarafından çevirisi")), "{id}: {text}");
        let story = page(&id, TODAY, "tr");
        let rows = story
            .blocks
            .iter()
            .filter_map(|block| if let Block::List { rows, .. } = block { Some(rows) } else { None });
        let row = rows.flatten().find(|row| row.label == *own).unwrap();
        assert_eq!(row.confidence, None, "{id}: no source bears the translation");
        assert!(!told(&id, TODAY, "en").contains("Translation by the atlas"), "{id}");
    }
    let text = WORLD.former_names.iter().filter_map(|former| former.evidence.note.as_deref());
    assert!(!text.collect::<String>().contains("Keneşi"), "no source of the tables has it");
    assert_eq!(page("state:ECO", TODAY, "tr").title, "Ekonomik İşbirliği Teşkilatı (doğrulanmamış)");
    assert_eq!(page("state:ECO", TODAY, "en").title, "Economic Cooperation Organization");
}

#[test]
fn tables_that_differ_are_told_on_both_pages() {
    for (ids, words) in [
        (["institution:etir", "measure:C3"], ["as Uzbekistan said in May 2026", "In pairs of states"]),
        (
            ["institution:sister-ports", "measure:C9"],
            ["A member, like the four others", "No port in Kyrgyzstan is named"],
        ),
    ] {
        for id in ids {
            let text = told(id, TODAY, "en");
            assert!(text.contains("Sources differ") && words.iter().all(|it| text.contains(it)), "{id}: {text}");
        }
    }
}

#[test]
fn pictures_of_institutions_say_when_they_were_confirmed_and_what_is_disputed() {
    let lang = Lang::default();
    for (key, code, words) in [
        ("tif", "en", "6 members, no observer, as of 23 November 2026, last confirmed 27 December 2025"),
        ("tif", "en", "24.kg of December 2025 calls Hungary an observer"),
        ("tif", "en", "Sources differ: Who are the members of the Turkic Investment Fund?"),
        ("tif", "tr", "son teyit 27 Aralık 2025"),
        ("tif", "tr", "Kaynaklar farklı: Türk Yatırım Fonunun üyeleri kimler?"),
        ("turansez", "en", "Who takes part: OTS states support it; it is a Kazakh zone, not an international body."),
        ("depa", "en", "entry into force was not found"),
        ("ots", "en", "Sources differ on "),
    ] {
        let (session, sheet) = picture(&format!("institution:{key}"), code);
        let text = caption::text(&WORLD, &sheet, &session, &lang);
        assert!(text.contains(words), "{key}: {text}");
    }
    // The day of the newest document is one that is cited.
    let (_, sheet) = picture("institution:tif", "en");
    assert!(sheet.sources.iter().any(|cited| cited.key == "trend-tif-dec"), "{:?}", sheet.sources);
}

#[test]
fn notes_of_pictures_are_worded_in_both_languages() {
    let notes = WORLD.institutions.iter().filter_map(|body| body.members_evidence.as_ref()?.note.as_deref());
    let about = |body: &Institution, point: &Disagreement| {
        point.subjects.contains(&Id::new(Kind::Institution, body.key.as_str()))
    };
    let disputed = WORLD.institutions.iter().map(|body| WORLD.disagreements.iter().filter(move |it| about(body, it)));
    let questions = disputed.filter(|points| points.clone().count() < 3).flatten().map(|point| point.question.as_str());
    let missing: Vec<&str> = notes.chain(questions).filter(|words| WORLD.localised(words, "tr") == *words).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_note_on_recognition_names_all_that_it_rests_on() {
    let trnc = WORLD.state("TRNC").unwrap();
    let wanted = &trnc.cautions[0].evidence.sources;
    assert_eq!(wanted.len(), 4, "{wanted:?}");
    let table = Session { view: View::Matrix, ..Session::default() };
    let lang = Lang::default();
    let matrix = map::compose(&WORLD, &BASE, &table, &lang, &Page::picture(1920, 1080).0);
    let window = map::compose(&WORLD, &BASE, &Session::default(), &lang, &Page::window(672.0, 756.0));
    for sheet in [picture("", "en").1, picture("state:TRNC", "en").1, matrix, window] {
        let drawn = dump(&sheet.scene);
        assert!(["S/RES/541", "S/RES/550", "Factbook"].iter().all(|word| drawn.contains(word)), "{drawn}");
        let cited: Vec<&String> = sheet.sources.iter().map(|cited| &cited.key).collect();
        assert!(wanted.iter().all(|key| cited.contains(&key)), "{cited:?}");
    }
}

#[test]
fn the_opening_picture_counts_the_observer_organisation() {
    for (code, title) in [
        ("en", "Five members, three observers and one observer organisation (ECO)"),
        ("tr", "Beş üye, üç gözlemci ve bir gözlemci kuruluş (ECO)"),
    ] {
        let session = Session { language: code.to_owned(), ..Session::default() };
        let sheet = map::compose(&WORLD, &BASE, &session, &Lang::new(code).unwrap(), &Page::window(1016.0, 756.0));
        assert_eq!(sheet.scene.title, title);
        let drawn = dump(&sheet.scene);
        assert!(drawn.contains(&format!("\"{title}\"")), "on one line of a window 1280 points wide: {code}");
    }
    let before = Session { as_of: Some(day("2023-01-01")), ..Session::default() };
    let sheet = map::compose(&WORLD, &BASE, &before, &Lang::default(), &Page::window(1016.0, 756.0));
    assert_eq!(sheet.scene.title, "Five members and three observers");
}

#[test]
fn the_name_turkiye_is_a_usage_of_the_un_and_no_new_name() {
    let text = told("changes:2022-05-31~2022-06-01", "2022-06-01", "en");
    assert!(text.contains("Türkiye: UN documents use Türkiye since the letter received on 1 June 2022"), "{text}");
    assert!(!text.contains("Turkey became"), "{text}");
    let text = told("changes:2022-05-31~2022-06-01", "2022-06-01", "tr");
    assert!(text.contains("BM belgeleri, 1 Haziran 2022’de alınan mektuptan beri Türkiye adını kullanır"), "{text}");
}

#[test]
fn grades_are_those_of_what_they_stand_beside() {
    for body in &WORLD.institutions {
        let known = body.details.iter().find(|(label, _)| label == "kind_source");
        let card = page(&format!("institution:{}", body.key), TODAY, "en").card.unwrap();
        assert_eq!(card.confidence, known.map(|(_, claim)| claim.evidence.confidence), "{}", body.key);
    }
    assert!(told("institution:turksoy", TODAY, "en").contains("Related organisation (medium)"));
    assert!(told("institution:tbc", TODAY, "en").contains("Founded Oct 2011 (medium)"));
    let lang = Lang::default();
    for id in ["state:TRNC", "corridor:TITR", "institution:tif"] {
        let story = page(id, TODAY, "en");
        for (citation, json) in story.sources.iter().zip(story::plain::json(&story)["sources"].as_array().unwrap()) {
            let own = WORLD.source(&citation.key).unwrap().reliability;
            assert_eq!(citation.reliability, own, "{id}: {}", citation.key);
            assert_eq!((json["reliability"].is_null(), &json["confidence"]), (own.is_none(), &serde_json::Value::Null));
        }
    }
    let text = story::plain::text(&page("state:TRNC", TODAY, "en"), &lang);
    let listed = text.lines().find(|line| line.contains("Wikipedia (English)")).unwrap();
    assert!(!listed.contains("(high)") && !listed.contains("reliability"), "no register judges it: {listed}");
    assert!(told("corridor:TITR", TODAY, "en").contains("(reliability high)"));
}

#[test]
fn medium_confidence_is_seen_in_text() {
    let lang = Lang::default();
    let story = page("state:TRNC", TODAY, "en");
    let text = story::plain::text(&story, &lang);
    for label in ["Currency", "Official languages", "Leader"] {
        let line = text.lines().find(|line| line.starts_with(label)).unwrap();
        assert!(line.ends_with("(medium)"), "{line}");
        let facts = story
            .blocks
            .iter()
            .filter_map(|block| if let Block::Facts { facts, .. } = block { Some(facts) } else { None });
        let fact = facts.flatten().find(|fact| fact.label == label).unwrap();
        assert_eq!(fact.confidence, Some(Confidence::Medium), "a window draws its mark: {label}");
    }
    let capital = told("state:KZ", TODAY, "en");
    assert!(capital.contains("Astana") && !capital.contains("Kazakhstani tenge, KZT (medium)"), "{capital}");
}
