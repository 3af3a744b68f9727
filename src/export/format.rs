//! The formats of pictures. A newcomer adds one painter and one row here.

use std::io::{self, Write};
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
    /// Writes the file of a scene.
    write: fn(&Scene, &Print, &mut Easel, &mut dyn Write) -> io::Result<()>,
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
        let mut bytes = Vec::new();
        self.write_to(&mut bytes, &mut Easel::default(), scene, print)?;
        Ok(bytes)
    }

    /// Writes the file that shows a scene piece by piece, with what an earlier picture has left.
    ///
    /// # Errors
    /// Where the picture is too large for the format, before anything is written; where writing fails.
    pub fn write_to(&self, file: &mut dyn Write, easel: &mut Easel, scene: &Scene, print: &Print) -> io::Result<()> {
        (self.write)(scene, print, easel, file)
    }
}

/// Pixels, with title and description for those who look into the file.
fn to_png(scene: &Scene, print: &Print, easel: &mut Easel, file: &mut dyn Write) -> io::Result<()> {
    let mut texts =
        vec![("Title", scene.title.as_str()), ("Description", &scene.description), ("Software", "OTS Atlas")];
    texts.extend(print.view.map(|view| (svg::VIEW, view)));
    png::write(easel, scene, print.per_point, &texts, Some(print.per_inch), file)
}

/// Lines and letters for browsers and drawing programs.
fn to_svg(scene: &Scene, print: &Print, _: &mut Easel, file: &mut dyn Write) -> io::Result<()> {
    png::dimensions(scene, print.per_point)?;
    file.write_all(svg::write(scene, print.per_point, print.view).as_bytes())
}

/// Lines and letters for paper, at the size in which the pixels would be printed.
fn to_pdf(scene: &Scene, print: &Print, _: &mut Easel, file: &mut dyn Write) -> io::Result<()> {
    png::dimensions(scene, print.per_point)?;
    let sheet = pdf::Sheet { scene, scale: 72.0 * print.per_point / print.per_inch };
    file.write_all(&pdf::write(&scene.title, &[sheet], print.view)?)
}
