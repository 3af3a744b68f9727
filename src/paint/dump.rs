//! A scene as text: one mark a line, stable and readable, for tests.

use std::fmt::Write as _;

use kurbo::{Affine, Rect};

use crate::scene::{Color, Group, Item, PathMark, Scene, Stroke, TextMark};

/// Writes a scene as text.
#[must_use]
pub fn dump(scene: &Scene) -> String {
    let mut text = String::new();
    line(&mut text, 0, &format!("page {} {}", number(scene.size.width), number(scene.size.height)));
    line(&mut text, 1, &format!("background {}", scene.background));
    line(&mut text, 1, &format!("title {:?}", scene.title));
    line(&mut text, 1, &format!("description {:?}", scene.description));
    line(&mut text, 1, &format!("lang {}", scene.lang));
    for dropped in &scene.dropped {
        line(&mut text, 1, &format!("dropped {:?}", dropped.text));
    }
    group(&mut text, 0, &scene.root);
    text
}

/// Writes a group and what it holds.
fn group(text: &mut String, depth: usize, group_: &Group) {
    let clip = group_.clip.map_or(String::new(), |clip| format!(" clip {}", rect(clip)));
    line(text, depth, &format!("group {:?}{clip}", group_.name));
    for item in &group_.items {
        match item {
            Item::Group(inner) => group(text, depth + 1, inner),
            Item::Path(mark) => line(text, depth + 1, &path(mark)),
            Item::Text(mark) => line(text, depth + 1, &letters(mark)),
        }
    }
}

/// Writes a path on one line.
fn path(mark: &PathMark) -> String {
    let mut words = String::from("path");
    if let Some(tag) = &mark.tag {
        let _ = write!(words, " {tag}");
    }
    if let Some(color) = mark.fill {
        let _ = write!(words, " fill {color}");
    }
    if let Some(Stroke { width, color, dash, round }) = &mark.stroke {
        let _ = write!(words, " stroke {color} {}", number(f64::from(*width)));
        if !dash.is_empty() {
            let dash: Vec<String> = dash.iter().map(|d| number(f64::from(*d))).collect();
            let _ = write!(words, " dash {}", dash.join(","));
        }
        words.push_str(if *round { " round" } else { "" });
    }
    let bounds = mark.transform.transform_rect_bbox(mark.shape.bounds);
    let _ = write!(words, " bounds {} points {}", rect(bounds), mark.shape.path.count());
    if mark.transform != Affine::IDENTITY {
        let scale = mark.transform.determinant().abs().sqrt();
        let _ = write!(words, " scale {scale:.4}");
    }
    words
}

/// Writes a line of text on one line.
fn letters(mark: &TextMark) -> String {
    let font = mark.run.font;
    let mut words = String::from("text");
    if let Some(tag) = &mark.tag {
        let _ = write!(words, " {tag}");
    }
    let _ = write!(words, " {:?} at {} {}", mark.run.text, number(mark.origin.x), number(mark.origin.y));
    let _ = write!(words, " width {} size {}", number(f64::from(mark.run.width)), number(f64::from(font.size)));
    let _ = write!(words, " weight {}", font.weight);
    words.push_str(if font.italic { " italic" } else { "" });
    words.push_str(if font.tabular { " tabular" } else { "" });
    if font.tracking != 0.0 {
        let _ = write!(words, " tracking {}", number(f64::from(font.tracking)));
    }
    let _ = write!(words, " {}", mark.color);
    if let Some((color, width)) = mark.halo {
        let _ = write!(words, " halo {} {}", Color::to_string(&color), number(f64::from(width)));
    }
    words
}

/// Writes a line at a depth.
fn line(text: &mut String, depth: usize, words: &str) {
    let _ = writeln!(text, "{:width$}{words}", "", width = depth * 2);
}

/// A number to a tenth, without a sign before zero.
fn number(value: f64) -> String {
    let value = (value * 10.0).round() / 10.0 + 0.0;
    format!("{value}")
}

/// Left, top, right and bottom.
fn rect(rect: Rect) -> String {
    [rect.x0, rect.y0, rect.x1, rect.y1].map(number).join(" ")
}
