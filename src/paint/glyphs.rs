//! Outlines of shaped text, from the bundled font.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use kurbo::{Affine, BezPath, PathEl, Point, Rect, Vec2};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use crate::scene::{Glyph, Lines, Run, face};

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

/// Letters and halos without curves by look, glyph, reach in font units (0 for the letter itself), and the power of two
/// of the font units that they may stray.
type Straight = BTreeMap<(Look, u32, u32, u32), Arc<Lines>>;

/// Letters and halos that were laid before: the same ones come again and again, and to lay a halo takes longer than to
/// fill it.
static STRAIGHT: LazyLock<Mutex<Straight>> = LazyLock::new(Mutex::default);

/// So many of them are kept; beyond, all are laid anew.
const KEPT: usize = 8192;

/// How far an edge may stray, in pixels.
const FLATNESS: f64 = 0.2;

/// Halos reach a multiple of this, in font units: what nobody sees is not laid anew for every size of letters.
const STEP: f64 = 8.0;

/// The letters of a run as one path in points, y down, about the left end of its baseline.
pub(super) fn outline(run: &Run) -> BezPath {
    let look = (run.font.weight, run.font.italic);
    let mut known = OUTLINES.lock().unwrap_or_else(PoisonError::into_inner);
    let mut whole = BezPath::new();
    for glyph in &run.glyphs {
        let shape = known.entry((look, glyph.id)).or_insert_with(|| Arc::new(draw(look, glyph.id)));
        let to = place(run, glyph);
        whole.extend(shape.iter().map(|element| to * element));
    }
    whole
}

/// Adds the letters of a run to a path in pixels without curves, brought there from points about the left end of its
/// baseline; with a reach, it is their halo of so many points to each side, to be filled where the path winds at all.
pub(super) fn trace(run: &Run, reach: f64, to: Affine, path: &mut BezPath) {
    let look = (run.font.weight, run.font.italic);
    let units = UNITS[usize::from(run.font.italic)] / f64::from(run.font.size);
    let pixels = to.determinant().abs().sqrt() / units;
    let coarse = (FLATNESS / pixels).log2().round().clamp(0.0, 6.0) as u32;
    let reach = if reach > 0.0 { ((reach * units / STEP).round().max(1.0) * STEP) as u32 } else { 0 };
    let mut known = STRAIGHT.lock().unwrap_or_else(PoisonError::into_inner);
    if known.len() > KEPT {
        known.clear();
    }
    for glyph in &run.glyphs {
        let lay = || Arc::new(straight(&draw(look, glyph.id), reach, coarse));
        let shape = known.entry((look, glyph.id, reach, coarse)).or_insert_with(lay);
        let to = to * place(run, glyph);
        for ring in shape.subpaths() {
            let mut points = ring.points.iter().map(|p| to * *p);
            path.extend(points.next().map(PathEl::MoveTo));
            path.extend(points.map(PathEl::LineTo));
            path.close_path();
        }
    }
}

/// An outline in font units without curves, or that of the letter with the halo about it.
fn straight(outline: &BezPath, reach: u32, coarse: u32) -> Lines {
    let stray = f64::from(coarse).exp2();
    let mut rings: Vec<Vec<Point>> = Vec::new();
    kurbo::flatten(outline, stray, |element| match (element, rings.last_mut()) {
        (PathEl::MoveTo(p), _) => rings.push(vec![p]),
        (PathEl::LineTo(p), Some(ring)) => ring.push(p),
        _ => {}
    });
    rings.iter_mut().for_each(open);
    rings.retain(|ring| ring.len() > 2);
    let mut straight = Lines::default();
    if reach == 0 {
        rings.into_iter().for_each(|ring| straight.add(ring, true, 1));
        straight.shrink();
        return straight;
    }
    // All rings have their ink on the same side: that of the largest one lies inside of it.
    let size = |ring: &Vec<Point>| -> f64 { edges(ring).map(|(a, b)| a.to_vec2().cross(b.to_vec2())).sum() };
    let largest = rings.iter().map(size).max_by(|a, b| a.abs().total_cmp(&b.abs())).unwrap_or_default();
    let reach = f64::from(reach);
    for ring in &rings {
        let bounds = ring.iter().fold(Rect::from_points(ring[0], ring[0]), |all, p| all.union_pt(*p));
        let is_filled = size(ring) * largest < 0.0 && bounds.width().min(bounds.height()) <= 2.0 * reach;
        if !is_filled {
            straight.add(widened(ring, reach * largest.signum(), stray / 2.0), true, 1);
        }
    }
    straight.shrink();
    straight
}

