//! Every text that stands on a page, and what it leads to.

use crate::story::{Block, Story, Table, Text};
use crate::world::{Confidence, Id, Kind};

impl Story {
    /// The other ways that the page of a route leads to, with what it calls them.
    pub fn routes(&self) -> impl Iterator<Item = (&Id, &str)> {
        let lists = self.blocks.iter().filter_map(|block| match block {
            Block::List { rows, .. } => Some(rows),
            _ => None,
        });
        let targets = lists.flatten().filter_map(|row| Some((row.target.as_ref()?, row.label.as_str())));
        targets.filter(|(id, _)| id.kind == Kind::Route && id.kind == self.id.kind)
    }

    /// Every text of the page in reading order, without numbers of sources and the list of sources.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        let mut all = vec![self.title.clone(), self.subtitle.clone()];
        if let Some(card) = &self.card {
            all.push(card.headline.clone());
            all.extend(card.lines.iter().map(Text::words));
        }
        self.blocks.iter().for_each(|block| block.texts(&mut all));
        all
    }
}

impl Block {
    /// Adds every text of the block.
    fn texts(&self, all: &mut Vec<String>) {
        match self {
            Self::Facts { title, facts } => {
                all.extend(title.clone());
                all.extend(facts.iter().flat_map(|fact| [fact.label.clone(), fact.value.words()]));
            }
            Self::Paragraph { title, text } => all.extend(title.iter().cloned().chain([text.words()])),
            Self::List { title, trailing, rows, .. } => {
                all.extend([title.clone(), trailing.clone()]);
                for row in rows {
                    all.extend([row.label.clone(), row.trailing.clone()]);
                    all.extend(row.detail.iter().map(Text::words));
                }
            }
            Self::Shares { title, trailing, bars } => {
                all.extend([title.clone(), trailing.clone()]);
                all.extend(bars.iter().flatten().map(|share| share.label.clone()));
            }
            Self::Table(table) => {
                all.extend([&table.title, &table.trailing, &table.corner].map(Clone::clone));
                all.extend(table.head.iter().map(Text::words));
                for row in &table.rows {
                    all.push(row.label.clone());
                    all.extend(row.cells.iter().map(Text::words));
                }
            }
            Self::Chart { title, series, note, .. } => {
                all.extend([title.clone(), note.words()]);
                for series in series {
                    all.push(series.name.clone());
                    all.extend(series.points.iter().map(|point| point.reading.clone()));
                }
            }
            Self::Notice { title, lines, .. } => {
                all.push(title.clone());
                all.extend(lines.iter().map(Text::words));
            }
        }
    }
}

impl Table {
    /// Every cell with what it is about: "Length, Way 2".
    pub fn cells(&self) -> impl Iterator<Item = (String, &Text, Option<Confidence>)> {
        self.rows.iter().flat_map(|row| {
            let cells = self.head.iter().zip(&row.cells);
            cells.map(|(head, cell)| (format!("{}, {}", row.label, head.words()), cell, row.confidence))
        })
    }
}
