//! Who sits in what: the table follows the day and the filter, says who says so, fits its page, and is a real table for
//! the pointer, for the keyboard and for assistive technology.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

mod support;

use std::cell::RefCell;
use std::process::Command as Process;
use std::rc::Rc;
use std::sync::LazyLock;

use egui::accesskit::Role;
use egui::{Key, Modifiers, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ots_atlas::command::Command;
use ots_atlas::date::Day;
use ots_atlas::lang::Lang;
use ots_atlas::map::{self, Base, Page, Sheet};
use ots_atlas::matrix::{self, Form, Matrix};
use ots_atlas::paint::screen::font_definitions;
use ots_atlas::projection;
use ots_atlas::session::{Change, History, Order, Session, Sorting, View};
use ots_atlas::style::Theme;
use ots_atlas::ui::canvas::Canvas;
use ots_atlas::ui::{Model, Output, theme};
use ots_atlas::world::{self, Area, Files, World};
use support::Soft;

static WORLD: LazyLock<World> = LazyLock::new(|| world::load(&Files::Embedded).world);
static BASE: LazyLock<Base> = LazyLock::new(|| Base::new(&WORLD, projection::ALL[0]));

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn table(on: &str) -> Matrix<'static> {
    Matrix::new(&WORLD, day(on), None, &Sorting::default(), &Lang::default())
}

/// The table of the edition in an order.
fn sorted(bodies: Order, states: Order) -> Matrix<'static> {
    Matrix::new(&WORLD, day("2026-11-23"), None, &Sorting { bodies, states }, &Lang::default())
}

/// The row of an institution as letters, one for each state; a small letter where it is not certain.
fn letters(matrix: &Matrix, key: &str) -> Option<String> {
    let row = matrix.rows.iter().find(|row| row.body.key == key)?;
    let cells = row.cells.iter().map(|cell| {
        let letter = cell.map_or('-', |cell| format!("{:?}", cell.part.role).chars().next().unwrap());
        if cell.is_none_or(|cell| cell.certain) { letter } else { letter.to_ascii_lowercase() }
    });
    Some(cells.collect())
}

