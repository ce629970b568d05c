//! Thousands of made-up cases, shard by shard: what is done is kept, so that a run can stop and go on.
//!
//! In reading order: a [`Plan`] divides the cases into shards, [`run_shards`] runs some of them and
//! makes a [`Tally`] of each, a [`State`] keeps those, [`Progress`] says how far it is, [`page()`]
//! writes down what came out.

mod date;
mod page;
mod plan;
mod progress;
mod sitting;
mod state;
mod tally;

pub use date::today;
pub use page::{Results, page};
pub use plan::{Plan, Shard};
pub use progress::Progress;
pub use sitting::{SittingError, pending, run_shards};
pub use state::{Found, State, Version};
pub use tally::{Answers, Finding, Tally};
