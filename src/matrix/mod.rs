//! Who sits in which institution: states across, institutions down, on a day; as data, as text and as a drawing.

mod glyph;
mod head;
mod plain;
mod sheet;
pub mod sort;
mod words;

pub use plain::{Form, write};
pub use sheet::{Drawn, Place, Setting, draw, height};
pub use sort::Sorter;
pub use words::{Told, told};

use crate::date::{Day, Happened};
use crate::lang::Lang;
use crate::session::Sorting;
use crate::world::{Area, Institution, Membership, State, StatusChange, World};

/// The table of a day.
#[derive(Debug, Clone)]
pub struct Matrix<'a> {
    /// All facts.
    pub world: &'a World,
    /// The day.
    pub day: Day,
    /// States that have a standing or a part, members first.
    pub columns: Vec<Column<'a>>,
    /// Institutions in which somebody takes part.
    pub rows: Vec<Row<'a>>,
}

/// A state, the observer entity or the observer organisation.
#[derive(Debug, Clone, Copy)]
pub struct Column<'a> {
    /// The state.
    pub state: &'a State,
    /// Its standing on the day.
    pub standing: Option<&'a StatusChange>,
}

/// An institution with the part of each column.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// The institution.
    pub body: &'a Institution,
    /// One for each column; none where no part was found.
    pub cells: Vec<Option<Cell<'a>>>,
}

/// The part of a state in an institution.
#[derive(Debug, Clone, Copy)]
pub struct Cell<'a> {
    /// The part, with role, dates and evidence.
    pub part: &'a Membership,
    /// Whether it certainly held on the day.
    pub certain: bool,
}

impl<'a> Matrix<'a> {
    /// The table of a day, with institutions of one area of cooperation or of all; names are sorted as a language has them.
    #[must_use]
    pub fn new(world: &'a World, day: Day, area: Option<Area>, sorting: &Sorting, lang: &Lang) -> Self {
        let part = |body: &Institution, state: &State| {
            let part = world.role_at(&body.key, &state.key, day)?;
            Some(Cell { part, certain: world.holds_on(part, day) == Happened::Yes })
        };
        let within = |body: &&Institution| area.is_none_or(|area| body.areas.contains(&area));
        let bodies = world.institutions.iter().filter(|body| body.shown && body.existed_on(day) != Happened::No);
        let bodies: Vec<&Institution> = bodies.filter(within).collect();
        let takes_part = |state: &State| bodies.iter().any(|body| part(body, state).is_some());
        let columns = world.states.iter().map(|state| Column { state, standing: state.status_at(day) });
        let mut columns: Vec<Column> = columns.filter(|it| it.standing.is_some() || takes_part(it.state)).collect();
        columns.sort_by_key(Column::group);
        let rows = bodies.iter().map(|body| {
            let cells = columns.iter().map(|column| part(body, column.state)).collect();
            Row { body, cells }
        });
        let rows = rows.filter(|row: &Row| row.cells.iter().any(Option::is_some));
        let rows = rows.collect();
        let mut table = Self { world, day, columns, rows };
        table.sort(sorting, lang);
        table
    }

    /// Whether the observer entity has a column, so that its note must be told.
    #[must_use]
    pub fn has_entity(&self) -> bool {
        self.columns.iter().any(|column| self.world.is_entity(&column.state.key))
    }

    /// Every part with its institution.
    pub fn parts(&self) -> impl Iterator<Item = &Cell<'a>> {
        self.rows.iter().flat_map(|row| row.cells.iter().flatten())
    }
}

impl Column<'_> {
    /// Members first, then observers, then those without a standing on the day.
    #[must_use]
    pub fn group(&self) -> u8 {
        match self.standing.map(|it| it.status) {
            Some(crate::world::Status::Member { .. }) => 0,
            Some(_) => 1,
            None => 2,
        }
    }
}
