//! The notation of a scenario in a URL fragment, version 1: to it and back.
//!
//! A fragment is a row of pairs, `#v=1&page=https://app.example/&method=PUT&header=X-A:%201`. The
//! keys and their order stand in `key.rs`. Texts are percent-encoded UTF-8; a plus is a plus.
//!
//! - A send is written as what differs from the send before it, and the first one as what differs
//!   from the defaults in `defaults.rs`: `then=3` is the same again, three seconds later.
//! - A key without `=` means none. `body` is no body, while `body=` is an empty one; `pre`: the
//!   server has no OPTIONS handler; `status`: the connection fails; `header`, `pre-header` and
//!   `res-header`: an empty list, where the send before had lines; `hop`: the chain ends here.
//! - `hop=2` says that what follows is about the second answer of the chain. What stands before any
//!   `hop` is about the first, so `hop=1` is needed only where the send before had no hop at all.
//! - Lists of header lines are written whole. In a line the first `: ` ends the name; a colon in a
//!   name is encoded, so that it does not.
//! - `allow-origin=*` is short for `res-header=Access-Control-Allow-Origin:%20*`, `pre-allow-origin=*` for the same
//!   of the preflight's answer; `short_key.rs` has all of these.
//! - `proxy` is the origin that the page's own server forwards to; without it, to none.
//! - `opaque` and `upload` are `true` or `false`. A status is any text.
//! - `step` names a rule of the engine, and from the second on which of its steps is meant.
//!
//! - Of a request header that holds a secret only the name is written, and `***`.
//!
//! Version 1 is frozen: whatever it has once written is always read as it was meant, defaults included.
//! The file `docs/link.md` is its reference, `tests/frozen` holds it.

mod cut;
mod defaults;
mod header_line;
mod key;
mod mask;
mod number;
mod percent;
mod place;
mod problem;
mod read;
mod reader;
mod short_key;
mod step;
mod write;
mod writer;

#[cfg(test)]
mod tests;

pub use key::Key;
pub use mask::{is_scheme, masked, with_masks};
pub use percent::decode;
pub use problem::{LinkProblem, Reason};
pub use read::{Link, MOST_BYTES, read};
pub use short_key::CORS_HEADERS;
pub use step::{LinkStep, StepName};
pub use write::{MOST_TO_SHARE, write};
