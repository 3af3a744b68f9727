//! Where there is no way: what closes it.

use crate::network::{Condition, NoWay, Opening, Query, Way};
use crate::story::page::Page;
use crate::story::{Row, Symbol, Text};
use crate::world::{Id, Kind, SegmentStatus};

/// Why there is no way, in one sentence.
pub(super) fn sentence(page: &Page, why: &NoWay) -> String {
    match why {
        NoWay::SamePlace => page.word("route-same-place"),
        NoWay::Unknown(place) => page.say("route-unknown-place", &[("place", super::place(page, place).into())]),
        NoWay::Avoided(place) => page.say("route-avoided-place", &[("place", super::place(page, place).into())]),
        NoWay::Closed { openings, otherwise } => page.word(match (openings.as_slice(), otherwise) {
            ([], None) => "route-nothing-helps",
            ([], Some(_)) => "route-several-close",
            _ => "route-one-closes",
        }),
    }
}

/// The page of an answer without a way.
pub(super) fn tell(page: &mut Page, query: &Query, why: &NoWay) {
    let lines = vec![Text::plain(sentence(page, why))];
    page.card(Symbol::Nothing, page.word("route-no-way"), lines, None);
    let NoWay::Closed { openings, otherwise } = why else { return };
    let rows: Vec<Row> = openings.iter().map(|opening| row(page, query, opening)).collect();
    page.list("route-openings", String::new(), rows, 8);
    if let (true, Some(way)) = (openings.is_empty(), otherwise) {
        let row = Row {
            detail: Some(Text::plain(page.say("route-over", &[("places", closed(page, query, way).into())]))),
            trailing: super::length(page, way),
            ..Row::new(Symbol::Corridor, page.word("route-without-choices"))
        };
        page.list("route-openings", String::new(), vec![row], 8);
    }
}

/// What a choice is called that would have to be given up.
pub(super) fn condition(page: &Page, condition: &Condition) -> String {
    match condition {
        Condition::Reach(reach) => page.word(super::reach(*reach)),
        Condition::Suspended => page.word("route-suspended"),
        Condition::Sea => page.word("route-with-sea"),
        Condition::Avoid(avoid) => page.say("route-without-avoiding", &[("place", super::avoided(page, avoid).into())]),
        Condition::Via(via) => page.say("route-without-via", &[("place", super::place(page, via).into())]),
    }
}

/// One choice, with the way that there would be.
fn row(page: &Page, query: &Query, opening: &Opening) -> Row {
    let symbol = match &opening.condition {
        Condition::Avoid(_) | Condition::Via(_) => Symbol::Node,
        Condition::Sea => Symbol::Port,
        Condition::Reach(_) | Condition::Suspended => Symbol::Corridor,
    };
    let closed = closed(page, query, &opening.way);
    let over = page.say("route-over", &[("places", closed.as_str().into())]);
    Row {
        target: Some(opening.condition.given_up(query).id()),
        detail: (!closed.is_empty()).then(|| Text::plain(over)),
        trailing: super::length(page, &opening.way),
        ..Row::new(symbol, condition(page, &opening.condition))
    }
}

/// The segments of a way that the question does not admit by themselves, with their state.
fn closed(page: &Page, query: &Query, way: &Way) -> String {
    let shut = super::legs(page.world, way).into_iter().filter(|(leg, _)| {
        let resumes = query.suspended && leg.status == SegmentStatus::Suspended;
        !query.reach.admits(leg.status) && !resumes || leg.mode.is_sea() && !query.sea
    });
    let words = shut.map(|(_, segment)| {
        let name = page.name(&Id::new(Kind::Segment, &*segment.key));
        format!("{name} ({})", page.word(crate::story::words::service(segment.service())))
    });
    page.lang.list(&words.collect::<Vec<_>>())
}
