//! The bookmarks: views under a name with a small picture, opened, renamed, put in order, written out and read in.

use std::path::PathBuf;

use egui::{Context, Image, Key, Rect, Role, ScrollArea, Sense, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, vec2};

use crate::command::{Command, Dialog};
use crate::session::{Bookmark, Marking};
use crate::style::{BODY, NOTE, radius};
use crate::ui::icon::Icon;
use crate::ui::widget::{Button, Field, Row, dialog, icon_button, rule};
use crate::ui::{Model, theme};

use super::Asked;

/// Width and height of the picture of a bookmark in points.
pub const THUMBNAIL: Vec2 = vec2(112.0, 63.0);

/// Height of a bookmark in the list.
const HEIGHT: f32 = 75.0;

/// The list as the reader left it.
#[derive(Debug, Default)]
pub struct Shelf {
    /// The one that gets another name, and the name so far.
    renaming: Option<(usize, String)>,
    file: String,
}

/// Shows the dialog.
pub fn show(ctx: &Context, model: &Model, shelf: &mut Shelf) -> Vec<Asked> {
    let lang = model.lang;
    let shown = dialog(ctx, "ots bookmarks", &lang.text("command-bookmarks"), &lang.text("ui-close"), 560.0, |ui| {
        let mut asked = Vec::new();
        list(ui, model, shelf, &mut asked);
        rule(ui);
        file(ui, model, shelf, &mut asked);
        asked
    });
    shown.inner.into_iter().chain(shown.close.then_some(Asked::Close)).collect()
}

/// Every bookmark, and the way to keep another one.
fn list(ui: &mut Ui, model: &Model, shelf: &mut Shelf, asked: &mut Vec<Asked>) {
    let lang = model.lang;
    let all = model.bookmarks.list();
    if all.is_empty() {
        theme::label(ui, lang.text("ui-bookmarks-none"), BODY, model.tokens.text2);
    }
    let room = (ui.ctx().content_rect().height() - 340.0).clamp(HEIGHT, 5.0 * HEIGHT);
    ScrollArea::vertical().id_salt("bookmarks").max_height(room).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
        for (at, bookmark) in all.iter().enumerate() {
            row(ui, model, (at, bookmark), shelf, asked);
        }
    });
    if let Some(removed) = model.bookmarks.removed() {
        let words = lang.format("ui-bookmarks-back", &[("name", removed.name.as_str().into())]);
        if Row::new(&words).icon(Icon::Undo).quiet().show(ui).clicked() {
            asked.push(Asked::Stay(Command::Bookmark(Marking::Restore)));
        }
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        if Button::new(&lang.text("command-bookmark")).primary().icon(Icon::Plus).show(ui).clicked() {
            asked.push(Asked::Stay(Command::Bookmark(Marking::Add)));
        }
        if Button::new(&lang.text("ui-bookmarks-pack")).enabled(!all.is_empty()).show(ui).clicked() {
            asked.push(Asked::Stay(Command::Dialog(Some(Dialog::Pack))));
        }
    });
}

