//! Two to eight states side by side: standing through time, figures, roles, lines that they share.

use crate::date::{Date, Day};
use crate::lang::Lang;
use crate::story::page::Page;
use crate::story::{Block, Row, Share, ShareKind, Story, Symbol, Table, TableRow, Text, institution, travel, words};
use crate::world::{Id, Kind, State, World};

use super::{figures, standing};

/// First year of the axis of time.
const FIRST: i16 = 1991;

/// Tells what states have in common and what not; none where the key is no comparison.
pub(in crate::story) fn tell(world: &World, id: &Id, day: Day, lang: &Lang) -> Option<Story> {
    let states = world.compared(&id.key)?;
    let mut page = Page::new(world, id, day, lang);
    let subtitle = page.say("compare-subtitle", &[("date", lang.date_long(day).into())]);
    page.subtitle(&[subtitle]);
    standings(&mut page, &states);
    through_time(&mut page, &states);
    figures(&mut page, &states);
    figures::compared(&mut page, &states);
    let head = heads(&page, &states);
    let rows = institution::roles_beside(&mut page, &states);
    table(&mut page, "story-roles", head, rows);
    corridors(&mut page, &states);
    shared_segments(&mut page, &states);
    Some(page.finish())
}

/// The names of the states, each a link.
fn heads(page: &Page, states: &[&State]) -> Vec<Text> {
    states.iter().map(|state| Text(vec![page.link(&Page::state(&state.key))])).collect()
}

/// Adds a table of the states, unless it has no rows.
fn table(page: &mut Page, title: &str, head: Vec<Text>, rows: Vec<TableRow>) {
    if !rows.is_empty() {
        let title = page.word(title);
        page.block(Block::Table(Table { title, trailing: String::new(), corner: String::new(), head, rows }));
    }
}

/// Standing on the day, and since when.
fn standings(page: &mut Page, states: &[&State]) {
    let mut cells: [Vec<Text>; 2] = Default::default();
    for state in states {
        let (status, since) = match standing::in_force(page, state) {
            Some(change) => {
                let status = Text::plain(page.word(words::status(change.status)));
                let status = page.graded(status, &change.evidence);
                (status, Text::plain(page.lang.date(change.from)))
            }
            None => (Text::plain(page.word("role-none")), Text::default()),
        };
        cells[0].push(status);
        cells[1].push(since);
    }
    let rows = ["story-status", "compare-since"].into_iter().zip(cells);
    let rows = rows.map(|(key, cells)| TableRow { label: page.word(key), cells, confidence: None }).collect();
    table(page, "compare-standing", heads(page, states), rows);
}

/// Standing as bars over one axis of time, up to the as-of day.
fn through_time(page: &mut Page, states: &[&State]) {
    let end = page.day.fraction();
    let start = f64::from(FIRST);
    let mut bars = Vec::new();
    for state in states {
        let name = page.name(&Page::state(&state.key));
        let mut bar = vec![Share { kind: ShareKind::Standing(None), km: 0.0, label: name }];
        let mut at = start;
        let steps: Vec<(f64, Date, _)> =
            state.status.iter().map(|step| (step.from.earliest().fraction(), step.from, step)).collect();
        for (number, (from, date, step)) in steps.iter().enumerate() {
            if *from > end {
                break;
            }
            let until = step.to.map(|to| to.earliest().fraction());
            let next = steps.get(number + 1).map(|(next, ..)| *next);
            let until = until.or(next).unwrap_or(end).min(end);
            if let Some(gap) = bar.first_mut().filter(|_| number == 0) {
                gap.km = (from - at).max(0.0);
            }
            at = *from;
            let values =
                [("status", page.word(words::status(step.status)).into()), ("date", page.lang.date(*date).into())];
            let label = page.say("compare-step", &values);
            bar.push(Share { kind: ShareKind::Standing(Some(step.status)), km: (until - at).max(0.0), label });
            page.cite(&step.evidence);
            at = until;
        }
        if bar.len() == 1 {
            bar[0].km = end - start;
        }
        bars.push(bar);
    }
    let title = page.word("compare-through-time");
    page.block(Block::Shares { title, trailing: format!("{FIRST}–{}", page.day.year()), bars });
}

/// Population, area and product with their years and sources.
fn figures(page: &mut Page, states: &[&State]) {
    let rows = figures::rows(page, states);
    table(page, "compare-figures", heads(page, states), rows);
}

/// Corridors that run through at least two of the states.
fn corridors(page: &mut Page, states: &[&State]) {
    let world = page.world;
    let mut rows: Vec<Row> = Vec::new();
    for corridor in &world.corridors {
        let runs = |state: &&&State| world.segments_of(&corridor.key).any(|it| it.countries.contains(&state.key));
        let through: Vec<String> =
            states.iter().filter(runs).map(|state| page.name(&Page::state(&state.key))).collect();
        if through.len() > 1 {
            let detail = Some(Text::plain(page.lang.list(&through)));
            rows.push(Row { detail, ..page.row(Symbol::Corridor, &Id::new(Kind::Corridor, &*corridor.key)) });
        }
    }
    page.list("compare-corridors", String::new(), rows, 10);
}

/// Segments that lie in two of the states.
fn shared_segments(page: &mut Page, states: &[&State]) {
    let world = page.world;
    let count = |countries: &[String]| states.iter().filter(|state| countries.contains(&state.key)).count();
    let shared = world.segments.iter().filter(|segment| count(&segment.countries) > 1);
    let rows: Vec<Row> = shared.map(|segment| travel::row(page, segment)).collect();
    page.list("compare-segments", String::new(), rows, 8);
}
