//! Names of headers that are nearly those of the CORS protocol.

use cors_link::CORS_HEADERS;

/// How many letters may be wrong, missing or too many.
const MOST_WRONG: usize = 2;

/// The header that is meant, if this is the name of none but nearly one.
pub(crate) fn meant(name: &str) -> Option<&'static str> {
    if CORS_HEADERS.iter().any(|it| it.eq_ignore_ascii_case(name)) {
        return None;
    }
    let mut near = CORS_HEADERS.iter().copied();
    near.find(|it| distance(name.as_bytes(), it.as_bytes()) <= MOST_WRONG)
}

/// How many letters must be changed, added or removed, whatever their case; too many count as one more
/// than matters.
fn distance(one: &[u8], other: &[u8]) -> usize {
    if one.len().abs_diff(other.len()) > MOST_WRONG {
        return MOST_WRONG + 1;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, byte) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = line + 1;
        for (column, letter) in other.iter().enumerate() {
            let is_same = byte.eq_ignore_ascii_case(letter);
            let changed = diagonal + usize::from(!is_same);
            diagonal = row[column + 1];
            row[column + 1] = changed.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_nearly_a_header_is_told() {
        let rows = [
            (
                "Access-Control-Allow-Origins",
                Some("Access-Control-Allow-Origin"),
            ),
            (
                "Access-Control-Allow-Header",
                Some("Access-Control-Allow-Headers"),
            ),
            (
                "access-controll-allow-origin",
                Some("Access-Control-Allow-Origin"),
            ),
            ("Acess-Control-Max-Age", Some("Access-Control-Max-Age")),
            ("Access-Control-Allow-Origin", None),
            ("ACCESS-CONTROL-ALLOW-ORIGIN", None),
            ("Access-Control-Request-Method", None),
            ("Content-Type", None),
            ("", None),
        ];
        for (name, wanted) in rows {
            assert_eq!(meant(name), wanted, "{name}");
        }
    }
}
