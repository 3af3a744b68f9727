//! Every action once: id, label, shortcut and place in the menu; carried out by `app`.

mod table;

use std::path::PathBuf;

use crate::export::{Order, Size, Spot};
use crate::session::{Change, Marking};
use crate::story::plain::Table;
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
    /// Selects what changed between the last summit before the as-of day and that day.
    SinceSummit,
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
    /// Opens a dialog, or closes the one that is open.
    Dialog(Option<Dialog>),
    /// Writes a picture of the map as it is.
    Export {
        /// How large; none for the size that the window shows.
        size: Option<Size>,
        /// File to write; none for a fresh name in the pictures folder.
        path: Option<PathBuf>,
        /// Whether it carries its view and the code of it.
        marked: bool,
        /// Whether caption, description and sources are written beside it.
        captioned: bool,
    },
    /// Makes a briefing pack.
    Pack {
        /// What it is made from.
        order: Order,
        /// Folder to write into; none for a fresh one among the pictures.
        folder: Option<PathBuf>,
    },
    /// Makes a picture of the view for every day on which something happened, from the day in force to the edition.
    Series,
    /// Stops the pack that is being made; nothing of it is written.
    Cancel,
    /// Opens the view of a picture, or that behind a view code.
    Open(String),
    /// Alters the list of bookmarks, or opens one.
    Bookmark(Marking),
    /// Writes the bookmarks to a file that people can read; none for a fresh name in the pictures folder.
    SaveBookmarks(Option<PathBuf>),
    /// Adds the views of such a file, or of a pack, to the bookmarks.
    ReadBookmarks(PathBuf),
    /// Shows where something lies that the press check found.
    Point(Spot),
    /// Shows a view of the pack that the press check looks at, and where something lies there.
    PointIn {
        /// Place of the view in the pack.
        view: usize,
        /// Where it lies.
        spot: Spot,
    },
    /// Puts a picture of the map on the clipboard.
    CopyPicture,
    /// Puts caption, description and sources of the picture on the clipboard.
    CopyCaption,
    /// Puts the facts on the page about the selection on the clipboard.
    CopyFacts(Table),
    /// Shows or hides the time below the map.
    Timeline(bool),
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
    /// Stops the pack that is being made and ends the program.
    Leave,
    /// Ends the program.
    Quit,
}

/// The dialogs; one at most is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialog {
    /// Every command by its name.
    Palette,
    /// Writes a picture.
    Export,
    /// Asks for a picture or a code.
    Open,
    /// Views that were kept.
    Bookmarks,
    /// Makes a briefing pack.
    Pack,
    /// What a press office would object to.
    Press,
    /// Asks for a route between two places.
    Route,
    /// Asks whether a pack that is being made is stopped for the window to close.
    Leave,
    /// Keys and help.
    Help,
}
