//! What the reader is told: errors in a bar under the top bar, notices for four seconds, and how far a job is.

use std::collections::BTreeMap;

use egui::{
    Align2, Area, Context, Frame, Id, Margin, Order, Panel, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2,
};

use crate::command::Command;
use crate::style::{BODY, NOTE, radius};
use crate::ui::icon::Icon;
use crate::ui::widget::{Button, icon_button, popup_frame};
use crate::ui::{Model, Notice, Output, Progress, theme};

/// Seconds that a notice stays.
const STAY: f64 = 4.0;

/// Longest time between two frames that counts, in seconds.
const PACE: f64 = 0.25;

/// How long notices have been shown.
#[derive(Debug, Default)]
pub struct Clock {
    /// Seconds of each, by serial.
    ages: BTreeMap<usize, f64>,
    /// When they were looked at last.
    last: f64,
}

/// The bar of the newest error, under the top bar.
pub fn errors(ui: &mut Ui, model: &Model, out: &mut Output) {
    let Some(error) = model.notices.iter().rev().find(|notice| notice.error) else { return };
    let tokens = model.tokens;
    let frame = Frame::NONE.fill(theme::color(tokens.panel)).inner_margin(Margin::symmetric(12, 4));
    Panel::top("ots errors").frame(frame).show_separator_line(false).resizable(false).show(ui, |ui| {
        ui.horizontal(|ui| {
            let (rect, response) = ui.allocate_exact_size(vec2(16.0, 28.0), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, model.lang.text("ui-error")));
            Icon::Alert.paint(ui.painter(), rect.center(), theme::color(tokens.err));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if icon_button(ui, Icon::Close, &model.lang.text("ui-dismiss"), true).clicked() {
                    out.commands.push(Command::Dismiss(error.serial));
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    let response = theme::label(ui, error.text.as_str(), BODY, tokens.err);
                    alert(ui, &response);
                });
            });
        });
        let rect = ui.max_rect().expand2(vec2(12.0, 4.0));
        ui.painter().hline(rect.x_range(), ui.min_rect().bottom() + 3.5, (1.0, theme::color(tokens.line)));
    });
}

/// Has a screen reader speak up.
fn alert(ui: &Ui, response: &Response) {
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
}

/// Notices and the job above the lower edge of the map.
pub fn toasts(ctx: &Context, model: &Model, clock: &mut Clock, out: &mut Output) {
    let notices: Vec<&Notice> = model.notices.iter().filter(|notice| !notice.error).collect();
    clock.ages.retain(|serial, _| notices.iter().any(|notice| notice.serial == *serial));
    if notices.is_empty() && model.job.is_none() {
        return;
    }
    let area = Area::new(Id::unique("ots toasts"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -24.0))
        .interactable(true);
    let shown = area.show(ctx, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        ui.set_max_width((ctx.content_rect().width() - 48.0).min(480.0));
        if let Some(job) = model.job {
            progress(ui, model, job, out);
        }
        for notice in &notices {
            toast(ui, model, notice, out);
        }
    });
    let now = ctx.input(|input| input.time);
    let passed = (now - std::mem::replace(&mut clock.last, now)).clamp(0.0, PACE);
    let paused = ctx.input(|input| input.pointer.hover_pos()).is_some_and(|at| shown.response.rect.contains(at));
    if !paused {
        age(ctx, &notices, passed, clock, out);
    }
}

/// Lets notices grow older and puts the old ones away.
fn age(ctx: &Context, notices: &[&Notice], passed: f64, clock: &mut Clock, out: &mut Output) {
    for notice in notices {
        let age = clock.ages.entry(notice.serial).or_insert(0.0);
        *age += passed;
        if *age >= STAY {
            out.commands.push(Command::Dismiss(notice.serial));
        } else {
            ctx.request_repaint_after(std::time::Duration::from_millis(100));
        }
    }
}

/// A notice.
fn toast(ui: &mut Ui, model: &Model, notice: &Notice, out: &mut Output) {
    let tokens = model.tokens;
    let frame = popup_frame(tokens, 0).fill(theme::color(tokens.warn_bg)).stroke(Stroke::NONE).inner_margin(Margin {
        left: 12,
        right: 4,
        top: 4,
        bottom: 4,
    });
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let (rect, _) = ui.allocate_exact_size(vec2(16.0, 28.0), Sense::hover());
            Icon::Info.paint(ui.painter(), rect.center(), theme::color(tokens.warn));
            let galley = theme::lines(ui.ctx(), notice.text.as_str(), BODY, tokens.warn, ui.available_width() - 40.0);
            let response = ui.add(egui::Label::new(galley).selectable(false));
            alert(ui, &response);
            if icon_button(ui, Icon::Close, &model.lang.text("ui-dismiss"), true).clicked() {
                out.commands.push(Command::Dismiss(notice.serial));
            }
        });
    });
}

/// How far a job is: its name and a bar that fills; nothing turns or loops.
fn progress(ui: &mut Ui, model: &Model, job: &Progress, out: &mut Output) {
    let tokens = model.tokens;
    popup_frame(tokens, 12).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        ui.set_width(280.0);
        ui.horizontal(|ui| {
            theme::label(ui, job.label.as_str(), NOTE, tokens.text);
            if job.stops {
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if Button::new(&model.lang.text("ui-cancel")).show(ui).clicked() {
                        out.commands.push(Command::Cancel);
                    }
                });
            }
        });
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 4.0), Sense::hover());
        response.widget_info(|| WidgetInfo {
            value: job.fraction.map(f64::from),
            ..WidgetInfo::labeled(Role::ProgressIndicator, true, &job.label)
        });
        ui.painter().rect_filled(rect, radius::SWATCH, theme::color(tokens.line));
        if let Some(fraction) = job.fraction {
            let mut done = rect;
            done.set_width(rect.width() * fraction.clamp(0.0, 1.0));
            ui.painter().rect_filled(done, radius::SWATCH, theme::color(tokens.accent));
        }
    });
}
