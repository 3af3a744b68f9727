//! Roles in institutions that changed between two days: one sentence for what one state got in several bodies at once.

use std::collections::BTreeSet;

use crate::date::Date;
use crate::story::page::Page;
use crate::story::words;
use crate::story::{self, Row, Symbol, Text};
use crate::world::{Confidence, Evidence, Id, Kind, Membership, Period, Role, RoleChange, Turn};

use super::{Sentence, joined};

/// Changes that are told in one sentence: the same roles, from the same day, as certain.
struct Together<'a> {
    /// Keys of the states, and of the institutions in which each of them has the part.
    states: Vec<&'a str>,
    bodies: Vec<&'a str>,
    changes: Vec<RoleChange<'a>>,
}

/// What must be the same; words of their own stand alone.
type Key<'a> = (Option<Role>, Option<Role>, Option<Date>, bool, Option<&'a String>);

/// What must be the same of changes that are told together.
fn key<'a>(change: &RoleChange<'a>) -> Key<'a> {
    let role = |part: Option<&Membership>| part.map(|it| it.role);
    let own = change.after.and_then(|it| it.wording.as_ref());
    (role(change.before), role(change.after), date(change), change.certain, own)
}

/// When it changed, as far as the facts tell.
fn date(change: &RoleChange) -> Option<Date> {
    match (change.after, change.before) {
        (Some(after), _) => after.from.or(after.by),
        (None, Some(before)) => before.to,
        (None, None) => None,
    }
}

/// Brings together what one state got in several bodies, and then what several states got in the very same bodies.
fn together<'a>(changes: impl Iterator<Item = RoleChange<'a>>) -> Vec<Together<'a>> {
    let mut by_state: Vec<Together> = Vec::new();
    for change in changes {
        let same =
            |it: &&mut Together| it.states == [change.state] && it.changes.iter().all(|one| key(one) == key(&change));
        match by_state.iter_mut().find(same) {
            Some(found) => {
                found.bodies.push(change.institution);
                found.changes.push(change);
            }
            None => by_state.push(Together {
                states: vec![change.state],
                bodies: vec![change.institution],
                changes: vec![change],
            }),
        }
    }
    let mut all: Vec<Together> = Vec::new();
    for one in by_state {
        let same =
            |it: &&mut Together| it.bodies == one.bodies && it.changes.first().map(key) == one.changes.first().map(key);
        match all.iter_mut().find(same) {
            Some(found) => {
                found.states.extend(one.states);
                found.changes.extend(one.changes);
            }
            None => all.push(one),
        }
    }
    all.sort_by_key(|it| it.changes.first().and_then(date).map(|date| (date.earliest(), date.latest())));
    all
}

/// Adds roles gained, and roles lost apart.
pub(super) fn tell(page: &mut Page, period: &Period) {
    let changes = page.world.role_changes(period);
    for (title, lost) in [("changes-roles-gained", false), ("changes-roles-lost", true)] {
        let these = changes.iter().copied().filter(|change| (change.turn == Turn::Lost) == lost);
        let rows: Vec<Row> = together(these).iter().filter_map(|group| row(page, group)).collect();
        page.list(title, String::new(), rows, super::FOLD);
    }
}

/// One sentence.
fn row(page: &mut Page, group: &Together) -> Option<Row> {
    let first = group.changes.first()?;
    let date = date(first);
    let day = date.map_or(page.day, Date::earliest);
    let code = page.lang.code();
    let short = |key: &&str| page.world.short_name_on(&Id::new(Kind::Institution, *key), code, day);
    let name = |key: &&str| story::subject(page.world, page.lang, day, key);
    let bodies: Vec<String> = group.bodies.iter().map(short).collect();
    let names: Vec<String> = group.states.iter().map(name).collect();
    let values = [
        ("count", names.len().into()),
        ("name", page.lang.list(&names).into()),
        ("bodies", page.lang.list(&bodies).into()),
    ];
    let label = match first.after.map(|it| it.role) {
        Some(Role::Member) => page.say("changes-role-member", &values),
        Some(Role::Observer) => page.say("changes-role-observer", &values),
        Some(Role::Signatory) => page.say("changes-role-signatory", &values),
        Some(Role::Universities) => page.say("changes-role-universities", &values),
        Some(Role::Draft) => page.say("changes-role-draft", &values),
        Some(Role::Host) => page.say("changes-role-host", &values),
        Some(Role::Acceding) => page.say("changes-role-acceding", &values),
        None => page.say("changes-role-ended", &values),
    };
    let label = page.lang.sentence(&label);
    let parts: Vec<&Membership> = group.changes.iter().filter_map(|it| it.after.or(it.before)).collect();
    let evidence = shared(page, &parts)?;
    let mut detail = Text::plain(
        first.after.and_then(|it| it.wording.as_ref()).map(|words| page.localised(words)).unwrap_or_default(),
    );
    if let Some(event) = first.after.and_then(|it| it.event.as_ref()) {
        detail = joined(detail, "");
        detail.0.push(page.link(&Id::new(Kind::Event, &**event)));
    }
    if let Some(before) = first.before.filter(|_| first.after.is_some()) {
        let role = page.word(words::role(before.role));
        detail = joined(detail, &page.say("changes-before", &[("what", role.into())]));
    }
    let target = match (group.states.as_slice(), group.bodies.as_slice()) {
        ([state], [_, _, ..]) => Page::state(state),
        (_, bodies) => Id::new(Kind::Institution, *bodies.first()?),
    };
    let (symbol, certain) = (symbol(page, first), first.certain);
    Some(Sentence { symbol, label, target: Some(target), date, detail, evidence: &evidence, certain }.row(page))
}

/// The sign of the role that somebody has now.
fn symbol(page: &Page, change: &RoleChange) -> Symbol {
    match change.after.map(|it| it.role) {
        Some(Role::Member) => Symbol::Member,
        Some(Role::Observer) if page.world.is_entity(change.state) => Symbol::ObserverEntity,
        Some(Role::Observer) => Symbol::Observer,
        Some(_) => Symbol::Participant,
        None => Symbol::Nothing,
    }
}

/// The evidence of several parts as one: all their sources, the least of their confidences, each note once and in the
/// language of the reader.
fn shared(page: &Page, parts: &[&Membership]) -> Option<Evidence> {
    let confidence: Confidence = parts.iter().map(|it| it.evidence.confidence).min()?;
    let mut sources: Vec<String> = Vec::new();
    for key in parts.iter().flat_map(|it| &it.evidence.sources) {
        if !sources.contains(key) {
            sources.push(key.clone());
        }
    }
    let notes: BTreeSet<&str> = parts.iter().filter_map(|it| it.evidence.note.as_deref()).collect();
    let note =
        (!notes.is_empty()).then(|| notes.into_iter().map(|note| page.localised(note)).collect::<Vec<_>>().join(" "));
    Some(Evidence { sources, confidence, note })
}
