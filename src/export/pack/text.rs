//! Packs as text, as people would write them.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::Pack;
use crate::lang::fold;
use crate::session::{Bookmark, Layer, Order, Session, View};
use crate::style::Theme;
use crate::world::Area;

/// Letters of the name of a file that a view begins, at most.
const LETTERS: usize = 40;

impl Pack {
    /// The views of bookmarks as the text of a pack, with the lines that say what is made of them.
    #[must_use]
    pub fn text(title: &str, settings: &str, bookmarks: &[Bookmark]) -> String {
        let mut text = format!("title = {}\n{settings}", quoted(title));
        let mut names = BTreeSet::new();
        for bookmark in bookmarks {
            let name = free(&file_name(&bookmark.name), &names);
            let _ = writeln!(text, "\n[[view]]\nname = {}\ntitle = {}", quoted(&name), quoted(&bookmark.name));
            view(&bookmark.session, &mut text);
            if let (Some([width, height]), Some(_)) = (bookmark.frame, bookmark.session.viewport) {
                let _ = writeln!(text, "frame = \"{width:.1}x{height:.1}\"");
            }
            names.insert(name);
        }
        text
    }
}

/// What a session shows, where it is not the usual.
fn view(session: &Session, text: &mut String) {
    let usual = Session::default();
    if let Some(id) = &session.selection {
        let _ = writeln!(text, "select = {}", quoted(&id.to_string()));
    }
    if let Some(view) = session.viewport {
        let [lon, lat] = view.center;
        let _ = writeln!(text, "view = \"{lon:.5},{lat:.5},{:.6}\"", view.km_per_point);
    }
    if session.layers != usual.layers {
        let on = Layer::ALL.into_iter().filter(|(layer, _)| session.layers.contains(layer));
        let words: Vec<String> = on.map(|(_, word)| quoted(word)).collect();
        let _ = writeln!(text, "layers = [{}]", words.join(", "));
    }
    if let Some(day) = session.as_of {
        let _ = writeln!(text, "as_of = \"{day}\"");
    }
    if let Some((_, word)) = Theme::ALL.into_iter().find(|(theme, _)| *theme == session.theme) {
        let _ = writeln!(text, "theme = \"{word}\"");
    }
    if session.projection != usual.projection {
        let _ = writeln!(text, "projection = {}", quoted(&session.projection));
    }
    if session.view == View::Matrix {
        text.push_str("table = true\n");
    }
    if let Some((_, word)) = session.area.and_then(|area| Area::ALL.into_iter().find(|(it, _)| *it == area)) {
        let _ = writeln!(text, "area = {}", quoted(word));
    }
    for (key, order) in [("sort", &session.sorting.bodies), ("sort_states", &session.sorting.states)] {
        if *order != Order::Facts {
            let _ = writeln!(text, "{key} = {}", quoted(&order.to_string()));
        }
    }
    if session.strip {
        text.push_str("strip = true\n");
    }
    if let Some(id) = &session.beside {
        let _ = writeln!(text, "beside = {}", quoted(&id.to_string()));
    }
}

/// A text in quotes. What JSON escapes, TOML escapes alike.
fn quoted(text: &str) -> String {
    let text: String = text.chars().filter(|letter| *letter != '\u{7f}').collect();
    serde_json::to_string(&text).unwrap_or_default()
}

/// The beginning of names of files after what people call a view.
fn file_name(title: &str) -> String {
    let words = fold(title);
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let name: String = words.chars().map(|c| if is_plain(c) { c } else { '-' }).take(LETTERS).collect();
    let name: Vec<&str> = name.split('-').filter(|part| !part.is_empty()).collect();
    if name.is_empty() { "view".to_owned() } else { name.join("-") }
}

/// The name, with a number where another view has it.
fn free(name: &str, names: &BTreeSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let mut all = std::iter::once(name.to_owned()).chain(numbered);
    all.find(|name| !names.contains(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::projection::Viewport;
    use crate::session::Sorting;
    use crate::world::{self, Files};

    #[test]
    fn a_view_of_an_edition_that_is_not_open_is_left_out_of_bookmarks_alone() {
        let world = world::load(&Files::Embedded).world;
        let bookmark = |name: &str, id: &str| {
            let session = Session { selection: Some(id.parse().unwrap()), ..Session::default() };
            Bookmark { name: name.to_owned(), session, frame: None }
        };
        let edition = bookmark("Before", "edition:2026-06-01~1f2e3d4c");
        let text = Pack::text("Views", "", &[bookmark("Kazakhstan", "state:KZ"), edition.clone()]);
        let pack = Pack::parse_bookmarks(&text, &world).unwrap();
        let names: Vec<&str> = pack.views.iter().map(|view| view.name.as_str()).collect();
        assert_eq!((names, pack.left_out), (vec!["kazakhstan"], 1));
        let bad = Pack::parse(&text, &world).unwrap_err();
        assert_eq!((bad.line, bad.key.as_str()), (12, "view.select"), "{bad}\n{text}");
        let alone = Pack::parse_bookmarks(&Pack::text("Views", "", &[edition]), &world).unwrap();
        assert_eq!((alone.views.len(), alone.left_out), (0, 1));
        // Whatever else is wrong is told as ever.
        let wrong = text.replace("state:KZ", "Atlantis");
        assert_eq!(Pack::parse_bookmarks(&wrong, &world).unwrap_err().key, "view.select");
    }

    #[test]
    fn bookmarks_come_back_from_their_text() {
        let world = world::load(&Files::Embedded).world;
        let first = Session {
            selection: Some("state:KZ".parse().unwrap()),
            viewport: Some(Viewport { center: [66.5, 48.25], km_per_point: 3.125 }),
            layers: [Layer::Water, Layer::Nodes].into(),
            as_of: "2019-10-14".parse().ok(),
            theme: Theme::Dark,
            projection: "lambert".to_owned(),
            strip: true,
            view: View::Matrix,
            area: Some(Area::Energy),
            beside: Some("corridor:BTK".parse().unwrap()),
            sorting: Sorting { bodies: Order::Role("KZ".to_owned()), states: Order::Name },
            ..Session::default()
        };
        let all =
            [("Қазақстан \"now\"\\", first), ("Kazakhstan", Session::default()), ("Kazakhstan", Session::default())];
        let all = all.map(|(name, session)| {
            let frame = session.viewport.map(|_| [1016.0, 452.5]);
            Bookmark { name: name.to_owned(), session, frame }
        });
        let text = Pack::text("My views", "", &all);
        let pack = Pack::parse(&text, &world).unwrap_or_else(|bad| panic!("{bad}\n{text}"));
        assert_eq!(pack.title, "My views");
        let back: Vec<Bookmark> = pack
            .views
            .iter()
            .map(|view| Bookmark {
                name: view.title.clone().unwrap(),
                session: view.session.clone(),
                frame: view.frame,
            })
            .collect();
        assert_eq!(back, all);
        let names: Vec<&str> = pack.views.iter().map(|view| view.name.as_str()).collect();
        assert_eq!(names, ["kazakstan-now", "kazakhstan", "kazakhstan-2"]);
        assert_eq!(file_name("→ ₸"), "view");
    }
}
