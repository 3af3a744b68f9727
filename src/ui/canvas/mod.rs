//! The middle of the window: the page as it will be exported, made alive.
//!
//! The canvas shows the scene, tells what is under the pointer, turns gestures into commands and offers every
//! feature to the keyboard and to assistive technology. It alters nothing itself.

mod feature;
mod gesture;
mod highlight;
mod reach;
mod seats;
mod spot;
mod strip;
mod table;
mod words;
mod zoom;

use std::sync::Arc;

use egui::{CursorIcon, Id, PopupAnchor, Pos2, Rect, Response, Role, Sense, Tooltip, Ui, Vec2, WidgetInfo, vec2};

use self::feature::Feature;
use self::reach::{Asked, Glossary};
use crate::command::Command;
use crate::export::Spot;
use crate::paint::hit::Hits;
use crate::paint::screen::{self, Means, ScreenPainter};
use crate::projection;
use crate::scene::{Point, Size, Tag};
use crate::session::Change;
use crate::style::{BODY_STRONG, NOTE};
use crate::ui::theme;
use crate::ui::{Model, Output};
use crate::world::{Id as Thing, Kind, Query};

/// Seconds that the pointer rests before a tooltip shows.
const PATIENCE: f64 = 0.3;

/// Points beside a line at which it still answers.
const SLACK: f64 = 5.0;

/// The canvas and what it keeps between frames.
#[derive(Default)]
pub struct Canvas {
    /// Painter of the page, and by what means it paints.
    screen: Option<(Means, ScreenPainter)>,
    /// What was made from the page of this revision.
    kept: Option<Kept>,
    glossary: Glossary,
    table: table::Table,
    hover: Option<Hover>,
    /// What is pointed at, and since when; none inside until it was shown first.
    spot: Option<(Spot, Option<f64>)>,
    /// City whose institutions are listed, and where.
    list: Option<(String, Pos2)>,
}

/// What is made once for a page.
struct Kept {
    revision: u64,
    features: Vec<Feature>,
    /// The same on the strips below the map.
    strips: Vec<Feature>,
    /// Made when the pointer first asks; not while the map moves.
    hits: Option<Hits>,
}

/// What the pointer is over, and since when.
struct Hover {
    tag: Tag,
    since: f64,
}

/// A place on the page as a place on screen.
fn to_screen(p: Point, origin: Vec2) -> Pos2 {
    Pos2::new(p.x as f32, p.y as f32) + origin
}

/// A rectangle of the page on screen.
fn rect_to_screen(r: crate::scene::Rect, origin: Vec2) -> Rect {
    Rect::from_min_max(to_screen(r.origin(), origin), to_screen(Point::new(r.x1, r.y1), origin))
}

impl Canvas {
    /// Fills what is left of the window with the page.
    pub fn show(&mut self, ui: &mut Ui, model: &Model<'_>, out: &mut Output) {
        let area = ui.available_rect_before_wrap();
        if !area.is_finite() || area.width() < 1.0 || area.height() < 1.0 {
            return;
        }
        ui.allocate_rect(area, Sense::hover());
        ui.set_clip_rect(area.intersect(ui.clip_rect()));
        out.room = Some(Size::new(f64::from(area.width()), f64::from(area.height())));
        if !model.sheet.places.is_empty() {
            let up = self.table.offset(ui, model, area);
            let origin = area.min.to_vec2() - vec2(0.0, up);
            self.paint(ui, model, (area, area), up);
            if let Some((band, head)) = table::heads(model, area, origin).zip(model.sheet.places.first()) {
                self.paint(ui, model, (area, band), head.rect.y0 as f32);
            }
            return self.table.show(ui, model, (area, origin), out);
        }
        let origin = area.min.to_vec2();
        let frame = rect_to_screen(model.sheet.frame, origin).intersect(area);
        self.keep(model);
        self.paint(ui, model, (area, area), 0.0);
        if !frame.is_positive() {
            return;
        }
        let response = sheet(ui, model, area, frame);
        let moving = gesture::read(ui, &response, frame, origin, out);
        self.point(ui, model, &response, (frame, moving), out);
        self.reach(ui, model, (frame, origin), out);
        zoom::show(ui, model, frame, out);
        spot::show(ui, model, &mut self.spot, (area, frame));
        if let Some((city, at)) = &self.list
            && !seats::show(ui, model, city, *at, out)
        {
            self.list = None;
        }
    }

    /// Points at something for a moment.
    pub fn point_at(&mut self, spot: Spot) {
        self.spot = Some((spot, None));
    }

