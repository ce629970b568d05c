//! The components: functions from plain data to elements that report actions. None holds state of its own.

pub mod answer_editor;
pub mod cache;
pub mod console;
pub mod field;
pub mod header_lines;
pub mod notice;
pub mod origins;
pub mod page_editor;
pub mod player;
pub mod playground;
pub mod region;
pub mod request_editor;
pub mod sends;
pub mod steps;
pub mod top_bar;
pub mod verdict;
pub mod wire;
