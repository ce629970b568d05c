//! What leaves, format by format.

mod look;
