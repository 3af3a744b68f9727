//! Lambert azimuthal equal-area: areas are exact and nothing is torn, so it suits wide views.

use std::f64::consts::FRAC_PI_2;
use std::sync::LazyLock;

use super::ellipsoid::{A, m, phi_of_q, q};
use super::{ORIGIN, Projection, east_of_origin, finite, latitude, longitude};

/// Lambert azimuthal equal-area, centre 52° E 44° N.
#[derive(Debug, Clone, Copy)]
pub struct Azimuthal;

/// What follows from the centre.
struct Disc {
    /// (3-12) at the pole
    qp: f64,
    /// (3-13), kilometres
    rq: f64,
    /// (3-11) of the centre, as sine and cosine
    beta1: (f64, f64),
    /// (24-20)
    d: f64,
}

static DISC: LazyLock<Disc> = LazyLock::new(|| {
    let phi1 = ORIGIN[1].to_radians();
    let qp = q(FRAC_PI_2);
    let rq = A * (qp / 2.0).sqrt();
    let beta1 = (q(phi1) / qp).asin().sin_cos();
    Disc { qp, rq, beta1, d: A * m(phi1) / (rq * beta1.1) }
});

impl Projection for Azimuthal {
    fn id(&self) -> &'static str {
        "azimuthal"
    }

    /// (24-17), (24-18), (24-19), (3-11); none at the antipode of the centre, whose image is a circle.
    fn forward(&self, lon: f64, lat: f64) -> Option<[f64; 2]> {
        let Disc { qp, rq, beta1: (sin1, cos1), d } = *DISC;
        let sin_beta = (q(latitude(lat)?) / qp).clamp(-1.0, 1.0);
        let cos_beta = (1.0 - sin_beta * sin_beta).sqrt();
        let (sin, cos) = east_of_origin(lon).sin_cos();
        let nearness = 1.0 + sin1 * sin_beta + cos1 * cos_beta * cos;
        if nearness < 1e-9 {
            return None;
        }
        let b = rq * (2.0 / nearness).sqrt();
        finite([b * d * cos_beta * sin, b / d * (cos1 * sin_beta - sin1 * cos_beta * cos)])
    }

    /// (24-26) to (24-29), (3-16)
    fn inverse(&self, xy: [f64; 2]) -> Option<[f64; 2]> {
        let Disc { qp, rq, beta1: (sin1, cos1), d } = *DISC;
        let [x, y] = finite(xy)?;
        let rho = (x / d).hypot(d * y);
        if rho < 1e-12 {
            return Some(ORIGIN);
        }
        if rho > 2.0 * rq {
            return None;
        }
        let (sin, cos) = (2.0 * (rho / (2.0 * rq)).asin()).sin_cos();
        let phi = phi_of_q(qp * (cos * sin1 + d * y * sin * cos1 / rho))?;
        let east = (x * sin).atan2(d * rho * cos1 * cos - d * d * y * sin1 * sin);
        Some([longitude(east), phi.to_degrees()])
    }
}
