//! The [URL parser](https://url.spec.whatwg.org/#concept-url-parser): the crate `url`, and in a
//! browser the browser's own, for which nothing has to be downloaded.
//!
//! INVARIANT: nothing else in the engine knows where it runs. Both parsers keep to one standard;
//! tests of the app hold them against each other.

use alloc::string::String;

/// Parses `input` against `base` and serializes the result; `None` is failure.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn parse_and_serialize(input: &str, base: Option<&str>) -> Option<String> {
    let base = match base {
        None => None,
        Some(base) => Some(url::Url::parse(base).ok()?),
    };
    let url = url::Url::options().base_url(base.as_ref()).parse(input);
    url.ok().map(String::from)
}

/// Parses `input` against `base` and serializes the result; `None` is failure.
#[cfg(target_arch = "wasm32")]
pub(super) fn parse_and_serialize(input: &str, base: Option<&str>) -> Option<String> {
    let url = match base {
        None => web_sys::Url::new(input),
        Some(base) => web_sys::Url::new_with_base(input, base),
    };
    url.ok().map(|url| url.href())
}
