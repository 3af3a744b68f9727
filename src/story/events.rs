//! Events as rows: told up to the as-of day; what was planned says so.

use crate::date::Happened;
use crate::world::{Event, Id, Kind};

use super::page::Page;
use super::words;
use super::{Row, Symbol, Text};

/// Whether the page tells an event: it had happened by the as-of day, or was planned for soon after it.
fn is_told(page: &Page, event: &Event) -> bool {
    match event.date.happened_by(page.day) {
        Happened::Yes | Happened::Unknown => true,
        Happened::No => event.planned && event.date.year() <= page.day.year() + 1,
    }
}

/// The date of an event: "22 Aug 2012 to 23 Aug 2012".
pub(super) fn dates(page: &Page, event: &Event) -> String {
    match event.end {
        Some(end) => page.span(Some(event.date), Some(end)),
        None => page.lang.date(event.date),
    }
}

/// The date with what must be said about it: planned, or too coarse to tell.
pub(super) fn told_date(page: &Page, event: &Event) -> String {
    let date = dates(page, event);
    if event.planned {
        return page.say("story-planned-date", &[("date", date.into())]);
    }
    date
}

/// One row for an event.
pub(super) fn row(page: &mut Page, event: &Event) -> Row {
    let kind = page.word(words::event(event.kind));
    let words = match &event.place {
        Some(place) if !place.is_empty() => format!("{kind}, {}", page.city(place)),
        _ => kind,
    };
    let detail = page.claim(words, &event.evidence);
    Row {
        detail: Some(detail),
        trailing: told_date(page, event),
        confidence: Some(event.evidence.confidence),
        ..page.row(Symbol::Event, &Id::new(Kind::Event, &*event.key))
    }
}

/// Adds a list of events that the page may tell, newest first, and says how many are left out.
pub(super) fn list(page: &mut Page, title: &str, events: &[&Event]) {
    let told: Vec<&Event> = events.iter().copied().filter(|event| is_told(page, event)).collect();
    let rows: Vec<Row> = told.iter().rev().map(|event| row(page, event)).collect();
    let later = events.len() - told.len();
    let trailing = if later == 0 {
        String::new()
    } else {
        page.say("story-and-later", &[("count", told.len().into()), ("later", later.into())])
    };
    page.list(title, trailing, rows, 4);
}

/// Events on the soil of a state.
pub(super) fn of_place(page: &mut Page, key: &str) {
    let world = page.world;
    let events: Vec<&Event> = world.events.iter().filter(|event| event.country.as_deref() == Some(key)).collect();
    list(page, "story-events-on-soil", &events);
}

/// Events about the thing of the page, but for those on the soil of a state that are listed already.
pub(super) fn about(page: &mut Page, but_in: Option<&str>) {
    let world = page.world;
    let events: Vec<&Event> = world
        .events
        .iter()
        .filter(|event| event.subjects.contains(page.id()))
        .filter(|event| but_in.is_none() || event.country.as_deref() != but_in)
        .collect();
    list(page, "story-events-about", &events);
}

/// Names of areas of cooperation in a row.
pub(super) fn areas(page: &Page, areas: &[crate::world::Area]) -> Text {
    let names: Vec<String> = areas.iter().map(|area| page.word(words::area(*area))).collect();
    Text::plain(names.join(", "))
}
