//! Two editions of the facts, compared page by page and fact by fact: what a reader can read, and nothing else.

mod wordings;

use crate::date::Day;
use crate::lang::{LANGUAGES, Lang};
use crate::story::plain::{Statement, statements};
use crate::story::{self, Block, Story};
use crate::world::{Altered, Id, Kind, Presence, Revised, Revision, Said, World};

/// The world with another edition beside it; `key` is that of [`Revision::key`].
#[must_use]
pub fn revise(world: World, other: World, key: String) -> World {
    let told = |code: &'static str| {
        let lang = Lang::new(code).unwrap_or_default();
        (code, revised(&world, &other, &Id::new(Kind::Edition, key.as_str()), &lang))
    };
    let revised = LANGUAGES.iter().map(|language| told(language.code)).collect();
    let revision = Revision::new(&world, other, key, revised);
    World { revision: Some(Box::new(revision)), ..world }
}

/// A thing as both editions tell it: what differs, each fact with where it leads.
struct Pair {
    revised: Revised,
    leads: Vec<Lead>,
    /// Whether it is called otherwise.
    renamed: bool,
}

/// Where a fact leads.
struct Lead {
    /// The page, where there is one.
    target: Option<Id>,
    /// Whether nothing differs but what the thing there is called.
    renamed: bool,
}

/// What the world says otherwise than another one, in reading order.
fn revised(world: &World, other: &World, id: &Id, lang: &Lang) -> Vec<Revised> {
    // Both as of the later day, on which each is its own edition: what differs is what they say, not from when.
    let day = world.edition.max(other.edition).unwrap_or(Day::FIRST);
    let mut ids: Vec<Id> = world.ids().collect();
    ids.extend(other.ids().filter(|id| !world.exists(id)));
    ids.sort_by_key(|id| id.kind);
    let pairs = ids.into_iter().filter_map(|id| {
        let [before, after] = [other, world].map(|world| story::tell(world, &id, day, lang));
        pair(id, before.as_ref(), after.as_ref(), lang)
    });
    let mut pairs: Vec<Pair> = pairs.collect();
    let printed = wordings::page(world, other, id, lang).map(|page| wordings::gathered(page, &mut pairs));
    let told = pairs.iter().enumerate().filter_map(|(at, pair)| {
        let facts = pair.revised.facts.iter().zip(&pair.leads);
        let own = facts.filter(|(fact, lead)| !is_echo(&pairs, at, fact, lead));
        let facts: Vec<Altered> = own.map(|(fact, _)| fact.clone()).collect();
        let differs = pair.revised.presence != Presence::Altered || !facts.is_empty();
        differs.then(|| Revised { facts, ..pair.revised.clone() })
    });
    told.chain(printed).collect()
}

/// What two pages about the same thing say otherwise; none where they say the same.
fn pair(id: Id, before: Option<&Story>, after: Option<&Story>, lang: &Lang) -> Option<Pair> {
    let presence = match (before, after) {
        (None, None) => return None,
        (None, Some(_)) => Presence::New,
        (Some(_), None) => Presence::Gone,
        (Some(_), Some(_)) => Presence::Altered,
    };
    let name = after.or(before).map(|story| story.title.clone()).unwrap_or_default();
    let renamed = before.zip(after).is_some_and(|(before, after)| before.title != after.title);
    let [before, after] = [before, after].map(|story| story.map(|story| facts(story, lang)).unwrap_or_default());
    let (facts, leads): (Vec<Altered>, Vec<Lead>) = differences(before, after).into_iter().unzip();
    let differs = presence != Presence::Altered || !facts.is_empty();
    differs.then_some(Pair { revised: Revised { id, name, presence, facts }, leads, renamed })
}

/// Whether a fact only repeats what another page says: two things that speak of each other are told on the first page,
/// a line or an event whose own page differs is told there and not on each page that lists it, and so is a new name.
fn is_echo(pairs: &[Pair], at: usize, fact: &Altered, lead: &Lead) -> bool {
    let Some(target) = &lead.target else { return false };
    let about = &pairs[at].revised.id;
    let Some(place) = pairs.iter().position(|pair| pair.revised.id == *target) else { return false };
    let first = &pairs[place];
    if lead.renamed && first.renamed && place != at {
        return true;
    }
    let answers = first.leads.iter().any(|back| back.target.as_ref() == Some(about));
    let listed = matches!(target.kind, Kind::Corridor | Kind::Segment | Kind::Node | Kind::Event | Kind::Measure);
    let differs = first.leads.iter().any(|lead| lead.target.is_none());
    if answers { place < at } else { listed && differs && fact.before.is_some() == fact.after.is_some() }
}

