//! The page as JSON: keys do not depend on the language, numbers are numbers.

use serde_json::{Value, json};

use crate::story::{Block, Fact, Row, Series, Share, ShareKind, Span, Story, Symbol, Text, Tone};
use crate::world::{Confidence, LengthBasis, SegmentStatus, Service};

/// The page as JSON.
#[must_use]
pub fn json(story: &Story) -> Value {
    let sources = story.sources.iter().enumerate().map(|(at, source)| {
        json!({
            "number": at + 1,
            "key": source.key,
            "label": source.label,
            "url": source.url,
            "reliability": source.reliability.map(confidence),
        })
    });
    json!({
        "id": story.id.to_string(),
        "title": story.title,
        "subtitle": story.subtitle,
        "card": story.card.as_ref().map(|card| json!({
            "symbol": symbol(card.symbol),
            "headline": card.headline,
            "lines": card.lines.iter().map(text).collect::<Vec<_>>(),
            "confidence": card.confidence.map(confidence),
        })),
        "blocks": story.blocks.iter().map(block).collect::<Vec<_>>(),
        "sources": sources.collect::<Vec<_>>(),
    })
}

/// One block.
fn block(block: &Block) -> Value {
    match block {
        Block::Facts { title, facts } => {
            json!({ "type": "facts", "title": title, "facts": facts.iter().map(fact).collect::<Vec<_>>() })
        }
        Block::Paragraph { title, text: words } => json!({ "type": "paragraph", "title": title, "text": text(words) }),
        Block::List { title, trailing, rows, .. } => json!({
            "type": "list",
            "title": title,
            "trailing": trailing,
            "rows": rows.iter().map(row).collect::<Vec<_>>(),
        }),
        Block::Shares { title, trailing, bars } => json!({
            "type": "shares",
            "title": title,
            "trailing": trailing,
            "bars": bars.iter().map(|bar| bar.iter().map(share).collect::<Vec<_>>()).collect::<Vec<_>>(),
        }),
        Block::Table(table) => json!({
            "type": "table",
            "title": table.title,
            "head": table.head.iter().map(text).collect::<Vec<_>>(),
            "rows": table.rows.iter().map(|row| json!({
                "label": row.label,
                "cells": row.cells.iter().map(text).collect::<Vec<_>>(),
                "confidence": row.confidence.map(confidence),
            })).collect::<Vec<_>>(),
        }),
        Block::Chart { title, unit, series: all, note } => json!({
            "type": "chart",
            "title": title,
            "unit": unit,
            "series": all.iter().map(series).collect::<Vec<_>>(),
            "note": text(note),
        }),
        Block::Notice { tone, title, lines } => json!({
            "type": "notice",
            "tone": match tone {
                Tone::Caution => "caution",
                Tone::Uncertain => "uncertain",
                Tone::Disagreement => "disagreement",
            },
            "title": title,
            "lines": lines.iter().map(text).collect::<Vec<_>>(),
        }),
    }
}

/// One fact.
fn fact(fact: &Fact) -> Value {
    json!({ "label": fact.label, "value": text(&fact.value), "confidence": fact.confidence.map(confidence) })
}

/// One row.
fn row(row: &Row) -> Value {
    json!({
        "symbol": symbol(row.symbol),
        "id": row.target.as_ref().map(ToString::to_string),
        "label": row.label,
        "detail": row.detail.as_ref().map(text),
        "trailing": row.trailing,
        "confidence": row.confidence.map(confidence),
    })
}

/// One part of a bar.
fn share(share: &Share) -> Value {
    let kind = match share.kind {
        ShareKind::Status(state) => service(state),
        ShareKind::Basis(LengthBasis::Computed | LengthBasis::Memory) => "computed-or-recalled",
        ShareKind::Basis(LengthBasis::Derived) => "derived",
        ShareKind::Basis(LengthBasis::Official | LengthBasis::Published) => "published",
        ShareKind::Sea => "sea",
        ShareKind::Rail => "rail",
        ShareKind::Road => "road",
        ShareKind::Standing(_) => "standing",
    };
    json!({ "kind": kind, "km": share.km, "label": share.label })
}

/// One series.
fn series(series: &Series) -> Value {
    let points = series.points.iter().map(|point| {
        json!({
            "x": point.x,
            "name": point.name,
            "value": point.value,
            "reading": point.reading,
            "emphasis": point.emphasis,
            "confidence": confidence(point.confidence),
            "sources": point.cites,
        })
    });
    json!({ "name": series.name, "points": points.collect::<Vec<_>>() })
}

/// A text: its words, its links, the numbers of its sources.
fn text(text: &Text) -> Value {
    let (mut links, mut cited) = (Vec::new(), Vec::<usize>::new());
    for span in &text.0 {
        match span {
            Span::Plain(_) => {}
            Span::Link(words, id) => links.push(json!({ "text": words, "id": id.to_string() })),
            Span::Cite(numbers) => cited.extend(numbers),
        }
    }
    json!({ "text": text.words(), "links": links, "sources": cited })
}

/// A confidence as the facts write it.
#[must_use]
pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "high",
        Confidence::Medium => "medium",
        Confidence::Low => "low",
    }
}

/// A state of building in one word.
fn building(status: SegmentStatus) -> &'static str {
    match status {
        SegmentStatus::Operational => "operational",
        SegmentStatus::UnderConstruction => "under-construction",
        SegmentStatus::Planned => "planned",
        SegmentStatus::Suspended => "suspended",
    }
}

/// A state of building or service as far as it is known, in one word.
pub(in crate::story) fn service(service: Service) -> &'static str {
    match service {
        Service::Operational => "operational",
        Service::Assumed => "assumed-operational",
        Service::UnderConstruction => "under-construction",
        Service::Planned => "planned",
        Service::Suspended => "suspended",
    }
}

/// A sign in one word.
fn symbol(symbol: Symbol) -> String {
    let word = match symbol {
        Symbol::Rail(status) => return format!("rail-{}", building(status)),
        Symbol::Road(status) => return format!("road-{}", building(status)),
        Symbol::Sea(status) => return format!("sea-{}", building(status)),
        Symbol::Member => "member",
        Symbol::Observer => "observer",
        Symbol::ObserverEntity => "observer-entity",
        Symbol::Organisation => "organisation",
        Symbol::Participant => "participant",
        Symbol::Nothing => "nothing",
        Symbol::Institution => "institution",
        Symbol::Corridor => "corridor",
        Symbol::Port => "port",
        Symbol::Node => "node",
        Symbol::GaugeBreak => "gauge-break",
        Symbol::Event => "event",
        Symbol::Measure => "measure",
        Symbol::Source => "source",
    };
    word.to_owned()
}
