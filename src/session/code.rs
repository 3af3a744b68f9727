//! The view code: a view in some twenty letters, for chats and office programs that strip what a picture carries.
//!
//! A code holds the choices of a session bit by bit, ten bits to tell a slip of the pen, and is written with the 32
//! letters of Crockford's alphabet, which has neither I, L, O nor U. Places are kept to some ten metres.

use crate::date::Day;
use crate::lang::LANGUAGES;
use crate::projection::{self, Viewport};
use crate::style::Theme;
use crate::world::{Area, Id, Kind, Period, World};

use super::{Layer, Session, View};

/// Crockford's letters.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Most bits of a code: two routes with all that can be asked.
const LONGEST: usize = 1600;

/// Form of the code; another one gets another number.
const VERSION: u64 = 1;

/// Bits of each part.
mod bits {
    pub const VERSION: u32 = 3;
    pub const THEME: u32 = 3;
    pub const LANGUAGE: u32 = 4;
    pub const PROJECTION: u32 = 3;
    pub const LAYERS: u32 = 12;
    pub const LONGITUDE: u32 = 22;
    pub const LATITUDE: u32 = 21;
    pub const SCALE: u32 = 18;
    pub const YEAR: u32 = 14;
    pub const MONTH: u32 = 4;
    pub const DAY: u32 = 5;
    pub const THING: u32 = 30;
    pub const AREA: u32 = 4;
    pub const PARTS: u32 = 5;
    pub const CHECK: u32 = 10;
}

/// Why a text is no view code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadCode {
    /// A letter is wrong, missing or too many.
    Garbled,
    /// It comes from a later program.
    Newer,
    /// It names something that this edition does not know.
    Unknown,
}

impl std::fmt::Display for BadCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Garbled => "this is no view code, or a letter of it is wrong",
            Self::Newer => "this view code comes from a later version of OTS Atlas",
            Self::Unknown => "this view code names something that this edition does not know",
        })
    }
}

impl std::error::Error for BadCode {}

/// The code of a session: groups of four letters.
#[must_use]
pub fn encode(session: &Session) -> String {
    let mut pen = Bits::default();
    pen.put(VERSION, bits::VERSION);
    let place = |found: Option<usize>| found.unwrap_or_default() as u64;
    pen.put(place(Theme::ALL.iter().position(|(theme, _)| *theme == session.theme)), bits::THEME);
    pen.put(place(LANGUAGES.iter().position(|language| language.code == session.language)), bits::LANGUAGE);
    pen.put(place(projection::ALL.iter().position(|it| it.id() == session.projection)), bits::PROJECTION);
    let layers = Layer::ALL.iter().enumerate().filter(|(_, (layer, _))| session.layers.contains(layer));
    pen.put(layers.map(|(at, _)| 1 << at).sum(), bits::LAYERS);
    pen.put(u64::from(session.viewport.is_some()), 1);
    if let Some(view) = session.viewport.map(Viewport::sane) {
        pen.put(part(view.center[0], -180.0, 180.0, bits::LONGITUDE), bits::LONGITUDE);
        pen.put(part(view.center[1], -90.0, 90.0, bits::LATITUDE), bits::LATITUDE);
        let [low, high] = Viewport::LIMITS.map(f64::ln);
        pen.put(part(view.km_per_point.ln(), low, high, bits::SCALE), bits::SCALE);
    }
    pen.put(u64::from(session.as_of.is_some()), 1);
    if let Some(day) = session.as_of {
        put_day(&mut pen, day);
    }
    pen.put(u64::from(session.selection.is_some()), 1);
    if let Some(id) = &session.selection {
        put_thing(&mut pen, id);
    }
    pen.put(u64::from(session.area.is_some()), 1);
    if let Some(area) = session.area {
        pen.put(place(Area::ALL.iter().position(|(it, _)| *it == area)), bits::AREA);
    }
    // Codes without it are as long as they were before there were strips.
    let is_map = session.view == View::Map;
    if session.strip || session.beside.is_some() || !is_map {
        pen.put(u64::from(session.strip), 1);
    }
    if let Some(beside) = &session.beside {
        pen.put(1, 1);
        put_thing(&mut pen, beside);
    } else if !is_map {
        pen.put(0, 1);
    }
    if !is_map {
        pen.put(1, 1);
    }
    pen.put(check(&pen.0), bits::CHECK);
    pen.letters()
}

