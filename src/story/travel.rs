//! Segments as rows, and their lengths as bars.

use crate::world::{Bound, Confidence, Id, Kind, LengthBasis, Mode, Segment, Service};

use super::page::Page;
use super::{Block, Row, Share, ShareKind, Symbol, Text};
use super::{names, words};

/// States of building and service in the order of bars.
const SERVICE: [Service; 5] =
    [Service::Operational, Service::Assumed, Service::UnderConstruction, Service::Planned, Service::Suspended];

/// Kilometres of a segment: its length where known, else along the drawn line.
pub(super) fn km(segment: &Segment) -> f64 {
    segment.length.as_ref().map_or(segment.great_circle_km, |length| length.km)
}

/// Where the kilometres of a segment come from.
pub(super) fn basis(segment: &Segment) -> LengthBasis {
    segment.length.as_ref().map_or(LengthBasis::Computed, |length| length.basis)
}

/// Whether the kilometres rest on nothing better than geometry or general knowledge.
pub(super) fn is_estimate(segment: &Segment) -> bool {
    matches!(basis(segment), LengthBasis::Computed | LengthBasis::Memory)
}

/// The sign of a segment.
pub(super) fn symbol(segment: &Segment) -> Symbol {
    match segment.mode {
        Mode::Rail => Symbol::Rail(segment.status),
        Mode::Road => Symbol::Road(segment.status),
        Mode::Ferry | Mode::ContainerShip => Symbol::Sea(segment.status),
    }
}

/// The length of a segment in short: computed lengths are lower bounds, recalled ones are approximate.
pub(super) fn length(page: &Page, segment: &Segment) -> String {
    let number = page.lang.km(km(segment));
    match Bound::of([basis(segment)]) {
        Bound::Exact => number,
        Bound::AtLeast => page.say("story-at-least", &[("length", number.into())]),
        Bound::About => page.say("story-about", &[("length", number.into())]),
    }
}

/// One row for a segment.
pub(super) fn row(page: &Page, segment: &Segment) -> Row {
    let mode = page.word(words::mode(segment.mode));
    let status = page.word(words::service(segment.service()));
    let basis = page.word(words::basis(basis(segment)));
    let values = [("mode", mode.into()), ("status", status.into()), ("basis", basis.into())];
    let detail = page.say("story-segment-detail", &values);
    Row {
        detail: Some(unconfirmed(page, detail, segment.evidence.confidence)),
        trailing: length(page, segment),
        confidence: Some(segment.evidence.confidence),
        ..page.row(symbol(segment), &Id::new(Kind::Segment, &*segment.key))
    }
}

/// Words, followed by "unconfirmed" where they rest on weak evidence.
fn unconfirmed(page: &Page, words: String, confidence: Confidence) -> Text {
    let text = Text::plain(words);
    if confidence == Confidence::Low { text.and(format!(" ({})", page.word("word-unconfirmed"))) } else { text }
}

/// Sum of kilometres.
pub(super) fn sum(segments: &[&Segment]) -> f64 {
    segments.iter().map(|segment| km(segment)).sum()
}

/// "32 segments, 6 637 km".
pub(super) fn count(page: &Page, segments: &[&Segment]) -> String {
    let values = [("count", segments.len().into()), ("length", page.lang.km(sum(segments)).into())];
    page.say("story-segments-length", &values)
}

/// What the route table says on the state of some segments beside a date; those of which it says the same together.
pub(super) fn remarks(page: &Page, segments: &[&Segment]) -> Vec<Text> {
    let mut remarks: Vec<(&str, Vec<String>)> = Vec::new();
    for segment in segments {
        let Some(remark) = segment.status_remark() else { continue };
        let name = page.name(&Id::new(Kind::Segment, &*segment.key));
        match remarks.iter_mut().find(|(known, _)| *known == remark) {
            Some((_, names)) => names.push(name),
            None => remarks.push((remark, vec![name])),
        }
    }
    let told = remarks.into_iter().map(|(remark, names)| {
        let values = [("segments", page.lang.list(&names).into()), ("words", remark.into())];
        Text::plain(page.say("story-status-remark", &values))
    });
    told.collect()
}

/// Bars of segments by state of building, by where lengths come from, and by mode where there are several.
pub(super) fn bars(page: &mut Page, title: &str, segments: &[&Segment]) {
    if segments.is_empty() {
        return;
    }
    let share = |kind: ShareKind, key: &str, of: &dyn Fn(&Segment) -> bool| {
        let chosen: Vec<&Segment> = segments.iter().copied().filter(|segment| of(segment)).collect();
        let km = sum(&chosen);
        let label = format!("{} {}", page.word(key), page.lang.km(km));
        (!chosen.is_empty()).then_some(Share { kind, km, label })
    };
    let by_status = SERVICE
        .into_iter()
        .filter_map(|state| share(ShareKind::Status(state), words::service(state), &|s| s.service() == state))
        .collect();
    let is_derived = |segment: &Segment| basis(segment) == LengthBasis::Derived;
    let is_published = |segment: &Segment| !is_estimate(segment) && !is_derived(segment);
    let by_basis = [
        share(ShareKind::Basis(LengthBasis::Published), "story-length-published", &is_published),
        share(ShareKind::Basis(LengthBasis::Derived), "story-length-derived", &is_derived),
        share(ShareKind::Basis(LengthBasis::Computed), "story-length-estimated", &is_estimate),
    ];
    let by_mode: Vec<Share> = [
        share(ShareKind::Rail, "mode-rail", &|s| s.mode == Mode::Rail),
        share(ShareKind::Road, "mode-road", &|s| s.mode == Mode::Road),
        share(ShareKind::Sea, "mode-sea", &|s| s.mode.is_sea()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut bars: Vec<Vec<Share>> = vec![by_status, by_basis.into_iter().flatten().collect()];
    if by_mode.len() > 1 {
        bars.push(by_mode);
    }
    let (title, trailing) = (page.word(title), count(page, segments));
    page.block(Block::Shares { title, trailing, bars });
}

/// One row for a place on a corridor.
pub(super) fn node_row(page: &Page, node: &crate::world::Node) -> Row {
    let kind = page.word(words::node(node.kind));
    let country = names::country(page.world, page.lang, page.day, &node.country).0;
    Row {
        detail: Some(unconfirmed(page, kind, node.evidence.confidence)),
        trailing: country,
        confidence: Some(node.evidence.confidence),
        ..page.row(Symbol::of_node(node), &Id::new(Kind::Node, &*node.key))
    }
}

/// Says that the state of building is that of the edition, where the as-of day lies before it.
pub(super) fn state_of_edition(page: &mut Page) {
    if let (false, Some(edition)) = (page.is_current(), page.world.edition) {
        let text = page.say("story-building-of-edition", &[("date", page.lang.date(edition).into())]);
        page.block(Block::Paragraph { title: None, text: Text::plain(text) });
    }
}
