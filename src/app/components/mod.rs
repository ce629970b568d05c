//! The components: functions from plain data to markup that report actions. None holds state of its own.

pub mod answer_editor;
pub mod console;
pub mod exchange;
pub mod field;
pub mod header_lines;
pub mod markup;
pub mod origins;
pub mod page_editor;
pub mod playground;
pub mod request_editor;
pub mod steps;
pub mod top_bar;
pub mod verdict;
