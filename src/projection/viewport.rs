//! The part of the world that a frame shows.

use kurbo::Affine;
use serde::{Deserialize, Serialize};

use super::Projection;

/// Centre and scale of a view. Any value may come from a file or a command line; every use takes the nearest sane one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Viewport {
    /// Longitude and latitude of the centre of the frame, in degrees.
    pub center: [f64; 2],
    /// Kilometres on the projected plane per page point.
    pub km_per_point: f64,
}

impl Default for Viewport {
    fn default() -> Self {
        Self::HOME
    }
}

impl Viewport {
    /// Where a view goes that names no sane place: the whole OTS in a window of usual size.
    pub const HOME: Self = Self { center: [49.0, 45.5], km_per_point: 7.5 };

    /// Smallest and largest kilometres per point: a town, and all that the far layer holds.
    pub const LIMITS: [f64; 2] = [0.05, 25.0];

    /// Window in which the centre stays: west, south, east, north, in degrees.
    pub const REACH: [f64; 4] = [-10.0, 18.0, 112.0, 68.0];

    /// Narrowest extent that [`fit`](Self::fit) shows, in kilometres.
    const NARROWEST: f64 = 60.0;

    /// The nearest view within [`LIMITS`](Self::LIMITS) and [`REACH`](Self::REACH); what is not a number becomes that
    /// of [`HOME`](Self::HOME).
    #[must_use]
    pub fn sane(self) -> Self {
        let within = |value: f64, home: f64, low: f64, high: f64| {
            if value.is_nan() { home } else { value.clamp(low, high) }
        };
        let [west, south, east, north] = Self::REACH;
        Self {
            center: [
                within(self.center[0], Self::HOME.center[0], west, east),
                within(self.center[1], Self::HOME.center[1], south, north),
            ],
            km_per_point: within(self.km_per_point, Self::HOME.km_per_point, Self::LIMITS[0], Self::LIMITS[1]),
        }
    }

    /// The view that shows all of these points (longitude and latitude in degrees) in a frame of this size in page
    /// points, leaving `margin` of its width and height (0 to 0.45) free on every side. No points give
    /// [`HOME`](Self::HOME); a single point is shown with its surroundings.
    #[must_use]
    pub fn fit(
        projection: &dyn Projection,
        points: impl IntoIterator<Item = [f64; 2]>,
        frame_width: f64,
        frame_height: f64,
        margin: f64,
    ) -> Self {
        let mut low = [f64::INFINITY; 2];
        let mut high = [f64::NEG_INFINITY; 2];
        for [x, y] in points.into_iter().filter_map(|[lon, lat]| projection.forward(lon, lat)) {
            low = [low[0].min(x), low[1].min(y)];
            high = [high[0].max(x), high[1].max(y)];
        }
        Self::fit_plane(projection, [low, high], frame_width, frame_height, margin)
    }

    /// As [`fit`](Self::fit), for the least and the greatest coordinates on the plane of what is to be seen.
    #[must_use]
    pub fn fit_plane(
        projection: &dyn Projection,
        [low, high]: [[f64; 2]; 2],
        frame_width: f64,
        frame_height: f64,
        margin: f64,
    ) -> Self {
        let middle = [f64::midpoint(low[0], high[0]), f64::midpoint(low[1], high[1])];
        let Some(center) = projection.inverse(middle) else { return Self::HOME };
        let free = 1.0 - 2.0 * if margin.is_nan() { 0.0 } else { margin.clamp(0.0, 0.45) };
        let need = |axis: usize, frame: f64| (high[axis] - low[axis]).max(Self::NARROWEST) / (frame.max(1.0) * free);
        Self { center, km_per_point: need(0, frame_width).max(need(1, frame_height)) }.sane()
    }

    /// Maps the plane (kilometres, y up) to the page (points, y down) so that the centre of the view falls on the
    /// centre of the frame, which is given as left, top, width and height in points.
    #[must_use]
    pub fn affine(&self, projection: &dyn Projection, frame: [f64; 4]) -> Affine {
        let view = self.sane();
        let [x, y] = view.plane_center(projection);
        let scale = 1.0 / view.km_per_point;
        let middle = [frame[0] + frame[2] / 2.0, frame[1] + frame[3] / 2.0];
        Affine::new([scale, 0.0, 0.0, -scale, middle[0] - x * scale, middle[1] + y * scale])
    }

    /// Longitude and latitude in degrees under a point of the page; none outside the image of the Earth.
    #[must_use]
    pub fn under(&self, projection: &dyn Projection, frame: [f64; 4], at: [f64; 2]) -> Option<[f64; 2]> {
        let view = self.sane();
        let [x, y] = view.plane_center(projection);
        let right = at[0] - frame[0] - frame[2] / 2.0;
        let down = at[1] - frame[1] - frame[3] / 2.0;
        projection.inverse([x + right * view.km_per_point, y - down * view.km_per_point])
    }

