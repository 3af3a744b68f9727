//! What the atlas tells about one thing: the same pages for the inspector and for the command line.
//!
//! A [`Story`] is built from the world, an as-of date and a language, and holds no layout.

mod changes;
mod corridor;
mod event;
mod events;
mod evidence;
mod institution;
mod measure;
mod names;
mod node;
mod page;
pub mod plain;
pub mod route;
mod segment;
mod source;
mod state;
mod traffic;
mod travel;
pub mod words;

pub use changes::edition::{counts as revision_counts, title as revision_title};
pub use changes::revise;
pub use names::subject;
pub use source::label as source_label;

use crate::date::Day;
use crate::lang::Lang;
use crate::world::{Confidence, Id, Kind, LengthBasis, Node, NodeKind, SegmentStatus, Service, Status, World};

/// The sign of a state by its latest standing.
fn state_symbol(state: &crate::world::State) -> Symbol {
    state.status.last().map_or(Symbol::Nothing, |change| state::symbol(change.status))
}

/// Tells what the atlas knows about a thing on a day, or none where it has no such thing.
#[must_use]
pub fn tell(world: &World, id: &Id, day: Day, lang: &Lang) -> Option<Story> {
    if !world.exists(id) {
        return None;
    }
    let page = page::Page::new(world, id, day, lang);
    match id.kind {
        Kind::State => state::tell(page),
        Kind::Institution => institution::tell(page),
        Kind::Corridor => corridor::tell(page),
        Kind::Segment => segment::tell(page),
        Kind::Node => node::tell(page),
        Kind::Event => event::tell(page),
        Kind::Measure => measure::tell(page),
        Kind::Source => source::tell(page),
        Kind::Route => route::asked(world, id, day, lang),
        Kind::Changes => changes::tell(world, id, lang),
        Kind::Comparison => state::compare::tell(world, id, day, lang),
        Kind::Role => institution::seat(page),
        Kind::Edition => changes::edition::tell(world, id, lang),
    }
}

/// The page of one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    /// Whose story it is.
    pub id: Id,
    /// Its name.
    pub title: String,
    /// Endonym, official name, code; or kind and place.
    pub subtitle: String,
    /// The most important statement, in a box of its own.
    pub card: Option<Card>,
    /// The rest, in reading order.
    pub blocks: Vec<Block>,
    /// Sources that the page cites, numbered from 1 in order of first citation.
    pub sources: Vec<Citation>,
}

/// The most important statement of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Symbol beside it.
    pub symbol: Symbol,
    /// Headline: "Founding member".
    pub headline: String,
    /// Lines below.
    pub lines: Vec<Text>,
    /// How well it is supported.
    pub confidence: Option<Confidence>,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Facts as label and value, two in a row.
    Facts {
        /// Heading, where there is one.
        title: Option<String>,
        /// The facts.
        facts: Vec<Fact>,
    },
    /// A paragraph.
    Paragraph {
        /// Heading, where there is one.
        title: Option<String>,
        /// Its text.
        text: Text,
    },
    /// A list of things, each a link to its own page where it has one.
    List {
        /// Heading.
        title: String,
        /// Beside the heading: a count or a sum.
        trailing: String,
        /// Its rows.
        rows: Vec<Row>,
        /// Rows in two columns, for short labels.
        two_columns: bool,
        /// Rows shown before "show all".
        fold_after: usize,
    },
    /// Lengths divided by status or by basis, as bars over one common scale.
    Shares {
        /// Heading.
        title: String,
        /// Beside the heading.
        trailing: String,
        /// One bar each, from top to bottom.
        bars: Vec<Vec<Share>>,
    },
    /// Things side by side.
    Table(Table),
    /// A chart over years.
    Chart {
        /// Heading.
        title: String,
        /// Unit of the values.
        unit: String,
        /// Series; never two reporting bases in one.
        series: Vec<Series>,
        /// What must be known to read it.
        note: Text,
    },
    /// A caveat, an uncertainty or a disagreement.
    Notice {
        /// What sort of notice.
        tone: Tone,
        /// Heading.
        title: String,
        /// One paragraph each.
        lines: Vec<Text>,
    },
}

/// Things side by side, one column each.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Heading.
    pub title: String,
    /// Beside the heading: a count or a sum.
    pub trailing: String,
    /// Above the labels.
    pub corner: String,
    /// What each column is about.
    pub head: Vec<Text>,
    /// What is compared.
    pub rows: Vec<TableRow>,
}

/// One line of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    /// What is compared.
    pub label: String,
    /// One for each column.
    pub cells: Vec<Text>,
    /// How well the facts in it are supported, where it is one fact.
    pub confidence: Option<Confidence>,
}

