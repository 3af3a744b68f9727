//! Fills, lines and labels as triangles with soft edges.

use std::collections::VecDeque;

use egui::epaint::{Vertex, WHITE_UV};
use egui::{Color32, Mesh, Pos2, Rect, TextureId, Vec2};
use kurbo::{Affine, Point};

use super::labels::Label;
use super::{color32, pos2};
use crate::paint::cut::dashes;
use crate::paint::trace::{Tracer, View};
use crate::scene::{Facet, Knot, PathMark, Ribbons, Shape, Strand, Stroke};

/// How far an outline may stray where points are left out, in pixels.
const STEP: f64 = 0.25;

/// Lines up to this width in pixels are paler rather than thinner.
const THIN: f32 = 0.9;

/// Lines wider than this in pixels have round ends where they are asked for.
const ROUNDED: f32 = 1.5;

/// Makes one mesh after the other; keeps its buffers.
pub(super) struct Brush {
    mesh: Mesh,
    /// Meshes of the last frame.
    used: VecDeque<Mesh>,
    /// Size of a pixel in points: the width of a soft edge.
    pixel: f32,
    tracer: Tracer,
    dash: Vec<Point>,
    dashed: Ribbons,
}

impl Default for Brush {
    fn default() -> Self {
        let (mesh, used, tracer, dash, dashed) = Default::default();
        Self { mesh, used, pixel: 1.0, tracer, dash, dashed }
    }
}

impl Brush {
    /// Begins a frame; the meshes of the last one, whose memory is used again, come in their order.
    pub(super) fn begin(&mut self, pixels_per_point: f32, used: impl IntoIterator<Item = Mesh>) {
        self.pixel = 1.0 / pixels_per_point;
        self.used = used.into_iter().collect();
        self.mesh = self.blank();
    }

    /// Whether nothing was painted since.
    pub(super) fn is_clean(&self) -> bool {
        self.mesh.is_empty()
    }

    /// Hands over what was painted.
    pub(super) fn take(&mut self) -> Mesh {
        let next = self.blank();
        std::mem::replace(&mut self.mesh, next)
    }

    /// An empty mesh, in the memory of the one at its place in the last frame.
    fn blank(&mut self) -> Mesh {
        let mut mesh = self.used.pop_front().unwrap_or_default();
        // Its own way of clearing gives the memory back.
        mesh.indices.clear();
        mesh.vertices.clear();
        mesh.texture_id = TextureId::default();
        mesh
    }

    /// Fills a rectangle with hard edges.
    pub(super) fn rectangle(&mut self, rect: Rect, color: Color32) {
        self.mesh.add_colored_rect(rect, color);
    }

    /// Puts a painted line of text with the left end of its baseline at a point, moved to whole pixels.
    pub(super) fn label(&mut self, origin: Pos2, label: Label) {
        let corner = (origin.to_vec2() / self.pixel).round() + label.offset;
        let rect = Rect::from_min_size((corner * self.pixel).to_pos2(), label.size * self.pixel);
        let uv = label.uv;
        let first = self.mesh.vertices.len() as u32;
        self.mesh.add_triangle(first, first + 1, first + 2);
        self.mesh.add_triangle(first + 2, first + 1, first + 3);
        let corners = [
            (rect.left_top(), uv.left_top()),
            (rect.right_top(), uv.right_top()),
            (rect.left_bottom(), uv.left_bottom()),
            (rect.right_bottom(), uv.right_bottom()),
        ];
        self.mesh.vertices.extend(corners.map(|(pos, uv)| Vertex { pos, uv, color: Color32::WHITE }));
    }

    /// Fills and strokes a path.
    pub(super) fn mark(&mut self, mark: &PathMark, origin: Vec2, clip: Rect) {
        let to = Affine::translate((f64::from(origin.x), f64::from(origin.y))) * mark.transform;
        let width = mark.stroke.as_ref().map_or(0.0, |stroke| stroke.width);
        let window = clip.expand(width * 2.0 + 2.0 * self.pixel);
        let bounds = to.transform_rect_bbox(mark.shape.bounds);
        if !Rect::from_min_max(pos2(bounds.x0, bounds.y0), pos2(bounds.x1, bounds.y1)).intersects(window) {
            return;
        }
        let [x0, y0, x1, y1] = [window.min.x, window.min.y, window.max.x, window.max.y].map(f64::from);
        let step = STEP * f64::from(self.pixel);
        let view = View { to, window: kurbo::Rect::new(x0, y0, x1, y1), step };
        let Some(lens) = Lens::new(&view) else { return };
        if let Some(color) = mark.fill.filter(|color| color.a > 0) {
            let is_soft = mark.stroke.as_ref().is_none_or(|stroke| stroke.color.a < 255 || !stroke.dash.is_empty());
            self.fill(&mark.shape, &lens, color32(color), is_soft);
        }
        if let Some(stroke) = mark.stroke.as_ref().filter(|stroke| stroke.color.a > 0 && stroke.width > 0.0) {
            self.stroke(&mark.shape, &view, &lens, stroke);
        }
    }

