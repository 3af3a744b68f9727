//! The page of one role: that of a state in an institution.

use crate::story::page::Page;
use crate::story::words;
use crate::story::{Row, Story, Symbol, Text, state_symbol};
use crate::world::{Id, Institution, Kind, Membership, State};

use super::roles::{no_part, part, since, symbol};
use super::with_link;

/// Tells the story of a role: what it is, since when, who says so, what it was before, and who else takes part.
pub(in crate::story) fn seat(mut page: Page) -> Option<Story> {
    let (state, body) = page.world.seat(&page.id().key)?;
    let id = Id::new(Kind::Institution, &*body.key);
    let short = page.world.short_name_on(&id, page.lang.code(), page.day);
    let full = Some(page.name(&id)).filter(|full| *full != short);
    let kind = page.word(words::institution(body.kind));
    page.subtitle(&[full.unwrap_or_default(), kind]);
    card(&mut page, state, body);
    through_time(&mut page, state, body);
    let mut rows = vec![page.row(state_symbol(state), &Page::state(&state.key)), page.row(Symbol::Institution, &id)];
    if let Some(change) = state.status_at(page.day) {
        rows[0].trailing = page.word(words::status(change.status));
    }
    page.list("role-pages", " ".to_owned(), rows, 2);
    super::roles::participants(&mut page, body);
    Some(page.finish())
}

/// The role on the day, with its evidence; or what is said of a state that has none.
fn card(page: &mut Page, state: &State, body: &Institution) {
    let Some((part, certain)) = part(page, &state.key, body) else {
        let headline = page.word("role-none");
        let said = no_part(page, &state.key, body);
        let lines = if said.words() == headline { Vec::new() } else { vec![said] };
        return page.card(Symbol::Nothing, headline, lines, None);
    };
    let mut lines = vec![told(page, part, certain)];
    if !certain {
        lines.push(Text::plain(page.word("story-coarse-date")));
    }
    lines.extend(part.evidence.note.as_ref().map(|note| Text::plain(page.localised(note))));
    let headline = words::role_said(page.lang, part.role, certain);
    page.card(symbol(page, part), headline, lines, Some(part.evidence.confidence));
}

/// Since when, where that it held is certain; in which words, by which event, who says so.
fn told(page: &mut Page, part: &Membership, certain: bool) -> Text {
    let since = certain.then(|| since(page, part));
    let parts: Vec<String> =
        since.into_iter().chain(part.wording.as_ref().map(|words| page.localised(words))).collect();
    let words = parts.join(". ");
    let event = part.event.as_ref().map(|event| page.link(&Id::new(Kind::Event, &**event)));
    page.support(with_link(Text::plain(words), event), &part.evidence)
}

/// Every role that the state had in the institution, where there were several.
fn through_time(page: &mut Page, state: &State, body: &Institution) {
    let own = page.world.memberships_of_institution(&body.key).filter(|part| part.state == state.key);
    let own: Vec<&Membership> = own.collect();
    if own.len() < 2 {
        return;
    }
    let mut rows = Vec::new();
    for part in own {
        let detail = told(page, part, true);
        let label = page.word(words::role(part.role));
        let confidence = Some(part.evidence.confidence);
        rows.push(Row { detail: Some(detail), confidence, ..Row::new(symbol(page, part), label) });
    }
    page.list("role-through-time", String::new(), rows, 4);
}
