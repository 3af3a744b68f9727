//! Every action once: id, label, shortcut and place in the menu; carried out by `app`.

mod table;

use crate::session::Change;
use crate::world::Id;

pub use table::{Entry, Here, Menu, Shortcut, entries};

/// Something that the reader asks for. Panels return these and alter nothing.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Changes the session.
    Change(Change),
    /// Selects a thing and moves the map so that it is seen.
    Reveal(Id),
    /// Zooms by a factor about a point of the page in points, or about the middle of the map.
    Zoom {
        /// More than 1 looks closer.
        factor: f64,
        /// Page point that stays in place.
        about: Option<[f64; 2]>,
    },
    /// Moves the map by points right and down.
    Pan([f64; 2]),
    /// Fits the whole OTS.
    Home,
    /// Fits the selection.
    FitSelection,
    /// Looks from the next day on which something happened, or from the one before.
    StepDay {
        /// Forward in time.
        later: bool,
    },
    /// Takes the last change back.
    Undo,
    /// Takes the last undo back.
    Redo,
    /// Shows the page before.
    Back,
    /// Shows the page after.
    Forward,
    /// Opens or closes the search.
    Search(bool),
    /// Opens or closes the command palette.
    Palette(bool),
    /// Opens or closes the export dialog.
    ExportDialog(bool),
    /// Opens or closes keys and help.
    Help(bool),
    /// Writes a picture of the map as it is.
    Export {
        /// How large; none for the size that the window shows.
        size: Option<crate::export::Size>,
        /// File to write; none for a fresh name in the pictures folder.
        path: Option<std::path::PathBuf>,
        /// Whether it carries its view and the code of it.
        marked: bool,
    },
    /// Opens the view of a picture, or that behind a view code.
    Open(String),
    /// Opens or closes the dialog that asks for a picture or a code.
    OpenDialog(bool),
    /// Puts a picture of the map on the clipboard.
    CopyPicture,
    /// Puts caption, description and sources of the picture on the clipboard.
    CopyCaption,
    /// Shows or hides rail and inspector.
    MapOnly(bool),
    /// Full screen on or off.
    FullScreen,
    /// Scales text and panels: 1 larger, -1 smaller, 0 back to normal.
    TextSize(i8),
    /// Closes what is on top: popup, then selection, then map-only.
    Escape,
    /// Opens an address in the browser.
    Browse(String),
    /// Puts a text on the clipboard.
    CopyText(String),
    /// Puts a notice away.
    Dismiss(usize),
    /// Ends the program.
    Quit,
}
