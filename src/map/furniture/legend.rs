//! The legend below the map: what is in view, and nothing else.

use std::sync::Arc;

use crate::map::focus::Fill;
use crate::map::layer::corridors::{self, Weight};
use crate::map::layer::ropes;
use crate::map::layer::symbols::{self, Symbol};
use crate::map::seen::Shown;
use crate::map::view::View;
use crate::scene::{Affine, BezPath, Group, Point, Rect, Run, Shape, Stroke, Tag, shape};
use crate::session::Layer;
use crate::sign::{self, hatch};
use crate::style::LEGEND;
use crate::world::{BoundaryStatus, Confidence, Id, Kind, Mode, SegmentStatus};

/// Height of a line of the legend at scale 1.
pub const LINE: f64 = 24.0;

/// Least distance of two entries at scale 1, in points.
const GAP: f64 = 16.0;

/// One entry.
struct Entry {
    sample: Sample,
    run: Arc<Run>,
}

/// What stands in front of the words.
enum Sample {
    Swatch(Fill),
    Lines(Vec<Stroke>),
    Symbol(Symbol),
}

/// A laid-out legend.
pub struct Legend {
    lines: Vec<Vec<Entry>>,
    room: f64,
}

impl Legend {
    /// Chooses the entries for a view and breaks them into lines of a width. Corridors have their names where these need
    /// no more lines than their short forms.
    pub fn new(view: &View<'_>, shown: &Shown<'_>, room: f64) -> Self {
        let short = Self::with(view, shown, room, false);
        let named = Self::with(view, shown, room, true);
        if named.lines.len() > short.lines.len() { short } else { named }
    }

    /// The same with the names of corridors or with their short forms.
    fn with(view: &View<'_>, shown: &Shown<'_>, room: f64, named: bool) -> Self {
        let font = LEGEND.font.scaled(view.scale as f32);
        let explained = entries(view, shown).into_iter().map(|(sample, key)| (sample, view.lang.text(key)));
        let entries = explained
            .chain(corridors_seen(view, shown, named))
            .map(|(sample, words)| Entry { sample, run: shape(&words, font) });
        let mut lines: Vec<Vec<Entry>> = vec![Vec::new()];
        let mut used = 0.0;
        for entry in entries {
            let width = entry.width(view);
            let gap = view.pt(GAP);
            if used > 0.0 && used + gap + width > room {
                lines.push(Vec::new());
                used = 0.0;
            }
            used += width + if used > 0.0 { gap } else { 0.0 };
            if let Some(line) = lines.last_mut() {
                line.push(entry);
            }
        }
        Self { lines, room }
    }

    /// Height in points.
    pub fn height(&self, view: &View<'_>) -> f64 {
        view.pt(LINE) * self.lines.len() as f64
    }

    /// Paints the legend with its upper left corner at a point.
    pub fn draw(self, view: &View<'_>, at: Point, group: &mut Group) {
        let tag = Some(Tag::from("furniture:legend"));
        let full = self.lines.len() > 1;
        for (row, line) in self.lines.into_iter().enumerate() {
            let widths: f64 = line.iter().map(|e| e.width(view)).sum();
            let gaps = line.len().saturating_sub(1).max(1) as f64;
            // Spread over the width as long as it stays calm; several lines keep one gap.
            let gap =
                if full { view.pt(GAP) } else { ((self.room - widths) / gaps).clamp(view.pt(GAP), view.pt(36.0)) };
            let middle = at.y + view.pt(LINE) * (row as f64 + 0.5);
            let mut x = at.x;
            for entry in line {
                let width = entry.width(view);
                let sample = entry.sample.width(view);
                entry.sample.draw(view, Rect::new(x, middle - view.pt(7.0), x + sample, middle + view.pt(7.0)), group);
                let rise = f64::from(entry.run.font.cap_height()) / 2.0;
                let origin = Point::new(x + sample + view.pt(8.0), middle + rise);
                group.text(origin, entry.run, view.tokens.text, None, tag.clone());
                x += width + gap;
            }
        }
    }
}

impl Entry {
    fn width(&self, view: &View<'_>) -> f64 {
        self.sample.width(view) + view.pt(8.0) + f64::from(self.run.width)
    }
}

impl Sample {
    fn width(&self, view: &View<'_>) -> f64 {
        view.pt(match self {
            Self::Swatch(_) => 14.0,
            Self::Lines(_) => 28.0,
            Self::Symbol(symbol) => symbol.radius() * 2.0,
        })
    }

