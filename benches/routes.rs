//! How long the network takes to answer, and how that grows: `cargo bench --bench routes`.
#![allow(missing_docs, reason = "the names of the benchmarks say what they measure")]

use std::sync::LazyLock;

use divan::{Bencher, black_box};
use ots_atlas::lang::Lang;
use ots_atlas::network::{Aim, Gauge, Line, Network, Place, Query, Reach, Soil, Stop};
use ots_atlas::story::route;
use ots_atlas::world::{self, Files, LengthBasis, Mode, SegmentStatus, Service, World};

static WORLD: LazyLock<World> = LazyLock::new(|| world::load(&Files::Embedded).world);
static NETWORK: LazyLock<Network> = LazyLock::new(|| Network::new(&WORLD));

/// Segments of the made-up networks.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

fn main() {
    let _ = (&*NETWORK, Lang::default());
    divan::main();
}

/// A grid of about so many segments: ten countries side by side, gauges in bands, lengths from a fixed row of numbers.
fn grid(segments: usize) -> (Network, usize) {
    let side = (segments as f64 / 2.0).sqrt().ceil() as usize;
    let area = |x: usize| format!("A{}", x * 10 / side);
    let key = |x: usize, y: usize| format!("n{x}_{y}");
    let places = (0..side).flat_map(|x| (0..side).map(move |y| (x, y)));
    let stops = places.clone().map(|(x, y)| Stop {
        key: key(x, y),
        country: area(x),
        within: None,
        gauge_break: (x + y).is_multiple_of(7),
    });
    let mut number = 12_345_u64;
    let mut lines = Vec::new();
    for (x, y) in places {
        for (to_x, to_y) in [(x + 1, y), (x, y + 1)] {
            if to_x == side || to_y == side {
                continue;
            }
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let areas = if area(x) == area(to_x) { vec![area(x)] } else { vec![area(x), area(to_x)] };
            let share = 1.0 / areas.len() as f64;
            lines.push(Line {
                key: format!("s{}", lines.len()),
                from: key(x, y),
                to: key(to_x, to_y),
                mode: Mode::Rail,
                status: SegmentStatus::Operational,
                service: Service::Operational,
                km: 20.0 + (number >> 33) as f64 % 1_000.0 / 10.0,
                basis: LengthBasis::Computed,
                gauge: Gauge::Single(if (x * 4 / side).is_multiple_of(2) { 1520 } else { 1435 }),
                soil: areas.into_iter().map(|area| Soil { area, share }).collect(),
            });
        }
    }
    (Network::of(stops, lines), side)
}

fn between(from: &str, to: &str) -> Query {
    Query::new(Place::Node(from.to_owned()), Place::Node(to.to_owned()))
}

#[divan::bench]
fn make_the_network() -> Network {
    Network::new(&WORLD)
}

#[divan::bench(args = [Aim::Shortest, Aim::Gauge, Aim::Borders])]
fn best_way(bencher: Bencher<'_, '_>, aim: Aim) {
    let query = Query { aim, alternatives: 0, ..between("cn_khorgos", "tr_kapikule") };
    bencher.bench(|| NETWORK.find(black_box(&query)));
}

#[divan::bench(args = [Aim::Shortest, Aim::Gauge, Aim::Borders])]
fn best_way_and_alternatives(bencher: Bencher<'_, '_>, aim: Aim) {
    let query = Query { aim, ..between("cn_khorgos", "tr_kapikule") };
    bencher.bench(|| NETWORK.find(black_box(&query)));
}

#[divan::bench]
fn between_states(bencher: Bencher<'_, '_>) {
    let [from, to] = ["KZ", "TR"].map(|area| Place::Area(area.to_owned()));
    let query = Query { reach: Reach::Planned, ..Query::new(from, to) };
    bencher.bench(|| NETWORK.find(black_box(&query)));
}

#[divan::bench]
fn no_way(bencher: Bencher<'_, '_>) {
    let query = Query { sea: false, ..between("kz_altynkol", "az_alat") };
    bencher.bench(|| NETWORK.find(black_box(&query)));
}

#[divan::bench]
fn tell(bencher: Bencher<'_, '_>) {
    let query = between("cn_khorgos", "tr_kapikule");
    let answer = NETWORK.find(&query);
    bencher.bench(|| route::tell(&WORLD, &query, &answer, WORLD.as_of(None), &Lang::default()));
}

#[divan::bench(args = SIZES)]
fn grid_best_way(bencher: Bencher<'_, '_>, segments: usize) {
    let (network, side) = grid(segments);
    let query = Query { alternatives: 0, ..between("n0_0", &format!("n{}_{}", side - 1, side - 1)) };
    bencher.bench(|| network.find(black_box(&query)));
}

#[divan::bench(args = SIZES)]
fn grid_fewest_gauge_breaks(bencher: Bencher<'_, '_>, segments: usize) {
    let (network, side) = grid(segments);
    let query = Query { alternatives: 0, aim: Aim::Gauge, ..between("n0_0", &format!("n{}_{}", side - 1, side - 1)) };
    bencher.bench(|| network.find(black_box(&query)));
}

#[divan::bench(args = SIZES)]
fn grid_best_way_and_alternatives(bencher: Bencher<'_, '_>, segments: usize) {
    let (network, side) = grid(segments);
    let query = between("n0_0", &format!("n{}_{}", side - 1, side - 1));
    bencher.bench(|| network.find(black_box(&query)));
}
