//! Capitals, seats of institutions, cities, ports, nodes and breaks of gauge.

use std::collections::BTreeMap;

use crate::map::base::{Chair, Town};
use crate::map::labels::{Ink, around};
use crate::map::view::View;
use crate::scene::{Color, Font, Group, Point, Rect, Tag, shape};
use crate::session::Layer;
use crate::world::{Event, Institution, NodeKind, Place, PlaceKind};

pub use crate::sign::{Symbol, symbol_of};

/// A symbol on the page with the name that belongs beside it.
pub struct Mark<'a> {
    pub at: Point,
    pub symbol: Symbol,
    pub name: Option<(&'a str, Font, Color)>,
    pub tag: Option<Tag>,
    /// Small numbers are labelled first.
    pub order: u8,
}

/// Everything that has a symbol in this view, in the order in which it is labelled.
pub fn collect<'a>(view: &View<'a>) -> Vec<Mark<'a>> {
    let mut marks = Vec::new();
    let seats = if view.shows(Layer::Seats) { seats(view) } else { BTreeMap::new() };
    cities(view, &seats, &mut marks);
    nodes(view, &mut marks);
    if let Some(event) = view.focus.event.as_deref().and_then(|key| view.world.event(key)) {
        event_place(view, event, &mut marks);
    }
    if view.is_inset() {
        // No symbol is cut by the edge of so small a map.
        marks.retain(|mark| view.frame.inset(-view.pt(mark.symbol.radius())).contains(mark.at));
    }
    marks.sort_by_key(|m| m.order);
    marks
}

/// The institutions of a city, and where it lies. Those whose seat is not known for sure are counted apart: where there
/// are no others, and where one of them is asked for.
type Seats<'a> = (&'a Chair, Vec<&'a Institution>);

/// Institutions by the city in which they sit on that day.
fn seats<'a>(view: &View<'a>) -> BTreeMap<&'a str, Seats<'a>> {
    let mut cities: BTreeMap<&str, Seats<'_>> = BTreeMap::new();
    for (institution, chair) in view.world.institutions.iter().zip(&view.base.seats) {
        let (Some(seat), Some(chair)) = (&institution.seat, chair) else { continue };
        if view.world.is_seated_on(institution, view.day) {
            cities.entry(seat.value.city.as_str()).or_insert((chair, Vec::new())).1.push(institution);
        }
    }
    cities
}

/// Capitals, cities and seats; a city with seats has one diamond, whatever else it is.
fn cities<'a>(view: &View<'a>, seats: &BTreeMap<&'a str, Seats<'a>>, marks: &mut Vec<Mark<'a>>) {
    let mut drawn: Vec<&str> = Vec::new();
    for (city, (chair, bodies)) in seats {
        let Some(at) = chair.at.and_then(|at| view.page_point(at)) else { continue };
        let place = chair.place.map(|at| &view.world.geography.places[at]);
        let capital = place.is_some_and(|p| p.kind == PlaceKind::Capital);
        let font = if capital { view.font(11.5, 650) } else { view.font(11.0, 550) };
        let selected = view.focus.city.as_deref() == Some(*city);
        let known = bodies.iter().filter(|body| body.has_known_seat()).count();
        let is_asked = |body: &&&Institution| view.focus.institution.as_deref() == Some(body.key.as_str());
        let symbol = match bodies.iter().find(is_asked) {
            Some(body) if !body.has_known_seat() => Symbol::LikelySeats(bodies.len() - known, selected),
            _ if known == 0 => Symbol::LikelySeats(bodies.len(), selected),
            _ => Symbol::Seats(known, selected),
        };
        marks.push(Mark {
            at,
            symbol,
            name: Some((place.and_then(|p| view.name(&p.names)).unwrap_or(city), font, view.tokens.label)),
            tag: Some(match bodies.as_slice() {
                [one] => Tag::from(format!("institution:{}", one.key)),
                _ => Tag::from(format!("seat:{city}")),
            }),
            order: u8::from(!selected),
        });
        drawn.push(city);
    }
    let places = view.world.geography.places.iter().zip(&view.base.places);
    marks.extend(places.filter_map(|(place, town)| city(view, place, town, &drawn)));
}

/// A capital or city without seats, where its layer is on and the view is close enough.
fn city<'a>(view: &View<'a>, place: &'a Place, town: &Town, drawn: &[&str]) -> Option<Mark<'a>> {
    let at = view.page_point(town.at?)?;
    let ours = || !town.is_entity && place.country.as_ref().is_some_and(|c| view.focus.fills.contains_key(c));
    let (symbol, font, order) = match place.kind {
        PlaceKind::Capital if view.shows(Layer::Seats) && ours() => (Symbol::Capital, view.font(11.5, 650), 2),
        // The two halves of Nicosia have all but one place on maps of this scale.
        _ if town.is_entity && view.km > 0.6 => return None,
        PlaceKind::Capital if view.km < 5.0 && view.shows(Layer::Cities) => (Symbol::City, view.font(10.5, 500), 7),
        PlaceKind::City if close_enough(view.km, place.rank) && view.shows(Layer::Cities) => {
            (Symbol::City, view.font(11.0, 500), 6)
        }
        _ => return None,
    };
    let english = place.names.get("en").filter(|name| !drawn.contains(&name.as_str()))?;
    let name = view.name(&place.names).unwrap_or(english);
    Some(Mark { at, symbol, name: Some((name, font, view.tokens.label)), tag: None, order })
}

/// Whether cities of a rank are drawn at so many kilometres per point.
fn close_enough(km: f64, rank: u8) -> bool {
    match rank {
        0..=1 => true,
        2 => km < 6.0,
        3 => km < 3.5,
        _ => km < 2.0,
    }
}

