//! One bad file for every kind of problem: the loader names the kind, the file, the line and the thing, and the rest
//! of the world is still there.

use std::fs;
use std::path::{Path, PathBuf};

use ots_atlas::world::{self, Files, LARGEST, Problem, ProblemKind};

/// A copy of the bundled facts and of the base map in a folder of its own.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("facts-{name}-{}", std::process::id()));
        let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
        for folder in ["facts", "geo"] {
            fs::create_dir_all(root.join(folder)).unwrap();
            for entry in fs::read_dir(assets.join(folder)).unwrap() {
                let path = entry.unwrap().path();
                fs::copy(&path, root.join(folder).join(path.file_name().unwrap())).unwrap();
            }
        }
        Self(root)
    }

    /// Replaces the first occurrence of a text; the line of it.
    fn edit(&self, file: &str, from: &str, to: &str) -> usize {
        let text = fs::read_to_string(self.0.join(file)).unwrap();
        let at = text.find(from).unwrap_or_else(|| panic!("{file} has no {from:?}"));
        fs::write(self.0.join(file), text.replacen(from, to, 1)).unwrap();
        text[..at].lines().count().max(1)
    }

    fn problems(&self) -> Vec<Problem> {
        let files = Files::Folder(self.0.clone());
        let loaded = world::load(&files);
        assert!(loaded.world.states.len() + loaded.world.segments.len() > 100, "the rest is still there");
        loaded.problems
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The name of a kind. Without a wildcard: a new kind does not compile until it is named here and has a bad file below.
fn name(kind: &ProblemKind) -> &'static str {
    match kind {
        ProblemKind::Missing(_) => "missing",
        ProblemKind::TooLarge(_) => "too large",
        ProblemKind::NotUtf8 => "not utf-8",
        ProblemKind::Syntax(_) => "syntax",
        ProblemKind::Row(_) => "row",
        ProblemKind::DuplicateId => "duplicate id",
        ProblemKind::Unknown(..) => "unknown",
        ProblemKind::NoSource => "no source",
        ProblemKind::Uncited => "uncited",
        ProblemKind::NoEnglish => "no english",
        ProblemKind::NoName(_) => "no name",
        ProblemKind::NoGeometry => "no geometry",
        ProblemKind::Backwards => "backwards",
        ProblemKind::Overlap(_) => "overlap",
        ProblemKind::Overconfident => "overconfident",
        ProblemKind::Unexplained => "unexplained",
        ProblemKind::EndpointOff(..) => "endpoint off",
        ProblemKind::TooShort(..) => "too short",
        ProblemKind::GreatCircle(..) => "great circle",
        ProblemKind::Gap(..) => "gap",
        ProblemKind::PartsUnexplained => "parts unexplained",
        ProblemKind::NotANumber => "not a number",
        ProblemKind::Preferred(_) => "preferred",
        ProblemKind::NoBasis => "no basis",
        ProblemKind::Coordinates(_) => "coordinates",
        ProblemKind::Shape(_) => "shape",
    }
}

/// Kind, file, what is replaced by what, and the thing that the problem must name.
const EDITS: &[(&str, &str, &str, &str, &str)] = &[
    ("syntax", "facts/states.toml", "[[state]]", "[[state", ""),
    ("syntax", "geo/nodes.geojson", "\"type\":\"FeatureCollection\"", "\"type\":", ""),
    ("row", "facts/states.toml", "status = \"member\"", "status = \"king\"", ""),
    ("row", "facts/events.toml", "date = ", "datum = ", ""),
    ("duplicate id", "facts/corridors.toml", "key = \"BTK\"", "key = \"TITR\"", "corridor TITR"),
    ("unknown", "facts/states.toml", "event = \"tss9\"", "event = \"nowhere\"", "state AZ"),
    ("unknown", "facts/names.toml", "of = \"institution:tcc\"", "of = \"state:XX\"", "name of state:XX"),
    ("no english", "facts/names.toml", "{ en = \"Turkic Council\"", "{ az = \"Turkic Council\"", "institution:ots"),
    ("no name", "facts/translations.toml", "tr = \"Türk Yatırım Fonu\"", "tr = \"\"", "translation of institution:tif"),
    (
        "unknown",
        "facts/translations.toml",
        "{ tr = \"Taşkent\"",
        "{ en = \"Taşkent\"",
        "translation of node:uz_tashkent",
    ),
    ("unknown", "facts/translations.toml", "of = \"corridor:BTK\"", "of = \"state:KZ\"", "translation of state:KZ"),
    ("duplicate id", "facts/translations.toml", "node:uz_samarkand", "node:uz_navoi", "node:uz_navoi"),
    ("unknown", "facts/corridors.toml", "map_note = \"tripp\"", "map_note = \"nothing\"", "corridor TRIPP"),
    ("unknown", "geo/segments.geojson", "\"from\":\"cn_khorgos\"", "\"from\":\"cn_nowhere\"", "segment KZ01"),
    ("no source", "facts/indicators.toml", "sources = [\"factbook\", \"mledoze\"]", "sources = []", "AZ"),
    ("uncited", "facts/sources.toml", "cited = false\n", "", "source"),
    ("no english", "facts/corridors.toml", "name = \"Baku-Tbilisi-Kars railway\"", "name = \"\"", "corridor BTK"),
    ("no geometry", "geo/areas-50m.geojson", "\"id\":\"KG\"", "\"id\":\"KGX\"", "state KG"),
    ("backwards", "facts/chairmanships.toml", "to = \"2012-08-22\"", "to = \"2010-08-22\"", "KZ"),
    ("overlap", "facts/chairmanships.toml", "from = \"2012-08-22\"", "from = \"2012-01-22\"", "KG"),
    (
        "overconfident",
        "geo/nodes.geojson",
        "\"sources\":[\"memory\"],\"confidence\":\"low\"",
        "\"sources\":[\"memory\"],\"confidence\":\"medium\"",
        "node kz_almaty",
    ),
    (
        "unexplained",
        "facts/corridors.toml",
        "confidence = \"high\"\n\n[[corridor]]\nkey = \"BTK\"",
        "confidence = \"low\"\n\n[[corridor]]\nkey = \"BTK\"",
        "corridor TITR",
    ),
    ("endpoint off", "geo/segments.geojson", "[[80.4144,44.1256]", "[[80.9144,44.1256]", "segment KZ01"),
    ("too short", "geo/segments.geojson", "\"length_km\":293", "\"length_km\":200", "segment KZ02"),
    ("great circle", "geo/segments.geojson", "\"great_circle_km\":266.1", "\"great_circle_km\":300.0", "segment KZ02"),
    ("gap", "facts/corridors.toml", "parts = 2", "parts = 3", "corridor"),
    ("parts unexplained", "facts/corridors.toml", "parts_because = \"Ayagoz", "# \"Ayagoz", "corridor TITR"),
    ("not a number", "facts/indicators.toml", "value = 86600.0", "value = nan", "AZ"),
    ("preferred", "facts/indicators.toml", "preferred = true", "preferred = false", "AZ"),
    ("no basis", "geo/segments.geojson", "\"length_basis\":\"computed\",", "", "segment KZ01"),
    ("coordinates", "geo/nodes.geojson", "[80.4144,44.1256]", "[44.1256,180.4144]", "node cn_khorgos"),
    ("shape", "geo/segments.geojson", "[[80.4144,44.1256],[80.26,44.15]]", "[[80.4144,44.1256]]", "segment KZ01"),
];

