//! Pictures and texts on the clipboard of the desktop, with an answer whether they arrived there.

use arboard::{Clipboard, ImageData};

use crate::paint::png::Pixels;

/// Most pixels that go onto the clipboard; it holds them uncompressed, and other programs copy them again.
pub const MOST: u64 = 40_000_000;

/// Puts a picture on the clipboard. What it returns keeps it there: on X11 the program that copied hands the picture
/// out, as long as it runs.
///
/// # Errors
/// In words, where there is no clipboard or it takes no picture.
pub fn copy(pixels: Pixels) -> Result<Clipboard, String> {
    let mut clipboard = Clipboard::new().map_err(|error| error.to_string())?;
    let [width, height] = [pixels.width, pixels.height].map(|side| side as usize);
    clipboard.set_image(ImageData { width, height, bytes: pixels.rgba.into() }).map_err(|error| error.to_string())?;
    Ok(clipboard)
}

/// Puts a text on the clipboard. What it returns keeps it there.
///
/// # Errors
/// In words, where there is no clipboard or it takes no text.
pub fn copy_text(text: &str) -> Result<Clipboard, String> {
    let mut clipboard = Clipboard::new().map_err(|error| error.to_string())?;
    clipboard.set_text(text).map_err(|error| error.to_string())?;
    Ok(clipboard)
}
