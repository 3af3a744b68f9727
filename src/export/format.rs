//! The formats of pictures. A newcomer adds one painter and one row here.

use std::path::Path;

use crate::paint::pdf;
use crate::paint::png::{self, Easel, PaintError};
use crate::paint::svg;
use crate::scene::Scene;

/// A format of pictures.
pub struct Format {
    /// Ending of its files, without the dot.
    pub extension: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Makes the file of a scene.
    write: fn(&Scene, &Print, &mut Easel) -> Result<Vec<u8>, PaintError>,
}

/// How a scene comes onto a screen or onto paper.
#[derive(Debug, Clone, Copy)]
pub struct Print<'a> {
    /// Pixels for each point of the scene.
    pub per_point: f32,
    /// Pixels to the inch.
    pub per_inch: f32,
    /// The view that the file carries to be opened again, as JSON.
    pub view: Option<&'a str>,
}

/// Every format; the first is the usual one.
pub const FORMATS: &[Format] = &[
    Format { extension: "png", name: "PNG", write: to_png },
    Format { extension: "svg", name: "SVG", write: to_svg },
    Format { extension: "pdf", name: "PDF", write: to_pdf },
];

impl Format {
    /// The format of a file by its ending; none where the atlas writes no such files.
    #[must_use]
    pub fn of(path: &Path) -> Option<&'static Self> {
        Self::by_extension(path.extension()?.to_str()?)
    }

    /// The format with this ending.
    #[must_use]
    pub fn by_extension(extension: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.extension.eq_ignore_ascii_case(extension))
    }

    /// The content of the file that shows a scene.
    ///
    /// # Errors
    /// Where the picture is too large for the format.
    pub fn write(&self, scene: &Scene, print: &Print) -> Result<Vec<u8>, PaintError> {
        self.write_on(&mut Easel::default(), scene, print)
    }

    /// The same, with what an earlier picture has left.
    ///
    /// # Errors
    /// Where the picture is too large for the format.
    pub fn write_on(&self, easel: &mut Easel, scene: &Scene, print: &Print) -> Result<Vec<u8>, PaintError> {
        (self.write)(scene, print, easel)
    }
}

/// Pixels, with title and description for those who look into the file.
fn to_png(scene: &Scene, print: &Print, easel: &mut Easel) -> Result<Vec<u8>, PaintError> {
    let mut texts =
        vec![("Title", scene.title.as_str()), ("Description", &scene.description), ("Software", "OTS Atlas")];
    texts.extend(print.view.map(|view| (svg::VIEW, view)));
    png::write(easel, scene, print.per_point, &texts, Some(print.per_inch))
}

/// Lines and letters for browsers and drawing programs.
fn to_svg(scene: &Scene, print: &Print, _: &mut Easel) -> Result<Vec<u8>, PaintError> {
    png::dimensions(scene, print.per_point)?;
    Ok(svg::write(scene, print.per_point, print.view).into_bytes())
}

/// Lines and letters for paper, at the size in which the pixels would be printed.
fn to_pdf(scene: &Scene, print: &Print, _: &mut Easel) -> Result<Vec<u8>, PaintError> {
    png::dimensions(scene, print.per_point)?;
    pdf::write(&scene.title, &[pdf::Sheet { scene, scale: 72.0 * print.per_point / print.per_inch }], print.view)
}
