//! What a picture carries to be opened again as the view that it shows, and how it is found in a file of anybody's.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Cursor;

use serde::{Deserialize, Serialize};

use super::{Laid, Seen};
use crate::assets;
use crate::date::Day;
use crate::lang::Lang;
use crate::paint::svg::{self, VIEW};
use crate::session::Session;
use crate::session::code::{self, BadCode};
use crate::story;
use crate::world::{Id, Kind, World};

/// Form of what is carried; another one gets another number.
const VERSION: u32 = 1;

/// No honest view comes near this many bytes.
const LIMIT: usize = 256 * 1024;

/// No honest file is larger, in bytes: the largest picture that can be made takes some forty million.
pub const FILE_LIMIT: u64 = 64 << 20;

/// The view that a picture shows, and what it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Carried {
    /// Form of this value.
    version: u32,
    /// Edition of the facts.
    edition: Option<Day>,
    /// Digest of all assets.
    assets: String,
    /// What the reader was looking at.
    session: Session,
    /// The part of the world in the frame.
    seen: Seen,
    /// Digests of the pages of what is shown, by id.
    facts: BTreeMap<String, String>,
}

/// A view that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// What to look at.
    pub session: Session,
    /// The part of the world that must be seen; none where only a code tells it.
    pub seen: Option<Seen>,
    /// Edition of the facts with which the picture was made, and how many of its facts differ from those here; none
    /// where none does.
    pub differs: Option<(Option<Day>, usize)>,
    /// The comparison with another edition of the facts that it shows, where that edition is not open.
    pub missing: Option<Id>,
    /// Whether something else in it is not known here and was left out.
    pub is_partial: bool,
}

/// Why nothing can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// The file is no picture of a kind that the atlas writes.
    Foreign,
    /// A picture without a view.
    Empty,
    /// What it carries is too long, cut or garbled.
    Garbled,
    /// It comes from a later program.
    Newer,
    /// Its code compares with another edition of the facts, which is not open.
    Edition,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Foreign => "this is no PNG, SVG or PDF of the atlas, and no view code",
            Self::Empty => "this picture carries no view; type the code, if one is printed on it",
            Self::Garbled => "the view in this file is damaged",
            Self::Edition => {
                "this view compares with another edition of the facts; open the folder of that edition first"
            }
            Self::Newer => "the view in this file comes from a later version of OTS Atlas",
        })
    }
}

impl std::error::Error for Unreadable {}

impl Carried {
    /// What a picture carries.
    #[must_use]
    pub fn new(world: &World, laid: &Laid) -> Self {
        Self {
            version: VERSION,
            edition: world.edition,
            assets: digest(),
            session: laid.session.clone(),
            seen: laid.seen(),
            facts: subjects(world, &laid.session)
                .filter_map(|id| Some((id.to_string(), page(world, &id, &laid.session)?)))
                .collect(),
        }
    }

