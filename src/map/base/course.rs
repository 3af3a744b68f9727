//! A smooth course through the waypoints of a segment: schematic, but without corners that no railway has.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::projection::Projection;
use crate::scene::{BezPath, Point, Shape, Tag, Vec2};
use crate::world::{Corridor, Segment, SegmentStatus, World};

/// The drawn course of a segment, and what every page asks about it. Numbers are places in the lists of the world.
#[derive(Debug)]
pub(in crate::map) struct Course {
    pub shape: Arc<Shape>,
    /// The waypoints on the plane.
    pub points: Vec<Point>,
    pub tag: Tag,
    /// Numbers of its nodes.
    pub ends: [Option<usize>; 2],
    /// Numbers of its corridors.
    pub corridors: Vec<usize>,
    /// The hues of its lines, from its left to its right as one looks east, or north: one for each corridor that it
    /// belongs to.
    pub hues: Vec<Option<usize>>,
    /// Numbers of the documents that bear it.
    pub documents: Vec<usize>,
}

/// The courses of all segments.
pub(super) fn all(world: &World, projection: &dyn Projection) -> Vec<Course> {
    let nodes: BTreeMap<&str, usize> =
        world.nodes.iter().enumerate().map(|(at, node)| (node.key.as_str(), at)).collect();
    let mut documents: BTreeMap<&str, usize> = BTreeMap::new();
    let mut number = |key| {
        let next = documents.len();
        *documents.entry(key).or_insert(next)
    };
    let course = |segment: &'_ Segment, documents: Vec<usize>| {
        let points = super::projected(projection, &segment.line);
        // In the order of the corridors, so that each keeps its side from segment to segment.
        let own = world.corridors.iter().enumerate().filter(|(_, it)| segment.corridors.contains(&it.key));
        let corridors: Vec<usize> = own.map(|(at, _)| at).collect();
        let mut hues: Vec<Option<usize>> = corridors.iter().map(|at| hue(world, *at)).collect();
        // Links of no corridor of their own say nothing beside one.
        if hues.iter().any(Option::is_some) {
            hues.retain(Option::is_some);
        }
        if hues.is_empty() {
            hues.push(None);
        }
        Course {
            shape: Shape::new(smooth(&points)),
            points,
            tag: Tag::from(format!("segment:{}", segment.key)),
            ends: [&segment.from, &segment.to].map(|key| nodes.get(key.as_str()).copied()),
            corridors,
            hues,
            documents,
        }
    };
    let all = world.segments.iter();
    all.map(|it| course(it, it.evidence.sources.iter().map(|key| number(key.as_str())).collect())).collect()
}

/// Which of the hues of lines a corridor has; none for links that belong to no corridor of their own.
pub(super) fn hue(world: &World, corridor: usize) -> Option<usize> {
    let is_named = |it: &Corridor| it.abbreviation.is_some();
    let before = world.corridors.iter().take(corridor).filter(|it| is_named(it)).count();
    is_named(world.corridors.get(corridor)?).then_some(before)
}

/// Numbers of the segments beside which a corridor may be named.
pub(super) fn named_beside(world: &World, corridor: &Corridor) -> Vec<usize> {
    if !corridor.named_on.is_empty() {
        let bears = |s: &Segment| corridor.named_on.contains(&s.key);
        return world.segments.iter().enumerate().filter(|(_, s)| bears(s)).map(|(at, _)| at).collect();
    }
    let first = |s: &Segment| s.corridors.first() == Some(&corridor.key);
    // A corridor that is nowhere the first one of its segments is named where it runs beside others.
    let has_own = world.segments.iter().any(first);
    let of = |s: &Segment| if has_own { first(s) } else { s.corridors.contains(&corridor.key) };
    let own = || world.segments.iter().enumerate().filter(|(_, s)| of(s));
    // A corridor that is mostly not built is named where it is not built; the others on land, where they run.
    let built = own().filter(|(_, s)| s.status == SegmentStatus::Operational).count();
    let wanted = |s: &Segment| (s.status == SegmentStatus::Operational) == (built * 2 > own().count());
    own().filter(|(_, s)| wanted(s)).map(|(at, _)| at).collect()
}

/// A cubic course through every point, after the centripetal Catmull–Rom spline (Yuksel, Schaefer and Keyser 2011),
/// which makes no loops and no cusps.
fn smooth(points: &[Point]) -> BezPath {
    let mut path = BezPath::new();
    let Some(first) = points.first() else { return path };
    path.move_to(*first);
    for at in 1..points.len() {
        let (a, b) = (points[at - 1], points[at]);
        let before = if at >= 2 { points[at - 2] } else { a - (b - a) * 0.5 };
        let after = points.get(at + 1).copied().unwrap_or(b + (b - a) * 0.5);
        let (out, back) = handles(before, a, b, after);
        path.curve_to(a + out, b - back, b);
    }
    path
}

/// Handles of the cubic from `b` to `c`.
fn handles(a: Point, b: Point, c: Point, d: Point) -> (Vec2, Vec2) {
    let knot = |from: Point, to: Point| (to - from).hypot().sqrt().max(1e-6);
    let (before, here, after) = (knot(a, b), knot(b, c), knot(c, d));
    let leave = ((b - a) / before - (c - a) / (before + here) + (c - b) / here) * here;
    let arrive = ((c - b) / here - (d - b) / (here + after) + (d - c) / after) * here;
    (leave / 3.0, arrive / 3.0)
}
