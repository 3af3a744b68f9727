//! A scene as pixels, and pixels as a PNG file: no GPU, no display, the same bytes on every machine.

use std::fmt;
use std::io::{self, Write};

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
    pub rgba: Vec<u8>,
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

impl From<PaintError> for io::Error {
    fn from(why: PaintError) -> Self {
        Self::other(why)
    }
}

impl From<io::Error> for PaintError {
    fn from(error: io::Error) -> Self {
        error.downcast().unwrap_or_else(|error| Self::Encode(error.to_string()))
    }
}

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

/// What stays from picture to picture: the canvas, and the memory of the pixels of one band.
#[derive(Default)]
pub struct Easel {
    canvas: Option<Canvas>,
    band: Vec<u8>,
}

/// About so many bytes of pixels are painted at once: what stays near the processor is painted and encoded in less time
/// than it takes a system to hand out the memory of a large picture.
const BAND: usize = 1 << 20;

/// Paints a scene at so many pixels a point.
///
/// # Errors
/// If the picture would be empty or too large.
pub fn paint(scene: &Scene, scale: f32) -> Result<Pixels, PaintError> {
    let (width, height) = dimensions(scene, scale)?;
    let mut rgba = vec![0; width as usize * height as usize * 4];
    paint_premultiplied(scene, scale, &mut rgba)?;
    let opaque = scene.background.a == 255;
    settle(&mut rgba, opaque);
    Ok(Pixels { width, height, rgba, opaque })
}

/// Paints a scene with the colours multiplied by their opacity; there must be room for its [`dimensions`].
pub(super) fn paint_premultiplied(scene: &Scene, scale: f32, rgba: &mut [u8]) -> Result<(), PaintError> {
    let (width, height) = dimensions(scene, scale)?;
    let mut canvas = None;
    for (top, band) in bands(width, height) {
        let bytes = top as usize * width as usize * 4;
        let band = &mut rgba[bytes..bytes + band as usize * width as usize * 4];
        paint_band(&mut canvas, scene, scale, width, top, band);
    }
    Ok(())
}

/// Paints a scene at so many pixels a point and writes it band by band, where another one was painted before: the file
/// that [`encode`] makes of [`paint`].
///
/// # Errors
/// If the picture would be empty or too large, before anything is written; if a keyword is not 1 to 79 Latin letters, or
/// writing fails.
pub fn write(
    easel: &mut Easel,
    scene: &Scene,
    scale: f32,
    texts: &[(&str, &str)],
    ppi: Option<f32>,
    file: &mut dyn Write,
) -> io::Result<()> {
    let (width, height) = dimensions(scene, scale)?;
    let opaque = scene.background.a == 255;
    let Easel { canvas, band } = easel;
    let head = Head { width, height, opaque, texts, ppi };
    let mut kept = Kept { file, error: None };
    let written = head.write(&mut kept, |rows| {
        for (top, height) in bands(width, height) {
            band.resize(height as usize * width as usize * 4, 0);
            paint_band(canvas, scene, scale, width, top, band);
            if !opaque {
                settle(band, false);
            }
            rows.push(band)?;
        }
        Ok(())
    });
    kept.error.map_or(written, Err)
}

/// A file that keeps its first failure to itself: the encoder would word it anew, lose it in its last piece, or panic.
struct Kept<'a> {
    file: &'a mut dyn Write,
    error: Option<io::Error>,
}

impl Write for Kept<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.error.is_none() {
            self.error = self.file.write_all(bytes).err();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.error.is_none() {
            self.error = self.file.flush().err();
        }
        Ok(())
    }
}

/// The bands of a picture from top to bottom: first row and number of rows, which do not depend on the machine.
fn bands(width: u32, height: u32) -> impl Iterator<Item = (u32, u32)> {
    // The painter works through four rows at once.
    let rows = (BAND as u32 / (width * 4)).max(64) / 4 * 4;
    (0..height).step_by(rows as usize).map(move |top| (top, rows.min(height - top)))
}

/// Paints the rows of a scene from `top` on that a buffer holds.
fn paint_band(canvas: &mut Option<Canvas>, scene: &Scene, scale: f32, width: u32, top: u32, rgba: &mut [u8]) {
    let [width, height] = [width, (rgba.len() / 4) as u32 / width].map(|side| side as u16);
    let canvas = match canvas {
        Some(canvas) => {
            canvas.clear(width, height);
            canvas
        }
        none => none.insert(Canvas::new(width, height)),
    };
    canvas.scene(scene, f64::from(scale), f64::from(top));
    // Every pixel is written: what was there before does not matter.
    canvas.finish(rgba);
}

/// Divides colours by their opacity; what is painted over an opaque page by halves comes out at an opacity of 254 now and
/// then.
fn settle(rgba: &mut [u8], opaque: bool) {
    for pixel in rgba.as_chunks_mut().0 {
        divide(pixel);
        if opaque {
            pixel[3] = 255;
        }
    }
}

