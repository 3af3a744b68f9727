//! The facts on a page of a briefing: in columns, and what finds no room is named and never cut.

use std::sync::Arc;

use super::SCALE;
use crate::lang::Lang;
use crate::scene::{Color, Font, Group, Point, Rect, Run, break_lines, shape};
use crate::story::{Block, Row, Story};
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
struct Line {
    height: f64,
    left: Option<(Arc<Run>, Color)>,
    value: Option<(Arc<Run>, Color)>,
    right: Option<(Arc<Run>, Color)>,
}

/// A part of the page with its heading.
struct Part {
    name: String,
    lines: Vec<Line>,
}

/// Sets the facts of a page into a room.
pub fn draw(story: &Story, lang: &Lang, t: &Tokens, room: Rect) -> Group {
    let columns = ((room.width() + GAP) / (COLUMN + GAP)).floor().max(1.0);
    let width = (room.width() - GAP * (columns - 1.0)) / columns;
    let setter = Setter { lang, t, width };
    let parts = setter.parts(story);
    let mut group = Group::new("facts");
    // The last two lines tell what is left out, if anything is.
    let foot = Setter::step(NOTE) * 2.0;
    let (mut column, mut y) = (0.0, room.y0);
    let mut left_out: Vec<String> = Vec::new();
    for part in parts {
        let end = |column: f64| if column + 1.0 >= columns { room.y1 - foot } else { room.y1 };
        let height: f64 = part.lines.iter().map(|line| line.height).sum();
        let above = if y > room.y0 { 7.0 } else { 0.0 };
        let fits = y + above + height <= end(column);
        let splits = part.lines.len() >= TOGETHER && column + 1.0 < columns && y + above + height * 0.4 <= end(column);
        if !left_out.is_empty() || !fits && !splits && (column + 1.0 >= columns || room.y0 + height > end(column + 1.0))
        {
            left_out.push(part.name);
            continue;
        }
        if fits || splits {
            y += above;
        } else {
            (column, y) = (column + 1.0, room.y0);
        }
        for line in part.lines {
            if y + line.height > end(column) + 0.5 && column + 1.0 < columns {
                (column, y) = (column + 1.0, room.y0);
            }
            let left = room.x0 + (width + GAP) * column;
            setter.set(line, Point::new(left, y), &mut group, &mut y);
        }
    }
    if !left_out.is_empty() {
        let count = left_out.len();
        left_out.truncate(NAMED);
        let names = left_out.join(", ") + if count > NAMED { ", …" } else { "" };
        let words = lang.format("briefing-left-out", &[("count", count.into()), ("names", names.into())]);
        let left = room.x0 + (width + GAP) * (columns - 1.0);
        let mut at = room.y1 - foot;
        for line in setter.text(&words, NOTE, t.text3).into_iter().take(2) {
            setter.set(line, Point::new(left, at), &mut group, &mut at);
        }
    }
    group
}

/// Turns a story into lines of a width.
struct Setter<'a> {
    lang: &'a Lang,
    t: &'a Tokens,
    width: f64,
}

impl Setter<'_> {
    /// Distance of two baselines.
    fn step(role: Role) -> f64 {
        f64::from(role.line * SCALE)
    }

    fn font(role: Role) -> Font {
        role.font.scaled(SCALE)
    }

    /// Paints one line below a point, and moves on.
    fn set(&self, line: Line, at: Point, group: &mut Group, y: &mut f64) {
        let base = at.y + line.height * 0.74;
        if let Some((run, color)) = line.left {
            group.text(Point::new(at.x, base), run, color, None, None);
        }
        if let Some((run, color)) = line.value {
            group.text(Point::new(at.x + self.width * LABEL, base), run, color, None, None);
        }
        if let Some((run, color)) = line.right {
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
            lines.extend(card.lines.iter().flat_map(|line| self.text(&line.words(), NOTE, t.text)));
            parts.push(Part { name: card.headline.clone(), lines });
        }
        for block in &story.blocks {
            let (name, lines) = match block {
                Block::Facts { title, facts } => {
                    let mut lines = title.as_ref().map_or(Vec::new(), |title| self.head(title, "", t.text));
                    lines.extend(facts.iter().flat_map(|fact| self.pair(&fact.label, &fact.value.words())));
                    (title.clone().unwrap_or_else(|| story.title.clone()), lines)
                }
                Block::Paragraph { title, text } => {
                    let mut lines = title.as_ref().map_or(Vec::new(), |title| self.head(title, "", t.text));
                    lines.extend(self.text(&text.words(), NOTE, t.text2));
                    (title.clone().unwrap_or_else(|| story.title.clone()), lines)
                }
                Block::Notice { title, lines, .. } => {
                    let mut all = self.text(title, NOTE_STRONG, t.warn);
                    all.extend(lines.iter().flat_map(|line| self.text(&line.words(), NOTE, t.text2)));
                    (title.clone(), all)
                }
                Block::List { title, trailing, rows, two_columns, .. } => {
                    let mut lines = self.head(title, trailing, t.text);
                    lines.extend(self.rows(rows, *two_columns));
                    (title.clone(), lines)
                }
                Block::Shares { .. } | Block::Chart { .. } => continue,
            };
            parts.push(Part { name, lines });
        }
        parts
    }
}
