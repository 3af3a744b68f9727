//! Keys and help: the table of commands as a sheet of keys, and what the program is.

use egui::{Context, ScrollArea, Ui, pos2, vec2};

use crate::assets;
use crate::command::{Menu, entries};
use crate::style::{BODY, NOTE, SECTION};
use crate::ui::widget::{dialog, paint_key_cap, rule};
use crate::ui::{Model, theme};

use super::Asked;

/// What the mouse does: what, and how.
const MOUSE: [[&str; 2]; 4] = [
    ["ui-help-wheel", "ui-help-wheel-key"],
    ["ui-help-drag", "ui-help-drag-key"],
    ["ui-help-double", "ui-help-double-key"],
    ["ui-help-click", "ui-help-click-key"],
];

/// Shows the sheet.
pub fn show(ctx: &Context, model: &Model) -> Vec<Asked> {
    let lang = model.lang;
    let shown = dialog(ctx, "ots help", &lang.text("ui-help-title"), &lang.text("ui-close"), 720.0, |ui| {
        let room = (ui.ctx().content_rect().height() - 220.0).clamp(120.0, 560.0);
        ScrollArea::vertical().max_height(room).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(32.0, 0.0);
            let wide = ui.available_width() > 480.0;
            let width = if wide { (ui.available_width() - 40.0) / 2.0 } else { ui.available_width() - 8.0 };
            ui.horizontal_wrapped(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    for menu in [Menu::Map, Menu::Window] {
                        keys_of(ui, model, menu);
                    }
                });
                ui.vertical(|ui| {
                    ui.set_width(width);
                    for menu in [Menu::Go, Menu::Edit, Menu::File, Menu::Help] {
                        keys_of(ui, model, menu);
                    }
                    head(ui, model, "ui-help-keyboard");
                    line(ui, model, &lang.text("ui-help-tab"), &["Tab".to_owned()]);
                    line(ui, model, &lang.text("ui-help-enter"), &["Enter".to_owned()]);
                    head(ui, model, "ui-help-mouse");
                    for [what, how] in MOUSE {
                        line(ui, model, &lang.text(what), &[lang.text(how)]);
                    }
                });
            });
            rule(ui);
            about(ui, model);
        });
    });
    shown.close.then_some(Asked::Close).into_iter().collect()
}

/// The heading of a group of keys.
fn head(ui: &mut Ui, model: &Model, key: &str) {
    ui.add_space(8.0);
    theme::label(ui, model.lang.text(key), SECTION, model.tokens.text);
}

/// Every command of a part of the menu that has keys.
fn keys_of(ui: &mut Ui, model: &Model, menu: Menu) {
    let Some((_, key)) = Menu::ALL.iter().find(|(it, _)| *it == menu) else { return };
    head(ui, model, key);
    for entry in entries().iter().filter(|entry| entry.menu == menu && !entry.shortcuts.is_empty()) {
        let keys: Vec<String> = entry.shortcuts.iter().map(ToString::to_string).filter(|k| !k.ends_with('=')).collect();
        line(ui, model, &entry.label(model.lang), &keys);
    }
}

/// What something does, and its keys as caps at the right end.
fn line(ui: &mut Ui, model: &Model, what: &str, keys: &[String]) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 26.0));
    let mut right = rect.right();
    for key in keys.iter().rev() {
        right -= paint_key_cap(ui, pos2(right, rect.center().y), key) + 4.0;
    }
    let galley = theme::line(ui.ctx(), what, BODY, model.tokens.text2, right - rect.left());
    let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, theme::color(model.tokens.text2));
    let response = ui.interact(rect, ui.scope_id().with(("key", what, keys)), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, format!("{what}: {}", keys.join(", "))));
}

/// Edition, digest, licences, and that nothing is sent anywhere.
fn about(ui: &mut Ui, model: &Model) {
    let lang = model.lang;
    head(ui, model, "ui-about");
    let edition = model.world.edition.map(|day| lang.date_long(day)).unwrap_or_default();
    let digest: String = assets::DIGEST.chars().take(16).collect();
    let texts = [
        lang.format("ui-about-version", &[("version", env!("CARGO_PKG_VERSION").into())]),
        lang.format("ui-about-edition", &[("date", edition.into())]),
        lang.format("ui-about-digest", &[("digest", digest.into())]),
        lang.text("ui-about-network"),
        lang.text("ui-about-licences"),
    ];
    let position = ["boundaries", "recognition"].into_iter().filter_map(|key| model.world.note(key, lang.code()));
    ui.spacing_mut().item_spacing.y = 4.0;
    for words in texts.into_iter().chain([position.collect::<Vec<_>>().join(" ")]) {
        theme::label(ui, words, NOTE, model.tokens.text2);
    }
}