/// One bookmark: its picture and name, which open it, and what can be done with it.
fn row(ui: &mut Ui, model: &Model, (at, bookmark): (usize, &Bookmark), shelf: &mut Shelf, asked: &mut Vec<Asked>) {
    let (lang, tokens) = (model.lang, model.tokens);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let mut opens = rect;
    opens.max.x -= 4.0 * 32.0 + 8.0;
    let response = ui.interact(opens, ui.scope_id().with(("bookmark", at)), Sense::click());
    let words = lang.format("ui-bookmarks-open", &[("name", bookmark.name.as_str().into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    let hover = theme::hover(&response);
    if hover > 0.0 {
        ui.painter().rect_filled(opens, radius::ROW, theme::color(tokens.raised).gamma_multiply(hover));
    }
    let picture = Rect::from_min_size(rect.min + vec2(6.0, 6.0), THUMBNAIL);
    match model.thumbnails.get(at).copied().flatten() {
        Some(texture) => Image::from_texture((texture, THUMBNAIL)).paint_at(ui, picture),
        None => {
            ui.painter().rect_filled(picture, radius::SWATCH, theme::color(tokens.raised));
        }
    }
    ui.painter().rect_stroke(picture, radius::SWATCH, (1.0, theme::color(tokens.line)), StrokeKind::Outside);
    theme::focus_ring(ui.painter(), tokens, &response, opens, radius::ROW, -0.5);
    if response.clicked() {
        asked.push(Asked::Done(Command::Bookmark(Marking::Open(at))));
    }
    let mut name = opens;
    name.min.x = picture.right() + 12.0;
    if shelf.renaming.as_ref().is_some_and(|(renaming, _)| *renaming == at) {
        rename(&mut ui.new_child(UiBuilder::new().max_rect(name.shrink2(vec2(0.0, 22.0)))), model, shelf, asked);
    } else {
        words_of(ui, model, bookmark, name);
    }
    let mut tools = rect;
    tools.min.x = opens.right() + 4.0;
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(tools).layout(layout).id_salt(("tools", at)));
    ui.spacing_mut().item_spacing.x = 4.0;
    let last = model.bookmarks.list().len() - 1;
    let named = |key: &str| format!("{}: {}", lang.text(key), bookmark.name);
    if icon_button(&mut ui, Icon::Text, &named("ui-bookmarks-rename"), true).clicked() {
        shelf.renaming = Some((at, bookmark.name.clone()));
    }
    if icon_button(&mut ui, Icon::ChevronUp, &named("ui-bookmarks-up"), at > 0).clicked() {
        asked.push(Asked::Stay(Command::Bookmark(Marking::Move(at, at - 1))));
    }
    if icon_button(&mut ui, Icon::ChevronDown, &named("ui-bookmarks-down"), at < last).clicked() {
        asked.push(Asked::Stay(Command::Bookmark(Marking::Move(at, at + 1))));
    }
    if icon_button(&mut ui, Icon::Close, &named("ui-bookmarks-remove"), true).clicked() {
        asked.push(Asked::Stay(Command::Bookmark(Marking::Remove(at))));
    }
}

/// The name of a bookmark, and below it from which day it looks.
fn words_of(ui: &Ui, model: &Model, bookmark: &Bookmark, place: Rect) {
    let tokens = model.tokens;
    let name = theme::line(ui.ctx(), bookmark.name.as_str(), BODY, tokens.text, place.width());
    let day = model.lang.date(bookmark.session.day(model.world));
    let words = model.lang.format("ui-as-of", &[("date", day.into())]);
    let note = theme::line(ui.ctx(), words, NOTE, tokens.text2, place.width());
    let top = place.center().y - f32::midpoint(name.size().y, note.size().y);
    let below = top + name.size().y;
    ui.painter().galley(egui::pos2(place.left(), top), name, theme::color(tokens.text));
    ui.painter().galley(egui::pos2(place.left(), below), note, theme::color(tokens.text2));
}

/// The field for another name; Enter takes it, Esc and a click elsewhere leave the name as it was.
fn rename(ui: &mut Ui, model: &Model, shelf: &mut Shelf, asked: &mut Vec<Asked>) {
    let Some((at, name)) = &mut shelf.renaming else { return };
    let label = model.lang.text("ui-bookmarks-rename");
    let field = Field::new(&label).show(ui, name);
    if field.lost_focus() {
        if ui.input(|input| input.key_pressed(Key::Enter)) {
            asked.push(Asked::Stay(Command::Bookmark(Marking::Rename(*at, name.clone()))));
        }
        shelf.renaming = None;
    } else if !field.has_focus() {
        field.request_focus();
    }
}

/// Writing the bookmarks to a file, and reading them from one.
fn file(ui: &mut Ui, model: &Model, shelf: &mut Shelf, asked: &mut Vec<Asked>) {
    let lang = model.lang;
    ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
    theme::label(ui, lang.text("ui-bookmarks-file"), NOTE, model.tokens.text2);
    let name = lang.text("ui-export-path");
    ui.horizontal(|ui| {
        let width = (ui.available_width() - 220.0).max(160.0);
        Field::new(&name).hint("bookmarks.toml").width(width).show(ui, &mut shelf.file);
        let path = (!shelf.file.trim().is_empty()).then(|| PathBuf::from(shelf.file.trim()));
        let some = !model.bookmarks.list().is_empty();
        if Button::new(&lang.text("ui-bookmarks-save")).enabled(some).show(ui).clicked() {
            asked.push(Asked::Stay(Command::SaveBookmarks(path.clone())));
        }
        if Button::new(&lang.text("ui-bookmarks-read")).enabled(path.is_some()).show(ui).clicked() {
            asked.extend(path.map(|path| Asked::Stay(Command::ReadBookmarks(path))));
        }
    });
}
