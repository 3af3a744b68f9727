//! The whole program driven as a person drives it: through the keyboard and through what a screen reader gets.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

mod desk;
mod routes;
mod table;
mod time;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::app::desktop::folders::Folders;
use crate::app::keep::memory;
use crate::app::keep::saver::Saver;
use crate::app::load;
use crate::app::window::Atlas;
use crate::app::window::open::Opening;
use crate::export::Opened;
use crate::projection;
use crate::style::Theme;
use crate::world::{Id, Kind, World};

static WORLD: LazyLock<Arc<World>> = LazyLock::new(|| Arc::new(load::world()));

/// Removes the folder of a test; a window may just be saving into it.
fn clear(folder: &Path) {
    let gone = || fs::remove_dir_all(folder).is_ok() || !folder.exists();
    let tried = gone()
        || (0..100).any(|_| {
            std::thread::sleep(Duration::from_millis(10));
            gone()
        });
    assert!(tried, "{} cannot be removed", folder.display());
}

/// A folder of its own for session and pictures.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("ots-atlas-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The program in a window of 1280 by 800 points, with the session that lies in a folder.
fn open(folder: &Path) -> Harness<'static, Atlas> {
    open_with(folder, None, None)
}

/// The same, opened with a picture or with a thing that is brought into view.
fn open_with(folder: &Path, opened: Option<Opened>, fit: Option<Id>) -> Harness<'static, Atlas> {
    let (memory, troubles) = memory::recall(Some(folder));
    let saver = Saver::new(Some(folder.into())).knowing(&memory.bookmarks);
    let opening = Opening {
        facts: load::facts(projection::ALL[0]),
        folders: Folders { state: Some(folder.into()), home: Some(folder.into()), pictures: Some(folder.into()) },
        memory,
        troubles,
        saver,
        opened,
        folder: None,
        fit,
        start: Instant::now(),
    };
    let mut harness = Harness::builder()
        .with_size([1280.0, 800.0])
        .with_max_steps(60)
        .build_eframe(|created| opening.build(&created.egui_ctx, false, Arc::new(AtomicBool::new(true))));
    harness.run_steps(4);
    harness
}

/// What is selected: `state:KZ`; empty for nothing.
fn selected(harness: &Harness<'_, Atlas>) -> String {
    harness.state().history.now().selection.as_ref().map(ToString::to_string).unwrap_or_default()
}

fn press(harness: &mut Harness<'_, Atlas>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(4);
}

const CTRL: Modifiers = Modifiers::COMMAND;

/// Types words into what has the keyboard and confirms them.
fn enter(harness: &mut Harness<'_, Atlas>, words: &str) {
    harness.event(egui::Event::Text(words.to_owned()));
    harness.run_steps(3);
    press(harness, Modifiers::NONE, Key::Enter);
}

/// Whether anything on screen is called so.
fn says(harness: &Harness<'_, Atlas>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

/// Clicks the map feature of that name, as a screen reader does.
fn click_on_map(harness: &mut Harness<'_, Atlas>, name: &str) {
    let feature =
        harness.query_all_by_role_and_label(Role::Button, name).find(|node| node.accesskit_node().toggled().is_some());
    feature.unwrap_or_else(|| panic!("{name} is not on the map")).click_accesskit();
    harness.run_steps(4);
}

#[test]
fn every_state_on_the_map_opens_its_page() {
    let folder = folder("states");
    let mut harness = open(&folder);
    for state in WORLD.states.iter().filter(|state| state.key != "ECO") {
        let name = WORLD.name(&Id::new(Kind::State, &state.key), "en");
        click_on_map(&mut harness, &name);
        assert_eq!(selected(&harness), format!("state:{}", state.key));
        assert!(says(&harness, "Role in institutions"), "the page of {name}");
        assert_eq!(harness.state().title, format!("{name} – OTS Atlas"));
        press(&mut harness, Modifiers::NONE, Key::Escape);
        assert_eq!(selected(&harness), "");
    }
    clear(&folder);
}

#[test]
fn rows_and_links_lead_on_and_back() {
    let folder = folder("links");
    let mut harness = open(&folder);
    let row = harness.query_all_by_role(Role::Button).find(|node| {
        node.accesskit_node().label().is_some_and(|label| label.starts_with("Kazakhstan"))
            && node.accesskit_node().toggled().is_none()
    });
    row.unwrap().click();
    harness.run_steps(4);
    assert_eq!(selected(&harness), "state:KZ");
    let link = harness
        .query_all_by_role(Role::Link)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.contains("9th summit of")));
    link.unwrap().click_accesskit();
    harness.run_steps(4);
    assert_eq!(selected(&harness), "event:tss9");
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(selected(&harness), "state:KZ");
    press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(selected(&harness), "event:tss9");
    press(&mut harness, CTRL, Key::Z);
    assert_ne!(selected(&harness), "event:tss9", "undone");
    press(&mut harness, CTRL | Modifiers::SHIFT, Key::Z);
    assert_eq!(selected(&harness), "event:tss9", "redone");
    clear(&folder);
}

