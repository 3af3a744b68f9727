//! Corridors, traffic and customs measures; segments and nodes with their courses.

use serde::Deserialize;

use crate::date::Date;
use crate::world::{
    Area, Confidence, Corridor, CustomsMeasure, Length, LengthBasis, MeasurePair, Mode, Node, NodeKind, Segment,
    SegmentStatus, TrafficFigure,
};

use super::features::{Feature, Nest, features};
use super::problem::{Problem, ProblemKind};
use super::rows::{RawClaim, Reader, evidence};
use super::shapes;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCorridor {
    key: String,
    name: String,
    abbreviation: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
    description: String,
    instrument: String,
    length_wording: String,
    transit_wording: String,
    members: String,
    #[serde(default)]
    areas: Vec<Area>,
    parts: Option<u16>,
    parts_because: Option<String>,
    caution: Option<RawClaim<String>>,
    #[serde(default)]
    named_on: Vec<String>,
    map_note: Option<String>,
    #[serde(default)]
    sources: Vec<String>,
    confidence: Confidence,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFigure {
    corridor: Option<String>,
    #[serde(default)]
    nodes: Vec<String>,
    subject: Option<String>,
    year: Option<i16>,
    period: String,
    value: Option<f64>,
    wording: Option<String>,
    unit: String,
    #[serde(default)]
    basis: String,
    #[serde(default)]
    sources: Vec<String>,
    confidence: Confidence,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMeasure {
    key: String,
    name: String,
    body: String,
    #[serde(default)]
    states: Vec<String>,
    states_wording: String,
    milestones: String,
    status: String,
    #[serde(default)]
    areas: Vec<Area>,
    #[serde(default)]
    institutions: Vec<String>,
    #[serde(default)]
    corridors: Vec<String>,
    #[serde(default)]
    pairs: Vec<MeasurePair>,
    #[serde(default)]
    ports: Vec<String>,
    #[serde(default)]
    sources: Vec<String>,
    confidence: Confidence,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSegment {
    corridors: Vec<String>,
    from: String,
    to: String,
    mode: Mode,
    #[serde(default)]
    countries: Vec<String>,
    sea: Option<String>,
    status: SegmentStatus,
    status_date: String,
    #[serde(default)]
    contested: bool,
    status_as_of: Option<Date>,
    length_km: Option<f64>,
    length_basis: Option<LengthBasis>,
    #[serde(default)]
    length_wording: String,
    shorter_because: Option<String>,
    length_check: Option<String>,
    great_circle_km: f64,
    longest_leg_km: Option<f64>,
    gauge: Option<String>,
    electrified: Option<String>,
    tracks: Option<String>,
    #[serde(default)]
    tracks_basis: String,
    opened: Option<String>,
    operator: Option<String>,
    bottleneck: Option<String>,
    crossing: Option<String>,
    course: String,
    #[serde(default)]
    sources: Vec<String>,
    confidence: Confidence,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNode {
    #[serde(default)]
    name: String,
    local_name: Option<String>,
    country: String,
    within: Option<String>,
    kind: NodeKind,
    #[serde(default)]
    gauge_break: bool,
    notes: Option<String>,
    point_source: String,
    #[serde(default)]
    sources: Vec<String>,
    confidence: Confidence,
    note: Option<String>,
}

/// File of the segments.
pub(super) const SEGMENTS: &str = "geo/segments.geojson";
/// File of the nodes.
pub(super) const NODES: &str = "geo/nodes.geojson";

impl Reader<'_> {
    /// `facts/corridors.toml`.
    pub fn corridors(&mut self) -> Vec<Corridor> {
        let rows = self.rows::<RawCorridor>("facts/corridors.toml", "corridor");
        rows.into_iter()
            .map(|raw| Corridor {
                key: raw.key,
                name: raw.name,
                abbreviation: raw.abbreviation,
                aliases: raw.aliases,
                description: raw.description,
                instrument: raw.instrument,
                length_wording: raw.length_wording,
                transit_wording: raw.transit_wording,
                members: raw.members,
                caution: raw.caution.map(Into::into),
                named_on: raw.named_on,
                map_note: raw.map_note,
                areas: raw.areas,
                parts: raw.parts.unwrap_or(1),
                parts_because: raw.parts_because,
                evidence: evidence(raw.sources, raw.confidence, raw.note),
            })
            .collect()
    }

    /// `facts/traffic.toml`.
    pub fn traffic(&mut self) -> Vec<TrafficFigure> {
        let rows = self.rows::<RawFigure>("facts/traffic.toml", "figure");
        rows.into_iter()
            .map(|raw| TrafficFigure {
                subject: raw.subject.or_else(|| raw.corridor.clone()).unwrap_or_default(),
                corridor: raw.corridor,
                nodes: raw.nodes,
                year: raw.year,
                period: raw.period,
                value_wording: raw.wording.or_else(|| raw.value.map(|v| v.to_string())).unwrap_or_default(),
                value: raw.value,
                unit: raw.unit,
                basis: raw.basis,
                evidence: evidence(raw.sources, raw.confidence, raw.note),
            })
            .collect()
    }

    /// `facts/measures.toml`.
    pub fn measures(&mut self) -> Vec<CustomsMeasure> {
        let rows = self.rows::<RawMeasure>("facts/measures.toml", "measure");
        rows.into_iter()
            .map(|raw| CustomsMeasure {
                key: raw.key,
                name: raw.name,
                body: raw.body,
                states: raw.states,
                states_wording: raw.states_wording,
                pairs: raw.pairs,
                ports: raw.ports,
                milestones: raw.milestones,
                status: raw.status,
                institutions: raw.institutions,
                corridors: raw.corridors,
                areas: raw.areas,
                evidence: evidence(raw.sources, raw.confidence, raw.note),
            })
            .collect()
    }

    /// `geo/nodes.geojson`.
    pub fn nodes(&mut self) -> Vec<Node> {
        let mut nodes = Vec::new();
        let mut lines = Vec::new();
        for (line, feature) in features::<RawNode>(self.files, NODES, self.problems) {
            match node(feature) {
                Ok(node) => {
                    nodes.push(node);
                    lines.extend(line);
                }
                Err((feature, what)) => {
                    self.problems.push(Problem { file: NODES.to_owned(), line, feature, what });
                }
            }
        }
        self.lines.insert(NODES, lines);
        nodes
    }

    /// `geo/segments.geojson`.
    pub fn segments(&mut self) -> Vec<Segment> {
        let mut segments = Vec::new();
        let mut lines = Vec::new();
        for (line, feature) in features::<RawSegment>(self.files, SEGMENTS, self.problems) {
            match segment(feature) {
                Ok(segment) => {
                    segments.push(segment);
                    lines.extend(line);
                }
                Err((feature, what)) => {
                    self.problems.push(Problem { file: SEGMENTS.to_owned(), line, feature, what });
                }
            }
        }
        self.lines.insert(SEGMENTS, lines);
        segments
    }
}

/// What a feature calls itself, and what is wrong with it.
type Bad = (Option<String>, ProblemKind);

/// A node from its feature.
fn node(feature: Feature<RawNode>) -> Result<Node, Bad> {
    let raw = feature.properties;
    let key = feature.id.ok_or_else(|| (None, ProblemKind::Row("the feature has no id".to_owned())))?;
    let bad = |what| (Some(format!("node {key}")), what);
    let Some(Nest::Point(point)) = feature.geometry.unpacked() else {
        return Err(bad(ProblemKind::Row("a node is a Point".to_owned())));
    };
    shapes::check_point(point).map_err(bad)?;
    Ok(Node {
        key,
        name: raw.name,
        local_name: raw.local_name,
        country: raw.country,
        within: raw.within,
        kind: raw.kind,
        point,
        point_source: raw.point_source,
        gauge_break: raw.gauge_break,
        is_planned: false,
        notes: raw.notes,
        evidence: evidence(raw.sources, raw.confidence, raw.note),
    })
}

/// A segment from its feature.
fn segment(feature: Feature<RawSegment>) -> Result<Segment, Bad> {
    let raw = feature.properties;
    let key = feature.id.ok_or_else(|| (None, ProblemKind::Row("the feature has no id".to_owned())))?;
    let bad = |what| (Some(format!("segment {key}")), what);
    let Some(Nest::Line(line)) = feature.geometry.unpacked() else {
        return Err(bad(ProblemKind::Row("a segment is a LineString".to_owned())));
    };
    if line.len() < 2 {
        return Err(bad(ProblemKind::Shape("a line needs two positions".to_owned())));
    }
    line.iter().try_for_each(|point| shapes::check_point(*point)).map_err(bad)?;
    let length = match (raw.length_km, raw.length_basis) {
        (None, _) => None,
        (Some(_), None) => return Err(bad(ProblemKind::NoBasis)),
        (Some(km), Some(basis)) => Some(Length { km, basis, wording: raw.length_wording }),
    };
    Ok(Segment {
        key,
        corridors: raw.corridors,
        from: raw.from,
        to: raw.to,
        mode: raw.mode,
        countries: raw.countries,
        sea: raw.sea,
        length,
        great_circle_km: raw.great_circle_km,
        shorter_because: raw.shorter_because,
        length_check: raw.length_check,
        longest_leg_km: raw.longest_leg_km,
        gauge: raw.gauge,
        electrified: raw.electrified,
        tracks: raw.tracks,
        tracks_basis: raw.tracks_basis,
        status: raw.status,
        status_date: raw.status_date,
        is_contested: raw.contested,
        status_as_of: raw.status_as_of,
        opened: raw.opened,
        operator: raw.operator,
        bottleneck: raw.bottleneck,
        crossing: raw.crossing,
        course: raw.course,
        line,
        evidence: evidence(raw.sources, raw.confidence, raw.note),
    })
}
