//! The network of nodes and segments against the facts, and the ways between well-known places against published
//! lengths.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use ots_atlas::network::{
    Aim, Avoid, BorderAt, Condition, Gauge, LONGER, Network, NoWay, Place, Query, Reach, SHARED, Way,
};
use ots_atlas::world::{self, Files, LengthBasis, Service, World};

static WORLD: LazyLock<World> = LazyLock::new(|| world::load(&Files::Embedded).world);
static NETWORK: LazyLock<Network> = LazyLock::new(|| Network::new(&WORLD));

fn node(key: &str) -> Place {
    Place::Node(key.to_owned())
}

fn area(key: &str) -> Place {
    Place::Area(key.to_owned())
}

fn between(from: &str, to: &str) -> Query {
    Query::new(node(from), node(to))
}

/// The best way of a question.
fn best(query: &Query) -> Way {
    NETWORK.find(query).unwrap_or_else(|why| panic!("{query:?}: {why:?}")).remove(0)
}

/// The choices that close a question, each with what opens.
fn openings(query: &Query) -> Vec<Condition> {
    match NETWORK.find(query) {
        Err(NoWay::Closed { openings, .. }) => openings.into_iter().map(|opening| opening.condition).collect(),
        other => panic!("{query:?}: {other:?}"),
    }
}

#[test]
fn every_node_and_segment_is_there() {
    assert_eq!(NETWORK.stops().count(), WORLD.nodes.len());
    assert_eq!(NETWORK.lines().count(), WORLD.segments.len());
    let pairs = |old: &str, new: &str| {
        let ends = |key: &str| {
            let line = NETWORK.lines().find(|line| line.key == key).unwrap();
            BTreeSet::from([line.from.clone(), line.to.clone()])
        };
        ends(old) == ends(new)
    };
    assert!(pairs("TR16", "TR18") && pairs("TR17", "TR19"), "old and new line between Halkalı and Kapıkule");
    let lines = |reach: Reach| {
        let way = best(&Query { reach, ..between("tr_halkali", "tr_kapikule") });
        way.legs.iter().map(|leg| leg.segment.clone()).collect::<Vec<_>>()
    };
    assert_eq!(lines(Reach::Today), ["TR16", "TR17"]);
    assert!(lines(Reach::Construction).contains(&"TR19".to_owned()));
}

#[test]
fn pieces_apart_are_those_that_the_facts_explain() {
    for corridor in &WORLD.corridors {
        let keys: BTreeSet<&str> = WORLD.segments_of(&corridor.key).map(|segment| segment.key.as_str()).collect();
        let parts = NETWORK.parts(|line| keys.contains(line.key.as_str())).len();
        assert_eq!(parts.max(1), usize::from(corridor.parts), "{}", corridor.key);
        assert!(parts <= 1 || corridor.parts_because.is_some(), "{} has {parts} pieces without a reason", corridor.key);
    }
    let apart = |reach: Reach| {
        let parts = NETWORK.parts(|line| reach.admits(line.status));
        parts.into_iter().skip(1).map(|part| part.join(" ")).collect::<Vec<_>>()
    };
    // The railway of Nakhchivan hangs on TRIPP on one side and on the line to Kars on the other; neither is built.
    assert_eq!(apart(Reach::Today), ["az_ordubad az_julfa az_nakhchivan az_sadarak"]);
    assert_eq!(apart(Reach::Construction), ["az_ordubad az_julfa az_nakhchivan az_sadarak am_agarak"]);
    assert_eq!(apart(Reach::Planned), Vec::<String>::new());
    // Context without a segment.
    let all: BTreeSet<&str> = NETWORK.parts(|_| true).into_iter().flatten().collect();
    let alone: Vec<&str> = NETWORK.stops().map(|stop| stop.key.as_str()).filter(|key| !all.contains(key)).collect();
    assert_eq!(alone, ["cn_xian"]);
}

#[test]
fn lengths_beside_the_drawn_line_have_a_reason() {
    let (mut shorter, mut longer) = (0, 0);
    for segment in &WORLD.segments {
        let Some(length) = &segment.length else { continue };
        let part = length.km / segment.great_circle_km;
        if part < 0.98 && length.km < segment.great_circle_km - 0.5 {
            shorter += 1;
            assert!(segment.shorter_because.is_some(), "{} is shorter than its drawn line", segment.key);
        }
        if part > 1.15 && length.km > segment.great_circle_km + 1.0 {
            longer += 1;
            assert!(segment.length_check.is_some(), "{} is {part:.2} times as long as its drawn line", segment.key);
        }
    }
    assert!(shorter >= 3 && longer >= 30, "{shorter} shorter, {longer} longer");
}

