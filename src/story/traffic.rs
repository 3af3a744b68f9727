//! What moves: figures in charts, never two reporting bases in one line.

use crate::world::{Confidence, Corridor, TrafficFigure};

use super::page::Page;
use super::{Block, Datum, Row, Series, Span, Symbol, Text};

/// Years that make a chart worth looking at.
const LEAST_YEARS: usize = 3;

/// Figures for whole years on one reporting basis and in one unit, in order of time.
pub(super) struct Yearly<'a> {
    /// Reporting basis as printed.
    basis: &'a str,
    /// Unit as printed.
    unit: &'a str,
    figures: Vec<&'a TrafficFigure>,
}

/// Whether a figure is about a whole year that has passed.
fn is_whole_year(figure: &TrafficFigure) -> bool {
    figure.period == "year" && figure.value.is_some() && figure.year.is_some()
}

/// The series of figures long enough for a chart, longest first.
pub(super) fn series<'a>(figures: &[&'a TrafficFigure], until: i16) -> Vec<Yearly<'a>> {
    let mut all: Vec<Yearly<'a>> = Vec::new();
    for figure in figures.iter().filter(|figure| is_whole_year(figure) && figure.year.is_some_and(|y| y <= until)) {
        match all.iter_mut().find(|series| series.basis == figure.basis && series.unit == figure.unit) {
            Some(series) => series.figures.push(figure),
            None => all.push(Yearly { basis: &figure.basis, unit: &figure.unit, figures: vec![figure] }),
        }
    }
    all.retain(|series| series.figures.len() >= LEAST_YEARS);
    for series in &mut all {
        series.figures.sort_by_key(|figure| figure.year);
    }
    all.sort_by_key(|series| std::cmp::Reverse(series.figures.len()));
    all
}

/// Figures about a corridor.
pub(super) fn of_corridor<'a>(page: &Page<'a>, corridor: &Corridor) -> Vec<&'a TrafficFigure> {
    page.world.traffic.iter().filter(|figure| figure.corridor.as_deref() == Some(&*corridor.key)).collect()
}

/// Adds a chart of one series, with its reporting basis and sources below.
pub(super) fn chart(page: &mut Page, subject: &str, yearly: &Yearly) {
    let most = yearly.figures.iter().filter_map(|figure| figure.value).fold(0.0, f64::max);
    let (scale, scale_key, decimals) = if most >= 1e6 {
        (1e6, Some("unit-million"), 2)
    } else if most >= 1e4 {
        (1e3, Some("unit-thousand"), 1)
    } else {
        (1.0, None, 0)
    };
    let unit_word = unit(page, yearly.unit);
    let unit = match scale_key {
        Some(key) => page.say(key, &[("unit", unit_word.into())]),
        None => unit_word,
    };
    let last = yearly.figures.len().saturating_sub(1);
    let mut points: Vec<Datum> = Vec::new();
    let mut cited: Vec<usize> = Vec::new();
    for (at, figure) in yearly.figures.iter().enumerate() {
        let (Some(year), Some(value)) = (figure.year, figure.value) else { continue };
        let value = value / scale;
        let reading = page.say(
            "story-reading",
            &[
                ("year", year.to_string().into()),
                ("value", page.lang.number(value, decimals).into()),
                ("unit", unit.as_str().into()),
                ("basis", yearly.basis.into()),
            ],
        );
        let cites = page.numbers(&figure.evidence);
        cited.extend(&cites);
        let (x, name, confidence) = (f64::from(year), year.to_string(), figure.evidence.confidence);
        points.push(Datum { x, name, value, reading, emphasis: at == last, confidence, cites });
    }
    cited.sort_unstable();
    cited.dedup();
    let mut note = Text::plain(page.say("story-basis", &[("basis", yearly.basis.into())]));
    if let Some(change) = change(page, &points) {
        note = note.and(format!(" {change}"));
    }
    note.0.push(Span::Cite(cited));
    let title = page.say("story-chart-title", &[("subject", subject.into()), ("unit", unit.as_str().into())]);
    let series = vec![Series { name: yearly.basis.to_owned(), points }];
    page.block(Block::Chart { title, unit, series, note });
}

