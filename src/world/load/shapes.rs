//! The base map: areas, boundaries, lakes, rivers and places.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use crate::world::{Boundary, BoundaryStatus, Geography, Land, Parts, Place, PlaceKind, Ring, Scale, Water};

use super::features::{Nest, features};
use super::files::Files;
use super::packed;
use super::problem::{Problem, ProblemKind};

/// Whether a point is a longitude and a latitude in degrees.
pub(super) fn check_point([lon, lat]: [f64; 2]) -> Result<(), ProblemKind> {
    let inside = |value: f64, limit: f64| value.is_finite() && value.abs() <= limit;
    let hint = if inside(lon, 180.0) && inside(lat, 90.0) {
        return Ok(());
    } else if inside(lon, 90.0) && inside(lat, 180.0) {
        format!("{lon}, {lat} looks as if latitude came first")
    } else if lon.abs() > 1000.0 || lat.abs() > 1000.0 {
        format!("{lon}, {lat} looks like projected metres")
    } else {
        format!("{lon}, {lat} lies outside the world")
    };
    Err(ProblemKind::Coordinates(hint))
}

#[derive(Deserialize)]
struct RawArea {
    name: Option<String>,
    #[serde(default)]
    names: BTreeMap<String, String>,
    part_of: Option<String>,
    label: Option<[f64; 2]>,
}

#[derive(Deserialize)]
struct RawBoundary {
    left: String,
    right: Option<String>,
    status: BoundaryStatus,
    note: Option<String>,
}

#[derive(Deserialize)]
struct RawWater {
    #[serde(default)]
    name: Option<BTreeMap<String, String>>,
    #[serde(default)]
    rank: u8,
    caption: Option<String>,
}

#[derive(Deserialize)]
struct RawPlace {
    #[serde(default)]
    name: BTreeMap<String, String>,
    local: Option<String>,
    kind: PlaceKind,
    country: Option<String>,
    rank: u8,
}

/// Collects shapes that can be drawn and reports the others.
struct Sieve<'a> {
    file: &'static str,
    line: Option<usize>,
    feature: Option<String>,
    problems: &'a mut Vec<Problem>,
}

impl Sieve<'_> {
    /// Reports something about the feature at hand.
    fn report(&mut self, what: ProblemKind) {
        self.problems.push(Problem {
            file: self.file.to_owned(),
            line: self.line,
            feature: self.feature.clone(),
            what,
        });
    }

    /// A ring or line, unless a position of it lies outside the world.
    fn sound(&mut self, line: Ring) -> Option<Ring> {
        match line.iter().try_for_each(|point| check_point(*point)) {
            Ok(()) => Some(line),
            Err(what) => {
                self.report(what);
                None
            }
        }
    }

    /// A line of two positions or more.
    fn line(&mut self, line: Ring) -> Option<Ring> {
        if line.len() < 2 {
            self.report(ProblemKind::Shape(format!("a line of {} positions", line.len())));
            return None;
        }
        self.sound(line)
    }

    /// A closed ring of four positions or more.
    fn ring(&mut self, ring: Ring) -> Option<Ring> {
        if ring.len() < 4 {
            self.report(ProblemKind::Shape(format!("a ring of {} positions", ring.len())));
            return None;
        }
        if ring.first() != ring.last() {
            self.report(ProblemKind::Shape("a ring that is not closed".to_owned()));
            return None;
        }
        self.sound(ring)
    }

    /// A polygon with the rings of it that can be drawn; none without an outer ring.
    fn polygon(&mut self, rings: Vec<Ring>) -> Option<Vec<Ring>> {
        let mut rings = rings.into_iter();
        let Some(outer) = rings.next() else {
            self.report(ProblemKind::Shape("a polygon without rings".to_owned()));
            return None;
        };
        let mut polygon = vec![self.ring(outer)?];
        polygon.extend(rings.filter_map(|hole| self.ring(hole)));
        Some(polygon)
    }

    /// Polygons of an area or a lake. What the program carries was looked at when it was tested.
    fn polygons(&mut self, geometry: Nest) -> Parts {
        let parts = match geometry {
            Nest::Packed(bytes) => return self.packed(packed::parts(bytes, true)),
            Nest::Lines(rings) => self.polygon(rings).into_iter().collect(),
            Nest::Polygons(polygons) => polygons.into_iter().filter_map(|rings| self.polygon(rings)).collect(),
            Nest::Line(empty) if empty.is_empty() => {
                self.report(ProblemKind::Shape("a polygon without rings".to_owned()));
                Vec::new()
            }
            _ => {
                self.report(ProblemKind::Shape("a Polygon or MultiPolygon was expected".to_owned()));
                Vec::new()
            }
        };
        Parts::new(parts)
    }

    /// Parts that the program carries.
    fn packed(&mut self, parts: Option<Parts>) -> Parts {
        parts.unwrap_or_else(|| {
            self.report(ProblemKind::Shape("other coordinates were expected".to_owned()));
            Parts::new(Vec::new())
        })
    }

    /// Lines of a river or a boundary.
    fn strands(&mut self, geometry: Nest) -> Parts {
        let lines = match geometry {
            Nest::Packed(bytes) => return self.packed(packed::parts(bytes, false)),
            Nest::Line(line) => vec![line],
            Nest::Lines(lines) => lines,
            _ => {
                self.report(ProblemKind::Shape("a LineString or MultiLineString was expected".to_owned()));
                Vec::new()
            }
        };
        Parts::new(lines.into_iter().filter_map(|line| self.line(line)).map(|line| vec![line]).collect())
    }
}

