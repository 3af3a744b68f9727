//! Insets: what a picture of the whole OTS shows too small, enlarged where its frame is empty.

use crate::projection::Viewport;
use crate::scene::{Dropped, Group, Point, Rect, Tag, shape};

use super::furniture::scale_bar::ScaleBar;
use super::labels::Labels;
use super::layer::symbols;
use super::seen::Seen;
use super::view::{Medium, View};
use super::{aim, content, paint_layers};

/// A part of the world that is small, and of which there is much to see.
struct Region {
    /// Name of its group.
    name: &'static str,
    /// Key of its caption.
    caption: &'static str,
    /// Its middle in degrees.
    center: [f64; 2],
    /// Its width and height in kilometres.
    km: [f64; 2],
    /// How many times it is enlarged where there is room, largest first.
    growths: [f64; 4],
}

/// The Caucasus from Poti and Kars to Baku, and Cyprus; in the order in which they take their places.
const REGIONS: [Region; 2] = [
    Region {
        name: "caucasus",
        caption: "map-inset-caucasus",
        center: [46.4, 40.65],
        km: [920.0, 540.0],
        growths: [2.2, 2.05, 1.9, 1.75],
    },
    Region {
        name: "cyprus",
        caption: "map-inset-cyprus",
        center: [33.35, 35.12],
        km: [290.0, 190.0],
        growths: [4.0, 3.6, 3.3, 3.0],
    },
];

/// Kilometres per point at scale 1 above which a region cannot be read.
const FAR: f64 = 3.0;

/// Distance of an inset from the frame and from other things, in points at scale 1.
const GAP: f64 = 14.0;

/// Room for the degrees along the top of the frame, in points at scale 1.
const TOP: f64 = 24.0;

/// Places that are tried along each edge of the frame.
const STEPS: u32 = 24;

/// Shares of the free room by which a page that fits the whole OTS moves it aside: across, and down.
const MOVES: [[f64; 2]; 9] =
    [[0.0, 0.0], [-0.5, 0.0], [0.5, 0.0], [-1.0, 0.0], [1.0, 0.0], [0.0, -0.5], [0.0, 0.5], [0.0, -1.0], [0.0, 1.0]];

/// An inset that has found its place.
pub(super) struct Inset {
    region: &'static Region,
    /// What it enlarges, on the page.
    of: Rect,
    /// Where it stands on the page.
    frame: Rect,
    /// How many times it is larger than the map around it.
    growth: f64,
}

/// Finds places for the insets that help. A page that shows the whole OTS by itself may move it aside for them; the
/// view is left pointed at what then is seen.
pub(super) fn plan(view: &mut View<'_>, viewport: Viewport) -> (Viewport, Vec<Inset>) {
    let free = free(view);
    let moves = if view.session.viewport.is_some() { &MOVES[..1] } else { &MOVES[..] };
    let mut best: Option<(f64, Viewport, Vec<Inset>)> = None;
    for [across, down] in moves {
        let right = across * if *across < 0.0 { free.x0 } else { free.x1 };
        let below = down * if *down < 0.0 { free.y0 } else { free.y1 };
        let moved =
            if right.hypot(below) > 0.0 { viewport.panned(view.base.projection(), right, below) } else { viewport };
        aim(view, &moved);
        let insets = place(view, &moved);
        let score = insets.iter().map(|inset| inset.worth(view)).sum::<f64>() - 0.1 * across.hypot(*down);
        if best.as_ref().is_none_or(|(so_far, ..)| score > *so_far) {
            best = Some((score, moved, insets));
        }
    }
    let (_, viewport, insets) = best.unwrap_or((0.0, viewport, Vec::new()));
    aim(view, &viewport);
    (viewport, insets)
}

/// How far the OTS could move to each side until it meets the edge of the frame.
fn free(view: &View<'_>) -> Rect {
    let on_page = view.affine.transform_rect_bbox(content(view));
    let inner = view.frame.inset(-view.pt(GAP));
    let gap = |from: f64, to: f64| (to - from).max(0.0);
    Rect {
        x0: gap(inner.x0, on_page.x0),
        y0: gap(inner.y0 + view.pt(TOP), on_page.y0),
        x1: gap(on_page.x1, inner.x1),
        y1: gap(on_page.y1, inner.y1),
    }
}

