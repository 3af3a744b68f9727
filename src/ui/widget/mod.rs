//! The widgets that panels are made of; every one has a role, a name, a focus ring and a target of 24 points at least.

mod button;
mod confidence;
mod field;
mod popup;
mod row;
mod section;
mod symbol;
mod tabs;
mod toggle;

pub use button::{Button, icon_button};
pub use confidence::{confidence_mark, confidence_word, paint_confidence};
pub use field::{Field, key_cap, paint_key_cap};
pub use popup::{MenuItem, card, confirmed, dialog, foot, menu_head, popup_frame, rule};
pub use row::Row;
pub use section::{Section, section};
pub use symbol::{paint_symbol, swatch, symbol_word};
pub use tabs::tabs;
pub use toggle::{paint_toggle, toggle_row};
