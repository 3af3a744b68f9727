//! Notes that are printed on maps and below pages, and terms: what has no page of its own is told on one for all.

use std::collections::{BTreeMap, BTreeSet};

use crate::lang::Lang;
use crate::world::{Altered, Claim, Id, Presence, Revised, Said, World};

use super::Pair;

/// What two editions word otherwise; none where they word all alike. `id` is that of the comparison.
pub(super) fn page(world: &World, other: &World, id: &Id, lang: &Lang) -> Option<Revised> {
    let mut facts = Vec::new();
    let keys: BTreeSet<&String> = other.notes.keys().chain(world.notes.keys()).collect();
    for key in keys {
        let [before, after] = [other, world].map(|world| world.note(key, lang.code()).map(plain));
        facts.extend(altered(lang, "revision-note", before, after));
    }
    let [old, new] = [other, world].map(terms);
    let keys: BTreeSet<_> = old.keys().chain(new.keys()).collect();
    for key in keys {
        let [before, after] = [&old, &new].map(|terms| terms.get(key).map(|claim| claimed(claim)));
        facts.extend(altered(lang, "revision-term", before, after));
    }
    let name = lang.text("revision-wordings");
    (!facts.is_empty()).then(|| Revised { id: id.clone(), name, presence: Presence::Altered, facts })
}

/// The page with the sources that pages give for the same words, which these then need not tell again.
pub(super) fn gathered(mut page: Revised, pairs: &mut [Pair]) -> Revised {
    let is_note = |fact: &&mut Altered| fact.before.iter().chain(&fact.after).all(|said| said.confidence.is_none());
    for fact in page.facts.iter_mut().filter(is_note) {
        for pair in pairs.iter_mut().filter(|pair| pair.revised.presence == Presence::Altered) {
            while let Some(at) = pair.revised.facts.iter().position(|it| is_same(it, fact)) {
                let told = pair.revised.facts.remove(at);
                pair.leads.remove(at);
                for (own, told) in [(&mut fact.before, told.before), (&mut fact.after, told.after)] {
                    if let Some((own, told)) = own.as_mut().filter(|own| own.sources.is_empty()).zip(told) {
                        *own = told;
                    }
                }
            }
        }
    }
    page
}

/// Whether a page says nothing but a note, before or now or both; a page may say a note only where it differs from
/// what else it says.
fn is_same(told: &Altered, note: &Altered) -> bool {
    let same = |told: &Option<Said>, note: &Option<Said>| {
        told.as_ref().is_none_or(|told| note.as_ref().is_some_and(|note| note.words == told.words))
    };
    same(&told.before, &note.before) && same(&told.after, &note.after)
}

/// A wording, unless both editions have the same.
fn altered(lang: &Lang, section: &str, before: Option<Said>, after: Option<Said>) -> Option<Altered> {
    (before != after).then(|| Altered { section: lang.text(section), label: String::new(), before, after })
}

/// The words of a note.
fn plain(words: &str) -> Said {
    Said { words: words.to_owned(), confidence: None, sources: Vec::new() }
}

/// The words of a term, with who uses them.
fn claimed(claim: &Claim<String>) -> Said {
    let evidence = &claim.evidence;
    Said { words: claim.value.clone(), confidence: Some(evidence.confidence), sources: evidence.sources.clone() }
}

/// Every term in every language.
fn terms(world: &World) -> BTreeMap<(&String, &String), &Claim<String>> {
    let all = world.terms.iter();
    all.flat_map(|(term, words)| words.iter().map(move |(language, claim)| ((term, language), claim))).collect()
}
