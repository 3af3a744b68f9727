//! A briefing pack: views, sizes, formats and languages from one text file.

mod text;

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use super::{FORMATS, Format, Seen, Size};
use crate::date::Date;
use crate::lang::LANGUAGES;
use crate::projection::{self, Viewport};
use crate::session::{Layer, Session, code};
use crate::story::plain::Table;
use crate::style::Theme;
use crate::world::World;

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

/// A view as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawView {
    name: Spanned<String>,
    title: Option<String>,
    select: Option<Spanned<String>>,
    #[serde(default)]
    fit: bool,
    view: Option<Spanned<String>>,
    layers: Option<Vec<Spanned<String>>>,
    as_of: Option<Spanned<String>>,
    theme: Option<Spanned<String>>,
    projection: Option<Spanned<String>>,
    strip: Option<bool>,
    frame: Option<Spanned<String>>,
}

/// Where in the file a value stands.
struct Reader<'t> {
    text: &'t str,
    world: &'t World,
}

impl Reader<'_> {
    /// The line of a place.
    fn line(&self, span: &Range<usize>) -> usize {
        self.text[..span.start.min(self.text.len())].matches('\n').count() + 1
    }

    /// What is wrong with a value.
    fn bad<T>(&self, key: &str, value: &Spanned<T>, why: impl Into<String>) -> BadPack {
        BadPack { line: self.line(&value.span()), key: key.to_owned(), why: why.into() }
    }

    /// Reads a word out of a list.
    fn word(&self, key: &str, value: &Spanned<String>, words: &[&'static str]) -> Result<&'static str, BadPack> {
        words
            .iter()
            .copied()
            .find(|word| *word == value.get_ref())
            .ok_or_else(|| self.bad(key, value, format!("“{}” is none of {}", value.get_ref(), words.join(", "))))
    }

    /// Reads words out of a list; the first one where none is given.
    fn words(
        &self,
        key: &str,
        values: &[Spanned<String>],
        words: &[&'static str],
        usual: bool,
    ) -> Result<Vec<&'static str>, BadPack> {
        let mut read = values.iter().map(|value| self.word(key, value, words)).collect::<Result<Vec<_>, _>>()?;
        if read.is_empty() && usual {
            read.extend(words.first());
        }
        let mut known = BTreeSet::new();
        read.retain(|word| known.insert(*word));
        Ok(read)
    }

    /// Reads a size.
    fn size(&self, key: &str, value: &Spanned<String>) -> Result<Size, BadPack> {
        Size::parse(value.get_ref()).map_err(|error| self.bad(key, value, error.to_string()))
    }

    /// Reads the size of a window's map: `1016x452`.
    fn frame(&self, value: &Spanned<String>) -> Result<[f64; 2], BadPack> {
        let sides: Vec<f64> = value.get_ref().split('x').filter_map(|side| side.trim().parse().ok()).collect();
        match sides[..] {
            [width, height] if [width, height].iter().all(|side| (1.0..1e5).contains(side)) => Ok([width, height]),
            _ => Err(self.bad("view.frame", value, "write width and height in points, such as 1016x452")),
        }
    }

    /// Reads one view.
    fn view(&self, raw: RawView, names: &mut BTreeSet<String>) -> Result<View, BadPack> {
        let name = raw.name.get_ref();
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if name.is_empty() || name.len() > 60 || !name.chars().all(is_plain) || name.starts_with('-') {
            return Err(self.bad("view.name", &raw.name, "a name has small letters, digits and hyphens, 60 at most"));
        }
        if !names.insert(name.clone()) {
            return Err(self.bad("view.name", &raw.name, format!("there is another view called {name}")));
        }
        let mut session = Session::default();
        if let Some(value) = &raw.view {
            let text = value.get_ref();
            let numbers: Vec<f64> = text.split(',').filter_map(|part| part.trim().parse().ok()).collect();
            match numbers[..] {
                [lon, lat, km_per_point] if text.split(',').count() == 3 => {
                    session.viewport = Some(Viewport { center: [lon, lat], km_per_point }.sane());
                }
                _ => {
                    let decoded = code::decode(text, self.world);
                    session = decoded.map_err(|error| self.bad("view.view", value, error.to_string()))?;
                }
            }
        }
        if let Some(value) = &raw.select {
            let found = self.world.resolve(value.get_ref());
            session.selection = Some(found.map_err(|error| self.bad("view.select", value, error.to_string()))?);
        }
        if let Some(values) = &raw.layers {
            let words = Layer::ALL.map(|(_, word)| word);
            let layers = self.words("view.layers", values, &words, false)?;
            session.layers = Layer::ALL.into_iter().filter(|(_, word)| layers.contains(word)).map(|(l, _)| l).collect();
        }
        if let Some(value) = &raw.as_of {
            let date: Result<Date, _> = value.get_ref().parse();
            let date = date.map_err(|error| self.bad("view.as_of", value, error.to_string()))?;
            if self.world.edition.is_some_and(|edition| date.earliest() > edition) {
                return Err(self.bad("view.as_of", value, format!("the facts do not reach to {date}")));
            }
            session.as_of = Some(self.world.edition.map_or(date.latest(), |edition| date.latest().min(edition)));
        }
        if let Some(value) = &raw.theme {
            let word = self.word("view.theme", value, &Theme::ALL.map(|(_, word)| word))?;
            session.theme =
                Theme::ALL.into_iter().find(|(_, it)| *it == word).map_or(session.theme, |(theme, _)| theme);
        }
        if let Some(value) = &raw.projection {
            let words: Vec<&str> = projection::ALL.iter().map(|projection| projection.id()).collect();
            self.word("view.projection", value, &words)?.clone_into(&mut session.projection);
        }
        session.strip = raw.strip.unwrap_or(session.strip);
        if raw.fit && session.selection.is_none() {
            return Err(self.bad("view.fit", &raw.name, "there is nothing to fit; select something"));
        }
        let title = raw.title.filter(|title| !title.trim().is_empty());
        let frame = raw.frame.map(|frame| self.frame(&frame)).transpose()?;
        Ok(View { name: name.clone(), title, session, frame, fit: raw.fit })
    }
}

impl Pack {
    /// Reads a pack.
    ///
    /// # Errors
    /// The first thing that is wrong, with its line and key.
    pub fn parse(text: &str, world: &World) -> Result<Self, BadPack> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let reader = Reader { text, world };
        let raw: Raw = toml::from_str(text).map_err(|error| BadPack {
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
        let mut names = BTreeSet::new();
        let views = raw.view.into_iter().map(|view| reader.view(view, &mut names)).collect::<Result<Vec<_>, _>>()?;
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
        };
        let count = pack.items().count();
        if count == 0 || count > MOST {
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
            ("title = \"a\"\nview = []\n", 1, "view", "not 0"),
        ];
        for (text, line, key, why) in cases {
            let bad = Pack::parse(text, &world).unwrap_err();
            assert_eq!((bad.line, bad.key.as_str()), (line, key), "{bad}");
            assert!(bad.why.contains(why), "{bad}");
        }
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
