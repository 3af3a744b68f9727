//! Looking from another day: the field, the steps, the axis, and a series of pictures.

use egui::PointerButton;

use super::*;
use crate::date::Day;

/// The day from which everything is looked at.
fn day(harness: &Harness<'_, Atlas>) -> Day {
    WORLD.as_of(harness.state().history.now().as_of)
}

#[test]
fn the_day_is_typed_stepped_and_dragged() {
    let folder = folder("time");
    let mut harness = open(&folder);
    let edition = WORLD.edition.unwrap();
    assert!(harness.query_by_label("Look from the day").is_none(), "hidden at first");
    let button = harness.query_all_by_label_contains("As of").find(|it| it.accesskit_node().role() == Role::Button);
    button.unwrap().click();
    harness.run_steps(4);
    let field = harness.get_by_role_and_label(Role::TextInput, "Day, month or year");
    field.focus();
    harness.run_steps(2);
    press(&mut harness, CTRL, Key::A);
    enter(&mut harness, "2019-10-16");
    assert_eq!(day(&harness), Day::new(2019, 10, 16).unwrap());
    let title = |harness: &Harness<'_, Atlas>| harness.state().pages.sheet().unwrap().scene.title.clone();
    assert!(title(&harness).contains("Five members"), "{}", title(&harness));
    harness.get_by_label("Step back to the event before").click();
    harness.run_steps(4);
    assert_eq!(day(&harness), Day::new(2019, 10, 15).unwrap());
    // A day that the facts do not reach is refused, and nothing changes.
    harness.get_by_role_and_label(Role::TextInput, "Day, month or year").focus();
    harness.run_steps(2);
    press(&mut harness, CTRL, Key::A);
    enter(&mut harness, "2100");
    assert_eq!(day(&harness), Day::new(2019, 10, 15).unwrap());
    // The right end of the axis is the day of the edition.
    let axis = harness.query_all_by_role(Role::Slider).next().unwrap().rect();
    for (x, pressed) in [(axis.left() + 30.0, true), (axis.right() - 1.0, false)] {
        let pos = egui::pos2(x, axis.center().y + 20.0);
        harness.event(egui::Event::PointerMoved(pos));
        harness.run_steps(2);
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        harness.event(egui::Event::PointerButton { pos, button, pressed, modifiers });
        harness.run_steps(2);
    }
    assert_eq!(day(&harness), edition);
    assert_eq!(harness.state().history.now().as_of, None, "the day of the edition is the usual one");
    // All of it was one step through time.
    press(&mut harness, CTRL, Key::Z);
    assert_eq!(day(&harness), edition);
    press(&mut harness, Modifiers::NONE, Key::T);
    assert!(harness.query_by_label("Look from the day").is_none(), "hidden again");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_series_of_pictures_goes_from_the_day_in_force_to_the_edition() {
    let folder = folder("series");
    let mut harness = open(&folder);
    let last = WORLD.day_beside(WORLD.edition.unwrap(), false).unwrap();
    let before = WORLD.day_beside(last, false).unwrap();
    harness.state_mut().history.apply(crate::session::Change::AsOf(Some(before)));
    press(&mut harness, CTRL, Key::K);
    enter(&mut harness, "pictures through time");
    let start = Instant::now();
    let pictures = || {
        let mut found = Vec::new();
        let mut folders = vec![folder.clone()];
        while let Some(at) = folders.pop() {
            for entry in fs::read_dir(at).unwrap().flatten() {
                let path = entry.path();
                match path.is_dir() {
                    true => folders.push(path),
                    false if path.extension().is_some_and(|it| it == "png") => found.push(path),
                    false => {}
                }
            }
        }
        found
    };
    while harness.state().job.is_some() || pictures().is_empty() {
        assert!(start.elapsed() < Duration::from_mins(2), "it takes too long");
        std::thread::sleep(Duration::from_millis(50));
        harness.run_steps(1);
    }
    let mut names: Vec<String> =
        pictures().iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    names.sort();
    let days = [before, last, WORLD.edition.unwrap()];
    assert_eq!(names.len(), days.len(), "{names:?}");
    for (name, day) in names.iter().zip(days) {
        assert!(name.contains(&day.to_string()), "{name}");
    }
    fs::remove_dir_all(folder).unwrap();
}
