//! Briefings: the map keeps its share of the page, facts go on where they are long, and the document can be read aloud.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::sync::LazyLock;

use ots_atlas::export::briefing::{self, Part};
use ots_atlas::export::press::{self, Flaw};
use ots_atlas::export::{Size, Spot, Subject};
use ots_atlas::lang::{LANGUAGES, Lang};
use ots_atlas::map::Base;
use ots_atlas::projection;
use ots_atlas::scene::{Group, Item, Scene};
use ots_atlas::session::Session;
use ots_atlas::story::{self, Block};
use ots_atlas::world::{self, Files, World};

static WORLD: LazyLock<World> = LazyLock::new(|| world::load(&Files::Embedded).world);
static BASE: LazyLock<Base> = LazyLock::new(|| Base::new(&WORLD, projection::by_id("albers").unwrap()));

/// The pages about a thing on paper of a size.
fn part(select: &str, size: &str, lang: &Lang) -> Part {
    let language = lang.code().to_owned();
    let session = Session { selection: select.parse().ok(), language, ..Session::default() };
    let subject = Subject { world: &WORLD, base: &BASE, session: &session, lang };
    briefing::pages(&subject, briefing::paper(Size::parse(size).unwrap()), true)
}

/// Every line of text outside the map, with its place.
fn lines(scene: &Scene) -> Vec<(String, [f64; 4])> {
    fn walk(group: &Group, lines: &mut Vec<(String, [f64; 4])>) {
        for item in &group.items {
            match item {
                Item::Group(group) if group.name != "map" => walk(group, lines),
                Item::Text(mark) => {
                    let it = mark.bounds();
                    lines.push((mark.run.text.clone(), [it.x0, it.y0, it.x1, it.y1]));
                }
                Item::Group(_) | Item::Path(_) => {}
            }
        }
    }
    let mut all = Vec::new();
    walk(&scene.root, &mut all);
    all
}

#[test]
fn the_map_keeps_its_share_and_nothing_is_left_out() {
    for (select, size, least) in [
        ("state:KZ", "a4-portrait", 0.45),
        ("corridor:TITR", "a4-portrait", 0.45),
        ("institution:tif", "a4-portrait", 0.45),
        ("state:KZ", "a4", 0.4),
        ("state:TR", "a3-portrait", 0.45),
    ] {
        for language in LANGUAGES {
            let lang = Lang::new(language.code).unwrap();
            let part = part(select, size, &lang);
            let share = part.laid.sheet.frame.height() / part.laid.sheet.scene.size.height;
            assert!(share >= least - 0.02, "{select} {size}: the map has {share} of the page");
            let (legend, notes) = (part.laid.sheet.free.y0, part.laid.sheet.free.y1);
            let between = |at: &[f64; 4]| at[1] >= legend - 8.0 && at[3] <= notes + 8.0;
            let has_facts = lines(&part.laid.sheet.scene).iter().any(|(_, at)| between(at));
            assert!(notes - legend < 1.0 || has_facts, "{select} {size}: room for facts stays empty");
            let all: Vec<(String, [f64; 4])> = part.pages().flat_map(lines).collect();
            let story = story::tell(&WORLD, &select.parse().unwrap(), WORLD.as_of(None), &lang).unwrap();
            let says = |words: &str| all.iter().any(|(line, _)| words.starts_with(line.trim()) && !line.is_empty());
            for block in &story.blocks {
                let (Block::Notice { title, .. } | Block::List { title, .. }) = block else { continue };
                assert!(says(title), "{select} {size} {}: {title}", language.code);
            }
            for scene in part.pages() {
                for (line, [left, top, right, bottom]) in lines(scene) {
                    let inside = left >= 0.0 && top >= 0.0 && right <= scene.size.width && bottom <= scene.size.height;
                    assert!(inside, "{select} {size}: {line} is off the page");
                }
            }
        }
    }
}

#[test]
fn without_a_selection_there_is_one_page() {
    assert!(part("", "a4-portrait", &Lang::default()).more.is_empty());
    assert!(!part("state:KZ", "a4-portrait", &Lang::default()).more.is_empty());
}

