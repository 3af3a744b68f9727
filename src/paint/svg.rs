//! A scene as SVG: layers as named groups, marks with what they stand for, letters as outlines below text that can be
//! selected and searched.
//!
//! Office programs drop fonts that travel inside a picture. The letters are therefore drawn as outlines of the bundled
//! font, only those that occur, and look alike everywhere; over them lies the same text, unseen, at the same places. It is
//! set in the part of the font that it needs, which travels inside the picture ([`font`]), so that what a browser selects
//! and finds has the places and widths of the letters that are seen.

mod font;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use kurbo::{Affine, BezPath, PathEl, Point, Rect};

use super::glyphs;
use super::trace::{Piece, Tracer, View, meets};
use crate::scene::{Color, Group, Item, PathMark, Scene, Stroke, TextMark};

/// Keyword under which pictures carry the view that they show.
pub const VIEW: &str = "ots-atlas-view";

/// How far an outline may stray where points are left out, in points.
const STEP: f64 = 0.05;

/// Makes the file of a scene that is shown at so many pixels a point; `view` is what it carries to be opened again.
#[must_use]
pub fn write(scene: &Scene, per_point: f32, view: Option<&str>) -> String {
    let mut writer = Writer { out: String::with_capacity(1 << 20), ..Writer::default() };
    let [width, height] = [scene.size.width, scene.size.height];
    let [columns, rows] = [width, height].map(|side| number(side * f64::from(per_point)));
    let out = &mut writer.out;
    let _ = write!(
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" \
         xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" width=\"{columns}\" height=\"{rows}\" \
         viewBox=\"0 0 {} {}\" xml:lang=\"{}\" role=\"img\" aria-labelledby=\"title description\">\n\
         <title id=\"title\">{}</title>\n<desc id=\"description\">{}</desc>\n",
        number(width),
        number(height),
        escaped(&scene.lang),
        escaped(&scene.title),
        escaped(&scene.description),
    );
    if let Some(view) = view {
        let _ = writeln!(out, "<metadata id=\"{VIEW}\">{}</metadata>", escaped(view));
    }
    let _ = writeln!(
        out,
        "<rect width=\"{}\" height=\"{}\"{}/>",
        number(width),
        number(height),
        paint("fill", scene.background),
    );
    writer.group(&scene.root, scene.size.to_rect());
    let Writer { mut out, letters, .. } = writer;
    out.push_str("<style>");
    for (italic, letters) in [false, true].into_iter().zip(&letters) {
        out.push_str(&font::rule(letters, italic));
    }
    let _ = writeln!(
        out,
        "text{{font-family:'{}',Inter,sans-serif;font-optical-sizing:none;fill-opacity:0;white-space:pre}}</style>\n</svg>",
        font::FAMILY
    );
    out
}

/// The view that an SVG carries, where it has one.
#[must_use]
pub fn carried(svg: &str) -> Option<String> {
    let start = svg.find(&format!("<metadata id=\"{VIEW}\">"))?;
    let inner = svg[start..].split_once('>')?.1.split_once("</metadata>")?.0;
    // Longer than any honest view: whoever asks refuses it by its length.
    if inner.len() > 1 << 20 {
        return Some(inner.chars().take(1 << 20).collect());
    }
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    Some(plain.iter().fold(inner.to_owned(), |text, (from, to)| text.replace(from, to)))
}

/// A file in the making.
#[derive(Default)]
struct Writer {
    out: String,
    tracer: Tracer,
    runs: usize,
    clips: usize,
    /// The letters of all texts, upright and italic.
    letters: [BTreeSet<char>; 2],
}

impl Writer {
    /// Writes a group; `window` is what of the page may be painted on, in points.
    fn group(&mut self, group: &Group, window: Rect) {
        let mut window = window;
        let label = escaped(&group.name);
        let mut clipped = String::new();
        if let Some(clip) = group.clip {
            window = window.intersect(clip);
            if window.is_zero_area() {
                return;
            }
            self.clips += 1;
            let [x, y, width, height] = [window.x0, window.y0, window.width(), window.height()].map(number);
            let _ = writeln!(
                self.out,
                "<clipPath id=\"clip{}\"><rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/></clipPath>",
                self.clips
            );
            clipped = format!(" clip-path=\"url(#clip{})\"", self.clips);
        }
        let _ = writeln!(
            self.out,
            "<g data-layer=\"{label}\" inkscape:groupmode=\"layer\" inkscape:label=\"{label}\"{clipped}>"
        );
        for item in &group.items {
            match item {
                Item::Group(group) => self.group(group, window),
                Item::Path(mark) => self.path(mark, window),
                Item::Text(mark) => self.text(mark, window),
            }
        }
        self.out.push_str("</g>\n");
    }