#[test]
fn every_kind_of_problem_is_found_where_it_is() {
    let mut seen = std::collections::BTreeSet::new();
    for (at, (kind, file, from, to, thing)) in EDITS.iter().enumerate() {
        let copy = Copy::new(&at.to_string());
        let line = copy.edit(file, from, to);
        let problems = copy.problems();
        let all: Vec<String> = problems.iter().map(ToString::to_string).collect();
        let found = problems.iter().find(|it| name(&it.what) == *kind);
        let found = found.unwrap_or_else(|| panic!("{kind} in {file} was not found among {all:#?}"));
        // A state without an area is told where the state is.
        let told_in = if *kind == "no geometry" { "facts/states.toml" } else { file };
        assert_eq!(found.file, told_in, "{kind}: {found}");
        assert!(found.feature.as_deref().unwrap_or_default().contains(thing), "{kind} should name {thing}: {found}");
        if let Some(told) = found.line.filter(|_| told_in == *file) {
            // A row is named by its first line, which is a few lines before the field at most.
            assert!(told <= line + 1 && line < told + 40, "{kind}: line {told}, edited was {line}");
        }
        seen.insert(*kind);
    }
    for kind in ["missing", "too large", "not utf-8"] {
        seen.insert(kind);
    }
    assert_eq!(seen.len(), 26, "every kind has a bad file: {seen:?}");
}

#[test]
fn files_that_cannot_be_read_are_named() {
    let copy = Copy::new("missing");
    fs::remove_file(copy.0.join("facts/events.toml")).unwrap();
    fs::write(copy.0.join("facts/terms.toml"), b"[ots_name]\nen = \"\xff\xfe\"\n").unwrap();
    fs::File::create(copy.0.join("facts/traffic.toml")).unwrap().set_len(LARGEST + 1).unwrap();
    fs::write(copy.0.join("geo/lakes.geojson"), b"").unwrap();
    let problems = copy.problems();
    let of = |file: &str| problems.iter().find(|it| it.file == file).map(|it| (name(&it.what), it.line));
    assert_eq!(of("facts/events.toml"), Some(("missing", None)));
    assert_eq!(of("facts/terms.toml"), Some(("not utf-8", Some(2))));
    assert_eq!(of("facts/traffic.toml"), Some(("too large", None)));
    assert_eq!(of("geo/lakes.geojson").map(|it| it.0), Some("syntax"));
}

#[test]
fn an_empty_folder_is_told_and_survived() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("facts-empty-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let loaded = world::load(&Files::Folder(folder.clone()));
    assert!(loaded.problems.iter().all(|it| name(&it.what) == "missing") && loaded.problems.len() > 10);
    let near = world::load_near(&Files::Folder(folder.clone()));
    assert_eq!(near.1.len(), 2);
    fs::remove_dir(folder).unwrap();
}

#[test]
fn cut_and_scrambled_files_never_panic() {
    let copy = Copy::new("cut");
    for file in ["facts/states.toml", "facts/institutions.toml", "geo/segments.geojson", "geo/areas-50m.geojson"] {
        let whole = fs::read(copy.0.join(file)).unwrap();
        for part in 1..5 {
            fs::write(copy.0.join(file), &whole[..whole.len() * part / 5]).unwrap();
            assert!(!world::load(&Files::Folder(copy.0.clone())).problems.is_empty(), "{file} cut at {part}/5");
        }
        let scrambled: Vec<u8> =
            whole.iter().enumerate().map(|(at, b)| if at % 997 == 5 { b'9' } else { *b }).collect();
        fs::write(copy.0.join(file), scrambled).unwrap();
        let _ = world::load(&Files::Folder(copy.0.clone()));
        fs::write(copy.0.join(file), whole).unwrap();
    }
    assert!(copy.problems().is_empty(), "the copy is whole again");
}
