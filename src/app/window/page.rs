//! The page of the window, laid out again only where something changed.

use std::sync::Arc;

use eframe::egui::Context;

use crate::lang::Lang;
use crate::map::{self, Base, Page, Sheet};
use crate::scene::Size;
use crate::session::Session;
use crate::ui::UiState;
use crate::world::World;

/// Height of the bar above the page and widths of the panels beside it, for a first guess at the room.
const BAR: f32 = 44.0;
const RAIL: f32 = 264.0;
const INSPECTOR: f32 = 344.0;

/// The page, what it was made from, and the room that there is for it.
#[derive(Default)]
pub struct Pages {
    room: Option<Size>,
    laid: Option<Laid>,
    revision: u64,
}

/// A page and what it was made from.
struct Laid {
    session: Session,
    size: Size,
    base: (&'static str, u32),
    /// Key of the other edition that was open.
    edition: Option<String>,
    sheet: Sheet,
}

impl Pages {
    /// The page, once it was laid out.
    #[must_use]
    pub fn sheet(&self) -> Option<&Sheet> {
        self.laid.as_ref().map(|laid| &laid.sheet)
    }

    /// Grows with every page.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The page that is laid out: its size in points.
    #[must_use]
    pub fn page(&self) -> Option<Page> {
        self.laid.as_ref().map(|laid| Page::window(laid.size.width, laid.size.height))
    }

    /// Guesses the room before the panels have told it.
    pub fn expect(&mut self, ctx: &Context, panels: &UiState, selected: bool) {
        if self.room.is_none() {
            let window = ctx.content_rect().size();
            let wide = window.x >= 1200.0 && !panels.map_only;
            let beside = if wide { RAIL + if selected { INSPECTOR } else { 0.0 } } else { 48.0 };
            let room = [window.x - beside, window.y - BAR].map(|side| f64::from(side.max(1.0)));
            self.room = Some(Size::new(room[0], room[1]));
        }
    }

    /// Takes the room that the panels leave; whether the page has another size now.
    pub fn set_room(&mut self, room: Size) -> bool {
        let sane = room.is_finite() && room.width >= 1.0 && room.height >= 1.0;
        let changed = sane && self.laid.as_ref().is_none_or(|laid| laid.size != room);
        if changed {
            self.room = Some(room);
        }
        changed
    }

    /// Lays out the page of a session, unless it is there already.
    pub fn lay_out(&mut self, world: &World, base: &Arc<Base>, session: Session, lang: &Lang) {
        let Some(size) = self.room else { return };
        let ground = (base.projection().id(), base.generation());
        // From afar the near scale changes nothing.
        let as_good = |laid: &Laid| {
            let afar = laid.sheet.viewport.km_per_point >= map::NEAR_BELOW;
            laid.base == ground || afar && laid.base.0 == ground.0
        };
        let edition = world.revision.as_ref().map(|revision| revision.key.clone());
        let same =
            |laid: &Laid| laid.session == session && laid.size == size && laid.edition == edition && as_good(laid);
        if self.laid.as_ref().is_some_and(same) {
            return;
        }
        let sheet = map::compose(world, base, &session, lang, &Page::window(size.width, size.height));
        self.revision += 1;
        self.laid = Some(Laid { session, size, base: ground, edition, sheet });
    }
}
