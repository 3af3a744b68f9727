//! Charts: bars over years on an axis, or bars beside names.

use egui::{Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};
use egui_plot::{Bar, BarChart, Plot, PlotPoint, PlotTransform};

use super::page::{self, Page};
use super::{rich, table};
use crate::scene::Font;
use crate::story::{Datum, Series, Span, Table, TableRow, Text, words};
use crate::style::{NOTE, NOTE_STRONG, Role as Type, radius};
use crate::ui::theme::{self, color};
use crate::world::Confidence;

/// Height of the bars of the tallest value and of its label.
const HEIGHT: f32 = 88.0;

/// Room above the tallest bar for its value.
const HEAD: f32 = 16.0;

/// Width of a bar as a part of its place.
const BAR: f64 = 0.6;

/// Letters of values.
const VALUE: Type = Type { font: Font::new(11.0, 600).tabular(), line: 16.0 };

/// Letters of axes.
const AXIS: Type = Type { font: Font::new(11.0, 400).tabular(), line: 16.0 };

/// Sources of a value that a tooltip names at most.
const SOURCES: usize = 3;

/// Names longer than this stand beside their bars instead of below.
const SHORT: usize = 6;

/// Shows a chart with one diagram for each series.
pub fn show(ui: &mut Ui, page: &mut Page<'_>, (title, unit): (&str, &str), series: &[Series], note: &Text) {
    page::heading(ui, page, title, unit);
    for one in series.iter().filter(|series| !series.points.is_empty()) {
        if series.len() > 1 || one.name != title && !one.name.is_empty() {
            let t = page.model.tokens;
            theme::label(ui, one.name.as_str(), NOTE, t.text2);
        }
        let points: Vec<&Datum> = one.points.iter().filter(|datum| datum.value.is_finite()).collect();
        let beside = points.iter().any(|datum| datum.name.chars().count() > SHORT);
        let response = if beside { rows(ui, page, &points) } else { columns(ui, page, title, one, &points) };
        let words = describe(&points);
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, format!("{title}, {unit}")));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(words));
        ui.add_space(4.0);
        if !beside {
            figures(ui, page, unit, &points);
        }
    }
    if !note.0.is_empty() {
        rich::show(ui, page, note, NOTE, page.model.tokens.text2);
    }
}

/// The values of bars over years to be read, newest first, each with its sources; bars beside names say theirs already.
fn figures(ui: &mut Ui, page: &mut Page<'_>, unit: &str, points: &[&Datum]) {
    let lang = page.model.lang;
    let rows = points.iter().rev().map(|datum| {
        let value = Text(vec![Span::Plain(figure(page, datum.value)), Span::Cite(datum.cites.clone())]);
        let confidence = Text::plain(lang.text(words::confidence(datum.confidence)));
        TableRow { label: datum.name.clone(), cells: vec![value, confidence], confidence: Some(datum.confidence) }
    });
    let rows = rows.collect();
    let head = vec![Text::plain(unit), Text::plain(lang.text("ui-chart-confidence"))];
    let corner = lang.text("story-figures-year");
    table::show(ui, page, &Table { title: String::new(), trailing: String::new(), corner, head, rows });
    ui.add_space(4.0);
}

/// The values in words, for those who do not see the bars.
fn describe(points: &[&Datum]) -> String {
    points.iter().map(|datum| format!("{}: {}", datum.name, datum.reading)).collect::<Vec<_>>().join("; ")
}

/// A value in so few decimals that nothing is lost, two at most.
fn figure(page: &Page<'_>, value: f64) -> String {
    let exact = |decimals: &usize| {
        let scaled = value * 10_f64.powi(i32::try_from(*decimals).unwrap_or(0));
        (scaled - scaled.round()).abs() < 1e-6
    };
    let least = if value.abs() >= 1000.0 { 0 } else { 2 };
    page.model.lang.number(value, (0..least).find(exact).unwrap_or(least))
}

/// Distance between grid lines: 1, 2 or 5 times a power of ten, so that there are two to four lines.
fn step(largest: f64) -> f64 {
    if largest <= 0.0 {
        return 1.0;
    }
    let power = 10_f64.powf((largest / 2.0).log10().floor());
    [5.0, 2.0, 1.0].into_iter().map(|factor| factor * power).find(|step| largest / step >= 2.0).unwrap_or(power)
}

/// Places on the axis: years as they are while they grow and span little, else one after another.
fn places(points: &[&Datum]) -> Vec<f64> {
    let grows = points.windows(2).all(|pair| pair[1].x - pair[0].x > 0.5);
    let span = points.first().zip(points.last()).map_or(0.0, |(a, b)| b.x - a.x);
    if grows && span <= 24.0 {
        points.iter().map(|datum| datum.x).collect()
    } else {
        (0..points.len()).map(|at| at as f64).collect()
    }
}

