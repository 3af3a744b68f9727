//! Names of states, countries, waters and corridors.

use std::cell::LazyCell;
use std::iter::once_with;

use crate::map::base::{AreaShape, BoundaryShape};
use crate::map::focus::Fill;
use crate::map::labels::{Ink, centred, outline};
use crate::map::seen::Seen;
use crate::map::view::View;
use crate::scene::{Color, Font, Point, Rect, Run, Shape, Tag, Vec2, shape};
use crate::sign::Weight;
use crate::world::{BoundaryStatus, Id, Kind, PlaceKind};

use super::outside;

/// Share of the room that a name may take.
const ROOM: f64 = 0.94;

/// Distance of a country's name from a disputed boundary, in points at scale 1.
const APART: f64 = 12.0;

/// How far the names of large and of small seas may stand from their places, in kilometres: further away they would
/// stand on their neighbours.
const ASIDE: [f64; 2] = [400.0, 120.0];

/// Letter spacing in ems of country names at their largest.
const SPREAD: f32 = 0.2;

/// Names of members and observers; those that do not fit stand outside with a line.
pub fn states(view: &mut View<'_>) {
    // What is out of sight is not even laid out.
    let is_seen = |key: &str| view.land().area(key).is_some_and(|area| area.shape.reaches(view.around));
    let seen = view.focus.fills.iter().filter(|(key, fill)| fill.is_entity() || is_seen(key));
    let mut keys: Vec<(String, Fill, f64)> =
        seen.map(|(key, fill)| (key.clone(), *fill, width_of(view, key))).collect();
    // Northern Cyprus first, since its name goes on none of the states and is never left out; then large states, whose
    // names have the least choice of place.
    keys.sort_by(|a, b| b.1.is_entity().cmp(&a.1.is_entity()).then(b.2.total_cmp(&a.2)));
    for (key, fill, _) in keys {
        let name = view.world.name_on(&Id::new(Kind::State, key.as_str()), &view.session.language, view.day);
        if !fill.is_entity() {
            state(view, &key, fill, &name);
        } else if let (true, Some(island)) = (entity(view, &key), view.world.geography.part_of.get(&key)) {
            whole(view, island);
        }
    }
}

/// The name of the country that Northern Cyprus is a part of: wherever one of them is named, the other one is.
fn whole(view: &mut View<'_>, key: &str) {
    let (Some(area), Some(name)) = (view.land().area(key), name_of(view, key)) else { return };
    if !area.shape.reaches(view.around) {
        return;
    }
    let text = view.lang.upper(&name);
    let style = context_style(view);
    if !inside(view, area, &text, &[12.0, 10.5, 9.5], &style, &[false], &|_| true) {
        let ink = caps(view, &text, 9.5, &style);
        if let Some(target) = anchor(view, area)
            && !outside::place(view, &ink, key, target)
        {
            view.labels.drop_label(&name, target);
        }
    }
}

/// Look of the names of other countries.
fn context_style(view: &View<'_>) -> Caps {
    let halo = Some((view.tokens.land, view.pt(1.3) as f32));
    Caps { color: view.tokens.ctx_text, halo, weight: 500, tag: None }
}

/// Width of an area on the page, in points.
fn width_of(view: &View<'_>, key: &str) -> f64 {
    view.land().area(key).map_or(0.0, |a| view.affine.transform_rect_bbox(a.shape.bounds).width())
}

fn state(view: &mut View<'_>, key: &str, fill: Fill, name: &str) {
    let Some(area) = view.land().area(key).filter(|area| area.shape.reaches(view.around)) else { return };
    let t = view.tokens;
    let ground = match fill {
        Fill::Member => t.member,
        Fill::MemberSelected => t.member_sel,
        _ => t.canvas,
    };
    let halo_width = if matches!(fill, Fill::Observer | Fill::ObserverSelected) { 2.0 } else { 1.5 };
    let halo = Some((ground, view.pt(halo_width) as f32));
    let text = view.lang.upper(name);
    let sizes: &[f32] = match fill {
        Fill::Observer | Fill::ObserverSelected => &[11.5, 10.5, 10.0],
        _ if view.is_inset() => &[12.0, 10.5, 9.5],
        _ => &[17.0, 14.0, 12.0, 10.5, 9.5],
    };
    let style = Caps { color: t.label, halo, weight: 650, tag: Some(area.tag.clone()) };
    if inside(view, area, &text, sizes, &style, &[false, true], &|_| true) {
        return;
    }
    let ink = caps(view, &text, 10.5, &Caps { halo: Some((t.halo, view.pt(1.6) as f32)), ..style });
    // A corner of a state that an inset shows needs no name.
    if let Some(target) = anchor(view, area).filter(|_| !view.is_inset())
        && !outside::place(view, &ink, &area.key, target)
    {
        view.labels.drop_label(name, target);
    }
}