fn columns(matrix: &Matrix) -> String {
    matrix.columns.iter().map(|it| it.state.key.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_table_is_that_of_the_sources() {
    let now = table("2026-11-23");
    assert_eq!(columns(&now), "AZ KZ KG TR UZ HU TM TRNC ECO");
    let wanted = [
        ("ots", "MMMMMOOOO"),
        ("turksoy", "MMMMM-MO-"),
        ("turkpa", "MMMMAO-O-"),
        ("academy", "MMMMOOOO-"),
        ("tchf", "MMMMMOO--"),
        ("tcci", "MMMMMOMO-"),
        ("tif", "MMMMMM---"),
        ("gfc", "MMMMMOO--"),
        ("cpm", "MMMMM----"),
        ("turkunib", "UUUUUU---"),
        ("notaries", "MMMMM----"),
        ("turksai", "MMMMM----"),
        ("ccb", "MMMMM----"),
    ];
    for (key, row) in wanted {
        assert_eq!(letters(&now, key).as_deref(), Some(row), "{key}");
    }
    // Proposals without anybody in them have no row.
    assert_eq!(letters(&now, "ai-centres"), None);
}

#[test]
fn the_table_follows_the_day() {
    let before = table("2019-10-13");
    assert_eq!(columns(&before), "AZ KZ KG TR HU UZ TM TRNC", "members, observers, those without a standing");
    assert_eq!(letters(&before, "ots").as_deref(), Some("MMMMO---"));
    assert_eq!(letters(&before, "tif"), None, "not founded yet");
    assert_eq!(letters(&before, "tcci").as_deref(), Some("mmmmomo-"), "founded, and nobody says who began when");
    let after = table("2019-10-14");
    assert_eq!(letters(&after, "ots").as_deref(), Some("MMMMMO--"));
    let early = table("1993-07-12");
    assert_eq!(letters(&early, "turksoy").as_deref(), Some("MMMMm-Mo"), "{}", columns(&early));
}

#[test]
fn it_is_filtered_and_sorted() {
    let usual = Sorting::default();
    let science = Matrix::new(&WORLD, day("2026-11-23"), Some(Area::Science), &usual, &Lang::default());
    assert!(science.rows.iter().all(|row| row.body.areas.contains(&Area::Science)));
    assert!(letters(&science, "academy").is_some() && letters(&science, "turkpa").is_none());
    let first = |order: Order| sorted(order, Order::Facts).rows[0].body.key.clone();
    assert_eq!(first(Order::Facts), "ots");
    assert_eq!(first(Order::Founded), "turksoy");
    assert_eq!(first(Order::Name), "combined-freight");
    let parts = sorted(Order::Parts, Order::Facts);
    let roles = parts.rows.iter().map(|row| row.cells.iter().flatten().map(|cell| cell.part.role));
    let counts: Vec<usize> = roles.clone().map(|roles| roles.filter(|role| role.takes_part()).count()).collect();
    assert!(counts.is_sorted_by(|a, b| a >= b), "{counts:?}");
    assert!(roles.zip(counts).any(|(roles, count)| roles.count() > count), "a draft is no part");
}

#[test]
fn every_form_tells_role_date_and_sources() {
    let now = table("2026-11-23");
    let lang = Lang::default();
    let note = WORLD.note("northern_cyprus", "en").unwrap();
    let text = matrix::write(&now, &lang, Form::Text);
    assert!(text.contains("TRNC*") && text.contains(note), "{text}");
    let markdown = matrix::write(&now, &lang, Form::Markdown);
    assert!(markdown.contains(note) && markdown.contains("| TCCI |") && markdown.contains("M 2024 \\["), "{markdown}");
    let csv = matrix::write(&now, &lang, Form::Csv);
    let row = csv.lines().find(|line| line.contains(",tcci,") && line.contains(",TM,")).unwrap();
    assert!(row.contains(",member,yes,2024-03-06,") && row.contains(",high,"), "{row}");
    assert_eq!(csv.lines().count(), 1 + now.rows.len() * now.columns.len());
    let json: serde_json::Value = serde_json::from_str(&matrix::write(&now, &lang, Form::Json)).unwrap();
    assert_eq!(json["note"], note);
    let ots = &json["rows"][0];
    assert_eq!((&ots["institution"], &ots["cells"]["UZ"]["from"]), (&"ots".into(), &"2019-10-14".into()));
    for part in now.parts() {
        for key in &part.part.evidence.sources {
            assert!(json["sources"][key]["label"].is_string(), "{key}");
        }
    }
    assert!(!matrix::write(&table("1992-01-01"), &lang, Form::Text).contains("TRNC"));
}

#[test]
fn cells_say_who_says_so() {
    let now = table("2026-11-23");
    let lang = Lang::default();
    let row = |key: &str| now.rows.iter().find(|row| row.body.key == key).unwrap();
    let told = matrix::told(&now, &lang, row("tcci"), 6).unwrap();
    assert_eq!(told.title, "Turkmenistan in TCCI: member");
    assert!(told.lines[0].starts_with("Since 6 Mar 2024"), "{:?}", told.lines);
    assert!(told.lines.iter().any(|line| line == "Evidence: high"), "{:?}", told.lines);
    assert!(told.lines.iter().any(|line| line.starts_with("News Central Asia")), "{:?}", told.lines);
    let entity = matrix::told(&now, &lang, row("turksoy"), 7).unwrap();
    assert!(
        entity.lines.iter().any(|line| line.contains("recognised as a state only by Türkiye")),
        "{:?}",
        entity.lines
    );
    let none = matrix::told(&now, &lang, row("tif"), 7).unwrap();
    assert!(none.title.ends_with("none found") && none.confidence.is_none(), "{none:?}");
    let unsure = table("2020-06-01");
    let row = unsure.rows.iter().find(|row| row.body.key == "tcci").unwrap();
    let told = matrix::told(&unsure, &lang, row, 0).unwrap();
    assert!(told.lines.iter().any(|line| line.contains("not date this closely")), "{told:?}");
}

fn session() -> Session {
    Session { view: View::Matrix, ..Session::default() }
}

fn compose(session: &Session, page: &Page) -> Sheet {
    map::compose(&WORLD, &BASE, session, &Lang::new(&session.language).unwrap(), page)
}

#[test]
fn a_window_grows_and_a_picture_tells_what_it_leaves_out() {
    let window = compose(&session(), &Page::window(1016.0, 756.0));
    let page = window.scene.size.to_rect();
    assert!(page.height() > 900.0 && window.scene.dropped.is_empty());
    assert_eq!(window.places.len(), 9 + WORLD_ROWS * 10, "heads, and each row with its name");
    for place in &window.places {
        assert!(page.contains_rect(place.rect) && place.rect.height() >= 24.0, "{place:?}");
    }
    let (slide, _) = Page::picture(1920, 1080);
    let sheet = compose(&session(), &slide);
    assert_eq!(sheet.scene.size.height, 1080.0 / 1.0);
    let shown = sheet.places.iter().filter(|place| place.row.is_some() && place.column.is_none()).count();
    assert_eq!(shown + sheet.scene.dropped.len(), WORLD_ROWS);
    assert!(shown >= 18, "{shown}");
    let low = sheet.places.iter().map(|place| place.rect.y1).fold(0.0, f64::max);
    assert!(low <= sheet.frame.y1, "rows end above the notes");
}

/// Institutions in which somebody takes part on the day of the edition.
const WORLD_ROWS: usize = 34;

#[test]
fn the_note_stands_on_the_page_wherever_the_entity_has_a_column() {
    let noted = |session: &Session| {
        let sheet = compose(session, &Page::window(1016.0, 756.0));
        sheet.notes.iter().any(|note| note.contains("541"))
    };
    assert!(noted(&session()));
    assert!(!noted(&Session { as_of: Some(day("1992-01-01")), ..session() }), "no column, no note");
}

/// A canvas with the table, and what it returned.
struct Desk {
    history: History,
    sheet: Sheet,
    canvas: Canvas,
    out: Rc<RefCell<Vec<Command>>>,
}

impl eframe::App for Desk {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let lang = Lang::default();
        let model = support::model(&WORLD, &self.history, &lang, &self.sheet);
        let model = Model { tokens: Theme::Light.tokens(), day: WORLD.as_of(None), ..model };
        theme::install(ui.ctx(), model.tokens, true);
        let mut out = Output::default();
        egui::CentralPanel::no_frame().show(ui, |ui| self.canvas.show(ui, &model, &mut out));
        self.out.borrow_mut().extend(out.commands);
    }
}

/// A window with the table in it.
fn open() -> (Harness<'static, Desk>, Rc<RefCell<Vec<Command>>>) {
    let session = session();
    let sheet = compose(&session, &Page::window(1016.0, 756.0));
    let out = Rc::default();
    let desk = Desk { history: History::new(session), sheet, canvas: Canvas::default(), out: Rc::clone(&out) };
    let mut harness = Harness::builder()
        .with_size(vec2(1016.0, 756.0))
        .with_step_dt(1.0 / 30.0)
        .renderer(Soft::default())
        .with_context_setup(|ctx| ctx.set_fonts(font_definitions()))
        .build_eframe(|_| desk);
    harness.run();
    (harness, out)
}

fn selected(out: &Rc<RefCell<Vec<Command>>>) -> Vec<String> {
    let chosen = |command: Command| match command {
        Command::Change(Change::Select(Some(id))) => id.to_string(),
        other => format!("{other:?}"),
    };
    std::mem::take(&mut *out.borrow_mut()).into_iter().map(chosen).collect()
}

#[test]
fn assistive_technology_reads_a_table() {
    let (harness, _) = open();
    let table = harness.get_by_role(Role::Table);
    assert_eq!(table.accesskit_node().label().as_deref(), Some("Who sits in which Turkic body"));
    assert_eq!(table.query_all_by_role(Role::Row).count(), WORLD_ROWS + 1);
    assert_eq!(table.query_all_by_role(Role::ColumnHeader).count(), 9);
    assert_eq!(table.query_all_by_role(Role::RowHeader).count(), WORLD_ROWS);
    assert_eq!(table.query_all_by_role(Role::Cell).count(), WORLD_ROWS * 9);
    let cell = table.get_by_role_and_label(Role::Cell, "Turkmenistan in TCCI: member");
    let row = cell.accesskit_node().parent().unwrap();
    assert_eq!(row.role(), Role::Row, "each cell lies in its row");
    assert!(cell.accesskit_node().description().is_some_and(|words| words.contains("6 Mar 2024")));
}

#[test]
fn assistive_technology_selects() {
    let (mut harness, out) = open();
    harness.get_by_role_and_label(Role::Cell, "Hungary in TIF: member").click_accesskit();
    harness.run();
    assert_eq!(selected(&out), ["role:HU~tif"], "both the state and the institution");
    harness.get_by_role_and_label(Role::ColumnHeader, "Hungary").click_accesskit();
    harness.run();
    assert_eq!(selected(&out), ["state:HU"]);
}

#[test]
fn the_keyboard_walks_the_cells() {
    let (mut harness, out) = open();
    let press = |harness: &mut Harness<'_, Desk>, key: Key| {
        harness.key_press_modifiers(Modifiers::NONE, key);
        harness.run();
    };
    press(&mut harness, Key::Tab);
    press(&mut harness, Key::Enter);
    assert_eq!(selected(&out), ["state:AZ"], "the first head");
    for key in [Key::ArrowRight, Key::ArrowRight, Key::Enter] {
        press(&mut harness, key);
    }
    assert_eq!(selected(&out), ["state:KG"]);
    for key in [Key::ArrowDown, Key::ArrowDown, Key::Home, Key::Enter] {
        press(&mut harness, key);
    }
    assert_eq!(selected(&out), ["institution:chs"], "the name of the second row");
    for key in [Key::PageDown, Key::PageDown, Key::PageDown, Key::PageDown, Key::Enter] {
        press(&mut harness, key);
    }
    let last = harness.state().sheet.places.last().unwrap().row;
    assert_eq!((selected(&out), last), (vec!["institution:sister-ports".to_owned()], Some(WORLD_ROWS - 1)));
}

