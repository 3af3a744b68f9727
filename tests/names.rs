//! Names that stand outside of their country, names beside disputed boundaries, and names through time.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::sync::{Arc, LazyLock};

use kurbo::{Point, Rect};
use ots_atlas::export::{Laid, Size, Subject};
use ots_atlas::lang::Lang;
use ots_atlas::map::{self, Base, Page, Sheet};
use ots_atlas::paint::dump::dump;
use ots_atlas::projection;
use ots_atlas::scene::{Group, Item, TextMark};
use ots_atlas::session::{Layer, Session};
use ots_atlas::world::{self, Files, Id, Kind, Land, Status, World};

static WORLD: LazyLock<World> = LazyLock::new(|| world::load(&Files::Embedded).world);
static NEAR: LazyLock<Arc<Land>> = LazyLock::new(|| Arc::new(world::load_near(&Files::Embedded).0));
static BASE: LazyLock<Base> = LazyLock::new(|| {
    let mut base = Base::new(&WORLD, projection::by_id("albers").unwrap());
    base.add_near(&NEAR);
    base
});

/// A picture of a selection, fitted to it or of the whole OTS, on a day.
fn picture(selection: &str, fit: bool, day: Option<&str>, size: &str) -> Laid {
    let lang = Lang::default();
    let mut session =
        Session { selection: selection.parse().ok(), as_of: day.map(|day| day.parse().unwrap()), ..Session::default() };
    let size = Size::parse(size).unwrap();
    if fit {
        let subject = Subject { world: &WORLD, base: &BASE, session: &session, lang: &lang };
        session.viewport = subject.fitted(session.selection.as_ref().unwrap(), size);
    }
    Subject { world: &WORLD, base: &BASE, session: &session, lang: &lang }.picture(size, None, false)
}

/// The labels of the map itself, each with whether a line leads to it.
fn labels(sheet: &Sheet) -> Vec<(&TextMark, bool)> {
    fn find<'g>(group: &'g Group, name: &str) -> Option<&'g Group> {
        let mut inner = group.items.iter().filter_map(|item| match item {
            Item::Group(inner) => Some(inner),
            _ => None,
        });
        if group.name == name { Some(group) } else { inner.find_map(|inner| find(inner, name)) }
    }
    let items = &find(&sheet.scene.root, "map/labels").unwrap().items;
    let mut after_line = false;
    let mut found = Vec::new();
    for item in items {
        if let Item::Text(mark) = item {
            found.push((mark, after_line));
        }
        after_line = matches!(item, Item::Path(_));
    }
    found
}

/// The lines that lead to names outside of their country, from the name to the country.
fn leaders(sheet: &Sheet) -> Vec<[Point; 2]> {
    fn find<'g>(group: &'g Group, found: &mut Vec<&'g Group>) {
        for item in &group.items {
            if let Item::Group(inner) = item {
                if inner.name == "map/labels" {
                    found.push(inner);
                }
                find(inner, found);
            }
        }
    }
    let mut groups = Vec::new();
    find(&sheet.scene.root, &mut groups);
    let items = groups.into_iter().flat_map(|group| &group.items);
    let paths = items.filter_map(|item| if let Item::Path(mark) = item { Some(mark) } else { None });
    let ends = paths.map(|mark| {
        let points: Vec<Point> = mark.shape.path.iter().filter_map(|it| it.end_point()).collect();
        [mark.transform * points[0], mark.transform * points[1]]
    });
    ends.collect()
}

#[test]
fn lines_to_names_run_over_no_other_state() {
    let mut sheets: Vec<(String, Sheet)> = windows();
    sheets.extend(pictures().into_iter().map(|(what, laid)| (what, laid.sheet)));
    let mut count = 0;
    for (what, sheet) in sheets {
        for [name, country] in leaders(&sheet) {
            count += 1;
            let on = |share: f64| {
                let at = country.lerp(name, share);
                ["AZ", "KZ", "KG", "TR", "UZ", "HU", "TM"].into_iter().find(|state| lies_in(&sheet, at, state))
            };
            let own = on(0.0);
            for share in (0..=20).map(|step| f64::from(step) / 20.0) {
                assert!(on(share).is_none_or(|state| Some(state) == own), "{what}: from {country:?} to {name:?}");
            }
        }
    }
    assert!(count > 50, "{count}");
}

