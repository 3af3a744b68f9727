//! What every layer needs to know while a page is composed.

use crate::date::Day;
use crate::lang::Lang;
use crate::scene::{Affine, Color, Font, Point, Rect, Shape, Size, Stroke};
use crate::session::{Layer, Session};
use crate::sign::Pen;
use crate::strip::Setting;
use crate::style::Tokens;
use crate::world::{Segment, World};

use super::base::{self, Base};
use super::focus::Focus;
use super::labels::Labels;

/// Kilometres per screen point below which the near scale is drawn.
pub const NEAR_BELOW: f64 = 2.6;

/// What a map is drawn on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Medium {
    /// A window, which has buttons over the map.
    Window,
    /// A picture for a slide or for paper.
    Picture,
    /// A part of a picture, inside another map.
    Inset,
}

/// The page in the making.
pub(super) struct View<'a> {
    pub world: &'a World,
    pub base: &'a Base,
    pub session: &'a Session,
    pub lang: &'a Lang,
    pub day: Day,
    pub tokens: &'static Tokens,
    pub focus: Focus,
    /// Strokes, symbols and type grow by this factor.
    pub scale: f64,
    /// What the map is drawn on.
    pub medium: Medium,
    /// Whether the page is the table of who sits in what, and no map.
    pub is_table: bool,
    /// Whether the view code is printed.
    pub code: bool,
    /// Size of the page.
    pub page: Size,
    /// Where the map lies on the page.
    pub frame: Rect,
    /// From the plane to the page.
    pub affine: Affine,
    /// The part of the plane in the frame.
    pub plane: Rect,
    /// The same with some points around it: what reaches into this is drawn.
    pub around: Rect,
    /// Kilometres on the plane per point, as on a page of scale 1.
    pub km: f64,
    pub labels: Labels,
}

impl<'a> View<'a> {
    /// Areas and boundaries at the scale that suits the view.
    pub fn land(&self) -> &'a base::Layer {
        match &self.base.near {
            Some(near) if self.km < NEAR_BELOW || self.is_inset() => near,
            _ => &self.base.far,
        }
    }

    /// Whether the page is a picture and not a window.
    pub fn is_picture(&self) -> bool {
        self.medium != Medium::Window
    }

    /// Whether it is a small map inside another one.
    pub fn is_inset(&self) -> bool {
        self.medium == Medium::Inset
    }

    /// Whether the title names the observer entity, wherever the map looks.
    pub fn is_about_entity(&self) -> bool {
        self.session.selection.as_ref().is_some_and(|id| self.world.names_entity(id))
    }

    /// Whether a layer is switched on.
    pub fn shows(&self, layer: Layer) -> bool {
        !self.is_table && self.session.layers.contains(&layer)
    }

    /// Whether a shape on the plane reaches into the frame.
    pub fn sees(&self, shape: &Shape) -> bool {
        shape.bounds.overlaps(self.around)
    }

    /// A point of the plane on the page, where it lies in the frame.
    pub fn page_point(&self, at: Point) -> Option<Point> {
        let at = self.affine * at;
        self.frame.contains(at).then_some(at)
    }

    /// Where the name of an area is best written, on the page, where that lies in the frame.
    pub fn page_label(&self, key: &str) -> Option<Point> {
        self.page_point(*self.base.labels.get(key)?)
    }

    /// The segments that are brought forward.
    pub fn chosen(&self) -> impl Iterator<Item = &'a Segment> + Clone {
        self.focus.segments.iter().filter_map(|at| self.world.segments.get(*at))
    }

    /// A length in points at scale 1, on this page.
    pub fn pt(&self, points: f64) -> f64 {
        points * self.scale
    }

    /// What symbols and lines are drawn with.
    pub fn pen(&self) -> Pen<'a> {
        Pen { tokens: self.tokens, scale: self.scale }
    }

    /// What a strip on this page is drawn with.
    pub fn strip_setting(&self) -> Setting<'_> {
        Setting { world: self.world, lang: self.lang, tokens: self.tokens, day: self.day, scale: self.scale }
    }

    /// A solid line of a width at scale 1.
    pub fn line(&self, width: f64, color: Color) -> Stroke {
        self.pen().line(width, color)
    }

    /// A dashed line of a width and dashes at scale 1.
    pub fn dashes(&self, width: f64, color: Color, dash: &[f64]) -> Stroke {
        self.pen().dashes(width, color, dash)
    }

    /// A font of the map at this page's scale, never below the floor for its kind of page.
    pub fn font(&self, size: f32, weight: u16) -> Font {
        let floor = if self.is_picture() { 11.0 } else { 9.5 };
        Font::new(size.max(floor), weight).scaled(self.scale as f32)
    }

    /// A name by language, with the English one where there is no other.
    pub fn name<'n>(&self, names: &'n std::collections::BTreeMap<String, String>) -> Option<&'n str> {
        names.get(self.session.language.as_str()).or_else(|| names.get("en")).map(String::as_str)
    }
}