/// Areas and boundaries of one scale; names and labels go into the geography where one is given.
pub(super) fn land(
    files: &Files,
    scale: Scale,
    mut geography: Option<&mut Geography>,
    problems: &mut Vec<Problem>,
) -> Land {
    let (areas, boundaries) = match scale {
        Scale::Far => ("geo/areas-50m.geojson", "geo/boundaries-50m.geojson"),
        Scale::Near => ("geo/areas-10m.geojson", "geo/boundaries-10m.geojson"),
    };
    let mut land = Land::default();
    for (line, feature) in features::<RawArea>(files, areas, problems) {
        let mut sieve = Sieve { file: areas, line, feature: None, problems };
        let Some(key) = feature.id else {
            sieve.report(ProblemKind::Row("the feature has no id".to_owned()));
            continue;
        };
        sieve.feature = Some(format!("area {key}"));
        let polygons = sieve.polygons(feature.geometry);
        if let Some(geography) = geography.as_deref_mut() {
            if !feature.properties.names.contains_key("en") && feature.properties.name.is_none() {
                sieve.report(ProblemKind::NoEnglish);
            }
            if let Some(whole) = feature.properties.part_of {
                geography.part_of.insert(key.clone(), whole);
            }
            match feature.properties.label.map(|point| (point, check_point(point))) {
                Some((point, Ok(()))) => _ = geography.labels.insert(key.clone(), point),
                Some((_, Err(what))) => sieve.report(what),
                None => {}
            }
            let mut names = feature.properties.names;
            if let Some(name) = feature.properties.name {
                names.entry("en".to_owned()).or_insert(name);
            }
            geography.names.insert(key.clone(), names);
        }
        if land.areas.insert(key, polygons).is_some() {
            sieve.report(ProblemKind::DuplicateId);
        }
    }
    for (line, feature) in features::<RawBoundary>(files, boundaries, problems) {
        let raw = feature.properties;
        let name = format!("boundary {}–{}", raw.left, raw.right.as_deref().unwrap_or("sea"));
        let mut sieve = Sieve { file: boundaries, line, feature: Some(name), problems };
        for side in [Some(&raw.left), raw.right.as_ref()].into_iter().flatten() {
            if !land.areas.contains_key(side) {
                sieve.report(ProblemKind::Unknown("area", side.clone()));
            }
        }
        let lines = sieve.strands(feature.geometry);
        let RawBoundary { left, right, status, note } = raw;
        land.boundaries.push(Boundary { left, right, status, note, lines });
    }
    land
}

/// Lakes or rivers.
pub(super) fn waters(files: &Files, file: &'static str, closed: bool, problems: &mut Vec<Problem>) -> Vec<Arc<Water>> {
    let found = features::<RawWater>(files, file, problems);
    found
        .into_iter()
        .map(|(line, feature)| {
            let names = feature.properties.name.unwrap_or_default();
            let name = names.get("en").cloned();
            let mut sieve = Sieve { file, line, feature: name, problems };
            if sieve.feature.is_none() && !names.is_empty() {
                sieve.report(ProblemKind::NoEnglish);
            }
            let parts = if closed { sieve.polygons(feature.geometry) } else { sieve.strands(feature.geometry) };
            Arc::new(Water { names, rank: feature.properties.rank, caption: feature.properties.caption, parts })
        })
        .collect()
}

/// Capitals, cities and names of seas.
pub(super) fn places(files: &Files, problems: &mut Vec<Problem>) -> Vec<Place> {
    let file = "geo/places.geojson";
    let mut places = Vec::new();
    for (line, feature) in features::<RawPlace>(files, file, problems) {
        let raw = feature.properties;
        let mut names = raw.name;
        let mut sieve = Sieve { file, line, feature: names.get("en").cloned(), problems };
        if sieve.feature.is_none() {
            sieve.report(ProblemKind::NoEnglish);
        }
        names.extend(raw.local.map(|local| ("local".to_owned(), local)));
        let Some(Nest::Point(point)) = feature.geometry.unpacked() else {
            sieve.report(ProblemKind::Shape("a place is a Point".to_owned()));
            continue;
        };
        match check_point(point) {
            Ok(()) => places.push(Place { names, kind: raw.kind, country: raw.country, rank: raw.rank, point }),
            Err(what) => sieve.report(what),
        }
    }
    places
}