/// Whether a name is set as that of a country is.
fn is_country(mark: &TextMark) -> bool {
    let text = &mark.run.text;
    text.chars().filter(|letter| letter.is_alphabetic()).count() > 1
        && !text.chars().any(char::is_lowercase)
        && mark.tag.as_deref().is_none_or(|tag| tag.starts_with("state:"))
}

/// The letters of a name, without the room above and below them.
fn letters(mark: &TextMark) -> Rect {
    let size = f64::from(mark.run.font.size);
    let (x, y) = (mark.origin.x, mark.origin.y);
    Rect::new(x, y - size * 0.78, x + f64::from(mark.run.width), y + size * 0.22)
}

/// Whether a place on a page lies in an area.
fn lies_in(sheet: &Sheet, at: Point, area: &str) -> bool {
    let frame = sheet.frame;
    let frame = [frame.x0, frame.y0, frame.width(), frame.height()];
    let projection = projection::by_id("albers").unwrap();
    let Some([x, y]) = sheet.viewport.under(projection, frame, [at.x, at.y]) else { return false };
    let rings = NEAR.areas[area].iter().flatten();
    let crossings = rings.flat_map(|ring| ring.windows(2)).filter(|pair| {
        let ([x0, y0], [x1, y1]) = (pair[0], pair[1]);
        (y0 > y) != (y1 > y) && x < x0 + (y - y0) / (y1 - y0) * (x1 - x0)
    });
    crossings.count() % 2 == 1
}

/// Pictures of the whole OTS and of each state, wide and low and narrow.
fn pictures() -> Vec<(String, Laid)> {
    let mut all = Vec::new();
    for size in ["slide", "1280x800", "a4-portrait", "square", "700x500"] {
        for selection in ["", "state:KZ", "corridor:TITR", "corridor:CKU", "state:TRNC", "institution:tif"] {
            all.push((format!("{selection} {size}"), picture(selection, false, None, size)));
        }
        for selection in ["state:TRNC", "state:KG", "state:TR", "corridor:NCY", "corridor:BTK"] {
            all.push((format!("{selection} fitted {size}"), picture(selection, true, None, size)));
        }
    }
    all
}

#[test]
fn names_outside_of_their_country_are_apart_from_others() {
    let mut count = 0;
    for (what, laid) in pictures() {
        let labels = labels(&laid.sheet);
        for (moved, _) in labels.iter().filter(|(_, has_line)| *has_line) {
            count += 1;
            let line = f64::from(moved.run.font.size);
            let room = letters(moved).inflate(line, line);
            for (other, _) in labels.iter().filter(|(other, _)| !std::ptr::eq(*other, *moved) && is_country(other)) {
                let (a, b) = (&moved.run.text, &other.run.text);
                assert!(!room.overlaps(letters(other)), "{what}: {a} stands beside {b}");
            }
        }
    }
    assert!(count > 30, "{count} names stood outside");
}

#[test]
fn the_name_of_northern_cyprus_is_not_on_the_rest_of_the_island() {
    let mut count = 0;
    for (what, laid) in pictures() {
        for (mark, _) in labels(&laid.sheet).iter().filter(|(mark, _)| mark.run.text.contains("(TRNC)*")) {
            count += 1;
            let at = letters(mark);
            for step in 0..=20 {
                for y in [at.y0, at.center().y, at.y1] {
                    let place = Point::new(at.x0 + at.width() * f64::from(step) / 20.0, y);
                    assert!(!lies_in(&laid.sheet, place, "CY"), "{what}: at {place:?}");
                }
            }
        }
    }
    assert!(count > 20, "{count} pictures name it");
}

#[test]
fn no_country_is_named_at_a_disputed_boundary() {
    let laid = picture("", false, None, "slide");
    let said = |name: &str| labels(&laid.sheet).iter().any(|(mark, _)| mark.run.text == name);
    assert!(!said("INDIA"), "it would stand in Kashmir");
    assert!(laid.sheet.scene.dropped.iter().any(|lost| lost.text == "INDIA" && !lost.matters), "and is counted");
    assert!(said("CHINA") && said("UKRAINE"), "others have their names");
    // A boundary that is not delimited yet takes no name from one side only, nor does the line through Cyprus.
    let near = |name: &str, selection: &str| {
        let laid = picture(selection, true, None, "slide");
        labels(&laid.sheet).iter().any(|(mark, _)| mark.run.text == name)
    };
    assert!(near("ARMENIA", "state:AZ") && near("CYPRUS", "state:TRNC"));
}

