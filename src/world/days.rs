//! What held on a day: standing, roles, names, offices, and whether a thing was there at all.

use std::collections::BTreeMap;

use crate::date::{Date, Day, Happened};

use super::{Chairmanship, Evidence, Id, Institution, Kind, Membership, Role, State, StatusChange, Tenure, World};

/// A name that a thing bore before the present one.
#[derive(Debug, Clone, PartialEq)]
pub struct FormerName {
    /// Whose name it was.
    pub of: Id,
    /// First day of the name that came after it.
    pub until: Date,
    /// The name by language: in English as the sources have it, in others as the atlas translates it; a language that is
    /// missing has always had the present one.
    pub names: BTreeMap<String, String>,
    /// Whether it stands for the abbreviation, too.
    pub short: bool,
    /// Who says so.
    pub evidence: Evidence,
}

impl State {
    /// Standing at the end of a day; none before the first change.
    #[must_use]
    pub fn status_at(&self, day: Day) -> Option<&StatusChange> {
        self.status.iter().rev().find(|change| change.holds_on(day) == Happened::Yes)
    }
}

impl StatusChange {
    /// Whether it held at the end of a day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> Happened {
        between(Some(self.from), None, self.to, day)
    }
}

impl Tenure {
    /// Whether the person was in office at the end of a day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> Happened {
        between(self.from, None, self.to, day)
    }
}

impl Chairmanship {
    /// Whether the state was in the chair at the end of a day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> Happened {
        between(Some(self.from), None, self.to, day)
    }
}

impl Institution {
    /// Whether it was there at the end of a day; unknown where nobody tells its beginning.
    #[must_use]
    pub fn existed_on(&self, day: Day) -> Happened {
        self.founded.value.map_or(Happened::Unknown, |founded| founded.happened_by(day))
    }
}

/// Whether a day lies between two dates, as far as they tell; `by` is a date at which the beginning was past.
fn between(from: Option<Date>, by: Option<Date>, to: Option<Date>, day: Day) -> Happened {
    let begun = match (from, by) {
        (Some(from), _) => from.happened_by(day),
        (None, Some(by)) if by.happened_by(day) == Happened::Yes => Happened::Yes,
        (None, _) => Happened::Unknown,
    };
    // On its last day a membership has ended: the day of the change belongs to what follows.
    let ended = to.map_or(Happened::No, |to| to.happened_by(day));
    match (begun, ended) {
        (Happened::No, _) | (_, Happened::Yes) => Happened::No,
        (Happened::Yes, Happened::No) => Happened::Yes,
        _ => Happened::Unknown,
    }
}

/// How sure it is that something held.
fn sure(happened: Happened) -> u8 {
    match happened {
        Happened::Yes => 2,
        Happened::Unknown => 1,
        Happened::No => 0,
    }
}

/// The surest of several things that may have held, and how sure it is; of equals the last.
fn surest<T>(all: impl Iterator<Item = (T, Happened)>) -> Option<(T, Happened)> {
    all.filter(|(_, happened)| sure(*happened) > 0).max_by_key(|(_, happened)| sure(*happened))
}

impl World {
    /// Whether a membership held at the end of a day. Where no source dates its beginning it is certain from the day of the
    /// newest source on, impossible before the institution was founded, and unknown in between. An accession is only told
    /// from the day by which it was announced: nothing speaks of it before.
    #[must_use]
    pub fn holds_on(&self, membership: &Membership, day: Day) -> Happened {
        let by = membership.by.or(membership.attested.or(self.edition).map(Into::into));
        let happened = between(membership.from, by, membership.to, day);
        let untold = membership.role == Role::Acceding && membership.from.is_none();
        if happened == Happened::Unknown {
            let founded = self.institution(&membership.institution).and_then(|it| it.founded.value);
            if untold || founded.is_some_and(|founded| founded.happened_by(day) == Happened::No) {
                return Happened::No;
            }
        }
        happened
    }

    /// How a state takes part in an institution on a day: what is certain, or else what is possible; ask
    /// [`World::holds_on`] which. None where it does not take part, and also where nobody asked who does
    /// ([`Institution::members_evidence`] is none).
    #[must_use]
    pub fn role_at(&self, institution: &str, state: &str, day: Day) -> Option<&Membership> {
        let own = self.memberships.iter().filter(|it| it.institution == institution && it.state == state);
        // Of two that are equally possible the first is told.
        let rows: Vec<_> = own.map(|it| (it, self.holds_on(it, day))).collect();
        surest(rows.into_iter().rev()).map(|(it, _)| it)
    }

