//! Title and subtitle above the map.

use std::sync::Arc;

use crate::map::view::View;
use crate::scene::{BezPath, Font, Group, Point, Rect, Run, Tag, elided, shape};
use crate::style::{SUBTITLE, TITLE};

use super::title::Words;

/// Height of the head at scale 1, in points.
pub const HEIGHT: f64 = 84.0;

/// Paints the head into the top of a page.
pub fn draw(view: &View<'_>, page: Rect, margin: f64, words: &Words, group: &mut Group) {
    let t = view.tokens;
    let grow = view.scale as f32;
    let tag = Some(Tag::from("furniture:title"));
    let tick = Rect::new(margin, view.pt(16.0), margin + view.pt(32.0), view.pt(20.0));
    let color = if words.moves { t.cor } else { t.accent };
    group.path(kurbo::Shape::to_path(&tick, 0.1), Some(color), None, None);
    let room = (page.width() - margin * 2.0) as f32;
    let title_grow = if view.scale > 1.0 { grow * 1.1 } else { grow };
    let title = fitted(&words.title, TITLE.font.scaled(title_grow), room);
    let cites = cite_text(&words.cites);
    let small = Font::new(9.0, 400).scaled(grow);
    let raised = shape(&cites, small);
    let lines = lines(&words.subtitle, SUBTITLE.font.scaled(grow), room - raised.width);
    let bases: &[f64] = if lines.len() > 1 { &[43.0, 60.0, 75.0] } else { &[46.0, 68.0] };
    group.text(Point::new(margin, view.pt(bases[0])), title, t.text, None, tag.clone());
    let (mut end, mut last) = (margin, 0.0);
    for (line, base) in lines.into_iter().zip(&bases[1..]) {
        (end, last) = (margin + f64::from(line.width) + view.pt(1.5), view.pt(*base));
        group.text(Point::new(margin, last), line, t.text2, None, tag.clone());
    }
    group.text(Point::new(end, last - view.pt(5.0)), raised, t.text2, None, tag);
    let mut rule = BezPath::new();
    let y = view.frame.y0;
    rule.move_to((page.x0, y));
    rule.line_to((page.x1, y));
    group.path(rule, None, Some(view.line(1.0, t.line)), None);
}

/// How much smaller a subtitle is set rather than broken into two lines, and the size of those.
const SMALLER: f32 = 0.86;
const BROKEN: f32 = 0.92;

/// A subtitle in a line or, where it is long, in two: broken at the end of a sentence, else between words.
fn lines(text: &str, font: Font, room: f32) -> Vec<Arc<Run>> {
    if shape(text, font).width * SMALLER <= room {
        return vec![fitted(text, font, room)];
    }
    let font = font.scaled(BROKEN);
    let fits = |end: &usize| shape(text[..*end].trim_end(), font).width <= room;
    let ends_of = |mark: &str| -> Vec<usize> {
        text.match_indices(mark).map(|(at, found)| at + found.len()).filter(fits).collect()
    };
    let (sentences, words) = (ends_of(". "), ends_of(" "));
    let suits = |end: &&usize| shape(&text[**end..], font).width <= room;
    let Some(end) = sentences.iter().rev().find(suits).or(words.last()) else { return vec![fitted(text, font, room)] };
    vec![shape(text[..*end].trim_end(), font), fitted(&text[*end..], font, room)]
}

/// "1, 2".
fn cite_text(cites: &[usize]) -> String {
    cites.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")
}

/// A run that fits into a width: set smaller down to 62 %, then without what stands in brackets at its end, then cut
/// with an ellipsis.
#[must_use]
pub fn fitted(text: &str, font: Font, room: f32) -> Arc<Run> {
    let run = shape(text, font);
    if run.width <= room {
        return run;
    }
    // A little less than the width, which is rounded letter by letter.
    let shrunk = font.scaled((room / run.width * 0.99).max(0.62));
    let run = shape(text, shrunk);
    if run.width <= room {
        return run;
    }
    // "(Middle Corridor)" goes before anything of the name itself does.
    match text.rsplit_once(" (").filter(|_| text.ends_with(')')) {
        Some((name, _)) => fitted(name, font, room),
        None => elided(text, shrunk, room),
    }
}
