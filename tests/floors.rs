//! The floors of ARCHITECTURE.md: a module imports only from floors below its own, and `egui` stays in its rooms.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Floor of every module below `src/`.
const FLOORS: [(&str, u32); 20] = [
    ("assets", 0),
    ("date", 0),
    ("scene", 0),
    ("lang", 0),
    ("world", 1),
    ("projection", 1),
    ("style", 1),
    ("paint", 1),
    ("session", 2),
    ("network", 2),
    ("sign", 2),
    ("map", 3),
    ("strip", 3),
    ("matrix", 3),
    ("story", 3),
    ("search", 3),
    ("export", 4),
    ("command", 5),
    ("ui", 6),
    ("app", 7),
];

/// Imports between modules of one floor that are meant, with the reason.
const BESIDE: [(&str, &str, &str); 8] = [
    ("scene", "assets", "the bundled font"),
    ("lang", "assets", "the message files"),
    ("lang", "date", "dates in words"),
    ("map", "strip", "a page holds the strip of the selected corridor"),
    ("map", "matrix", "a page may be the table instead of a map"),
    ("map", "story", "routes, standings and areas of cooperation are worded as on pages"),
    ("strip", "story", "a way counts the same as on its page"),
    ("matrix", "story", "roles are worded as on pages"),
];

/// Where `egui` and its relatives may be named.
const EGUI: [&str; 3] = ["ui", "app", "paint/screen"];

/// Every Rust file below a folder, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Path below `src/` without the ending, and the code without comments.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let sources = files(&root).into_iter().map(|path| {
        let name = path.strip_prefix(&root).unwrap().with_extension("").to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&path).unwrap();
        let code: Vec<&str> = text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
        (name, code.join("\n"))
    });
    sources.filter(|(name, _)| name != "lib" && name != "main").collect()
}

/// The modules that a code names after `crate::`, also in braces: `use crate::{a, b::c}`.
fn imports(code: &str) -> Vec<String> {
    let word = |text: &str| -> String { text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect() };
    let mut found = Vec::new();
    for after in code.split("crate::").skip(1) {
        match after.strip_prefix('{') {
            None => found.push(word(after)),
            Some(list) => {
                let mut depth = 0;
                let mut start = true;
                for (at, letter) in list.char_indices() {
                    match letter {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => start = true,
                        c if start && c.is_alphabetic() => {
                            found.push(word(&list[at..]));
                            start = false;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    found
}

#[test]
fn modules_import_only_from_below() {
    let floors: BTreeMap<&str, u32> = FLOORS.into();
    let mut wrong = Vec::new();
    for (name, code) in sources() {
        let module = name.split('/').next().unwrap();
        let Some(floor) = floors.get(module) else {
            wrong.push(format!("src/{name}.rs: {module} has no floor; add it here and in ARCHITECTURE.md"));
            continue;
        };
        for import in imports(&code) {
            let Some(below) = floors.get(import.as_str()) else { continue };
            let beside = BESIDE.iter().any(|(from, to, _)| *from == module && *to == import);
            if import != module && below >= floor && !beside {
                wrong.push(format!("src/{name}.rs: {module} (floor {floor}) imports {import} (floor {below})"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn egui_stays_in_its_rooms() {
    let named = |code: &str| {
        ["egui::", "eframe::", "egui_plot::", "use egui", "winit::"].iter().any(|word| {
            code.match_indices(word).any(|(at, _)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
        })
    };
    let wrong: Vec<String> = sources()
        .into_iter()
        .filter(|(name, code)| {
            let allowed = EGUI.iter().any(|room| name == room || name.starts_with(&format!("{room}/")));
            !allowed && named(code)
        })
        .map(|(name, _)| format!("src/{name}.rs names egui"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_page_on_architecture_has_the_same_table() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md")).unwrap();
    let mut table: Vec<(String, u32)> = page
        .lines()
        .filter_map(|line| {
            let mut cells = line.strip_prefix('|')?.split('|').map(str::trim);
            let floor = cells.next()?.parse().ok()?;
            Some((cells.next()?.trim_matches('`').to_owned(), floor))
        })
        .collect();
    let mut here: Vec<(String, u32)> = FLOORS.iter().map(|(name, floor)| ((*name).to_owned(), *floor)).collect();
    table.sort();
    here.sort();
    assert_eq!(table, here);
}

#[test]
fn imports_are_found() {
    assert_eq!(imports("use crate::a::B;\nuse crate::{c, d::{e, F}, g as h};"), ["a", "c", "d", "g"]);
    assert_eq!(imports("fn f() -> crate::lang::Lang {}"), ["lang"]);
}
