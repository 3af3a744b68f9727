//! The table as a drawing: rows as high as there is room for, and places that answer to the pointer.

use std::sync::Arc;

use kurbo::Shape as _;

use crate::lang::Lang;
use crate::scene::{BezPath, Font, Group, Point, Rect, Run, Tag, elided, shape};
use crate::session::{Order, Sorting};
use crate::sign;
use crate::sign::Pen;
use crate::style::Tokens;
use crate::world::{Id, Kind};

use super::sort::Axis;
use super::{Cell, Matrix, Sorter, glyph, head, words};

/// Height of the heads at scale 1.
const HEADS: f64 = 48.0;

/// Height of a row at scale 1: with two lines of words, with one, and the least.
const ROOMY: f64 = 44.0;
const PLAIN: f64 = 28.0;
const LEAST: f64 = 18.0;

/// Room between the states and the columns after them.
const AFTER: f64 = 8.0;

/// By how much the column of names may be wider than usual.
const LONGER: f64 = 160.0;

/// Rows beyond which one line each must do.
const MANY: usize = 14;

/// Row heights from which the words take two lines.
const TWO_LINES: f64 = 36.0;

/// Width of what sorts at the end of a head at scale 1.
const SORTER: f64 = 24.0;

/// Widths of columns from which a year stands beside a sign.
const WIDE: f64 = 56.0;

/// What the table is drawn with.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// Words.
    pub lang: &'a Lang,
    /// Colours.
    pub tokens: &'a Tokens,
    /// Strokes, signs and type grow by this factor.
    pub scale: f64,
    /// What is selected; its row or column is brought forward.
    pub selection: Option<&'a Id>,
    /// The order in which the table stands.
    pub sorting: &'a Sorting,
}

/// A place of the table that answers: a cell, or the head of a row or column.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Where it lies on the page.
    pub rect: Rect,
    /// Row and column of the table; none for the heads.
    pub row: Option<usize>,
    /// See `row`.
    pub column: Option<usize>,
}

/// The table as it was drawn.
#[derive(Debug, Clone)]
pub struct Drawn {
    /// The marks.
    pub group: Group,
    /// Heads and cells.
    pub places: Vec<Place>,
    /// What puts it into another order.
    pub sorters: Vec<Sorter>,
    /// The institutions that found no room.
    pub left_out: Vec<String>,
}

/// Where the columns and rows lie.
pub(super) struct Grid {
    pub left: f64,
    pub right: f64,
    /// Left edge of the first state, and the width of each.
    pub cells: f64,
    step: f64,
    /// Left edges of the columns after the states; none where there is no room for the founding.
    pub founded: Option<f64>,
    pub evidence: f64,
    pub top: f64,
    /// Baseline of the names of the states.
    pub heads: f64,
    /// Upper edge of the first row, height of each, lower edge of the last.
    rows: f64,
    row: f64,
    pub bottom: f64,
}

impl<'a> Setting<'a> {
    /// A length in points at scale 1.
    pub(super) fn pt(&self, points: f64) -> f64 {
        points * self.scale
    }

    /// What signs are drawn with.
    pub(super) fn pen(&self) -> Pen<'a> {
        Pen { tokens: self.tokens, scale: self.scale }
    }

    /// A font of a size at scale 1.
    pub(super) fn font(&self, size: f32, weight: u16) -> Font {
        Font::new(size, weight).scaled(self.scale as f32)
    }

    /// A line of text of a size at scale 1.
    pub(super) fn run(&self, text: &str, size: f32, weight: u16) -> Arc<Run> {
        shape(text, self.font(size, weight))
    }
}

impl Grid {
    fn new(set: &Setting, matrix: &Matrix, room: Rect) -> Self {
        let width = room.width() / set.scale;
        let name = (width * 0.24).clamp(120.0, 240.0);
        let (founded, evidence) = if width > 860.0 { (88.0, 74.0) } else { (0.0, 22.0) };
        let states = matrix.columns.len().max(1) as f64;
        let step = ((width - name - founded - evidence) / states).min(92.0);
        // What the states do not need is for the names.
        let name = name + (width - name - founded - evidence - step * states - AFTER).clamp(0.0, LONGER);
        let shown = matrix.rows.len().max(1) as f64;
        let legend = head::legend_height(set, matrix, room.width());
        let high = ((room.height() - legend) / set.scale - HEADS) / shown;
        let row = set.pt(high.clamp(LEAST, ROOMY));
        let rows = room.y0 + set.pt(HEADS);
        let cells = room.x0 + set.pt(name);
        let end = cells + set.pt(step) * states + set.pt(AFTER);
        let fits = ((room.y1 - legend - rows + 0.5) / row).floor().max(0.0).min(matrix.rows.len() as f64);
        Self {
            left: room.x0,
            right: room.x1,
            cells,
            step: set.pt(step),
            founded: (founded > 0.0).then_some(end),
            evidence: end + set.pt(founded),
            top: room.y0,
            heads: rows - set.pt(10.0),
            rows,
            row,
            bottom: rows + row * fits,
        }
    }

