//! The order of the table: its rows, its columns, and the places that ask for another one.

use std::cmp::Reverse;

use kurbo::BezPath;

use crate::date::Day;
use crate::lang::{Lang, fold};
use crate::scene::{Group, Point, Rect};
use crate::session::{Order, Sorting};
use crate::world::{Id, Kind};

use super::sheet::Setting;
use super::{Cell, Column, Matrix, Row, words};

/// Half the width of an arrow at scale 1.
const ARROW: f64 = 3.5;

/// What an order is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// The institutions, from top to bottom.
    Bodies,
    /// The states, from left to right.
    States,
}

/// A place of the table that asks for another order.
#[derive(Debug, Clone, PartialEq)]
pub struct Sorter {
    /// Where it lies on the page.
    pub rect: Rect,
    /// Row of the head in which it lies; none for the heads of columns and for those that belong to neither.
    pub row: Option<usize>,
    /// See `row`.
    pub column: Option<usize>,
    /// Where its arrow stands.
    pub mark: Point,
    /// What it orders.
    pub axis: Axis,
    /// The orders that it asks for, one after the other.
    pub orders: Vec<Order>,
}

impl Axis {
    /// The order of this axis.
    #[must_use]
    pub fn of(self, sorting: &Sorting) -> &Order {
        match self {
            Self::Bodies => &sorting.bodies,
            Self::States => &sorting.states,
        }
    }
}

impl Sorter {
    /// Whether the table stands in an order of this place.
    #[must_use]
    pub fn is_active(&self, sorting: &Sorting) -> bool {
        self.orders.contains(self.axis.of(sorting))
    }

    /// The order after the one in force: the next one of this place, after the last one that of the facts.
    #[must_use]
    pub fn next(&self, sorting: &Sorting) -> Sorting {
        let at = self.orders.iter().position(|order| order == self.axis.of(sorting)).map_or(0, |at| at + 1);
        let next = self.orders.get(at).cloned().unwrap_or_default();
        match self.axis {
            Axis::Bodies => Sorting { bodies: next, ..sorting.clone() },
            Axis::States => Sorting { states: next, ..sorting.clone() },
        }
    }

    /// Draws the arrow that says that the table stands in an order of this place.
    pub(super) fn draw(&self, set: &Setting, sorting: &Sorting, group: &mut Group) {
        if !self.is_active(sorting) {
            return;
        }
        group.path(arrow(self.axis, self.mark, set.pt(ARROW)), Some(set.tokens.accent), None, None);
    }
}

/// An arrow down for rows, to the right for columns.
fn arrow(axis: Axis, at: Point, half: f64) -> BezPath {
    let corners = match axis {
        Axis::Bodies => [(-half, -half * 0.6), (half, -half * 0.6), (0.0, half * 0.8)],
        Axis::States => [(-half * 0.6, -half), (half * 0.8, 0.0), (-half * 0.6, half)],
    };
    let mut path = BezPath::new();
    path.move_to(at + corners[0]);
    path.line_to(at + corners[1]);
    path.line_to(at + corners[2]);
    path.close_path();
    path
}

/// Whether a cell is a part and not a draft, a proposal or an accession.
fn takes_part(cell: &&Cell) -> bool {
    cell.part.role.takes_part()
}

/// Members before observers before the rest, and of equals the longest first.
fn by_role(cell: Option<&Cell>) -> impl Ord + use<> {
    (cell.is_none(), cell.map(|cell| (cell.part.role, !cell.certain)), begun(cell))
}

/// The earliest beginning first; what is not dated after that, who has no part last.
fn begun(cell: Option<&Cell>) -> (bool, bool, Option<Day>) {
    let from = cell.and_then(|cell| cell.part.from).map(crate::date::Date::earliest);
    (cell.is_none(), from.is_none(), from)
}

