//! The page of a state, of the observer entity, and of the observer organisation.

pub(super) mod compare;
mod figures;
mod standing;

pub(super) use figures::totals;
pub(super) use standing::{chair_on, symbol};

use crate::world::{Confidence, Id, Kind, Segment, State};

use super::page::Page;
use super::{Block, Fact, Row, Story, Symbol, Text, events, institution, traffic, travel};

/// Label of the detail that repeats the standing.
const STATUS_DETAIL: &str = "ots_status";

/// Tells the story of a state.
pub(super) fn tell(mut page: Page) -> Option<Story> {
    let state = page.world.state(&page.id().key)?;
    let text =
        |claim: &Option<crate::world::Claim<String>>| claim.as_ref().map(|c| c.value.clone()).unwrap_or_default();
    let name = page.name(&Page::state(&state.key));
    let mut parts = vec![text(&state.endonym), state.official_name.value.clone()];
    parts.extend(state.iso.iter().map(|iso| iso.value[0].clone()));
    parts.retain(|part| *part != name);
    parts.dedup();
    page.subtitle(&parts);
    if state.names.get(page.lang.code()).is_some_and(|own| own.evidence.confidence == Confidence::Low) {
        let title = format!("{name} ({})", page.word("word-unconfirmed"));
        page.title(title);
    }

    standing::card(&mut page, state);
    page.cautions(&state.cautions);
    let mut facts = country_facts(&mut page, state);
    facts.extend(figures::facts(&mut page, &state.key, state.capital.is_some()));
    facts.extend(details(&mut page, state));
    page.facts(None, facts);
    institution::names(&mut page);
    figures::alternatives(&mut page, &state.key);

    institution::roles_of(&mut page, state);
    soil(&mut page, state);
    figures::charts(&mut page, state);
    standing::history(&mut page, state);
    standing::chair(&mut page, state);
    events::of_place(&mut page, &state.key);
    events::about(&mut page, Some(&state.key));
    measures(&mut page, &state.key);
    groups(&mut page, state);
    page.disagreements();
    Some(page.finish())
}

/// Capital, currency, languages.
fn country_facts(page: &mut Page, state: &State) -> Vec<Fact> {
    let mut facts = Vec::new();
    if let Some(claim) = &state.capital {
        let local = &claim.value.1;
        let name = page.city(&claim.value.0);
        let words = if local.is_empty() || *local == name { name } else { format!("{name} ({local})") };
        facts.push(page.fact("story-capital", words, &claim.evidence));
    }
    if let Some(claim) = &state.currency {
        let (code, name) = &claim.value;
        facts.push(page.fact("story-currency", format!("{}, {code}", page.localised(name)), &claim.evidence));
    }
    if let Some(claim) = &state.languages {
        let languages: Vec<String> = claim.value.iter().map(|language| page.localised(language)).collect();
        facts.push(page.fact("story-languages", languages.join(", "), &claim.evidence));
    }
    page.remark(&page.word("story-endonym"), &state.official_name.evidence);
    for claim in [&state.endonym, &state.endonym_long].into_iter().flatten() {
        page.remark(&page.word("story-endonym"), &claim.evidence);
    }
    facts
}

/// Other facts, which are those of the edition; the standing itself is on the card, and only its note is left to tell.
fn details(page: &mut Page, state: &State) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (label, claim) in &state.details {
        if label == STATUS_DETAIL {
            page.remark(&page.word("story-status"), &claim.evidence);
        } else if page.is_current() {
            facts.push(page.detail(label, claim));
        }
    }
    facts
}

/// Corridors on its soil: bars, segments, sea legs from its ports, freight.
fn soil(page: &mut Page, state: &State) {
    let world = page.world;
    let on_soil: Vec<&Segment> =
        world.segments.iter().filter(|s| !s.mode.is_sea() && s.countries.contains(&state.key)).collect();
    let in_port = |key: &str| world.node(key).is_some_and(|node| node.country == state.key);
    let by_sea: Vec<&Segment> =
        world.segments.iter().filter(|s| s.mode.is_sea() && (in_port(&s.from) || in_port(&s.to))).collect();
    travel::bars(page, "story-lines-on-soil", &on_soil);
    if on_soil.iter().any(|segment| segment.countries.len() > 1) {
        let text = page.word("story-border-segments");
        page.block(Block::Paragraph { title: None, text: Text::plain(text) });
    }
    if !on_soil.is_empty() || !by_sea.is_empty() {
        travel::state_of_edition(page);
    }
    freight(page, &on_soil, &by_sea);
    for (title, segments) in [("story-segments", &on_soil), ("story-sea-legs", &by_sea)] {
        let rows = segments.iter().map(|segment| travel::row(page, segment)).collect();
        let trailing = travel::count(page, segments);
        page.list(title, trailing, rows, 5);
    }
}

/// The longest series of freight on a corridor that runs through it.
fn freight(page: &mut Page, on_soil: &[&Segment], by_sea: &[&Segment]) {
    let world = page.world;
    let runs_here = |key: &String| on_soil.iter().chain(by_sea).any(|segment| segment.corridors.contains(key));
    let mut best: Option<(&crate::world::Corridor, traffic::Yearly)> = None;
    for corridor in world.corridors.iter().filter(|corridor| runs_here(&corridor.key)) {
        let figures = traffic::of_corridor(page, corridor);
        let Some(series) = traffic::series(&figures, page.day.year()).into_iter().next() else { continue };
        if best.as_ref().is_none_or(|(_, other)| series.len() > other.len()) {
            best = Some((corridor, series));
        }
    }
    if let Some((corridor, series)) = best {
        let id = Id::new(Kind::Corridor, &*corridor.key);
        let subject = world.short_name_on(&id, page.lang.code(), page.day);
        traffic::chart(page, &subject, &series);
    }
}

/// Customs measures that it takes part in.
pub(super) fn measures(page: &mut Page, key: &str) {
    let world = page.world;
    let rows = world.measures.iter().filter(|measure| measure.states.iter().any(|state| state == key));
    let rows: Vec<Row> = rows.map(|measure| super::measure::row(page, measure)).collect();
    page.list("kinds-measure", String::new(), rows, 4);
}

/// Groups beyond the institutions of the Turkic world.
fn groups(page: &mut Page, state: &State) {
    let mut rows = Vec::new();
    for claim in &state.groups {
        let (group, role) = &claim.value;
        let id = Page::state(group);
        let known = page.world.state(group).is_some() && id != *page.id();
        let detail = page.claim(role.clone(), &claim.evidence);
        rows.push(Row {
            target: known.then_some(id),
            detail: Some(detail),
            trailing: role.clone(),
            confidence: Some(claim.evidence.confidence),
            ..Row::new(Symbol::Organisation, group)
        });
    }
    if !rows.is_empty() {
        let (title, trailing) = (page.word("story-groups"), page.lang.number(rows.len() as f64, 0));
        page.block(Block::List { title, trailing, rows, two_columns: true, fold_after: 6 });
    }
}