    /// Fills a path.
    fn fill(&mut self, shape: &Shape, lens: &Lens, color: Color32, is_soft: bool) {
        let facets = shape.facets(lens.tolerance);
        for facet in facets.polygons.iter().filter(|facet| facet.meets(lens.window)) {
            let knots = &facets.knots[facet.knots()];
            let first = self.mesh.vertices.len() as u32;
            // The soft edge of a symbol lies half inside, that of an area outside: there neighbours touch.
            let inset = if facets.is_convex { self.pixel * -0.5 } else { 0.0 };
            lay(&mut self.mesh, knots.iter().map(|knot| lens.row(*knot)), [(inset, color)]);
            self.mesh.indices.extend(facet.triangles.iter().map(|knot| first + knot));
            if is_soft || facets.is_convex {
                self.soften(facet, &facets.knots, lens, self.pixel + inset, first);
            }
        }
    }

    /// Lays a soft edge around what was filled from a vertex on.
    fn soften(&mut self, facet: &Facet, knots: &[Knot], lens: &Lens, reach: f32, filled: u32) {
        let start = facet.knots().start;
        for piece in facet.rings.iter().flat_map(|ring| ring.pieces(lens.window)) {
            let outer = self.mesh.vertices.len() as u32;
            let inner = filled + (piece.start - start) as u32;
            let steps = piece.len() as u32 - 1;
            lay(&mut self.mesh, knots[piece].iter().map(|knot| lens.row(*knot)), [(reach, SOFT)]);
            for (a, b) in (0..steps).map(|i| (inner + i, outer + i)) {
                self.mesh.indices.extend_from_slice(&[a, b, a + 1, b, a + 1, b + 1]);
            }
        }
    }

    /// Strokes a path.
    fn stroke(&mut self, shape: &Shape, view: &View, lens: &Lens, stroke: &Stroke) {
        let Self { mesh, tracer, dash, dashed, pixel, .. } = self;
        let width = Width::new(stroke, *pixel);
        if stroke.dash.is_empty() {
            let ribbons = shape.ribbons(lens.tolerance);
            for strand in ribbons.strands.iter().filter(|strand| strand.meets(lens.window)) {
                width.lay(mesh, lens, strand, &ribbons.knots);
            }
            return;
        }
        let pattern: Vec<f64> = stroke.dash.iter().map(|d| f64::from(*d)).collect();
        dashed.clear();
        tracer.lines(shape, &View { step: 0.0, ..*view }, |piece| {
            dashes(piece, &pattern, dash, |piece| dashed.add(piece.points, piece.closed));
        });
        let Some(here) = Lens::new(&View { to: Affine::IDENTITY, ..*view }) else { return };
        for strand in &dashed.strands {
            width.lay(mesh, &here, strand, &dashed.knots);
        }
    }
}

/// From the coordinates of a shape to points of the window.
struct Lens {
    to: [f64; 6],
    /// The same for directions, without a change of length.
    turn: [f32; 4],
    /// What may be seen, in coordinates of the shape.
    window: kurbo::Rect,
    /// How far outlines may stray, in coordinates of the shape.
    tolerance: f64,
}

impl Lens {
    /// The transform of a view; none where it shrinks everything to nothing.
    fn new(view: &View) -> Option<Self> {
        let scale = view.to.determinant().abs().sqrt();
        let to = view.to.as_coeffs();
        let [a, b, c, d, ..] = to.map(|it| (it / scale) as f32);
        let window = view.to.inverse().transform_rect_bbox(view.window);
        let is_sane = scale > 0.0 && to.iter().all(|it| it.is_finite());
        let keeps_angles = (a - d).abs() + (b + c).abs() < 1e-3 || (a + d).abs() + (b - c).abs() < 1e-3;
        debug_assert!(keeps_angles || !is_sane, "lines are laid as if they were as wide in every direction: {to:?}");
        is_sane.then_some(Self { to, turn: [a, b, c, d], window, tolerance: view.step / scale })
    }

    /// Where a knot lies, and its way to the edge.
    fn row(&self, knot: Knot) -> Row {
        let [a, b, c, d, e, f] = self.to;
        let [x, y] = knot.at.map(f64::from);
        let at = pos2(a * x + c * y + e, b * x + d * y + f);
        let [a, b, c, d] = self.turn;
        let [x, y] = knot.aside;
        (at, Vec2::new(a * x + c * y, b * x + d * y))
    }
}

/// What soft edges fade to.
const SOFT: Color32 = Color32::TRANSPARENT;

/// How lines are laid.
struct Width {
    /// Half of it, in points.
    half: f32,
    /// Size of a pixel in points.
    pixel: f32,
    color: Color32,
    is_round: bool,
    is_thin: bool,
}

