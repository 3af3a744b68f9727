//! The answer for other programs: JSON with everything, CSV with one row for each leg. The numbers are those of the
//! page, kilometres to a tenth.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::lang::Lang;
use crate::network::{Border, BorderAt, Condition, Gauge, Leg, NoWay, Opening, Place, Query, Way};
use crate::story::names;
use crate::story::page::Page;
use crate::story::plain::{self, confidence, service};
use crate::world::{Id, Kind, LengthBasis, Mode, World};

use super::{Answer, lists, none};

/// Kilometres to a tenth.
fn tenth(km: f64) -> f64 {
    // No zero has a sign.
    (km * 10.0).round() / 10.0 + 0.0
}

/// A way of movement in one word.
fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Rail => "rail",
        Mode::Road => "road",
        Mode::Ferry => "ferry",
        Mode::ContainerShip => "container-ship",
    }
}

/// A basis of a length in one word.
fn basis(basis: LengthBasis) -> &'static str {
    match basis {
        LengthBasis::Official => "official",
        LengthBasis::Published => "published",
        LengthBasis::Derived => "derived",
        LengthBasis::Computed => "computed",
        LengthBasis::Memory => "memory",
    }
}

/// A gauge in one word; none where there are no rails.
fn gauge(gauge: Gauge) -> Option<String> {
    match gauge {
        Gauge::Single(mm) => Some(mm.to_string()),
        Gauge::Both => Some("both".to_owned()),
        Gauge::Unknown => Some("unknown".to_owned()),
        Gauge::Trackless => None,
    }
}

/// Sums under their words.
fn sums<K: Copy>(sums: &BTreeMap<K, f64>, word: impl Fn(K) -> &'static str) -> Value {
    sums.iter().map(|(key, km)| (word(*key).to_owned(), json!(tenth(*km)))).collect::<serde_json::Map<_, _>>().into()
}

/// The answer as JSON. Keys and words in values do not depend on the language; names and sentences do.
#[must_use]
pub fn json(world: &World, query: &Query, answer: &Answer, lang: &Lang) -> Value {
    let page = Page::new(world, &super::place_id(&query.from), world.as_of(None), lang);
    let mut value = json!({ "query": query, "ways": [], "no_way": null });
    match answer {
        Ok(ways) => value["ways"] = ways.iter().map(|way| way_json(&page, way, ways.first())).collect(),
        Err(why) => value["no_way"] = none_json(&page, why),
    }
    let within = |key: &str| world.node(key).and_then(|node| node.within.clone());
    let passed = answer.iter().flatten().flat_map(Way::nodes).filter_map(|key| within(&key));
    let asked = [&query.from, &query.to].into_iter().chain(&query.via).filter_map(|place| match place {
        Place::Area(area) => Some(area.clone()),
        Place::Node(key) => within(key),
    });
    if passed.chain(asked).any(|area| world.is_entity(&area)) {
        value["note"] = json!(world.note("northern_cyprus", lang.code()));
    }
    value
}

/// One way.
fn way_json(page: &Page, way: &Way, best: Option<&Way>) -> Value {
    let legs = super::legs(page.world, way);
    let areas = way.by_area().into_iter().map(|share| {
        let name = names::country(page.world, page.lang, page.day, &share.area).0;
        json!({ "area": share.area, "name": name, "km": tenth(share.km), "split_km": tenth(share.split_km) })
    });
    let breaks = way.breaks.iter().map(|it| {
        json!({
            "node": it.node,
            "km": tenth(it.km),
            "before": gauge(it.before),
            "after": gauge(it.after),
            "across_sea": it.across_sea,
        })
    });
    let measures = page.world.measures.iter().filter_map(|it| {
        let at = lists::borders_of(page.world, way, it).into_iter();
        let at: Vec<Value> =
            at.map(|(border, status)| json!({ "from": border.from, "to": border.to, "status": status })).collect();
        let ports = lists::ports_of(way, it);
        let holds = !(at.is_empty() && ports.is_empty());
        holds.then(|| json!({ "measure": it.key, "status": it.status, "borders": at, "ports": ports }))
    });
    let departures = best
        .map(|best| way.departures(best))
        .unwrap_or_default()
        .into_iter()
        .map(|it| json!({ "from": it.from, "to": it.to, "through": it.through, "km": tenth(it.km) }));
    json!({
        "from": way.ends().map(|[from, _]| from),
        "to": way.ends().map(|[_, to]| to),
        "km": tenth(way.km()),
        "is_lower_bound": way.by_basis().contains_key(&LengthBasis::Computed),
        "by_basis": sums(&way.by_basis(), basis),
        "by_mode": sums(&way.by_mode(), mode),
        "by_status": sums(&way.by_service(), service),
        "by_confidence": sums(&super::by_confidence(&legs), confidence),
        "areas": way.areas(),
        "by_area": areas.collect::<Vec<_>>(),
        "sea_km": tenth(way.sea_legs().map(|leg| leg.km).sum()),
        "unknown_gauge_km": tenth(way.unknown_gauge_km()),
        "gauge_breaks": breaks.collect::<Vec<_>>(),
        "passed_gauge_breaks": way.passed_breaks,
        "borders": way.borders.iter().map(|border| border_json(way, border)).collect::<Vec<_>>(),
        "measures": measures.collect::<Vec<_>>(),
        "differs_from_best": departures.collect::<Vec<_>>(),
        "legs": way.legs.iter().map(|leg| leg_json(page, leg)).collect::<Vec<_>>(),
    })
}

