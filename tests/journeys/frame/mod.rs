//! The frame in a page of another site.

mod address;
mod height;
mod messages;
mod place;

/// The page needs a preflight, and its answer is all that is missing.
const PREFLIGHTED: &str =
    "v=1&method=PUT&res-header=Access-Control-Allow-Origin:%20https://frontend.com";
/// One header from being readable.
const WITHHELD: &str = "v=1&status=201";
const READABLE: &str = "v=1&res-header=Access-Control-Allow-Origin:%20https://frontend.com";