    /// Left and right edge of the column of a state.
    pub(super) fn column(&self, at: usize) -> (f64, f64) {
        let left = self.cells + self.step * at as f64;
        (left, left + self.step)
    }

    /// Upper and lower edge of a row.
    fn row(&self, at: usize) -> (f64, f64) {
        let top = self.rows + self.row * at as f64;
        (top, top + self.row)
    }

    /// How many rows there is room for.
    fn fits(&self) -> usize {
        ((self.bottom - self.rows) / self.row).round() as usize
    }
}

/// Height in points that the table takes where it may take what it likes.
#[must_use]
pub fn height(set: &Setting, matrix: &Matrix, width: f64) -> f64 {
    let row = if matrix.rows.len() > MANY { PLAIN } else { ROOMY };
    set.pt(HEADS + row * matrix.rows.len() as f64) + head::legend_height(set, matrix, width)
}

/// Draws the table into a room.
#[must_use]
pub fn draw(set: &Setting, matrix: &Matrix, room: Rect) -> Drawn {
    let mut group = Group::new("matrix");
    let grid = Grid::new(set, matrix, room);
    let mut places = Vec::new();
    let mut heads = Group::new("matrix/heads");
    head::draw(set, matrix, &grid, &mut heads);
    group.group(heads);
    for at in 0..matrix.columns.len() {
        let (left, right) = grid.column(at);
        let rect = Rect::new(left, grid.top + set.pt(20.0), right, grid.rows);
        places.push(Place { rect, row: None, column: Some(at) });
    }
    forward(set, matrix, &grid, &mut group);
    let fits = grid.fits();
    for at in 0..fits {
        let mut row = Group::new(format!("matrix/{}", matrix.rows[at].body.key));
        draw_row(set, matrix, &grid, at, &mut row);
        group.group(row);
        let (top, bottom) = grid.row(at);
        places.push(Place { rect: Rect::new(grid.left, top, grid.cells, bottom), row: Some(at), column: None });
        places.extend((0..matrix.columns.len()).map(|column| {
            let (left, right) = grid.column(column);
            Place { rect: Rect::new(left, top, right, bottom), row: Some(at), column: Some(column) }
        }));
    }
    let mut legend = Group::new("matrix/legend");
    head::legend(set, matrix, grid.left, grid.bottom, room.width(), &mut legend);
    group.group(legend);
    let sorters = sorters(set, matrix, &grid);
    let mut arrows = Group::new("matrix/order");
    sorters.iter().for_each(|sorter| sorter.draw(set, set.sorting, &mut arrows));
    group.group(arrows);
    let left_out = matrix.rows.iter().skip(fits).map(|row| words::body(matrix, set.lang, row.body)[0].clone());
    Drawn { group, places, sorters, left_out: left_out.collect() }
}

