//! What the aims in ARCHITECTURE.md are measured with: `cargo bench`.
#![allow(missing_docs, reason = "the names of the benchmarks say what they measure")]

use std::sync::{Arc, LazyLock};

use divan::{Bencher, black_box};
use ots_atlas::date::Day;
use ots_atlas::export::{Format, Size, Subject, USUAL, briefing, press};
use ots_atlas::lang::Lang;
use ots_atlas::map::{self, Base, Page, Sheet};
use ots_atlas::paint::hit::Hits;
use ots_atlas::paint::screen::{Means, ScreenPainter, font_definitions};
use ots_atlas::projection::{self, Viewport};
use ots_atlas::search::Index;
use ots_atlas::session::Session;
use ots_atlas::story;
use ots_atlas::world::{self, Files, Land, World};

static WORLD: LazyLock<World> = LazyLock::new(|| world::embedded().world);
static NEAR: LazyLock<Arc<Land>> = LazyLock::new(|| Arc::new(world::load_near(&Files::Embedded).0));
static BASE: LazyLock<Base> = LazyLock::new(|| {
    let mut base = far();
    base.add_near(&NEAR);
    base.lay_out();
    base
});

fn main() {
    let _ = (&*BASE, Lang::default());
    divan::main();
}

fn far() -> Base {
    Base::new(&WORLD, projection::ALL[0])
}

/// A window of 1280 by 800 points beside the rail.
fn window() -> Page {
    Page::window(1016.0, 756.0)
}

fn session(selection: &str, km_per_point: Option<f64>) -> Session {
    let viewport = km_per_point.map(|km_per_point| Viewport { center: [67.0, 45.0], km_per_point });
    Session { selection: selection.parse().ok(), viewport, ..Session::default() }
}

fn compose(session: &Session, page: &Page) -> Sheet {
    map::compose(&WORLD, &BASE, session, &Lang::default(), page)
}

/// What the window paints into.
fn context() -> egui::Context {
    let ctx = egui::Context::default();
    ctx.set_fonts(font_definitions());
    ctx.tessellation_options_mut(|options| options.coarse_tessellation_culling = false);
    ctx
}

/// Selections; the views at 1 and 2 km a point are drawn at the near scale.
const VIEWS: [(&str, Option<f64>); 5] =
    [("", None), ("state:KZ", None), ("corridor:TITR", None), ("", Some(2.0)), ("state:KZ", Some(1.0))];

#[divan::bench]
fn load_world() -> usize {
    world::embedded().world.segments.len()
}

#[divan::bench]
fn load_near() -> usize {
    world::load_near(&Files::Embedded).0.areas.len()
}

#[divan::bench]
fn project_far() -> Base {
    let base = far();
    base.lay_out();
    base
}

#[divan::bench]
fn project_near(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(project_far).bench_values(|mut base| {
        base.add_near(&NEAR);
        base.lay_out();
        base
    });
}

#[divan::bench(args = VIEWS)]
fn compose_scene(bencher: Bencher<'_, '_>, (selection, km): (&str, Option<f64>)) {
    let session = session(selection, km);
    bencher.bench(|| compose(&session, &window()));
}

/// The day that moves over the whole range: one page of the whole OTS for each of sixty days on the way.
#[divan::bench]
fn compose_through_time(bencher: Bencher<'_, '_>) {
    let last = WORLD.as_of(None).fraction();
    let mut step = 0_u32;
    bencher.bench_local(|| {
        step = (step + 1) % 60;
        let day = Day::at(1991.0 + (last - 1991.0) * f64::from(step) / 60.0);
        compose(&Session { as_of: Some(day), ..Session::default() }, &window())
    });
}

#[divan::bench]
fn hit_test(bencher: Bencher<'_, '_>) {
    let hits = Hits::new(&compose(&Session::default(), &window()).scene);
    let mut at = 0_u32;
    bencher.bench_local(|| {
        at = at.wrapping_add(97);
        let point = (f64::from(at % 1016), 84.0 + f64::from(at / 7 % 450));
        hits.at(black_box(point.into()), 4.0)
    });
}

