//! What people paste, read into a scenario.

mod headers;
mod layout;
mod line;
mod problem;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

pub use headers::{MOST_BYTES, Pasted, headers};
pub use problem::{PasteProblem, Reason};
