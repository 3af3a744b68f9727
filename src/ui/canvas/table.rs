//! The table of who sits in what, made alive: the pointer and the keyboard tell each cell, a click selects, and assistive
//! technology reads a real table.

mod sort;

use egui::accesskit::{Action, Role, SortDirection};
use egui::{
    Color32, CursorIcon, Id, Key, PopupAnchor, Rect, Sense, Stroke, StrokeKind, Tooltip, Ui, UiBuilder, Vec2, vec2,
};

use super::{PATIENCE, reach};
use crate::command::Command;
use crate::map;
use crate::matrix::{self, Matrix, Place, Sorter, Told};
use crate::scene::Point;
use crate::session::{Change, Order};
use crate::style::{BODY_STRONG, NOTE, radius};
use crate::ui::theme::{self, color};
use crate::ui::{Model, Output};
use crate::world::{Id as Thing, Kind, World};

/// Points below the edge of the window to which a cell with the focus is brought.
const MARGIN: f32 = 48.0;

/// Width of the bar that shows how far the table is scrolled.
const BAR: f32 = 6.0;

/// The table and what it keeps between frames.
#[derive(Default)]
pub struct Table {
    /// Whether the arrow keys were used since the pointer moved.
    by_keys: bool,
    /// How far the page is moved up, in points.
    scroll: f32,
    /// Place that the keyboard is at.
    current: usize,
    /// Place that was clicked and gets the keyboard in the next frame; in its own, the click takes it away again.
    clicked: Option<usize>,
    /// What is under the pointer, and since when.
    hover: Option<(Under, f64)>,
    /// Words of every place and of what sorts on the page of a revision.
    kept: Option<(u64, Vec<Word>, Vec<String>)>,
}

/// What the pointer can be over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Under {
    /// A place of the table.
    Place(usize),
    /// What puts it into another order.
    Sorter(usize),
}

/// What a place says, and what it selects.
struct Word {
    told: Told,
    thing: Thing,
}

impl Table {
    /// How far the page is moved up, after the wheel has turned over the area.
    pub fn offset(&mut self, ui: &Ui, model: &Model<'_>, area: Rect) -> f32 {
        let most = (model.sheet.scene.size.height as f32 - area.height()).max(0.0);
        if ui.rect_contains_pointer(area) {
            self.scroll -= ui.input(|input| input.smooth_scroll_delta().y);
        }
        self.scroll = self.scroll.clamp(0.0, most).round();
        self.scroll
    }

    /// Answers for the places of the page; `origin` is where its upper left corner is on screen.
    pub fn show(&mut self, ui: &mut Ui, model: &Model<'_>, (area, origin): (Rect, Vec2), out: &mut Output) {
        if self.kept.as_ref().is_none_or(|(revision, ..)| *revision != model.revision) {
            let table = map::table(model.world, model.history.now(), model.lang);
            self.kept = Some((model.revision, words(model, &table), sort::words(model, &table)));
            self.current = self.current.min(model.sheet.places.len().saturating_sub(1));
        }
        if let Some(at) = self.clicked.take() {
            ui.memory_mut(|memory| memory.request_focus(cell(at)));
        }
        self.point(ui, model, (area, origin), out);
        self.reach(ui, model, (area, origin), out);
        let shifted = |sorter: &Sorter| shifted(model, sorter.row, (area, origin));
        let pointed = self.hover.and_then(|(under, _)| match under {
            Under::Place(at) => model.sheet.places.get(at).map(|it| (it.row, it.column)),
            Under::Sorter(at) => model.sheet.sorters.get(at).map(|it| (it.row, it.column)),
        });
        sort::paint(ui, model, area, shifted, pointed);
        bar(ui, model, area, self.scroll);
    }

