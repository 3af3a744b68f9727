//! The chainage strip: kilometres that add up, breaks of gauge, bands in order, and marks that keep to their room.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::sync::LazyLock;

use kurbo::{Rect, Size};
use ots_atlas::lang::{LANGUAGES, Lang};
use ots_atlas::map::{self, Base, Page};
use ots_atlas::network::Network;
use ots_atlas::paint::dump::dump;
use ots_atlas::paint::hit::Hits;
use ots_atlas::projection;
use ots_atlas::scene::{Group, Item, PathMark, Scene, TextMark};
use ots_atlas::session::Session;
use ots_atlas::strip::{self, Chain, Course, Leg, Soil};
use ots_atlas::style::Theme;
use ots_atlas::world::{self, Files, World};

static WORLD: LazyLock<World> = LazyLock::new(|| world::load(&Files::Embedded).world);

/// Corridors whose strips were looked at.
const LOOKED_AT: [&str; 5] = ["TITR", "BTK", "CKU", "TRIPP", "KTI"];

fn main_line(corridor: &str) -> Chain {
    strip::main_line(&WORLD, corridor).unwrap_or_else(|| panic!("{corridor} has no line"))
}

fn english() -> Lang {
    Lang::new("en").unwrap()
}

fn room(width: f64) -> Rect {
    Rect::new(40.0, 30.0, 40.0 + width, 30.0 + strip::height(1, 1.0))
}

fn drawn(chains: &[Chain], room: Rect) -> Group {
    strip::draw(chains, &WORLD, &english(), Theme::Light.tokens(), room, 1.0)
}

/// Every path and every text of a group.
fn marks(group: &Group) -> (Vec<&PathMark>, Vec<&TextMark>) {
    let (mut paths, mut texts) = (Vec::new(), Vec::new());
    for item in &group.items {
        match item {
            Item::Group(inner) => {
                let (more_paths, more_texts) = marks(inner);
                paths.extend(more_paths);
                texts.extend(more_texts);
            }
            Item::Path(mark) => paths.push(mark),
            Item::Text(mark) => texts.push(mark),
        }
    }
    (paths, texts)
}

/// The first group below another whose name ends so.
fn part<'g>(group: &'g Group, end: &str) -> Option<&'g Group> {
    group.items.iter().find_map(|item| match item {
        Item::Group(inner) if inner.name.ends_with(end) => Some(inner),
        Item::Group(inner) => part(inner, end),
        _ => None,
    })
}

fn bounds(mark: &PathMark) -> Rect {
    let reach = mark.stroke.as_ref().map_or(0.0, |stroke| f64::from(stroke.width) / 2.0);
    mark.transform.transform_rect_bbox(mark.shape.bounds).inflate(reach, reach)
}

/// What letters cover: capitals above, short descenders below.
fn letters(mark: &TextMark) -> Rect {
    let size = f64::from(mark.run.font.size);
    let (x, y) = (mark.origin.x, mark.origin.y);
    Rect::new(x, y - size * 0.72, x + f64::from(mark.run.width), y + size * 0.2)
}

#[test]
fn main_lines_run_between_the_ends_that_people_know() {
    let ends = |corridor: &str| {
        let chain = main_line(corridor);
        let course = Course::new(&chain, &WORLD);
        [course.stops.first().unwrap().node.key.clone(), course.stops.last().unwrap().node.key.clone()]
    };
    assert_eq!(ends("TITR"), ["cn_khorgos", "tr_kapikule"]);
    assert_eq!(ends("BTK"), ["az_baku", "tr_halkali"]);
    assert_eq!(ends("TRIPP"), ["az_alat", "tr_kars"]);
    assert_eq!(ends("KTI")[1], "ir_gorgan");
    assert!(ends("CKU").contains(&"cn_kashgar".to_owned()));
    assert_eq!(strip::main_line(&WORLD, "nothing"), None);
}

