//! What the press check finds in a whole pack, view by view, each thing once.

use std::sync::Arc;

use super::{Finding, Flaw};
use crate::export::Pack;

/// What was found in a pack so far.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Survey {
    /// Pictures, and views of the document, that were looked at.
    pub looked_at: usize,
    /// All that there are; 0 as long as that is not known.
    pub all: usize,
    /// Why there is no pack to look at.
    pub trouble: Option<String>,
    /// The pack.
    pub pack: Option<Arc<Pack>>,
    /// For each view of the pack what was found, and in how many pictures.
    pub views: Vec<Vec<(Finding, usize)>>,
}

impl Survey {
    /// A pack of which nothing was looked at yet.
    #[must_use]
    pub fn of(pack: Arc<Pack>) -> Self {
        let documents = if pack.briefing.is_some() { pack.languages.len() } else { 0 };
        let all = pack.items().count() + documents * pack.views.len();
        Self { all, views: vec![Vec::new(); pack.views.len()], pack: Some(pack), ..Self::default() }
    }

    /// Takes what was found in one picture of the view at a place.
    pub fn take(&mut self, at: usize, findings: Vec<Finding>) {
        self.looked_at += 1;
        let Some(list) = self.views.get_mut(at) else { return };
        for finding in findings {
            match list.iter_mut().find(|(known, _)| (known.flaw, &known.text) == (finding.flaw, &finding.text)) {
                Some((_, count)) => *count += 1,
                None => list.push((finding, 1)),
            }
        }
    }

    /// Whether everything was looked at, or nothing can be.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.trouble.is_some() || (self.all > 0 && self.looked_at == self.all)
    }

    /// How many things of each sort were found, where there are any.
    #[must_use]
    pub fn counts(&self) -> Vec<(Flaw, usize)> {
        let of = |flaw: Flaw| self.views.iter().flatten().filter(|(found, _)| found.flaw == flaw).count();
        Flaw::ALL.into_iter().map(|flaw| (flaw, of(flaw))).filter(|(_, count)| *count > 0).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Spot;

    #[test]
    fn what_is_found_again_is_counted() {
        let found =
            |flaw, text: &str| Finding { flaw, text: text.to_owned(), subject: None, spot: Spot::Map, page: None };
        let mut survey = Survey { all: 2, views: vec![Vec::new(); 2], ..Survey::default() };
        survey.take(1, vec![found(Flaw::SmallText, "a"), found(Flaw::OldFact, "b")]);
        assert!(!survey.is_whole());
        survey.take(1, vec![found(Flaw::SmallText, "a"), found(Flaw::SmallText, "c")]);
        assert!(survey.is_whole() && survey.views[0].is_empty());
        let counts: Vec<usize> = survey.views[1].iter().map(|(_, count)| *count).collect();
        assert_eq!(counts, [2, 1, 1]);
        assert_eq!(survey.counts(), [(Flaw::OldFact, 1), (Flaw::SmallText, 2)]);
    }
}
