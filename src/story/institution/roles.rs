//! Who takes part in what, as what, since when.

use crate::date::Happened;
use crate::story::page::Page;
use crate::story::words;
use crate::story::{Symbol, Text};
use crate::story::{short_name, state_symbol};
use crate::world::{Id, Institution, Kind, Membership, Role, State, World};

/// What the list of participants showed.
pub(in crate::story) struct Shown {
    /// Whether the observer entity is on it.
    pub contains_entity: bool,
}

/// The part that somebody takes in something on the as-of day, also where its date is not known or too coarse.
fn part<'a>(page: &Page<'a>, state: &str, institution: &str) -> Option<&'a Membership> {
    page.world
        .memberships
        .iter()
        .rev()
        .filter(|part| part.state == state && part.institution == institution)
        .find(|part| page.held(part.from, part.to) != Happened::No)
}

/// Whether the atlas knows who takes part in an institution.
fn has_participants(world: &World, body: &Institution) -> bool {
    body.members_evidence.is_some() || world.memberships.iter().any(|part| part.institution == body.key)
}

/// The sign of a role; the observer entity keeps its own.
fn symbol(page: &Page, part: &Membership) -> Symbol {
    match part.role {
        Role::Member => Symbol::Member,
        Role::Observer if page.is_entity(&part.state) => Symbol::ObserverEntity,
        Role::Observer => Symbol::Observer,
        Role::Universities | Role::Draft | Role::Host | Role::Acceding => Symbol::Participant,
    }
}

/// What a part is in words: the role, its exact wording, since when, by which event, who says so.
fn wording(page: &mut Page, part: &Membership) -> Text {
    let mut words = page.word(words::role(part.role));
    if let Some(exact) = &part.wording {
        words = format!("{words}: {exact}");
    }
    let since = match part.from {
        Some(_) => page.span(part.from, part.to),
        None => page.word("word-date-not-found"),
    };
    let event = part.event.as_ref().map(|event| page.link(&Id::new(Kind::Event, &**event)));
    let mut text = super::with_link(Text::plain(format!("{words}, {since}")), event);
    if page.held(part.from, part.to) == Happened::Unknown {
        text = text.and(format!(". {}", page.word("story-coarse-date")));
    }
    if let Some(note) = &part.evidence.note {
        text = text.and(format!("; {note}"));
    }
    page.support(text, &part.evidence)
}

/// The roles of a state in every institution whose participants are known.
pub(in crate::story) fn of_state(page: &mut Page, state: &State) {
    let world = page.world;
    let (mut rows, mut others) = (Vec::new(), Vec::new());
    let mut members: usize = 0;
    for body in world.institutions.iter().filter(|body| has_participants(world, body)) {
        let id = Id::new(Kind::Institution, &*body.key);
        let mut row = page.row(Symbol::Nothing, &id);
        row.label = short_name(world, page.lang, &id);
        row.trailing = super::seat_from(page, body, &state.key);
        if let Some(part) = part(page, &state.key, &body.key) {
            members += usize::from(part.role == Role::Member);
            row.symbol = symbol(page, part);
            row.detail = Some(wording(page, part));
            row.confidence = Some(part.evidence.confidence);
            rows.push(row);
        } else {
            row.detail = Some(Text::plain(page.word("role-none")));
            others.push(row);
        }
    }
    if rows.is_empty() {
        return;
    }
    let (count, total) = (rows.len(), rows.len() + others.len());
    rows.extend(others);
    let counts = [("count", count.into()), ("total", total.into()), ("members", members.into())];
    let trailing = page.say("story-member-in", &counts);
    let title = page.word("story-roles");
    super::short_list(page, title, trailing, rows);
}

/// Every state with its part in an institution; those without one say that none was found.
pub(in crate::story) fn participants(page: &mut Page, body: &Institution) -> Shown {
    let world = page.world;
    let mut shown = Shown { contains_entity: false };
    if !has_participants(world, body) {
        return shown;
    }
    let (mut rows, mut others) = (Vec::new(), Vec::new());
    let (mut members, mut observers) = (0, 0);
    for state in &world.states {
        let mut row = page.row(Symbol::Nothing, &Page::state(&state.key));
        if let Some(part) = part(page, &state.key, &body.key) {
            shown.contains_entity |= page.is_entity(&state.key);
            members += usize::from(part.role == Role::Member);
            observers += usize::from(part.role == Role::Observer);
            row.symbol = symbol(page, part);
            row.detail = Some(wording(page, part));
            row.trailing = part.from.map_or_else(|| page.word("word-date-not-found"), |from| page.lang.date(from));
            row.confidence = Some(part.evidence.confidence);
            rows.push(row);
        } else if !matches!(state_symbol(state), Symbol::Organisation) {
            row.trailing = page.word("role-none");
            others.push(row);
        }
    }
    rows.extend(others);
    let values = [("members", members.into()), ("observers", observers.into())];
    let trailing = page.say("story-members-observers", &values);
    if let Some(evidence) = &body.members_evidence {
        page.cite(evidence);
    }
    page.list("story-participants", trailing, rows, 9);
    shown
}
