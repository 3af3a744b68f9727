//! Standing in the OTS: the card, the steps that led there, the chair.

use crate::date::{Date, Happened};
use crate::world::{Id, Kind, State, Status, StatusChange};

use crate::story::page::Page;
use crate::story::words;
use crate::story::{Row, Span, Symbol, Text};

/// The sign of a standing.
pub(in crate::story) fn symbol(status: Status) -> Symbol {
    match status {
        Status::Member { .. } => Symbol::Member,
        Status::Observer => Symbol::Observer,
        Status::ObserverEntity => Symbol::ObserverEntity,
        Status::ObserverOrganisation => Symbol::Organisation,
    }
}

/// The standing in force on the as-of day, also where its date is too coarse to be sure.
pub(in crate::story) fn in_force<'s>(page: &Page, state: &'s State) -> Option<&'s StatusChange> {
    state.status.iter().rev().find(|change| page.held(Some(change.from), change.to) != Happened::No)
}

/// The card: standing, since when, by which event, who confirmed it last.
pub(super) fn card(page: &mut Page, state: &State) {
    let Some(change) = in_force(page, state) else {
        let mut lines = Vec::new();
        if let Some(next) = state.status.iter().find(|change| change.from.earliest() > page.day) {
            let status = page.word(words::status(next.status));
            let values = [("status", status.into()), ("date", page.lang.date(next.from).into())];
            lines.push(page.claim(page.say("story-status-later", &values), &next.evidence));
        }
        let org = page.world.organisation_on(page.lang.code(), page.day);
        let headline = page.say("story-no-status", &[("org", org.into())]);
        return page.card(Symbol::Nothing, headline, lines, None);
    };
    let mut first = Text::plain(page.say("story-since", &[("from", page.lang.date(change.from).into())]));
    if !change.wording.is_empty() {
        first = first.and(": ");
    }
    let event = change.event.as_ref().map(|event| Id::new(Kind::Event, &**event));
    first.0.extend(linked(page, &change.wording, event.as_ref()).0);
    let mut lines = vec![page.support(first, &change.evidence)];
    if change.from.happened_by(page.day) == Happened::Unknown {
        lines.push(Text::plain(page.word("story-coarse-date")));
    }
    if let Some(claim) = &state.confirmed {
        let date = claim.date.filter(|date| date.happened_by(page.day) == Happened::Yes);
        if let Some(date) = date {
            let words = page.say("story-confirmed", &[("date", page.lang.date(date).into())]);
            lines.push(page.claim(words, &claim.evidence));
            page.remark(&page.word("story-status"), &claim.evidence);
        }
    }
    page.remark(&page.word("story-status"), &change.evidence);
    let headline = page.word(words::status(change.status));
    page.card(symbol(change.status), headline, lines, Some(change.evidence.confidence));
}

/// Words with a link to the event that they speak of: on its name where they name it, else after them.
fn linked(page: &Page, words: &str, event: Option<&Id>) -> Text {
    let Some(event) = event else { return Text::plain(words) };
    let link = page.link(event);
    if let Some((before, after)) = words.split_once(&page.name(event)) {
        return Text(vec![Span::Plain(before.to_owned()), link, Span::Plain(after.to_owned())]);
    }
    Text(vec![Span::Plain(format!("{words}. ")), link])
}

/// Every dated step up to the as-of day.
pub(super) fn history(page: &mut Page, state: &State) {
    let mut rows: Vec<(Date, Row)> = Vec::new();
    for change in &state.status {
        if page.held(Some(change.from), None) == Happened::No {
            continue;
        }
        let status = page.word(words::status(change.status));
        let detail = page.claim(change.wording.clone(), &change.evidence);
        let row = Row {
            target: change.event.as_ref().map(|event| Id::new(Kind::Event, &**event)),
            detail: Some(detail),
            trailing: page.lang.date(change.from),
            confidence: Some(change.evidence.confidence),
            ..Row::new(symbol(change.status), status)
        };
        rows.push((change.from, row));
    }
    for step in &state.steps {
        let is_told = |change: &StatusChange| Some(change.from) == step.date && change.wording == step.value;
        if state.status.iter().any(is_told) {
            continue;
        }
        let Some(date) = step.date.filter(|date| page.held(Some(*date), None) != Happened::No) else { continue };
        let mut detail = Text::default();
        if let Some(note) = &step.evidence.note {
            detail = detail.and(note.clone());
        }
        let detail = page.support(detail, &step.evidence);
        let row = Row {
            detail: Some(detail),
            trailing: page.lang.date(date),
            confidence: Some(step.evidence.confidence),
            ..Row::new(Symbol::Event, page.localised(&step.value))
        };
        rows.push((date, row));
    }
    rows.sort_by_key(|(date, _)| *date);
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    page.list("story-history", String::new(), rows, 6);
}

/// Its times in the chair of the OTS.
pub(super) fn chair(page: &mut Page, state: &State) {
    let world = page.world;
    let mut rows = Vec::new();
    for time in world.chairmanships.iter().filter(|time| time.state == state.key) {
        if time.from.happened_by(page.day) == Happened::No {
            continue;
        }
        let to = time.to.filter(|to| to.happened_by(page.day) == Happened::Yes);
        let detail = match &time.evidence.note {
            Some(note) => Text::plain(note.clone()),
            None => Text::default(),
        };
        let detail = page.support(detail, &time.evidence);
        let label = page.span(Some(time.from), to);
        rows.push(Row {
            detail: Some(detail),
            confidence: Some(time.evidence.confidence),
            ..Row::new(Symbol::Event, label)
        });
    }
    page.list("story-in-the-chair", String::new(), rows, 3);
}

/// Who was in the chair of the OTS on a day, as words with a link and sources.
pub(in crate::story) fn chair_on(page: &mut Page, date: Date) -> Option<(Text, crate::world::Confidence)> {
    // On the day of a handover the chair that begins is told; a summit opens under its host.
    let (time, _) = page.world.chair_at(date.latest())?;
    if date.earliest() < time.from.earliest() {
        return None;
    }
    let link: Span = page.link(&Page::state(&time.state));
    let text = page.support(Text(vec![link]), &time.evidence);
    Some((text, time.evidence.confidence))
}
