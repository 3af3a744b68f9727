//! The page of a segment.

use crate::world::{Confidence, Evidence, Id, Kind, LengthBasis, Segment};

use super::page::Page;
use super::words;
use super::{Fact, Row, Story, Symbol, Text, Tone, events, travel};

/// Tells the story of a segment.
pub(super) fn tell(mut page: Page) -> Option<Story> {
    let segment = page.world.segment(&page.id().key)?;
    let mut parts = vec![page.word(words::mode(segment.mode))];
    parts.extend(segment.countries.iter().map(|area| super::names::country(page.world, page.lang, page.day, area).0));
    parts.extend(segment.sea.clone());
    page.subtitle(&parts);
    card(&mut page, segment);
    notices(&mut page, segment);
    let mut facts = ends(&mut page, segment);
    facts.extend(measured(&mut page, segment));
    facts.extend(equipment(&mut page, segment));
    page.facts(None, facts);
    for (title, words) in [("story-bottleneck", &segment.bottleneck), ("story-crossing", &segment.crossing)] {
        if let Some(words) = words {
            let text = page.claim(words.clone(), &segment.evidence);
            page.paragraph(title, text);
        }
    }
    page.remark(&page.word("kind-segment"), &segment.evidence);
    belongs(&mut page, segment);
    neighbours(&mut page, segment);
    measures(&mut page, segment);
    page.disagreements();
    events::about(&mut page, None);
    Some(page.finish())
}

/// The card: its state, and of when the evidence is.
fn card(page: &mut Page, segment: &Segment) {
    let mut lines = vec![page.claim(travel::length(page, segment), &segment.evidence)];
    lines.push(match segment.status_as_of {
        None if segment.is_assumed() => Text::plain(page.word("story-service-not-checked")),
        Some(date) => Text::plain(page.say("story-evidence-of", &[("date", page.lang.date(date).into())])),
        None => Text::plain(page.say("story-evidence-as-printed", &[("words", segment.status_date.as_str().into())])),
    });
    let headline = page.word(words::service(segment.service()));
    page.card(travel::symbol(segment), headline, lines, Some(segment.evidence.confidence));
}

/// What must be known: how the length and the course were made, and that the state is that of the edition.
fn notices(page: &mut Page, segment: &Segment) {
    let mut lines = Vec::new();
    let key = match travel::basis(segment) {
        LengthBasis::Computed => Some("story-length-is-computed"),
        LengthBasis::Memory => Some("story-length-is-recalled"),
        LengthBasis::Official | LengthBasis::Published | LengthBasis::Derived => None,
    };
    lines.extend(key.map(|key| Text::plain(page.word(key))));
    let remarks = [("story-length-check", &segment.length_check), ("story-shorter", &segment.shorter_because)];
    for (key, words) in remarks {
        lines.extend(words.as_ref().map(|words| Text::plain(page.say(key, &[("text", words.as_str().into())]))));
    }
    if let Some(remark) = segment.status_remark() {
        lines.push(Text::plain(page.say("story-status-evidence", &[("words", remark.into())])));
    }
    if let (false, Some(edition)) = (page.is_current(), page.world.edition) {
        let date = page.lang.date(edition);
        lines.push(Text::plain(page.say("story-building-of-edition", &[("date", date.into())])));
    }
    let title = page.word("story-uncertain");
    page.notice(Tone::Uncertain, title, lines);
}

/// Where it begins and ends.
fn ends(page: &mut Page, segment: &Segment) -> Vec<Fact> {
    [("story-from", &segment.from), ("story-to", &segment.to)]
        .into_iter()
        .map(|(label, key)| {
            let link = page.link(&Id::new(Kind::Node, &**key));
            page.labelled(page.word(label), Text(vec![link]), &without_note(&segment.evidence))
        })
        .collect()
}

/// Evidence whose note is told elsewhere.
fn without_note(evidence: &Evidence) -> Evidence {
    Evidence { note: None, ..evidence.clone() }
}