#[test]
fn legs_follow_each_other() {
    for corridor in &WORLD.corridors {
        let Some(chain) = strip::main_line(&WORLD, &corridor.key) else { continue };
        let ends = |leg: &Leg| {
            let segment = WORLD.segment(&leg.segment).unwrap();
            assert!(segment.corridors.contains(&corridor.key), "{} is not of {}", leg.segment, corridor.key);
            if leg.forward { (&segment.from, &segment.to) } else { (&segment.to, &segment.from) }
        };
        for pair in chain.legs.windows(2) {
            assert_eq!(ends(&pair[0]).1, ends(&pair[1]).0, "{}", corridor.key);
        }
    }
}

#[test]
fn kilometres_add_up() {
    for corridor in LOOKED_AT {
        let chain = main_line(corridor);
        let course = Course::new(&chain, &WORLD);
        let sum: f64 = chain.legs.iter().map(|leg| strip::km(WORLD.segment(&leg.segment).unwrap())).sum();
        assert!((course.total - sum).abs() < 1e-6, "{corridor}");
        let group = drawn(&[chain], room(1100.0));
        let wanted = english().number(sum, 0);
        let ruler = part(&group, "/km").unwrap();
        let (_, texts) = marks(ruler);
        let end = texts.iter().find(|mark| mark.run.text == wanted);
        let end = end.unwrap_or_else(|| panic!("{corridor}: the ruler does not end at {wanted}"));
        let rightmost = texts.iter().map(|mark| mark.origin.x).fold(0.0, f64::max);
        assert!((end.origin.x - rightmost).abs() < 1e-6, "{corridor}: {wanted} is not the last");
    }
}

#[test]
fn bands_are_in_order_and_sum_to_the_whole() {
    for corridor in &WORLD.corridors {
        let Some(chain) = strip::main_line(&WORLD, &corridor.key) else { continue };
        let course = Course::new(&chain, &WORLD);
        let mut at = 0.0;
        for band in &course.bands {
            assert!((band.from - at).abs() < 1e-6 && band.to > band.from, "{}: {band:?}", corridor.key);
            at = band.to;
        }
        assert!((at - course.total).abs() < 1e-6, "{}", corridor.key);
        assert!(course.bands.windows(2).all(|pair| pair[0].soil != pair[1].soil), "{}", corridor.key);
    }
    let soils = |corridor: &str| -> Vec<String> {
        let bands = Course::new(&main_line(corridor), &WORLD).bands;
        bands
            .into_iter()
            .map(|band| match band.soil {
                Soil::Land(key) | Soil::Sea(key) => key,
            })
            .collect()
    };
    assert_eq!(soils("TITR"), ["CN", "KZ", "Caspian Sea", "AZ", "GE", "TR"]);
    assert_eq!(soils("TRIPP"), ["AZ", "AM", "AZ", "TR"]);
    assert_eq!(soils("KTI"), ["KZ", "TM", "IR"]);
}

#[test]
fn every_break_of_gauge_is_marked() {
    for corridor in LOOKED_AT {
        let chain = main_line(corridor);
        let course = Course::new(&chain, &WORLD);
        let group = drawn(std::slice::from_ref(&chain), room(1100.0));
        let (paths, _) = marks(part(&group, "/gauge").unwrap());
        for stop in course.breaks() {
            let key = &stop.node.key;
            let tag = format!("node:{key}");
            let plates = paths.iter().filter(|mark| mark.tag.as_deref() == Some(&tag)).count();
            assert!(plates >= 3, "{corridor}: {key} has no plate");
        }
    }
}

