//! Shaped text: glyphs and their places, from the one bundled font, for every painter alike.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use harfrust::{
    Feature, Script, ShapeOptions, ShapePlan, ShaperData, ShaperInstance, Tag, UnicodeBuffer, Variation, script,
};
use skrifa::FontRef;
use skrifa::MetadataProvider as _;

use crate::assets;

/// A size and a look of the bundled font.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Font {
    /// Height of the em square in points.
    pub size: f32,
    /// Weight, 100 to 900.
    pub weight: u16,
    /// Slanted letters, for water.
    pub italic: bool,
    /// Digits of one width, for columns of figures.
    pub tabular: bool,
    /// Added after every letter, in points.
    pub tracking: f32,
}

/// One glyph of a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// Index in the font file.
    pub id: u32,
    /// Place right of the start of the run, in points.
    pub x: f32,
    /// Place below the baseline, in points.
    pub y: f32,
    /// Byte of the text at which the letter begins that this glyph belongs to.
    pub cluster: u32,
}

/// A line of text, shaped.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The text as it is to be read.
    pub text: String,
    /// Font it is set in.
    pub font: Font,
    /// Its glyphs from left to right.
    pub glyphs: Vec<Glyph>,
    /// Advance of the whole run in points.
    pub width: f32,
}

impl Font {
    /// Upright letters of a size and weight, proportional digits.
    #[must_use]
    pub const fn new(size: f32, weight: u16) -> Self {
        Self { size, weight, italic: false, tabular: false, tracking: 0.0 }
    }

    /// The same with letter spacing in points.
    #[must_use]
    pub const fn tracked(self, tracking: f32) -> Self {
        Self { tracking, ..self }
    }

    /// The same, slanted.
    #[must_use]
    pub const fn italic(self) -> Self {
        Self { italic: true, ..self }
    }

    /// The same with digits of one width.
    #[must_use]
    pub const fn tabular(self) -> Self {
        Self { tabular: true, ..self }
    }

    /// The same at another size; tracking grows with it.
    #[must_use]
    pub fn scaled(self, factor: f32) -> Self {
        Self { size: self.size * factor, tracking: self.tracking * factor, ..self }
    }

    /// Height above and depth below the baseline that letters of this size take, in points.
    #[must_use]
    pub fn extent(self) -> (f32, f32) {
        (self.size * 0.97, self.size * 0.24)
    }

    /// Height of capitals in points.
    #[must_use]
    pub fn cap_height(self) -> f32 {
        self.size * 0.727
    }
}

/// The two files of the font, read once.
struct Face {
    font: FontRef<'static>,
    shaper: ShaperData,
}

/// Path of the font file, upright or italic.
#[must_use]
pub fn face(italic: bool) -> &'static [u8] {
    assets::bytes(if italic { "fonts/InterVariable-Italic.ttf" } else { "fonts/InterVariable.ttf" })
}

static FACES: LazyLock<[Option<Face>; 2]> = LazyLock::new(|| {
    [false, true].map(|italic| {
        let font = FontRef::new(face(italic)).ok()?;
        let shaper = ShaperData::new(&font);
        Some(Face { font, shaper })
    })
});

/// Runs that were shaped before; panning asks for the same labels in every frame.
static CACHE: LazyLock<Mutex<Cache>> = LazyLock::new(Mutex::default);

/// Runs by font and text.
type Cache = HashMap<Key, HashMap<String, Arc<Run>>>;

/// A font as a key of the cache: sizes to a 256th of a point.
type Key = (i32, i32, u16, bool, bool);

/// What tells a font from another.
fn key(font: Font) -> Key {
    let fixed = |v: f32| (v * 256.0).round() as i32;
    (fixed(font.size), fixed(font.tracking), font.weight, font.italic, font.tabular)
}

/// Runs of a font that the cache holds at most before it starts anew.
const CACHE_LIMIT: usize = 1024;

/// Fonts of which it holds runs at most: those of a page are some thirty.
const FONTS_LIMIT: usize = 256;

/// Shapes one line of text.
pub fn shape(text: &str, font: Font) -> Arc<Run> {
    let key = key(font);
    if let Some(run) = CACHE.lock().ok().and_then(|cache| cache.get(&key)?.get(text).map(Arc::clone)) {
        return run;
    }
    // Nobody else waits while letters are shaped.
    let run = Arc::new(shape_anew(text, font));
    let Ok(mut cache) = CACHE.lock() else { return run };
    let runs = cache.entry(key).or_default();
    if runs.len() >= CACHE_LIMIT {
        runs.clear();
    }
    runs.insert(text.to_owned(), Arc::clone(&run));
    if cache.len() > FONTS_LIMIT {
        cache.clear();
    }
    run
}

/// Shapes without asking the cache.
fn shape_anew(text: &str, font: Font) -> Run {
    let mut run = Run { text: text.to_owned(), font, glyphs: Vec::new(), width: 0.0 };
    let Some(face) = &FACES[usize::from(font.italic)] else { return run };
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    let setting = setting(face, font, &buffer);
    let shaper = face.shaper.shaper(&face.font).instance(Some(&setting.instance)).build();
    let options = ShapeOptions::new().plan(Some(&setting.plan)).features(&setting.features);
    let glyphs = shaper.shape(buffer, options);
    let scale = font.size / shaper.units_per_em() as f32;
    let mut x = 0.0;
    for (info, place) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
        let [dx, dy, advance] = [place.x_offset, place.y_offset, place.x_advance].map(|v| v as f32 * scale);
        run.glyphs.push(Glyph { id: info.glyph_id, x: x + dx, y: -dy, cluster: info.cluster });
        x += advance + font.tracking;
    }
    run.width = (x - font.tracking).max(0.0);
    run
}

