//! Whole numbers in decimal digits, both ways: each of the standard library's types brings code of
//! its own for it.

use alloc::string::{String, ToString};

/// The number in decimal digits.
pub(crate) fn write(number: impl Into<u64>) -> String {
    // Once for all types.
    fn of_u64(number: u64) -> String {
        number.to_string()
    }
    of_u64(number.into())
}

/// The number that a text is, if it is one: digits alone, and not too large.
pub(crate) fn read(text: &str) -> Option<u64> {
    if !is_number(text) {
        return None;
    }
    text.bytes().try_fold(0_u64, |number, byte| {
        let is_small = number <= u64::MAX / 10;
        let tenfold = is_small.then(|| number * 10)?;
        tenfold.checked_add(u64::from(byte - b'0'))
    })
}

/// Whether a text is digits alone.
pub(crate) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
