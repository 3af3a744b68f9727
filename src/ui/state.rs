//! What the panels remember between frames: presentation only, nothing that the reader would miss.

use std::collections::BTreeSet;

use egui::Rect;

use crate::command::{Command, Here};
use crate::session::{Change, History};

use super::canvas::Canvas;
use super::dialog::Dialogs;
use super::inspector::Inspector;
use super::list::List;
use super::notices::Clock;
use super::search::Search;
use super::timeline::Timeline;

/// What the panels remember between frames.
pub struct UiState {
    /// Sections of the rail that are closed.
    pub closed: BTreeSet<List>,
    /// Lists that are shown to their end.
    pub whole: BTreeSet<List>,
    /// The search.
    pub search: Search,
    /// What lies over the window.
    pub dialogs: Dialogs,
    /// Whether rail and inspector are hidden.
    pub map_only: bool,
    /// Width of the rail in points, as it was in the last frame.
    pub rail: f32,
    /// Where the map lay in the last frame.
    pub map: Rect,
    /// How long notices have been shown.
    pub notices: Clock,
    /// The time below the map.
    pub timeline: Timeline,
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
            dialogs: Dialogs::default(),
            map_only: false,
            rail: super::rail::WIDTH[1],
            map: Rect::NOTHING,
            notices: Clock::default(),
            timeline: Timeline::default(),
            canvas: Canvas::default(),
            inspector: Inspector::default(),
        }
    }
}

impl UiState {
    /// What commands may have to know.
    #[must_use]
    pub fn here<'a>(&self, history: &'a History) -> Here<'a> {
        Here { history, map_only: self.map_only, timeline: self.timeline.open }
    }

    /// Whether a dialog holds the keyboard.
    #[must_use]
    pub fn has_dialog(&self) -> bool {
        self.dialogs.open().is_some()
    }

    /// Carries out a command that concerns the panels alone; any other, and what Esc comes to, is returned.
    pub fn carry_out(&mut self, command: Command, history: &History) -> Option<Command> {
        match command {
            Command::Search(open) => self.search.set_open(open),
            Command::Dialog(dialog) => {
                if dialog.is_some() {
                    self.search.set_open(false);
                }
                self.dialogs.set_open(dialog);
            }
            Command::MapOnly(only) => self.map_only = only,
            Command::Timeline(open) => self.timeline.show(open),
            Command::Escape => return self.escape(history),
            other => return Some(other),
        }
        None
    }

    /// Closes what is on top: dialog, search, then selection, then map-only.
    fn escape(&mut self, history: &History) -> Option<Command> {
        if self.has_dialog() {
            self.dialogs.set_open(None);
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
