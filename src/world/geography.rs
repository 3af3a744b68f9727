//! Shapes of land and water, in longitude and latitude.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use serde::Deserialize;

/// A closed or open line: longitude and latitude in degrees.
pub type Ring = Vec<[f64; 2]>;

/// Polygons, each an outer ring and its holes, or lines, each a part of its own. What the program carries is unpacked on
/// the first look: most pictures show a part of the map.
#[derive(Clone)]
pub struct Parts {
    bounds: [f64; 4],
    parts: OnceLock<Vec<Vec<Ring>>>,
    packed: Packed,
}

/// Coordinates as the program carries them, and how they are unpacked.
type Packed = (&'static [u8], fn(&'static [u8]) -> Vec<Vec<Ring>>);

impl Parts {
    /// Parts that are there.
    #[must_use]
    pub fn new(parts: Vec<Vec<Ring>>) -> Self {
        let none = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
        let points = parts.iter().flatten().flatten();
        let bounds = points.fold(none, |[w, s, e, n], [x, y]| [w.min(*x), s.min(*y), e.max(*x), n.max(*y)]);
        Self { bounds, parts: OnceLock::from(parts), packed: (&[], |_| Vec::new()) }
    }

    /// Parts that are unpacked when something looks at them, and the box around them.
    pub(super) fn packed(bounds: [f64; 4], packed: Packed) -> Self {
        Self { bounds, parts: OnceLock::new(), packed }
    }

    /// The box around all of them: west, south, east and north in degrees; west beyond east where there is nothing.
    #[must_use]
    pub fn bounds(&self) -> [f64; 4] {
        self.bounds
    }
}

impl Deref for Parts {
    type Target = Vec<Vec<Ring>>;

    fn deref(&self) -> &Vec<Vec<Ring>> {
        let (bytes, unpack) = self.packed;
        self.parts.get_or_init(|| unpack(bytes))
    }
}

impl fmt::Debug for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self).finish()
    }
}

impl<'a> IntoIterator for &'a Parts {
    type Item = &'a Vec<Ring>;
    type IntoIter = std::slice::Iter<'a, Vec<Ring>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl PartialEq for Parts {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

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
    /// Where among them a capital or city lies, by its English name.
    pub cities: BTreeMap<String, usize>,
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
    /// Polygons by area id.
    pub areas: BTreeMap<String, Parts>,
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
    pub lines: Parts,
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
    /// Polygons of a lake, or the lines of a river.
    pub parts: Parts,
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