    /// Hovering and clicking.
    fn point(&mut self, ui: &Ui, model: &Model<'_>, (area, origin): (Rect, Vec2), out: &mut Output) {
        let response = ui.interact(area, ui.scope_id().with("table"), Sense::CLICK);
        let under = |at: egui::Pos2| {
            let kept = heads(model, area, origin).filter(|kept| kept.contains(at));
            // The heads stay in sight; who points there points at them.
            let at = at - kept.map_or(origin, |_| shifted(model, None, (area, origin)));
            let at = Point::new(f64::from(at.x), f64::from(at.y));
            let place = || model.sheet.places.iter().position(|place| place.rect.contains(at)).map(Under::Place);
            sort::under(model, at).map(Under::Sorter).or_else(place)
        };
        let clicked = response.interact_pointer_pos().filter(|_| response.clicked()).map(under);
        match clicked {
            Some(Some(Under::Sorter(at))) => sort::ask(model, at, out),
            Some(found) => {
                if let Some(Under::Place(at)) = found {
                    self.current = at;
                    self.clicked = Some(at);
                    ui.ctx().request_repaint();
                }
                let thing = found.and_then(|under| self.word(under)).map(|word| word.thing.clone());
                out.commands.push(Command::Change(Change::Select(thing)));
            }
            None => {}
        }
        let Some(over) = response.hover_pos().and_then(under) else {
            self.hover = None;
            return;
        };
        ui.set_cursor_icon(CursorIcon::PointingHand);
        if let Under::Place(at) = over {
            tint(ui, model, (area, origin), at);
        }
        let now = ui.input(|input| input.time);
        let since = self.hover.filter(|(known, _)| *known == over).map_or(now, |(_, since)| since);
        self.hover = Some((over, since));
        self.by_keys &= ui.input(|input| input.pointer.delta() == Vec2::ZERO);
        if self.by_keys {
            return;
        }
        if now - since < PATIENCE {
            return ui.ctx().request_repaint_after_secs((PATIENCE - (now - since)) as f32);
        }
        match (over, self.word(over), &self.kept) {
            (_, Some(word), _) => tell(ui, model, &word.told, PopupAnchor::Pointer),
            (Under::Sorter(at), None, Some((.., orders))) => {
                orders.get(at).into_iter().for_each(|order| sort::tell(ui, model, order, PopupAnchor::Pointer));
            }
            _ => {}
        }
    }

    /// The table for the keyboard and for assistive technology: Tab reaches it, arrows walk, Enter selects.
    fn reach(&mut self, ui: &mut Ui, model: &Model<'_>, (area, origin): (Rect, Vec2), out: &mut Output) {
        let id = cell;
        let builder = UiBuilder::new().id_salt("matrix").max_rect(area);
        let mut table = ui.new_child(builder);
        let (rows, columns) = extent(&model.sheet.places);
        ui.ctx().accesskit_node_builder(table.unique_id(), |node| {
            node.set_role(Role::Table);
            node.set_label(model.sheet.scene.title.clone());
            node.set_description(model.sheet.scene.description.clone());
            node.set_row_count(rows + 1);
            node.set_column_count(columns + 1);
        });
        // Who has the focus at the beginning of the frame; a key moves it once.
        let at_first = ui.memory(egui::Memory::focused);
        let mut line: Option<(Option<usize>, Ui)> = None;
        for (at, place) in model.sheet.places.iter().enumerate() {
            let rect = super::rect_to_screen(place.rect, origin);
            if line.as_ref().is_none_or(|(row, _)| *row != place.row) {
                let row = table.new_child(UiBuilder::new().id_salt(("row", place.row)).max_rect(rect));
                ui.ctx().accesskit_node_builder(row.unique_id(), |node| {
                    node.set_role(Role::Row);
                    node.set_row_index(place.row.map_or(0, |row| row + 1));
                });
                line = Some((place.row, row));
            }
            let Some((_, row)) = &line else { continue };
            let sense = if at == self.current { Sense::focusable_noninteractive() } else { Sense::hover() };
            let response = row.interact(rect, id(at), sense);
            let Some(word) = self.word(Under::Place(at)) else { continue };
            ui.ctx().accesskit_node_builder(id(at), |node| {
                describe(node, place, &word.told);
                bound(node, rect);
                let mut own = model.sheet.sorters.iter().filter(|it| (it.row, it.column) == (place.row, place.column));
                let sorting = &model.history.now().sorting;
                if let Some(sorter) = own.find(|sorter| sorter.is_active(sorting)) {
                    node.set_sort_direction(match sorter.axis.of(sorting) {
                        Order::Name | Order::Founded | Order::Since(_) => SortDirection::Ascending,
                        Order::Parts => SortDirection::Descending,
                        Order::Facts | Order::Role(_) => SortDirection::Other,
                    });
                }
            });
            let asked = ui.input(|input| input.has_accesskit_action_request(id(at), Action::Click));
            let focused = response.has_focus() && at_first == Some(id(at));
            if asked || focused && ui.input(|input| input.key_pressed(Key::Enter)) {
                out.commands.push(Command::Change(Change::Select(Some(word.thing.clone()))));
            }
            if focused {
                ring(ui, model, rect);
                // One thing is told at a time: that which the hand went to last.
                if self.hover.is_none() || self.by_keys {
                    tell(ui, model, &word.told, PopupAnchor::ParentRect(rect));
                }
                ui.memory_mut(|memory| memory.set_focus_lock_filter(id(at), reach::filter()));
                if let Some(next) = walk(ui, &model.sheet.places, at) {
                    self.by_keys = true;
                    self.current = next;
                    ui.memory_mut(|memory| memory.request_focus(id(next)));
                    self.bring(super::rect_to_screen(model.sheet.places[next].rect, origin), area);
                }
            }
        }
        let origins = |sorter: &Sorter| shifted(model, sorter.row, (area, origin));
        let orders = self.kept.as_ref().map(|(.., orders)| orders.as_slice()).unwrap_or_default();
        sort::reach(&table, model, origins, (self.current, orders), out);
    }

