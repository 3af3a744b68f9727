//! The dialog that makes a briefing pack: which views, in which sizes, formats and languages, and where to.

use std::collections::BTreeSet;
use std::path::PathBuf;

use egui::{Context, ScrollArea, Ui, vec2};

use crate::assets;
use crate::command::Command;
use crate::export::{FORMATS, Order, Pack, Seen, USUAL};
use crate::lang::LANGUAGES;
use crate::session::Bookmark;
use crate::style::{NOTE, NOTE_STRONG};
use crate::ui::icon::Icon;
use crate::ui::widget::{Button, Field, confirmed, dialog, foot, tabs, toggle_row};
use crate::ui::{Model, theme};

use super::{Asked, obstacle, survey};

/// The pack that the program brings along.
const BRIEFING: &str = "packs/ots-briefing.toml";

/// What is made beside the pictures, by the key of its label.
const DOCUMENT: &str = "ui-pack-document";
const CAPTIONS: &str = "ui-pack-captions";
const FACTS: &str = "ui-pack-facts";
const EXTRAS: [&str; 3] = [DOCUMENT, CAPTIONS, FACTS];

/// The dialog as the reader left it.
#[derive(Debug)]
pub struct Briefing {
    from: From,
    sizes: BTreeSet<usize>,
    formats: BTreeSet<usize>,
    languages: BTreeSet<usize>,
    extras: BTreeSet<&'static str>,
    file: String,
    folder: String,
    /// Whether the button is still to get the keyboard.
    fresh: bool,
    /// The pack that is chosen, as of the last frame.
    asked: Option<Order>,
    /// Whether everything that the press check found is shown.
    unfolded: bool,
}

/// What a pack is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    View,
    Bookmarks,
    Briefing,
    File,
}

impl From {
    /// Every choice with the key of its word.
    const ALL: [(Self, &'static str); 4] = [
        (Self::View, "ui-pack-view"),
        (Self::Bookmarks, "command-bookmarks"),
        (Self::Briefing, "ui-pack-briefing"),
        (Self::File, "ui-pack-file"),
    ];
}

impl Default for Briefing {
    fn default() -> Self {
        Self {
            from: From::Briefing,
            sizes: [0].into(),
            formats: [0].into(),
            languages: [0].into(),
            extras: EXTRAS.into(),
            file: String::new(),
            folder: String::new(),
            fresh: true,
            asked: None,
            unfolded: false,
        }
    }
}

impl Briefing {
    /// Begins with what was chosen last.
    pub fn begin(&mut self) {
        self.fresh = true;
        self.asked = None;
    }

    /// The folder as it is typed.
    pub fn folder(&self) -> String {
        self.folder.trim().to_owned()
    }

    /// The pack that is chosen, as of the last frame.
    pub fn asked(&self) -> Option<&Order> {
        self.asked.as_ref()
    }

    /// Takes the bookmarks.
    pub fn take_bookmarks(&mut self) {
        self.from = From::Bookmarks;
    }

    /// The views that are chosen, where they are not in a file.
    fn views(&self, model: &Model) -> Vec<Bookmark> {
        match self.from {
            From::View => {
                let name = model.sheet.scene.title.clone();
                let (session, frame) = (model.history.now().clone(), Seen::on(model.sheet).frame);
                vec![Bookmark { name, session, frame: Some(frame) }]
            }
            From::Bookmarks => model.bookmarks.list().to_vec(),
            From::Briefing | From::File => Vec::new(),
        }
    }

    /// The pack that is chosen; none as long as something is missing.
    fn order(&self, model: &Model) -> Option<Order> {
        match self.from {
            From::Briefing => Some(Order::Text(assets::text(BRIEFING).to_owned())),
            From::File => {
                let file = self.file.trim();
                (!file.is_empty()).then(|| Order::File(PathBuf::from(file)))
            }
            From::View | From::Bookmarks => {
                let (views, whole) = (self.views(model), self.settings());
                let title = match self.from {
                    From::View => model.sheet.scene.title.clone(),
                    _ => model.lang.text("command-bookmarks"),
                };
                (self.pictures(model) > 0).then(|| Order::Text(Pack::text(&title, &whole, &views)))
            }
        }
    }

    /// How many pictures there would be.
    fn pictures(&self, model: &Model) -> usize {
        self.views(model).len() * self.sizes.len() * self.formats.len() * self.languages.len()
    }

