//! Bookmarks in the window: kept, opened, written to a file and read from one, and their small pictures.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{ColorImage, Context, TextureHandle, TextureId, TextureOptions};

use super::{Atlas, job, open::known};
use crate::app::keep::files;
use crate::app::pack;
use crate::command::Dialog;
use crate::export::{Opened, Order, Pack, Seen};
use crate::lang::Lang;
use crate::map::{self, Base, Page};
use crate::paint::png;
use crate::projection;
use crate::session::{Bookmark, Layer, Marking, Session};
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
                self.show_opened(Opened { session, seen, differs: None, is_partial: false });
            }
            other => self.kept.bookmarks.apply(&other),
        }
        self.saver.keep(self.kept.clone());
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

    /// Adds the views of a file to the bookmarks.
    pub(super) fn read_bookmarks(&mut self, path: &Path) {
        let path = job::named(path, &self.pictures(), self.folders.home.as_deref());
        match pack::read(&Order::File(path), &self.world) {
            Ok(pack) => {
                let before = self.kept.bookmarks.list().len();
                for view in pack.views {
                    let name = view.title.as_ref().unwrap_or(&view.name);
                    self.kept.bookmarks.add(name, view.session, view.frame);
                }
                let count = self.kept.bookmarks.list().len() - before;
                self.notices.tell(self.lang.format("app-bookmarks-read", &[("count", count.into())]));
                self.saver.keep(self.kept.clone());
            }
            Err(why) => self.notices.warn(self.lang.format("app-bookmarks-failed", &[("why", why.into())])),
        }
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
