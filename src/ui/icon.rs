//! The icons: lines of 1.4 points on a grid of 16, drawn here and painted by egui.

use std::sync::LazyLock;

use egui::{Color32, Painter, Pos2, Shape, Stroke};
use kurbo::{BezPath, PathEl};

/// Side of the grid in points.
pub const SIZE: f32 = 16.0;

/// Width of the lines in points.
const WIDTH: f32 = 1.4;

/// Declares the icons with their paths in one table.
macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident => $path:literal),* $(,)?) => {
        /// A small drawing that stands for an action or a sort of thing.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Icon { $($(#[$doc])* $name),* }

        impl Icon {
            /// Every icon.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];
        }

        /// The drawings in the order of [`Icon::ALL`], as SVG paths.
        const PATHS: &[&str] = &[$($path),*];
    };
}

icons! {
    /// Find.
    Search => "M10.4 10.4 14 14M11.7 7a4.7 4.7 0 1 1-9.4 0 4.7 4.7 0 0 1 9.4 0Z",
    /// Closed section, next.
    ChevronRight => "M6.2 4.2 10 8l-3.8 3.8",
    /// Open section, menu below.
    ChevronDown => "M4.2 6.2 8 10l3.8-3.8",
    /// Fold away.
    ChevronUp => "M4.2 9.8 8 6l3.8 3.8",
    /// Close.
    Close => "M4 4l8 8M12 4l-8 8",
    /// Add, closer.
    Plus => "M8 3v10M3 8h10",
    /// Farther.
    Minus => "M3 8h10",
    /// The whole OTS.
    Home => "M2.5 7.5 8 2.8l5.5 4.7M4.2 6.4V13h7.6V6.4",
    /// Menu.
    Menu => "M2.5 4h11M2.5 8h11M2.5 12h11",
    /// States.
    Map => "M2 4.2 6 2.6l4 1.6 4-1.6v9.2l-4 1.6-4-1.6-4 1.6ZM6 2.6v9.2M10 4.2v9.2",
    /// Institutions.
    Institution => "M2.4 6.2 8 2.8l5.6 3.4ZM3.8 6.4v5.4M6.6 6.4v5.4M9.4 6.4v5.4M12.2 6.4v5.4M2.4 13.2h11.2",
    /// Corridors.
    Train => "M4.6 2.6h6.8a1.4 1.4 0 0 1 1.4 1.4v5.6a1.4 1.4 0 0 1-1.4 1.4H4.6a1.4 1.4 0 0 1-1.4-1.4V4a1.4 1.4 0 0 1 1.4-1.4ZM3.2 7h9.6M8 2.6V7M5.6 9.1h.1M10.4 9.1h.1M5.2 11l-1.6 2.6M10.8 11l1.6 2.6",
    /// As-of date, events.
    Calendar => "M3.6 3.6h8.8a1.2 1.2 0 0 1 1.2 1.2v7.4a1.2 1.2 0 0 1-1.2 1.2H3.6a1.2 1.2 0 0 1-1.2-1.2V4.8a1.2 1.2 0 0 1 1.2-1.2ZM2.4 7h11.2M5.4 2.2v2.6M10.6 2.2v2.6",
    /// Customs measures.
    Document => "M4 2.4h5.4L12.6 5.6v8H4a.6.6 0 0 1-.6-.6V3a.6.6 0 0 1 .6-.6ZM9.4 2.4v3.2h3.2M5.8 8.4h4.4M5.8 10.9h4.4",
    /// Customs.
    Stamp => "M4.4 13.6h7.2M2.8 11h10.4V9.4H9.6c-.5-1.5.8-2.2.8-4a2.4 2.4 0 0 0-4.8 0c0 1.8 1.3 2.5.8 4H2.8Z",
    /// Take back.
    Undo => "M5.4 3.2 2.6 6l2.8 2.8M2.6 6h6.6a3.6 3.6 0 0 1 0 7.2H7",
    /// Do again.
    Redo => "M10.6 3.2 13.4 6l-2.8 2.8M13.4 6H6.8a3.6 3.6 0 0 0 0 7.2H9",
    /// Page before.
    Back => "M13.2 8H2.8M7 3.8 2.8 8 7 12.2",
    /// Page after.
    Forward => "M2.8 8h10.4M9 3.8 13.2 8 9 12.2",
    /// To the dark theme.
    Moon => "M13.4 9.5A5.7 5.7 0 1 1 6.5 2.6a4.5 4.5 0 0 0 6.9 6.9Z",
    /// To the light theme.
    Sun => "M10.8 8a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0ZM8 1.6v1.3M8 13.1v1.3M1.6 8h1.3M13.1 8h1.3M3.5 3.5l.9.9M11.6 11.6l.9.9M12.5 3.5l-.9.9M4.4 11.6l-.9.9",
    /// Let time pass.
    Play => "M5.2 3.2v9.6L12.8 8Z",
    /// Hold time.
    Pause => "M5.4 3.4v9.2M10.6 3.4v9.2",
    /// The other way round.
    Swap => "M4.8 13V3M2.4 5.4 4.8 3l2.4 2.4M11.2 3v10M8.8 10.6l2.4 2.4 2.4-2.4",
    /// A route between two places.
    Route => "M3.6 13.4a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM12.4 5.6a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM5.2 11.9h4.6a2 2 0 0 0 0-4H6.2a2 2 0 0 1 0-4h4.6",
    /// A chainage strip.
    Strip => "M2 8h12M3.6 5.8v4.4M8 5.8v4.4M12.4 5.8v4.4",
    /// Kept views.
    Bookmark => "M4.4 2.4h7.2a.6.6 0 0 1 .6.6v10.6L8 10.6l-4.2 3V3a.6.6 0 0 1 .6-.6Z",
    /// Copy.
    Copy => "M6.6 5.4h5.8a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H6.6a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1ZM10.4 3v-.2a.8.8 0 0 0-.8-.8H3.4a.8.8 0 0 0-.8.8v7a.8.8 0 0 0 .8.8h.2",
    /// Write a picture.
    Export => "M8 10V2.6M5 5.4l3-2.8 3 2.8M3 9.4v3a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1v-3",
    /// Layers of the map.
    Layers => "M8 2.4 14 5.6 8 8.8 2 5.6ZM2.4 8.6 8 11.5l5.6-2.9M2.4 11.2 8 14.1l5.6-2.9",
    /// Seen.
    Eye => "M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8ZM9.8 8a1.8 1.8 0 1 1-3.6 0 1.8 1.8 0 0 1 3.6 0Z",
    /// Good to know.
    Info => "M13.9 8a5.9 5.9 0 1 1-11.8 0 5.9 5.9 0 0 1 11.8 0ZM8 7.4v3.4M8 5.1v.1",
    /// A place.
    Pin => "M8 14s4.6-4 4.6-7.4a4.6 4.6 0 0 0-9.2 0C3.4 10 8 14 8 14ZM9.6 6.6a1.6 1.6 0 1 1-3.2 0 1.6 1.6 0 0 1 3.2 0Z",
    /// A point reached.
    Flag => "M3.6 14V2.8M3.6 3.4c3-1.6 5 1.4 8.8 0v5.8c-3.8 1.4-5.8-1.6-8.8 0",
    /// Language.
    Globe => "M13.9 8a5.9 5.9 0 1 1-11.8 0 5.9 5.9 0 0 1 11.8 0ZM2.3 8h11.4M8 2.1c2.1 1.9 2.9 3.7 2.9 5.9S10.1 12 8 13.9C5.9 12 5.1 10.2 5.1 8S5.9 4 8 2.1Z",
    /// Keys and help.
    Help => "M13.9 8a5.9 5.9 0 1 1-11.8 0 5.9 5.9 0 0 1 11.8 0ZM6.2 6.3A1.85 1.85 0 0 1 9.85 6.7C9.85 8 8 8.1 8 9.3M8 11.4v.1",
    /// Only some.
    Filter => "M2.4 4h11.2M4.4 8h7.2M6.4 12h3.2",
    /// Opens in another program.
    External => "M9 2.6h4.4V7M13.2 2.8 7.6 8.4M6.4 3.8H3.6a1 1 0 0 0-1 1v7.6a1 1 0 0 0 1 1h7.6a1 1 0 0 0 1-1V9.6",
    /// Chosen.
    Check => "M3.2 8.4l3.2 3.2 6.4-7",
    /// Text and panels.
    Text => "M2 12.6 5.4 4l3.4 8.6M3.2 9.8h4.4M10 12.6l2.2-5.6 2.2 5.6M10.8 10.8h2.8",
    /// Full screen.
    Expand => "M9.6 2.6h3.8v3.8M13.2 2.8 9.4 6.6M6.4 13.4H2.6V9.6M2.8 13.2l3.8-3.8",
    /// Something failed.
    Alert => "M8 2.6 14 13.2H2ZM8 6.6v3M8 11.3v.1",
}

