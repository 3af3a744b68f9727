//! Bookmarks in the window: kept, opened, written to a file and read from one, and their small pictures.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{ColorImage, Context, Event, TextureHandle, TextureId, TextureOptions};

use super::{Atlas, job, open::known, waker};
use crate::app::keep::files;
use crate::command::Dialog;
use crate::export::{Opened, Order, Pack, Seen};
use crate::lang::Lang;
use crate::map::{self, Base, Page};
use crate::paint::png;
use crate::projection;
use crate::session::{Bookmark, Bookmarks, Layer, Marking, Session};
use crate::ui::THUMBNAIL;
use crate::world::World;

/// Pixels of a thumbnail for each of its points.
const FINENESS: f32 = 2.0;

/// Width and height of the page from which a thumbnail is cut, in points.
const PAGE: [f64; 2] = [1016.0, 756.0];

/// Ending of files of bookmarks.
const ENDING: &str = "toml";

/// Small pictures of views, painted when they are asked for.
#[derive(Default)]
pub struct Thumbnails(Vec<(Session, TextureHandle)>);

impl Atlas {
    /// Makes a picture of the view for every day on which something happened, from the day in force to that of the
    /// edition; from the beginning of the facts where the day in force is that of the edition.
    pub(super) fn series(&mut self, ctx: &Context) {
        let Some(edition) = self.world.edition else { return };
        let mut session = self.history.now().clone();
        let first = self.world.events.iter().map(|event| event.date.earliest()).min();
        session.as_of = session.as_of.or(first);
        let frame = self.pages.sheet().map(|sheet| [sheet.frame.width(), sheet.frame.height()]);
        let name = self.lang.text("command-series");
        let language = &session.language;
        let settings = format!("sizes = [\"slide\"]\nformats = [\"png\"]\nlanguages = [\"{language}\"]\n");
        let view = Bookmark { name: name.clone(), session: session.clone(), frame };
        let text = Pack::text(&name, &settings, &[view]) + &format!("until = \"{edition}\"\n");
        self.pack(ctx, &Order::Text(text), None);
    }

    /// The pictures of the bookmarks as far as they are painted; one more is painted in each frame in which they are
    /// looked at.
    pub(super) fn thumbnails(&mut self, ctx: &Context) -> Vec<Option<TextureId>> {
        if self.panels.dialogs.open() != Some(Dialog::Bookmarks) {
            return Vec::new();
        }
        let wanted = self.kept.bookmarks.list();
        let known = &mut self.thumbnails.0;
        known.retain(|(session, _)| wanted.iter().any(|bookmark| bookmark.session == *session));
        let missing = wanted.iter().find(|bookmark| !known.iter().any(|(session, _)| *session == bookmark.session));
        if let Some(Bookmark { session, .. }) = missing {
            let image = picture(&self.world, self.ground.base(), session);
            known.push((session.clone(), ctx.load_texture("thumbnail", image, TextureOptions::LINEAR)));
            ctx.request_repaint();
        }
        let texture = |bookmark: &Bookmark| known.iter().find(|(session, _)| *session == bookmark.session);
        wanted.iter().map(|bookmark| texture(bookmark).map(|(_, texture)| texture.id())).collect()
    }

    /// Takes in what other windows have made of the bookmarks: it looks when the list is opened, and when the reader comes
    /// back to this window.
    pub(super) fn share_bookmarks(&mut self, ctx: &Context) {
        let opened = self.panels.dialogs.open() == Some(Dialog::Bookmarks);
        let back = ctx.input(|input| input.events.iter().any(|event| matches!(event, Event::WindowFocused(true))));
        if (opened && !self.listed) || back {
            self.saver.look(waker(ctx));
        }
        self.listed = opened;
        if let Some((had, now)) = self.saver.news() {
            self.kept.bookmarks = Bookmarks::merged(&had, &self.kept.bookmarks, &now);
        }
    }

    /// Alters the list of bookmarks, or shows one.
    pub(super) fn mark(&mut self, marking: Marking) {
        match marking {
            Marking::Add => {
                let session = self.history.now().clone();
                let name = match &session.selection {
                    Some(id) => self.world.name_on(id, &session.language, session.day(&self.world)),
                    None => self.lang.text("ui-all"),
                };
                let frame = self.pages.sheet().map(|sheet| Seen::on(sheet).frame);
                let kept = self.kept.bookmarks.add(&name, session, frame);
                let name = self.kept.bookmarks.list().last().map(|bookmark| bookmark.name.clone()).unwrap_or_default();
                let words = self.lang.format("app-bookmarked", &[("name", name.into())]);
                self.notices.tell(if kept { words } else { self.lang.text("app-bookmarks-full") });
            }
            Marking::Open(at) => {
                let Some(bookmark) = self.kept.bookmarks.list().get(at) else { return };
                let seen = bookmark.session.viewport.zip(bookmark.frame);
                let seen = seen.map(|(viewport, frame)| Seen { viewport: viewport.sane(), frame });
                // The reader goes on in the language of now.
                let language = self.history.now().language.clone();
                let session = Session { language, ..bookmark.session.clone() };
                let session = known(session, &self.world, &mut self.notices);
                self.show_opened(Opened { session, seen, differs: None, missing: None, is_partial: false });
                return;
            }
            other => self.kept.bookmarks.apply(&other),
        }
        self.saver.keep_bookmarks(self.kept.bookmarks.clone());
    }

