//! What several tests share: a window without a window, and pictures to look at.
#![allow(dead_code, reason = "every test uses its own part of this")]

mod soft;

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::LazyLock;

use egui_kittest::{Harness, TestRenderer};
use ots_atlas::date::Day;
use ots_atlas::lang::Lang;
use ots_atlas::map::Sheet;
use ots_atlas::paint::png::{self, Pixels};
use ots_atlas::paint::screen::font_definitions;
use ots_atlas::session::{Bookmarks, History};
use ots_atlas::style::Theme;
use ots_atlas::ui::Model;
use ots_atlas::world::World;
pub use soft::Textures;

/// Paints what a harness shows. Give a clone to `Harness::builder().renderer(…)` and keep one.
#[derive(Clone, Default)]
pub struct Soft(Rc<RefCell<Textures>>);

impl TestRenderer for Soft {
    fn handle_delta(&mut self, delta: &mut egui::TexturesDelta) {
        self.0.borrow_mut().apply(delta);
    }
}

impl Soft {
    /// The last frame of a harness.
    pub fn picture<State>(&self, harness: &Harness<'_, State>) -> Pixels {
        self.output(&harness.ctx, harness.output())
    }

    /// What egui made of a frame.
    fn output(&self, ctx: &egui::Context, output: &egui::FullOutput) -> Pixels {
        let scale = ctx.pixels_per_point();
        let size = (ctx.content_rect().size() * scale).round();
        let primitives = ctx.tessellate(output.shapes.clone(), scale);
        self.0.borrow().paint(&primitives, scale, [size.x as u32, size.y as u32])
    }
}

/// What the panels show where nothing else is going on.
pub fn model<'a>(world: &'a World, history: &'a History, lang: &'a Lang, sheet: &'a Sheet) -> Model<'a> {
    static NONE: LazyLock<Bookmarks> = LazyLock::new(Bookmarks::default);
    Model {
        world,
        history,
        lang,
        tokens: Theme::Light.tokens(),
        day: Day::MIN,
        sheet,
        notices: &[],
        job: None,
        bookmarks: &NONE,
        thumbnails: &[],
        press: None,
        export_path: "",
        survey: None,
        obstacle: None,
        revision: 1,
        reduced_motion: true,
        software: false,
    }
}

/// A window of that many points with the fonts of the atlas, for tests that need no harness.
pub struct Window {
    /// The context, to be asked.
    pub ctx: egui::Context,
    soft: Soft,
    size: egui::Vec2,
    scale: f32,
}

impl Window {
    /// Opens the window.
    pub fn new(width: f32, height: f32, scale: f32) -> Self {
        let ctx = egui::Context::default();
        ctx.set_fonts(font_definitions());
        ctx.set_pixels_per_point(scale);
        Self { ctx, soft: Soft::default(), size: egui::vec2(width, height), scale }
    }

    /// Shows one frame and gives its picture.
    pub fn frame(&mut self, mut show: impl FnMut(&mut egui::Ui)) -> Pixels {
        let mut output = self.run(&mut show);
        self.soft.handle_delta(&mut output.textures_delta);
        self.soft.output(&self.ctx, &output)
    }

    /// Shows one frame.
    pub fn run(&mut self, show: &mut dyn FnMut(&mut egui::Ui)) -> egui::FullOutput {
        let mut input = egui::RawInput {
            screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, self.size)),
            ..egui::RawInput::default()
        };
        if let Some(viewport) = input.viewports.get_mut(&input.viewport_id) {
            viewport.native_pixels_per_point = Some(self.scale);
        }
        self.ctx.set_pixels_per_point(self.scale);
        self.ctx.run_ui(input, show)
    }
}

/// Writes a picture into the folder that `OTS_ATLAS_PICTURES` names, if it names one, for somebody to look at.
pub fn save(name: &str, pixels: &Pixels) {
    if let Some(folder) = std::env::var_os("OTS_ATLAS_PICTURES") {
        let file = png::encode(pixels, &[], None).expect("a picture can be encoded");
        let folder = std::path::PathBuf::from(folder);
        std::fs::create_dir_all(&folder).expect("the folder for pictures can be made");
        std::fs::write(folder.join(format!("{name}.png")), file).expect("a picture can be written");
    }
}

/// How far two pictures of one size differ.
#[derive(Debug)]
pub struct Difference {
    /// Mean difference of a channel, 0 to 255.
    pub mean: f64,
    /// Share of pixels with a channel that differs by more than 32.
    pub far: f64,
}

/// Compares two pictures of one size.
pub fn difference(a: &Pixels, b: &Pixels) -> Difference {
    assert_eq!([a.width, a.height], [b.width, b.height], "pictures of one size");
    let channels = || a.rgba.iter().zip(b.rgba.iter()).map(|(a, b)| a.abs_diff(*b));
    let far = a.rgba.chunks_exact(4).zip(b.rgba.chunks_exact(4));
    let far = far.filter(|(a, b)| a.iter().zip(*b).any(|(a, b)| a.abs_diff(*b) > 32)).count();
    Difference {
        mean: channels().map(f64::from).sum::<f64>() / a.rgba.len() as f64,
        far: far as f64 / (a.rgba.len() / 4) as f64,
    }
}
