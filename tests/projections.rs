//! Every projection of the table: against PROJ, there and back, areas, angles, scale; the graticule and the view.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use kurbo::Point;
use ots_atlas::projection::graticule::{self, Kind};
use ots_atlas::projection::{ALL, Projection, Viewport, by_id};

/// Made with PROJ 9.1.1; the file says how.
const TABLE: &str = include_str!("data/projections.txt");

/// Longitudes and latitudes all over the window of the far layer.
fn window() -> impl Iterator<Item = [f64; 2]> {
    (0..=71).flat_map(|i| (0..=30).map(move |k| [-20.0 + f64::from(i) * 2.0, 12.0 + f64::from(k) * 2.0]))
}

#[test]
fn the_table_holds_each_projection_once_under_its_id() {
    for projection in ALL {
        assert_eq!(ALL.iter().filter(|other| other.id() == projection.id()).count(), 1);
        assert_eq!(by_id(projection.id()).map(Projection::id), Some(projection.id()));
    }
    assert!(by_id("mercator").is_none());
}

#[test]
fn forward_agrees_with_proj() {
    let mut seen = 0;
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split(' ').collect();
        let number = |at: usize| fields[at].parse::<f64>().unwrap();
        let [x, y] = by_id(fields[0]).unwrap().forward(number(1), number(2)).unwrap();
        assert!((x - number(3)).abs() < 1e-8 && (y - number(4)).abs() < 1e-8, "{line}: {x} {y}");
        seen += 1;
    }
    assert_eq!(seen, 17 * ALL.len());
}

#[test]
fn inverse_undoes_forward() {
    let far = [[-100.0, -30.0], [179.9, 10.0], [52.0, -60.0], [52.0, 89.9], [52.0, 44.0]];
    for projection in ALL {
        for [lon, lat] in window().chain(far) {
            let [back_lon, back_lat] = projection.inverse(projection.forward(lon, lat).unwrap()).unwrap();
            let off = (back_lon - lon).abs() * lat.to_radians().cos() + (back_lat - lat).abs();
            assert!(off < 1e-10, "{} {lon} {lat}: {back_lon} {back_lat}", projection.id());
        }
    }
}

#[test]
fn what_is_not_on_the_earth_has_no_image() {
    for projection in ALL {
        for (lon, lat) in [(f64::NAN, 44.0), (52.0, f64::NAN), (f64::INFINITY, 44.0), (52.0, 90.1), (52.0, -91.0)] {
            assert!(projection.forward(lon, lat).is_none(), "{} {lon} {lat}", projection.id());
        }
        for xy in [[f64::NAN, 0.0], [0.0, f64::INFINITY], [0.0, 1e5], [0.0, -1e7]] {
            assert!(projection.inverse(xy).is_none(), "{} {xy:?}", projection.id());
        }
    }
}

#[test]
fn scale_agrees_with_difference_quotients() {
    /// The same projection without its closed formula for the scale.
    struct Plain(&'static dyn Projection);
    impl Projection for Plain {
        fn id(&self) -> &'static str {
            "plain"
        }
        fn forward(&self, lon: f64, lat: f64) -> Option<[f64; 2]> {
            self.0.forward(lon, lat)
        }
        fn inverse(&self, xy: [f64; 2]) -> Option<[f64; 2]> {
            self.0.inverse(xy)
        }
    }
    for projection in ALL {
        for [lon, lat] in window() {
            let ([h, k], [h2, k2]) = (projection.scale(lon, lat), Plain(*projection).scale(lon, lat));
            assert!((h - h2).abs() < 1e-7 && (k - k2).abs() < 1e-7, "{} {lon} {lat}", projection.id());
        }
    }
}

#[test]
fn equal_area_and_conformal_hold_what_they_promise() {
    for projection in ALL {
        for [lon, lat] in window() {
            let [largest, smallest] = projection.distortion(lon, lat);
            match projection.id() {
                "albers" | "azimuthal" => assert!((largest * smallest - 1.0).abs() < 1e-8, "{lon} {lat}"),
                "lambert" => assert!((largest / smallest - 1.0).abs() < 1e-6, "{lon} {lat} {largest} {smallest}"),
                other => panic!("say here what {other} keeps"),
            }
        }
    }
}

#[test]
fn the_graticule_covers_the_window_with_short_steps() {
    let lines = graticule::lines(10.0, [-20.0, 12.0, 122.0, 72.0], 0.5);
    assert_eq!(lines.iter().filter(|line| line.kind == Kind::Meridian).count(), 15);
    assert_eq!(lines.iter().filter(|line| line.kind == Kind::Parallel).count(), 6);
    for line in &lines {
        for pair in line.points.windows(2) {
            let step = (pair[1][0] - pair[0][0]) + (pair[1][1] - pair[0][1]);
            assert!(step > 0.0 && step <= 0.5 + 1e-9);
        }
        let fixed = usize::from(line.kind == Kind::Parallel);
        assert!(line.points.iter().all(|point| (point[fixed] - line.degree).abs() < 1e-12));
    }
    for step in [0.0, -1.0, f64::NAN, 1e-9] {
        assert!(graticule::lines(step, [0.0, 0.0, 90.0, 60.0], 0.5).is_empty());
    }
    assert!(graticule::lines(10.0, [90.0, 0.0, 0.0, 60.0], 0.5).is_empty());
}

/// Corners of the eight OTS states, roughly.
const OTS: [[f64; 2]; 6] = [[16.1, 46.9], [26.0, 39.0], [87.3, 49.1], [69.0, 55.4], [32.6, 35.0], [80.2, 42.0]];
const FRAME: [f64; 4] = [264.0, 84.0, 832.0, 660.0];

