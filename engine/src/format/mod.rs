//! The public format, version 1: scenarios in, scenarios and results out.
//!
//! [`Scenario`](crate::Scenario) reads and writes itself with `serde`; what reads or writes the
//! text, JSON as a rule, is the caller's. What is no scenario (an unknown field, a wrong type, a
//! number over a limit) is the error of whoever reads; every other mistake is read as typed, and
//! [`evaluate`](crate::evaluate()) finds it. Nothing is buffered on the way, so errors have the place
//! at which the reader stands.

mod keyword;
mod limits;
mod object;
mod request;
mod result;
mod scenario;

pub use result::{ScenarioResult, result};

/// The version of the format that is read and written.
pub const VERSION: u64 = 1;

/// The most bytes that the text of a scenario may have; whoever holds the text checks it.
pub const MOST_BYTES: usize = 32 * 1024;
