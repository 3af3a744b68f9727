//! The canvas: clicks, drags, the wheel and the keyboard become commands, and every feature can be reached.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

mod support;

use std::cell::RefCell;
use std::rc::Rc;

use egui::{Key, Modifiers, Pos2, Vec2, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use kurbo::Shape as _;
use ots_atlas::command::Command;
use ots_atlas::lang::Lang;
use ots_atlas::map::Sheet;
use ots_atlas::paint::hit::Hits;
use ots_atlas::paint::screen::font_definitions;
use ots_atlas::projection::Viewport;
use ots_atlas::scene::{Affine, BezPath, Color, Group, Rect, Scene, Size, Stroke, Tag};
use ots_atlas::session::{Change, History, Session};
use ots_atlas::style::Theme;
use ots_atlas::ui::canvas::Canvas;
use ots_atlas::ui::{Model, Output, theme};
use ots_atlas::world::{Id, Kind, World};
use support::{Soft, save};

const WIDTH: f64 = 800.0;
const HEIGHT: f64 = 600.0;
const FRAME: Rect = Rect::new(0.0, 84.0, WIDTH, 520.0);

/// Two states, a line, a node and a seat; a legend below.
fn sheet() -> Sheet {
    let t = Theme::Light.tokens();
    let tag = |words: &str| Some(Tag::from(words));
    let mut map = Group::clipped("map", FRAME);
    map.path(FRAME.to_path(0.1), Some(t.water), None, None);
    map.path(Rect::new(100.0, 150.0, 300.0, 350.0).to_path(0.1), Some(t.member), None, tag("state:TR"));
    map.path(Rect::new(400.0, 120.0, 900.0, 400.0).to_path(0.1), Some(t.member), None, tag("state:KZ"));
    let mut line = BezPath::new();
    line.move_to((200.0, 440.0));
    line.line_to((400.0, 460.0));
    line.line_to((600.0, 440.0));
    map.path(line, None, Some(Stroke::solid(1.5, t.cor)), tag("segment:KZ01"));
    map.path(kurbo::Circle::new((200.0, 440.0), 2.7).to_path(0.1), Some(t.casing), None, tag("node:kz_aktau"));
    map.path(Rect::new(193.0, 193.0, 207.0, 207.0).to_path(0.1), Some(t.seat), None, tag("institution:tif"));
    map.path(Rect::new(1000.0, 193.0, 1007.0, 207.0).to_path(0.1), Some(t.seat), None, tag("institution:far"));
    let mut furniture = Group::new("furniture");
    let legend = Rect::new(24.0, 530.0, 400.0, 550.0).to_path(0.1);
    furniture.path(legend, Some(t.member), None, tag("furniture:legend"));
    let mut root = Group::new("page");
    root.group(map);
    root.group(furniture);
    let scene = Scene {
        size: Size::new(WIDTH, HEIGHT),
        background: Color::rgb(251, 249, 244),
        title: "Two states".to_owned(),
        description: "Two states and a line between them.".to_owned(),
        lang: "en".to_owned(),
        root,
        dropped: Vec::new(),
    };
    Sheet {
        scene,
        frame: FRAME,
        free: Rect::ZERO,
        affine: Affine::IDENTITY,
        viewport: Viewport { center: [52.0, 44.0], km_per_point: 5.0 },
        strips: 0,
        sources: Vec::new(),
        notes: Vec::new(),
        summary: String::new(),
        places: Vec::new(),
        sorters: Vec::new(),
    }
}

/// A canvas, what it shows and what it returned.
struct Desk {
    world: World,
    history: History,
    sheet: Sheet,
    canvas: Canvas,
    theme: Theme,
    software: bool,
    out: Rc<RefCell<Output>>,
}

impl eframe::App for Desk {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }
}

impl Desk {
    fn new() -> Self {
        Self {
            world: World::default(),
            history: History::new(Session::default()),
            sheet: sheet(),
            canvas: Canvas::default(),
            theme: Theme::Light,
            software: false,
            out: Rc::default(),
        }
    }

    fn show(&mut self, ui: &mut egui::Ui) {
        let lang = Lang::default();
        let model = Model {
            tokens: self.theme.tokens(),
            software: self.software,
            ..support::model(&self.world, &self.history, &lang, &self.sheet)
        };
        theme::install(ui.ctx(), model.tokens, true);
        let mut out = Output::default();
        egui::CentralPanel::no_frame().show(ui, |ui| self.canvas.show(ui, &model, &mut out));
        let mut all = self.out.borrow_mut();
        all.commands.extend(out.commands);
        all.room = out.room;
    }
}

type Returned = Rc<RefCell<Output>>;

/// A window with the canvas in it; the page begins at its upper left corner.
fn open(desk: Desk, size: Vec2) -> (Harness<'static, Desk>, Returned) {
    let out = Rc::clone(&desk.out);
    let mut harness = Harness::builder()
        .with_size(size)
        .with_step_dt(1.0 / 30.0)
        .renderer(Soft::default())
        .with_context_setup(|ctx| ctx.set_fonts(font_definitions()))
        .build_eframe(|_| desk);
    harness.run();
    (harness, out)
}

