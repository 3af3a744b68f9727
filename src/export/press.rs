//! The press check: what a press office would object to before a picture goes out.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Laid;
use crate::date::{Date, Day};
use crate::lang::Lang;
use crate::projection;
use crate::scene::{Dropped, Group, Item, Point, TextMark};
use crate::world::{Confidence, Id, Kind, Segment, World};

/// Facts older than this are told, in months, where nothing else is asked for.
pub const MONTHS: u32 = 24;

/// Least contrast of letters, after WCAG 2.2 level AA.
const CONTRAST: f64 = 4.5;

/// Least height of letters: in pixels of a slide 1920 wide, and in points on paper.
const LEAST: [f64; 2] = [17.9, 8.9];

/// Names of labels without a place that are told.
const NAMES: usize = 8;

/// What is objected to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flaw {
    /// Labels found no place.
    DroppedLabel,
    /// Letters are smaller than the target bears.
    SmallText,
    /// Letters do not stand out.
    LowContrast,
    /// A visible fact is old.
    OldFact,
    /// A visible fact rests on weak evidence.
    Unconfirmed,
    /// A disputed area is seen without its note.
    MissingNote,
    /// Nothing says where it comes from.
    MissingSource,
    /// Scale varies too much for a bar.
    NoScaleBar,
}

/// One objection.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// What is objected to.
    pub flaw: Flaw,
    /// In the language of the picture.
    pub text: String,
    /// The thing that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Id>,
    /// Where it lies.
    pub spot: Spot,
}

/// Where something lies, on pages of any size.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Spot {
    /// On the map, in degrees of longitude and latitude.
    Place([f64; 2]),
    /// Somewhere on the map.
    Map,
    /// Title and subtitle.
    Head,
    /// Legend, sources and notes.
    Foot,
}

/// Takes objections.
struct Objections<'l> {
    world: &'l World,
    laid: &'l Laid,
    lang: &'l Lang,
    found: Vec<Finding>,
}

impl Objections<'_> {
    /// Takes one.
    fn object(&mut self, flaw: Flaw, text: String, subject: Option<Id>, spot: Spot) {
        self.found.push(Finding { flaw, text, subject, spot });
    }

    /// Takes one about a text on the page.
    fn object_to(&mut self, flaw: Flaw, text: String, mark: &TextMark) {
        let subject = mark.tag.as_deref().and_then(|tag| tag.parse().ok()).filter(|id| self.world.exists(id));
        self.object(flaw, text, subject, self.spot(mark.bounds().center()));
    }

    /// Where a point of the page lies.
    fn spot(&self, at: Point) -> Spot {
        let sheet = &self.laid.sheet;
        let frame = sheet.frame;
        if at.y < frame.y0 {
            return Spot::Head;
        }
        if at.y > frame.y1 {
            return Spot::Foot;
        }
        let projection = projection::by_id(&self.laid.session.projection).unwrap_or(projection::ALL[0]);
        let place = sheet.viewport.under(projection, [frame.x0, frame.y0, frame.width(), frame.height()], [at.x, at.y]);
        place.map_or(Spot::Map, Spot::Place)
    }
}

/// Checks a picture; facts older than so many months are told.
#[must_use]
pub fn check(world: &World, laid: &Laid, lang: &Lang, months: u32) -> Vec<Finding> {
    let scene = &laid.sheet.scene;
    let mut seen = Seen::default();
    seen.group(&scene.root);
    let mut objections = Objections { world, laid, lang, found: Vec::new() };
    let dropped: Vec<&Dropped> = scene.dropped.iter().filter(|dropped| dropped.matters).collect();
    if let Some(first) = dropped.first() {
        // What matters most was tried first.
        let names: Vec<&str> = dropped.iter().take(NAMES).map(|dropped| dropped.text.as_str()).collect();
        let more = if dropped.len() > NAMES { "…" } else { "" };
        let names = names.join(", ") + more;
        let values = [("count", dropped.len().into()), ("names", names.into())];
        let spot = objections.spot(first.at);
        objections.object(Flaw::DroppedLabel, lang.format("press-dropped", &values), None, spot);
    }
    letters(&seen, &mut objections);
    facts(&seen, months, &mut objections);
    notes(&seen, &mut objections);
    if laid.sheet.sources.is_empty() {
        objections.object(Flaw::MissingSource, lang.text("press-source"), None, Spot::Foot);
    }
    if !seen.has_scale_bar {
        objections.object(Flaw::NoScaleBar, lang.text("press-scale"), None, Spot::Map);
    }
    objections.found
}

/// Letters that are too small or too faint: the worst of each.
fn letters(seen: &Seen, objections: &mut Objections) {
    let (laid, lang) = (objections.laid, objections.lang);
    let (height, least, unit) = height_of_letters(laid);
    let small = seen.texts.iter().filter(|mark| height(mark) < least);
    if let Some(mark) = small.min_by(|a, b| height(a).total_cmp(&height(b))) {
        let values = [
            ("text", mark.run.text.as_str().into()),
            ("size", lang.number(height(mark), 1).into()),
            ("least", lang.number(least.ceil(), 0).into()),
            ("unit", unit.into()),
        ];
        objections.object_to(Flaw::SmallText, lang.format("press-small", &values), mark);
    }
    let contrast =
        |mark: &TextMark| mark.color.contrast(mark.halo.map_or(laid.sheet.scene.background, |(color, _)| color));
    let faint = seen.texts.iter().filter(|mark| contrast(mark) < CONTRAST);
    if let Some(mark) = faint.min_by(|a, b| contrast(a).total_cmp(&contrast(b))) {
        let values = [("text", mark.run.text.as_str().into()), ("contrast", lang.number(contrast(mark), 1).into())];
        objections.object_to(Flaw::LowContrast, lang.format("press-contrast", &values), mark);
    }
}

