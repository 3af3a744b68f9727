//! What a feature of the map is called and how it stands, in a few words: for tooltips and assistive technology.

use crate::lang::Value;
use crate::story::words;
use crate::ui::Model;
use crate::world::{Id, Institution, Kind, Node, Segment, State};

/// Name of a feature and what is said about it, one line each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// Name.
    pub name: String,
    /// Status, length, seat.
    pub lines: Vec<String>,
}

/// Words for a tag of the page; none where it names nothing in the world.
#[must_use]
pub fn describe(model: &Model<'_>, tag: &str) -> Option<Words> {
    if let Some(city) = tag.strip_prefix("seat:") {
        return Some(seat(model, city));
    }
    let id: Id = tag.parse().ok()?;
    let (world, lang, key) = (model.world, model.lang, id.key.as_str());
    let lines = match id.kind {
        Kind::State => world.state(key).map(|state| vec![standing(model, state)]),
        Kind::Institution => world.institution(key).and_then(|body| {
            let seat = &body.seat.as_ref()?.value;
            Some(vec![world.city(&seat.city, lang.code()).to_owned()])
        }),
        Kind::Corridor => Some(vec![lang.text("kind-corridor")]),
        Kind::Segment => world.segment(key).map(|one| segment(model, one)),
        Kind::Node => world.node(key).map(|one| node(model, one)),
        Kind::Event => world.event(key).map(|event| vec![lang.date_long(event.date)]),
        Kind::Measure | Kind::Source => None,
        Kind::Route | Kind::Changes | Kind::Comparison | Kind::Role | Kind::Edition => None,
    };
    Some(Words { name: world.name_on(&id, lang.code(), model.day), lines: lines.unwrap_or_default() })
}

/// Institutions that sit in a city on the day, as the map counts them.
pub fn bodies<'a>(model: &Model<'a>, city: &'a str) -> impl Iterator<Item = &'a Institution> {
    let day = model.day;
    let founded = move |i: &&Institution| model.world.is_seated_on(i, day);
    let here = move |i: &&Institution| i.seat.as_ref().is_some_and(|seat| seat.value.city == city);
    model.world.institutions.iter().filter(here).filter(founded)
}

/// Short name of an institution on the day.
#[must_use]
pub fn short(model: &Model<'_>, institution: &Institution) -> String {
    let id = Id::new(Kind::Institution, institution.key.as_str());
    model.world.short_name_on(&id, model.lang.code(), model.day)
}

/// A city and what sits there.
fn seat(model: &Model<'_>, city: &str) -> Words {
    let mut lines = Vec::new();
    for (is_known, key) in [(true, "ui-map-seats"), (false, "ui-map-likely-seats")] {
        let meant = bodies(model, city).filter(|i| i.has_known_seat() == is_known);
        let names: Vec<String> = meant.map(|i| short(model, i)).collect();
        if !names.is_empty() {
            lines.extend([model.lang.format(key, &[("count", Value::Number(names.len() as f64))]), names.join(", ")]);
        }
    }
    Words { name: model.world.city(city, model.lang.code()).to_owned(), lines }
}

/// How a state stands on the day and since when.
fn standing(model: &Model<'_>, state: &State) -> String {
    let lang = model.lang;
    let Some(change) = state.status_at(model.day) else {
        let org = model.world.organisation_on(lang.code(), model.day);
        return lang.format("ui-map-no-status", &[("org", org.into())]);
    };
    lang.format(
        "ui-map-since",
        &[
            ("status", Value::Text(lang.text(words::status(change.status)).into())),
            ("date", Value::Text(lang.date(change.from).into())),
        ],
    )
}

/// What a node is, and whether the gauge changes there.
fn node(model: &Model<'_>, node: &Node) -> Vec<String> {
    let mut lines = vec![model.lang.text(words::node(node.kind))];
    if node.gauge_break {
        let key = if node.is_planned { "ui-map-gauge-break-planned" } else { "ui-map-gauge-break" };
        lines.push(model.lang.text(key));
    }
    lines
}

/// Mode and status of a segment, and its length with the basis.
fn segment(model: &Model<'_>, segment: &Segment) -> Vec<String> {
    let lang = model.lang;
    let status = lang.format(
        "ui-map-segment",
        &[
            ("mode", Value::Text(lang.text(words::mode(segment.mode)).into())),
            ("status", Value::Text(lang.text(words::service(segment.service())).into())),
        ],
    );
    let length = segment.length.as_ref().map_or_else(
        || lang.text("ui-map-no-length"),
        |length| {
            lang.format(
                "ui-map-length",
                &[
                    ("km", Value::Text(lang.km(length.km).into())),
                    ("basis", Value::Text(lang.text(words::basis(length.basis)).into())),
                ],
            )
        },
    );
    vec![status, length]
}