    /// Throws away what belongs to an earlier page.
    fn keep(&mut self, model: &Model<'_>) {
        if self.kept.as_ref().is_none_or(|kept| kept.revision != model.revision) {
            let features = feature::gather(&model.sheet.scene.root, model.sheet.frame);
            let strips = strip::gather(&model.sheet.scene);
            self.kept = Some(Kept { revision: model.revision, features, strips, hits: None });
        }
    }

    /// Paints the page at the upper left of the area, moved up by so many points, as far as it lies in a part of it.
    fn paint(&mut self, ui: &Ui, model: &Model<'_>, (area, part): (Rect, Rect), up: f32) {
        let painter = ui.painter().with_clip_rect(part);
        let (corner, scene) = (area.min - vec2(0.0, up), &model.sheet.scene);
        // Every point of the window that is painted once less is a point gained where the processor paints.
        if !screen::place(&painter, corner, scene).contains_rect(part) {
            painter.rect_filled(part, 0.0, theme::color(model.tokens.canvas));
        }
        let means = if model.software { Means::Picture } else { Means::Triangles };
        let (_, screen) =
            self.screen.take().filter(|(of, _)| *of == means).unwrap_or((means, ScreenPainter::new(means)));
        let screen = self.screen.insert((means, screen));
        screen.1.paint(&painter, corner, scene, model.revision);
    }

    /// Hovering and clicking.
    fn point(&mut self, ui: &Ui, model: &Model<'_>, response: &Response, map: (Rect, bool), out: &mut Output) {
        let (frame, moving) = map;
        let origin = response.rect.min.to_vec2();
        let at = response.hover_pos().filter(|_| !moving);
        let under = at.and_then(|at| self.under(model, at, origin));
        if let Some(at) = response.interact_pointer_pos().filter(|_| response.clicked() && !response.double_clicked()) {
            match &under {
                Some(tag) if ui.input(|input| input.modifiers.command) => compare(model, tag, out),
                Some(tag) if ui.input(|input| input.modifiers.shift) => reach_out(model, tag, at - origin, out),
                Some(tag) => self.open(ui, model, &Arc::clone(tag), Rect::from_pos(at), out),
                // Who holds a key reaches out from what is selected, and keeps it.
                None if ui.input(|input| input.modifiers.any()) => {}
                None if frame.contains(at) && model.history.now().selection.is_some() => {
                    out.commands.push(Command::Change(Change::Select(None)));
                }
                None => {}
            }
        }
        let Some(tag) = under.filter(|tag| opens(tag)) else {
            self.hover = None;
            return;
        };
        ui.set_cursor_icon(CursorIcon::PointingHand);
        if let Some(feature) = self.kept.iter().flat_map(|kept| &kept.features).find(|f| f.tag == tag) {
            highlight::paint(&ui.painter().with_clip_rect(frame), origin, feature, model.tokens);
        }
        if let Some(kept) = &self.kept {
            strip::paint(ui.painter(), origin, &kept.strips, &tag, model.tokens);
        }
        self.tell(ui, model, response, &tag);
    }

    /// Shows name and status of what the pointer has rested on.
    fn tell(&mut self, ui: &Ui, model: &Model<'_>, response: &Response, tag: &Tag) {
        let now = ui.input(|i| i.time);
        let since = match &self.hover {
            Some(hover) if hover.tag == *tag => hover.since,
            _ => now,
        };
        self.hover = Some(Hover { tag: Arc::clone(tag), since });
        if now - since < PATIENCE {
            ui.ctx().request_repaint_after_secs((PATIENCE - (now - since)) as f32);
            return;
        }
        if self.list.is_some() {
            return;
        }
        let Some(words) = self.glossary.get(model, tag) else { return };
        let t = model.tokens;
        let id = Id::unique("map tooltip");
        Tooltip::always_open(ui.ctx().clone(), response.layer_id, id, PopupAnchor::Pointer).gap(16.0).show(|ui| {
            ui.set_max_width(320.0);
            ui.spacing_mut().item_spacing = vec2(0.0, 2.0);
            theme::label(ui, &words.name, BODY_STRONG, t.text);
            for line in words.lines.iter().filter(|line| !line.is_empty()) {
                theme::label(ui, line, NOTE, t.text2);
            }
        });
    }

