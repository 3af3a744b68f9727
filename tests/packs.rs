//! Packs from the command line: whole or not at all, nowhere but below their folder, the same on one core and on two.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use sha2::{Digest as _, Sha256};

/// A folder of its own.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("ots-atlas-packs-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn pack(file: &Path, out: &Path, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ots-atlas"));
    command.arg("pack").arg(file).arg("-o").arg(out).args(more).output().unwrap()
}

/// Every file below a folder, by its name.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries.map(|e| (e.file_name().into_string().unwrap(), fs::read(e.path()).unwrap_or_default())).collect()
}

const SMALL: &str = r#"title = "A test"
sizes = ["320x180", "60x40mm"]
formats = ["png", "svg", "pdf"]
languages = ["en", "tr"]
captions = true
facts = ["csv", "md", "json"]
briefing = "a4-portrait"

[[view]]
name = "ots"

[[view]]
name = "kz"
select = "KZ"
fit = true
theme = "greyscale"
"#;

#[test]
fn a_pack_is_whole_and_its_list_is_true() {
    let folder = folder("whole");
    let brief = folder.join("brief.toml");
    fs::write(&brief, SMALL).unwrap();
    let made = pack(&brief, &folder.join("one"), &["--jobs", "1"]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let one = files(&folder.join("one"));
    let list: serde_json::Value = serde_json::from_slice(&one["manifest.json"]).unwrap();
    let listed = list["files"].as_array().unwrap();
    assert_eq!(listed.len() + 1, one.len(), "{:?}", one.keys());
    for file in listed {
        let bytes = &one[file["file"].as_str().unwrap()];
        let sha256: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!((file["sha256"].as_str(), file["bytes"].as_u64()), (Some(&*sha256), Some(bytes.len() as u64)));
    }
    // 2 views, 2 sizes, 3 formats, 2 languages; captions; facts of one view; a document a language; the list.
    assert_eq!(one.len(), 24 + 4 + 6 + 2 + 1, "{:?}", one.keys());
    assert!(one["briefing-tr.pdf"].starts_with(b"%PDF"));
    assert!(String::from_utf8_lossy(&one["kz-en.facts.csv"]).contains("Kazakhstan"));
    assert!(String::from_utf8_lossy(&one["ots-tr.caption.txt"]).contains("Kazakistan"));
    pack(&brief, &folder.join("eight"), &["--jobs", "8"]);
    assert!(one == files(&folder.join("eight")), "one core and eight make the same bytes");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn mistakes_are_told_and_leave_nothing() {
    let folder = folder("mistakes");
    let brief = folder.join("brief.toml");
    let cases = [
        ("title = 1\n", "line 1"),
        ("title = \"a\"\n[[view]]\nname = \"../x\"\n", "line 3, view.name"),
        ("title = \"a\"\n[[view]]\nname = \"x\"\nselect = \"Atlantis\"\n", "line 4, view.select"),
        ("title = \"a\"\nsizes = [\"999999x10\"]\n[[view]]\nname = \"x\"\n", "line 2, sizes"),
    ];
    for (text, told) in cases {
        fs::write(&brief, text).unwrap();
        let made = pack(&brief, &folder.join("out"), &[]);
        let said = String::from_utf8_lossy(&made.stderr).into_owned();
        assert_eq!(made.status.code(), Some(1), "{text}");
        assert!(said.contains(told) && said.contains("brief.toml"), "{said}");
        assert!(!folder.join("out").exists());
    }
    let missing = pack(&folder.join("no.toml"), &folder.join("out"), &[]);
    assert!(String::from_utf8_lossy(&missing.stderr).contains("there is no such file"));
    fs::write(&brief, SMALL).unwrap();
    fs::write(folder.join("file"), b"mine").unwrap();
    let blocked = pack(&brief, &folder.join("file"), &[]);
    assert_eq!(blocked.status.code(), Some(1));
    assert_eq!(fs::read(folder.join("file")).unwrap(), b"mine");
    fs::remove_dir_all(folder).unwrap();
}

#[cfg(unix)]
#[test]
fn a_pack_that_is_stopped_leaves_nothing() {
    for signal in ["-INT", "-TERM", "-HUP"] {
        stopped_by(signal);
    }
}

/// Stops a pack by a signal, in a folder below folders that are not there before.
#[cfg(unix)]
fn stopped_by(signal: &str) {
    let folder = folder(&format!("stopped{signal}"));
    let brief = folder.join("brief.toml");
    fs::write(&brief, SMALL.replace("320x180", "3840x2160")).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_ots-atlas"));
    command.arg("pack").arg(&brief).arg("-o").arg(folder.join("new/out"));
    let mut running = command.stderr(std::process::Stdio::piped()).spawn().unwrap();
    // As soon as it has begun to write.
    while !folder.join("new/out").exists() && running.try_wait().unwrap().is_none() {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    Command::new("kill").args([signal, &running.id().to_string()]).status().unwrap();
    let ended = running.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&ended.stderr).contains("nothing was written"));
    assert!(!folder.join("new").exists(), "{signal}: the folders that were made for it are gone");
    fs::remove_dir_all(folder).unwrap();
}

#[cfg(unix)]
#[test]
fn links_lead_nowhere() {
    let folder = folder("links");
    let brief = folder.join("brief.toml");
    fs::write(&brief, "title = \"a\"\nsizes = [\"64x36\"]\n[[view]]\nname = \"ots\"\n").unwrap();
    let out = folder.join("out");
    fs::create_dir(&out).unwrap();
    for name in ["ots-64x36-en.png", "manifest.json"] {
        fs::write(folder.join(name), b"elsewhere").unwrap();
        std::os::unix::fs::symlink(folder.join(name), out.join(name)).unwrap();
    }
    assert!(!pack(&brief, &out, &[]).status.success(), "no pack made what lies there");
    assert!(pack(&brief, &out, &["--force"]).status.success());
    for name in ["ots-64x36-en.png", "manifest.json"] {
        assert_eq!(fs::read(folder.join(name)).unwrap(), b"elsewhere");
        assert!(fs::read(out.join(name)).unwrap() != b"elsewhere");
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_no_pack_has_made_is_not_replaced() {
    let folder = folder("replace");
    let (brief, out) = (folder.join("brief.toml"), folder.join("out"));
    fs::write(&brief, "title = \"a\"\nsizes = [\"64x36\"]\n[[view]]\nname = \"ots\"\n").unwrap();
    assert!(pack(&brief, &out, &[]).status.success());
    let again = pack(&brief, &out, &[]);
    assert!(again.status.success(), "its own files it replaces");
    let said = String::from_utf8_lossy(&again.stdout).into_owned();
    assert!(said.contains("2 of them replaced"), "{said}");
    fs::write(out.join("mine.txt"), b"mine").unwrap();
    fs::write(out.join("kz-64x36-en.png"), b"mine").unwrap();
    fs::write(&brief, "title = \"a\"\nsizes = [\"64x36\"]\n[[view]]\nname = \"kz\"\nselect = \"KZ\"\n").unwrap();
    let before = files(&out);
    let refused = pack(&brief, &out, &[]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(1));
    assert!(said.contains("kz-64x36-en.png") && said.contains("--force"), "{said}");
    assert!(files(&out) == before, "nothing was touched");
    assert!(pack(&brief, &out, &["--force"]).status.success());
    assert_eq!(fs::read(out.join("mine.txt")).unwrap(), b"mine");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn an_export_says_what_it_replaces() {
    let folder = folder("export");
    let file = folder.join("a.png");
    let export = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ots-atlas"));
        let made = command.args(["export", "--size", "64x36", "-o"]).arg(&file).output().unwrap();
        assert!(made.status.success());
        String::from_utf8_lossy(&made.stderr).into_owned()
    };
    assert!(!export().contains("Replaced"));
    assert!(export().contains("Replaced") && file.exists());
    fs::remove_dir_all(folder).unwrap();
}