    /// Scrolls so that a place is seen.
    fn bring(&mut self, rect: Rect, area: Rect) {
        if rect.top() < area.top() + MARGIN {
            self.scroll -= area.top() + MARGIN - rect.top();
        } else if rect.bottom() > area.bottom() - MARGIN {
            self.scroll += rect.bottom() - (area.bottom() - MARGIN);
        }
    }

    /// The words of a place.
    fn word(&self, under: Under) -> Option<&Word> {
        let Under::Place(at) = under else { return None };
        self.kept.as_ref()?.1.get(at)
    }
}

/// What egui knows a place by.
fn cell(at: usize) -> Id {
    Id::unique(("matrix cell", at))
}

/// Words for every place of the page.
fn words(model: &Model<'_>, table: &Matrix) -> Vec<Word> {
    model.sheet.places.iter().filter_map(|place| word(model, table, place)).collect()
}

/// Where the page of a row begins on screen; the heads, without a row, stay in sight.
fn shifted(model: &Model<'_>, row: Option<usize>, (area, origin): (Rect, Vec2)) -> Vec2 {
    let kept = heads(model, area, origin).filter(|_| row.is_none());
    kept.map_or(origin, |kept| vec2(origin.x, kept.top() - head(model)))
}

/// What a place says and selects: a state, an institution, or the part of one in the other.
fn word(model: &Model<'_>, table: &Matrix, place: &Place) -> Option<Word> {
    let state = place.column.and_then(|column| table.columns.get(column));
    let (world, lang) = (model.world, model.lang);
    let name = |id: &Thing| world.name_on(id, lang.code(), table.day);
    match (place.row.and_then(|row| table.rows.get(row)), state) {
        (Some(row), Some(column)) => {
            let told = matrix::told(table, lang, row, place.column?)?;
            Some(Word { told, thing: World::role_id(&column.state.key, &row.body.key) })
        }
        (Some(row), None) => {
            let thing = Thing::new(Kind::Institution, row.body.key.as_str());
            let founded = row.body.begun().map_or_else(|| lang.text("word-date-not-found"), |it| lang.date(it));
            let title = lang.format("matrix-row", &[("body", name(&thing).into()), ("date", founded.into())]);
            Some(Word { told: Told { title, lines: Vec::new(), confidence: None }, thing })
        }
        (None, Some(column)) => {
            let thing = Thing::new(Kind::State, column.state.key.as_str());
            let lines = super::words::describe(model, &thing.to_string()).map(|it| it.lines).unwrap_or_default();
            let note = world.note("recognition", lang.code()).filter(|_| world.is_entity(&column.state.key));
            let lines = lines.into_iter().chain(note.map(str::to_owned)).collect();
            Some(Word { told: Told { title: name(&thing), lines, confidence: None }, thing })
        }
        (None, None) => None,
    }
}

/// How many rows and columns of cells there are.
fn extent(places: &[Place]) -> (usize, usize) {
    let most = |of: fn(&Place) -> Option<usize>| places.iter().filter_map(of).max().map_or(0, |at| at + 1);
    (most(|place| place.row), most(|place| place.column))
}

/// The node of a place.
fn describe(node: &mut egui::accesskit::Node, place: &Place, told: &Told) {
    node.set_role(match (place.row, place.column) {
        (None, _) => Role::ColumnHeader,
        (_, None) => Role::RowHeader,
        _ => Role::Cell,
    });
    node.set_label(told.title.clone());
    node.set_description(told.lines.join(". "));
    node.set_row_index(place.row.map_or(0, |row| row + 1));
    node.set_column_index(place.column.map_or(0, |column| column + 1));
    node.add_action(Action::Click);
}

/// Tells where a node lies, also where it cannot take the focus.
fn bound(node: &mut egui::accesskit::Node, rect: Rect) {
    let [x0, y0, x1, y1] = [rect.left(), rect.top(), rect.right(), rect.bottom()].map(f64::from);
    node.set_bounds(egui::accesskit::Rect { x0, y0, x1, y1 });
}