impl Matrix<'_> {
    /// Puts the columns, which stay in their groups, and the rows in order.
    pub(super) fn sort(&mut self, sorting: &Sorting, lang: &Lang) {
        let at = self.columns_in_order(&sorting.states, lang);
        self.columns = at.iter().map(|at| self.columns[*at]).collect::<Vec<Column>>();
        for row in &mut self.rows {
            row.cells = at.iter().map(|at| row.cells[*at]).collect();
        }
        let (world, day) = (self.world, self.day);
        let place = |key: &str| self.columns.iter().position(|column| column.state.key == key);
        let name =
            |row: &Row| fold(&world.short_name_on(&Id::new(Kind::Institution, &*row.body.key), lang.code(), day));
        match &sorting.bodies {
            Order::Facts => {}
            Order::Name => self.rows.sort_by_cached_key(name),
            Order::Founded => {
                self.rows.sort_by_key(|row| row.body.begun().map_or((1, day), |it| (0, it.earliest())));
            }
            Order::Parts => self.rows.sort_by_key(|row| Reverse(row.cells.iter().flatten().filter(takes_part).count())),
            Order::Role(key) => {
                let at = place(key);
                self.rows.sort_by_key(|row| by_role(at.and_then(|at| row.cells[at].as_ref())));
            }
            Order::Since(key) => {
                let at = place(key);
                self.rows.sort_by_key(|row| begun(at.and_then(|at| row.cells[at].as_ref())));
            }
        }
    }

    /// The columns as they follow each other in an order.
    fn columns_in_order(&self, order: &Order, lang: &Lang) -> Vec<usize> {
        let group = |at: &usize| self.columns[*at].group();
        let cell = |key: &str, at: usize| {
            let row = self.rows.iter().find(|row| row.body.key == key);
            row.and_then(|row| row.cells[at].as_ref())
        };
        let name = |at: usize| fold(&words::state(self, lang, self.columns[at].state));
        let parts = |at: usize| self.rows.iter().filter_map(|row| row.cells[at].as_ref()).filter(takes_part).count();
        let standing = |at: usize| self.columns[at].state.status.first().map(|change| change.from.earliest());
        let mut at: Vec<usize> = (0..self.columns.len()).collect();
        match order {
            Order::Facts => {}
            Order::Name => at.sort_by_cached_key(|at| (group(at), name(*at))),
            Order::Founded => at.sort_by_key(|at| (group(at), standing(*at).is_none(), standing(*at))),
            Order::Parts => at.sort_by_key(|at| (group(at), Reverse(parts(*at)))),
            Order::Role(key) => at.sort_by_key(|at| (group(at), by_role(cell(key, *at)))),
            Order::Since(key) => at.sort_by_key(|at| (group(at), begun(cell(key, *at)))),
        }
        at
    }
}

/// An order in words: "bodies by the role of Kazakhstan".
#[must_use]
pub fn told(matrix: &Matrix, lang: &Lang, axis: Axis, order: &Order) -> String {
    let named = |key: &str, name: String| lang.format(key, &[("name", name.into())]);
    let state = |key: &str| matrix.world.state(key).map(|state| words::state(matrix, lang, state)).unwrap_or_default();
    let body = |key: &str| {
        matrix.world.institution(key).map(|body| words::body(matrix, lang, body)[0].clone()).unwrap_or_default()
    };
    match (axis, order) {
        (Axis::Bodies, Order::Facts) => lang.text("matrix-bodies-facts"),
        (Axis::Bodies, Order::Name) => lang.text("matrix-bodies-name"),
        (Axis::Bodies, Order::Founded) => lang.text("matrix-bodies-founded"),
        (Axis::Bodies, Order::Parts) => lang.text("matrix-bodies-parts"),
        (Axis::Bodies, Order::Role(key)) => named("matrix-bodies-role", state(key)),
        (Axis::Bodies, Order::Since(key)) => named("matrix-bodies-since", state(key)),
        (Axis::States, Order::Facts) => lang.text("matrix-states-facts"),
        (Axis::States, Order::Name) => lang.text("matrix-states-name"),
        (Axis::States, Order::Founded) => lang.text("matrix-states-founded"),
        (Axis::States, Order::Parts) => lang.text("matrix-states-parts"),
        (Axis::States, Order::Role(key)) => named("matrix-states-role", body(key)),
        (Axis::States, Order::Since(key)) => named("matrix-states-since", body(key)),
    }
}

/// The orders that are not those of the facts, in words.
#[must_use]
pub fn orders(matrix: &Matrix, lang: &Lang, sorting: &Sorting) -> Vec<String> {
    let both = [Axis::Bodies, Axis::States].into_iter().filter(|axis| *axis.of(sorting) != Order::Facts);
    both.map(|axis| told(matrix, lang, axis, axis.of(sorting))).collect()
}
