//! Journeys through the built page in a real browser: `cargo xtask test journeys`.

mod bad_input;
mod first_screen;
mod from_blocked_to_readable;
mod page;
