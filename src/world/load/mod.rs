//! The one loader: from files to the world and a list of problems. It never panics, whatever the bytes.

mod check;
mod events;
mod features;
mod files;
mod institutions;
mod packed;
mod problem;
mod routes;
mod rows;
mod shapes;
mod states;

pub use files::{Files, LARGEST};
pub use problem::{Problem, ProblemKind};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::date::{Date, Day};

use super::{Geography, Land, PlaceKind, Scale, SegmentStatus, World};

/// What the loader found.
#[derive(Debug, Default)]
pub struct Loaded {
    /// Everything that could be read.
    pub world: World,
    /// Everything that was wrong, in the order of the files.
    pub problems: Vec<Problem>,
}

/// Reads all facts and the base map at 1:50 million, and checks them. The closer scale comes from [`load_near`].
#[must_use]
pub fn load(files: &Files) -> Loaded {
    let (world, lines, mut problems) = read(files);
    check::check(&world, &lines, &mut problems);
    Loaded { world, problems }
}

/// The facts and the base map at 1:50 million inside the program. The tests have checked them; what does not even fit into
/// the world is told.
#[must_use]
pub fn embedded() -> Loaded {
    let (world, _, problems) = read(&Files::Embedded);
    Loaded { world, problems }
}

/// Lines of the rows of each file.
type RowLines = BTreeMap<&'static str, Vec<usize>>;

/// Reads everything, with what is wrong with single rows and features.
fn read(files: &Files) -> (World, RowLines, Vec<Problem>) {
    let (mut lines, mut problems) = (RowLines::new(), Vec::new());
    let mut world = facts(files, &mut problems, &mut lines);
    let mut geography = Geography::default();
    geography.far = Arc::new(shapes::land(files, Scale::Far, Some(&mut geography), &mut problems));
    geography.lakes = shapes::waters(files, "geo/lakes.geojson", true, &mut problems);
    geography.rivers = shapes::waters(files, "geo/rivers.geojson", false, &mut problems);
    geography.places = shapes::places(files, &mut problems);
    let cities = geography.places.iter().enumerate().filter(|(_, place)| place.kind != PlaceKind::Sea);
    let named = cities.filter_map(|(at, place)| Some((place.names.get("en")?.clone(), at)));
    // Where two share a name, the more important one has it.
    geography.cities = named.rev().collect();
    world.geography = geography;
    (world, lines, problems)
}

/// Reads the base map at 1:10 million: slower, and meant for a thread.
#[must_use]
pub fn load_near(files: &Files) -> (Land, Vec<Problem>) {
    let mut problems = Vec::new();
    let land = shapes::land(files, Scale::Near, None, &mut problems);
    (land, problems)
}

/// Reads all facts.
fn facts(files: &Files, problems: &mut Vec<Problem>, lines: &mut RowLines) -> World {
    let mut reader = rows::Reader { files, problems, lines };
    let mut world = World {
        edition: reader.edition(),
        states: reader.states(),
        former_names: reader.former_names(),
        translations: reader.translations().into(),
        institutions: reader.institutions(),
        memberships: reader.memberships(),
        events: reader.events(),
        chairmanships: reader.chairmanships(),
        indicators: reader.indicators(),
        corridors: reader.corridors(),
        nodes: reader.nodes(),
        segments: reader.segments(),
        traffic: reader.traffic(),
        measures: reader.measures(),
        disagreements: reader.disagreements(),
        sources: reader.sources(),
        terms: reader.terms(),
        notes: reader.notes(),
        revision: None,
        geography: Geography::default(),
    };
    let published: BTreeMap<&str, Day> = world
        .sources
        .iter()
        .filter_map(|source| Some((source.key.as_str(), source.published.parse::<Date>().ok()?.latest())))
        .collect();
    let served: BTreeSet<&String> = world
        .segments
        .iter()
        .filter(|it| it.status == SegmentStatus::Operational)
        .flat_map(|it| [&it.from, &it.to])
        .collect();
    for node in &mut world.nodes {
        node.is_planned = !served.contains(&node.key);
    }
    for membership in &mut world.memberships {
        let sources = membership.evidence.sources.iter().filter_map(|key| published.get(key.as_str()).copied());
        membership.attested = sources.max().filter(|day| world.edition.is_none_or(|edition| *day <= edition));
    }
    let names = world.terms.get("ots_name").cloned().unwrap_or_default();
    if let Some(ots) = world.institutions.iter_mut().find(|institution| institution.key == "ots") {
        ots.names = names;
    }
    world
}
