//! [Scheme fetch](https://fetch.spec.whatwg.org/#scheme-fetch): which schemes answer at all.

use alloc::string::String;
use alloc::vec::Vec;

use super::http_fetch::http_fetch;
use super::main_fetch::{MakeCorsPreflight, fail_scheme};
use super::{FetchParams, Response};
use crate::cut::{cut, cut_last, trim, trim_start};
use crate::infrastructure::headers::HeaderList;
use crate::rules::Rule;
use crate::trace::{Choice, Failure, Finding};

/// Runs scheme fetch.
///
/// NOT MODELLED: `about:blank`, `blob:` and `file:` URLs; the standard leaves the last to browsers.
///
/// # Errors
/// The scheme is none that answers, or what answers is a network error.
pub(super) fn scheme_fetch(params: &mut FetchParams) -> Result<Response, Failure> {
    // 3. Switch on the current URL's scheme.
    match params.request.current_url().scheme() {
        "data" => data_url_response(params),
        // Main fetch asks for a preflight before it comes here, where one is due.
        "http" | "https" => http_fetch(params, MakeCorsPreflight::No),
        _ => Err(fail_scheme(params)),
    }
}

/// A data URL answers itself, if it can be read.
///
/// No `Content-Type` in the answer: a trace names no header that the scenario does not list.
fn data_url_response(params: &mut FetchParams) -> Result<Response, Failure> {
    let url = params.request.current_url();
    let finding = Finding::made(url.as_str()).field(params.request.url_field);
    params.trace.require(
        Rule::DataUrlReadable,
        Choice::from(is_readable_data_url(url.path_and_query())),
        finding,
    )?;
    Ok(Response {
        status: 200,
        header_list: HeaderList::default(),
        body: String::new(),
        response_type: None,
    })
}

/// Whether the [data: URL processor](https://fetch.spec.whatwg.org/#data-url-processor) can read
/// what follows `data:`, the fragment apart.
fn is_readable_data_url(text: &str) -> bool {
    let (mime_type, Some(body)) = cut(text, b',') else {
        return false;
    };
    !is_base64(mime_type) || is_forgiving_base64(&percent_decode(body))
}

/// Whether a type ends with `;`, any spaces, and `base64` in letters of either case.
fn is_base64(mime_type: &str) -> bool {
    let mime_type = trim(mime_type, |byte| byte.is_ascii_whitespace());
    let last = cut_last(mime_type, b';').map(|(_, last)| last);
    last.is_some_and(|last| trim_start(last, |it| it == b' ').eq_ignore_ascii_case("base64"))
}

fn percent_decode(text: &str) -> Vec<u8> {
    let mut decoded = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let escaped = match (first, tail) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)),
            _ => None,
        };
        match escaped {
            Some((high, low)) => {
                decoded.push(high * 16 + low);
                rest = tail.get(2..).unwrap_or_default();
            }
            None => {
                decoded.push(*first);
                rest = tail;
            }
        }
    }
    decoded
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
}

/// Whether [forgiving-base64 decode](https://infra.spec.whatwg.org/#forgiving-base64-decode) succeeds.
fn is_forgiving_base64(data: &[u8]) -> bool {
    let mut data: Vec<u8> = data
        .iter()
        .copied()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect();
    if data.len().is_multiple_of(4) {
        let padding = data
            .iter()
            .rev()
            .take(2)
            .take_while(|byte| **byte == b'=')
            .count();
        data.truncate(data.len() - padding);
    }
    let is_digit = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    data.len() % 4 != 1 && data.iter().all(is_digit)
}
