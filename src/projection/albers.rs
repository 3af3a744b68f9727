//! Albers equal-area conic: areas are exact, shapes stay close over the OTS; the usual view.

use std::sync::LazyLock;

use super::ellipsoid::{A, m, phi_of_q, q};
use super::{ORIGIN, Projection, STANDARD_PARALLELS, east_of_origin, finite, latitude, longitude};

/// Albers equal-area conic, standard parallels 38° and 50° N, origin 52° E 44° N.
#[derive(Debug, Clone, Copy)]
pub struct Albers;

/// What follows from the standard parallels.
struct Cone {
    /// (14-14)
    n: f64,
    /// (14-13)
    c: f64,
    /// (14-12a), kilometres
    rho0: f64,
}

static CONE: LazyLock<Cone> = LazyLock::new(|| {
    let [phi1, phi2] = STANDARD_PARALLELS.map(f64::to_radians);
    let n = (m(phi1).powi(2) - m(phi2).powi(2)) / (q(phi2) - q(phi1));
    let c = m(phi1).powi(2) + n * q(phi1);
    let rho0 = A * (c - n * q(ORIGIN[1].to_radians())).sqrt() / n;
    Cone { n, c, rho0 }
});

/// Radius of the parallel on the plane in kilometres (14-12).
fn rho(cone: &Cone, phi: f64) -> f64 {
    A * (cone.c - cone.n * q(phi)).sqrt() / cone.n
}

impl Projection for Albers {
    fn id(&self) -> &'static str {
        "albers"
    }

    /// (14-1), (14-2), (14-4), (14-12)
    fn forward(&self, lon: f64, lat: f64) -> Option<[f64; 2]> {
        let cone = &*CONE;
        let rho = rho(cone, latitude(lat)?);
        let (sin, cos) = (cone.n * east_of_origin(lon)).sin_cos();
        finite([rho * sin, cone.rho0 - rho * cos])
    }

    /// (14-9), (14-10), (14-11), (14-19), (3-16)
    fn inverse(&self, xy: [f64; 2]) -> Option<[f64; 2]> {
        let cone = &*CONE;
        let [x, y] = finite(xy)?;
        let rho = x.hypot(cone.rho0 - y);
        let east = x.atan2(cone.rho0 - y) / cone.n;
        if east.abs() > std::f64::consts::PI {
            return None;
        }
        let phi = phi_of_q((cone.c - (rho * cone.n / A).powi(2)) / cone.n)?;
        Some([longitude(east), phi.to_degrees()])
    }

    /// (14-16), (14-18)
    fn scale(&self, _lon: f64, lat: f64) -> [f64; 2] {
        let cone = &*CONE;
        let Some(phi) = latitude(lat) else { return [f64::NAN; 2] };
        let k = rho(cone, phi) * cone.n / (A * m(phi));
        [1.0 / k, k]
    }

    /// Meridians and parallels cross at right angles on the plane, too.
    fn distortion(&self, lon: f64, lat: f64) -> [f64; 2] {
        let [h, k] = self.scale(lon, lat);
        [h.max(k), h.min(k)]
    }
}
