//! Every bundled file is accounted for: listed in `assets/MANIFEST.toml` with its origin and licence, and unchanged.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use sha2::{Digest, Sha256};

/// Folders of `assets/` in which every file must be listed.
const FOLDERS: [&str; 2] = ["geo", "fonts"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    edition: String,
    file: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    path: String,
    origin: String,
    edition: String,
    licence: String,
    recipe: String,
    sha256: String,
}

/// The bundled files as they lie in the repository.
fn assets() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))
}

/// The manifest as written.
fn manifest() -> Result<Manifest, toml::de::Error> {
    toml::from_str(&fs::read_to_string(assets().join("MANIFEST.toml")).unwrap_or_default())
}

/// Paths below a folder of `assets/`, relative to `assets/`.
fn files_below(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files_below(&path, found);
        } else if let Ok(relative) = path.strip_prefix(assets()) {
            found.insert(relative.to_string_lossy().replace('\\', "/"));
        }
    }
}

#[test]
fn every_listed_file_has_its_checksum() {
    for row in manifest().unwrap().file {
        let bytes = fs::read(assets().join(&row.path)).unwrap_or_else(|error| panic!("{}: {error}", row.path));
        let mut digest = String::new();
        for byte in Sha256::digest(&bytes) {
            write!(digest, "{byte:02x}").unwrap();
        }
        assert_eq!(digest, row.sha256, "{} was changed without its row", row.path);
    }
}

#[test]
fn every_file_of_geometry_and_font_is_listed_once() {
    let rows = manifest().unwrap().file;
    let listed: BTreeSet<String> = rows.iter().map(|row| row.path.clone()).collect();
    assert_eq!(listed.len(), rows.len(), "a file is listed twice");
    let mut found = BTreeSet::new();
    for folder in FOLDERS {
        files_below(&assets().join(folder), &mut found);
    }
    let missing: Vec<_> = found.difference(&listed).collect();
    assert!(missing.is_empty(), "not in MANIFEST.toml: {missing:?}");
}

#[test]
fn every_row_is_filled_in() {
    let manifest = manifest().unwrap();
    assert_eq!(manifest.edition.len(), "2026-11-23".len());
    for row in manifest.file {
        for (field, value) in
            [("origin", &row.origin), ("edition", &row.edition), ("licence", &row.licence), ("recipe", &row.recipe)]
        {
            assert!(!value.trim().is_empty(), "{}: no {field}", row.path);
        }
    }
}
