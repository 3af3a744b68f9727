//! Wheel, drag, pinch and double click over the map, as commands.

use egui::{CursorIcon, PointerButton, Pos2, Rect, Response, Ui, Vec2};

use crate::command::Command;
use crate::ui::Output;

/// Points of scrolling that enlarge by a factor of e; one notch of a usual wheel (40 points) gives 1.28.
const SCROLL_PER_E: f32 = 160.0;

/// Factor of a double click.
const DOUBLE: f64 = 2.0;

/// Zooms and pans the map as the reader asks; true while the map is being dragged.
pub fn read(ui: &Ui, response: &Response, frame: Rect, origin: Vec2, out: &mut Output) -> bool {
    zoom(ui, response, frame, origin, out);
    drag(ui, response, frame, out)
}

/// A place on screen as a place on the page.
fn page(at: Pos2, origin: Vec2) -> [f64; 2] {
    let at = at - origin;
    [f64::from(at.x), f64::from(at.y)]
}

/// Wheel, pinch and double click.
fn zoom(ui: &Ui, response: &Response, frame: Rect, origin: Vec2, out: &mut Output) {
    let Some(at) = response.hover_pos().filter(|at| frame.contains(*at)) else { return };
    let about = Some(page(at, origin));
    let (scroll, pinch) = ui.input(|i| (i.smooth_scroll_delta(), i.zoom_delta()));
    let factor = f64::from(pinch * (scroll.y / SCROLL_PER_E).exp());
    if factor.is_finite() && (factor - 1.0).abs() > 1e-4 {
        out.commands.push(Command::Zoom { factor, about });
    }
    if scroll.x != 0.0 {
        out.commands.push(Command::Pan([f64::from(scroll.x), 0.0]));
    }
    if response.double_clicked() {
        out.commands.push(Command::Zoom { factor: DOUBLE, about });
    }
}

/// Dragging with the first or middle button that began on the map; true while it lasts.
fn drag(ui: &Ui, response: &Response, frame: Rect, out: &mut Output) -> bool {
    let held = [PointerButton::Primary, PointerButton::Middle].into_iter().any(|b| response.dragged_by(b));
    let began = ui.input(|i| i.pointer.press_origin()).is_some_and(|at| frame.contains(at));
    if !held || !began {
        return false;
    }
    // What moved before it was known to be a drag counts too, or the map would lag behind the hand.
    let moved =
        if response.drag_started() { response.total_drag_delta().unwrap_or_default() } else { response.drag_delta() };
    if moved != Vec2::ZERO {
        out.commands.push(Command::Pan([f64::from(moved.x), f64::from(moved.y)]));
    }
    ui.set_cursor_icon(CursorIcon::Grabbing);
    true
}
