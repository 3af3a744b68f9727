//! Scenes as a PDF: text in the bundled font, the map as a figure with its description, the rest as headings and
//! paragraphs.

mod reading;

use std::collections::BTreeMap;
use std::ops::Range;

use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::geom::{Path, PathBuilder, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{ContentTag, Tag, TagGroup, TagTree};
use krilla::text::{GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use kurbo::{Point, Rect};

use reading::{Line, Reading};

use super::png::PaintError;
use super::svg::VIEW;
use super::trace::{Piece, Tracer, View, meets};
use crate::scene::{Color, Font, Group, Item, PathMark, Run, Scene, Stroke, TextMark, face};

/// How far an outline may stray where points are left out, in points of the page.
const STEP: f64 = 0.05;

/// A page of a document.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// What it shows.
    pub scene: &'a Scene,
    /// Points of the paper, 72 to the inch, for each point of the scene.
    pub scale: f32,
}

/// Makes a document of scenes, one a page; `view` is what it carries to be opened again.
///
/// # Errors
/// If there is no page, a page has no size, or the library refuses.
pub fn write(title: &str, sheets: &[Sheet], view: Option<&str>) -> Result<Vec<u8>, PaintError> {
    let first = sheets.first().ok_or(PaintError::Empty)?.scene;
    let mut document = Document::new_with(SerializeSettings::default());
    document.set_metadata(
        Metadata::new()
            .title(title.to_owned())
            .description(first.description.clone())
            .language(first.lang.clone())
            .creator("OTS Atlas".to_owned())
            .producer("OTS Atlas".to_owned()),
    );
    let mut tree = TagTree::new().with_lang(Some(first.lang.clone()));
    let mut outline = Outline::new();
    let mut painter = Painter { tracer: Tracer::default(), fonts: BTreeMap::new(), reading: Reading::default() };
    for (at, sheet) in sheets.iter().enumerate() {
        let scale = sheet.scale;
        let [width, height] = [sheet.scene.size.width, sheet.scene.size.height].map(|side| side as f32 * scale);
        let settings = PageSettings::from_wh(width, height).ok_or(PaintError::Empty)?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        surface.push_transform(&Transform::from_scale(scale, scale));
        painter.scene(&mut surface, sheet.scene);
        surface.pop();
        surface.finish();
        page.finish();
        for node in std::mem::take(&mut painter.reading).into_tags() {
            tree.push(node);
        }
        let top = XyzDestination::new(at, krilla::geom::Point::from_xy(0.0, 0.0));
        outline.push_child(OutlineNode::new(sheet.scene.title.clone(), top));
    }
    if sheets.len() > 1 {
        document.set_outline(outline);
    }
    document.set_tag_tree(tree);
    if let Some(view) = view {
        // Not compressed, so that it can be found without reading the document.
        let file = EmbeddedFile {
            path: format!("{VIEW}.json"),
            mime_type: MimeType::new("application/json"),
            description: Some("The view that this document shows, for OTS Atlas".to_owned()),
            association_kind: AssociationKind::Source,
            data: view.as_bytes().to_vec().into(),
            modification_date: None,
            compress: Some(false),
            location: None,
        };
        let _ = document.embed_file(file);
    }
    document.finish().map_err(|why| PaintError::Encode(format!("{why:?}")))
}

/// An instance of the font: weight, and whether it is the italic one.
type Look = (u16, bool);

/// Paints pages; keeps its buffers and the fonts of the document.
struct Painter<'s> {
    tracer: Tracer,
    fonts: BTreeMap<Look, Option<krilla::text::Font>>,
    reading: Reading<'s>,
}

impl<'s> Painter<'s> {
    /// Paints a whole page.
    fn scene(&mut self, surface: &mut Surface, scene: &'s Scene) {
        let page = scene.size.to_rect();
        surface.start_tagged(ContentTag::Artifact(krilla::tagging::Artifact::with_kind(
            krilla::tagging::ArtifactType::Other,
        )));
        if let Some(path) = rectangle(page) {
            surface.set_stroke(None);
            surface.set_fill(Some(fill(scene.background)));
            surface.draw_path(&path);
        }
        surface.end_tagged();
        for item in &scene.root.items {
            match item {
                // The map is one figure; title, legend and notes are read as headings and paragraphs.
                Item::Group(group) if group.name == "map" => {
                    let id = surface.start_tagged(ContentTag::Other);
                    self.group(surface, group, page, true);
                    surface.end_tagged();
                    let figure = Tag::Figure(Some(scene.description.clone()));
                    self.reading.take_figure(TagGroup::with_children(figure, vec![id.into()]).into());
                }
                Item::Group(group) => self.group(surface, group, page, false),
                Item::Path(mark) => self.path(surface, mark, page, false),
                Item::Text(mark) => self.text(surface, mark, page, false),
            }
        }
    }

