//! Files that come in and go out: dropped and opened pictures, packs that are checked and stopped, places to write to,
//! bookmarks of two windows.

use egui::{DroppedFile, ViewportEvent, ViewportId};

use super::*;
use crate::command::Dialog;

/// Lets frames go by until something is so.
fn wait(harness: &mut Harness<'_, Atlas>, so: impl Fn(&Atlas) -> bool) {
    let begun = Instant::now();
    while !so(harness.state()) {
        assert!(begun.elapsed() < Duration::from_mins(1), "it never came");
        std::thread::sleep(Duration::from_millis(10));
        harness.step();
    }
    harness.run_steps(3);
}

/// A file of the desktop.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the atlas reads by itself".to_owned())
    }
}

/// Lets files fall on the window, and waits until the first one is read.
fn drop_files(harness: &mut Harness<'_, Atlas>, files: &[&Path]) {
    harness.input_mut().dropped_files = files.iter().map(|file| Arc::new(Dropped(file.to_path_buf())) as _).collect();
    harness.step();
    assert!(harness.state().reading.is_some(), "it is read off the frame loop");
    let many = harness.state().notices.list().iter().any(|it| it.text.contains("Several files"));
    assert_eq!(many, files.len() > 1, "the others are not passed over in silence");
    wait(harness, |atlas| atlas.reading.is_none());
}

#[test]
fn pictures_that_are_dropped_are_opened() {
    let folder = folder("dropped");
    let mut harness = open(&folder);
    click_on_map(&mut harness, "Kazakhstan");
    press(&mut harness, CTRL | Modifiers::SHIFT, Key::E);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    finish(&mut harness);
    let picture = folder.join("kazakhstan-2026-11-23.png");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(selected(&harness), "");
    drop_files(&mut harness, &[&picture, &folder]);
    assert_eq!(selected(&harness), "state:KZ");
    harness.state_mut().notices = crate::app::window::Notices::default();
    let other = folder.join("other.png");
    fs::write(&other, b"no picture").unwrap();
    let large = folder.join("large.png");
    fs::File::create(&large).unwrap().set_len(crate::export::FILE_LIMIT + 1).unwrap();
    for (file, words) in [(&other, "other.png"), (&large, "larger than 64 MB"), (&folder.join("no.png"), "cannot read")]
    {
        drop_files(&mut harness, &[file]);
        let told = harness.state().notices.list();
        assert!(told.iter().any(|it| it.error && it.text.contains(words)), "{words}: {told:?}");
        assert_eq!(selected(&harness), "state:KZ", "what is seen stays");
    }
    clear(&folder);
}

#[test]
fn a_pack_is_checked_before_it_is_made() {
    let folder = folder("survey");
    let mut harness = open(&folder);
    press(&mut harness, CTRL | Modifiers::SHIFT, Key::B);
    wait(&mut harness, |atlas| atlas.surveying.as_ref().is_some_and(|it| it.found.is_whole()));
    assert!(says(&harness, "pictures and pages") && says(&harness, "× unconfirmed"));
    assert!(!says(&harness, "visible lines are unconfirmed"), "folded");
    harness.get_by_label("Show all").click_accesskit();
    harness.run_steps(3);
    let of_kyrgyzstan = harness.state().surveying.as_ref().unwrap().found.clone();
    let pack = of_kyrgyzstan.pack.unwrap();
    let view = pack.views.iter().position(|view| view.session.selection.is_some()).unwrap();
    let (finding, _) = of_kyrgyzstan.views[view].iter().find(|(it, _)| it.subject.is_some()).unwrap().clone();
    assert!(says(&harness, &finding.text), "each is told: {}", finding.text);
    harness.state_mut().point_in(view, finding.spot);
    harness.run_steps(3);
    let expected = pack.views[view].session.selection.as_ref().unwrap().to_string();
    assert_eq!(selected(&harness), expected, "a finding leads to its view");
    harness.get_by_label("A file").click_accesskit();
    harness.run_steps(3);
    assert!(!says(&harness, "pictures and pages"), "nothing to look at");
    assert!(harness.state().surveying.is_none());
    clear(&folder);
}

#[test]
fn the_window_asks_before_it_stops_a_pack() {
    let folder = folder("leave");
    let mut harness = open(&folder);
    let close = |harness: &mut Harness<'_, Atlas>| {
        let root = harness.input_mut().viewports.entry(ViewportId::ROOT).or_default();
        root.events.push(ViewportEvent::Close);
        harness.run_steps(4);
    };
    press(&mut harness, CTRL | Modifiers::SHIFT, Key::B);
    harness.get_by_label("Make pack").click_accesskit();
    harness.run_steps(2);
    assert!(harness.state().job.is_some());
    close(&mut harness);
    assert_eq!(harness.state().panels.dialogs.open(), Some(Dialog::Leave));
    harness.get_by_label("Keep going").click_accesskit();
    harness.run_steps(2);
    let atlas = harness.state();
    assert!(atlas.job.as_ref().is_some_and(|job| !job.is_cancelled()) && !atlas.closing, "it goes on");
    close(&mut harness);
    harness.get_by_label("Stop and close").click_accesskit();
    harness.run_steps(2);
    finish(&mut harness);
    assert!(!folder.join("ots-briefing").exists(), "nothing of a pack that was stopped is left");
    assert_eq!(harness.state().panels.dialogs.open(), None);
    clear(&folder);
}

