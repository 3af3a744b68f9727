//! The design tokens: every theme reads, and every pair of colours that must be told apart keeps its contrast.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use ots_atlas::scene::Color;
use ots_atlas::style::{Theme, Tokens};

/// Name, foreground, background and the least contrast between them.
fn pairs(t: &Tokens) -> Vec<(&'static str, Color, Color, f64)> {
    vec![
        ("text on canvas", t.text, t.canvas, 7.0),
        ("text on panel", t.text, t.panel, 7.0),
        ("text2 on canvas", t.text2, t.canvas, 4.5),
        ("text2 on accent_bg", t.text2, t.accent_bg, 4.5),
        ("text3 on raised", t.text3, t.raised, 4.4),
        ("accent on panel", t.accent, t.panel, 4.5),
        ("on_accent on accent", t.on_accent, t.accent, 4.5),
        ("ctl on panel", t.ctl, t.panel, 3.0),
        ("focus on panel", t.focus, t.panel, 3.0),
        ("ctx_text on land", t.ctx_text, t.land, 4.5),
        ("water_text on water", t.water_text, t.water, 4.5),
        ("member_line on member", t.member_line, t.member, 3.0),
        ("member_line on land", t.member_line, t.land, 3.0),
        ("member_line on water", t.member_line, t.water, 3.0),
        ("cor on land", t.cor, t.land, 4.5),
        ("cor on member", t.cor, t.member, 3.0),
        ("cor on casing", t.cor, t.casing, 4.5),
        ("idle on land", t.idle, t.land, 4.5),
        ("disp on land", t.disp, t.land, 4.5),
        ("seat on member", t.seat, t.member, 4.5),
        ("label on member", t.label, t.member, 4.5),
        ("label on member_sel", t.label, t.member_sel, 4.5),
        ("label on halo", t.label, t.halo, 7.0),
        ("warn on warn_bg", t.warn, t.warn_bg, 4.5),
        ("err on panel", t.err, t.panel, 4.5),
    ]
}

#[test]
fn every_theme_keeps_its_contrasts() {
    for (theme, word) in Theme::ALL {
        let tokens = theme.tokens();
        assert_ne!(tokens.canvas, tokens.water, "{word}: the file did not read");
        for (name, front, back, least) in pairs(tokens) {
            let ratio = front.contrast(back);
            assert!(ratio >= least, "{word}: {name} is {ratio:.2}, less than {least}");
        }
        for color in tokens.lines {
            for (name, back, least) in [("land", tokens.land, 4.5), ("member", tokens.member, 3.0)] {
                let ratio = color.contrast(back);
                assert!(ratio >= least, "{word}: the line {color} on {name} is {ratio:.2}, less than {least}");
            }
        }
    }
}

/// Lightness L* of CIE 1976, 0 to 100.
fn lightness(color: Color) -> f64 {
    let y = color.luminance();
    if y > 216.0 / 24389.0 { 116.0 * y.cbrt() - 16.0 } else { y * 24389.0 / 27.0 }
}

#[test]
fn greyscale_keeps_the_categories_apart_without_colour() {
    let t = Theme::Greyscale.tokens();
    for color in
        t.lines.into_iter().chain([t.land, t.water, t.member, t.member_sel, t.obs_hatch, t.cor, t.idle, t.disp])
    {
        assert!(color.r == color.g && color.g == color.b, "{color} is no grey");
    }
    let areas = [("land", t.land), ("water", t.water), ("member", t.member), ("selected member", t.member_sel)];
    for (at, (name, color)) in areas.iter().enumerate() {
        for (other, beside) in &areas[at + 1..] {
            let apart = (lightness(*color) - lightness(*beside)).abs();
            assert!(apart >= 15.0, "{name} and {other} are {apart:.1} apart in L*");
        }
    }
    assert!((lightness(t.obs) - lightness(t.obs_hatch)).abs() >= 15.0);
    assert!((lightness(t.cor) - lightness(t.idle)).abs() >= 15.0);
}
