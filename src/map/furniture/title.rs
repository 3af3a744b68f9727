//! What the title and the subtitle of a page say: a claim that the sources bear, else the subject.

use std::collections::BTreeSet;

use crate::date::{Date, Day, Happened};
use crate::lang::Lang;
use crate::map::focus::Fill;
use crate::map::view::View;
use crate::story::{self, route, words};
use crate::strip;
use crate::world::{
    Confidence, Evidence, Id, Institution, InstitutionKind, Kind, Role, Service, State, Status, Turn, World,
};

use super::sources::Sources;

/// Title and subtitle.
pub struct Words {
    pub title: String,
    pub subtitle: String,
    /// Numbers of the sources that bear them.
    pub cites: Vec<usize>,
    /// Whether it is about movement rather than about standing.
    pub moves: bool,
}

/// The words for a view.
pub fn words(view: &View<'_>, sources: &mut Sources) -> Words {
    let selected = view.session.selection.as_ref();
    match selected.map(|id| (id.kind, id.key.as_str())) {
        Some((Kind::State, key)) if view.world.state(key).is_some() => state(view, key, sources),
        Some((Kind::Institution, key)) if view.world.institution(key).is_some() => institution(view, key, sources),
        Some((Kind::Corridor | Kind::Segment | Kind::Node, _)) => line(view, sources),
        Some((Kind::Route, _)) => route(view, sources),
        Some((Kind::Changes, key)) => changes(view, key, sources),
        Some((Kind::Edition, _)) => edition(view, sources),
        Some((Kind::Role, key)) if view.world.seat(key).is_some() => role(view, key, sources),
        Some((Kind::Comparison, key)) if view.world.compared(key).is_some() => compared(view, key, sources),
        Some((Kind::Event, key)) if view.world.event(key).is_some() => event(view, key, sources),
        Some((Kind::Measure, key)) if view.world.measure(key).is_some() => measure(view, key, sources),
        _ => overview(view, sources),
    }
}

/// "as of 23 November 2026".
fn as_of(lang: &Lang, day: Day) -> String {
    lang.format("map-as-of", &[("date", lang.date_long(day).into())])
}

/// What the organisation was called on the day, in short.
fn organisation(view: &View<'_>) -> String {
    view.world.organisation_on(view.lang.code(), view.day)
}

/// Whose standing it is, on which day.
fn status(view: &View<'_>) -> String {
    let name = name(view, Kind::Institution, "ots");
    // "Türk Devletleri Teşkilatı (TDT)": a subtitle has the name alone.
    let name = name.split_once(" (").map_or(name.as_str(), |(name, _)| name);
    view.lang.format("map-subtitle-status", &[("org", name.into()), ("asof", as_of(view.lang, view.day).into())])
}

fn overview(view: &View<'_>, sources: &mut Sources) -> Words {
    let lang = view.lang;
    let count = |wanted: &dyn Fn(Fill) -> bool| view.focus.fills.values().filter(|f| wanted(**f)).count();
    let members = count(&|f| f == Fill::Member);
    let observers = count(&|f| matches!(f, Fill::Observer | Fill::Entity));
    let is_organisation =
        |s: &&State| s.status_at(view.day).is_some_and(|change| change.status == Status::ObserverOrganisation);
    let organisations: Vec<String> =
        view.world.states.iter().filter(is_organisation).map(|state| state.key.clone()).collect();
    let title = if members == 0 {
        lang.text("map-title-before")
    } else {
        let word = |n: usize| lang.format("map-number-word", &[("n", n.into())]);
        let key = if observers > 0 { "map-title-counts" } else { "map-title-members-only" };
        let text = lang.format(
            key,
            &[
                ("members", members.into()),
                ("members-word", word(members).into()),
                ("observers", observers.into()),
                ("observers-word", word(observers).into()),
                ("organisations", organisations.len().into()),
                ("names", lang.list(&organisations).into()),
            ],
        );
        lang.sentence(&text)
    };
    let mut parts = vec![status(view)];
    let mut cites = sources.standing(view);
    if let Some((number, date)) = sources.confirmed(view) {
        cites.push(number);
        parts.push(lang.format("map-subtitle-confirmed", &[("date", date.into())]));
    }
    cites.sort_unstable();
    cites.dedup();
    Words { title, subtitle: parts.join(". "), cites, moves: false }
}

