//! The head of a section: opens and closes it, and says how much is in it.

use egui::{Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::scene::Font;
use crate::style::{Role as Type, SECTION, radius};
use crate::ui::icon::Icon;
use crate::ui::theme;

/// Height of a head in points.
const HEIGHT: f32 = 32.0;

/// The count at the right end.
const COUNT: Type = Type { font: Font::new(12.0, 400), line: 20.0 };

/// A section of a panel.
#[derive(Debug, Clone, Copy)]
pub struct Section<'a> {
    /// Heading.
    pub title: &'a str,
    /// How many, at the right end.
    pub count: &'a str,
    /// Whether it is open now.
    pub open: bool,
}

/// Adds the head of a section; a click asks for it to be opened or closed.
pub fn section(ui: &mut Ui, section: Section) -> Response {
    let tokens = theme::tokens(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::DisclosureTriangle, true, section.title));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_expanded(section.open);
        node.set_description(section.count);
    });
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let hover = theme::hover(&response);
        let ground = rect.shrink2(vec2(0.0, 2.0));
        if hover > 0.0 {
            painter.rect_filled(ground, radius::ROW, theme::color(tokens.raised).gamma_multiply(hover));
        }
        let y = rect.center().y;
        let chevron = if section.open { Icon::ChevronDown } else { Icon::ChevronRight };
        chevron.paint_sized(painter, pos2(rect.left() + 14.0, y), 13.0, theme::color(tokens.text2));
        let count = theme::line(ui.ctx(), section.count, COUNT, tokens.text3, rect.width() * 0.6);
        let right = rect.right() - 8.0 - count.size().x;
        painter.galley(pos2(right, y - count.size().y / 2.0), count, theme::color(tokens.text3));
        let left = rect.left() + 26.0;
        let title = theme::line(ui.ctx(), section.title, SECTION, tokens.text, right - 8.0 - left);
        painter.galley(pos2(left, y - title.size().y / 2.0), title, theme::color(tokens.text));
        theme::focus_ring(painter, tokens, &response, ground, radius::ROW, -0.5);
    }
    response
}