/// Letters lower than this many pixels nobody reads, on whatever screen.
const READABLE: f64 = 9.0;

/// How high letters are on the target, how high they should be, and in what.
fn height_of_letters(laid: &Laid) -> (impl Fn(&TextMark) -> f64, f64, &'static str) {
    let scene = &laid.sheet.scene;
    let is_paper = laid.is_paper;
    let shown = f64::from(laid.per_point);
    let smallest = laid.smallest() * shown;
    let factor = if !is_paper && smallest < READABLE {
        shown
    } else if is_paper {
        f64::from(laid.per_point) * 72.0 / f64::from(laid.per_inch)
    } else {
        // As on a slide that is 1920 pixels wide or 1080 high.
        1.0 / (scene.size.width / 1920.0).min(scene.size.height / 1080.0).max(1e-6)
    };
    let (least, unit) = match is_paper {
        true => (LEAST[1], "pt"),
        false if smallest < READABLE => (READABLE, "px"),
        false => (LEAST[0], "px"),
    };
    (move |mark: &TextMark| f64::from(mark.run.font.size) * factor, least, unit)
}

/// Old facts and weak ones among the lines, and a standing that nobody confirmed for long.
fn facts(seen: &Seen, months: u32, objections: &mut Objections) {
    let (world, lang) = (objections.world, objections.lang);
    let shows = |kind: Kind, key: &str| seen.tags.contains(Id::new(kind, key).to_string().as_str());
    let lines: Vec<&Segment> = world.segments.iter().filter(|it| shows(Kind::Segment, &it.key)).collect();
    let middle = |it: &Segment| it.line.get(it.line.len() / 2).map_or(Spot::Map, |place| Spot::Place(*place));
    let id = |it: &Segment| Some(Id::new(Kind::Segment, it.key.as_str()));
    let weak: Vec<&&Segment> = lines.iter().filter(|it| it.evidence.confidence == Confidence::Low).collect();
    if let Some(first) = weak.first() {
        let text = lang.format("press-unconfirmed", &[("count", weak.len().into())]);
        objections.object(Flaw::Unconfirmed, text, id(first), middle(first));
    }
    let before = months_before(objections.laid.session.day(world), months);
    let is_old = |date: Date| date.latest() < before;
    let old: Vec<&&Segment> = lines.iter().filter(|it| it.status_as_of.is_some_and(is_old)).collect();
    if let Some(oldest) = old.iter().min_by_key(|it| it.status_as_of) {
        let values = [("count", old.len().into()), ("months", (months as usize).into())];
        objections.object(Flaw::OldFact, lang.format("press-old", &values), id(oldest), middle(oldest));
    }
    for state in world.states.iter().filter(|it| shows(Kind::State, &it.key)) {
        if state.confirmed.as_ref().and_then(|claim| claim.date).is_some_and(is_old) {
            let id = Id::new(Kind::State, &*state.key);
            let values = [("name", world.name(&id, lang.code()).into()), ("months", (months as usize).into())];
            let spot = world.geography.labels.get(&state.key).map_or(Spot::Map, |place| Spot::Place(*place));
            objections.object(Flaw::OldFact, lang.format("press-old-standing", &values), Some(id), spot);
        }
    }
}

/// Notes that must stand on the picture.
fn notes(seen: &Seen, objections: &mut Objections) {
    let (world, lang) = (objections.world, objections.lang);
    let printed = objections.laid.sheet.notes.join("\n");
    let says = |key: &str| world.note(key, lang.code()).is_some_and(|note| printed.contains(note));
    for state in world.states.iter().filter(|it| world.is_entity(&it.key)) {
        let id = Id::new(Kind::State, &*state.key);
        if seen.tags.contains(id.to_string().as_str()) && !says("northern_cyprus") {
            let text = lang.format("press-note", &[("name", world.name(&id, lang.code()).into())]);
            objections.object(Flaw::MissingNote, text, Some(id), Spot::Foot);
        }
    }
    if !says("boundaries") {
        objections.object(Flaw::MissingNote, lang.text("press-boundaries"), None, Spot::Foot);
    }
}

/// The day so many months before another, to the month.
fn months_before(day: Day, months: u32) -> Day {
    let at = i64::from(day.year()) * 12 + i64::from(day.month()) - 1 - i64::from(months);
    Day::new((at.div_euclid(12)) as i16, (at.rem_euclid(12) + 1) as u8, 1).unwrap_or(Day::FIRST)
}

/// What a page holds.
#[derive(Default)]
struct Seen<'s> {
    tags: BTreeSet<&'s str>,
    texts: Vec<&'s TextMark>,
    has_scale_bar: bool,
}

impl<'s> Seen<'s> {
    fn group(&mut self, group: &'s Group) {
        self.has_scale_bar |= group.name == "map/scale bar" && !group.items.is_empty();
        for item in &group.items {
            match item {
                Item::Group(group) => self.group(group),
                Item::Path(mark) => self.tags.extend(mark.tag.as_deref()),
                Item::Text(mark) => {
                    self.tags.extend(mark.tag.as_deref());
                    // Numbers of sources and of seats are signs and not text.
                    if mark.run.text.chars().any(char::is_alphabetic) {
                        self.texts.push(mark);
                    }
                }
            }
        }
    }
}
