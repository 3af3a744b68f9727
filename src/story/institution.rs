//! The page of an institution, agreement, programme or proposal, and the roles of a state in them.

mod roles;
mod seat;

use crate::world::{Confidence, FormerName, Institution, InstitutionKind};

use super::page::Page;
use super::words;
use super::{Block, Fact, Row, Span, Story, Symbol, Text, Tone, events, state};

pub(super) use roles::{beside as roles_beside, of_state as roles_of};
pub(super) use seat::seat;

/// Label of the detail that says which body the founding document of the atlas may mean.
const SEED_IDENTIFICATION: &str = "seed_identification";

/// Label of the detail that says how its kind is known.
const KIND_SOURCE: &str = "kind_source";

/// Tells the story of an institution.
pub(super) fn tell(mut page: Page) -> Option<Story> {
    let body = page.world.institution(&page.id().key)?;
    let short = page.world.short_name_on(page.id(), page.lang.code(), page.day);
    let name = page.name(page.id());
    let mut parts: Vec<String> = Some(short).filter(|short| *short != name).into_iter().collect();
    parts.push(page.word(words::institution(body.kind)));
    parts.extend(body.seat.iter().map(|seat| page.city(&seat.value.city)));
    page.subtitle(&parts);
    card(&mut page, body);
    uncertainties(&mut page, body);
    roles::participants(&mut page, body);
    let facts = facts(&mut page, body);
    page.facts(None, facts);
    let details = details(&mut page, body);
    let heading = if page.is_current() { None } else { Some("story-of-edition") };
    page.facts(heading, details);
    names(&mut page);
    let mandate = page.graded(Text::plain(page.localised(&body.mandate.value)), &body.mandate.evidence);
    page.paragraph("story-mandate", mandate);
    if body.kind == InstitutionKind::Organisation {
        state::totals(&mut page);
    }
    if let Some(claim) = &body.instrument {
        let text = page.graded(Text::plain(claim.value.clone()), &claim.evidence);
        page.paragraph("story-instrument", text);
        page.remark(&page.word("story-instrument"), &claim.evidence);
    }
    let own = page.world.measures.iter().filter(|measure| measure.institutions.contains(&body.key));
    let rows: Vec<Row> = own.map(|measure| super::measure::row(&mut page, measure)).collect();
    page.list("kinds-measure", String::new(), rows, 4);
    tenures(&mut page, body);
    page.disagreements();
    events::about(&mut page, None);
    Some(page.finish())
}

/// The card: what it is, since when, whether it is more than a proposal.
fn card(page: &mut Page, body: &Institution) {
    let kind = page.word(words::institution(body.kind));
    let mut lines = Vec::new();
    let founded = &body.founded;
    let is_idea = body.kind.is_idea();
    let words = match founded.value {
        // The date of an idea is that of a step towards it: what the step was stands beside it.
        Some(date) if is_idea => {
            let date = ("date", page.lang.date(date).into());
            match &founded.evidence.note {
                Some(note) => page.say("story-dated-as", &[date, ("what", note.as_str().into())]),
                None => page.say("story-dated", &[date]),
            }
        }
        Some(date) if body.kind == InstitutionKind::Agreement => {
            page.say("story-signed-on", &[("date", page.lang.date(date).into())])
        }
        Some(date) => page.say("story-founded-on", &[("date", page.lang.date(date).into())]),
        None => page.word("story-founding-not-found"),
    };
    lines.push(page.graded(Text::plain(words), &founded.evidence));
    if founded.value.is_some_and(|date| date.happened_by(page.day) == crate::date::Happened::No) {
        lines.push(Text::plain(page.word("story-not-yet")));
    }
    if is_idea {
        lines.push(Text::plain(page.word("story-not-known-to-work")));
    }
    if body.seed {
        lines.push(Text::plain(page.word("story-in-seed")));
    }
    if !is_idea || founded.value.is_none() {
        page.remark(&page.word("story-founded"), &founded.evidence);
    }
    page.card(Symbol::Institution, kind, lines, kind_confidence(body));
}

/// How well its kind is supported, where a source says so; otherwise the atlas sorts it, which no source bears.
fn kind_confidence(body: &Institution) -> Option<Confidence> {
    let known = body.details.iter().find(|(label, _)| label == KIND_SOURCE);
    known.map(|(_, claim)| claim.evidence.confidence)
}

/// What is not certain about it, and what the founding document may mean by its name.
fn uncertainties(page: &mut Page, body: &Institution) {
    if let Some((_, claim)) = body.details.iter().find(|(label, _)| label == SEED_IDENTIFICATION) {
        let text = page.claim(claim.value.clone(), &claim.evidence);
        let title = page.word("story-seed-identification");
        page.notice(Tone::Uncertain, title, vec![text]);
        page.remark(&page.word("story-seed-identification"), &claim.evidence);
    }
    let lines: Vec<Text> =
        body.uncertainties.iter().map(|claim| page.noted(claim.value.clone(), &claim.evidence)).collect();
    let title = page.word("story-uncertain");
    page.notice(Tone::Uncertain, title, lines);
}

