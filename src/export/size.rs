//! Sizes of pictures: pixels for screens and slides, millimetres for paper, and what is too much.

use std::fmt;

use crate::map::Page;
use crate::paint::png::{MAX_PIXELS, MAX_SIDE};

/// Smallest side of a picture in pixels.
pub const MIN_SIDE: u32 = 16;

/// Width and height of a picture in pixels, within the limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pixels {
    width: u32,
    height: u32,
}

/// Why a size is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadSize {
    /// Neither a name nor two numbers.
    Unreadable,
    /// A side is too short.
    TooSmall,
    /// A side is too long, or both together are.
    TooLarge,
}

impl fmt::Display for BadSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable => {
                let names: Vec<&str> = USUAL.iter().map(|(name, _)| *name).collect();
                write!(f, "write 1920x1080 for pixels, 210x297mm for paper, or one of {}", names.join(", "))
            }
            Self::TooSmall => write!(f, "a picture needs at least {MIN_SIDE} pixels a side"),
            Self::TooLarge => {
                write!(
                    f,
                    "a picture has at most {MAX_SIDE} pixels a side and {} million in all",
                    MAX_PIXELS / 1_000_000
                )
            }
        }
    }
}

impl std::error::Error for BadSize {}

/// Pixels to the inch of paper.
const PAPER_PPI: f64 = 300.0;

/// Millimetres of an inch.
const INCH: f64 = 25.4;

/// The size of a picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Size {
    /// For a screen or a slide, in pixels.
    Screen(Pixels),
    /// For paper, printed with 300 pixels to the inch: width and height in millimetres.
    Paper([f64; 2]),
}

/// Sizes that have a name, for the command line, packs and the dialog.
pub const USUAL: [(&str, Size); 8] = [
    ("slide", screen(1920, 1080)),
    ("slide-4k", screen(3840, 2160)),
    ("slide-4x3", screen(1600, 1200)),
    ("square", screen(2160, 2160)),
    ("a4", Size::Paper([297.0, 210.0])),
    ("a4-portrait", Size::Paper([210.0, 297.0])),
    ("a3", Size::Paper([420.0, 297.0])),
    ("a3-portrait", Size::Paper([297.0, 420.0])),
];

/// A size in pixels that is known to be within the limits.
const fn screen(width: u32, height: u32) -> Size {
    Size::Screen(Pixels { width, height })
}

impl Size {
    /// A sheet of paper.
    ///
    /// # Errors
    /// Where it is too small or too large at 300 pixels to the inch.
    pub fn paper(millimetres: [f64; 2]) -> Result<Self, BadSize> {
        if !millimetres.iter().all(|side| side.is_finite() && *side > 0.0) {
            return Err(BadSize::Unreadable);
        }
        let [width, height] = millimetres.map(|side| (side / INCH * PAPER_PPI).round().min(f64::from(u32::MAX)) as u32);
        Pixels::new(width, height).map(|_| Self::Paper(millimetres))
    }

    /// Reads a name, `1920x1080`, or `210x297mm`.
    ///
    /// # Errors
    /// Where it is no size, or outside the limits.
    pub fn parse(text: &str) -> Result<Self, BadSize> {
        let text = text.trim();
        if let Some((_, size)) = USUAL.iter().find(|(name, _)| name.eq_ignore_ascii_case(text)) {
            return Ok(*size);
        }
        match text.strip_suffix("mm") {
            Some(sides) => {
                let (width, height) = sides.split_once(['x', 'X', '×']).ok_or(BadSize::Unreadable)?;
                let number = |part: &str| part.trim().parse().map_err(|_| BadSize::Unreadable);
                Self::paper([number(width)?, number(height)?])
            }
            None => Pixels::parse(text).map(Self::Screen),
        }
    }

    /// Its pixels, those of paper at 300 to the inch.
    #[must_use]
    pub fn pixels(self) -> Pixels {
        match self {
            Self::Screen(pixels) => pixels,
            Self::Paper(sides) => {
                let [width, height] = sides.map(|side| (side / INCH * PAPER_PPI).round() as u32);
                Pixels { width, height }
            }
        }
    }

    /// The page that is laid out for it, and the pixels for each point of the page.
    #[must_use]
    pub fn page(self) -> (Page, f32) {
        let pixels = self.pixels();
        match self {
            Self::Screen(_) => Page::picture(pixels.width, pixels.height),
            Self::Paper(_) => {
                let per_point = PAPER_PPI / 72.0;
                let [width, height] = [pixels.width, pixels.height].map(|side| f64::from(side) / per_point);
                (Page::paper(width, height), per_point as f32)
            }
        }
    }

