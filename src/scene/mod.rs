//! The display list: what a page shows, in typographic points with y down, before any painter touches it.
//!
//! A [`Scene`] is a tree of groups, paths and text runs. Every mark may carry a [`Tag`] that names what it
//! stands for, so that a click is a lookup and an export can keep the meaning.

mod coarse;
mod color;
mod edges;
mod text;

use std::sync::{Arc, OnceLock};

pub use color::Color;
pub use kurbo::{Affine, BezPath, Point, Rect, Size, Vec2};
pub use text::{Font, Glyph, Run, break_lines, elided, face, missing_letters, shape};

/// What a mark stands for, as `kind:key`: `state:KZ`, `segment:KZ01`, `furniture:legend`.
pub type Tag = Arc<str>;

/// A whole page.
#[derive(Debug, Clone)]
pub struct Scene {
    /// Page size in points.
    pub size: Size,
    /// Paper colour.
    pub background: Color,
    /// Title of the document, as printed on it.
    pub title: String,
    /// What the picture shows, in words, for those who do not see it.
    pub description: String,
    /// Language of the texts, as an IETF tag.
    pub lang: String,
    /// The marks, painted in order.
    pub root: Group,
    /// Labels that found no place, in the order in which they were tried.
    pub dropped: Vec<Dropped>,
}

/// A label that found no place.
#[derive(Debug, Clone, PartialEq)]
pub struct Dropped {
    /// What it says.
    pub text: String,
    /// Where the thing that it names lies on the page.
    pub at: Point,
    /// Whether it names something that the page is about, and not just the surroundings.
    pub matters: bool,
}

/// Marks that belong together, painted in order.
#[derive(Debug, Clone, Default)]
pub struct Group {
    /// Name of the layer, for formats that keep layers: `map/lakes`.
    pub name: String,
    /// Nothing is painted outside this rectangle of the page.
    pub clip: Option<Rect>,
    /// What the group holds.
    pub items: Vec<Item>,
}

/// One entry of a group.
#[derive(Debug, Clone)]
pub enum Item {
    /// A group of its own.
    Group(Group),
    /// A filled or stroked path.
    Path(PathMark),
    /// A run of text on one line.
    Text(TextMark),
}

/// A path with its paint.
#[derive(Debug, Clone)]
pub struct PathMark {
    /// The geometry, shared between frames.
    pub shape: Arc<Shape>,
    /// From the coordinates of the shape to page points.
    pub transform: Affine,
    /// Fill, by the non-zero rule.
    pub fill: Option<Color>,
    /// Stroke; its width and dashes are page points whatever the transform.
    pub stroke: Option<Stroke>,
    /// What the mark stands for.
    pub tag: Option<Tag>,
}

/// Geometry that is made once and painted many times.
///
/// Closed subpaths that turn like the first one of the path are outer rings; a closed subpath that turns
/// the other way is a hole in the outer ring before it.
#[derive(Debug)]
pub struct Shape {
    /// The outline.
    pub path: BezPath,
    /// Smallest rectangle around the points of the path, in its own coordinates.
    pub bounds: Rect,
    /// Triangles of the filled path, made by the first painter that needs them.
    triangles: OnceLock<Triangles>,
    /// Edges in order of height, for questions about points.
    edges: OnceLock<edges::Edges>,
    /// The outline with fewer points.
    levels: coarse::Levels,
    is_curved: bool,
}

/// A filled path as triangles, in the coordinates of its shape.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Triangles {
    /// Corners.
    pub points: Vec<[f32; 2]>,
    /// Three corners a triangle.
    pub indices: Vec<u32>,
    /// How outer rings turn: 1 from x to y, -1 the other way.
    pub turn: f32,
}

/// How a line is drawn, in page points.
#[derive(Debug, Clone, PartialEq)]
pub struct Stroke {
    /// Width.
    pub width: f32,
    /// Colour.
    pub color: Color,
    /// Dash and gap lengths; empty for a solid line.
    pub dash: Vec<f32>,
    /// Round ends and corners; otherwise butt ends and mitred corners.
    pub round: bool,
}

/// One line of text.
#[derive(Debug, Clone)]
pub struct TextMark {
    /// Left end of the baseline.
    pub origin: Point,
    /// Shaped glyphs and the text they came from.
    pub run: Arc<Run>,
    /// Colour of the letters.
    pub color: Color,
    /// Outline behind the letters: colour and total width of the halo on each side, in points.
    pub halo: Option<(Color, f32)>,
    /// What the mark stands for.
    pub tag: Option<Tag>,
}

impl Stroke {
    /// A solid line with round corners.
    #[must_use]
    pub fn solid(width: f32, color: Color) -> Self {
        Self { width, color, dash: Vec::new(), round: true }
    }

