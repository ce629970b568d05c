//! The CORS Playground. In reading order: what is on the screen as plain data, and the app that
//! shows it.

pub mod view;

pub mod app;
