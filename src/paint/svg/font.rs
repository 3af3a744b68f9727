//! The part of the bundled font that the texts of a picture need, as a rule of a style sheet.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use font_subset::Font;

use crate::scene::face;

/// Name of the font inside a picture: never that of a font of the system.
pub(super) const FAMILY: &str = "OTS Atlas Inter";

/// A rule with the glyphs of some letters in all weights; nothing without letters. A font that cannot be divided is left
/// out, as the letters that are seen do not need it; the tests demand it.
pub(super) fn rule(letters: &BTreeSet<char>, italic: bool) -> String {
    if letters.is_empty() {
        return String::new();
    }
    let part = Font::opentype(face(italic)).and_then(|font| font.subset(letters));
    part.map_or_else(
        |_| String::new(),
        |part| {
            let style = if italic { "italic" } else { "normal" };
            format!(
                "@font-face{{font-family:'{FAMILY}';font-style:{style};font-weight:100 900;\
                 src:url(data:font/ttf;base64,{}) format('truetype')}}\n",
                STANDARD.encode(part.to_opentype())
            )
        },
    )
}

#[cfg(test)]
mod tests {
    use skrifa::instance::{LocationRef, Size};
    use skrifa::{FontRef, MetadataProvider as _};

    use super::*;

    #[test]
    fn the_part_holds_its_letters_in_all_weights_and_no_others() {
        let letters: BTreeSet<char> = "Özbekistan, Қазақстан \u{2013} 12 ə".chars().collect();
        for italic in [false, true] {
            let rule = rule(&letters, italic);
            let data = rule.split_once("base64,").and_then(|(_, rest)| rest.split_once(')')).unwrap().0;
            let bytes = STANDARD.decode(data).unwrap();
            assert!(bytes.len() < face(italic).len() / 8, "{} bytes", bytes.len());
            let (part, whole) = (FontRef::new(&bytes).unwrap(), FontRef::new(face(italic)).unwrap());
            for letter in &letters {
                let glyph = part.charmap().map(*letter).unwrap_or_else(|| panic!("{letter} is missing"));
                for weight in [400.0, 700.0] {
                    let width = |font: &FontRef, glyph| {
                        let place = font.axes().location([("wght", weight), ("opsz", 14.0)]);
                        font.glyph_metrics(Size::unscaled(), LocationRef::from(&place)).advance_width(glyph)
                    };
                    let same = whole.charmap().map(*letter).unwrap();
                    let [mine, theirs] = [width(&part, glyph), width(&whole, same)].map(Option::unwrap);
                    // How widths vary stands in a table that the part goes without: some are a hundredth of the letter's
                    // height off at other weights, and each line says how long it is.
                    assert!((mine - theirs).abs() <= 20.0, "{letter} at {weight}: {mine} for {theirs}");
                }
            }
            assert_eq!(part.charmap().map('W'), None);
        }
        assert_eq!(rule(&BTreeSet::new(), false), "");
    }
}
