//! Words for a picture: caption, description for those who do not see it, and the numbered sources.

use std::fmt::Write as _;

use crate::date::Day;
use crate::lang::Lang;
use crate::map::Sheet;
use crate::session::Session;
use crate::world::{Id, Kind, Role, State, Status, World};

/// What the picture shows, in words: who is a member, who observes, what is selected.
#[must_use]
pub fn description(world: &World, sheet: &Sheet, session: &Session, lang: &Lang) -> String {
    let day = session.day(world);
    let names = |wanted: fn(Status) -> bool| -> String {
        let of = world.states.iter().filter(|state| state.status_at(day).is_some_and(|change| wanted(change.status)));
        of.map(|state| name(world, state, day, lang)).collect::<Vec<_>>().join(", ")
    };
    let org = world.organisation_on(lang.code(), day);
    let of_ots = [
        ("caption-members", names(|status| matches!(status, Status::Member { .. }))),
        ("caption-observers", names(|status| matches!(status, Status::Observer | Status::ObserverEntity))),
        ("caption-organisations", names(|status| status == Status::ObserverOrganisation)),
    ];
    let mut text = sheet.summary.clone();
    // An institution has members and observers of its own.
    let all = match &session.selection {
        Some(id) if id.kind == Kind::Institution => roles(world, &id.key, day, lang).to_vec(),
        _ => of_ots.to_vec(),
    };
    for (key, names) in all {
        if !names.is_empty() {
            let _ = write!(text, " {}", lang.format(key, &[("names", names.into()), ("org", org.as_str().into())]));
        }
    }
    if let Some(id) = &session.selection {
        let name = world.name_on(id, lang.code(), day);
        let _ = write!(text, " {}", lang.format("caption-selected", &[("name", name.into())]));
    }
    text
}

/// The name of a state on a day; a star behind that of Northern Cyprus leads to the note.
fn name(world: &World, state: &State, day: Day, lang: &Lang) -> String {
    let star = if world.is_entity(&state.key) { "*" } else { "" };
    format!("{}{star}", world.name_on(&Id::new(Kind::State, &*state.key), lang.code(), day))
}

/// Who is a member of an institution on a day, who observes, and who signed an agreement, beyond doubt.
fn roles(world: &World, institution: &str, day: Day, lang: &Lang) -> [(&'static str, String); 3] {
    let names = |role: Role| -> String {
        let of = world.states.iter().filter(|state| world.sure_role_at(institution, &state.key, day) == Some(role));
        of.map(|state| name(world, state, day, lang)).collect::<Vec<_>>().join(", ")
    };
    [
        ("caption-own-members", names(Role::Member)),
        ("caption-own-observers", names(Role::Observer)),
        ("caption-own-signatories", names(Role::Signatory)),
    ]
}

/// Caption, description, notes and sources, ready to be put below a picture.
#[must_use]
pub fn text(world: &World, sheet: &Sheet, session: &Session, lang: &Lang) -> String {
    let mut text = format!("{}\n", sheet.summary);
    let alternative = description(world, sheet, session, lang);
    let _ = writeln!(text, "\n{}\n{alternative}", lang.text("caption-alternative"));
    let _ = writeln!(text, "\n{}", lang.text("caption-notes"));
    for note in &sheet.notes {
        let _ = writeln!(text, "{note}");
    }
    // The description names every observer, also where the picture shows another part of the world.
    let day = session.day(world);
    let entity = world
        .states
        .iter()
        .any(|state| state.status_at(day).is_some_and(|change| change.status == Status::ObserverEntity));
    let wording = world.note("northern_cyprus", lang.code()).filter(|_| entity);
    if let Some(wording) = wording.filter(|wording| !sheet.notes.iter().any(|note| note.contains(wording))) {
        let _ = writeln!(text, "* {wording}");
    }
    let _ = writeln!(text, "\n{}", lang.text("caption-sources"));
    for (number, cited) in (1..).zip(&sheet.sources) {
        let judged = crate::story::words::reliability(lang, cited.reliability);
        let _ = writeln!(text, "{number}. {}{judged}", cited.label);
        if let Some(source) = world.source(&cited.key).filter(|source| !source.url.is_empty()) {
            let _ = writeln!(text, "   {}", source.url);
        }
    }
    text
}