#[test]
fn a_place_that_takes_no_file_is_told_while_it_is_typed() {
    let folder = folder("obstacle");
    let mut harness = open(&folder);
    let about = |harness: &mut Harness<'_, Atlas>, words: &str| {
        harness.get_by_role_and_label(Role::TextInput, "File").focus();
        harness.run_steps(2);
        press(harness, CTRL, Key::A);
        harness.event(egui::Event::Text(words.to_owned()));
        harness.run_steps(3);
    };
    press(&mut harness, CTRL | Modifiers::SHIFT, Key::E);
    assert!(!says(&harness, "Nothing can be written there"));
    about(&mut harness, "no/such/kz.png");
    assert!(says(&harness, "Nothing can be written there: there is no such folder"));
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(harness.state().job.is_none() && says(&harness, "Export picture"), "nothing is begun");
    about(&mut harness, "kz.png");
    assert!(!says(&harness, "Nothing can be written there"));
    clear(&folder);
}

#[test]
fn copied_texts_are_announced_only_where_they_arrived() {
    let folder = folder("copied");
    let mut harness = open(&folder);
    press(&mut harness, CTRL | Modifiers::SHIFT, Key::T);
    let is_there = crate::app::desktop::clipboard::copy_text("x").is_ok();
    assert_eq!(says(&harness, "Copied caption"), is_there);
    assert_eq!(says(&harness, "may not be on the clipboard"), !is_there);
    clear(&folder);
}

#[test]
fn two_windows_share_their_bookmarks() {
    let folder = folder("shared");
    let (mut one, mut two) = (open(&folder), open(&folder));
    let names = |harness: &Harness<'_, Atlas>| -> Vec<String> {
        harness.state().kept.bookmarks.list().iter().map(|bookmark| bookmark.name.clone()).collect()
    };
    click_on_map(&mut one, "Kazakhstan");
    press(&mut one, CTRL, Key::B);
    click_on_map(&mut two, "Hungary");
    press(&mut two, CTRL, Key::B);
    one.state().saver.flush();
    two.state().saver.flush();
    two.run_steps(2);
    assert_eq!(names(&two), ["Hungary", "Kazakhstan"]);
    press(&mut one, CTRL, Key::D);
    wait(&mut one, |atlas| atlas.kept.bookmarks.list().len() == 2);
    assert_eq!(names(&one), ["Hungary", "Kazakhstan"], "what the other window has written");
    clear(&folder);
}

#[test]
fn bookmarks_that_are_read_are_brought_into_view_and_counted() {
    let folder = folder("read");
    let views = (0..205).map(|number| format!("[[view]]\nname = \"v{number}\"\nselect = \"KG\"\nfit = true\n"));
    let edition = "[[view]]\nname = \"before\"\nselect = \"edition:2026-06-01~1f2e3d4c\"\n".to_owned();
    let text: String = std::iter::once("title = \"Many\"\n".to_owned()).chain(views).chain([edition]).collect();
    fs::write(folder.join("many.toml"), text).unwrap();
    let mut harness = open(&folder);
    harness
        .state_mut()
        .carry_out(&egui::Context::default(), crate::command::Command::ReadBookmarks("many.toml".into()));
    wait(&mut harness, |atlas| atlas.reading.is_none());
    let list = harness.state().kept.bookmarks.list();
    assert_eq!(list.len(), 200);
    let view = list[0].session.viewport.expect("it is brought into view");
    assert!((65.0..85.0).contains(&view.center[0]) && view.km_per_point < 3.0, "{view:?}");
    let told = harness.state().notices.list();
    assert!(told.iter().any(|it| it.text.contains("5 views were left out")), "{told:?}");
    assert!(
        told.iter().any(|it| it.text.contains("One view was left out: it compares with another edition")),
        "{told:?}"
    );
    clear(&folder);
}

#[test]
fn another_edition_is_compared_and_a_folder_that_is_none_loses_nothing() {
    let folder = folder("edition");
    let mut harness = open(&folder);
    click_on_map(&mut harness, "Kazakhstan");
    drop_files(&mut harness, &[&folder]);
    let told = harness.state().notices.list();
    assert!(told.iter().any(|it| it.error && it.text.contains("no whole edition")), "{told:?}");
    assert_eq!(selected(&harness), "state:KZ", "what is seen stays");
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    press(&mut harness, CTRL, Key::O);
    enter(&mut harness, assets.to_str().unwrap());
    wait(&mut harness, |atlas| atlas.reading.is_none());
    assert!(selected(&harness).starts_with("edition:2026-11-23~"), "{}", selected(&harness));
    assert!(says(&harness, "Nothing differs"));
    let title = harness.state().pages.sheet().unwrap().scene.title.clone();
    assert_eq!(title, "What differs from other facts of 23 November 2026");
    press(&mut harness, CTRL, Key::Z);
    assert_eq!(selected(&harness), "state:KZ");
    press(&mut harness, CTRL | Modifiers::SHIFT, Key::Z);
    harness.state().saver.flush();
    // The next window does not have that folder, and says so.
    let next = open(&folder);
    let told = next.state().notices.list();
    assert!(told.iter().any(|it| it.text.contains("another edition of the facts, of 23 November 2026")), "{told:?}");
    assert_eq!(selected(&next), "");
    clear(&folder);
}
