//! Which things rest on which sources.

use crate::world::{Confidence, Evidence, Id, Institution, Kind, State, World};

/// Every thing that cites a source, with the best confidence of what it supports there, in the order of kinds.
pub(super) fn citing(world: &World, source: &str) -> Vec<(Id, Confidence)> {
    let mut found: Vec<(Id, Confidence)> = Vec::new();
    visit(world, &mut |kind, key, evidence| {
        if !evidence.sources.iter().any(|cited| cited == source) {
            return;
        }
        match found.iter_mut().find(|(id, _)| id.kind == kind && id.key == key) {
            Some((_, best)) => *best = evidence.confidence.max(*best),
            None => found.push((Id::new(kind, key), evidence.confidence)),
        }
    });
    found.sort_by_key(|(id, _)| id.kind);
    found
}

/// Shows every piece of evidence together with the thing whose page tells it.
fn visit(world: &World, show: &mut dyn FnMut(Kind, &str, &Evidence)) {
    for state in &world.states {
        state_evidence(state, &mut |evidence| show(Kind::State, &state.key, evidence));
    }
    for indicator in world.indicators.iter().filter(|i| world.states.iter().any(|state| state.key == i.state)) {
        show(Kind::State, &indicator.state, &indicator.evidence);
    }
    for time in &world.chairmanships {
        show(Kind::State, &time.state, &time.evidence);
    }
    for body in &world.institutions {
        institution_evidence(body, &mut |evidence| show(Kind::Institution, &body.key, evidence));
    }
    for part in &world.memberships {
        show(Kind::Institution, &part.institution, &part.evidence);
    }
    for corridor in &world.corridors {
        show(Kind::Corridor, &corridor.key, &corridor.evidence);
        corridor.caution.iter().for_each(|claim| show(Kind::Corridor, &corridor.key, &claim.evidence));
    }
    for figure in &world.traffic {
        figure.corridor.iter().for_each(|key| show(Kind::Corridor, key, &figure.evidence));
        figure.nodes.iter().for_each(|key| show(Kind::Node, key, &figure.evidence));
    }
    for segment in &world.segments {
        show(Kind::Segment, &segment.key, &segment.evidence);
    }
    for node in &world.nodes {
        show(Kind::Node, &node.key, &node.evidence);
    }
    for event in &world.events {
        show(Kind::Event, &event.key, &event.evidence);
    }
    for measure in &world.measures {
        show(Kind::Measure, &measure.key, &measure.evidence);
    }
    for point in &world.disagreements {
        for reading in &point.readings {
            point.subjects.iter().for_each(|id| show(id.kind, &id.key, &reading.evidence));
        }
    }
}

/// Every piece of evidence of a state.
fn state_evidence(state: &State, show: &mut dyn FnMut(&Evidence)) {
    state.iso.iter().for_each(|claim| show(&claim.evidence));
    state.status.iter().for_each(|change| show(&change.evidence));
    let lists = [&state.steps, &state.cautions];
    lists.into_iter().flatten().chain(&state.confirmed).for_each(|claim| show(&claim.evidence));
    show(&state.official_name.evidence);
    let words = state.names.values().chain(&state.endonym).chain(&state.endonym_long);
    words.for_each(|claim| show(&claim.evidence));
    state.languages.iter().for_each(|claim| show(&claim.evidence));
    let pairs = state.capital.iter().chain(&state.currency).chain(&state.groups);
    pairs.for_each(|claim| show(&claim.evidence));
}

/// Every piece of evidence of an institution.
fn institution_evidence(body: &Institution, show: &mut dyn FnMut(&Evidence)) {
    body.names.values().for_each(|claim| show(&claim.evidence));
    show(&body.founded.evidence);
    show(&body.mandate.evidence);
    body.instrument.iter().for_each(|claim| show(&claim.evidence));
    body.seat.iter().for_each(|claim| show(&claim.evidence));
    body.details.iter().for_each(|(_, claim)| show(&claim.evidence));
    body.tenures.iter().for_each(|tenure| show(&tenure.evidence));
    body.uncertainties.iter().for_each(|claim| show(&claim.evidence));
    body.absent.iter().for_each(|claim| show(&claim.evidence));
    body.members_evidence.iter().for_each(show);
}
