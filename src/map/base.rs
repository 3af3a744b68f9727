//! The base map on the plane: projected once for each projection, shared by every frame.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use kurbo::PathEl;

use crate::projection::{Projection, graticule};
use crate::scene::{BezPath, Point, Shape};
use crate::world::{BoundaryStatus, Id, Land, Place, Ring, Segment, World};

use super::asked::{Answers, Found};
use super::course;
use super::spans::Spans;

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
    pub(super) segments: BTreeMap<String, Course>,
    pub(super) graticule: Vec<GraticuleLine>,
    /// Routes and strips that were asked for.
    answers: Answers,
    /// Counts changes, so that a page knows whether it is out of date.
    generation: u32,
}

/// Areas and boundaries at one scale.
#[derive(Debug, Default)]
pub(super) struct Layer {
    pub areas: BTreeMap<String, AreaShape>,
    pub boundaries: Vec<BoundaryShape>,
}

/// One area.
#[derive(Debug)]
pub(super) struct AreaShape {
    pub shape: Arc<Shape>,
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
    pub left: String,
    pub right: Option<String>,
    pub status: BoundaryStatus,
    pub shape: Arc<Shape>,
}

/// A lake or a river.
#[derive(Debug)]
pub(super) struct Body {
    pub shape: Arc<Shape>,
    pub rank: u8,
    pub names: BTreeMap<String, String>,
    pub caption: Option<String>,
    is_lake: bool,
    spans: OnceLock<Spans>,
}

impl Body {
    /// Where a name would fit, for lakes that have one; found on the first call.
    pub fn spans(&self) -> Option<&Spans> {
        let find = || Spans::of(&self.shape.path, self.shape.bounds);
        (self.is_lake && !self.names.is_empty()).then(|| self.spans.get_or_init(find))
    }
}

/// The drawn course of a segment.
#[derive(Debug)]
pub(super) struct Course {
    pub shape: Arc<Shape>,
    /// The waypoints on the plane.
    pub points: Vec<Point>,
}

/// A meridian or a parallel.
#[derive(Debug)]
pub(super) struct GraticuleLine {
    pub meridian: bool,
    pub degree: f64,
    pub shape: Arc<Shape>,
    pub points: Vec<Point>,
}

impl Base {
    /// Projects everything at the far scale; the near one may follow.
    #[must_use]
    pub fn new(world: &World, projection: &'static dyn Projection) -> Self {
        let geography = &world.geography;
        let body = |water: &crate::world::Water, closed: bool| {
            let path = if closed {
                polygons(projection, &water.parts)
            } else {
                lines(projection, water.parts.iter().flatten())
            };
            let (rank, names, caption) = (water.rank, water.names.clone(), water.caption.clone());
            Body { shape: Shape::new(path), rank, names, caption, is_lake: closed, spans: OnceLock::new() }
        };
        Self {
            projection,
            far: layer(projection, &geography.far),
            near: None,
            lakes: geography.lakes.iter().map(|w| body(w, true)).collect(),
            rivers: geography.rivers.iter().map(|w| body(w, false)).collect(),
            segments: world.segments.iter().map(|s| (s.key.clone(), segment(projection, s))).collect(),
            graticule: graticule::lines(GRATICULE_STEP, WINDOW, 1.0)
                .into_iter()
                .map(|line| {
                    let points = projected(projection, &line.points);
                    GraticuleLine {
                        meridian: line.kind == graticule::Kind::Meridian,
                        degree: line.degree,
                        shape: Shape::new(polyline(&points)),
                        points,
                    }
                })
                .collect(),
            answers: Answers::default(),
            generation: 0,
        }
    }

    /// Adds the near scale.
    pub fn add_near(&mut self, land: &Land) {
        self.near = Some(layer(self.projection, land));
        self.generation += 1;
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
        self.projection.forward(lon_lat[0], lon_lat[1]).map(|[x, y]| Point::new(x, y))
    }

    /// A place on the plane.
    pub(super) fn place(&self, place: &Place) -> Option<Point> {
        self.point(place.point)
    }
}

/// Projects areas and boundaries.
fn layer(projection: &dyn Projection, land: &Land) -> Layer {
    let areas = land
        .areas
        .iter()
        .map(|(key, parts)| {
            let shape = Shape::new(polygons(projection, parts));
            (key.clone(), AreaShape { shape, spans: OnceLock::new() })
        })
        .collect();
    let mut kinds: BTreeMap<(&str, Option<&str>, BoundaryStatus), Vec<&Ring>> = BTreeMap::new();
    for boundary in &land.boundaries {
        kinds.entry((&boundary.left, boundary.right.as_deref(), boundary.status)).or_default().push(&boundary.line);
    }
    let boundaries = kinds
        .into_iter()
        .map(|((left, right, status), rings)| BoundaryShape {
            left: left.to_owned(),
            right: right.map(str::to_owned),
            status,
            shape: Shape::new(lines(projection, rings.iter().copied())),
        })
        .collect();
    Layer { areas, boundaries }
}

/// Projects the course of a segment, smoothed between its waypoints.
fn segment(projection: &dyn Projection, segment: &Segment) -> Course {
    let points = projected(projection, &segment.line);
    Course { shape: Shape::new(course::smooth(&points)), points }
}

/// The points of a line that have an image on the plane.
fn images(projection: &dyn Projection, line: &[[f64; 2]]) -> impl Iterator<Item = Point> {
    line.iter().filter_map(|p| projection.forward(p[0], p[1])).map(|[x, y]| Point::new(x, y))
}

/// The same, kept.
fn projected(projection: &dyn Projection, line: &[[f64; 2]]) -> Vec<Point> {
    images(projection, line).collect()
}

/// Adds straight pieces through points and counts them.
fn draw(path: &mut BezPath, points: impl Iterator<Item = Point>) -> usize {
    let before = path.elements().len();
    for point in points {
        let step = if path.elements().len() == before { PathEl::MoveTo } else { PathEl::LineTo };
        path.push(step(point));
    }
    path.elements().len() - before
}

/// Straight pieces through points.
fn polyline(points: &[Point]) -> BezPath {
    let mut path = BezPath::with_capacity(points.len());
    draw(&mut path, points.iter().copied());
    path
}

/// Several open lines as one path.
fn lines<'a>(projection: &dyn Projection, rings: impl Iterator<Item = &'a Ring> + Clone) -> BezPath {
    let mut path = BezPath::with_capacity(rings.clone().map(Vec::len).sum());
    for ring in rings {
        draw(&mut path, images(projection, ring));
    }
    path
}

/// Polygons with their holes as one path of closed subpaths.
fn polygons(projection: &dyn Projection, parts: &[Vec<Ring>]) -> BezPath {
    let mut path = BezPath::with_capacity(parts.iter().flatten().map(Vec::len).sum());
    for ring in parts.iter().flatten() {
        let whole = path.elements().len();
        // The last point of a ring is the first one again.
        let open = if ring.first() == ring.last() { ring.len().saturating_sub(1) } else { ring.len() };
        match draw(&mut path, images(projection, &ring[..open])) {
            0..3 => path.truncate(whole),
            _ => path.close_path(),
        }
    }
    path
}
