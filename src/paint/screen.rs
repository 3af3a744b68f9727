//! A scene in a window: egui meshes, or one texture where the graphics are computed by the processor anyway.

mod brush;
mod fonts;
mod labels;

use std::sync::Arc;

use egui::{Color32, ColorImage, Context, Id, Mesh, Pos2, RawInput, Rect, Shape, TextureHandle, TextureOptions, Vec2};

use super::png::{self, PaintError};
use crate::scene::{Color, Group, Item, Scene};
use brush::Brush;
pub use fonts::{ITALIC, TABULAR, font_definitions};
use labels::Labels;

/// How the window gets its picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Means {
    /// Triangles, for graphics hardware.
    #[default]
    Triangles,
    /// One picture, painted as for PNG, where OpenGL is software and triangles are dear.
    Picture,
}

/// Paints scenes into a window; keeps what it painted as long as the scene stays the same.
#[derive(Default)]
pub struct ScreenPainter {
    means: Means,
    brush: Brush,
    labels: Labels,
    /// What was painted last, and for what.
    still: Option<(Occasion, Vec<Layer>)>,
    picture: Option<(Occasion, TextureHandle)>,
}

/// What a picture was painted for; the same occasion needs no new one.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Occasion {
    revision: u64,
    origin: Pos2,
    pixels_per_point: f32,
}

/// A mesh and the part of the window that it may paint on.
struct Layer {
    clip: Rect,
    mesh: Arc<Mesh>,
}

impl ScreenPainter {
    /// A painter that has painted nothing.
    #[must_use]
    pub fn new(means: Means) -> Self {
        Self { means, ..Self::default() }
    }

    /// Paints a scene with its upper left corner at a place of the window.
    ///
    /// The revision names the scene: as long as it is the same, the scene is taken to be the same too, and what was
    /// painted before is shown again.
    pub fn paint(&mut self, painter: &egui::Painter, origin: Pos2, scene: &Scene, revision: u64) {
        let pixels_per_point = painter.pixels_per_point();
        let occasion = Occasion { revision, origin: place(painter, origin, scene).min, pixels_per_point };
        if self.means == Means::Picture && self.paint_picture(painter, occasion, scene).is_ok() {
            return;
        }
        if self.still.as_ref().is_none_or(|(last, _)| *last != occasion) {
            let before = self.still.take().map(|(_, layers)| layers).unwrap_or_default();
            self.still = Some((occasion, self.layers(painter.ctx(), occasion, scene, before)));
        }
        for layer in self.still.iter().flat_map(|(_, layers)| layers) {
            let clip = painter.clip_rect().intersect(layer.clip);
            if clip.is_positive() {
                painter.with_clip_rect(clip).add(Shape::Mesh(Arc::clone(&layer.mesh)));
            }
        }
    }

    /// Shows the scene as one texture.
    fn paint_picture(&mut self, painter: &egui::Painter, occasion: Occasion, scene: &Scene) -> Result<(), PaintError> {
        let scale = occasion.pixels_per_point;
        let (width, height) = png::dimensions(scene, scale)?;
        let side = largest(painter.ctx());
        if width > side || height > side {
            return Err(PaintError::TooLarge { width: width.into(), height: height.into() });
        }
        let of_scene = Occasion { origin: Pos2::ZERO, ..occasion };
        if self.picture.as_ref().is_none_or(|(last, _)| *last != of_scene) {
            let image = picture(scene, scale)?;
            match &mut self.picture {
                Some((last, texture)) => {
                    texture.set(image, TextureOptions::NEAREST);
                    *last = of_scene;
                }
                none => {
                    let textures = painter.ctx().tex_manager();
                    let id = textures.write().alloc("scene".to_owned(), image.into(), TextureOptions::NEAREST);
                    *none = Some((of_scene, TextureHandle::new(textures, id)));
                }
            }
        }
        if let Some((_, texture)) = &self.picture {
            let rect = Rect::from_min_size(occasion.origin, Vec2::new(width as f32, height as f32) / scale);
            let uv = Rect::from_min_max(Pos2::ZERO, Pos2::new(1.0, 1.0));
            painter.image(texture.id(), rect, uv, Color32::WHITE);
        }
        Ok(())
    }

    /// Makes the meshes of a scene, in the memory of those before.
    fn layers(&mut self, ctx: &Context, occasion: Occasion, scene: &Scene, before: Vec<Layer>) -> Vec<Layer> {
        self.labels.begin(occasion.pixels_per_point);
        let page = Rect::from_min_size(occasion.origin, size(scene));
        if !(page.is_finite() && page.is_positive()) {
            return Vec::new();
        }
        let mut easel = Easel {
            ctx,
            brush: &mut self.brush,
            labels: &mut self.labels,
            origin: occasion.origin.to_vec2(),
            clip: page,
            texture: None,
            layers: Vec::new(),
        };
        let used = before.into_iter().filter_map(|layer| Arc::try_unwrap(layer.mesh).ok());
        easel.brush.begin(occasion.pixels_per_point, used);
        easel.brush.rectangle(page, color32(scene.background));
        easel.group(&scene.root);
        easel.flush();
        easel.layers
    }
}

