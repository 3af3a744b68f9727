//! Lambert conformal conic: angles are exact, so courses and shapes look familiar; areas are not comparable.

use std::sync::LazyLock;

use super::ellipsoid::{A, m, phi_of_t, t};
use super::{ORIGIN, Projection, STANDARD_PARALLELS, east_of_origin, finite, latitude, longitude};

/// Lambert conformal conic, standard parallels 38° and 50° N, origin 52° E 44° N.
#[derive(Debug, Clone, Copy)]
pub struct Lambert;

/// What follows from the standard parallels.
struct Cone {
    /// (15-8)
    n: f64,
    /// A times (15-10), kilometres
    af: f64,
    /// (15-7a), kilometres
    rho0: f64,
}

static CONE: LazyLock<Cone> = LazyLock::new(|| {
    let [phi1, phi2] = STANDARD_PARALLELS.map(f64::to_radians);
    let n = (m(phi1).ln() - m(phi2).ln()) / (t(phi1).ln() - t(phi2).ln());
    let af = A * m(phi1) / (n * t(phi1).powf(n));
    let rho0 = af * t(ORIGIN[1].to_radians()).powf(n);
    Cone { n, af, rho0 }
});

/// Southernmost latitude with an image, in degrees: the south pole itself lies at infinity.
const SOUTH: f64 = -85.0;

impl Projection for Lambert {
    fn id(&self) -> &'static str {
        "lambert"
    }

    /// (14-1), (14-2), (14-4), (15-7)
    fn forward(&self, lon: f64, lat: f64) -> Option<[f64; 2]> {
        let cone = &*CONE;
        let phi = latitude(lat).filter(|_| lat >= SOUTH)?;
        // The tangent in (15-9) may come out a hair below zero at the pole.
        let rho = cone.af * t(phi).max(0.0).powf(cone.n);
        let (sin, cos) = (cone.n * east_of_origin(lon)).sin_cos();
        finite([rho * sin, cone.rho0 - rho * cos])
    }

    /// (14-9), (14-10), (14-11), (15-11), (7-9)
    fn inverse(&self, xy: [f64; 2]) -> Option<[f64; 2]> {
        let cone = &*CONE;
        let [x, y] = finite(xy)?;
        let rho = x.hypot(cone.rho0 - y);
        let east = x.atan2(cone.rho0 - y) / cone.n;
        if east.abs() > std::f64::consts::PI {
            return None;
        }
        let lat = phi_of_t((rho / cone.af).powf(1.0 / cone.n)).to_degrees();
        (lat >= SOUTH - 1e-9).then(|| [longitude(east), lat])
    }

    /// (15-16)
    fn scale(&self, _lon: f64, lat: f64) -> [f64; 2] {
        let cone = &*CONE;
        let Some(phi) = latitude(lat).filter(|_| lat >= SOUTH) else { return [f64::NAN; 2] };
        let k = cone.af * t(phi).max(0.0).powf(cone.n) * cone.n / (A * m(phi));
        [k, k]
    }
}
