//! Insets: there where a picture shows the whole OTS, over nothing of it, and never in a window.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::sync::{Arc, LazyLock};

use kurbo::Rect;
use ots_atlas::export::{Size, USUAL};
use ots_atlas::lang::Lang;
use ots_atlas::map::{self, Base, Page, Sheet};
use ots_atlas::projection;
use ots_atlas::scene::{Group, Item, PathMark, TextMark};
use ots_atlas::session::Session;
use ots_atlas::world::{self, Files, World};

static WORLD: LazyLock<World> = LazyLock::new(|| world::load(&Files::Embedded).world);

/// The base map at both scales.
static BASE: LazyLock<Base> = LazyLock::new(|| {
    let mut base = Base::new(&WORLD, projection::by_id("albers").unwrap());
    base.add_near(&Arc::new(world::load_near(&Files::Embedded).0));
    base
});

fn compose(session: &Session, page: &Page) -> Sheet {
    map::compose(&WORLD, &BASE, session, &Lang::new(&session.language).unwrap(), page)
}

fn session(selection: &str) -> Session {
    Session { selection: selection.parse().ok(), ..Session::default() }
}

fn page(size: &str) -> Page {
    Size::parse(size).unwrap().page().0
}

/// The group of that name, anywhere below another.
fn find<'g>(group: &'g Group, name: &str) -> Option<&'g Group> {
    let mut inner = group.items.iter().filter_map(|item| match item {
        Item::Group(inner) => Some(inner),
        _ => None,
    });
    if group.name == name { Some(group) } else { inner.find_map(|inner| find(inner, name)) }
}

/// The insets of a page by name.
fn insets(sheet: &Sheet) -> Vec<(&'static str, &Group)> {
    ["caucasus", "cyprus"]
        .into_iter()
        .filter_map(|name| Some((name, find(&sheet.scene.root, &format!("map/inset {name}"))?)))
        .collect()
}

/// All paths and texts below a group but those of insets.
fn marks<'g>(group: &'g Group, paths: &mut Vec<&'g PathMark>, texts: &mut Vec<&'g TextMark>) {
    for item in &group.items {
        match item {
            Item::Group(inner) if inner.name.starts_with("map/inset") => {}
            Item::Group(inner) => marks(inner, paths, texts),
            Item::Path(mark) => paths.push(mark),
            Item::Text(mark) => texts.push(mark),
        }
    }
}

/// Whether a path paints on a rectangle of the page.
fn paints(mark: &PathMark, rect: Rect) -> bool {
    let window = mark.transform.inverse().transform_rect_bbox(rect);
    mark.shape.is_drawn_in(window) || (mark.fill.is_some() && mark.shape.contains(window.center()))
}

/// Whether some text below a group is this.
fn says(group: &Group, wanted: &str) -> bool {
    group.items.iter().any(|item| match item {
        Item::Group(inner) => says(inner, wanted),
        Item::Text(mark) => mark.run.text == wanted,
        Item::Path(_) => false,
    })
}

#[test]
fn the_whole_ots_has_insets_that_cover_nothing_of_it() {
    // At 4:3 the map fills its frame, on A3 but for a corner, and the Caucasus is larger on it.
    let counts = [2, 2, 0, 2, 2, 2, 1, 2];
    for ((size, _), count) in USUAL.into_iter().zip(counts) {
        let sheet = compose(&Session::default(), &page(size));
        let insets = insets(&sheet);
        assert_eq!(insets.len(), count, "{size}");
        let (mut paths, mut texts) = (Vec::new(), Vec::new());
        marks(find(&sheet.scene.root, "map").unwrap(), &mut paths, &mut texts);
        for (name, inset) in &insets {
            let place = inset.clip.unwrap();
            assert!(sheet.frame.contains_rect(place), "{size}: {name} at {place:?}");
            for mark in &paths {
                let tag = mark.tag.as_deref().unwrap_or_default();
                assert!(tag.is_empty() || !paints(mark, place), "{size}: {name} covers {tag}");
            }
            for mark in &texts {
                let letters = mark.bounds().inset(-4.0);
                assert!(!letters.overlaps(place), "{size}: {name} covers {}", mark.run.text);
            }
            let mut others = insets.iter().filter(|(other, _)| other != name);
            assert!(!others.any(|(_, other)| other.clip.unwrap().overlaps(place)), "{size}: {name}");
        }
        for state in ["Azerbaijan", "Kazakhstan", "Hungary", "Kyrgyzstan", "Türkiye"] {
            assert!(!sheet.scene.dropped.iter().any(|lost| lost.text == state), "{size}: {state} has no name");
        }
    }
}

#[test]
fn windows_and_pictures_of_something_else_have_none() {
    assert!(insets(&compose(&Session::default(), &Page::window(1440.0, 900.0))).is_empty());
    for selection in ["state:KZ", "state:AZ", "state:TRNC"] {
        let slide = page("slide");
        let session = session(selection);
        let frame = compose(&session, &slide).frame;
        let viewport =
            map::fit(&WORLD, &BASE, session.selection.as_ref().unwrap(), WORLD.as_of(None), frame).map(|fitted| {
                projection::Viewport { km_per_point: fitted.km_per_point * f64::from(slide.scale), ..fitted }
            });
        let sheet = compose(&Session { viewport, ..session }, &slide);
        assert!(insets(&sheet).is_empty(), "{selection}");
    }
    // The lines of Hungary are far from both regions.
    assert!(insets(&compose(&session("state:HU"), &page("slide"))).is_empty());
}

#[test]
fn northern_cyprus_in_the_inset_is_hatched_and_named_and_has_no_outline() {
    for language in ["en", "tr"] {
        let label = Lang::new(language).unwrap().text("map-northern-cyprus-label");
        for (size, _) in USUAL {
            let session = Session { language: language.to_owned(), ..Session::default() };
            let sheet = compose(&session, &page(size));
            assert!(says(&sheet.scene.root, &label), "{size}");
            let Some(inset) = find(&sheet.scene.root, "map/inset cyprus") else { continue };
            assert!(says(inset, &label), "{size}: the inset does not name it");
            let (mut paths, mut texts) = (Vec::new(), Vec::new());
            marks(find(inset, "map/inset cyprus/areas").unwrap(), &mut paths, &mut texts);
            let own = |mark: &&&PathMark| mark.tag.as_deref() == Some("state:TRNC");
            assert!(paths.iter().filter(own).any(|mark| mark.fill.is_none() && mark.stroke.is_some()), "{size}: hatch");
            let (mut lines, outline) = (Vec::new(), session.theme.tokens().member_line);
            marks(find(inset, "map/inset cyprus/boundaries").unwrap(), &mut lines, &mut texts);
            let strong = |mark: &&PathMark| mark.stroke.as_ref().is_some_and(|stroke| stroke.color == outline);
            let mut strong = lines.into_iter().filter(strong);
            let frame = find(inset, "map/inset cyprus/map").and_then(|map| map.clip).unwrap();
            assert!(!strong.any(|mark| paints(mark, frame)), "{size}: an outline");
        }
    }
}