    /// The view enlarged by `factor` (below one: made smaller) while the place under `at`, a point of the page, stays
    /// where it is, as far as the limits allow.
    #[must_use]
    pub fn zoomed_at(&self, projection: &dyn Projection, frame: [f64; 4], at: [f64; 2], factor: f64) -> Self {
        let view = self.sane();
        if factor.is_nan() || factor <= 0.0 {
            return view;
        }
        let zoomed = Self { km_per_point: view.km_per_point / factor, ..view }.sane();
        let growth = view.km_per_point - zoomed.km_per_point;
        let [x, y] = view.plane_center(projection);
        let right = at[0] - frame[0] - frame[2] / 2.0;
        let down = at[1] - frame[1] - frame[3] / 2.0;
        zoomed.centered(projection, [x + right * growth, y - down * growth])
    }

    /// The view after the picture was dragged by so many points to the right and down.
    #[must_use]
    pub fn panned(&self, projection: &dyn Projection, right: f64, down: f64) -> Self {
        let view = self.sane();
        let [x, y] = view.plane_center(projection);
        view.centered(projection, [x - right * view.km_per_point, y + down * view.km_per_point])
    }

    /// The view on the way from this one (`part` 0) to another (1): places evenly, scale by equal factors.
    #[must_use]
    pub fn lerp(&self, other: &Self, part: f64) -> Self {
        let (from, to) = (self.sane(), other.sane());
        if part.is_nan() || part >= 1.0 {
            return to;
        }
        if part <= 0.0 {
            return from;
        }
        let mix = |a: f64, b: f64| a + (b - a) * part;
        Self {
            center: [mix(from.center[0], to.center[0]), mix(from.center[1], to.center[1])],
            km_per_point: mix(from.km_per_point.ln(), to.km_per_point.ln()).exp(),
        }
        .sane()
    }

    /// Kilometres on the ground per page point at the centre of the view: the mean of all directions there, which is
    /// what a scale bar states.
    #[must_use]
    pub fn km_per_point_true(&self, projection: &dyn Projection) -> f64 {
        let view = self.sane();
        view.km_per_point / view.mean_scale(projection)
    }

    /// Largest relative deviation, over a net of places in the whole frame and over all directions, of the linear
    /// scale from that at the centre: 0.05 means that a length read off a scale bar may be wrong by 5 %. Infinite
    /// where the frame shows more than the image of the Earth.
    #[must_use]
    pub fn scale_variation(&self, projection: &dyn Projection, frame: [f64; 4]) -> f64 {
        let places: Option<Vec<_>> = self.net(projection, frame).collect();
        places.map_or(f64::INFINITY, |places| self.scale_variation_over(projection, places))
    }

    /// Whether that is more than `most`: the corners of a wide frame tell at once.
    #[must_use]
    pub fn scale_varies(&self, projection: &dyn Projection, frame: [f64; 4], most: f64) -> bool {
        let mean = self.sane().mean_scale(projection);
        let differs = |[lon, lat]: [f64; 2]| projection.distortion(lon, lat).iter().any(|it| off(*it, mean) > most);
        self.net(projection, frame).any(|place| place.is_none_or(differs))
    }

    /// The largest deviation over these places only (longitude and latitude in degrees), such as the outlines a reader measures
    /// between; the corners of a wide frame lie much farther off than they do.
    #[must_use]
    pub fn scale_variation_over(&self, projection: &dyn Projection, places: impl IntoIterator<Item = [f64; 2]>) -> f64 {
        let mean = self.sane().mean_scale(projection);
        places
            .into_iter()
            .flat_map(|[lon, lat]| projection.distortion(lon, lat))
            .fold(0.0, |worst, scale| worst.max(off(scale, mean)))
    }

    /// Longitude and latitude of the places of a net over the frame, from one corner to the other.
    fn net(&self, projection: &dyn Projection, frame: [f64; 4]) -> impl Iterator<Item = Option<[f64; 2]>> {
        const NET: u32 = 8;
        let view = self.sane();
        let [x, y] = view.plane_center(projection);
        let away =
            move |count: u32, length: f64| (f64::from(count) / f64::from(NET) - 0.5) * length * view.km_per_point;
        let row = move |row| (0..=NET).map(move |column| [x + away(column, frame[2]), y - away(row, frame[3])]);
        (0..=NET).flat_map(row).map(|at| projection.inverse(at))
    }

    /// Centre on the plane in kilometres; every sane centre has one, the origin stands in to keep this total.
    fn plane_center(&self, projection: &dyn Projection) -> [f64; 2] {
        projection.forward(self.center[0], self.center[1]).unwrap_or_default()
    }

    /// The same scale about another point of the plane; unchanged where that lies outside the image of the Earth.
    fn centered(self, projection: &dyn Projection, plane: [f64; 2]) -> Self {
        projection.inverse(plane).map_or(self, |center| Self { center, ..self }.sane())
    }

    /// Plane kilometres per kilometre on the ground at the centre, mean of all directions.
    fn mean_scale(&self, projection: &dyn Projection) -> f64 {
        let [largest, smallest] = projection.distortion(self.center[0], self.center[1]);
        (largest * smallest).sqrt()
    }
}

/// How far a scale is off a mean, as a share of it.
fn off(scale: f64, mean: f64) -> f64 {
    if scale.is_nan() { f64::INFINITY } else { (scale / mean - 1.0).abs() }
}
