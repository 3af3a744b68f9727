//! The page of a customs or permit measure.

use crate::world::{CustomsMeasure, Id, Kind};

use super::page::Page;
use super::{Fact, Row, Story, Symbol, Text, event, events};

/// One row for a measure.
pub(super) fn row(page: &mut Page, measure: &CustomsMeasure) -> Row {
    let detail = page.claim(measure.status.clone(), &measure.evidence);
    Row {
        detail: Some(detail),
        confidence: Some(measure.evidence.confidence),
        ..page.row(Symbol::Measure, &Id::new(Kind::Measure, &*measure.key))
    }
}

/// Tells the story of a measure.
pub(super) fn tell(mut page: Page) -> Option<Story> {
    let measure = page.world.measure(&page.id().key)?;
    let kind = page.word("kind-measure");
    page.subtitle(&[kind.clone(), measure.body.clone()]);
    let status = page.claim(measure.status.clone(), &measure.evidence);
    page.card(Symbol::Measure, kind, vec![status], Some(measure.evidence.confidence));
    let milestones = page.claim(measure.milestones.clone(), &measure.evidence);
    page.paragraph("story-milestones", milestones);
    let mut facts = vec![
        page.fact("story-under", measure.body.clone(), &measure.evidence),
        page.fact("story-takes-part", measure.states_wording.clone(), &measure.evidence),
    ];
    if !measure.areas.is_empty() {
        let value: Text = events::areas(&page, &measure.areas);
        facts.push(Fact { label: page.word("story-areas"), value, confidence: None });
    }
    page.facts(None, facts);
    let ids = measure.states.iter().map(|key| Page::state(key));
    let rows: Vec<Row> = ids.map(|id| page.row(event::symbol(&page, &id), &id)).collect();
    page.list("story-participants", String::new(), rows, 8);
    page.disagreements();
    events::about(&mut page, None);
    Some(page.finish())
}
