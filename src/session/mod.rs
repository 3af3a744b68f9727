//! Everything the reader chose and nothing derived: one small value that is a view.

mod bookmark;
pub mod code;
mod history;
mod order;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::date::Day;
use crate::projection::Viewport;
use crate::style::Theme;
use crate::world::{Area, Id, Kind, World};

pub use bookmark::{Bookmark, Bookmarks, Marking};
pub use history::History;
pub use order::{NoOrder, Order, Sorting};

/// What the reader is looking at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Session {
    /// Which main view fills the middle.
    pub view: View,
    /// The thing whose story is told.
    pub selection: Option<Id>,
    /// Part of the world in the map frame; none for the whole OTS.
    pub viewport: Option<Viewport>,
    /// Projection id.
    pub projection: String,
    /// Layers that are switched on.
    pub layers: BTreeSet<Layer>,
    /// As-of date; none for the date of the edition.
    pub as_of: Option<Day>,
    /// Language code.
    pub language: String,
    /// Colours.
    pub theme: Theme,
    /// Area of cooperation that lists are filtered by.
    pub area: Option<Area>,
    /// Whether the chainage strip of the selected corridor or route stands below the map.
    pub strip: bool,
    /// The corridor or route whose strip is compared with it.
    pub beside: Option<Id>,
    /// In which order the table of roles stands.
    #[serde(skip_serializing_if = "Sorting::is_usual")]
    pub sorting: Sorting,
}

/// The main views.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum View {
    /// The map.
    #[default]
    Map,
    /// The table of who sits in which institution.
    Matrix,
}

/// Parts of the map that can be switched off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    /// Corridor lines.
    Corridors,
    /// Capitals and institution seats.
    Seats,
    /// Cities.
    Cities,
    /// Ports and gauge breaks.
    Nodes,
    /// Lakes and rivers.
    Water,
    /// Names of countries and seas.
    Labels,
    /// Graticule.
    Graticule,
    /// Customs measures at border posts.
    Customs,
}

impl Layer {
    /// Every layer in the order of the list, with its word for messages and the command line.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::Corridors, "corridors"),
        (Self::Seats, "seats"),
        (Self::Cities, "cities"),
        (Self::Nodes, "nodes"),
        (Self::Water, "water"),
        (Self::Labels, "labels"),
        (Self::Graticule, "graticule"),
        (Self::Customs, "customs"),
    ];
}

impl Default for Session {
    fn default() -> Self {
        Self {
            view: View::Map,
            selection: None,
            viewport: None,
            projection: "albers".to_owned(),
            layers: [Layer::Corridors, Layer::Seats, Layer::Water, Layer::Labels, Layer::Graticule].into(),
            as_of: None,
            language: "en".to_owned(),
            theme: Theme::Light,
            area: None,
            strip: false,
            beside: None,
            sorting: Sorting::default(),
        }
    }
}

/// One change of a session; the only way in which it changes.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Fills the middle with another view.
    Show(View),
    /// Tells the story of another thing, or of none.
    Select(Option<Id>),
    /// Looks at another part of the world; none for the whole OTS.
    Look(Option<Viewport>),
    /// Switches a layer.
    Toggle(Layer),
    /// Colours.
    Theme(Theme),
    /// Language code.
    Language(String),
    /// As-of date; none for the date of the edition.
    AsOf(Option<Day>),
    /// Area of cooperation that lists are filtered by.
    Filter(Option<Area>),
    /// Projection id.
    Project(String),
    /// Whether the chainage strip of the selected corridor or route stands below the map.
    Strip(bool),
    /// The corridor or route whose strip is compared with it.
    Beside(Option<Id>),
    /// In which order the table of roles stands.
    Sort(Sorting),
    /// Everything at once, as a picture or a bookmark has it.
    Open(Box<Session>),
}

impl Session {
    /// The day that the picture shows: the later one where two are compared, else the as-of day.
    #[must_use]
    pub fn day(&self, world: &World) -> Day {
        let compared = self.selection.as_ref().filter(|id| id.kind == Kind::Changes);
        let period = compared.and_then(|id| world.period(&id.key));
        period.map_or_else(|| world.as_of(self.as_of), |period| period.to)
    }

    /// Applies one change.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Show(view) => self.view = view,
            Change::Select(id) => self.selection = id,
            Change::Look(viewport) => self.viewport = viewport,
            Change::Toggle(layer) => {
                if !self.layers.remove(&layer) {
                    self.layers.insert(layer);
                }
            }
            Change::Theme(theme) => self.theme = theme,
            Change::Language(code) => self.language = code,
            Change::AsOf(day) => self.as_of = day,
            Change::Filter(area) => self.area = area,
            Change::Project(id) => self.projection = id,
            Change::Strip(shown) => self.strip = shown,
            Change::Beside(id) => self.beside = id,
            Change::Sort(sorting) => self.sorting = sorting,
            Change::Open(session) => *self = *session,
        }
    }
}