/// From, to, by way of, reach, by sea, published kilometres (least and most), tolerance in hundredths beyond these,
/// and why the sum of the atlas is not the published one. The published lengths are those that the cross-checks of
/// the route tables name with their sources.
type Known = (&'static str, &'static str, &'static [&'static str], Reach, bool, [f64; 2], f64, &'static str);

const KNOWN: &[Known] = &[
    ("kz_dostyk", "az_alat", &["kz_aktau"], Reach::Today, true, [3_500.0, 3_500.0], 1.0, "S218 rounds to hundreds"),
    ("kz_aktau", "az_alat", &[], Reach::Today, true, [508.0, 508.0], 4.5, "S217; the lane is a great circle"),
    (
        "kz_altynkol",
        "ge_poti",
        &["kz_aktau"],
        Reach::Today,
        true,
        [4_766.0, 4_766.0],
        8.0,
        "S216; a third of the railway is computed along the drawn line, a lower bound",
    ),
    ("az_baku", "tr_kars", &[], Reach::Today, true, [826.0, 850.0], 1.5, "S235, S143, S145, S092, S013 differ"),
    ("ge_tbilisi", "ge_poti", &[], Reach::Today, true, [312.1, 312.1], 0.1, "S170; scaled to it"),
    (
        "tr_kars",
        "tr_istanbul",
        &["tr_kayseri"],
        Reach::Today,
        false,
        [1_941.0, 1_941.0],
        1.0,
        "S096 counts to Haydarpaşa on the Asian shore; the atlas goes through the tunnel to Sirkeci",
    ),
    (
        "tr_kars",
        "tr_ankara",
        &["tr_kayseri"],
        Reach::Today,
        false,
        [1_310.0, 1_310.0],
        4.5,
        "S234 is the length of a train service; sections of the old chainage add up to more",
    ),
    ("tr_halkali", "tr_kapikule", &["TR18", "TR19"], Reach::Construction, true, [229.0, 229.0], 0.5, "S099 rounds"),
    (
        "am_agarak",
        "az_sadarak",
        &[],
        Reach::Construction,
        true,
        [188.0, 194.1],
        1.0,
        "S047, S048; chainage of stations, without the yard at the border",
    ),
    (
        "cn_kashgar",
        "uz_andijan",
        &["cn_torugart"],
        Reach::Construction,
        true,
        [532.53, 532.53],
        2.5,
        "S022; the part in China is computed along the drawn line, a lower bound",
    ),
    (
        "kz_uzen",
        "ir_gorgan",
        &[],
        Reach::Today,
        true,
        [908.0, 934.5],
        1.0,
        "S037 says 928; 700 km in Turkmenistan are recalled",
    ),
];

#[test]
fn well_known_lengths_are_met() {
    for (from, to, via, reach, sea, [least, most], tolerance, reason) in KNOWN {
        // A segment is passed by closing the one beside it.
        let (lines, nodes): (Vec<&str>, Vec<&str>) = via.iter().partition(|key| WORLD.segment(key).is_some());
        let beside = |key: &&str| {
            let line = WORLD.segment(key).unwrap();
            let same = WORLD.segments.iter().filter(|it| it.from == line.from && it.to == line.to);
            same.map(|it| it.key.clone()).filter(|other| other != key).collect::<Vec<_>>()
        };
        let avoid = lines.iter().flat_map(beside).map(Avoid::Segment);
        let query = Query {
            via: nodes.into_iter().map(node).collect(),
            avoid: avoid.collect(),
            reach: *reach,
            sea: *sea,
            ..between(from, to)
        };
        let km = best(&query).km();
        let off = if km < *least { km / least - 1.0 } else { (km / most - 1.0).max(0.0) };
        assert!(off.abs() * 100.0 <= *tolerance, "{from} to {to}: {km:.1} km, off by {:.2} %: {reason}", off * 100.0);
    }
}