/// Sources that the title of a comparison of editions cites at most.
const MOST_CITED: usize = 4;

fn name(view: &View<'_>, kind: Kind, key: &str) -> String {
    view.world.name_on(&Id::new(kind, key), &view.session.language, view.day)
}

/// The star that leads to the note on the observer entity, behind its name.
fn star(view: &View<'_>, key: &str) -> &'static str {
    if view.world.is_entity(key) { "*" } else { "" }
}

fn state(view: &View<'_>, key: &str, sources: &mut Sources) -> Words {
    let lang = view.lang;
    let name = story::subject(view.world, lang, view.day, key);
    let change = view.world.state(key).and_then(|s| s.status_at(view.day));
    let Some(change) = change else {
        let name = format!("{name}{}", star(view, key));
        let values = [("name", name.into()), ("org", organisation(view).into())];
        let subtitle = status(view);
        return Words {
            title: lang.sentence(&lang.format("map-title-no-standing", &values)),
            subtitle,
            cites: vec![],
            moves: false,
        };
    };
    let message = match change.status {
        Status::Member { founding: true } => "map-title-founding",
        Status::Member { founding: false } => "map-title-member",
        Status::Observer => "map-title-observer",
        Status::ObserverEntity => "map-title-entity",
        Status::ObserverOrganisation => "map-title-organisation",
    };
    let since = lang.date_long(change.from);
    let confirmed = sources.confirmed(view);
    let number = confirmed.as_ref().map(|(number, _)| *number);
    let confirmed = confirmed.map_or_else(|| "none".to_owned(), |(_, date)| date);
    let values = [("since", since.into()), ("asof", as_of(lang, view.day).into()), ("confirmed", confirmed.into())];
    let mut subtitle = lang.format("map-subtitle-since", &values);
    let lines = view.focus.segments.len();
    if lines > 0 && view.shows(crate::session::Layer::Corridors) {
        subtitle = format!("{subtitle}. {}", lang.format("map-subtitle-segments", &[("n", lines.into())]));
    }
    let mut cites = sources.cite_evidence(view, &change.evidence, 2);
    cites.extend(number);
    cites.sort_unstable();
    cites.dedup();
    let title = lang.format(message, &[("name", name.into()), ("org", organisation(view).into())]);
    Words { title: lang.sentence(&title), subtitle, cites, moves: false }
}

fn institution(view: &View<'_>, key: &str, sources: &mut Sources) -> Words {
    let lang = view.lang;
    let name = name(view, Kind::Institution, key);
    let Some(body) = view.world.institution(key) else { return overview(view, sources) };
    let has = |state: &State, role: Role| view.world.sure_role_at(key, &state.key, view.day) == Some(role);
    let members = view.world.states.iter().filter(|state| has(state, Role::Member)).count();
    let observing = view.world.states.iter().filter(|state| has(state, Role::Observer));
    let (organisations, observers): (Vec<&State>, Vec<&State>) =
        observing.partition(|state| view.world.is_organisation(&state.key));
    let signatories = view.world.states.iter().filter(|state| has(state, Role::Signatory)).count();
    let evidence = body.members_evidence.as_ref();
    let is_known = evidence.is_some() && members + observers.len() + organisations.len() + signatories > 0;
    let values = [
        ("members", members.into()),
        ("observers", observers.len().into()),
        ("organisations", organisations.len().into()),
    ];
    let who = is_known.then(|| match signatories {
        0 => lang.format("map-subtitle-roles", &values),
        count => lang.format("story-signatories", &[("count", count.into())]),
    });
    let idea = body.kind.is_idea().then(|| idea(view, body));
    let mut cites: Vec<usize> = Vec::new();
    if idea.is_some() {
        cites.extend(sources.cite_evidence(view, &body.founded.evidence, 2));
    }
    cites.extend(evidence.into_iter().flat_map(|evidence| sources.cite_evidence(view, evidence, 2)));
    let mut parts: Vec<String> = idea.into_iter().chain(who).collect();
    if parts.is_empty() {
        parts.push(lang.text("map-subtitle-no-members"));
    }
    let subtitle =
        format!("{}, {}", parts.join(". "), confirmed(view, evidence.filter(|_| is_known), &mut cites, sources));
    Words { title: name, subtitle, cites, moves: false }
}

/// "as of 23 November 2026, last confirmed 27 December 2025": the day, and that of the newest document behind what is
/// told, whose number joins the others.
fn confirmed(view: &View<'_>, told: Option<&Evidence>, cites: &mut Vec<usize>, sources: &mut Sources) -> String {
    let newest = told.and_then(|evidence| sources.newest(view, evidence));
    cites.extend(newest.iter().map(|(number, _)| *number));
    cites.sort_unstable();
    cites.dedup();
    let last = newest.map(|(_, date)| view.lang.format("map-subtitle-last", &[("date", date.into())]));
    std::iter::once(as_of(view.lang, view.day)).chain(last).collect::<Vec<_>>().join(", ")
}

/// That something is proposed or planned only, and since when, where that is known; whether that is later than the day.
fn idea(view: &View<'_>, body: &Institution) -> String {
    let lang = view.lang;
    let key =
        if body.kind == InstitutionKind::Proposed { "map-subtitle-proposed" } else { "map-subtitle-planned-body" };
    match body.founded.value {
        Some(date) => {
            let words = lang.format(key, &[("date", lang.date_long(date).into())]);
            let later = (date.happened_by(view.day) == Happened::No).then(|| lang.text("story-later-than-as-of"));
            later.into_iter().fold(words, |words, later| format!("{words}. {later}"))
        }
        None => lang.text(&format!("{key}-undated")),
    }
}

/// What the facts say otherwise than another edition, and the sources of what they say of states.
fn edition(view: &View<'_>, sources: &mut Sources) -> Words {
    let (lang, world) = (view.lang, view.world);
    let revision = view.session.selection.as_ref().and_then(|id| world.revision_of(id));
    let Some(revision) = revision else { return overview(view, sources) };
    let revised = revision.revised(lang.code());
    let states = revised.iter().filter(|it| it.id.kind == Kind::State).flat_map(|it| &it.facts);
    let said = states.filter_map(|fact| fact.after.as_ref()).flat_map(|said| said.sources.iter().zip(said.confidence));
    let cited = |(key, confidence): (&String, Confidence)| {
        let evidence = Evidence { sources: vec![key.clone()], confidence, note: None };
        sources.cite_evidence(view, &evidence, 1)
    };
    let mut cites: Vec<usize> = said.take(MOST_CITED).flat_map(cited).collect();
    cites.sort_unstable();
    cites.dedup();
    let counted = lang.format("revision-counted", &story::revision_counts(revised));
    let subtitle = format!("{counted}. {}", lang.sentence(&as_of(lang, view.day)));
    Words { title: story::revision_title(world, revision, lang), subtitle, cites, moves: false }
}

/// The part of a state in an institution.
fn role(view: &View<'_>, key: &str, sources: &mut Sources) -> Words {
    let lang = view.lang;
    let Some((state, body)) = view.world.seat(key) else { return overview(view, sources) };
    let part = view.world.role_at(&body.key, &state.key, view.day);
    let certain = part.is_some_and(|part| view.world.holds_on(part, view.day) == Happened::Yes);
    let role = part.map_or_else(|| lang.text("role-none"), |part| words::role_said(lang, part.role, certain));
    let since = part.filter(|_| certain).and_then(|part| part.from).map(|from| {
        let date = lang.date_long(from);
        lang.format("story-since", &[("from", date.into())])
    });
    let title = view.world.name_on(&World::role_id(&state.key, &body.key), lang.code(), view.day);
    let name = name(view, Kind::Institution, &body.key);
    let full = if title.ends_with(&name) { String::new() } else { format!("{name}: ") };
    let title = format!("{title}{}", star(view, &state.key));
    let mut cites = part.map_or_else(Vec::new, |part| sources.cite_evidence(view, &part.evidence, 2));
    let day = confirmed(view, part.map(|part| &part.evidence), &mut cites, sources);
    let parts: Vec<String> = [Some(role), since, Some(day)].into_iter().flatten().collect();
    Words { title, subtitle: format!("{full}{}", parts.join(", ")), cites, moves: false }
}

fn line(view: &View<'_>, sources: &mut Sources) -> Words {
    let lang = view.lang;
    let id = view.session.selection.as_ref();
    let title = id.map(|id| view.world.name_on(id, &view.session.language, view.day)).unwrap_or_default();
    let chosen = || view.chosen();
    let count = |service: Service| chosen().filter(|s| s.service() == service).count();
    let evidence = match id.map(|id| (id.kind, id.key.as_str())) {
        Some((Kind::Corridor, key)) => view.world.corridor(key).map(|c| &c.evidence),
        Some((Kind::Segment, key)) => view.world.segment(key).map(|s| &s.evidence),
        Some((Kind::Node, key)) => view.world.node(key).map(|n| &n.evidence),
        _ => None,
    };
    let statuses = [
        (count(Service::Operational), "map-subtitle-operational"),
        (count(Service::Assumed), "map-subtitle-assumed"),
        (count(Service::UnderConstruction), "map-subtitle-building"),
        (count(Service::Planned), "map-subtitle-planned"),
        (count(Service::Suspended), "map-subtitle-suspended"),
    ];
    let parts = statuses.into_iter().filter(|(n, _)| *n > 0);
    let parts: Vec<String> = parts.map(|(n, key)| lang.format(key, &[("n", n.into())])).collect();
    let mut subtitle =
        lang.format("map-subtitle-lines", &[("n", chosen().count().into()), ("statuses", parts.join(", ").into())]);
    // Their state is that of the evidence, which is older than the edition, whatever day the map looks from.
    let newest: BTreeSet<Date> = chosen().filter_map(|s| s.status_as_of).collect();
    if let Some(newest) = newest.last() {
        let values = [
            ("date", lang.date_long(*newest).into()),
            ("undated", chosen().filter(|s| s.status_as_of.is_none()).count().into()),
        ];
        subtitle = format!("{subtitle}. {}", lang.format("map-subtitle-newest", &values));
    }
    let subtitle = looked_from(view, subtitle);
    // What the subtitle counts stands in the table of lines; what else is known of them in the documents behind it.
    let cites = sources.lines(view).into_iter().collect();
    if let Some(evidence) = evidence {
        sources.cite_evidence(view, evidence, 2);
    }
    Words { title, subtitle, cites, moves: true }
}

/// A subtitle about lines, with the day that the reader has chosen.
fn looked_from(view: &View<'_>, subtitle: String) -> String {
    match view.session.as_of {
        Some(_) => format!("{subtitle}. {}", view.lang.sentence(&as_of(view.lang, view.day))),
        None => subtitle,
    }
}

fn route(view: &View<'_>, sources: &mut Sources) -> Words {
    let lang = view.lang;
    let Some(id) = view.session.selection.as_ref() else { return overview(view, sources) };
    let Some(found) = view.base.find(view.world, id) else { return overview(view, sources) };
    let choices =
        found.query.as_ref().map(|query| route::choices(view.world, query, lang).join(", ")).unwrap_or_default();
    let Some(chain) = &found.chain else {
        let title = view.world.name(id, &view.session.language);
        let subtitle = format!("{}. {choices}", lang.text("route-no-way"));
        return Words { title, subtitle, cites: vec![], moves: true };
    };
    let told = found.ways.first().map(|way| strip::told(way, view.world, lang));
    let (title, made) = strip::words(told.as_ref().unwrap_or(chain), view.world, lang);
    Words { title, subtitle: looked_from(view, format!("{choices}; {made}")), cites: vec![], moves: true }
}

/// What changed between two days: how much, and the sources that bear whose standing did.
fn changes(view: &View<'_>, key: &str, sources: &mut Sources) -> Words {
    let (lang, world) = (view.lang, view.world);
    let Some(period) = world.period(key) else { return overview(view, sources) };
    let days = [("from", lang.date_long(period.from).into()), ("to", lang.date_long(period.to).into())];
    let standings = world.standing_changes(&period);
    let went = |turn: Turn| standings.iter().filter(|change| change.turn == turn).count();
    let counted = [("gained", went(Turn::Gained).into()), ("lost", went(Turn::Lost).into())];
    let counted = lang.format("changes-counted", &counted);
    let date = lang.date_long(period.to);
    let subtitle = lang.format("map-subtitle-changes", &[("counted", counted.into()), ("date", date.into())]);
    let told = standings.iter().filter_map(|change| change.after.or(change.before));
    let mut cites: Vec<usize> = told.flat_map(|it| sources.cite_evidence(view, &it.evidence, 2)).collect();
    cites.sort_unstable();
    cites.dedup();
    Words { title: lang.format("changes-title", &days), subtitle, cites, moves: false }
}

fn compared(view: &View<'_>, key: &str, sources: &mut Sources) -> Words {
    let (lang, world) = (view.lang, view.world);
    let states = world.compared(key).unwrap_or_default();
    let of = |state: &&State| {
        let name = world.name_on(&Id::new(Kind::State, state.key.as_str()), lang.code(), view.day);
        let status = state.status_at(view.day).map_or("role-none", |change| words::status(change.status));
        format!("{name}{}: {}", star(view, &state.key), lang.text(status))
    };
    let parts: Vec<String> = states.iter().map(of).collect();
    let mut cites: Vec<usize> = states
        .iter()
        .filter_map(|state| state.status_at(view.day))
        .flat_map(|change| sources.cite_evidence(view, &change.evidence, 1))
        .collect();
    cites.sort_unstable();
    cites.dedup();
    let title = name(view, Kind::Comparison, key);
    let subtitle = format!("{}, {}", parts.join("; "), as_of(lang, view.day));
    Words { title, subtitle, cites, moves: false }
}

fn event(view: &View<'_>, key: &str, sources: &mut Sources) -> Words {
    let lang = view.lang;
    let title = name(view, Kind::Event, key);
    let Some(event) = view.world.event(key) else { return overview(view, sources) };
    let date = lang.date_long(event.date);
    let city = event.place.as_ref().map(|place| view.world.city(place, lang.code()));
    let where_ = city.map_or_else(|| date.clone(), |city| format!("{city}, {date}"));
    let subtitle =
        lang.format("map-subtitle-event", &[("where", where_.into()), ("asof", as_of(lang, view.day).into())]);
    let cites = sources.cite_evidence(view, &event.evidence, 2);
    Words { title, subtitle, cites, moves: false }
}

fn measure(view: &View<'_>, key: &str, sources: &mut Sources) -> Words {
    let lang = view.lang;
    let title = name(view, Kind::Measure, key);
    let Some(measure) = view.world.measure(key) else { return overview(view, sources) };
    let subtitle = format!("{}, {}", view.world.localised(&measure.status, lang.code()), as_of(lang, view.day));
    let cites = sources.cite_evidence(view, &measure.evidence, 2);
    Words { title, subtitle, cites, moves: true }
}
