//! Who takes part in what, as what, since when.

use crate::date::Happened;
use crate::story::page::Page;
use crate::story::state_symbol;
use crate::story::words;
use crate::story::{Symbol, TableRow, Text};
use crate::world::{Id, Institution, Kind, Membership, Role, State, World};

/// The part that somebody takes in something on the as-of day, and whether that is certain or only possible.
pub(super) fn part<'a>(page: &Page<'a>, state: &str, body: &Institution) -> Option<(&'a Membership, bool)> {
    let part = page.world.role_at(&body.key, state, page.day)?;
    Some((part, page.world.holds_on(part, page.day) == Happened::Yes))
}

/// Whether the lists show an institution, and the atlas knows who takes part in it.
fn has_participants(world: &World, body: &Institution) -> bool {
    let known = body.members_evidence.is_some() || world.memberships_of_institution(&body.key).next().is_some();
    body.shown && known
}

/// Whether an institution may have existed on the as-of day.
fn may_exist(page: &Page, body: &Institution) -> bool {
    body.founded.value.is_none_or(|founded| founded.happened_by(page.day) != Happened::No)
}

/// What is said of a state without a part in an institution: what a source says of it, or that none was found.
pub(super) fn no_part(page: &mut Page, state: &str, body: &Institution) -> Text {
    let said = body.absent.iter().find(|claim| claim.value.0 == state).filter(|_| page.is_current());
    match said {
        Some(claim) => page.noted(claim.value.1.clone(), &claim.evidence),
        None => Text::plain(page.word("role-none")),
    }
}

/// The sign of a role; the observer entity keeps its own.
pub(super) fn symbol(page: &Page, part: &Membership) -> Symbol {
    match part.role {
        Role::Member => Symbol::Member,
        Role::Observer if page.world.is_entity(&part.state) => Symbol::ObserverEntity,
        Role::Observer => Symbol::Observer,
        Role::Signatory | Role::Universities | Role::Draft | Role::Host | Role::Acceding => Symbol::Participant,
    }
}

/// What a part is in words: the role, its exact wording, since when, by which event, who says so.
fn wording(page: &mut Page, part: &Membership, certain: bool) -> Text {
    let mut words = page.word(words::role(part.role));
    if let Some(exact) = &part.wording {
        words = format!("{words}: {}", page.localised(exact));
    }
    let since = since(page, part);
    let event = part.event.as_ref().map(|event| page.link(&Id::new(Kind::Event, &**event)));
    let mut text = super::with_link(Text::plain(format!("{words}, {since}")), event);
    if !certain {
        text = text.and(format!(". {}", page.word("story-coarse-date")));
    }
    if let Some(note) = &part.evidence.note {
        text = text.and(format!("; {}", page.localised(note)));
    }
    page.support(text, &part.evidence)
}

/// Since when: from a date to another, or the day by which it had begun.
pub(super) fn since(page: &Page, part: &Membership) -> String {
    match (part.from, part.by) {
        (None, Some(by)) => page.say("story-by", &[("date", page.lang.date(by).into())]),
        (None, None) => page.word("word-date-not-found"),
        (Some(_), _) => page.span(part.from, part.to),
    }
}

/// The roles of a state in every institution whose participants are known.
pub(in crate::story) fn of_state(page: &mut Page, state: &State) {
    let world = page.world;
    let (mut rows, mut possible, mut others) = (Vec::new(), Vec::new(), Vec::new());
    let (mut count, mut members): (usize, usize) = (0, 0);
    for body in world.institutions.iter().filter(|body| has_participants(world, body)) {
        if !may_exist(page, body) {
            continue;
        }
        let id = Id::new(Kind::Institution, &*body.key);
        let mut row = page.row(Symbol::Nothing, &id);
        row.label = world.short_name_on(&id, page.lang.code(), page.day);
        row.trailing = super::seat_from(page, body, &state.key);
        if let Some((part, certain)) = part(page, &state.key, body) {
            row.symbol = symbol(page, part);
            row.detail = Some(wording(page, part, certain));
            row.confidence = Some(part.evidence.confidence);
            if certain {
                count += usize::from(part.role.takes_part());
                members += usize::from(part.role == Role::Member);
                rows.push(row);
            } else {
                possible.push(row);
            }
        } else {
            row.detail = Some(no_part(page, &state.key, body));
            others.push(row);
        }
    }
    if rows.is_empty() && possible.is_empty() {
        return;
    }
    let total = rows.len() + possible.len() + others.len();
    rows.extend(possible.into_iter().chain(others));
    let counts = [("count", count.into()), ("total", total.into()), ("members", members.into())];
    let trailing = page.say("story-member-in", &counts);
    let title = page.word("story-roles");
    super::short_list(page, title, trailing, rows);
}

/// Every state with its part in an institution; those without one say that none was found.
pub(in crate::story) fn participants(page: &mut Page, body: &Institution) {
    let world = page.world;
    if !has_participants(world, body) {
        return;
    }
    let (mut rows, mut others) = (Vec::new(), Vec::new());
    let (mut members, mut observers, mut organisations, mut signatories) = (0, 0, 0, 0);
    for state in &world.states {
        let mut row = page.row(Symbol::Nothing, &Page::state(&state.key));
        if let Some((part, certain)) = part(page, &state.key, body) {
            members += usize::from(certain && part.role == Role::Member);
            signatories += usize::from(certain && part.role == Role::Signatory);
            let observes = usize::from(certain && part.role == Role::Observer);
            *(if world.is_organisation(&state.key) { &mut organisations } else { &mut observers }) += observes;
            row.symbol = symbol(page, part);
            row.detail = Some(wording(page, part, certain));
            row.trailing = part.from.map_or_else(|| since(page, part), |from| page.lang.date(from));
            row.confidence = Some(part.evidence.confidence);
            rows.push(row);
        } else if !matches!(state_symbol(state), Symbol::Organisation) {
            let said = body.absent.iter().any(|claim| claim.value.0 == state.key) && page.is_current();
            row.detail = said.then(|| no_part(page, &state.key, body));
            row.trailing = page.word("role-none");
            others.push(row);
        }
    }
    rows.extend(others);
    let values =
        [("members", members.into()), ("observers", observers.into()), ("organisations", organisations.into())];
    let trailing = match signatories {
        0 => page.say("story-members-observers", &values),
        count => page.say("story-signatories", &[("count", count.into())]),
    };
    if let Some(evidence) = &body.members_evidence {
        page.cite(evidence);
    }
    page.list("story-participants", trailing, rows, 9);
}

/// The parts of several states in each institution in which one of them has one, one row for each.
pub(in crate::story) fn beside(page: &mut Page, states: &[&State]) -> Vec<TableRow> {
    let world = page.world;
    let mut rows = Vec::new();
    for body in world.institutions.iter().filter(|body| has_participants(world, body)) {
        if !may_exist(page, body) || !states.iter().any(|state| part(page, &state.key, body).is_some()) {
            continue;
        }
        let mut cells = Vec::new();
        for state in states {
            cells.push(match part(page, &state.key, body) {
                Some((part, certain)) => {
                    let role = words::role_said(page.lang, part.role, certain);
                    page.graded(Text::plain(role), &part.evidence)
                }
                None => Text::plain("–"),
            });
        }
        let id = Id::new(Kind::Institution, body.key.as_str());
        let label = world.short_name_on(&id, page.lang.code(), page.day);
        rows.push(TableRow { label, cells, confidence: None });
    }
    rows
}