    /// A dashed line with butt ends.
    #[must_use]
    pub fn dashed(width: f32, color: Color, dash: &[f32]) -> Self {
        Self { width, color, dash: dash.to_vec(), round: false }
    }
}

impl Shape {
    /// Wraps a path and measures it.
    #[must_use]
    pub fn new(path: BezPath) -> Arc<Self> {
        let bounds = path.control_box();
        let is_curved =
            path.elements().iter().any(|it| matches!(it, kurbo::PathEl::QuadTo(..) | kurbo::PathEl::CurveTo(..)));
        let (triangles, edges, levels) = Default::default();
        Arc::new(Self { path, bounds, triangles, edges, levels, is_curved })
    }

    /// The filled path as triangles; made on the first call, by `geo`'s ear cutting.
    pub fn triangles(&self) -> &Triangles {
        self.triangles.get_or_init(|| triangulate(&self.path))
    }
}

impl TextMark {
    /// The box around the line: from ascender to descender and as wide as the run, without the halo.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        let (up, down) = self.run.font.extent();
        let (x, y) = (self.origin.x, self.origin.y);
        Rect::new(x, y - f64::from(up), x + f64::from(self.run.width), y + f64::from(down))
    }
}

impl Group {
    /// An empty group of that name.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), clip: None, items: Vec::new() }
    }

    /// An empty group that paints only inside a rectangle.
    #[must_use]
    pub fn clipped(name: impl Into<String>, clip: Rect) -> Self {
        Self { name: name.into(), clip: Some(clip), items: Vec::new() }
    }

    /// Adds a path whose coordinates are page points.
    pub fn path(&mut self, path: BezPath, fill: Option<Color>, stroke: Option<Stroke>, tag: Option<Tag>) {
        self.items.push(Item::Path(PathMark {
            shape: Shape::new(path),
            transform: Affine::IDENTITY,
            fill,
            stroke,
            tag,
        }));
    }

    /// Adds a shared shape under a transform.
    pub fn shape(
        &mut self,
        shape: &Arc<Shape>,
        transform: Affine,
        fill: Option<Color>,
        stroke: Option<Stroke>,
        tag: Option<Tag>,
    ) {
        self.items.push(Item::Path(PathMark { shape: Arc::clone(shape), transform, fill, stroke, tag }));
    }

    /// Adds a line of text with the left end of its baseline at a point.
    pub fn text(&mut self, origin: Point, run: Arc<Run>, color: Color, halo: Option<(Color, f32)>, tag: Option<Tag>) {
        self.items.push(Item::Text(TextMark { origin, run, color, halo, tag }));
    }

    /// Adds a group.
    pub fn group(&mut self, group: Group) {
        self.items.push(Item::Group(group));
    }
}

/// Cuts a path into triangles, hole by hole as [`Shape`] orders them.
fn triangulate(path: &BezPath) -> Triangles {
    use geo::Area as _;
    use geo::TriangulateEarcut as _;
    let mut all = Triangles::default();
    for polygon in polygons(path) {
        if all.turn == 0.0 {
            all.turn = polygon.signed_area().signum() as f32;
        }
        let raw = polygon.earcut_triangles_raw();
        let Ok(first) = u32::try_from(all.points.len()) else { break };
        all.points.extend(raw.vertices.iter().map(|p| [p[0] as f32, p[1] as f32]));
        all.indices.extend(raw.triangle_indices.iter().filter_map(|i| u32::try_from(*i).ok()).map(|i| i + first));
    }
    all
}

/// The subpaths of a path as polygons with their holes; curves are flattened to a tenth of a unit.
fn polygons(path: &BezPath) -> Vec<geo::Polygon<f64>> {
    use geo::Area as _;
    let mut rings: Vec<Vec<geo::Coord<f64>>> = Vec::new();
    kurbo::flatten(path, 0.1, |element| match element {
        kurbo::PathEl::MoveTo(p) => rings.push(vec![geo::coord! { x: p.x, y: p.y }]),
        kurbo::PathEl::LineTo(p) => {
            if let Some(ring) = rings.last_mut() {
                ring.push(geo::coord! { x: p.x, y: p.y });
            }
        }
        _ => {}
    });
    let mut polygons: Vec<geo::Polygon<f64>> = Vec::new();
    let mut turn = 0.0;
    for ring in rings.into_iter().filter(|r| r.len() > 2 && r.iter().all(|c| c.x.is_finite() && c.y.is_finite())) {
        let ring = geo::LineString::new(ring);
        let area = geo::Polygon::new(ring.clone(), Vec::new()).signed_area();
        if turn == 0.0 {
            turn = area.signum();
        }
        match polygons.last_mut() {
            Some(outer) if area * turn < 0.0 => outer.interiors_push(ring),
            _ => polygons.push(geo::Polygon::new(ring, Vec::new())),
        }
    }
    polygons
}
