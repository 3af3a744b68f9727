//! The most important statement of a page, in a box of its own.

use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::page::Page;
use super::rich;
use crate::scene::Font;
use crate::story::Card;
use crate::style::{Role as Type, STATUS};
use crate::ui::theme::{self, color};
use crate::ui::widget::{card as frame, paint_confidence, paint_symbol};

/// Letters below the headline.
const LINE: Type = Type { font: Font::new(12.0, 400), line: 18.0 };

/// Shows the card.
pub fn show(ui: &mut Ui, page: &mut Page<'_>, card: &Card) {
    let t = page.model.tokens;
    frame(t).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let width = ui.available_width();
        let head = theme::lines(ui.ctx(), card.headline.as_str(), STATUS, t.text, width - 24.0 - 22.0);
        let (rect, response) = ui.allocate_exact_size(vec2(width, head.size().y), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &card.headline));
        let middle = rect.top() + STATUS.line / 2.0;
        let symbol = Rect::from_center_size(pos2(rect.left() + 8.0, middle), vec2(16.0, 16.0));
        paint_symbol(ui.painter(), t, symbol, card.symbol);
        ui.painter().galley(pos2(rect.left() + 24.0, rect.top()), head, color(t.text));
        if let Some(confidence) = card.confidence {
            let place = Rect::from_center_size(pos2(rect.right() - 8.0, middle), vec2(16.0, 16.0));
            paint_confidence(ui.painter(), t, place.center(), confidence);
            let word = page.confidence(confidence);
            let mark = ui.interact(place, response.id.with("mark"), Sense::hover());
            mark.widget_info(|| WidgetInfo::labeled(Role::Image, true, &word));
            mark.on_hover_text(word);
        }
        ui.add_space(2.0);
        for (number, line) in card.lines.iter().enumerate() {
            rich::show(ui, page, line, LINE, if number == 0 { t.text } else { t.text2 });
        }
    });
}