/// The session of a code; hyphens, spaces and small letters do not matter.
///
/// # Errors
/// Where the text is no code of this edition.
pub fn decode(text: &str, world: &World) -> Result<Session, BadCode> {
    let mut eye = Bits::read(text)?;
    if eye.take(bits::VERSION)? != VERSION {
        return Err(BadCode::Newer);
    }
    let mut session = Session { view: View::Map, ..Session::default() };
    let unknown = BadCode::Unknown;
    session.theme = Theme::ALL.get(eye.take(bits::THEME)? as usize).ok_or(unknown)?.0;
    LANGUAGES.get(eye.take(bits::LANGUAGE)? as usize).ok_or(unknown)?.code.clone_into(&mut session.language);
    let projection = projection::ALL.get(eye.take(bits::PROJECTION)? as usize).ok_or(unknown)?;
    projection.id().clone_into(&mut session.projection);
    let layers = eye.take(bits::LAYERS)?;
    if layers >> Layer::ALL.len() != 0 {
        return Err(unknown);
    }
    session.layers =
        (0..).zip(Layer::ALL).filter(|(at, _)| layers >> at & 1 == 1).map(|(_, (layer, _))| layer).collect();
    if eye.take(1)? == 1 {
        let longitude = whole(eye.take(bits::LONGITUDE)?, -180.0, 180.0, bits::LONGITUDE);
        let latitude = whole(eye.take(bits::LATITUDE)?, -90.0, 90.0, bits::LATITUDE);
        let [low, high] = Viewport::LIMITS.map(f64::ln);
        let km_per_point = whole(eye.take(bits::SCALE)?, low, high, bits::SCALE).exp();
        session.viewport = Some(Viewport { center: [longitude, latitude], km_per_point }.sane());
    }
    if eye.take(1)? == 1 {
        session.as_of = Some(take_day(&mut eye)?);
    }
    if eye.take(1)? == 1 {
        session.selection = Some(take_thing(&mut eye, world)?);
    }
    if eye.take(1)? == 1 {
        session.area = Some(Area::ALL.get(eye.take(bits::AREA)? as usize).ok_or(unknown)?.0);
    }
    session.strip = eye.take(1).is_ok_and(|bit| bit == 1);
    if eye.take(1).is_ok_and(|bit| bit == 1) {
        session.beside = Some(take_thing(&mut eye, world)?);
    }
    if eye.take(1).is_ok_and(|bit| bit == 1) {
        session.view = View::Matrix;
    }
    Ok(session)
}

/// What stands for anything of a kind that is asked for, before the question itself.
fn any(kind: Kind) -> u64 {
    digest(&Id::new(kind, ""))
}

/// Writes a day.
fn put_day(pen: &mut Bits, day: Day) {
    pen.put(day.year() as u64, bits::YEAR);
    pen.put(day.month().into(), bits::MONTH);
    pen.put(day.day().into(), bits::DAY);
}

/// Reads a day.
fn take_day(eye: &mut Bits) -> Result<Day, BadCode> {
    let [year, month, day] = [eye.take(bits::YEAR)?, eye.take(bits::MONTH)?, eye.take(bits::DAY)?];
    Day::new(year as i16, month as u8, day as u8).ok_or(BadCode::Garbled)
}

/// Writes a thing; a route with all of its question, a comparison with its days.
fn put_thing(pen: &mut Bits, id: &Id) {
    if id.kind == Kind::Changes {
        pen.put(any(Kind::Changes), bits::THING);
        id.key.split('~').filter_map(|day| day.parse().ok()).for_each(|day| put_day(pen, day));
        return;
    }
    let is_listed = matches!(id.kind, Kind::Route | Kind::Comparison);
    let Some(key) = is_listed.then_some(&id.key) else { return pen.put(digest(id), bits::THING) };
    pen.put(any(id.kind), bits::THING);
    // The words of a key have no digits to count on: each part stands by its digest, their number first.
    let parts: Vec<&str> = key.split('~').collect();
    pen.put(parts.len() as u64, bits::PARTS);
    parts.iter().for_each(|part| pen.put(digest_of(part), bits::THING));
}

