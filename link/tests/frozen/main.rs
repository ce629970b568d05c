//! Version 1 of links, frozen: links whose verdicts never change, laws, and the reference.
#![allow(missing_docs)]

mod accident;
mod generate;
mod golden;
mod laws;
mod masks;
mod of_a_text;
mod reference;
