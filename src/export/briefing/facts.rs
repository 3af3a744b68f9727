//! The facts on a page of a briefing: in columns, and what finds no room is named and never cut.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::SCALE;
use crate::lang::Lang;
use crate::scene::{Color, Font, Group, Point, Rect, Run, break_lines, shape};
use crate::story::{Block, Row, Span, Story, Text};
use crate::style::{NOTE, NOTE_STRONG, Role, SECTION, Tokens};

/// Distance of two columns in points.
const GAP: f64 = 26.0;

/// Least width of a column in points.
const COLUMN: f64 = 220.0;

/// Share of a column that labels take.
const LABEL: f64 = 0.42;

/// Rows of a list that are shown at most.
const ROWS: usize = 8;

/// Names in a list of short ones that are shown at most.
const SHORT: usize = 14;

/// Parts without room that are named.
const NAMED: usize = 4;

/// Fewer lines than this stay together.
const TOGETHER: usize = 9;

/// One line: what stands at its left end, where its value begins, and what stands at its right end.
#[derive(Clone)]
struct Line {
    height: f64,
    left: Option<(Arc<Run>, Color)>,
    value: Option<(Arc<Run>, Color)>,
    right: Option<(Arc<Run>, Color)>,
}

/// A part of the page with its heading.
#[derive(Clone)]
struct Part {
    name: String,
    lines: Vec<Line>,
    /// Numbers of the sources that it cites.
    cites: BTreeSet<usize>,
}

/// Sets the facts of a page and their sources into a room.
pub fn draw(story: &Story, lang: &Lang, t: &Tokens, room: Rect) -> Group {
    let columns = ((room.width() + GAP) / (COLUMN + GAP)).floor().max(1.0);
    let setter = Setter { lang, t, columns, width: (room.width() - GAP * (columns - 1.0)) / columns };
    let parts = setter.parts(story);
    let rows = |count: usize| if count == 0 { 0 } else { count.div_ceil(columns as usize) + 1 };
    let below = |count: usize| rows(count) as f64 * Setter::step(NOTE) + if count > 0 { 6.0 } else { 0.0 };
    // The room for the sources depends on what is told, and that on the room.
    let mut count = 0;
    let (mut group, used) = loop {
        let (group, used) = setter.place(&parts, Rect { y1: room.y1 - below(count), ..room });
        if used.len() <= count {
            break (group, used);
        }
        count += columns as usize;
    };
    setter.sources(story, &used, Rect { y0: room.y1 - below(used.len()) + 6.0, ..room }, &mut group);
    group
}

/// The numbers of the sources that a text cites.
fn numbers(text: &Text) -> impl Iterator<Item = usize> + '_ {
    let numbers = text.0.iter().filter_map(|span| if let Span::Cite(numbers) = span { Some(numbers) } else { None });
    numbers.flatten().copied()
}

/// A text with the numbers of its sources.
fn cited(text: &Text) -> String {
    let cites: BTreeSet<usize> = numbers(text).collect();
    let marks: Vec<String> = cites.iter().map(usize::to_string).collect();
    if marks.is_empty() { text.words() } else { format!("{} [{}]", text.words(), marks.join(", ")) }
}

/// Turns a story into lines of a width.
struct Setter<'a> {
    lang: &'a Lang,
    t: &'a Tokens,
    columns: f64,
    width: f64,
}