/// Nodes that are brought forward, and ports and breaks of gauge where their layer is on.
fn nodes<'a>(view: &View<'a>, marks: &mut Vec<Mark<'a>>) {
    if !view.shows(Layer::Corridors) {
        return;
    }
    let (stamps, shown) = (view.shows(Layer::Customs), view.shows(Layer::Nodes));
    for (number, (node, site)) in view.world.nodes.iter().zip(&view.base.nodes).enumerate() {
        let Some(at) = site.at.and_then(|at| view.page_point(at)) else { continue };
        let forward = view.focus.nodes.contains(&number);
        let important = matches!(node.kind, NodeKind::Seaport | NodeKind::FerryTerminal) || node.breaks_gauge();
        let near = view.km < 1.6 || (view.km < 3.0 && node.kind == NodeKind::BorderStation);
        // An inset is there for such things as ports.
        let is_post = matches!(node.kind, NodeKind::BorderStation | NodeKind::Seaport | NodeKind::FerryTerminal);
        let customs = if stamps && is_post { view.world.measures_at(&node.key).len() } else { 0 };
        let drawn = (view.is_inset() && important) || (shown && (important || near));
        if !(forward || drawn || customs > 0) {
            continue;
        }
        let symbol = if customs > 0 { Symbol::Customs(customs) } else { symbol_of(node) };
        let order = match (&symbol, node.kind) {
            (Symbol::GaugeBreak | Symbol::Customs(_), _) => 3,
            (Symbol::Port, _) => 4,
            (_, NodeKind::Hub) => 4,
            (_, NodeKind::BorderStation) => 5,
            _ => 6,
        };
        let font = view.font(11.0, 550);
        marks.push(Mark {
            at,
            symbol,
            name: Some((view.world.label(node, &view.session.language), font, view.tokens.label)),
            tag: Some(site.tag.clone()),
            order,
        });
    }
}

fn event_place(view: &View<'_>, event: &Event, marks: &mut Vec<Mark<'_>>) {
    if let Some(at) = event.point.and_then(|p| view.base.point(p)).and_then(|at| view.page_point(at)) {
        marks.push(Mark {
            at,
            symbol: Symbol::Event,
            name: None,
            tag: Some(Tag::from(format!("event:{}", event.key))),
            order: 0,
        });
    }
}

/// Draws the symbols and keeps their places free of labels.
pub fn draw(view: &mut View<'_>, marks: &[Mark<'_>], group: &mut Group) {
    for mark in marks.iter().rev() {
        let radius = view.pt(mark.symbol.radius());
        let height = if mark.symbol == Symbol::GaugeBreak { view.pt(12.0) } else { radius * 2.0 };
        let place = Rect::from_center_size(mark.at, (radius * 2.0, height));
        if mark.symbol == Symbol::Node {
            view.labels.keep_free_softly(place);
        } else {
            view.labels.keep_free(place);
        }
        symbol(view, group, &mark.symbol, mark.at, mark.tag.clone());
    }
}

/// How much nearer another symbol may be to a name that has no better place, in points at scale 1.
const LENIENT: f64 = 1.5;

/// Up to this order it is a capital or a seat.
const CAPITALS: u8 = 2;

/// Whether a name in a box reads as that of its symbol: none with another name is nearer to it by more than it may be.
/// What has no name, such as the place of an event, is not mistaken for it, nor is the station of a city, nor are
/// stations where it may stand `over` them.
fn is_of(rect: Rect, mark: &Mark<'_>, marks: &[Mark<'_>], pt: f64, nearer: f64, over: bool) -> bool {
    let away = |mark: &Mark<'_>| {
        let nearest = Point::new(mark.at.x.clamp(rect.x0, rect.x1), mark.at.y.clamp(rect.y0, rect.y1));
        nearest.distance_squared(mark.at)
    };
    let own = away(mark).sqrt() - mark.symbol.radius() * pt - nearer;
    let is_nearer = |other: &Mark<'_>| {
        let least = own + other.symbol.radius() * pt;
        least > 0.0 && away(other) < least * least
    };
    let Some((name, ..)) = &mark.name else { return true };
    let is_other = |other: &Mark<'_>| other.name.as_ref().is_some_and(|(other, ..)| other != name);
    let mut others = marks.iter().filter(|other| !over || other.symbol != Symbol::Node);
    !others.any(|other| is_nearer(other) && is_other(other))
}

/// Places the names of the symbols.
pub fn label(view: &mut View<'_>, marks: &[Mark<'_>]) {
    let pt = view.pt(1.0);
    let mut said: Vec<&str> = Vec::new();
    for mark in marks {
        let Some((name, font, color)) = &mark.name else { continue };
        if said.contains(name) {
            continue;
        }
        let run = shape(name, *font);
        let places = around(&run, mark.at, view.pt(mark.symbol.radius()));
        let halo = Some((view.tokens.halo, view.pt(1.6) as f32));
        let ink = Ink { run, color: *color, halo, tag: mark.tag.clone() };
        // The name of a capital or seat rather hides stations than is missing.
        let last = (mark.order <= CAPITALS).then_some((LENIENT, true));
        let mut tries = [(0.0, false), (LENIENT, false)].into_iter().chain(last);
        let labels = &mut view.labels;
        let suits = |rect, nearer, over| is_of(rect, mark, marks, pt, nearer, over);
        if tries.any(|(nearer, over)| labels.place_where(&ink, places, over, |rect| suits(rect, nearer * pt, over))) {
            said.push(name);
        } else {
            view.labels.drop_label(name, mark.at);
        }
    }
}

/// Draws one symbol; the legend uses it too.
pub fn symbol(view: &View<'_>, group: &mut Group, symbol: &Symbol, at: Point, tag: Option<Tag>) {
    symbol.draw(&view.pen(), group, at, tag);
}