/// Reads a thing.
fn take_thing(eye: &mut Bits, world: &World) -> Result<Id, BadCode> {
    let thing = eye.take(bits::THING)?;
    if thing == any(Kind::Changes) {
        let period = Period::new(take_day(eye)?, take_day(eye)?).ok_or(BadCode::Garbled)?;
        return world.period(&period.id().key).map(|period| period.id()).ok_or(BadCode::Unknown);
    }
    let Some(kind) = [Kind::Route, Kind::Comparison].into_iter().find(|kind| any(*kind) == thing) else {
        return world.ids().find(|id| digest(id) == thing).ok_or(BadCode::Unknown);
    };
    let parts = eye.take(bits::PARTS)?;
    let known: Vec<String> = world.route_words().collect();
    let part = |eye: &mut Bits| {
        let part = eye.take(bits::THING)?;
        known.iter().find(|word| digest_of(word) == part).map(String::as_str).ok_or(BadCode::Unknown)
    };
    let parts = (0..parts).map(|_| part(eye)).collect::<Result<Vec<_>, _>>()?;
    Some(Id::new(kind, parts.join("~"))).filter(|id| world.exists(id)).ok_or(BadCode::Unknown)
}

/// A value between two others as a whole number of so many bits.
fn part(value: f64, low: f64, high: f64, bits: u32) -> u64 {
    let steps = ((1_u64 << bits) - 1) as f64;
    ((value - low) / (high - low) * steps).round().clamp(0.0, steps) as u64
}

/// The value that a whole number stands for.
fn whole(number: u64, low: f64, high: f64, bits: u32) -> f64 {
    low + number as f64 / ((1_u64 << bits) - 1) as f64 * (high - low)
}

