//! What stands below a map, for what the map shows: legend, notes and sources.

use crate::map::page::Page;
use crate::map::seen::Shown;
use crate::map::view::View;

use super::foot::{Foot, Notes};
use super::legend::Legend;
use super::sources::Sources;

/// Legend and foot, laid out, and what they were laid out for.
pub struct Below<'a> {
    pub shown: Shown<'a>,
    pub sources: Sources,
    pub notes: Notes,
    pub legend: Legend,
    pub foot: Foot,
}

impl<'a> Below<'a> {
    /// Lays out what explains this, after the sources of the title.
    pub fn new(view: &View<'_>, page: &Page, shown: Shown<'a>, mut sources: Sources) -> Self {
        let room = page.size.width - page.margin * 2.0;
        sources.what_is_drawn(view, &shown);
        let notes = Notes::of_map(view, &shown);
        let legend = Legend::new(view, &shown, room);
        let foot = Foot::new(view, &sources, &notes, page.margin, room);
        Self { shown, sources, notes, legend, foot }
    }

    /// Height in points.
    pub fn height(&self, view: &View<'_>) -> f64 {
        self.legend.height(view) + self.foot.height(view)
    }
}