/// Leaves out points that lie on the one before.
fn open(ring: &mut Vec<Point>) {
    ring.dedup();
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
}

/// The edges of a ring, the one to its first point first.
fn edges(ring: &[Point]) -> impl Iterator<Item = (Point, Point)> + Clone {
    let before = ring.last().into_iter().chain(ring);
    before.copied().zip(ring.iter().copied())
}

/// A ring whose every edge is moved to its right by a reach, to its left by one below zero. The letter,
/// the strips that its edges pass and the pies about its corners are all wound the same way, so that whatever winds at
/// all is what lies within the reach. Arcs may stray.
fn widened(ring: &[Point], reach: f64, stray: f64) -> Vec<Point> {
    let step = 2.0 * (1.0 - stray / reach.abs()).clamp(-1.0, 1.0).acos();
    let mut points = Vec::with_capacity(ring.len() * 3);
    let mut go = |p: Point| points.push(p);
    for ((from, corner), (_, to)) in edges(ring).zip(edges(ring).cycle().skip(1)) {
        let aside = |along: Vec2| along.turn_90() * (-reach / along.hypot());
        let [before, after] = [corner - from, to - corner];
        let [was, is] = [before, after].map(aside);
        let turn = was.cross(is).atan2(was.dot(is));
        let is_outward = turn * reach > 0.0;
        // Strips that overlap at a corner meet there, if they are long enough.
        let is_long = || reach.abs() * (turn / 2.0).tan().abs() < 0.45 * before.hypot().min(after.hypot());
        let is_one = if is_outward { turn.abs() < step } else { is_long() };
        if is_one {
            go(corner + (was + is) * (reach * reach / (was + is).dot(is)));
        } else if is_outward {
            let steps = (turn.abs() / step).ceil();
            let turned = |n| was.rotate_scale(Vec2::from_angle(turn * f64::from(n) / steps));
            (0..=steps as u32).for_each(|n| go(corner + turned(n)));
        } else {
            [corner + was, corner, corner + is].into_iter().for_each(&mut go);
        }
    }
    points
}

/// From font units to points about the left end of the baseline.
fn place(run: &Run, glyph: &Glyph) -> Affine {
    let scale = f64::from(run.font.size) / UNITS[usize::from(run.font.italic)];
    Affine::translate((f64::from(glyph.x), f64::from(glyph.y))) * Affine::scale_non_uniform(scale, -scale)
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

#[cfg(test)]
mod tests {
    use kurbo::{ParamCurveNearest as _, Shape as _};

    use super::*;
    use crate::scene::{Font, shape};

    #[test]
    fn a_halo_covers_what_lies_within_its_reach_and_no_more() {
        let texts = ["Ağ8Qйé%,", "°8%Ö6@:", "KseEwx&ß"];
        for (text, reach) in texts.into_iter().flat_map(|text| [1.2, 2.0, 3.4, 4.0].map(|reach| (text, reach))) {
            covers(text, reach);
        }
    }

    fn covers(text: &str, reach: f64) {
        let pixels = 4.0;
        let run = shape(text, Font::new(20.0, 500));
        let letters = outline(&run);
        let mut halo = BezPath::new();
        trace(&run, reach, Affine::scale(pixels), &mut halo);
        let mut told = [0, 0];
        for at in 0..6000 {
            let spot = Point::new(f64::from(at % 150) * 0.7 - 4.0, f64::from(at / 150) * 0.7 - 22.0);
            let away =
                letters.segments().map(|s| s.nearest(spot, 1e-6).distance_sq).fold(f64::INFINITY, f64::min).sqrt();
            // The reach is rounded to eight font units.
            if (away - reach).abs() > 0.08 {
                let is_inside = letters.winding(spot) != 0;
                let covered = halo.winding((spot.to_vec2() * pixels).to_point()) != 0;
                assert_eq!(covered || is_inside, is_inside || away < reach, "{spot:?} {away}");
                told[usize::from(covered)] += 1;
            }
        }
        assert!(told[0] > 500 && told[1] > 500, "{told:?}");
    }
}
