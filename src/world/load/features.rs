//! Features of a GeoJSON file one after the other: one bad feature costs that feature only.
//!
//! Coordinates go straight into arrays, without a tree of values in between.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, IgnoredAny, SeqAccess, Visitor};

use super::files::{Files, Lines, text};
use super::packed;
use super::problem::{Problem, ProblemKind};
use super::rows::one_line;

/// A feature with typed properties.
#[derive(Debug, Deserialize)]
pub(super) struct Feature<P> {
    pub id: Option<String>,
    pub properties: P,
    #[serde(deserialize_with = "geometry")]
    pub geometry: Nest,
}

/// Coordinates as deep as they are nested.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Nest {
    /// One number.
    Number(f64),
    /// A position: longitude, latitude.
    Point([f64; 2]),
    /// Positions: a line or a ring.
    Line(Vec<[f64; 2]>),
    /// Lines or rings: a multi-line or a polygon.
    Lines(Vec<Vec<[f64; 2]>>),
    /// Polygons.
    Polygons(Vec<Vec<Vec<[f64; 2]>>>),
    /// Coordinates as the program carries them.
    Packed(&'static [u8]),
}

/// A feature as the program carries it.
#[derive(Deserialize)]
struct PackedFeature<'a, P> {
    id: Option<String>,
    properties: P,
    #[serde(borrow)]
    geometry: PackedGeometry<'a>,
}

#[derive(Deserialize)]
struct PackedGeometry<'a> {
    coordinates: &'a [u8],
}

impl<P> From<PackedFeature<'static, P>> for Feature<P> {
    fn from(packed: PackedFeature<'static, P>) -> Self {
        let PackedFeature { id, properties, geometry } = packed;
        Self { id, properties, geometry: Nest::Packed(geometry.coordinates) }
    }
}

impl Nest {
    /// Packed coordinates unpacked, others as they are; none where the bytes are no coordinates.
    pub fn unpacked(self) -> Option<Self> {
        match self {
            Self::Packed(bytes) => packed::coordinates(bytes),
            nest => Some(nest),
        }
    }
}

impl<'de> Deserialize<'de> for Nest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NestVisitor)
    }
}

struct NestVisitor;

impl<'de> Visitor<'de> for NestVisitor {
    type Value = Nest;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("coordinates")
    }

    fn visit_f64<E>(self, number: f64) -> Result<Nest, E> {
        Ok(Nest::Number(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Nest, E> {
        Ok(Nest::Number(number as f64))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Nest, E> {
        Ok(Nest::Number(number as f64))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Nest, A::Error> {
        let uneven = || serde::de::Error::custom("coordinates are nested unevenly");
        match seq.next_element::<Nest>()? {
            None => Ok(Nest::Line(Vec::new())),
            Some(Nest::Number(lon)) => {
                let lat = seq.next_element::<f64>()?.ok_or_else(uneven)?;
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Nest::Point([lon, lat]))
            }
            Some(Nest::Point(first)) => {
                let mut line = vec![first];
                while let Some(point) = seq.next_element::<Position>()? {
                    line.push(point.0);
                }
                Ok(Nest::Line(line))
            }
            Some(Nest::Line(first)) => {
                let mut lines = vec![first];
                while let Some(next) = seq.next_element::<Nest>()? {
                    let Nest::Line(line) = next else { return Err(uneven()) };
                    lines.push(line);
                }
                Ok(Nest::Lines(lines))
            }
            Some(Nest::Lines(first)) => {
                let mut polygons = vec![first];
                while let Some(next) = seq.next_element::<Nest>()? {
                    let Nest::Lines(polygon) = next else { return Err(uneven()) };
                    polygons.push(polygon);
                }
                Ok(Nest::Polygons(polygons))
            }
            Some(Nest::Polygons(_) | Nest::Packed(_)) => {
                Err(serde::de::Error::custom("coordinates are nested too deep"))
            }
        }
    }
}

/// A position; an altitude is ignored.
struct Position([f64; 2]);

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PositionVisitor;
        impl<'de> Visitor<'de> for PositionVisitor {
            type Value = Position;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a position of longitude and latitude")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Position, A::Error> {
                let short = |length| serde::de::Error::invalid_length(length, &"longitude and latitude");
                let lon = seq.next_element()?.ok_or_else(|| short(0))?;
                let lat = seq.next_element()?.ok_or_else(|| short(1))?;
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Position([lon, lat]))
            }
        }
        deserializer.deserialize_seq(PositionVisitor)
    }
}

