//! What holds of all stacks: their files, their code, their literals; and what a scenario needs.

mod content;
mod fixtures;
mod laws;
mod needs;
mod quoting;
mod reading;
mod refusals;
