//! A briefing pack: views, sizes, formats and languages from one text file.

mod read;
mod series;
mod text;

use std::collections::BTreeSet;
use std::fmt;

use serde::Deserialize;
use toml::Spanned;

use super::{FORMATS, Format, Seen, Size};
use crate::lang::LANGUAGES;
use crate::session::Session;
use crate::story::plain::Table;
use crate::world::World;

use read::{RawView, Reader};

/// Facts are never older than this, in months.
const MONTHS: u32 = 12_000;

/// Most pictures of a pack.
const MOST: usize = 2000;

/// Everything that a pack makes.
#[derive(Debug, Clone, PartialEq)]
pub struct Pack {
    /// Title of the briefing.
    pub title: String,
    /// What is looked at.
    pub views: Vec<View>,
    /// How large.
    pub sizes: Vec<Size>,
    /// Endings of the formats.
    pub formats: Vec<&'static str>,
    /// Language codes.
    pub languages: Vec<&'static str>,
    /// Whether captions are written beside.
    pub captions: bool,
    /// Forms in which the facts are written beside.
    pub facts: Vec<(Table, &'static str)>,
    /// Paper of the briefing in one document, where there is one.
    pub briefing: Option<Size>,
    /// Facts older than this are told by the press check, in months.
    pub months: u32,
    /// Views that are left out, as they compare with an edition of the facts that is not open.
    pub left_out: usize,
}

/// What a pack is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// The text itself.
    Text(String),
    /// A file that holds it.
    File(std::path::PathBuf),
}

/// One view of a pack.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// Its name, the beginning of the names of its files.
    pub name: String,
    /// What people call it; its name where that is missing.
    pub title: Option<String>,
    /// What it shows; the language comes from the pack.
    pub session: Session,
    /// Width and height of the map in the window from which the view comes, in points: all of it is shown.
    pub frame: Option<[f64; 2]>,
    /// Whether the selection is brought into view.
    pub fit: bool,
}

impl View {
    /// The part of the world that the window showed from which the view comes.
    #[must_use]
    pub fn seen(&self) -> Option<Seen> {
        Some(Seen { viewport: self.session.viewport?, frame: self.frame? })
    }
}

/// One picture of a pack.
#[derive(Debug, Clone, Copy)]
pub struct Item<'p> {
    /// What it shows.
    pub view: &'p View,
    /// How large.
    pub size: Size,
    /// Its language.
    pub language: &'static str,
    /// Whether captions and facts of the view are written with it.
    pub is_first: bool,
}

/// Why a pack cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadPack {
    /// Line of the file, from 1.
    pub line: usize,
    /// The key, where it is one.
    pub key: String,
    /// What is wrong with it.
    pub why: String,
}

impl fmt::Display for BadPack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = if self.key.is_empty() { String::new() } else { format!(", {}", self.key) };
        write!(f, "line {}{key}: {}", self.line, self.why)
    }
}

impl std::error::Error for BadPack {}

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    title: String,
    #[serde(default)]
    sizes: Vec<Spanned<String>>,
    #[serde(default)]
    formats: Vec<Spanned<String>>,
    #[serde(default)]
    languages: Vec<Spanned<String>>,
    #[serde(default)]
    captions: bool,
    #[serde(default)]
    facts: Vec<Spanned<String>>,
    briefing: Option<Spanned<String>>,
    months: Option<u32>,
    view: Vec<RawView>,
}

impl Pack {
    /// Reads a pack.
    ///
    /// # Errors
    /// The first thing that is wrong, with its line and key.
    pub fn parse(text: &str, world: &World) -> Result<Self, BadPack> {
        Self::read(text, world, false)
    }

    /// Reads bookmarks, of which views are left out and counted that compare with an edition of the facts that is not
    /// open: whoever kept them had it open.
    ///
    /// # Errors
    /// The first thing that is wrong otherwise, with its line and key.
    pub fn parse_bookmarks(text: &str, world: &World) -> Result<Self, BadPack> {
        Self::read(text, world, true)
    }

