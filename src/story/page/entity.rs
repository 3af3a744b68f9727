//! The note on the observer entity, wherever a page speaks of it.

use crate::story::{Block, Text, Tone};
use crate::world::{Avoid, Id, Kind, RoutePlace};

use super::Page;

/// Key of the note with the binding wording on the observer entity.
const ENTITY_NOTE: &str = "northern_cyprus";

impl Page<'_> {
    /// The note on the observer entity, with what its own page cites for it; none where the page does not speak of it,
    /// and where it has the wording already.
    pub(super) fn entity_note(&mut self) -> Option<Block> {
        let world = self.world;
        let note = world.note(ENTITY_NOTE, self.lang.code())?;
        let entity = world.states.iter().find(|state| world.is_entity(&state.key))?;
        let id = Self::state(&entity.key);
        let spoken = [self.name(&id), world.name(&id, "en")];
        let names: Vec<&String> = entity.aliases.iter().chain([&entity.key]).chain(&spoken).collect();
        let texts = self.story.texts();
        let noted = texts.iter().any(|words| words.contains(note));
        let named =
            self.touches_entity() || texts.iter().any(|words| names.iter().any(|name| words.contains(name.as_str())));
        if noted || !named {
            return None;
        }
        let mut text = Text::plain(note);
        let wording = world.notes.get(ENTITY_NOTE).and_then(|wordings| wordings.get("en"));
        let caution = entity.cautions.iter().find(|claim| Some(&claim.value) == wording);
        if let Some(caution) = caution.or_else(|| entity.cautions.first()) {
            let cite = self.cite(&caution.evidence);
            text.0.push(cite);
        }
        Some(Block::Notice { tone: Tone::Caution, title: self.name(&id), lines: vec![text] })
    }

    /// Whether the page is about a place or a line in the area of the observer entity.
    fn touches_entity(&self) -> bool {
        let Id { kind, key } = &self.story.id;
        let world = self.world;
        let within = |key: &str| {
            let node = world.node(key);
            node.is_some_and(|node| node.within.iter().chain([&node.country]).any(|area| world.is_entity(area)))
        };
        match kind {
            Kind::Node => within(key) || world.segments_at(key).any(|it| within(&it.from) || within(&it.to)),
            Kind::Segment => world.segment(key).is_some_and(|it| within(&it.from) || within(&it.to)),
            Kind::Corridor => world.segments_of(key).any(|it| within(&it.from) || within(&it.to)),
            Kind::Route => world.route(key).is_some_and(|query| {
                let avoided = query.avoid.iter().map(Avoid::key);
                let mut keys =
                    [&query.from, &query.to].into_iter().chain(&query.via).map(RoutePlace::key).chain(avoided);
                keys.any(|key| world.is_entity(key) || within(key))
            }),
            _ => false,
        }
    }
}