#[test]
fn totals_add_up() {
    for (from, to) in [("kz_altynkol", "tr_kars"), ("cn_khorgos", "tr_kapikule"), ("uz_tashkent", "xn_nicosia")] {
        for way in NETWORK.find(&between(from, to)).unwrap() {
            let km = way.km();
            let same = |sum: f64| assert!((sum - km).abs() < 1e-6, "{from} to {to}: {sum} of {km}");
            same(way.by_basis().values().sum());
            same(way.by_mode().values().sum());
            same(way.by_service().values().sum());
            let sea: f64 = way.sea_legs().map(|leg| leg.km).sum();
            same(way.by_area().iter().map(|share| share.km).sum::<f64>() + sea);
            for (leg, next) in way.legs.iter().zip(way.legs.iter().skip(1)) {
                assert_eq!(leg.to, next.from);
                assert!((leg.end_km() - next.start_km).abs() < 1e-6);
            }
            let assumed = way.legs.iter().filter(|leg| WORLD.segment(&leg.segment).unwrap().is_assumed());
            let told = way.by_service().get(&Service::Assumed).copied().unwrap_or_default();
            assert!((told - assumed.map(|leg| leg.km).sum::<f64>()).abs() < 1e-6 && told > 0.0, "{from} to {to}");
            for leg in &way.legs {
                let segment = WORLD.segment(&leg.segment).unwrap();
                assert_eq!(leg.basis, segment.length.as_ref().map_or(LengthBasis::Computed, |length| length.basis));
                assert_eq!(leg.is_split(), segment.countries.len() > 1, "{}", leg.segment);
            }
        }
    }
}

#[test]
fn gauge_and_borders_are_counted() {
    let way = best(&Query { via: vec![node("kz_aktau")], ..between("kz_dostyk", "tr_kars") });
    let breaks: Vec<_> = way.breaks.iter().map(|it| (it.node.as_str(), it.before, it.after)).collect();
    assert_eq!(breaks, [("ge_akhalkalaki", Gauge::Single(1520), Gauge::Single(1435))]);
    let borders: Vec<_> = way.borders.iter().map(|it| (it.from.as_str(), it.to.as_str())).collect();
    assert_eq!(borders, [("KZ", "AZ"), ("AZ", "GE"), ("GE", "TR")]);
    assert!(matches!(way.borders[0].at, BorderAt::Sea(_)), "{:?}", way.borders[0]);
    assert!(matches!(way.borders[1].at, BorderAt::Leg(_)), "{:?}", way.borders[1]);
    assert_eq!(way.borders[2].at, BorderAt::Node("ge_kartsakhi".to_owned()));
    // Backwards it is the same way.
    let back = best(&Query { via: vec![node("kz_aktau")], ..between("tr_kars", "kz_dostyk") });
    assert_eq!((back.km().round(), back.breaks.len(), back.borders.len()), (way.km().round(), 1, 3));
    assert_eq!(back.breaks[0].node, "ge_akhalkalaki");
    // Rails of both gauges at an end lead on to those of the neighbour: what comes from China changes at Altynkol.
    let nodes = |way: Way| way.breaks.into_iter().map(|it| (it.node, it.before, it.after)).collect::<Vec<_>>();
    let [broad, standard] = [1520, 1435].map(Gauge::Single);
    let altynkol = |before, after| vec![("kz_altynkol".to_owned(), before, after)];
    assert_eq!(nodes(best(&between("cn_khorgos", "kz_aktau"))), altynkol(standard, broad));
    assert_eq!(nodes(best(&between("kz_aktau", "cn_khorgos"))), altynkol(broad, standard));
    assert_eq!(nodes(best(&between("kz_altynkol", "kz_aktau"))), []);
    // A ferry does not mend a break.
    let way = best(&Query { avoid: vec![Avoid::Area("TR".to_owned())], ..between("az_alat", "ro_bucharest") });
    assert!(way.breaks.iter().any(|it| it.node == "ro_constanta" && it.across_sea), "{:?}", way.breaks);
}

