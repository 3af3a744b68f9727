//! What can be told of the rings of an area.

use kurbo::Point;

/// The points of a subpath that is filled: the last one of a ring is not the first one again.
pub(super) fn ring_of(points: &[Point]) -> Vec<Point> {
    let mut ring = points.to_vec();
    ring.pop_if(|last| points.len() > 1 && points.first() == Some(last));
    ring
}

/// Signed area of a ring.
pub(super) fn area(ring: &[Point]) -> f64 {
    let next = ring.iter().skip(1).chain(ring.first());
    let origin = ring.first().copied().unwrap_or_default();
    ring.iter().zip(next).map(|(a, b)| (*a - origin).cross(*b - origin)).sum::<f64>() / 2.0
}

/// The triangles of an outer ring and its holes; the last knot of each ring lies on its first.
pub(super) fn triangles(rings: &[&[Point]]) -> Vec<u32> {
    use geo::TriangulateEarcut as _;
    let line = |ring: &[Point]| ring.iter().map(|p| (p.x, p.y)).collect::<geo::LineString<f64>>();
    let polygon = geo::Polygon::new(line(rings[0]), rings[1..].iter().map(|ring| line(ring)).collect());
    // The library does not count the last point of a ring.
    let mut places = Vec::new();
    let mut first = 0;
    for ring in rings {
        places.extend(first..first + ring.len() as u32);
        first += ring.len() as u32 + 1;
    }
    polygon.earcut_triangles_raw().triangle_indices.into_iter().filter_map(|i| places.get(i).copied()).collect()
}

/// Whether a ring turns one way only, and only once.
pub(super) fn is_convex(ring: &[Point]) -> bool {
    let count = ring.len();
    let (mut turned, mut sign) = (0.0_f64, 0.0_f64);
    for i in 0..count {
        let (a, b) = (ring[(i + 1) % count] - ring[i], ring[(i + 2) % count] - ring[(i + 1) % count]);
        let cross = a.cross(b);
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
