//! The display list: what a page shows, in typographic points with y down, before any painter touches it.
//!
//! A [`Scene`] is a tree of groups, paths and text runs. Every mark may carry a [`Tag`] that names what it
//! stands for, so that a click is a lookup and an export can keep the meaning.

mod coarse;
mod color;
mod edges;
mod mesh;
mod path;
mod rings;
mod text;

use std::sync::{Arc, OnceLock};

pub use color::Color;
pub use kurbo::{Affine, BezPath, Point, Rect, Size, Vec2};
pub use mesh::{Facet, Facets, Knot, Ribbons, Strand};
pub use path::{Elements, Line, Lines, Path};
pub use text::{Font, Glyph, Run, break_lines, elided, face, legible, missing_letters, shape};

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
    /// From the coordinates of the shape to page points; it keeps angles.
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
    pub path: Path,
    /// Smallest rectangle around the points of the path, in its own coordinates.
    pub bounds: Rect,
    /// Edges in order of height, for questions about points.
    edges: OnceLock<edges::Edges>,
    /// What was made of the outline as it is.
    exact: coarse::Level,
    /// The outline with fewer points.
    levels: coarse::Levels,
    is_curved: bool,
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
    pub fn new(path: impl Into<Path>) -> Arc<Self> {
        let path = path.into();
        let (bounds, is_curved) = (path.bounds(), path.is_curved());
        let (edges, exact, levels) = Default::default();
        Arc::new(Self { path, bounds, edges, exact, levels, is_curved })
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
