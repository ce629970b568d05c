//! The same CORS fix in the language of each server, filled in with a scenario's values.
//!
//! A [`Stack`] is a file below `content/`: a header of plain lines, then a template of code. A
//! [`Policy`] is what a server has to allow so that a scenario's page can read the answer. [`render()`]
//! puts the one into the other. In reading order: the policy, the file, the template in it, how each
//! language writes a text, what is refused.
//!
//! All values of a policy are text that anybody may have typed into a link. None becomes code: each is
//! written as a literal of the language it goes into, or a sentence says why it cannot be.
//!
//! The crate runs in a browser's worker too, so it reads its files by hand.

mod by_text;
#[cfg(not(target_arch = "wasm32"))]
mod folder;
mod names;
mod needs;
mod policy;
mod problem;
mod quote;
mod refusal;
mod render;
mod stack;
mod template;

pub use by_text::render_by_text;
#[cfg(not(target_arch = "wasm32"))]
pub use folder::read_folder;
pub use policy::{Api, Origins, Policy};
pub use problem::Problem;
pub use quote::Quoting;
pub use refusal::Refusal;
pub use render::{render, written};
pub use stack::{Kind, Package, Proof, Stack};
