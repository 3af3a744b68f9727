//! The words of the interface: messages by key, numbers, dates, capitals, and folding for the search.
//!
//! Messages lie in `assets/lang/*.ftl`. Facts and names of things are not messages; they come with the world.

mod fold;
mod number;

use std::borrow::Cow;
use std::sync::{LazyLock, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::assets;
use crate::date::Date;

pub use fold::fold;

/// A language that the interface speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    /// Language code: `en`.
    pub code: &'static str,
    /// Its own name for itself.
    pub name: &'static str,
}

/// Every language of the interface; the first one stands in where another lacks a message.
pub const LANGUAGES: &[Language] = &[Language { code: "en", name: "English" }, Language { code: "tr", name: "Türkçe" }];

/// Between the thousands of a number, and between a number and what belongs to it.
pub const THIN_SPACE: char = number::THIN_SPACE;

/// The words of one language; a handle that is free to copy and to send to threads.
#[derive(Clone, Copy, Default)]
pub struct Lang {
    /// Its place among [`LANGUAGES`].
    number: usize,
}

/// What a message is filled with.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// Words, or a number that is already worded.
    Text(Cow<'a, str>),
    /// A number: chooses the plural and is written as the language writes numbers.
    Number(f64),
}

/// The messages of one language.
type Bundle = FluentBundle<FluentResource>;

/// One bundle for each of [`LANGUAGES`], each read at its first use.
static BUNDLES: LazyLock<Vec<OnceLock<Bundle>>> = LazyLock::new(|| LANGUAGES.iter().map(|_| OnceLock::new()).collect());

/// Reads the messages of a language; a message that does not parse is left out (the tests allow none).
fn read(language: &Language) -> Bundle {
    let locale: LanguageIdentifier = language.code.parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language.code {
        "tr" => |value, _| worded(value, "tr"),
        _ => |value, _| worded(value, "en"),
    }));
    let text = assets::text(&format!("lang/{}.ftl", language.code)).to_owned();
    let resource = FluentResource::try_new(text).unwrap_or_else(|(readable, _)| readable);
    bundle.add_resource_overriding(resource);
    bundle
}

/// A number in a message as the language writes it, with as many decimals as it has, three at most.
fn worded(value: &FluentValue, code: &str) -> Option<String> {
    let FluentValue::Number(n) = value else { return None };
    let decimals = (0..3).find(|d| {
        let scaled = n.value * 10_f64.powi(*d);
        (scaled - scaled.round()).abs() < 1e-6
    });
    Some(number::write(n.value, decimals.map_or(3, |d| d as usize), code))
}

impl std::fmt::Debug for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Lang").field(&self.code()).finish()
    }
}

impl Lang {
    /// The language with that code, or none where the interface does not speak it.
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        let number = LANGUAGES.iter().position(|language| language.code == code)?;
        Some(Self { number })
    }

    /// Its code: `en`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        LANGUAGES[self.number].code
    }

    /// The message of that key.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.format(key, &[])
    }

    /// The message of that key, filled in. A missing key falls back to English, then to itself in angle quotes.
    #[must_use]
    pub fn format(&self, key: &str, values: &[(&str, Value)]) -> String {
        let args: FluentArgs = values.iter().map(|(name, value)| (*name, FluentValue::from(value))).collect();
        self.bundles()
            .find_map(|bundle| {
                let pattern = bundle.get_message(key)?.value()?;
                // A placeholder without a value shows as its name in braces.
                let mut errors = Vec::new();
                Some(bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned())
            })
            .unwrap_or_else(|| format!("‹{key}›"))
    }

    /// Whether there is a message of that key, in this language or in English.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundles().any(|bundle| bundle.has_message(key))
    }

    /// Its messages, and the English ones where those lack something.
    fn bundles(self) -> impl Iterator<Item = &'static Bundle> {
        let stand_in = (self.number != 0).then_some(0);
        [self.number].into_iter().chain(stand_in).map(|number| BUNDLES[number].get_or_init(|| read(&LANGUAGES[number])))
    }

    /// A number with so many decimals: `20 592 571`, `288.4`; Turkish writes `288,4`.
    #[must_use]
    pub fn number(&self, value: f64, decimals: usize) -> String {
        number::write(value, decimals, self.code())
    }

    /// A length in kilometres, whole: `5 861 km`.
    #[must_use]
    pub fn km(&self, km: f64) -> String {
        self.format("unit-km", &[("number", self.number(km, 0).into())])
    }

    /// A date with the month shortened: `23 Nov 2026`, `Nov 2010`, `2013`.
    #[must_use]
    pub fn date(&self, date: impl Into<Date>) -> String {
        self.dated(date.into(), "date-month-short")
    }

    /// A date with the month in full: `23 November 2026`.
    #[must_use]
    pub fn date_long(&self, date: impl Into<Date>) -> String {
        self.dated(date.into(), "date-month")
    }

    /// A date as precise as it is, with month names under a prefix.
    fn dated(&self, date: Date, months: &str) -> String {
        let year = date.year().to_string();
        let Some(month) = date.month().map(|m| self.text(&format!("{months}-{m}"))) else { return year };
        match date.day() {
            Some(day) => format!("{day} {month} {year}"),
            None => format!("{month} {year}"),
        }
    }

    /// A list in words: "A, B and C".
    #[must_use]
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                self.format("list-and", &[("first", first.join(", ").into()), ("last", last.as_str().into())])
            }
        }
    }

    /// A text that begins with a capital.
    #[must_use]
    pub fn sentence(&self, text: &str) -> String {
        let mut letters = text.chars();
        letters.next().map_or_else(String::new, |first| self.upper(&first.to_string()) + letters.as_str())
    }

    /// Capitals as the language writes them: Turkish and Azerbaijani keep the dot of i.
    #[must_use]
    pub fn upper(&self, text: &str) -> String {
        upper_in(text, self.code())
    }
}

/// Capitals as a language writes them; the Turkish name of Türkiye keeps its dot in every language.
#[must_use]
pub fn upper_in(text: &str, code: &str) -> String {
    if matches!(code, "tr" | "az") {
        return text.chars().flat_map(|c| if c == 'i' { 'İ'.to_uppercase() } else { c.to_uppercase() }).collect();
    }
    text.to_uppercase().replace("TÜRKIYE", "TÜRKİYE")
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.as_str().into())
    }
}

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

impl<'a> From<&'a Value<'a>> for FluentValue<'a> {
    fn from(value: &'a Value<'a>) -> Self {
        match value {
            Value::Text(text) => FluentValue::String(Cow::Borrowed(text)),
            Value::Number(number) => FluentValue::from(*number),
        }
    }
}
