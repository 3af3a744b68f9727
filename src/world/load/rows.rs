//! Rows of a TOML file, each read on its own, so that one bad row costs that row only.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use crate::date::Date;
use crate::world::{Claim, Confidence, Evidence};

use super::files::{Files, Lines, text};
use super::packed;
use super::problem::{Problem, ProblemKind};

/// The evidence and value of a claim as a row writes it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawClaim<T> {
    pub value: T,
    pub date: Option<Date>,
    #[serde(default)]
    pub sources: Vec<String>,
    pub confidence: Confidence,
    pub note: Option<String>,
}

impl<T> From<RawClaim<T>> for Claim<T> {
    fn from(raw: RawClaim<T>) -> Self {
        Self { value: raw.value, date: raw.date, evidence: evidence(raw.sources, raw.confidence, raw.note) }
    }
}

/// Fact by label.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDetail {
    pub label: String,
    pub value: String,
    pub date: Option<Date>,
    #[serde(default)]
    pub sources: Vec<String>,
    pub confidence: Confidence,
    pub note: Option<String>,
}

impl From<RawDetail> for (String, Claim<String>) {
    fn from(raw: RawDetail) -> Self {
        let evidence = evidence(raw.sources, raw.confidence, raw.note);
        (raw.label, Claim { value: raw.value, date: raw.date, evidence })
    }
}

/// Puts evidence together.
pub(super) fn evidence(sources: Vec<String>, confidence: Confidence, note: Option<String>) -> Evidence {
    Evidence { sources, confidence, note }
}

/// One file with the problems found in it.
pub(super) struct Reader<'a> {
    /// Where the files come from.
    pub files: &'a Files,
    /// Everything that was wrong so far.
    pub problems: &'a mut Vec<Problem>,
    /// Lines of the rows that were read, by file; in step with the lists of the world.
    pub lines: &'a mut BTreeMap<&'static str, Vec<usize>>,
}

/// One top-level entry of a TOML file.
struct Entry<'a, 'i> {
    file: &'static str,
    /// Word for one row: `state`.
    word: &'static str,
    lines: &'a mut Lines<'i>,
}

impl Reader<'_> {
    /// The rows of a file under one name, as `[[name]]` writes them.
    pub fn rows<T: DeserializeOwned>(&mut self, file: &'static str, name: &'static str) -> Vec<T> {
        let Files::Folder(folder) = self.files else {
            return packed::read::<BTreeMap<String, _>>(file, self.problems).remove(name).unwrap_or_default();
        };
        let text = text(folder, file, self.problems);
        let mut lines = Lines::new(&text);
        let mut found = Vec::new();
        let mut at = Vec::new();
        for (key, value) in self.parse(file, &text, &mut lines) {
            let line = lines.at(key.span().start);
            if key.get_ref() != name {
                let what = ProblemKind::Row(format!("rows are written as [[{name}]], not “{}”", key.get_ref()));
                self.problems.push(Problem { file: file.to_owned(), line: Some(line), feature: None, what });
                continue;
            }
            let DeValue::Array(rows) = value.into_inner() else {
                let what = ProblemKind::Row(format!("rows are written as [[{name}]]"));
                self.problems.push(Problem { file: file.to_owned(), line: Some(line), feature: None, what });
                continue;
            };
            for row in rows {
                let mut entry = Entry { file, word: name, lines: &mut lines };
                let line = entry.lines.at(row.span().start);
                match entry.read(row) {
                    Ok(row) => {
                        found.push(row);
                        at.push(line);
                    }
                    Err(problem) => self.problems.push(problem),
                }
            }
        }
        self.lines.insert(file, at);
        found
    }

    /// The entries of a file that is one table.
    pub fn table<T: DeserializeOwned>(&mut self, file: &'static str, word: &'static str) -> BTreeMap<String, T> {
        let Files::Folder(folder) = self.files else { return packed::read(file, self.problems) };
        let text = text(folder, file, self.problems);
        let mut lines = Lines::new(&text);
        let mut found = BTreeMap::new();
        let mut at = Vec::new();
        for (key, value) in self.parse(file, &text, &mut lines) {
            let mut entry = Entry { file, word, lines: &mut lines };
            let line = entry.lines.at(value.span().start);
            match entry.read(value) {
                Ok(value) => {
                    found.insert(key.get_ref().to_string(), value);
                    at.push(line);
                }
                Err(problem) => {
                    let feature = Some(format!("{word} {}", key.get_ref()));
                    self.problems.push(Problem { feature, ..problem });
                }
            }
        }
        self.lines.insert(file, at);
        found
    }

    /// Parses a file as far as it can be parsed.
    fn parse<'i>(&mut self, file: &'static str, text: &'i str, lines: &mut Lines<'_>) -> DeTable<'i> {
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors.iter().take(5) {
            let line = error.span().map(|span| lines.at(span.start));
            let what = ProblemKind::Syntax(one_line(error.message()));
            self.problems.push(Problem { file: file.to_owned(), line, feature: None, what });
        }
        table.into_inner()
    }
}

impl Entry<'_, '_> {
    /// One row, or what is wrong with it.
    fn read<T: DeserializeOwned>(&mut self, row: Spanned<DeValue<'_>>) -> Result<T, Problem> {
        let span = row.span();
        let feature = name_of(&row).map(|name| format!("{} {name}", self.word));
        T::deserialize(ValueDeserializer::from(row)).map_err(|error| {
            let offset = error.span().map_or(span.start, |inner| inner.start);
            Problem {
                file: self.file.to_owned(),
                line: Some(self.lines.at(offset)),
                feature,
                what: ProblemKind::Row(one_line(error.message())),
            }
        })
    }
}

/// What a row calls itself, for problems.
fn name_of(row: &Spanned<DeValue<'_>>) -> Option<String> {
    let table = row.get_ref().as_table()?;
    let text = |key: &str| table.get(key).and_then(|value| value.get_ref().as_str());
    text("key").map(str::to_owned).or_else(|| Some(format!("{} of {}", text("state")?, text("institution")?)))
}

/// A message of a parser as part of a sentence.
pub(super) fn one_line(message: &str) -> String {
    message.trim_end_matches('.').split_whitespace().collect::<Vec<_>>().join(" ")
}
