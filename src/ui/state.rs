//! What the panels remember between frames: presentation only, nothing that the reader would miss.

use std::collections::BTreeSet;

use egui::Rect;

use crate::command::Command;
use crate::session::{Change, History};

use super::canvas::Canvas;
use super::export_dialog::ExportDialog;
use super::help::HelpSheet;
use super::inspector::Inspector;
use super::list::List;
use super::notices::Clock;
use super::open_dialog::OpenDialog;
use super::palette::Palette;
use super::search::Search;

/// What the panels remember between frames.
pub struct UiState {
    /// Sections of the rail that are closed.
    pub closed: BTreeSet<List>,
    /// Lists that are shown to their end.
    pub whole: BTreeSet<List>,
    /// The search.
    pub search: Search,
    /// The palette of commands.
    pub palette: Palette,
    /// The export dialog.
    pub export: ExportDialog,
    /// The dialog that asks for a picture or a code.
    pub opening: OpenDialog,
    /// Keys and help.
    pub help: HelpSheet,
    /// Whether rail and inspector are hidden.
    pub map_only: bool,
    /// Width of the rail in points, as it was in the last frame.
    pub rail: f32,
    /// Where the map lay in the last frame.
    pub map: Rect,
    /// How long notices have been shown.
    pub notices: Clock,
    /// The middle of the window.
    pub canvas: Canvas,
    /// The page about the selection.
    pub inspector: Inspector,
}

impl Default for UiState {
    fn default() -> Self {
        Self {
            closed: [List::Events, List::Measures].into(),
            whole: BTreeSet::new(),
            search: Search::default(),
            palette: Palette::default(),
            export: ExportDialog::default(),
            opening: OpenDialog::default(),
            help: HelpSheet::default(),
            map_only: false,
            rail: super::rail::WIDTH[1],
            map: Rect::NOTHING,
            notices: Clock::default(),
            canvas: Canvas::default(),
            inspector: Inspector::default(),
        }
    }
}

impl UiState {
    /// Whether a dialog holds the keyboard.
    #[must_use]
    pub fn has_dialog(&self) -> bool {
        self.palette.open || self.export.open || self.opening.open || self.help.open
    }

    /// Carries out a command that concerns the panels alone; any other, and what Esc comes to, is returned.
    pub fn carry_out(&mut self, command: Command, history: &History) -> Option<Command> {
        if let Command::Palette(true) | Command::ExportDialog(true) | Command::OpenDialog(true) | Command::Help(true) =
            command
        {
            self.search.set_open(false);
        }
        match command {
            Command::Search(open) => self.search.set_open(open),
            Command::Palette(open) => self.palette.set_open(open),
            Command::ExportDialog(open) => self.export.set_open(open),
            Command::OpenDialog(open) => self.opening.set_open(open),
            Command::Help(open) => self.help.open = open,
            Command::MapOnly(only) => self.map_only = only,
            Command::Escape => return self.escape(history),
            other => return Some(other),
        }
        None
    }

    /// Closes what is on top: dialog, search, then selection, then map-only.
    fn escape(&mut self, history: &History) -> Option<Command> {
        if self.has_dialog() {
            self.palette.set_open(false);
            self.export.set_open(false);
            self.opening.set_open(false);
            self.help.open = false;
        } else if self.search.open {
            self.search.set_open(false);
        } else if history.now().selection.is_some() {
            return Some(Command::Change(Change::Select(None)));
        } else {
            self.map_only = false;
        }
        None
    }
}
