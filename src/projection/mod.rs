//! Sphere to plane and back: projections, the graticule and the view through a frame.
//!
//! Formulas are those of J. P. Snyder, *Map Projections: A Working Manual*, U.S. Geological Survey Professional Paper
//! 1395 (1987), for the ellipsoid WGS84; the numbers in brackets are his. A newcomer adds one file and one line in
//! [`ALL`]; `tests/projections.rs` walks that table.

mod albers;
mod azimuthal;
mod ellipsoid;
pub mod graticule;
mod lambert;
mod viewport;

pub use albers::Albers;
pub use azimuthal::Azimuthal;
pub use lambert::Lambert;
pub use viewport::Viewport;

/// A way to lay the ellipsoid out flat. Degrees are those of WGS84, longitude east and latitude north positive.
pub trait Projection: Send + Sync {
    /// The word for it in sessions and on the command line.
    fn id(&self) -> &'static str;

    /// Kilometres east and north of the origin; none where the projection has no finite image of the point.
    fn forward(&self, lon: f64, lat: f64) -> Option<[f64; 2]>;

    /// Longitude and latitude in degrees of a point of the plane in kilometres; none outside the image of the Earth.
    fn inverse(&self, xy: [f64; 2]) -> Option<[f64; 2]>;

    /// Plane kilometres per kilometre on the ground, along the meridian and along the parallel (`h` and `k`);
    /// not a number where there is no image.
    fn scale(&self, lon: f64, lat: f64) -> [f64; 2] {
        derivatives(self, lon, lat).map_or([f64::NAN; 2], |[north, east]| [length(north), length(east)])
    }

    /// Largest and smallest plane kilometres per kilometre on the ground over all directions: the half axes of
    /// Tissot's indicatrix (4-10 to 4-13); not a number where there is no image.
    fn distortion(&self, lon: f64, lat: f64) -> [f64; 2] {
        let Some([north, east]) = derivatives(self, lon, lat) else { return [f64::NAN; 2] };
        let squares = north[0] * north[0] + north[1] * north[1] + east[0] * east[0] + east[1] * east[1];
        let area = (east[0] * north[1] - east[1] * north[0]).abs();
        let sum = (squares + 2.0 * area).sqrt();
        let difference = (squares - 2.0 * area).max(0.0).sqrt();
        [f64::midpoint(sum, difference), f64::midpoint(sum, -difference)]
    }
}

/// Every projection; the first is the usual one.
pub const ALL: &[&dyn Projection] = &[&Albers, &Lambert, &Azimuthal];

/// The projection with this id.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static dyn Projection> {
    ALL.iter().copied().find(|projection| projection.id() == id)
}

/// Latitudes along which the two cones keep distances true, in degrees. Between them lies most of the OTS.
const STANDARD_PARALLELS: [f64; 2] = [38.0, 50.0];

/// Longitude and latitude of the origin of the plane, in degrees.
const ORIGIN: [f64; 2] = [52.0, 44.0];

/// Half the base of the difference quotients, in degrees: about 11 m.
const STEP: f64 = 1e-4;

/// Change of the plane point per kilometre on the ground northwards and eastwards, by central differences.
fn derivatives<P: Projection + ?Sized>(projection: &P, lon: f64, lat: f64) -> Option<[[f64; 2]; 2]> {
    let meridian = ellipsoid::km_per_degree_north(lat) * 2.0 * STEP;
    let parallel = ellipsoid::km_per_degree_east(lat) * 2.0 * STEP;
    let quotient = |a: [f64; 2], b: [f64; 2], ground: f64| [(b[0] - a[0]) / ground, (b[1] - a[1]) / ground];
    let north = quotient(projection.forward(lon, lat - STEP)?, projection.forward(lon, lat + STEP)?, meridian);
    let east = quotient(projection.forward(lon - STEP, lat)?, projection.forward(lon + STEP, lat)?, parallel);
    Some([north, east])
}

/// Length of a plane vector.
fn length(vector: [f64; 2]) -> f64 {
    vector[0].hypot(vector[1])
}

/// Radians east of the origin, between −π and π.
fn east_of_origin(lon: f64) -> f64 {
    ((lon - ORIGIN[0] + 180.0).rem_euclid(360.0) - 180.0).to_radians()
}

/// Longitude in degrees, between −180 and 180, of an angle in radians east of the origin.
fn longitude(east: f64) -> f64 {
    (east.to_degrees() + ORIGIN[0] + 180.0).rem_euclid(360.0) - 180.0
}

/// The point, if both its numbers are finite.
fn finite(point: [f64; 2]) -> Option<[f64; 2]> {
    (point[0].is_finite() && point[1].is_finite()).then_some(point)
}

/// Latitude in radians, if it is one.
fn latitude(lat: f64) -> Option<f64> {
    (-90.0..=90.0).contains(&lat).then(|| lat.to_radians())
}
