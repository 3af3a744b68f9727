//! The sheet that a page is laid out on: its size, its scale, and what belongs on it.

use crate::scene::{Rect, Size};

/// The page that is laid out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Page {
    /// Size in points.
    pub size: Size,
    /// Symbols, strokes and type grow by this factor; 1 on screen.
    pub scale: f32,
    /// Free space left and right of title and notes, in points.
    pub margin: f64,
    /// Whether the view code is printed.
    pub code: bool,
    /// Height that stays free between legend and notes, in points.
    pub reserve: f64,
    /// Whether small regions are enlarged beside the map, for readers who cannot zoom.
    pub insets: bool,
    /// Whether it may become higher than its size, as a window that can be scrolled.
    pub grows: bool,
}

impl Page {
    /// Width in points of a picture that is shown across a slide.
    const SLIDE: f64 = 1920.0;

    /// The buttons over the map of a window: width and height, and their distance from its lower right corner, in points.
    pub const BUTTONS: [f64; 3] = [32.0, 96.0, 16.0];

    /// Where those buttons stand in the frame of a map; none where it has no room for them.
    #[must_use]
    pub fn buttons(frame: Rect) -> Option<Rect> {
        let [width, height, apart] = Self::BUTTONS;
        let room = frame.inset(-apart);
        let has_room = room.width() >= width && room.height() >= height;
        has_room.then(|| Rect::new(room.x1 - width, room.y1 - height, room.x1, room.y1))
    }

    /// The page of a window of a size in points.
    #[must_use]
    pub fn window(width: f64, height: f64) -> Self {
        Self {
            size: Size::new(width, height),
            scale: 1.0,
            margin: 24.0,
            code: true,
            reserve: 0.0,
            insets: false,
            grows: true,
        }
    }

    /// The page of a sheet of paper of a size in points of 1/72 inch. Its smallest letters are nine points high on A4,
    /// and grow on larger sheets, which are looked at from further away.
    #[must_use]
    pub fn paper(width: f64, height: f64) -> Self {
        let scale = 0.82 * (width.min(height) / 595.0).sqrt().clamp(1.0, 2.0);
        let size = Size::new(width, height);
        let scale = scale as f32;
        Self { size, scale, margin: 30.0 * f64::from(scale), code: true, reserve: 0.0, insets: true, grows: false }
    }

    /// The page of a picture of a size in pixels, laid out like a slide, and the pixels per point with which it is
    /// painted.
    #[must_use]
    pub fn picture(width: u32, height: u32) -> (Self, f32) {
        let (width, height) = (f64::from(width), f64::from(height));
        let per_point = (width / Self::SLIDE).min(height / (Self::SLIDE * 9.0 / 16.0)).max(1e-3);
        let size = Size::new(width / per_point, height / per_point);
        let page = Self { size, scale: 1.64, margin: 48.0, code: true, reserve: 0.0, insets: true, grows: false };
        (page, per_point as f32)
    }
}
