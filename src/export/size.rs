//! Sizes of pictures in pixels, and what is too much.

use std::fmt;

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
    /// Not two whole numbers.
    Unreadable,
    /// A side is too short.
    TooSmall,
    /// A side is too long, or both together are.
    TooLarge,
}

impl fmt::Display for BadSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable => write!(f, "write width and height in pixels, such as 1920x1080"),
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

/// Sizes that the dialog offers, with a word for each.
pub const USUAL: [(&str, Pixels); 2] =
    [("full-hd", Pixels { width: 1920, height: 1080 }), ("4k", Pixels { width: 3840, height: 2160 })];

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
        assert_eq!(Pixels::parse("3840x2160"), Ok(USUAL[1].1));
        assert_eq!(Pixels::parse(" 1920 × 1080 "), Ok(USUAL[0].1));
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
}