/// Where a place falls on the page.
fn page(view: &Viewport, projection: &dyn Projection, [lon, lat]: [f64; 2]) -> Point {
    let [x, y] = projection.forward(lon, lat).unwrap_or([f64::NAN; 2]);
    view.affine(projection, FRAME) * Point::new(x, y)
}

#[test]
fn fit_shows_every_point_within_the_margin() {
    for projection in ALL {
        let view = Viewport::fit(*projection, OTS, FRAME[2], FRAME[3], 0.05);
        let free = [FRAME[2] * 0.05 - 1e-6, FRAME[3] * 0.05 - 1e-6];
        let mut touches = 0;
        for at in OTS {
            let Point { x, y } = page(&view, *projection, at);
            let (left, top) = (x - FRAME[0], y - FRAME[1]);
            assert!(left >= free[0] && left <= FRAME[2] - free[0], "{} {at:?} {left}", projection.id());
            assert!(top >= free[1] && top <= FRAME[3] - free[1], "{} {at:?} {top}", projection.id());
            touches +=
                usize::from((left - free[0]).abs() < 1e-3) + usize::from((left - FRAME[2] + free[0]).abs() < 1e-3);
        }
        assert_eq!(touches, 2, "the frame is filled");
        assert_eq!(Viewport::fit(*projection, [], 800.0, 600.0, 0.05), Viewport::HOME);
        let one = Viewport::fit(*projection, [[32.85, 39.92]], 800.0, 600.0, f64::NAN);
        assert!(one.km_per_point > 0.05 && one.km_per_point < 0.2 && (one.center[0] - 32.85).abs() < 1e-9);
    }
}

#[test]
fn the_page_runs_down_and_back_to_the_earth() {
    for projection in ALL {
        let view = Viewport::HOME;
        let north = page(&view, *projection, [49.0, 55.0]);
        let south = page(&view, *projection, [49.0, 36.0]);
        assert!(north.y < south.y);
        let back = view.under(*projection, FRAME, [south.x, south.y]).unwrap();
        assert!((back[0] - 49.0).abs() < 1e-9 && (back[1] - 36.0).abs() < 1e-9);
    }
}

#[test]
fn zooming_keeps_the_place_under_the_pointer_and_panning_follows_it() {
    for projection in ALL {
        let view = Viewport::HOME;
        let ankara = [32.85, 39.92];
        let before = page(&view, *projection, ankara);
        let zoomed = view.zoomed_at(*projection, FRAME, [before.x, before.y], 1.7);
        assert!((zoomed.km_per_point * 1.7 - view.km_per_point).abs() < 1e-12);
        assert!(page(&zoomed, *projection, ankara).distance(before) < 1e-6, "{}", projection.id());
        let panned = view.panned(*projection, 30.0, -20.0);
        let moved = page(&panned, *projection, ankara);
        assert!((moved.x - before.x - 30.0).abs() < 1e-6 && (moved.y - before.y + 20.0).abs() < 1e-6);
        let closest = view.zoomed_at(*projection, FRAME, [before.x, before.y], 1e12);
        assert!((closest.km_per_point - Viewport::LIMITS[0]).abs() < 1e-12);
        assert_eq!(view.zoomed_at(*projection, FRAME, [0.0, 0.0], f64::NAN), view);
    }
}

#[test]
fn mad_views_become_the_nearest_sane_ones() {
    let bad = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -1e300, 0.0];
    for projection in ALL {
        for lon in bad {
            for lat in bad {
                for km_per_point in bad {
                    let view = Viewport { center: [lon, lat], km_per_point };
                    let sane = view.sane();
                    assert_eq!(sane, sane.sane());
                    let images = [view.affine(*projection, FRAME), sane.affine(*projection, FRAME)];
                    assert_eq!(images[0], images[1]);
                    assert!(images[0].is_finite());
                    assert!(view.km_per_point_true(*projection).is_finite());
                    for moved in [view.panned(*projection, 1e9, -1e9), view.panned(*projection, f64::NAN, 0.0)] {
                        assert_eq!(moved, moved.sane());
                    }
                }
            }
        }
    }
}

#[test]
fn a_move_starts_and_ends_where_it_should() {
    let (from, to) = (Viewport::HOME, Viewport { center: [19.0, 47.0], km_per_point: 0.5 });
    assert_eq!(from.lerp(&to, 0.0), from);
    assert_eq!(from.lerp(&to, 1.0), to);
    assert_eq!(from.lerp(&to, f64::NAN), to);
    let half = from.lerp(&to, 0.5);
    assert!((half.center[0] - 34.0).abs() < 1e-12);
    assert!((half.km_per_point.powi(2) - from.km_per_point * to.km_per_point).abs() < 1e-9);
}

#[test]
fn the_scale_bar_knows_when_it_lies() {
    let albers = by_id("albers").unwrap();
    let whole = Viewport::fit(albers, OTS, FRAME[2], FRAME[3], 0.05);
    let hungary = Viewport { center: [19.0, 47.0], km_per_point: 0.7 };
    assert!(hungary.scale_variation(albers, FRAME) < 0.01);
    assert!(whole.scale_variation(albers, FRAME) > hungary.scale_variation(albers, FRAME));
    // Over the states themselves the usual projection keeps lengths to a few per cent; the corners of the frame do not.
    assert!(whole.scale_variation_over(albers, OTS) < 0.05, "{}", whole.scale_variation_over(albers, OTS));
    assert!(whole.scale_variation(albers, FRAME) > 0.1);
    // Halfway between the standard parallels lengths along the parallel shrink and along the meridian grow alike.
    let middle = Viewport { center: [52.0, 44.0], km_per_point: 2.0 };
    assert!((middle.km_per_point_true(albers) - 2.0).abs() < 1e-8);
}