#[test]
fn search_finds_by_keyboard_alone() {
    let folder = folder("search");
    let mut harness = open(&folder);
    let searches = [("aktau", "node:kz_aktau"), ("turkic investment", "institution:tif"), ("kazahkstan", "state:KZ")];
    for (words, wanted) in searches.into_iter().chain([("Macaristan", "state:HU")]) {
        press(&mut harness, CTRL, Key::F);
        enter(&mut harness, words);
        assert_eq!(selected(&harness), wanted);
    }
    press(&mut harness, CTRL, Key::F);
    harness.event(egui::Event::Text("qqqq".to_owned()));
    harness.run_steps(3);
    assert!(says(&harness, "Nothing found"));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!says(&harness, "Nothing found"));
    clear(&folder);
}

#[test]
fn brackets_step_from_event_to_event() {
    let folder = folder("days");
    let mut harness = open(&folder);
    let day = |harness: &Harness<'_, Atlas>| harness.state().history.now().as_of.map(|day| day.to_string());
    assert_eq!(day(&harness), None);
    let mut days = Vec::new();
    for _ in 0..200 {
        press(&mut harness, Modifiers::NONE, Key::OpenBracket);
        days.extend(day(&harness));
    }
    days.dedup();
    assert!(days.len() > 40 && days.is_sorted_by(|a, b| a > b), "{days:?}");
    assert!(days.contains(&"2022-11-11".to_owned()) && days.last().unwrap().as_str() < "1993", "{days:?}");
    press(&mut harness, Modifiers::NONE, Key::CloseBracket);
    assert_eq!(day(&harness).as_ref(), days.get(days.len() - 2));
    for _ in 0..200 {
        press(&mut harness, Modifiers::NONE, Key::CloseBracket);
    }
    assert_eq!(day(&harness), None, "the end is the day of the edition");
    clear(&folder);
}

#[test]
fn the_palette_switches_language_and_theme() {
    let folder = folder("palette");
    let mut harness = open(&folder);
    assert!(says(&harness, "Five members, three observers and one observer organisation (ECO)"));
    press(&mut harness, CTRL, Key::K);
    enter(&mut harness, "turkce");
    assert!(says(&harness, "Üyeler ve gözlemciler") && !says(&harness, "Five members"));
    press(&mut harness, CTRL, Key::K);
    enter(&mut harness, "koyu");
    assert_eq!(harness.state().history.now().theme, Theme::Dark);
    clear(&folder);
}

#[test]
fn what_is_seen_is_there_again_at_the_next_start() {
    let folder = folder("memory");
    let mut harness = open(&folder);
    press(&mut harness, CTRL, Key::F);
    enter(&mut harness, "KG");
    press(&mut harness, CTRL, Key::K);
    enter(&mut harness, "dark");
    let seen = harness.state().history.now().clone();
    assert!(seen.viewport.is_some() || seen.selection.is_some());
    harness.state().saver.close();
    drop(harness);
    let again = open(&folder);
    assert_eq!(*again.state().history.now(), seen);
    clear(&folder);
}

