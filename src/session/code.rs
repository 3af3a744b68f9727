//! The view code: a view in some twenty letters, for chats and office programs that strip what a picture carries.
//!
//! A code holds the choices of a session bit by bit, ten bits to tell a slip of the pen, and is written with the 32
//! letters of Crockford's alphabet, which has neither I, L, O nor U. Places are kept to some ten metres.

use crate::lang::LANGUAGES;
use crate::projection::{self, Viewport};
use crate::style::Theme;
use crate::world::{Area, World};

mod row;
mod thing;

use row::{Bits, check, letter};
use thing::{put_day, put_order, put_thing, take_day, take_order, take_thing};

use super::{Layer, Session, Sorting, View};

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
    pub const ORDER: u32 = 3;
    pub const CHECK: u32 = 10;
}

/// Why a text is no view code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadCode {
    /// A letter is wrong, missing or too many.
    Garbled,
    /// It comes from a later program.
    Newer,
    /// It compares with another edition, which is not open.
    Edition,
    /// It names something that this edition does not know.
    Unknown,
}

impl std::fmt::Display for BadCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Garbled => "this is no view code, or a letter of it is wrong",
            Self::Newer => "this view code comes from a later version of OTS Atlas",
            Self::Edition => {
                "this view compares with another edition of the facts; open the folder of that edition first"
            }
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
    let (is_map, is_sorted) = (session.view == View::Map, !session.sorting.is_usual());
    let is_plain = is_map && !is_sorted;
    if session.strip || session.beside.is_some() || !is_plain {
        pen.put(u64::from(session.strip), 1);
    }
    if let Some(beside) = &session.beside {
        pen.put(1, 1);
        put_thing(&mut pen, beside);
    } else if !is_plain {
        pen.put(0, 1);
    }
    if !is_plain {
        pen.put(u64::from(!is_map), 1);
    }
    if is_sorted {
        pen.put(1, 1);
        session.sorting.both().into_iter().for_each(|(order, kind)| put_order(&mut pen, order, kind));
    }
    // Now and then the check fits with another filling of the last letter, too: bits that say nothing are added until
    // there is one reading only.
    loop {
        let mut whole = Bits(pen.0.clone());
        whole.put(check(&whole.0), bits::CHECK);
        let text = whole.letters();
        if Bits::read(&text).is_ok_and(|readings| readings.len() == 1) || pen.0.len() > row::LONGEST / 2 {
            return text;
        }
        pen.put(0, 1);
    }
}

/// The session of a code; hyphens, spaces and small letters do not matter.
///
/// # Errors
/// Where the text is no code of this edition.
pub fn decode(text: &str, world: &World) -> Result<Session, BadCode> {
    let mut worst = BadCode::Garbled;
    // What is read must be all there is, and say the same again.
    for mut eye in Bits::read(text)? {
        match session(&mut eye, world) {
            Ok(session) if bare(&encode(&session)) == bare(text) => return Ok(session),
            Ok(_) => {}
            Err(error) if worst == BadCode::Garbled => worst = error,
            Err(_) => {}
        }
    }
    Err(worst)
}

/// The letters of a code as they are written first.
fn bare(text: &str) -> String {
    text.chars().filter_map(letter).collect()
}

/// The session that some bits hold.
fn session(eye: &mut Bits, world: &World) -> Result<Session, BadCode> {
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
        session.as_of = Some(take_day(eye)?);
    }
    if eye.take(1)? == 1 {
        session.selection = Some(take_thing(eye, world)?);
    }
    if eye.take(1)? == 1 {
        session.area = Some(Area::ALL.get(eye.take(bits::AREA)? as usize).ok_or(unknown)?.0);
    }
    session.strip = eye.take(1).is_ok_and(|bit| bit == 1);
    if eye.take(1).is_ok_and(|bit| bit == 1) {
        session.beside = Some(take_thing(eye, world)?);
    }
    if eye.take(1).is_ok_and(|bit| bit == 1) {
        session.view = View::Matrix;
    }
    if eye.take(1).is_ok_and(|bit| bit == 1) {
        session.sorting = Sorting { bodies: take_order(eye, world)?, states: take_order(eye, world)? };
    }
    Ok(session)
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::row::LETTERS;
    use super::thing::{any, digest, digest_of};
    use super::*;
    use crate::date::Day;
    use crate::session::Order;
    use crate::world::{self, Files, Id, Kind};

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
                Some(Area::Economy) => {
                    let sorting =
                        Sorting { bodies: Order::Since("KZ".to_owned()), states: Order::Role("tif".to_owned()) };
                    Session { view: View::Matrix, sorting, ..session }
                }
                Some(Area::Investment) => {
                    Session { sorting: Sorting { bodies: Order::Name, states: Order::Facts }, ..session }
                }
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
    fn codes_of_every_day_lead_back() {
        let world = world::load(&Files::Embedded).world;
        let mut day = Day::new(1991, 1, 1).unwrap();
        while day.year() < 2027 {
            for (theme, strip) in [(Theme::Light, false), (Theme::Dark, true)] {
                let session = Session { as_of: Some(day), theme, strip, ..Session::default() };
                assert_eq!(decode(&encode(&session), &world), Ok(session));
            }
            day = day.next();
        }
    }

    #[test]
    fn comparisons_lead_back() {
        let world = world::load(&Files::Embedded).world;
        for key in ["KZ~ECO", "TRNC~HU~TM", "AZ~KZ~KG~TR~UZ~HU~TM~TRNC"] {
            let session = Session { selection: Some(Id::new(Kind::Comparison, key)), ..Session::default() };
            assert_eq!(decode(&encode(&session), &world), Ok(session));
        }
    }

    #[test]
    fn roles_and_orders_lead_back() {
        let world = world::load(&Files::Embedded).world;
        for state in &world.states {
            for body in world.institutions.iter().filter(|body| body.shown) {
                let bodies = Order::Role(state.key.clone());
                let session = Session {
                    selection: Some(World::role_id(&state.key, &body.key)),
                    sorting: Sorting { bodies, states: Order::Since(body.key.clone()) },
                    view: View::Matrix,
                    ..Session::default()
                };
                assert_eq!(decode(&encode(&session), &world), Ok(session));
            }
        }
    }

    #[test]
    fn digests_of_words_differ() {
        let world = world::load(&Files::Embedded).world;
        let words: BTreeSet<String> = world.route_words().collect();
        let digests: BTreeSet<u64> = words.iter().map(|word| digest_of(word)).collect();
        assert_eq!(digests.len(), words.len());
        let things: BTreeSet<u64> = world.ids().map(|id| digest(&id)).collect();
        assert!(
            [Kind::Route, Kind::Changes, Kind::Comparison, Kind::Role, Kind::Edition]
                .iter()
                .all(|kind| !things.contains(&any(*kind)))
        );
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
