//! What lies under a point of the page.

use std::collections::BTreeMap;
use std::sync::Arc;

use kurbo::{Affine, PathEl, Point, Rect, Vec2};

use crate::scene::{Group, Item, PathMark, Scene, Shape, Tag};

/// Least width and height of a target in points (WCAG 2.2, success criterion 2.5.8).
const TARGET: f64 = 24.0;

/// Tags that name no thing to be clicked.
const MUTE: &str = "furniture:";

/// The tagged marks of a scene, for questions about points.
///
/// Small things win over lines, lines over areas, and among areas the one on top. A thing smaller than 24 points
/// answers within 24 points about its middle, and so does an area that is lower or narrower. What carries the tag of
/// an area (hatch, name, outline) is that area.
#[derive(Debug, Default)]
pub struct Hits {
    entries: Vec<Entry>,
    tags: Vec<Known>,
    numbers: BTreeMap<Tag, usize>,
}

/// A tag that occurs.
#[derive(Debug)]
struct Known {
    tag: Tag,
    /// A fill larger than a target carries it.
    area: bool,
    /// A stroke larger than a target carries it.
    line: bool,
}

/// A tagged mark.
#[derive(Debug)]
struct Entry {
    /// Place of the tag in the list.
    tag: usize,
    /// What of the page may be painted on.
    clip: Rect,
    /// What of the page the mark takes.
    bounds: Rect,
    /// The geometry; none for text.
    form: Option<Form>,
}

/// The geometry of a path mark.
#[derive(Debug)]
struct Form {
    shape: Arc<Shape>,
    to_page: Affine,
    from_page: Affine,
    /// Page points for each unit of the shape.
    scale: f64,
    /// Whether the mark is filled.
    filled: bool,
    /// Half the width of the stroke.
    reach: Option<f64>,
}

/// How well a point meets a mark; less is better.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
enum Meeting {
    /// In a small thing.
    Thing,
    /// In the name of a small thing.
    Name,
    /// Near the middle of a small thing.
    NearThing(f64),
    /// Near the middle of a line that is as small as a thing.
    NearLine(f64),
    /// On or near a line.
    Line(f64),
    /// In an area.
    Area,
}

impl Hits {
    /// Gathers the tagged marks of a scene. Geometry is looked at only when a question needs it.
    #[must_use]
    pub fn new(scene: &Scene) -> Self {
        let mut hits = Self::default();
        hits.gather(&scene.root, scene.size.to_rect());
        hits
    }

    /// Gathers the marks of a group.
    fn gather(&mut self, group: &Group, clip: Rect) {
        let clip = group.clip.map_or(clip, |own| clip.intersect(own));
        if clip.is_zero_area() {
            return;
        }
        for item in &group.items {
            match item {
                Item::Group(group) => self.gather(group, clip),
                Item::Path(mark) => {
                    if let Some((tag, (form, bounds))) = mark.tag.as_ref().zip(form(mark)) {
                        self.add(tag, bounds, clip, Some(form));
                    }
                }
                Item::Text(mark) => {
                    if let Some(tag) = &mark.tag {
                        self.add(tag, mark.bounds(), clip, None);
                    }
                }
            }
        }
    }

    /// Adds a mark if anything of it is seen.
    fn add(&mut self, tag: &Tag, bounds: Rect, clip: Rect, form: Option<Form>) {
        if tag.starts_with(MUTE) || !bounds.overlaps(clip) {
            return;
        }
        let number = self.numbers.get(tag).copied().unwrap_or_else(|| {
            self.numbers.insert(Arc::clone(tag), self.tags.len());
            self.tags.push(Known { tag: Arc::clone(tag), area: false, line: false });
            self.tags.len() - 1
        });
        if let Some(form) = &form
            && !is_small(bounds)
        {
            self.tags[number].area |= form.filled;
            self.tags[number].line |= !form.filled;
        }
        self.entries.push(Entry { tag: number, clip, bounds, form });
    }

