//! How large a texture the window asks the driver for.

use egui::{Context, RawInput};
use ots_atlas::paint::screen::{self, Means, ScreenPainter};

use super::blank;

/// Sizes of the textures that are handed to a driver which takes some size: that of the letters first.
fn handed_over(driver: usize, width: f64) -> Vec<[usize; 2]> {
    let ctx = Context::default();
    let (scene, mut painter) = (blank(width, 20.0), ScreenPainter::new(Means::Picture));
    let mut input = RawInput { max_texture_side: Some(driver), ..RawInput::default() };
    screen::narrow(&ctx, &mut input);
    let mut output = ctx.run_ui(input, |ui| painter.paint(ui.painter(), egui::Pos2::ZERO, &scene, 1));
    let mut drawn: Vec<_> = output.textures_delta.set.drain().collect();
    output.textures_delta.clear();
    drawn.sort_by_key(|(id, _)| *id != egui::TextureId::default());
    drawn.into_iter().flat_map(|(_, deltas)| deltas).map(|delta| delta.image.size()).collect()
}

#[test]
fn letters_have_a_narrow_texture_and_pages_all_that_the_driver_takes() {
    let [letters, page] = handed_over(8192, 5000.0)[..] else { panic!("two textures") };
    assert_eq!((letters[0], page), (screen::LETTERS, [5000, 20]));
    assert_eq!(handed_over(4500, 5000.0).iter().filter(|size| **size == [5000, 20]).count(), 0, "too wide for it");
    assert_eq!(handed_over(2048, 1000.0)[0][0], 2048);
}
