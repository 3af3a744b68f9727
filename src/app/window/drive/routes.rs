//! Asking for routes: in the dialog, in the search, and on the map.

use egui::PointerButton;

use super::*;

/// Selects a thing by what it is called.
fn find(harness: &mut Harness<'_, Atlas>, words: &str) {
    press(harness, CTRL, Key::F);
    enter(harness, words);
}

/// Selects a thing by its id.
fn select(harness: &mut Harness<'_, Atlas>, id: &str) {
    harness.state_mut().history.apply(crate::session::Change::Select(id.parse().ok()));
    harness.run_steps(4);
}

#[test]
fn states_stand_side_by_side() {
    let folder = folder("compare");
    let mut harness = open(&folder);
    click_on_map(&mut harness, "Kazakhstan");
    for (name, wanted) in [
        ("Hungary", "compare:KZ~HU"),
        ("Türkiye", "compare:KZ~HU~TR"),
        ("Kazakhstan", "compare:HU~TR"),
        ("Hungary", "state:TR"),
    ] {
        // Space puts what has the keyboard beside the others, or takes it away.
        let feature = harness.query_all_by_role_and_label(Role::Button, name);
        let feature = feature.into_iter().find(|node| node.accesskit_node().toggled().is_some());
        feature.unwrap_or_else(|| panic!("{name} is not on the map")).focus();
        harness.run_steps(2);
        press(&mut harness, Modifiers::NONE, Key::Space);
        assert_eq!(selected(&harness), wanted);
    }
    select(&mut harness, "compare:KZ~HU~TR");
    for words in ["Standing through time", "Figures with their years", "Role in institutions", "Segments between them"]
    {
        let expected = words != "Segments between them";
        assert_eq!(says(&harness, words), expected, "{words}");
    }
    let title = harness.state().pages.sheet().unwrap().scene.title.clone();
    assert_eq!(title, "Kazakhstan, Hungary and Türkiye");
    clear(&folder);
}

#[test]
fn the_dialog_asks_for_a_route_by_keyboard_alone() {
    let folder = folder("route");
    let mut harness = open(&folder);
    find(&mut harness, "Altynkol");
    assert_eq!(selected(&harness), "node:kz_altynkol");
    press(&mut harness, CTRL, Key::R);
    enter(&mut harness, "Kars");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(selected(&harness), "route:kz_altynkol~tr_kars");
    // Without a selection both ends are typed, one after the other.
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, CTRL, Key::R);
    enter(&mut harness, "Tashkent");
    enter(&mut harness, "Budapest");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(selected(&harness), "route:uz_tashkent~hu_budapest");
    select(&mut harness, "route:kz_altynkol~tr_kars");
    for words in ["Ways side by side", "By country", "Leg by leg", "Changes of gauge"] {
        assert!(says(&harness, words), "{words}");
    }
    let title = harness.state().pages.sheet().unwrap().scene.title.clone();
    assert!(title.starts_with("Altynkol to Kars, at least 4"), "{title}");
    // What is written is replaced when its field is taken up, and the first that is meant is taken when it is left.
    press(&mut harness, CTRL, Key::R);
    enter(&mut harness, "Ankara");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(selected(&harness), "route:kz_altynkol~tr_ankara");
    select(&mut harness, "route:kz_altynkol~tr_kars");
    // The same route again, to be altered: nothing but the reach changes.
    press(&mut harness, CTRL, Key::R);
    harness.get_by_label("Also planned").click();
    harness.run_steps(3);
    harness.get_by_label("Show route").click();
    harness.run_steps(4);
    assert_eq!(selected(&harness), "route:kz_altynkol~tr_kars~planned");
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(selected(&harness), "route:kz_altynkol~tr_kars");
    clear(&folder);
}

#[test]
fn what_closes_a_route_can_be_given_up() {
    let folder = folder("closed");
    let mut harness = open(&folder);
    select(&mut harness, "route:KZ~HU~no-sea");
    assert!(says(&harness, "No way in this atlas"));
    let row = harness.query_all_by_label_contains("With sea legs").find(|node| {
        let role = node.accesskit_node().role();
        role == Role::Button || role == Role::Link
    });
    row.unwrap().click_accesskit();
    harness.run_steps(4);
    assert_eq!(selected(&harness), "route:KZ~HU");
    clear(&folder);
}

#[test]
fn the_search_understands_from_and_to() {
    let folder = folder("from-to");
    let mut harness = open(&folder);
    find(&mut harness, "Altynkol to Kars");
    assert_eq!(selected(&harness), "route:kz_altynkol~tr_kars");
    find(&mut harness, "Iran → Türkiye");
    assert_eq!(selected(&harness), "route:IR~TR");
    clear(&folder);
}

#[test]
fn shift_and_a_click_reach_out_from_what_is_selected() {
    let folder = folder("reach");
    let mut harness = open(&folder);
    click_on_map(&mut harness, "Kazakhstan");
    let feature = harness
        .query_all_by_role_and_label(Role::Button, "Türkiye")
        .find(|node| node.accesskit_node().toggled().is_some());
    let at = feature.unwrap().rect().center();
    harness.event(egui::Event::PointerMoved(at));
    harness.run_steps(2);
    let (modifiers, button) = (Modifiers::SHIFT, PointerButton::Primary);
    harness.event(egui::Event::ModifiersChanged(modifiers));
    for pressed in [true, false] {
        harness.event(egui::Event::PointerButton { pos: at, button, pressed, modifiers });
        harness.run_steps(2);
    }
    harness.event(egui::Event::ModifiersChanged(Modifiers::NONE));
    harness.run_steps(4);
    // There lies a railway: the nearer of its stations is meant.
    assert_eq!(selected(&harness), "route:KZ~tr_kayseri");
    clear(&folder);
}

#[test]
fn the_strip_goes_on_and_off_and_takes_another_beside_it() {
    let folder = folder("strip");
    let mut harness = open(&folder);
    find(&mut harness, "TITR");
    let strips = |harness: &Harness<'_, Atlas>| {
        let root = &harness.state().pages.sheet().unwrap().scene.root;
        let strip = root.items.iter().find_map(|item| match item {
            crate::scene::Item::Group(group) if group.name == "strip" => Some(group.items.len()),
            _ => None,
        });
        strip.unwrap_or_default()
    };
    assert_eq!(strips(&harness), 0);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    find(&mut harness, "TITR");
    harness.get_by_label("Chainage strip").click();
    harness.run_steps(6);
    let one = strips(&harness);
    assert!(one > 0);
    harness.get_by_label("Compare with").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::MenuItemRadio, "BTK").click();
    harness.run_steps(6);
    assert_eq!(harness.state().history.now().beside, Some(Id::new(Kind::Corridor, "BTK")));
    // With nothing selected there is no strip, whatever stood beside it.
    press(&mut harness, Modifiers::NONE, Key::Escape);
    harness.run_steps(4);
    assert_eq!(strips(&harness), 0);
    clear(&folder);
}