/// Colour of a bar: movement for what the page is about, neutral for the past, hollow where it is unconfirmed.
fn ink(page: &Page<'_>, datum: &Datum) -> (egui::Color32, Stroke) {
    let t = page.model.tokens;
    let full = if datum.emphasis { color(t.cor) } else { theme::mix(t.panel, t.idle, 0.62) };
    if datum.confidence == Confidence::Low {
        (full.gamma_multiply(0.18), Stroke::new(1.2, full))
    } else {
        (full, Stroke::NONE)
    }
}

/// Bars over an axis of years.
fn columns(ui: &mut Ui, page: &Page<'_>, title: &str, series: &Series, points: &[&Datum]) -> Response {
    let t = page.model.tokens;
    let largest = points.iter().map(|datum| datum.value).fold(0.0, f64::max);
    let lowest = points.iter().map(|datum| datum.value).fold(0.0, f64::min);
    let step = step(largest.max(-lowest));
    let ticks: Vec<f64> = (1..).map(|n| f64::from(n) * step).take_while(|v| *v <= largest * 1.001).take(8).collect();
    let ticks: Vec<_> =
        ticks.into_iter().map(|v| (v, theme::line(ui.ctx(), figure(page, v), AXIS, t.text3, 80.0))).collect();
    let left = ticks.iter().map(|(_, galley)| galley.size().x).fold(0.0, f32::max) + 8.0;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT + AXIS.line), Sense::hover());
    let inner = Rect::from_min_max(pos2(rect.left() + left, rect.top()), pos2(rect.right(), rect.top() + HEIGHT));
    if inner.width() < 24.0 {
        return response;
    }
    let at = places(points);
    let room = f64::from(HEIGHT / (HEIGHT - HEAD));
    let top = if largest > 0.0 { largest * room } else { 1.0 };
    let (first, last) = (at.first().copied().unwrap_or(0.0) - 0.5, at.last().copied().unwrap_or(0.0) + 0.5);
    // The lines lie behind the bars, so they are painted before the plot fixes the same bounds.
    let ground = PlotTransform::new(inner, egui_plot::PlotBounds::from_min_max([first, lowest], [last, top]), false);
    let y = |value: f64| ground.position_from_point_y(value);
    for (value, galley) in ticks {
        let line = y(value).round() - 0.5;
        ui.painter().hline(inner.x_range(), line, Stroke::new(1.0, color(t.line).gamma_multiply(0.7)));
        ui.painter().galley(pos2(rect.left(), line - galley.size().y / 2.0), galley, color(t.text3));
    }
    let bars = points.iter().zip(&at).map(|(datum, x)| {
        let (fill, stroke) = ink(page, datum);
        Bar::new(*x, datum.value).width(BAR).fill(fill).stroke(stroke)
    });
    let chart = BarChart::new(&series.name, bars.collect()).allow_hover(false);
    let mut child = ui.new_child(UiBuilder::new().max_rect(inner));
    let plot = Plot::new(("chart", title, series.name.as_str()))
        .width(inner.width())
        .height(inner.height())
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .show_crosshair(false)
        .cursor_color(egui::Color32::TRANSPARENT)
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .set_margin_fraction(Vec2::ZERO)
        .sense(Sense::hover())
        .show(&mut child, |plot| {
            plot.set_plot_bounds(egui_plot::PlotBounds::from_min_max([first, lowest], [last, top]));
            plot.bar_chart(chart);
        });
    ui.painter().hline(inner.x_range(), y(0.0).round() - 0.5, Stroke::new(1.0, color(t.ctl)));
    annotate(ui, page, points, &at, inner, &ground);
    hover(ui, page, points, &at, &plot.response, &ground);
    response
}