/// A digest by Fowler, Noll and Vo (FNV-1a, 64 bits).
fn fnv(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// What stands for a thing: its digest, so that the code survives other things that come and go.
fn digest(id: &Id) -> u64 {
    digest_of(&id.to_string())
}

/// The digest of a text.
fn digest_of(text: &str) -> u64 {
    let hash = fnv(text.bytes());
    (hash ^ hash >> 32) & ((1 << bits::THING) - 1)
}

/// What tells a slip of the pen.
fn check(bits: &[bool]) -> u64 {
    let hash = fnv(bits.iter().map(|bit| u8::from(*bit)));
    (hash ^ hash >> 21 ^ hash >> 43) & ((1 << bits::CHECK) - 1)
}

/// Bits in a row.
#[derive(Default)]
struct Bits(Vec<bool>);

impl Bits {
    /// Adds a number, its highest bit first.
    fn put(&mut self, number: u64, bits: u32) {
        self.0.extend((0..bits).rev().map(|at| number >> at & 1 == 1));
    }

    /// The bits as letters.
    fn letters(&self) -> String {
        let mut text = String::new();
        for (at, five) in self.0.chunks(5).enumerate() {
            if at > 0 && at % 4 == 0 {
                text.push('-');
            }
            let value = (0..5).fold(0, |value, bit| value << 1 | usize::from(five.get(bit).copied().unwrap_or(false)));
            text.push(LETTERS[value] as char);
        }
        text
    }

    /// The bits of a code without the check, in the order in which they are taken: last first.
    fn read(text: &str) -> Result<Self, BadCode> {
        let mut bits = Vec::new();
        for letter in text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-') {
            if bits.len() > LONGEST {
                return Err(BadCode::Garbled);
            }
            // Letters that look like digits are those.
            let letter = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let value = LETTERS.iter().position(|it| *it as char == letter).ok_or(BadCode::Garbled)?;
            bits.extend((0..5).rev().map(|at| value >> at & 1 == 1));
        }
        // Up to four bits fill the last letter up.
        let checked = (0..5).find_map(|filling| {
            let end = bits.len().checked_sub(filling)?;
            let start = end.checked_sub(bits::CHECK as usize)?;
            let number = bits[start..end].iter().fold(0, |number, bit| number << 1 | u64::from(*bit));
            let is_blank = bits[end..].iter().all(|bit| !bit);
            (is_blank && start > 0 && number == check(&bits[..start])).then_some(start)
        });
        bits.truncate(checked.ok_or(BadCode::Garbled)?);
        bits.reverse();
        Ok(Self(bits))
    }

    /// Takes the next number.
    fn take(&mut self, bits: u32) -> Result<u64, BadCode> {
        (0..bits).try_fold(0, |number, _| Some(number << 1 | u64::from(self.0.pop()?))).ok_or(BadCode::Garbled)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::world::{self, Files};

    #[test]
    fn codes_lead_back() {
        let world = world::load(&Files::Embedded).world;
        let plain = Session::default();
        let code = encode(&plain);
        assert!(code.len() <= 12, "{code}");
        assert_eq!(decode(&code, &world), Ok(plain));
        let view = Viewport { center: [71.446, 51.1801], km_per_point: 1.234 };
        for (id, area) in world.ids().step_by(7).zip(Area::ALL.iter().cycle()) {
            let session = Session {
                selection: Some(id),
                viewport: Some(view),
                as_of: Day::new(2019, 10, 14),
                theme: Theme::Dark,
                language: "tr".to_owned(),
                layers: [Layer::Water].into(),
                area: Some(area.0),
                strip: area.0 < Area::ALL[Area::ALL.len() / 2].0,
                ..Session::default()
            };
            let route = || Some(Id::new(Kind::Route, "kz_altynkol~TR~planned~no-sea~via=AZ~avoid=KZ02~way=2"));
            let session = match session.area {
                Some(Area::Customs) => Session { beside: route(), view: View::Matrix, ..session },
                Some(Area::Economy) => Session { view: View::Matrix, ..session },
                Some(Area::Trade) => {
                    Session { selection: Some(Id::new(Kind::Changes, "2019-10-14~2021-11-12")), ..session }
                }
                Some(Area::Energy) => Session { selection: route(), beside: route(), ..session },
                _ => session,
            };
            let code = encode(&session);
            let back = decode(&code.to_lowercase().replace('-', " "), &world).unwrap();
            let seen = back.viewport.unwrap();
            assert!((seen.center[0] - view.center[0]).abs() < 1e-4 && (seen.center[1] - view.center[1]).abs() < 1e-4);
            assert!((seen.km_per_point / view.km_per_point - 1.0).abs() < 1e-4);
            assert_eq!(Session { viewport: Some(view), ..back.clone() }, session);
            // What the code says, it says again.
            assert_eq!(encode(&back), code);
        }
    }

    #[test]
    fn digests_of_things_differ() {
        let world = world::load(&Files::Embedded).world;
        let all: BTreeSet<u64> = world.ids().map(|id| digest(&id)).collect();
        assert_eq!(all.len(), world.ids().count());
    }

    #[test]
    fn slips_are_noticed() {
        let world = world::load(&Files::Embedded).world;
        let code = encode(&Session::default());
        for wrong in ["", "-", "0", "hello", "https://example.org", &"7".repeat(1000)] {
            assert_eq!(decode(wrong, &world), Err(BadCode::Garbled), "{wrong}");
        }
        let mut noticed = 0;
        let mut tried = 0;
        for (at, letter) in code.char_indices().filter(|(_, letter)| *letter != '-') {
            for other in LETTERS.iter().map(|it| *it as char).filter(|other| *other != letter) {
                let mut slip = code.clone();
                slip.replace_range(at..=at, &other.to_string());
                tried += 1;
                noticed += usize::from(decode(&slip, &world).is_err());
            }
        }
        assert!(noticed * 100 >= tried * 99, "{noticed} of {tried}");
    }
}