/// Places the insets that help, one after the other.
fn place(view: &View<'_>, viewport: &Viewport) -> Vec<Inset> {
    let wanted: Vec<(&'static Region, Rect)> = REGIONS.iter().filter_map(|r| Some((r, wanted(view, r)?))).collect();
    let mut taken: Vec<Rect> = wanted.iter().map(|(_, of)| of.inflate(view.pt(GAP), view.pt(GAP))).collect();
    for mark in symbols::collect(view) {
        let side = view.pt(mark.symbol.radius() * 2.0 + 8.0);
        taken.push(Rect::from_center_size(mark.at, (side, side)));
    }
    taken.extend(outside_name(view).filter(|at| !wanted.iter().any(|(_, of)| of.overlaps(*at))));
    let mut anchors: Vec<Rect> = ScaleBar::new(view, viewport).iter().map(|bar| bar.place).collect();
    let mut insets = Vec::new();
    for (region, of) in wanted {
        if let Some(inset) = region.growths.iter().find_map(|g| at_best(view, region, of, *g, &taken, &anchors)) {
            anchors.push(inset.frame);
            insets.push(inset);
        }
    }
    insets
}

/// Room in the sea for the name of Northern Cyprus, which no inset may take.
fn outside_name(view: &View<'_>) -> impl Iterator<Item = Rect> {
    let entities = view.focus.fills.iter().filter(|(_, fill)| fill.is_entity());
    let at = entities.filter_map(|(key, _)| view.page_label(key));
    at.map(|at| Rect::new(at.x - view.pt(190.0), at.y - view.pt(10.0), at.x, at.y + view.pt(44.0)))
}

/// The region on the page, where it is wholly in the frame, too small to be read, and not beside what is selected.
fn wanted(view: &View<'_>, region: &Region) -> Option<Rect> {
    let middle = view.base.point(region.center)?;
    let on_plane = Rect::from_center_size(middle, (region.km[0], region.km[1]));
    let of = view.affine.transform_rect_bbox(on_plane);
    let selected = |at: &usize| view.base.courses.get(*at).is_some_and(|course| course.shape.is_drawn_in(on_plane));
    let concerned = !view.focus.has_lines() || view.focus.segments.iter().any(selected);
    (view.km > FAR && view.frame.contains_rect(of) && concerned).then_some(of)
}

/// The nearest free place along the edges of the frame for a region of a growth, corners first.
fn at_best(
    view: &View<'_>,
    region: &'static Region,
    of: Rect,
    growth: f64,
    taken: &[Rect],
    anchors: &[Rect],
) -> Option<Inset> {
    let size = of.size() * growth;
    let gap = view.pt(GAP);
    let inner = Rect { y0: view.frame.y0 + view.pt(TOP), ..view.frame.inset(-gap) };
    let is_free = |frame: &Rect| {
        inner.inflate(0.1, 0.1).contains_rect(*frame)
            && !taken.iter().any(|t| t.overlaps(*frame))
            && !anchors.iter().any(|a| a.inflate(gap - 0.1, gap - 0.1).overlaps(*frame))
            && !covers(view, frame.inflate(gap * 0.6, gap * 0.6))
    };
    let place = |origin: Point| Inset { region, of, frame: Rect::from_origin_size(origin, size), growth };
    origins(inner, size, gap, anchors)
        .into_iter()
        .map(place)
        .filter(|inset| is_free(&inset.frame))
        .max_by(|a, b| a.worth(view).total_cmp(&b.worth(view)))
}

/// Upper left corners to be tried: along the sides and the foot of the frame, and beside what stands there already.
fn origins(inner: Rect, size: kurbo::Size, gap: f64, anchors: &[Rect]) -> Vec<Point> {
    let (right, low) = (inner.x1 - size.width, inner.y1 - size.height);
    let mut origins = Vec::new();
    for step in 0..=STEPS {
        let part = f64::from(step) / f64::from(STEPS);
        let (x, y) = (inner.x0 + (right - inner.x0) * part, inner.y0 + (low - inner.y0) * part);
        origins.extend([Point::new(x, low), Point::new(inner.x0, y), Point::new(right, y)]);
    }
    for a in anchors {
        for y in [a.y0, a.y1 - size.height] {
            origins.extend([Point::new(a.x0 - gap - size.width, y), Point::new(a.x1 + gap, y)]);
        }
        for x in [a.x0, a.x1 - size.width] {
            origins.extend([Point::new(x, a.y0 - gap - size.height), Point::new(x, a.y1 + gap)]);
        }
    }
    origins
}

/// Whether a rectangle of the page covers something of a state of the OTS or of a corridor.
fn covers(view: &View<'_>, rect: Rect) -> bool {
    let window = view.affine.inverse().transform_rect_bbox(rect);
    let mut states = view.focus.fills.keys().filter_map(|key| view.land().area(key));
    states.any(|area| area.shape.meets(window))
        || view.base.courses.iter().any(|course| course.shape.is_drawn_in(window))
}

impl Inset {
    /// How good it is to have it there: large, near to what it enlarges, and at a side of the frame.
    fn worth(&self, view: &View<'_>) -> f64 {
        let away = (self.frame.center() - self.of.center()).hypot() / view.frame.size().max_side();
        let inner = view.frame.inset(-view.pt(GAP) - 1.0);
        let side = if self.frame.x0 < inner.x0 || self.frame.x1 > inner.x1 { 0.1 } else { 0.0 };
        let foot = if self.frame.y1 > inner.y1 { 0.05 } else { 0.0 };
        3.0 + self.growth / self.region.growths[0] - 0.5 * away + side + foot
    }

    /// A view of the region in its frame.
    pub fn view<'a>(&self, view: &View<'a>, viewport: &Viewport) -> (View<'a>, Viewport) {
        let km_per_point = viewport.km_per_point / self.growth;
        let viewport = Viewport { center: self.region.center, km_per_point };
        let labels = Labels::new(self.frame);
        let mut own = View { focus: view.focus.clone(), frame: self.frame, medium: Medium::Inset, labels, ..*view };
        aim(&mut own, &viewport);
        (own, viewport)
    }

    /// Shows on the main map what is enlarged, and keeps the names of that map off the inset.
    pub fn mark(&self, view: &mut View<'_>, group: &mut Group) {
        let around = kurbo::Shape::to_path(&self.of, 0.1);
        group.path(around.clone(), None, Some(view.line(2.6, view.tokens.casing.with_opacity(0.6))), None);
        group.path(around, None, Some(view.line(0.9, view.tokens.text2)), None);
        view.labels.keep_free(self.frame.inflate(view.pt(4.0), view.pt(4.0)));
    }

    /// Paints the inset; with the labels that found no place in it.
    pub fn draw(&self, view: &View<'_>, viewport: &Viewport) -> (Group, Vec<Dropped>) {
        let name = format!("map/inset {}", self.region.name);
        let (mut own, viewport) = self.view(view, viewport);
        let t = view.tokens;
        let mat = self.frame.inflate(view.pt(2.5), view.pt(2.5));
        let mut all = Group::clipped(name.as_str(), mat);
        all.path(kurbo::Shape::to_path(&mat, 0.1), Some(t.canvas), None, None);
        let run = shape(&view.lang.text(self.region.caption), view.font(11.0, 600));
        let (cap, pad) = (f64::from(run.font.cap_height()), view.pt(6.0));
        let size = (f64::from(run.width) + pad * 2.0, cap + pad * 2.0);
        let tab = Rect::from_origin_size((self.frame.x0, self.frame.y1 - size.1), size);
        own.labels.keep_free(tab);
        let seen = Seen::new(&own);
        let (mut map, dropped) = paint_layers(&mut own, &viewport, &seen, &[], &name);
        map.name = format!("{name}/map");
        all.group(map);
        let tag = Some(Tag::from(format!("furniture:inset-{}", self.region.name)));
        all.path(kurbo::Shape::to_path(&tab, 0.1), Some(t.canvas.with_opacity(0.92)), None, tag.clone());
        all.text(Point::new(tab.x0 + pad, tab.y0 + pad + cap), run, t.text, None, tag.clone());
        all.path(kurbo::Shape::to_path(&self.frame, 0.1), None, Some(view.line(0.9, t.text2)), tag);
        (all, dropped)
    }
}
