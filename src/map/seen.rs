//! What is in the frame: looked through once for each view, for all that draw and explain it.

use std::collections::BTreeSet;

use crate::sign::Weight;
use crate::world::{BoundaryStatus, Confidence, Mode, Segment, Service};

use super::base::{AreaShape, BoundaryShape, Course};
use super::focus::Fill;
use super::layer::corridors;
use super::layer::land;
use super::layer::symbols::{self, Mark, Symbol};
use super::view::View;

/// What reaches into the frame, in the order in which it is drawn.
pub(super) struct Seen<'a> {
    /// Areas, with the fill of those that have a standing.
    pub areas: Vec<(&'a AreaShape, Option<Fill>)>,
    pub boundaries: Vec<Border<'a>>,
    pub lines: Vec<Line<'a>>,
    pub marks: Vec<Mark<'a>>,
}

/// A boundary in the frame.
pub(super) struct Border<'a> {
    pub shape: &'a BoundaryShape,
    /// Whether one side of it has a standing in the OTS.
    pub is_ours: bool,
}

/// A segment in the frame.
pub(super) struct Line<'a> {
    pub segment: &'a Segment,
    pub course: &'a Course,
    pub weight: Weight,
}

impl<'a> Seen<'a> {
    /// Looks through a view.
    pub fn new(view: &View<'a>) -> Self {
        let land = view.land();
        let mut fills = vec![None; land.areas.len()];
        for (key, fill) in &view.focus.fills {
            if let Some(at) = land.find(key) {
                fills[at] = Some(*fill);
            }
        }
        let is_ours = |sides: [Option<usize>; 2]| sides.into_iter().flatten().any(|side| fills[side].is_some());
        let boundaries = land.boundaries.iter().filter(|it| it.shape.reaches(view.around));
        let lines = view.world.segments.iter().zip(&view.base.courses).enumerate();
        let lines = lines.filter(|(_, (_, course))| view.sees(&course.shape));
        Self {
            boundaries: boundaries.map(|shape| Border { shape, is_ours: is_ours(shape.sides) }).collect(),
            lines: lines
                .map(|(at, (segment, course))| Line { segment, course, weight: corridors::weight(view, at) })
                .collect(),
            marks: symbols::collect(view),
            areas: land.areas.iter().zip(fills).filter(|(area, _)| area.shape.reaches(view.around)).collect(),
        }
    }
}

/// What legend, notes and sources speak of: where it is the same, so are they.
#[derive(PartialEq)]
pub(super) struct Shown<'a> {
    /// Keys and fills of the areas with a standing.
    pub fills: Vec<(&'a str, Fill)>,
    pub boundaries: BTreeSet<BoundaryStatus>,
    /// State and kind of the lines in front, and how sure they are.
    pub lines: BTreeSet<(Service, Mode, Confidence)>,
    /// Whether there are lines behind them.
    pub has_others: bool,
    /// Numbers of the corridors.
    pub corridors: BTreeSet<usize>,
    /// Numbers of those that are not behind others.
    pub forward: BTreeSet<usize>,
    /// Whether corridors are named beside their lines.
    pub are_named: bool,
    /// Numbers of the lakes that are shown as they once were.
    pub of_old: Vec<usize>,
    /// The area of Northern Cyprus, where it is in the frame, with a standing on the day or without.
    pub entity: Option<&'a str>,
    /// One symbol of each kind.
    pub symbols: Vec<Symbol>,
}

impl<'a> Shown<'a> {
    /// What there is of it in a view and in the symbols of its insets.
    pub fn new<'m>(view: &View<'_>, seen: &Seen<'a>, marks: impl Iterator<Item = &'m Mark<'m>>) -> Self {
        let standing = seen.areas.iter().filter_map(|(area, fill)| Some((*area, (*fill)?)));
        let of = |wanted: &dyn Fn(&Line<'_>) -> bool| -> BTreeSet<usize> {
            seen.lines.iter().filter(|it| wanted(it)).flat_map(|it| &it.course.corridors).copied().collect()
        };
        let is_chosen = |line: &Line<'_>| line.weight == Weight::Selected;
        let front = seen.lines.iter().filter(|it| !view.focus.quiets_lines() || is_chosen(it)).map(|it| it.segment);
        let mut symbols: Vec<Symbol> = Vec::new();
        for mark in marks {
            let plain = mark.symbol.plain();
            if !symbols.contains(&plain) {
                symbols.push(plain);
            }
        }
        Self {
            fills: standing
                .filter(|(area, _)| land::is_in_frame(view, area))
                .map(|(area, fill)| (area.key.as_str(), fill))
                .collect(),
            boundaries: seen.boundaries.iter().map(|it| it.shape.status).collect(),
            lines: front.map(|it| (it.service(), it.mode, it.evidence.confidence)).collect(),
            has_others: !seen.lines.iter().all(is_chosen),
            corridors: of(&|_| true),
            forward: of(&|it| !view.focus.has_lines() || is_chosen(it)),
            are_named: corridors::are_named(view),
            of_old: {
                let lakes = view.base.lakes.iter().enumerate().filter(|(_, it)| it.water.caption.is_some());
                let seen = lakes.filter(|(_, it)| it.shape.reaches(view.plane) && land::reaches(&it.shape, view.plane));
                seen.map(|(at, _)| at).collect()
            },
            entity: seen
                .areas
                .iter()
                .map(|(area, _)| *area)
                .find(|area| view.world.is_entity(&area.key) && land::is_in_frame(view, area))
                .map(|area| area.key.as_str()),
            symbols,
        }
    }
}
