//! Design tokens: colours by theme, the type scale, spacing and radii. Written once, used by map and panels.

mod tokens;

pub use tokens::{Theme, Tokens};

use crate::scene::Font;

/// Spacing steps in points.
pub const SPACE: [f32; 6] = [4.0, 8.0, 12.0, 16.0, 24.0, 48.0];

/// Corner radii in points.
pub mod radius {
    /// Swatches.
    pub const SWATCH: f32 = 2.0;
    /// Key caps.
    pub const KEY: f32 = 4.0;
    /// Rows of lists.
    pub const ROW: f32 = 5.0;
    /// Buttons and fields.
    pub const BUTTON: f32 = 6.0;
    /// Cards, popups and groups.
    pub const CARD: f32 = 8.0;
}

/// The type scale: size, line height and weight of each role, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Role {
    /// Size, weight and tracking.
    pub font: Font,
    /// Distance between baselines.
    pub line: f32,
}

/// A role of the scale.
const fn role(size: f32, line: f32, weight: u16) -> Role {
    Role { font: Font::new(size, weight), line }
}

/// Title of a picture.
pub const TITLE: Role = Role { font: Font::new(22.0, 650).tracked(-0.2), line: 28.0 };
/// Subtitle of a picture.
pub const SUBTITLE: Role = role(13.0, 20.0, 400);
/// Name at the head of the inspector.
pub const NAME: Role = role(20.0, 24.0, 650);
/// Status headline.
pub const STATUS: Role = role(14.0, 20.0, 650);
/// Rows of lists and running text.
pub const BODY: Role = role(13.0, 20.0, 400);
/// The same for the selected row.
pub const BODY_STRONG: Role = role(13.0, 20.0, 600);
/// Heads of sections.
pub const SECTION: Role = role(12.0, 20.0, 600);
/// Legend entries.
pub const LEGEND: Role = role(12.0, 24.0, 400);
/// Notes, sources and axes.
pub const NOTE: Role = role(11.0, 16.0, 400);
/// Heads of notes.
pub const NOTE_STRONG: Role = role(11.0, 16.0, 600);