    fn draw(&self, view: &View<'_>, at: Rect, group: &mut Group) {
        match self {
            Self::Swatch(fill) => swatch(view, *fill, at, group),
            Self::Lines(strokes) => {
                let mut path = BezPath::new();
                path.move_to((at.x0, at.center().y));
                path.line_to((at.x1, at.center().y));
                for stroke in strokes {
                    group.path(path.clone(), None, Some(stroke.clone()), None);
                }
            }
            Self::Symbol(symbol) => symbols::symbol(view, group, symbol, at.center(), None),
        }
    }
}

/// A square filled like an area on the map.
fn swatch(view: &View<'_>, fill: Fill, at: Rect, group: &mut Group) {
    let t = view.tokens;
    let path = kurbo::Shape::to_path(&at.to_rounded_rect(view.pt(2.0)), 0.1);
    let (ground, hatching) = match fill {
        Fill::Member => (t.member, None),
        Fill::MemberSelected => (t.member_sel, None),
        Fill::Observer => (t.obs, Some((4.0, 1.2, t.obs_hatch, true))),
        Fill::ObserverSelected => (t.obs, Some((4.0, 1.8, t.obs_hatch, true))),
        Fill::Lost => (t.land, Some((4.0, 1.2, t.idle, false))),
        Fill::Entity => (t.land, Some((3.4, 1.5, t.member_line, false))),
        Fill::Aside | Fill::EntityAside => (t.land, None),
    };
    group.path(path.clone(), Some(ground), None, None);
    if let Some((pitch, width, color, rising)) = hatching {
        let flat = Shape::new(kurbo::Shape::to_path(&at, 0.1));
        let lines = hatch::lines(&flat, Affine::IDENTITY, at, view.pt(pitch), rising);
        group.path(lines, None, Some(Stroke { round: false, ..view.line(width, color) }), None);
    }
    if !fill.is_entity() {
        group.path(path, None, Some(view.line(1.2, t.member_line)), None);
    }
}

/// Symbols in the order of the legend, with the keys of their words.
const SYMBOLS: [(Symbol, &str); 8] = [
    (Symbol::Port, "map-legend-port"),
    (Symbol::GaugeBreak, "map-legend-gauge"),
    (Symbol::Node, "map-legend-node"),
    (Symbol::Capital, "map-legend-capital"),
    (Symbol::Seats(0, false), "map-legend-seats"),
    (Symbol::LikelySeats(0, false), "map-legend-likely-seats"),
    (Symbol::Customs(0), "map-legend-customs"),
    (Symbol::Event, "map-legend-event"),
];

/// What the legend explains in this view, with the keys of the words.
fn entries(view: &View<'_>, shown: &Shown<'_>) -> Vec<(Sample, &'static str)> {
    let mut list = Vec::new();
    standings(view, shown, &mut list);
    let disputed = [BoundaryStatus::NotDelimited, BoundaryStatus::Disputed, BoundaryStatus::Policy];
    if disputed.iter().any(|status| shown.boundaries.contains(status)) {
        list.push((Sample::Lines(vec![view.dashes(1.1, view.tokens.disp, &[5.0, 3.0])]), "map-legend-disputed"));
    }
    if shown.boundaries.contains(&BoundaryStatus::Ceasefire) {
        list.push((Sample::Lines(vec![view.dashes(1.1, view.tokens.disp, &[1.2, 2.4])]), "map-legend-ceasefire"));
    }
    if view.shows(Layer::Corridors) {
        lines(view, shown, &mut list);
    }
    let symbols = SYMBOLS.into_iter().filter(|(symbol, _)| shown.symbols.contains(symbol));
    list.extend(symbols.map(|(symbol, key)| (Sample::Symbol(symbol), key)));
    list
}