    /// Writes the bookmarks to a file that is a pack, too.
    pub(super) fn save_bookmarks(&mut self, path: Option<PathBuf>) {
        let typed = path.unwrap_or_else(|| PathBuf::from("bookmarks"));
        let named = job::named(typed, &self.pictures(), self.folders.home.as_deref());
        let path = job::fresh(if named.extension().is_some() { named } else { named.with_extension(ENDING) });
        let text = Pack::text(&self.lang.text("command-bookmarks"), "", self.kept.bookmarks.list());
        match files::write(&path, text.as_bytes()) {
            Ok(()) => self.notices.tell(self.lang.format("app-saved", &[("path", self.tilde(&path).into())])),
            Err(failure) => {
                let values = [("why", failure.to_string().into())];
                self.notices.warn(self.lang.format("app-bookmarks-failed", &values));
            }
        }
    }

    /// Says how many views were left out for want of an edition.
    pub(super) fn tell_left_out(&mut self, count: usize) {
        if count > 0 {
            self.notices.warn(self.lang.format("app-bookmarks-edition", &[("count", count.into())]));
        }
    }

    /// Adds views to the bookmarks, as many as there is room for.
    pub(super) fn add_bookmarks(&mut self, pack: Pack) {
        let (mut added, mut left_out) = (0_usize, 0_usize);
        for view in pack.views {
            let name = view.title.as_ref().unwrap_or(&view.name);
            let (mut session, mut frame) = (view.session, view.frame);
            if let (true, Some(id), Some(sheet)) = (view.fit, &session.selection, self.pages.sheet()) {
                let day = self.world.as_of(session.as_of);
                let own = projection::by_id(&session.projection).unwrap_or(projection::ALL[0]);
                let base = self.ground.base();
                let other = (own.id() != base.projection().id()).then(|| Base::new(&self.world, own));
                session.viewport = map::fit(&self.world, other.as_ref().unwrap_or(base), id, day, sheet.frame);
                frame = Some(Seen::on(sheet).frame);
            }
            if self.kept.bookmarks.add(name, session, frame) { added += 1 } else { left_out += 1 }
        }
        self.notices.tell(self.lang.format("app-bookmarks-read", &[("count", added.into())]));
        if left_out > 0 {
            self.notices.warn(self.lang.format("app-bookmarks-left-out", &[("count", left_out.into())]));
        }
        self.tell_left_out(pack.left_out);
        self.saver.keep_bookmarks(self.kept.bookmarks.clone());
    }
}

/// Paints the middle of a view, without words, which nobody could read.
fn picture(world: &World, base: &Arc<Base>, session: &Session) -> ColorImage {
    let own = projection::by_id(&session.projection).unwrap_or(projection::ALL[0]);
    let other = (own.id() != base.projection().id()).then(|| Base::new(world, own));
    let base = other.as_ref().unwrap_or(base);
    let mut session = session.clone();
    session.layers.retain(|layer| !matches!(layer, Layer::Labels | Layer::Graticule | Layer::Seats));
    let sheet = map::compose(world, base, &session, &Lang::default(), &Page::window(PAGE[0], PAGE[1]));
    // The largest part of the map in the shape of a thumbnail.
    let [wide, high] = [THUMBNAIL.x, THUMBNAIL.y].map(|side| f64::from(side * FINENESS));
    let scale = (wide / sheet.frame.width()).max(high / sheet.frame.height());
    let Ok(pixels) = png::paint(&sheet.scene, scale as f32) else { return ColorImage::example() };
    let corner = [sheet.frame.center().x * scale - wide / 2.0, sheet.frame.center().y * scale - high / 2.0];
    let [left, top] = corner.map(|side| side.max(0.0) as usize);
    let columns = (wide as usize).min((pixels.width as usize).saturating_sub(left));
    let rows = pixels.rgba.chunks_exact(pixels.width as usize * 4).skip(top).take(high as usize);
    let rgba: Vec<u8> = rows.flat_map(|row| row.iter().skip(left * 4).take(columns * 4).copied()).collect();
    ColorImage::from_rgba_unmultiplied([columns, rgba.len() / (columns * 4).max(1)], &rgba)
}
