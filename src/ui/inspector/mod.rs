//! The panel at the right: the story of the selected thing.
//!
//! It shows any [`Story`] without knowing what it is about; nothing selected, no panel.

mod card;
mod chart;
mod facts;
mod list;
mod notice;
mod page;
mod rich;
mod shares;
mod sources;
mod table;

use std::collections::BTreeSet;

use egui::{Align, Frame, Layout, Margin, Popup, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use self::list::List;
use self::page::{Page, SECTION_GAP};
use crate::command::{Command, Dialog};
use crate::date::Day;
use crate::scene::legible;
use crate::session::Change;
use crate::story::{self, Block, Story};
use crate::style::{BODY, NAME, NOTE, SUBTITLE};
use crate::ui::icon::Icon;
use crate::ui::theme::{self, color};
use crate::ui::widget::{Button, MenuItem, icon_button, popup_frame};
use crate::ui::{Model, Output};
use crate::world::{Id, Kind};

/// Margin of the panel.
const MARGIN: f32 = 16.0;

/// What a story depends on.
type Key = (Id, Day, &'static str);

/// The inspector and what it keeps between frames.
#[derive(Debug, Default)]
pub struct Inspector {
    told: Option<(Key, Option<Story>)>,
    /// Lists that were unfolded, by title.
    open: BTreeSet<String>,
    /// Source to bring into sight in the next frame.
    jump: Option<usize>,
}

impl Inspector {
    /// Fills a panel with a story.
    pub fn show_story(&mut self, ui: &mut Ui, model: &Model<'_>, story: &Story, out: &mut Output) {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        head(ui, model, story, out);
        let jump = self.jump.take();
        let mut page = Page { model, sources: &story.sources, open: &mut self.open, jump: None, out };
        let scroll = ScrollArea::vertical().id_salt(("story", story.id.to_string())).auto_shrink(false);
        scroll.show(ui, |ui| {
            let margin = Margin { left: 16, right: 16, top: 4, bottom: 24 };
            Frame::NONE.inner_margin(margin).show(ui, |ui| {
                ui.set_width(ui.available_width());
                actions(ui, &mut page, story);
                body(ui, &mut page, story);
                sources_below(ui, &mut page, jump);
            });
        });
        self.jump = page.jump;
        if self.jump.is_some() {
            ui.ctx().request_repaint();
        }
    }

    /// Fills its panel with the page about the selection; with nothing where nothing is selected.
    pub fn show(&mut self, ui: &mut Ui, model: &Model<'_>, out: &mut Output) {
        let Some(id) = model.history.now().selection.clone() else {
            self.told = None;
            return;
        };
        if !ui.available_rect_before_wrap().is_positive() {
            return;
        }
        self.tell(model, id);
        let Some((key, story)) = self.told.take() else { return };
        match &story {
            Some(story) => self.show_story(ui, model, story, out),
            None => unknown(ui, model, out),
        }
        self.told = Some((key, story));
    }

    /// Tells the story anew where it is another one.
    fn tell(&mut self, model: &Model<'_>, id: Id) {
        let key = (id, model.day, model.lang.code());
        // What was not known may be by now: another edition may have been opened.
        if self.told.as_ref().is_some_and(|(told, story)| *told == key && story.is_some()) {
            return;
        }
        if self.told.as_ref().is_none_or(|(told, _)| told.0 != key.0) {
            self.open.clear();
            self.jump = None;
        }
        let story = story::tell(model.world, &key.0, model.day, model.lang);
        self.told = Some((key, story));
    }
}

/// Name, subtitle and the buttons beside them.
fn head(ui: &mut Ui, model: &Model<'_>, story: &Story, out: &mut Output) {
    let t = model.tokens;
    let width = ui.available_width();
    let text = width - 2.0 * MARGIN;
    let name = theme::lines(ui.ctx(), story.title.as_str(), NAME, t.text, text - 64.0);
    let words = legible(&story.subtitle);
    let subtitle = theme::lines(ui.ctx(), words.as_str(), SUBTITLE, t.text2, text);
    let below = if words.is_empty() { 0.0 } else { subtitle.size().y };
    let size = vec2(width, 12.0 + name.size().y + below + 12.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &story.title));
    let at = rect.min + vec2(MARGIN, 12.0);
    let under = name.size().y;
    ui.painter().galley(at, name, color(t.text));
    if below > 0.0 {
        ui.painter().galley(at + vec2(0.0, under), subtitle, color(t.text2));
    }
    let buttons = Rect::from_min_size(pos2(rect.right() - 12.0 - 60.0, rect.top() + 8.0), vec2(60.0, 28.0));
    // A child of its own, so that the buttons take no room from what follows.
    let row = UiBuilder::new().max_rect(buttons).layout(Layout::left_to_right(Align::Min));
    let ui = &mut ui.new_child(row);
    ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
    if icon_button(ui, Icon::Pin, &model.lang.text("ui-page-reveal"), true).clicked() {
        out.commands.push(Command::Reveal(story.id.clone()));
    }
    if icon_button(ui, Icon::Close, &model.lang.text("ui-page-close"), true).clicked() {
        out.commands.push(Command::Change(Change::Select(None)));
    }
}

/// What can be done with a place or a line, beside reading about it.
fn actions(ui: &mut Ui, page: &mut Page<'_>, story: &Story) {
    let id = &story.id;
    let (model, session) = (page.model, page.model.history.now());
    let lang = model.lang;
    if !id.has_strip() && model.world.place(id).is_none() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let words = lang.text(if id.kind == Kind::Route { "ui-route-change" } else { "ui-route-here" });
        if id.kind != Kind::Corridor
            && Button::new(&words).icon(Icon::Route).show(ui).on_hover_text(lang.text("ui-route-tip")).clicked()
        {
            page.out.commands.push(Command::Dialog(Some(Dialog::Route)));
        }
        if !id.has_strip() {
            return;
        }
        let words = lang.text("command-strip");
        if Button::new(&words).icon(Icon::Strip).toggles(session.strip).show(ui).clicked() {
            page.out.commands.push(Command::Change(Change::Strip(!session.strip)));
        }
        if session.strip {
            beside(ui, page, story);
        }
    });
    let wanted = if id.has_strip() && session.strip { 1 + usize::from(session.beside.is_some()) } else { 0 };
    if model.sheet.strips < wanted {
        ui.add_space(4.0);
        theme::label(ui, lang.text("ui-strip-no-room"), NOTE, model.tokens.text2);
    }
    ui.add_space(12.0);
}