/// A window that pans by one point a frame and zooms: what is laid out, painted and tessellated for it.
#[divan::bench(args = [7.0, 2.0, 0.6])]
fn moving_frame(bencher: Bencher<'_, '_>, km_per_point: f64) {
    let ctx = context();
    let mut painter = ScreenPainter::new(Means::Triangles);
    let mut session = session("", Some(km_per_point));
    let mut revision = 0;
    bencher.bench_local(|| {
        revision += 1;
        if let Some(view) = &mut session.viewport {
            let forth = revision % 200 < 100;
            *view = view.panned(projection::ALL[0], if forth { 1.0 } else { -1.0 }, 0.0);
            view.km_per_point *= if forth { 1.0005 } else { 1.0 / 1.0005 };
        }
        let sheet = compose(&session, &window());
        let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1016.0, 756.0));
        let input = egui::RawInput { screen_rect: Some(screen), ..egui::RawInput::default() };
        let output = ctx.run_ui(input, |ui| painter.paint(ui.painter(), egui::Pos2::ZERO, &sheet.scene, revision));
        ctx.tessellate(output.shapes, output.pixels_per_point)
    });
}

/// The same without laying out the page.
#[divan::bench(args = [7.0, 2.0, 0.6])]
fn tessellate(bencher: Bencher<'_, '_>, km_per_point: f64) {
    let ctx = context();
    let mut painter = ScreenPainter::new(Means::Triangles);
    let sheet = compose(&session("", Some(km_per_point)), &window());
    let mut revision = 0;
    bencher.bench_local(|| {
        revision += 1;
        let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1016.0, 756.0));
        let input = egui::RawInput { screen_rect: Some(screen), ..egui::RawInput::default() };
        let output = ctx.run_ui(input, |ui| painter.paint(ui.painter(), egui::Pos2::ZERO, &sheet.scene, revision));
        ctx.tessellate(output.shapes, output.pixels_per_point)
    });
}

/// What a picture is made from.
fn subject<'a>(session: &'a Session, lang: &'a Lang) -> Subject<'a> {
    Subject { world: &WORLD, base: &BASE, session, lang }
}

/// A picture in a format and a size: laid out, painted and encoded.
fn picture(extension: &str, size: &str, selection: &str) -> usize {
    let (session, lang) = (session(selection, None), Lang::default());
    let subject = subject(&session, &lang);
    let size = Size::parse(size).unwrap_or_else(|error| unreachable!("{error}"));
    let format = Format::by_extension(extension).unwrap_or_else(|| unreachable!("{extension}"));
    let laid = subject.picture(size, None, true);
    subject.write(&laid, format, true).map_or(0, |bytes| bytes.len())
}

#[divan::bench(sample_count = 10, args = [("png", "slide-4k"), ("svg", "slide-4k"), ("pdf", "slide-4k"), ("pdf", "a4")])]
fn picture_of(bencher: Bencher<'_, '_>, (extension, size): (&str, &str)) {
    bencher.bench(|| picture(extension, size, "state:KZ"));
}

/// A page of the briefing as PDF: map, facts, sources.
#[divan::bench(sample_count = 10)]
fn briefing_page(bencher: Bencher<'_, '_>) {
    let (session, lang) = (session("state:KZ", None), Lang::default());
    let paper = briefing::paper(USUAL[5].1);
    bencher.bench(|| {
        let part = briefing::pages(&subject(&session, &lang), paper, true);
        briefing::document("", part.pages()).map_or(0, |bytes| bytes.len())
    });
}

#[divan::bench]
fn press_check(bencher: Bencher<'_, '_>) {
    let (session, lang) = (session("corridor:TITR", None), Lang::default());
    let laid = subject(&session, &lang).picture(USUAL[0].1, None, true);
    bencher.bench(|| press::check(&WORLD, &laid, &lang, press::MONTHS).len());
}

#[divan::bench]
fn search(bencher: Bencher<'_, '_>) {
    let index = Index::new(&WORLD, &Lang::default());
    bencher.bench(|| index.find(black_box("aktau"), 40));
}

#[divan::bench(args = ["state:KZ", "corridor:TITR", "institution:tif"])]
fn tell(id: &str) -> bool {
    let id = id.parse().unwrap_or_else(|_| unreachable!("{id}"));
    story::tell(&WORLD, &id, WORLD.as_of(None), &Lang::default()).is_some()
}
