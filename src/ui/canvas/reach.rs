//! The features of the map for the keyboard and for assistive technology: Tab walks them, Enter opens them.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::accesskit::{Action, Role, Toggled};
use egui::{EventFilter, Key, Painter, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, vec2};

use super::feature::{Feature, Sort};
use super::words::{self, Words};
use crate::scene::Tag;
use crate::style::radius;
use crate::ui::Model;
use crate::ui::theme::color;

/// Least side of a target on screen.
const TARGET: f32 = 24.0;

/// Words by tag, kept as long as language and day stay.
#[derive(Debug, Default)]
pub struct Glossary {
    of: Option<(&'static str, crate::date::Day)>,
    words: BTreeMap<Tag, Option<Words>>,
}

impl Glossary {
    /// Words for a tag.
    pub fn get(&mut self, model: &Model<'_>, tag: &Tag) -> Option<&Words> {
        let of = (model.lang.code(), model.day);
        if self.of != Some(of) {
            *self = Self { of: Some(of), words: BTreeMap::new() };
        }
        self.words.entry(Arc::clone(tag)).or_insert_with(|| words::describe(model, tag)).as_ref()
    }
}

/// Arrows belong to the map while it or one of its features has the focus.
#[must_use]
pub fn filter() -> EventFilter {
    EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() }
}

/// Where a feature is on screen, large enough to be hit.
#[must_use]
pub fn target(feature: &Feature, frame: crate::scene::Rect, origin: Vec2) -> Rect {
    if feature.sort == Sort::Segment {
        let point = feature.point(frame);
        return Rect::from_center_size(super::to_screen(point, origin), Vec2::splat(TARGET + 4.0));
    }
    let b = feature.bounds;
    let rect = Rect::from_min_max(
        super::to_screen(crate::scene::Point::new(b.x0, b.y0), origin),
        super::to_screen(crate::scene::Point::new(b.x1, b.y1), origin),
    );
    Rect::from_center_size(rect.center(), rect.size().max(vec2(TARGET, TARGET)))
}

/// What a feature is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Its page.
    Open,
    /// To stand beside others.
    Compare,
}

/// Offers every feature; the tag and place of the one that was asked for something.
pub fn show(
    ui: &Ui,
    model: &Model<'_>,
    features: &[Feature],
    glossary: &mut Glossary,
    (painter, origin): (&Painter, Vec2),
) -> Option<(Tag, Rect, Asked)> {
    let frame = model.sheet.frame;
    let selected = model.history.now().selection.as_ref().map(ToString::to_string);
    let mut opened = None;
    for feature in features {
        let id = ui.scope_id().with(("feature", &*feature.tag));
        let rect = target(feature, frame, origin);
        let response = ui.interact(rect, id, Sense::focusable_noninteractive());
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::Button);
            if let Some(words) = glossary.get(model, &feature.tag) {
                node.set_label(words.name.clone());
                node.set_description(words.lines.join(". "));
            }
            let on = selected.as_deref() == Some(&*feature.tag);
            node.set_toggled(if on { Toggled::True } else { Toggled::False });
            node.add_action(Action::Click);
        });
        let asked = ui.input(|i| i.has_accesskit_action_request(id, Action::Click));
        if response.has_focus() {
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter()));
            ring(painter, model, rect);
        }
        let pressed = |key| response.has_focus() && ui.input(|i| i.key_pressed(key));
        if asked || pressed(Key::Enter) {
            opened = Some((Arc::clone(&feature.tag), rect, Asked::Open));
        } else if feature.sort == Sort::State && pressed(Key::Space) {
            opened = Some((Arc::clone(&feature.tag), rect, Asked::Compare));
        }
    }
    opened
}

/// The ring round the box of a feature.
fn ring(painter: &Painter, model: &Model<'_>, rect: Rect) {
    let t = model.tokens;
    painter.rect_stroke(rect, radius::BUTTON, Stroke::new(4.0, color(t.casing)), StrokeKind::Middle);
    painter.rect_stroke(rect, radius::BUTTON, Stroke::new(2.0, color(t.focus)), StrokeKind::Middle);
}
