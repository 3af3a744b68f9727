//! A chain measured out: pieces, stops, soils and breaks of gauge by kilometre.

use geo::Contains as _;

use super::Chain;
use crate::world::{Length, LengthBasis, Mode, Node, Segment, World};

/// A chain with the kilometre of everything on it.
#[derive(Debug)]
pub struct Course<'w> {
    /// Length of all pieces.
    pub total: f64,
    /// Segments in order.
    pub pieces: Vec<Piece<'w>>,
    /// Nodes in order, both ends included.
    pub stops: Vec<Stop<'w>>,
    /// Countries and seas in order, without a gap.
    pub bands: Vec<Band>,
    /// Keys of the nodes at which wagons change gauge.
    breaks: Vec<String>,
}

/// A segment on the chain.
#[derive(Debug, Clone, Copy)]
pub struct Piece<'w> {
    /// The segment.
    pub segment: &'w Segment,
    /// Whether it is gone from its start to its end.
    pub forward: bool,
    /// Kilometre at which it begins.
    pub from: f64,
    /// Kilometre at which it ends.
    pub to: f64,
}

/// A node on the chain.
#[derive(Debug, Clone, Copy)]
pub struct Stop<'w> {
    /// The node.
    pub node: &'w Node,
    /// Its kilometre.
    pub km: f64,
}

/// A stretch on one soil or sea.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// Whose.
    pub soil: Soil,
    /// Kilometre at which it begins.
    pub from: f64,
    /// Kilometre at which it ends.
    pub to: f64,
}

/// What a band lies on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Soil {
    /// A country, or a part of one under another administration, by area id.
    Land(String),
    /// A sea by its English name.
    Sea(String),
}

/// Track gauge of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gauge {
    /// 1520 mm.
    Broad,
    /// 1435 mm.
    Standard,
    /// Both.
    Both,
}

/// Length of a segment in kilometres: the known one, else that of the drawn line.
#[must_use]
pub fn km(segment: &Segment) -> f64 {
    segment.length.as_ref().map_or(segment.great_circle_km, |length| length.km)
}

impl Piece<'_> {
    /// Its track gauge; none at sea, on roads, and where it was not found.
    #[must_use]
    pub fn gauge(&self) -> Option<Gauge> {
        match self.segment.gauge.as_deref()? {
            "1520" => Some(Gauge::Broad),
            "1435" => Some(Gauge::Standard),
            "both" => Some(Gauge::Both),
            _ => None,
        }
    }

    /// Whether somebody measured or published its length.
    #[must_use]
    pub fn is_published(&self) -> bool {
        let basis = |length: &Length| {
            matches!(length.basis, LengthBasis::Official | LengthBasis::Published | LengthBasis::Derived)
        };
        self.segment.length.as_ref().is_some_and(basis)
    }
}

impl<'w> Course<'w> {
    /// Measures a chain out; legs that the facts do not know are left out.
    #[must_use]
    pub fn new(chain: &Chain, world: &'w World) -> Self {
        let breaks = chain.breaks.clone();
        let mut course = Self { total: 0.0, pieces: Vec::new(), stops: Vec::new(), bands: Vec::new(), breaks };
        for leg in &chain.legs {
            let Some(segment) = world.segment(&leg.segment) else { continue };
            let from = course.total;
            course.total += km(segment);
            let piece = Piece { segment, forward: leg.forward, from, to: course.total };
            let (start, end) = if leg.forward { (&segment.from, &segment.to) } else { (&segment.to, &segment.from) };
            if course.stops.is_empty() {
                course.stops.extend(world.node(start).map(|node| Stop { node, km: from }));
            }
            course.stops.extend(world.node(end).map(|node| Stop { node, km: course.total }));
            course.pieces.push(piece);
            for (soil, share) in soils(world, &piece) {
                course.lay(soil, share);
            }
        }
        course
    }

    /// Adds a stretch of a soil behind the last one.
    fn lay(&mut self, soil: Soil, km: f64) {
        match self.bands.last_mut() {
            Some(last) if last.soil == soil => last.to += km,
            last => {
                let from = last.map_or(0.0, |last| last.to);
                self.bands.push(Band { soil, from, to: from + km });
            }
        }
    }

