//! The areas of the eight states on the bundled shapes against the official areas of the facts.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use geo::{GeodesicArea as _, LineString, MultiPolygon, Polygon};
use ots_atlas::world::{self, Files, Land};

/// State, area of the 1:10 million shape in km², share by which it may differ from the official area, and why it does.
const STATES: [(&str, f64, f64, &str); 8] = [
    ("AZ", 86_253.0, 0.01, "generalised coast and islands"),
    ("HU", 93_205.0, 0.005, ""),
    ("KG", 199_000.0, 0.006, "generalised mountain borders"),
    ("KZ", 2_720_783.0, 0.003, "the official figure includes a part of the sea"),
    ("TM", 470_858.0, 0.04, "Garabogazköl, some 18 000 km², is sea here and land in the official figure"),
    ("TR", 780_079.0, 0.006, "the official figure includes lakes and small islands"),
    ("TRNC", 3_320.0, 0.015, "the line follows the buffer zone in general strokes"),
    ("UZ", 447_819.0, 0.003, ""),
];

/// The area of a state in km² on the ellipsoid; holes do not count.
fn km2(land: &Land, key: &str) -> f64 {
    let ring = |ring: &Vec<[f64; 2]>| ring.iter().map(|[lon, lat]| (*lon, *lat)).collect::<LineString>();
    let polygons =
        land.areas[key].iter().map(|rings| Polygon::new(ring(&rings[0]), rings[1..].iter().map(ring).collect()));
    polygons.collect::<MultiPolygon>().geodesic_area_unsigned() / 1e6
}

#[test]
fn shapes_have_the_areas_of_the_states() {
    let world = world::load(&Files::Embedded).world;
    let (near, _) = world::load_near(&Files::Embedded);
    for (key, measured, tolerance, why) in STATES {
        let official = world.indicator(key, "area_km2").unwrap().0.value.unwrap();
        let off = |area: f64, from: f64| (area - from).abs() / from;
        let (fine, coarse) = (km2(&near, key), km2(&world.geography.far, key));
        assert!(off(fine, measured) < 1e-4, "{key}: {fine:.0} km², once {measured}");
        assert!(off(fine, official) < tolerance, "{key}: {fine:.0} km², officially {official}; expected: {why}");
        // The far shapes are drawn with a third of the points; small states lose or win a few per cent.
        let coarser = if official < 10_000.0 { 0.12 } else { 0.012 };
        assert!(off(coarse, fine) < coarser, "{key}: {coarse:.0} km² far, {fine:.0} km² near");
    }
}