/// Values above the bars that matter, and names below all that have room.
fn annotate(ui: &Ui, page: &Page<'_>, points: &[&Datum], at: &[f64], inner: Rect, ground: &PlotTransform) {
    let t = page.model.tokens;
    let slot = inner.width() / at.last().zip(at.first()).map_or(1.0, |(b, a)| (b - a + 1.0) as f32);
    let names: Vec<_> =
        points.iter().map(|datum| theme::line(ui.ctx(), datum.name.as_str(), AXIS, t.text2, 120.0)).collect();
    let widest = names.iter().map(|galley| galley.size().x).fold(0.0, f32::max) + 6.0;
    let every = (widest / slot.max(1.0)).ceil().max(1.0) as usize;
    let count = points.len();
    let largest = points.iter().map(|datum| datum.value).fold(f64::NEG_INFINITY, f64::max);
    for (number, ((datum, x), name)) in points.iter().zip(at).zip(names).enumerate() {
        let top = ground.position_from_point(&PlotPoint::new(*x, datum.value));
        if (count - 1 - number).is_multiple_of(every) {
            let left = (top.x - name.size().x / 2.0).min(inner.right() - name.size().x);
            ui.painter().galley(pos2(left, inner.bottom() + 2.0), name, color(t.text2));
        }
        let says = datum.emphasis || number + 1 == count || (datum.value - largest).abs() < f64::EPSILON;
        let value = theme::line(ui.ctx(), figure(page, datum.value), VALUE, t.text, 120.0);
        if says && (value.size().x <= slot * 1.4 || count < 4) {
            let left = (top.x - value.size().x / 2.0).clamp(inner.left(), inner.right() - value.size().x);
            ui.painter().galley(pos2(left, top.y - VALUE.line), value, color(t.text));
        }
    }
}

/// What the bar under the pointer says, with its source and confidence.
fn hover(ui: &Ui, page: &Page<'_>, points: &[&Datum], at: &[f64], response: &Response, ground: &PlotTransform) {
    let Some(pointer) = response.hover_pos() else { return };
    let x = ground.value_from_position(pointer).x;
    let near = at.iter().zip(points).min_by(|a, b| (a.0 - x).abs().total_cmp(&(b.0 - x).abs()));
    let Some((place, datum)) = near.filter(|(place, _)| (**place - x).abs() <= 0.5) else { return };
    let bar = Rect::from_two_pos(
        ground.position_from_point(&PlotPoint::new(place - BAR / 2.0, 0.0)),
        ground.position_from_point(&PlotPoint::new(place + BAR / 2.0, datum.value)),
    );
    let outline = Stroke::new(1.6, color(page.model.tokens.text));
    ui.painter().rect_stroke(bar, 0.0, outline, StrokeKind::Outside);
    response.clone().on_hover_ui_at_pointer(|ui| reading(ui, page, datum));
}

/// A value with all that belongs to it.
fn reading(ui: &mut Ui, page: &Page<'_>, datum: &Datum) {
    let t = page.model.tokens;
    ui.set_max_width(280.0);
    theme::label(ui, datum.name.as_str(), NOTE, t.text2);
    theme::label(ui, datum.reading.as_str(), NOTE_STRONG, t.text);
    theme::label(ui, page.confidence(datum.confidence), NOTE, t.text2);
    let sources = datum.cites.iter().filter_map(|number| page.sources.get(number.checked_sub(1)?));
    for source in sources.take(SOURCES) {
        theme::label(ui, source.label.as_str(), NOTE, t.text2);
    }
}

/// Bars beside names.
fn rows(ui: &mut Ui, page: &Page<'_>, points: &[&Datum]) -> Response {
    const ROW: f32 = 22.0;
    let t = page.model.tokens;
    let size = vec2(ui.available_width(), ROW * points.len() as f32);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let names: Vec<_> =
        points.iter().map(|datum| theme::line(ui.ctx(), datum.name.as_str(), NOTE, t.text2, size.x * 0.4)).collect();
    let values: Vec<_> = points
        .iter()
        .map(|datum| theme::line(ui.ctx(), figure(page, datum.value), VALUE, t.text, size.x * 0.3))
        .collect();
    let widest = |galleys: &[std::sync::Arc<egui::Galley>]| galleys.iter().map(|g| g.size().x).fold(0.0, f32::max);
    let left = rect.left() + widest(&names) + 10.0;
    let room = (rect.right() - widest(&values) - 8.0 - left).max(1.0);
    let largest = points.iter().map(|datum| datum.value).fold(0.0, f64::max).max(f64::MIN_POSITIVE);
    for (number, ((datum, name), value)) in points.iter().zip(names).zip(values).enumerate() {
        let line = Rect::from_min_size(pos2(rect.left(), rect.top() + ROW * number as f32), vec2(size.x, ROW));
        let (fill, stroke) = ink(page, datum);
        let width = (datum.value.max(0.0) / largest) as f32 * room;
        let bar = Rect::from_min_size(pos2(left, line.center().y - 5.0), vec2(width.max(1.0), 10.0));
        let painter = ui.painter();
        painter.rect(bar, radius::SWATCH, fill, stroke, StrokeKind::Inside);
        let y = line.center().y - NOTE.line / 2.0;
        painter.galley(pos2(rect.left(), y), name, color(t.text2));
        painter.galley(pos2(bar.right() + 6.0, y), value, color(t.text));
        let one = ui.interact(line, response.id.with(number), Sense::hover());
        one.on_hover_ui_at_pointer(|ui| reading(ui, page, datum));
    }
    response
}
