//! Fills of the real map: triangles cover what outlines enclose, at every level of detail.

use ots_atlas::lang::Lang;
use ots_atlas::map::{self, Base, Page};
use ots_atlas::projection;
use ots_atlas::scene::{Facet, Facets, Group, Item, Shape};
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

/// Twice the area of a triangle of knots, with its sign.
fn doubled(facets: &Facets, [a, b, c]: [usize; 3]) -> f64 {
    let at = |knot: usize| facets.knots[knot].at.map(f64::from);
    let ([ax, ay], [bx, by], [cx, cy]) = (at(a), at(b), at(c));
    (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
}

/// What the triangles of a polygon cover, and what its rings enclose.
fn areas(facets: &Facets, facet: &Facet) -> (f64, f64) {
    let first = facet.knots().start;
    let corners = |t: &[u32; 3]| t.map(|knot| first + knot as usize);
    let covered = facet.triangles.as_chunks::<3>().0.iter().map(|t| doubled(facets, corners(t)).abs()).sum::<f64>();
    let ring = |knots: std::ops::Range<usize>| {
        let fan = (knots.start + 1..knots.end - 1).map(|knot| doubled(facets, [knots.start, knot, knot + 1]));
        fan.sum::<f64>()
    };
    let enclosed = facet.rings.iter().map(|strand| ring(strand.knots.clone())).sum::<f64>().abs();
    (covered / 2.0, enclosed / 2.0)
}

#[test]
fn triangles_cover_what_outlines_enclose() {
    let world = world::embedded();
    let mut base = Base::new(&world, projection::ALL[0]);
    base.add_near(&world::load_near(&Files::Embedded).0);
    let mut seen = 0;
    for km in [20.0, 2.0] {
        let viewport = projection::Viewport { center: [55.0, 42.0], km_per_point: km };
        let session = Session { viewport: Some(viewport), ..Session::default() };
        let sheet = map::compose(&world, &base, &session, &Lang::default(), &Page::window(1400.0, 1000.0));
        filled(&sheet.scene.root, &mut |shape| {
            for tolerance in [0.1, 0.5, 2.0, 6.0] {
                let facets = shape.facets(tolerance);
                let length = shape.bounds.width() + shape.bounds.height();
                for (covered, enclosed) in facets.polygons.iter().map(|facet| areas(facets, facet)) {
                    seen += 1;
                    // Where thinned lines cross each other, a little is counted twice or not at all.
                    let stray = 0.003 * enclosed + 2.0 * tolerance * length.min(enclosed.sqrt() * 4.0) + 1e-3;
                    assert!((covered - enclosed).abs() < stray, "{tolerance} {:?} {covered} {enclosed}", shape.bounds);
                }
            }
        });
    }
    assert!(seen > 2_000, "{seen}");
}
