//! [Simple range header values](https://fetch.spec.whatwg.org/#simple-range-header-value).

use crate::cut::{cut, trim_start};

/// Whether a value is one range with a beginning, such as `bytes=0-` or `bytes=0-499`.
pub(super) fn is_simple_range(value: &str) -> bool {
    let Some((start, Some(end))) = value.strip_prefix("bytes=").map(|range| cut(range, b'-'))
    else {
        return false;
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    // A range without a beginning, the last n bytes, is not simple.
    !start.is_empty() && digits(start) && digits(end) && (end.is_empty() || !is_less(end, start))
}

/// Compares numbers of any length.
fn is_less(one: &str, two: &str) -> bool {
    let is_zero = |byte| byte == b'0';
    let one = trim_start(one, is_zero);
    let two = trim_start(two, is_zero);
    (one.len(), one) < (two.len(), two)
}