/// One border.
fn border_json(way: &Way, border: &Border) -> Value {
    let segment = |leg: usize| way.legs.get(leg).map(|leg| leg.segment.as_str());
    let (place, id) = match &border.at {
        BorderAt::Node(key) => ("node", Some(key.as_str())),
        BorderAt::Leg(leg) => ("segment", segment(*leg)),
        BorderAt::Sea(leg) => ("sea", segment(*leg)),
    };
    json!({ "from": border.from, "to": border.to, "km": tenth(border.km), "at": place, "key": id })
}

/// One leg.
fn leg_json(page: &Page, leg: &Leg) -> Value {
    let evidence = page.world.segment(&leg.segment).map(|it| &it.evidence);
    let soil = leg.soil.iter().map(|it| json!({ "area": it.area, "km": tenth(it.share * leg.km) }));
    json!({
        "segment": leg.segment,
        "from": leg.from,
        "to": leg.to,
        "mode": mode(leg.mode),
        "status": service(leg.service),
        "km": tenth(leg.km),
        "basis": basis(leg.basis),
        "start_km": tenth(leg.start_km),
        "end_km": tenth(leg.end_km()),
        "gauge": gauge(leg.gauge),
        "areas": soil.collect::<Vec<_>>(),
        "is_split_by_drawn_line": leg.is_split(),
        "confidence": evidence.map(|it| confidence(it.confidence)),
        "sources": evidence.map(|it| it.sources.clone()),
    })
}

/// Why there is no way.
fn none_json(page: &Page, why: &NoWay) -> Value {
    let reason = match why {
        NoWay::SamePlace => "same-place",
        NoWay::Unknown(_) => "no-node",
        NoWay::Avoided(_) => "avoided",
        NoWay::Closed { .. } => "closed",
    };
    let sentence = none::sentence(page, why);
    let NoWay::Closed { openings, otherwise } = why else { return json!({ "reason": reason, "sentence": sentence }) };
    json!({
        "reason": reason,
        "sentence": sentence,
        "openings": openings.iter().map(|opening| opening_json(page, opening)).collect::<Vec<_>>(),
        "without_choices": otherwise.as_ref().map(|way| way_json(page, way, None)),
    })
}

/// One choice that closes the way.
fn opening_json(page: &Page, opening: &Opening) -> Value {
    let condition = match &opening.condition {
        Condition::Reach(reach) => json!({ "reach": reach }),
        Condition::Suspended => json!("suspended"),
        Condition::Sea => json!("sea"),
        Condition::Avoid(avoid) => json!({ "avoid": avoid }),
        Condition::Via(via) => json!({ "via": via }),
    };
    let words = none::condition(page, &opening.condition);
    json!({ "condition": condition, "words": words, "way": way_json(page, &opening.way, None) })
}

/// The columns of the CSV.
const COLUMNS: [&str; 18] = [
    "way",
    "leg",
    "segment",
    "from",
    "to",
    "from_name",
    "to_name",
    "mode",
    "status",
    "km",
    "basis",
    "start_km",
    "end_km",
    "gauge",
    "areas_km",
    "split_by_drawn_line",
    "confidence",
    "sources",
];

/// The legs of every way as CSV with a heading; only the heading where there is no way.
#[must_use]
pub fn csv(world: &World, answer: &Answer, lang: &Lang) -> String {
    let name = |key: &str| world.name(&Id::new(Kind::Node, key), lang.code());
    let number = |km: f64| format!("{:.1}", tenth(km));
    let mut rows: Vec<[String; 18]> = vec![COLUMNS.map(str::to_owned)];
    for (at, way) in answer.iter().flatten().enumerate() {
        for (place, leg) in way.legs.iter().enumerate() {
            let evidence = world.segment(&leg.segment).map(|it| &it.evidence);
            let areas = leg.soil.iter().map(|it| format!("{} {}", it.area, number(it.share * leg.km)));
            rows.push([
                (at + 1).to_string(),
                (place + 1).to_string(),
                leg.segment.clone(),
                leg.from.clone(),
                leg.to.clone(),
                name(&leg.from),
                name(&leg.to),
                mode(leg.mode).to_owned(),
                service(leg.service).to_owned(),
                number(leg.km),
                basis(leg.basis).to_owned(),
                number(leg.start_km),
                number(leg.end_km()),
                gauge(leg.gauge).unwrap_or_default(),
                areas.collect::<Vec<_>>().join("; "),
                if leg.is_split() { "yes" } else { "no" }.to_owned(),
                evidence.map(|it| confidence(it.confidence).to_owned()).unwrap_or_default(),
                evidence.map(|it| it.sources.join(" ")).unwrap_or_default(),
            ]);
        }
    }
    plain::rows(rows.iter().map(|row| row.each_ref().map(String::as_str)))
}
