//! Names that stand outside of their state, with a line back to it: by the sea rather than on the land of others, apart
//! from their names, and no further away than that needs.

use crate::map::base::AreaShape;
use crate::map::labels::{Ink, centred, leader_start, outline};
use crate::map::view::View;
use crate::scene::{Point, Rect, Vec2};

/// Where the middle of a name may stand on the box around its state that leaves it room, across and up, from -1 to 1:
/// above and below first.
const PLACES: [[f64; 2]; 24] = [
    [0.0, 1.0],
    [0.0, -1.0],
    [0.25, 1.0],
    [-0.25, 1.0],
    [0.25, -1.0],
    [-0.25, -1.0],
    [0.5, 1.0],
    [-0.5, 1.0],
    [0.5, -1.0],
    [-0.5, -1.0],
    [0.75, 1.0],
    [-0.75, 1.0],
    [0.75, -1.0],
    [-0.75, -1.0],
    [1.0, 0.0],
    [-1.0, 0.0],
    [1.0, 0.5],
    [-1.0, 0.5],
    [1.0, -0.5],
    [-1.0, -0.5],
    [1.0, 1.0],
    [-1.0, 1.0],
    [1.0, -1.0],
    [-1.0, -1.0],
];

/// Distances at which places are tried, in points at scale 1: the first, and how far one is from the next.
const NEAREST: f64 = 10.0;
const STEP: f64 = 8.0;

/// How far the name of a state goes, and those of Northern Cyprus and Cyprus, in points at scale 1 and in kilometres,
/// whichever is less; on a map of the whole world it may still go the last of them, in points.
const STATE: [f64; 3] = [60.0, 450.0, 18.0];
const ENTITY: [f64; 3] = [110.0, 700.0, 42.0];

/// At how many points of a line it is looked what lies below.
const STEPS: u32 = 12;

/// Distance from the names of countries, in points at scale 1: more than a line.
const APART: f64 = 15.0;

/// Distance of the name of Northern Cyprus from the rest of the island, in points at scale 1.
const ISLAND: f64 = 5.0;

/// Width of a country from which on it has a name, in points at scale 1.
pub const NAMED: f64 = 26.0;

/// How much further away a name may go, in points at scale 1, not to stand on the land of others.
const LAND: f64 = 30.0;

/// The same not to take the place of the name of a country that is no part of the OTS: only where there is no other.
const OTHERS: f64 = 1000.0;

/// The same not to hide Northern Cyprus below its own name.
const OWN: f64 = 80.0;

/// Writes a name; whether there was a place. None stands on a state of the OTS: there it would be read as the name of
/// the ground. That of Northern Cyprus never stands on the rest of the island.
pub fn place(view: &mut View<'_>, ink: &Ink, key: &str, target: Point) -> bool {
    let is_of_entity = view.world.is_entity(key);
    let is_whole = view.world.geography.part_of.values().any(|whole| whole == key);
    let [points, km, least] = if is_of_entity || is_whole { ENTITY } else { STATE };
    let most = points.min((km / view.km).max(least));
    let reach = view.pt(most + APART) + f64::from(ink.run.width);
    let around = Around::new(view, key, target, reach);
    let found = nearest(view, ink, target, most, &|rect, least| around.cost(rect, least));
    let line = (view.tokens.seat, view.pt(1.0) as f32);
    let apart = view.pt(APART);
    found.inspect(|middle| view.labels.settle_outside(ink, *middle, target, line, apart)).is_some()
}

/// The middle of the best place: the nearest one, where what it costs is distance as well. The cost of a place is none
/// where it is not allowed or costs as much as the given limit.
fn nearest(
    view: &View<'_>,
    ink: &Ink,
    target: Point,
    most: f64,
    cost: &dyn Fn(Rect, f64) -> Option<f64>,
) -> Option<Point> {
    let half = outline(&ink.run, Point::ZERO).size() / 2.0;
    let mut best: Option<(f64, Point)> = None;
    let within = view.frame.inset(-half.width - view.pt(3.5));
    let steps = ((most - NEAREST) / STEP) as u32;
    for away in (0..=steps).map(|step| view.pt(NEAREST + f64::from(step) * STEP)) {
        if best.is_some_and(|(least, _)| least <= away) {
            break;
        }
        for [across, up] in PLACES {
            let mut middle = target + Vec2::new(across * (half.width + away), -up * (half.height + away));
            if up.abs() == 1.0 && within.width() > 0.0 {
                // Above and below a name may slide aside to stay in the frame.
                middle.x = middle.x.clamp(within.x0, within.x1);
            }
            let rect = outline(&ink.run, centred(&ink.run, middle));
            if !view.labels.suits_outside(rect, view.pt(APART)) {
                continue;
            }
            let limit = best.map_or(f64::INFINITY, |(least, _)| least - away);
            if let Some(cost) = cost(rect, limit) {
                best = Some((away + cost, middle));
            }
        }
    }
    best.map(|(_, middle)| middle)
}

