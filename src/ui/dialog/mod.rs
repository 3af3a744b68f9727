//! The dialogs: what lies over the whole window until it is answered or closed. One at most is open.

mod bookmarks;
mod export;
mod help;
mod leave;
mod open;
mod pack;
mod palette;
mod press;
mod route;
mod survey;

use egui::{Context, Ui};

use crate::command::{Command, Dialog, Here};
use crate::export::Order;
use crate::style::NOTE;
use crate::ui::{Destination, Model, Output, Proof, theme};

pub use bookmarks::THUMBNAIL;

/// The dialogs as the reader left them.
#[derive(Debug, Default)]
pub struct Dialogs {
    open: Option<Dialog>,
    palette: palette::Palette,
    export: export::Export,
    opening: open::Opening,
    bookmarks: bookmarks::Shelf,
    pack: pack::Briefing,
    route: route::Route,
}

impl Dialogs {
    /// The one that is open.
    #[must_use]
    pub fn open(&self) -> Option<Dialog> {
        self.open
    }

    /// Opens one, or closes the one that is open.
    pub fn set_open(&mut self, dialog: Option<Dialog>) {
        let fresh = dialog != self.open;
        match dialog.filter(|_| fresh) {
            Some(Dialog::Palette) => self.palette = palette::Palette::fresh(),
            Some(Dialog::Export) => self.export.begin(),
            Some(Dialog::Open) => self.opening = open::Opening::fresh(),
            Some(Dialog::Bookmarks) => self.bookmarks = bookmarks::Shelf::default(),
            Some(Dialog::Pack) => {
                self.pack.begin();
                if self.open == Some(Dialog::Bookmarks) {
                    self.pack.take_bookmarks();
                }
            }
            Some(Dialog::Route) => self.route = route::Route::fresh(),
            Some(Dialog::Press | Dialog::Help | Dialog::Leave) | None => {}
        }
        self.open = dialog;
    }

    /// The picture that is to go through the press check, where one is.
    #[must_use]
    pub fn pressed(&self) -> Option<Proof> {
        match self.open? {
            Dialog::Export => self.export.size().ok().map(Proof::of),
            Dialog::Press => Some(Proof::Window),
            _ => None,
        }
    }

    /// The pack that is to go through the press check, where one is.
    #[must_use]
    pub fn surveyed(&self) -> Option<&Order> {
        (self.open == Some(Dialog::Pack)).then_some(self.pack.asked())?
    }

    /// Where the one that is open is about to write.
    #[must_use]
    pub fn destination(&self) -> Option<Destination> {
        match self.open? {
            Dialog::Export => Some(Destination::File(self.export.path())),
            Dialog::Pack => Some(Destination::Folder(self.pack.folder())),
            _ => None,
        }
    }

    /// Shows the one that is open.
    pub fn show(&mut self, ctx: &Context, model: &Model, here: Here, out: &mut Output) {
        let Some(dialog) = self.open else { return };
        let asked = match dialog {
            Dialog::Palette => palette::show(ctx, model, &mut self.palette, here),
            Dialog::Export => export::show(ctx, model, &mut self.export),
            Dialog::Open => open::show(ctx, model, &mut self.opening),
            Dialog::Bookmarks => bookmarks::show(ctx, model, &mut self.bookmarks),
            Dialog::Pack => pack::show(ctx, model, &mut self.pack),
            Dialog::Press => press::show(ctx, model),
            Dialog::Route => route::show(ctx, model, &mut self.route),
            Dialog::Leave => leave::show(ctx, model),
            Dialog::Help => help::show(ctx, model),
        };
        for asked in asked {
            match asked {
                Asked::Close => out.commands.push(Command::Dialog(None)),
                Asked::Stay(command) => out.commands.push(command),
                Asked::Done(command) => out.commands.extend([Command::Dialog(None), command]),
            }
        }
    }
}

/// Says below a field what stands against the place in it.
fn obstacle(ui: &mut Ui, model: &Model) {
    if let Some(why) = model.obstacle {
        let words = model.lang.format("ui-obstacle", &[("why", why.into())]);
        theme::label(ui, words, NOTE, model.tokens.err);
    }
}

/// What the reader asked a dialog for.
#[derive(Debug)]
enum Asked {
    /// To close.
    Close,
    /// For something, and to stay.
    Stay(Command),
    /// For something, and to close.
    Done(Command),
}
