//! The icon of the window, from the drawing that the desktop shows too.

use eframe::egui::IconData;

use crate::assets;
use crate::paint::png;
use crate::scene::{Affine, BezPath, Color, Group, Scene, Shape, Size};

/// The drawing: paths with one fill each.
const DRAWING: &str = "desktop/ots-atlas.svg";

/// Side of its view box.
const BOX: f64 = 64.0;

/// Side of the icon in pixels.
const SIDE: f64 = 64.0;

/// Its pixels; none where the drawing cannot be read.
#[must_use]
pub fn pixels() -> Option<IconData> {
    let mut root = Group::new("icon");
    for (path, fill) in paths(assets::text(DRAWING)) {
        root.shape(&Shape::new(path), Affine::scale(SIDE / BOX), Some(fill), None, None);
    }
    let scene = Scene {
        size: Size::new(SIDE, SIDE),
        background: Color { r: 0, g: 0, b: 0, a: 0 },
        title: String::new(),
        description: String::new(),
        lang: String::new(),
        root,
        dropped: Vec::new(),
    };
    let painted = png::paint(&scene, 1.0).ok()?;
    Some(IconData { rgba: painted.rgba, width: painted.width, height: painted.height })
}

/// The paths of a drawing in which every element is `<path fill="#rrggbb" d="…"/>`.
fn paths(drawing: &str) -> Vec<(BezPath, Color)> {
    let attribute = |element: &str, name: &str| {
        let (_, after) = element.split_once(&format!(" {name}=\""))?;
        after.split_once('"').map(|(value, _)| value.to_owned())
    };
    drawing
        .split("<path")
        .skip(1)
        .filter_map(|element| {
            let path = BezPath::from_svg(&attribute(element, "d")?).ok()?;
            let fill = attribute(element, "fill")?.parse().ok()?;
            Some((path, fill))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_of_the_drawing_is_painted() {
        let drawing = assets::text(DRAWING);
        assert!(drawing.contains("viewBox=\"0 0 64 64\""));
        assert_eq!(paths(drawing).len(), drawing.matches("<path").count());
        let IconData { rgba, width, height } = pixels().unwrap();
        assert_eq!(rgba.len(), width as usize * height as usize * 4);
        assert!(rgba.chunks_exact(4).any(|pixel| pixel[3] == 255), "something is seen");
        assert!(rgba.chunks_exact(4).any(|pixel| pixel[3] == 0), "the corners are clear");
    }
}