/// A labelled value.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// What it is: "Population, 2024".
    pub label: String,
    /// Its value.
    pub value: Text,
    /// How well it is supported; none where nothing is claimed ("not found").
    pub confidence: Option<Confidence>,
}

/// One entry of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Symbol in front.
    pub symbol: Symbol,
    /// Page behind it.
    pub target: Option<Id>,
    /// What it says.
    pub label: String,
    /// A second line in smaller type.
    pub detail: Option<Text>,
    /// At the right end.
    pub trailing: String,
    /// How well it is supported.
    pub confidence: Option<Confidence>,
}

/// A part of a bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// What it stands for.
    pub kind: ShareKind,
    /// Kilometres.
    pub km: f64,
    /// "Operational 5 861 km".
    pub label: String,
}

/// What a part of a bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareKind {
    /// By state of building or service.
    Status(Service),
    /// By where the length comes from.
    Basis(LengthBasis),
    /// Sea legs.
    Sea,
    /// Railways.
    Rail,
    /// Roads.
    Road,
    /// Standing in the OTS over years, which then stand for kilometres; none for none.
    Standing(Option<Status>),
}

/// A line or a row of bars in a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Name with its reporting basis.
    pub name: String,
    /// Values in order of time.
    pub points: Vec<Datum>,
}

/// One value of a series.
#[derive(Debug, Clone, PartialEq)]
pub struct Datum {
    /// Year, or place in the series where the axis has names.
    pub x: f64,
    /// Name on the axis: "2024", "Kazakhstan".
    pub name: String,
    /// Value in the unit of the chart.
    pub value: f64,
    /// Value as it is to be read, with unit and reporting basis.
    pub reading: String,
    /// Whether it is the one that the page is about.
    pub emphasis: bool,
    /// How well it is supported.
    pub confidence: Confidence,
    /// Numbers of the sources that say so.
    pub cites: Vec<usize>,
}

/// What sort of notice it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Must be read with the entry.
    Caution,
    /// Not known with certainty.
    Uncertain,
    /// Sources differ.
    Disagreement,
}

/// A small sign in front of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symbol {
    /// Member state or member role.
    Member,
    /// Observer.
    Observer,
    /// Northern Cyprus.
    ObserverEntity,
    /// Organisation off the map.
    Organisation,
    /// Takes part in another way: universities, draft, host, acceding.
    Participant,
    /// Does not take part, or nothing found.
    Nothing,
    /// Institution.
    Institution,
    /// Railway, by status.
    Rail(SegmentStatus),
    /// Road, by status.
    Road(SegmentStatus),
    /// Sea leg, by status.
    Sea(SegmentStatus),
    /// Corridor.
    Corridor,
    /// Port.
    Port,
    /// Other node.
    Node,
    /// Node with a break of gauge.
    GaugeBreak,
    /// Event.
    Event,
    /// Customs measure.
    Measure,
    /// Document.
    Source,
}

impl Symbol {
    /// That of a place on a corridor.
    #[must_use]
    pub fn of_node(node: &Node) -> Self {
        match node.kind {
            _ if node.breaks_gauge() => Self::GaugeBreak,
            NodeKind::Seaport | NodeKind::FerryTerminal => Self::Port,
            NodeKind::BorderStation | NodeKind::Hub | NodeKind::Junction => Self::Node,
        }
    }
}

/// Text with links and citations.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Text(pub Vec<Span>);

/// A piece of text.
#[derive(Debug, Clone, PartialEq)]
pub enum Span {
    /// Words.
    Plain(String),
    /// Words that lead to a page.
    Link(String, Id),
    /// Numbers of sources of this page, printed raised.
    Cite(Vec<usize>),
}

/// A source in the list at the end of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Citation {
    /// Key of the source.
    pub key: String,
    /// Publisher, title and date in one line.
    pub label: String,
    /// Where it was read.
    pub url: String,
    /// How the register of sources judges it; none where no register does.
    pub reliability: Option<Confidence>,
    /// The best confidence of the facts that cite it here, by which editions are compared; no judgement of the source.
    pub confidence: Confidence,
}

impl Text {
    /// Words without links.
    pub fn plain(words: impl Into<String>) -> Self {
        Self(vec![Span::Plain(words.into())])
    }

    /// The text followed by more words.
    #[must_use]
    pub fn and(mut self, words: impl Into<String>) -> Self {
        self.0.push(Span::Plain(words.into()));
        self
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|span| match span {
            Span::Plain(words) | Span::Link(words, _) => words.is_empty(),
            Span::Cite(_) => true,
        })
    }

    /// Its words without links and numbers of sources.
    #[must_use]
    pub fn words(&self) -> String {
        self.0
            .iter()
            .map(|span| match span {
                Span::Plain(words) | Span::Link(words, _) => words.as_str(),
                Span::Cite(_) => "",
            })
            .collect()
    }
}
