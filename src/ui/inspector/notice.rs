//! Caveats, uncertainties and disagreements: never folded, never below the fold of their fact.

use egui::{Frame, Margin, Rect, Role, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::page::Page;
use super::rich;
use crate::scene::{Color, Font};
use crate::story::{Text, Tone};
use crate::style::{Role as Type, SECTION, Tokens, radius};
use crate::ui::icon::Icon;
use crate::ui::theme::{self, color, corner};

/// Text of notices.
const BODY: Type = Type { font: Font::new(12.0, 400), line: 18.0 };

/// Colours and icon of a tone: ground, outline, heading.
fn look(t: &Tokens, tone: Tone) -> (Color, Option<Color>, Color, Icon) {
    match tone {
        Tone::Caution => (t.warn_bg, None, t.warn, Icon::Alert),
        Tone::Uncertain => (t.raised, None, t.text, Icon::Help),
        Tone::Disagreement => (t.panel, Some(t.line), t.text, Icon::Info),
    }
}

/// Shows a notice.
pub fn show(ui: &mut Ui, page: &mut Page<'_>, tone: Tone, title: &str, lines: &[Text]) {
    let t = page.model.tokens;
    let (ground, outline, ink, icon) = look(t, tone);
    let frame = Frame::NONE
        .fill(color(ground))
        .stroke(outline.map_or(Stroke::NONE, |line| Stroke::new(1.0, color(line))))
        .corner_radius(corner(radius::CARD))
        .inner_margin(Margin::symmetric(12, 10));
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
        let width = ui.available_width();
        let head = theme::lines(ui.ctx(), title, SECTION, ink, width - 24.0);
        let (id, rect) = ui.allocate_space(vec2(width, head.size().y));
        let response = ui.interact(rect, id, egui::Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
        icon.paint(ui.painter(), pos2(rect.left() + 8.0, rect.top() + 10.0), color(ink));
        ui.painter().galley(pos2(rect.left() + 24.0, rect.top()), head, color(ink));
        for line in lines {
            body(ui, page, line, tone);
        }
    });
}

/// One paragraph; readings of a disagreement stand beside a bar each.
fn body(ui: &mut Ui, page: &mut Page<'_>, text: &Text, tone: Tone) {
    let t = page.model.tokens;
    if tone != Tone::Disagreement {
        rich::show(ui, page, text, BODY, t.text);
        return;
    }
    let width = ui.available_width();
    let rich = rich::layout(ui, t, text, BODY, t.text, width - 12.0);
    let (id, rect) = ui.allocate_space(vec2(width, rich.galley.size().y + 2.0));
    let bar = Rect::from_min_size(rect.min + vec2(0.0, 2.0), vec2(2.0, rect.height() - 4.0));
    ui.painter().rect_filled(bar, 1.0, color(t.ctl));
    rich.place(ui, page, id, rect.min + vec2(12.0, 1.0));
}
