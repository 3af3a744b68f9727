//! The page of a port, border station, junction or hub.

use std::collections::BTreeSet;

use crate::world::{Evidence, Id, Kind, Node, Segment};

use super::page::Page;
use super::words;
use super::{Fact, Row, Story, Symbol, Text, events, measure, traffic, travel};

/// Tells the story of a place on a corridor.
pub(super) fn tell(mut page: Page) -> Option<Story> {
    let world = page.world;
    let node = world.node(&page.id().key)?;
    let kind = page.word(words::node(node.kind));
    let country = super::names::country(world, page.lang, page.day, &node.country).0;
    page.subtitle(&[node.local_name.clone().unwrap_or_default(), country]);
    let segments: Vec<&Segment> = world.segments.iter().filter(|s| s.from == node.key || s.to == node.key).collect();
    let mut lines = Vec::new();
    if let Some(notes) = &node.notes {
        lines.push(page.claim(notes.clone(), &node.evidence));
    }
    if node.gauge_break {
        let key = if node.is_planned { "story-gauge-break-planned" } else { "story-gauge-break" };
        lines.push(Text::plain(page.word(key)));
    }
    page.card(Symbol::of_node(node), kind, lines, Some(node.evidence.confidence));
    let facts = facts(&mut page, node);
    page.facts(None, facts);
    page.remark(&page.word("kind-node"), &node.evidence);

    let rows: Vec<Row> = segments.iter().map(|segment| travel::row(&page, segment)).collect();
    page.list("kinds-segment", String::new(), rows, 8);
    let keys: BTreeSet<&str> = segments.iter().flat_map(|s| s.corridors.iter().map(String::as_str)).collect();
    let corridors = world.corridors.iter().filter(|corridor| keys.contains(corridor.key.as_str()));
    let rows = corridors.map(|c| page.row(Symbol::Corridor, &Id::new(Kind::Corridor, &*c.key))).collect();
    page.list("kinds-corridor", String::new(), rows, 5);
    let figures: Vec<_> = world.traffic.iter().filter(|figure| figure.nodes.contains(&node.key)).collect();
    let name = page.name(page.id());
    traffic::show(&mut page, &name, &figures);
    let shared: Vec<Row> = world.measures_at(&node.key).into_iter().map(|it| measure::row(&mut page, it)).collect();
    page.list("story-measures-shared", String::new(), shared, 10);
    page.disagreements();
    events::about(&mut page, None);
    Some(page.finish())
}

/// Country, place, and how well the place is known.
fn facts(page: &mut Page, node: &Node) -> Vec<Fact> {
    let evidence = Evidence { note: None, ..node.evidence.clone() };
    let country = page.country(&node.country);
    let label = page.word("story-country");
    let mut facts = vec![page.labelled(label, Text(vec![country]), &evidence)];
    let place = page.point(node.point);
    facts.push(page.fact("story-position", place, &node.place_evidence()));
    if !node.point_source.is_empty() {
        let value = Text::plain(node.point_source.replace("+-", "±").replace(" deg", "°"));
        facts.push(Fact { label: page.word("story-position-from"), value, confidence: None });
    }
    facts
}