#[test]
fn aims_are_met() {
    let by = |aim: Aim| best(&Query { aim, ..between("cn_khorgos", "tr_kapikule") });
    let [shortest, gauge, borders] = Aim::ALL.map(|(aim, _)| by(aim));
    assert!(shortest.km() <= gauge.km() && shortest.km() <= borders.km());
    assert!(gauge.breaks.len() <= shortest.breaks.len() && borders.borders.len() < shortest.borders.len());
    // Among the best of the three aims, none beats another at its own aim.
    let keys: Vec<&str> = WORLD.nodes.iter().map(|it| it.key.as_str()).step_by(5).collect();
    for (from, to) in keys.iter().flat_map(|from| keys.iter().map(move |to| (*from, *to))).filter(|(a, b)| a != b) {
        let ways = Aim::ALL.map(|(aim, _)| NETWORK.find(&Query { aim, alternatives: 0, ..between(from, to) }));
        let [Ok(short), Ok(gauge), Ok(borders)] = ways else { continue };
        let ([short], [gauge], [borders]) = (&short[..], &gauge[..], &borders[..]) else { panic!("{from} {to}") };
        assert!(short.km() <= gauge.km() + 1e-6 && short.km() <= borders.km() + 1e-6, "{from} {to}");
        assert!(gauge.breaks.len() <= short.breaks.len().min(borders.breaks.len()), "{from} {to}");
        assert!(borders.borders.len() <= short.borders.len().min(gauge.borders.len()), "{from} {to}");
    }
    // Rails of both gauges at the end of a way belong to the railway beyond, and count for the aim as for the page.
    let mut ends = 0;
    for (from, to) in keys.iter().flat_map(|from| ["CN", "TR", "KZ", "AZ", "GE", "IR"].map(|to| (*from, area(to)))) {
        let ask = |aim| NETWORK.find(&Query { aim, ..Query::new(node(from), to.clone()) });
        let [Ok(gauge), Ok(short)] = [Aim::Gauge, Aim::Shortest].map(ask) else { continue };
        let fewest = gauge.iter().chain(&short).map(|way| way.breaks.len()).min().unwrap();
        assert_eq!(gauge[0].breaks.len(), fewest, "{from} {to:?}");
        ends += usize::from(gauge[0].km() > short[0].km() + 1.0);
    }
    assert!(ends > 0, "some way is longer to have fewer breaks");
    let kashgar = best(&Query { aim: Aim::Gauge, ..Query::new(node("kz_almaty"), area("CN")) });
    assert!(kashgar.breaks.is_empty(), "{:?}", kashgar.nodes());
}

#[test]
fn choices_close_and_open() {
    // No railway of the atlas goes round the Caspian Sea: by Turkmenistan it ends in Gorgan in Iran, and the line from
    // Azerbaijan to Rasht is planned and does not reach Gorgan; in the north the atlas ends at the Russian border.
    let dry = Query { sea: false, ..between("kz_altynkol", "az_alat") };
    assert_eq!(openings(&dry), [Condition::Sea]);
    assert_eq!(openings(&Query { reach: Reach::Planned, suspended: true, ..dry.clone() }), [Condition::Sea]);
    assert!(best(&Query { sea: false, ..between("kz_altynkol", "ir_gorgan") }).sea_legs().next().is_none());

    let aktau = Query { avoid: vec![Avoid::Area("TM".to_owned())], ..between("kz_altynkol", "tr_kars") };
    assert!(best(&aktau).by_area().iter().all(|share| share.area != "TM"));
    assert_eq!(best(&Query { via: vec![node("kz_aktau")], ..between("kz_altynkol", "tr_kars") }).borders.len(), 3);
    let branch = best(&Query { via: vec![node("kg_bishkek"), area("UZ")], ..between("kz_altynkol", "tr_kars") });
    let nodes = branch.nodes();
    let at = |key: &str| nodes.iter().position(|it| it == key).unwrap();
    assert!(at("kg_bishkek") < at("uz_tashkent"), "{nodes:?}");

    let georgia = Avoid::Area("GE".to_owned());
    let query = Query { avoid: vec![georgia.clone()], ..between("az_baku", "tr_kars") };
    assert_eq!(openings(&query), [Condition::Reach(Reach::Planned), Condition::Avoid(georgia.clone())]);
    let armenia = Avoid::Area("AM".to_owned());
    let query = Query { avoid: vec![georgia.clone(), armenia], ..query };
    assert_eq!(openings(&query), [Condition::Avoid(georgia.clone())], "without Armenia plans do not help");
    // Giving up one choice is not enough for two that close different ways.
    let query = Query { via: vec![node("az_nakhchivan")], ..query };
    let NoWay::Closed { openings, otherwise: Some(_) } = NETWORK.find(&query).unwrap_err() else { panic!() };
    assert!(openings.is_empty(), "{openings:?}");
    let query = Query { via: vec![node("am_gyumri")], ..between("az_baku", "tr_kars") };
    let opened = self::openings(&query);
    assert_eq!(opened, [Condition::Suspended, Condition::Via(node("am_gyumri"))]);

    assert_eq!(NETWORK.find(&between("tr_kars", "tr_kars")), Err(NoWay::SamePlace));
    assert_eq!(NETWORK.find(&Query::new(node("tr_kars"), area("TR"))), Err(NoWay::SamePlace));
    assert_eq!(NETWORK.find(&Query::new(node("tr_kars"), area("ECO"))), Err(NoWay::Unknown(area("ECO"))));
    let query = Query { avoid: vec![georgia], ..between("az_baku", "ge_poti") };
    assert_eq!(NETWORK.find(&query), Err(NoWay::Avoided(node("ge_poti"))));
    let alone = NETWORK.find(&between("cn_xian", "tr_kars"));
    assert_eq!(alone, Err(NoWay::Closed { openings: Vec::new(), otherwise: None }));
}

