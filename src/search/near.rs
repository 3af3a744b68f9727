//! What a mistyped name may mean.

use super::{Entry, Found, Index, Words, weight};
use crate::lang::fold;

impl Index {
    /// The things whose names are a slip or two from a query, for one that finds nothing: the fewest slips first, then by
    /// kind, then the shorter name.
    #[must_use]
    pub fn near(&self, query: &str, limit: usize) -> Vec<Found> {
        let whole = fold(query);
        let words: Vec<&str> = whole.split(' ').filter(|word| !word.is_empty()).collect();
        if words.is_empty() || whole.len() > LONGEST {
            return Vec::new();
        }
        let nearest = |entry: &'_ Entry| {
            let slips = entry.names.iter().enumerate().filter_map(|(at, name)| Some((name.slips(&words)?, at)));
            slips.min()
        };
        let mut matches: Vec<_> = self.entries.iter().filter_map(|entry| Some((nearest(entry)?, entry))).collect();
        matches.sort_by_key(|((slips, _), entry)| (*slips, weight(entry.id.kind), entry.label.len()));
        matches.truncate(limit);
        matches.into_iter().map(|((_, name), entry)| entry.found(Some(&entry.names[name]))).collect()
    }
}

/// Bytes of a query beyond which nobody mistypes a name.
const LONGEST: usize = 120;

impl Words {
    /// Slips of the keys between the words of a query and the words here that are most like them; none where some word is
    /// like no word.
    fn slips(&self, words: &[&str]) -> Option<usize> {
        let slips = |word: &&str| self.folded.split(' ').filter_map(|part| slips(word, part)).min();
        words.iter().map(slips).sum()
    }
}

/// Letters that are wrong, missing, too many or exchanged in a word or in the beginning of one: one at most from four
/// letters on, two from eight.
fn slips(word: &str, part: &str) -> Option<usize> {
    let letters = word.chars().count();
    let most = match letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    };
    if part.chars().count() + most < letters {
        return None;
    }
    let beginning: String = part.chars().take(letters).collect();
    let slips = strsim::osa_distance(word, part).min(strsim::osa_distance(word, &beginning));
    (slips <= most).then_some(slips)
}
