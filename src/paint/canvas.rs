//! Pixels on the CPU: the marks of a scene through `vello_cpu`.

use kurbo::{Affine, BezPath, Cap, Join, Point, Rect, Shape as _};
use vello_cpu::color::{AlphaColor, Srgb};
use vello_cpu::{Level, PixmapMut, RenderContext, RenderSettings, Resources};

use super::cut::dashes;
use super::glyphs;
use super::trace::{Piece, Tracer, View, meets};
use crate::scene::{Color, Group, Item, PathMark, Scene, Stroke, TextMark};

/// A picture being painted. One thread, and instructions that round as the oldest ones do, so that every machine makes
/// the same bytes.
pub(super) struct Canvas {
    context: RenderContext,
    tracer: Tracer,
    path: BezPath,
    dash: Vec<Point>,
    size: [u16; 2],
    /// What may be painted on, where the painter clips.
    clip: Option<Rect>,
    /// From points of the page to pixels.
    to: Affine,
    /// Pixels a point.
    scale: f64,
}

/// How far an outline may stray where points are left out, in pixels.
const STEP: f64 = 0.3;

/// How far a corner that stands for a round one may point out, in half widths of the line; a sharper one is cut.
const BLUNT: f64 = 1.2;

/// The fastest instructions that make the same bytes as the oldest ones: SSE 4.2 multiplies and adds in two steps, while
/// AVX2 does both in one and rounds once less.
fn level() -> Level {
    #[cfg(target_arch = "x86_64")]
    if let Some(sse) = Level::try_detect().and_then(Level::as_sse4_2) {
        return Level::Sse4_2(sse);
    }
    Level::baseline()
}

impl Canvas {
    /// An empty picture of that many pixels.
    pub(super) fn new(width: u16, height: u16) -> Self {
        Self::with(level(), width, height)
    }

    /// An empty picture, painted with some set of instructions.
    fn with(level: Level, width: u16, height: u16) -> Self {
        let settings = RenderSettings { level, num_threads: 0 };
        let context = RenderContext::new_with(width, height, settings);
        let (tracer, path, dash) = Default::default();
        Self { context, tracer, path, dash, size: [width, height], clip: None, to: Affine::IDENTITY, scale: 1.0 }
    }

    /// Starts anew at another size.
    pub(super) fn clear(&mut self, width: u16, height: u16) {
        self.context.reset_and_resize(width, height);
        self.size = [width, height];
    }

    /// Puts the picture into red, green, blue and opacity, premultiplied. The buffer must have the size of the picture.
    pub(super) fn finish(&mut self, rgba: &mut [u8]) {
        self.context.flush();
        if let Some(target) = PixmapMut::new(self.size[0], self.size[1], rgba) {
            self.context.render(target, &mut Resources::new());
        }
    }

    /// Paints what a scene shows from some row of pixels on.
    pub(super) fn scene(&mut self, scene: &Scene, scale: f64, top: f64) {
        (self.to, self.scale) = (Affine::translate((0.0, -top)) * Affine::scale(scale), scale);
        let page = Rect::new(0.0, 0.0, f64::from(self.size[0]), f64::from(self.size[1]));
        self.paint_with(scene.background);
        self.context.fill_rect(&page);
        self.group(&scene.root, page, None);
        self.clip_to(None);
    }

    /// Clips what follows to a rectangle, or no longer.
    fn clip_to(&mut self, clip: Option<Rect>) {
        if self.clip == clip {
            return;
        }
        if self.clip.is_some() {
            self.context.pop_clip_path();
        }
        if let Some(clip) = clip {
            self.context.push_clip_path(&clip.to_path(0.1));
        }
        self.clip = clip;
    }

    /// Clips what is painted next where it reaches beyond what may be painted on. Lines and areas leave the clip as it
    /// is where it does not matter; letters lift it, since to cut each of them takes as long as to paint some.
    fn clip_for(&mut self, bounds: Rect, clip: Option<Rect>, lifts: bool) {
        let bounds = bounds.inflate(1.0, 1.0);
        let is_inside = clip.is_none_or(|clip| clip.contains_rect(bounds));
        if !is_inside || self.clip != clip && self.clip.is_some() {
            self.clip_to(clip.filter(|_| !is_inside));
        } else if lifts {
            self.clip_to(None);
        }
    }

    /// Paints a group; `window` is what of the page is seen, `clip` what may be painted on, in pixels.
    fn group(&mut self, group: &Group, window: Rect, clip: Option<Rect>) {
        let (mut window, mut clip) = (window, clip);
        if let Some(own) = group.clip {
            let own = self.to.transform_rect_bbox(own);
            let whole = clip.map_or(own, |clip| clip.intersect(own));
            (window, clip) = (window.intersect(own), Some(whole));
            if window.is_zero_area() {
                return;
            }
        }
        for item in &group.items {
            match item {
                Item::Group(group) => self.group(group, window, clip),
                Item::Path(mark) => self.mark(mark, window, clip),
                Item::Text(mark) => self.text(mark, window, clip),
            }
        }
    }

    /// Fills and strokes a path.
    fn mark(&mut self, mark: &PathMark, window: Rect, clip: Option<Rect>) {
        let to = self.to * mark.transform;
        let reach = mark.stroke.as_ref().map_or(1.0, |s| f64::from(s.width) * self.scale * 2.0 + 1.0);
        let window = window.inflate(reach, reach);
        let bounds = to.transform_rect_bbox(mark.shape.bounds);
        if !meets(bounds, window) {
            return;
        }
        self.clip_for(bounds.inflate(reach, reach), clip, false);
        let view = View { to, window, step: STEP };
        if let Some(color) = mark.fill.filter(|color| color.a > 0) {
            self.path.truncate(0);
            let path = &mut self.path;
            self.tracer.rings(&mark.shape, &view, |points| append(path, points, true));
            self.paint_with(color);
            self.context.fill_path(&self.path);
        }
        if let Some(stroke) = &mark.stroke {
            self.stroke(mark, stroke, &view);
        }
    }

