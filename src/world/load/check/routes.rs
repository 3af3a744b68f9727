//! Checks of corridors, segments, nodes, traffic and customs measures.

use std::collections::BTreeMap;

use geo::{Distance, Haversine, Point};

use crate::world::{Corridor, LengthBasis, Segment};

use super::super::routes::{NODES, SEGMENTS};
use super::{Checker, ProblemKind, Row};

const CORRIDORS: &str = "facts/corridors.toml";
const TRAFFIC: &str = "facts/traffic.toml";
const MEASURES: &str = "facts/measures.toml";

/// A line may end this far from its node, in kilometres.
const NEAR_NODE: f64 = 1.0;

/// A length may be this much shorter than the straight line, as a share, and this much more in kilometres, because
/// both are rounded.
const SHORTER: f64 = 0.02;
const ROUNDING: f64 = 0.5;

/// A stored great circle may differ this much from that of the line: a share, or kilometres.
const CIRCLE_SHARE: f64 = 0.005;
const CIRCLE_KM: f64 = 0.2;

/// Great circle between two positions in kilometres.
fn apart(a: [f64; 2], b: [f64; 2]) -> f64 {
    Haversine.distance(Point::from(a), Point::from(b)) / 1000.0
}

impl<'a> Checker<'a> {
    /// Everything about routes.
    pub(super) fn routes(&mut self) {
        let world = self.world;
        self.unique(CORRIDORS, "corridor", world.corridors.iter().map(|it| &it.key));
        for (index, corridor) in world.corridors.iter().enumerate() {
            self.one_corridor(&Row::new(CORRIDORS, index, format!("corridor {}", corridor.key)), corridor);
        }
        self.nodes();
        self.unique(SEGMENTS, "segment", world.segments.iter().map(|it| &it.key));
        for (index, segment) in world.segments.iter().enumerate() {
            let row = Row::new(SEGMENTS, index, format!("segment {}", segment.key));
            self.one_segment(&row, segment);
            self.lengths(&row, segment);
        }
        self.traffic();
        self.measures();
    }

    fn one_corridor(&mut self, row: &Row, corridor: &'a Corridor) {
        self.english(row, &corridor.name);
        self.evidence(row, &corridor.evidence, false);
        self.optional(&row.part("caution"), corridor.caution.as_ref());
        if let Some(key) = &corridor.map_note {
            let there = self.world.notes.contains_key(key);
            self.need(row, there, || ProblemKind::Unknown("note", key.clone()));
        }
        for key in &corridor.named_on {
            let there = self.world.segment(key).is_some();
            self.need(row, there, || ProblemKind::Unknown("segment", key.clone()));
        }
        let found = pieces(self.world.segments_of(&corridor.key));
        let admitted = corridor.parts;
        self.need(row, found <= 1 && admitted == 1 || found == usize::from(admitted), || {
            ProblemKind::Gap(found, admitted)
        });
        self.need(row, admitted == 1 || corridor.parts_because.is_some(), || ProblemKind::PartsUnexplained);
    }

    fn nodes(&mut self) {
        let world = self.world;
        self.unique(NODES, "node", world.nodes.iter().map(|it| &it.key));
        for (index, node) in world.nodes.iter().enumerate() {
            let row = Row::new(NODES, index, format!("node {}", node.key));
            self.english(&row, &node.name);
            self.area(&row, &node.country);
            if let Some(part) = &node.within {
                self.area(&row, part);
            }
            // Coordinates from memory are a reason that the row itself gives.
            self.evidence(&row, &node.evidence, node.is_place_recalled());
        }
    }

    fn one_segment(&mut self, row: &Row, segment: &'a Segment) {
        for key in &segment.corridors {
            let there = self.world.corridor(key).is_some();
            self.need(row, there, || ProblemKind::Unknown("corridor", key.clone()));
        }
        for country in &segment.countries {
            self.area(row, country);
        }
        let ends = [(&segment.from, segment.line.first()), (&segment.to, segment.line.last())];
        for (key, end) in ends {
            match (self.world.node(key), end) {
                (None, _) => self.report(row, ProblemKind::Unknown("node", key.clone())),
                (Some(node), Some(end)) => {
                    let km = apart(node.point, *end);
                    self.need(row, km <= NEAR_NODE, || ProblemKind::EndpointOff(key.clone(), km));
                }
                (Some(_), None) => {}
            }
        }
        // A length that nobody measured is a reason that the row itself gives.
        let weak = |basis| matches!(basis, LengthBasis::Computed | LengthBasis::Derived | LengthBasis::Memory);
        let explained = segment.length.as_ref().is_some_and(|length| weak(length.basis))
            || segment.tracks_basis == "memory"
            || segment.status_as_of.is_none();
        self.evidence(row, &segment.evidence, explained);
    }

