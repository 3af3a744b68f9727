//! Packs from the window, and the press check with the way to what it finds.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use eframe::egui::Context;

use super::job::{self, Job};
use super::{Atlas, waker};
use crate::app::keep::fresh;
use crate::app::pack::{self, Surveyor};
use crate::export::press::Survey;
use crate::export::{Opened, Order, Seen, Spot, Subject, press};
use crate::projection::Viewport;
use crate::ui::{Destination, Press, Proof};

/// How long the name of a file is left alone before the press check looks at the pack in it: it may be typed still.
const PAUSE: Duration = Duration::from_millis(400);

/// The press check of the pack that the dialog is about to make.
pub struct Surveying {
    /// What is looked at, and the language in which it is told.
    order: (Order, String),
    /// When it was asked for.
    since: Instant,
    surveyor: Option<Surveyor>,
    /// What was found, as of this frame.
    pub found: Survey,
}

impl Atlas {
    /// Begins to make a pack.
    pub(super) fn pack(&mut self, ctx: &Context, order: &Order, folder: Option<PathBuf>) {
        if !self.is_free() {
            return;
        }
        let typed = folder.unwrap_or_else(|| PathBuf::from("ots-briefing"));
        let folder = job::named(typed, &self.pictures(), self.folders.home.as_deref());
        let made = pack::read(&self.ordered(order), &self.world)
            .and_then(|pack| Ok((pack, pack::Folder::fresh(folder).map_err(|failure| failure.to_string())?)));
        match made {
            Ok((pack, folder)) => {
                self.tell_left_out(pack.left_out);
                self.job = Some(Job::pack(self.world.clone(), pack, folder, waker(ctx)));
            }
            Err(why) => self.notices.warn(self.lang.format("app-pack-failed", &[("why", why.into())])),
        }
    }

    /// What a pack is made from, with the whole path of a file.
    fn ordered(&self, order: &Order) -> Order {
        match order {
            Order::File(file) => Order::File(job::named(file, &self.pictures(), self.folders.home.as_deref())),
            Order::Text(text) => Order::Text(text.clone()),
        }
    }

    /// Has the press check look at the pack in the dialog, off the frame loop.
    pub(super) fn survey(&mut self, ctx: &Context) {
        let wanted = self.panels.dialogs.surveyed().map(|order| (self.ordered(order), self.lang.code().to_owned()));
        if self.surveying.as_ref().map(|it| &it.order) != wanted.as_ref() {
            // To drop the one before stops it.
            self.surveying = wanted.map(|order| Surveying {
                order,
                since: Instant::now(),
                surveyor: None,
                found: Survey::default(),
            });
        }
        let Some(surveying) = &mut self.surveying else { return };
        let pause = if matches!(surveying.order.0, Order::File(_)) { PAUSE } else { Duration::ZERO };
        let left = pause.saturating_sub(surveying.since.elapsed());
        match &surveying.surveyor {
            Some(surveyor) if !surveying.found.is_whole() => surveying.found = surveyor.found(),
            Some(_) => {}
            None if left.is_zero() => {
                let order = surveying.order.0.clone();
                surveying.surveyor = Some(Surveyor::begin(order, self.world.clone(), self.lang, waker(ctx)));
            }
            None => ctx.request_repaint_after(left),
        }
    }

    /// Looks whether a dialog can write where it is about to, whenever another place was typed.
    pub(super) fn check_destination(&mut self) {
        let wanted = self.panels.dialogs.destination();
        if self.checked.as_ref().map(|(known, _)| known) == wanted.as_ref() {
            return;
        }
        let (pictures, home) = (self.pictures(), self.folders.home.as_deref());
        self.checked = wanted.map(|wanted| {
            let why = match &wanted {
                Destination::File(typed) | Destination::Folder(typed) if typed.is_empty() => None,
                Destination::File(typed) => fresh::obstacle(&job::meant(Path::new(typed), &pictures, home)),
                Destination::Folder(typed) => fresh::obstacle_in(&job::named(typed, &pictures, home)),
            };
            (wanted, why)
        });
    }

    /// Shows a view of the pack that was looked at, and where something lies there.
    pub(super) fn point_in(&mut self, view: usize, spot: Spot) {
        let pack = self.surveying.as_ref().and_then(|surveying| surveying.found.pack.clone());
        let Some(view) = pack.as_ref().and_then(|pack| pack.views.get(view)) else { return };
        let language = self.history.now().language.clone();
        let mut session = crate::session::Session { language, ..view.session.clone() };
        if let (true, Some(id)) = (view.fit, &session.selection) {
            session.viewport = self.fit(id);
        }
        if session != *self.history.now() {
            self.show_opened(Opened { session, seen: view.seen(), differs: None, missing: None, is_partial: false });
        }
        self.point(spot);
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
