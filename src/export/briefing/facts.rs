//! The facts on a page of a briefing: in columns, part by part, and on further pages where one is too small.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::SCALE;
use crate::lang::Lang;
use crate::scene::{Color, Font, Group, Point, Rect, Run, Tag, break_lines, shape};
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

/// Where the baseline of a line lies in its height.
const BASE: f64 = 0.74;

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

/// The facts about one thing, told on as many pages as they need.
pub struct Facts<'s> {
    story: &'s Story,
    lang: &'s Lang,
    t: &'static Tokens,
    /// How many of its parts were set already; all of them where nothing is left.
    told: Option<usize>,
}

impl<'s> Facts<'s> {
    /// Everything that a story tells in words.
    pub fn new(story: &'s Story, lang: &'s Lang, t: &'static Tokens) -> Self {
        Self { story, lang, t, told: Some(0) }
    }

    /// Whether something was set already.
    pub fn is_begun(&self) -> bool {
        self.told != Some(0)
    }

    /// Whether everything was told.
    pub fn is_told(&self) -> bool {
        self.told.is_none()
    }

    /// Sets as many parts as fit into a room, and below them the sources that they cite. A part that would fill more
    /// than a whole page is named and never cut.
    pub fn set(&mut self, room: Rect, whole_page: bool) -> Group {
        let columns = ((room.width() + GAP) / (COLUMN + GAP)).floor().max(1.0);
        let width = (room.width() - GAP * (columns - 1.0)) / columns;
        let setter = Setter { lang: self.lang, t: self.t, columns, width };
        let parts = setter.parts(self.story);
        let parts = parts.get(self.told.unwrap_or(parts.len())..).unwrap_or_default();
        // The room for the sources depends on what is told, and that on the room.
        let mut below = 0.0_f64;
        let (mut set, listed) = loop {
            let set = setter.place(parts, Rect { y1: room.y1 - below, ..room });
            let listed = setter.listed(self.story, &set.used);
            if listed.height <= below {
                break (set, listed);
            }
            below = listed.height;
        };
        if whole_page
            && set.parts == 0
            && let Some(part) = parts.first()
        {
            let words = self.lang.format("briefing-left-out", &[("name", part.name.as_str().into())]);
            let mut y = room.y0;
            for line in setter.text(&words, NOTE, self.t.text3) {
                setter.set(&line, Point::new(room.x0, y), &mut set.group, &mut y);
            }
            set.parts = 1;
        }
        self.told = self.told.map(|told| told + set.parts).filter(|_| set.parts < parts.len());
        setter.sources(listed, room, &mut set.group);
        set.group
    }
}

/// Sources in columns.
#[derive(Default)]
struct Listed {
    columns: Vec<Vec<Arc<Run>>>,
    /// Height with the heading and the space above it; nothing without sources.
    height: f64,
}

/// Parts that were set.
struct Placed {
    group: Group,
    /// How many they are.
    parts: usize,
    /// Numbers of the sources that they cite.
    used: BTreeSet<usize>,
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
    /// Sets parts into columns, each whole or over several columns, as many as fit.
    fn place(&self, parts: &[Part], room: Rect) -> Placed {
        let mut set = Placed { group: Group::new("facts"), parts: 0, used: BTreeSet::new() };
        let last = self.columns - 1.0;
        let (mut column, mut y) = (0.0, room.y0);
        for part in parts {
            let height: f64 = part.lines.iter().map(|line| line.height).sum();
            let above = if y > room.y0 { 7.0 } else { 0.0 };
            let here = room.y1 - y - above;
            // A line at the foot of each column may stay free.
            let rest = (last - column) * (room.height() - Self::step(NOTE));
            let fits = height <= here;
            let splits = part.lines.len() >= TOGETHER && here >= height * 0.4 && height <= here + rest;
            let next = column < last && height <= room.height();
            if !(fits || splits || next) {
                break;
            }
            if fits || splits {
                y += above;
            } else {
                (column, y) = (column + 1.0, room.y0);
            }
            set.parts += 1;
            set.used.extend(&part.cites);
            for line in &part.lines {
                if y + line.height > room.y1 + 0.5 && column < last {
                    (column, y) = (column + 1.0, room.y0);
                }
                let left = room.x0 + (self.width + GAP) * column;
                self.set(line, Point::new(left, y), &mut set.group, &mut y);
            }
        }
        set
    }

    /// The sources of those numbers on as many lines as they need, in columns of about the same height.
    fn listed(&self, story: &Story, used: &BTreeSet<usize>) -> Listed {
        let label = |number: &usize| Some((*number, &story.sources.get(number.checked_sub(1)?)?.label));
        let entries = used.iter().filter_map(label);
        let entries: Vec<Vec<Arc<Run>>> = entries
            .map(|(number, label)| break_lines(&format!("[{number}] {label}"), Self::font(NOTE), self.width as f32))
            .collect();
        if entries.is_empty() {
            return Listed::default();
        }
        let all: usize = entries.iter().map(Vec::len).sum();
        let share = all.div_ceil(self.columns as usize);
        let mut columns: Vec<Vec<Arc<Run>>> = vec![Vec::new()];
        for entry in entries {
            let full = columns.last().is_some_and(|column| column.len() >= share);
            if full && columns.len() < self.columns as usize {
                columns.push(Vec::new());
            }
            columns.last_mut().into_iter().for_each(|column| column.extend(entry.iter().cloned()));
        }
        let tallest = columns.iter().map(Vec::len).max().unwrap_or_default();
        Listed { columns, height: 8.0 + (tallest + 1) as f64 * Self::step(NOTE) }
    }

    /// Paints sources into the foot of a room.
    fn sources(&self, listed: Listed, room: Rect, group: &mut Group) {
        let mut y = room.y1 - listed.height + 8.0;
        for line in self.text(&self.lang.text("briefing-sources"), NOTE_STRONG, self.t.text) {
            if !listed.columns.is_empty() {
                self.set(&line, Point::new(room.x0, y), group, &mut y);
            }
        }
        for (at, column) in listed.columns.into_iter().enumerate() {
            let x = room.x0 + (self.width + GAP) * at as f64;
            for (line, run) in column.into_iter().enumerate() {
                let base = y + Self::step(NOTE) * (line as f64 + BASE);
                group.text(Point::new(x, base), run, self.t.text2, None, Some(Tag::from("furniture:source")));
            }
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
        let base = at.y + line.height * BASE;
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
