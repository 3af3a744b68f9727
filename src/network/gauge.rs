//! Track gauge, as far as it is known, and which gauges a wagon can still have.

use crate::world::Mode;

/// Gauges that the facts tell apart, in millimetres; each has one bit in [`Rails`].
const KNOWN: [u16; 4] = [1435, 1520, 1000, 1668];

/// The gauge of a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gauge {
    /// Rails of one gauge, in millimetres.
    Single(u16),
    /// Rails of 1435 mm and of 1520 mm beside one another.
    Both,
    /// A railway whose gauge no source told.
    Unknown,
    /// No rails: a road or a ship.
    Trackless,
}

impl Gauge {
    /// The gauge that the facts word for a segment: `1520`, `1435`, `both`. Railways without a word, or with one that
    /// is not a gauge, are unknown; roads and ships have none, whatever is worded.
    #[must_use]
    pub fn read(mode: Mode, words: Option<&str>) -> Self {
        match (mode, words) {
            (Mode::Rail, Some("both")) => Self::Both,
            (Mode::Rail, Some(words)) => {
                words.parse().ok().filter(|mm| KNOWN.contains(mm)).map_or(Self::Unknown, Self::Single)
            }
            (Mode::Rail, None) => Self::Unknown,
            _ => Self::Trackless,
        }
    }

    /// The other one of the two gauges that lie beside one another on rails of both.
    pub(super) fn other(self) -> Option<Self> {
        match self {
            Self::Single(1520) => Some(Self::Single(1435)),
            Self::Single(1435) => Some(Self::Single(1520)),
            _ => None,
        }
    }

    /// The gauges that a wagon on it can have: any where nothing is known and where there are no rails.
    pub(super) fn rails(self) -> Rails {
        match self {
            Self::Single(mm) => {
                KNOWN.iter().position(|known| *known == mm).map_or(Rails::ANY, |at| Rails(1_u8.wrapping_shl(at as u32)))
            }
            Self::Both => Rails(0b11),
            Self::Unknown | Self::Trackless => Rails::ANY,
        }
    }
}

/// A set of gauges: what a wagon that came all the way can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rails(u8);

impl Rails {
    /// Nothing has been decided yet.
    pub const ANY: Self = Self(u8::MAX);

    /// What it can have beyond a segment, and whether the gauge breaks at its beginning.
    pub fn onto(self, next: Self) -> (Self, bool) {
        match self.0 & next.0 {
            0 => (next, true),
            both => (Self(both), false),
        }
    }
}

/// What of a way's past counts for its breaks of gauge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Track {
    /// The gauges that are still possible.
    pub rails: Rails,
    end: End,
}

/// Where rails of both gauges may belong to the railway beyond an end of the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// Nothing else has been passed so far.
    Begun,
    /// The last line has one of the two gauges.
    One,
    /// Nothing else has been passed since a line of one gauge and a place with a known break.
    Beyond,
    /// Neither.
    Within,
}

impl Track {
    /// At the beginning of a way.
    pub const START: Self = Self { rails: Rails::ANY, end: End::Begun };

    /// What it is beyond a line that begins at a place with or without a known break, and whether a break is counted there.
    pub fn onto(self, gauge: Gauge, known: bool) -> (Self, bool) {
        let (rails, breaks) = self.rails.onto(gauge.rails());
        let is_one_of_two = gauge.other().is_some();
        // Rails of both gauges at the beginning end here; without a line behind nothing has been decided.
        let begins = self.end == End::Begun && self.rails != Rails::ANY && is_one_of_two && known;
        let end = match (gauge, self.end) {
            (Gauge::Both, End::Begun) => End::Begun,
            (Gauge::Both, End::One) if known => End::Beyond,
            (Gauge::Both, End::Beyond) => End::Beyond,
            _ if is_one_of_two => End::One,
            _ => End::Within,
        };
        (Self { rails, end }, breaks || begins)
    }

    /// Whether one more break is counted where the way ends here.
    pub fn breaks_at_end(self) -> bool {
        self.end == End::Beyond
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read() {
        let cases = [
            (Mode::Rail, Some("1520"), Gauge::Single(1520)),
            (Mode::Rail, Some("both"), Gauge::Both),
            (Mode::Rail, Some("broad"), Gauge::Unknown),
            (Mode::Rail, None, Gauge::Unknown),
            (Mode::Ferry, Some("1520"), Gauge::Trackless),
            (Mode::Road, None, Gauge::Trackless),
        ];
        for (mode, words, gauge) in cases {
            assert_eq!(Gauge::read(mode, words), gauge, "{mode:?} {words:?}");
        }
    }

    #[test]
    fn gauges_meet_or_break() {
        let [broad, standard] = [1520, 1435].map(|mm| Gauge::Single(mm).rails());
        assert_eq!(Rails::ANY.onto(broad), (broad, false));
        assert_eq!(broad.onto(Gauge::Both.rails()), (broad, false));
        assert_eq!(broad.onto(Gauge::Trackless.rails()).0.onto(standard), (standard, true));
    }
}
