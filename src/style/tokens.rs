//! The colours of each theme, read from `assets/theme`.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::assets;
use crate::scene::Color;

/// Colours of window and picture.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// Dark on warm paper.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// For paper.
    Print,
    /// For paper without colour.
    Greyscale,
}

/// What each colour is for stands beside the tokens in the design; contrast is tested.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tokens {
    /// Whether the theme is light on dark.
    pub dark: bool,
    /// Paper.
    pub canvas: Color,
    /// Bars, rail, inspector.
    pub panel: Color,
    /// Troughs of tabs, hovered rows.
    pub raised: Color,
    /// Hairlines.
    pub line: Color,
    /// Outlines of controls, axes.
    pub ctl: Color,
    /// Running text.
    pub text: Color,
    /// Notes and sources.
    pub text2: Color,
    /// Counts and units; the smallest contrast allowed.
    pub text3: Color,
    /// Primary button, switches, tick above the title.
    pub accent: Color,
    /// Text on accent.
    pub on_accent: Color,
    /// Selected row, status card.
    pub accent_bg: Color,
    /// Focus ring.
    pub focus: Color,
    /// Land outside the OTS.
    pub land: Color,
    /// Seas and lakes.
    pub water: Color,
    /// Rivers.
    pub river: Color,
    /// Boundaries outside the OTS.
    pub ctx_line: Color,
    /// Coasts.
    pub coast: Color,
    /// Names of countries outside the OTS.
    pub ctx_text: Color,
    /// Names of waters.
    pub water_text: Color,
    /// Graticule.
    pub graticule: Color,
    /// Member states.
    pub member: Color,
    /// The selected member state.
    pub member_sel: Color,
    /// Outline of members and observers.
    pub member_line: Color,
    /// Observers, below the hatch.
    pub obs: Color,
    /// Hatch of observers.
    pub obs_hatch: Color,
    /// Corridors.
    pub cor: Color,
    /// Corridors side by side, one each.
    pub lines: [Color; 9],
    /// Either side of a selected line, inside of symbols.
    pub casing: Color,
    /// Corridors that are not selected, past bars.
    pub idle: Color,
    /// Boundaries that are not delimited.
    pub disp: Color,
    /// Capitals, seats and leaders.
    pub seat: Color,
    /// Names on the map.
    pub label: Color,
    /// Halo behind names.
    pub halo: Color,
    /// Track gauge of 1520 mm.
    pub g1520: Color,
    /// Track gauge of 1435 mm.
    pub g1435: Color,
    /// Notices.
    pub warn: Color,
    /// Ground of notices.
    pub warn_bg: Color,
    /// Errors.
    pub err: Color,
}

impl Theme {
    /// Every theme with its word for files, messages and the command line.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Light, "light"), (Self::Dark, "dark"), (Self::Print, "print"), (Self::Greyscale, "greyscale")];

    /// The colours of the theme.
    #[must_use]
    pub fn tokens(self) -> &'static Tokens {
        static ALL: LazyLock<[Tokens; 4]> = LazyLock::new(|| Theme::ALL.map(|(_, word)| read(word)));
        &ALL[Theme::ALL.iter().position(|(theme, _)| *theme == self).unwrap_or_default()]
    }
}

/// Reads the colours of a theme; a broken file, which the tests exclude, leaves the theme colourless.
fn read(word: &str) -> Tokens {
    toml::from_str(assets::text(&format!("theme/{word}.toml"))).unwrap_or_else(|_| Tokens::colourless())
}

impl Tokens {
    /// Black on white.
    fn colourless() -> Self {
        let (k, w, g) = (Color::rgb(0, 0, 0), Color::rgb(255, 255, 255), Color::rgb(128, 128, 128));
        Self {
            dark: false,
            canvas: w,
            panel: w,
            raised: w,
            line: g,
            ctl: g,
            text: k,
            text2: k,
            text3: k,
            accent: k,
            on_accent: w,
            accent_bg: w,
            focus: k,
            land: w,
            water: w,
            river: g,
            ctx_line: g,
            coast: g,
            ctx_text: k,
            water_text: k,
            graticule: g,
            member: g,
            member_sel: g,
            member_line: k,
            obs: w,
            obs_hatch: g,
            cor: k,
            lines: [k; 9],
            casing: w,
            idle: g,
            disp: g,
            seat: k,
            label: k,
            halo: w,
            g1520: k,
            g1435: g,
            warn: k,
            warn_bg: w,
            err: k,
        }
    }
}