/// The place to which a key leads.
fn walk(ui: &Ui, places: &[Place], at: usize) -> Option<usize> {
    let here = places.get(at)?;
    // The heads are the row and the column before the first one.
    let (row, column) = (here.row.map_or(0, |it| it + 1), here.column.map_or(0, |it| it + 1));
    let (rows, columns) = extent(places);
    let pressed = |key: Key| ui.input(|input| input.key_pressed(key));
    let (row, column) = if pressed(Key::ArrowDown) {
        (row + 1, column)
    } else if pressed(Key::ArrowUp) {
        (row.checked_sub(1)?, column)
    } else if pressed(Key::ArrowRight) {
        (row, column + 1)
    } else if pressed(Key::ArrowLeft) {
        (row, column.checked_sub(1)?)
    } else if pressed(Key::Home) {
        (row, usize::from(row == 0))
    } else if pressed(Key::End) {
        (row, columns)
    } else if pressed(Key::PageDown) {
        ((row + 10).min(rows), column)
    } else if pressed(Key::PageUp) {
        (row.saturating_sub(10), column)
    } else {
        return None;
    };
    places.iter().position(|it| it.row.map_or(0, |it| it + 1) == row && it.column.map_or(0, |it| it + 1) == column)
}

/// Upper edge of the heads on the page.
fn head(model: &Model<'_>) -> f32 {
    model.sheet.places.first().map_or(0.0, |place| place.rect.y0 as f32)
}

/// Where the heads stay in sight while the table is scrolled; none while they are where the page has them.
pub fn heads(model: &Model<'_>, area: Rect, origin: Vec2) -> Option<Rect> {
    let first = model.sheet.places.first().filter(|place| place.row.is_none())?;
    let size = vec2(area.width(), first.rect.height() as f32);
    (head(model) + origin.y < area.top()).then(|| Rect::from_min_size(area.min, size))
}

/// The row under the pointer, a little darker, and the cell a little more.
fn tint(ui: &Ui, model: &Model<'_>, (area, origin): (Rect, Vec2), at: usize) {
    let places = &model.sheet.places;
    let Some(place) = places.get(at) else { return };
    let ink = color(model.tokens.text);
    let painter = ui.painter().with_clip_rect(area);
    let fill = |rect: Rect, part: f32| painter.rect_filled(rect, radius::ROW, ink.gamma_multiply(part));
    fill(super::rect_to_screen(place.rect, origin), 0.05);
    if place.row.is_some() {
        let row = places.iter().filter(|it| it.row == place.row).map(|it| super::rect_to_screen(it.rect, origin));
        if let Some(row) = row.reduce(Rect::union) {
            let right = model.sheet.free.x1 as f32 + origin.x;
            fill(Rect::from_min_max(row.min, egui::pos2(right, row.max.y)), 0.045);
        }
    }
}

/// The ring round the place that has the focus.
fn ring(ui: &Ui, model: &Model<'_>, rect: Rect) {
    let t = model.tokens;
    let rect = rect.shrink(1.0);
    ui.painter().rect_stroke(rect, radius::BUTTON, Stroke::new(2.0, color(t.focus)), StrokeKind::Inside);
}

/// Role, since when, what must be known, who says so.
fn tell(ui: &Ui, model: &Model<'_>, told: &Told, at: PopupAnchor) {
    let t = model.tokens;
    let id = Id::unique("matrix tooltip");
    Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), id, at).gap(12.0).show(|ui| {
        ui.set_max_width(340.0);
        ui.spacing_mut().item_spacing = vec2(0.0, 2.0);
        theme::label(ui, &told.title, BODY_STRONG, t.text);
        for line in &told.lines {
            theme::label(ui, line, NOTE, t.text2);
        }
    });
}

/// How far the table is scrolled, where not all of it is seen.
fn bar(ui: &Ui, model: &Model<'_>, area: Rect, scroll: f32) {
    let whole = model.sheet.scene.size.height as f32;
    if whole <= area.height() {
        return;
    }
    let (top, height) = (scroll / whole * area.height(), area.height() / whole * area.height());
    let place = Rect::from_min_size(area.right_top() + vec2(-BAR - 2.0, top + 2.0), vec2(BAR, height - 4.0));
    let ink: Color32 = color(model.tokens.ctl);
    ui.painter().rect_filled(place, BAR / 2.0, ink.gamma_multiply(0.6));
}
