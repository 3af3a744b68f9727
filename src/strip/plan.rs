//! Which rows find room in a strip, and at which heights.

/// Heights at scale 1, in points.
const HEADING: f64 = 26.0;
const NAMES: f64 = 36.0;
const LINE: f64 = 26.0;
const STATE: f64 = 26.0;
const GAUGE: f64 = 20.0;
const TRACKS: f64 = 14.0;
const LENGTH: f64 = 18.0;
const RULER: f64 = 30.0;
/// First line of the legend, and each further one.
const LEGEND: f64 = 24.0;
pub(super) const LEGEND_MORE: f64 = 18.0;
/// One line of notes.
pub(super) const NOTE: f64 = 15.0;

/// Most lines of notes, however high the room is.
const NOTES: usize = 12;

/// Least height in points of one strip or of two at a scale: they go without the rows of their lengths.
#[must_use]
pub fn least_height(count: usize, scale: f64) -> f64 {
    (if count > 1 { 356.0 } else { 200.0 }) * scale
}

/// Height in points of one strip or of two at a scale.
#[must_use]
pub fn height(count: usize, scale: f64) -> f64 {
    (if count > 1 { 430.0 } else { 240.0 }) * scale
}

/// What a strip is to show; see [`Plan::new`].
#[derive(Debug)]
pub(super) struct Wants {
    /// Which chains have tracks to show.
    pub tracks: Vec<bool>,
    /// Which chains have a gauge at all.
    pub gauge: Vec<bool>,
    /// Whether how lengths are known is shown.
    pub length: bool,
    /// Lines of the legend.
    pub legend: usize,
    /// Whether a note must stand there whatever else is left out.
    pub must_note: bool,
}

/// The middle of a row below the upper edge, in points at scale 1.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub middle: f64,
}

/// The rows of one chain.
#[derive(Debug)]
pub(super) struct Block {
    /// Middle of the heading.
    pub heading: f64,
    /// Upper edge of the names.
    pub names: f64,
    pub line: Row,
    pub state: Row,
    pub gauge: Option<Row>,
    pub tracks: Option<Row>,
    pub length: Option<Row>,
    pub ruler: Row,
}

/// Where everything lies, in points at scale 1 below the upper edge of the room.
#[derive(Debug)]
pub(super) struct Plan {
    pub blocks: Vec<Block>,
    /// Upper edge of the legend.
    pub legend: f64,
    pub legend_lines: usize,
    /// Upper edge of the notes.
    pub notes_top: f64,
    /// Lines of notes.
    pub notes: usize,
}

impl Plan {
    /// Shares a height out: what is wanted first, then lines of notes. The second value tells whether all that is
    /// wanted fits; where it does not, the legend keeps one line.
    pub fn new(height: f64, wants: &Wants) -> (Self, bool) {
        let mut y = 0.0;
        let rows = wants.tracks.iter().zip(&wants.gauge);
        let blocks: Vec<Block> =
            rows.map(|(tracks, gauge)| Block::new(&mut y, [*gauge, *tracks, wants.length])).collect();
        let must = if wants.must_note { 2 } else { 0 };
        let fixed = y + LEGEND + NOTE * must as f64;
        let more = LEGEND_MORE * wants.legend.saturating_sub(1) as f64;
        let fits = fixed + more <= height;
        let legend_lines = if fits { wants.legend.max(1) } else { 1 };
        let notes_top = y + LEGEND + LEGEND_MORE * (legend_lines - 1) as f64;
        let spare = ((height - notes_top) / NOTE).floor().max(0.0) as usize;
        let notes = spare.clamp(must, NOTES);
        (Self { blocks, legend: y, legend_lines, notes_top, notes }, fits)
    }
}

impl Block {
    /// Lays the rows of one chain out below a height, and moves the height on.
    fn new(y: &mut f64, [gauge, tracks, length]: [bool; 3]) -> Self {
        let mut next = |height: f64| {
            *y += height;
            *y - height / 2.0
        };
        let heading = next(HEADING);
        let names = next(NAMES) - NAMES / 2.0;
        // The line lies in the upper part of its row; marks and other lines hang below it.
        let line = Row { middle: next(LINE) - 6.0 };
        let state = Row { middle: next(STATE) };
        let gauge = gauge.then(|| Row { middle: next(GAUGE) });
        let tracks = tracks.then(|| Row { middle: next(TRACKS) });
        let length = length.then(|| Row { middle: next(LENGTH) });
        let ruler = Row { middle: next(RULER) };
        Self { heading, names, line, state, gauge, tracks, length, ruler }
    }
}
