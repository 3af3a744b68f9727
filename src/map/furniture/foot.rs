//! The foot of a page: sources, the note on boundaries, and what must be known about this picture.

use std::sync::Arc;

use crate::map::seen::Shown;
use crate::map::table;
use crate::map::view::View;
use crate::scene::{Group, Point, Run, Tag, break_lines, elided, shape};
use crate::session::Layer;
use crate::sign;
use crate::style::{NOTE, NOTE_STRONG};
use crate::world::{Confidence, Corridor, Id, Kind, State, Status};

use super::sources::{Line, Sources};

/// A laid-out foot.
pub struct Foot {
    columns: Vec<Column>,
    /// Where the titles of sources begin in their column.
    indent: f64,
}

/// One column.
struct Column {
    x: f64,
    head: Arc<Run>,
    rows: Vec<Row>,
}

/// One line of a column.
enum Row {
    Source(String, Option<Confidence>, Arc<Run>),
    SourceMore(Arc<Run>),
    Text(Arc<Run>),
    Faint(Arc<Run>),
    Head(Arc<Run>),
}

/// Least width for which the third column stands beside the others, in points at scale 1.
const THREE_COLUMNS: f64 = 880.0;

/// Lines by which two columns may differ.
const UNEVEN: f64 = 2.0;

/// Least shares of the width for the first of two columns, in which titles of sources are cut, and for the second.
const LEAST_SHARE: [f64; 2] = [0.46, 0.38];

/// Steps of those shares.
const SHARES: f64 = 0.04;

/// Width of a picture by its height below which its sources may take two lines each.
const ROOMY: f64 = 1.6;

impl Foot {
    /// Lays the notes out in columns over a width that starts at `left`. Of two columns the fuller one is made wider.
    pub fn new(view: &View<'_>, sources: &Sources, notes: &Notes, left: f64, room: f64) -> Self {
        if room >= view.pt(THREE_COLUMNS) {
            return Self::laid(view, sources, notes, left, room, &[0.36, 0.38, 0.26]);
        }
        let usual = Self::laid(view, sources, notes, left, room, &[0.54, 0.46]);
        let filled = |at: usize, share: f64| usual.columns.get(at).map_or(0, |column| column.rows.len()) as f64 * share;
        let (first, second) = (filled(0, 0.54), filled(1, 0.46));
        if (filled(0, 1.0) - filled(1, 1.0)).abs() <= UNEVEN {
            return usual;
        }
        // In steps, so that lines are not broken anew whenever the map moves.
        let share = (first / (first + second) / SHARES).round() * SHARES;
        let share = share.clamp(LEAST_SHARE[0], 1.0 - LEAST_SHARE[1]);
        let even = Self::laid(view, sources, notes, left, room, &[share, 1.0 - share]);
        if even.rows() < usual.rows() { even } else { usual }
    }

    /// Lays the notes out in columns that have those shares of the width.
    fn laid(view: &View<'_>, sources: &Sources, notes: &Notes, left: f64, room: f64, shares: &[f64]) -> Self {
        let gap = view.pt(32.0);
        let free = room - gap * (shares.len() as f64 - 1.0);
        let mut x = left;
        let mut places = Vec::new();
        for share in shares {
            places.push((x, free * share));
            x += free * share + gap;
        }
        let mut boundaries = text_rows(view, &notes.boundaries, places[1].1);
        let beside = places.get(2).copied();
        let remarks_width = beside.unwrap_or(places[0]).1;
        let mut remarks = text_rows(view, notes.remarks.as_slice(), remarks_width);
        let (edition_rows, edition_width) =
            if beside.is_some() { (&mut remarks, remarks_width) } else { (&mut boundaries, places[1].1) };
        edition_rows.extend(break_lines(&notes.edition, note(view), edition_width as f32).into_iter().map(Row::Faint));
        // Long sources take a second line where the page gets no taller for it.
        let below = if beside.is_none() && !remarks.is_empty() { remarks.len() + 1 } else { 0 };
        let tallest = boundaries.len().max(if beside.is_some() { remarks.len() } else { 0 });
        let lines = sources.printed(view);
        let indent = indent(view, &lines);
        // A page that is not wide and low has room for whole titles.
        let whole = if view.is_picture() && view.page.aspect_ratio_width() < ROOMY { lines.len() * 2 } else { 0 };
        let mut list = source_rows(view, &lines, places[0].1 - indent, tallest.saturating_sub(below).max(whole));
        let mut columns = Vec::new();
        match beside {
            Some((x, _)) => columns.push(column(view, "map-foot-picture", x, remarks)),
            None if remarks.is_empty() => {}
            None => {
                list.push(Row::Head(head(view, "map-foot-picture")));
                list.extend(remarks);
            }
        }
        columns.push(column(view, "map-foot-sources", places[0].0, list));
        columns.push(column(
            view,
            if view.is_table { "matrix-foot-names" } else { "map-foot-boundaries" },
            places[1].0,
            boundaries,
        ));
        Self { columns, indent }
    }