/// The coordinates of a geometry that says its type.
fn geometry<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Nest, D::Error> {
    #[derive(Deserialize)]
    struct Geometry {
        r#type: GeometryType,
        coordinates: Nest,
    }
    #[derive(Deserialize)]
    enum GeometryType {
        Point,
        LineString,
        MultiLineString,
        Polygon,
        MultiPolygon,
    }
    let Geometry { r#type, coordinates } = Geometry::deserialize(deserializer)?;
    let fits = match &coordinates {
        Nest::Number(_) | Nest::Packed(_) => false,
        Nest::Point(_) => matches!(r#type, GeometryType::Point),
        Nest::Line(_) => matches!(r#type, GeometryType::LineString),
        Nest::Lines(_) => matches!(r#type, GeometryType::MultiLineString | GeometryType::Polygon),
        Nest::Polygons(_) => matches!(r#type, GeometryType::MultiPolygon),
    };
    // An empty list has no depth to judge by.
    if fits || coordinates == Nest::Line(Vec::new()) {
        Ok(coordinates)
    } else {
        Err(serde::de::Error::custom("coordinates do not fit the type of the geometry"))
    }
}

/// Walks the features of a collection.
struct Walk<'a, P> {
    file: &'static str,
    text: &'a str,
    at: usize,
    lines: Lines<'a>,
    properties: PhantomData<P>,
}

/// Features, each with its line where that is known.
pub(super) type Found<P> = Vec<(Option<usize>, Feature<P>)>;

/// The features of a file.
pub(super) fn features<P: DeserializeOwned>(
    files: &Files,
    file: &'static str,
    problems: &mut Vec<Problem>,
) -> Found<P> {
    let folder = match files {
        Files::Embedded => {
            let found = packed::read::<Vec<PackedFeature<'static, P>>>(file, problems);
            return found.into_iter().map(|it| (None, it.into())).collect();
        }
        Files::Folder(folder) => folder,
    };
    let before = problems.len();
    let text = text(folder, file, problems);
    if problems.len() > before {
        return Vec::new();
    }
    let mut walk = Walk { file, text: &text, at: 0, lines: Lines::new(&text), properties: PhantomData };
    let mut found = Vec::new();
    if let Err(what) = walk.collection(&mut found, problems) {
        let line = Some(walk.lines.at(walk.at));
        problems.push(Problem { file: file.to_owned(), line, feature: None, what });
    }
    found
}

impl<P: DeserializeOwned> Walk<'_, P> {
    /// The rest of the text.
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Steps over white space and the given character.
    fn take(&mut self, wanted: char) -> bool {
        let rest = self.rest();
        let trimmed = rest.trim_start();
        let blank = rest.len() - trimmed.len();
        let there = trimmed.starts_with(wanted);
        self.at += blank + if there { wanted.len_utf8() } else { 0 };
        there
    }

    /// Steps over the given character or says that it is not there.
    fn need(&mut self, wanted: char) -> Result<(), ProblemKind> {
        if self.take(wanted) { Ok(()) } else { Err(ProblemKind::Syntax(format!("“{wanted}” was expected"))) }
    }

    /// One value; on an error in its content the walk still steps over it.
    fn value<T: DeserializeOwned>(&mut self) -> Result<Result<T, String>, ProblemKind> {
        let mut stream = serde_json::Deserializer::from_str(self.rest()).into_iter::<T>();
        let outcome = stream.next();
        let length = stream.byte_offset();
        match outcome {
            Some(Ok(value)) => {
                self.at += length;
                Ok(Ok(value))
            }
            Some(Err(error)) if error.is_data() => {
                let mut skip = serde_json::Deserializer::from_str(self.rest()).into_iter::<IgnoredAny>();
                match skip.next() {
                    Some(Ok(_)) => {
                        let length = skip.byte_offset();
                        self.at += length;
                        Ok(Err(message(&error)))
                    }
                    Some(Err(error)) => Err(ProblemKind::Syntax(message(&error))),
                    None => Err(ProblemKind::Syntax("the file ends too early".to_owned())),
                }
            }
            Some(Err(error)) => Err(ProblemKind::Syntax(message(&error))),
            None => Err(ProblemKind::Syntax("the file ends too early".to_owned())),
        }
    }

    /// The whole collection.
    fn collection(&mut self, found: &mut Found<P>, problems: &mut Vec<Problem>) -> Result<(), ProblemKind> {
        self.need('{')?;
        let mut seen = false;
        loop {
            self.take(' ');
            let key = self.value::<String>()?.map_err(ProblemKind::Syntax)?;
            self.need(':')?;
            if key == "features" {
                seen = true;
                self.array(found, problems)?;
            } else {
                self.value::<IgnoredAny>()?.map_err(ProblemKind::Syntax)?;
            }
            if !self.take(',') {
                break;
            }
        }
        self.need('}')?;
        if !self.rest().trim().is_empty() {
            return Err(ProblemKind::Syntax("there is more text after the collection".to_owned()));
        }
        if seen { Ok(()) } else { Err(ProblemKind::Syntax("there is no list “features”".to_owned())) }
    }

    /// The list of features.
    fn array(&mut self, found: &mut Found<P>, problems: &mut Vec<Problem>) -> Result<(), ProblemKind> {
        self.need('[')?;
        if self.take(']') {
            return Ok(());
        }
        loop {
            self.take(' ');
            let start = self.at;
            let line = self.lines.at(start);
            match self.value::<Feature<P>>()? {
                Ok(feature) => found.push((Some(line), feature)),
                Err(what) => {
                    let feature = self.id_of(start);
                    let what = ProblemKind::Row(what);
                    problems.push(Problem { file: self.file.to_owned(), line: Some(line), feature, what });
                }
            }
            if !self.take(',') {
                return self.need(']');
            }
        }
    }

    /// The id of a feature that could not be read.
    fn id_of(&self, start: usize) -> Option<String> {
        #[derive(Deserialize)]
        struct Named {
            id: String,
        }
        let text = self.text.get(start..self.at)?;
        serde_json::from_str::<Named>(text).ok().map(|named| format!("feature {}", named.id))
    }
}

/// What the parser says, without its own count of lines, which begins at the feature.
fn message(error: &serde_json::Error) -> String {
    let text = error.to_string();
    one_line(text.split(" at line ").next().unwrap_or_default())
}
