//! What the facts say otherwise than another edition, thing by thing and fact by fact.

use crate::lang::{Lang, Value};
use crate::story::page::Page;
use crate::story::words;
use crate::story::{Row, Span, Story, Symbol, Text};
use crate::world::{Altered, Confidence, Evidence, Id, Kind, Presence, Revised, Revision, Said, Status, World};

/// Rows shown before "show all".
const FOLD: usize = 12;

/// Tells what differs from the edition of an id; none where that edition is not open.
pub(in crate::story) fn tell(world: &World, id: &Id, lang: &Lang) -> Option<Story> {
    let revision = world.revision_of(id)?;
    let revised = revision.revised(lang.code());
    let mut page = Page::new(world, id, world.as_of(None), lang);
    page.title(title(world, revision, lang));
    let subtitle = page.word("revision-subtitle");
    page.subtitle(&[subtitle]);
    let headline = page.say("revision-counted", &counts(revised));
    let facts: usize = altered(revised).map(|it| it.facts.len()).sum();
    let line = page.say("revision-facts", &[("count", facts.into())]);
    let lines = if facts > 0 { vec![Text::plain(line)] } else { Vec::new() };
    page.card(Symbol::Source, headline, lines, None);
    for (presence, title) in [(Presence::New, "revision-new"), (Presence::Gone, "revision-gone")] {
        let mut rows = Vec::new();
        for it in revised.iter().filter(|it| it.presence == presence) {
            rows.push(whole(&mut page, it));
        }
        page.list(title, String::new(), rows, FOLD);
    }
    for it in altered(revised) {
        let rows: Vec<Row> = it.facts.iter().map(|fact| row(&mut page, it, fact)).collect();
        let kind = kind(&page, &it.id);
        page.titled_list(it.name.clone(), kind, rows, FOLD);
    }
    Some(page.finish())
}

/// "What differs from the facts of 1 June 2026".
#[must_use]
pub fn title(world: &World, revision: &Revision, lang: &Lang) -> String {
    let date = Revision::day(&revision.key).map(|day| lang.date_long(day)).unwrap_or_default();
    let key = if revision.other.edition == world.edition { "revision-title-same-day" } else { "revision-title" };
    lang.format(key, &[("date", date.into())])
}

/// How many things are new, gone and altered.
#[must_use]
pub fn counts(revised: &[Revised]) -> [(&'static str, Value<'static>); 4] {
    let count = |presence| revised.iter().filter(|it| it.presence == presence).count();
    let [new, gone, other] = [Presence::New, Presence::Gone, Presence::Altered].map(count);
    [("new", new.into()), ("gone", gone.into()), ("altered", other.into()), ("all", revised.len().into())]
}

/// Things that both editions have.
fn altered(revised: &[Revised]) -> impl Iterator<Item = &Revised> {
    revised.iter().filter(|it| it.presence == Presence::Altered)
}

/// What sort of thing it is; of the observer entity, which is no state to most, its standing.
fn kind(page: &Page, id: &Id) -> String {
    let worlds = [Some(page.world), page.world.revision.as_ref().map(|it| &it.other)];
    match worlds.into_iter().flatten().find(|world| id.kind == Kind::State && world.is_entity(&id.key)) {
        Some(_) => page.word(words::status(Status::ObserverEntity)),
        None => page.word(crate::story::source::kinds(id.kind)),
    }
}

/// A thing that only one edition has, with all its sources.
fn whole(page: &mut Page, it: &Revised) -> Row {
    let said: Vec<&Said> = it.facts.iter().filter_map(|fact| fact.after.as_ref().or(fact.before.as_ref())).collect();
    let mut sources: Vec<String> = Vec::new();
    for key in said.iter().flat_map(|said| &said.sources) {
        if !sources.contains(key) {
            sources.push(key.clone());
        }
    }
    let confidence = said.iter().filter_map(|said| said.confidence).min();
    let mut detail = Text::default();
    let cite = cite(page, &sources, confidence);
    detail.0.push(cite);
    let symbol = crate::story::event::symbol(page, &it.id);
    let target = page.world.exists(&it.id).then(|| it.id.clone());
    let trailing = kind(page, &it.id);
    Row { target, detail: Some(detail), trailing, confidence, ..Row::new(symbol, it.name.clone()) }
}

/// A fact that is said otherwise: what it said, and what it says.
fn row(page: &mut Page, it: &Revised, fact: &Altered) -> Row {
    let mut detail = Text::default();
    let halves = fact.before.as_ref().zip(fact.after.as_ref());
    let alike = halves.is_some_and(|(one, other)| one.words == other.words && one.confidence != other.confidence);
    if let Some(before) = &fact.before {
        detail = said(page, detail, "revision-before", before, alike);
    }
    if let Some(after) = &fact.after {
        detail = said(page, if detail.is_empty() { detail } else { detail.and(" ") }, "revision-after", after, alike);
    }
    let words = match (&fact.before, &fact.after) {
        (None, _) => "revision-fact-new",
        (_, None) => "revision-fact-gone",
        _ => "revision-fact-altered",
    };
    let parts = [&fact.section, &fact.label].into_iter().filter(|part| !part.is_empty());
    let label: Vec<&str> = parts.map(String::as_str).collect();
    let symbol = crate::story::event::symbol(page, &it.id);
    let confidence = fact.after.as_ref().or(fact.before.as_ref()).and_then(|said| said.confidence);
    let target = page.world.exists(&it.id).then(|| it.id.clone()).filter(|id| id != page.id());
    let trailing = page.word(words);
    Row { target, detail: Some(detail), trailing, confidence, ..Row::new(symbol, label.join(": ")) }
}

/// Adds what an edition says, with its sources; with its confidence in a word, where that is all that differs.
fn said(page: &mut Page, text: Text, key: &str, said: &Said, with_confidence: bool) -> Text {
    let words = match said.confidence.filter(|_| with_confidence) {
        Some(confidence) => format!("{} ({})", said.words, page.word(words::confidence(confidence))),
        None => said.words.clone(),
    };
    let mut text = text.and(page.say(key, &[("text", words.into())]));
    let cite = cite(page, &said.sources, said.confidence);
    text.0.push(cite);
    text
}

/// Cites sources of either edition; what is told without a confidence raises none.
fn cite(page: &mut Page, sources: &[String], confidence: Option<Confidence>) -> Span {
    let confidence = confidence.unwrap_or(Confidence::Low);
    page.cite(&Evidence { sources: sources.to_vec(), confidence, note: None })
}
