//! What the app does to the page beside showing it. Hooks without markup.

mod line_focus;

pub use line_focus::use_line_focus;
