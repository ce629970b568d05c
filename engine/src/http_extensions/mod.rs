//! [HTTP extensions](https://fetch.spec.whatwg.org/#http-extensions).

pub(crate) mod origin_header;