    /// Pixels to the inch: where a slide is as wide as office programs make it, 1920 pixels are 13⅓ inches.
    #[must_use]
    pub fn per_inch(self, per_point: f32) -> f32 {
        match self {
            Self::Screen(_) => 144.0 * per_point,
            Self::Paper(_) => PAPER_PPI as f32,
        }
    }

    /// Bytes of memory that a picture takes while it is painted, about and at most: the pixels of a band, what is painted
    /// on it, and the file.
    #[must_use]
    pub fn memory(self) -> u64 {
        let pixels = self.pixels();
        (16 << 20) + u64::from(pixels.width) * u64::from(pixels.height)
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((name, _)) = USUAL.iter().find(|(_, size)| size == self) {
            return f.write_str(name);
        }
        match self {
            Self::Screen(Pixels { width, height }) => write!(f, "{width}x{height}"),
            Self::Paper([width, height]) => write!(f, "{width}x{height}mm"),
        }
    }
}

impl Pixels {
    /// A size within the limits.
    ///
    /// # Errors
    /// Where it is not.
    pub fn new(width: u32, height: u32) -> Result<Self, BadSize> {
        if width.min(height) < MIN_SIDE {
            return Err(BadSize::TooSmall);
        }
        if width.max(height) > MAX_SIDE || u64::from(width) * u64::from(height) > MAX_PIXELS {
            return Err(BadSize::TooLarge);
        }
        Ok(Self { width, height })
    }

    /// Reads `1920x1080`.
    ///
    /// # Errors
    /// Where it is no size, or outside the limits.
    pub fn parse(text: &str) -> Result<Self, BadSize> {
        let number = |part: &str| {
            let part = part.trim();
            let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
            // A number that does not fit is too large in any case.
            digits.then(|| part.parse().unwrap_or(u32::MAX)).ok_or(BadSize::Unreadable)
        };
        let (width, height) = text.split_once(['x', 'X', '×']).ok_or(BadSize::Unreadable)?;
        Self::new(number(width)?, number(height)?)
    }

    /// Width in pixels.
    #[must_use]
    pub fn width(self) -> u32 {
        self.width
    }

    /// Height in pixels.
    #[must_use]
    pub fn height(self) -> u32 {
        self.height
    }
}

impl fmt::Display for Pixels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}×{}", self.width, self.height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_and_limited() {
        assert_eq!(Size::parse("3840x2160"), Ok(USUAL[1].1));
        assert_eq!(Size::parse(" 1920 × 1080 "), Ok(USUAL[0].1));
        for unreadable in ["", "x", "1920", "1920x", "-1x5", "1e3x400", "1920.0x1080", "1920x1080x3"] {
            assert_eq!(Pixels::parse(unreadable), Err(BadSize::Unreadable), "{unreadable}");
        }
        for small in ["0x0", "1x1", "1920x15"] {
            assert_eq!(Pixels::parse(small), Err(BadSize::TooSmall), "{small}");
        }
        for large in ["32768x32768", "16385x400", "16384x16384", "99999999999999999999x400"] {
            assert_eq!(Pixels::parse(large), Err(BadSize::TooLarge), "{large}");
        }
        assert!(Pixels::parse("16384x12000").is_ok());
    }

    #[test]
    fn sizes_have_names_and_millimetres() {
        for (name, size) in USUAL {
            assert_eq!(Size::parse(name), Ok(size));
            assert_eq!(Size::parse(&size.to_string()), Ok(size));
            let pixels = size.pixels();
            assert!(Pixels::new(pixels.width, pixels.height).is_ok(), "{name}");
        }
        assert_eq!(Size::parse("A4").unwrap().pixels(), Pixels::new(3508, 2480).unwrap());
        assert_eq!(Size::parse("120.5x80mm"), Ok(Size::Paper([120.5, 80.0])));
        assert_eq!(Size::parse("120.5x80mm").unwrap().to_string(), "120.5x80mm");
        assert_eq!(Size::parse("1x100mm"), Err(BadSize::TooSmall));
        assert_eq!(Size::parse("9000x9000mm"), Err(BadSize::TooLarge));
        for wrong in ["a5x", "x mm", "-1x5mm", "NaNx5mm", "infx5mm"] {
            assert_eq!(Size::parse(wrong), Err(BadSize::Unreadable), "{wrong}");
        }
    }
}
