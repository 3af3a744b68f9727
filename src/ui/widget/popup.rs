//! What lies on top: popups, menus and dialogs.

use egui::{Align2, Context, Frame, Id, Margin, Modal, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::scene::Font;
use crate::style::{BODY, NAME, Role as Type, SECTION, Tokens, radius};
use crate::ui::icon::Icon;
use crate::ui::theme;

/// Keys beside the items of a menu.
const KEYS: Type = Type { font: Font::new(12.0, 400), line: 20.0 };

/// Frame of popups and menus.
pub fn popup_frame(tokens: &Tokens, margin: i8) -> Frame {
    Frame::NONE
        .fill(theme::color(tokens.panel))
        .stroke(Stroke::new(1.0, theme::color(tokens.line)))
        .corner_radius(theme::corner(radius::CARD))
        .inner_margin(Margin::same(margin))
        .shadow(theme::popup_shadow())
}

/// A card on a panel, for what matters most.
pub fn card(tokens: &Tokens) -> Frame {
    Frame::NONE
        .fill(theme::color(tokens.accent_bg))
        .corner_radius(theme::corner(radius::CARD))
        .inner_margin(Margin::symmetric(12, 10))
}

/// A hairline across the panel.
pub fn rule(ui: &mut Ui) {
    let tokens = theme::tokens(ui.ctx());
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 9.0));
    ui.painter().hline(rect.x_range(), rect.center().y.round() - 0.5, (1.0, theme::color(tokens.line)));
}

/// The head of a group in a menu.
pub fn menu_head(ui: &mut Ui, words: &str) {
    let tokens = theme::tokens(ui.ctx());
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 24.0));
    let galley = theme::line(ui.ctx(), words, Type { line: 16.0, ..SECTION }, tokens.text3, rect.width() - 16.0);
    ui.painter().galley(pos2(rect.left() + 10.0, rect.top() + 6.0), galley, theme::color(tokens.text3));
}

/// An item of a menu or of the palette.
#[derive(Clone, Copy)]
#[must_use = "add it to a menu"]
pub struct MenuItem<'a> {
    /// What it does.
    pub label: &'a str,
    /// Keys that do the same.
    pub keys: &'a str,
    /// Whether it is one of several and holds, or one of several and does not.
    pub checked: Option<bool>,
    /// Whether it can be chosen now.
    pub enabled: bool,
    /// Whether the arrow keys are on it.
    pub current: bool,
}

impl<'a> MenuItem<'a> {
    /// An item that can be chosen.
    pub fn new(label: &'a str) -> Self {
        Self { label, keys: "", checked: None, enabled: true, current: false }
    }

    /// Adds the item.
    pub fn show(self, ui: &mut Ui) -> Response {
        let tokens = theme::tokens(ui.ctx());
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), sense);
        response.widget_info(|| match self.checked {
            Some(on) => WidgetInfo::selected(Role::MenuItemRadio, self.enabled, on, self.label),
            None => WidgetInfo::labeled(Role::MenuItem, self.enabled, self.label),
        });
        let painter = ui.painter();
        let lit = self.enabled && (response.hovered() || response.has_focus());
        if self.current {
            painter.rect_filled(rect, radius::ROW, theme::color(tokens.accent_bg));
        } else if lit {
            painter.rect_filled(rect, radius::ROW, theme::color(tokens.raised));
        }
        let ink = if self.enabled { tokens.text } else { tokens.text3 };
        let y = rect.center().y;
        if self.checked == Some(true) {
            Icon::Check.paint_sized(painter, pos2(rect.left() + 18.0, y), 14.0, theme::color(tokens.accent));
        }
        let keys = theme::line(ui.ctx(), self.keys, KEYS, tokens.text3, rect.width() * 0.5);
        let right = rect.right() - 10.0 - keys.size().x;
        painter.galley(pos2(right, y - keys.size().y / 2.0), keys, theme::color(tokens.text3));
        let left = rect.left() + if self.checked.is_some() { 32.0 } else { 10.0 };
        let galley = theme::line(ui.ctx(), self.label, BODY, ink, right - 8.0 - left);
        painter.galley(pos2(left, y - galley.size().y / 2.0), galley, theme::color(ink));
        theme::focus_ring(painter, tokens, &response, rect, radius::ROW, -0.5);
        response
    }
}

/// A row at the foot of a dialog: its buttons from the right end.
pub fn foot(ui: &mut Ui, buttons: impl FnOnce(&mut Ui)) {
    let size = vec2(ui.available_width(), 28.0);
    ui.allocate_ui_with_layout(size, egui::Layout::right_to_left(egui::Align::Center), buttons);
}

/// Whether Enter was pressed while nothing has the keyboard: it stands for the button that matters most.
#[must_use]
pub fn confirmed(ui: &Ui) -> bool {
    ui.input(|input| input.key_pressed(egui::Key::Enter)) && ui.memory(|memory| memory.focused().is_none())
}

/// What became of a dialog in this frame.
pub struct Dialog<T> {
    /// Whether the reader wants it closed: its button, or a click beside it.
    pub close: bool,
    /// What its contents returned.
    pub inner: T,
}

/// Shows a dialog over everything, with a heading and a button that closes it; the keyboard stays inside.
pub fn dialog<T>(
    ctx: &Context,
    id: &str,
    title: &str,
    close: &str,
    width: f32,
    contents: impl FnOnce(&mut Ui) -> T,
) -> Dialog<T> {
    let tokens = theme::tokens(ctx);
    let screen = ctx.content_rect();
    let width = width.min(screen.width() - 48.0);
    let id = Id::unique(id);
    let top = (screen.height() * 0.12).round().min(120.0);
    let area =
        Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, top)).role(Role::Dialog).accessible_name(title);
    let shade = egui::Color32::BLACK.gamma_multiply(if tokens.dark { 0.5 } else { 0.24 });
    let modal = Modal::new(id).area(area).backdrop_color(shade).frame(popup_frame(tokens, 20)).show(ctx, |ui| {
        ui.set_width(width - 40.0);
        let mut closed = false;
        ui.horizontal(|ui| {
            theme::label(ui, title, Type { line: 28.0, ..NAME }, tokens.text);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                closed = super::icon_button(ui, Icon::Close, close, true).clicked();
            });
        });
        ui.add_space(8.0);
        (closed, contents(ui))
    });
    let (closed, inner) = modal.inner;
    Dialog { close: closed || modal.backdrop_response.clicked(), inner }
}