/// Seat, areas and the rest.
fn facts(page: &mut Page, body: &Institution) -> Vec<Fact> {
    let mut facts = Vec::new();
    match &body.seat {
        Some(claim) => {
            let mut text = Text::plain(page.city(&claim.value.city));
            if let Some(country) = &claim.value.country {
                text = text.and(", ");
                text.0.push(page.country(country));
            }
            let label = page.word("story-seat");
            facts.push(page.labelled(label, text, &claim.evidence));
        }
        None => facts.push(page.not_found("story-seat")),
    }
    if !body.areas.is_empty() {
        let value = events::areas(page, &body.areas);
        facts.push(Fact { label: page.word("story-areas"), value, confidence: None });
    }
    if body.kind == InstitutionKind::Organisation
        && let Some((value, confidence)) = state::chair_on(page, page.day.into())
    {
        facts.push(Fact { label: page.word("story-chair"), value, confidence: Some(confidence) });
    }
    facts.extend(office(page, body));
    facts
}

/// Who leads it on the day; everybody who may have led it, where the sources do not tell. The organisation is led by
/// the head of its secretariat.
fn office(page: &mut Page, body: &Institution) -> Option<Fact> {
    let key = if body.kind == InstitutionKind::Organisation { "secretariat" } else { body.key.as_str() };
    let people = page.world.in_office(key, page.day);
    let lowest = people.iter().map(|tenure| tenure.evidence.confidence).min()?;
    let mut value = Text::default();
    for (at, tenure) in people.iter().enumerate() {
        let or = if at > 0 { format!(" {} ", page.word("word-or")) } else { String::new() };
        value = page.support(value.and(or).and(tenure.person.clone()), &tenure.evidence);
    }
    if people.len() > 1 {
        value = value.and(format!(". {}", page.word("story-coarse-date")));
    }
    Some(Fact { label: page.word("story-secretary-general"), value, confidence: Some(lowest) })
}

/// Other facts. They are those of the edition, but for dated ones, which are told once they had happened.
fn details(page: &mut Page, body: &Institution) -> Vec<Fact> {
    let own = body.details.iter().filter(|(label, _)| label != SEED_IDENTIFICATION);
    let mut facts = Vec::new();
    for (label, claim) in own {
        let date = claim.value.parse::<crate::date::Date>().ok();
        if date.is_none_or(|date| date.happened_by(page.day) != crate::date::Happened::No) {
            facts.push(page.detail(label, claim));
        }
    }
    if let Some(evidence) = &body.members_evidence {
        page.remark(&page.word("story-participants"), evidence);
    }
    facts
}

/// Names that it bore before the present one.
pub(super) fn names(page: &mut Page) {
    let world = page.world;
    let id = page.id().clone();
    let mut rows = Vec::new();
    for former in world.former_names_of(&id) {
        // A language that has no earlier name knows of no change.
        let Some(name) = former.names.get(page.lang.code()) else { continue };
        let translated = translated(page, former);
        let parts: Vec<String> = translated.iter().chain(&former.evidence.note).cloned().collect();
        let detail = page.support(Text::plain(parts.join(". ")), &former.evidence);
        rows.push(Row {
            detail: Some(detail),
            trailing: page.span(None, Some(former.until)),
            // What the sources bear is the English name, not its translation.
            confidence: Some(former.evidence.confidence).filter(|_| translated.is_none()),
            ..Row::new(Symbol::Source, name.clone())
        });
    }
    page.list("story-former-names", String::new(), rows, 3);
}

/// That an earlier name is a translation of the atlas, and of what; none where it is the one that the sources have.
pub(super) fn translated(page: &Page, former: &FormerName) -> Option<String> {
    let english = former.names.get("en").filter(|_| page.lang.code() != "en")?;
    Some(page.say("story-translated", &[("name", english.as_str().into())]))
}

/// People in office through time.
fn tenures(page: &mut Page, body: &Institution) {
    let mut rows = Vec::new();
    for tenure in &body.tenures {
        if tenure.from.is_some_and(|from| from.happened_by(page.day) == crate::date::Happened::No) {
            continue;
        }
        let mut detail = Text::default();
        if let Some(country) = &tenure.country {
            detail.0.push(page.country(country));
        }
        if let Some(note) = &tenure.evidence.note {
            detail = detail.and(format!("; {note}"));
        }
        let to = tenure.to.filter(|to| to.happened_by(page.day) != crate::date::Happened::No);
        rows.push(Row {
            detail: Some(page.support(detail, &tenure.evidence)),
            trailing: page.span(tenure.from, to),
            confidence: Some(tenure.evidence.confidence),
            ..Row::new(Symbol::Participant, tenure.person.clone())
        });
    }
    page.list("story-in-office", String::new(), rows, 5);
}

/// Where an institution sits, seen from a state: its city, or that the state hosts it; said to be unconfirmed or planned
/// where it is.
fn seat_from(page: &Page, body: &Institution, state: &str) -> String {
    let words = match &body.seat {
        Some(seat) if seat.value.country.as_deref() == Some(state) => page.word("story-hosts"),
        Some(seat) => page.city(&seat.value.city),
        None => return String::new(),
    };
    let doubt = if body.kind.is_idea() { "word-planned" } else { "word-unconfirmed" };
    if body.has_known_seat() { words } else { format!("{words} ({})", page.word(doubt)) }
}

/// A list of short rows in two columns.
fn short_list(page: &mut Page, title: String, trailing: String, rows: Vec<Row>) {
    if !rows.is_empty() {
        page.block(Block::List { title, trailing, rows, two_columns: true, fold_after: 8 });
    }
}

/// Words followed by a link where there is a page.
fn with_link(mut text: Text, link: Option<Span>) -> Text {
    if let Some(link) = link {
        text = text.and(". ");
        text.0.push(link);
    }
    text
}
