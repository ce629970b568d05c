//! [Simple range header values](https://fetch.spec.whatwg.org/#simple-range-header-value).

/// Whether a value is one range with a beginning, such as `bytes=0-` or `bytes=0-499`.
pub(super) fn is_simple_range(value: &str) -> bool {
    let Some((start, end)) = value
        .strip_prefix("bytes=")
        .and_then(|range| range.split_once('-'))
    else {
        return false;
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    // A range without a beginning, the last n bytes, is not simple.
    !start.is_empty() && digits(start) && digits(end) && (end.is_empty() || !is_less(end, start))
}

/// Compares numbers of any length.
fn is_less(one: &str, two: &str) -> bool {
    let one = one.trim_start_matches('0');
    let two = two.trim_start_matches('0');
    (one.len(), one) < (two.len(), two)
}
