//! The page as tables: CSV for spreadsheets and Markdown for papers.

use std::fmt::Write as _;

use crate::lang::Lang;
use crate::story::{Block, Span, Story, Text, words};
use crate::world::{Confidence, Id};

/// One statement of a page.
#[derive(Debug, Clone, Default)]
pub(in crate::story) struct Statement {
    /// Heading under which it stands; the title of the page above the first one.
    pub section: String,
    /// What it is about.
    pub label: String,
    /// What it says.
    pub value: String,
    /// How well it is supported.
    pub confidence: Option<Confidence>,
    /// The least confidence with which the page cites its sources.
    pub cited_with: Option<Confidence>,
    /// What it says, with the things that it names by their ids: as long as that is the same, only names differ.
    pub essence: String,
    /// Page that it leads to.
    pub target: Option<Id>,
    /// Keys of the sources.
    pub cited: Vec<String>,
    /// Numbers of the sources on the page.
    pub sources: Vec<usize>,
}

impl Statement {
    /// Whether another one says the same, and by the same sources; what a thing is called is said on its own page.
    pub fn says(&self, other: &Self) -> bool {
        self.section == other.section && self.label == other.label && self.holds(other)
    }

    /// Whether another one says the same of what may have another name.
    pub fn holds(&self, other: &Self) -> bool {
        self.essence == other.essence && (self.confidence, &self.cited) == (other.confidence, &other.cited)
    }

    /// Whether another one is about the same: the same label under the same heading; where the label is all that there
    /// is, the same heading.
    pub fn is_about(&self, other: &Self) -> bool {
        let same = |it: &Self| it.section == self.section && it.value.is_empty() == self.value.is_empty();
        same(other) && if self.value.is_empty() { self.target == other.target } else { self.label == other.label }
    }

    /// Whether another one under the same heading leads to the same page, whatever that is called.
    pub fn leads_where(&self, other: &Self) -> bool {
        self.section == other.section && self.target.is_some() && self.target == other.target
    }
}

/// The words of a text, with ids for the names of things.
fn essence(text: &Text) -> String {
    let span = |span: &Span| match span {
        Span::Plain(words) => words.clone(),
        Span::Link(_, id) => id.to_string(),
        Span::Cite(_) => String::new(),
    };
    text.0.iter().map(span).collect()
}

/// The numbers of sources that a text cites.
fn cited(text: &Text) -> Vec<usize> {
    let numbers = text.0.iter().filter_map(|span| if let Span::Cite(numbers) = span { Some(numbers) } else { None });
    numbers.flatten().copied().collect()
}

/// Every statement of a page in reading order.
pub(in crate::story) fn statements(story: &Story) -> Vec<Statement> {
    let mut all = Vec::new();
    let mut section = story.title.clone();
    let mut say = |section: &str, label: &str, value: &Text, confidence: Option<Confidence>, target: Option<&Id>| {
        let sources = cited(value);
        let citations = || sources.iter().filter_map(|number| story.sources.get(number.checked_sub(1)?));
        let cited_with = citations().map(|it| it.confidence).min();
        let cited = citations().map(|it| it.key.clone()).collect();
        all.push(Statement {
            section: section.to_owned(),
            label: label.to_owned(),
            value: value.words(),
            confidence,
            target: target.cloned(),
            cited,
            cited_with,
            essence: essence(value),
            sources,
        });
    };
    if let Some(card) = &story.card {
        say(&section, &card.headline, &Text::default(), card.confidence, None);
        card.lines.iter().for_each(|line| say(&section, &card.headline, line, card.confidence, None));
    }
    for block in &story.blocks {
        match block {
            Block::Facts { title, facts } => {
                section = title.clone().unwrap_or_else(|| story.title.clone());
                for fact in facts {
                    say(&section, &fact.label, &fact.value, fact.confidence, None);
                }
            }
            Block::Paragraph { title, text } => {
                section = title.clone().unwrap_or(section);
                say(&section, "", text, None, None);
            }
            Block::List { title, rows, .. } => {
                section.clone_from(title);
                for row in rows {
                    let mut value = Text::plain(row.trailing.clone());
                    if let Some(detail) = &row.detail {
                        let gap = if row.trailing.is_empty() || detail.is_empty() { "" } else { "; " };
                        value = value.and(gap);
                        value.0.extend(detail.0.iter().cloned());
                    }
                    say(&section, &row.label, &value, row.confidence, row.target.as_ref());
                }
            }
            Block::Shares { title, bars, .. } => {
                section.clone_from(title);
                bars.iter().flatten().for_each(|share| say(&section, &share.label, &Text::default(), None, None));
            }
            Block::Table(table) => {
                section.clone_from(&table.title);
                table.cells().for_each(|(label, cell, confidence)| say(&section, &label, cell, confidence, None));
            }
            Block::Chart { title, series, .. } => {
                section.clone_from(title);
                for point in series.iter().flat_map(|series| &series.points) {
                    let mut value = Text::plain(point.reading.clone());
                    value.0.push(Span::Cite(point.cites.clone()));
                    say(&section, &point.name, &value, Some(point.confidence), None);
                }
            }
            Block::Notice { title, lines, .. } => {
                section.clone_from(title);
                lines.iter().for_each(|line| say(&section, "", line, None, None));
            }
        }
    }
    all
}

