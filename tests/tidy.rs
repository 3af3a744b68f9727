//! Budgets on the size of files, functions and folders, and a few things that must not be left behind.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Lines of a file.
const FILE: usize = 400;

/// Lines of a function; panels are laid out in longer ones.
const FUNCTION: usize = 60;
const FUNCTION_UI: usize = 80;

/// Rust files in a folder.
const FOLDER: usize = 12;

/// Files, functions (`file::name`) and folders that may be larger, how large, and why. The list may only shrink.
const EXCEPTIONS: &[(&str, usize, &str)] = &[
    ("src/story", 17, "one file for each kind of thing that has a page, and what these share"),
    ("tests/ui_inspector.rs::others", 77, "one story that holds one block of every kind"),
];

/// Files that git knows about, relative to the root.
fn tracked() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let listed = Command::new("git").args(["ls-files", "-co", "--exclude-standard"]).current_dir(root).output();
    match listed {
        Ok(listed) if listed.status.success() => String::from_utf8_lossy(&listed.stdout)
            .lines()
            .map(PathBuf::from)
            .filter(|path| root.join(path).is_file())
            .collect(),
        // A copy of the sources without git: only the code is looked at.
        _ => ["src", "tests", "benches"].iter().flat_map(|folder| walk(root, Path::new(folder))).collect(),
    }
}

fn walk(root: &Path, folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(root.join(folder)).into_iter().flatten().flatten();
    entries
        .flat_map(|entry| {
            let path = folder.join(entry.file_name());
            if root.join(&path).is_dir() { walk(root, &path) } else { vec![path] }
        })
        .collect()
}

fn rust() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<(String, String)> = tracked()
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| (path.to_string_lossy().replace('\\', "/"), fs::read_to_string(root.join(&path)).unwrap()))
        .collect();
    files.sort();
    files
}

/// The budget of a thing: that of its sort, or its exception.
fn budget(name: &str, usual: usize) -> usize {
    EXCEPTIONS.iter().find(|(exception, ..)| *exception == name).map_or(usual, |(_, lines, _)| *lines)
}

#[test]
fn files_and_folders_are_short() {
    let mut wrong = Vec::new();
    let mut folders = std::collections::BTreeMap::<String, usize>::new();
    for (name, text) in rust() {
        let lines = text.lines().count();
        if lines > budget(&name, FILE) {
            wrong.push(format!("{name}: {lines} lines"));
        }
        let folder = Path::new(&name).parent().unwrap().to_string_lossy().into_owned();
        *folders.entry(folder).or_default() += 1;
    }
    for (folder, count) in folders {
        if folder.starts_with("src") && count > budget(&folder, FOLDER) {
            wrong.push(format!("{folder}: {count} files"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Name and length of every function, by the indentation that rustfmt gives its first and last line.
fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let body = line.trim_start();
        let indent = line.len() - body.len();
        let head = body.split('(').next().unwrap_or_default();
        let Some(name) = head.split_whitespace().skip_while(|word| *word != "fn").nth(1) else { continue };
        if body.starts_with("//") || body.starts_with('"') || !head.split_whitespace().all(is_word_of_head) {
            continue;
        }
        let close = format!("{}}}", " ".repeat(indent));
        let end = lines[at..].iter().position(|line| *line == close || line.ends_with(';') && *line == lines[at]);
        if let Some(length) = end.map(|end| end + 1).filter(|_| !line.ends_with('}')) {
            found.push((name.split('<').next().unwrap_or_default().to_owned(), length));
        }
    }
    found
}

/// Whether a word can stand before the parameters of a function.
fn is_word_of_head(word: &str) -> bool {
    word.chars().all(|c| c.is_alphanumeric() || "_<>',:+&=".contains(c))
}

#[test]
fn functions_are_short() {
    let mut wrong = Vec::new();
    for (file, text) in rust() {
        let usual = if file.starts_with("src/ui") { FUNCTION_UI } else { FUNCTION };
        for (name, lines) in functions(&text) {
            if lines > budget(&format!("{file}::{name}"), usual) {
                wrong.push(format!("{file}::{name}: {lines} lines"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn functions_are_measured() {
    let text = "impl A {\n    pub const fn a<'a>(\n        b: u8,\n    ) -> u8 {\n        1\n    }\n    fn short() {}\n}\n\
                fn c() {\n}\n";
    assert_eq!(functions(text), [("a".to_owned(), 5), ("c".to_owned(), 2)]);
}

#[test]
fn exceptions_are_needed() {
    let files = rust();
    let unneeded: Vec<&str> = EXCEPTIONS
        .iter()
        .filter(|(name, _, reason)| {
            let (file, function) = name.split_once("::").unwrap_or((name, ""));
            let found = files.iter().find(|(path, _)| path == file);
            let large = match (found, function) {
                (None, _) => {
                    files.iter().filter(|(path, _)| Path::new(path).parent() == Some(Path::new(file))).count() > FOLDER
                }
                (Some((_, text)), "") => text.lines().count() > FILE,
                (Some((_, text)), function) => {
                    functions(text).iter().any(|(n, lines)| n == function && *lines > FUNCTION)
                }
            };
            !large || reason.is_empty()
        })
        .map(|(name, ..)| *name)
        .collect();
    assert!(unneeded.is_empty(), "no longer needed or without a reason: {unneeded:?}");
}

#[test]
fn every_file_says_what_it_is() {
    let wrong: Vec<String> =
        rust().into_iter().filter(|(_, text)| !text.starts_with("//! ")).map(|(name, _)| name).collect();
    assert!(wrong.is_empty(), "no sentence at the top: {wrong:?}");
}

#[test]
fn nothing_is_left_behind() {
    // Put together here, so that this file does not find itself.
    let words =
        [["TO", "DO"], ["FIX", "ME"], ["X", "XX"], ["dbg", "!("], ["todo", "!("], ["#[ig", "nore"]].map(|w| w.concat());
    let homes = ["home", "root", "work", "tmp", "Users"].map(|folder| format!("/{folder}/"));
    let mut wrong = Vec::new();
    for path in tracked() {
        let Ok(text) = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path)) else { continue };
        let name = path.to_string_lossy();
        for (number, line) in text.lines().enumerate() {
            let left = name.ends_with(".rs") && words.iter().any(|word| line.contains(word.as_str()));
            let home = homes.iter().any(|home| {
                line.match_indices(home.as_str()).any(|(at, _)| {
                    // A path of a machine begins with the folder; an address or a longer path does not.
                    !line[..at].ends_with(|c: char| c.is_alphanumeric() || "._-:}~".contains(c))
                })
            });
            if left || (home && !name.starts_with("assets/") && !name.ends_with(".lock")) {
                wrong.push(format!("{name}:{}: {}", number + 1, line.trim().chars().take(100).collect::<String>()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
