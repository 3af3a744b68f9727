//! The one table of commands: what the menu, the palette, the keys and the sheet of keys show.

use std::sync::LazyLock;

use crate::lang::{LANGUAGES, Lang};
use crate::projection;
use crate::session::{Change, History, Layer, Marking, Session, View};
use crate::story::plain::Table;
use crate::style::Theme;
use crate::world::Id;

use super::{Command, Dialog};

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shortcut {
    /// Name of the key: `Plus`, `F11`, `ArrowLeft`, `K`.
    pub key: &'static str,
    /// Whether Ctrl is held.
    pub ctrl: bool,
    /// Whether Shift is held; of no matter for signs that some keyboards have above others.
    pub shift: bool,
    /// Whether Alt is held.
    pub alt: bool,
}

/// Part of the menu in which a command stands, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Menu {
    /// Pictures, and leaving.
    File,
    /// Taking back.
    Edit,
    /// Finding and walking between pages.
    Go,
    /// Keys and help.
    Help,
    /// Where the map looks.
    Map,
    /// Text size and window.
    Window,
    /// Layers of the map.
    Layers,
    /// Projections.
    Projection,
    /// Themes.
    Theme,
    /// Languages.
    Language,
}

impl Menu {
    /// Every part with the key of its heading.
    pub const ALL: [(Self, &'static str); 10] = [
        (Self::File, "command-menu-file"),
        (Self::Edit, "command-menu-edit"),
        (Self::Go, "command-menu-go"),
        (Self::Help, "command-menu-help"),
        (Self::Map, "command-menu-map"),
        (Self::Window, "command-menu-window"),
        (Self::Layers, "command-menu-layers"),
        (Self::Projection, "command-menu-projection"),
        (Self::Theme, "command-menu-theme"),
        (Self::Language, "command-menu-language"),
    ];
}

/// What a command may have to know of the moment.
#[derive(Debug, Clone, Copy)]
pub struct Here<'a> {
    /// The session with its past.
    pub history: &'a History,
    /// Whether rail and inspector are hidden.
    pub map_only: bool,
    /// Whether the time below the map is shown.
    pub timeline: bool,
}

/// A row of the table.
#[derive(Debug)]
pub struct Entry {
    /// Its word: `zoom-in`.
    pub id: String,
    /// Its label.
    label: Label,
    /// Where it stands in the menu.
    pub menu: Menu,
    /// Keys that call it; menus show the first.
    pub shortcuts: &'static [Shortcut],
    make: Make,
}

/// What an entry is called.
#[derive(Debug)]
enum Label {
    /// By a message.
    Key(String),
    /// By its own name, the same in every language.
    Name(&'static str),
}

/// How an entry becomes a command.
#[derive(Debug)]
enum Make {
    Always(Command),
    Of(fn(Here) -> Command),
}

impl Entry {
    /// What it is called.
    #[must_use]
    pub fn label(&self, lang: &Lang) -> String {
        match &self.label {
            Label::Key(key) => lang.text(key),
            Label::Name(name) => (*name).to_owned(),
        }
    }

    /// The key of its message, where it has one.
    #[must_use]
    pub fn label_key(&self) -> Option<&str> {
        match &self.label {
            Label::Key(key) => Some(key),
            Label::Name(_) => None,
        }
    }

    /// The first of its shortcuts as it is printed: `Ctrl+K`; empty where it has none.
    #[must_use]
    pub fn keys(&self) -> String {
        self.shortcuts.first().map(ToString::to_string).unwrap_or_default()
    }

    /// The command that it stands for at this moment.
    #[must_use]
    pub fn command(&self, here: Here) -> Command {
        match &self.make {
            Make::Always(command) => command.clone(),
            Make::Of(make) => make(here),
        }
    }

    /// Whether it can do something at this moment.
    #[must_use]
    pub fn enabled(&self, here: Here) -> bool {
        let history = here.history;
        match self.command(here) {
            Command::Undo => history.can_undo(),
            Command::Redo => history.can_redo(),
            Command::Back => history.can_go_back(),
            Command::Forward => history.can_go_forward(),
            // Of the table there is nothing to be zoomed.
            Command::Zoom { .. } | Command::Pan(_) | Command::Home => history.now().view == View::Map,
            Command::FitSelection => history.now().view == View::Map && history.now().selection.is_some(),
            Command::CopyFacts(_) => history.now().selection.is_some(),
            Command::Change(Change::Strip(_)) => history.now().selection.as_ref().is_some_and(Id::has_strip),
            _ => true,
        }
    }