impl Setter<'_> {
    /// Sets parts into columns, each whole or over several columns, and names those without room; with the numbers of
    /// the sources that were cited.
    fn place(&self, parts: &[Part], room: Rect) -> (Group, BTreeSet<usize>) {
        let mut group = Group::new("facts");
        let mut used = BTreeSet::new();
        // The last two lines tell what is left out, if anything is.
        let foot = Self::step(NOTE) * 2.0;
        let last = self.columns - 1.0;
        let end = |column: f64| if column >= last { room.y1 - foot } else { room.y1 };
        let (mut column, mut y) = (0.0, room.y0);
        let mut left_out: Vec<String> = Vec::new();
        for part in parts {
            let height: f64 = part.lines.iter().map(|line| line.height).sum();
            let above = if y > room.y0 { 7.0 } else { 0.0 };
            let here = end(column) - y - above;
            // A line at the foot of each column may stay free.
            let rest = (1..=(last - column) as usize).map(|n| end(column + n as f64) - room.y0 - Self::step(NOTE));
            let fits = height <= here;
            let splits = part.lines.len() >= TOGETHER && here >= height * 0.4 && height <= here + rest.sum::<f64>();
            let next = column < last && height <= end(column + 1.0) - room.y0;
            if !left_out.is_empty() || !(fits || splits || next) {
                left_out.push(part.name.clone());
                continue;
            }
            if fits || splits {
                y += above;
            } else {
                (column, y) = (column + 1.0, room.y0);
            }
            used.extend(&part.cites);
            for line in &part.lines {
                if y + line.height > end(column) + 0.5 && column < last {
                    (column, y) = (column + 1.0, room.y0);
                }
                let left = room.x0 + (self.width + GAP) * column;
                self.set(line, Point::new(left, y), &mut group, &mut y);
            }
        }
        self.left_out(left_out, Point::new(room.x0 + (self.width + GAP) * last, room.y1 - foot), &mut group);
        (group, used)
    }

    /// Names what found no room, in two lines below a point.
    fn left_out(&self, mut names: Vec<String>, at: Point, group: &mut Group) {
        let count = names.len();
        if count == 0 {
            return;
        }
        names.truncate(NAMED);
        let names = names.join(", ") + if count > NAMED { ", …" } else { "" };
        let words = self.lang.format("briefing-left-out", &[("count", count.into()), ("names", names.into())]);
        let mut y = at.y;
        for line in self.text(&words, NOTE, self.t.text3).iter().take(2) {
            self.set(line, Point::new(at.x, y), group, &mut y);
        }
    }

    /// Lists sources by their numbers, each on one line.
    fn sources(&self, story: &Story, used: &BTreeSet<usize>, room: Rect, group: &mut Group) {
        if used.is_empty() {
            return;
        }
        let mut y = room.y0;
        for line in &self.text(&self.lang.text("briefing-sources"), NOTE_STRONG, self.t.text) {
            self.set(line, room.origin(), group, &mut y);
        }
        let rows = used.len().div_ceil(self.columns as usize);
        for (at, number) in used.iter().enumerate() {
            let Some(source) = number.checked_sub(1).and_then(|at| story.sources.get(at)) else { continue };
            let lines = break_lines(&format!("[{number}] {}", source.label), Self::font(NOTE), self.width as f32);
            let Some(first) = lines.first() else { continue };
            let run = match lines.len() {
                1 => Arc::clone(first),
                _ => shape(&format!("{}…", first.text.trim_end()), Self::font(NOTE)),
            };
            let x = room.x0 + (self.width + GAP) * (at / rows) as f64;
            let mut below = y + Self::step(NOTE) * (at % rows) as f64;
            let line = Line { height: Self::step(NOTE), left: Some((run, self.t.text2)), value: None, right: None };
            self.set(&line, Point::new(x, below), group, &mut below);
        }
    }

    /// Distance of two baselines.
    fn step(role: Role) -> f64 {
        f64::from(role.line * SCALE)
    }

    fn font(role: Role) -> Font {
        role.font.scaled(SCALE)
    }

    /// Paints one line below a point, and moves on.
    fn set(&self, line: &Line, at: Point, group: &mut Group, y: &mut f64) {
        let base = at.y + line.height * 0.74;
        if let Some((run, color)) = line.left.clone() {
            group.text(Point::new(at.x, base), run, color, None, None);
        }
        if let Some((run, color)) = line.value.clone() {
            group.text(Point::new(at.x + self.width * LABEL, base), run, color, None, None);
        }
        if let Some((run, color)) = line.right.clone() {
            let x = at.x + self.width - f64::from(run.width);
            group.text(Point::new(x, base), run, color, None, None);
        }
        *y = at.y + line.height;
    }

    /// A text on as many lines as it needs.
    fn text(&self, text: &str, role: Role, color: Color) -> Vec<Line> {
        let runs = break_lines(text, Self::font(role), self.width as f32);
        let line = |run| Line { height: Self::step(role), left: Some((run, color)), value: None, right: None };
        runs.into_iter().map(line).collect()
    }

    /// A label and its value beside one another.
    fn pair(&self, label: &str, value: &str) -> Vec<Line> {
        let room = [self.width * LABEL - 8.0, self.width * (1.0 - LABEL)].map(|width| width as f32);
        let labels = break_lines(label, Self::font(NOTE), room[0]);
        let values = break_lines(value, Self::font(NOTE), room[1]);
        let count = labels.len().max(values.len());
        let (mut labels, mut values) = (labels.into_iter(), values.into_iter());
        let next = |runs: &mut std::vec::IntoIter<Arc<Run>>, color| runs.next().map(|run| (run, color));
        (0..count)
            .map(|_| Line {
                height: Self::step(NOTE),
                left: next(&mut labels, self.t.text2),
                value: next(&mut values, self.t.text),
                right: None,
            })
            .collect()
    }

    /// A heading, with what stands at its right end.
    fn head(&self, title: &str, trailing: &str, color: Color) -> Vec<Line> {
        let right = shape(trailing, Self::font(NOTE));
        let room = self.width - f64::from(right.width) - 8.0;
        let mut lines: Vec<Line> = break_lines(title, Self::font(SECTION), room as f32)
            .into_iter()
            .map(|run| Line { height: Self::step(SECTION) * 0.86, left: Some((run, color)), value: None, right: None })
            .collect();
        if let Some(first) = lines.first_mut().filter(|_| !trailing.is_empty()) {
            first.right = Some((right, self.t.text2));
        }
        lines
    }

    /// Rows of a list: short ones as one text, others a line each with what stands at the right end.
    fn rows(&self, rows: &[Row], short: bool) -> Vec<Line> {
        if short {
            let names: Vec<&str> = rows.iter().take(SHORT).map(|row| row.label.as_str()).collect();
            let mut lines = self.text(&names.join(", "), NOTE, self.t.text2);
            lines.extend(self.more(rows.len(), SHORT));
            return lines;
        }
        let mut lines = Vec::new();
        for row in rows.iter().take(ROWS) {
            let right = shape(&row.trailing, Self::font(NOTE));
            let room = self.width - f64::from(right.width) - 8.0;
            let start = lines.len();
            let label = break_lines(&row.label, Self::font(NOTE), room as f32);
            lines.extend(label.into_iter().map(|run| Line {
                height: Self::step(NOTE),
                left: Some((run, self.t.text2)),
                value: None,
                right: None,
            }));
            if let Some(line) = lines.get_mut(start) {
                line.right = Some((right, self.t.text));
            }
        }
        lines.extend(self.more(rows.len(), ROWS));
        lines
    }

    /// "and 20 more", where not all are shown.
    fn more(&self, all: usize, shown: usize) -> Vec<Line> {
        let left = all.saturating_sub(shown);
        let words = self.lang.format("briefing-more", &[("count", left.into())]);
        if left == 0 { Vec::new() } else { self.text(&words, NOTE, self.t.text3) }
    }

    /// Every part of a story that is words; charts and bars stay in the atlas.
    fn parts(&self, story: &Story) -> Vec<Part> {
        let t = self.t;
        let mut parts = Vec::new();
        if let Some(card) = &story.card {
            let mut lines = self.head(&card.headline, "", t.accent);
            lines.extend(card.lines.iter().flat_map(|line| self.text(&cited(line), NOTE, t.text)));
            let cites = card.lines.iter().flat_map(numbers).collect();
            parts.push(Part { name: card.headline.clone(), lines, cites });
        }
        for block in &story.blocks {
            let (name, lines) = match block {
                Block::Facts { title, facts } => {
                    let mut lines = title.as_ref().map_or(Vec::new(), |title| self.head(title, "", t.text));
                    lines.extend(facts.iter().flat_map(|fact| self.pair(&fact.label, &cited(&fact.value))));
                    (title.clone().unwrap_or_else(|| story.title.clone()), lines)
                }
                Block::Paragraph { title, text } => {
                    let mut lines = title.as_ref().map_or(Vec::new(), |title| self.head(title, "", t.text));
                    lines.extend(self.text(&cited(text), NOTE, t.text2));
                    (title.clone().unwrap_or_else(|| story.title.clone()), lines)
                }
                Block::Notice { title, lines, .. } => {
                    let mut all = self.text(title, NOTE_STRONG, t.warn);
                    all.extend(lines.iter().flat_map(|line| self.text(&cited(line), NOTE, t.text2)));
                    (title.clone(), all)
                }
                Block::List { title, trailing, rows, two_columns, .. } => {
                    let mut lines = self.head(title, trailing, t.text);
                    lines.extend(self.rows(rows, *two_columns));
                    (title.clone(), lines)
                }
                Block::Table(table) => {
                    let mut lines = self.head(&table.title, &table.trailing, t.text);
                    for row in &table.rows {
                        let cells = table.head.iter().zip(&row.cells);
                        let cells = cells.map(|(head, cell)| format!("{}: {}", head.words(), cited(cell)));
                        lines.extend(self.pair(&row.label, &cells.collect::<Vec<_>>().join("; ")));
                    }
                    (table.title.clone(), lines)
                }
                Block::Shares { .. } | Block::Chart { .. } => continue,
            };
            let cites = match block {
                Block::Facts { facts, .. } => facts.iter().flat_map(|fact| numbers(&fact.value)).collect(),
                Block::Paragraph { text, .. } => numbers(text).collect(),
                Block::Notice { lines, .. } => lines.iter().flat_map(numbers).collect(),
                Block::Table(table) => table.rows.iter().flat_map(|row| &row.cells).flat_map(numbers).collect(),
                _ => BTreeSet::new(),
            };
            parts.push(Part { name, lines, cites });
        }
        parts
    }
}
