//! From a session to the bytes of a picture: sizes, formats, and the page that fits them.

mod format;
mod size;

use crate::lang::Lang;
use crate::map::{self, Base, Page, Sheet};
use crate::paint::png::PaintError;
use crate::projection::Viewport;
use crate::session::Session;
use crate::world::World;

pub use format::{FORMATS, Format};
pub use size::{BadSize, MIN_SIDE, Pixels, USUAL};

/// What a picture is made from.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// All facts.
    pub world: &'a World,
    /// The base map in the projection of the session.
    pub base: &'a Base,
    /// What is looked at.
    pub session: &'a Session,
    /// Words.
    pub lang: &'a Lang,
}

/// The part of the world that a window shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Seen {
    /// Centre and scale.
    pub viewport: Viewport,
    /// Width and height of the map frame in points.
    pub frame: [f64; 2],
}

impl Seen {
    /// What the frame of a page shows.
    #[must_use]
    pub fn on(sheet: &Sheet) -> Self {
        Self { viewport: sheet.viewport, frame: [sheet.frame.width(), sheet.frame.height()] }
    }
}

impl Subject<'_> {
    /// The picture of the very page that a window shows, at so many pixels a point.
    ///
    /// # Errors
    /// Where the picture would be too large.
    pub fn window(&self, page: &Page, per_point: f32, format: &Format) -> Result<Vec<u8>, PaintError> {
        let sheet = map::compose(self.world, self.base, self.session, self.lang, page);
        format.write(&sheet.scene, per_point)
    }

    /// A picture of a size, laid out as a slide. It shows all that the window shows: where the frame has another
    /// shape there, some more.
    ///
    /// # Errors
    /// Where the picture would be too large.
    pub fn slide(&self, pixels: Pixels, seen: Option<Seen>, format: &Format) -> Result<Vec<u8>, PaintError> {
        let (page, per_point) = Page::picture(pixels.width(), pixels.height());
        let mut session = self.session.clone();
        let mut sheet = map::compose(self.world, self.base, &session, self.lang, &page);
        // Without a chosen view the page fits the whole OTS by itself.
        if let (Some(seen), Some(_)) = (seen, session.viewport) {
            // The frame depends on the legend, and the legend on what is in the frame: twice is enough.
            for _ in 0..2 {
                session.viewport = Some(fitted(&seen, &sheet, f64::from(page.scale)));
                sheet = map::compose(self.world, self.base, &session, self.lang, &page);
            }
        }
        format.write(&sheet.scene, per_point)
    }
}

/// The view for a page such that its frame holds all that was seen, in points of a window as sessions have it.
fn fitted(seen: &Seen, sheet: &Sheet, scale: f64) -> Viewport {
    let frame = [sheet.frame.width(), sheet.frame.height()];
    let growth = (seen.frame[0] / frame[0].max(1.0)).max(seen.frame[1] / frame[1].max(1.0));
    Viewport { km_per_point: seen.viewport.km_per_point * growth * scale, ..seen.viewport }.sane()
}