/// What is made ready to shape lines of one look and script; it takes as long as shaping a line.
struct Setting {
    instance: ShaperInstance,
    features: Vec<Feature>,
    plan: ShapePlan,
}

/// Settings by weight, script, and whether letters are slanted, spaced, or have digits of one width.
type Settings = BTreeMap<(u16, Script, [bool; 3]), Arc<Setting>>;

/// Settings that were made before: a handful.
static SETTINGS: LazyLock<Mutex<Settings>> = LazyLock::new(Mutex::default);

/// The setting for a text; its script decides where it runs to.
fn setting(face: &Face, font: Font, text: &UnicodeBuffer) -> Arc<Setting> {
    let make = || {
        let axes = [(b"wght", f32::from(font.weight)), (b"opsz", 14.0)];
        let axes = axes.map(|(tag, value)| Variation { tag: Tag::new(tag), value });
        let instance = ShaperInstance::from_variations(&face.font, axes);
        // Letter spacing forbids contextual forms that assume neighbours; tabular digits are a feature of the font.
        let mut features = vec![Feature::new(Tag::new(b"calt"), u32::from(font.tracking == 0.0), ..)];
        if font.tabular {
            features.push(Feature::new(Tag::new(b"tnum"), 1, ..));
        }
        let shaper = face.shaper.shaper(&face.font).instance(Some(&instance)).build();
        let script = Some(text.script()).filter(|it| *it != script::UNKNOWN);
        let plan = ShapePlan::new(&shaper, text.direction(), script, text.language().as_ref(), &features);
        Arc::new(Setting { instance, features, plan })
    };
    let key = (font.weight, text.script(), [font.italic, font.tracking != 0.0, font.tabular]);
    let mut settings = SETTINGS.lock().unwrap_or_else(PoisonError::into_inner);
    Arc::clone(settings.entry(key).or_insert_with(make))
}

/// Paragraphs that were broken before.
static BROKEN: LazyLock<Mutex<Broken>> = LazyLock::new(Mutex::default);

/// Lines by font and width, and text.
type Broken = HashMap<(Key, u32), HashMap<String, Vec<Arc<Run>>>>;

/// Paragraphs of a font and width that are kept at most before they are thrown away, and such fonts and widths.
const BROKEN_LIMIT: usize = 256;

/// Breaks a text at spaces into lines no wider than `width` points; a single longer word keeps a line of its own.
#[must_use]
pub fn break_lines(text: &str, font: Font, width: f32) -> Vec<Arc<Run>> {
    let key = (key(font), width.to_bits());
    if let Some(lines) = BROKEN.lock().ok().and_then(|broken| broken.get(&key)?.get(text).cloned()) {
        return lines;
    }
    let lines = break_anew(text, font, width);
    let Ok(mut broken) = BROKEN.lock() else { return lines };
    let paragraphs = broken.entry(key).or_default();
    if paragraphs.len() >= BROKEN_LIMIT {
        paragraphs.clear();
    }
    paragraphs.insert(text.to_owned(), lines.clone());
    if broken.len() > BROKEN_LIMIT {
        broken.clear();
    }
    lines
}

/// Breaks a text without asking what is known: it is measured as a whole, and shaped line by line.
fn break_anew(text: &str, font: Font, width: f32) -> Vec<Arc<Run>> {
    let whole = shape_anew(text, font);
    let reach = |offset: usize| {
        let before = whole.glyphs.partition_point(|glyph| (glyph.cluster as usize) < offset);
        whole.glyphs.get(before).map_or(whole.width, |glyph| glyph.x)
    };
    let mut lines = Vec::new();
    let mut line = 0..0;
    for end in text.match_indices(' ').map(|(at, _)| at).chain([text.len()]) {
        // Letter spacing follows every letter but the last one of a line.
        let after = if end < text.len() { font.tracking } else { 0.0 };
        if !line.is_empty() && reach(end) - after - reach(line.start) > width {
            let next = line.end + 1;
            lines.push(shape(&text[line], font));
            line = next..next;
        }
        line.end = end;
    }
    if !line.is_empty() {
        lines.push(shape(&text[line], font));
    }
    lines
}

/// A run that is cut with an ellipsis where it is wider than a width.
#[must_use]
pub fn elided(text: &str, font: Font, room: f32) -> Arc<Run> {
    let run = shape(text, font);
    if run.width <= room {
        return run;
    }
    let dots = shape("…", font).width;
    let end = run.glyphs.iter().take_while(|g| g.x + font.size * 0.7 + dots <= room).last();
    let cut = end.map_or(0, |g| g.cluster as usize);
    let kept = text.get(..cut).unwrap_or_default().trim_end();
    shape(&format!("{kept}…"), font)
}

/// Letters of a text that the bundled font cannot draw.
#[must_use]
pub fn missing_letters(text: &str) -> Vec<char> {
    let Some(face) = &FACES[0] else { return text.chars().collect() };
    let map = face.font.charmap();
    text.chars().filter(|c| !c.is_control() && map.map(*c).is_none()).collect()
}

/// The words of a text that the bundled font can draw: names in Chinese, Georgian, Armenian or Arabic letters are left out.
#[must_use]
pub fn legible(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').filter(|word| missing_letters(word).is_empty()).collect();
    words.join(" ").trim_start_matches(['/', ' ']).to_owned()
}