#[test]
fn a_broken_session_is_kept_aside_and_told() {
    let folder = folder("broken");
    fs::write(folder.join("session.json"), "{ \"version\": 1, \"sess").unwrap();
    let harness = open(&folder);
    assert_eq!(selected(&harness), "");
    assert_eq!(harness.state().notices.list().len(), 1, "the reader is told");
    let kept = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let kept: Vec<String> = kept.collect();
    assert!(kept.iter().any(|name| name.contains("broken")), "{kept:?}");
    clear(&folder);
}

#[test]
fn enter_in_the_export_dialog_writes_the_picture() {
    let folder = folder("export");
    let mut harness = open(&folder);
    click_on_map(&mut harness, "Kazakhstan");
    press(&mut harness, CTRL | Modifiers::SHIFT, Key::E);
    assert!(says(&harness, "Export picture"));
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let begun = Instant::now();
    let picture = folder.join("kazakhstan-2026-11-23.png");
    while harness.state().job.is_some() && begun.elapsed() < Duration::from_mins(1) {
        std::thread::sleep(Duration::from_millis(20));
        harness.step();
    }
    let bytes = fs::read(&picture).unwrap();
    let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    let page = harness.state().pages.page().unwrap().size;
    assert_eq!([side(16), side(20)], [page.width, page.height].map(|points| points as u32));
    assert!(!says(&harness, "Export picture"), "the dialog is closed");
    clear(&folder);
}

/// Lets the job in the background end.
fn finish(harness: &mut Harness<'_, Atlas>) {
    let begun = Instant::now();
    while harness.state().job.is_some() && begun.elapsed() < Duration::from_mins(2) {
        std::thread::sleep(Duration::from_millis(20));
        harness.step();
    }
    assert!(harness.state().job.is_none(), "the job goes on for ever");
    harness.run_steps(2);
}

#[test]
fn bookmarks_are_kept_opened_ordered_and_remembered() {
    let folder = folder("bookmarks");
    let mut harness = open(&folder);
    press(&mut harness, CTRL, Key::B);
    click_on_map(&mut harness, "Kazakhstan");
    press(&mut harness, CTRL, Key::B);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, CTRL, Key::D);
    let names = |harness: &Harness<'_, Atlas>| -> Vec<String> {
        harness.state().kept.bookmarks.list().iter().map(|bookmark| bookmark.name.clone()).collect()
    };
    assert_eq!(names(&harness), ["Whole OTS", "Kazakhstan"]);
    harness.get_by_label("Move down: Whole OTS").click_accesskit();
    harness.run_steps(4);
    assert_eq!(names(&harness), ["Kazakhstan", "Whole OTS"]);
    harness.get_by_label("Remove: Whole OTS").click_accesskit();
    harness.run_steps(4);
    assert_eq!(names(&harness), ["Kazakhstan"]);
    harness.get_by_label("Put “Whole OTS” back").click_accesskit();
    harness.run_steps(4);
    assert_eq!(names(&harness), ["Kazakhstan", "Whole OTS"]);
    harness.get_by_label("Write file").click_accesskit();
    harness.run_steps(4);
    let text = fs::read_to_string(folder.join("bookmarks.toml")).unwrap();
    assert!(text.contains("select = \"state:KZ\"") && text.contains("title = \"Whole OTS\""), "{text}");
    harness.get_by_label("Open Kazakhstan").click_accesskit();
    harness.run_steps(6);
    assert_eq!(selected(&harness), "state:KZ");
    assert!(!says(&harness, "Write file"), "the dialog is closed");
    harness.state().saver.flush();
    let again = open(&folder);
    assert_eq!(names(&again), ["Kazakhstan", "Whole OTS"], "they are remembered");
    clear(&folder);
}

