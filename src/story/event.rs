//! The page of an event.

use crate::date::Happened;
use crate::world::{Event, EventKind, Id, Kind};

use super::page::Page;
use super::words;
use super::{Fact, Row, Story, Symbol, Text, events, state};

/// Tells the story of an event.
pub(super) fn tell(mut page: Page) -> Option<Story> {
    let event = page.world.event(&page.id().key)?;
    let kind = page.word(words::event(event.kind));
    page.subtitle(&[
        kind.clone(),
        event.place.as_deref().map(|place| page.city(place)).unwrap_or_default(),
        events::dates(&page, event),
    ]);
    let date = page.claim(events::told_date(&page, event), &event.evidence);
    let mut lines = vec![date];
    lines.extend(happened(&page, event).map(Text::plain));
    page.card(Symbol::Event, kind, lines, Some(event.evidence.confidence));
    let decision = page.claim(event.decision.clone(), &event.evidence);
    let heading = match (event.planned, event.kind) {
        (true, _) => "story-intended",
        (false, EventKind::Related) => "story-happened",
        (false, _) => "story-decision",
    };
    page.paragraph(heading, decision);
    let facts = facts(&mut page, event);
    page.facts(None, facts);
    page.remark(&page.word("kind-event"), &event.evidence);
    participants(&mut page, event);
    let rows: Vec<Row> = event.subjects.iter().map(|id| page.row(symbol(&page, id), id)).collect();
    page.list("story-subjects", String::new(), rows, 6);
    series(&mut page, event);
    page.disagreements();
    Some(page.finish())
}

/// Whether it lay in the past on the as-of day, where that is not plain.
fn happened(page: &Page, event: &Event) -> Option<String> {
    match (event.date.happened_by(page.day), event.planned) {
        (Happened::No, _) => Some(page.word("story-later-than-as-of")),
        (Happened::Yes, true) => Some(page.word("story-planned-no-result")),
        (Happened::Unknown, _) => Some(page.word("story-coarse-date")),
        (Happened::Yes, false) => None,
    }
}

/// Place, number, chair and areas.
fn facts(page: &mut Page, event: &Event) -> Vec<Fact> {
    let evidence = crate::world::Evidence { note: None, ..event.evidence.clone() };
    let mut facts = Vec::new();
    match event.place.as_deref().filter(|place| !place.is_empty()) {
        Some(place) => {
            let mut text = Text::plain(page.city(place));
            if let Some(country) = &event.country {
                text = text.and(", ");
                text.0.push(page.country(country));
            }
            let label = page.word("story-place");
            facts.push(page.labelled(label, text, &evidence));
        }
        None => facts.push(page.not_found("story-place")),
    }
    if let Some(number) = event.number {
        facts.push(page.fact("story-number", number.to_string(), &evidence));
    }
    if let Some((value, confidence)) = state::chair_on(page, event.date).filter(|_| !event.planned) {
        facts.push(Fact { label: page.word("story-chair"), value, confidence: Some(confidence) });
    }
    if !event.areas.is_empty() {
        let value = events::areas(page, &event.areas);
        facts.push(Fact { label: page.word("story-areas"), value, confidence: None });
    }
    facts
}

/// Who took part.
fn participants(page: &mut Page, event: &Event) {
    let mut rows = Vec::new();
    for (name, state) in &event.participants {
        let id = state.as_deref().map(Page::state);
        let trailing = id.as_ref().map(|id| Text(vec![page.link(id)]).words()).unwrap_or_default();
        let symbol = id.as_ref().map_or(Symbol::Participant, |id| symbol(page, id));
        let detail = page.claim("", &event.evidence);
        rows.push(Row {
            target: id.filter(|id| page.world.state(&id.key).is_some()),
            detail: Some(detail),
            trailing,
            confidence: Some(event.evidence.confidence),
            ..Row::new(symbol, name.clone())
        });
    }
    page.list("story-took-part", String::new(), rows, 8);
}

/// The events before and after it in a numbered series.
fn series(page: &mut Page, event: &Event) {
    let Some(number) = event.number else { return };
    let world = page.world;
    let next_to = |other: &&Event| other.kind == event.kind && other.number.is_some_and(|n| n.abs_diff(number) == 1);
    let others: Vec<&Event> = world.events.iter().filter(next_to).collect();
    events::list(page, "story-before-and-after", &others);
}

/// The sign of a thing in a list of mixed kinds.
pub(super) fn symbol(page: &Page, id: &Id) -> Symbol {
    let world = page.world;
    match id.kind {
        Kind::State => {
            let standing = world.state(&id.key).and_then(|state| state.status_at(page.day));
            standing.map_or(Symbol::Nothing, |change| state::symbol(change.status))
        }
        Kind::Institution => Symbol::Institution,
        Kind::Corridor => Symbol::Corridor,
        Kind::Segment => world.segment(&id.key).map_or(Symbol::Corridor, super::travel::symbol),
        Kind::Node => world.node(&id.key).map_or(Symbol::Node, Symbol::of_node),
        Kind::Event | Kind::Changes => Symbol::Event,
        Kind::Comparison | Kind::Role => Symbol::Member,
        Kind::Measure => Symbol::Measure,
        Kind::Source | Kind::Edition => Symbol::Source,
        Kind::Route => Symbol::Corridor,
    }
}
