//! The signs in front of rows, drawn as the map draws what they stand for.

use egui::{Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::lang::Lang;
use crate::scene::Color;
use crate::story::Symbol;
use crate::style::{Tokens, radius};
use crate::ui::icon::Icon;
use crate::ui::theme;
use crate::world::SegmentStatus;

/// Adds a sign of 16 by 16 points; `word` is its tooltip and its accessible name.
pub fn swatch(ui: &mut Ui, symbol: Symbol, word: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(16.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, word));
    paint_symbol(ui.painter(), theme::tokens(ui.ctx()), rect, symbol);
    response.on_hover_text(word)
}

/// The word for a sign.
#[must_use]
pub fn symbol_word(lang: &Lang, symbol: Symbol) -> String {
    let key = match symbol {
        Symbol::Member => "ui-symbol-member",
        Symbol::Observer => "ui-symbol-observer",
        Symbol::ObserverEntity => "ui-symbol-entity",
        Symbol::Organisation => "ui-symbol-organisation",
        Symbol::Participant => "ui-symbol-participant",
        Symbol::Nothing => "ui-symbol-nothing",
        Symbol::Institution => "ui-symbol-institution",
        Symbol::Rail(_) => "ui-symbol-rail",
        Symbol::Road(_) => "ui-symbol-road",
        Symbol::Sea(_) => "ui-symbol-sea",
        Symbol::Corridor => "ui-symbol-corridor",
        Symbol::Port => "ui-symbol-port",
        Symbol::Node => "ui-symbol-node",
        Symbol::GaugeBreak => "ui-symbol-gauge-break",
        Symbol::Event => "ui-symbol-event",
        Symbol::Measure => "ui-symbol-measure",
        Symbol::Source => "ui-symbol-source",
    };
    lang.text(key)
}

/// Paints a sign into a square of 16 points, or into a wider rectangle for a longer sample of a line.
pub fn paint_symbol(painter: &Painter, tokens: &Tokens, rect: Rect, symbol: Symbol) {
    let center = rect.center();
    let square = Rect::from_center_size(center, Vec2::splat(12.5));
    let ink = |color: Color| theme::color(color);
    match symbol {
        Symbol::Member => {
            painter.rect_filled(square, radius::SWATCH, ink(tokens.member));
            outline(painter, square, tokens.member_line);
        }
        Symbol::Observer => {
            painter.rect_filled(square, radius::SWATCH, ink(tokens.obs));
            hatch(painter, square.shrink(0.8), 3.6, 1.3, true, tokens.obs_hatch);
            outline(painter, square, tokens.member_line);
        }
        Symbol::ObserverEntity => hatch(painter, square, 3.0, 1.5, false, tokens.member_line),
        Symbol::Organisation => {
            painter.circle(center, 6.0, ink(tokens.obs), Stroke::new(1.2, ink(tokens.member_line)));
            painter.circle_filled(center, 2.0, ink(tokens.member_line));
        }
        Symbol::Participant => {
            outline(painter, square, tokens.ctl);
            painter.circle_filled(center, 2.0, ink(tokens.text2));
        }
        Symbol::Nothing => {
            painter.hline(center.x - 3.0..=center.x + 3.0, center.y.round() + 0.5, (1.2, ink(tokens.text3)));
        }
        Symbol::Institution => diamond(painter, center, 5.6, tokens.panel, tokens.seat),
        Symbol::Rail(status) => line(painter, tokens, rect, status, Kind::Rail),
        Symbol::Road(status) => line(painter, tokens, rect, status, Kind::Road),
        Symbol::Sea(status) => line(painter, tokens, rect, status, Kind::Sea),
        Symbol::Corridor => line(painter, tokens, rect, SegmentStatus::Operational, Kind::Rail),
        Symbol::Port => {
            let outer = Rect::from_center_size(center, Vec2::splat(8.6));
            painter.rect_filled(outer, 1.0, ink(tokens.casing));
            painter.rect_stroke(outer, 1.0, (1.6, ink(tokens.cor)), StrokeKind::Inside);
            painter.rect_filled(Rect::from_center_size(center, Vec2::splat(2.6)), 0.0, ink(tokens.cor));
        }
        Symbol::Node => {
            painter.circle(center, 3.4, ink(tokens.casing), Stroke::new(1.6, ink(tokens.cor)));
        }
        Symbol::GaugeBreak => plate(painter, center, tokens),
        Symbol::Event => {
            painter.circle(center, 4.0, ink(tokens.panel), Stroke::new(1.6, ink(tokens.accent)));
        }
        Symbol::Measure => Icon::Stamp.paint(painter, center, ink(tokens.text2)),
        Symbol::Source => Icon::Document.paint(painter, center, ink(tokens.text2)),
    }
}

