//! Runs CORS scenarios for real: servers on loopback, a headless browser, and the engine's verdict beside them.
//!
//! In reading order: [`servers`] answer with the bytes of a scenario, [`browser`] asks them as a
//! page would, [`curl`] as a program does, [`verify`] compares what happened with what the engine says, [`ledger`] holds the
//! differences that are known and why, [`generate`] makes scenarios up, [`conformance`] runs
//! thousands of them.

pub mod browser;
pub mod conformance;
pub mod curl;
pub mod generate;
pub mod ledger;
pub mod servers;
pub mod verify;
