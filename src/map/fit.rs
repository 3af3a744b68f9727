//! The part of the world that shows a thing.

use super::base::Base;
use super::focus::Focus;
use crate::date::Day;
use crate::projection::Viewport;
use crate::scene::Rect;
use crate::world::{Id, Kind, World};

/// The view that shows a thing: a state, the places of an institution's members, a line; none where it is nowhere.
#[must_use]
pub fn fit(world: &World, base: &Base, id: &Id, day: Day, frame: Rect) -> Option<Viewport> {
    let points = extent(world, base, id, day);
    if points.is_empty() {
        return None;
    }
    let margin = if matches!(id.kind, Kind::State | Kind::Role) { 0.08 } else { 0.12 };
    let fitted = Viewport::fit(base.projection(), points, frame.width(), frame.height(), margin);
    // A single station is shown with its neighbourhood, not from a hundred metres above.
    Some(Viewport { km_per_point: fitted.km_per_point.max(0.6), ..fitted })
}

/// Points of the globe that a thing takes up.
fn extent(world: &World, base: &Base, id: &Id, day: Day) -> Vec<[f64; 2]> {
    let area = |key: &str| -> Vec<[f64; 2]> {
        world.geography.far.areas.get(key).into_iter().flatten().flatten().flatten().copied().collect()
    };
    let key = id.key.as_str();
    match id.kind {
        Kind::State => area(key),
        Kind::Institution => {
            let seat = world.institution(key).and_then(|i| i.seat.as_ref()).map(|s| s.value.point);
            let members = world.states.iter().filter(|s| world.role_at(key, &s.key, day).is_some());
            members.flat_map(|s| area(&s.key)).chain(seat).collect()
        }
        Kind::Corridor | Kind::Segment | Kind::Route => {
            let focus = Focus::new(world, base, Some(id), day);
            focus.segments.iter().filter_map(|at| world.segments.get(*at)).flat_map(|s| s.line.clone()).collect()
        }
        Kind::Node => world.node(key).map(|n| around(n.point)).unwrap_or_default(),
        Kind::Event => world.event(key).and_then(|e| e.point).map(around).unwrap_or_default(),
        Kind::Measure => {
            let states = world.measure(key).map(|m| m.states.clone()).unwrap_or_default();
            states.iter().flat_map(|s| area(s)).collect()
        }
        Kind::Comparison => world.compared(key).unwrap_or_default().iter().flat_map(|state| area(&state.key)).collect(),
        Kind::Changes => {
            let changed = world.period(key).map(|period| world.standing_changes(&period)).unwrap_or_default();
            changed.iter().flat_map(|change| area(&change.state.key)).collect()
        }
        Kind::Role => world.seat(key).map(|(state, _)| area(&state.key)).unwrap_or_default(),
        Kind::Edition => {
            let revision = world.revision_of(id);
            revision.into_iter().flat_map(|it| &it.states).flat_map(|(state, _)| area(state)).collect()
        }
        Kind::Source => Vec::new(),
    }
}

/// A neighbourhood of a place, some four degrees high.
fn around([lon, lat]: [f64; 2]) -> Vec<[f64; 2]> {
    vec![[lon - 3.0, lat - 2.0], [lon + 3.0, lat + 2.0]]
}
