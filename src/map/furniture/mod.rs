//! What stands around the map on the page: title, legend, scale bar, notes and sources.

pub(super) mod below;
pub(super) mod foot;
pub(super) mod head;
pub(super) mod legend;
pub(super) mod scale_bar;
pub(super) mod sources;
pub(super) mod title;
