//! The page of the view that is no map: the table of who sits in what, with title, notes and sources like those of a map.

use crate::lang::Lang;
use crate::matrix::{self, Matrix};
use crate::projection::Viewport;
use crate::scene::{Affine, Dropped, Group, Point, Rect, Scene, Size};
use crate::session::Session;
use crate::world::World;

use super::base::Base;
use super::furniture::{foot::Foot, foot::Notes, head, sources::Sources, title::Words};
use super::{Page, Sheet, rule, start};

/// The table that a session asks for.
#[must_use]
pub fn of<'w>(world: &'w World, session: &Session, lang: &Lang) -> Matrix<'w> {
    Matrix::new(world, session.day(world), session.area, &session.sorting, lang)
}

/// Lays the page out; it grows as high as the table needs where the page may grow.
pub(super) fn compose(world: &World, base: &Base, session: &Session, lang: &Lang, page: &Page) -> Sheet {
    let mut view = start(world, base, session, lang, page);
    view.is_table = true;
    let table = of(world, session, lang);
    let mut sources = Sources::default();
    sources.parts(&view, &table);
    let mut words = words(&table, session, lang);
    let room = page.size.width - page.margin * 2.0;
    let scale = f64::from(page.scale);
    let selection = session.selection.as_ref();
    let set = matrix::Setting { lang, tokens: view.tokens, scale, selection, sorting: &session.sorting };
    let notes = Notes::of_table(&view);
    let foot = Foot::new(&view, &sources, &notes, page.margin, room);
    let around = view.pt(head::HEIGHT + 28.0) + foot.height(&view) + page.reserve;
    let needed = around + matrix::height(&set, &table, room);
    let high = if page.grows { page.size.height.max(needed) } else { page.size.height };
    let size = Size::new(page.size.width, high);
    let top = view.pt(head::HEIGHT);
    let most =
        (high - around).min(matrix::height(&set, &table, room).max(if page.grows { 0.0 } else { high - around }));
    let frame = Rect::new(page.margin, top, page.size.width - page.margin, top + most.max(view.pt(60.0)));
    view.frame = Rect::new(0.0, top, page.size.width, frame.y1);
    let drawn = matrix::draw(&set, &table, frame);
    if !drawn.left_out.is_empty() {
        let left_out = lang.format("matrix-no-room", &[("n", drawn.left_out.len().into())]);
        words.subtitle = format!("{}. {left_out}", words.subtitle);
    }
    let mut furniture = Group::new("furniture");
    head::draw(&view, size.to_rect(), page.margin, &words, &mut furniture);
    let below = frame.y1 + view.pt(14.0);
    view.frame.y1 = frame.y1 + view.pt(6.0);
    rule(&view, size.width, &mut furniture);
    foot.draw(&view, below, &mut furniture);
    let mut root = Group::new("page");
    root.group(drawn.group);
    root.group(furniture);
    let summary = format!("{}. {}.", words.title, words.subtitle);
    let at = Point::new(frame.x0, frame.y1);
    let scene = Scene {
        size,
        background: view.tokens.canvas,
        description: summary.clone(),
        title: words.title,
        lang: session.language.clone(),
        root,
        dropped: drawn.left_out.into_iter().map(|text| Dropped { text, at, matters: true }).collect(),
    };
    let free = Rect::new(page.margin, below, page.size.width - page.margin, below);
    let viewport = session.viewport.unwrap_or(Viewport::HOME);
    Sheet {
        scene,
        frame: view.frame,
        free,
        affine: Affine::IDENTITY,
        viewport,
        strips: 0,
        sources: sources.into_rows(),
        notes: notes.into_texts(),
        summary,
        places: drawn.places,
        sorters: drawn.sorters,
    }
}

/// Title and subtitle.
fn words(table: &Matrix, session: &Session, lang: &Lang) -> Words {
    let date = lang.date_long(table.day);
    let values = [("bodies", table.rows.len().into()), ("states", table.columns.len().into()), ("date", date.into())];
    let mut subtitle = lang.format("matrix-subtitle", &values);
    if let Some(area) = session.area {
        let name = lang.text(crate::story::words::area(area));
        subtitle = format!("{subtitle}. {}", lang.format("matrix-area", &[("area", name.into())]));
    }
    let orders = matrix::sort::orders(table, lang, &session.sorting);
    if !orders.is_empty() {
        let sorted = lang.format("matrix-sorted", &[("orders", lang.list(&orders).into())]);
        subtitle = format!("{subtitle}. {sorted}");
    }
    Words { title: lang.text("matrix-title"), subtitle, cites: vec![], moves: false }
}
