//! What changed between two days, in sentences: standing, roles, institutions, names, offices, steps, events.

pub(in crate::story) mod edition;
mod revise;
mod roles;

pub use revise::revise;

use std::collections::BTreeSet;

use crate::date::{Date, Day, Happened};
use crate::lang::{Lang, Value};
use crate::world::{Evidence, Id, InstitutionKind, Kind, Period, StandingChange, State, Status, Turn, World};

use super::page::Page;
use super::{Row, Span, Story, Symbol, Text, Tone, events, institution, names, state, words};

/// Rows shown before "show all".
const FOLD: usize = 12;

/// Tells what changed between the days of a key; none where it is no pair of days.
pub(super) fn tell(world: &World, id: &Id, lang: &Lang) -> Option<Story> {
    let period = world.period(&id.key)?;
    let mut page = Page::new(world, id, period.to, lang);
    let days = [("from", lang.date_long(period.from).into()), ("to", lang.date_long(period.to).into())];
    let title = page.say("changes-title", &days);
    page.title(title);
    let subtitle = page.word("changes-ends");
    page.subtitle(&[subtitle]);
    card(&mut page, &period);
    let standings = world.standing_changes(&period);
    standing(&mut page, "changes-gained", "changes-none-gained", &standings, &[Turn::Gained, Turn::Other]);
    standing(&mut page, "changes-lost", "changes-none-lost", &standings, &[Turn::Lost]);
    roles::tell(&mut page, &period);
    institutions(&mut page, &period);
    names(&mut page, &period);
    offices(&mut page, &period);
    steps(&mut page, &period);
    happened(&mut page, &period);
    limits(&mut page, &period);
    Some(page.finish())
}

/// How much changed, in numbers.
fn card(page: &mut Page, period: &Period) {
    let world = page.world;
    let standings = world.standing_changes(period);
    let went = |turn: Turn| standings.iter().filter(|change| change.turn == turn).count();
    let counts = [("gained", went(Turn::Gained).into()), ("lost", went(Turn::Lost).into())];
    let headline = page.say("changes-counted", &counts);
    let of = |key: &str, count: usize| page.say(key, &[("count", count.into())]);
    let founded = world.institutions.iter().filter(|body| body.shown && !body.kind.is_idea());
    let founded = founded.filter(|body| body.founded.value.is_some_and(|date| period.holds(date) != Happened::No));
    let events = world.events.iter().filter(|event| !event.planned && period.holds(event.date) != Happened::No);
    let parts = [
        of("changes-count-roles", world.role_changes(period).len()),
        of("changes-count-founded", founded.count()),
        of("changes-count-events", events.count()),
    ];
    page.card(Symbol::Event, headline, vec![Text::plain(parts.join(", "))], None);
}

/// One sentence of the list: what it says, when, who says so, and whether the day is known closely enough.
struct Sentence<'e> {
    symbol: Symbol,
    label: String,
    target: Option<Id>,
    date: Option<Date>,
    detail: Text,
    evidence: &'e Evidence,
    certain: bool,
}

impl Sentence<'_> {
    /// The sentence as a row; a note of the evidence follows what is said of it.
    fn row(self, page: &mut Page) -> Row {
        let mut detail = self.detail;
        if !self.certain {
            detail = joined(detail, &page.word("changes-maybe"));
        }
        if let Some(note) = &self.evidence.note {
            detail = joined(detail, &page.localised(note));
        }
        Row {
            target: self.target.filter(|id| page.world.exists(id)),
            detail: Some(page.support(detail, self.evidence)),
            trailing: self.date.map(|date| page.lang.date(date)).unwrap_or_default(),
            confidence: Some(self.evidence.confidence),
            ..Row::new(self.symbol, self.label)
        }
    }
}

/// A text followed by another sentence.
fn joined(text: Text, more: &str) -> Text {
    match text.words().trim_end().chars().next_back() {
        None => text.and(more),
        Some('.' | '?' | '!') => text.and(" ").and(more),
        Some(_) => text.and(". ").and(more),
    }
}

/// Standings that went one way; where there is none, that none was found.
fn standing(page: &mut Page, title: &str, none: &str, all: &[StandingChange], turns: &[Turn]) {
    let mut rows = Vec::new();
    for change in all.iter().filter(|change| turns.contains(&change.turn)) {
        rows.extend(standing_row(page, change));
    }
    if rows.is_empty() {
        let words = page.word(none);
        return page.paragraph(title, Text::plain(words));
    }
    page.list(title, String::new(), rows, FOLD);
}

