//! The formats of pictures. A newcomer adds one painter and one row here.

use std::path::Path;

use crate::paint::png::{self, PaintError};
use crate::scene::Scene;

/// A format of pictures.
pub struct Format {
    /// Ending of its files, without the dot.
    pub extension: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Makes the file of a scene at so many pixels a point.
    write: fn(&Scene, f32) -> Result<Vec<u8>, PaintError>,
}

/// Every format; the first is the usual one.
pub const FORMATS: &[Format] = &[Format { extension: "png", name: "PNG", write: to_png }];

impl Format {
    /// The format of a file by its ending; none where the atlas writes no such files.
    #[must_use]
    pub fn of(path: &Path) -> Option<&'static Self> {
        let extension = path.extension()?.to_str()?;
        FORMATS.iter().find(|format| format.extension.eq_ignore_ascii_case(extension))
    }

    /// The content of the file that shows a scene at so many pixels a point.
    ///
    /// # Errors
    /// Where the picture is too large for the format.
    pub fn write(&self, scene: &Scene, per_point: f32) -> Result<Vec<u8>, PaintError> {
        (self.write)(scene, per_point)
    }
}

/// Pixels, with title and description for those who look into the file.
fn to_png(scene: &Scene, per_point: f32) -> Result<Vec<u8>, PaintError> {
    let pixels = png::paint(scene, per_point)?;
    let texts = [("Title", scene.title.as_str()), ("Description", &scene.description), ("Software", "OTS Atlas")];
    png::encode(&pixels, &texts, None)
}
