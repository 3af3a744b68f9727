//! A briefing in one document: a title page, and for each view a page with its map, its facts and their sources, and
//! more pages where the facts are long.

mod facts;

use super::press::{self, Finding};
use super::{Laid, Subject};
use crate::lang::Lang;
use crate::map::{self, Page, Sheet};
use crate::paint::pdf;
use crate::paint::png::PaintError;
use crate::projection::Viewport;
use crate::scene::{BezPath, Group, Point, Rect, Scene, break_lines, shape};
use crate::session::Session;
use crate::story;
use crate::style::{BODY, NOTE, SUBTITLE, TITLE};
use crate::world::World;

/// Width and height of the paper in points.
type Paper = [f64; 2];

/// Margin of the pages in points.
const MARGIN: f64 = 30.0;

/// Growth of type against a window.
const SCALE: f32 = 0.82;

/// Share of an upright page that the facts take at most, and of the width of another one.
const FACTS: [f64; 2] = [0.34, 0.36];

/// Share of the height of an upright page that the map keeps, and of another one.
const MAP: [f64; 2] = [0.45, 0.4];

/// Facts that would get less room than this, in points, begin on the next page.
const LEAST: f64 = 72.0;

/// One view in a briefing.
pub struct Part {
    /// The page with its map.
    pub laid: Laid,
    /// Pages on which its facts go on.
    pub more: Vec<Scene>,
}

impl Part {
    /// Every page in order.
    pub fn pages(&self) -> impl Iterator<Item = &Scene> {
        std::iter::once(&self.laid.sheet.scene).chain(&self.more)
    }

    /// What the press check finds on its pages, the first of which has that number.
    #[must_use]
    pub fn check(&self, world: &World, lang: &Lang, months: u32, number: usize) -> Vec<Finding> {
        let first = press::check(world, &self.laid, lang, months);
        let more = self.more.iter().map(|scene| press::check_letters(world, &self.laid, scene, lang));
        let numbered = (number..).zip(std::iter::once(first).chain(more));
        numbered.flat_map(|(page, found)| found.into_iter().map(move |it| Finding { page: Some(page), ..it })).collect()
    }
}

/// The pages of one view: title, map, what the atlas tells about its selection, sources and notes. The map keeps its
/// share of the page; facts without room go on behind it.
#[must_use]
pub fn pages(subject: &Subject, paper: Paper, fit: bool) -> Part {
    let [width, height] = paper;
    let day = subject.world.as_of(subject.session.as_of);
    let told = subject.session.selection.as_ref().and_then(|id| story::tell(subject.world, id, day, subject.lang));
    let mut facts = told.as_ref().map(|story| facts::Facts::new(story, subject.lang, subject.session.theme.tokens()));
    let (beside, reserve) = if facts.is_some() { shares(subject, paper) } else { (0.0, 0.0) };
    let (mut sheet, mut session) = lay(subject, &page(paper, beside, reserve), fit);
    if let (Some(facts), true) = (&mut facts, beside > 0.0 || reserve > 0.0) {
        let room = if reserve > 0.0 {
            sheet.free.inset(kurbo::Insets::new(0.0, -10.0, 0.0, -8.0))
        } else {
            Rect::new(width - beside + 6.0, sheet.frame.y0, width - MARGIN, height - MARGIN)
        };
        let group = facts.set(room, false);
        if facts.is_begun() {
            sheet.scene.root.group(group);
        } else {
            // Not even the first of them fits: the map has all of the page.
            (sheet, session) = lay(subject, &page(paper, 0.0, 0.0), fit);
        }
    }
    sheet.scene.size.width = width;
    let mut more = Vec::new();
    let is_told = facts.is_some();
    while let (Some(facts), Some(story)) = (facts.as_mut().filter(|facts| !facts.is_told()), &told) {
        more.push(continued(subject, facts, &story.title, paper));
    }
    let laid = Laid { sheet, session, per_point: 1.0, per_inch: 72.0, scale: SCALE, is_paper: true, is_told };
    Part { laid, more }
}

/// The page of a map that leaves so much of the width and of the height to facts.
fn page([width, height]: Paper, beside: f64, reserve: f64) -> Page {
    Page { margin: MARGIN, scale: SCALE, reserve, ..Page::paper(width - beside, height) }
}

/// How much of the width and of the height facts may have, so that the map keeps its share.
fn shares(subject: &Subject, paper: Paper) -> (f64, f64) {
    let [width, height] = paper;
    let upright = height > width;
    let (beside, reserve) = if upright { (0.0, height * FACTS[0]) } else { (width * FACTS[1], 0.0) };
    let page = page(paper, beside, reserve);
    let frame = map::compose(subject.world, subject.base, subject.session, subject.lang, &page).frame;
    let lacks = height * MAP[usize::from(!upright)] - frame.height();
    if lacks <= 0.0 {
        return (beside, reserve);
    }
    (0.0, Some(reserve - lacks).filter(|left| *left >= LEAST).unwrap_or(0.0))
}

/// Lays a page out, with the selection brought into view where that is asked for.
fn lay(subject: &Subject, page: &Page, fit: bool) -> (Sheet, Session) {
    let compose = |session: &Session| map::compose(subject.world, subject.base, session, subject.lang, page);
    let mut session = subject.session.clone();
    if let (true, Some(id)) = (fit, &session.selection) {
        let day = subject.world.as_of(session.as_of);
        let view = map::fit(subject.world, subject.base, id, day, compose(&session).frame);
        session.viewport =
            view.map(|view| Viewport { km_per_point: view.km_per_point * f64::from(page.scale), ..view });
    }
    let mut sheet = compose(&session);
    sheet.scene.description = super::caption::description(subject.world, &sheet, &session, subject.lang);
    (sheet, session)
}

