//! The base map on the plane: projected once for each projection, shared by every frame.

mod course;
mod outline;
mod spans;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::projection::{Projection, graticule};
use crate::scene::{Lines, Point, Shape, Tag};
use crate::world::{BoundaryStatus, Id, Land, Parts, Ring, Water, World};

use super::asked::{Answers, Found};
use spans::Spans;

pub(super) use course::Course;
pub(super) use outline::Outline;

/// Window of the graticule in degrees: west, south, east, north.
const WINDOW: [f64; 4] = [-40.0, 10.0, 140.0, 75.0];

/// Degrees between lines of the graticule.
pub(super) const GRATICULE_STEP: f64 = 10.0;

/// Land, water and corridors as shapes in kilometres on the projected plane.
pub struct Base {
    /// How the sphere is laid out.
    pub(super) projection: &'static dyn Projection,
    pub(super) far: Layer,
    pub(super) near: Option<Layer>,
    pub(super) lakes: Vec<Body>,
    pub(super) rivers: Vec<Body>,
    pub(super) graticule: Vec<GraticuleLine>,
    /// Where the name of an area is best written.
    pub(super) labels: BTreeMap<String, Point>,
    /// In the order of the world, as all that follows.
    pub(super) courses: Vec<Course>,
    pub(super) corridors: Vec<Named>,
    pub(super) nodes: Vec<Site>,
    pub(super) places: Vec<Town>,
    /// Seats of institutions.
    pub(super) seats: Vec<Option<Chair>>,
    /// Areas that belong to another.
    part_of: BTreeMap<String, String>,
    /// Routes and strips that were asked for.
    answers: Answers,
    /// Counts changes, so that a page knows whether it is out of date.
    generation: u32,
}

/// Areas and boundaries at one scale.
#[derive(Debug, Default)]
pub(super) struct Layer {
    /// In the order of their keys.
    pub areas: Vec<AreaShape>,
    /// Those that lie within one owner under the boundary policy are left out.
    pub boundaries: Vec<BoundaryShape>,
}

impl Layer {
    /// The number of an area.
    pub fn find(&self, key: &str) -> Option<usize> {
        self.areas.binary_search_by(|area| area.key.as_str().cmp(key)).ok()
    }

    /// An area by its key.
    pub fn area(&self, key: &str) -> Option<&AreaShape> {
        self.find(key).map(|at| &self.areas[at])
    }
}

/// One area.
#[derive(Debug)]
pub(super) struct AreaShape {
    pub key: String,
    pub tag: Tag,
    /// Whether it belongs to another one.
    pub is_part: bool,
    pub shape: Outline,
    spans: OnceLock<Spans>,
}

impl AreaShape {
    /// Where a name would fit; found on the first call.
    pub fn spans(&self) -> &Spans {
        self.spans.get_or_init(|| Spans::of(&self.shape.path, self.shape.bounds))
    }
}

/// All boundary lines that divide the same two areas in the same way.
#[derive(Debug)]
pub(super) struct BoundaryShape {
    /// Numbers of the areas on its sides.
    pub sides: [Option<usize>; 2],
    pub status: BoundaryStatus,
    pub shape: Outline,
}

/// A lake or a river.
#[derive(Debug)]
pub(super) struct Body {
    pub water: Arc<Water>,
    pub shape: Outline,
    is_lake: bool,
    spans: OnceLock<Spans>,
}

impl Body {
    /// Where a name would fit, for lakes that have one; found on the first call.
    pub fn spans(&self) -> Option<&Spans> {
        let find = || Spans::of(&self.shape.path, self.shape.bounds);
        (self.is_lake && !self.water.names.is_empty()).then(|| self.spans.get_or_init(find))
    }
}

/// What a corridor is named and coloured by.
#[derive(Debug)]
pub(super) struct Named {
    /// Which of the hues of lines it has.
    pub hue: Option<usize>,
    /// Numbers of the segments beside which its name may stand.
    pub beside: Vec<usize>,
}

/// A node.
#[derive(Debug)]
pub(super) struct Site {
    pub at: Option<Point>,
    pub tag: Tag,
}

/// A capital, a city, or where the name of a sea stands.
#[derive(Debug)]
pub(super) struct Town {
    pub at: Option<Point>,
    /// Whether it lies in Northern Cyprus.
    pub is_entity: bool,
}

/// Where an institution sits.
#[derive(Debug)]
pub(super) struct Chair {
    pub at: Option<Point>,
    /// Number of the capital or city of that name.
    pub place: Option<usize>,
}

