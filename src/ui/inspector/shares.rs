//! Lengths divided by status or by basis, as bars over one common scale.

use egui::{Painter, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::page::{self, Page};
use crate::story::{Share, ShareKind};
use crate::style::{NOTE, Tokens, radius};
use crate::ui::theme::{self, color};
use crate::world::{LengthBasis, Service, Status};

/// Height of a bar.
const BAR: f32 = 10.0;

/// Space between two parts.
const GAP: f32 = 2.0;

/// Least width of a part that is not nothing.
const LEAST: f32 = 3.0;

/// Side of a key beside a label.
const KEY: f32 = 8.0;

/// Shows the bars.
pub fn show(ui: &mut Ui, page: &mut Page<'_>, title: &str, trailing: &str, bars: &[Vec<Share>]) {
    page::heading(ui, page, title, trailing);
    let whole = bars.iter().map(|bar| total(bar)).fold(0.0, f64::max);
    let mut first = true;
    for bar in bars.iter().filter(|bar| !bar.is_empty()) {
        if !first {
            ui.add_space(8.0);
        }
        first = false;
        show_bar(ui, page, bar, whole);
        labels(ui, page, bar);
    }
}

/// Length of a bar in kilometres.
fn total(bar: &[Share]) -> f64 {
    bar.iter().map(|share| share.km.max(0.0)).filter(|km| km.is_finite()).sum()
}

/// Where the parts of a bar lie; every part that is not nothing is seen.
fn parts(bar: &[Share], whole: f64, rect: Rect) -> Vec<Rect> {
    let gaps = GAP * bar.len().saturating_sub(1) as f32;
    let room = f64::from((rect.width() - gaps).max(0.0));
    let mut x = rect.left();
    let mut places = Vec::new();
    for share in bar {
        let part = if whole > 0.0 { (share.km.max(0.0) / whole * room) as f32 } else { 0.0 };
        let width = part.max(LEAST).min((rect.right() - x).max(0.0));
        places.push(Rect::from_min_size(pos2(x, rect.top()), vec2(width, rect.height())));
        x += width + GAP;
    }
    // What the least widths took too much is given back by the widest part.
    let over = x - GAP - rect.right();
    if over > 0.0
        && let Some(widest) = (0..places.len()).max_by(|a, b| places[*a].width().total_cmp(&places[*b].width()))
    {
        places[widest].max.x -= over;
        for place in places.iter_mut().skip(widest + 1) {
            *place = place.translate(vec2(-over, 0.0));
        }
    }
    places
}

/// Shows one bar.
fn show_bar(ui: &mut Ui, page: &Page<'_>, bar: &[Share], whole: f64) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::hover());
    let words: Vec<&str> = bar.iter().map(|share| share.label.as_str()).collect();
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, words.join(", ")));
    for ((place, share), number) in parts(bar, whole, rect).into_iter().zip(bar).zip(0..) {
        paint(ui.painter(), page.model.tokens, place, share.kind);
        let part = ui.interact(place.expand2(vec2(0.0, 4.0)), response.id.with(number), Sense::hover());
        part.on_hover_text(&share.label);
    }
    ui.add_space(4.0);
}