#[test]
fn the_pointer_selects_also_below_the_edge_and_on_the_heads_that_stay() {
    let (mut harness, out) = open();
    let click = |harness: &mut Harness<'_, Desk>, x: f32, y: f32| {
        harness.hover_at(pos2(x, y));
        harness.run();
        harness.drag_at(pos2(x, y));
        harness.step();
        harness.drop_at(pos2(x, y));
        harness.run();
    };
    let place = |harness: &Harness<'_, Desk>, row: Option<usize>, column: Option<usize>| {
        let places = &harness.state().sheet.places;
        let at = places.iter().find(|it| it.row == row && it.column == column).unwrap().rect.center();
        (at.x as f32, at.y as f32)
    };
    let (x, y) = place(&harness, Some(0), Some(4));
    click(&mut harness, x, y);
    assert_eq!(selected(&out), ["role:UZ~ots"]);
    // All the way down: what lies at the lower edge of the page is seen.
    harness.hover_at(pos2(x, 400.0));
    for _ in 0..40 {
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Line,
            delta: vec2(0.0, -2.0),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        });
        harness.run_steps(4);
    }
    let up = harness.state().sheet.scene.size.height as f32 - 756.0;
    let (x, y) = place(&harness, Some(WORLD_ROWS - 1), Some(4));
    click(&mut harness, x, y - up);
    assert_eq!(selected(&out), ["role:UZ~sister-ports"]);
    let (x, _) = place(&harness, None, Some(4));
    click(&mut harness, x, 10.0);
    assert_eq!(selected(&out), ["state:UZ"], "the heads stay at the upper edge");
    let right = harness.state().sheet.places[4].rect.x1 as f32 - 10.0;
    click(&mut harness, right, 10.0);
    assert_eq!(orders(&out), [("role:UZ".to_owned(), "facts".to_owned())], "and what sorts stays with them");
}