    /// Height in points.
    pub fn height(&self, view: &View<'_>) -> f64 {
        view.pt(f64::from(NOTE.line)) * (self.rows() as f64 + 1.0)
    }

    /// Lines of its highest column.
    fn rows(&self) -> usize {
        self.columns.iter().map(|column| column.rows.len()).max().unwrap_or(0)
    }

    /// Paints the foot with its upper edge at a height.
    pub fn draw(self, view: &View<'_>, top: f64, group: &mut Group) {
        let t = view.tokens;
        let step = view.pt(f64::from(NOTE.line));
        for column in self.columns {
            let base = |row: usize| top + step * row as f64 + view.pt(11.5);
            group.text(Point::new(column.x, base(0)), column.head, t.text, None, None);
            for (at, row) in column.rows.into_iter().enumerate() {
                let y = base(at + 1);
                match row {
                    Row::Text(run) => group.text(Point::new(column.x, y), run, t.text2, None, None),
                    Row::Head(run) => group.text(Point::new(column.x, y), run, t.text, None, None),
                    Row::SourceMore(run) => {
                        let tag = Some(Tag::from("furniture:source"));
                        group.text(Point::new(column.x + self.indent, y), run, t.text2, None, tag);
                    }
                    Row::Faint(run) => group.text(Point::new(column.x, y), run, t.text3, None, None),
                    Row::Source(number, reliability, run) => {
                        let number = shape(&number, note(view));
                        let right = (view.pt(14.0) - f64::from(number.width)).max(0.0);
                        let origin = Point::new(column.x + right, y);
                        group.text(origin, number, t.text3, None, None);
                        let mark = Point::new(column.x + view.pt(27.0), y - view.pt(4.0));
                        if let Some(reliability) = reliability {
                            sign::confidence(&view.pen(), group, reliability, mark);
                        }
                        let tag = Some(Tag::from("furniture:source"));
                        group.text(Point::new(column.x + self.indent, y), run, t.text2, None, tag);
                    }
                }
            }
        }
    }
}

/// Font of notes on this page.
fn note(view: &View<'_>) -> crate::scene::Font {
    NOTE.font.scaled(view.scale as f32)
}

fn column(view: &View<'_>, head: &str, x: f64, rows: Vec<Row>) -> Column {
    Column { x, head: self::head(view, head), rows }
}

fn head(view: &View<'_>, key: &str) -> Arc<Run> {
    shape(&view.lang.text(key), NOTE_STRONG.font.scaled(view.scale as f32))
}

/// Room for the numbers of sources, and for the mark of its register where one of them has one.
fn indent(view: &View<'_>, lines: &[Line]) -> f64 {
    let widest = lines.iter().map(|line| shape(&line.numbers, note(view)).width).fold(0.0, f32::max);
    let marked = lines.iter().any(|line| line.reliability.is_some());
    (f64::from(widest) + view.pt(8.0)).max(view.pt(if marked { 40.0 } else { 22.0 }))
}

