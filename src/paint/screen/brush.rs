//! Fills, lines and labels as triangles with soft edges.

use std::collections::VecDeque;

use egui::epaint::tessellator::Path;
use egui::epaint::{PathStroke, Vertex};
use egui::{Color32, Mesh, Pos2, Rect, TextureId, Vec2};
use kurbo::{Affine, Point};

use super::labels::Label;
use super::{color32, pos2};
use crate::paint::trace::{Piece, Tracer, View, dashes};
use crate::scene::{PathMark, Shape, Stroke};

/// How far an outline may stray where points are left out, in pixels.
const STEP: f64 = 0.2;

/// Below this many corners a fill may be a symbol and is checked for being convex.
const SYMBOL: usize = 80;

/// Makes one mesh after the other; keeps its buffers.
pub(super) struct Brush {
    mesh: Mesh,
    /// Meshes of the last frame.
    used: VecDeque<Mesh>,
    /// Size of a pixel in points: the width of a soft edge.
    pixel: f32,
    tracer: Tracer,
    line: Path,
    ring: Vec<Pos2>,
    dash: Vec<Point>,
}

impl Default for Brush {
    fn default() -> Self {
        let (mesh, used, tracer, line, ring, dash) = Default::default();
        Self { mesh, used, pixel: 1.0, tracer, line, ring, dash }
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
        if let Some(color) = mark.fill.filter(|color| color.a > 0) {
            let edge = mark.stroke.as_ref().is_none_or(|stroke| stroke.color.a < 255 || !stroke.dash.is_empty());
            self.fill(&mark.shape, &view, color32(color), edge);
        }
        if let Some(stroke) = mark.stroke.as_ref().filter(|stroke| stroke.color.a > 0 && stroke.width > 0.0) {
            self.stroke(&mark.shape, &view, stroke);
        }
    }

    /// Fills a path; `edge` asks for a soft edge.
    fn fill(&mut self, shape: &Shape, view: &View, color: Color32, edge: bool) {
        if shape.path.elements().len() <= SYMBOL && self.fill_convex(shape, view, color) {
            return;
        }
        let triangles = shape.triangles();
        let [a, b, c, d, e, f] = view.to.as_coeffs();
        let first = self.mesh.vertices.len() as u32;
        self.mesh.vertices.extend(triangles.points.iter().map(|[x, y]| {
            let (x, y) = (f64::from(*x), f64::from(*y));
            Vertex::untextured(pos2(a * x + c * y + e, b * x + d * y + f), color)
        }));
        self.mesh.indices.extend(triangles.indices.iter().map(|i| i + first));
        if edge {
            let outward = if view.to.determinant() < 0.0 { -triangles.turn } else { triangles.turn };
            let (mesh, pixel) = (&mut self.mesh, self.pixel * outward);
            self.tracer.rings(shape, view, |points| fringe(mesh, points, color, pixel));
        }
    }

    /// Fills a path of one convex ring, whose soft edge can lie half inside; false if it is none.
    fn fill_convex(&mut self, shape: &Shape, view: &View, color: Color32) -> bool {
        let mut rings = 0;
        // Seen whole: cutting would make edges where the shape has none.
        let view = View { window: kurbo::Rect::new(-1e9, -1e9, 1e9, 1e9), step: view.step / 4.0, ..*view };
        let ring = &mut self.ring;
        self.tracer.rings(shape, &view, |points| {
            rings += 1;
            ring.clear();
            ring.extend(points.iter().map(|p| pos2(p.x, p.y)));
        });
        if rings != 1 || !is_convex(ring) {
            return false;
        }
        self.line.clear();
        self.line.add_line_loop(ring);
        self.line.fill(self.pixel, color, &mut self.mesh);
        true
    }

