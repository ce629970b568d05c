//! The CORS protocol of the [Fetch standard](https://fetch.spec.whatwg.org/) as a pure function:
//! from a [`Scenario`] to a [`Trace`] that says what the browser does, step by step, and why.
//!
//! Folders and files are named as the standard's sections, functions as its algorithms.
#![no_std]

extern crate alloc;

pub mod cors_preflight_cache;
pub mod cut;
pub mod fetch_api;
#[cfg(feature = "serde")]
pub mod format;
pub mod infrastructure;
pub mod origin;
pub mod rules;
pub mod scenario;
pub mod trace;
pub mod url;

mod evaluate;
mod fetching;
mod http_extensions;
mod mixed_content;
mod number;
mod profile;

pub use cors_preflight_cache::PreflightCache;
pub use evaluate::evaluate;
pub use rules::Rule;
pub use scenario::Scenario;
pub use trace::Trace;
