//! A trough of choices of which one holds.

use egui::{Rect, Role, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::scene::Font;
use crate::style::{Role as Type, radius};
use crate::ui::theme;

/// Height of the trough in points.
const HEIGHT: f32 = 28.0;

/// Words on a choice.
const WORDS: Type = Type { font: Font::new(12.0, 500), line: 20.0 };

/// Words on the choice that holds.
const WORDS_STRONG: Type = Type { font: Font::new(12.0, 600), line: 20.0 };

/// Adds the choices and returns the place of the one that was clicked.
pub fn tabs(ui: &mut Ui, choices: &[String], chosen: usize) -> Option<usize> {
    let tokens = theme::tokens(ui.ctx());
    let words: Vec<_> = choices
        .iter()
        .enumerate()
        .map(|(at, choice)| {
            let (role, ink) = if at == chosen { (WORDS_STRONG, tokens.text) } else { (WORDS, tokens.text2) };
            (choice, theme::line(ui.ctx(), choice, role, ink, f32::INFINITY))
        })
        .collect();
    let width: f32 = words.iter().map(|(_, galley)| (galley.size().x + 24.0).round()).sum::<f32>() + 4.0;
    let (rect, _) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    ui.painter().rect_filled(rect, radius::BUTTON, theme::color(tokens.raised));
    let mut left = rect.left() + 2.0;
    let mut clicked = None;
    for (at, (choice, galley)) in words.into_iter().enumerate() {
        let size = vec2((galley.size().x + 24.0).round(), HEIGHT - 4.0);
        let place = Rect::from_min_size(pos2(left, rect.top() + 2.0), size);
        let response = ui.interact(place, ui.scope_id().with(("tab", choice)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, at == chosen, choice));
        if at == chosen {
            ui.painter().rect_filled(place, radius::KEY, theme::color(tokens.panel));
            ui.painter().rect_stroke(place, radius::KEY, (1.0, theme::color(tokens.line)), StrokeKind::Inside);
        }
        ui.painter().galley(place.center() - galley.size() / 2.0, galley, theme::color(tokens.text));
        theme::focus_ring(ui.painter(), tokens, &response, place, radius::KEY, 0.0);
        if response.clicked() {
            clicked = Some(at);
        }
        left += size.x;
    }
    clicked
}
