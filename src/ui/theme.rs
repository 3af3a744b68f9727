//! The design tokens in the hands of egui: colours, the type scale, spacing and focus rings.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Color32, Context, CornerRadius, FontFamily, FontId, Galley, Id, Margin, Painter, Rect, Response, Shadow, Stroke,
    StrokeKind, Style, TextStyle, Ui, Visuals, style,
};

use crate::scene::Color;
use crate::style::{BODY, NOTE, Role, Theme, Tokens, radius};

/// Seconds that a change under the pointer takes.
pub const HOVER: f32 = 0.08;
/// Seconds that a panel takes to slide.
pub const PANEL: f32 = 0.14;

/// Where the tokens in force are kept.
fn slot() -> Id {
    Id::unique("ots tokens")
}

/// Gives egui the colours, measures and movements of a theme; cheap when nothing changed.
pub fn install(ctx: &Context, tokens: &'static Tokens, reduced_motion: bool) {
    let installed: Option<(bool, bool)> = ctx.data(|data| data.get_temp(slot()));
    if installed == Some((tokens.dark, reduced_motion)) {
        return;
    }
    ctx.data_mut(|data| data.insert_temp(slot(), (tokens.dark, reduced_motion)));
    let kind = if tokens.dark { egui::Theme::Dark } else { egui::Theme::Light };
    ctx.set_theme(kind);
    ctx.set_style_of(kind, style(tokens, reduced_motion));
}

/// The tokens in force.
#[must_use]
pub fn tokens(ctx: &Context) -> &'static Tokens {
    let dark = ctx.data(|data| data.get_temp::<(bool, bool)>(slot())).is_some_and(|(dark, _)| dark);
    if dark { Theme::Dark.tokens() } else { Theme::Light.tokens() }
}

/// Whether movements are skipped.
#[must_use]
pub fn reduced_motion(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp::<(bool, bool)>(slot())).is_some_and(|(_, reduced)| reduced)
}

/// A colour of the tokens for egui.
#[must_use]
pub fn color(color: Color) -> Color32 {
    Color32::from_rgba_unmultiplied(color.r, color.g, color.b, color.a)
}

/// Between two colours; 0 is the first.
#[must_use]
pub fn mix(from: Color, to: Color, part: f32) -> Color32 {
    color(from).lerp_to_gamma(color(to), part)
}

/// A colour as much darker (in the dark theme lighter) as a part of 1 says.
#[must_use]
pub fn deepen(tokens: &Tokens, base: Color, part: f32) -> Color32 {
    let end = if tokens.dark { Color32::WHITE } else { Color32::BLACK };
    color(base).lerp_to_gamma(end, part)
}

/// How letters of a role look.
#[must_use]
pub fn format(role: Role, ink: Color32) -> TextFormat {
    let font = role.font;
    let family = match (font.italic, font.tabular) {
        (true, _) => FontFamily::Name("Inter Italic".into()),
        (false, true) => FontFamily::Name("Inter Tabular".into()),
        (false, false) => FontFamily::Proportional,
    };
    let mut format = TextFormat {
        font_id: FontId::new(font.size, family),
        extra_letter_spacing: font.tracking,
        line_height: Some(role.line),
        color: ink,
        ..TextFormat::default()
    };
    format.coords.push(*b"wght", f32::from(font.weight));
    format.coords.push(*b"opsz", 14.0);
    format
}

/// Text of a role as a layout job that wraps where its place ends.
#[must_use]
pub fn text(words: impl Into<String>, role: Role, ink: Color) -> LayoutJob {
    LayoutJob::single_section(words.into(), format(role, color(ink)))
}