/// Look of a name in capitals.
#[derive(Clone)]
struct Caps {
    color: Color,
    halo: Option<(Color, f32)>,
    weight: u16,
    tag: Option<Tag>,
}

/// A name in spaced capitals.
fn caps(view: &View<'_>, text: &str, size: f32, style: &Caps) -> Ink {
    let font = view.font(size, style.weight);
    let spread = SPREAD * ((size - 6.0) / 11.0).clamp(0.35, 1.0);
    let font = Font { tracking: font.size * spread, ..font };
    Ink { run: shape(text, font), color: style.color, halo: style.halo, tag: style.tag.clone() }
}

/// Tries to write a name inside an area where that is allowed, large first; then `over` small symbols where there is no
/// other place.
fn inside(
    view: &mut View<'_>,
    area: &AreaShape,
    text: &str,
    sizes: &[f32],
    style: &Caps,
    over: &[bool],
    allowed: &dyn Fn(Rect) -> bool,
) -> bool {
    let (affine, window) = (view.affine, view.plane);
    let wish = view.base.labels.get(&area.key).copied();
    let per_km = affine.as_coeffs()[0];
    let inks: Vec<Ink> = sizes.iter().map(|size| caps(view, text, *size, style)).collect();
    let room_for = |run: &Run| f64::from(run.width) / 2.0 / (per_km * ROOM);
    let least = inks.iter().map(|ink| room_for(&ink.run)).fold(f64::INFINITY, f64::min);
    let named = wish.filter(|w| window.contains(*w)).map(|wish| (wish, area.spans().room_at(wish)));
    // Looked for where the best one is taken; a little less than `least`, for what rounding does.
    let places = LazyCell::new(|| area.spans().places(wish, window, least * 0.999));
    over.iter().any(|over| {
        inks.iter().any(|ink| {
            let half = f64::from(ink.run.width) / 2.0;
            let fitting =
                named.iter().chain(once_with(|| &*places).flatten()).filter(|(_, room)| room * per_km * ROOM > half);
            let fitting = fitting.map(|(middle, _)| centred(&ink.run, affine * *middle));
            view.labels.place_country(ink, fitting.filter(|at| allowed(outline(&ink.run, *at))), *over)
        })
    })
}

/// The place inside an area that a leader points at; none where the area is out of sight.
fn anchor(view: &View<'_>, area: &AreaShape) -> Option<Point> {
    let wish = view.base.labels.get(&area.key).copied();
    let middle = wish
        .filter(|w| view.plane.contains(*w))
        .or_else(|| area.spans().places(wish, view.plane, 0.0).first().map(|(middle, _)| *middle))?;
    Some(view.affine * middle)
}

/// Northern Cyprus: outside, with a line and a star that leads to the note; whether it is named.
fn entity(view: &mut View<'_>, key: &str) -> bool {
    if let Some(area) = view.land().area(key) {
        let bounds = view.affine.transform_rect_bbox(area.shape.bounds);
        // While it is small, any name on it or close by would hide it or take its clicks.
        if bounds.width() < view.pt(60.0) {
            let size = bounds.size().max(kurbo::Size::new(26.0, 26.0));
            view.labels.keep_free(Rect::from_center_size(bounds.center(), size));
        }
    }
    let Some(target) = view.page_label(key) else { return false };
    let t = view.tokens;
    let halo = Some((t.halo, view.pt(1.6) as f32));
    let [long, short] = ["map-northern-cyprus-label", "map-northern-cyprus-short"].map(|name| {
        let run = shape(&view.lang.text(name), view.font(11.0, 550));
        Ink { run, color: t.label, halo, tag: Some(Tag::from(format!("state:{key}"))) }
    });
    let is_named = outside::place(view, &long, key, target) || outside::place(view, &short, key, target);
    if !is_named {
        view.labels.drop_label(&long.run.text, target);
    }
    is_named
}

