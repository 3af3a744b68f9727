//! A field for a line of text, and key caps.

use egui::{Frame, Id, Margin, Painter, Pos2, Rect, Response, StrokeKind, TextEdit, Ui, UiBuilder, Vec2, pos2, vec2};

use crate::scene::Font;
use crate::style::{BODY, Role, Tokens, radius};
use crate::ui::icon::{Icon, SIZE};
use crate::ui::theme;

/// Height of a field in points.
const HEIGHT: f32 = 32.0;

/// Letters on key caps.
const CAP: Role = Role { font: Font::new(11.0, 500), line: 16.0 };

/// A field for a line of text.
#[must_use = "add it to a panel"]
pub struct Field<'a> {
    name: &'a str,
    hint: &'a str,
    icon: Option<Icon>,
    key: &'a str,
    id: Option<Id>,
    width: Option<f32>,
    valid: bool,
}

impl<'a> Field<'a> {
    /// A field; `name` is what a screen reader calls it.
    pub fn new(name: &'a str) -> Self {
        Self { name, hint: "", icon: None, key: "", id: None, width: None, valid: true }
    }

    /// Shown while the field is empty.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// Icon in front.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// The key that leads here, as a cap at the right end while the field is empty.
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = key;
        self
    }

    /// Identity, for asking for the focus.
    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// A width of its own, in points.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Whether what is written can be used; otherwise the outline says so.
    pub fn valid(mut self, valid: bool) -> Self {
        self.valid = valid;
        self
    }

    /// Adds the field.
    pub fn show(self, ui: &mut Ui, text: &mut String) -> Response {
        let tokens = theme::tokens(ui.ctx());
        let width = self.width.unwrap_or_else(|| ui.available_width());
        let (_, rect) = ui.allocate_space(vec2(width, HEIGHT));
        ui.painter().rect_filled(rect, radius::BUTTON, theme::color(tokens.panel));
        let mut inner = rect.shrink2(vec2(10.0, 0.0));
        if let Some(icon) = self.icon {
            icon.paint(ui.painter(), pos2(rect.left() + 18.0, rect.center().y), theme::color(tokens.text2));
            inner.min.x = rect.left() + 12.0 + SIZE + 4.0;
        }
        if !self.key.is_empty() && text.is_empty() {
            inner.max.x -= paint_key_cap(ui, pos2(rect.right() - 7.0, rect.center().y), self.key) + 4.0;
        }
        let mut edit = TextEdit::singleline(text)
            .frame(Frame::NONE)
            .margin(Margin::ZERO)
            .desired_width(inner.width())
            .align(egui::Align2::LEFT_CENTER)
            .min_size(vec2(inner.width(), HEIGHT))
            .text_color(theme::color(tokens.text));
        if !self.hint.is_empty() {
            edit = edit.hint_text(theme::text(self.hint, BODY, tokens.text3));
        }
        if let Some(id) = self.id {
            edit = edit.id(id);
        }
        let mut child = ui.new_child(UiBuilder::new().max_rect(inner));
        let response = child.add(edit);
        let name = self.name;
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
        let hovered = ui.rect_contains_pointer(rect);
        let outline = match (self.valid, response.has_focus(), hovered) {
            (false, ..) => (1.4, theme::color(tokens.err)),
            (true, true, _) => (2.0, theme::color(tokens.focus)),
            (true, false, true) => (1.0, theme::color(tokens.text2)),
            (true, false, false) => (1.0, theme::color(tokens.ctl)),
        };
        ui.painter().rect_stroke(rect, radius::BUTTON, outline, StrokeKind::Inside);
        response
    }
}

/// Adds a key cap.
pub fn key_cap(ui: &mut Ui, key: &str) {
    let galley = theme::line(ui.ctx(), key, CAP, theme::tokens(ui.ctx()).text2, f32::INFINITY);
    let (_, rect) = ui.allocate_space(cap_size(galley.size()));
    paint_cap(ui.painter(), theme::tokens(ui.ctx()), rect, galley);
}

/// Paints a key cap with its right end at a point and returns its width.
#[must_use]
pub fn paint_key_cap(ui: &Ui, right: Pos2, key: &str) -> f32 {
    let tokens = theme::tokens(ui.ctx());
    let galley = theme::line(ui.ctx(), key, CAP, tokens.text2, f32::INFINITY);
    let size = cap_size(galley.size());
    paint_cap(ui.painter(), tokens, Rect::from_min_size(pos2(right.x - size.x, right.y - size.y / 2.0), size), galley);
    size.x
}

/// Size of a cap around its letters.
fn cap_size(letters: Vec2) -> Vec2 {
    vec2((letters.x + 8.0).max(16.0).round(), 18.0)
}

/// The cap itself.
fn paint_cap(painter: &Painter, tokens: &Tokens, rect: Rect, galley: std::sync::Arc<egui::Galley>) {
    painter.rect_filled(rect, radius::KEY, theme::color(tokens.panel));
    painter.rect_stroke(rect, radius::KEY, (1.0, theme::color(tokens.line)), StrokeKind::Inside);
    painter.galley(rect.center() - galley.size() / 2.0, galley, theme::color(tokens.text2));
}
