//! The page as tables: CSV for spreadsheets and Markdown for papers.

use std::fmt::Write as _;

use crate::lang::Lang;
use crate::story::{Block, Span, Story, Text, words};
use crate::world::Confidence;

/// One statement of a page.
struct Statement {
    section: String,
    label: String,
    value: String,
    confidence: Option<Confidence>,
    sources: Vec<usize>,
}

/// The numbers of sources that a text cites.
fn cited(text: &Text) -> Vec<usize> {
    let numbers = text.0.iter().filter_map(|span| if let Span::Cite(numbers) = span { Some(numbers) } else { None });
    numbers.flatten().copied().collect()
}

/// Every statement of a page in reading order.
fn statements(story: &Story) -> Vec<Statement> {
    let mut all = Vec::new();
    let mut section = story.title.clone();
    let mut say = |section: &str, label: &str, value: &Text, confidence: Option<Confidence>| {
        let (section, label) = (section.to_owned(), label.to_owned());
        all.push(Statement { section, label, value: value.words(), confidence, sources: cited(value) });
    };
    if let Some(card) = &story.card {
        say(&section, &card.headline, &Text::default(), card.confidence);
        card.lines.iter().for_each(|line| say(&section, &card.headline, line, card.confidence));
    }
    for block in &story.blocks {
        match block {
            Block::Facts { title, facts } => {
                section = title.clone().unwrap_or_else(|| story.title.clone());
                for fact in facts {
                    say(&section, &fact.label, &fact.value, fact.confidence);
                }
            }
            Block::Paragraph { title, text } => {
                section = title.clone().unwrap_or(section);
                say(&section, "", text, None);
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
                    say(&section, &row.label, &value, row.confidence);
                }
            }
            Block::Shares { title, bars, .. } => {
                section.clone_from(title);
                bars.iter().flatten().for_each(|share| say(&section, &share.label, &Text::default(), None));
            }
            Block::Table(table) => {
                section.clone_from(&table.title);
                table.cells().for_each(|(label, cell, confidence)| say(&section, &label, cell, confidence));
            }
            Block::Chart { title, series, .. } => {
                section.clone_from(title);
                for point in series.iter().flat_map(|series| &series.points) {
                    let mut value = Text::plain(point.reading.clone());
                    value.0.push(Span::Cite(point.cites.clone()));
                    say(&section, &point.name, &value, Some(point.confidence));
                }
            }
            Block::Notice { title, lines, .. } => {
                section.clone_from(title);
                lines.iter().for_each(|line| say(&section, "", line, None));
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
            let confidence = lang.text(words::confidence(source.confidence));
            let url = if source.url.is_empty() { String::new() } else { format!(" <{}>", source.url) };
            let _ = writeln!(out, "{number}. {} ({confidence}){url}", plain(&source.label));
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