/// Outline of a swatch.
fn outline(painter: &Painter, rect: Rect, color: Color) {
    painter.rect_stroke(rect, radius::SWATCH, (1.2, theme::color(color)), StrokeKind::Middle);
}

/// A diamond that reaches so far from its middle.
fn diamond(painter: &Painter, center: Pos2, reach: f32, fill: Color, stroke: Color) {
    let corners = [vec2(0.0, -reach), vec2(reach, 0.0), vec2(0.0, reach), vec2(-reach, 0.0)];
    let points = corners.map(|corner| center + corner).to_vec();
    painter.add(Shape::convex_polygon(points, theme::color(fill), Stroke::new(1.4, theme::color(stroke))));
}

/// Slanted lines inside a square: rising to the right, or falling.
fn hatch(painter: &Painter, rect: Rect, pitch: f32, width: f32, rising: bool, color: Color) {
    let stroke = Stroke::new(width, theme::color(color));
    let step = pitch * std::f32::consts::SQRT_2;
    let side = rect.width();
    let count = (2.0 * side / step).floor() as i32;
    let first = (2.0 * side - step * count as f32) / 2.0;
    for at in 0..=count {
        // The line on which the distances from the two edges add up to this.
        let sum = first + step * at as f32;
        let (near, far) = ((sum - side).max(0.0), sum.min(side));
        if far - near < 1.0 {
            continue;
        }
        let place = |x: f32| {
            let y = sum - x;
            pos2(rect.left() + x, if rising { rect.top() + y } else { rect.bottom() - y })
        };
        painter.line_segment([place(near), place(far)], stroke);
    }
}

/// What a line is of.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Rail,
    Road,
    Sea,
}

/// A sample of a line, as wide as its place.
fn line(painter: &Painter, tokens: &Tokens, rect: Rect, status: SegmentStatus, kind: Kind) {
    let suspended = status == SegmentStatus::Suspended;
    let ink = theme::color(if suspended { tokens.idle } else { tokens.cor });
    let (width, core) = match kind {
        Kind::Rail => (if suspended { 1.2 } else { 1.8 }, 0.0),
        Kind::Road => (3.0, 1.1),
        Kind::Sea => (3.8, 1.8),
    };
    let y = rect.center().y;
    let ends = [pos2(rect.left(), y), pos2(rect.right(), y)];
    let (dash, gap) = match status {
        SegmentStatus::Operational => (0.0, 0.0),
        SegmentStatus::UnderConstruction => (4.0, 2.0),
        SegmentStatus::Planned => (1.6, 2.0),
        SegmentStatus::Suspended => (2.0, 2.67),
    };
    let draw = |width: f32, ink: egui::Color32| {
        let stroke = Stroke::new(width, ink);
        if dash == 0.0 {
            painter.line_segment(ends, stroke);
        } else {
            painter.extend(Shape::dashed_line(&ends, stroke, dash, gap));
        }
    };
    draw(width, ink);
    if core > 0.0 {
        draw(core, theme::color(tokens.casing));
    }
}

/// The plate of a break of gauge: two arrowheads that meet.
fn plate(painter: &Painter, center: Pos2, tokens: &Tokens) {
    let rect = Rect::from_center_size(center, vec2(15.0, 11.0));
    let ink = theme::color(tokens.seat);
    painter.rect_filled(rect, 2.0, theme::color(tokens.casing));
    painter.rect_stroke(rect, 2.0, (1.2, ink), StrokeKind::Inside);
    for side in [-1.0, 1.0] {
        let tip = center + vec2(side * 0.9, 0.0);
        let back = center.x + side * 4.4;
        let points = vec![tip, pos2(back, center.y - 2.6), pos2(back, center.y + 2.6)];
        painter.add(Shape::convex_polygon(points, ink, Stroke::NONE));
    }
}
