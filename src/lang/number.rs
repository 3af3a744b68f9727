//! Numbers in words: thin spaces in thousands, the decimal sign of the language.

/// Narrow space that does not break.
pub const THIN_SPACE: char = '\u{202f}';

/// Writes a number with so many decimals as a language does.
pub fn write(value: f64, decimals: usize, code: &str) -> String {
    let text = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    if value < 0.0 && text.bytes().any(|b| (b'1'..=b'9').contains(&b)) {
        out.push('−');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push(THIN_SPACE);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(if code == "tr" { ',' } else { '.' });
        out.push_str(fraction);
    }
    out
}