/// Names of the other countries; the first to be dropped. None stands on or beside a boundary that is disputed: there
/// it would take a side.
pub fn context(view: &mut View<'_>, seen: &Seen<'_>) {
    let is_whole = |area: &AreaShape| {
        let mut parts = view.world.geography.part_of.iter().filter(|(_, whole)| **whole == area.key);
        parts.any(|(part, _)| view.focus.fills.contains_key(part))
    };
    let others = seen.areas.iter().filter(|(area, fill)| fill.is_none() && !area.is_part && !is_whole(area));
    let mut areas: Vec<(f64, &AreaShape)> =
        others.map(|(area, _)| (view.affine.transform_rect_bbox(area.shape.bounds).width(), *area)).collect();
    areas.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.key.cmp(&b.1.key)));
    let style = context_style(view);
    let (to_plane, apart) = (view.affine.inverse(), view.pt(APART));
    // The line through Cyprus divides no two countries.
    let divides = |it: &&BoundaryShape| {
        let is_contested = matches!(it.status, BoundaryStatus::Disputed | BoundaryStatus::Ceasefire);
        is_contested && !it.sides.iter().flatten().any(|at| view.land().areas.get(*at).is_some_and(|area| area.is_part))
    };
    let open: Vec<&Shape> = seen.boundaries.iter().map(|it| it.shape).filter(divides).map(|it| &**it.shape).collect();
    let is_near = |rect: Rect, open: &[&Shape]| {
        let window = to_plane.transform_rect_bbox(rect.inflate(apart, apart));
        open.iter().any(|line| line.is_drawn_in(window))
    };
    for (wide, area) in areas {
        // A name may stand out of a small country a little, as on any map, but never far.
        if wide < view.pt(outside::NAMED) {
            break;
        }
        let Some(name) = name_of(view, &area.key) else { continue };
        let text = view.lang.upper(&name);
        let clear = |rect: Rect| !is_near(rect, &open);
        if !inside(view, area, &text, &[12.0, 10.5, 9.5], &style, &[false], &clear) {
            let ink = caps(view, &text, 9.5, &style);
            let wish = view.base.labels.get(&area.key).copied();
            let tolerable = f64::from(ink.run.width) < wide * 1.25;
            let placed = tolerable
                && wish.filter(|w| view.plane.contains(*w)).is_some_and(|w| {
                    let at = centred(&ink.run, view.affine * w);
                    clear(outline(&ink.run, at)) && view.labels.place_country(&ink, [at], false)
                });
            if !placed {
                let at = wish.unwrap_or_else(|| area.shape.bounds.center());
                view.labels.drop_surroundings(&text, view.affine * at);
            }
        }
    }
}

/// What a country is called on the day.
fn name_of(view: &View<'_>, key: &str) -> Option<String> {
    if view.world.state(key).is_some() {
        return Some(view.world.name_on(&Id::new(Kind::State, key), &view.session.language, view.day));
    }
    view.world.geography.names.get(key).and_then(|names| view.name(names)).map(str::to_owned)
}

/// Names of seas and lakes, in italics.
pub fn waters(view: &mut View<'_>) {
    let t = view.tokens;
    let halo = Some((t.water, view.pt(1.2) as f32));
    let places = view.world.geography.places.iter().zip(&view.base.places);
    for (place, site) in places.filter(|(place, _)| place.kind == PlaceKind::Sea) {
        if place.rank > 2 && view.km > 4.5 {
            continue;
        }
        let (Some(middle), Some(name)) = (site.at.and_then(|at| view.page_point(at)), view.name(&place.names)) else {
            continue;
        };
        let size = if place.rank <= 1 { 12.0 } else { 10.5 };
        let font = view.font(size, 450).italic();
        let run = shape(name, font.tracked(font.size * 0.06));
        let step = view.pt(16.0);
        let most = ASIDE[usize::from(place.rank > 1)];
        let tries = [0.0, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0].map(|n| n * step);
        // `view.km` is that of a point at scale 1.
        let tries = tries.into_iter().filter(|aside| aside.abs() / view.scale * view.km <= most);
        let ink = Ink { run, color: t.water_text, halo, tag: None };
        let tries = tries.map(|aside| centred(&ink.run, middle + Vec2::new(0.0, aside)));
        if !view.labels.place(&ink, tries) {
            view.labels.drop_surroundings(name, middle);
        }
    }
    lakes(view);
}

