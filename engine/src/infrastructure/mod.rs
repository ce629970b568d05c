//! [Infrastructure](https://fetch.spec.whatwg.org/#infrastructure): the concepts that the algorithms work with.

pub mod headers;
pub mod methods;
pub mod statuses;

pub(crate) mod port_blocking;
pub(crate) mod requests;
