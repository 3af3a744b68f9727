//! Fills of the real map: triangles cover what outlines enclose, at every level of detail.

use std::sync::Arc;

use ots_atlas::lang::Lang;
use ots_atlas::map::{self, Base, Page};
use ots_atlas::projection;
use ots_atlas::scene::{Facet, Facets, Group, Item, Point, Rect, Shape};
use ots_atlas::session::Session;
use ots_atlas::world::{self, Files};

/// Hands over all shapes that are filled.
fn filled(group: &Group, each: &mut impl FnMut(&Shape)) {
    for item in &group.items {
        match item {
            Item::Group(group) => filled(group, each),
            Item::Path(mark) if mark.fill.is_some() => each(&mark.shape),
            _ => {}
        }
    }
}

/// Whether a point lies in a triangle of the fill.
fn covers(facets: &Facets, point: Point) -> bool {
    let near = |facet: &&Facet| facet.meets(Rect::from_center_size(point, (1e-9, 1e-9)));
    facets.polygons.iter().filter(near).any(|facet| {
        let first = facet.knots().start;
        facet.triangles.as_chunks::<3>().0.iter().any(|triangle| {
            let [a, b, c] = triangle.map(|knot| {
                let [x, y] = facets.knots[first + knot as usize].at.map(f64::from);
                Point::new(x, y) - point
            });
            let turns = [a.cross(b), b.cross(c), c.cross(a)];
            turns.iter().all(|turn| *turn >= 0.0) || turns.iter().all(|turn| *turn <= 0.0)
        })
    })
}

/// Points spread over a rectangle evenly and without a pattern, by the golden ratio of the plane.
fn spread(rect: Rect, count: u32) -> impl Iterator<Item = Point> {
    let along = |at: u32, step: f64| (0.5 + f64::from(at) * step).fract();
    (0..count).map(move |at| {
        let [x, y] = [along(at, 0.754_877_666_246_692_7), along(at, 0.569_840_290_998_053_3)];
        Point::new(rect.x0 + x * rect.width(), rect.y0 + y * rect.height())
    })
}

#[test]
fn triangles_cover_what_outlines_enclose() {
    let world = world::embedded().world;
    let mut base = Base::new(&world, projection::ALL[0]);
    base.add_near(&Arc::new(world::load_near(&Files::Embedded).0));
    let (mut inside, mut outside) = (0, 0);
    for km in [20.0, 2.0] {
        let viewport = projection::Viewport { center: [55.0, 42.0], km_per_point: km };
        let session = Session { viewport: Some(viewport), ..Session::default() };
        let sheet = map::compose(&world, &base, &session, &Lang::default(), &Page::window(1400.0, 1000.0));
        filled(&sheet.scene.root, &mut |shape| {
            for tolerance in [0.1, 0.5, 2.0, 6.0] {
                let facets = shape.facets(tolerance);
                for point in spread(shape.bounds, 60) {
                    // Beside the outline a thinned fill may do as it likes.
                    let beside = Rect::from_center_size(point, (5.0 * tolerance, 5.0 * tolerance));
                    if !shape.is_drawn_in(beside) {
                        let is_inside = shape.contains(point);
                        inside += u32::from(is_inside);
                        outside += u32::from(!is_inside);
                        assert_eq!(covers(facets, point), is_inside, "{point:?} at {tolerance} in {:?}", shape.bounds);
                    }
                }
            }
        });
    }
    assert!(inside > 2_000 && outside > 2_000, "{inside} {outside}");
}