    /// Whether the choice that it makes holds already; none for what is not a choice.
    #[must_use]
    pub fn checked(&self, here: Here) -> Option<bool> {
        let session: &Session = here.history.now();
        match self.command(here) {
            Command::Change(Change::Theme(theme)) => Some(session.theme == theme),
            Command::Change(Change::Language(code)) => Some(session.language == code),
            Command::Change(Change::Project(id)) => Some(session.projection == id),
            Command::Change(Change::Toggle(layer)) => Some(session.layers.contains(&layer)),
            Command::Change(Change::Strip(_)) => Some(session.strip),
            Command::Timeline(_) => Some(here.timeline),
            Command::Change(Change::Show(_)) => Some(session.view == View::Matrix),
            _ => None,
        }
    }
}

impl std::fmt::Display for Shortcut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (held, word) in [(self.ctrl, "Ctrl+"), (self.alt, "Alt+"), (self.shift, "Shift+")] {
            if held {
                f.write_str(word)?;
            }
        }
        f.write_str(match self.key {
            "Plus" => "+",
            "Minus" => "−",
            "Equals" => "=",
            "Slash" => "/",
            "OpenBracket" => "[",
            "CloseBracket" => "]",
            "ArrowLeft" => "←",
            "ArrowRight" => "→",
            "ArrowUp" => "↑",
            "ArrowDown" => "↓",
            "Escape" => "Esc",
            key => key,
        })
    }
}

/// A key alone.
const fn key(key: &'static str) -> Shortcut {
    Shortcut { key, ctrl: false, shift: false, alt: false }
}

/// A key with Ctrl.
const fn ctrl(name: &'static str) -> Shortcut {
    Shortcut { ctrl: true, ..key(name) }
}

/// A key with Ctrl and Shift.
const fn ctrl_shift(name: &'static str) -> Shortcut {
    Shortcut { shift: true, ..ctrl(name) }
}

/// A key with Alt.
const fn alt(name: &'static str) -> Shortcut {
    Shortcut { alt: true, ..key(name) }
}

/// How much closer one step of the keyboard looks.
const STEP: f64 = 1.5;

/// How far one step of the keyboard moves the map, in points.
const PACE: f64 = 80.0;

/// A zoom about the middle.
const fn zoom(factor: f64) -> Command {
    Command::Zoom { factor, about: None }
}

/// Opens a dialog.
const fn dialog(dialog: Dialog) -> Command {
    Command::Dialog(Some(dialog))
}

/// Every command, in the order of the menu.
#[must_use]
pub fn entries() -> &'static [Entry] {
    static ALL: LazyLock<Vec<Entry>> =
        LazyLock::new(|| {
            let mut all = fixed();
            all.extend(Layer::ALL.map(|(layer, word)| {
                choice(format!("layer-{word}"), Menu::Layers, Command::Change(Change::Toggle(layer)))
            }));
            all.extend(projection::ALL.iter().map(|projection| {
                let id = projection.id();
                choice(format!("projection-{id}"), Menu::Projection, Command::Change(Change::Project(id.to_owned())))
            }));
            all.extend(Theme::ALL.map(|(theme, word)| {
                choice(format!("theme-{word}"), Menu::Theme, Command::Change(Change::Theme(theme)))
            }));
            all.extend(LANGUAGES.iter().map(|language| Entry {
                label: Label::Name(language.name),
                ..choice(
                    format!("language-{}", language.code),
                    Menu::Language,
                    Command::Change(Change::Language(language.code.to_owned())),
                )
            }));
            all
        });
    &ALL
}

/// One of several choices; its message has its id as key.
fn choice(id: String, menu: Menu, command: Command) -> Entry {
    Entry { label: Label::Key(id.clone()), id, menu, shortcuts: &[], make: Make::Always(command) }
}

/// A command of its own.
fn row(id: &str, menu: Menu, shortcuts: &'static [Shortcut], command: Command) -> Entry {
    let label = Label::Key(format!("command-{id}"));
    Entry { id: id.to_owned(), label, menu, shortcuts, make: Make::Always(command) }
}

/// A command that depends on the moment.
fn row_of(id: &str, menu: Menu, shortcuts: &'static [Shortcut], make: fn(Here) -> Command) -> Entry {
    Entry { make: Make::Of(make), ..row(id, menu, shortcuts, Command::Escape) }
}

