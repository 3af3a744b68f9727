//! A briefing in one document: a title page, and a page for each view with its map, its facts and their sources.

use super::Subject;
use crate::map::{self, Page};
use crate::paint::pdf;
use crate::paint::png::PaintError;
use crate::scene::{BezPath, Group, Point, Rect, Scene, break_lines, shape};
use crate::session::Session;
use crate::story::{self, Block, Story};
use crate::style::{BODY, NOTE, NOTE_STRONG, SECTION, SUBTITLE, TITLE, Tokens};

/// Width and height of the paper in points.
type Paper = [f64; 2];

/// Margin of the pages in points.
const MARGIN: f64 = 30.0;

/// Growth of type against a window.
const SCALE: f32 = 0.82;

/// Share of a page that the map takes.
const MAP: f64 = 0.62;

/// The page of one view: the map above, what the atlas tells about its selection below.
#[must_use]
pub fn page(subject: &Subject, paper: Paper, fit: bool) -> (Scene, Session) {
    let [width, height] = paper;
    let told = subject
        .session
        .selection
        .as_ref()
        .and_then(|id| story::tell(subject.world, id, subject.world.as_of(subject.session.as_of), subject.lang));
    let map_height = if told.is_some() { height * MAP } else { height };
    let page = Page { margin: MARGIN, ..Page::paper(width, map_height) };
    let page = Page { scale: SCALE, ..page };
    let mut session = subject.session.clone();
    if let (true, Some(id)) = (fit, session.selection.clone()) {
        let frame = map::compose(subject.world, subject.base, &session, subject.lang, &page).frame;
        let day = subject.world.as_of(session.as_of);
        let view = map::fit(subject.world, subject.base, &id, day, frame);
        session.viewport = view.map(|view| crate::projection::Viewport {
            km_per_point: view.km_per_point * f64::from(page.scale),
            ..view
        });
    }
    let sheet = map::compose(subject.world, subject.base, &session, subject.lang, &page);
    let mut scene = sheet.scene;
    scene.size.height = height;
    if let Some(story) = told {
        let room = Rect::new(MARGIN, map_height + 6.0, width - MARGIN, height - MARGIN * 0.8);
        scene.root.group(facts(&story, session.theme.tokens(), room));
    }
    (scene, session)
}

/// The facts of a page in two columns, as many as there is room for.
fn facts(story: &Story, t: &Tokens, room: Rect) -> Group {
    let mut group = Group::new("facts");
    let gap = 24.0;
    let column = (room.width() - gap) / 2.0;
    let mut pen = Pen { group: &mut group, room, column, gap, at: 0, y: room.y0, full: false };
    let heading = SECTION.font.scaled(SCALE);
    let (strong, plain) = (NOTE_STRONG.font.scaled(SCALE), NOTE.font.scaled(SCALE));
    if let Some(card) = &story.card {
        pen.lines(&card.headline, heading, t.text, 3.0);
        card.lines.iter().for_each(|line| pen.lines(&line.words(), plain, t.text2, 0.0));
    }
    for block in &story.blocks {
        match block {
            Block::Facts { title, facts } => {
                pen.space(6.0);
                title.iter().for_each(|title| pen.lines(title, heading, t.text, 2.0));
                for fact in facts {
                    pen.lines(&format!("{}: {}", fact.label, fact.value.words()), plain, t.text2, 0.0);
                }
            }
            Block::Notice { title, lines, .. } => {
                pen.space(6.0);
                pen.lines(title, strong, t.warn, 1.0);
                lines.iter().for_each(|line| pen.lines(&line.words(), plain, t.text2, 0.0));
            }
            Block::List { title, trailing, rows, .. } => {
                pen.space(6.0);
                pen.lines(&format!("{title} · {trailing}"), strong, t.text, 1.0);
                let names: Vec<&str> = rows.iter().map(|row| row.label.as_str()).collect();
                pen.lines(&names.join(", "), plain, t.text2, 0.0);
            }
            Block::Paragraph { title, text } => {
                pen.space(6.0);
                title.iter().for_each(|title| pen.lines(title, strong, t.text, 1.0));
                pen.lines(&text.words(), plain, t.text2, 0.0);
            }
            Block::Shares { .. } | Block::Chart { .. } => {}
        }
    }
    group
}

/// Sets lines into columns.
struct Pen<'g> {
    group: &'g mut Group,
    room: Rect,
    column: f64,
    gap: f64,
    at: usize,
    y: f64,
    /// Whether the last column is full; what comes later is in the tables beside.
    full: bool,
}

impl Pen<'_> {
    /// Leaves room, but not at the head of a column.
    fn space(&mut self, height: f64) {
        if self.y > self.room.y0 {
            self.y += height;
        }
    }

    /// Sets a paragraph, and leaves room below it.
    fn lines(&mut self, text: &str, font: crate::scene::Font, color: crate::scene::Color, below: f64) {
        let step = f64::from(font.size) * 1.42;
        for run in break_lines(text, font, self.column as f32) {
            if self.y + step > self.room.y1 {
                if self.at == 1 {
                    self.full = true;
                    return;
                }
                (self.at, self.y) = (1, self.room.y0);
            }
            if self.full {
                return;
            }
            let x = self.room.x0 + (self.column + self.gap) * self.at as f64;
            self.group.text(Point::new(x, self.y + f64::from(font.size)), run, color, None, None);
            self.y += step;
        }
        self.y += below;
    }
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
    for (number, name) in (2..).zip(pages) {
        if y > height * 0.8 {
            break;
        }
        group.text(Point::new(MARGIN, y), shape(&number.to_string(), BODY.font), t.text3, None, None);
        group.text(Point::new(MARGIN + 28.0, y), shape(name, BODY.font), t.text, None, None);
        y += 20.0;
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