    /// Strokes a path.
    fn stroke(&mut self, shape: &Shape, view: &View, stroke: &Stroke) {
        let pattern: Vec<f64> = stroke.dash.iter().map(|d| f64::from(*d)).collect();
        let view = &if pattern.is_empty() { *view } else { View { step: 0.0, ..*view } };
        let paint = PathStroke::new(stroke.width, color32(stroke.color));
        let Self { mesh, tracer, line, dash, pixel, .. } = self;
        let round = stroke.round && stroke.width > 1.5 * *pixel;
        tracer.lines(shape, view, |piece| {
            dashes(piece, &pattern, dash, |piece| {
                line.clear();
                bend(line, piece, stroke.width / 2.0, round);
                if piece.closed {
                    line.stroke_closed(*pixel, &paint, mesh);
                } else {
                    line.stroke_open(*pixel, &paint, mesh);
                }
            });
        });
    }
}

/// Lays the corners and ends of a line: mitres where it bends a little, otherwise cut or round.
fn bend(line: &mut Path, piece: Piece, half: f32, round: bool) {
    let points = piece.points;
    let count = points.len();
    let at = |i: usize| pos2(points[i % count].x, points[i % count].y);
    let normal = |i: usize| (at(i + 1) - at(i)).normalized().rot90();
    line.reserve(count + 12);
    let mut before = if piece.closed { normal(count - 1) } else { normal(0) };
    for i in 0..count {
        let here = at(i);
        if i == 0 && !piece.closed {
            if round {
                cap(line, here, before, half, true);
            }
            line.add_point(here, before);
            continue;
        }
        if i + 1 == count && !piece.closed {
            line.add_point(here, before);
            if round {
                cap(line, here, before, half, false);
            }
            continue;
        }
        let after = normal(i);
        let middle = (before + after) * 0.5;
        let square = middle.length_sq();
        if square > 0.7 {
            line.add_point(here, middle / square);
        } else {
            line.add_point(here, before);
            if round && square > 1e-4 {
                line.add_point(here, middle / square.sqrt());
            }
            line.add_point(here, after);
        }
        before = after;
    }
}

/// A half circle at the end of a line.
fn cap(line: &mut Path, end: Pos2, normal: Vec2, half: f32, first: bool) {
    // Sine and cosine of 75, 50 and 25 degrees.
    const STEPS: [(f32, f32); 3] = [(0.966, 0.259), (0.766, 0.643), (0.423, 0.906)];
    let onward = if first { normal.rot90() } else { -normal.rot90() };
    for i in 0..STEPS.len() {
        let (sine, cosine) = if first { STEPS[i] } else { STEPS[STEPS.len() - 1 - i] };
        line.add_point(end + onward * (half * sine), normal * cosine);
    }
}

/// A soft edge outside a ring, one pixel wide. A negative width lies on the other side.
fn fringe(mesh: &mut Mesh, points: &[Point], color: Color32, width: f32) {
    let count = points.len();
    let at = |i: usize| pos2(points[i % count].x, points[i % count].y);
    let first = mesh.vertices.len() as u32;
    let mut before = (at(0) - at(count - 1)).normalized().rot90();
    mesh.vertices.reserve(2 * count);
    mesh.indices.reserve(6 * count);
    for i in 0..count {
        let here = at(i);
        let after = (at(i + 1) - here).normalized().rot90();
        let middle = (before + after) * 0.5;
        // Sharp corners are cut rather than drawn out into needles.
        let outward = middle / middle.length_sq().max(0.5);
        mesh.colored_vertex(here, color);
        mesh.colored_vertex(here + outward * width, Color32::TRANSPARENT);
        let [a, b] = [i as u32, ((i + 1) % count) as u32].map(|i| first + 2 * i);
        mesh.add_triangle(a, a + 1, b);
        mesh.add_triangle(a + 1, b, b + 1);
        before = after;
    }
}

/// Whether a ring turns one way only, and only once.
fn is_convex(ring: &[Pos2]) -> bool {
    let count = ring.len();
    let mut turned = 0.0_f32;
    let mut sign = 0.0_f32;
    for i in 0..count {
        let (a, b) = (ring[(i + 1) % count] - ring[i], ring[(i + 2) % count] - ring[(i + 1) % count]);
        let cross = a.x * b.y - a.y * b.x;
        if cross != 0.0 && sign != 0.0 && cross.signum() != sign {
            return false;
        }
        if cross != 0.0 {
            sign = cross.signum();
        }
        turned += cross.atan2(a.dot(b));
    }
    turned.abs() < 6.5
}