    /// Paints a group; `window` is what of the page may be painted on, in points of the scene. Inside a tag there is no
    /// other.
    fn group(&mut self, surface: &mut Surface, group: &'s Group, window: Rect, tagged: bool) {
        let mut window = window;
        if let Some(clip) = group.clip {
            window = window.intersect(clip);
            let Some(path) = rectangle(window) else { return };
            surface.push_clip_path(&path, &FillRule::NonZero);
        }
        for item in &group.items {
            match item {
                Item::Group(group) => self.group(surface, group, window, tagged),
                Item::Path(mark) => self.path(surface, mark, window, tagged),
                Item::Text(mark) => self.text(surface, mark, window, tagged),
            }
        }
        if group.clip.is_some() {
            surface.pop();
        }
    }

    /// Paints fill and stroke of a path.
    fn path(&mut self, surface: &mut Surface, mark: &PathMark, window: Rect, tagged: bool) {
        let reach = mark.stroke.as_ref().map_or(1.0, |stroke| f64::from(stroke.width) * 2.0 + 1.0);
        let window = window.inflate(reach, reach);
        if !meets(mark.transform.transform_rect_bbox(mark.shape.bounds), window) {
            return;
        }
        if !tagged {
            surface.start_tagged(ContentTag::Artifact(krilla::tagging::Artifact::with_kind(
                krilla::tagging::ArtifactType::Other,
            )));
        }
        let view = View { to: mark.transform, window, step: STEP };
        if let Some(color) = mark.fill.filter(|color| color.a > 0) {
            let mut path = PathBuilder::new();
            self.tracer.rings(&mark.shape, &view, |points| append(&mut path, points, true));
            if let Some(path) = path.finish() {
                surface.set_stroke(None);
                surface.set_fill(Some(fill(color)));
                surface.draw_path(&path);
            }
        }
        if let Some(stroke) = mark.stroke.as_ref().filter(|stroke| stroke.width > 0.0 && stroke.color.a > 0) {
            self.stroke(surface, mark, stroke, &view);
        }
        if !tagged {
            surface.end_tagged();
        }
    }

    /// Strokes a path.
    fn stroke(&mut self, surface: &mut Surface, mark: &PathMark, stroke: &Stroke, view: &View) {
        surface.set_fill(None);
        if stroke.dash.is_empty() {
            let mut path = PathBuilder::new();
            self.tracer.lines(&mark.shape, view, |piece: Piece| append(&mut path, piece.points, piece.closed));
            if let Some(path) = path.finish() {
                surface.set_stroke(Some(line(stroke, 0.0)));
                surface.draw_path(&path);
            }
            return;
        }
        self.tracer.lines(&mark.shape, &View { step: 0.0, ..*view }, |piece: Piece| {
            let mut path = PathBuilder::new();
            append(&mut path, piece.points, piece.closed);
            if let Some(path) = path.finish() {
                surface.set_stroke(Some(line(stroke, piece.start as f32)));
                surface.draw_path(&path);
            }
        });
    }