    /// Offers the features to keyboard and assistive technology.
    fn reach(&mut self, ui: &Ui, model: &Model<'_>, (frame, origin): (Rect, Vec2), out: &mut Output) {
        let Some(kept) = &self.kept else { return };
        let painter = ui.painter().with_clip_rect(frame.expand(2.0));
        let opened = reach::show(ui, model, &kept.features, &mut self.glossary, (&painter, origin));
        match opened {
            Some((tag, _, Asked::Compare)) => compare(model, &tag, out),
            Some((tag, rect, Asked::Open)) => self.open(ui, model, &tag, rect, out),
            None => {}
        }
    }

    /// Opens what a tag names.
    fn open(&mut self, ui: &Ui, model: &Model<'_>, tag: &str, place: Rect, out: &mut Output) {
        if let Some(city) = tag.strip_prefix("seat:") {
            if seats::open(ui, model, city, out) {
                self.list = Some((city.to_owned(), place.center()));
            }
        } else if let Ok(id) = tag.parse::<Thing>() {
            out.commands.push(Command::Change(Change::Select(Some(id))));
        }
    }

    /// What lies under a place on screen.
    fn under(&mut self, model: &Model<'_>, at: Pos2, origin: Vec2) -> Option<Tag> {
        let kept = self.kept.as_mut()?;
        let hits = kept.hits.get_or_insert_with(|| Hits::new(&model.sheet.scene));
        let at = at - origin;
        hits.at(Point::new(f64::from(at.x), f64::from(at.y)), SLACK)
    }
}

/// Puts a state beside those that are selected, or takes it away from them; selects it where none is.
fn compare(model: &Model<'_>, tag: &str, out: &mut Output) {
    let Some(id) = tag.parse::<Thing>().ok().filter(|id| id.kind == Kind::State && model.world.exists(id)) else {
        return;
    };
    let selected = model.history.now().selection.as_ref();
    let taken = selected.is_some_and(|it| matches!(it.kind, Kind::State | Kind::Comparison));
    let beside = selected.filter(|_| taken).and_then(|selected| model.world.compared_with(selected, &id.key));
    let next = if taken { beside } else { Some(id) };
    out.commands.push(Command::Change(Change::Select(next)));
}

/// Selects the route from what is selected to a place; where nothing is selected that a route can begin at, the place.
fn reach_out(model: &Model<'_>, tag: &str, at: Pos2, out: &mut Output) {
    let Some(id) = tag.parse::<Thing>().ok().filter(|id| model.world.exists(id)) else { return };
    let id = nearer_end(model, &id, at).unwrap_or(id);
    let (world, selected) = (model.world, model.history.now().selection.as_ref());
    let begun = selected.and_then(|id| {
        let changed = world.route(&id.key).filter(|_| id.kind == Kind::Route);
        changed.map(|query| query.from).or_else(|| world.place(id))
    });
    let route = begun.zip(world.place(&id)).filter(|(from, to)| from != to).map(|(from, to)| Query::new(from, to).id());
    out.commands.push(Command::Change(Change::Select(Some(route.unwrap_or(id)))));
}

/// Of a segment the end that is nearer to a place on the page; none for anything else.
fn nearer_end(model: &Model<'_>, id: &Thing, at: Pos2) -> Option<Thing> {
    let segment = model.world.segment(&id.key).filter(|_| id.kind == Kind::Segment)?;
    let projection = projection::by_id(&model.history.now().projection)?;
    let distance = |key: &str| {
        let [lon, lat] = model.world.node(key)?.point;
        let [east, north] = projection.forward(lon, lat)?;
        let there = model.sheet.affine * Point::new(east, north);
        Some((there - Point::new(f64::from(at.x), f64::from(at.y))).hypot())
    };
    let [from, to] = [&segment.from, &segment.to].map(|key| distance(key).unwrap_or(f64::MAX));
    Some(Thing::new(Kind::Node, if from <= to { segment.from.as_str() } else { segment.to.as_str() }))
}

/// The page as a widget of its own: it takes focus, clicks and drags.
fn sheet(ui: &Ui, model: &Model<'_>, area: Rect, frame: Rect) -> Response {
    let response = ui.interact(area, ui.scope_id().with("map"), Sense::click_and_drag());
    let scene = &model.sheet.scene;
    response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, &scene.title));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(scene.description.clone()));
    if response.has_focus() {
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, reach::filter()));
        theme::focus_ring(ui.painter(), model.tokens, &response, frame, 0.0, -2.0);
    }
    response
}

/// Whether a click on a tag opens something.
fn opens(tag: &str) -> bool {
    tag.starts_with("seat:") || tag.parse::<Thing>().is_ok()
}