/// A page on which facts go on.
fn continued(subject: &Subject, facts: &mut facts::Facts, name: &str, [width, height]: Paper) -> Scene {
    let (lang, t) = (subject.lang, subject.session.theme.tokens());
    let title = lang.format("briefing-continued", &[("name", name.into())]);
    let mut group = Group::new("title");
    let tick = Rect::new(MARGIN, MARGIN, MARGIN + 26.0, MARGIN + 3.5);
    group.path(kurbo::Shape::to_path(&tick, 0.1), Some(t.accent), None, None);
    let room = (width - MARGIN * 2.0) as f32;
    group.text(
        Point::new(MARGIN, MARGIN + 25.0),
        map::fitted(&title, TITLE.font.scaled(SCALE), room),
        t.text,
        None,
        None,
    );
    let notes = subject.world.note("recognition", lang.code()).unwrap_or_default();
    let lines = break_lines(notes, NOTE.font.scaled(SCALE), room);
    let foot = height - MARGIN - 13.0 * lines.len() as f64;
    for (line, run) in (1..).zip(lines) {
        group.text(Point::new(MARGIN, foot + 13.0 * f64::from(line) - 3.0), run, t.text2, None, None);
    }
    let mut root = Group::new("page");
    root.group(group);
    root.group(facts.set(Rect::new(MARGIN, MARGIN + 44.0, width - MARGIN, foot - 12.0), true));
    scene(subject, title, root, [width, height])
}

/// A page without a map.
fn scene(subject: &Subject, title: String, root: Group, [width, height]: Paper) -> Scene {
    Scene {
        size: kurbo::Size::new(width, height),
        background: subject.session.theme.tokens().canvas,
        description: title.clone(),
        title,
        lang: subject.lang.code().to_owned(),
        root,
        dropped: Vec::new(),
    }
}

/// The title page: title, edition, and what follows on which page.
#[must_use]
pub fn title_page(subject: &Subject, title: &str, pages: &[(usize, String)], paper: Paper) -> Scene {
    let [width, height] = paper;
    let t = subject.session.theme.tokens();
    let mut group = Group::new("title");
    let tick = Rect::new(MARGIN, height * 0.2, MARGIN + 32.0, height * 0.2 + 4.0);
    group.path(kurbo::Shape::to_path(&tick, 0.1), Some(t.accent), None, None);
    let room = (width - MARGIN * 2.0) as f32;
    let mut y = height * 0.2 + 36.0;
    for run in break_lines(title, TITLE.font.scaled(1.3), room) {
        group.text(Point::new(MARGIN, y), run, t.text, None, None);
        y += 36.0;
    }
    let edition = subject.world.edition.map(|day| subject.lang.date_long(day)).unwrap_or_default();
    let line = subject.lang.format("briefing-edition", &[("date", edition.into())]);
    group.text(Point::new(MARGIN, y), shape(&line, SUBTITLE.font), t.text2, None, None);
    y += 40.0;
    // As many lines as there is room for; the last one says how many more there are.
    let lines = ((height * 0.82 - y) / 20.0).floor().max(1.0) as usize;
    let shown = if pages.len() > lines { lines.saturating_sub(1) } else { pages.len() };
    for (number, name) in &pages[..shown] {
        group.text(Point::new(MARGIN, y), shape(&number.to_string(), BODY.font), t.text3, None, None);
        let name = map::fitted(name, BODY.font, room - 28.0);
        group.text(Point::new(MARGIN + 28.0, y), name, t.text, None, None);
        y += 20.0;
    }
    if shown < pages.len() {
        let more = subject.lang.format("briefing-more", &[("count", (pages.len() - shown).into())]);
        group.text(Point::new(MARGIN + 28.0, y), shape(&more, BODY.font), t.text2, None, None);
    }
    let mut rule = BezPath::new();
    rule.move_to((MARGIN, height * 0.86));
    rule.line_to((width - MARGIN, height * 0.86));
    group.path(rule, None, Some(crate::scene::Stroke::solid(0.8, t.line)), None);
    let notes =
        ["boundaries", "recognition"].into_iter().filter_map(|key| subject.world.note(key, subject.lang.code()));
    let mut y = height * 0.86 + 16.0;
    for run in break_lines(&notes.collect::<Vec<_>>().join(" "), NOTE.font.scaled(SCALE), room) {
        group.text(Point::new(MARGIN, y), run, t.text2, None, None);
        y += 13.0;
    }
    let mut root = Group::new("page");
    root.group(group);
    scene(subject, title.to_owned(), root, paper)
}

/// The document of pages.
///
/// # Errors
/// Where the library refuses.
pub fn document<'s>(title: &str, scenes: impl IntoIterator<Item = &'s Scene>) -> Result<Vec<u8>, PaintError> {
    let sheets: Vec<pdf::Sheet> = scenes.into_iter().map(|scene| pdf::Sheet { scene, scale: 1.0 }).collect();
    pdf::write(title, &sheets, None)
}

/// The paper of a size in points of 1/72 inch.
#[must_use]
pub fn paper(size: super::Size) -> Paper {
    let (page, _) = size.page();
    match size {
        super::Size::Paper(_) => [page.size.width, page.size.height],
        // A slide is half as many points wide as its layout.
        super::Size::Screen(_) => [page.size.width / 2.0, page.size.height / 2.0],
    }
}