#[test]
fn strips_and_routes_count_the_same_breaks_of_gauge() {
    let broken = |chain: &Chain| -> Vec<String> {
        Course::new(chain, &WORLD).breaks().iter().map(|stop| stop.node.key.clone()).collect()
    };
    let corridor = main_line("TITR");
    // What comes from China changes at Altynkol, although both gauges lie on to there from Khorgos.
    assert_eq!(broken(&corridor), ["kz_altynkol", "ge_akhalkalaki"]);
    let query = WORLD.route("cn_khorgos~tr_kapikule").unwrap();
    let route = Chain::from(&Network::new(&WORLD).find(&query).unwrap()[0]);
    // By another way, on which the second break lies beyond the Black Sea.
    assert_eq!((broken(&route)[0].as_str(), broken(&route).len()), ("kz_altynkol", 2));
    let words = strip::words(&corridor, &WORLD, &english()).1;
    assert!(words.contains("2 gauge breaks"), "{words}");
    for corridor in &WORLD.corridors {
        let Some(chain) = strip::main_line(&WORLD, &corridor.key) else { continue };
        let legs = chain.legs.iter().map(|leg| (leg.segment.as_str(), leg.forward));
        let way = Network::new(&WORLD).along(legs).unwrap();
        let counted: Vec<String> = way.breaks.iter().map(|it| it.node.clone()).collect();
        assert_eq!(broken(&chain), counted, "{}", corridor.key);
    }
}

#[test]
fn everything_is_tagged_with_what_it_stands_for() {
    let chain = main_line("TITR");
    let group = drawn(std::slice::from_ref(&chain), room(1100.0));
    let (paths, texts) = marks(&group);
    let tags = paths.iter().filter_map(|mark| mark.tag.as_deref());
    let tags: Vec<&str> = tags.chain(texts.iter().filter_map(|mark| mark.tag.as_deref())).collect();
    for leg in &chain.legs {
        assert!(tags.contains(&format!("segment:{}", leg.segment).as_str()), "{} cannot be hit", leg.segment);
    }
    for stop in Course::new(&chain, &WORLD).stops {
        assert!(tags.contains(&format!("node:{}", stop.node.key).as_str()), "{} cannot be hit", stop.node.key);
    }
    for state in ["state:KZ", "state:AZ", "state:TR"] {
        assert!(tags.contains(&state), "{state} cannot be hit");
    }
    let known = |tag: &&str| tag.starts_with("furniture:") || tag.parse().is_ok_and(|id| WORLD.exists(&id));
    assert_eq!(tags.iter().find(|tag| !known(tag)), None);
    // Countries outside the OTS have no page, on the map as on the strip.
    let mute: Vec<&str> = texts.iter().filter(|mark| mark.tag.is_none()).map(|mark| mark.run.text.as_str()).collect();
    assert!(
        mute.iter().all(|text| text.starts_with("Georgia") || text.starts_with("Caspian") || *text == "GE"),
        "{mute:?}"
    );
}

/// Tells what leaves its room or covers other text.
fn faults(group: &Group, room: Rect) -> Vec<String> {
    let (paths, texts) = marks(group);
    // Half the width of the thickest stroke at its butt end, which is not painted.
    let slack = room.inflate(1.7, 1.0);
    let mut wrong: Vec<String> = Vec::new();
    for mark in &texts {
        if !slack.contains_rect(letters(mark)) {
            wrong.push(format!("“{}” leaves the room: {:?}", mark.run.text, letters(mark)));
        }
    }
    for mark in &paths {
        if !slack.contains_rect(bounds(mark)) {
            wrong.push(format!("{:?} leaves the room: {:?}", mark.tag, bounds(mark)));
        }
    }
    for (at, mark) in texts.iter().enumerate() {
        for other in &texts[at + 1..] {
            let both = letters(mark).intersect(letters(other));
            if both.width() > 0.5 && both.height() > 0.5 {
                wrong.push(format!("“{}” covers “{}”", mark.run.text, other.run.text));
            }
        }
    }
    wrong
}