/// The sources, one line each; in up to two lines as long as all of them fit into `lines`, and whole where they must be.
fn source_rows(view: &View<'_>, sources: &[Line], room: f64, lines: usize) -> Vec<Row> {
    let room = room as f32;
    let broken = |line: &Line| break_lines(&line.label, note(view), room);
    let taken: usize = sources.iter().map(|line| if line.is_whole { broken(line).len() } else { 1 }).sum();
    let mut spare = lines.saturating_sub(taken);
    let mut rows = Vec::new();
    for cited in sources {
        let numbers = cited.numbers.clone();
        let broken = broken(cited);
        if cited.is_whole {
            let mut runs = broken.into_iter();
            rows.extend(runs.next().map(|first| Row::Source(numbers, cited.reliability, first)));
            rows.extend(runs.map(Row::SourceMore));
            continue;
        }
        let first = broken.first().filter(|_| broken.len() > 1 && spare > 0).cloned();
        let rest = first.as_ref().and_then(|first| cited.label.strip_prefix(first.text.trim_end()));
        match (first, rest) {
            (Some(first), Some(rest)) => {
                spare -= 1;
                rows.push(Row::Source(numbers, cited.reliability, first));
                rows.push(Row::SourceMore(elided(rest.trim_start(), note(view), room)));
            }
            _ => rows.push(Row::Source(numbers, cited.reliability, elided(&cited.label, note(view), room))),
        }
    }
    rows
}

fn text_rows(view: &View<'_>, paragraphs: &[String], width: f64) -> Vec<Row> {
    paragraphs.iter().flat_map(|p| break_lines(p, note(view), width as f32)).map(Row::Text).collect()
}

/// A note of the facts in the language of the page.
fn wording(view: &View<'_>, key: &str) -> Option<String> {
    view.world.notes.get(key).and_then(|texts| view.name(texts)).map(str::to_owned)
}

/// Everything that must be known about the picture, as it is printed.
pub struct Notes {
    boundaries: Vec<String>,
    remarks: Option<String>,
    edition: String,
}

impl Notes {
    /// The notes of a map.
    pub fn of_map(view: &View<'_>, shown: &Shown<'_>) -> Self {
        let remarks: Vec<String> = chosen_day(view).into_iter().chain(remarks(view, shown)).collect();
        let remarks = (!remarks.is_empty()).then(|| remarks.join(" "));
        Self { boundaries: boundary_notes(view, shown), remarks, edition: edition(view) }
    }

    /// The notes of the table of who sits in what.
    pub fn of_table(view: &View<'_>) -> Self {
        let star =
            wording(view, "northern_cyprus").filter(|_| table::of(view.world, view.session, view.lang).has_entity());
        let star = star.map(|text| format!("* {text}"));
        let boundaries = star.into_iter().chain([view.lang.text("matrix-undated")]).collect();
        Self { boundaries, remarks: None, edition: edition(view) }
    }

    /// All of them, in the order of the page.
    pub fn into_texts(self) -> Vec<String> {
        self.boundaries.into_iter().chain(self.remarks).chain([self.edition]).collect()
    }
}

/// The note on boundaries; that on Northern Cyprus wherever its area is seen or the title names it. A star leads to it
/// where its own name stands.
fn boundary_notes(view: &View<'_>, shown: &Shown<'_>) -> Vec<String> {
    let mut notes: Vec<String> = wording(view, "boundaries").into_iter().collect();
    let is_starred = shown.fills.iter().any(|(_, fill)| fill.is_entity()) || view.is_about_entity();
    if is_starred || shown.entity.is_some() {
        let star = if is_starred { "* " } else { "" };
        notes.extend(wording(view, "northern_cyprus").map(|text| format!("{star}{text}")));
    }
    notes
}