#[test]
fn the_press_check_leads_to_what_it_found() {
    let folder = folder("press");
    let mut harness = open(&folder);
    press(&mut harness, CTRL | Modifiers::SHIFT, Key::P);
    assert!(harness.state().press.is_some());
    let found = harness.query_all_by_role(Role::Button).find(|node| {
        node.accesskit_node().label().is_some_and(|label| label.contains("visible lines are unconfirmed"))
    });
    found.unwrap().click_accesskit();
    harness.run_steps(4);
    assert!(!says(&harness, "Nothing to object to"), "the dialog is closed");
    assert!(harness.state().press.is_none());
    clear(&folder);
}

#[test]
fn packs_are_made_and_stopped() {
    let folder = folder("pack");
    let mut harness = open(&folder);
    press(&mut harness, CTRL | Modifiers::SHIFT, Key::B);
    harness.get_by_label("This view").click_accesskit();
    harness.run_steps(3);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!says(&harness, "Make pack"), "Esc closes the dialog");
    press(&mut harness, CTRL | Modifiers::SHIFT, Key::B);
    harness.get_by_label("Make pack").click_accesskit();
    harness.run_steps(3);
    harness.state().job.as_ref().map(crate::app::window::job::Job::cancel);
    finish(&mut harness);
    assert!(!folder.join("ots-briefing").exists(), "nothing of a pack that was stopped is left");
    press(&mut harness, CTRL | Modifiers::SHIFT, Key::B);
    assert!(says(&harness, "Slide 4:3"), "what was chosen last is chosen still");
    harness.get_by_label("Make pack").click_accesskit();
    harness.run_steps(3);
    finish(&mut harness);
    let list = fs::read_to_string(folder.join("ots-briefing/manifest.json")).unwrap();
    assert!(list.contains("slide-en.png") && list.contains("briefing-en.pdf"), "{list}");
    clear(&folder);
}

#[test]
fn a_picture_and_a_state_are_looked_at_from_the_first_frame_on() {
    let folder = folder("first");
    let mut harness = open_with(&folder, None, Some("state:KG".parse().unwrap()));
    harness.run_steps(2);
    let view = harness.state().history.now().viewport.unwrap();
    // Kyrgyzstan is some 900 km wide and the map some 1 000 points.
    assert!((0.9..2.2).contains(&view.km_per_point), "{view:?}");
    let path = folder.join("kg.svg");
    press(&mut harness, CTRL | Modifiers::SHIFT, Key::E);
    harness.get_by_label("SVG").click_accesskit();
    harness.run_steps(3);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.run_steps(3);
    finish(&mut harness);
    let file = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let file = file.into_iter().find(|path| path.extension().is_some_and(|it| it == "svg")).unwrap_or(path);
    let opened = crate::app::keep::files::view(&file, &WORLD).unwrap();
    let again = open_with(&folder, Some(opened), None);
    assert_eq!(again.state().history.now().viewport, Some(view), "the very same view in a window of the same size");
    clear(&folder);
}

#[test]
fn tab_reaches_the_map_and_every_feature_has_a_name() {
    let folder = folder("reach");
    let mut harness = open(&folder);
    let features: Vec<String> = harness
        .query_all_by_role(Role::Button)
        .filter(|node| node.accesskit_node().toggled().is_some())
        .map(|node| node.accesskit_node().label().unwrap_or_default())
        .collect();
    assert!(features.len() > 60, "{}", features.len());
    assert!(features.iter().all(|label| !label.trim().is_empty()), "{features:?}");
    for _ in 0..300 {
        press(&mut harness, Modifiers::NONE, Key::Tab);
        let focus = harness.query_all_by_role(Role::Button).find(egui_kittest::Node::is_focused);
        if focus.is_some_and(|node| node.accesskit_node().toggled().is_some()) {
            press(&mut harness, Modifiers::NONE, Key::Enter);
            assert_ne!(selected(&harness), "", "Enter opens what has the focus");
            clear(&folder);
            return;
        }
    }
    panic!("Tab never came to the map");
}
