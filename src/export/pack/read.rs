//! Reads the parts of a pack, and tells what is wrong with them by line and key.

use std::collections::BTreeSet;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use super::{BadPack, View, series};
use crate::date::{Date, Day};
use crate::export::Size;
use crate::projection::{self, Viewport};
use crate::session::code::{self, BadCode};
use crate::session::{self, Layer, Order, Session, Sorting};
use crate::style::Theme;
use crate::world::{Area, Kind, Unresolved, World};

/// A view as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawView {
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
    table: Option<bool>,
    area: Option<Spanned<String>>,
    beside: Option<Spanned<String>>,
    sort: Option<Spanned<String>>,
    sort_states: Option<Spanned<String>>,
    until: Option<Spanned<String>>,
    frame: Option<Spanned<String>>,
}

/// Where in the file a value stands.
pub(super) struct Reader<'t> {
    pub text: &'t str,
    pub world: &'t World,
}

impl Reader<'_> {
    /// The line of a place.
    pub fn line(&self, span: &Range<usize>) -> usize {
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
    pub fn words(
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
    pub fn size(&self, key: &str, value: &Spanned<String>) -> Result<Size, BadPack> {
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

    /// Reads a day of the facts; a year or a month stands for its last day.
    fn day(&self, key: &str, value: &Spanned<String>) -> Result<Day, BadPack> {
        let date: Result<Date, _> = value.get_ref().parse();
        let date = date.map_err(|error| self.bad(key, value, error.to_string()))?;
        if self.world.edition.is_some_and(|edition| date.earliest() > edition) {
            return Err(self.bad(key, value, format!("the facts do not reach to {date}")));
        }
        Ok(self.world.edition.map_or(date.latest(), |edition| date.latest().min(edition)))
    }

    /// Reads the orders of the table.
    fn sort(&self, raw: &RawView, sorting: &mut Sorting) -> Result<(), BadPack> {
        let bodies = self.order("view.sort", raw.sort.as_ref(), Kind::State)?;
        let states = self.order("view.sort_states", raw.sort_states.as_ref(), Kind::Institution)?;
        bodies.into_iter().for_each(|order| sorting.bodies = order);
        states.into_iter().for_each(|order| sorting.states = order);
        Ok(())
    }

    /// Reads an order of the table, which may ask for a thing of a kind.
    fn order(&self, key: &str, value: Option<&Spanned<String>>, kind: Kind) -> Result<Option<Order>, BadPack> {
        let Some(value) = value else { return Ok(None) };
        let read: Result<Order, _> = value.get_ref().parse();
        let order = read.map_err(|error| error.to_string()).and_then(|order| order.resolved(kind, self.world));
        order.map(Some).map_err(|why| self.bad(key, value, why))
    }

    /// Reads one view, or the views of a series.
    pub fn views(&self, raw: RawView, names: &mut BTreeSet<String>) -> Result<Vec<View>, BadPack> {
        let until = raw.until.as_ref().map(|value| self.day("view.until", value)).transpose()?;
        let begins = raw.as_of.is_some();
        let at = raw.until.clone();
        let view = self.view(raw, names)?;
        match (until, at) {
            (Some(_), Some(value)) if !begins => {
                Err(self.bad("view.until", &value, "say as_of, where the series begins"))
            }
            (Some(until), Some(value)) => {
                let days = view.session.selection.as_ref().is_some_and(|id| id.kind == Kind::Changes);
                if days || self.world.as_of(view.session.as_of) > until {
                    let why = if days { "two days are compared already" } else { "this is before as_of" };
                    return Err(self.bad("view.until", &value, why));
                }
                let views = series::through(view, until, self.world);
                match views.iter().find(|one| !names.insert(one.name.clone())) {
                    Some(one) => {
                        Err(self.bad("view.until", &value, format!("there is another view called {}", one.name)))
                    }
                    None => Ok(views),
                }
            }
            _ => Ok(vec![view]),
        }
    }

    /// Whether a view compares with an edition of the facts that is not open.
    pub fn lacks_edition(&self, raw: &RawView) -> bool {
        let named = [&raw.select, &raw.beside].into_iter().flatten();
        let mut found = named.map(|value| self.world.resolve(value.get_ref()));
        let code = raw.view.as_ref().map(|value| code::decode(value.get_ref(), self.world));
        found.any(|found| matches!(found, Err(Unresolved::Edition(_)))) || matches!(code, Some(Err(BadCode::Edition)))
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
        for (key, value, slot) in
            [("view.select", &raw.select, &mut session.selection), ("view.beside", &raw.beside, &mut session.beside)]
        {
            let Some(value) = value else { continue };
            let found = self.world.resolve(value.get_ref());
            *slot = Some(found.map_err(|error| self.bad(key, value, error.to_string()))?);
        }
        if let Some(values) = &raw.layers {
            let words = Layer::ALL.map(|(_, word)| word);
            let layers = self.words("view.layers", values, &words, false)?;
            session.layers = Layer::ALL.into_iter().filter(|(_, word)| layers.contains(word)).map(|(l, _)| l).collect();
        }
        session.as_of = raw.as_of.as_ref().map(|value| self.day("view.as_of", value)).transpose()?.or(session.as_of);
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
        let shown = raw.table.map(|table| if table { session::View::Matrix } else { session::View::Map });
        session.view = shown.unwrap_or(session.view);
        if let Some(value) = &raw.area {
            let word = self.word("view.area", value, &Area::ALL.map(|(_, word)| word))?;
            session.area = Area::ALL.into_iter().find(|(_, it)| *it == word).map(|(area, _)| area);
        }
        self.sort(&raw, &mut session.sorting)?;
        if raw.fit && session.selection.is_none() {
            return Err(self.bad("view.fit", &raw.name, "there is nothing to fit; select something"));
        }
        let title = raw.title.filter(|title| !title.trim().is_empty());
        let frame = raw.frame.map(|frame| self.frame(&frame)).transpose()?;
        Ok(View { name: name.clone(), title, session, frame, fit: raw.fit })
    }
}