/// That names and standing are those of a day that the reader has chosen.
fn chosen_day(view: &View<'_>) -> Option<String> {
    view.session.as_of?;
    let asof = view.lang.format("map-as-of", &[("date", view.lang.date_long(view.day).into())]);
    Some(view.lang.format("map-foot-as-of", &[("asof", asof.into())]))
}

/// "Old extent: Aral Sea, Lake Urmia."
fn old_extent(view: &View<'_>, shown: &Shown<'_>) -> Option<String> {
    let names: Vec<&str> = shown.of_old.iter().filter_map(|at| view.name(&view.base.lakes[*at].water.names)).collect();
    let is_told = view.shows(Layer::Water) && !names.is_empty();
    let words = wording(view, "old_extent").filter(|_| is_told)?;
    Some(format!("{words} {}.", names.join(", ")))
}

/// What must be known to read this picture.
fn remarks(view: &View<'_>, shown: &Shown<'_>) -> Vec<String> {
    let mut keys = Vec::new();
    if view.shows(Layer::Corridors) {
        keys.push("schematic");
        if view.world.edition.is_some_and(|edition| edition != view.day) {
            keys.push("lines_of_edition");
        }
        let mut corridors: Vec<&Corridor> =
            shown.corridors.iter().filter_map(|at| view.world.corridors.get(*at)).collect();
        corridors.sort_by_key(|corridor| &corridor.key);
        keys.extend(corridors.into_iter().filter_map(|corridor| corridor.map_note.as_deref()));
    }
    let is_of_organisation =
        |s: &State| s.status_at(view.day).is_some_and(|change| change.status == Status::ObserverOrganisation);
    let eco = (view.session.selection.is_none() && view.world.states.iter().any(is_of_organisation)).then_some("eco");
    let words = |key: &str| wording(view, key);
    let notes = keys.into_iter().filter_map(words).chain(old_extent(view, shown)).chain(eco.and_then(words));
    parts(view).into_iter().chain(notes).collect()
}

/// Disagreements that a picture names one by one; of more it tells how many there are.
const NAMED: usize = 2;

/// What must be known of who takes part in the selected institution, and on what sources differ about it.
fn parts(view: &View<'_>) -> Vec<String> {
    let (world, lang) = (view.world, view.lang);
    let Some(body) = view.focus.institution.as_ref().and_then(|key| world.institution(key)) else { return Vec::new() };
    let localised = |words: &str| world.localised(words, lang.code()).to_owned();
    let noted = body.members_evidence.as_ref().and_then(|evidence| evidence.note.as_deref());
    let noted =
        noted.map(|note| lang.format("map-foot-parts", &[("text", localised(note).trim_end_matches('.').into())]));
    let id = Id::new(Kind::Institution, body.key.as_str());
    let questions: Vec<String> = world.disagreements_of(&id).map(|point| localised(&point.question)).collect();
    let differ = match questions.len() {
        0 => None,
        1..=NAMED => Some(lang.format("map-foot-differ", &[("questions", questions.join(" ").into())])),
        count => Some(lang.format("map-foot-differ-count", &[("count", count.into())])),
    };
    noted.into_iter().chain(differ).collect()
}

/// "OTS Atlas, edition 2026-11-23", with the view code where it is printed.
fn edition(view: &View<'_>) -> String {
    let edition = view.world.edition.map_or_else(String::new, |day| day.to_string());
    if !view.code {
        return view.lang.format("map-foot-edition", &[("edition", edition.into())]);
    }
    let code = breakable(&crate::session::code::encode(view.session));
    view.lang.format("map-foot-edition-code", &[("edition", edition.into()), ("code", code.into())])
}

/// So many groups of a view code stand in one piece.
const GROUPS: usize = 8;

/// A view code that lines can break: long ones have spaces, which do not matter to who reads them.
fn breakable(code: &str) -> String {
    let groups: Vec<&str> = code.split('-').collect();
    groups.chunks(GROUPS).map(|part| part.join("-")).collect::<Vec<_>>().join(" ")
}
