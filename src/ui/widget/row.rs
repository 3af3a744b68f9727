//! A row of a list: symbol, label, and something short at its right end; the whole row is one target.

use std::hash::Hash;

use egui::{Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::scene::Font;
use crate::story::Symbol;
use crate::style::{BODY, BODY_STRONG, Role as Type, Tokens, radius};
use crate::ui::icon::{Icon, SIZE};
use crate::ui::theme;
use crate::world::Confidence;

use super::{paint_confidence, paint_symbol};

/// Height of a row of one line, in points.
pub const HEIGHT: f32 = 26.0;

/// What stands at the right end.
const TRAILING: Type = Type { font: Font::new(12.0, 400), line: 20.0 };

/// The same in a selected row.
const TRAILING_STRONG: Type = Type { font: Font::new(12.0, 600), line: 20.0 };

/// A second line below the label.
const DETAIL: Type = Type { font: Font::new(11.5, 400), line: 16.0 };

/// What a row shows in front.
#[derive(Clone, Copy)]
enum Front {
    Nothing,
    Symbol(Symbol),
    Icon(Icon),
    Indent,
}

/// A row of a list.
#[must_use = "add it to a panel"]
pub struct Row<'a> {
    label: &'a str,
    front: Front,
    note: &'a str,
    trailing: &'a str,
    detail: &'a str,
    confidence: Option<(Confidence, &'a str)>,
    selected: bool,
    enabled: bool,
    quiet: bool,
    role: Role,
    salt: Option<u64>,
    width: Option<f32>,
}

impl<'a> Row<'a> {
    /// A row with a label.
    pub fn new(label: &'a str) -> Self {
        Self {
            label,
            front: Front::Nothing,
            note: "",
            trailing: "",
            detail: "",
            confidence: None,
            selected: false,
            enabled: true,
            quiet: false,
            role: Role::Button,
            salt: None,
            width: None,
        }
    }

    /// A symbol in front.
    pub fn symbol(mut self, symbol: Symbol) -> Self {
        self.front = Front::Symbol(symbol);
        self
    }

    /// An icon in front.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.front = Front::Icon(icon);
        self
    }

    /// Nothing in front, but the label in line with rows that have a symbol.
    pub fn indent(mut self) -> Self {
        self.front = Front::Indent;
        self
    }

    /// Quiet words after the label: what an abbreviation stands for.
    pub fn note(mut self, note: &'a str) -> Self {
        self.note = note;
        self
    }

    /// A code, a place or a date at the right end.
    pub fn trailing(mut self, trailing: &'a str) -> Self {
        self.trailing = trailing;
        self
    }

    /// A second line in smaller letters.
    pub fn detail(mut self, detail: &'a str) -> Self {
        self.detail = detail;
        self
    }

    /// The mark of confidence at the right end, and its word.
    pub fn confidence(mut self, confidence: Confidence, word: &'a str) -> Self {
        self.confidence = Some((confidence, word));
        self
    }

    /// Whether it is the one that is shown elsewhere.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// Whether it leads anywhere; otherwise it only says something.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Less weight than its neighbours: "39 more".
    pub fn quiet(mut self) -> Self {
        self.quiet = true;
        self
    }

    /// What it is to a screen reader; a button unless told.
    pub fn role(mut self, role: Role) -> Self {
        self.role = role;
        self
    }

    /// Keeps its identity when rows before it come and go.
    pub fn salt(mut self, salt: impl Hash) -> Self {
        self.salt = Some(egui::util::hash(salt));
        self
    }

    /// A width of its own, in points; otherwise all there is.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Adds the row.
    pub fn show(self, ui: &mut Ui) -> Response {
        let tokens = theme::tokens(ui.ctx());
        let height = if self.detail.is_empty() { HEIGHT } else { HEIGHT + 16.0 };
        let size = vec2(self.width.unwrap_or_else(|| ui.available_width()), height);
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let (auto, rect) = ui.allocate_space(size);
        let id = self.salt.map_or(auto, |salt| ui.scope_id().with(("row", salt)));
        let response = ui.interact(rect, id, sense);
        response.widget_info(|| WidgetInfo::labeled(self.role, self.enabled, self.label));
        self.describe(ui, &response);
        if ui.is_rect_visible(rect) {
            self.paint_ground(ui, tokens, &response);
            let cut = self.paint_words(ui, tokens, rect);
            theme::focus_ring(ui.painter(), tokens, &response, rect, radius::ROW, -0.5);
            if cut {
                let words =
                    [self.label, self.note].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(", ");
                return response.on_hover_text(words);
            }
        }
        response
    }

    /// Tells a screen reader what stands beside the label.
    fn describe(&self, ui: &Ui, response: &Response) {
        let word = self.confidence.map_or("", |(_, word)| word);
        let parts: Vec<&str> =
            [self.note, self.trailing, self.detail, word].into_iter().filter(|p| !p.is_empty()).collect();
        ui.ctx().accesskit_node_builder(response.id, |node| {
            if !parts.is_empty() {
                node.set_description(parts.join(", "));
            }
            if self.selected {
                node.set_selected(true);
            }
        });
    }

    /// Ground of a hovered or selected row.
    fn paint_ground(&self, ui: &Ui, tokens: &Tokens, response: &Response) {
        let rect = response.rect;
        let painter = ui.painter();
        let hover = if self.enabled { theme::hover(response) } else { 0.0 };
        if self.selected {
            painter.rect_filled(rect, radius::ROW, theme::color(tokens.accent));
            let mut inner = rect;
            inner.min.x += 2.0;
            let mut corner = theme::corner(radius::ROW);
            (corner.nw, corner.sw) = (3, 3);
            painter.rect_filled(inner, corner, theme::color(tokens.accent_bg));
        } else if response.is_pointer_button_down_on() && self.enabled {
            painter.rect_filled(rect, radius::ROW, theme::color(tokens.line));
        } else if hover > 0.0 {
            painter.rect_filled(rect, radius::ROW, theme::color(tokens.raised).gamma_multiply(hover));
        }
    }

    /// Symbol and words; tells whether the label had to be cut.
    fn paint_words(&self, ui: &Ui, tokens: &Tokens, rect: Rect) -> bool {
        let painter = ui.painter();
        let middle = rect.top() + HEIGHT / 2.0;
        let front = Rect::from_center_size(pos2(rect.left() + 8.0 + SIZE / 2.0, middle), Vec2::splat(SIZE));
        let mut left = rect.left() + 30.0;
        match self.front {
            Front::Nothing => left = rect.left() + 8.0,
            Front::Symbol(symbol) => paint_symbol(painter, tokens, front, symbol),
            Front::Icon(icon) => icon.paint(painter, front.center(), theme::color(tokens.text2)),
            Front::Indent => {}
        }
        let mut right = rect.right() - 8.0;
        if let Some((confidence, _)) = self.confidence {
            paint_confidence(painter, tokens, pos2(right - 6.0, middle), confidence);
            right -= 20.0;
        }
        if !self.trailing.is_empty() {
            let (role, ink) = if self.selected { (TRAILING_STRONG, tokens.text2) } else { (TRAILING, tokens.text3) };
            let galley = theme::line(ui.ctx(), self.trailing, role, ink, (rect.width() * 0.45).max(48.0));
            right -= galley.size().x;
            painter.galley(pos2(right, middle - galley.size().y / 2.0), galley, theme::color(ink));
            right -= 8.0;
        }
        let role = if self.selected { BODY_STRONG } else { BODY };
        let ink = match (self.enabled, self.quiet) {
            (false, _) => tokens.text3,
            (true, true) => tokens.text2,
            (true, false) => tokens.text,
        };
        let galley = theme::line(ui.ctx(), self.label, role, ink, right - left);
        let mut cut = galley.elided;
        let end = left + galley.size().x + 6.0;
        painter.galley(pos2(left, middle - galley.size().y / 2.0), galley, theme::color(ink));
        if !self.note.is_empty() && right - end > 24.0 {
            let galley = theme::line(ui.ctx(), self.note, TRAILING, tokens.text2, right - end);
            cut |= galley.elided;
            painter.galley(pos2(end, middle - galley.size().y / 2.0), galley, theme::color(tokens.text2));
        }
        if !self.detail.is_empty() {
            let galley = theme::line(ui.ctx(), self.detail, DETAIL, tokens.text2, rect.right() - 8.0 - left);
            painter.galley(pos2(left, rect.top() + HEIGHT - 4.0), galley, theme::color(tokens.text2));
        }
        cut
    }
}
