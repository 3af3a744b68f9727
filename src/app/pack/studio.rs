//! Where the pictures and pages of a pack are laid out, to be painted or only to be looked at.

use std::collections::BTreeMap;

use crate::app::load;
use crate::export::briefing::{self, Part};
use crate::export::{Item, Laid, Pack, Subject};
use crate::lang::Lang;
use crate::map::Base;
use crate::projection;
use crate::session::Session;
use crate::world::World;

/// The facts, a pack, and the base maps of its views.
pub struct Studio<'w> {
    /// All facts.
    pub world: &'w World,
    /// What is made.
    pub pack: &'w Pack,
    bases: BTreeMap<String, Base>,
}

/// A picture that is laid out, with what it was laid out from.
pub struct Draft<'s> {
    /// The view as it was asked for.
    pub session: Session,
    /// Words.
    pub lang: Lang,
    /// The page.
    pub laid: Laid,
    base: &'s Base,
}

impl Draft<'_> {
    /// What it is made from.
    pub fn subject<'a>(&'a self, world: &'a World) -> Subject<'a> {
        Subject { world, base: self.base, session: &self.session, lang: &self.lang }
    }
}

impl<'w> Studio<'w> {
    /// Reads the base maps for every projection in the pack.
    pub fn new(world: &'w World, pack: &'w Pack) -> Self {
        let near = load::near();
        let mut bases = BTreeMap::new();
        for view in &pack.views {
            bases.entry(view.session.projection.clone()).or_insert_with(|| {
                let projection = projection::by_id(&view.session.projection).unwrap_or(projection::ALL[0]);
                let mut base = Base::new(world, projection);
                base.add_near(&near);
                base
            });
        }
        Self { world, pack, bases }
    }

    /// Lays one picture out.
    ///
    /// # Errors
    /// Where its projection is unknown.
    pub fn picture(&self, item: Item) -> Result<Draft<'_>, String> {
        let lang = Lang::new(item.language).unwrap_or_default();
        let mut session = Session { language: item.language.to_owned(), ..item.view.session.clone() };
        let base = self.base(&session)?;
        if let (true, Some(id)) = (item.view.fit, session.selection.clone()) {
            let subject = Subject { world: self.world, base, session: &session, lang: &lang };
            session.viewport = subject.fitted(&id, item.size);
        }
        let subject = Subject { world: self.world, base, session: &session, lang: &lang };
        let laid = subject.picture(item.size, item.view.seen(), true);
        Ok(Draft { session, lang, laid, base })
    }

    /// Lays out the pages of the briefing for one view after the other; none where the pack has no briefing.
    pub fn parts(&self, language: &'static str) -> impl Iterator<Item = Result<Part, String>> + '_ {
        let lang = Lang::new(language).unwrap_or_default();
        let paper = self.pack.briefing.map(briefing::paper);
        paper.into_iter().flat_map(move |paper| {
            self.pack.views.iter().map(move |view| {
                let session = Session { language: language.to_owned(), ..view.session.clone() };
                let base = self.base(&session)?;
                let subject = Subject { world: self.world, base, session: &session, lang: &lang };
                Ok(briefing::pages(&subject, paper, view.fit))
            })
        })
    }

    /// The base map of a session.
    ///
    /// # Errors
    /// Where its projection is unknown.
    pub fn base(&self, session: &Session) -> Result<&Base, String> {
        self.bases.get(&session.projection).ok_or_else(|| format!("there is no projection {}", session.projection))
    }
}
