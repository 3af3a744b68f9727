//! The menu: every command in columns, so that all are seen at once.

use egui::{Popup, PopupCloseBehavior, Response, ScrollArea, Ui, vec2};

use crate::command::{Command, Entry, Here, Menu, entries};
use crate::ui::widget::{MenuItem, menu_head, popup_frame};
use crate::ui::{Model, Output, theme};

/// Width of a column in points.
const COLUMN: f32 = 264.0;

/// Which parts stand in which column.
const COLUMNS: [&[Menu]; 3] = [
    &[Menu::File, Menu::Edit, Menu::Window],
    &[Menu::Go, Menu::Map],
    &[Menu::Layers, Menu::Projection, Menu::Theme, Menu::Language, Menu::Help],
];

/// Shows the menu below its button while it is open.
pub fn show(button: &Response, model: &Model, here: Here, out: &mut Output) {
    let screen = button.ctx.content_rect();
    Popup::menu(button)
        .frame(popup_frame(theme::tokens(&button.ctx), 8))
        .gap(4.0)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(model.lang.text("ui-menu"))
        .width(COLUMN * 3.0 + 56.0)
        .show(|ui| {
            let room = screen.size() - vec2(48.0, 72.0);
            ScrollArea::both().max_width(room.x).max_height(room.y).show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(16.0, 0.0);
                ui.horizontal_top(|ui| {
                    for column in COLUMNS {
                        ui.vertical(|ui| {
                            ui.set_width(COLUMN);
                            for menu in column {
                                part(ui, model, *menu, here, out);
                            }
                        });
                    }
                });
            });
        });
}

/// One part with its heading.
fn part(ui: &mut Ui, model: &Model, menu: Menu, here: Here, out: &mut Output) {
    let Some((_, key)) = Menu::ALL.iter().find(|(it, _)| *it == menu) else { return };
    menu_head(ui, &model.lang.text(key));
    for entry in entries().iter().filter(|entry| entry.menu == menu) {
        if let Some(command) = item(ui, model, entry, here) {
            out.commands.push(command);
        }
    }
}

/// One command; layers stay open for the next one, everything else closes the menu.
fn item(ui: &mut Ui, model: &Model, entry: &Entry, here: Here) -> Option<Command> {
    let (label, keys) = (entry.label(model.lang), entry.keys());
    let item =
        MenuItem { keys: &keys, checked: entry.checked(here), enabled: entry.enabled(here), ..MenuItem::new(&label) };
    if !item.show(ui).clicked() {
        return None;
    }
    if entry.checked(here).is_none() {
        ui.close();
    }
    Some(entry.command(here))
}

/// A menu of the choices of one part alone, below its button.
pub fn choices(button: &Response, model: &Model, menu: Menu, here: Here, out: &mut Output) {
    Popup::menu(button).frame(popup_frame(theme::tokens(&button.ctx), 8)).gap(4.0).width(200.0).show(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ui.set_width(200.0);
        part(ui, model, menu, here, out);
    });
}
