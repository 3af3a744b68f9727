//! Population, area and gross domestic product, alone and among the others.

use crate::date::Date;
use crate::world::{Indicator, State};

use crate::story::page::Page;
use crate::story::{Block, Datum, Fact, Series, Span, TableRow, Text, Tone};

/// Measures in the order of the page: their names in the facts and their messages.
const MEASURES: [(&str, &str); 3] =
    [("population", "story-population"), ("area_km2", "story-area"), ("gdp_nominal_usd_bn", "story-gdp")];

/// The value as it is read.
fn reading(page: &Page, measure: &str, value: f64) -> String {
    let number = |decimals| page.lang.number(value, decimals);
    match measure {
        "area_km2" => page.say("unit-km2", &[("number", number(0).into())]),
        "gdp_nominal_usd_bn" => {
            let decimals = usize::from(value < 1000.0);
            page.say("unit-usd-bn", &[("number", number(decimals).into())])
        }
        _ => number(0),
    }
}

/// The value of a figure as it is read, and that it is an estimate where it is one.
fn told(page: &Page, indicator: &Indicator, value: f64) -> String {
    let words = reading(page, &indicator.measure, value);
    if indicator.estimate { format!("{words} ({})", page.word("word-estimate")) } else { words }
}

/// "Population, 2024".
fn label(page: &Page, key: &str, date: Option<Date>) -> String {
    match date {
        Some(date) => format!("{}, {}", page.word(key), page.lang.date(date)),
        None => page.word(key),
    }
}

/// The figures that are shown first; an unknown one says so, and where a full set is expected a missing one too.
pub(super) fn facts(page: &mut Page, of_whom: &str, complete: bool) -> Vec<Fact> {
    let world = page.world;
    let mut facts = Vec::new();
    for (measure, key) in MEASURES {
        let all: Vec<&Indicator> =
            world.indicators.iter().filter(|i| i.state == of_whom && i.measure == measure).collect();
        match all.iter().find(|i| i.preferred).or_else(|| all.first()) {
            Some(indicator) => {
                let label = label(page, key, indicator.date);
                let words = match indicator.value {
                    Some(value) => told(page, indicator, value),
                    None => page.word("word-not-found"),
                };
                let mut fact = page.labelled(label, Text::plain(words), &indicator.evidence);
                if indicator.value.is_none() {
                    fact.confidence = None;
                }
                facts.push(fact);
            }
            None if complete => facts.push(page.not_found(key)),
            None => {}
        }
    }
    facts
}

/// What other series say.
pub(super) fn alternatives(page: &mut Page, of: &str) {
    let world = page.world;
    let mut lines = Vec::new();
    for (measure, key) in MEASURES {
        for indicator in world.indicators.iter().filter(|i| i.state == of && i.measure == measure) {
            let (false, Some(value)) = (indicator.preferred, indicator.value) else { continue };
            let label = label(page, key, indicator.date);
            let values = [
                ("label", label.into()),
                ("value", told(page, indicator, value).into()),
                ("series", indicator.series.as_str().into()),
            ];
            let mut text = Text::plain(page.say("story-other-figure", &values));
            if let Some(note) = &indicator.evidence.note {
                text = text.and(format!(" {note}"));
            }
            lines.push(page.support(text, &indicator.evidence));
        }
    }
    let title = page.word("story-other-figures");
    page.notice(Tone::Disagreement, title, lines);
}

/// The figures of the members together, and of members and observers.
pub(in crate::story) fn totals(page: &mut Page) {
    for (of, title) in [("members", "story-members-together"), ("members_and_observers", "story-all-together")] {
        let facts = facts(page, of, false);
        page.facts(Some(title), facts);
        alternatives(page, of);
    }
}

/// The preferred figures of several states, one row for each measure.
pub(super) fn rows(page: &mut Page, states: &[&State]) -> Vec<TableRow> {
    let world = page.world;
    let mut rows = Vec::new();
    for (measure, key) in MEASURES {
        let mut cells = Vec::new();
        for state in states {
            let known = world.indicators.iter().find(|i| i.state == state.key && i.measure == measure && i.preferred);
            let value = known.and_then(|indicator| Some((indicator, indicator.value?)));
            cells.push(match value {
                Some((indicator, value)) => {
                    let year = indicator.date.map_or_else(String::new, |date| format!(" ({})", page.lang.date(date)));
                    let words = format!("{}{year}", told(page, indicator, value));
                    page.claim(words, &indicator.evidence)
                }
                None => Text::plain(page.word("word-not-found")),
            });
        }
        rows.push(TableRow { label: page.word(key), cells, confidence: None });
    }
    rows
}

/// Charts of the states that one series covers, the first one marked.
pub(super) fn compared(page: &mut Page, states: &[&State]) {
    if let Some(first) = states.first() {
        for (measure, key, scale, unit_key) in CHARTS {
            chart(page, first, (measure, key, scale, unit_key), &|state| states.iter().any(|it| it.key == state.key));
        }
    }
}

/// Measures with a chart: their messages, what a unit of the chart stands for, and its message.
const CHARTS: [(&str, &str, f64, &str); 2] = [
    ("population", "story-population", 1e6, "unit-million-people"),
    ("gdp_nominal_usd_bn", "story-gdp", 1.0, "unit-usd-bn-alone"),
];

/// Population and product of all that the same series covers, with this one marked.
pub(super) fn charts(page: &mut Page, state: &State) {
    for kind in CHARTS {
        chart(page, state, kind, &|_| true);
    }
}

/// One chart of one measure by state.
fn chart(
    page: &mut Page,
    state: &State,
    (measure, key, scale, unit_key): (&str, &str, f64, &str),
    is_meant: &dyn Fn(&State) -> bool,
) {
    let world = page.world;
    let is_shown = |i: &&Indicator| i.measure == measure && i.preferred && i.value.is_some();
    let Some(own) = world.indicators.iter().filter(is_shown).find(|i| i.state == state.key) else { return };
    let same: Vec<(&State, &Indicator)> = world
        .states
        .iter()
        .filter(|other| is_meant(other))
        .filter_map(|other| {
            let of = |i: &&Indicator| i.state == other.key && i.series == own.series && i.date == own.date;
            Some((other, world.indicators.iter().filter(is_shown).find(of)?))
        })
        .collect();
    if same.len() < 2 {
        return;
    }
    let mut points = Vec::new();
    let mut cited = Vec::new();
    for (at, (other, indicator)) in same.iter().enumerate() {
        let Some(value) = indicator.value else { continue };
        let name = page.name(&Page::state(&other.key));
        let shown = told(page, indicator, value);
        let cites = page.numbers(&indicator.evidence);
        cited.extend(&cites);
        points.push(Datum {
            x: at as f64,
            reading: format!("{name}: {shown} ({})", indicator.series),
            name,
            value: value / scale,
            emphasis: other.key == state.key,
            confidence: indicator.evidence.confidence,
            cites,
        });
    }
    cited.sort_unstable();
    cited.dedup();
    let mut note = Text::plain(page.say("story-basis", &[("basis", own.series.as_str().into())]));
    note.0.push(Span::Cite(cited));
    let title = label(page, key, own.date);
    let unit = page.word(unit_key);
    let series = vec![Series { name: own.series.clone(), points }];
    page.block(Block::Chart { title, unit, series, note });
}
