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
const LEGEND: f64 = 22.0;
pub(super) const LEGEND_MORE: f64 = 18.0;
/// One line of notes.
pub(super) const NOTE: f64 = 15.0;

/// Most lines of notes, however high the room is.
const NOTES: usize = 12;

/// Height in points of one strip or of two at a scale; a room of 200 is enough for one without its lengths.
#[must_use]
pub fn height(count: usize, scale: f64) -> f64 {
    (if count > 1 { 430.0 } else { 240.0 }) * scale
}

/// What a strip would show if it had the room.
#[derive(Debug)]
pub(super) struct Wants {
    /// Number of chains.
    pub blocks: usize,
    /// Which of them have tracks to show.
    pub tracks: Vec<bool>,
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
    pub gauge: Row,
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
    /// Shares a height out: lengths first, then the rest of the legend, tracks, and notes.
    pub fn new(height: f64, wants: &Wants) -> Self {
        let blocks = wants.blocks as f64;
        let must = f64::from(u8::from(wants.must_note)) * NOTE * 2.0;
        let least = (HEADING + NAMES + LINE + STATE + GAUGE + RULER) * blocks + LEGEND + must;
        let mut rest = height - least;
        let mut afford = |cost: f64| {
            let fits = rest >= cost;
            rest -= if fits { cost } else { 0.0 };
            fits
        };
        let has_length = afford(LENGTH * blocks);
        let legend_lines = 1 + (1..wants.legend).take_while(|_| afford(LEGEND_MORE)).count();
        let with_tracks = wants.tracks.iter().filter(|it| **it).count();
        let has_tracks = with_tracks > 0 && afford(TRACKS * with_tracks as f64);
        let notes = (0..NOTES).take_while(|_| afford(NOTE)).count() + if wants.must_note { 2 } else { 0 };
        let mut y = 0.0;
        let list = wants.tracks.iter().map(|tracks| Block::new(&mut y, has_tracks && *tracks, has_length));
        let blocks = list.collect();
        let notes_top = y + LEGEND + LEGEND_MORE * (legend_lines - 1) as f64;
        Self { blocks, legend: y, legend_lines, notes_top, notes }
    }
}

impl Block {
    /// Lays the rows of one chain out below a height, and moves the height on.
    fn new(y: &mut f64, tracks: bool, length: bool) -> Self {
        let mut next = |height: f64| {
            *y += height;
            *y - height / 2.0
        };
        let heading = next(HEADING);
        let names = next(NAMES) - NAMES / 2.0;
        // The line lies in the upper part of its row; marks and other lines hang below it.
        let line = Row { middle: next(LINE) - 6.0 };
        let state = Row { middle: next(STATE) };
        let gauge = Row { middle: next(GAUGE) };
        let tracks = tracks.then(|| Row { middle: next(TRACKS) });
        let length = length.then(|| Row { middle: next(LENGTH) });
        let ruler = Row { middle: next(RULER) };
        Self { heading, names, line, state, gauge, tracks, length, ruler }
    }
}