/// Paints a part of a bar, or a key: status by pattern, basis by fill or outline.
fn paint(painter: &Painter, t: &Tokens, rect: Rect, kind: ShareKind) {
    let corner = radius::SWATCH;
    let hollow = |ink| painter.rect_stroke(rect, corner, Stroke::new(1.2, color(ink)), StrokeKind::Inside);
    match kind {
        ShareKind::Status(Service::Operational) | ShareKind::Rail => {
            painter.rect_filled(rect, corner, color(t.cor));
        }
        ShareKind::Status(Service::Assumed) => {
            hollow(t.cor);
        }
        ShareKind::Status(Service::UnderConstruction) => blocks(painter, rect, 5.0, 3.0, color(t.cor)),
        ShareKind::Status(Service::Planned) => blocks(painter, rect, 1.5, 3.0, color(t.cor)),
        ShareKind::Status(Service::Suspended) => blocks(painter, rect, 2.0, 4.0, color(t.idle)),
        ShareKind::Standing(None) => {}
        ShareKind::Standing(Some(Status::Member { .. })) => {
            painter.rect_filled(rect, corner, color(t.member_sel));
        }
        ShareKind::Standing(Some(_)) => {
            painter.rect_filled(rect, corner, color(t.obs));
            painter.rect_stroke(rect, corner, Stroke::new(1.2, color(t.obs_hatch)), StrokeKind::Inside);
        }
        ShareKind::Sea | ShareKind::Road => {
            painter.rect_filled(rect, corner, color(t.cor));
            let core = if kind == ShareKind::Sea { 6.0 } else { 3.5 };
            let inner =
                Rect::from_center_size(rect.center(), vec2((rect.width() - 2.0).max(0.0), core * rect.height() / BAR));
            painter.rect_filled(inner, 0.0, color(t.casing));
        }
        ShareKind::Basis(LengthBasis::Official | LengthBasis::Published) => {
            painter.rect_filled(rect, corner, color(t.g1520));
        }
        ShareKind::Basis(LengthBasis::Derived) => {
            painter.rect_filled(rect, corner, color(t.g1435));
        }
        ShareKind::Basis(LengthBasis::Computed) => {
            hollow(t.g1520);
        }
        ShareKind::Basis(LengthBasis::Memory) => {
            blocks(painter, Rect::from_min_size(rect.min, vec2(rect.width(), 1.2)), 3.0, 2.0, color(t.g1520));
            blocks(
                painter,
                Rect::from_min_max(pos2(rect.left(), rect.bottom() - 1.2), rect.max),
                3.0,
                2.0,
                color(t.g1520),
            );
        }
    }
}

/// Blocks with gaps over a rectangle.
fn blocks(painter: &Painter, rect: Rect, on: f32, off: f32, ink: egui::Color32) {
    let mut x = rect.left();
    while x < rect.right() - 0.5 {
        let end = (x + on).min(rect.right());
        painter.rect_filled(Rect::from_min_max(pos2(x, rect.top()), pos2(end, rect.bottom())), 0.0, ink);
        x += on + off;
    }
}

/// The labels: at the two ends where they fit, else one after another with keys.
fn labels(ui: &mut Ui, page: &Page<'_>, bar: &[Share]) {
    let t = page.model.tokens;
    let width = ui.available_width();
    let galleys: Vec<_> =
        bar.iter().map(|share| theme::line(ui.ctx(), share.label.as_str(), NOTE, t.text2, width - KEY - 6.0)).collect();
    let needed: f32 = galleys.iter().map(|galley| galley.size().x).sum();
    if let [only] = galleys.as_slice() {
        let (_, rect) = ui.allocate_space(vec2(width, NOTE.line));
        ui.painter().galley(rect.min, only.clone(), color(t.text2));
        return;
    }
    if let [left, right] = galleys.as_slice()
        && needed + 12.0 <= width
    {
        let (_, rect) = ui.allocate_space(vec2(width, NOTE.line));
        ui.painter().galley(rect.min, left.clone(), color(t.text2));
        ui.painter().galley(pos2(rect.right() - right.size().x, rect.top()), right.clone(), color(t.text2));
        return;
    }
    let mut places = Vec::new();
    let (mut x, mut y) = (0.0, 0.0);
    for galley in &galleys {
        let need = KEY + 6.0 + galley.size().x;
        if x > 0.0 && x + need > width {
            (x, y) = (0.0, y + NOTE.line);
        }
        places.push(vec2(x, y));
        x += need + 12.0;
    }
    let (_, rect) = ui.allocate_space(vec2(width, y + NOTE.line));
    for ((place, galley), share) in places.into_iter().zip(galleys).zip(bar) {
        let at = rect.min + place;
        let key = Rect::from_min_size(at + vec2(0.0, (NOTE.line - KEY) / 2.0), vec2(KEY, KEY));
        paint(ui.painter(), t, key, share.kind);
        ui.painter().galley(at + vec2(KEY + 6.0, 0.0), galley, color(t.text2));
    }
}