    /// What is made of the views, as the lines of a pack.
    fn settings(&self) -> String {
        let list = |chosen: &BTreeSet<usize>, words: Vec<&str>| {
            let words: Vec<String> =
                chosen.iter().filter_map(|at| words.get(*at)).map(|word| format!("\"{word}\"")).collect();
            words.join(", ")
        };
        let sizes = list(&self.sizes, USUAL.iter().map(|(name, _)| *name).collect());
        let formats = list(&self.formats, FORMATS.iter().map(|format| format.extension).collect());
        let languages = list(&self.languages, LANGUAGES.iter().map(|language| language.code).collect());
        let has = |key: &str| self.extras.contains(key);
        let captions = has(CAPTIONS);
        let facts = if has(FACTS) { "\"csv\", \"md\"" } else { "" };
        let document = if has(DOCUMENT) { "briefing = \"a4-portrait\"\n" } else { "" };
        format!(
            "sizes = [{sizes}]\nformats = [{formats}]\nlanguages = [{languages}]\ncaptions = {captions}\nfacts = [{facts}]\n{document}"
        )
    }
}

/// Shows the dialog.
pub fn show(ctx: &Context, model: &Model, pack: &mut Briefing) -> Vec<Asked> {
    let lang = model.lang;
    let shown = dialog(ctx, "ots pack", &lang.text("command-pack"), &lang.text("ui-close"), 600.0, |ui| {
        contents(ui, model, pack)
    });
    shown.inner.into_iter().chain(shown.close.then_some(Asked::Close)).collect()
}

/// Height of heading, buttons and margins of the dialog in points.
const AROUND: f32 = 168.0;

/// What goes in, what comes out, and where to, which scrolls in a low window, and the buttons; what was decided, if
/// anything.
fn contents(ui: &mut Ui, model: &Model, pack: &mut Briefing) -> Option<Asked> {
    let room = ui.ctx().content_rect().height() - AROUND;
    let decided = ScrollArea::vertical().id_salt("pack").max_height(room).show(ui, |ui| choose(ui, model, pack)).inner;
    ui.add_space(12.0);
    buttons(ui, model, pack).or(decided)
}

/// Everything that can be chosen, and what the press check finds in it; the way to what was clicked there.
fn choose(ui: &mut Ui, model: &Model, pack: &mut Briefing) -> Option<Asked> {
    let (lang, tokens) = (model.lang, model.tokens);
    ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
    let head = |ui: &mut Ui, key: &str| {
        ui.add_space(6.0);
        theme::label(ui, lang.text(key), NOTE_STRONG, tokens.text2);
    };
    head(ui, "ui-pack-from");
    let words: Vec<String> = From::ALL.iter().map(|(_, key)| lang.text(key)).collect();
    let at = From::ALL.iter().position(|(from, _)| *from == pack.from).unwrap_or_default();
    if let Some(chosen) = tabs(ui, &words, at) {
        pack.from = From::ALL[chosen].0;
    }
    match pack.from {
        From::Briefing => {
            theme::label(ui, lang.text("ui-pack-briefing-what"), NOTE, tokens.text2);
        }
        From::File => {
            let name = lang.text("ui-pack-file");
            Field::new(&name).hint("brief.toml").show(ui, &mut pack.file);
            theme::label(ui, lang.text("ui-pack-file-what"), NOTE, tokens.text2);
        }
        From::View | From::Bookmarks => {
            head(ui, "ui-export-size");
            let sizes: Vec<String> = USUAL.iter().map(|(name, _)| lang.text(&format!("ui-size-{name}"))).collect();
            choices(ui, &sizes, &mut pack.sizes);
            head(ui, "ui-pack-formats");
            ui.horizontal(|ui| {
                choices(ui, &FORMATS.iter().map(|it| it.name.to_owned()).collect::<Vec<_>>(), &mut pack.formats);
                ui.add_space(16.0);
                choices(ui, &LANGUAGES.iter().map(|it| it.name.to_owned()).collect::<Vec<_>>(), &mut pack.languages);
            });
            ui.add_space(6.0);
            for key in EXTRAS {
                let on = pack.extras.contains(key);
                if toggle_row(ui, &lang.text(key), on).clicked() && !pack.extras.remove(key) {
                    pack.extras.insert(key);
                }
            }
            let count = pack.pictures(model);
            theme::label(ui, lang.format("ui-pack-count", &[("count", count.into())]), NOTE, tokens.text2);
        }
    }
    head(ui, "ui-pack-folder");
    let (name, hint) = (lang.text("ui-pack-folder"), lang.text("ui-pack-folder-hint"));
    Field::new(&name).hint(&hint).valid(model.obstacle.is_none()).show(ui, &mut pack.folder);
    obstacle(ui, model);
    pack.asked = pack.order(model);
    if pack.asked.is_none() || model.survey.is_none() {
        return None;
    }
    head(ui, "command-press");
    survey::show(ui, model, &mut pack.unfolded).map(Asked::Done)
}

/// Choices of which several hold.
fn choices(ui: &mut Ui, words: &[String], chosen: &mut BTreeSet<usize>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for (at, word) in words.iter().enumerate() {
            let on = chosen.contains(&at);
            if Button::new(word).toggles(on).show(ui).clicked() && !chosen.remove(&at) {
                chosen.insert(at);
            }
        }
    });
}

/// Make and cancel at the right end.
fn buttons(ui: &mut Ui, model: &Model, pack: &mut Briefing) -> Option<Asked> {
    let mut decided = None;
    let order = pack.asked.clone().filter(|_| model.obstacle.is_none());
    let ready = !pack.fresh && confirmed(ui);
    foot(ui, |ui| {
        let words = model.lang.text("ui-pack-make");
        let button = Button::new(&words).primary().icon(Icon::Export).enabled(order.is_some()).show(ui);
        if std::mem::take(&mut pack.fresh) {
            button.request_focus();
        }
        if let (true, Some(order)) = (button.clicked() || ready, order) {
            let folder = pack.folder.trim();
            let folder = (!folder.is_empty()).then(|| PathBuf::from(folder));
            decided = Some(Asked::Done(Command::Pack { order, folder }));
        }
        if Button::new(&model.lang.text("ui-cancel")).show(ui).clicked() {
            decided = Some(Asked::Close);
        }
    });
    decided
}
