//! Bodies of and around the OTS and who takes part in them.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::date::{Date, Day};

use super::{Area, Claim, Confidence, Evidence};

/// How an institution stands to the OTS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InstitutionKind {
    /// The organisation itself.
    Organisation,
    /// Organ of the OTS.
    Organ,
    /// Regular meeting without a treaty basis.
    Meeting,
    /// Related organisation in the sense of the 2022 Protocol.
    Related,
    /// Affiliated organisation in the sense of the 2022 Protocol.
    Affiliated,
    /// Umbrella body or professional union.
    Union,
    /// Fund.
    Fund,
    /// Council or committee.
    Council,
    /// Office, centre or institute.
    Office,
    /// Network or programme.
    Programme,
    /// Agreement or instrument.
    Agreement,
    /// Decided or drafted, not known to work.
    Planned,
    /// Proposed by somebody.
    Proposed,
    /// Asked for, and no source speaks of it; kept out of the lists.
    NotFound,
}

impl InstitutionKind {
    /// Whether it is not known to work: decided, drafted or proposed only.
    #[must_use]
    pub fn is_idea(self) -> bool {
        matches!(self, Self::Planned | Self::Proposed)
    }
}

impl Institution {
    /// When it was founded, signed or begun; none for what is not known to work, whose date is that of a plan.
    #[must_use]
    pub fn begun(&self) -> Option<Date> {
        self.founded.value.filter(|_| !self.kind.is_idea())
    }

    /// Whether it works, and its seat rests on more than a guess: no seat that is planned, inferred from the place of a
    /// signature, or unconfirmed for another reason.
    #[must_use]
    pub fn has_known_seat(&self) -> bool {
        !self.kind.is_idea() && self.seat.as_ref().is_some_and(|seat| seat.evidence.confidence > Confidence::Low)
    }
}

/// A body, instrument or proposal.
#[derive(Debug, Clone, PartialEq)]
pub struct Institution {
    /// Key: `tif`.
    pub key: String,
    /// Full name in English.
    pub name: String,
    /// Names in other languages, where a source gives them.
    pub names: BTreeMap<String, Claim<String>>,
    /// Abbreviation, where there is one.
    pub abbreviation: Option<String>,
    /// Other wordings of the name, for searching only.
    pub aliases: Vec<String>,
    /// How it stands to the OTS.
    pub kind: InstitutionKind,
    /// The word that the sources use for its kind.
    pub kind_wording: String,
    /// Whether the founding document of the atlas names it.
    pub seed: bool,
    /// Whether lists show it; false for what no source speaks of.
    pub shown: bool,
    /// Founding date; the value is none where it was not found.
    pub founded: Claim<Option<Date>>,
    /// Founding instrument.
    pub instrument: Option<Claim<String>>,
    /// What it is for.
    pub mandate: Claim<String>,
    /// Where it sits; see [`Institution::has_known_seat`].
    pub seat: Option<Claim<Seat>>,
    /// Areas of cooperation.
    pub areas: Vec<Area>,
    /// Other facts by label: head, chair, capital, status, renamed, website, rhythm, `seed_identification`.
    pub details: Vec<(String, Claim<String>)>,
    /// People in office through time, for the Secretariat.
    pub tenures: Vec<Tenure>,
    /// What is uncertain, in words; never empty for low confidence.
    pub uncertainties: Vec<Claim<String>>,
    /// The evidence of the membership matrix as a whole, with its note.
    pub members_evidence: Option<Evidence>,
    /// What sources say of states that do not take part: key of the state, wording.
    pub absent: Vec<Claim<(String, String)>>,
}

/// Where an institution sits.
#[derive(Debug, Clone, PartialEq)]
pub struct Seat {
    /// City, in English.
    pub city: String,
    /// Area id of the country: `TR`; may lie outside the OTS (Kyiv).
    pub country: Option<String>,
    /// Longitude and latitude in degrees.
    pub point: [f64; 2],
    /// `city` or `building`.
    pub precision: String,
}

/// A person in an office.
#[derive(Debug, Clone, PartialEq)]
pub struct Tenure {
    /// Name.
    pub person: String,
    /// Area id of the country they come from.
    pub country: Option<String>,
    /// From when.
    pub from: Option<Date>,
    /// Until when; none while in office.
    pub to: Option<Date>,
    /// Who says so.
    pub evidence: Evidence,
}

/// How somebody takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Member.
    Member,
    /// Observer.
    Observer,
    /// Signed an agreement; whether it is in force is another question.
    Signatory,
    /// Takes part through universities only.
    Universities,
    /// Party to a draft.
    Draft,
    /// Host without known membership.
    Host,
    /// Accession announced, result not found.
    Acceding,
}

impl Role {
    /// Every role, the nearest to membership first.
    pub const ALL: [Self; 7] =
        [Self::Member, Self::Observer, Self::Signatory, Self::Universities, Self::Draft, Self::Host, Self::Acceding];

    /// Whether who has it takes part in what is there, not only in a plan for it or in the hope of it.
    #[must_use]
    pub fn takes_part(self) -> bool {
        !matches!(self, Self::Draft | Self::Acceding)
    }
}

/// Somebody takes part in something, for a time.
#[derive(Debug, Clone, PartialEq)]
pub struct Membership {
    /// Key of the state.
    pub state: String,
    /// Key of the institution.
    pub institution: String,
    /// As what.
    pub role: Role,
    /// From when; none where no source gives a date (then shown as "date not found").
    pub from: Option<Date>,
    /// A date at which it certainly held, where `from` is not known.
    pub by: Option<Date>,
    /// The day of the newest of its sources that has one: on it the role held, also where nobody dates its beginning.
    pub attested: Option<Day>,
    /// Until when; none while it lasts.
    pub to: Option<Date>,
    /// Key of the event at which it began.
    pub event: Option<String>,
    /// Exact wording where it says more than the role: "University of Szeged".
    pub wording: Option<String>,
    /// Who says so.
    pub evidence: Evidence,
}