    fn read(text: &str, world: &World, leaves_out: bool) -> Result<Self, BadPack> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let reader = Reader { text, world };
        let mut raw: Raw = toml::from_str(text).map_err(|error| BadPack {
            line: error.span().map_or(1, |span| reader.line(&span)),
            key: String::new(),
            why: error.message().replace('\n', " "),
        })?;
        let languages: Vec<&'static str> = LANGUAGES.iter().map(|language| language.code).collect();
        let formats: Vec<&'static str> = FORMATS.iter().map(|format| format.extension).collect();
        let mut sizes = raw.sizes.iter().map(|size| reader.size("sizes", size)).collect::<Result<Vec<_>, _>>()?;
        if sizes.is_empty() {
            sizes.push(super::USUAL[0].1);
        }
        let mut known: Vec<Size> = Vec::new();
        sizes.retain(|size| {
            let fresh = !known.contains(size);
            known.push(*size);
            fresh
        });
        let given = raw.view.len();
        raw.view.retain(|view| !(leaves_out && reader.lacks_edition(view)));
        let left_out = given - raw.view.len();
        let mut names = BTreeSet::new();
        let views = raw.view.into_iter().map(|view| reader.views(view, &mut names)).collect::<Result<Vec<_>, _>>()?;
        let views = views.into_iter().flatten().collect();
        let pack = Self {
            title: raw.title,
            views,
            sizes,
            formats: reader.words("formats", &raw.formats, &formats, true)?,
            languages: reader.words("languages", &raw.languages, &languages, true)?,
            captions: raw.captions,
            facts: reader
                .words("facts", &raw.facts, &Table::ALL.map(|(_, ending)| ending), false)?
                .into_iter()
                .filter_map(|word| Table::ALL.into_iter().find(|(_, ending)| *ending == word))
                .collect(),
            briefing: raw.briefing.map(|size| reader.size("briefing", &size)).transpose()?,
            months: raw.months.unwrap_or(super::press::MONTHS).min(MONTHS),
            left_out,
        };
        let count = pack.items().count();
        if (count == 0 && left_out == 0) || count > MOST {
            return Err(BadPack {
                line: 1,
                key: "view".to_owned(),
                why: format!("a pack has 1 to {MOST} pictures, not {count}"),
            });
        }
        Ok(pack)
    }

    /// Every picture, in the order of the file.
    pub fn items(&self) -> impl Iterator<Item = Item<'_>> {
        self.views.iter().flat_map(move |view| {
            self.languages.iter().flat_map(move |language| {
                self.sizes.iter().enumerate().map(move |(at, size)| Item {
                    view,
                    size: *size,
                    language,
                    is_first: at == 0,
                })
            })
        })
    }
}

impl Item<'_> {
    /// The name of its file in a format, without folder.
    #[must_use]
    pub fn file(&self, format: &Format) -> String {
        format!("{}-{}-{}.{}", self.view.name, self.size, self.language, format.extension)
    }

    /// The name of a file beside it that is not about one size.
    #[must_use]
    pub fn beside(&self, ending: &str) -> String {
        format!("{}-{}.{ending}", self.view.name, self.language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::{self, Files};

    #[test]
    fn mistakes_are_told_with_line_and_key() {
        let world = world::load(&Files::Embedded).world;
        let cases = [
            ("title = 1\n", 1, "", "invalid type"),
            ("title = \"a\"\nsizes = [\"a9\"]\nview = []\n", 2, "sizes", "or one of slide"),
            ("title = \"a\"\ncolour = 1\nview = []\n", 2, "", "unknown field"),
            ("title = \"a\"\n[[view]]\nname = \"../x\"\n", 3, "view.name", "small letters"),
            ("title = \"a\"\n[[view]]\nname = \"x\"\nselect = \"Atlantis\"\n", 4, "view.select", "Atlantis"),
            ("title = \"a\"\n[[view]]\nname = \"x\"\nlayers = [\"water\", \"fire\"]\n", 4, "view.layers", "fire"),
            ("title = \"a\"\n[[view]]\nname = \"x\"\n\n[[view]]\nname = \"x\"\n", 6, "view.name", "another"),
            ("title = \"a\"\nlanguages = [\"en\", \"xx\"]\n[[view]]\nname = \"x\"\n", 2, "languages", "xx"),
            ("title = \"a\"\n[[view]]\nname = \"x\"\nas_of = \"soon\"\n", 4, "view.as_of", "soon"),
            ("title = \"a\"\n[[view]]\nname = \"x\"\nview = \"ZZZZ\"\n", 4, "view.view", "code"),
            ("title = \"a\"\n[[view]]\nname = \"x\"\nuntil = \"2020\"\n", 4, "view.until", "as_of"),
            ("title = \"a\"\nview = []\n", 1, "view", "not 0"),
        ];
        for (text, line, key, why) in cases {
            let bad = Pack::parse(text, &world).unwrap_err();
            assert_eq!((bad.line, bad.key.as_str()), (line, key), "{bad}");
            assert!(bad.why.contains(why), "{bad}");
        }
    }

    #[test]
    fn a_series_has_a_picture_for_every_day_of_an_event() {
        let world = world::load(&Files::Embedded).world;
        let text = "title = \"a\"\n[[view]]\nname = \"ots\"\nas_of = \"2018-09-01\"\nuntil = \"2019-12-31\"\n";
        let pack = Pack::parse(text, &world).unwrap();
        let names: Vec<&str> = pack.views.iter().map(|view| view.name.as_str()).collect();
        assert_eq!(names[0], "ots-2018-09-01");
        assert!(names.contains(&"ots-2018-09-03") && names.contains(&"ots-2019-10-15"), "{names:?}");
        assert!(pack.views.iter().all(|view| view.session.as_of.is_some_and(|day| day.year() < 2020)));
    }

    #[test]
    fn packs_multiply() {
        let world = world::load(&Files::Embedded).world;
        let text = "title = \"Briefing\"\nsizes = [\"slide\", \"a4\"]\nformats = [\"svg\", \"pdf\"]\nlanguages = [\"tr\", \"en\", \"tr\"]\n\
                    [[view]]\nname = \"ots\"\n[[view]]\nname = \"kz\"\nselect = \"KZ\"\nfit = true\ntheme = \"print\"\n";
        let pack = Pack::parse(text, &world).unwrap();
        let names: Vec<String> = pack.items().map(|item| item.file(&FORMATS[2])).collect();
        assert_eq!(names.len(), 8);
        assert_eq!(names[0], "ots-slide-tr.pdf");
        assert_eq!(names[7], "kz-a4-en.pdf");
    }
}
