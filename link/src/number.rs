//! Whole numbers in decimal digits, both ways: all that a link needs of the standard library's.

/// Appends a number.
pub(crate) fn push(out: &mut String, number: u32) {
    if number >= 10 {
        push(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

/// The number that a text is, if it is one: digits alone.
pub(crate) fn read(text: &str) -> Option<u32> {
    if text.is_empty() {
        return None;
    }
    let mut number = 0_u32;
    for byte in text.bytes() {
        if !byte.is_ascii_digit() {
            return None;
        }
        number = number
            .checked_mul(10)?
            .checked_add(u32::from(byte - b'0'))?;
    }
    Some(number)
}
