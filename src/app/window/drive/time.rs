//! Looking from another day: the field, the steps, the axis, and a series of pictures.

use egui::PointerButton;
use egui::accesskit::{Action, ActionData, ActionRequest};

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
        let pos = egui::pos2(x, axis.bottom() - 12.0);
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
    clear(&folder);
}

#[test]
fn assistive_technology_moves_the_day() {
    let folder = folder("slider");
    let mut harness = open(&folder);
    press(&mut harness, Modifiers::NONE, Key::T);
    let edition = WORLD.edition.unwrap();
    let slider = harness.get_by_role(Role::Slider);
    let node = slider.accesskit_node();
    assert_eq!(node.min_numeric_value(), Some(1991.0));
    assert_eq!((node.max_numeric_value(), node.numeric_value()), (Some(edition.fraction()), Some(edition.fraction())));
    assert!(node.label().is_some_and(|words| words.contains("23 Nov 2026")), "{:?}", node.label());
    let (target_node, target_tree) = node.locate();
    let ask = |harness: &mut Harness<'_, Atlas>, action: Action, data: Option<ActionData>| {
        let request = ActionRequest { action, target_tree, target_node, data };
        harness.event(egui::Event::AccessKitActionRequest(request));
        harness.run_steps(4);
        let label = harness.get_by_role(Role::Slider).accesskit_node().label();
        (day(harness), label.unwrap_or_default())
    };
    let last = WORLD.day_beside(edition, false).unwrap();
    let (now, words) = ask(&mut harness, Action::Decrement, None);
    assert!(now == last && words.contains(&harness.state().lang.date(last)), "the event before: {words}");
    assert_eq!(ask(&mut harness, Action::Increment, None).0, edition);
    let wanted = Day::new(2019, 10, 16).unwrap();
    let number = ActionData::NumericValue(wanted.fraction());
    assert_eq!(ask(&mut harness, Action::SetValue, Some(number)).0, wanted);
    assert_eq!(
        ask(&mut harness, Action::SetValue, Some(ActionData::Value("2022-11".into()))).0.to_string(),
        "2022-11-30"
    );
    for refused in
        [ActionData::Value("soon".into()), ActionData::Value("1950".into()), ActionData::Value("2100".into())]
    {
        assert_eq!(ask(&mut harness, Action::SetValue, Some(refused)).0.to_string(), "2022-11-30");
    }
    assert_eq!(
        ask(&mut harness, Action::SetValue, Some(ActionData::Value("2026".into()))).0,
        edition,
        "as far as it is known"
    );
    assert_eq!(ask(&mut harness, Action::SetValue, Some(ActionData::Value("2022".into()))).0.to_string(), "2022-12-31");
    assert_eq!(ask(&mut harness, Action::SetValue, Some(ActionData::NumericValue(5000.0))).0, edition, "its end");
    clear(&folder);
}

#[test]
fn what_is_brought_together_is_listed() {
    let folder = folder("together");
    let mut harness = open(&folder);
    press(&mut harness, Modifiers::NONE, Key::T);
    let axis = harness.get_by_role(Role::Slider).rect();
    // The lane above the line, near its end: many things happened in 2025.
    let y = axis.top() + 47.0;
    let click = |harness: &mut Harness<'_, Atlas>, pos: egui::Pos2| {
        harness.hover_at(pos);
        harness.run_steps(2);
        harness.drag_at(pos);
        harness.step();
        harness.drop_at(pos);
        harness.run_steps(4);
    };
    let mut x = axis.right() - 10.0;
    while harness.query_all_by_role(Role::MenuItem).next().is_none() {
        assert!(x > axis.center().x, "nothing is brought together");
        x -= 6.0;
        click(&mut harness, egui::pos2(x, y));
    }
    let before = day(&harness);
    let listed: Vec<String> =
        harness.query_all_by_role(Role::MenuItem).filter_map(|it| it.accesskit_node().label()).collect();
    assert!(listed.len() > 1, "{listed:?}");
    let first = harness.query_all_by_role(Role::MenuItem).next().unwrap();
    first.click();
    harness.run_steps(4);
    let lang = &harness.state().lang;
    assert!(
        day(&harness) != before && listed[0].starts_with(&lang.date(day(&harness))),
        "{listed:?} {}",
        day(&harness)
    );
    assert!(harness.query_all_by_role(Role::MenuItem).next().is_none(), "the list closes");
    clear(&folder);
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
    clear(&folder);
}
