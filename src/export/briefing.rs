//! A briefing in one document: a title page, and a page for each view with its map, its facts and their sources.

mod facts;

use super::Subject;
use crate::map::{self, Page};
use crate::paint::pdf;
use crate::paint::png::PaintError;
use crate::projection::Viewport;
use crate::scene::{BezPath, Group, Point, Rect, Scene, break_lines, shape};
use crate::session::Session;
use crate::story;
use crate::style::{BODY, NOTE, SUBTITLE, TITLE};

/// Width and height of the paper in points.
type Paper = [f64; 2];

/// Margin of the pages in points.
const MARGIN: f64 = 30.0;

/// Growth of type against a window.
const SCALE: f32 = 0.82;

/// Share of an upright page that the facts take, and of the width of another one.
const FACTS: [f64; 2] = [0.34, 0.36];

/// The page of one view: title, map, what the atlas tells about its selection, sources and notes.
#[must_use]
pub fn page(subject: &Subject, paper: Paper, fit: bool) -> (Scene, Session) {
    let [width, height] = paper;
    let day = subject.world.as_of(subject.session.as_of);
    let told = subject.session.selection.as_ref().and_then(|id| story::tell(subject.world, id, day, subject.lang));
    let upright = height > width;
    let (beside, reserve) = match (&told, upright) {
        (Some(_), true) => (0.0, height * FACTS[0]),
        (Some(_), false) => (width * FACTS[1], 0.0),
        (None, _) => (0.0, 0.0),
    };
    let page = Page { margin: MARGIN, scale: SCALE, reserve, ..Page::paper(width - beside, height) };
    let mut session = subject.session.clone();
    if let (true, Some(id)) = (fit, session.selection.clone()) {
        let frame = map::compose(subject.world, subject.base, &session, subject.lang, &page).frame;
        let view = map::fit(subject.world, subject.base, &id, day, frame);
        session.viewport =
            view.map(|view| Viewport { km_per_point: view.km_per_point * f64::from(page.scale), ..view });
    }
    let sheet = map::compose(subject.world, subject.base, &session, subject.lang, &page);
    let description = super::caption::description(subject.world, &sheet, &session, subject.lang);
    let mut scene = sheet.scene;
    scene.description = description;
    scene.size.width = width;
    if let Some(story) = told {
        let room = if upright {
            sheet.free.inset(kurbo::Insets::new(0.0, -10.0, 0.0, -8.0))
        } else {
            Rect::new(width - beside + 6.0, sheet.frame.y0, width - MARGIN, height - MARGIN)
        };
        scene.root.group(facts::draw(&story, subject.lang, session.theme.tokens(), room));
    }
    (scene, session)
}

/// The title page: title, edition, and what follows.
#[must_use]
pub fn title_page(subject: &Subject, title: &str, pages: &[String], paper: Paper) -> Scene {
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
    for (number, name) in (2..).zip(&pages[..shown]) {
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
    Scene {
        size: kurbo::Size::new(width, height),
        background: t.canvas,
        title: title.to_owned(),
        description: title.to_owned(),
        lang: subject.lang.code().to_owned(),
        root,
        dropped: Vec::new(),
    }
}

/// The document of pages.
///
/// # Errors
/// Where the library refuses.
pub fn document(title: &str, scenes: &[Scene]) -> Result<Vec<u8>, PaintError> {
    let sheets: Vec<pdf::Sheet> = scenes.iter().map(|scene| pdf::Sheet { scene, scale: 1.0 }).collect();
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
