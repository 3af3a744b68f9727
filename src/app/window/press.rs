//! Packs from the window, and the press check with the way to what it finds.

use std::path::PathBuf;

use eframe::egui::Context;

use super::job::{self, Job};
use super::{Atlas, waker};
use crate::app::pack;
use crate::export::{Order, Seen, Spot, Subject, press};
use crate::projection::Viewport;
use crate::ui::{Press, Proof};

impl Atlas {
    /// Begins to make a pack.
    pub(super) fn pack(&mut self, ctx: &Context, order: &Order, folder: Option<PathBuf>) {
        if !self.is_free() {
            return;
        }
        let (pictures, home) = (self.pictures(), self.folders.home.clone());
        let order = match order {
            Order::File(file) => Order::File(job::named(file, &pictures, home.as_deref())),
            Order::Text(text) => Order::Text(text.clone()),
        };
        let typed = folder.unwrap_or_else(|| PathBuf::from("ots-briefing"));
        let folder = job::fresh_folder(job::named(typed, &pictures, home.as_deref()));
        match pack::read(&order, &self.world) {
            Ok(pack) => {
                self.job = Some(Job::pack(self.world.clone(), pack, folder, waker(ctx)));
            }
            Err(why) => self.notices.warn(self.lang.format("app-pack-failed", &[("why", why.into())])),
        }
    }

    /// Has the press check look at the picture that the reader asks about, unless it did already.
    pub(super) fn press_check(&mut self, ctx: &Context) {
        let Some(proof) = self.panels.dialogs.pressed() else {
            self.press = None;
            return;
        };
        let revision = self.pages.revision();
        if self.press.as_ref().is_some_and(|known| known.proof == proof && known.revision == revision) {
            return;
        }
        let (Some(page), Some(sheet)) = (self.pages.page(), self.pages.sheet()) else { return };
        let session = self.history.now();
        let subject = Subject { world: &self.world, base: self.ground.base(), session, lang: &self.lang };
        let laid = match proof {
            Proof::Sized(size) => subject.picture(size, Some(Seen::on(sheet)), true),
            Proof::Window => subject.window(&page, ctx.pixels_per_point()),
        };
        let findings = press::check(&self.world, &laid, &self.lang, press::MONTHS);
        self.press = Some(Press { proof, revision, findings });
    }

    /// Shows where something lies; the map moves there where it is out of sight.
    pub(super) fn point(&mut self, spot: Spot) {
        if let (Spot::Place(center), Some(sheet)) = (spot, self.pages.sheet()) {
            let at =
                self.projection().forward(center[0], center[1]).map(|[x, y]| sheet.affine * kurbo::Point::new(x, y));
            if at.is_some_and(|at| !sheet.frame.contains(at)) {
                self.fly_to(Some(Viewport { center, ..self.target() }));
            }
        }
        self.panels.canvas.point_at(spot);
    }
}