    /// Writes fill and stroke of a path.
    fn path(&mut self, mark: &PathMark, window: Rect) {
        let reach = mark.stroke.as_ref().map_or(1.0, |stroke| f64::from(stroke.width) * 2.0 + 1.0);
        let window = window.inflate(reach, reach);
        if !meets(mark.transform.transform_rect_bbox(mark.shape.bounds), window) {
            return;
        }
        let tag = tagged(mark.tag.as_deref());
        let view = View { to: mark.transform, window, step: STEP };
        if let Some(color) = mark.fill.filter(|color| color.a > 0) {
            let mut data = String::new();
            self.tracer.rings(&mark.shape, &view, |points| append(&mut data, points, true));
            if !data.is_empty() {
                let _ = writeln!(self.out, "<path{tag}{} d=\"{data}\"/>", paint("fill", color));
            }
        }
        let Some(stroke) = mark.stroke.as_ref().filter(|stroke| stroke.width > 0.0 && stroke.color.a > 0) else {
            return;
        };
        let look = look(stroke);
        let out = &mut self.out;
        if stroke.dash.is_empty() {
            let mut data = String::new();
            self.tracer.lines(&mark.shape, &view, |piece: Piece| append(&mut data, piece.points, piece.closed));
            if !data.is_empty() {
                let _ = writeln!(out, "<path{tag}{look} d=\"{data}\"/>");
            }
        } else {
            // Each piece knows how long the line before it is, so that dashes stay where they are on other painters.
            self.tracer.lines(&mark.shape, &View { step: 0.0, ..view }, |piece: Piece| {
                let mut data = String::new();
                append(&mut data, piece.points, piece.closed);
                let offset = if piece.start > 0.0 {
                    format!(" stroke-dashoffset=\"{}\"", number(piece.start))
                } else {
                    String::new()
                };
                let _ = writeln!(out, "<path{tag}{look}{offset} d=\"{data}\"/>");
            });
        }
    }

    /// Writes a line of text: halo, letters, and the text itself to be selected.
    fn text(&mut self, mark: &TextMark, window: Rect) {
        let reach = mark.halo.map_or(0.0, |(_, width)| f64::from(width));
        if mark.bounds().inflate(reach, reach).intersect(window).is_zero_area() {
            return;
        }
        let tag = tagged(mark.tag.as_deref());
        let letters = Affine::translate(mark.origin.to_vec2()) * glyphs::outline(&mark.run);
        let data = curves(&letters);
        let fill = paint("fill", mark.color);
        match mark.halo.filter(|(color, width)| color.a > 0 && *width > 0.0) {
            Some((color, width)) => {
                self.runs += 1;
                let (id, halo) = (self.runs, paint("stroke", color));
                let _ = writeln!(
                    self.out,
                    "<defs><path id=\"run{id}\" d=\"{data}\"/></defs><use href=\"#run{id}\" fill=\"none\"{halo} \
                     stroke-width=\"{}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>\
                     <use href=\"#run{id}\"{fill}/>",
                    number(f64::from(width) * 2.0),
                );
            }
            None => {
                let _ = writeln!(self.out, "<path{fill} d=\"{data}\"/>");
            }
        }
        let font = mark.run.font;
        self.letters[usize::from(font.italic)].extend(mark.run.text.chars());
        let (italic, tracking) = (
            if font.italic { " font-style=\"italic\"" } else { "" },
            if font.tracking == 0.0 {
                String::new()
            } else {
                format!(" letter-spacing=\"{}\"", number(font.tracking.into()))
            },
        );
        let _ = writeln!(
            self.out,
            "<text{tag} x=\"{}\" y=\"{}\" font-size=\"{}\" font-weight=\"{}\"{italic}{tracking} textLength=\"{}\" \
             lengthAdjust=\"spacingAndGlyphs\">{}</text>",
            number(mark.origin.x),
            number(mark.origin.y),
            number(font.size.into()),
            font.weight,
            // Browsers put the space of spaced letters behind the last one, too.
            number((mark.run.width + font.tracking).into()),
            escaped(&mark.run.text),
        );
    }
}

/// The attribute that says what a mark stands for.
fn tagged(tag: Option<&str>) -> String {
    tag.map(|tag| format!(" data-id=\"{}\"", escaped(tag))).unwrap_or_default()
}

