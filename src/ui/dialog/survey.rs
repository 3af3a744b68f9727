//! What the press check finds in a pack before it is made: how many things of each sort, and all of them view by view.

use egui::{ScrollArea, Ui, vec2};

use crate::command::Command;
use crate::export::Flaw;
use crate::export::press::Survey;
use crate::style::{NOTE, NOTE_STRONG};
use crate::ui::widget::Button;
use crate::ui::{Model, theme};

use super::press::{nothing, row};

/// Height of what is around the contents of the dialog, of the least list, and of the longest, in points.
const AROUND: f32 = 252.0;
const LEAST: f32 = 116.0;
const MOST: f32 = 300.0;

/// Shows what was found so far, all of it where `open` says so; the way to what was clicked.
pub fn show(ui: &mut Ui, model: &Model, open: &mut bool) -> Option<Command> {
    let survey = model.survey?;
    let (lang, tokens) = (model.lang, model.tokens);
    if let Some(why) = &survey.trouble {
        theme::label(ui, why.as_str(), NOTE, tokens.err);
        return None;
    }
    let counts = survey.counts();
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    if all == 0 && survey.is_whole() {
        nothing(ui, model);
        return None;
    }
    let values = [("count", all.into()), ("done", survey.looked_at.into()), ("all", survey.all.into())];
    let key = if survey.is_whole() { "ui-survey-found" } else { "ui-survey-looking" };
    ui.horizontal(|ui| {
        theme::label(ui, lang.format(key, &values), NOTE, tokens.text);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let words = lang.text(if *open { "ui-survey-fold" } else { "ui-survey-all" });
            if all > 0 && Button::new(&words).toggles(*open).show(ui).clicked() {
                *open = !*open;
            }
        });
    });
    let words: Vec<String> = counts.iter().map(|(flaw, count)| sort(model, *flaw, *count)).collect();
    theme::label(ui, words.join(" · "), NOTE, tokens.text2);
    if *open { list(ui, model, survey) } else { None }
}

/// "3 × old evidence".
fn sort(model: &Model, flaw: Flaw, count: usize) -> String {
    let key = match flaw {
        Flaw::DroppedLabel => "flaw-dropped-label",
        Flaw::SmallText => "flaw-small-text",
        Flaw::LowContrast => "flaw-low-contrast",
        Flaw::OldFact => "flaw-old-fact",
        Flaw::Unconfirmed => "flaw-unconfirmed",
        Flaw::MissingNote => "flaw-missing-note",
        Flaw::MissingSource => "flaw-missing-source",
        Flaw::CutSource => "flaw-cut-source",
        Flaw::NoScaleBar => "flaw-no-scale-bar",
    };
    format!("{count} × {}", model.lang.text(key))
}

/// Everything that was found, below the names of the views.
fn list(ui: &mut Ui, model: &Model, survey: &Survey) -> Option<Command> {
    let (lang, tokens) = (model.lang, model.tokens);
    let views = survey.pack.iter().flat_map(|pack| &pack.views);
    let mut chosen = None;
    ui.add_space(4.0);
    // What is above it, heading and buttons included, leaves this much of the window.
    let room = (ui.ctx().content_rect().height() - ui.min_rect().height() - AROUND).clamp(LEAST, MOST);
    ScrollArea::vertical().id_salt("survey").max_height(room).min_scrolled_height(room).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        for (at, (view, found)) in views.zip(&survey.views).enumerate().filter(|(_, (_, found))| !found.is_empty()) {
            let about = view.session.selection.as_ref().map(|id| model.world.name(id, lang.code()));
            let name = view.title.clone().or(about).unwrap_or_else(|| view.name.clone());
            theme::label(ui, name, NOTE_STRONG, tokens.text2);
            for (finding, count) in found {
                let times = lang.format("ui-survey-times", &[("count", (*count).into())]);
                if row(ui, model, &finding.text, if *count > 1 { &times } else { "" }) {
                    chosen = Some(Command::PointIn { view: at, spot: finding.spot });
                }
            }
            ui.add_space(6.0);
        }
    });
    chosen
}
