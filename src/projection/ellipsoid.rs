//! The ellipsoid WGS84 and the auxiliary functions of latitude that the projections share.

use std::f64::consts::FRAC_PI_2;

/// Semi-major axis in kilometres.
pub(super) const A: f64 = 6378.137;

/// Flattening.
const F: f64 = 1.0 / 298.257_223_563;

/// Square of the first eccentricity.
pub(super) const E2: f64 = F * (2.0 - F);

/// One third, fifth and so on of the powers of [`E2`]: the series of the inverse hyperbolic tangent in [`q`], whose rest is
/// below the last digit.
const SERIES: [f64; 7] = {
    let (mut terms, mut power, mut k) = ([0.0; 7], 1.0, 0);
    while k < terms.len() {
        terms[k] = power / (2 * k + 1) as f64;
        power *= E2;
        k += 1;
    }
    terms
};

/// Iterations never run longer than this; a handful suffices.
const ROUNDS: usize = 20;

/// First eccentricity.
pub(super) fn eccentricity() -> f64 {
    E2.sqrt()
}

/// Radius of the parallel in semi-major axes (14-15); latitude in radians.
pub(super) fn m(phi: f64) -> f64 {
    phi.cos() / (1.0 - E2 * phi.sin().powi(2)).sqrt()
}

/// Area measure of latitude (3-12): the zone from the equator to here, in units of 2π times half the axis squared.
pub(super) fn q(phi: f64) -> f64 {
    let s = phi.sin();
    let s2 = s * s;
    let sum = SERIES.iter().rev().fold(0.0, |sum, term| sum * s2 + term);
    (1.0 - E2) * s * (1.0 / (1.0 - E2 * s2) + sum)
}

/// Latitude in radians of an area measure (3-16, Newton's method); none beyond the poles.
pub(super) fn phi_of_q(target: f64) -> Option<f64> {
    let sin_beta = target / q(FRAC_PI_2);
    if sin_beta.is_nan() || sin_beta.abs() > 1.0 + 1e-12 {
        return None;
    }
    let beta = sin_beta.clamp(-1.0, 1.0).asin();
    // (3-18), first term: within some 10 km everywhere.
    let mut phi = beta + E2 / 3.0 * (2.0 * beta).sin();
    for _ in 0..ROUNDS {
        let (s, c) = phi.sin_cos();
        if c < 1e-9 {
            break;
        }
        let w = 1.0 - E2 * s * s;
        let change = w * w / (2.0 * c * (1.0 - E2)) * (target - q(phi));
        phi = (phi + change).clamp(-FRAC_PI_2, FRAC_PI_2);
        if change.abs() < 1e-14 {
            break;
        }
    }
    Some(phi)
}

/// Conformal measure of latitude (15-9): falls from infinity at the south pole to nothing at the north pole.
pub(super) fn t(phi: f64) -> f64 {
    let e = eccentricity();
    (std::f64::consts::FRAC_PI_4 - phi / 2.0).tan() * (e * (e * phi.sin()).atanh()).exp()
}

/// Latitude in radians of a conformal measure (7-9).
pub(super) fn phi_of_t(target: f64) -> f64 {
    let e = eccentricity();
    let mut phi = FRAC_PI_2 - 2.0 * target.atan();
    for _ in 0..ROUNDS {
        let next = FRAC_PI_2 - 2.0 * (target * (-e * (e * phi.sin()).atanh()).exp()).atan();
        let change = next - phi;
        phi = next;
        if change.abs() < 1e-15 {
            break;
        }
    }
    phi
}

/// Kilometres on the ground per degree along the meridian (4-19); latitude in degrees.
pub(super) fn km_per_degree_north(lat: f64) -> f64 {
    let w = 1.0 - E2 * lat.to_radians().sin().powi(2);
    (A * (1.0 - E2) / w.powf(1.5)).to_radians()
}

/// Kilometres on the ground per degree along the parallel (4-21); latitude in degrees.
pub(super) fn km_per_degree_east(lat: f64) -> f64 {
    (A * m(lat.to_radians())).to_radians()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_series_is_the_inverse_hyperbolic_tangent() {
        for degrees in 0..=90 {
            let (s, e) = (f64::from(degrees).to_radians().sin(), eccentricity());
            let exact = (1.0 - E2) * (s / (1.0 - E2 * s * s) + (e * s).atanh() / e);
            assert!((q(f64::from(degrees).to_radians()) - exact).abs() < 1e-15, "{degrees}");
        }
    }
}
