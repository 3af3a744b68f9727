//! Bookmarks: views that the reader keeps under a name, in an order of the reader's own.

use serde::{Deserialize, Serialize};

use super::Session;

/// Bookmarks that are kept at most.
pub const MOST: usize = 200;

/// Letters of a name at most.
const LETTERS: usize = 80;

/// A view with a name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bookmark {
    /// What the reader calls it.
    pub name: String,
    /// What it shows.
    pub session: Session,
    /// Width and height of the map in the window in which it was kept, in points.
    #[serde(default)]
    pub frame: Option<[f64; 2]>,
}

/// Something that happens to the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Marking {
    /// Keeps the view that is shown.
    Add,
    /// Shows the view at a place.
    Open(usize),
    /// Gives the one at a place another name.
    Rename(usize, String),
    /// Moves the one at a place to another place.
    Move(usize, usize),
    /// Takes the one at a place out.
    Remove(usize),
    /// Puts the one that was taken out last back to its place.
    Restore,
}

/// The bookmarks of the reader.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Bookmarks {
    list: Vec<Bookmark>,
    #[serde(skip)]
    removed: Option<(usize, Bookmark)>,
}

impl Bookmarks {
    /// All of them in order.
    #[must_use]
    pub fn list(&self) -> &[Bookmark] {
        &self.list
    }

    /// The one that was taken out last, as long as it can be put back.
    #[must_use]
    pub fn removed(&self) -> Option<&Bookmark> {
        self.removed.as_ref().map(|(_, bookmark)| bookmark)
    }

    /// Keeps a view under a name, with a number behind it where the name is taken; false where there are too many.
    pub fn add(&mut self, name: &str, session: Session, frame: Option<[f64; 2]>) -> bool {
        if self.list.len() >= MOST {
            return false;
        }
        let name = self.free(&plain(name));
        self.list.push(Bookmark { name, session, frame });
        true
    }

    /// Alters the list; what only shows or adds a view leaves it as it is.
    pub fn apply(&mut self, marking: &Marking) {
        match marking {
            Marking::Rename(at, name) => {
                let name = plain(name);
                if let Some(bookmark) = self.list.get_mut(*at).filter(|_| !name.is_empty()) {
                    bookmark.name = name;
                }
            }
            Marking::Move(from, to) if *from < self.list.len() => {
                let bookmark = self.list.remove(*from);
                self.list.insert((*to).min(self.list.len()), bookmark);
            }
            Marking::Remove(at) if *at < self.list.len() => self.removed = Some((*at, self.list.remove(*at))),
            Marking::Restore => {
                if let Some((at, bookmark)) = self.removed.take() {
                    self.list.insert(at.min(self.list.len()), bookmark);
                }
            }
            Marking::Add | Marking::Open(_) | Marking::Move(..) | Marking::Remove(_) => {}
        }
    }

    /// The list of a window that knew `base` last, with what others have made of it since: what they have added is there,
    /// what they have taken out is not, and what both have changed is there twice rather than lost.
    #[must_use]
    pub fn merged(base: &Self, mine: &Self, theirs: &Self) -> Self {
        let removed = mine.removed.clone();
        if mine.list == base.list {
            return Self { list: theirs.list.clone(), removed };
        }
        let is_gone = |it: &Bookmark| base.list.contains(it) && !theirs.list.contains(it);
        let mut merged = Self { list: mine.list.iter().filter(|it| !is_gone(it)).cloned().collect(), removed };
        for added in theirs.list.iter().filter(|it| !base.list.contains(it) && !mine.list.contains(it)) {
            let name = merged.free(&added.name);
            merged.list.push(Bookmark { name, ..added.clone() });
        }
        merged
    }

    /// The name, with a number where another bookmark has it.
    fn free(&self, name: &str) -> String {
        let taken = |name: &str| self.list.iter().any(|bookmark| bookmark.name == name);
        if !taken(name) {
            return name.to_owned();
        }
        let numbered = (2..=MOST + 1).map(|number| format!("{name} {number}"));
        numbered.into_iter().find(|name| !taken(name)).unwrap_or_else(|| name.to_owned())
    }
}

/// A name on one line, without letters that only steer.
fn plain(name: &str) -> String {
    let letters = name.chars().map(|letter| if letter.is_control() { ' ' } else { letter });
    letters.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LETTERS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(bookmarks: &Bookmarks) -> Vec<&str> {
        bookmarks.list().iter().map(|bookmark| bookmark.name.as_str()).collect()
    }

    fn three() -> Bookmarks {
        let mut bookmarks = Bookmarks::default();
        for name in ["a", "b", "a"] {
            assert!(bookmarks.add(name, Session::default(), None));
        }
        bookmarks
    }

    #[test]
    fn names_are_told_apart_and_the_order_is_the_readers() {
        let mut bookmarks = three();
        assert_eq!(names(&bookmarks), ["a", "b", "a 2"]);
        bookmarks.apply(&Marking::Move(2, 0));
        assert_eq!(names(&bookmarks), ["a 2", "a", "b"]);
        bookmarks.apply(&Marking::Move(0, 9));
        assert_eq!(names(&bookmarks), ["a", "b", "a 2"]);
        bookmarks.apply(&Marking::Rename(1, "  new\nname ".to_owned()));
        bookmarks.apply(&Marking::Rename(0, " ".to_owned()));
        assert_eq!(names(&bookmarks), ["a", "new name", "a 2"]);
    }

    #[test]
    fn lists_of_two_windows_become_one() {
        let (base, mut mine, mut theirs) = (three(), three(), three());
        theirs.apply(&Marking::Move(2, 0));
        assert_eq!(
            names(&Bookmarks::merged(&base, &base, &theirs)),
            ["a 2", "a", "b"],
            "their order where mine is old"
        );
        mine.apply(&Marking::Rename(0, "mine".to_owned()));
        theirs.apply(&Marking::Rename(1, "theirs".to_owned()));
        theirs.apply(&Marking::Remove(2));
        assert!(
            theirs.add("new", Session::default(), None)
                && mine.add("new", Session { strip: true, ..Session::default() }, None)
        );
        let merged = Bookmarks::merged(&base, &mine, &theirs);
        assert_eq!(names(&merged), ["mine", "a 2", "new", "theirs", "new 2"]);
        assert_eq!(names(&Bookmarks::merged(&theirs, &mine, &theirs)), names(&mine), "mine where they changed nothing");
    }

    #[test]
    fn what_was_taken_out_can_be_put_back_once() {
        let mut bookmarks = three();
        bookmarks.apply(&Marking::Remove(1));
        assert_eq!((names(&bookmarks), bookmarks.removed().is_some()), (vec!["a", "a 2"], true));
        bookmarks.apply(&Marking::Restore);
        bookmarks.apply(&Marking::Restore);
        assert_eq!(names(&bookmarks), ["a", "b", "a 2"]);
        for marking in [Marking::Remove(7), Marking::Move(7, 0), Marking::Rename(7, "x".to_owned()), Marking::Open(0)] {
            bookmarks.apply(&marking);
        }
        assert_eq!(bookmarks, three());
    }

    #[test]
    fn there_are_not_too_many() {
        let mut bookmarks = Bookmarks::default();
        (0..MOST).for_each(|_| assert!(bookmarks.add("x", Session::default(), Some([9.0, 5.0]))));
        assert!(!bookmarks.add("x", Session::default(), Some([9.0, 5.0])));
        let text = serde_json::to_string(&bookmarks).unwrap();
        assert_eq!(serde_json::from_str::<Bookmarks>(&text).unwrap(), bookmarks);
    }
}
