//! Lines of text as small pictures on shared textures, painted by the same hand as in the PNG.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Color32, ColorImage, Context, Pos2, Rect, TextureHandle, TextureId, TextureOptions, Vec2};
use kurbo::{Affine, Shape as _};

use crate::paint::canvas::Canvas;
use crate::paint::glyphs;
use crate::scene::{Color, Run, TextMark};

/// Side of a texture in pixels; a longer line gets a texture of its own.
const SIDE: usize = 1024;

/// Textures that are kept before all are thrown away and the labels in use painted anew.
const PAGES: usize = 6;

/// Lines of text that were painted before.
#[derive(Default)]
pub(super) struct Labels {
    pixels_per_point: f32,
    pages: Vec<Page>,
    places: HashMap<Key, Place>,
    canvas: Option<Canvas>,
}

/// A run, its colour, its halo. The run is known by its address, and the place holds it so that it stays there.
type Key = (usize, Color, Option<(Color, u32)>);

/// A texture that is filled shelf by shelf.
struct Page {
    texture: TextureHandle,
    size: [usize; 2],
    /// Where the next label goes.
    next: [usize; 2],
    /// Height of the shelf.
    shelf: usize,
}

/// Where a label is.
struct Place {
    /// Keeps the address of the run from being used again.
    _run: Arc<Run>,
    label: Option<Label>,
}

/// A painted line of text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Label {
    /// Texture that it is on.
    pub texture: TextureId,
    /// Part of the texture, as fractions.
    pub uv: Rect,
    /// From the left end of the baseline to the upper left corner, in pixels.
    pub offset: Vec2,
    /// Width and height in pixels.
    pub size: Vec2,
}

impl Labels {
    /// Begins a frame.
    pub(super) fn begin(&mut self, pixels_per_point: f32) {
        if self.pixels_per_point.to_bits() != pixels_per_point.to_bits() || self.pages.len() > PAGES {
            self.pages.clear();
            self.places.clear();
            self.pixels_per_point = pixels_per_point;
        }
    }

    /// The picture of a line of text; none if nothing of it is to be seen.
    pub(super) fn place(&mut self, ctx: &Context, mark: &TextMark) -> Option<Label> {
        let halo = mark.halo.filter(|(color, width)| color.a > 0 && *width > 0.0);
        let key = (Arc::as_ptr(&mark.run).addr(), mark.color, halo.map(|(color, width)| (color, width.to_bits())));
        if let Some(place) = self.places.get(&key) {
            return place.label;
        }
        let label = self.paint(ctx, mark, halo);
        self.places.insert(key, Place { _run: Arc::clone(&mark.run), label });
        label
    }

    /// Paints a line of text.
    fn paint(&mut self, ctx: &Context, mark: &TextMark, halo: Option<(Color, f32)>) -> Option<Label> {
        let scale = f64::from(self.pixels_per_point);
        let letters = Affine::scale(scale) * glyphs::outline(&mark.run);
        let reach = halo.map_or(0.0, |(_, width)| f64::from(width) * scale) + 1.0;
        let bounds = letters.bounding_box().inflate(reach, reach).expand();
        let [width, height] = [bounds.width(), bounds.height()].map(|side| side as usize);
        if letters.is_empty() || width > usize::from(u16::MAX) || height > usize::from(u16::MAX) {
            return None;
        }
        let canvas = self.canvas.get_or_insert_with(|| Canvas::new(1, 1));
        canvas.clear(width as u16, height as u16);
        canvas.letters(mark, Affine::translate((-bounds.x0, -bounds.y0)) * Affine::scale(scale));
        let mut rgba = vec![0; width * height * 4];
        canvas.finish(&mut rgba);
        let image = ColorImage::from_rgba_premultiplied([width, height], &rgba);
        let page = self.page(ctx, width, height)?;
        let at = page.next;
        page.texture.set_partial(at, image, TextureOptions::NEAREST);
        page.next[0] += width + 1;
        page.shelf = page.shelf.max(height + 1);
        let [wide, high] = page.size.map(|side| side as f32);
        let corner = |x: usize, y: usize| Pos2::new(x as f32 / wide, y as f32 / high);
        Some(Label {
            texture: page.texture.id(),
            uv: Rect::from_min_max(corner(at[0], at[1]), corner(at[0] + width, at[1] + height)),
            offset: Vec2::new(bounds.x0 as f32, bounds.y0 as f32),
            size: Vec2::new(width as f32, height as f32),
        })
    }

    /// A texture with room for so many pixels at its `next`.
    fn page(&mut self, ctx: &Context, width: usize, height: usize) -> Option<&mut Page> {
        let fits = self.pages.last_mut().is_some_and(|page| page.make_room(width, height));
        if !fits {
            // One pixel in the corner is white: it is the paint of everything that is not text.
            let size = [SIDE.max(width + 2), SIDE.max(height)];
            let mut image = ColorImage::filled(size, Color32::TRANSPARENT);
            image[(0, 0)] = Color32::WHITE;
            let texture = ctx.load_texture("labels", image, TextureOptions::NEAREST);
            self.pages.push(Page { texture, size, next: [2, 0], shelf: 2 });
        }
        self.pages.last_mut()
    }
}

impl Page {
    /// Moves `next` to where a label has room; false if it has none.
    fn make_room(&mut self, width: usize, height: usize) -> bool {
        if self.next[0] + width > self.size[0] {
            self.next = [0, self.next[1] + self.shelf];
            self.shelf = 0;
        }
        self.next[0] + width <= self.size[0] && self.next[1] + height <= self.size[1]
    }
}
