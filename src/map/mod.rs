//! From facts and a session to the page: layers, labels, legend and furniture.

mod asked;
mod base;
mod fit;
mod focus;
mod furniture;
mod inset;
mod labels;
mod layer;
mod page;
mod seen;
mod table;
mod view;

use std::sync::Arc;

use crate::lang::Lang;
use crate::matrix::{Place, Sorter};
use crate::projection::Viewport;
use crate::scene::{Affine, BezPath, Dropped, Group, Point, Rect, Scene};
use crate::session::{self, Layer, Session};
use crate::strip::{self, Chain};
use crate::world::{Id, World};

use focus::Focus;
use furniture::{below::Below, head, scale_bar::ScaleBar, sources::Sources, title};
use inset::Inset;
use labels::Labels;
use layer::{corridors, graticule, land, names, symbols, water};
use seen::{Seen, Shown};
use view::{Medium, View};

pub use base::Base;
pub use fit::fit;
pub use furniture::head::fitted;
pub use furniture::sources::Cited;
pub use page::Page;
pub use table::of as table;
pub use view::NEAR_BELOW;

/// A laid-out page.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The marks.
    pub scene: Scene,
    /// Where the map lies on the page; the rest is title, legend and notes.
    pub frame: Rect,
    /// What stays free between legend and notes.
    pub free: Rect,
    /// From the projected plane (kilometres east and north) to page points.
    pub affine: Affine,
    /// The part of the world in the frame, also where the session leaves it to the map.
    pub viewport: Viewport,
    /// Strips below the map: fewer than are asked for where there is no room.
    pub strips: usize,
    /// Sources of what is visible, as they are numbered on the page.
    pub sources: Vec<Cited>,
    /// What must be known about the picture, as it is printed on it.
    pub notes: Vec<String>,
    /// Title and subtitle as they are printed, in sentences.
    pub summary: String,
    /// Where the cells lie, where the page is the table of who sits in what; empty for a map.
    pub places: Vec<Place>,
    /// What puts that table into another order.
    pub sorters: Vec<Sorter>,
}

/// Least height of the frame above a strip at scale 1, in points.
const LEAST_FRAME: f64 = 150.0;

/// Share of the frame that stays free around what is fitted.
const FIT_MARGIN: f64 = 0.035;

/// Lays out a page: the map, or the table of who sits in what.
#[must_use]
pub fn compose(world: &World, base: &Base, session: &Session, lang: &Lang, page: &Page) -> Sheet {
    match session.view {
        session::View::Map => compose_map(world, base, session, lang, page),
        session::View::Matrix => table::compose(world, base, session, lang, page),
    }
}

/// Lays out a page with a map.
fn compose_map(world: &World, base: &Base, session: &Session, lang: &Lang, page: &Page) -> Sheet {
    let mut view = start(world, base, session, lang, page);
    let mut told = Sources::default();
    let words = title::words(&view, &mut told);
    let margin = page.margin;

    let (strips, strip_height, (sight, below)) = hold_strips(&mut view, page, &told);
    let reserve = page.reserve + strip_height;
    let (map, dropped) = paint_map(&mut view, &sight);
    let mut furniture = Group::new("furniture");
    head::draw(&view, page.size.to_rect(), margin, &words, &mut furniture);
    let top = view.frame.y1 + view.pt(6.0);
    let end = top + below.legend.height(&view) + view.pt(6.0) + reserve;
    let mut free = Rect::new(margin, end - reserve, page.size.width - margin, end);
    rule(&view, page.size.width, &mut furniture);
    below.legend.draw(&view, Point::new(margin, top), &mut furniture);
    below.foot.draw(&view, end, &mut furniture);

    let mut root = Group::new("page");
    root.group(map);
    root.group(furniture);
    let mut description = format!("{}. {}.", words.title, words.subtitle);
    if !strips.is_empty() {
        let end = free.y0 + strip_height;
        let place = Rect { y1: end - view.pt(6.0), ..free };
        free.y0 = end;
        for chain in &strips {
            let (title, subtitle) = strip::words(chain, world, lang);
            description = format!("{description} {title}: {subtitle}.");
        }
        root.group(strip::draw_in(&view.strip_setting(), &strips, place));
    }
    let summary = format!("{}. {}.", words.title, words.subtitle);
    let scene = Scene {
        size: page.size,
        background: view.tokens.canvas,
        description,
        title: words.title,
        lang: session.language.clone(),
        root,
        dropped,
    };
    Sheet {
        scene,
        frame: view.frame,
        free,
        affine: view.affine,
        viewport: sight.viewport,
        strips: strips.len(),
        sources: below.sources.into_rows(),
        notes: below.notes.into_texts(),
        summary,
        places: Vec::new(),
        sorters: Vec::new(),
    }
}