#[test]
fn no_code_stands_at_northern_cyprus_and_no_drained_lake_is_drawn() {
    for (what, laid) in pictures() {
        let text = dump(&laid.sheet.scene);
        assert!(!text.contains("\"NCY\"") && !text.contains("Kakhovka"), "{what}");
    }
    assert!(WORLD.resolve("NCY").is_ok(), "it is found by its key all the same");
}

#[test]
fn turkiye_is_called_so_on_every_day() {
    for day in ["2005-01-01", "2021-01-01", "2024-01-01"] {
        let text = dump(&picture("", false, Some(day), "slide").sheet.scene);
        assert!(text.contains("\"TÜRKİYE\"") && !text.contains("\"TURKEY\""), "{day}");
    }
    assert_eq!(WORLD.resolve("Turkey").unwrap().to_string(), "state:TR", "a search knows the other name");
}

#[test]
fn the_note_on_northern_cyprus_stands_wherever_its_area_is_seen() {
    for (selection, day) in [("", "2005-01-01"), ("corridor:NCY", "2005-01-01"), ("segment:NC01", "2015-01-01")] {
        let notes = picture(selection, false, Some(day), "slide").sheet.notes;
        let note = notes.iter().find(|note| note.contains("541 and 550"));
        assert!(note.is_some_and(|note| !note.starts_with('*')), "{selection} {day}: {notes:?}");
    }
    let today = picture("", false, None, "slide").sheet.notes;
    assert!(today.iter().any(|note| note.starts_with("* ") && note.contains("541 and 550")), "{today:?}");
    let east = picture("state:KG", true, None, "slide").sheet.notes;
    assert!(!east.iter().any(|note| note.contains("541 and 550")), "{east:?}");
}

#[test]
fn the_section_through_armenia_alone_bears_its_name() {
    let mut count = 0;
    for (what, laid) in pictures() {
        for (mark, _) in labels(&laid.sheet).iter().filter(|(mark, _)| mark.run.text == "TRIPP") {
            count += 1;
            let at = letters(mark).center();
            assert!(!lies_in(&laid.sheet, at, "TR") && !lies_in(&laid.sheet, at, "AZ"), "{what}: at {at:?}");
        }
    }
    assert!(count > 0, "no picture names it");
}

/// Pages of windows, flat and upright, of the whole OTS and of what is selected.
fn windows() -> Vec<(String, Sheet)> {
    windows_in("en")
}

/// The same in a language.
fn windows_in(language: &str) -> Vec<(String, Sheet)> {
    let mut all = Vec::new();
    for (width, height) in
        [(672.0, 756.0), (672.0, 676.0), (1016.0, 756.0), (1016.0, 560.0), (1312.0, 1036.0), (1656.0, 600.0)]
    {
        for (selection, fit) in [("", false), ("corridor:TITR", true), ("state:KZ", false), ("institution:tif", false)]
        {
            let (lang, page) = (Lang::new(language).unwrap(), Page::window(width, height));
            let language = language.to_owned();
            let mut session = Session { selection: selection.parse().ok(), language, ..Session::default() };
            if let (true, Some(id)) = (fit, &session.selection) {
                let frame = map::compose(&WORLD, &BASE, &session, &lang, &page).frame;
                session.viewport = map::fit(&WORLD, &BASE, id, WORLD.as_of(None), frame);
            }
            let sheet = map::compose(&WORLD, &BASE, &session, &lang, &page);
            all.push((format!("{selection} {width} {height}"), sheet));
        }
    }
    all
}