/// The commands that do not come from another table.
fn fixed() -> Vec<Entry> {
    vec![
        row("open", Menu::File, const { &[ctrl("O")] }, dialog(Dialog::Open)),
        row("export", Menu::File, const { &[ctrl_shift("E")] }, dialog(Dialog::Export)),
        row("pack", Menu::File, const { &[ctrl_shift("B")] }, dialog(Dialog::Pack)),
        row("series", Menu::File, &[], Command::Series),
        row("press", Menu::File, const { &[ctrl_shift("P")] }, dialog(Dialog::Press)),
        row("quit", Menu::File, const { &[ctrl("Q")] }, Command::Quit),
        row("undo", Menu::Edit, const { &[ctrl("Z")] }, Command::Undo),
        row("redo", Menu::Edit, const { &[ctrl_shift("Z"), ctrl("Y")] }, Command::Redo),
        row("copy-picture", Menu::Edit, const { &[ctrl_shift("C"), ctrl("C")] }, Command::CopyPicture),
        row("copy-caption", Menu::Edit, const { &[ctrl_shift("T")] }, Command::CopyCaption),
        row("copy-csv", Menu::Edit, &[], Command::CopyFacts(Table::Csv)),
        row("copy-markdown", Menu::Edit, &[], Command::CopyFacts(Table::Markdown)),
        row("copy-json", Menu::Edit, &[], Command::CopyFacts(Table::Json)),
        row("search", Menu::Go, const { &[ctrl("F"), key("Slash")] }, Command::Search(true)),
        row("palette", Menu::Go, const { &[ctrl("K")] }, dialog(Dialog::Palette)),
        row("bookmark", Menu::Go, const { &[ctrl("B"), ctrl("S")] }, Command::Bookmark(Marking::Add)),
        row("bookmarks", Menu::Go, const { &[ctrl("D")] }, dialog(Dialog::Bookmarks)),
        row("route", Menu::Go, const { &[ctrl("R")] }, dialog(Dialog::Route)),
        row("back", Menu::Go, const { &[alt("ArrowLeft")] }, Command::Back),
        row("forward", Menu::Go, const { &[alt("ArrowRight")] }, Command::Forward),
        row("day-before", Menu::Go, const { &[key("OpenBracket")] }, Command::StepDay { later: false }),
        row("day-after", Menu::Go, const { &[key("CloseBracket")] }, Command::StepDay { later: true }),
        row("changes", Menu::Go, const { &[key("C")] }, Command::SinceSummit),
        row("day-edition", Menu::Go, &[], Command::Change(Change::AsOf(None))),
        row("escape", Menu::Go, const { &[key("Escape")] }, Command::Escape),
        row("help", Menu::Help, const { &[key("F1")] }, dialog(Dialog::Help)),
        row("zoom-in", Menu::Map, const { &[key("Plus"), key("Equals")] }, zoom(STEP)),
        row("zoom-out", Menu::Map, const { &[key("Minus")] }, zoom(1.0 / STEP)),
        row("home", Menu::Map, const { &[key("Home"), key("0")] }, Command::Home),
        row("fit-selection", Menu::Map, const { &[key("F")] }, Command::FitSelection),
        row_of("strip", Menu::Map, const { &[key("S")] }, |here| {
            Command::Change(Change::Strip(!here.history.now().strip))
        }),
        row_of("matrix", Menu::Map, const { &[key("M")] }, |here| {
            let is_map = here.history.now().view == View::Map;
            Command::Change(Change::Show(if is_map { View::Matrix } else { View::Map }))
        }),
        // The map moves against the direction in which the reader looks.
        row("pan-left", Menu::Map, const { &[key("ArrowLeft")] }, Command::Pan([PACE, 0.0])),
        row("pan-right", Menu::Map, const { &[key("ArrowRight")] }, Command::Pan([-PACE, 0.0])),
        row("pan-up", Menu::Map, const { &[key("ArrowUp")] }, Command::Pan([0.0, PACE])),
        row("pan-down", Menu::Map, const { &[key("ArrowDown")] }, Command::Pan([0.0, -PACE])),
        row("text-larger", Menu::Window, const { &[ctrl("Plus"), ctrl("Equals")] }, Command::TextSize(1)),
        row("text-smaller", Menu::Window, const { &[ctrl("Minus")] }, Command::TextSize(-1)),
        row("text-normal", Menu::Window, const { &[ctrl("0")] }, Command::TextSize(0)),
        row_of("timeline", Menu::Window, const { &[key("T")] }, |here| Command::Timeline(!here.timeline)),
        row_of("map-only", Menu::Window, const { &[ctrl_shift("H")] }, |here| Command::MapOnly(!here.map_only)),
        row("full-screen", Menu::Window, const { &[key("F11")] }, Command::FullScreen),
    ]
}