/// The strip of the selected corridor or route, and of the one beside it, where they are asked for and leave the map
/// high enough; with their height, and what the page shows above them. Where there is no room for two, there may be for
/// one.
fn hold_strips<'a>(view: &mut View<'a>, page: &Page, told: &Sources) -> (Vec<Chain>, f64, Settled<'a>) {
    let session = view.session;
    let has_strip = session.strip && session.selection.as_ref().is_some_and(Id::has_strip);
    let asked = session.selection.iter().chain(&session.beside).filter(|_| has_strip);
    let found: Vec<_> = asked.clone().map(|id| view.base.find(view.world, id)).collect();
    let chain = |(id, found): (&Id, &Option<Arc<asked::Found>>)| {
        let found = found.as_ref()?;
        let told = found.ways.first().map(|way| strip::told(way, view.world, view.lang));
        told.or_else(|| found.chain.as_ref().map(|chain| strip::named(chain, id, view.world, view.lang)))
    };
    let mut chains: Vec<Chain> = asked.zip(&found).map_while(chain).collect();
    while !chains.is_empty() {
        let full = strip::height(chains.len(), view.scale);
        let least = strip::least_height(chains.len(), view.scale);
        for height in [full, least] {
            let held = Page { reserve: page.reserve + height, ..*page };
            let settled = settle(view, &held, told);
            if view.frame.height() >= view.pt(LEAST_FRAME) {
                return (chains, height, settled);
            }
        }
        chains.pop();
    }
    (chains, 0.0, settle(view, page, told))
}

/// What a page shows and says, once its frame is found.
type Settled<'a> = (Sight<'a>, Below<'a>);

/// So often the frame of a map is measured at most; usually it stays after two or three.
const ROUNDS: usize = 6;

/// Finds the frame of the map, which depends on the height of legend and notes, and these on what is in the frame: the
/// first round finds the notes for a guess, the next one what then is seen. A picture goes through more rounds: what it
/// leaves out of sight needs no room for its notes. In the end nothing may be too high for its room: a lower frame of the
/// whole OTS sees more around it.
fn settle<'a>(view: &mut View<'a>, page: &Page, told: &Sources) -> Settled<'a> {
    view.frame = Rect::new(0.0, view.pt(head::HEIGHT), page.size.width, page.size.height * 0.78 - page.reserve);
    let mut sight = look(view, page);
    let mut below = Below::new(view, page, sight.shown(view), told.clone());
    let free = if view.is_picture() { 2 } else { 1 };
    for round in 0..ROUNDS {
        let bottom = page.size.height - below.height(view) - page.reserve - view.pt(28.0);
        let bottom = if round < free { bottom } else { bottom.min(view.frame.y1) };
        let least = view.pt(head::HEIGHT + 60.0);
        let before = std::mem::replace(&mut view.frame.y1, bottom.max(least));
        if before == view.frame.y1 {
            // The next round would say the same.
            break;
        }
        sight = look(view, page);
        let shown = sight.shown(view);
        if shown != below.shown {
            below = Below::new(view, page, shown, told.clone());
        }
    }
    (sight, below)
}

/// The outline of an area in page points, for the highlight under the pointer.
#[must_use]
pub fn outline(world: &World, base: &Base, session: &Session, lang: &Lang, sheet: &Sheet, key: &str) -> Vec<BezPath> {
    let page = Page::window(sheet.scene.size.width, sheet.scene.size.height);
    let mut view = start(world, base, session, lang, &page);
    view.frame = sheet.frame;
    aim(&mut view, &sheet.viewport);
    land::outline(&view, key)
}

/// A view without a frame yet.
fn start<'a>(world: &'a World, base: &'a Base, session: &'a Session, lang: &'a Lang, page: &Page) -> View<'a> {
    let day = session.day(world);
    debug_assert!(base.is_of(world), "lines, nodes and places are found by their number");
    View {
        world,
        base,
        session,
        lang,
        day,
        tokens: session.theme.tokens(),
        focus: Focus::new(world, base, session.selection.as_ref(), day),
        scale: f64::from(page.scale),
        medium: if page.scale == 1.0 { Medium::Window } else { Medium::Picture },
        is_table: false,
        code: page.code,
        page: page.size,
        frame: Rect::ZERO,
        affine: Affine::IDENTITY,
        plane: Rect::ZERO,
        around: Rect::ZERO,
        km: 1.0,
        labels: Labels::new(Rect::ZERO),
    }
}

/// The part of the world in the frame: what the session says, else the whole OTS.
fn viewport(view: &View<'_>) -> Viewport {
    if let Some(chosen) = view.session.viewport {
        // The session speaks of points of a window; a larger page shows the same part of the world.
        return Viewport { km_per_point: chosen.km_per_point / view.scale, ..chosen }.sane();
    }
    let whole = content(view);
    let plane = [[whole.x0, whole.y0], [whole.x1, whole.y1]];
    Viewport::fit_plane(view.base.projection(), plane, view.frame.width(), view.frame.height(), FIT_MARGIN)
}

/// The box around the states of the OTS on the plane.
fn content(view: &View<'_>) -> Rect {
    let areas = view.world.states.iter().filter_map(|state| view.base.far.area(&state.key));
    areas.map(|area| area.shape.bounds).reduce(|all, bounds| all.union(bounds)).unwrap_or_default()
}

/// What a view is pointed at.
struct Sight<'a> {
    viewport: Viewport,
    insets: Vec<Inset>,
    seen: Seen<'a>,
}

