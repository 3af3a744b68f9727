//! The press check: what a press office would object to before a picture goes out.

mod facts;
mod ground;
mod letters;
mod survey;

use std::collections::BTreeSet;

use serde::Serialize;

use super::Laid;
use crate::lang::Lang;
use crate::projection;
use crate::scene::{Dropped, Group, Item, Point, Rect, Scene, TextMark};
use crate::session::View;
use crate::story;
use crate::world::{Id, Kind, World};

use ground::Lettering;

pub use survey::Survey;

/// Facts older than this are told, in months, where nothing else is asked for.
pub const MONTHS: u32 = 24;

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
    /// The title of a source is cut.
    CutSource,
    /// Scale varies too much for a bar.
    NoScaleBar,
}

impl Flaw {
    /// Every one, in the order in which they are counted.
    pub const ALL: [Self; 9] = [
        Self::MissingNote,
        Self::MissingSource,
        Self::CutSource,
        Self::Unconfirmed,
        Self::OldFact,
        Self::DroppedLabel,
        Self::SmallText,
        Self::LowContrast,
        Self::NoScaleBar,
    ];
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
    /// The page of a document on which it lies, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
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
    /// Parts of the map that are enlarged beside it.
    insets: Vec<Rect>,
    found: Vec<Finding>,
}

impl Objections<'_> {
    /// Takes one.
    fn object(&mut self, flaw: Flaw, text: String, subject: Option<Id>, spot: Spot) {
        self.found.push(Finding { flaw, text, subject, spot, page: None });
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
        if self.insets.iter().any(|inset| inset.contains(at)) {
            // It has a view of its own.
            return Spot::Map;
        }
        let projection = projection::by_id(&self.laid.session.projection).unwrap_or(projection::ALL[0]);
        let place = sheet.viewport.under(projection, [frame.x0, frame.y0, frame.width(), frame.height()], [at.x, at.y]);
        place.map_or(Spot::Map, Spot::Place)
    }
}

/// Checks a picture; facts older than so many months are told, in the language of the reader.
#[must_use]
pub fn check(world: &World, laid: &Laid, lang: &Lang, months: u32) -> Vec<Finding> {
    let scene = &laid.sheet.scene;
    let seen = Seen::on(scene);
    let mut objections = Objections { world, laid, lang, insets: seen.insets.clone(), found: Vec::new() };
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
    letters::check(&seen.texts, &mut objections);
    facts::check(&seen, months, &mut objections);
    notes(&seen, &mut objections);
    letters::sources(&seen.texts, &mut objections);
    if laid.sheet.sources.is_empty() {
        objections.object(Flaw::MissingSource, lang.text("press-source"), None, Spot::Foot);
    }
    if !seen.has_scale_bar && laid.session.view == View::Map {
        objections.object(Flaw::NoScaleBar, lang.text("press-scale"), None, Spot::Map);
    }
    objections.found
}

/// Checks the letters of a page on which what is told of a picture goes on.
#[must_use]
pub fn check_letters(world: &World, laid: &Laid, scene: &Scene, lang: &Lang) -> Vec<Finding> {
    let seen = Seen::on(scene);
    let mut objections = Objections { world, laid, lang, insets: seen.insets.clone(), found: Vec::new() };
    letters::check(&seen.texts, &mut objections);
    letters::sources(&seen.texts, &mut objections);
    // The map is on the page before.
    objections.found.into_iter().map(|found| Finding { spot: Spot::Foot, ..found }).collect()
}

/// Notes that must stand on the picture.
fn notes(seen: &Seen, objections: &mut Objections) {
    let (world, lang) = (objections.world, objections.lang);
    let (printed, language) = (objections.laid.sheet.notes.join("\n"), objections.laid.session.language.as_str());
    let says = |key: &str| world.note(key, language).is_some_and(|note| printed.contains(note));
    for state in world.states.iter().filter(|it| world.is_entity(&it.key)) {
        let id = Id::new(Kind::State, &*state.key);
        if seen.shows(Kind::State, &state.key) && !says("northern_cyprus") {
            let name = story::subject(world, lang, world.as_of(None), &state.key);
            let text = lang.sentence(&lang.format("press-note", &[("name", name.into())]));
            objections.object(Flaw::MissingNote, text, Some(id), Spot::Foot);
        }
    }
    // The table draws no boundary.
    if !says("boundaries") && objections.laid.session.view == View::Map {
        objections.object(Flaw::MissingNote, lang.text("press-boundaries"), None, Spot::Foot);
    }
}

/// What a page holds.
#[derive(Default)]
struct Seen<'s> {
    tags: BTreeSet<&'s str>,
    texts: Vec<Lettering<'s>>,
    insets: Vec<Rect>,
    has_scale_bar: bool,
}

impl<'s> Seen<'s> {
    /// What a scene holds.
    fn on(scene: &'s Scene) -> Self {
        let mut seen = Self { texts: ground::letterings(scene), ..Self::default() };
        seen.group(&scene.root);
        seen
    }

    /// Whether something that stands for a thing is on the page.
    fn shows(&self, kind: Kind, key: &str) -> bool {
        self.tags.contains(Id::new(kind, key).to_string().as_str())
    }

    fn group(&mut self, group: &'s Group) {
        self.insets.extend(group.clip.filter(|_| group.name.starts_with("map/inset")));
        self.has_scale_bar |= group.name == "map/scale bar" && !group.items.is_empty();
        for item in &group.items {
            match item {
                Item::Group(group) => self.group(group),
                Item::Path(mark) => self.tags.extend(mark.tag.as_deref()),
                Item::Text(mark) => self.tags.extend(mark.tag.as_deref()),
            }
        }
    }
}
