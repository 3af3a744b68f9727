//! Calendar days and the shortened dates that sources give: a year, a month of a year, or a day.

use std::fmt;
use std::str::FromStr;

/// A day of the Gregorian calendar, in years 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: i16,
    month: u8,
    day: u8,
}

/// A date as precise as its source: a year, a month or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    /// 0 where only the year is known.
    month: u8,
    /// 0 where only the month is known.
    day: u8,
}

/// Whether something had happened by a day, where its own date may be imprecise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happened {
    /// Certainly on or before that day.
    Yes,
    /// Certainly after that day.
    No,
    /// The date is too coarse to tell.
    Unknown,
}

/// Why a text is not a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotADate(pub String);

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is not a date; write 2025, 2025-09 or 2025-09-18", self.0)
    }
}

impl std::error::Error for NotADate {}

/// Days in a month of the Gregorian calendar.
fn days_in_month(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl Day {
    /// 1 January of year 1.
    pub const FIRST: Self = Self { year: 1, month: 1, day: 1 };

    /// The first day that there is.
    pub const MIN: Self = Self { year: 1, month: 1, day: 1 };

    /// The day, or none where the calendar has no such day.
    #[must_use]
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let valid =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month);
        valid.then_some(Self { year, month, day })
    }

    /// Calendar year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.year
    }

    /// Month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// Year with the part of it that has passed, for axes: 1 July 2025 is about 2025.5.
    #[must_use]
    pub fn fraction(self) -> f64 {
        let before: u16 = (1..self.month).map(|m| u16::from(days_in_month(self.year, m))).sum();
        let length: u16 = (1..=12).map(|m| u16::from(days_in_month(self.year, m))).sum();
        f64::from(self.year) + (f64::from(before) + f64::from(self.day) - 1.0) / f64::from(length)
    }

    /// The day at a year and the part of it that has passed, as [`Day::fraction`] tells it; the nearest there is.
    #[must_use]
    pub fn at(time: f64) -> Self {
        let year = time.floor().clamp(1.0, 9999.0) as i16;
        let length: u16 = (1..=12).map(|month| u16::from(days_in_month(year, month))).sum();
        let mut rest = ((time - f64::from(year)).clamp(0.0, 1.0) * f64::from(length)).round() as u16;
        for month in 1..=12 {
            let days = u16::from(days_in_month(year, month));
            if rest < days {
                return Self { year, month, day: rest as u8 + 1 };
            }
            rest -= days;
        }
        Self { year, month: 12, day: 31 }
    }

    /// The day after this one; the last day of year 9999 stays itself.
    #[must_use]
    pub fn next(self) -> Self {
        Self::new(self.year, self.month, self.day + 1)
            .or_else(|| Self::new(self.year, self.month + 1, 1))
            .or_else(|| Self::new(self.year + 1, 1, 1))
            .unwrap_or(self)
    }

    /// The day before this one; the first day of year 1 stays itself.
    #[must_use]
    pub fn previous(self) -> Self {
        if self.day > 1 {
            return Self { day: self.day - 1, ..self };
        }
        if self.month > 1 {
            let month = self.month - 1;
            return Self { month, day: days_in_month(self.year, month), ..self };
        }
        Self::new(self.year - 1, 12, 31).unwrap_or(self)
    }
}

impl Date {
    /// A year.
    #[must_use]
    pub fn from_year(year: i16) -> Option<Self> {
        (1..=9999).contains(&year).then_some(Self { year, month: 0, day: 0 })
    }

    /// Calendar year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.year
    }

    /// Month, where known.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// Day of the month, where known.
    #[must_use]
    pub fn day(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }

    /// The first day that this date can mean.
    #[must_use]
    pub fn earliest(self) -> Day {
        Day { year: self.year, month: self.month.max(1), day: self.day.max(1) }
    }

    /// The last day that this date can mean.
    #[must_use]
    pub fn latest(self) -> Day {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day == 0 { days_in_month(self.year, month) } else { self.day };
        Day { year: self.year, month, day }
    }

    /// Whether a thing with this date had happened at the end of the day asked for.
    #[must_use]
    pub fn happened_by(self, day: Day) -> Happened {
        if self.latest() <= day {
            Happened::Yes
        } else if self.earliest() > day {
            Happened::No
        } else {
            Happened::Unknown
        }
    }
}

impl From<Day> for Date {
    fn from(d: Day) -> Self {
        Self { year: d.year, month: d.month, day: d.day }
    }
}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let wrong = || NotADate(text.chars().take(40).collect());
        let mut parts = text.split('-');
        let number = |part: Option<&str>, width: usize| match part {
            None => Ok(None),
            Some(p) if p.len() == width && p.bytes().all(|b| b.is_ascii_digit()) => {
                p.parse::<i16>().map(Some).map_err(|_| wrong())
            }
            Some(_) => Err(wrong()),
        };
        let year = number(parts.next(), 4)?.ok_or_else(wrong)?;
        let month = number(parts.next(), 2)?;
        let day = number(parts.next(), 2)?;
        if parts.next().is_some() || month == Some(0) || day == Some(0) {
            return Err(wrong());
        }
        let small = |n: Option<i16>| u8::try_from(n.unwrap_or(0)).map_err(|_| wrong());
        let date = Self { year, month: small(month)?, day: small(day)? };
        let probe = date.earliest();
        Day::new(probe.year, probe.month, probe.day).map(|_| date).ok_or_else(wrong)
    }
}

impl FromStr for Day {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let date: Date = text.parse()?;
        if date.day == 0 {
            return Err(NotADate(text.to_owned()));
        }
        Ok(date.earliest())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.month, self.day) {
            (0, _) => write!(f, "{:04}", self.year),
            (m, 0) => write!(f, "{:04}-{m:02}", self.year),
            (m, d) => write!(f, "{:04}-{m:02}-{d:02}", self.year),
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Date::from(*self).fmt(f)
    }
}

/// Implements serde as the ISO text.
macro_rules! serde_as_text {
    ($($kind:ty),*) => {$(
        impl serde::Serialize for $kind {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }
        impl<'de> serde::Deserialize<'de> for $kind {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = String::deserialize(d)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}
serde_as_text!(Date, Day);