/// "2025 is 8.1 % below 2024."
fn change(page: &Page, points: &[Datum]) -> Option<String> {
    let [.., before, last] = points else { return None };
    if before.value <= 0.0 {
        return None;
    }
    let percent = (last.value / before.value - 1.0) * 100.0;
    let key = if percent < 0.0 { "story-change-below" } else { "story-change-above" };
    let values = [
        ("last", last.name.as_str().into()),
        ("before", before.name.as_str().into()),
        ("percent", page.lang.number(percent.abs(), 1).into()),
    ];
    Some(page.say(key, &values))
}

/// The word for a unit that the interface knows, else the unit as printed.
fn unit(page: &Page, printed: &str) -> String {
    match printed {
        "tonnes" => page.word("unit-tonnes"),
        "TEU" => page.word("unit-teu"),
        other => other.to_owned(),
    }
}

/// Adds a chart for each long series and lists every other figure with its own basis.
pub(super) fn show(page: &mut Page, subject: &str, figures: &[&TrafficFigure]) {
    let until = page.day.year();
    let all = series(figures, until);
    for yearly in &all {
        chart(page, subject, yearly);
    }
    let shown: Vec<&TrafficFigure> = figures.iter().copied().filter(|it| is_told(page, it, until)).collect();
    let charted = |figure: &TrafficFigure| all.iter().any(|s| s.figures.iter().any(|f| std::ptr::eq(*f, figure)));
    let (mut ahead, mut rest): (Vec<&TrafficFigure>, Vec<&TrafficFigure>) =
        shown.into_iter().filter(|figure| !charted(figure)).partition(|figure| is_ahead(figure, until));
    ahead.sort_by_key(|figure| figure.year);
    rest.sort_by_key(|figure| std::cmp::Reverse(figure.year));
    for (title, figures) in [("story-figures", rest), ("story-figures-ahead", ahead)] {
        let rows: Vec<Row> = figures.into_iter().map(|figure| row(page, figure)).collect();
        page.list(title, String::new(), rows, 4);
    }
}

/// Whether a figure is about a year that has not begun: a target or a forecast.
fn is_ahead(figure: &TrafficFigure, until: i16) -> bool {
    figure.year.is_some_and(|year| year > until)
}

/// Whether the page may tell a figure. For a day in the past it is not known which targets had been published.
fn is_told(page: &Page, figure: &TrafficFigure, until: i16) -> bool {
    page.is_current() || !is_ahead(figure, until)
}

/// One figure as a row: the value, with its time and its basis below.
fn row(page: &mut Page, figure: &TrafficFigure) -> Row {
    let unit = unit(page, &figure.unit);
    let label = match figure.value {
        Some(value) if figure.value_wording.parse::<f64>().is_ok() => {
            let decimals = usize::from(value.fract().abs() > 1e-9);
            format!("{} {unit}", page.lang.number(value, decimals))
        }
        _ if figure.value_wording == "unknown" => page.say("story-no-figure", &[("unit", unit.into())]),
        _ => format!("{} {unit}", figure.value_wording),
    };
    let period = match figure.period.as_str() {
        "year" => String::new(),
        other => format!(", {other}"),
    };
    let year = figure.year.map_or_else(|| page.word("word-date-not-found"), |year| year.to_string());
    let basis = figure.basis.trim_matches('-');
    let mut detail = Text::plain(figure.subject.clone());
    if !basis.is_empty() {
        detail = detail.and(", ").and(page.say("story-basis-short", &[("basis", basis.into())]));
    }
    if let Some(note) = &figure.evidence.note {
        detail = detail.and(format!("; {note}"));
    }
    let confidence =
        (figure.evidence.confidence > Confidence::Low || figure.value.is_some()).then_some(figure.evidence.confidence);
    let detail = if figure.evidence.sources.is_empty() { detail } else { page.support(detail, &figure.evidence) };
    Row { detail: Some(detail), trailing: format!("{year}{period}"), confidence, ..Row::new(Symbol::Source, label) }
}

impl Yearly<'_> {
    /// Number of years.
    pub(super) fn len(&self) -> usize {
        self.figures.len()
    }
}
