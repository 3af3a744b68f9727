//! Pages without a window: plain text for the terminal, JSON for other programs, CSV and Markdown for papers.

mod json;
mod table;
mod texts;

use crate::lang::Lang;
use crate::world::Confidence;

use super::{Block, Fact, Row, Series, Span, Story, Symbol, Text, Tone, words};

pub use json::confidence;
pub use json::json;
pub(super) use json::service;
pub use table::rows;
pub(super) use table::{Statement, statements};
use table::{csv, markdown};

/// Forms in which the facts of a page go into other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// For spreadsheets.
    Csv,
    /// For papers.
    Markdown,
    /// For programs.
    Json,
}

impl Table {
    /// Every form with the ending of its files.
    pub const ALL: [(Self, &'static str); 3] = [(Self::Csv, "csv"), (Self::Markdown, "md"), (Self::Json, "json")];

    /// A page in this form.
    #[must_use]
    pub fn write(self, story: &Story, lang: &Lang) -> String {
        match self {
            Self::Csv => csv(story),
            Self::Markdown => markdown(story, lang),
            Self::Json => serde_json::to_string_pretty(&json(story)).unwrap_or_default() + "\n",
        }
    }
}

/// Columns of the text.
const WIDTH: usize = 96;

/// The page as plain text: headings, aligned facts, lists, and the numbered sources at the end.
#[must_use]
pub fn text(story: &Story, lang: &Lang) -> String {
    let mut out = Out(String::new());
    out.line(0, &story.title);
    out.line(0, &"=".repeat(width(&story.title).min(WIDTH)));
    out.line(0, &story.subtitle);
    if let Some(card) = &story.card {
        out.line(0, "");
        let confidence = card.confidence.map(|c| format!(" ({})", lang.text(words::confidence(c)))).unwrap_or_default();
        out.line(0, &format!("{}{confidence}", card.headline));
        for line in &card.lines {
            out.line(2, &cited(line));
        }
    }
    for block in &story.blocks {
        out.line(0, "");
        write_block(&mut out, block, lang);
    }
    if !story.sources.is_empty() {
        out.line(0, "");
        out.heading(&lang.text("kinds-source"), "");
        for (at, source) in story.sources.iter().enumerate() {
            let judged = words::reliability(lang, source.reliability);
            out.hanging(&format!("[{}]", at + 1), &format!("{}{judged}", source.label), 6);
            if !source.url.is_empty() {
                out.line(6, &source.url);
            }
        }
    }
    out.0
}

/// A text with the numbers of its sources in brackets.
fn cited(text: &Text) -> String {
    let mut out = String::new();
    for span in &text.0 {
        match span {
            Span::Plain(words) | Span::Link(words, _) => out.push_str(words),
            Span::Cite(numbers) => {
                for number in numbers {
                    out.push('[');
                    out.push_str(&number.to_string());
                    out.push(']');
                }
            }
        }
    }
    out
}

/// Columns that a text takes in a terminal; East Asian letters take two.
fn width(text: &str) -> usize {
    text.chars().map(|c| if ('\u{2e80}'..='\u{ffef}').contains(&c) { 2 } else { 1 }).sum()
}

/// Lines of text.
struct Out(String);

impl Out {
    /// A paragraph, indented and broken at spaces.
    fn line(&mut self, indent: usize, text: &str) {
        self.broken(indent, indent, "", text);
    }

    /// A mark, then a paragraph that hangs below its own beginning.
    fn hanging(&mut self, mark: &str, text: &str, indent: usize) {
        self.broken(0, indent, mark, text);
    }

    /// Breaks a text after a mark into lines.
    fn broken(&mut self, first: usize, indent: usize, mark: &str, text: &str) {
        let mut line = format!("{}{mark}", " ".repeat(first));
        while width(&line) < indent {
            line.push(' ');
        }
        let mut is_fresh = true;
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            if !is_fresh && width(&line) + 1 + width(word) > WIDTH {
                self.end(&line);
                line = " ".repeat(indent);
                is_fresh = true;
            }
            if !is_fresh {
                line.push(' ');
            }
            line.push_str(word);
            is_fresh = false;
        }
        self.end(&line);
    }

    /// Ends a line.
    fn end(&mut self, line: &str) {
        self.0.push_str(line.trim_end());
        self.0.push('\n');
    }

    /// A heading with what stands beside it.
    fn heading(&mut self, title: &str, trailing: &str) {
        let line = if trailing.is_empty() { title.to_owned() } else { format!("{title} · {trailing}") };
        self.line(0, &line);
        self.line(0, &"-".repeat(width(&line).min(WIDTH)));
    }
}

/// One block.
fn write_block(out: &mut Out, block: &Block, lang: &Lang) {
    match block {
        Block::Facts { title, facts } => {
            if let Some(title) = title {
                out.heading(title, "");
            }
            write_facts(out, facts, lang);
        }
        Block::Paragraph { title, text } => {
            if let Some(title) = title {
                out.heading(title, "");
            }
            out.line(0, &cited(text));
        }
        Block::List { title, trailing, rows, .. } => {
            out.heading(title, trailing);
            for row in rows {
                write_row(out, row, lang);
            }
        }
        Block::Shares { title, trailing, bars } => {
            out.heading(title, trailing);
            for bar in bars {
                let labels: Vec<&str> = bar.iter().map(|share| share.label.as_str()).collect();
                out.line(2, &labels.join(" · "));
            }
        }
        Block::Table(table) => {
            out.heading(&table.title, &table.trailing);
            for row in &table.rows {
                out.line(2, &format!("{}:", row.label));
                for (head, cell) in table.head.iter().zip(&row.cells) {
                    out.hanging(&format!("    {}", head.words()), &format!(" {}", cited(cell)), 24);
                }
            }
        }
        Block::Chart { title, series, note, .. } => {
            out.heading(title, "");
            for series in series {
                write_series(out, series, lang);
            }
            out.line(2, &cited(note));
        }
        Block::Notice { tone, title, lines } => {
            let tone = lang.text(match tone {
                Tone::Caution => "tone-caution",
                Tone::Uncertain => "tone-uncertain",
                Tone::Disagreement => "tone-disagreement",
            });
            out.line(0, &format!("! {tone}: {title}"));
            for line in lines {
                out.line(2, &cited(line));
            }
        }
    }
}

/// The mark of medium confidence as a word, as a window draws it; what is low says so in its own words.
fn medium(confidence: Option<Confidence>, lang: &Lang) -> String {
    let word = |confidence| format!(" ({})", lang.text(words::confidence(confidence)));
    confidence.filter(|confidence| *confidence == Confidence::Medium).map(word).unwrap_or_default()
}

/// Facts as two columns: labels and values.
fn write_facts(out: &mut Out, facts: &[Fact], lang: &Lang) {
    let column = facts.iter().map(|fact| width(&fact.label)).max().unwrap_or(0).min(32) + 2;
    for fact in facts {
        out.hanging(&fact.label, &format!(" {}{}", cited(&fact.value), medium(fact.confidence, lang)), column);
    }
}

/// One row of a list.
fn write_row(out: &mut Out, row: &Row, lang: &Lang) {
    let mark = match row.symbol {
        Symbol::Member => "  ■ ",
        Symbol::Observer => "  ▨ ",
        Symbol::ObserverEntity => "  ▧ ",
        Symbol::Nothing => "  – ",
        _ => "  · ",
    };
    let trailing = if row.trailing.is_empty() { String::new() } else { format!(" · {}", row.trailing) };
    let id = row.target.as_ref().map(|id| format!(" <{id}>")).unwrap_or_default();
    out.hanging(mark, &format!("{}{trailing}{}{id}", row.label, medium(row.confidence, lang)), 4);
    if let Some(detail) = row.detail.as_ref().map(cited).filter(|detail| !detail.is_empty()) {
        out.line(6, &detail);
    }
}

/// One series of a chart as a table with bars.
fn write_series(out: &mut Out, series: &Series, lang: &Lang) {
    let most = series.points.iter().map(|point| point.value).fold(0.0, f64::max);
    let column = series.points.iter().map(|point| width(&point.name)).max().unwrap_or(0);
    for point in &series.points {
        let length = if most > 0.0 { (point.value / most * 24.0).round() as usize } else { 0 };
        let space = " ".repeat(column.saturating_sub(width(&point.name)));
        let bar = "█".repeat(length.max(1));
        let reading = cited(&Text(vec![Span::Plain(point.reading.clone()), Span::Cite(point.cites.clone())]));
        let reading = format!("{reading}{}", medium(Some(point.confidence), lang));
        let line = format!("  {}{space}  {bar:<24}  {reading}", point.name);
        if width(&line) <= WIDTH {
            out.end(&line);
        } else {
            out.end(&format!("  {}{space}  {bar}", point.name));
            out.line(column + 4, &reading);
        }
    }
}