#[test]
fn names_stay_near_their_country() {
    for (what, sheet) in windows() {
        let found = labels(&sheet);
        for (mark, _) in found.iter().filter(|(_, has_line)| *has_line) {
            let (at, name) = (letters(mark).center(), &mark.run.text);
            for state in ["AZ", "KZ", "KG", "TR", "UZ", "HU", "TM"] {
                assert!(!lies_in(&sheet, at, state), "{what}: {name} stands on {state}");
            }
            let target = WORLD.geography.labels.get(mark.tag.as_deref().map_or("CY", |tag| &tag["state:".len()..]));
            let frame = [sheet.frame.x0, sheet.frame.y0, sheet.frame.width(), sheet.frame.height()];
            let albers = projection::by_id("albers").unwrap();
            let there = albers.forward(target.unwrap()[0], target.unwrap()[1]).unwrap();
            let here = sheet.viewport.under(albers, frame, [at.x, at.y]).unwrap();
            let here = albers.forward(here[0], here[1]).unwrap();
            let km = (here[0] - there[0]).hypot(here[1] - there[1]);
            let room = f64::from(mark.run.width) / 2.0 * sheet.viewport.km_per_point;
            assert!(km < 1000.0 + room, "{what}: {name} stands {km:.0} km away");
        }
        let said = |text: &str| found.iter().any(|(mark, _)| mark.run.text == text);
        let lost = |text: &str| sheet.scene.dropped.iter().any(|lost| lost.text == text && lost.matters);
        let entity = said("Northern Cyprus (TRNC)*") || said("N. Cyprus (TRNC)*");
        assert!(!entity || said("CYPRUS") || lost("Cyprus"), "{what}: the island has no name");
        assert!(entity || lost("Northern Cyprus (TRNC)*"), "{what}: Northern Cyprus has no name");
    }
}

/// All texts of a group.
fn texts(group: &Group) -> Vec<&TextMark> {
    let mut found = Vec::new();
    for item in &group.items {
        match item {
            Item::Group(inner) => found.extend(texts(inner)),
            Item::Text(mark) => found.push(mark),
            Item::Path(_) => {}
        }
    }
    found
}

#[test]
fn windows_cut_no_notes_and_name_all_members() {
    let members = WORLD.states.iter().filter(|state| {
        state.status_at(WORLD.as_of(None)).is_some_and(|change| matches!(change.status, Status::Member { .. }))
    });
    let members: Vec<Id> = members.map(|state| Id::new(Kind::State, state.key.as_str())).collect();
    assert_eq!(members.len(), 5);
    for language in ["en", "tr"] {
        for (what, sheet) in windows_in(language) {
            let low = texts(&sheet.scene.root).into_iter().map(|mark| mark.origin.y).fold(0.0, f64::max);
            assert!(low < sheet.scene.size.height - 4.0, "{what} in {language}: a line at {low} is cut");
            let buttons = Page::buttons(sheet.frame).unwrap();
            let mut below = labels(&sheet).into_iter().filter(|(mark, _)| letters(mark).overlaps(buttons));
            assert!(below.next().is_none(), "{what} in {language}: a name stands below the buttons");
            // Close by only some of them are in sight, and some have no room on a very low map.
            let has_room = !what.starts_with("corridor:") && sheet.frame.height() > 240.0;
            for id in members.iter().filter(|_| has_room) {
                let name = WORLD.name(id, language);
                let lost = sheet.scene.dropped.iter().any(|it| it.text == name);
                assert!(!lost, "{what} in {language}: {name} has no name");
            }
        }
    }
}

#[test]
fn names_of_neighbours_stand_at_their_own_symbols() {
    for language in ["en", "tr"] {
        for size in ["1920x1080", "3508x2480"] {
            let lang = Lang::new(language).unwrap();
            let mut session = Session { selection: "state:AZ".parse().ok(), ..Session::default() };
            language.clone_into(&mut session.language);
            session.layers.insert(Layer::Customs);
            let subject = Subject { world: &WORLD, base: &BASE, session: &session, lang: &lang };
            let size = Size::parse(size).unwrap();
            session.viewport = subject.fitted(session.selection.as_ref().unwrap(), size);
            let laid =
                Subject { world: &WORLD, base: &BASE, session: &session, lang: &lang }.picture(size, None, false);
            let found = labels(&laid.sheet);
            let label = |node: &str| found.iter().find(|(mark, _)| mark.tag.as_deref() == Some(node)).unwrap().0;
            let [west, east] = ["node:tr_dilucu", "node:az_sadarak"].map(label);
            assert!(letters(west).center().x < letters(east).center().x, "{language}: Dilucu lies west of Sadarak");
        }
    }
}