/// The places that put the table into another order: beside the names of both sides, beside the founding, and at the
/// end of each head.
fn sorters(set: &Setting, matrix: &Matrix, grid: &Grid) -> Vec<Sorter> {
    let alone = |x0: f64, x1: f64, [y0, y1]: [f64; 2], axis: Axis, orders: Vec<Order>| Sorter {
        rect: Rect::new(x0, y0, x1, y1),
        row: None,
        column: None,
        mark: Point::new(x1 - set.pt(10.0), if y0 > grid.top { y1 - set.pt(14.0) } else { y0 + set.pt(11.0) }),
        axis,
        orders,
    };
    let (upper, lower) = ([grid.top, grid.top + set.pt(24.0)], [grid.top + set.pt(24.0), grid.rows]);
    let wide = |key: &str| f64::from(set.run(&set.lang.text(key), 11.0, 600).width) + set.pt(28.0);
    let states = vec![Order::Name, Order::Founded, Order::Parts];
    let mut all = vec![
        alone(grid.left, grid.left + wide("matrix-body"), lower, Axis::Bodies, vec![Order::Name, Order::Parts]),
        alone(grid.cells - wide("matrix-states"), grid.cells, upper, Axis::States, states),
    ];
    all.extend(grid.founded.map(|x| {
        let end = (x + wide("story-founded")).min(grid.evidence);
        alone(x - set.pt(6.0), end, lower, Axis::Bodies, vec![Order::Founded])
    }));
    let keyed = |key: &str| vec![Order::Role(key.to_owned()), Order::Since(key.to_owned())];
    all.extend(matrix.columns.iter().enumerate().map(|(at, column)| {
        let (left, right) = grid.column(at);
        let x = (right - set.pt(SORTER)).max(f64::midpoint(left, right));
        let rect = alone(x, right, [grid.top + set.pt(20.0), grid.rows], Axis::Bodies, keyed(&column.state.key));
        // Below the name of a state there is room, beside it there may be none.
        let mark = Point::new(f64::midpoint(left, right), grid.rows - set.pt(5.5));
        Sorter { column: Some(at), mark, ..rect }
    }));
    all.extend(matrix.rows.iter().enumerate().take(grid.fits()).map(|(at, row)| {
        let (top, bottom) = grid.row(at);
        let x = grid.cells - set.pt(SORTER);
        Sorter { row: Some(at), ..alone(x, grid.cells, [top, bottom], Axis::States, keyed(&row.body.key)) }
    }));
    all
}

/// The row, the column, or both, of what is selected.
fn forward(set: &Setting, matrix: &Matrix, grid: &Grid, group: &mut Group) {
    let Some(id) = set.selection else { return };
    let (t, tint) = (set.tokens, set.tokens.text.with_opacity(0.06));
    let (state, body) = match (id.kind, id.key.split_once('~')) {
        (Kind::State, _) => (Some(id.key.as_str()), None),
        (Kind::Institution, _) => (None, Some(id.key.as_str())),
        (Kind::Role, Some((state, body))) => (Some(state), Some(body)),
        _ => return,
    };
    let column = state.and_then(|key| matrix.columns.iter().position(|it| it.state.key == key));
    let row = body.and_then(|key| matrix.rows.iter().position(|it| it.body.key == key)).filter(|at| *at < grid.fits());
    if let Some((left, right)) = column.map(|at| grid.column(at)) {
        let band = Rect::new(left, grid.top + set.pt(20.0), right, grid.bottom);
        group.path(band.to_rounded_rect(set.pt(5.0)).to_path(0.1), Some(tint), None, None);
        let bar = Rect::new(left + set.pt(6.0), grid.rows - set.pt(3.0), right - set.pt(6.0), grid.rows - set.pt(1.0));
        group.path(bar.to_path(0.1), Some(t.accent), None, None);
    }
    if let Some((top, bottom)) = row.map(|at| grid.row(at)) {
        let band = Rect::new(grid.left - set.pt(8.0), top, grid.right + set.pt(8.0), bottom);
        group.path(band.to_rounded_rect(set.pt(5.0)).to_path(0.1), Some(tint), None, None);
        let bar = Rect::new(grid.left - set.pt(8.0), top + set.pt(5.0), grid.left - set.pt(6.0), bottom - set.pt(5.0));
        group.path(bar.to_path(0.1), Some(t.accent), None, None);
    }
    if let (Some(column), Some(row)) = (column, row) {
        let ((left, right), (top, bottom)) = (grid.column(column), grid.row(row));
        let cell = Rect::new(left, top, right, bottom).inset(-set.pt(2.0)).to_rounded_rect(set.pt(5.0));
        group.path(cell.to_path(0.1), Some(t.canvas), Some(set.pen().line(1.6, t.accent)), None);
    }
}