#[test]
fn what_is_not_built_opens_with_the_reach() {
    let on = |query: &Query, key: &str| best(query).legs.iter().any(|leg| leg.segment == key);
    let railway = |reach| Query { reach, via: vec![node("cn_torugart")], ..between("cn_kashgar", "uz_andijan") };
    assert_eq!(openings(&railway(Reach::Today))[0], Condition::Reach(Reach::Construction));
    assert!(["KG04", "CN01"].iter().all(|key| on(&railway(Reach::Construction), key)));
    let tripp = |reach| Query { reach, ..between("az_horadiz", "az_nakhchivan") };
    assert_eq!(openings(&tripp(Reach::Today)), [Condition::Reach(Reach::Planned)]);
    let way = best(&tripp(Reach::Planned));
    assert!(way.by_area().iter().any(|share| share.area == "AM") && way.by_service().len() == 3, "{way:?}");
    for (reach, _) in Reach::ALL {
        for way in NETWORK.find(&Query { reach, ..between("cn_khorgos", "tr_kapikule") }).unwrap() {
            assert!(way.legs.iter().all(|leg| reach.admits(leg.status)));
        }
    }
}

#[test]
fn alternatives_differ_and_answers_repeat() {
    let pairs = [("kz_altynkol", "tr_kars"), ("cn_khorgos", "tr_kapikule"), ("uz_tashkent", "hu_budapest")];
    for (from, to) in pairs {
        for (aim, _) in Aim::ALL {
            let query = Query { aim, reach: Reach::Planned, ..between(from, to) };
            let ways = NETWORK.find(&query).unwrap();
            assert_eq!(NETWORK.find(&query).as_ref(), Ok(&ways));
            assert_eq!(Network::new(&WORLD).find(&query).as_ref(), Ok(&ways));
            assert!(ways.len() > 1 && ways.len() <= 1 + Query::ALTERNATIVES, "{from} {to} {aim:?}: {}", ways.len());
            for (at, way) in ways.iter().enumerate() {
                assert!(way.km() <= ways[0].km() * LONGER + 0.1, "{from} {to} {aim:?}");
                let nodes = way.nodes();
                assert_eq!(nodes.iter().collect::<BTreeSet<_>>().len(), nodes.len(), "{from} {to} {aim:?}: a loop");
                for other in &ways[..at] {
                    let own: f64 = way.departures(other).iter().map(|it| it.km).sum();
                    let shared = (way.km() - own) / way.km().min(other.km());
                    assert!(shared <= SHARED + 1e-3, "{from} {to} {aim:?}: {shared}");
                }
            }
        }
    }
}

#[test]
fn states_are_entered_by_their_best_node() {
    let ways = NETWORK.find(&Query::new(area("KZ"), area("TR"))).unwrap();
    assert_eq!(ways[0].ends(), Some(["kz_kuryk", "tr_kars"]));
    let way = best(&Query::new(area("TR"), area("TRNC")));
    // The part of Cyprus that Türkiye alone recognises is no country of its own, neither in sums nor at borders.
    assert_eq!(way.borders.iter().map(|it| it.to.as_str()).collect::<Vec<_>>(), ["CY"]);
    assert_eq!((way.areas(), way.by_area().len()), (vec!["TR".to_owned(), "CY".to_owned()], 0));
    assert_eq!(best(&between("xn_girne", "xn_famagusta")).by_area()[0].area, "CY");
}

#[test]
fn service_on_which_reports_conflict_is_not_counted_as_known() {
    for segment in WORLD.segments.iter().filter(|it| it.status_date.contains("conflict")) {
        assert_eq!(segment.service(), Service::Assumed, "{}", segment.key);
    }
    assert_eq!(WORLD.segments.iter().filter(|it| it.is_contested).count(), 3);
}
