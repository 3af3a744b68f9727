//! The command line, run as a program without a display.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ots-atlas"));
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(name);
    }
    command.stdin(Stdio::null());
    command
}

fn run(args: &[&str]) -> Output {
    program().args(args).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A folder of its own, empty.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Arguments, exit code, what standard output and standard error contain.
const CALLS: &[(&[&str], i32, &str, &str)] = &[
    (&["--version"], 0, env!("CARGO_PKG_VERSION"), ""),
    (&["--help"], 0, "export", ""),
    (&["list"], 0, "segment:KZ01", ""),
    (&["list", "states"], 0, "state:TRNC", ""),
    (&["list", "--format", "json"], 0, "\"id\": \"corridor:TITR\"", ""),
    (&["list", "dragons"], 2, "", "institution"),
    (&["show", "KZ"], 0, "Founding member", ""),
    (&["show", "kazakhstan"], 0, "Founding member", ""),
    (&["show", "TITR", "--format", "json"], 0, "\"id\": \"corridor:TITR\"", ""),
    (&["show", "KZ01"], 0, "Altynkol", ""),
    (&["show", "node:kz_aktau"], 0, "Aktau port", ""),
    (&["show", "UZ", "--as-of", "2010-01-01"], 0, "Uzbekistan", ""),
    (&["show", "UZ", "--as-of", "2010-13-01"], 2, "", "2010-13-01"),
    (&["show", "Atlantis"], 1, "", "Atlantis"),
    (&["show", "aktau"], 1, "", "node:kz_aktau"),
    (&["check"], 0, "No problems", ""),
    (&["check", "/nowhere/at/all"], 1, "", "/nowhere/at/all"),
    (&["check", "src"], 1, "facts/states.toml", "problems found"),
    (&["nope.png"], 1, "", "nope.png"),
    (&["export", "--as-of", "2030-01-01", "-o", "a.png"], 1, "", "the facts end"),
    (&["show", "KZ", "--as-of", "2030"], 1, "", "the facts end"),
    (&["export", "--size", "0x0", "-o", "a.png"], 2, "", "0x0"),
    (&["export", "--size", "99999x99999", "-o", "a.png"], 2, "", "99999"),
    (&["export", "--select", "Atlantis", "-o", "a.png"], 1, "", "Atlantis"),
    (&["export", "-o", "/nowhere/at/all/a.png"], 1, "", "/nowhere/at/all"),
    (&["show", "KZ", "--format", "csv"], 0, "state:KZ,", ""),
    (&["show", "KZ", "--format", "markdown"], 0, "# Kazakhstan", ""),
    (&["list", "states", "--format", "csv"], 0, "id,name", ""),
    (&["list", "states", "--format", "markdown"], 0, "- `state:KZ` Kazakhstan", ""),
    (&["pack", "/nowhere/at/all.toml", "-o", "out"], 1, "", "/nowhere/at/all.toml"),
    (&["export", "--view", "ZZZZ-ZZZZ", "-o", "a.png"], 1, "", "view code"),
    (&["export", "--open", "/nowhere/at/all.png", "-o", "a.png"], 1, "", "/nowhere/at/all.png"),
    (&["route", "--from", "Altynkol", "--to", "Kars"], 0, "Akhalkalaki", ""),
    (&["route", "--from", "Khorgos", "--to", "Kapikule", "--language", "tr"], 0, "Sınırlar", ""),
    (&["route", "--from", "KZ", "--to", "TR", "--operational", "--format", "json"], 0, "\"is_lower_bound\": true", ""),
    (&["route", "--from", "Baku", "--to", "Kars", "--avoid", "Georgia", "--reach", "planned"], 0, "Meghri", ""),
    (&["route", "--from", "Baku", "--to", "Kars", "--via", "Gyumri", "--suspended"], 0, "Gyumri", ""),
    (&["route", "--from", "Baku", "--to", "Kars", "--format", "csv"], 0, "1,1,AZ01,az_baku", ""),
    (&["route", "--from", "Aktau", "--to", "Iran", "--aim", "borders", "--no-sea"], 0, "km", ""),
    (&["route", "--from", "Altynkol", "--to", "Alat", "--no-sea"], 0, "With sea legs", ""),
    (&["route", "--from", "Altynkol", "--to", "Alat", "--no-sea", "--format", "csv"], 0, "way,leg", "Giving up one"),
    (&["route", "--from", "Kars", "--to", "TR"], 1, "", "one place"),
    (&["route", "--from", "Kars", "--to", "ECO"], 1, "", "no node"),
    (&["route", "--from", "Kars", "--to", "Baku", "--avoid", "AZ"], 1, "", "to be avoided"),
    (&["route", "--from", "TITR", "--to", "Kars"], 1, "", "corridor:TITR"),
    (&["route", "--from", "Kars", "--to", "Atlantis"], 1, "", "Atlantis"),
    (&["route", "--from", "Kars", "--to", "Baku", "--via", "KZ01"], 1, "", "segment:KZ01"),
    (&["route", "--from", "Kars"], 2, "", "--to"),
    (&["route", "--form", "Kars"], 2, "", "ots-atlas route --help"),
    (&["changes", "--since", "2020"], 2, "", "ots-atlas changes --help"),
    (&["export", "--size", "0x0", "-o", "a.png"], 2, "", "ots-atlas export --help"),
    (&["--themes", "dark"], 2, "", "(ots-atlas --help"),
    (&["shwo", "KZ"], 2, "", "ots-atlas show"),
    (&["exprt"], 2, "", "ots-atlas export"),
    (&["route", "--help"], 0, "--avoid", ""),
    (&["route", "--from", "Kars", "--to", "Baku", "--reach", "moon"], 2, "", "today, construction, planned"),
    (&["strip", "KZ", "-o", "a.png"], 1, "", "state:KZ is no corridor"),
    (&["strip", "TITR", "-o", "a.txt"], 1, "", ".svg"),
    (&["strip", "-o", "a.png"], 2, "", "ID"),
    (&["--layers", "dragons"], 2, "", "dragons"),
    (&["--language", "xx"], 2, "", "xx"),
];

#[test]
fn calls_answer_and_exit() {
    for (args, code, out, err) in CALLS {
        let done = run(args);
        let (stdout, stderr) = (text(&done.stdout), text(&done.stderr));
        assert_eq!(done.status.code(), Some(*code), "{args:?}\n{stdout}\n{stderr}");
        assert!(stdout.contains(out), "{args:?} printed\n{stdout}");
        assert!(stderr.contains(err), "{args:?} said\n{stderr}");
        assert!(*code == 0 || *args.first().unwrap() == "check" || stdout.is_empty(), "{args:?} printed\n{stdout}");
        assert!(!stderr.contains("panicked"), "{args:?} said\n{stderr}");
    }
}

/// Width and height in the head of a PNG file.
fn size(png: &[u8]) -> [u32; 2] {
    assert_eq!(png[..8], *b"\x89PNG\r\n\x1a\n");
    [16, 20].map(|at| u32::from_be_bytes(png[at..at + 4].try_into().unwrap()))
}

#[test]
fn exports_are_the_same_bytes_every_time() {
    let folder = folder("export");
    let cases: &[(&[&str], [u32; 2])] = &[
        (&["--select", "KZ", "--fit", "--size", "1920x1080"], [1920, 1080]),
        (&["--select", "TITR", "--theme", "dark", "--language", "tr", "--size", "800x600"], [800, 600]),
        (&["--as-of", "2015-06-01", "--layers", "water,labels", "--size", "640x640"], [640, 640]),
        (&["--view", "33.3,35.2,0.5", "--projection", "azimuthal", "--size", "300x900"], [300, 900]),
    ];
    for (at, (args, wanted)) in cases.iter().enumerate() {
        let paths = ["a", "b"].map(|name| folder.join(format!("{at}{name}.png")));
        for path in &paths {
            let done = run(&[&["export"], *args, &["-o", path.to_str().unwrap()]].concat());
            assert!(done.status.success(), "{args:?}: {}", text(&done.stderr));
        }
        let [first, second] = paths.map(|path| fs::read(path).unwrap());
        assert_eq!(size(&first), *wanted, "{args:?}");
        assert!(first == second, "{args:?} gave other bytes");
    }
    let names: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 8, "nothing is left beside the pictures: {names:?}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_picture_that_cannot_be_written_leaves_the_old_one() {
    let folder = folder("keep");
    let target = folder.join("taken.png");
    fs::create_dir(&target).unwrap();
    let done = run(&["export", "--size", "200x200", "-o", target.to_str().unwrap()]);
    assert_eq!(done.status.code(), Some(1), "{}", text(&done.stdout));
    assert!(target.is_dir() && fs::read_dir(&folder).unwrap().count() == 1, "nothing half is left");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn checked_folders_tell_file_and_line() {
    let folder = folder("check");
    let assets = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    for part in ["facts", "geo"] {
        fs::create_dir(folder.join(part)).unwrap();
        for entry in fs::read_dir(assets.join(part)).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, folder.join(part).join(path.file_name().unwrap())).unwrap();
        }
    }
    let whole = run(&["check", folder.to_str().unwrap()]);
    assert!(whole.status.success(), "{}", text(&whole.stdout));
    let path = folder.join("facts/states.toml");
    let states = fs::read_to_string(&path).unwrap();
    fs::write(&path, states.replacen("status = \"member\"", "status = \"king\"", 1)).unwrap();
    let broken = run(&["check", folder.to_str().unwrap()]);
    let said = text(&broken.stdout) + &text(&broken.stderr);
    assert_eq!(broken.status.code(), Some(1));
    assert!(said.lines().any(|line| line.contains("facts/states.toml:") && line.contains("king")), "{said}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut child = program().arg("list").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let done = child.wait_with_output().unwrap();
    assert!(done.status.success() && done.stderr.is_empty(), "{}", text(&done.stderr));
}

#[test]
fn without_a_display_one_sentence_and_a_way_out() {
    let begun = Instant::now();
    let state = folder("state");
    let done = program().env("XDG_STATE_HOME", &state).output().unwrap();
    let said = text(&done.stderr);
    assert_eq!(done.status.code(), Some(1), "{said}");
    assert!(said.contains("ots-atlas export") && !said.contains("panicked"), "{said}");
    assert!(begun.elapsed() < Duration::from_secs(10), "it waited for something");
    fs::remove_dir_all(state).unwrap();
}

#[test]
fn strips_are_written_in_every_format() {
    let folder = folder("strips");
    for (name, begins) in [("a.png", &b"\x89PNG"[..]), ("a.svg", b"<svg"), ("a.pdf", b"%PDF")] {
        let file = folder.join(name);
        let done =
            run(&["strip", "TITR", "BTK", "--size", "1920x800", "--language", "tr", "-o", file.to_str().unwrap()]);
        assert!(done.status.success(), "{}", text(&done.stderr));
        let bytes = fs::read(&file).unwrap();
        assert!(bytes.windows(begins.len()).take(200).any(|part| part == begins), "{name}");
    }
    let svg = fs::read_to_string(folder.join("a.svg")).unwrap();
    assert!(svg.contains("Kapıkule") && svg.contains("segment:KZ01"), "letters and tags");
    let _ = fs::remove_dir_all(folder);
}
