//! The sources at the end of a page: number, how their register judges them, what they are, and the way to them.

use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::page::{Page, TRAILING};
use crate::command::Command;
use crate::lang::Value;
use crate::scene::Font;
use crate::story::Citation;
use crate::style::{NOTE, Role as Type, SECTION, radius};
use crate::ui::icon::Icon;
use crate::ui::theme::{self, color};
use crate::ui::widget::paint_confidence;
use crate::world::{Confidence, Id, Kind};

/// Letters of a source.
const SOURCE: Type = Type { font: Font::new(11.5, 400), line: 16.0 };

/// Where the label of a source begins.
const INDENT: f32 = 42.0;

/// Side of the button that leads out.
const BUTTON: f32 = 24.0;

/// Seconds that a source stays marked after a citation led to it.
const MARKED: f64 = 1.6;

/// Shows the sources; `jump` is the one to be brought into sight.
pub fn show(ui: &mut Ui, page: &mut Page<'_>, jump: Option<usize>) {
    if page.sources.is_empty() {
        return;
    }
    head(ui, page);
    let sources = page.sources;
    for (number, source) in (1..).zip(sources) {
        row(ui, page, number, source, jump == Some(number));
    }
}

/// The heading with the key to the marks.
fn head(ui: &mut Ui, page: &Page<'_>) {
    let t = page.model.tokens;
    let title = page.model.lang.text("ui-page-sources");
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &title));
    let head = theme::line(ui.ctx(), title, SECTION, t.text, rect.width() * 0.4);
    ui.painter().galley(rect.min, head, color(t.text));
    let mut x = rect.right();
    for (confidence, key) in [
        (Confidence::Low, "confidence-low"),
        (Confidence::Medium, "confidence-medium"),
        (Confidence::High, "confidence-high"),
    ] {
        let word = theme::line(ui.ctx(), page.model.lang.text(key), TRAILING, t.text3, 90.0);
        x -= word.size().x;
        ui.painter().galley(pos2(x, rect.top()), word, color(t.text3));
        x -= 10.0;
        paint_confidence(ui.painter(), t, pos2(x, rect.top() + 10.0), confidence);
        x -= 11.0;
    }
}

/// One source.
fn row(ui: &mut Ui, page: &mut Page<'_>, number: usize, source: &Citation, wanted: bool) {
    let t = page.model.tokens;
    let width = ui.available_width();
    let label = theme::lines(ui.ctx(), source.label.as_str(), SOURCE, t.text2, width - INDENT - BUTTON - 4.0);
    let (id, rect) = ui.allocate_space(vec2(width, (label.size().y + 4.0).max(BUTTON)));
    let link = Rect::from_min_max(rect.min, pos2(rect.right() - BUTTON - 2.0, rect.bottom()));
    let response = ui.interact(link, ui.scope_id().with(("source", number)), Sense::click());
    let values =
        [("number", Value::Text(number.to_string().into())), ("label", Value::Text(source.label.as_str().into()))];
    let judged = page.reliability(source);
    let name = page.model.lang.format("ui-page-source", &values);
    let name = judged.iter().fold(name, |name, judged| format!("{name}. {judged}"));
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
    if wanted {
        ui.scroll_to_rect(rect.expand(24.0), None);
        let (key, now) = (ui.scope_id().with("marked"), ui.input(|i| i.time));
        ui.data_mut(|data| data.insert_temp(key, (number, now)));
    }
    let part = theme::hover(&response);
    let ground = rect.expand2(vec2(6.0, 0.0));
    if marked(ui, number) {
        ui.painter().rect_filled(ground, radius::ROW, color(t.accent_bg));
    } else if part > 0.0 {
        ui.painter().rect_filled(ground, radius::ROW, theme::mix(t.panel, t.raised, part));
    }
    let top = rect.top() + (rect.height() - label.size().y) / 2.0;
    let digits = theme::line(ui.ctx(), number.to_string(), SOURCE, t.text3, 24.0);
    ui.painter().galley(pos2(rect.left() + 14.0 - digits.size().x, top), digits, color(t.text3));
    let mark = Rect::from_center_size(pos2(rect.left() + 28.0, top + SOURCE.line / 2.0), vec2(16.0, 16.0));
    if let Some(reliability) = source.reliability {
        paint_confidence(ui.painter(), t, mark.center(), reliability);
    }
    ui.painter().galley(pos2(rect.left() + INDENT, top), label, color(t.text2));
    theme::focus_ring(ui.painter(), t, &response, link.expand2(vec2(6.0, 0.0)), radius::ROW, -1.0);
    if response.clicked() {
        page.select(&Id::new(Kind::Source, source.key.clone()));
    }
    if let Some(word) = judged {
        ui.interact(mark, id.with("mark"), Sense::hover()).on_hover_text(word);
    }
    outside(ui, page, number, source, rect);
}

/// Whether a citation led here a moment ago.
fn marked(ui: &Ui, number: usize) -> bool {
    let now = ui.input(|i| i.time);
    let key = ui.scope_id().with("marked");
    let last: Option<(usize, f64)> = ui.data(|data| data.get_temp(key));
    let since = last.filter(|(marked, _)| *marked == number).map(|(_, at)| now - at);
    let on = since.is_some_and(|since| (0.0..MARKED).contains(&since));
    if on {
        ui.ctx().request_repaint_after_secs(0.2);
    }
    on
}

/// The button that opens the address of a source, and the menu that copies it.
fn outside(ui: &mut Ui, page: &mut Page<'_>, number: usize, source: &Citation, rect: Rect) {
    let url = source.url.trim();
    if !(url.starts_with("https://") || url.starts_with("http://")) {
        return;
    }
    let t = page.model.tokens;
    let lang = page.model.lang;
    let place = Rect::from_center_size(pos2(rect.right() - BUTTON / 2.0, rect.center().y), vec2(BUTTON, BUTTON));
    let response = ui.interact(place, ui.scope_id().with(("outside", number)), Sense::click());
    let name = lang.format("ui-page-browse", &[("number", Value::Text(number.to_string().into()))]);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
    let part = theme::hover(&response);
    if part > 0.0 {
        ui.painter().rect_filled(place, radius::BUTTON, theme::mix(t.panel, t.raised, part));
    }
    Icon::External.paint_sized(ui.painter(), place.center(), 14.0, theme::mix(t.text3, t.text, part));
    theme::focus_ring(ui.painter(), t, &response, place, radius::BUTTON, -1.0);
    if response.clicked() {
        page.out.commands.push(Command::Browse(url.to_owned()));
    }
    response.context_menu(|ui| {
        if ui.button(lang.text("ui-page-copy-address")).clicked() {
            page.out.commands.push(Command::CopyText(url.to_owned()));
            ui.close();
        }
    });
    response.on_hover_ui(|ui| {
        ui.set_max_width(320.0);
        theme::label(ui, name, NOTE, t.text);
        theme::label(ui, url, NOTE, t.text2);
    });
}