    fn lengths(&mut self, row: &Row, segment: &Segment) {
        let line = segment.line.iter().zip(segment.line.iter().skip(1));
        let straight: f64 = line.map(|(a, b)| apart(*a, *b)).sum();
        let stored = segment.great_circle_km;
        let close = (stored - straight).abs() <= (straight * CIRCLE_SHARE).max(CIRCLE_KM);
        self.need(row, close, || ProblemKind::GreatCircle(stored, straight));
        if let Some(length) = &segment.length {
            let long = length.km >= straight * (1.0 - SHORTER) - ROUNDING;
            self.need(row, long || segment.shorter_because.is_some(), || ProblemKind::TooShort(length.km, straight));
        }
    }

    fn traffic(&mut self) {
        let world = self.world;
        for (index, it) in world.traffic.iter().enumerate() {
            let year = it.year.map_or_else(String::new, |year| format!(" {year}"));
            let row = Row::new(TRAFFIC, index, format!("figure of {}{year}, {}", it.subject, it.period));
            if let Some(key) = &it.corridor {
                let there = world.corridor(key).is_some();
                self.need(&row, there, || ProblemKind::Unknown("corridor", key.clone()));
            }
            for key in &it.nodes {
                let there = world.node(key).is_some();
                self.need(&row, there, || ProblemKind::Unknown("node", key.clone()));
            }
            let finite = it.value.is_none_or(f64::is_finite);
            self.need(&row, finite, || ProblemKind::NotANumber);
            self.need(&row, !it.basis.trim().is_empty(), || ProblemKind::NoBasis);
            // A row that says that no figure was found has no source; its note says so.
            if it.value.is_none() && it.value_wording == "unknown" && it.evidence.note.is_some() {
                self.supported(&row, &it.evidence, false);
            } else {
                self.evidence(&row, &it.evidence, it.basis.starts_with("derived"));
            }
        }
    }

    fn measures(&mut self) {
        let world = self.world;
        self.unique(MEASURES, "measure", world.measures.iter().map(|it| &it.key));
        for (index, it) in world.measures.iter().enumerate() {
            let row = Row::new(MEASURES, index, format!("measure {}", it.key));
            self.english(&row, &it.name);
            self.evidence(&row, &it.evidence, false);
            it.states.iter().chain(it.pairs.iter().flat_map(|pair| &pair.states)).for_each(|key| self.state(&row, key));
            for key in &it.ports {
                let there = world.node(key).is_some();
                self.need(&row, there, || ProblemKind::Unknown("node", key.clone()));
            }
            for key in &it.institutions {
                let there = world.institution(key).is_some();
                self.need(&row, there, || ProblemKind::Unknown("institution", key.clone()));
            }
            for key in &it.corridors {
                let there = world.corridor(key).is_some();
                self.need(&row, there, || ProblemKind::Unknown("corridor", key.clone()));
            }
        }
    }
}

/// Number of pieces that segments fall into, where those that share a node hang together.
fn pieces<'s>(segments: impl Iterator<Item = &'s Segment>) -> usize {
    let mut piece_of: BTreeMap<&str, usize> = BTreeMap::new();
    let mut pieces: Vec<Vec<&str>> = Vec::new();
    for segment in segments {
        let mut own = vec![segment.from.as_str(), segment.to.as_str()];
        let mut joined: Vec<usize> = own.iter().filter_map(|node| piece_of.get(node).copied()).collect();
        joined.sort_unstable();
        joined.dedup();
        for piece in joined {
            if let Some(nodes) = pieces.get_mut(piece) {
                own.append(nodes);
            }
        }
        piece_of.extend(own.iter().map(|node| (*node, pieces.len())));
        pieces.push(own);
    }
    pieces.iter().filter(|nodes| !nodes.is_empty()).count()
}
