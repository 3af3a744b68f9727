//! From a session to the bytes of a picture: sizes, formats, and the page that fits them.

pub mod briefing;
pub mod caption;
mod carried;
mod format;
mod pack;
pub mod press;
mod size;

use std::io::{self, Write};

use serde::{Deserialize, Serialize};

use crate::lang::Lang;
use crate::map::{self, Base, Page, Sheet};
use crate::paint::png::{Easel, PaintError};
use crate::projection::Viewport;
use crate::session::Session;
use crate::style::NOTE;
use crate::world::{Id, World};

pub use carried::{Carried, FILE_LIMIT, Opened, Unreadable};
pub use format::{FORMATS, Format, Print};
pub use pack::{BadPack, Item, Order, Pack, View};
pub use press::{Finding, Flaw, Spot};
pub use size::{BadSize, MIN_SIDE, Pixels, Size, USUAL};

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
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
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

    /// The view for a frame of another size, in points of a window, that shows all of it.
    #[must_use]
    pub fn within(&self, frame: [f64; 2]) -> Viewport {
        let growth = (self.frame[0] / frame[0].max(1.0)).max(self.frame[1] / frame[1].max(1.0));
        // In a frame of the very same shape nothing moves, not even by a rounding.
        let growth = if (growth - 1.0).abs() < 1e-9 { 1.0 } else { growth };
        Viewport { km_per_point: self.viewport.km_per_point * growth, ..self.viewport }.sane()
    }
}

/// A picture that is laid out and not yet painted.
pub struct Laid {
    /// The page.
    pub sheet: Sheet,
    /// What it shows: the session with the part of the world that suits the page.
    pub session: Session,
    /// Pixels for each point of the page.
    pub per_point: f32,
    /// Pixels to the inch.
    pub per_inch: f32,
    /// Growth of symbols and type against a window.
    scale: f32,
    /// Whether it is meant for paper.
    is_paper: bool,
    /// Whether the facts about the selection are told beside the map.
    is_told: bool,
}

impl Subject<'_> {
    /// The picture of the very page that a window shows, at so many pixels a point.
    #[must_use]
    pub fn window(&self, page: &Page, per_point: f32) -> Laid {
        let mut sheet = map::compose(self.world, self.base, self.session, self.lang, page);
        let session = self.session.clone();
        self.describe(&mut sheet, &session);
        let (per_inch, scale) = (96.0 * per_point, page.scale);
        Laid { sheet, session, per_point, per_inch, scale, is_paper: false, is_told: false }
    }

    /// A picture of a size. It shows all that the window shows: where the frame has another shape there, some more.
    /// `marked` prints the view code.
    #[must_use]
    pub fn picture(&self, size: Size, seen: Option<Seen>, marked: bool) -> Laid {
        let (page, per_point) = size.page();
        let page = Page { code: marked, ..page };
        let mut session = self.session.clone();
        let mut sheet = map::compose(self.world, self.base, &session, self.lang, &page);
        // Without a chosen view the page fits the whole OTS by itself.
        if let (Some(seen), Some(_)) = (seen, session.viewport) {
            // The frame depends on the legend, and the legend on what is in the frame: twice is enough.
            for _ in 0..2 {
                let frame = [sheet.frame.width(), sheet.frame.height()].map(|side| side / f64::from(page.scale));
                session.viewport = Some(seen.within(frame));
                sheet = map::compose(self.world, self.base, &session, self.lang, &page);
            }
        }
        self.describe(&mut sheet, &session);
        Laid {
            sheet,
            session,
            per_point,
            per_inch: size.per_inch(per_point),
            scale: page.scale,
            is_paper: matches!(size, Size::Paper(_)),
            is_told: false,
        }
    }

    /// Puts into words what a page shows, for those who do not see it.
    fn describe(&self, sheet: &mut Sheet, session: &Session) {
        sheet.scene.description = caption::description(self.world, sheet, session, self.lang);
    }

    /// The view that shows a thing on a picture of a size, in points of a window as sessions have it; none where the
    /// thing is nowhere.
    #[must_use]
    pub fn fitted(&self, id: &Id, size: Size) -> Option<Viewport> {
        let (page, _) = size.page();
        let frame = map::compose(self.world, self.base, self.session, self.lang, &page).frame;
        let view = map::fit(self.world, self.base, id, self.world.as_of(self.session.as_of), frame)?;
        Some(Viewport { km_per_point: view.km_per_point * f64::from(page.scale), ..view })
    }

    /// The content of the file of a picture; `carries` puts its view into it, to be opened again.
    ///
    /// # Errors
    /// Where the picture would be too large.
    pub fn write(&self, laid: &Laid, format: &Format, carries: bool) -> Result<Vec<u8>, PaintError> {
        let mut bytes = Vec::new();
        self.write_to(&mut bytes, &mut Easel::default(), laid, format, carries)?;
        Ok(bytes)
    }

    /// Writes the file of a picture piece by piece, with what an earlier picture has left.
    ///
    /// # Errors
    /// Where the picture would be too large, before anything is written; where writing fails.
    pub fn write_to(
        &self,
        file: &mut dyn Write,
        easel: &mut Easel,
        laid: &Laid,
        format: &Format,
        carries: bool,
    ) -> io::Result<()> {
        let view = carries.then(|| Carried::new(self.world, laid).text());
        let print = Print { per_point: laid.per_point, per_inch: laid.per_inch, view: view.as_deref() };
        format.write_to(file, easel, &laid.sheet.scene, &print)
    }
}

impl Laid {
    /// Height of its smallest letters in points of the page.
    #[must_use]
    fn smallest(&self) -> f64 {
        f64::from(NOTE.font.size * self.scale)
    }

    /// The part of the world that it shows, in points of a window.
    #[must_use]
    pub fn seen(&self) -> Seen {
        let scale = f64::from(self.scale);
        let on = Seen::on(&self.sheet);
        let here = Viewport { km_per_point: on.viewport.km_per_point * scale, ..on.viewport };
        Seen { viewport: self.session.viewport.unwrap_or(here), frame: on.frame.map(|side| side / scale) }
    }
}
