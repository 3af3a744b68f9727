//! A scene as pixels, and pixels as a PNG file: no GPU, no display, the same bytes on every machine.

use std::fmt;
use std::io::Write as _;

use super::bytes::Bytes;
use super::canvas::Canvas;
use crate::scene::Scene;

/// Longest side of a picture in pixels.
pub const MAX_SIDE: u32 = 16_384;

/// Most pixels of a picture.
pub const MAX_PIXELS: u64 = 200_000_000;

/// A picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pixels {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Red, green, blue and opacity of each pixel from the upper left, row by row; not premultiplied.
    pub rgba: Bytes,
    /// Whether nothing shows through, so that the opacity need not be kept.
    pub opaque: bool,
}

/// Why a picture was not painted or not encoded.
#[derive(Debug, Clone, PartialEq)]
pub enum PaintError {
    /// Less than one pixel wide or high, or no size at all.
    Empty,
    /// Beyond [`MAX_SIDE`] or [`MAX_PIXELS`].
    TooLarge {
        /// Columns asked for.
        width: f64,
        /// Rows asked for.
        height: f64,
    },
    /// The encoder refused; says why.
    Encode(String),
}

impl fmt::Display for PaintError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "the picture must be at least 1 pixel wide and high"),
            Self::TooLarge { width, height } => write!(
                f,
                "a picture of {width:.0} × {height:.0} pixels is too large: at most {MAX_SIDE} a side and {} million in all",
                MAX_PIXELS / 1_000_000
            ),
            Self::Encode(why) => write!(f, "the picture could not be encoded: {why}"),
        }
    }
}

impl std::error::Error for PaintError {}

/// Columns and rows that a scene takes at so many pixels a point.
///
/// # Errors
/// If the picture would be empty or too large.
pub fn dimensions(scene: &Scene, scale: f32) -> Result<(u32, u32), PaintError> {
    let [width, height] = [scene.size.width, scene.size.height].map(|side| (side * f64::from(scale)).round());
    if !(width >= 1.0 && height >= 1.0) {
        return Err(PaintError::Empty);
    }
    let side = f64::from(MAX_SIDE);
    if width > side || height > side || width * height > MAX_PIXELS as f64 {
        return Err(PaintError::TooLarge { width, height });
    }
    Ok((width as u32, height as u32))
}

/// What stays from picture to picture: the canvas, and the memory of the pixels, which the system hands out page by page.
#[derive(Default)]
pub struct Easel {
    canvas: Option<Canvas>,
    pixels: Pixels,
}

/// Paints a scene at so many pixels a point.
///
/// # Errors
/// If the picture would be empty or too large.
pub fn paint(scene: &Scene, scale: f32) -> Result<Pixels, PaintError> {
    let mut easel = Easel::default();
    paint_on(&mut easel, scene, scale)?;
    Ok(easel.pixels)
}

/// Paints a scene at so many pixels a point where another one was painted before.
///
/// # Errors
/// If the picture would be empty or too large.
pub fn paint_on<'e>(easel: &'e mut Easel, scene: &Scene, scale: f32) -> Result<&'e Pixels, PaintError> {
    easel.paint(scene, scale)?;
    let pixels = &mut easel.pixels;
    // What is painted over an opaque page by halves comes out at an opacity of 254 now and then.
    let opaque = pixels.opaque;
    for part in pixels.rgba.chunks_mut(PART).filter(|part| !is_opaque(part)) {
        for pixel in part.chunks_exact_mut(4) {
            let a = u16::from(pixel[3]);
            if a != 255 && a != 0 {
                for c in &mut pixel[..3] {
                    *c = ((u16::from(*c) * 255 + a / 2) / a).min(255) as u8;
                }
            }
            if opaque {
                pixel[3] = 255;
            }
        }
    }
    pixels.opaque = opaque || pixels.rgba.chunks(PART).all(is_opaque);
    Ok(pixels)
}

impl Easel {
    /// Paints a scene with the colours multiplied by their opacity.
    fn paint(&mut self, scene: &Scene, scale: f32) -> Result<(), PaintError> {
        let (width, height) = dimensions(scene, scale)?;
        let canvas = match &mut self.canvas {
            Some(canvas) => {
                canvas.clear(width as u16, height as u16);
                canvas
            }
            none => none.insert(Canvas::new(width as u16, height as u16)),
        };
        canvas.scene(scene, f64::from(scale));
        // Every pixel is written: what was there before does not matter.
        self.pixels.rgba.hold(width as usize * height as usize * 4);
        canvas.finish(&mut self.pixels.rgba);
        (self.pixels.width, self.pixels.height) = (width, height);
        self.pixels.opaque = scene.background.a == 255;
        Ok(())
    }
}