/// One standing as a sentence.
fn standing_row(page: &mut Page, change: &StandingChange) -> Option<Row> {
    let (before, after) = (change.before, change.after);
    let told = after.or(before)?;
    let id = Page::state(&change.state.key);
    let date = if after.is_some() { Some(told.from) } else { told.to };
    // As both were called when it happened.
    let day = date.map_or(page.day, Date::earliest);
    let org = page.world.organisation_on(page.lang.code(), day);
    let values = [("name", names::subject(page.world, page.lang, day, &change.state.key).into()), ("org", org.into())];
    let label = match after.map(|it| it.status) {
        Some(Status::Member { founding: true }) => page.say("changes-became-founding", &values),
        Some(Status::Member { founding: false }) => page.say("changes-became-member", &values),
        Some(Status::Observer) => page.say("changes-became-observer", &values),
        Some(Status::ObserverEntity) => page.say("changes-became-entity", &values),
        Some(Status::ObserverOrganisation) => page.say("changes-became-organisation", &values),
        None => page.say("changes-left", &values),
    };
    let label = page.lang.sentence(&label);
    let mut detail = Text::plain(told.wording.clone());
    if let Some(event) = &told.event {
        let id = Id::new(Kind::Event, &**event);
        if page.name(&id) == told.wording {
            detail = Text::default();
        }
        detail = joined(detail, "");
        detail.0.push(page.link(&id));
    }
    if let Some(before) = before {
        let status = page.word(words::status(before.status));
        detail = joined(detail, &page.say("changes-before", &[("what", status.into())]));
    }
    let symbol = after.map_or(Symbol::Nothing, |it| state::symbol(it.status));
    let (evidence, certain) = (&told.evidence, change.certain);
    Some(Sentence { symbol, label, target: Some(id), date, detail, evidence, certain }.row(page))
}

/// Institutions that were founded; what was only proposed or agreed, apart.
fn institutions(page: &mut Page, period: &Period) {
    let world = page.world;
    for (title, ideas) in [("changes-founded", false), ("changes-proposed", true)] {
        let mut rows: Vec<(Date, Row)> = Vec::new();
        for body in world.institutions.iter().filter(|body| body.shown && body.kind.is_idea() == ideas) {
            let Some(date) = body.founded.value else { continue };
            let held = period.holds(date);
            if held == Happened::No {
                continue;
            }
            let id = Id::new(Kind::Institution, &*body.key);
            let key = match body.kind {
                InstitutionKind::Proposed => "changes-was-proposed",
                InstitutionKind::Planned => "changes-was-agreed",
                InstitutionKind::Agreement => "changes-was-signed",
                InstitutionKind::Programme => "changes-began",
                _ => "changes-was-founded",
            };
            let sentence = Sentence {
                symbol: Symbol::Institution,
                label: page.say(key, &[("name", page.name(&id).into())]),
                target: Some(id),
                date: Some(date),
                detail: Text::default(),
                evidence: &body.founded.evidence,
                certain: held == Happened::Yes,
            };
            rows.push((date, sentence.row(page)));
        }
        in_order(page, title, rows);
    }
}

/// Adds rows in the order of their dates.
fn in_order(page: &mut Page, title: &str, mut rows: Vec<(Date, Row)>) {
    rows.sort_by_key(|(date, _)| (date.earliest(), date.latest()));
    page.list(title, String::new(), rows.into_iter().map(|(_, row)| row).collect(), FOLD);
}

/// New names.
fn names(page: &mut Page, period: &Period) {
    let world = page.world;
    let mut rows = Vec::new();
    for former in &world.former_names {
        let held = period.holds(former.until);
        let Some(before) = former.names.get(page.lang.code()).filter(|_| held != Happened::No) else { continue };
        // The name that came next may itself be a former one by now.
        let after = world.name_on(&former.of, page.lang.code(), former.until.latest());
        let values = [("before", before.as_str().into()), ("after", after.into())];
        let sentence = Sentence {
            symbol: super::event::symbol(page, &former.of),
            label: page.say("changes-renamed", &values),
            target: Some(former.of.clone()),
            date: Some(former.until),
            detail: Text::plain(institution::translated(page, former).unwrap_or_default()),
            evidence: &former.evidence,
            certain: held == Happened::Yes,
        };
        rows.push((former.until, sentence.row(page)));
    }
    in_order(page, "changes-names", rows);
}

