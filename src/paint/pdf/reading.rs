//! The order in which a page is read: lines put together to headings and paragraphs.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, Node, Tag, TagGroup, TagKind};

use crate::scene::TextMark;

/// Letters of this weight and more are headings.
const STRONG: u16 = 600;

/// Lines further apart than this, in heights of their letters, belong to two paragraphs.
const APART: f64 = 1.75;

/// A line of text and its place in the document.
pub struct Line<'s> {
    /// The line.
    pub mark: &'s TextMark,
    /// What is written there.
    pub id: Identifier,
}

/// Something that is read in one go.
enum Passage<'s> {
    Figure(Node),
    Lines(Vec<Line<'s>>),
}

/// What is read on a page, in order.
#[derive(Default)]
pub struct Reading<'s>(Vec<Passage<'s>>);

impl<'s> Reading<'s> {
    /// Takes a figure.
    pub fn take_figure(&mut self, figure: Node) {
        self.0.push(Passage::Figure(figure));
    }

    /// Takes a line, which goes on with the paragraph before it where it stands right below.
    pub fn take(&mut self, line: Line<'s>) {
        match self.0.last_mut() {
            Some(Passage::Lines(lines)) if lines.last().is_some_and(|last| follows(last.mark, line.mark)) => {
                lines.push(line);
            }
            _ => self.0.push(Passage::Lines(vec![line])),
        }
    }

    /// Ends the paragraph: an empty line stands between it and the next.
    pub fn pause(&mut self) {
        self.0.push(Passage::Lines(Vec::new()));
    }

    /// The page as tags: the largest letters are its title, which comes first, strong ones are headings below it.
    pub fn into_tags(mut self) -> impl Iterator<Item = Node> {
        let size = |passage: &Passage| match passage {
            Passage::Figure(_) => None,
            Passage::Lines(lines) => lines.first().map(|line| line.mark.run.font.size),
        };
        let largest = self.0.iter().filter_map(size).fold(0.0, f32::max);
        // Maps are painted before their titles, and read after them.
        self.0.sort_by_key(|passage| size(passage) != Some(largest));
        self.0.into_iter().filter_map(move |passage| match passage {
            Passage::Figure(node) => Some(node),
            Passage::Lines(lines) => {
                let level = match lines.first()?.mark.run.font {
                    font if font.size >= largest => NonZeroU16::new(1),
                    font if font.weight >= STRONG => NonZeroU16::new(2),
                    _ => None,
                };
                let words: Vec<&str> = lines.iter().map(|line| line.mark.run.text.trim()).collect();
                let tag: TagKind = match level {
                    Some(level) => Tag::Hn(level, Some(words.join(" "))).into(),
                    None => Tag::P.into(),
                };
                Some(TagGroup::with_children(tag, lines.into_iter().map(|line| line.id.into()).collect()).into())
            }
        })
    }
}

/// Whether a line goes on with the one before it.
fn follows(last: &TextMark, next: &TextMark) -> bool {
    let step = next.origin.y - last.origin.y;
    let font = next.run.font;
    last.run.font == font
        && last.color == next.color
        && (last.origin.x - next.origin.x).abs() < 0.5
        && step > 0.0
        && step <= f64::from(font.size) * APART
}
