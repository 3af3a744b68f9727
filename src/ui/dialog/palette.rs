//! The palette: every command by its name.

use egui::{Context, Id, Key, Modifiers, ScrollArea, Ui, vec2};

use crate::command::{Command, Entry, Here, Menu, entries};
use crate::lang::fold;
use crate::style::BODY;
use crate::ui::icon::Icon;
use crate::ui::widget::{Field, MenuItem, dialog};
use crate::ui::{Model, theme};

use super::Asked;

/// The palette as the reader left it.
#[derive(Debug, Default)]
pub struct Palette {
    query: String,
    current: usize,
    fresh: bool,
}

impl Palette {
    /// Empty, and about to take the keyboard.
    pub fn fresh() -> Self {
        Self { fresh: true, ..Self::default() }
    }
}

/// The entries whose part or label holds every word of a query.
#[must_use]
pub fn matching(model: &Model, query: &str) -> Vec<&'static Entry> {
    let query = fold(query);
    let holds = |entry: &&Entry| {
        let text = fold(&full_label(model, entry));
        query.split_whitespace().all(|word| text.contains(word))
    };
    entries().iter().filter(holds).collect()
}

/// Label of an entry; a choice also names what is chosen: "Theme: Dark".
fn full_label(model: &Model, entry: &Entry) -> String {
    let label = entry.label(model.lang);
    let part = Menu::ALL.iter().find(|(menu, _)| *menu == entry.menu);
    match (entry.menu, part) {
        (Menu::Layers | Menu::Projection | Menu::Theme | Menu::Language, Some((_, key))) => {
            format!("{}: {label}", model.lang.text(key))
        }
        _ => label,
    }
}

/// Shows the palette.
pub fn show(ctx: &Context, model: &Model, palette: &mut Palette, here: Here) -> Vec<Asked> {
    let lang = model.lang;
    let shown = dialog(ctx, "ots palette", &lang.text("command-palette"), &lang.text("ui-close"), 520.0, |ui| {
        contents(ui, model, palette, here)
    });
    match shown.inner {
        Some(command) => vec![Asked::Done(command)],
        None if shown.close => vec![Asked::Close],
        None => Vec::new(),
    }
}

/// Field and list; the command that was chosen.
fn contents(ui: &mut Ui, model: &Model, palette: &mut Palette, here: Here) -> Option<Command> {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let (down, up, enter) = ui.input_mut(|input| {
        (
            input.consume_key(Modifiers::NONE, Key::ArrowDown),
            input.consume_key(Modifiers::NONE, Key::ArrowUp),
            input.key_pressed(Key::Enter),
        )
    });
    let hint = model.lang.text("ui-palette-hint");
    let before = palette.query.clone();
    let field = Field::new(&hint).hint(&hint).icon(Icon::Search).id(Id::unique("ots palette field"));
    let response = field.show(ui, &mut palette.query);
    let fresh = std::mem::take(&mut palette.fresh);
    if fresh {
        response.request_focus();
    }
    if before != palette.query {
        palette.current = 0;
    }
    ui.add_space(8.0);
    let found = matching(model, &palette.query);
    let last = found.len().saturating_sub(1);
    palette.current = palette.current.saturating_add(usize::from(down)).saturating_sub(usize::from(up)).min(last);
    if found.is_empty() {
        theme::label(ui, model.lang.text("ui-palette-none"), BODY, model.tokens.text2);
    }
    let mut chosen = None;
    let room = (ui.ctx().content_rect().height() - 260.0).clamp(84.0, 392.0);
    ScrollArea::vertical().max_height(room).show(ui, |ui| {
        for (at, entry) in found.into_iter().enumerate() {
            let (label, keys) = (full_label(model, entry), entry.keys());
            let current = at == palette.current;
            let enabled = entry.enabled(here);
            let item =
                MenuItem { keys: &keys, checked: entry.checked(here), enabled, current, ..MenuItem::new(&label) };
            let response = item.show(ui);
            if current && (down || up) {
                response.scroll_to_me(None);
            }
            if enabled && (response.clicked() || current && enter && !fresh) {
                chosen = Some(entry.command(here));
            }
        }
    });
    chosen
}
