//! Letters: high enough for the target, standing out from what is behind them, and not cut.

use super::ground::Lettering;
use super::{Flaw, Objections};
use crate::export::Laid;
use crate::scene::TextMark;
use crate::world::{Id, Kind};

/// Least contrast of letters, after WCAG 2.2 level AA.
const CONTRAST: f64 = 4.5;

/// Least height of letters: in pixels of a slide 1920 wide, and in points on paper.
const LEAST: [f64; 2] = [17.9, 8.9];

/// Letters lower than this many pixels nobody reads, on whatever screen.
const READABLE: f64 = 9.0;

/// Letters that are too small or too faint: the worst of each.
pub fn check(texts: &[Lettering], objections: &mut Objections) {
    let lang = objections.lang;
    let (height, least, unit) = height_of_letters(objections.laid);
    let small = texts.iter().map(|text| text.mark).filter(|mark| height(mark) < least);
    if let Some(mark) = small.min_by(|a, b| height(a).total_cmp(&height(b))) {
        let values = [
            ("text", mark.run.text.as_str().into()),
            ("size", lang.number(height(mark), 1).into()),
            ("least", lang.number(least.ceil(), 0).into()),
            ("unit", unit.into()),
        ];
        objections.object_to(Flaw::SmallText, lang.format("press-small", &values), mark);
    }
    let faint = texts.iter().map(|text| (text.contrast(), text.mark)).filter(|(contrast, _)| *contrast < CONTRAST);
    if let Some((contrast, mark)) = faint.min_by(|a, b| a.0.total_cmp(&b.0)) {
        let values = [("text", mark.run.text.as_str().into()), ("contrast", lang.number(contrast, 1).into())];
        objections.object_to(Flaw::LowContrast, lang.format("press-contrast", &values), mark);
    }
}

/// Titles of sources that found no room and end with an ellipsis.
pub fn sources(texts: &[Lettering], objections: &mut Objections) {
    let listed = &objections.laid.sheet.sources;
    let is_source = |mark: &&TextMark| mark.tag.as_deref() == Some("furniture:source");
    let is_cut = |mark: &&TextMark| {
        mark.run.text.ends_with('…') && !listed.iter().any(|cited| cited.label.ends_with(mark.run.text.as_str()))
    };
    let cut: Vec<&TextMark> = texts.iter().map(|text| text.mark).filter(is_source).filter(is_cut).collect();
    let Some(first) = cut.first() else { return };
    let begun = first.run.text.trim_end_matches('…');
    let source = listed.iter().find(|cited| !cited.key.is_empty() && cited.label.contains(begun));
    let subject = source.map(|cited| Id::new(Kind::Source, cited.key.as_str()));
    let values = [("count", cut.len().into()), ("text", first.run.text.as_str().into())];
    let text = objections.lang.format("press-cut", &values);
    objections.object(Flaw::CutSource, text, subject, objections.spot(first.bounds().center()));
}

/// How high letters are on the target, how high they should be, and in what.
fn height_of_letters(laid: &Laid) -> (impl Fn(&TextMark) -> f64, f64, &'static str) {
    let scene = &laid.sheet.scene;
    let is_paper = laid.is_paper;
    let shown = f64::from(laid.per_point);
    let smallest = laid.smallest() * shown;
    let factor = if !is_paper && smallest < READABLE {
        shown
    } else if is_paper {
        f64::from(laid.per_point) * 72.0 / f64::from(laid.per_inch)
    } else {
        // As on a slide that is 1920 pixels wide or 1080 high.
        1.0 / (scene.size.width / 1920.0).min(scene.size.height / 1080.0).max(1e-6)
    };
    let (least, unit) = match is_paper {
        true => (LEAST[1], "pt"),
        false if smallest < READABLE => (READABLE, "px"),
        false => (LEAST[0], "px"),
    };
    (move |mark: &TextMark| f64::from(mark.run.font.size) * factor, least, unit)
}