/// Everything that a page says, with the name of its thing and the line below it; of a source what it is, not what
/// rests on it, as the pages of those things say so.
fn facts(story: &Story, lang: &Lang) -> Vec<Statement> {
    let is_source = story.id.kind == Kind::Source;
    // A chart that compares with others says of them what their own pages say.
    let own = |block: &Block| match block {
        Block::Chart { series, .. } => !series.iter().flat_map(|series| &series.points).any(|point| point.emphasis),
        Block::Facts { .. } => true,
        _ => !is_source,
    };
    let page = Story {
        card: story.card.clone().filter(|_| !is_source),
        blocks: story.blocks.iter().filter(|block| own(block)).cloned().collect(),
        ..story.clone()
    };
    let line = |key: &str, words: &str| Statement {
        label: lang.text(key),
        value: words.to_owned(),
        essence: words.to_owned(),
        ..Statement::default()
    };
    let mut all = vec![line("revision-name", &story.title)];
    if !is_source {
        all.push(line("revision-below", &story.subtitle));
    }
    // The headline of a card is what it says, not what it is about.
    let headline = page.card.as_ref().map(|card| card.headline.clone());
    let mut card = Statement { label: lang.text("revision-card"), ..Statement::default() };
    for mut told in statements(&page) {
        if told.section == story.title && Some(&told.label) == headline.as_ref() {
            let words = if card.value.is_empty() { told.label.clone() } else { told.value.clone() };
            let gap = if card.value.is_empty() { "" } else { ". " };
            card.value = format!("{}{gap}{words}", card.value);
            let essence = if told.value.is_empty() { &told.label } else { &told.essence };
            card.essence = format!("{}{gap}{essence}", card.essence);
            card.confidence = told.confidence;
            card.cited.append(&mut told.cited);
        } else {
            told.section = if told.section == story.title { String::new() } else { told.section };
            all.push(told);
        }
    }
    if !card.value.is_empty() {
        all.insert(all.len().min(2), card);
    }
    all
}

/// What two pages say otherwise: facts that only one of them has, and facts about the same in other words.
fn differences(mut before: Vec<Statement>, after: Vec<Statement>) -> Vec<(Altered, Lead)> {
    let mut rest: Vec<(Statement, Option<Statement>)> = Vec::new();
    for fact in after {
        match before.iter().position(|it| it.says(&fact)) {
            Some(at) => drop(before.remove(at)),
            None => rest.push((fact, None)),
        }
    }
    // What has the same label is about the same, before what only leads to the same page.
    for is_same in [Statement::is_about, Statement::leads_where] {
        for (fact, old) in rest.iter_mut().filter(|(_, old)| old.is_none()) {
            *old = before.iter().position(|it| is_same(it, fact)).map(|at| before.remove(at));
        }
    }
    let both = rest.into_iter().map(|(fact, old)| {
        let renamed = old.as_ref().is_some_and(|old| old.holds(&fact));
        (altered(&fact, old.as_ref(), Some(&fact)), Lead { target: fact.target, renamed })
    });
    let gone = before.into_iter().map(|old| {
        let fact = altered(&old, Some(&old), None);
        (fact, Lead { target: old.target, renamed: false })
    });
    both.chain(gone).collect()
}

/// A fact of both, or of one of them.
fn altered(about: &Statement, before: Option<&Statement>, after: Option<&Statement>) -> Altered {
    let is_renamed = before.zip(after).is_some_and(|(before, after)| before.label != after.label);
    let said = |it: &Statement| Said {
        // Some facts are all label: "Operational 5 861 km".
        words: match (it.value.is_empty(), is_renamed) {
            (true, _) => it.label.clone(),
            (false, true) => format!("{}: {}", it.label, it.value),
            (false, false) => it.value.clone(),
        },
        confidence: it.confidence.or(it.cited_with),
        sources: it.cited.clone(),
    };
    let label = if about.value.is_empty() { String::new() } else { about.label.clone() };
    Altered { section: about.section.clone(), label, before: before.map(said), after: after.map(said) }
}