/// Triangles between two rows of three vertices.
const RIDGE: [u32; 12] = [0, 1, 3, 1, 3, 4, 1, 2, 4, 2, 4, 5];

/// Triangles between two rows of four vertices.
const BAND: [u32; 18] = [0, 1, 4, 1, 4, 5, 1, 2, 5, 2, 5, 6, 2, 3, 6, 3, 6, 7];

/// Sine and cosine of the rows of a round end: 25, 50 and 75 degrees.
const ROUND: [(f32, f32); 3] = [(0.423, 0.906), (0.766, 0.643), (0.966, 0.259)];

impl Width {
    fn new(stroke: &Stroke, pixel: f32) -> Self {
        let (color, is_thin) = (color32(stroke.color), stroke.width <= THIN * pixel);
        let color = if is_thin { color.gamma_multiply(stroke.width / pixel) } else { color };
        let is_round = stroke.round && stroke.width > ROUNDED * pixel;
        Self { half: stroke.width / 2.0, pixel, color, is_round, is_thin }
    }

    /// Lays what may be seen of a line.
    fn lay(&self, mesh: &mut Mesh, lens: &Lens, strand: &Strand, knots: &[Knot]) {
        for piece in strand.pieces(lens.window) {
            let is_end = |it: bool| it && !strand.is_closed;
            let ends = [is_end(piece.start == strand.knots.start), is_end(piece.end == strand.knots.end)];
            if self.is_thin {
                self.ridge(mesh, lens, &knots[piece]);
            } else {
                self.band(mesh, lens, &knots[piece], ends);
            }
        }
    }

    /// Lays a line that is no wider than a pixel: a ridge of two pixels, as pale as the line is thin.
    fn ridge(&self, mesh: &mut Mesh, lens: &Lens, knots: &[Knot]) {
        let first = mesh.vertices.len();
        let across = [(self.pixel, SOFT), (0.0, self.color), (-self.pixel, SOFT)];
        lay(mesh, knots.iter().map(|knot| lens.row(*knot)), across);
        join(mesh, first, 3, RIDGE);
    }

    /// Lays a line with a soft edge of a pixel, and ends where it has some.
    fn band(&self, mesh: &mut Mesh, lens: &Lens, knots: &[Knot], ends: [bool; 2]) {
        let first = mesh.vertices.len();
        let (outer, inner) = (self.half + self.pixel / 2.0, self.half - self.pixel / 2.0);
        let across = [(outer, SOFT), (inner, self.color), (-inner, self.color), (-outer, SOFT)];
        let faded = across.map(|(reach, _)| (reach, SOFT));
        if let ([true, _], [end, before, ..]) = (ends, knots) {
            let (tip, round) = self.end(lens, *end, *before);
            lay(mesh, [tip], faded);
            lay(mesh, round.into_iter().flatten().rev(), across);
        }
        lay(mesh, knots.iter().map(|knot| lens.row(*knot)), across);
        if let ([_, true], [.., before, end]) = (ends, knots) {
            let (tip, round) = self.end(lens, *end, *before);
            lay(mesh, round.into_iter().flatten(), across);
            lay(mesh, [tip], faded);
        }
        join(mesh, first, 4, BAND);
    }

    /// The rows beyond the end of a line: a faded one, and those of a round end from the line on.
    fn end(&self, lens: &Lens, end: Knot, before: Knot) -> (Row, Option<[Row; 3]>) {
        let (at, aside) = lens.row(end);
        let onward = (at - lens.row(before).0).normalized();
        let row = |(sine, cosine): (f32, f32), more: f32| (at + onward * (self.half * sine + more), aside * cosine);
        let round = self.is_round.then(|| ROUND.map(|turn| row(turn, 0.0)));
        (row(if self.is_round { ROUND[2] } else { (0.0, 1.0) }, self.pixel), round)
    }
}

/// A point of a line and its way to the edge at half width 1.
type Row = (Pos2, Vec2);

/// Adds rows of vertices across a line.
fn lay<const N: usize>(mesh: &mut Mesh, rows: impl IntoIterator<Item = Row>, across: [(f32, Color32); N]) {
    let row = |(at, aside): Row| across.map(|(reach, color)| Vertex { pos: at + aside * reach, uv: WHITE_UV, color });
    // Row by row: vertex by vertex the room for each would be asked about.
    for at in rows {
        mesh.vertices.extend_from_slice(&row(at));
    }
}

/// Joins all rows of so many vertices from a vertex on.
fn join<const M: usize>(mesh: &mut Mesh, first: usize, wide: usize, pattern: [u32; M]) {
    let last = mesh.vertices.len().saturating_sub(wide);
    for start in (first as u32..last as u32).step_by(wide) {
        mesh.indices.extend_from_slice(&pattern.map(|vertex| start + vertex));
    }
}