    /// Nodes at which wagons change gauge.
    #[must_use]
    pub fn breaks(&self) -> Vec<Stop<'w>> {
        self.stops.iter().filter(|stop| self.breaks.contains(&stop.node.key)).copied().collect()
    }

    /// Kilometres by sea and number of sea legs.
    #[must_use]
    pub fn by_sea(&self) -> (f64, usize) {
        let legs = self.pieces.iter().filter(|piece| piece.segment.mode.is_sea());
        legs.fold((0.0, 0), |(km, count), piece| (km + piece.to - piece.from, count + 1))
    }

    /// Kilometres whose length somebody measured or published.
    #[must_use]
    pub fn published(&self) -> f64 {
        self.pieces.iter().filter(|piece| piece.is_published()).map(|piece| piece.to - piece.from).sum()
    }

    /// Segments beside the chain that join two of its nodes: another line between them, with their kilometres.
    #[must_use]
    pub fn beside(&self, world: &'w World) -> Vec<(&'w Segment, f64, f64)> {
        let corridors: Vec<&String> = self.pieces.iter().flat_map(|piece| &piece.segment.corridors).collect();
        let place = |key: &str| self.stops.iter().find(|stop| stop.node.key == key).map(|stop| stop.km);
        let others = world.segments.iter().filter(|segment| {
            let is_on = self.pieces.iter().any(|piece| piece.segment.key == segment.key);
            !is_on && segment.mode == Mode::Rail && segment.corridors.iter().any(|key| corridors.contains(&key))
        });
        others.filter_map(|segment| Some((segment, place(&segment.from)?, place(&segment.to)?))).collect()
    }
}

/// The soils of a piece in the order of the chain, with the kilometres of each.
fn soils(world: &World, piece: &Piece<'_>) -> Vec<(Soil, f64)> {
    let segment = piece.segment;
    let length = piece.to - piece.from;
    if let Some(sea) = segment.sea.as_ref().filter(|_| segment.mode.is_sea()) {
        return vec![(Soil::Sea(sea.clone()), length)];
    }
    let country = |key: &str| world.node(key).map(|node| node.country.clone());
    let countries = match segment.countries.as_slice() {
        [] => country(&segment.from).into_iter().collect(),
        some => in_order(some, country(&segment.from)),
    };
    let borders = borders(world, segment, &countries);
    let mut shares: Vec<(Soil, f64)> = Vec::new();
    let mut before = 0.0;
    for (country, border) in countries.into_iter().zip(borders.into_iter().chain([1.0])) {
        shares.push((Soil::Land(country), (border - before) * length));
        before = border;
    }
    if !piece.forward {
        shares.reverse();
    }
    shares.retain(|(_, km)| *km > 0.0);
    shares
}

/// Countries from the start of a segment to its end; some rows of the facts list them the other way.
fn in_order(countries: &[String], first: Option<String>) -> Vec<String> {
    let mut list = countries.to_vec();
    if list.len() > 1 && list.last() == first.as_ref() {
        list.reverse();
    }
    list
}

/// Shares of the length of a segment at which its drawn line passes from one country into the next.
fn borders(world: &World, segment: &Segment, countries: &[String]) -> Vec<f64> {
    let mut found = Vec::new();
    for next in 1..countries.len() {
        let later: Vec<geo::Polygon> = countries[next..].iter().flat_map(|key| polygons(world, key)).collect();
        let is_across = |share: f64| {
            let at = along(&segment.line, share);
            later.iter().any(|polygon| polygon.contains(&at))
        };
        // The middle of nine halvings is right to some thousandth of the segment, and the line is less.
        let (mut low, mut high) = (found.last().copied().unwrap_or(0.0), 1.0);
        for _ in 0..9 {
            let middle = f64::midpoint(low, high);
            if is_across(middle) { high = middle } else { low = middle }
        }
        found.push(f64::midpoint(low, high));
    }
    found
}

/// The polygons of an area at the far scale.
fn polygons(world: &World, area: &str) -> Vec<geo::Polygon> {
    let ring = |ring: &Vec<[f64; 2]>| geo::LineString::from(ring.iter().map(|p| (p[0], p[1])).collect::<Vec<_>>());
    let areas = world.geography.far.areas.get(area).into_iter().flatten();
    areas
        .map(|rings| geo::Polygon::new(rings.first().map_or_else(|| geo::LineString::new(vec![]), ring), vec![]))
        .collect()
}

/// The point at a share of the length of a line of longitudes and latitudes.
fn along(line: &[[f64; 2]], share: f64) -> geo::Point {
    let far = |a: &[f64; 2], b: &[f64; 2]| {
        let east = (b[0] - a[0]) * f64::midpoint(a[1], b[1]).to_radians().cos();
        east.hypot(b[1] - a[1])
    };
    let legs = || line.windows(2).map(|pair| (&pair[0], &pair[1], far(&pair[0], &pair[1])));
    let mut rest = share * legs().map(|(.., length)| length).sum::<f64>();
    for (a, b, length) in legs() {
        if rest <= length && length > 0.0 {
            let part = rest / length;
            return geo::Point::new(a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part);
        }
        rest -= length;
    }
    line.last().map_or_else(|| geo::Point::new(0.0, 0.0), |end| geo::Point::new(end[0], end[1]))
}
