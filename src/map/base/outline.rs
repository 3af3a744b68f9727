//! Outlines that are laid out when something looks at them: most pictures show a part of the map.

use std::ops::Deref;
use std::sync::{Arc, LazyLock};

use crate::projection::Projection;
use crate::scene::{Lines, Point, Rect, Shape};

/// How a shape is made.
type Lay = Box<dyn FnOnce() -> Arc<Shape> + Send + Sync>;

/// A shape of the globe on the plane, laid out on the first look.
#[derive(Debug)]
pub(in crate::map) struct Outline {
    /// Surely around it.
    extent: Rect,
    shape: LazyLock<Arc<Shape>, Lay>,
}

/// Degrees between points along the edge of a box around a shape.
const STEP: f64 = 5.0;

/// How far the edge of a box may bulge between two such points, as a share of the way between them: a circle would need
/// to turn by more than 22° there.
const BULGE: f64 = 0.05;

impl Outline {
    /// Takes the boxes around the parts of a shape, in degrees, and how it is laid out.
    pub fn new(
        projection: &dyn Projection,
        boxes: impl IntoIterator<Item = [f64; 4]>,
        lay: impl FnOnce() -> Lines + Send + Sync + 'static,
    ) -> Self {
        let shape = LazyLock::new(Box::new(|| Shape::new(lay())) as Lay);
        Self { extent: extent(projection, boxes), shape }
    }

    /// Makes sure that the shape is there.
    pub fn lay_out(&self) {
        LazyLock::force(&self.shape);
    }

    /// Whether the box around the shape reaches into a part of the plane.
    pub fn reaches(&self, part: Rect) -> bool {
        self.extent.overlaps(part) && self.bounds.overlaps(part)
    }
}

impl Deref for Outline {
    type Target = Arc<Shape>;

    fn deref(&self) -> &Arc<Shape> {
        &self.shape
    }
}

/// A rectangle of the plane around boxes of degrees: around the image of the box of all of them, the whole plane where
/// the edge of that has no image.
fn extent(projection: &dyn Projection, boxes: impl IntoIterator<Item = [f64; 4]>) -> Rect {
    let filled = boxes.into_iter().filter(|[west, _, east, _]| west <= east);
    let all = filled.reduce(|a, b| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]);
    let Some([west, south, east, north]) = all else { return Rect::ZERO };
    let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)];
    let (mut extent, mut longest, mut last) = (None, 0.0_f64, None);
    for pair in corners.windows(2) {
        let (from, to) = (Point::from(pair[0]), Point::from(pair[1]));
        let steps = (from.distance(to) / STEP).ceil().max(1.0);
        for step in 0..=steps as u32 {
            let at = from.lerp(to, f64::from(step) / steps);
            let Some([x, y]) = projection.forward(at.x, at.y) else {
                return Rect::new(f64::NEG_INFINITY, f64::NEG_INFINITY, f64::INFINITY, f64::INFINITY);
            };
            let here = Point::new(x, y);
            longest = longest.max(last.map_or(0.0, |last: Point| last.distance(here)));
            last = Some(here);
            extent = Some(extent.map_or(Rect::from_points(here, here), |all: Rect| all.union_pt(here)));
        }
    }
    let room = longest * BULGE + 1.0;
    extent.unwrap_or_default().inflate(room, room)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::Base;
    use crate::projection;
    use crate::world::{self, Files};

    #[test]
    fn nothing_of_a_shape_lies_beyond_its_extent() {
        let (world, near) = (world::embedded().world, Arc::new(world::load_near(&Files::Embedded).0));
        for projection in projection::ALL {
            let mut base = Base::new(&world, *projection);
            base.add_near(&near);
            let layers = [Some(&base.far), base.near.as_ref()].into_iter().flatten();
            let land = layers.flat_map(|it| {
                it.areas.iter().map(|area| &area.shape).chain(it.boundaries.iter().map(|line| &line.shape))
            });
            let mut narrow = 0;
            for outline in land.chain(base.lakes.iter().chain(&base.rivers).map(|body| &body.shape)) {
                let (bounds, extent) = (outline.bounds, outline.extent);
                assert!(extent.contains_rect(bounds), "{}: {bounds:?} {extent:?}", projection.id());
                narrow += usize::from(extent.area() < 4.0 * bounds.area() + 1e4);
            }
            assert!(narrow > 500, "{}: {narrow}", projection.id());
            // What is out of sight of both boxes is out of sight.
            let cyprus = base.far.area("CY").unwrap();
            assert!(cyprus.shape.reaches(cyprus.shape.bounds) && !cyprus.shape.reaches(Rect::new(0.0, 0.0, 9.0, 9.0)));
        }
    }
}