/// A meridian or a parallel.
#[derive(Debug)]
pub(super) struct GraticuleLine {
    pub meridian: bool,
    /// Its degrees, and the message that puts them into words: "50°E".
    pub degrees: f64,
    pub side: &'static str,
    pub shape: Arc<Shape>,
    pub points: Vec<Point>,
}

impl Base {
    /// Whether it was made of this world or of one with as many lines, corridors, nodes and places.
    pub(super) fn is_of(&self, world: &World) -> bool {
        let ours = [self.courses.len(), self.corridors.len(), self.nodes.len(), self.places.len()];
        ours == [world.segments.len(), world.corridors.len(), world.nodes.len(), world.geography.places.len()]
    }

    /// Everything at the far scale, shapes projected when they are looked at; the near one may follow.
    #[must_use]
    pub fn new(world: &World, projection: &'static dyn Projection) -> Self {
        let geography = &world.geography;
        let labels = geography.labels.iter();
        let corridors = world.corridors.iter().enumerate();
        let part_of = geography.part_of.clone();
        Self {
            projection,
            far: layer(projection, &geography.far, &part_of),
            near: None,
            lakes: geography.lakes.iter().map(|water| body(projection, water, true)).collect(),
            rivers: geography.rivers.iter().map(|water| body(projection, water, false)).collect(),
            graticule: graticule::lines(GRATICULE_STEP, WINDOW, 1.0).iter().map(|it| degree(projection, it)).collect(),
            labels: labels.filter_map(|(key, at)| Some((key.clone(), image(projection, *at)?))).collect(),
            courses: course::all(world, projection),
            corridors: corridors
                .map(|(at, it)| Named { hue: course::hue(world, at), beside: course::named_beside(world, it) })
                .collect(),
            nodes: world
                .nodes
                .iter()
                .map(|node| Site { at: image(projection, node.point), tag: Tag::from(format!("node:{}", node.key)) })
                .collect(),
            places: towns(world, projection),
            seats: chairs(world, projection),
            part_of,
            answers: Answers::default(),
            generation: 0,
        }
    }

    /// Adds the near scale.
    pub fn add_near(&mut self, land: &Arc<Land>) {
        self.near = Some(layer(self.projection, land, &self.part_of));
        self.generation += 1;
    }

    /// Lays everything out, for a map that will be moved about.
    pub fn lay_out(&self) {
        for layer in [Some(&self.far), self.near.as_ref()].into_iter().flatten() {
            layer.areas.iter().for_each(|area| area.shape.lay_out());
            layer.boundaries.iter().for_each(|line| line.shape.lay_out());
        }
        self.lakes.iter().chain(&self.rivers).for_each(|body| body.shape.lay_out());
    }

    /// Whether the near scale is there.
    #[must_use]
    pub fn has_near(&self) -> bool {
        self.near.is_some()
    }

    /// Grows with every change of the base.
    #[must_use]
    pub fn generation(&self) -> u32 {
        self.generation
    }

    /// Id of the projection that the base was laid out with.
    #[must_use]
    pub fn projection(&self) -> &'static dyn Projection {
        self.projection
    }

    /// What there is for a route or a corridor; nothing for anything else.
    pub(super) fn find(&self, world: &World, id: &Id) -> Option<Arc<Found>> {
        self.answers.find(world, id)
    }

    /// A point of the globe on the plane.
    pub(super) fn point(&self, lon_lat: [f64; 2]) -> Option<Point> {
        image(self.projection, lon_lat)
    }
}