/// Lays text out on one line no wider than `width`; what does not fit ends in an ellipsis.
#[must_use]
pub fn line(ctx: &Context, words: impl Into<String>, role: Role, ink: Color, width: f32) -> Arc<Galley> {
    let mut job = text(words, role, ink);
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    ctx.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Lays text out over as many lines as it needs.
#[must_use]
pub fn lines(ctx: &Context, words: impl Into<String>, role: Role, ink: Color, width: f32) -> Arc<Galley> {
    let mut job = text(words, role, ink);
    job.wrap.max_width = width.max(0.0);
    ctx.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Adds a text of a role to the panel.
pub fn label(ui: &mut Ui, words: impl Into<String>, role: Role, ink: Color) -> Response {
    ui.add(egui::Label::new(text(words, role, ink)).selectable(false))
}

/// The ring around what the keyboard is on, `offset` points outside of its rectangle; negative lies inside.
pub fn focus_ring(painter: &Painter, tokens: &Tokens, response: &Response, rect: Rect, corner: f32, offset: f32) {
    if response.has_focus() {
        let rect = rect.expand(offset);
        let kind = if offset < 0.0 { StrokeKind::Inside } else { StrokeKind::Outside };
        painter.rect_stroke(rect, (corner + offset).max(0.0), Stroke::new(2.0, color(tokens.focus)), kind);
    }
}

/// How far the pointer is over something, 0 to 1, moving in the time of [`HOVER`].
#[must_use]
pub fn hover(response: &Response) -> f32 {
    let on = response.hovered() && response.enabled();
    let time = if reduced_motion(&response.ctx) { 0.0 } else { HOVER };
    response.ctx.animate_bool_with_time(response.id.with("hover"), on, time)
}

/// A shadow of the one colour that all shadows have, at a part of its strength.
fn shadow(offset: i8, blur: u8, part: f32) -> Shadow {
    Shadow { offset: [0, offset], blur, spread: 0, color: Color32::BLACK.gamma_multiply(part) }
}

/// What floats a little: the zoom buttons.
#[must_use]
pub fn float_shadow() -> Shadow {
    shadow(2, 8, 0.08)
}

/// What lies on top: popups and dialogs.
#[must_use]
pub fn popup_shadow() -> Shadow {
    shadow(4, 16, 0.14)
}

/// A radius for egui.
#[must_use]
pub fn corner(points: f32) -> CornerRadius {
    CornerRadius::same(points as u8)
}

/// Everything that egui draws by itself, in the terms of the tokens.
fn style(tokens: &Tokens, reduced_motion: bool) -> Style {
    let font = |size: f32| FontId::new(size, FontFamily::Proportional);
    let mut style = Style {
        text_styles: BTreeMap::from([
            (TextStyle::Small, font(NOTE.font.size)),
            (TextStyle::Body, font(BODY.font.size)),
            (TextStyle::Button, font(BODY.font.size)),
            (TextStyle::Heading, font(20.0)),
            (TextStyle::Monospace, font(BODY.font.size)),
        ]),
        animation_time: if reduced_motion { 0.0 } else { PANEL },
        explanation_tooltips: false,
        visuals: visuals(tokens),
        ..Style::default()
    };
    if reduced_motion {
        style.scroll_animation = style::ScrollAnimation::none();
    }
    style.interaction.tooltip_delay = 0.3;
    style.interaction.selectable_labels = false;
    style.spacing = style::Spacing {
        item_spacing: egui::vec2(8.0, 4.0),
        window_margin: Margin::same(16),
        menu_margin: Margin::symmetric(10, 8),
        button_padding: egui::vec2(12.0, 4.0),
        interact_size: egui::vec2(28.0, 28.0),
        text_edit_width: 240.0,
        // What lies on top may be as high as the window; its own lists scroll.
        default_area_size: egui::vec2(600.0, 4000.0),
        tooltip_width: 320.0,
        scroll: style::ScrollStyle {
            floating: true,
            bar_width: 8.0,
            handle_min_length: 24.0,
            floating_width: 3.0,
            bar_outer_margin: 2.0,
            bar_inner_margin: 0.0,
            foreground_color: true,
            dormant_handle_opacity: 0.0,
            active_handle_opacity: 0.35,
            interact_handle_opacity: 0.6,
            active_background_opacity: 0.0,
            interact_background_opacity: 0.0,
            ..style::ScrollStyle::floating()
        },
        ..style::Spacing::default()
    };
    style.spacing.scroll.fade.strength = 0.0;
    style
}

/// Colours of egui's own parts: text fields, tooltips, selections, scroll bars.
fn visuals(tokens: &Tokens) -> Visuals {
    let base = if tokens.dark { Visuals::dark() } else { Visuals::light() };
    let mut visuals = Visuals {
        override_text_color: None,
        weak_text_color: Some(color(tokens.text3)),
        hyperlink_color: color(tokens.accent),
        faint_bg_color: color(tokens.raised),
        extreme_bg_color: color(tokens.panel),
        text_edit_bg_color: Some(color(tokens.panel)),
        code_bg_color: color(tokens.raised),
        warn_fg_color: color(tokens.warn),
        error_fg_color: color(tokens.err),
        window_corner_radius: corner(radius::CARD),
        window_shadow: popup_shadow(),
        window_fill: color(tokens.panel),
        window_stroke: Stroke::new(1.0, color(tokens.line)),
        menu_corner_radius: corner(radius::CARD),
        panel_fill: color(tokens.panel),
        popup_shadow: popup_shadow(),
        interact_cursor: None,
        button_frame: false,
        ..base
    };
    visuals.selection.bg_fill = color(tokens.accent).gamma_multiply(0.28);
    visuals.selection.stroke = Stroke::new(1.0, color(tokens.text));
    visuals.text_cursor.stroke = Stroke::new(1.5, color(tokens.accent));
    let widget = |fill: Color, outline: Color, ink: Color| style::WidgetVisuals {
        bg_fill: color(fill),
        weak_bg_fill: color(fill),
        bg_stroke: Stroke::new(1.0, color(outline)),
        corner_radius: corner(radius::BUTTON),
        fg_stroke: Stroke::new(1.4, color(ink)),
        expansion: 0.0,
    };
    visuals.widgets = style::Widgets {
        noninteractive: widget(tokens.panel, tokens.line, tokens.text),
        inactive: widget(tokens.panel, tokens.line, tokens.text),
        hovered: widget(tokens.raised, tokens.line, tokens.text),
        active: widget(tokens.line, tokens.line, tokens.text),
        open: widget(tokens.raised, tokens.line, tokens.text),
    };
    visuals
}