/// One institution: its name, the parts of all states, when it was founded, how well its members are known.
fn draw_row(set: &Setting, matrix: &Matrix, grid: &Grid, at: usize, group: &mut Group) {
    let t = set.tokens;
    let row = &matrix.rows[at];
    let (top, bottom) = grid.row(at);
    let middle = f64::midpoint(top, bottom);
    let mut rule = BezPath::new();
    rule.move_to((grid.left, top));
    rule.line_to((grid.right, top));
    group.path(rule, None, Some(set.pen().line(1.0, t.line)), None);
    name(set, matrix, grid, at, group);
    for (column, cell) in row.cells.iter().enumerate() {
        let (left, right) = grid.column(column);
        match cell {
            Some(cell) => {
                draw_cell(set, row.body.begun().map(crate::date::Date::year), cell, [left, right], middle, group);
            }
            None => head::dash(set, group, Point::new(sign([left, right], set), middle)),
        }
    }
    if let Some(x) = grid.founded {
        let (words, ink) = match row.body.begun() {
            Some(date) => (set.lang.date(date), t.text),
            None => (set.lang.text("word-not-found"), t.text3),
        };
        let run = elided(&words, set.font(11.0, 400), (grid.evidence - x) as f32);
        group.text(base(x, middle, &run), run, ink, None, None);
    }
    let evidence = row.body.members_evidence.as_ref().unwrap_or(&row.body.founded.evidence);
    sign::confidence(&set.pen(), group, evidence.confidence, Point::new(grid.evidence + set.pt(6.0), middle));
    if grid.founded.is_some() {
        let run = set.run(&set.lang.text(crate::story::words::confidence(evidence.confidence)), 11.0, 400);
        group.text(base(grid.evidence + set.pt(17.0), middle, &run), run, t.text2, None, None);
    }
}

/// Where a run begins that stands beside a middle.
fn base(x: f64, middle: f64, run: &Run) -> Point {
    Point::new(x, middle + f64::from(run.font.cap_height()) / 2.0)
}

/// The short name of an institution, and below or beside it what it stands for and where it sits.
fn name(set: &Setting, matrix: &Matrix, grid: &Grid, at: usize, group: &mut Group) {
    let t = set.tokens;
    let body = matrix.rows[at].body;
    let [short, full] = words::body(matrix, set.lang, body);
    let (top, bottom) = grid.row(at);
    let middle = f64::midpoint(top, bottom);
    let left = grid.left + set.pt(4.0);
    let is_key = set.sorting.states.key() == Some(&body.key);
    let room = grid.cells - set.pt(if is_key { 18.0 } else { 10.0 }) - left;
    let tag = Some(Tag::from(format!("institution:{}", body.key)));
    let city = body.seat.as_ref().map(|seat| matrix.world.city(&seat.value.city, set.lang.code()).to_owned());
    let more: Vec<String> = Some(full).filter(|full| *full != short).into_iter().chain(city).collect();
    let more = more.join(", ");
    let strong = elided(&short, set.font(12.0, 600), room as f32);
    let next = left + f64::from(strong.width) + set.pt(6.0);
    if bottom - top >= set.pt(TWO_LINES) && !more.is_empty() {
        group.text(Point::new(left, middle - set.pt(3.0)), strong, t.text, None, tag.clone());
        let run = elided(&more, set.font(11.0, 400), room as f32);
        return group.text(Point::new(left, middle + set.pt(12.0)), run, t.text2, None, tag);
    }
    group.text(base(left, middle, &strong), strong, t.text, None, tag.clone());
    let rest = left + room - next;
    if rest > set.pt(40.0) && !more.is_empty() {
        let run = elided(&more, set.font(10.5, 400), rest as f32);
        group.text(base(next, middle, &run), run, t.text2, None, tag);
    }
}

/// Where the middle of a sign lies in a column: left of the middle where a year finds room beside it.
fn sign([left, right]: [f64; 2], set: &Setting) -> f64 {
    f64::midpoint(left, right) - if right - left >= set.pt(WIDE) { set.pt(15.0) } else { 0.0 }
}

/// The part of a state: its sign, and the year of its beginning where that is another one than that of the founding.
fn draw_cell(
    set: &Setting,
    founded: Option<i16>,
    cell: &Cell,
    [left, right]: [f64; 2],
    middle: f64,
    group: &mut Group,
) {
    let year = cell.part.from.map(crate::date::Date::year).filter(|year| Some(*year) != founded);
    let at = Point::new(sign([left, right], set), middle);
    glyph::draw(&set.pen(), group, cell.part.role, cell.certain, at);
    if let Some(year) = year.filter(|_| right - left >= set.pt(WIDE)) {
        let run = set.run(&year.to_string(), 10.5, 400);
        group.text(base(at.x + set.pt(glyph::RADIUS + 4.0), middle, &run), run, set.tokens.text2, None, None);
    }
}