    /// Strokes a path.
    fn stroke(&mut self, mark: &PathMark, stroke: &Stroke, view: &View) {
        let scale = self.scale;
        let width = f64::from(stroke.width) * scale;
        if width.is_nan() || width <= 0.0 || stroke.color.a == 0 {
            return;
        }
        self.path.truncate(0);
        let (path, dash) = (&mut self.path, &mut self.dash);
        let pattern: Vec<f64> = stroke.dash.iter().map(|d| f64::from(*d) * scale).collect();
        let view = &if pattern.is_empty() { *view } else { View { step: 0.0, ..*view } };
        self.tracer.lines(&mark.shape, view, |piece: Piece| {
            dashes(piece, &pattern, dash, |dash| append(path, dash.points, dash.closed));
        });
        // Below two pixels nobody sees a corner, and a round one below five is a blunt one; arcs at every bend of a coast
        // take their time.
        let (cap, join) = match stroke.round {
            true if width < 2.0 => (Cap::Round, Join::Bevel),
            true if width < 5.0 => (Cap::Round, Join::Miter),
            true => (Cap::Round, Join::Round),
            false => (Cap::Butt, Join::Miter),
        };
        let limit = if stroke.round { BLUNT } else { 4.0 };
        self.context.set_stroke(kurbo::Stroke::new(width).with_caps(cap).with_join(join).with_miter_limit(limit));
        self.paint_with(stroke.color);
        self.context.stroke_path(&self.path);
    }

    /// Paints a line of text with its halo.
    fn text(&mut self, mark: &TextMark, window: Rect, clip: Option<Rect>) {
        let reach = mark.halo.map_or(0.0, |(_, width)| f64::from(width));
        let slant = f64::from(mark.run.font.size);
        let bounds = self.to.transform_rect_bbox(mark.bounds().inflate(reach + slant, reach));
        if bounds.intersect(window).is_zero_area() {
            return;
        }
        self.clip_for(bounds, clip, true);
        self.letters(mark, self.to * Affine::translate(mark.origin.to_vec2()));
    }

    /// Paints letters over their halo, brought from points about the left end of the baseline to pixels.
    pub(super) fn letters(&mut self, mark: &TextMark, to: Affine) {
        let halo = mark.halo.filter(|(color, reach)| color.a > 0 && *reach > 0.0);
        for (color, reach) in halo.into_iter().chain([(mark.color, 0.0)]) {
            self.path.truncate(0);
            glyphs::trace(&mark.run, f64::from(reach), to, &mut self.path);
            self.paint_with(color);
            self.context.fill_path(&self.path);
        }
    }

    /// Takes up a colour.
    fn paint_with(&mut self, color: Color) {
        self.context.set_paint(AlphaColor::<Srgb>::from_rgba8(color.r, color.g, color.b, color.a));
    }
}

/// Adds points to a path as a subpath of its own.
fn append(path: &mut BezPath, points: &[Point], closed: bool) {
    for (i, point) in points.iter().enumerate() {
        if i == 0 {
            path.move_to(*point);
        } else {
            path.line_to(*point);
        }
    }
    if closed {
        path.close_path();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Font, shape};

    /// Something of everything: curves, slivers, dashes, pale colours, letters with halos.
    fn scene() -> Scene {
        let ink = |a: u8, n: u8| Color { r: n.wrapping_mul(37), g: 90, b: n, a };
        let mut root = Group::clipped("page", Rect::new(3.3, 2.7, 395.1, 291.9));
        for n in 0..40_u8 {
            let (x, y) = (f64::from(n) * 9.7, f64::from(n * 5) * 1.31);
            let mut path = BezPath::new();
            path.move_to((x, y));
            path.curve_to((x + 61.3, y - 17.7), (x - 20.1, y + 130.9), (x + 33.3, y + 71.1));
            path.quad_to((x * 0.5, 300.7), (x - 7.9, y + 3.3));
            path.line_to((x + 0.4, y + 0.9));
            path.close_path();
            let width = f32::from(n) * 0.11 + 0.2;
            let dashed = Stroke::dashed(width, ink(255, n), &[3.1, 1.7]);
            let stroke = if n % 3 == 0 { dashed } else { Stroke::solid(width, ink(140, n)) };
            root.path(path, Some(ink(n * 6 + 10, n)), Some(stroke), None);
            let run = shape("Özbekistan, Қазақстан & 12", Font::new(7.3 + f32::from(n) * 0.3, 500));
            root.text(Point::new(x * 0.6, y), run, ink(255, n), Some((ink(200, 250), 1.7)), None);
        }
        let words = || String::new();
        let background = ink(255, 3);
        let size = crate::scene::Size::new(400.0, 300.0);
        Scene { size, background, title: words(), description: words(), lang: words(), root, dropped: Vec::new() }
    }

    #[test]
    fn fast_instructions_make_the_bytes_of_the_oldest_ones() {
        let [fast, oldest] = [level(), Level::baseline()].map(|level| {
            let mut canvas = Canvas::with(level, 800, 600);
            canvas.scene(&scene(), 2.0, 0.0);
            let mut rgba = vec![0; 800 * 600 * 4];
            canvas.finish(&mut rgba);
            rgba
        });
        assert!(fast == oldest);
    }
}