/// A cell that no spreadsheet takes for a formula.
fn cell(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{text}") } else { text.to_owned() }
}

/// Rows as CSV; texts that a spreadsheet would take for formulas begin with an apostrophe.
#[must_use]
pub fn rows<'r, const N: usize>(rows: impl IntoIterator<Item = [&'r str; N]>) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    for row in rows {
        // Writing into memory does not fail, and all rows are of one length.
        let _ = writer.write_record(row.map(cell));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// The page as CSV with a heading, one statement a row.
#[must_use]
pub fn csv(story: &Story) -> String {
    let id = story.id.to_string();
    let statements: Vec<(Statement, String)> = statements(story)
        .into_iter()
        .map(|it| {
            let sources = it.sources.iter().filter_map(|number| story.sources.get(number - 1));
            let keys: Vec<&str> = sources.map(|source| source.key.as_str()).collect();
            let keys = keys.join(" ");
            (it, keys)
        })
        .collect();
    let head = ["id", "section", "label", "value", "confidence", "sources"];
    let told = statements.iter().map(|(it, keys)| {
        let confidence = it.confidence.map_or("", super::json::confidence);
        [id.as_str(), &it.section, &it.label, &it.value, confidence, keys]
    });
    rows([head].into_iter().chain(told))
}

/// A text that Markdown leaves as it is.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '|' | '*' | '_' | '`' | '<' | '>' | '[' | ']' | '#') {
            out.push('\\');
        }
        out.push(if letter == '\n' { ' ' } else { letter });
    }
    out
}

/// The page as Markdown: a table for each section, and the sources at the end.
#[must_use]
pub fn markdown(story: &Story, lang: &Lang) -> String {
    let mut out = format!("# {}\n\n{}\n", plain(&story.title), plain(&story.subtitle));
    let mut section = String::new();
    for it in statements(story) {
        if it.section != section {
            section.clone_from(&it.section);
            let _ = writeln!(out, "\n## {}\n\n| | | |\n|---|---|---|", plain(&section));
        }
        let confidence = it.confidence.map(|c| lang.text(words::confidence(c))).unwrap_or_default();
        let cites: String = it.sources.iter().map(|number| format!(" \\[{number}\\]")).collect();
        let _ = writeln!(out, "| {} | {}{cites} | {confidence} |", plain(&it.label), plain(&it.value));
    }
    if !story.sources.is_empty() {
        let _ = writeln!(out, "\n## {}\n", lang.text("kinds-source"));
        for (number, source) in (1..).zip(&story.sources) {
            let judged = words::reliability(lang, source.reliability);
            let url = if source.url.is_empty() { String::new() } else { format!(" <{}>", source.url) };
            let _ = writeln!(out, "{number}. {}{judged}{url}", plain(&source.label));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_words() {
        for (text, safe) in [("=1+1", "'=1+1"), ("+90", "'+90"), ("@x", "'@x"), ("-5", "'-5"), ("a=b", "a=b"), ("", "")]
        {
            assert_eq!(cell(text), safe);
        }
        assert_eq!(plain("a|b*c\nd"), "a\\|b\\*c d");
    }
}