fn lakes(view: &mut View<'_>) {
    let t = view.tokens;
    let (base, affine) = (view.base, view.affine);
    let halo = Some((t.water.with_opacity(0.8), view.pt(1.2) as f32));
    for lake in &base.lakes {
        if !lake.shape.reaches(view.around) {
            continue;
        }
        let Some(spans) = lake.spans() else { continue };
        let across = view.affine.transform_rect_bbox(lake.shape.bounds);
        let Some(name) = view.name(&lake.water.names).filter(|_| across.width().max(across.height()) > view.pt(22.0))
        else {
            continue;
        };
        let font = view.font(9.5, 450).italic();
        let run = shape(name, font.tracked(font.size * 0.04));
        let long = across.width().max(across.height() * 0.6);
        if long < f64::from(run.width) * if view.km < 1.5 { 0.3 } else { 0.45 } {
            continue;
        }
        let middle = lake.shape.bounds.center();
        let ink = Ink { run, color: t.water_text, halo, tag: None };
        let places = spans.places(Some(middle), view.plane, 0.0).into_iter();
        view.labels.place(&ink, places.map(|(at, _)| centred(&ink.run, affine * at)));
    }
}

/// Names of corridors beside their lines: the selected one, or the great ones while nothing is selected.
pub fn corridors(view: &mut View<'_>) {
    let t = view.tokens;
    if view.focus.quiets_lines() && view.focus.corridor.is_none() {
        return;
    }
    for (corridor, named) in view.world.corridors.iter().zip(&view.base.corridors) {
        // A code beside Northern Cyprus would be read as the code of a country.
        let is_of_entity = view.world.leads_to_entity(&corridor.key);
        let wanted = match &view.focus.corridor {
            Some(key) => *key == corridor.key,
            None => corridor.abbreviation.is_some() && !is_of_entity && super::corridors::are_named(view),
        };
        if !wanted {
            continue;
        }
        let label = Id::new(Kind::Corridor, corridor.key.as_str());
        let short = corridor
            .abbreviation
            .clone()
            .filter(|_| !is_of_entity)
            .unwrap_or_else(|| view.world.name(&label, &view.session.language));
        let run = shape(&short, view.font(11.0, 650).tracked(view.pt(0.1) as f32));
        let mut tries: Vec<(f64, Point)> = Vec::new();
        for at in &named.beside {
            let (segment, course) = (&view.world.segments[*at], &view.base.courses[*at]);
            let sea = if segment.mode.is_sea() { 0.1 } else { 1.0 };
            for pair in course.points.windows(2) {
                let (a, b) = (view.affine * pair[0], view.affine * pair[1]);
                let middle = a.midpoint(b);
                if view.frame.contains(middle) {
                    tries.push(((b - a).hypot() * sea, middle));
                }
            }
        }
        tries.sort_by(|a, b| b.0.total_cmp(&a.0));
        let side = view.pt(9.0);
        // Where the name belongs to a part, it may stand a line away from it rather than nowhere.
        let away: &[f64] = if corridor.named_on.is_empty() { &[1.0] } else { &[1.0, 2.4, 3.8] };
        let tries = &tries[..tries.len().min(12)];
        let shifts = away.iter().flat_map(|far| [-far, *far]).map(|far| Vec2::new(0.0, far * side));
        let places: Vec<Point> =
            shifts.flat_map(|shift| tries.iter().map(move |(_, at)| *at + shift)).map(|at| centred(&run, at)).collect();
        let tint = super::ropes::color(view, named.hue).filter(|_| super::corridors::is_colored(view));
        let color = tint.unwrap_or(t.cor);
        let halo = Some((t.halo, view.pt(1.8) as f32));
        let tag = Some(Tag::from(format!("corridor:{}", corridor.key)));
        let Some(first) = places.first().copied() else { continue };
        if !view.labels.place(&Ink { run, color, halo, tag }, places) {
            view.labels.drop_label(&short, first);
        }
    }
}

/// Keeps names off the courses of the lines that are in front: a name across a line reads badly.
pub fn keep_off_lines(view: &mut View<'_>, seen: &Seen<'_>) {
    if !view.focus.has_lines() {
        return;
    }
    let step = view.pt(7.0);
    for line in seen.lines.iter().filter(|line| line.weight == Weight::Selected) {
        for pair in line.course.points.windows(2) {
            let (a, b) = (view.affine * pair[0], view.affine * pair[1]);
            let count = ((b - a).hypot() / step).ceil().clamp(1.0, 400.0);
            for at in 0..count as u32 {
                let p = a + (b - a) * (f64::from(at) / count);
                if view.frame.contains(p) {
                    view.labels.keep_free(Rect::from_center_size(p, (step * 0.6, step * 0.6)));
                }
            }
        }
    }
}
