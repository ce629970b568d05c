//! The CORS Playground. In reading order: what people paste, the code that a request amounts to, which
//! of several sends is looked at, what is on the screen as plain data, what leaves the playground, and the app that shows it.

pub mod code;
pub mod paste;
mod sends;
pub mod share;
pub mod view;

pub mod app;
