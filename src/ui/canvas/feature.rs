//! The things on the page that can be reached: where they are and what outlines them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::scene::{Affine, Group, Item, Point, Rect, Shape, Tag};

/// What sort of feature it is, in the order in which Tab walks them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// A state or entity.
    State,
    /// A city with institutions, or one institution.
    Seat,
    /// A node.
    Node,
    /// A segment: a line, whose box says little.
    Segment,
}

/// A piece of a feature on the page.
#[derive(Debug, Clone)]
pub struct Piece {
    /// Geometry.
    pub shape: Arc<Shape>,
    /// From the geometry to page points.
    pub transform: Affine,
    /// Whether it is an area.
    pub filled: bool,
}

/// A thing that can be reached with the keyboard or by assistive technology.
#[derive(Debug, Clone)]
pub struct Feature {
    /// Its name on the page.
    pub tag: Tag,
    /// What sort it is.
    pub sort: Sort,
    /// Box on the page, inside the frame.
    pub bounds: Rect,
    /// West to east.
    order: f64,
    /// Its marks.
    pub pieces: Vec<Piece>,
}

impl Sort {
    /// The sort that a tag tells; none where it names nothing that is reached one by one.
    #[must_use]
    pub fn of(tag: &str) -> Option<Self> {
        Some(match tag.split_once(':')?.0 {
            "state" => Self::State,
            "seat" | "institution" => Self::Seat,
            "node" => Self::Node,
            "segment" => Self::Segment,
            _ => return None,
        })
    }
}

impl Feature {
    /// The point on the page that stands for it: of a line the middle of its visible part, else the middle of the box.
    #[must_use]
    pub fn point(&self, frame: Rect) -> Point {
        if self.sort != Sort::Segment {
            return self.bounds.center();
        }
        let mut seen: Vec<Point> = Vec::new();
        for piece in &self.pieces {
            seen.extend(piece.points().filter(|p| frame.contains(*p)));
        }
        seen.get(seen.len() / 2).copied().unwrap_or_else(|| self.bounds.center())
    }
}

impl Piece {
    /// Corners of the path on the page.
    pub fn points(&self) -> impl Iterator<Item = Point> + '_ {
        self.shape.path.iter().filter_map(|it| it.end_point()).map(|p| self.transform * p)
    }
}

/// Every feature of a group that lies in the frame: states, seats, nodes, segments, each from west to east.
#[must_use]
pub fn gather(root: &Group, frame: Rect) -> Vec<Feature> {
    let mut found = BTreeMap::new();
    walk(root, frame, &mut found);
    let mut features: Vec<Feature> = found.into_values().collect();
    features.sort_by(|a, b| a.sort.cmp(&b.sort).then(a.order.total_cmp(&b.order)));
    features
}

/// Adds the features of a group.
fn walk(group: &Group, clip: Rect, found: &mut BTreeMap<Tag, Feature>) {
    let clip = group.clip.map_or(clip, |own| own.intersect(clip));
    for item in &group.items {
        let mark = match item {
            Item::Group(inner) => {
                walk(inner, clip, found);
                continue;
            }
            Item::Path(mark) => mark,
            Item::Text(_) => continue,
        };
        let Some(tag) = &mark.tag else { continue };
        let Some(sort) = Sort::of(tag) else { continue };
        let whole = mark.transform.transform_rect_bbox(mark.shape.bounds);
        let seen = whole.intersect(clip);
        let outside = whole.x0 > clip.x1 || whole.x1 < clip.x0 || whole.y0 > clip.y1 || whole.y1 < clip.y0;
        if outside || !seen.is_finite() {
            continue;
        }
        let piece = Piece { shape: Arc::clone(&mark.shape), transform: mark.transform, filled: mark.fill.is_some() };
        if let Some(feature) = found.get_mut(tag) {
            feature.bounds = feature.bounds.union(seen);
            feature.order = feature.order.min(whole.x0);
            feature.pieces.push(piece);
        } else {
            let feature = Feature { tag: Arc::clone(tag), sort, bounds: seen, order: whole.x0, pieces: vec![piece] };
            found.insert(Arc::clone(tag), feature);
        }
    }
}