/// Bytes that are looked at together.
const PART: usize = 4096;

/// Whether nothing shows through pixels.
fn is_opaque(rgba: &[u8]) -> bool {
    // Without a way out in the middle, the compiler looks at many pixels at once.
    rgba.as_chunks().0.iter().fold(u32::MAX, |all, pixel| all & u32::from_le_bytes(*pixel)) >> 24 == 255
}

/// Paints a scene with the colours multiplied by their opacity.
pub(super) fn paint_premultiplied(scene: &Scene, scale: f32) -> Result<Pixels, PaintError> {
    let mut easel = Easel::default();
    easel.paint(scene, scale)?;
    Ok(easel.pixels)
}

/// Encodes a picture as PNG; without opacity where nothing shows through.
///
/// Each text goes into an `iTXt` chunk under its keyword. `ppi` is the print resolution in pixels an inch.
///
/// # Errors
/// If a keyword is not 1 to 79 Latin letters, or the buffer does not have the size of the picture.
pub fn encode(pixels: &Pixels, texts: &[(&str, &str)], ppi: Option<f32>) -> Result<Vec<u8>, PaintError> {
    encode_inner(pixels, texts, ppi).map_err(|why| PaintError::Encode(why.to_string()))
}

/// Copies red, green and blue.
fn without_opacity(rgba: &[u8], rgb: &mut [u8]) {
    let (pixels, rest) = rgba.as_chunks::<16>();
    let (colors, rest_of_colors) = rgb.as_chunks_mut::<12>();
    // Four pixels at a time, as three whole numbers: byte by byte this takes as long as the compression.
    for (to, from) in colors.iter_mut().zip(pixels) {
        let [a, b, c, d] = [0, 4, 8, 12].map(|at| u32::from_le_bytes([from[at], from[at + 1], from[at + 2], 0]));
        to[..4].copy_from_slice(&(a | b << 24).to_le_bytes());
        to[4..8].copy_from_slice(&(b >> 8 | c << 16).to_le_bytes());
        to[8..].copy_from_slice(&(c >> 16 | d << 8).to_le_bytes());
    }
    for (to, from) in rest_of_colors.chunks_exact_mut(3).zip(rest.chunks_exact(4)) {
        to.copy_from_slice(&from[..3]);
    }
}

/// Bytes of compressed data that are written at once.
const IDAT: usize = 1 << 20;

/// Encodes with the errors of the encoder.
fn encode_inner(pixels: &Pixels, texts: &[(&str, &str)], ppi: Option<f32>) -> Result<Vec<u8>, png::EncodingError> {
    let mut file = Vec::with_capacity(pixels.rgba.len() / 16 + 1024);
    let mut encoder = png::Encoder::new(&mut file, pixels.width, pixels.height);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_color(if pixels.opaque { png::ColorType::Rgb } else { png::ColorType::Rgba });
    encoder.set_compression(png::Compression::Fast);
    // The cheapest filter: Paeth's makes the file a tenth smaller, to try them all another fortieth.
    encoder.set_filter(png::Filter::Up);
    encoder.set_source_srgb(png::SrgbRenderingIntent::RelativeColorimetric);
    if let Some(ppi) = ppi.filter(|ppi| ppi.is_finite() && *ppi > 0.0) {
        let per_meter = (f64::from(ppi) / 0.0254).round() as u32;
        encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: per_meter, yppu: per_meter, unit: png::Unit::Meter }));
    }
    for (keyword, text) in texts {
        encoder.add_itxt_chunk((*keyword).to_owned(), (*text).to_owned())?;
    }
    let mut writer = encoder.write_header()?;
    if pixels.opaque {
        // Row by row, so that there is no second picture in memory.
        let mut rows = writer.stream_writer_with_size(IDAT)?;
        let mut row = vec![0; pixels.width as usize * 3];
        for rgba in pixels.rgba.chunks_exact(pixels.width as usize * 4) {
            without_opacity(rgba, &mut row);
            rows.write_all(&row)?;
        }
        rows.finish()?;
    } else {
        writer.write_image_data(&pixels.rgba)?;
    }
    writer.finish()?;
    Ok(file)
}