    /// Paints a line of text over its halo.
    fn text(&mut self, surface: &mut Surface, mark: &'s TextMark, window: Rect, tagged: bool) {
        let reach = mark.halo.map_or(0.0, |(_, width)| f64::from(width));
        if mark.run.glyphs.is_empty() && !tagged {
            self.reading.pause();
        }
        if mark.bounds().inflate(reach, reach).intersect(window).is_zero_area() {
            return;
        }
        let font = mark.run.font;
        let known = self.fonts.entry((font.weight, font.italic)).or_insert_with(|| instance(font));
        let Some(known) = known.clone() else { return };
        let start = krilla::geom::Point::from_xy(mark.origin.x as f32, mark.origin.y as f32);
        let glyphs = glyphs(&mark.run);
        let id = (!tagged).then(|| surface.start_tagged(ContentTag::Other));
        if let Some((color, width)) = mark.halo.filter(|(color, width)| color.a > 0 && *width > 0.0) {
            let halo = Stroke { width: width * 2.0, color, dash: Vec::new(), round: true };
            surface.set_fill(None);
            surface.set_stroke(Some(line(&halo, 0.0)));
            // As outlines: the halo is no text.
            surface.draw_glyphs(start, &glyphs, known.clone(), &mark.run.text, font.size, true);
        }
        surface.set_stroke(None);
        surface.set_fill(Some(fill(mark.color)));
        surface.draw_glyphs(start, &glyphs, known, &mark.run.text, font.size, false);
        if let Some(id) = id {
            surface.end_tagged();
            self.reading.take(Line { mark, id });
        }
    }
}

/// The font of the document for a look.
fn instance(font: Font) -> Option<krilla::text::Font> {
    let axes = [(krilla::text::Tag::new(b"wght"), f32::from(font.weight)), (krilla::text::Tag::new(b"opsz"), 14.0)];
    krilla::text::Font::new_variable(face(font.italic).to_vec().into(), 0, &axes)
}

/// The glyphs of a run where they were shaped, in parts of the size of the font.
fn glyphs(run: &Run) -> Vec<KrillaGlyph> {
    let size = run.font.size;
    let ends = run.glyphs.iter().skip(1).map(|glyph| glyph.x).chain([run.width]);
    let mut glyphs: Vec<KrillaGlyph> = Vec::with_capacity(run.glyphs.len());
    for (glyph, end) in run.glyphs.iter().zip(ends) {
        glyphs.push(KrillaGlyph {
            glyph_id: GlyphId::new(glyph.id),
            text_range: cluster(run, glyph.cluster),
            x_advance: (end - glyph.x) / size,
            x_offset: 0.0,
            y_offset: -glyph.y / size,
            y_advance: 0.0,
            location: None,
        });
    }
    glyphs
}

/// The bytes of the text that the glyphs of a cluster stand for.
fn cluster(run: &Run, start: u32) -> Range<usize> {
    let next = run.glyphs.iter().map(|glyph| glyph.cluster).filter(|other| *other > start).min();
    start as usize..next.map_or(run.text.len(), |next| next as usize)
}

/// A rectangle as a path; none without an area.
fn rectangle(rect: Rect) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(krilla::geom::Rect::from_ltrb(rect.x0 as f32, rect.y0 as f32, rect.x1 as f32, rect.y1 as f32)?);
    path.finish()
}

/// Adds points as a subpath.
fn append(path: &mut PathBuilder, points: &[Point], closed: bool) {
    // A hundredth of a point is finer than any printer, and takes half the bytes.
    let round = |v: f64| (v * 100.0).round() as f32 / 100.0;
    for (at, point) in points.iter().enumerate() {
        let (x, y) = (round(point.x), round(point.y));
        if at == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
    }
    if closed {
        path.close();
    }
}

/// A colour of the library.
fn color(color: Color) -> rgb::Color {
    rgb::Color::new(color.r, color.g, color.b)
}

/// The opacity of a colour.
fn opacity(color: Color) -> NormalizedF32 {
    NormalizedF32::new(f32::from(color.a) / 255.0).unwrap_or(NormalizedF32::ONE)
}

/// A fill by the non-zero rule.
fn fill(paint: Color) -> Fill {
    Fill { paint: color(paint).into(), opacity: opacity(paint), rule: FillRule::NonZero }
}

/// A stroke, with the length of the line before it for its dashes.
fn line(stroke: &Stroke, offset: f32) -> krilla::paint::Stroke {
    let (cap, join) = if stroke.round { (LineCap::Round, LineJoin::Round) } else { (LineCap::Butt, LineJoin::Miter) };
    krilla::paint::Stroke {
        paint: color(stroke.color).into(),
        width: stroke.width,
        miter_limit: 4.0,
        line_cap: cap,
        line_join: join,
        opacity: opacity(stroke.color),
        dash: (!stroke.dash.is_empty()).then(|| StrokeDash { array: stroke.dash.clone(), offset }),
    }
}
