//! Outlines of shaped text, from the bundled font.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use kurbo::{Affine, BezPath, Cap, Join, Stroke, StrokeOpts};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use crate::scene::{Run, face};

/// An instance of the font: weight, and whether it is the italic one.
type Look = (u16, bool);

/// Outlines by look and glyph, in font units with y up.
type Outlines = BTreeMap<(Look, u32), Arc<BezPath>>;

/// Glyphs that were drawn before. The bundled font has some 2 900 glyphs, of which an atlas uses 300.
static OUTLINES: LazyLock<Mutex<Outlines>> = LazyLock::new(Mutex::default);

/// Units of the em square of the bundled font, upright and italic.
static UNITS: LazyLock<[f64; 2]> = LazyLock::new(|| {
    [false, true].map(|italic| {
        FontRef::new(face(italic)).map_or(2048.0, |font| {
            let metrics = font.metrics(Size::unscaled(), LocationRef::default());
            f64::from(metrics.units_per_em)
        })
    })
});

/// Halos by look, glyph and reach in font units.
type Halos = BTreeMap<(Look, u32, u32), Arc<BezPath>>;

/// Halos that were laid before: the same letters come again and again, and to lay one takes longer than to fill it.
static HALOS: LazyLock<Mutex<Halos>> = LazyLock::new(Mutex::default);

/// So many halos are kept; beyond, all are laid anew.
const KEPT: usize = 4096;

/// How far the edge of a halo may stray, in font units: a fifth of a pixel at a hundred pixels to the em.
const STRAY: f64 = 4.0;

/// Halos reach a multiple of this, in font units: what nobody sees is not laid anew for every size of letters.
const STEP: f64 = 8.0;

/// The letters of a run as one path in points, y down, about the left end of its baseline.
pub(super) fn outline(run: &Run) -> BezPath {
    let look = (run.font.weight, run.font.italic);
    let mut known = OUTLINES.lock().unwrap_or_else(PoisonError::into_inner);
    let of = |id: u32| Arc::clone(known.entry((look, id)).or_insert_with(|| Arc::new(draw(look, id))));
    let shapes = run.glyphs.iter().map(|glyph| glyph.id).map(of).collect();
    drop(known);
    placed(run, shapes)
}

/// The halo of a run that reaches so many points to each side of its letters, as [`outline`] has them: to be filled
/// where the path winds at all.
pub(super) fn halo(run: &Run, reach: f64) -> BezPath {
    let look = (run.font.weight, run.font.italic);
    let units = UNITS[usize::from(run.font.italic)] / f64::from(run.font.size);
    let reach = ((reach * units / STEP).round().max(1.0) * STEP) as u32;
    let style = Stroke::new(2.0 * f64::from(reach)).with_caps(Cap::Round).with_join(Join::Round);
    let lay = |id: u32| Arc::new(kurbo::stroke(draw(look, id), &style, &StrokeOpts::default(), STRAY));
    let mut known = HALOS.lock().unwrap_or_else(PoisonError::into_inner);
    if known.len() > KEPT {
        known.clear();
    }
    let of = |id: u32| Arc::clone(known.entry((look, id, reach)).or_insert_with(|| lay(id)));
    let shapes = run.glyphs.iter().map(|glyph| glyph.id).map(of).collect();
    drop(known);
    placed(run, shapes)
}

/// The shapes of the glyphs of a run in their places, in points.
fn placed(run: &Run, shapes: Vec<Arc<BezPath>>) -> BezPath {
    let mut whole = BezPath::new();
    let scale = f64::from(run.font.size) / UNITS[usize::from(run.font.italic)];
    for (glyph, shape) in run.glyphs.iter().zip(shapes) {
        let place =
            Affine::translate((f64::from(glyph.x), f64::from(glyph.y))) * Affine::scale_non_uniform(scale, -scale);
        whole.extend(shape.iter().map(|element| place * element));
    }
    whole
}

/// Draws one glyph in font units.
fn draw((weight, italic): Look, id: u32) -> BezPath {
    let mut pen = Pen(BezPath::new());
    let Ok(font) = FontRef::new(face(italic)) else { return pen.0 };
    let location = font.axes().location([("wght", f32::from(weight)), ("opsz", 14.0)]);
    if let Some(glyph) = font.outline_glyphs().get(GlyphId::new(id)) {
        // A glyph that cannot be drawn stays blank; the font is our own and the tests draw all of it.
        let _ = glyph.draw(DrawSettings::unhinted(Size::unscaled(), &location), &mut pen);
    }
    pen.0
}

/// Collects an outline.
struct Pen(BezPath);

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to((f64::from(x), f64::from(y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to((f64::from(x), f64::from(y)));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.quad_to((f64::from(cx), f64::from(cy)), (f64::from(x), f64::from(y)));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let [a, b, end] = [(ax, ay), (bx, by), (x, y)].map(|(x, y)| (f64::from(x), f64::from(y)));
        self.0.curve_to(a, b, end);
    }

    fn close(&mut self) {
        self.0.close_path();
    }
}