/// The line whose strip is compared with that of the selection, to be chosen from the other ways of a route and the
/// corridors.
fn beside(ui: &mut Ui, page: &mut Page<'_>, story: &Story) {
    let (model, session) = (page.model, page.model.history.now());
    let (world, lang) = (model.world, model.lang);
    let none = lang.text("ui-strip-alone");
    let ways: Vec<(&Id, &str)> = story.routes().collect();
    let name = |id: &Id| {
        let way = ways.iter().find(|(way, _)| *way == id);
        way.map_or_else(|| world.short_name_on(id, lang.code(), model.day), |(_, label)| (*label).to_owned())
    };
    // A button has room for a few words; the list says all.
    let brief = |id: &Id| match (id.kind, world.route(&id.key)) {
        (Kind::Route, Some(query)) => lang.format("route-number", &[("number", (query.chosen + 1).into())]),
        _ => world.short_name_on(id, lang.code(), model.day),
    };
    let words = session.beside.as_ref().map_or_else(|| lang.text("ui-strip-beside"), brief);
    let button = Button::new(&words).trailing(Icon::ChevronDown).show(ui);
    let mut chosen = None;
    Popup::menu(&button).width(260.0).frame(popup_frame(model.tokens, 8)).gap(4.0).show(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let corridors = world.corridors.iter().map(|corridor| Id::new(Kind::Corridor, corridor.key.as_str()));
        let mut rows: Vec<Option<Id>> = vec![None];
        let ways = ways.iter().map(|(id, _)| (*id).clone());
        for id in ways.chain(corridors).chain(session.beside.clone()).filter(|it| *it != story.id) {
            if !rows.contains(&Some(id.clone())) {
                rows.push(Some(id));
            }
        }
        for row in rows {
            let label = row.as_ref().map_or_else(|| none.clone(), name);
            let checked = Some(row == session.beside);
            let item = MenuItem { checked, ..MenuItem::new(&label) };
            if ui.push_id(&label, |ui| item.show(ui)).inner.clicked() {
                chosen = Some(row);
                ui.close();
            }
        }
    });
    if let Some(row) = chosen {
        page.out.commands.push(Command::Change(Change::Beside(row)));
    }
}

/// Card and blocks.
fn body(ui: &mut Ui, page: &mut Page<'_>, story: &Story) {
    if let Some(card) = &story.card {
        card::show(ui, page, card);
    }
    for (number, block) in story.blocks.iter().enumerate() {
        let before = number.checked_sub(1).and_then(|at| story.blocks.get(at));
        ui.add_space(match (before, block) {
            (None, _) if story.card.is_none() => 0.0,
            // Facts without a heading belong to the card above them, and notices stand together.
            (None, Block::Facts { title: None, .. }) => 12.0,
            (Some(Block::Notice { .. }), Block::Notice { .. }) => 8.0,
            _ => SECTION_GAP,
        });
        ui.push_id(number, |ui| show_block(ui, page, block));
    }
}

/// One block.
fn show_block(ui: &mut Ui, page: &mut Page<'_>, block: &Block) {
    match block {
        Block::Facts { title, facts } => facts::show(ui, page, title.as_deref(), facts),
        Block::Paragraph { title, text } => {
            page::optional_heading(ui, page, title.as_deref());
            page::paragraph(ui, page, text, BODY);
        }
        Block::List { title, trailing, rows, two_columns, fold_after } => {
            list::show(ui, page, &List { title, trailing, rows, two_columns: *two_columns, fold_after: *fold_after });
        }
        Block::Shares { title, trailing, bars } => shares::show(ui, page, title, trailing, bars),
        Block::Table(table) => table::show(ui, page, table),
        Block::Chart { title, unit, series, note } => chart::show(ui, page, (title, unit), series, note),
        Block::Notice { tone, title, lines } => notice::show(ui, page, *tone, title, lines),
    }
}

/// A hairline and the sources.
fn sources_below(ui: &mut Ui, page: &mut Page<'_>, jump: Option<usize>) {
    if page.sources.is_empty() {
        return;
    }
    ui.add_space(16.0);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 1.0));
    ui.painter().hline(rect.x_range(), rect.center().y.round() - 0.5, (1.0, color(page.model.tokens.line)));
    ui.add_space(12.0);
    sources::show(ui, page, jump);
}

/// The selection names nothing that is known: an older view, say.
fn unknown(ui: &mut Ui, model: &Model<'_>, out: &mut Output) {
    Frame::NONE.inner_margin(Margin::same(16)).show(ui, |ui| {
        theme::label(ui, model.lang.text("ui-page-unknown"), BODY, model.tokens.text2);
        ui.add_space(12.0);
        if Button::new(&model.lang.text("ui-page-close")).show(ui).clicked() {
            out.commands.push(Command::Change(Change::Select(None)));
        }
    });
}