    /// The role that a state holds in an institution on a day beyond doubt.
    #[must_use]
    pub fn sure_role_at(&self, institution: &str, state: &str, day: Day) -> Option<Role> {
        let part = self.role_at(institution, state, day)?;
        (self.holds_on(part, day) == Happened::Yes).then_some(part.role)
    }

    /// The role alone, see [`World::role_at`].
    #[must_use]
    pub fn role(&self, institution: &str, state: &str, day: Day) -> Option<Role> {
        self.role_at(institution, state, day).map(|it| it.role)
    }

    /// Who was in the chair of the OTS at the end of a day, and how sure that is. On the day of a handover it is the
    /// chair that begins.
    #[must_use]
    pub fn chair_at(&self, day: Day) -> Option<(&Chairmanship, Happened)> {
        surest(self.chairmanships.iter().map(|time| (time, time.holds_on(day))))
    }

    /// Who was in office in an institution at the end of a day: one person beyond doubt, or everybody who may have
    /// been, where the sources do not date a change closely enough.
    #[must_use]
    pub fn in_office(&self, institution: &str, day: Day) -> Vec<&Tenure> {
        let own = self.institution(institution).map(|body| body.tenures.as_slice()).unwrap_or_default();
        let held = |wanted| own.iter().filter(move |tenure| tenure.holds_on(day) == wanted);
        let certain: Vec<&Tenure> = held(Happened::Yes).collect();
        if certain.is_empty() { held(Happened::Unknown).collect() } else { certain }
    }

    /// Names that a thing bore before the present one, earliest first.
    pub fn former_names_of<'a>(&'a self, id: &'a Id) -> impl Iterator<Item = &'a FormerName> {
        self.former_names.iter().filter(move |it| it.of == *id)
    }

    /// The name that a thing still bore on a day, where it was not the present one. Where the day of the change is
    /// not known it is told as changed from the first day on which it may have been.
    fn former_name(&self, id: &Id, day: Day) -> Option<&FormerName> {
        let former = self.former_names.iter().filter(|it| it.of == *id && it.until.happened_by(day) == Happened::No);
        former.min_by_key(|it| it.until.earliest())
    }

    /// What a thing was called on a day in a language, or else in English, or else its key.
    #[must_use]
    pub fn name_on(&self, id: &Id, language: &str, day: Day) -> String {
        if let Some((state, body)) = self.seat(&id.key).filter(|_| id.kind == Kind::Role) {
            // As both were called, the institution as short as it goes.
            let state = self.name_on(&Id::new(Kind::State, state.key.as_str()), language, day);
            let body = Id::new(Kind::Institution, body.key.as_str());
            return format!("{state}, {}", self.short_name_on(&body, language, day));
        }
        let former = self.former_name(id, day).and_then(|former| former.names.get(language));
        former.cloned().unwrap_or_else(|| self.name(id, language))
    }

    /// The shortest name that stood alone on a day: an abbreviation where there was one, the name otherwise.
    #[must_use]
    pub fn short_name_on(&self, id: &Id, language: &str, day: Day) -> String {
        let short = match id.kind {
            Kind::Institution if self.former_name(id, day).is_some_and(|former| former.short) => None,
            Kind::Institution => {
                let own = self.abbreviated(id, language).map(str::to_owned);
                own.or_else(|| self.institution(&id.key).and_then(|body| body.abbreviation.clone()))
            }
            Kind::Corridor => self.corridor(&id.key).and_then(|corridor| corridor.abbreviation.clone()),
            _ => None,
        };
        short.unwrap_or_else(|| self.name_on(id, language, day))
    }

    /// What the organisation was called on a day, as short as it goes: OTS, before that Turkic Council.
    #[must_use]
    pub fn organisation_on(&self, language: &str, day: Day) -> String {
        let id = Id::new(Kind::Institution, "ots");
        let term = self.terms.get("ots_name").and_then(|names| names.get(language));
        // "Türk Devletleri Teşkilatı (TDT)": each language has an abbreviation of its own.
        let own = term.and_then(|name| name.value.rsplit_once(" (")?.1.strip_suffix(')'));
        match own {
            Some(own) if self.former_name(&id, day).is_none() => own.to_owned(),
            _ => self.short_name_on(&id, language, day),
        }
    }

    /// Whether an institution may be drawn at its seat on a day: not before it was founded, and where nobody knows when
    /// that was, only on the day of the edition, on which it is there.
    #[must_use]
    pub fn is_seated_on(&self, body: &Institution, day: Day) -> bool {
        match body.founded.value {
            Some(founded) => founded.happened_by(day) != Happened::No,
            None => self.edition.is_none_or(|edition| day >= edition),
        }
    }
}
