//! A view through time: one picture for every day on which something happened.

use crate::date::Day;
use crate::world::World;

use super::View;

/// A view from its own day until another: that day first, then each on which something happened that the facts tell of.
pub(super) fn through(view: View, until: Day, world: &World) -> Vec<View> {
    let first = world.as_of(view.session.as_of);
    let days = std::iter::successors(Some(first), |day| world.day_beside(*day, true));
    let at = |day: Day| {
        let mut one = view.clone();
        one.name = format!("{}-{day}", view.name);
        one.title = view.title.as_ref().map(|title| format!("{title}, {day}"));
        one.session.as_of = Some(day).filter(|day| Some(*day) != world.edition);
        one
    };
    days.take_while(|day| *day <= until).map(at).collect()
}