    /// The thing under a point. A line answers within `slack_pt` points, or half its width if that is more.
    #[must_use]
    pub fn at(&self, point: Point, slack_pt: f64) -> Option<Tag> {
        let mut best: Option<(Meeting, usize)> = None;
        for entry in self.entries.iter().rev() {
            if let Some(meeting) = self.meeting(entry, point, slack_pt)
                && best.is_none_or(|(so_far, _)| meeting < so_far)
            {
                best = Some((meeting, entry.tag));
            }
        }
        best.map(|(_, tag)| Arc::clone(&self.tags[tag].tag))
    }

    /// All things under a point, the one that [`Self::at`] gives first.
    #[must_use]
    pub fn near(&self, point: Point, slack_pt: f64) -> Vec<Tag> {
        let mut met: Vec<_> = self
            .entries
            .iter()
            .rev()
            .filter_map(|entry| self.meeting(entry, point, slack_pt).map(|meeting| (meeting, entry.tag)))
            .collect();
        met.sort_by(|a, b| a.0.partial_cmp(&b.0).unwrap_or(std::cmp::Ordering::Equal));
        let mut tags: Vec<usize> = Vec::new();
        for (_, tag) in met {
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        tags.into_iter().map(|tag| Arc::clone(&self.tags[tag].tag)).collect()
    }

    /// What of the page a thing takes: the bounds of its paths, or of its texts where it has no path.
    #[must_use]
    pub fn bounds_of(&self, tag: &str) -> Option<Rect> {
        let entries = || self.entries_of(tag);
        let bounds = |entry: &Entry| entry.bounds.intersect(entry.clip);
        let paths = entries().filter(|entry| entry.form.is_some()).map(bounds).reduce(|a, b| a.union(b));
        paths.or_else(|| entries().map(bounds).reduce(|a, b| a.union(b)))
    }

    /// A point of the page at which [`Self::at`] gives this thing, as near to its middle as may be; none if it is
    /// hidden.
    #[must_use]
    pub fn point_on(&self, tag: &str) -> Option<Point> {
        let mut entries: Vec<&Entry> = self.entries_of(tag).collect();
        // Fills before lines before names, large before small.
        let order = |entry: &Entry| match &entry.form {
            Some(form) if form.filled => 0,
            Some(_) => 1,
            None => 2,
        };
        let size = |entry: &Entry| entry.bounds.intersect(entry.clip).size().max_side();
        entries.sort_by(|a, b| order(a).cmp(&order(b)).then(size(b).total_cmp(&size(a))));
        entries.into_iter().flat_map(Entry::points).find(|point| self.at(*point, 0.0).as_deref() == Some(tag))
    }

    /// All tags, in the order in which they were painted first.
    pub fn tags(&self) -> impl Iterator<Item = &Tag> {
        self.tags.iter().map(|known| &known.tag)
    }

    /// The marks that carry a tag.
    fn entries_of<'a>(&'a self, tag: &str) -> impl Iterator<Item = &'a Entry> + use<'a> {
        let number = self.numbers.get(tag).copied();
        self.entries.iter().filter(move |entry| Some(entry.tag) == number)
    }

    /// How a point meets a mark.
    fn meeting(&self, entry: &Entry, point: Point, slack: f64) -> Option<Meeting> {
        let reach = slack.max(TARGET / 2.0);
        if !entry.bounds.inflate(reach, reach).contains(point) || !entry.clip.contains(point) {
            return None;
        }
        let known = &self.tags[entry.tag];
        let Some(form) = &entry.form else {
            return entry.bounds.contains(point).then_some(match known {
                Known { area: true, .. } => Meeting::Area,
                Known { line: true, .. } => Meeting::Line(0.0),
                _ => Meeting::Name,
            });
        };
        let away = point - entry.bounds.center();
        let near = (away.x.abs().max(away.y.abs()) <= TARGET / 2.0).then(|| Meeting::NearThing(away.hypot()));
        if known.area {
            // An area lower than a target, such as Northern Cyprus on a map of the world, would drown in its lines.
            let low = form.filled && entry.bounds.height().min(entry.bounds.width()) < TARGET;
            return near.filter(|_| low).or_else(|| form.covers(point).then_some(Meeting::Area));
        }
        if is_small(entry.bounds) && !form.filled {
            return near.map(|_| Meeting::NearLine(away.hypot()));
        }
        if is_small(entry.bounds) {
            return if form.covers(point) { Some(Meeting::Thing) } else { near };
        }
        form.distance(point, slack.max(form.reach.unwrap_or(0.0))).map(Meeting::Line)
    }
}