/// Areas and boundaries.
fn layer(projection: &'static dyn Projection, land: &Arc<Land>, part_of: &BTreeMap<String, String>) -> Layer {
    let area = |(key, parts): (&String, &Parts)| {
        let (land, area) = (Arc::clone(land), key.clone());
        let lay = move || polygons(projection, land.areas.get(&area).map_or(&[], |parts| parts.as_slice()));
        AreaShape {
            key: key.clone(),
            tag: Tag::from(format!("state:{key}")),
            is_part: part_of.contains_key(key),
            shape: Outline::new(projection, [parts.bounds()], lay),
            spans: OnceLock::new(),
        }
    };
    let mut layer = Layer { areas: land.areas.iter().map(area).collect(), boundaries: Vec::new() };
    let mut kinds: BTreeMap<(&str, Option<&str>, BoundaryStatus), Vec<usize>> = BTreeMap::new();
    for (at, boundary) in land.boundaries.iter().enumerate() {
        kinds.entry((&boundary.left, boundary.right.as_deref(), boundary.status)).or_default().push(at);
    }
    // A line that follows the boundary policy divides nothing where it divides two parts of one owner under that policy.
    let owner = |side| part_of.get(side).map_or(side, String::as_str);
    kinds.retain(|(left, right, status), _| {
        *status != BoundaryStatus::Policy || right.is_none_or(|right| owner(right) != owner(left))
    });
    let line = |((left, right, status), numbers): ((&str, Option<&str>, _), Vec<usize>)| {
        let bounds = numbers.iter().map(|at| land.boundaries[*at].lines.bounds());
        let (whole, numbers) = (Arc::clone(land), numbers.clone());
        let lay = move || lines(projection, numbers.iter().flat_map(|at| &whole.boundaries[*at].lines).flatten());
        let sides = [layer.find(left), right.and_then(|right| layer.find(right))];
        BoundaryShape { sides, status, shape: Outline::new(projection, bounds, lay) }
    };
    layer.boundaries = kinds.into_iter().map(line).collect();
    layer
}

/// A lake or a river.
fn body(projection: &'static dyn Projection, water: &Arc<Water>, is_lake: bool) -> Body {
    let whole = Arc::clone(water);
    let lay = move || {
        if is_lake { polygons(projection, &whole.parts) } else { lines(projection, whole.parts.iter().flatten()) }
    };
    let shape = Outline::new(projection, [water.parts.bounds()], lay);
    Body { water: Arc::clone(water), shape, is_lake, spans: OnceLock::new() }
}

/// The places of the world on the plane.
fn towns(world: &World, projection: &dyn Projection) -> Vec<Town> {
    let is_entity = |country: &String| world.state(country).is_some_and(|state| state.iso.is_none());
    let places = world.geography.places.iter();
    places
        .map(|place| Town {
            at: image(projection, place.point),
            is_entity: place.country.as_ref().is_some_and(is_entity),
        })
        .collect()
}

/// The seats of institutions on the plane.
fn chairs(world: &World, projection: &dyn Projection) -> Vec<Option<Chair>> {
    let chair = |seat: &crate::world::Seat| Chair {
        at: image(projection, seat.point),
        place: world.geography.cities.get(&seat.city).copied(),
    };
    world.institutions.iter().map(|it| it.seat.as_ref().map(|seat| chair(&seat.value))).collect()
}

/// A line of the graticule on the plane.
fn degree(projection: &dyn Projection, line: &graticule::Line) -> GraticuleLine {
    let meridian = line.kind == graticule::Kind::Meridian;
    let side = match (meridian, line.degree >= 0.0) {
        (true, true) => "graticule-east",
        (true, false) => "graticule-west",
        (false, true) => "graticule-north",
        (false, false) => "graticule-south",
    };
    let points = projected(projection, &line.points);
    let mut shape = Lines::with_capacity(points.len());
    shape.add(points.iter().copied(), false, 1);
    GraticuleLine { meridian, degrees: line.degree.abs(), side, shape: Shape::new(shape), points }
}

/// A point of the globe on the plane, where it has an image there.
fn image(projection: &dyn Projection, [lon, lat]: [f64; 2]) -> Option<Point> {
    projection.forward(lon, lat).map(|[x, y]| Point::new(x, y))
}

/// The points of a line that have an image on the plane.
fn images(projection: &dyn Projection, line: &[[f64; 2]]) -> impl Iterator<Item = Point> {
    line.iter().filter_map(|p| image(projection, *p))
}

/// The same, kept.
fn projected(projection: &dyn Projection, line: &[[f64; 2]]) -> Vec<Point> {
    images(projection, line).collect()
}

/// Several open lines as one path.
fn lines<'a>(projection: &dyn Projection, rings: impl Iterator<Item = &'a Ring> + Clone) -> Lines {
    let mut lines = Lines::with_capacity(rings.clone().map(Vec::len).sum());
    rings.for_each(|ring| lines.add(images(projection, ring), false, 1));
    lines
}

/// Polygons with their holes as one path of closed subpaths.
fn polygons(projection: &dyn Projection, parts: &[Vec<Ring>]) -> Lines {
    let mut lines = Lines::with_capacity(parts.iter().flatten().map(Vec::len).sum());
    for ring in parts.iter().flatten() {
        // The last point of a ring is the first one again.
        let open = if ring.first() == ring.last() { ring.len().saturating_sub(1) } else { ring.len() };
        lines.add(images(projection, &ring[..open]), true, 3);
    }
    lines
}