/// Where a thing is on screen.
fn place(tag: &str) -> Pos2 {
    let at = Hits::new(&sheet().scene).point_on(tag).unwrap_or_else(|| panic!("{tag} cannot be hit"));
    pos2(at.x as f32, at.y as f32)
}

fn click(harness: &mut Harness<'_, Desk>, at: Pos2) {
    harness.hover_at(at);
    harness.run();
    harness.drag_at(at);
    harness.step();
    harness.drop_at(at);
    harness.run();
}

fn selects(kind: Kind, key: &str) -> Command {
    Command::Change(Change::Select(Some(Id::new(kind, key))))
}

/// What was returned since the last question.
fn taken(out: &Returned) -> Vec<Command> {
    std::mem::take(&mut out.borrow_mut().commands)
}

const WINDOW: Vec2 = vec2(WIDTH as f32, HEIGHT as f32);

#[test]
fn a_click_selects_what_lies_there() {
    let (mut harness, out) = open(Desk::new(), WINDOW);
    for (tag, kind, key) in [
        ("state:KZ", Kind::State, "KZ"),
        ("segment:KZ01", Kind::Segment, "KZ01"),
        ("node:kz_aktau", Kind::Node, "kz_aktau"),
        ("institution:tif", Kind::Institution, "tif"),
    ] {
        click(&mut harness, place(tag));
        assert_eq!(taken(&out), [selects(kind, key)], "{tag}");
    }
}

#[test]
fn a_click_on_the_empty_map_clears_the_selection_and_one_on_the_legend_does_not() {
    let (mut harness, out) = open(Desk::new(), WINDOW);
    let empty = pos2(350.0, 300.0);
    click(&mut harness, empty);
    assert_eq!(taken(&out), [], "there was nothing to clear");
    harness.state_mut().history.apply(Change::Select(Some(Id::new(Kind::State, "KZ"))));
    click(&mut harness, pos2(200.0, 540.0));
    assert_eq!(taken(&out), [], "the legend names no thing");
    click(&mut harness, empty);
    assert_eq!(taken(&out), [Command::Change(Change::Select(None))]);
}

#[test]
fn a_drag_pans_by_as_much_as_the_hand_moved_and_selects_nothing() {
    let (mut harness, out) = open(Desk::new(), WINDOW);
    let from = place("state:KZ");
    harness.hover_at(from);
    harness.run();
    harness.drag_at(from);
    harness.step();
    for step in 1..=10_u8 {
        harness.hover_at(from + vec2(6.0, -3.0) * f32::from(step));
        harness.step();
    }
    harness.drop_at(from + vec2(60.0, -30.0));
    harness.run();
    let mut sum = [0.0, 0.0];
    for command in taken(&out) {
        let Command::Pan([right, down]) = command else { panic!("{command:?} while dragging") };
        sum = [sum[0] + right, sum[1] + down];
    }
    assert!((sum[0] - 60.0).abs() < 0.5 && (sum[1] + 30.0).abs() < 0.5, "moved by {sum:?}");
}

#[test]
fn a_drag_that_begins_beside_the_map_moves_nothing() {
    let (mut harness, out) = open(Desk::new(), WINDOW);
    let from = pos2(300.0, 40.0);
    harness.hover_at(from);
    harness.run();
    harness.drag_at(from);
    harness.step();
    harness.hover_at(from + vec2(0.0, 200.0));
    harness.step();
    harness.drop_at(from + vec2(0.0, 200.0));
    harness.run();
    assert_eq!(taken(&out), []);
}

/// One notch of a wheel, forwards for 1.
fn wheel(harness: &mut Harness<'_, Desk>, notches: f32) {
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Line,
        delta: vec2(0.0, notches),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    harness.run_steps(12);
}

#[test]
fn the_wheel_zooms_about_the_pointer() {
    let (mut harness, out) = open(Desk::new(), WINDOW);
    for (notches, closer) in [(1.0, true), (-1.0, false)] {
        harness.hover_at(pos2(500.0, 200.0));
        harness.run();
        wheel(&mut harness, notches);
        let commands = taken(&out);
        let mut product = 1.0;
        for command in &commands {
            let Command::Zoom { factor, about } = command else { panic!("{command:?} for the wheel") };
            assert_eq!(*about, Some([500.0, 200.0]));
            product *= factor;
        }
        assert!(if closer { product > 1.15 && product < 1.6 } else { product < 0.87 && product > 0.6 }, "{product}");
    }
    harness.hover_at(pos2(500.0, 560.0));
    harness.run();
    wheel(&mut harness, 1.0);
    assert_eq!(taken(&out), [], "beside the map the wheel does nothing");
}

#[test]
fn a_double_click_zooms_in() {
    let (mut harness, out) = open(Desk::new(), WINDOW);
    let at = pos2(350.0, 300.0);
    harness.hover_at(at);
    harness.run();
    for _ in 0..2 {
        harness.drag_at(at);
        harness.step();
        harness.drop_at(at);
        harness.step();
    }
    harness.run();
    assert_eq!(taken(&out), [Command::Zoom { factor: 2.0, about: Some([350.0, 300.0]) }]);
}