/// Whether a mark is smaller than a target.
fn is_small(bounds: Rect) -> bool {
    bounds.width() <= TARGET && bounds.height() <= TARGET
}

/// The geometry of a mark and what of the page it takes; none if it cannot be hit.
fn form(mark: &PathMark) -> Option<(Form, Rect)> {
    let determinant = mark.transform.determinant();
    if !determinant.is_normal() || (mark.fill.is_none() && mark.stroke.is_none()) {
        return None;
    }
    let reach = mark.stroke.as_ref().map(|stroke| f64::from(stroke.width) / 2.0);
    let margin = reach.unwrap_or(0.0);
    let bounds = mark.transform.transform_rect_bbox(mark.shape.bounds).inflate(margin, margin);
    let form = Form {
        shape: Arc::clone(&mark.shape),
        to_page: mark.transform,
        from_page: mark.transform.inverse(),
        scale: determinant.abs().sqrt(),
        filled: mark.fill.is_some(),
        reach,
    };
    Some((form, bounds))
}

impl Form {
    /// Whether the paint of the mark covers a point.
    fn covers(&self, point: Point) -> bool {
        (self.filled && self.shape.contains(self.from_page * point))
            || self.reach.is_some_and(|reach| self.distance(point, reach).is_some())
    }

    /// Distance from a point to the outline in points, if that is no more than `reach`.
    fn distance(&self, point: Point, reach: f64) -> Option<f64> {
        self.shape.distance(self.from_page * point, reach / self.scale).map(|distance| distance * self.scale)
    }
}

impl Entry {
    /// Points that may meet the mark, best first.
    fn points(&self) -> Vec<Point> {
        let seen = self.bounds.intersect(self.clip);
        match &self.form {
            Some(form) if form.filled => inner_points(form, seen),
            Some(form) => line_points(form, self.clip),
            None => vec![seen.center()],
        }
    }
}

/// Points within a fill: the middles of the widest stretches on lines across what is seen of it.
fn inner_points(form: &Form, seen: Rect) -> Vec<Point> {
    const LINES: u32 = 15;
    let mut found: Vec<(f64, Point)> = Vec::new();
    for line in 1..=LINES {
        // A line across the page is a line across the shape only where the transform does not turn, which no map does.
        let y = seen.y0 + seen.height() * f64::from(line) / f64::from(LINES + 1);
        let from = form.from_page * Point::new(seen.x0, y);
        for span in form.shape.spans(from.y) {
            let [a, b] = span.map(|x| (form.to_page * Point::new(x, from.y)).x.clamp(seen.x0, seen.x1));
            // A little more weight to what lies in the middle, so that names and rings stand well.
            let middle = 1.0 - 0.5 * ((y - seen.center().y) / seen.height().max(1.0)).abs();
            found.push(((b - a).abs() * middle, Point::new(f64::midpoint(a, b), y)));
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.into_iter().filter(|(width, _)| *width > 0.0).map(|(_, point)| point).collect()
}

/// Points on a line, from the middle of its length outwards.
fn line_points(form: &Form, clip: Rect) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    kurbo::flatten(form.shape.path.iter().map(|it| form.to_page * it), 0.1, |element| match element {
        PathEl::MoveTo(p) => points.push(p),
        PathEl::LineTo(p) => {
            if let Some(last) = points.last().copied() {
                points.push(last.midpoint(p));
            }
            points.push(p);
        }
        _ => {}
    });
    points.retain(|point| clip.contains(*point));
    let middle = points.iter().fold(Vec2::ZERO, |sum, p| sum + p.to_vec2()) / points.len().max(1) as f64;
    points.sort_by(|a, b| a.distance(middle.to_point()).total_cmp(&b.distance(middle.to_point())));
    points
}