/// Who took the chair, and who took office.
fn offices(page: &mut Page, period: &Period) {
    let world = page.world;
    let mut rows = Vec::new();
    let mut add = |page: &mut Page, label: String, target: Id, date: Date, evidence: &Evidence| {
        let held = period.holds(date);
        if held != Happened::No {
            let (symbol, detail) = (super::event::symbol(page, &target), Text::default());
            let certain = held == Happened::Yes;
            let sentence =
                Sentence { symbol, label, target: Some(target), date: Some(date), detail, evidence, certain };
            rows.push((date, sentence.row(page)));
        }
    };
    for time in &world.chairmanships {
        let id = Page::state(&time.state);
        let day = time.from.earliest();
        let name = names::subject(world, page.lang, day, &time.state);
        let org = world.organisation_on(page.lang.code(), day);
        let values: [(&str, Value); 2] = [("name", name.into()), ("org", org.into())];
        let label = page.lang.sentence(&page.say("changes-chair", &values));
        add(page, label, id, time.from, &time.evidence);
    }
    for body in &world.institutions {
        let id = Id::new(Kind::Institution, &*body.key);
        for tenure in &body.tenures {
            let Some(from) = tenure.from else { continue };
            let label = page.say("changes-office", &[("name", tenure.person.as_str().into())]);
            add(page, label, id.clone(), from, &tenure.evidence);
        }
    }
    in_order(page, "changes-offices", rows);
}

/// Dated steps of the states that are not told as changes of standing.
fn steps(page: &mut Page, period: &Period) {
    let world = page.world;
    let mut rows = Vec::new();
    for state in &world.states {
        let told = |date: Date, words: &str| is_status(state, date, words);
        for step in &state.steps {
            let Some(date) = step.date.filter(|date| !told(*date, &step.value)) else { continue };
            let held = period.holds(date);
            if held == Happened::No {
                continue;
            }
            let id = Page::state(&state.key);
            let values = [("name", page.name(&id).into()), ("what", page.localised(&step.value).into())];
            let sentence = Sentence {
                symbol: super::event::symbol(page, &id),
                label: page.say("changes-step", &values),
                target: Some(id),
                date: Some(date),
                detail: Text::default(),
                evidence: &step.evidence,
                certain: held == Happened::Yes,
            };
            rows.push((date, sentence.row(page)));
        }
    }
    in_order(page, "changes-steps", rows);
}

/// Whether a step is the beginning of a standing, in the same words.
fn is_status(state: &State, date: Date, words: &str) -> bool {
    state.status.iter().any(|change| change.from == date && change.wording == words)
}

/// Events in between, oldest first.
fn happened(page: &mut Page, period: &Period) {
    let world = page.world;
    let between = world.events.iter().filter(|event| !event.planned && period.holds(event.date) != Happened::No);
    let mut rows: Vec<(Date, Row)> = Vec::new();
    for event in between {
        let row = Row { detail: Some(decided(page, event)), ..events::row(page, event) };
        rows.push((event.date, row));
    }
    in_order(page, "changes-events", rows);
}

/// What came of an event.
fn decided(page: &mut Page, event: &crate::world::Event) -> Text {
    let mut text = Text::plain(event.decision.clone());
    if let Some(note) = &event.evidence.note {
        text = joined(text, &page.localised(note));
    }
    page.support(text, &event.evidence)
}

/// What cannot be told.
fn limits(page: &mut Page, period: &Period) {
    let world = page.world;
    let mut lines = Vec::new();
    let undated = world.undated_roles(period);
    if !undated.is_empty() {
        let mut keys: Vec<&str> = undated.iter().map(|it| it.institution.as_str()).collect();
        keys.dedup();
        let names: Vec<String> = keys.iter().map(|key| short(page, key)).collect();
        let values = [("count", undated.len().into()), ("bodies", page.lang.list(&names).into())];
        let words = page.say("changes-undated", &values);
        let mut cited: BTreeSet<usize> = BTreeSet::new();
        for part in undated {
            if let Span::Cite(numbers) = page.cite(&part.evidence) {
                cited.extend(numbers);
            }
        }
        let mut text = Text::plain(words);
        text.0.push(Span::Cite(cited.into_iter().collect()));
        lines.push(text);
    }
    let edition = world.edition.map(|day: Day| page.lang.date(day)).unwrap_or_default();
    lines.push(Text::plain(page.say("changes-lines", &[("date", edition.into())])));
    let title = page.word("story-uncertain");
    page.notice(Tone::Uncertain, title, lines);
}

/// The short name of an institution.
fn short(page: &Page, key: &str) -> String {
    page.world.short_name_on(&Id::new(Kind::Institution, key), page.lang.code(), page.day)
}
