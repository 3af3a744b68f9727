//! Keys as commands, by the one table.

use egui::{Context, Event, Key, Modifiers, Order, Popup, Rect};

use crate::command::{Command, Here, Shortcut, entries};

/// What the keyboard is for at this moment.
#[derive(Debug, Clone, Copy)]
pub struct Focus {
    /// Whether a dialog holds the keyboard.
    pub dialog: bool,
    /// Where the map lies on screen.
    pub map: Rect,
}

/// The commands whose keys were pressed since the last frame.
#[must_use]
pub fn read(ctx: &Context, here: Here, focus: Focus) -> Vec<Command> {
    let writing = ctx.text_edit_focused();
    let arrows = arrows_are_free(ctx, focus.map);
    let popup = Popup::is_any_open(ctx);
    let pressed: Vec<(Key, Modifiers)> = ctx.input(|input| {
        let key = |event: &Event| match event {
            Event::Key { key, pressed: true, modifiers, .. } => Some((*key, *modifiers)),
            // The window hands over the keys of the clipboard as what they ask for.
            Event::Copy => Some((Key::C, input.modifiers | Modifiers::COMMAND)),
            _ => None,
        };
        input.events.iter().filter_map(key).collect()
    });
    let mut commands = Vec::new();
    for (key, modifiers) in pressed {
        let found = entries().iter().find(|entry| entry.shortcuts.iter().any(|s| matches(s, key, modifiers)));
        let Some(entry) = found.filter(|entry| entry.enabled(here)) else { continue };
        let command = entry.command(here);
        let allowed = match &command {
            // An open menu closes by itself on the same key.
            Command::Escape => !popup,
            Command::Quit | Command::TextSize(_) | Command::FullScreen => true,
            _ if focus.dialog => false,
            // A field keeps its own undo, and letters are letters there.
            Command::Undo | Command::Redo => !writing,
            Command::CopyPicture => arrows && !writing || modifiers.shift,
            _ if writing => modifiers.command || key == Key::F1,
            Command::Pan(_) => arrows && !popup,
            _ => true,
        };
        if allowed {
            commands.push(command);
        }
    }
    commands
}

/// Whether arrows move the map: nothing has the focus, or the map or something on it has.
fn arrows_are_free(ctx: &Context, map: Rect) -> bool {
    let Some(id) = ctx.memory(egui::Memory::focused) else { return true };
    ctx.read_response(id)
        .is_some_and(|response| response.layer_id.order == Order::Background && map.contains(response.rect.center()))
}

/// Whether a key with its modifiers is a shortcut.
#[must_use]
pub fn matches(shortcut: &Shortcut, key: Key, modifiers: Modifiers) -> bool {
    let sign = matches!(key, Key::Plus | Key::Minus | Key::Equals | Key::Slash | Key::OpenBracket | Key::CloseBracket);
    Key::from_name(shortcut.key) == Some(key)
        && modifiers.command == shortcut.ctrl
        && modifiers.alt == shortcut.alt
        && (sign || modifiers.shift == shortcut.shift)
}
