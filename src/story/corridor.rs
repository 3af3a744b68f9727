//! The page of a corridor.

use std::collections::BTreeSet;

use crate::world::{Corridor, Segment};

use super::names;
use super::page::Page;
use super::{Block, Fact, Row, Story, Symbol, Text, Tone, events, traffic, travel};

/// Tells the story of a corridor.
pub(super) fn tell(mut page: Page) -> Option<Story> {
    let world = page.world;
    let corridor = world.corridor(&page.id().key)?;
    let kind = page.word("kind-corridor");
    page.subtitle(&[corridor.abbreviation.clone().unwrap_or_default(), kind]);
    let segments: Vec<&Segment> = world.segments.iter().filter(|s| s.corridors.contains(&corridor.key)).collect();
    card(&mut page, corridor, &segments);
    page.cautions(corridor.caution.as_slice());
    let text = page.claim(corridor.description.clone(), &corridor.evidence);
    page.block(Block::Paragraph { title: None, text });
    let facts = facts(&mut page, corridor);
    page.facts(None, facts);
    let text = page.claim(corridor.instrument.clone(), &corridor.evidence);
    page.paragraph("story-instrument", text);

    travel::bars(&mut page, "story-lines", &segments);
    let (title, remarks) = (page.word("story-uncertain"), travel::remarks(&page, &segments));
    page.notice(Tone::Uncertain, title, remarks);
    travel::state_of_edition(&mut page);
    let subject = world.short_name_on(page.id(), page.lang.code(), page.day);
    let figures = traffic::of_corridor(&page, corridor);
    traffic::show(&mut page, &subject, &figures);
    groups(&mut page, &segments);
    places(&mut page, &segments);
    page.disagreements();
    events::about(&mut page, None);
    Some(page.finish())
}

/// The card: how much of it the atlas has.
fn card(page: &mut Page, corridor: &Corridor, segments: &[&Segment]) {
    let headline = if segments.is_empty() { page.word("story-no-segments") } else { travel::count(page, segments) };
    let mut lines = Vec::new();
    if !segments.is_empty() {
        let sea: Vec<&Segment> = segments.iter().copied().filter(|segment| segment.mode.is_sea()).collect();
        if !sea.is_empty() {
            let values = [("count", sea.len().into()), ("length", page.lang.km(travel::sum(&sea)).into())];
            lines.push(Text::plain(page.say("story-of-which-sea", &values)));
        }
        lines.push(Text::plain(page.word("story-sum-of-branches")));
    }
    page.card(Symbol::Corridor, headline, lines, Some(corridor.evidence.confidence));
}

/// Published length, transit times, who takes part.
fn facts(page: &mut Page, corridor: &Corridor) -> Vec<Fact> {
    let printed = [
        ("story-length-as-published", &corridor.length_wording),
        ("story-transit", &corridor.transit_wording),
        ("story-takes-part", &corridor.members),
    ];
    let mut facts = Vec::new();
    for (label, words) in printed {
        facts.push(match words.as_str() {
            "" | "unknown" | "n/a" => page.not_found(label),
            words => page.fact(label, words, &corridor.evidence),
        });
    }
    if !corridor.areas.is_empty() {
        let value = events::areas(page, &corridor.areas);
        facts.push(Fact { label: page.word("story-areas"), value, confidence: None });
    }
    facts
}

/// Its segments by country, in the order in which they come.
fn groups(page: &mut Page, segments: &[&Segment]) {
    let mut groups: Vec<(String, Vec<&Segment>)> = Vec::new();
    for segment in segments {
        let title = match segment.countries.as_slice() {
            [] => page.word("story-sea-legs"),
            [area] => page.say(
                "story-segments-in",
                &[("country", names::country(page.world, page.lang, page.day, area).0.into())],
            ),
            _ => page.word("story-segments-across"),
        };
        match groups.iter_mut().find(|(other, _)| *other == title) {
            Some((_, members)) => members.push(segment),
            None => groups.push((title, vec![segment])),
        }
    }
    for (title, members) in groups {
        let rows = members.iter().map(|segment| travel::row(page, segment)).collect();
        let trailing = travel::count(page, &members);
        page.titled_list(title, trailing, rows, 4);
    }
}

/// The places that it touches: gauge breaks and ports first.
fn places(page: &mut Page, segments: &[&Segment]) {
    let keys: BTreeSet<&str> = segments.iter().flat_map(|s| [s.from.as_str(), s.to.as_str()]).collect();
    let mut nodes: Vec<_> = page.world.nodes.iter().filter(|node| keys.contains(node.key.as_str())).collect();
    nodes.sort_by_key(|node| match Symbol::of_node(node) {
        Symbol::GaugeBreak => 0,
        Symbol::Port => 1,
        _ => 2,
    });
    let rows: Vec<Row> = nodes.into_iter().map(|node| travel::node_row(page, node)).collect();
    page.list("kinds-node", String::new(), rows, 8);
}
