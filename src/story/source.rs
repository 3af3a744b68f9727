//! The page of a source: what it is and what rests on it.

use crate::date::Date;
use crate::lang::Lang;
use crate::world::{Evidence, Kind, Source, SourceKind};

use super::page::Page;
use super::words;
use super::{Fact, Row, Story, Symbol, Text, event, evidence};

/// Tells the story of a source.
pub(super) fn tell(mut page: Page) -> Option<Story> {
    let world = page.world;
    let source = world.source(&page.id().key)?;
    let kind = page.word(words::source(source.kind));
    page.subtitle(&[source.publisher.clone(), source.published.clone()]);
    let citing = evidence::citing(world, &source.key);
    let best = citing.iter().map(|(_, confidence)| *confidence).max();
    let own = Evidence {
        sources: vec![source.key.clone()],
        confidence: best.unwrap_or(crate::world::Confidence::Medium),
        note: None,
    };
    let mut line = Text::plain(page.say("story-cited-by", &[("count", citing.len().into())]));
    let cite = page.cite(&own);
    line.0.push(cite);
    page.card(Symbol::Source, kind, vec![line], None);
    let facts = facts(&page, source);
    page.facts(None, facts);
    for kind in Kind::LISTED.iter().copied() {
        let of_kind = citing.iter().filter(|(id, _)| id.kind == kind);
        let rows = of_kind
            .map(|(id, confidence)| Row { confidence: Some(*confidence), ..page.row(event::symbol(&page, id), id) });
        let rows: Vec<Row> = rows.collect();
        page.list(kinds(kind), String::new(), rows, 6);
    }
    Some(page.finish())
}

/// Who published it, when, where, and when it was read.
fn facts(page: &Page, source: &Source) -> Vec<Fact> {
    let accessed = source.accessed.map(|date| page.lang.date(date)).unwrap_or_default();
    let published = match source.published.parse::<Date>() {
        Ok(date) => page.lang.date(date),
        Err(_) => source.published.clone(),
    };
    [
        ("story-publisher", source.publisher.clone()),
        ("story-published", published),
        ("story-accessed", accessed),
        ("story-address", source.url.clone()),
    ]
    .into_iter()
    .map(|(label, words)| match words.as_str() {
        "" => page.not_found(label),
        _ => Fact { label: page.word(label), value: Text::plain(words), confidence: None },
    })
    .collect()
}

/// Key of the message for several things of a kind.
pub(super) fn kinds(kind: Kind) -> &'static str {
    match kind {
        Kind::State => "kinds-state",
        Kind::Institution => "kinds-institution",
        Kind::Corridor => "kinds-corridor",
        Kind::Segment => "kinds-segment",
        Kind::Node => "kinds-node",
        Kind::Event => "kinds-event",
        Kind::Measure => "kinds-measure",
        Kind::Source => "kinds-source",
        Kind::Route => "kinds-route",
        Kind::Changes => "kinds-changes",
        Kind::Comparison => "kinds-compare",
        Kind::Role => "kinds-role",
        Kind::Edition => "kinds-edition",
    }
}

/// A source in one line, as pictures cite it: who published it, its title, its date where it has one.
#[must_use]
pub fn label(source: &Source, lang: &Lang) -> String {
    if source.kind == SourceKind::Memory {
        return lang.text("source-memory-long");
    }
    let (publisher, title, published) = (&source.publisher, &source.title, &source.published);
    if !published.starts_with(|letter: char| letter.is_ascii_digit()) {
        return format!("{publisher}: {title}");
    }
    let date = published.parse().map_or_else(|_| published.clone(), |date: Date| lang.date(date));
    format!("{publisher}: {title}, {date}")
}
