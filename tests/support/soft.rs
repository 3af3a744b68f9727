//! egui's output as pixels, on the CPU.

use std::collections::BTreeMap;

use egui::epaint::{ClippedPrimitive, ImageData, Mesh, Primitive, Vertex};
use egui::{Color32, ColorImage, TextureId, TexturesDelta};
use ots_atlas::paint::png::Pixels;

/// The textures of a window without a window.
#[derive(Default)]
pub struct Textures {
    images: BTreeMap<TextureId, ColorImage>,
    free: Vec<TextureId>,
}

impl Textures {
    /// Takes over new textures and forgets those that the last frame was done with.
    pub fn apply(&mut self, delta: &mut TexturesDelta) {
        for id in self.free.drain(..) {
            self.images.remove(&id);
        }
        let mut set: Vec<_> = delta.set.drain().collect();
        set.sort_by_key(|(id, _)| *id);
        for (id, deltas) in set {
            for delta in deltas {
                let ImageData::Color(image) = &delta.image;
                match delta.pos {
                    None => drop(self.images.insert(id, ColorImage::clone(image))),
                    Some(at) => {
                        patch(self.images.get_mut(&id).expect("a texture is made before it is mended"), at, image);
                    }
                }
            }
        }
        self.free.extend(delta.free.drain());
        delta.clear();
    }

    /// Paints what egui made of its shapes.
    pub fn paint(&self, primitives: &[ClippedPrimitive], pixels_per_point: f32, [width, height]: [u32; 2]) -> Pixels {
        let mut rgba = vec![0_u8; width as usize * height as usize * 4];
        for pixel in rgba.chunks_exact_mut(4) {
            pixel[3] = 255;
        }
        for ClippedPrimitive { clip_rect, primitive } in primitives {
            let Primitive::Mesh(mesh) = primitive else { panic!("the atlas paints no callbacks") };
            let side = |v: f32, most: u32| i64::from(((v * pixels_per_point).round().max(0.0) as u32).min(most));
            let clip = [
                side(clip_rect.min.x, width),
                side(clip_rect.min.y, height),
                side(clip_rect.max.x, width),
                side(clip_rect.max.y, height),
            ];
            let image = self.images.get(&mesh.texture_id).expect("a texture is sent before it is painted with");
            paint_mesh(mesh, image, pixels_per_point, clip, width as usize, &mut rgba);
        }
        Pixels { width, height, rgba, opaque: true }
    }
}

/// Puts a part into a texture.
fn patch(image: &mut ColorImage, [x, y]: [usize; 2], part: &ColorImage) {
    for row in 0..part.height() {
        for column in 0..part.width() {
            image[(x + column, y + row)] = part[(column, row)];
        }
    }
}

/// Steps of a pixel to which corners are moved, as graphics hardware does, so that neighbours share their edge exactly.
const STEPS: f32 = 256.0;

/// Paints the triangles of a mesh.
fn paint_mesh(mesh: &Mesh, image: &ColorImage, scale: f32, clip: [i64; 4], width: usize, rgba: &mut [u8]) {
    for corners in mesh.indices.chunks_exact(3) {
        let mut corners: [&Vertex; 3] = [0, 1, 2].map(|i| &mesh.vertices[corners[i] as usize]);
        let place = |v: &Vertex| [v.pos.x, v.pos.y].map(|c| (c * scale * STEPS).clamp(-1e8, 1e8).round() as i64);
        let mut places = corners.map(place);
        let area = cross(places[0], places[1], places[2]);
        if area < 0 {
            corners.swap(1, 2);
            places.swap(1, 2);
        }
        if area != 0 {
            paint_triangle(corners, places, area.abs(), image, clip, width, rgba);
        }
    }
}

/// Twice the area of a triangle.
fn cross(a: [i64; 2], b: [i64; 2], c: [i64; 2]) -> i64 {
    (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

/// Paints one triangle that turns clockwise on the screen.
fn paint_triangle(
    corners: [&Vertex; 3],
    places: [[i64; 2]; 3],
    area: i64,
    image: &ColorImage,
    [left, top, right, bottom]: [i64; 4],
    width: usize,
    rgba: &mut [u8],
) {
    let step = STEPS as i64;
    let (xs, ys) = (places.map(|p| p[0]), places.map(|p| p[1]));
    let least = |v: [i64; 3], floor: i64| (v.into_iter().min().unwrap_or(0).div_euclid(step)).max(floor);
    let most = |v: [i64; 3], roof: i64| (v.into_iter().max().unwrap_or(0).div_euclid(step) + 1).min(roof);
    let flat = corners.iter().all(|c| c.uv == corners[0].uv && c.color == corners[0].color);
    let flat = flat.then(|| shade(corners, [1.0, 0.0, 0.0], image));
    for y in least(ys, top)..most(ys, bottom) {
        for x in least(xs, left)..most(xs, right) {
            let p = [x * step + step / 2, y * step + step / 2];
            let weights = [1, 2, 0].map(|i| {
                let (a, b) = (places[i], places[(i + 1) % 3]);
                // A pixel on an edge belongs to the triangle below or right of it.
                let ours = b[1] < a[1] || (b[1] == a[1] && b[0] > a[0]);
                cross(a, b, p) - i64::from(!ours)
            });
            if weights.iter().all(|w| *w >= 0) {
                let paint = flat.unwrap_or_else(|| shade(corners, weights.map(|w| w as f32 / area as f32), image));
                blend(&mut rgba[(y as usize * width + x as usize) * 4..][..4], paint);
            }
        }
    }
}

/// Colour of a triangle at a place: texture times colour of the corners, premultiplied, 0 to 1.
fn shade(corners: [&Vertex; 3], weights: [f32; 3], image: &ColorImage) -> [f32; 4] {
    let mix = |value: &dyn Fn(&Vertex) -> f32| (0..3).map(|i| value(corners[i]) * weights[i]).sum::<f32>();
    let texel = texel(image, mix(&|v| v.uv.x), mix(&|v| v.uv.y));
    [0, 1, 2, 3].map(|i| mix(&|v| f32::from(v.color.to_array()[i])) / 255.0 * texel[i])
}

/// The texture at a place, between its pixels.
fn texel(image: &ColorImage, u: f32, v: f32) -> [f32; 4] {
    let [width, height] = image.size;
    let (x, y) = ((u * width as f32 - 0.5).max(0.0), (v * height as f32 - 0.5).max(0.0));
    let (left, top) = ((x as usize).min(width - 1), (y as usize).min(height - 1));
    let (right, bottom) = ((left + 1).min(width - 1), (top + 1).min(height - 1));
    let (fx, fy) = (x.fract(), y.fract());
    let at = |x, y| Color32::to_array(&image[(x, y)]).map(|c| f32::from(c) / 255.0);
    let (a, b, c, d) = (at(left, top), at(right, top), at(left, bottom), at(right, bottom));
    [0, 1, 2, 3].map(|i| {
        let above = a[i] + (b[i] - a[i]) * fx;
        let below = c[i] + (d[i] - c[i]) * fx;
        above + (below - above) * fy
    })
}

/// Puts a colour over a pixel.
fn blend(pixel: &mut [u8], paint: [f32; 4]) {
    for (c, paint_c) in pixel.iter_mut().zip(paint) {
        *c = (paint_c * 255.0 + f32::from(*c) * (1.0 - paint[3])).round().clamp(0.0, 255.0) as u8;
    }
}