/// Divides the colours of a pixel by its opacity.
fn divide(pixel: &mut [u8; 4]) {
    let a = u16::from(pixel[3]);
    if a != 255 && a != 0 {
        for c in &mut pixel[..3] {
            *c = ((u16::from(*c) * 255 + a / 2) / a).min(255) as u8;
        }
    }
}

/// Encodes a picture as PNG; without opacity where nothing shows through.
///
/// Each text goes into an `iTXt` chunk under its keyword. `ppi` is the print resolution in pixels an inch.
///
/// # Errors
/// If a keyword is not 1 to 79 Latin letters, or the buffer does not have the size of the picture.
pub fn encode(pixels: &Pixels, texts: &[(&str, &str)], ppi: Option<f32>) -> Result<Vec<u8>, PaintError> {
    let Pixels { width, height, ref rgba, opaque } = *pixels;
    let head = Head { width, height, opaque, texts, ppi };
    let mut file = Vec::new();
    head.write(&mut file, |rows| rows.push(rgba))?;
    Ok(file)
}

/// Opacity of two pixels that hide what is behind them.
const SOLID: u64 = 0xFF00_0000_FF00_0000;

/// Copies red, green and blue, divided by an opacity that is almost full.
fn without_opacity(rgba: &[u8], rgb: &mut [u8]) {
    let (pixels, rest) = rgba.as_chunks::<16>();
    let (colors, rest_of_colors) = rgb.as_chunks_mut::<12>();
    // Four pixels at a time, as two whole numbers: byte by byte this takes as long as the compression.
    for (to, from) in colors.iter_mut().zip(pixels) {
        let mut pairs = halves(from);
        if pairs[0] & pairs[1] & SOLID != SOLID {
            let mut mended = *from;
            mended.as_chunks_mut().0.iter_mut().for_each(divide);
            pairs = halves(&mended);
        }
        let [first, second] = pairs.map(|pair| pair & 0xFF_FFFF | pair >> 8 & 0xFFFF_FF00_0000);
        to[..8].copy_from_slice(&(first | second << 48).to_le_bytes());
        to[8..].copy_from_slice(&((second >> 16) as u32).to_le_bytes());
    }
    for (to, from) in rest_of_colors.as_chunks_mut::<3>().0.iter_mut().zip(rest.as_chunks().0) {
        let mut mended = *from;
        divide(&mut mended);
        to.copy_from_slice(&mended[..3]);
    }
}

/// Four pixels as two whole numbers.
fn halves(pixels: &[u8; 16]) -> [u64; 2] {
    let number = |at: usize| u64::from_le_bytes(std::array::from_fn(|byte| pixels[at + byte]));
    [number(0), number(8)]
}

/// Bytes of compressed data that are written at once.
const IDAT: usize = 1 << 17;

/// What is said of a picture before its pixels.
struct Head<'a> {
    width: u32,
    height: u32,
    opaque: bool,
    texts: &'a [(&'a str, &'a str)],
    ppi: Option<f32>,
}

/// Takes the pixels of a picture from top to bottom.
struct Rows<'a> {
    stream: &'a mut dyn Write,
    /// Pixels a row.
    width: usize,
    /// A row without opacity, where there is none.
    rgb: Option<Vec<u8>>,
}

impl Rows<'_> {
    /// Takes some rows; those of an opaque picture may still be multiplied by an opacity that is almost full.
    fn push(&mut self, rgba: &[u8]) -> io::Result<()> {
        match &mut self.rgb {
            Some(rgb) => {
                for row in rgba.chunks_exact(self.width * 4) {
                    without_opacity(row, rgb);
                    self.stream.write_all(rgb)?;
                }
            }
            None => self.stream.write_all(rgba)?,
        }
        Ok(())
    }
}

impl Head<'_> {
    /// Writes the file of a picture whose rows are given by a closure.
    fn write(&self, file: &mut dyn Write, rows: impl FnOnce(&mut Rows<'_>) -> io::Result<()>) -> io::Result<()> {
        let mut encoder = png::Encoder::new(file, self.width, self.height);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_color(if self.opaque { png::ColorType::Rgb } else { png::ColorType::Rgba });
        encoder.set_compression(png::Compression::Fast);
        // The cheapest filter: Paeth's makes the file a tenth smaller, to try them all another fortieth.
        encoder.set_filter(png::Filter::Up);
        encoder.set_source_srgb(png::SrgbRenderingIntent::RelativeColorimetric);
        if let Some(ppi) = self.ppi.filter(|ppi| ppi.is_finite() && *ppi > 0.0) {
            let per_meter = (f64::from(ppi) / 0.0254).round() as u32;
            let unit = png::Unit::Meter;
            encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: per_meter, yppu: per_meter, unit }));
        }
        for (keyword, text) in self.texts {
            encoder.add_itxt_chunk((*keyword).to_owned(), (*text).to_owned())?;
        }
        let mut writer = encoder.write_header()?;
        let mut stream = writer.stream_writer_with_size(IDAT)?;
        let width = self.width as usize;
        rows(&mut Rows { stream: &mut stream, width, rgb: self.opaque.then(|| vec![0; width * 3]) })?;
        stream.finish()?;
        Ok(writer.finish()?)
    }
}