/// Points the view at what it shows, and finds places for the insets of a page that has some.
fn look<'a>(view: &mut View<'a>, page: &Page) -> Sight<'a> {
    let viewport = viewport(view);
    aim(view, &viewport);
    let (viewport, insets) = if page.insets { inset::plan(view, viewport) } else { (viewport, Vec::new()) };
    Sight { viewport, insets, seen: Seen::new(view) }
}

impl<'a> Sight<'a> {
    /// What is to be explained of the map and its insets.
    fn shown(&self, view: &View<'a>) -> Shown<'a> {
        let inside = self.insets.iter().flat_map(|inset| symbols::collect(&inset.view(view, &self.viewport).0));
        let inside: Vec<_> = inside.collect();
        Shown::new(view, &self.seen, self.seen.marks.iter().chain(&inside))
    }
}

/// Points the view at a part of the world.
fn aim(view: &mut View<'_>, viewport: &Viewport) {
    let frame = [view.frame.x0, view.frame.y0, view.frame.width(), view.frame.height()];
    view.affine = viewport.affine(view.base.projection(), frame);
    let to_plane = view.affine.inverse();
    view.plane = to_plane.transform_rect_bbox(view.frame);
    view.around = to_plane.transform_rect_bbox(view.frame.inflate(8.0, 8.0));
    view.km = viewport.km_per_point * view.scale;
    view.labels = Labels::new(view.frame.inset(-view.pt(3.0)));
}

/// The map with its insets; the labels that found no place.
fn paint_map(view: &mut View<'_>, sight: &Sight<'_>) -> (Group, Vec<Dropped>) {
    let Sight { viewport, insets, seen } = sight;
    let painted: Vec<_> = insets.iter().map(|inset| inset.draw(view, viewport)).collect();
    let (mut map, mut dropped) = paint_layers(view, viewport, seen, insets, "map");
    for (group, more) in painted {
        map.group(group);
        dropped.extend(more);
    }
    (map, dropped)
}

/// A map, layer by layer, in groups below a name; the labels that found no place.
fn paint_layers(
    view: &mut View<'_>,
    viewport: &Viewport,
    seen: &Seen<'_>,
    insets: &[Inset],
    name: &str,
) -> (Group, Vec<Dropped>) {
    let mut map = Group::clipped(name, view.frame);
    let mut part = |layer: &str, draw: &mut dyn FnMut(&mut Group)| {
        let mut group = Group::new(format!("{name}/{layer}"));
        draw(&mut group);
        map.group(group);
    };
    let shows = |layer: Layer, view: &View<'_>| view.shows(layer);
    part("sea", &mut |g| {
        let frame = kurbo::Shape::to_path(&view.frame, 0.1);
        g.path(frame, Some(view.tokens.water), None, None);
    });
    if shows(Layer::Graticule, view) {
        part("graticule", &mut |g| graticule::draw(view, g));
    }
    part("areas", &mut |g| land::areas(view, seen, g));
    if shows(Layer::Water, view) {
        part("water", &mut |g| water::draw(view, g));
    }
    part("boundaries", &mut |g| {
        land::context_lines(view, seen, g);
        land::outlines(view, seen, g);
    });
    if shows(Layer::Corridors, view) {
        part("corridors", &mut |g| corridors::draw(view, seen, g));
    }
    if let Some(bar) = ScaleBar::new(view, viewport).filter(|_| !view.is_inset()) {
        part("scale bar", &mut |g| bar.draw(view, g));
    }
    part("symbols", &mut |g| symbols::draw(view, &seen.marks, g));
    if !insets.is_empty() {
        part("enlarged", &mut |g| insets.iter().for_each(|inset| inset.mark(view, g)));
    }
    let mut dropped = Vec::new();
    part("labels", &mut |g| {
        place_labels(view, seen);
        let mut labels = std::mem::replace(&mut view.labels, Labels::new(view.frame));
        dropped = labels.paint(g);
    });
    (map, dropped)
}

/// Labels in the order of their importance.
fn place_labels(view: &mut View<'_>, seen: &Seen<'_>) {
    if let Some(buttons) = Page::buttons(view.frame).filter(|_| !view.is_picture()) {
        view.labels.keep_free(buttons);
    }
    if !view.shows(Layer::Labels) {
        symbols::label(view, &seen.marks);
        return;
    }
    if view.shows(Layer::Graticule) && !view.is_inset() {
        graticule::label(view);
    }
    names::states(view);
    symbols::label(view, &seen.marks);
    if view.shows(Layer::Corridors) {
        names::keep_off_lines(view, seen);
        names::corridors(view);
    }
    if view.shows(Layer::Water) {
        names::waters(view);
    }
    names::context(view, seen);
}

/// The hairline below the map.
fn rule(view: &View<'_>, width: f64, group: &mut Group) {
    let mut path = BezPath::new();
    path.move_to((0.0, view.frame.y1));
    path.line_to((width, view.frame.y1));
    group.path(path, None, Some(view.line(1.0, view.tokens.line)), None);
}