#[test]
fn every_corridor_keeps_to_its_room_in_every_language_and_theme() {
    let mut wrong = Vec::new();
    for corridor in &WORLD.corridors {
        let Some(chain) = strip::main_line(&WORLD, &corridor.key) else { continue };
        for language in LANGUAGES {
            let lang = Lang::new(language.code).unwrap();
            for (theme, word) in Theme::ALL {
                for (width, height) in [(700.0, 240.0), (1900.0, 240.0), (700.0, 200.0), (1100.0, 330.0)] {
                    let room = Rect::new(20.0, 10.0, 20.0 + width, 10.0 + height);
                    let chains = std::slice::from_ref(&chain);
                    let group = strip::draw(chains, &WORLD, &lang, theme.tokens(), room, 1.0);
                    assert_eq!(group.name, "strip");
                    assert!(!group.items.is_empty(), "{} is not drawn", corridor.key);
                    let found = faults(&group, room).into_iter();
                    wrong.extend(
                        found.map(|it| format!("{} {} {word} {width}x{height}: {it}", corridor.key, language.code)),
                    );
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn two_strips_share_a_scale_and_a_node() {
    let chains = [main_line("TITR"), main_line("BTK")];
    let room = Rect::from_origin_size((0.0, 0.0), Size::new(1200.0, strip::height(2, 1.0)));
    let group = drawn(&chains, room);
    assert_eq!(faults(&group, room), Vec::<String>::new());
    let middle = |block: &str, key: &str| {
        let (paths, _) = marks(part(part(&group, block).unwrap(), "/line").unwrap());
        let tag = format!("node:{key}");
        bounds(paths.iter().find(|mark| mark.tag.as_deref() == Some(&tag)).unwrap()).center().x
    };
    for key in ["az_alat", "ge_akhalkalaki", "tr_sivas"] {
        assert!((middle("strip/1", key) - middle("strip/2", key)).abs() < 1.0, "{key} lies apart");
    }
}

#[test]
fn a_strip_is_the_same_twice() {
    let sheet = || strip::sheet(&[main_line("TITR")], &WORLD, &english(), Theme::Dark, 1500.0, 380.0, 1.0);
    assert_eq!(dump(&sheet()), dump(&sheet()));
    let sheet = sheet();
    assert!(sheet.title.contains("Trans-Caspian") && sheet.description.contains("Khorgos"));
    let known = Rect::ZERO.with_size(sheet.size);
    assert_eq!(faults(&sheet.root, known), Vec::<String>::new());
}

#[test]
fn a_sheet_says_of_when_it_is_and_who_says_so() {
    for (code, words) in [
        ("en", ["Sources: ", "newest evidence ", "Names and standing as of 23 November 2026."]),
        ("tr", ["Kaynaklar: ", "en yeni kanıt ", "Adlar ve statüler 23 Kasım 2026"]),
    ] {
        let lang = Lang::new(code).unwrap();
        let sheet = strip::sheet(&[main_line("TITR")], &WORLD, &lang, Theme::Light, 1500.0, 420.0, 1.0);
        let (_, texts) = marks(part(&sheet.root, "furniture").unwrap());
        let told = texts.iter().map(|mark| mark.run.text.as_str()).collect::<Vec<_>>().join(" ");
        assert!(words.iter().all(|words| told.contains(words)), "{told}");
        let first = WORLD.source(&WORLD.corridor("TITR").unwrap().evidence.sources[0]).unwrap();
        assert!(told.contains(&first.title), "{told}");
    }
}

#[test]
fn nothing_unknown_stops_it() {
    let broken = |legs: Vec<Leg>| Chain { title: String::new(), subtitle: String::new(), legs, breaks: Vec::new() };
    let unknown = broken(vec![Leg { segment: "nothing".to_owned(), forward: true }]);
    for chain in [broken(Vec::new()), unknown] {
        assert!(drawn(&[chain], room(900.0)).items.is_empty());
    }
    assert!(drawn(&[], room(900.0)).items.is_empty());
    for (width, height) in [(0.0, 0.0), (1.0, 240.0), (30.0, 20.0), (900.0, 1.0)] {
        drawn(&[main_line("TITR")], Rect::new(0.0, 0.0, width, height));
    }
}

#[test]
fn northern_cyprus_is_never_without_its_note() {
    for width in [700.0, 1900.0] {
        let group = drawn(&[main_line("NCY")], room(width));
        let (_, texts) = marks(&group);
        let words: Vec<&str> = texts.iter().map(|mark| mark.run.text.as_str()).collect();
        let words = words.join(" ");
        assert!(words.contains("Girne*") && words.contains("541 and 550"), "{words}");
    }
}

#[test]
fn a_page_holds_the_strip_where_the_map_stays_high_enough() {
    let base = Base::new(&WORLD, projection::by_id("albers").unwrap());
    let compose = |session: &Session, page: &Page| -> (Scene, Rect) {
        let sheet = map::compose(&WORLD, &base, session, &english(), page);
        (sheet.scene, sheet.frame)
    };
    let session =
        |selection: &str, strip: bool| Session { selection: selection.parse().ok(), strip, ..Session::default() };
    let window = Page::window(1140.0, 860.0);
    let (with, frame) = compose(&session("corridor:TITR", true), &window);
    let group = part(&with.root, "strip").expect("the strip");
    assert!(frame.height() >= 150.0);
    let (_, texts) = marks(group);
    assert!(texts.iter().any(|mark| mark.run.text.starts_with("TITR: Khorgos to Kapıkule, at least 6")));
    let all = marks(&with.root).1.into_iter().map(letters);
    let page = Rect::ZERO.with_size(with.size);
    assert!(all.into_iter().all(|it| page.inflate(1.0, 1.0).contains_rect(it)), "nothing is cut");
    assert!(with.description.contains("Khorgos to Kapıkule"));
    let hits = Hits::new(&with);
    let point = texts.iter().find(|mark| mark.tag.as_deref() == Some("node:kz_beineu")).unwrap();
    assert_eq!(hits.at(letters(point).center(), 2.0).as_deref(), Some("node:kz_beineu"));
    for (selection, strip, page) in [
        ("corridor:TITR", false, window),
        ("state:KZ", true, window),
        ("corridor:TITR", true, Page::window(1140.0, 420.0)),
    ] {
        let (scene, _) = compose(&session(selection, strip), &page);
        assert!(part(&scene.root, "strip").is_none(), "{selection} {strip}");
    }
    let (slide, _) = Page::picture(1920, 1080);
    assert!(part(&compose(&session("corridor:TITR", true), &slide).0.root, "strip").is_some());
}

#[test]
fn the_sheet_of_a_route_says_what_its_page_says() {
    let query = WORLD.route("kz_altynkol~tr_kars").unwrap();
    let way = Network::new(&WORLD).find(&query).unwrap().remove(0);
    let chain = strip::told(&way, &WORLD, &english());
    let sheet = strip::sheet(&[chain], &WORLD, &english(), Theme::Light, 1200.0, 480.0, 1.0);
    let (paths, texts) = marks(&sheet.root);
    let said = |words: &str| texts.iter().filter(|mark| mark.run.text.contains(words)).count();
    assert!(sheet.title.starts_with("Altynkol to Kars, at least 4"), "{}", sheet.title);
    assert_eq!(said("Altynkol to Kars"), 1, "the title stands once");
    assert_eq!((said("one change of gauge"), said("Gauge break: Akhalkalaki")), (1, 1));
    // The way begins at Altynkol, where other wagons change gauge: there is a ring and no plate.
    let widest = |key: &str| {
        let own = paths.iter().filter(|mark| mark.tag.as_deref() == Some(key));
        own.map(|mark| mark.shape.bounds.width()).fold(0.0, f64::max)
    };
    assert!(widest("node:kz_altynkol") < 8.0 && widest("node:ge_akhalkalaki") > 10.0);
}