/// What is at hand while meshes are made.
struct Easel<'a> {
    ctx: &'a Context,
    brush: &'a mut Brush,
    labels: &'a mut Labels,
    origin: Vec2,
    /// What of the window may be painted on.
    clip: Rect,
    /// Texture of the mesh at hand. Every page of labels is white in its first corner, so lines and fills take any.
    texture: Option<egui::TextureId>,
    layers: Vec<Layer>,
}

impl Easel<'_> {
    /// Paints a group.
    fn group(&mut self, group: &Group) {
        let before = self.clip;
        if let Some(clip) = group.clip {
            let clip = Rect::from_min_max(pos2(clip.x0, clip.y0), pos2(clip.x1, clip.y1)).translate(self.origin);
            self.take_clip(before.intersect(clip));
        }
        if self.clip.is_positive() {
            for item in &group.items {
                match item {
                    Item::Group(group) => self.group(group),
                    Item::Path(mark) => self.brush.mark(mark, self.origin, self.clip),
                    Item::Text(mark) => self.text(mark),
                }
            }
        }
        self.take_clip(before);
    }

    /// Paints a line of text.
    fn text(&mut self, mark: &crate::scene::TextMark) {
        let reach = mark.halo.map_or(0.0, |(_, width)| f64::from(width)) + f64::from(mark.run.font.size);
        let bounds = mark.bounds().inflate(reach, reach);
        let bounds = Rect::from_min_max(pos2(bounds.x0, bounds.y0), pos2(bounds.x1, bounds.y1)).translate(self.origin);
        if !bounds.intersects(self.clip) {
            return;
        }
        let Some(label) = self.labels.place(self.ctx, mark) else { return };
        if self.texture.is_some_and(|texture| texture != label.texture) {
            self.flush();
        }
        self.texture = Some(label.texture);
        let origin = pos2(mark.origin.x, mark.origin.y) + self.origin;
        self.brush.label(origin, label);
    }

    /// Changes the part of the window that may be painted on.
    fn take_clip(&mut self, clip: Rect) {
        if clip != self.clip {
            self.flush();
            self.clip = clip;
        }
    }

    /// Puts the mesh at hand away.
    fn flush(&mut self) {
        if self.brush.is_clean() {
            return;
        }
        let mut mesh = self.brush.take();
        if let Some(texture) = self.texture.take() {
            mesh.texture_id = texture;
        }
        self.layers.push(Layer { clip: self.clip, mesh: Arc::new(mesh) });
    }
}

/// Where a scene is painted whose upper left corner is to be at a place of the window.
#[must_use]
pub fn place(painter: &egui::Painter, origin: Pos2, scene: &Scene) -> Rect {
    // On whole pixels, or every label and hairline would be blurred.
    let scale = painter.pixels_per_point();
    Rect::from_min_size(((origin.to_vec2() * scale).round() / scale).to_pos2(), size(scene))
}

/// Size of a scene in points.
fn size(scene: &Scene) -> Vec2 {
    Vec2::new(scene.size.width as f32, scene.size.height as f32)
}

/// Side of the texture in which the letters of the panels lie, in pixels. It is filled and handed to the driver before
/// anything is seen, and it is as wide as egui believes that a texture may be.
pub const LETTERS: usize = 4096;

/// Where it is kept how large a texture the driver takes.
fn slot() -> Id {
    Id::unique("largest texture")
}

/// Lets egui believe in textures of [`LETTERS`] pixels a side, and keeps what the driver says.
pub fn narrow(ctx: &Context, input: &mut RawInput) {
    if let Some(side) = &mut input.max_texture_side {
        ctx.data_mut(|data| data.insert_temp(slot(), *side));
        *side = LETTERS.min(*side);
    }
}

/// The largest texture that can be asked for, in pixels a side.
fn largest(ctx: &Context) -> u32 {
    let said = ctx.data(|data| data.get_temp::<usize>(slot()));
    said.unwrap_or_else(|| ctx.input(|input| input.max_texture_side)) as u32
}

/// A scene as a picture for a texture.
///
/// # Errors
/// If the picture would be empty or too large.
pub fn picture(scene: &Scene, pixels_per_point: f32) -> Result<ColorImage, PaintError> {
    let (width, height) = png::dimensions(scene, pixels_per_point)?;
    let size = [width as usize, height as usize];
    let mut pixels = bytemuck::zeroed_vec::<Color32>(size[0] * size[1]);
    png::paint_premultiplied(scene, pixels_per_point, bytemuck::cast_slice_mut(&mut pixels))?;
    Ok(ColorImage::new(size, pixels))
}

/// The same colour for egui.
#[must_use]
pub fn color32(color: Color) -> Color32 {
    Color32::from_rgba_unmultiplied(color.r, color.g, color.b, color.a)
}

/// A point for egui.
fn pos2(x: f64, y: f64) -> Pos2 {
    Pos2::new(x as f32, y as f32)
}