/// The orders that were asked for.
fn orders(out: &Rc<RefCell<Vec<Command>>>) -> Vec<(String, String)> {
    let order = |command: Command| match command {
        Command::Change(Change::Sort(sorting)) => (sorting.bodies.to_string(), sorting.states.to_string()),
        other => panic!("{other:?}"),
    };
    std::mem::take(&mut *out.borrow_mut()).into_iter().map(order).collect()
}

#[test]
fn the_table_is_sorted_by_keyboard_and_by_assistive_technology() {
    let (mut harness, out) = open();
    let sort = "Sort: states by their role in TIF";
    harness.get_by_role_and_label(Role::Button, sort).click_accesskit();
    harness.run();
    assert_eq!(orders(&out), [("facts".to_owned(), "role:tif".to_owned())]);
    // The first head, then what stands alone: bodies, states, founding; then what sorts in the head.
    for _ in 0..5 {
        harness.key_press_modifiers(Modifiers::NONE, Key::Tab);
        harness.run();
    }
    harness.key_press_modifiers(Modifiers::NONE, Key::Enter);
    harness.run();
    assert_eq!(orders(&out), [("role:AZ".to_owned(), "facts".to_owned())]);
}

#[test]
fn the_command_line_answers_and_its_picture_is_a_view() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("matrix-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let run = |arguments: &str| {
        let mut program = Process::new(env!("CARGO_BIN_EXE_ots-atlas"));
        let output = program.current_dir(&folder).args(arguments.split(' ')).output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let (code, text) = run("matrix --as-of 2019-10-13 --format csv");
    assert!(code == Some(0) && text.contains("2019-10-13,ots,Turkic Council,"), "{text}");
    for file in ["m.png", "m.svg", "m.pdf"] {
        assert_eq!(run(&format!("matrix --area trade --as-of 2022 -o {file}")).0, Some(0), "{file}");
        let bytes = std::fs::read(folder.join(file)).unwrap();
        let opened = ots_atlas::export::Carried::open(&bytes, &WORLD).unwrap_or_else(|why| panic!("{file}: {why}"));
        let session = opened.session;
        assert_eq!((session.view, session.area), (View::Matrix, Some(Area::Trade)), "{file}");
        assert_eq!(session.as_of, Some(day("2022-12-31")));
    }
    assert_eq!(run("export --open m.svg -o again.png").0, Some(0));
    assert_eq!(run("matrix --area everything").0, Some(2));
    let (code, text) = run("matrix --sort role:hungary --sort-states since:TCCI --format csv");
    assert!(code == Some(0) && text.lines().nth(1).is_some_and(|line| line.contains(",tif,")), "{text}");
    assert_eq!(run("matrix --sort role:atlantis").0, Some(1));
    assert_eq!(run("matrix --sort since:KZ -o sorted.png").0, Some(0));
    let bytes = std::fs::read(folder.join("sorted.png")).unwrap();
    let session = ots_atlas::export::Carried::open(&bytes, &WORLD).unwrap().session;
    assert_eq!(session.sorting.bodies, Order::Since("KZ".to_owned()));
    std::fs::remove_dir_all(&folder).unwrap();
}
