//! What letters stand on: the fills below them in the order of painting, and the halo around them.

use crate::scene::{Affine, Color, Group, Item, PathMark, Point, Rect, Scene, TextMark};

/// Where along a line of text its ground is looked at, in parts of its length.
const ALONG: [f64; 5] = [0.02, 0.26, 0.5, 0.74, 0.98];

/// A line of text with the colours that lie behind it.
pub struct Lettering<'s> {
    /// The line.
    pub mark: &'s TextMark,
    /// What is behind its letters, from its beginning to its end.
    pub grounds: Vec<Color>,
}

impl Lettering<'_> {
    /// How far its letters stand out where they do so least.
    pub fn contrast(&self) -> f64 {
        let of = |ground: &Color| over(self.mark.color, *ground).contrast(*ground);
        self.grounds.iter().map(of).min_by(f64::total_cmp).unwrap_or(f64::MAX)
    }
}

/// A fill that is painted already.
struct Painted<'s> {
    mark: &'s PathMark,
    color: Color,
    /// Where on the page something of it can be.
    bounds: Rect,
    /// From page points to the coordinates of its shape.
    back: Affine,
}

/// Every line of text on a page, in the order of painting.
pub fn letterings(scene: &Scene) -> Vec<Lettering<'_>> {
    let mut looker = Looker { background: scene.background, below: Vec::new(), found: Vec::new() };
    looker.group(&scene.root, scene.size.to_rect());
    looker.found
}

/// Walks through a page and keeps what it has seen.
struct Looker<'s> {
    background: Color,
    below: Vec<Painted<'s>>,
    found: Vec<Lettering<'s>>,
}

impl<'s> Looker<'s> {
    fn group(&mut self, group: &'s Group, window: Rect) {
        let window = group.clip.map_or(window, |clip| window.intersect(clip));
        for item in &group.items {
            match item {
                Item::Group(group) => self.group(group, window),
                Item::Path(mark) => {
                    let bounds = mark.transform.transform_rect_bbox(mark.shape.bounds).intersect(window);
                    let Some(color) = mark.fill.filter(|color| color.a > 0 && !bounds.is_zero_area()) else { continue };
                    self.below.push(Painted { mark, color, bounds, back: mark.transform.inverse() });
                }
                // Numbers of sources and of seats are signs and not text.
                Item::Text(mark) if mark.run.text.chars().any(char::is_alphabetic) => {
                    let y = mark.origin.y - f64::from(mark.run.font.cap_height()) / 2.0;
                    let at = ALONG.map(|part| Point::new(mark.origin.x + f64::from(mark.run.width) * part, y));
                    let grounds = at.iter().filter(|at| window.contains(**at)).map(|at| self.ground(mark, *at));
                    let grounds = grounds.collect();
                    self.found.push(Lettering { mark, grounds });
                }
                Item::Text(_) => {}
            }
        }
    }

    /// The colour behind letters at a point of the page.
    fn ground(&self, mark: &TextMark, at: Point) -> Color {
        let covers = |it: &&Painted| it.bounds.contains(at) && it.mark.shape.contains(it.back * at);
        let fills = self.below.iter().filter(covers).fold(self.background, |ground, it| over(it.color, ground));
        mark.halo.filter(|(_, width)| *width > 0.0).map_or(fills, |(halo, _)| over(halo, fills))
    }
}

/// A colour painted over an opaque one.
fn over(color: Color, ground: Color) -> Color {
    ground.toward(Color { a: 255, ..color }, f32::from(color.a) / 255.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Font, Size, shape};

    const BLACK: Color = Color::rgb(0, 0, 0);
    const WHITE: Color = Color::rgb(255, 255, 255);

    /// The contrast of black letters over a fill of half the page, painted before or after them.
    fn contrast(fill: Color, halo: Option<(Color, f32)>, clip: Option<Rect>, before: bool) -> f64 {
        let half = kurbo::Shape::to_path(&Rect::new(0.0, 0.0, 50.0, 100.0), 0.1);
        let mut box_ = Group { clip, ..Group::new("box") };
        box_.path(half, Some(fill), None, None);
        let mut root = Group::new("page");
        let mut parts = [Group::new("words"), box_];
        parts[0].text(Point::new(40.0, 50.0), shape("letters", Font::new(12.0, 400)), BLACK, halo, None);
        if before {
            parts.reverse();
        }
        parts.into_iter().for_each(|part| root.group(part));
        let scene = Scene {
            size: Size::new(100.0, 100.0),
            background: WHITE,
            title: String::new(),
            description: String::new(),
            lang: "en".to_owned(),
            root,
            dropped: Vec::new(),
        };
        letterings(&scene)[0].contrast()
    }

    #[test]
    fn the_darkest_part_of_the_ground_counts() {
        let dark = Color::rgb(60, 60, 60);
        assert!(contrast(dark, None, None, true) < 2.0, "half of the word stands on a dark fill");
        assert!(contrast(dark, None, None, false) > 20.0, "what is painted later is not behind it");
        assert!(contrast(dark, Some((WHITE, 2.0)), None, true) > 20.0, "a halo is what letters stand on");
        let elsewhere = Some(Rect::new(0.0, 0.0, 50.0, 20.0));
        assert!(contrast(dark, None, elsewhere, true) > 20.0, "what is clipped away is not behind it");
        let pale = contrast(dark.with_opacity(0.5), None, None, true);
        assert!((4.0..9.0).contains(&pale), "what shows through counts by half: {pale}");
        assert!(contrast(Color::TRANSPARENT, None, None, true) > 20.0);
    }
}