#[test]
fn the_press_check_knows_the_pages() {
    let lang = Lang::default();
    let part = part("state:KZ", "a4-portrait", &lang);
    let found = part.check(&WORLD, &lang, 1, 7);
    let pages: Vec<usize> = found.iter().filter_map(|it| it.page).collect();
    assert_eq!(pages.len(), found.len(), "each finding has a page");
    assert!(pages.iter().all(|page| (7..7 + part.pages().count()).contains(page)), "{pages:?}");
    let has = |words: &str| found.iter().any(|it| it.flaw == Flaw::OldFact && it.text.contains(words));
    assert!(has("figures about Kazakhstan") && has("measures"), "what is told beside the map is checked: {found:?}");
    let picture = press::check(&WORLD, &bare(&lang), &lang, 1);
    assert!(!picture.iter().any(|it| it.text.contains("figures")), "a picture tells no figures: {picture:?}");
    let cut = found.iter().filter(|it| it.flaw == Flaw::CutSource && it.page > Some(7)).count();
    assert_eq!(cut, 0, "sources of facts take as many lines as they need");
}

/// The picture of Kazakhstan on a slide.
fn bare(lang: &Lang) -> ots_atlas::export::Laid {
    let session = Session { selection: "state:KZ".parse().ok(), ..Session::default() };
    let subject = Subject { world: &WORLD, base: &BASE, session: &session, lang };
    subject.picture(Size::parse("slide").unwrap(), None, true)
}

#[test]
fn what_is_cut_or_old_is_found_and_leads_to_its_spot() {
    let lang = Lang::default();
    let found = press::check(&WORLD, &bare(&lang), &lang, 24);
    let cut = found.iter().find(|it| it.flaw == Flaw::CutSource).expect("long titles are cut on a slide");
    assert_eq!(cut.spot, Spot::Foot);
    assert!(cut.subject.as_ref().is_some_and(|id| WORLD.exists(id)), "{cut:?}");
    for words in ["visible seats are unconfirmed", "stations, ports or border posts"] {
        let it = found.iter().find(|it| it.text.contains(words)).unwrap_or_else(|| panic!("{words}: {found:?}"));
        assert!(matches!(it.spot, Spot::Place(_)), "{it:?}");
    }
}

#[test]
fn the_document_has_headings_and_paragraphs() {
    let lang = Lang::default();
    let part = part("state:KZ", "a4-portrait", &lang);
    let bytes = briefing::document("A title", part.pages()).unwrap();
    let count = |words: &str| bytes.windows(words.len()).filter(|window| *window == words.as_bytes()).count();
    assert_eq!(count("/S/H1"), part.pages().count(), "a title for each page");
    assert!(count("/S/H2") > 8, "headings");
    let paragraphs = count("/S/P");
    let all: usize = part.pages().map(|scene| lines(scene).len()).sum();
    assert!(paragraphs > 20 && paragraphs + 20 < all, "lines of one paragraph are one: {paragraphs} of {all}");
}

#[test]
fn what_lies_in_an_inset_leads_nowhere_else() {
    let lang = Lang::default();
    let session = Session::default();
    let subject = Subject { world: &WORLD, base: &BASE, session: &session, lang: &lang };
    let mut laid = subject.picture(Size::parse("a4-portrait").unwrap(), None, true);
    let inset = inset(&laid.sheet.scene.root).expect("insets stand on this picture");
    let dropped = |at| ots_atlas::scene::Dropped { text: "lost".to_owned(), at, matters: true };
    laid.sheet.scene.dropped = vec![dropped(inset.center())];
    let spot = |laid: &ots_atlas::export::Laid| {
        let found = press::check(&WORLD, laid, &lang, press::MONTHS);
        found.into_iter().find(|it| it.flaw == Flaw::DroppedLabel).map(|it| it.spot)
    };
    assert_eq!(spot(&laid), Some(Spot::Map));
    let beside = laid.sheet.frame.center();
    assert!(!inset.contains(beside));
    laid.sheet.scene.dropped = vec![dropped(beside)];
    assert!(matches!(spot(&laid), Some(Spot::Place(_))));
}

/// The first inset of a page.
fn inset(group: &Group) -> Option<ots_atlas::scene::Rect> {
    let own = group.clip.filter(|_| group.name.starts_with("map/inset"));
    let within = |item: &Item| if let Item::Group(group) = item { inset(group) } else { None };
    own.or_else(|| group.items.iter().find_map(within))
}
