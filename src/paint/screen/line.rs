//! Lines as ribbons of triangles with soft edges.

use egui::epaint::Vertex;
use egui::{Color32, Mesh, Pos2, Vec2};

use super::pos2;
use crate::paint::trace::Piece;

/// Draws lines of one kind after the other; keeps its buffer.
#[derive(Default)]
pub(super) struct Line {
    joints: Vec<Joint>,
    width: f32,
    /// Size of a pixel in points: the width of a soft edge.
    pixel: f32,
    color: Color32,
    /// Whether corners and ends are round.
    round: bool,
}

/// A place on the middle of a line, and how far to go for one point beside it.
#[derive(Debug, Clone, Copy)]
struct Joint {
    at: Pos2,
    aside: Vec2,
}

/// The direction to the left of the way from one point to another, one point long.
pub(super) fn sideways(from: Pos2, to: Pos2) -> Vec2 {
    let way = to - from;
    // The way of the library to a length minds overflows and takes five times as long.
    (way / way.length_sq().sqrt().max(f32::MIN_POSITIVE)).rot90()
}

impl Line {
    /// Takes up a pen.
    pub(super) fn begin(&mut self, width: f32, pixel: f32, color: Color32, round: bool) {
        let joints = std::mem::take(&mut self.joints);
        *self = Self { joints, width, pixel, color, round: round && width > 1.5 * pixel };
    }

    /// Draws a piece of a line.
    pub(super) fn draw(&mut self, mesh: &mut Mesh, piece: Piece) {
        self.bend(piece);
        let (width, pixel) = (self.width, self.pixel);
        let clear = Color32::TRANSPARENT;
        if width <= 0.9 * pixel {
            // As wide as can be shown, and paler instead of thinner.
            let middle = self.color.gamma_multiply(width / pixel);
            ribbon(mesh, &self.joints, piece.closed, [(pixel, clear), (0.0, middle), (-pixel, clear)]);
            return;
        }
        let [inner, outer] = [width - pixel, width + pixel].map(|both| both / 2.0);
        let across = [(outer, clear), (inner, self.color), (-inner, self.color), (-outer, clear)];
        let first = mesh.vertices.len();
        ribbon(mesh, &self.joints, piece.closed, across);
        if let ([start, .., end], false) = (self.joints.as_slice(), piece.closed) {
            soften_end(mesh, first, start.aside.rot90() * pixel);
            soften_end(mesh, mesh.vertices.len() - across.len(), -end.aside.rot90() * pixel);
        }
    }

    /// Lays the corners and ends of a line: mitres where it bends a little, otherwise cut or round.
    fn bend(&mut self, piece: Piece) {
        self.joints.clear();
        let at = |point: &kurbo::Point| pos2(point.x, point.y);
        let [first, second, ..] = piece.points else { return };
        let back = piece.points.last().filter(|_| piece.closed);
        let mut before = back.map_or_else(|| sideways(at(first), at(second)), |last| sideways(at(last), at(first)));
        if back.is_none() && self.round {
            self.cap(at(first), before, true);
        }
        let mut here = at(first);
        let onward = piece.points[1..].iter().chain(Some(first).filter(|_| piece.closed));
        for next in onward.map(at) {
            let after = sideways(here, next);
            self.corner(here, before, after);
            (here, before) = (next, after);
        }
        if !piece.closed {
            self.joints.push(Joint { at: here, aside: before });
            if self.round {
                self.cap(here, before, false);
            }
        }
    }

    /// Lays a corner between two sides.
    fn corner(&mut self, at: Pos2, before: Vec2, after: Vec2) {
        let middle = (before + after) * 0.5;
        let square = middle.length_sq();
        if square > 0.7 {
            self.joints.push(Joint { at, aside: middle / square });
        } else {
            self.joints.push(Joint { at, aside: before });
            if self.round && square > 1e-4 {
                self.joints.push(Joint { at, aside: middle / square.sqrt() });
            }
            self.joints.push(Joint { at, aside: after });
        }
    }

    /// A half circle at the end of a line.
    fn cap(&mut self, end: Pos2, aside: Vec2, first: bool) {
        // Sine and cosine of 75, 50 and 25 degrees.
        const STEPS: [(f32, f32); 3] = [(0.966, 0.259), (0.766, 0.643), (0.423, 0.906)];
        let onward = if first { aside.rot90() } else { -aside.rot90() };
        for i in 0..STEPS.len() {
            let (sine, cosine) = if first { STEPS[i] } else { STEPS[STEPS.len() - 1 - i] };
            self.joints.push(Joint { at: end + onward * (self.width / 2.0 * sine), aside: aside * cosine });
        }
    }
}

/// Lays a ribbon along joints; `across` says how far aside each of its edges lies, and its colour.
fn ribbon<const EDGES: usize>(mesh: &mut Mesh, joints: &[Joint], closed: bool, across: [(f32, Color32); EDGES]) {
    let first = mesh.vertices.len() as u32;
    mesh.vertices.reserve(EDGES * joints.len());
    for joint in joints {
        let edge = |(far, color)| Vertex::untextured(joint.at + joint.aside * far, color);
        mesh.vertices.extend_from_slice(&across.map(edge));
    }
    let edges = EDGES as u32;
    let end = mesh.vertices.len() as u32;
    mesh.indices.reserve(6 * (EDGES - 1) * joints.len());
    let mut from = if closed { end.saturating_sub(edges) } else { first };
    let mut to = if closed { first } else { first + edges };
    while to < end {
        for (a, b) in (from..from + edges - 1).zip(to..) {
            mesh.indices.extend_from_slice(&[a, a + 1, b, a + 1, b, b + 1]);
        }
        (from, to) = (to, to + edges);
    }
}

/// Draws the clear edges of the end of a ribbon of four edges out, so that the end is soft too.
fn soften_end(mesh: &mut Mesh, corner: usize, out: Vec2) {
    let Some([left, _, _, right]) = mesh.vertices.get_mut(corner..corner + 4) else { return };
    left.pos += out;
    right.pos += out;
    let a = corner as u32;
    mesh.indices.extend_from_slice(&[a, a + 1, a + 2, a, a + 2, a + 3]);
}
