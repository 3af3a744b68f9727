//! The one bundled font for egui: upright, italic, and with digits of one width.

use std::sync::Arc;

use egui::epaint::text::VariationCoords;
use egui::{FontData, FontDefinitions, FontFamily};

use crate::scene::{Font, face, shape};

/// Name of the family with slanted letters.
pub const ITALIC: &str = "Inter Italic";

/// Name of the family with digits of one width, for tables.
pub const TABULAR: &str = "Inter Tabular";

/// Name of the upright family.
const UPRIGHT: &str = "Inter";

/// The bundled font under the names that the panels use; no other font is loaded.
#[must_use]
pub fn font_definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let files = [
        (UPRIGHT, FontData::from_static(face(false))),
        (ITALIC, FontData::from_static(face(true))),
        (TABULAR, FontData::from_owned(tabular(face(false)))),
    ];
    for (name, mut data) in files {
        // The same cut at every size, as in the pictures; egui cannot vary it and measures with it.
        data.tweak.coords = VariationCoords::new([(b"wght", 400.0), (b"opsz", 14.0)]);
        // The letters of the panels have the shapes of those on the page. The hinter of egui would also look through all
        // glyphs of the font whenever a letter comes at another size than the one before it.
        data.tweak.hinting = Some(false);
        fonts.font_data.insert(name.to_owned(), Arc::new(data));
        fonts.families.insert(FontFamily::Name(name.into()), vec![name.to_owned()]);
    }
    fonts.families.insert(FontFamily::Proportional, vec![UPRIGHT.to_owned()]);
    fonts.families.insert(FontFamily::Monospace, vec![TABULAR.to_owned()]);
    fonts
}

/// The font with its digits exchanged for those of one width.
///
/// egui cannot ask a font for its `tnum` feature, so the character map (`cmap`, format 12) is made to point to the
/// glyphs that the feature would give. They follow each other in the font; were they not to, it stays as it is.
fn tabular(font: &[u8]) -> Vec<u8> {
    let mut bytes = font.to_vec();
    let digits = shape("0123456789", Font::new(14.0, 400).tabular());
    let Some(zero) = digits.glyphs.first().map(|glyph| glyph.id) else { return bytes };
    if !digits.glyphs.iter().map(|glyph| glyph.id).eq(zero..zero + 10) {
        return bytes;
    }
    let Some(groups) = groups(font) else { return bytes };
    for at in groups {
        let range = u32_at(font, at).zip(u32_at(font, at + 4));
        if let Some((first, last)) = range
            && first >= u32::from(b'0')
            && last <= u32::from(b'9')
            && let Some(glyph) = bytes.get_mut(at + 8..at + 12)
        {
            glyph.copy_from_slice(&(zero + first - u32::from(b'0')).to_be_bytes());
        }
    }
    bytes
}

/// Places of the groups (first letter, last letter, first glyph) of the format 12 character map.
fn groups(font: &[u8]) -> Option<impl Iterator<Item = usize> + use<>> {
    let tables = (0..usize::from(u16_at(font, 4)?)).map(|i| 12 + 16 * i);
    let cmap = tables.into_iter().find(|at| font.get(*at..at + 4) == Some(b"cmap"))?;
    let cmap = u32_at(font, cmap + 8)? as usize;
    let maps = (0..usize::from(u16_at(font, cmap + 2)?)).map(|i| cmap + 4 + 8 * i);
    let map = maps
        .filter_map(|at| u32_at(font, at + 4))
        .map(|offset| cmap + offset as usize)
        .find(|at| u16_at(font, *at) == Some(12))?;
    let count = u32_at(font, map + 12)? as usize;
    Some((0..count).map(move |i| map + 16 + 12 * i))
}

/// Two bytes of a font file.
fn u16_at(font: &[u8], at: usize) -> Option<u16> {
    font.get(at..at + 2)?.try_into().ok().map(u16::from_be_bytes)
}

/// Four bytes of a font file.
fn u32_at(font: &[u8], at: usize) -> Option<u32> {
    font.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes)
}
