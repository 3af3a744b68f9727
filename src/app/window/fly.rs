//! The map on its way from one view to another: 280 ms, fast at first.

use std::time::{Duration, Instant};

use crate::projection::Viewport;

/// How long a flight takes.
const TIME: Duration = Duration::from_millis(280);

/// A flight.
#[derive(Debug, Clone, Copy)]
pub struct Flight {
    from: Viewport,
    to: Viewport,
    start: Instant,
}

impl Flight {
    /// Sets off now.
    #[must_use]
    pub fn new(from: Viewport, to: Viewport) -> Self {
        Self { from, to, start: Instant::now() }
    }

    /// Where it is at a time; none once it has arrived.
    #[must_use]
    pub fn at(&self, now: Instant) -> Option<Viewport> {
        let part = now.saturating_duration_since(self.start).as_secs_f64() / TIME.as_secs_f64();
        (part < 1.0).then(|| self.from.lerp(&self.to, ease_out(part)))
    }
}

/// Fast at first, gentle at the end.
fn ease_out(part: f64) -> f64 {
    1.0 - (1.0 - part).powi(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flights_arrive() {
        let to = Viewport { center: [66.0, 48.0], km_per_point: 2.0 };
        let flight = Flight::new(Viewport::HOME, to);
        assert_eq!(flight.at(flight.start), Some(Viewport::HOME));
        let half = flight.at(flight.start + TIME / 2).unwrap();
        assert!(half.km_per_point < 4.0 && half.km_per_point > 2.0);
        assert_eq!(flight.at(flight.start + TIME), None);
    }
}
