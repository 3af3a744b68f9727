//! What stands above and below the cells: names of states in their groups, and what the signs mean.

use std::sync::Arc;

use kurbo::Shape as _;

use crate::scene::{Font, Group, Point, Rect, Run, Tag, elided};
use crate::story::words as of;
use crate::world::{Role, Status};

use super::glyph;
use super::sheet::{Grid, Setting};
use super::{Column, Matrix, words};

/// Height of a line of the legend at scale 1.
const LINE: f64 = 22.0;

/// Space between two entries of the legend at scale 1.
const GAP: f64 = 18.0;

/// Names of the groups of states.
const GROUPS: [&str; 3] = ["matrix-members", "matrix-observers", "matrix-others"];

/// What a sign of the legend is.
#[derive(Clone, Copy)]
enum Sign {
    Role(Role),
    Uncertain,
    None,
}

/// Draws the names of the states, of their groups and of the other columns.
pub(super) fn draw(set: &Setting, matrix: &Matrix, grid: &Grid, group: &mut Group) {
    let t = set.tokens;
    let members = matrix.columns.iter().filter(|column| column.group() == 0).count();
    if members > 0 {
        let band = Rect::new(grid.column(0).0, grid.top, grid.column(members - 1).1, grid.bottom);
        let path = band.to_rounded_rect(set.pt(6.0)).to_path(0.1);
        group.path(path, Some(t.accent_bg.with_opacity(0.6)), None, None);
    }
    let org = matrix.world.organisation_on(set.lang.code(), matrix.day);
    for (at, key) in (0..).zip(GROUPS) {
        let own: Vec<usize> =
            (0..matrix.columns.len()).filter(|column| matrix.columns[*column].group() == at).collect();
        if let (Some(first), Some(last)) = (own.first(), own.last()) {
            let (left, right) = (grid.column(*first).0, grid.column(*last).1);
            let run = elided(
                &set.lang.format(key, &[("org", org.as_str().into())]),
                set.font(11.0, 400),
                (right - left) as f32,
            );
            let x = f64::midpoint(left, right) - f64::from(run.width) / 2.0;
            group.text(Point::new(x, grid.top + set.pt(15.0)), run, t.text2, None, None);
        }
    }
    let (left, right) = grid.column(0);
    for (at, (column, run)) in matrix.columns.iter().zip(names(set, matrix, right - left)).enumerate() {
        let (left, right) = grid.column(at);
        let x = f64::midpoint(left, right) - f64::from(run.width) / 2.0;
        let tag = Some(Tag::from(format!("state:{}", column.state.key)));
        group.text(Point::new(x, grid.heads), run, t.text, None, tag);
    }
    let mut plain = |key: &str, left: f64, right: f64| {
        let run = elided(&set.lang.text(key), set.font(11.0, 600), (right - left) as f32);
        group.text(Point::new(left, grid.heads), run, t.text2, None, None);
    };
    plain("matrix-body", grid.left + set.pt(4.0), grid.cells);
    if let Some(founded) = grid.founded {
        plain("story-founded", founded, grid.evidence);
        plain("matrix-evidence", grid.evidence, grid.right);
    }
    let run = set.run(&set.lang.text("matrix-states"), 11.0, 600);
    let x = grid.cells - set.pt(20.0) - f64::from(run.width);
    group.text(Point::new(x, grid.top + set.pt(15.0)), run, t.text2, None, None);
}

/// The names of the states above their columns, all in one size: whole where there is room for each, else as codes; the
/// observer entity with a star.
fn names(set: &Setting, matrix: &Matrix, room: f64) -> Vec<Arc<Run>> {
    let room = (room - set.pt(4.0)) as f32;
    let has = |column: &Column, status| column.state.status.iter().any(|it| it.status == status);
    let whole = |column: &Column| match () {
        () if has(column, Status::ObserverEntity) => set.lang.text("matrix-entity"),
        () if has(column, Status::ObserverOrganisation) => column.state.key.clone(),
        () => words::state(matrix, set.lang, column.state),
    };
    let code = |column: &Column| {
        let code = column.state.iso.as_ref().map_or(&column.state.key, |iso| &iso.value[0]);
        if has(column, Status::ObserverEntity) { set.lang.text("matrix-entity-code") } else { code.clone() }
    };
    let all = |font: Font, name: &dyn Fn(&Column) -> String| -> Vec<Arc<Run>> {
        matrix.columns.iter().map(|column| crate::scene::shape(&name(column), font)).collect()
    };
    let fits = |runs: &[Arc<Run>]| runs.iter().all(|run| run.width <= room);
    let tries = [11.0, 10.0].map(|size| all(set.font(size, 600), &whole));
    tries.into_iter().find(|runs| fits(runs)).unwrap_or_else(|| all(set.font(11.0, 600), &code))
}

/// What the signs mean, broken into lines of a width.
fn lines(set: &Setting, matrix: &Matrix, width: f64) -> Vec<Vec<(Sign, Arc<Run>)>> {
    let occurs = |role: &Role| matrix.parts().any(|cell| cell.part.role == *role);
    let mut entries: Vec<(Sign, String)> =
        Role::ALL.into_iter().filter(occurs).map(|role| (Sign::Role(role), set.lang.text(of::role(role)))).collect();
    if matrix.parts().any(|cell| !cell.certain) {
        entries.push((Sign::Uncertain, set.lang.text("matrix-legend-uncertain")));
    }
    entries.push((Sign::None, set.lang.text("matrix-legend-none")));
    let mut lines: Vec<Vec<(Sign, Arc<Run>)>> = vec![Vec::new()];
    let mut used = 0.0;
    for (sign, text) in entries {
        let run = set.run(&text, 11.5, 400);
        let wide = set.pt(24.0 + GAP) + f64::from(run.width);
        if used > 0.0 && used + wide > width {
            lines.push(Vec::new());
            used = 0.0;
        }
        used += wide;
        if let Some(line) = lines.last_mut() {
            line.push((sign, run));
        }
    }
    lines
}

/// Height of the legend in points.
pub(super) fn legend_height(set: &Setting, matrix: &Matrix, width: f64) -> f64 {
    set.pt(8.0 + LINE * lines(set, matrix, width).len() as f64)
}

/// Draws what the signs mean.
pub(super) fn legend(set: &Setting, matrix: &Matrix, left: f64, top: f64, width: f64, group: &mut Group) {
    let t = set.tokens;
    for (row, line) in lines(set, matrix, width).into_iter().enumerate() {
        let middle = top + set.pt(8.0 + LINE * (row as f64 + 0.5));
        let mut x = left;
        for (sign, run) in line {
            let at = Point::new(x + set.pt(glyph::RADIUS), middle);
            match sign {
                Sign::Role(role) => glyph::draw(&set.pen(), group, role, true, at),
                Sign::Uncertain => glyph::draw(&set.pen(), group, Role::Member, false, at),
                Sign::None => dash(set, group, at),
            }
            let rise = f64::from(run.font.cap_height()) / 2.0;
            let width = f64::from(run.width);
            group.text(Point::new(x + set.pt(24.0), middle + rise), run, t.text, None, None);
            x += set.pt(24.0 + GAP) + width;
        }
    }
}

/// The sign that no part was found.
pub(super) fn dash(set: &Setting, group: &mut Group, at: Point) {
    let run = crate::scene::shape("–", Font::new(12.0, 400).scaled(set.scale as f32));
    let origin = Point::new(at.x - f64::from(run.width) / 2.0, at.y + set.pt(4.0));
    group.text(origin, run, set.tokens.text3, None, None);
}
