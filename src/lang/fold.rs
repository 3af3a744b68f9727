//! Folding for the search: one plain form for every way in which a name is written.

/// Latin letters with marks, by the plain letter that they fold to.
const LATIN: &[(&str, &str)] = &[
    ("a", "àáâãäåāăąǎ"),
    ("ae", "æǽ"),
    ("c", "çćĉċč"),
    ("d", "ďđð"),
    ("e", "èéêëēĕėęěəǝ"),
    ("g", "ĝğġģǧ"),
    ("h", "ĥħḥ"),
    ("i", "ìíîïĩīĭįıǐ"),
    ("j", "ĵ"),
    ("k", "ķĸḳ"),
    ("l", "ĺļľŀł"),
    ("n", "ñńņňŉŋ"),
    ("o", "òóôõöøōŏőǒ"),
    ("oe", "œ"),
    ("r", "ŕŗř"),
    ("s", "śŝşšșṣ"),
    ("ss", "ß"),
    ("t", "ţťŧțṭ"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųǔ"),
    ("w", "ŵ"),
    ("y", "ýÿŷ"),
    ("z", "źżžẓ"),
];

/// Cyrillic letters of Russian, Kazakh, Kyrgyz, Uzbek, Azerbaijani, Bulgarian, Serbian and Ukrainian.
const CYRILLIC: &[(char, &str)] = &[
    ('а', "a"),
    ('ә', "e"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('ғ', "g"),
    ('ґ', "g"),
    ('д', "d"),
    ('ђ', "d"),
    ('е', "e"),
    ('ё', "e"),
    ('є', "e"),
    ('ж', "zh"),
    ('җ', "j"),
    ('з', "z"),
    ('и', "i"),
    ('і', "i"),
    ('ї', "i"),
    ('й', "y"),
    ('ј', "j"),
    ('к', "k"),
    ('қ', "k"),
    ('ҝ', "g"),
    ('л', "l"),
    ('љ', "lj"),
    ('м', "m"),
    ('н', "n"),
    ('ң', "n"),
    ('њ', "nj"),
    ('о', "o"),
    ('ө', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('ћ', "c"),
    ('у', "u"),
    ('ұ', "u"),
    ('ү', "u"),
    ('ў', "o"),
    ('ф', "f"),
    ('х', "kh"),
    ('ҳ', "h"),
    ('һ', "h"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ҹ', "c"),
    ('џ', "dz"),
    ('ш', "sh"),
    ('щ', "shch"),
    ('ъ', ""),
    ('ы', "y"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "yu"),
    ('я', "ya"),
];

/// The plain form of a text: small letters without marks, Cyrillic in Latin letters, no apostrophes, and one
/// space for whatever else stands between words.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else {
            for small in c.to_lowercase() {
                fold_letter(small, &mut out);
            }
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// Adds the plain form of one small letter.
fn fold_letter(c: char, out: &mut String) {
    if is_dropped(c) {
        return;
    }
    if c.is_ascii_alphanumeric() {
        out.push(c);
    } else if let Some((_, plain)) = CYRILLIC.iter().find(|(letter, _)| *letter == c) {
        out.push_str(plain);
    } else if let Some((plain, _)) = LATIN.iter().find(|(_, marked)| marked.contains(c)) {
        out.push_str(plain);
    } else if c.is_alphanumeric() {
        out.push(c);
    } else if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
}

/// Apostrophes and the letters that look like them, and marks that combine with the letter before.
fn is_dropped(c: char) -> bool {
    matches!(c, '\'' | '`' | '´' | '‘' | '’' | 'ʻ' | 'ʼ' | 'ʹ' | 'ʾ' | 'ʿ' | '\u{300}'..='\u{36f}' | '\u{ad}')
}