/// Fills by standing, or by role in the selected institution.
fn standings(view: &View<'_>, shown: &Shown<'_>, list: &mut Vec<(Sample, &'static str)>) {
    let has = |fills: &[Fill]| shown.fills.iter().any(|(_, fill)| fills.contains(fill));
    let by_role = view.focus.fills.values().any(|f| matches!(f, Fill::Aside | Fill::EntityAside))
        || (view.focus.institution.is_some() && has(&[Fill::MemberSelected]));
    if view.focus.compares {
        let kinds = [
            (Fill::MemberSelected, "map-legend-became-member"),
            (Fill::ObserverSelected, "map-legend-became-observer"),
            (Fill::Lost, "map-legend-lost"),
            (Fill::Aside, "map-legend-unchanged"),
        ];
        list.extend(kinds.iter().filter(|(fill, _)| has(&[*fill])).map(|(fill, key)| (Sample::Swatch(*fill), *key)));
    } else if view.focus.revises {
        let kinds = [
            (Fill::MemberSelected, "map-legend-more"),
            (Fill::ObserverSelected, "map-legend-more-observer"),
            (Fill::Lost, "map-legend-less"),
            (Fill::Member, "map-legend-altered"),
            (Fill::Observer, "map-legend-altered-observer"),
            (Fill::Aside, "map-legend-same"),
        ];
        list.extend(kinds.iter().filter(|(fill, _)| has(&[*fill])).map(|(fill, key)| (Sample::Swatch(*fill), *key)));
    } else if by_role {
        if has(&[Fill::MemberSelected]) {
            let key = if view.focus.is_signed { "map-legend-signed" } else { "map-legend-takes-part" };
            list.push((Sample::Swatch(Fill::MemberSelected), key));
        }
        if has(&[Fill::Observer]) {
            list.push((Sample::Swatch(Fill::Observer), "map-legend-observes"));
        }
        if has(&[Fill::Aside]) {
            list.push((Sample::Swatch(Fill::Aside), "map-legend-aside"));
        }
    } else {
        if has(&[Fill::Member, Fill::MemberSelected]) {
            list.push((Sample::Swatch(Fill::Member), "map-legend-member"));
        }
        if has(&[Fill::Observer, Fill::ObserverSelected]) {
            list.push((Sample::Swatch(Fill::Observer), "map-legend-observer"));
        }
    }
    if has(&[Fill::Entity]) {
        list.push((Sample::Swatch(Fill::Entity), "map-legend-entity"));
    }
}

/// The corridors in view, where each has a colour of its own and no name beside it.
fn corridors_seen(view: &View<'_>, shown: &Shown<'_>, named: bool) -> Vec<(Sample, String)> {
    if !view.shows(Layer::Corridors) || !corridors::is_colored(view) || shown.are_named {
        return Vec::new();
    }
    let entry = |at: &usize| {
        let color = ropes::color(view, view.base.corridors.get(*at)?.hue)?;
        let line = Stroke { round: false, ..view.line(2.4, color) };
        let corridor = view.world.corridors.get(*at)?;
        let id = Id::new(Kind::Corridor, corridor.key.as_str());
        let name = view.world.name(&id, &view.session.language);
        let words = if view.world.leads_to_entity(&corridor.key) {
            name
        } else {
            let short = corridor.abbreviation.clone()?;
            match named {
                true if name.starts_with(&short) => name,
                true => format!("{short}: {name}"),
                false => short,
            }
        };
        Some((Sample::Lines(vec![line]), words))
    };
    shown.forward.iter().filter_map(entry).collect()
}

/// Lines by status and mode, as they are drawn.
fn lines(view: &View<'_>, shown: &Shown<'_>, list: &mut Vec<(Sample, &'static str)>) {
    let focused = view.focus.quiets_lines();
    let weight = if focused { Weight::Selected } else { Weight::Quiet };
    let (service, sure) = (SegmentStatus::Operational, Confidence::High);
    // Where corridors have colours, the pattern alone tells how things stand.
    let strokes = |weight: Weight, mode: Mode, status: SegmentStatus, evidence: Confidence| {
        let mut all = corridors::strokes(view, weight, mode, status, evidence);
        if let (true, Some(body)) = (corridors::is_colored(view), all.first_mut()) {
            body.color = sign::shade(&view.pen(), view.tokens.idle, status, evidence);
        }
        all
    };
    for (status, key) in sign::legend(|service| shown.lines.iter().any(|(it, ..)| *it == service)) {
        list.push((Sample::Lines(strokes(weight, Mode::Rail, status, sure)), key));
    }
    if shown.lines.iter().any(|(_, mode, _)| mode.is_sea()) {
        list.push((Sample::Lines(strokes(weight, Mode::Ferry, service, sure)), "map-legend-sea"));
    }
    if shown.lines.iter().any(|(_, mode, _)| *mode == Mode::Road) {
        list.push((Sample::Lines(strokes(weight, Mode::Road, service, sure)), "map-legend-road"));
    }
    if shown.lines.iter().any(|(.., evidence)| *evidence == Confidence::Low) {
        let pale = strokes(weight, Mode::Rail, service, Confidence::Low);
        list.push((Sample::Lines(pale), "map-legend-unconfirmed"));
    }
    if focused && shown.has_others {
        list.push((Sample::Lines(strokes(Weight::Idle, Mode::Rail, service, sure)), "map-legend-other"));
    }
}
