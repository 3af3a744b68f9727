//! Push buttons: with a word, or with an icon alone.

use egui::{Align2, Response, Role, Sense, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use crate::scene::Font;
use crate::style::{BODY_STRONG, Role as Type, Tokens, radius};
use crate::ui::icon::{Icon, SIZE};
use crate::ui::theme;

/// Height of a button in points.
const HEIGHT: f32 = 28.0;

/// Words on quiet buttons.
const WORDS: Type = Type { font: Font::new(13.0, 500), line: 20.0 };

/// How much a button calls for attention.
#[derive(Clone, Copy, PartialEq)]
enum Look {
    /// Nothing but its word while nothing happens.
    Bare,
    /// An outline.
    Quiet,
    /// Filled.
    Primary,
}

/// A push button with a word and perhaps an icon.
#[must_use = "add it to a panel"]
pub struct Button<'a> {
    words: &'a str,
    icon: Option<Icon>,
    trailing: Option<Icon>,
    look: Look,
    selected: bool,
    /// Whether it goes on and off.
    toggles: bool,
    enabled: bool,
    width: Option<f32>,
}

impl<'a> Button<'a> {
    /// A quiet button.
    pub fn new(words: &'a str) -> Self {
        Self {
            words,
            icon: None,
            trailing: None,
            look: Look::Quiet,
            selected: false,
            toggles: false,
            enabled: true,
            width: None,
        }
    }

    /// The one action that matters most.
    pub fn primary(mut self) -> Self {
        self.look = Look::Primary;
        self
    }

    /// No outline while nothing happens.
    pub fn bare(mut self) -> Self {
        self.look = Look::Bare;
        self
    }

    /// Icon before the word.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Icon after the word.
    pub fn trailing(mut self, icon: Icon) -> Self {
        self.trailing = Some(icon);
        self
    }

    /// Shown as chosen.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// Goes on and off, and is on or not.
    pub fn toggles(mut self, on: bool) -> Self {
        (self.toggles, self.selected) = (true, on);
        self
    }

    /// Whether it can be pressed.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// A width of its own, in points.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Adds the button.
    pub fn show(self, ui: &mut Ui) -> Response {
        let tokens = theme::tokens(ui.ctx());
        let ink = match (self.enabled, self.look) {
            (false, _) => tokens.text3,
            (true, Look::Primary) => tokens.on_accent,
            (true, _) => tokens.text,
        };
        let role = if self.look == Look::Primary { BODY_STRONG } else { WORDS };
        let icons = [self.icon, self.trailing].iter().flatten().count() as f32 * (SIZE + 6.0);
        let room = self.width.unwrap_or(f32::INFINITY) - 24.0 - icons;
        let galley = theme::line(ui.ctx(), self.words, role, ink, room);
        let width = self.width.unwrap_or((galley.size().x + icons + 24.0).round());
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), sense);
        response.widget_info(|| {
            if self.toggles {
                WidgetInfo::selected(Role::Button, self.enabled, self.selected, self.words)
            } else {
                WidgetInfo::labeled(Role::Button, self.enabled, self.words)
            }
        });
        if ui.is_rect_visible(rect) {
            self.paint_ground(ui, tokens, &response);
            let painter = ui.painter();
            let content = galley.size().x + icons;
            let mut x = (rect.center().x - content / 2.0).max(rect.left() + 8.0);
            if let Some(icon) = self.icon {
                icon.paint(painter, egui::pos2((x + SIZE / 2.0).round(), rect.center().y), theme::color(ink));
                x += SIZE + 6.0;
            }
            let y = rect.center().y - galley.size().y / 2.0;
            let end = x + galley.size().x + 6.0 + SIZE / 2.0;
            painter.galley(egui::pos2(x, y), galley, theme::color(ink));
            if let Some(icon) = self.trailing {
                icon.paint(painter, egui::pos2(end.round(), rect.center().y), theme::color(tokens.text2));
            }
            theme::focus_ring(painter, tokens, &response, rect, radius::BUTTON, 2.0);
        }
        response
    }

    /// Fill and outline.
    fn paint_ground(&self, ui: &Ui, tokens: &Tokens, response: &Response) {
        let hover = theme::hover(response);
        let down = response.is_pointer_button_down_on();
        let rect = response.rect;
        let painter = ui.painter();
        if self.look == Look::Primary {
            let fill = match (self.enabled, down) {
                (false, _) => theme::color(tokens.raised),
                (true, true) => theme::deepen(tokens, tokens.accent, 0.16),
                (true, false) => theme::deepen(tokens, tokens.accent, 0.08 * hover),
            };
            painter.rect_filled(rect, radius::BUTTON, fill);
            return;
        }
        let ground = if self.selected { tokens.accent_bg } else { tokens.panel };
        let fill = if down { theme::color(tokens.line) } else { theme::mix(ground, tokens.raised, hover) };
        let framed = self.look == Look::Quiet;
        if framed || self.selected || hover > 0.0 || down {
            painter.rect_filled(rect, radius::BUTTON, fill);
        }
        if framed && self.enabled {
            let outline = if self.selected { tokens.accent } else { tokens.line };
            painter.rect_stroke(rect, radius::BUTTON, (1.0, theme::color(outline)), StrokeKind::Inside);
        }
    }
}

/// A button of an icon alone, 28 by 28 points; `name` is its tooltip and its accessible name.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str, enabled: bool) -> Response {
    let tokens = theme::tokens(ui.ctx());
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(HEIGHT), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    if ui.is_rect_visible(rect) {
        let down = response.is_pointer_button_down_on();
        let hover = if enabled { theme::hover(&response) } else { 0.0 };
        let painter = ui.painter();
        if down {
            painter.rect_filled(rect, radius::BUTTON, theme::color(tokens.line));
        } else if hover > 0.0 {
            painter.rect_filled(rect, radius::BUTTON, theme::color(tokens.raised).gamma_multiply(hover));
        }
        let ink = if enabled {
            theme::mix(tokens.text2, tokens.text, hover)
        } else {
            theme::mix(tokens.text3, tokens.panel, 0.5)
        };
        icon.paint(painter, Align2::CENTER_CENTER.pos_in_rect(&rect), ink);
        theme::focus_ring(painter, tokens, &response, rect, radius::BUTTON, 0.0);
    }
    response.on_hover_text(name)
}