    /// As it stands in files.
    #[must_use]
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Finds the view in the content of a file, or behind a view code.
    ///
    /// # Errors
    /// Where there is none, or it is not to be trusted.
    pub fn open(bytes: &[u8], world: &World) -> Result<Opened, Unreadable> {
        let text = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            in_png(bytes)?
        } else if bytes.starts_with(b"%PDF-") {
            in_pdf(bytes)?
        } else {
            let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::Foreign)?;
            let text = text.strip_prefix('\u{feff}').unwrap_or(text);
            match code::decode(text.trim(), world) {
                Ok(session) if text.len() < 512 => {
                    return Ok(Opened { session, seen: None, differs: None, missing: None, is_partial: false });
                }
                Err(BadCode::Edition) if text.len() < 512 => return Err(Unreadable::Edition),
                _ => {}
            }
            if !text.contains("<svg") {
                return Err(Unreadable::Foreign);
            }
            svg::carried(text).ok_or(Unreadable::Empty)?
        };
        if text.len() > LIMIT {
            return Err(Unreadable::Garbled);
        }
        Self::parse(&text)?.check(world)
    }

    /// Reads what stands in files.
    fn parse(text: &str) -> Result<Self, Unreadable> {
        /// The part that every version has.
        #[derive(Deserialize)]
        struct Head {
            version: u32,
        }
        let head: Head = serde_json::from_str(text).map_err(|_| Unreadable::Garbled)?;
        if head.version > VERSION {
            return Err(Unreadable::Newer);
        }
        serde_json::from_str(text).map_err(|_| Unreadable::Garbled)
    }

    /// Leaves out what is not known here, and counts what differs.
    fn check(self, world: &World) -> Result<Opened, Unreadable> {
        let mut session = self.session;
        let known = |id: &Id| world.exists(id);
        let unknown = session.selection.clone().filter(|id| !known(id));
        let missing = unknown.clone().filter(|id| id.kind == Kind::Edition);
        let is_partial = unknown.is_some() && missing.is_none()
            || Lang::new(&session.language).is_none()
            || crate::projection::by_id(&session.projection).is_none();
        session.selection = session.selection.filter(known);
        if Lang::new(&session.language).is_none() {
            session.language = Session::default().language;
        }
        if crate::projection::by_id(&session.projection).is_none() {
            session.projection = Session::default().projection;
        }
        session.sorting = session.sorting.known(world);
        session.viewport = session.viewport.map(crate::projection::Viewport::sane);
        if !self.seen.frame.iter().all(|side| side.is_finite() && *side > 0.0) {
            return Err(Unreadable::Garbled);
        }
        let seen = Seen { viewport: self.seen.viewport.sane(), ..self.seen };
        let differing = if self.assets == digest() {
            0
        } else {
            let differs = |(id, before): (&String, &String)| {
                let now = id.parse().ok().and_then(|id| page(world, &id, &session));
                now.as_ref() != Some(before)
            };
            self.facts.iter().filter(|fact| differs(*fact)).count()
        };
        let differs = (differing > 0).then_some((self.edition, differing));
        Ok(Opened { session, seen: Some(seen), differs, missing, is_partial })
    }
}

/// The digest of the assets in short.
fn digest() -> String {
    assets::DIGEST.chars().take(16).collect()
}

/// What a picture makes statements about: the states, and what is selected.
fn subjects<'a>(world: &'a World, session: &'a Session) -> impl Iterator<Item = Id> + 'a {
    let states = world.states.iter().map(|state| Id::new(Kind::State, &*state.key));
    let others = session.selection.clone().filter(|id| id.kind != Kind::State);
    states.chain(others)
}

/// A digest of the page of a thing (FNV-1a, 64 bits); none where there is no such thing.
fn page(world: &World, id: &Id, session: &Session) -> Option<String> {
    let story = story::tell(world, id, world.as_of(session.as_of), &Lang::default())?;
    let hash = story
        .texts()
        .iter()
        .flat_map(|text| text.bytes())
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    Some(format!("{hash:016x}"))
}

/// The view in a PNG; no pixel is decoded, and no text of more than the limit.
fn in_png(bytes: &[u8]) -> Result<String, Unreadable> {
    let limits = png::Limits { bytes: 4 * LIMIT };
    let decoder = png::Decoder::new_with_limits(Cursor::new(bytes), limits);
    let reader = decoder.read_info().map_err(|_| Unreadable::Garbled)?;
    let chunk = reader.info().utf8_text.iter().find(|chunk| chunk.keyword == VIEW).ok_or(Unreadable::Empty)?;
    let mut chunk = chunk.clone();
    chunk.decompress_text_with_limit(LIMIT).map_err(|_| Unreadable::Garbled)?;
    chunk.get_text().map_err(|_| Unreadable::Garbled)
}

/// The view in a PDF: it lies there as it is, between `stream` and `endstream`.
fn in_pdf(bytes: &[u8]) -> Result<String, Unreadable> {
    let start = b"stream\n{\"version\":";
    let at = bytes.windows(start.len()).position(|part| part == start).ok_or(Unreadable::Empty)?;
    let rest = &bytes[at + "stream\n".len()..];
    let rest = &rest[..rest.len().min(LIMIT)];
    let end = rest.windows(9).position(|part| part == b"endstream").ok_or(Unreadable::Garbled)?;
    let text = std::str::from_utf8(&rest[..end]).map_err(|_| Unreadable::Garbled)?;
    Ok(text.trim_end().to_owned())
}
