//! Shapes of land and water, in longitude and latitude.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

/// A closed or open line: longitude and latitude in degrees.
pub type Ring = Vec<[f64; 2]>;

/// The two scales of the base map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scale {
    /// 1:50 million, for the whole of the OTS and for the first frame.
    Far,
    /// 1:10 million, for a closer look.
    Near,
}

/// What the map draws below the facts.
#[derive(Debug, Default)]
pub struct Geography {
    /// Areas at 1:50 million, with names.
    pub far: Arc<Land>,
    /// Areas at 1:10 million; empty until they are loaded.
    pub near: Land,
    /// Lakes, largest first.
    pub lakes: Vec<Arc<Water>>,
    /// Rivers, most important first.
    pub rivers: Vec<Arc<Water>>,
    /// Capitals, cities and names of seas.
    pub places: Vec<Place>,
    /// Names of areas by area id and language.
    pub names: BTreeMap<String, BTreeMap<String, String>>,
    /// Where to write the name of an area, by area id: longitude and latitude.
    pub labels: BTreeMap<String, [f64; 2]>,
    /// Areas that belong to another for some purposes: `TRNC` → `CY`.
    pub part_of: BTreeMap<String, String>,
}

/// Areas and their boundaries at one scale.
#[derive(Debug, Default)]
pub struct Land {
    /// Polygons by area id; each polygon is an outer ring and its holes.
    pub areas: BTreeMap<String, Vec<Vec<Ring>>>,
    /// Every boundary once.
    pub boundaries: Vec<Boundary>,
}

/// What a boundary is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BoundaryStatus {
    /// Undisputed.
    Settled,
    /// Not delimited.
    NotDelimited,
    /// Disputed.
    Disputed,
    /// Ceasefire line.
    Ceasefire,
    /// Follows the boundary policy of the view.
    Policy,
    /// Coast.
    Coast,
}

impl BoundaryStatus {
    /// Whether the two sides do not agree on it.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Settled | Self::Coast)
    }
}

/// A line between two areas, or an area and the sea.
#[derive(Debug, Clone, PartialEq)]
pub struct Boundary {
    /// Area id on the left.
    pub left: String,
    /// Area id on the right; none for a coast.
    pub right: Option<String>,
    /// What it is.
    pub status: BoundaryStatus,
    /// What is to be said about it, in English.
    pub note: Option<String>,
    /// Its course.
    pub line: Ring,
}

/// A lake or a river.
#[derive(Debug, Clone, PartialEq)]
pub struct Water {
    /// Names by language; empty where it has none.
    pub names: BTreeMap<String, String>,
    /// 0 is most important.
    pub rank: u8,
    /// Words printed under the name: `old extent`.
    pub caption: Option<String>,
    /// Polygons of a lake (outer ring, holes), or the lines of a river as one part each.
    pub parts: Vec<Vec<Ring>>,
}

/// What a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    /// Capital.
    Capital,
    /// City.
    City,
    /// Sea, gulf or strait.
    Sea,
}

/// A point with a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Names by language code, and `local`.
    pub names: BTreeMap<String, String>,
    /// What it is.
    pub kind: PlaceKind,
    /// Area id of the country, for capitals and cities.
    pub country: Option<String>,
    /// 1 is most important.
    pub rank: u8,
    /// Longitude and latitude in degrees.
    pub point: [f64; 2],
}