/// The attributes of a colour.
fn paint(what: &str, color: Color) -> String {
    let opaque = Color { a: 255, ..color };
    match color.a {
        255 => format!(" {what}=\"{opaque}\""),
        a => format!(" {what}=\"{opaque}\" {what}-opacity=\"{}\"", number(f64::from(a) / 255.0)),
    }
}

/// The attributes of a stroke.
fn look(stroke: &Stroke) -> String {
    let mut look =
        format!(" fill=\"none\"{} stroke-width=\"{}\"", paint("stroke", stroke.color), number(stroke.width.into()));
    if stroke.round {
        look.push_str(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
    }
    if !stroke.dash.is_empty() {
        let dash: Vec<String> = stroke.dash.iter().map(|length| number((*length).into())).collect();
        let _ = write!(look, " stroke-dasharray=\"{}\"", dash.join(" "));
    }
    look
}

/// Adds points as a subpath, each but the first as steps from the one before.
fn append(data: &mut String, points: &[Point], closed: bool) {
    // Steps between rounded places do not add up their errors.
    let round = |v: f64| (v * 100.0).round() as i64;
    let mut last = (0, 0);
    for (at, point) in points.iter().enumerate() {
        let place = (round(point.x), round(point.y));
        if at == 0 {
            let _ = write!(data, "M{} {}", hundredths(place.0), hundredths(place.1));
        } else if place != last {
            let y = hundredths(place.1 - last.1);
            let gap = if y.starts_with('-') { "" } else { " " };
            let _ = write!(data, "l{}{gap}{y}", hundredths(place.0 - last.0));
        }
        last = place;
    }
    if closed {
        data.push('z');
    }
}

/// A path with its curves.
fn curves(path: &BezPath) -> String {
    let mut data = String::new();
    let p = |point: Point| format!("{} {}", number(point.x), number(point.y));
    for element in path.elements() {
        let _ = match *element {
            PathEl::MoveTo(a) => write!(data, "M{}", p(a)),
            PathEl::LineTo(a) => write!(data, "L{}", p(a)),
            PathEl::QuadTo(a, b) => write!(data, "Q{} {}", p(a), p(b)),
            PathEl::CurveTo(a, b, c) => write!(data, "C{} {} {}", p(a), p(b), p(c)),
            PathEl::ClosePath => write!(data, "Z"),
        };
    }
    data
}

/// A number with at most two decimals.
fn number(value: f64) -> String {
    hundredths((value * 100.0).round() as i64)
}

/// A number of hundredths as a decimal number, as short as it can be.
fn hundredths(value: i64) -> String {
    let (sign, whole, rest) = (if value < 0 { "-" } else { "" }, value.abs() / 100, value.abs() % 100);
    match (whole, rest) {
        (_, 0) => format!("{sign}{whole}"),
        (0, rest) if rest % 10 == 0 => format!("{sign}.{}", rest / 10),
        (0, rest) => format!("{sign}.{rest:02}"),
        (whole, rest) if rest % 10 == 0 => format!("{sign}{whole}.{}", rest / 10),
        (whole, rest) => format!("{sign}{whole}.{rest:02}"),
    }
}

/// A text as XML; letters that XML does not know are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            letter if letter.is_control() && letter != '\n' && letter != '\t' => {}
            '\u{fffe}' | '\u{ffff}' => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        for (value, text) in
            [(0.0, "0"), (-0.001, "0"), (1.5, "1.5"), (-0.25, "-.25"), (12.345, "12.35"), (0.07, ".07")]
        {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn texts_are_escaped_and_found_again() {
        assert_eq!(escaped("a<b>&\"'\u{0}\u{7}ə"), "a&lt;b&gt;&amp;&quot;&apos;ə");
        let mut scene = Scene {
            size: kurbo::Size::new(10.0, 10.0),
            background: Color::rgb(1, 2, 3),
            title: "<script>".to_owned(),
            description: String::new(),
            lang: "en".to_owned(),
            root: Group::new("page"),
            dropped: Vec::new(),
        };
        let view = r#"{"a":"</metadata>&amp; 'ə'"}"#;
        let svg = write(&scene, 2.0, Some(view));
        assert_eq!(carried(&svg).as_deref(), Some(view));
        assert!(!svg.contains("<script>") && svg.contains("width=\"20\""), "{svg}");
        scene.title = "plain".to_owned();
        assert_eq!(carried(&write(&scene, 1.0, None)), None);
    }
}
