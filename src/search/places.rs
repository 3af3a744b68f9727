//! Finding what is asked for by two words: the places of a route, which are nodes and countries of the map whether or
//! not they have a page, and the days that are compared.

use crate::date::Date;
use crate::lang::{Lang, fold};
use crate::world::{Avoid, Id, Kind, Period, Query, RoutePlace, World};

use super::{Found, Index};

/// Between two places that are typed for a route.
const BETWEEN: [&str; 7] = ["→", "->", ">", " to ", " – ", " - ", "…"];

impl Index {
    /// Places whose names match a text, best first, with what they are called.
    #[must_use]
    pub fn places(&self, world: &World, lang: &Lang, text: &str, limit: usize) -> Vec<(RoutePlace, String)> {
        let found = self.find(text, usize::MAX);
        let pages = found.into_iter().filter_map(|one| Some((world.place(&one.id)?, one.label)));
        let wanted = fold(text);
        let served = |area: &str| world.nodes.iter().any(|node| node.country == area);
        let named = |fits: &dyn Fn(&str) -> bool| {
            let own = world.geography.names.iter().filter(|(area, names)| {
                let meant = names.values().any(|name| fits(&fold(name)));
                !wanted.is_empty() && meant && world.state(area).is_none() && served(area)
            });
            own.map(|(area, _)| {
                let place = RoutePlace::Area(area.clone());
                let name = world.place_name(&place, lang.code());
                (place, name)
            })
            .collect::<Vec<_>>()
        };
        let exact = named(&|name| name == wanted);
        let begun = named(&|name| name.starts_with(&wanted) && name != wanted);
        exact.into_iter().chain(pages).chain(begun).take(limit).collect()
    }

    /// What a route may avoid: places and segments.
    #[must_use]
    pub fn obstacles(&self, world: &World, lang: &Lang, text: &str, limit: usize) -> Vec<(Avoid, String)> {
        let places = self.places(world, lang, text, limit).into_iter().map(|(place, name)| {
            let avoid = match place {
                RoutePlace::Node(key) => Avoid::Node(key),
                RoutePlace::Area(key) => Avoid::Area(key),
            };
            (avoid, name)
        });
        let found = self.find(text, limit);
        let lines = found.into_iter().filter(|one| one.id.kind == Kind::Segment);
        let lines = lines.map(|one| (Avoid::Segment(one.id.key), one.label));
        places.chain(lines).take(limit).collect()
    }

    /// The comparison that a text such as “2019-10-14 to 2021-11-12” or “2018 – 2022” asks for; a year or a month stands
    /// for its last day. None for any other text.
    #[must_use]
    pub fn changes(&self, world: &World, lang: &Lang, text: &str) -> Option<Found> {
        let (from, to) = BETWEEN.iter().find_map(|sign| text.split_once(sign))?;
        let day = |text: &str| Some(text.trim().parse::<Date>().ok()?.latest().min(world.as_of(None)));
        let id = Period::new(day(from)?, day(to)?)?.id();
        let label = world.period(&id.key).map(|_| world.name(&id, lang.code()))?;
        Some(Found { label, detail: lang.text("kind-changes"), matched: None, id })
    }

    /// The route that a text such as “Altynkol to Kars” or “KZ → TR” asks for; none for any other text.
    #[must_use]
    pub fn route(&self, world: &World, lang: &Lang, text: &str) -> Option<Found> {
        let (from, to) = BETWEEN.iter().find_map(|sign| text.split_once(sign))?;
        let place = |text: &str| self.places(world, lang, text, 1).into_iter().next().map(|(place, _)| place);
        let query = Query::new(place(from.trim())?, place(to.trim())?);
        let id: Id = query.id();
        (query.from != query.to).then(|| Found {
            label: world.name(&id, lang.code()),
            detail: lang.text("kind-route"),
            matched: None,
            id,
        })
    }
}
