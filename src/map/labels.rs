//! Places labels without overlap, in a fixed order: what comes first keeps its place.

use std::sync::Arc;

use crate::scene::{BezPath, Color, Dropped, Group, Point, Rect, Run, Tag};

/// Labels that have found their place, and everything that they must not cover.
#[derive(Debug)]
pub(super) struct Labels {
    frame: Rect,
    taken: Vec<Rect>,
    /// What a name may cover where there is no other place for it.
    soft: Vec<Rect>,
    /// Names of countries.
    countries: Vec<Rect>,
    /// Names that stand outside of their country, with the room around them that no other country's name may take.
    moved: Vec<Rect>,
    placed: Vec<Placed>,
    dropped: Vec<Dropped>,
}

/// One label in its place.
#[derive(Debug)]
struct Placed {
    origin: Point,
    ink: Ink,
    leader: Option<(BezPath, Color, f32)>,
}

/// A line of text with its paint.
#[derive(Debug, Clone)]
pub(super) struct Ink {
    pub run: Arc<Run>,
    pub color: Color,
    pub halo: Option<(Color, f32)>,
    pub tag: Option<Tag>,
}

impl Labels {
    /// Nothing placed yet.
    pub fn new(frame: Rect) -> Self {
        Self {
            frame,
            taken: Vec::new(),
            soft: Vec::new(),
            countries: Vec::new(),
            moved: Vec::new(),
            placed: Vec::new(),
            dropped: Vec::new(),
        }
    }

    /// Keeps a rectangle free of labels.
    pub fn keep_free(&mut self, rect: Rect) {
        self.taken.push(rect);
    }

    /// Keeps a rectangle free of labels but those that have no other place.
    pub fn keep_free_softly(&mut self, rect: Rect) {
        self.soft.push(rect);
    }

    /// Whether a label could stand there.
    fn fits(&self, rect: Rect) -> bool {
        self.free(rect) && !self.soft.iter().any(|t| t.overlaps(rect))
    }

    /// Whether a label could stand there over what it may cover.
    fn free(&self, rect: Rect) -> bool {
        self.frame.contains_rect(rect) && !self.taken.iter().any(|t| t.overlaps(rect))
    }

    /// Tries baselines of a country's name in order, `over` what may be covered; true where one was free and clear of
    /// names that stand outside of theirs.
    pub fn place_country(&mut self, ink: &Ink, origins: impl IntoIterator<Item = Point>, over: bool) -> bool {
        for origin in origins {
            let rect = outline(&ink.run, origin);
            let is_free = if over { self.free(rect) } else { self.fits(rect) };
            if is_free && !self.moved.iter().any(|moved| moved.overlaps(rect)) {
                self.countries.push(rect);
                self.settle(rect, origin, ink.clone(), None);
                return true;
            }
        }
        false
    }

    /// Tries baselines in order; true where one was free.
    pub fn place(&mut self, ink: &Ink, origins: impl IntoIterator<Item = Point>) -> bool {
        self.place_where(ink, origins, false, |_| true)
    }

    /// As [`Self::place`], only where a box suits; `over` what may be covered.
    pub fn place_where(
        &mut self,
        ink: &Ink,
        origins: impl IntoIterator<Item = Point>,
        over: bool,
        suits: impl Fn(Rect) -> bool,
    ) -> bool {
        for origin in origins {
            let rect = outline(&ink.run, origin);
            let is_free = if over { self.free(rect) } else { self.fits(rect) };
            if is_free && suits(rect) {
                self.settle(rect, origin, ink.clone(), None);
                return true;
            }
        }
        false
    }

    /// Whether a box could hold a name outside of its country, so far apart from the names of others.
    pub fn suits_outside(&self, rect: Rect, apart: f64) -> bool {
        self.fits(rect) && !self.countries.iter().chain(&self.moved).any(|it| it.inflate(apart, apart).overlaps(rect))
    }

    /// Writes a name about a point outside of its country with a line back to the target, and keeps the names of others
    /// apart from it.
    pub fn settle_outside(&mut self, ink: &Ink, middle: Point, target: Point, line: (Color, f32), apart: f64) {
        let origin = centred(&ink.run, middle);
        let rect = outline(&ink.run, origin);
        let mut path = BezPath::new();
        path.move_to(leader_start(rect, target));
        path.line_to(target);
        self.moved.push(rect.inflate(apart, apart));
        self.settle(rect, origin, ink.clone(), Some((path, line.0, line.1)));
    }

    /// Notes that the label of something at a point found no place.
    pub fn drop_label(&mut self, text: &str, at: Point) {
        self.dropped.push(Dropped { text: text.to_owned(), at, matters: true });
    }

    /// Notes that the label of the surroundings found no place.
    pub fn drop_surroundings(&mut self, text: &str, at: Point) {
        self.dropped.push(Dropped { text: text.to_owned(), at, matters: false });
    }

    fn settle(&mut self, rect: Rect, origin: Point, ink: Ink, leader: Option<(BezPath, Color, f32)>) {
        self.taken.push(rect.inflate(2.0, 1.0));
        self.placed.push(Placed { origin, ink, leader });
    }

    /// Paints what was placed and says what was not.
    pub fn paint(&mut self, group: &mut Group) -> Vec<Dropped> {
        for placed in self.placed.drain(..) {
            if let Some((path, color, width)) = placed.leader {
                group.path(path, None, Some(crate::scene::Stroke::solid(width, color)), None);
            }
            group.text(placed.origin, placed.ink.run, placed.ink.color, placed.ink.halo, placed.ink.tag);
        }
        std::mem::take(&mut self.dropped)
    }
}

/// The box around the letters of a run whose baseline starts at a point: capitals above, descenders below.
pub(super) fn outline(run: &Run, origin: Point) -> Rect {
    let size = f64::from(run.font.size);
    Rect::new(origin.x, origin.y - size * 0.78, origin.x + f64::from(run.width), origin.y + size * 0.22)
}

/// Baseline of a run that is centred on a point.
pub(super) fn centred(run: &Run, middle: Point) -> Point {
    Point::new(middle.x - f64::from(run.width) / 2.0, middle.y + f64::from(run.font.cap_height()) / 2.0)
}

/// Eight baselines round a symbol of a radius, the right-hand one first.
pub(super) fn around(run: &Run, at: Point, radius: f64) -> [Point; 8] {
    let (width, cap) = (f64::from(run.width), f64::from(run.font.cap_height()));
    let gap = radius + cap * 0.45;
    let (right, left) = (at.x + gap, at.x - gap - width);
    let (level, above, below) = (at.y + cap / 2.0, at.y - gap, at.y + gap + cap);
    let middle = at.x - width / 2.0;
    let slant = gap * 0.72;
    [
        Point::new(right, level),
        Point::new(left, level),
        Point::new(middle, above),
        Point::new(middle, below),
        Point::new(at.x + slant, at.y - slant),
        Point::new(at.x + slant, at.y + slant + cap),
        Point::new(at.x - slant - width, at.y - slant),
        Point::new(at.x - slant - width, at.y + slant + cap),
    ]
}

/// Where the line from the box of a name to its target begins: the point of its edge that is nearest.
pub(super) fn leader_start(rect: Rect, target: Point) -> Point {
    let rect = rect.inflate(1.0, 1.0);
    Point::new(target.x.clamp(rect.x0, rect.x1), target.y.clamp(rect.y0, rect.y1))
}