/// A line of an icon.
struct Line {
    points: Vec<Pos2>,
    closed: bool,
}

/// The drawings as lines, flattened once.
static LINES: LazyLock<Vec<Vec<Line>>> = LazyLock::new(|| PATHS.iter().map(|path| flatten(path)).collect());

/// The lines of a path.
fn flatten(path: &str) -> Vec<Line> {
    let path = BezPath::from_svg(path).unwrap_or_default();
    let mut lines: Vec<Line> = Vec::new();
    kurbo::flatten(&path, 0.02, |element| match element {
        PathEl::MoveTo(p) => lines.push(Line { points: vec![at(p)], closed: false }),
        PathEl::LineTo(p) => {
            if let Some(line) = lines.last_mut() {
                line.points.push(at(p));
            }
        }
        PathEl::ClosePath => {
            if let Some(line) = lines.last_mut() {
                line.closed = true;
                if line.points.len() > 2
                    && line.points.first().zip(line.points.last()).is_some_and(|(a, b)| a.distance(*b) < 0.05)
                {
                    line.points.pop();
                }
            }
        }
        _ => {}
    });
    lines
}

/// A point of the grid.
fn at(p: kurbo::Point) -> Pos2 {
    Pos2::new(p.x as f32, p.y as f32)
}

impl Icon {
    /// Paints the icon around a point.
    pub fn paint(self, painter: &Painter, center: Pos2, ink: Color32) {
        self.paint_sized(painter, center, SIZE, ink);
    }

    /// Paints the icon around a point, on a grid of another side.
    pub fn paint_sized(self, painter: &Painter, center: Pos2, side: f32, ink: Color32) {
        let scale = side / SIZE;
        let origin = center - egui::Vec2::splat(side / 2.0);
        let width = WIDTH * scale.max(0.8);
        let Some(lines) = LINES.get(self as usize) else { return };
        for line in lines {
            let points: Vec<Pos2> = line.points.iter().map(|p| origin + p.to_vec2() * scale).collect();
            if line.closed {
                painter.add(Shape::closed_line(points, Stroke::new(width, ink)));
            } else {
                for end in [points.first(), points.last()].into_iter().flatten() {
                    painter.circle_filled(*end, width / 2.0, ink);
                }
                painter.add(Shape::line(points, Stroke::new(width, ink)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_is_drawn_within_its_grid() {
        for icon in Icon::ALL {
            let lines = &LINES[*icon as usize];
            assert!(!lines.is_empty(), "{icon:?} does not parse");
            for p in lines.iter().flat_map(|line| &line.points) {
                assert!(
                    (1.0..=15.0).contains(&p.x) && (1.0..=15.0).contains(&p.y),
                    "{icon:?} leaves its grid at {p:?}"
                );
            }
        }
    }
}
