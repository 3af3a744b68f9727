//! An empty window of the same library: what the start of the atlas is measured by.

use std::time::Instant;

use eframe::egui;

struct Empty {
    start: Instant,
    frames: u32,
}

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.frames += 1;
        // The second frame begins once the first one is on screen.
        if self.frames == 2 {
            #[expect(clippy::print_stderr, reason = "this is what it is for")]
            {
                eprintln!("first frame after {} ms", self.start.elapsed().as_millis());
            }
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
        }
        ui.ctx().request_repaint();
    }
}

fn main() -> eframe::Result {
    let start = Instant::now();
    let viewport = egui::ViewportBuilder::default().with_inner_size([1280.0, 800.0]);
    let options = eframe::NativeOptions { viewport, dithering: false, ..eframe::NativeOptions::default() };
    eframe::run_native("empty", options, Box::new(move |_| Ok(Box::new(Empty { start, frames: 0 }))))
}
