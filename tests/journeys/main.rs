//! Journeys through the built page in a real browser: `cargo xtask test journeys`.

mod accessible;
mod bad_input;
mod editors;
mod embed_dialog;
mod embed_element;
mod first_screen;
mod five_frames;
mod fix;
mod frame;
mod frame_reader;
mod from_blocked_to_readable;
mod host;
mod hostile_host;
mod interview;
mod keyboard;
mod learn;
mod page;
mod player;
mod proxy;
mod reports;
mod sandbox;
mod screen;
mod share;
mod stage;
mod states;
