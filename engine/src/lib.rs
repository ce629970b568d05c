//! The CORS protocol of the Fetch standard as a pure function.
#![no_std]

extern crate alloc;