/// What lies around a state whose name looks for a place.
struct Around<'v, 'a> {
    view: &'v View<'a>,
    /// Area id of the state.
    key: &'v str,
    /// What the line leads to, on the page.
    target: Point,
    /// The area of Northern Cyprus, and the rest of the island.
    own: Option<&'a AreaShape>,
    island: Option<&'a AreaShape>,
    /// Areas of the OTS, and all others but its own.
    ours: Vec<&'a AreaShape>,
    others: Vec<&'a AreaShape>,
    /// Where countries of the OTS, and others, that are large enough have their names.
    names: [Vec<Point>; 2],
}

impl<'v, 'a> Around<'v, 'a> {
    /// What lies within a reach of a point of the page.
    fn new(view: &'v View<'a>, key: &'v str, target: Point, reach: f64) -> Self {
        let (land, is_of_entity) = (view.land(), view.world.is_entity(key));
        let part = Rect::from_center_size(target, (2.0 * reach, 2.0 * reach));
        let part = view.affine.inverse().transform_rect_bbox(part);
        let whole = view.world.geography.part_of.get(key).filter(|_| is_of_entity);
        let near = |area: &&AreaShape| area.shape.reaches(part) && area.shape.reaches(view.around);
        let seen = land.areas.iter().filter(near).filter(|area| !(is_of_entity && area.key == key));
        let (ours, others): (Vec<&AreaShape>, Vec<&AreaShape>) =
            seen.partition(|area| view.focus.fills.contains_key(&area.key));
        let is_named = |area: &&&AreaShape| {
            let wide = view.affine.transform_rect_bbox(area.shape.bounds).width();
            area.key != key && !area.is_part && wide >= view.pt(NAMED)
        };
        let names = [&ours, &others]
            .map(|areas| areas.iter().filter(is_named).filter_map(|area| view.page_label(&area.key)).collect());
        let own = land.area(key).filter(|_| is_of_entity);
        let island = whole.and_then(|whole| land.area(whole));
        Self { view, key, target, own, island, ours, others, names }
    }

    /// What standing there costs, as distance below a limit; none where it must not stand.
    fn cost(&self, rect: Rect, limit: f64) -> Option<f64> {
        let view = self.view;
        let apart = view.pt(APART);
        let room = rect.inflate(apart, apart);
        let [ours, others] = &self.names;
        let is_in_the_way = |name: &Point| room.contains(*name);
        let other = if others.iter().any(is_in_the_way) { view.pt(OTHERS) } else { 0.0 };
        if limit <= other || ours.iter().any(is_in_the_way) {
            return None;
        }
        let part =
            |margin: f64| view.affine.inverse().transform_rect_bbox(rect.inflate(view.pt(margin), view.pt(margin)));
        let near = part(3.0);
        let is_on_ours = self.ours.iter().any(|area| area.shape.meets(near)) || self.crosses_ours(rect);
        if is_on_ours || self.island.is_some_and(|island| island.shape.meets(part(ISLAND))) {
            return None;
        }
        let is_on_own = self.own.is_some_and(|own| own.shape.meets(near));
        let cost = if is_on_own { OWN } else { self.share_of_land(near) * LAND };
        Some(view.pt(cost) + other).filter(|cost| *cost < limit)
    }

    /// Whether the line to the name would run over another state of the OTS.
    fn crosses_ours(&self, rect: Rect) -> bool {
        let (back, end) = (self.view.affine.inverse(), leader_start(rect, self.target));
        let mut way = (1..=STEPS).map(|step| back * self.target.lerp(end, f64::from(step) / f64::from(STEPS)));
        way.any(|point| self.ours.iter().any(|area| area.key != self.key && area.shape.contains(point)))
    }

    /// How much of a part of the plane is land of others, by six points.
    fn share_of_land(&self, part: Rect) -> f64 {
        let points = [part.x0, part.center().x, part.x1].map(|x| [part.y0, part.y1].map(|y| Point::new(x, y)));
        let is_land = |point: &&Point| self.others.iter().any(|area| area.shape.contains(**point));
        points.iter().flatten().filter(is_land).count() as f64 / 6.0
    }
}