/// Length with its basis, the drawn line, gauge.
fn measured(page: &mut Page, segment: &Segment) -> Vec<Fact> {
    let evidence = without_note(&segment.evidence);
    let mut facts = Vec::new();
    match &segment.length {
        Some(length) => {
            let basis = page.word(words::basis(length.basis));
            // What is computed rests on the drawn line and on no source.
            let computed = Evidence { sources: Vec::new(), ..evidence.clone() };
            let (evidence, bound) = match length.basis {
                LengthBasis::Computed => (&computed, "≥ "),
                _ => (&evidence, ""),
            };
            facts.push(page.fact("story-length", format!("{bound}{}", page.lang.km(length.km)), evidence));
            let words = match length.basis {
                // The wording says how it was computed, which the notice says in the language of the reader.
                LengthBasis::Computed | LengthBasis::Memory => basis,
                _ if length.wording.to_lowercase().starts_with(&basis.to_lowercase()) => length.wording.clone(),
                _ if length.wording.is_empty() => basis,
                _ => format!("{basis}: {}", length.wording),
            };
            facts.push(page.fact("story-length-basis", words, evidence));
        }
        None => facts.push(page.not_found("story-length")),
    }
    let drawn = page.lang.km(segment.great_circle_km);
    facts.push(Fact { label: page.word("story-drawn-length"), value: Text::plain(drawn), confidence: None });
    facts
}

/// Gauge, tracks, power, operator, opening; what was recalled says so.
fn equipment(page: &mut Page, segment: &Segment) -> Vec<Fact> {
    let evidence = without_note(&segment.evidence);
    // The sources bear the line and not what was recalled about it.
    let recalled = Evidence { confidence: Confidence::Low, sources: Vec::new(), ..evidence.clone() };
    let is_recalled = segment.tracks_basis == "memory";
    let mut facts = Vec::new();
    if let Some(gauge) = &segment.gauge {
        let words = match gauge.as_str() {
            "1520" | "1435" | "1668" | "1000" => page.say("unit-mm", &[("number", gauge.as_str().into())]),
            "both" => page.word("story-both-gauges"),
            other => other.to_owned(),
        };
        facts.push(page.fact("story-gauge", words, &evidence));
    }
    let basis = if is_recalled { &recalled } else { &evidence };
    for (label, words) in [("story-electrified", &segment.electrified), ("story-tracks", &segment.tracks)] {
        facts.extend(words.as_ref().map(|words| yes_no_fact(page, label, words, basis)));
    }
    // Years before 1990 were not looked up: the register of lines gives them as orientation only.
    let is_old = |words: &String| words.get(..4).and_then(|year| year.parse::<i16>().ok()).is_some_and(|it| it < 1990);
    let opened = if segment.opened.as_ref().is_some_and(is_old) { &recalled } else { &evidence };
    let rows = [("story-operator", &segment.operator, &evidence), ("story-opened", &segment.opened, opened)];
    for (label, words, evidence) in rows {
        facts.push(match words {
            Some(words) => page.fact(label, words.clone(), evidence),
            None => page.not_found(label),
        });
    }
    facts
}

/// A fact whose value may be yes, no or unknown.
fn yes_no_fact(page: &mut Page, label: &str, words: &str, evidence: &Evidence) -> Fact {
    match words {
        "yes" => page.fact(label, page.word("word-yes"), evidence),
        "no" => page.fact(label, page.word("word-no"), evidence),
        "unknown" | "" => page.not_found(label),
        other => page.fact(label, other, evidence),
    }
}

/// The corridors that it belongs to.
fn belongs(page: &mut Page, segment: &Segment) {
    let rows = segment.corridors.iter().map(|key| page.row(Symbol::Corridor, &Id::new(Kind::Corridor, &**key)));
    let rows: Vec<Row> = rows.collect();
    page.list("story-belongs-to", String::new(), rows, 4);
}

/// Segments that begin or end where it begins or ends.
fn neighbours(page: &mut Page, segment: &Segment) {
    let ends = [&segment.from, &segment.to];
    let meets =
        |other: &&Segment| other.key != segment.key && (ends.contains(&&other.from) || ends.contains(&&other.to));
    let rows: Vec<Row> = page.world.segments.iter().filter(meets).map(|other| travel::row(page, other)).collect();
    page.list("story-neighbours", String::new(), rows, 5);
}

/// Customs measures that hold between the countries that it joins, or between its ports.
fn measures(page: &mut Page, segment: &Segment) {
    let found = page.world.measures_along(segment);
    let rows: Vec<Row> = found.into_iter().map(|measure| super::measure::row(page, measure)).collect();
    page.list("story-measures-shared", String::new(), rows, 3);
}
