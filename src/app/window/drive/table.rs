//! The table of who sits in what: a click and the arrows, another order and back.

use egui::{PointerButton, Pos2};

use super::*;

/// Presses and lets go at a place, at once or in two frames.
fn click(harness: &mut Harness<'_, Atlas>, pos: Pos2, at_once: bool) {
    harness.event(egui::Event::PointerMoved(pos));
    harness.run_steps(2);
    for pressed in [true, false] {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        harness.event(egui::Event::PointerButton { pos, button, pressed, modifiers });
        if !at_once {
            harness.run_steps(2);
        }
    }
    harness.run_steps(4);
}

/// The place of a cell or of a head on screen.
fn place(harness: &Harness<'_, Atlas>, role: Role, name: &str) -> Pos2 {
    harness.get_by_role_and_label(role, name).rect().center()
}

#[test]
fn a_click_on_a_cell_tells_the_role_and_the_arrows_go_on_from_there() {
    let folder = folder("cells");
    let mut harness = open(&folder);
    press(&mut harness, Modifiers::NONE, Key::M);
    for at_once in [false, true] {
        let cell = place(&harness, Role::Cell, "Hungary in TIF: member");
        click(&mut harness, cell, at_once);
        assert_eq!(selected(&harness), "role:HU~tif");
        assert!(says(&harness, "Hungary, TIF") && says(&harness, "Who takes part"));
        press(&mut harness, Modifiers::NONE, Key::ArrowUp);
        press(&mut harness, Modifiers::NONE, Key::ArrowLeft);
        assert!(says(&harness, "Uzbekistan in TCCI: member"));
        press(&mut harness, Modifiers::NONE, Key::Enter);
        assert_eq!(selected(&harness), "role:UZ~tcci");
    }
    // On the map both are seen, too.
    press(&mut harness, Modifiers::NONE, Key::M);
    let title = harness.state().pages.sheet().unwrap().scene.title.clone();
    assert_eq!(title, "Uzbekistan, TCCI");
    clear(&folder);
}

#[test]
fn the_order_is_undone_and_kept() {
    let folder = folder("order");
    let mut harness = open(&folder);
    press(&mut harness, Modifiers::NONE, Key::M);
    let first = |harness: &Harness<'_, Atlas>| {
        let mut heads = harness.query_all_by_role(Role::RowHeader);
        heads.next().and_then(|head| head.accesskit_node().label()).unwrap_or_default()
    };
    let before = first(&harness);
    let founding = place(&harness, Role::Button, "Sort: bodies by the day of founding");
    click(&mut harness, founding, false);
    assert!(first(&harness).contains("12 Jul 1993"), "{}", first(&harness));
    let summary = harness.state().pages.sheet().unwrap().summary.clone();
    assert!(summary.contains("Sorted: bodies by the day of founding"), "{summary}");
    press(&mut harness, CTRL, Key::Z);
    assert_eq!(first(&harness), before);
    press(&mut harness, CTRL | Modifiers::SHIFT, Key::Z);
    harness.state().saver.flush();
    let next = open(&folder);
    assert!(first(&next).contains("12 Jul 1993"), "it is remembered");
    clear(&folder);
}