#[test]
fn the_zoom_buttons_do_what_they_say() {
    let (mut harness, out) = open(Desk::new(), WINDOW);
    for (name, closer) in [("Zoom in", Some(true)), ("Zoom out", Some(false)), ("Whole OTS", None)] {
        harness.get_by_label(name).click();
        harness.run();
        match (taken(&out).as_slice(), closer) {
            ([Command::Zoom { factor, about: None }], Some(closer)) => assert_eq!(*factor > 1.0, closer),
            ([Command::Home], None) => {}
            (commands, _) => panic!("{name} gave {commands:?}"),
        }
    }
}

#[test]
fn every_feature_on_the_map_is_a_button_of_its_own() {
    let mut desk = Desk::new();
    desk.history.apply(Change::Select(Some(Id::new(Kind::State, "KZ"))));
    let (mut harness, out) = open(desk, WINDOW);
    for (name, kind, key) in
        [("TR", Kind::State, "TR"), ("tif", Kind::Institution, "tif"), ("kz_aktau", Kind::Node, "kz_aktau")]
    {
        let node = harness.get_by_label(name);
        let rect = node.rect();
        assert!(rect.width() >= 24.0 && rect.height() >= 24.0, "{name} is {rect:?}");
        assert_eq!(node.accesskit_node().toggled(), Some(egui::accesskit::Toggled::False));
        node.click_accesskit();
        harness.run();
        assert_eq!(taken(&out), [selects(kind, key)]);
    }
    let selected = harness.get_by_label("KZ");
    assert_eq!(selected.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
    assert!(selected.rect().right() <= WIDTH as f32, "only what is seen of it: {:?}", selected.rect());
    assert!(harness.query_by_label("far").is_none(), "what is off the map is not offered");
}

#[test]
fn tab_walks_the_features_and_enter_opens_them() {
    let (mut harness, out) = open(Desk::new(), WINDOW);
    harness.key_press(Key::Tab);
    harness.run();
    let mut opened = Vec::new();
    for _ in 0..5 {
        harness.key_press(Key::Tab);
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        opened.extend(taken(&out));
    }
    let expected = [
        selects(Kind::State, "TR"),
        selects(Kind::State, "KZ"),
        selects(Kind::Institution, "tif"),
        selects(Kind::Node, "kz_aktau"),
        selects(Kind::Segment, "KZ01"),
    ];
    assert_eq!(opened, expected);
    harness.key_press(Key::ArrowRight);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(taken(&out), [selects(Kind::Segment, "KZ01")], "arrows leave the focus where it is");
}

#[test]
fn a_tooltip_comes_after_a_rest() {
    let (mut harness, _) = open(Desk::new(), WINDOW);
    harness.hover_at(place("state:KZ"));
    harness.step();
    harness.step();
    let named = |harness: &Harness<'_, Desk>| harness.query_all_by_label("KZ").count();
    assert_eq!(named(&harness), 1, "only the feature itself");
    harness.run_steps(12);
    assert_eq!(named(&harness), 2, "the tooltip too");
    harness.hover_at(pos2(350.0, 300.0));
    harness.run_steps(3);
    assert_eq!(named(&harness), 1);
}

#[test]
fn no_size_of_the_window_is_too_much() {
    for size in [vec2(1.0, 1.0), vec2(1.0, 700.0), vec2(700.0, 1.0), vec2(1024.0, 640.0), vec2(4000.0, 90.0)] {
        let (mut harness, _) = open(Desk::new(), size);
        harness.run();
    }
    for width in [0.0, f64::NAN, -10.0, 1e9] {
        let mut desk = Desk::new();
        desk.sheet.frame = Rect::new(0.0, 84.0, width, 520.0);
        desk.sheet.scene.size = Size::new(width, 600.0);
        let (mut harness, _) = open(desk, WINDOW);
        harness.hover_at(pos2(30.0, 100.0));
        harness.run();
    }
}

#[test]
fn the_room_for_the_page_is_told() {
    let (_, out) = open(Desk::new(), vec2(640.0, 480.0));
    assert_eq!(out.borrow().room, Some(Size::new(640.0, 480.0)));
}

#[test]
fn both_means_of_painting_show_the_page() {
    for (theme, software, name) in [
        (Theme::Light, false, "canvas-light"),
        (Theme::Dark, false, "canvas-dark"),
        (Theme::Light, true, "canvas-software"),
    ] {
        let soft = Soft::default();
        let mut harness = Harness::builder()
            .with_size(WINDOW)
            .renderer(soft.clone())
            .with_context_setup(|ctx| ctx.set_fonts(font_definitions()))
            .build_eframe(|_| Desk { theme, software, ..Desk::new() });
        harness.hover_at(place("state:TR"));
        harness.run_steps(20);
        let picture = soft.picture(&harness);
        save(name, &picture);
        let (at, member) = ((300 * WIDTH as usize + 500) * 4, Theme::Light.tokens().member);
        assert_eq!(picture.rgba[at..at + 3], [member.r, member.g, member.b], "{name}");
    }
}
