//! [CORS-safelisted request-headers](https://fetch.spec.whatwg.org/#cors-safelisted-request-header) and [CORS-unsafe request-header names](https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names).

use cors_engine::infrastructure::headers::cors_safelisted_request_header::{
    Unsafe, cors_safelisted_request_header,
};
use cors_engine::scenario::{Mode, Profile};
use cors_engine::{Rule, Scenario};

use crate::support::*;

const ASKED: &str = "Access-Control-Request-Headers";

fn get(name: &str, value: &str) -> Scenario {
    fetch(API).header(name, value).answer("200", ANYBODY)
}

/// A GET with safelisted values of `size` bytes together, in values of at most 100 bytes.
fn together(size: usize) -> Scenario {
    let names = ["Accept", "Accept-Language", "Content-Language"];
    let mut scenario = fetch(API).answer("200", ANYBODY);
    let mut left = size;
    for name in names.iter().cycle() {
        if left == 0 {
            break;
        }
        let length = left.min(100);
        scenario = scenario.header(name, &"a".repeat(length));
        left -= length;
    }
    scenario
}

fn simple() -> Wanted {
    readable(Rule::WildcardWithoutCredentials).wire("GET")
}

fn preflighted() -> Wanted {
    network_error(Rule::AllowOriginPresent).wire("OPTIONS")
}

pub(crate) fn rows() -> Vec<Row> {
    // `Accept: */*`, which fetch adds, has three bytes.
    let without_accept = |size: usize| {
        let mut scenario = together(0);
        let mut left = size;
        while left > 0 {
            let length = left.min(100);
            scenario = scenario.header("Accept-Language", &"a".repeat(length));
            left -= length;
        }
        scenario
    };
    rows! {
        "1: a value of 128 bytes": get("Accept", &"a".repeat(128)) => simple();
        "1: a value of 129 bytes":
            get("Accept", &"a".repeat(129)) => preflighted().asks(ASKED, Some("accept"));
        "2: a safelisted header": get("Accept-Language", "de, en;q=0.5") => simple();
        "2: any other header":
            get("X-Requested-With", "XMLHttpRequest") => preflighted().asks(ASKED, Some("x-requested-with"));
        "2: JSON":
            get("Content-Type", "application/json") => preflighted().asks(ASKED, Some("content-type"));
        "2: text": get("Content-Type", "text/plain ; charset=utf-8") => simple();
        "2: two lines are judged one by one":
            get("Content-Type", "text/plain").header("Content-Type", "text/plain") => simple();
        "2: two long lines are judged one by one":
            get("Accept", &"a".repeat(100)).header("Accept", &"a".repeat(100)) => simple();
        "2: a single range": get("Range", "bytes=0-") => simple();
        "2: the last bytes": get("Range", "bytes=-500") => preflighted().asks(ASKED, Some("range"));
        "2: Last-Event-ID": get("Last-Event-ID", "1") => preflighted();
        "unsafe 5: 1024 bytes together": together(1024) => simple();
        "unsafe 5: 1025 bytes together":
            together(1025) => preflighted().asks(ASKED, Some("accept,accept-language,content-language"));
        "unsafe 5: 1021 bytes and the Accept that fetch adds": without_accept(1021) => simple();
        "unsafe 5: 1022 bytes and the Accept that fetch adds":
            without_accept(1022) => preflighted().asks(ASKED, Some("accept,accept-language"));
        "unsafe 5: unsafe values do not count":
            together(1024).header("X-A", &"a".repeat(500)) => preflighted().asks(ASKED, Some("x-a"));
        "unsafe 5: the type of a text body counts":
            together(1000).method("POST").body("x") => simple().wire("POST");
        "unsafe 5: the type of a text body is one too many":
            together(1001).method("POST").body("x") => preflighted();
        "unsafe 5: same-origin requests may have more":
            together(2000).page("https://api.example/") => readable(Rule::SameOrigin).wire("GET");
        "unsafe 5: no-cors requests ask nobody":
            together(200).mode(Mode::NoCors) => opaque().wire("GET");
    }
}

#[test]
fn every_row() {
    check(&rows());
}

fn judge(rows: &[(&str, &str, &str, Result<(), Unsafe>)]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(row, name, value, wanted)| {
            (
                row,
                cors_safelisted_request_header(Profile::Standard, name, value),
                wanted,
            )
        })
        .filter(|(_, found, wanted)| found != *wanted)
        .map(|(row, found, wanted)| format!("{row}: wanted {wanted:?}, found {found:?}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn names_and_bytes() {
    let (at_limit, over) = ("a".repeat(128), "a".repeat(129));
    let high = "é".repeat(128);
    judge(&[
        ("1: 127 bytes", "Accept", &at_limit[1..], Ok(())),
        ("1: 128 bytes", "Accept", &at_limit, Ok(())),
        ("1: 129 bytes", "Accept", &over, Err(Unsafe::TooLong)),
        ("1: a code point is a byte", "Accept", &high, Ok(())),
        (
            "1: length is judged before the name",
            "X-A",
            &over,
            Err(Unsafe::TooLong),
        ),
        (
            "1: length is judged before the type",
            "Content-Type",
            &over,
            Err(Unsafe::TooLong),
        ),
        ("2: names know no case", "ACCEPT", "a", Ok(())),
        ("2: an empty value", "Accept", "", Ok(())),
        ("2: Accept with a tab", "Accept", "a\tb", Ok(())),
        (
            "2: Accept with another control",
            "Accept",
            "a\u{1}b",
            Err(Unsafe::Byte(1)),
        ),
        (
            "2: Accept with DEL",
            "Accept",
            "a\u{7F}",
            Err(Unsafe::Byte(1)),
        ),
        ("2: Accept with a high byte", "Accept", "é", Ok(())),
        (
            "2: Accept with quotes",
            "Accept",
            "a;b=\"c\"",
            Err(Unsafe::Byte(4)),
        ),
        (
            "2: Accept with a slash and a star",
            "Accept",
            "text/*, */*;q=0.1",
            Ok(()),
        ),
        (
            "2: Accept-Language with an underscore",
            "Accept-Language",
            "de_DE",
            Err(Unsafe::Byte(2)),
        ),
        (
            "2: Accept-Language with a high byte",
            "Accept-Language",
            "é",
            Err(Unsafe::Byte(0)),
        ),
        (
            "2: Accept-Language with a slash",
            "Accept-Language",
            "a/b",
            Err(Unsafe::Byte(1)),
        ),
        (
            "2: Accept-Language with all it may have",
            "Accept-Language",
            "aZ09 *,-.;=",
            Ok(()),
        ),
        (
            "2: Accept-Language with a tab",
            "Accept-Language",
            "a\tb",
            Err(Unsafe::Byte(1)),
        ),
        (
            "2: Content-Language as Accept-Language",
            "content-language",
            "de_DE",
            Err(Unsafe::Byte(2)),
        ),
        ("2: Authorization", "Authorization", "x", Err(Unsafe::Name)),
        (
            "2: DPR is no longer on the list",
            "DPR",
            "2",
            Err(Unsafe::Name),
        ),
        (
            "2: Origin is not on the list",
            "Origin",
            "null",
            Err(Unsafe::Name),
        ),
    ]);
    for byte in "\"():<>?@[\\]{}".chars() {
        let value = format!("ab{byte}");
        judge(&[("2: an unsafe byte", "Accept", &value, Err(Unsafe::Byte(2)))]);
    }
}

#[test]
fn content_types() {
    let unsafe_type = Err(Unsafe::ContentType);
    judge(&[
        (
            "2: urlencoded",
            "Content-Type",
            "application/x-www-form-urlencoded",
            Ok(()),
        ),
        (
            "2: multipart",
            "Content-Type",
            "multipart/form-data; boundary=x",
            Ok(()),
        ),
        ("2: plain", "Content-Type", "text/plain", Ok(())),
        (
            "2: types know no case",
            "content-type",
            "Text/PLAIN;Charset=UTF-8",
            Ok(()),
        ),
        (
            "2: white space before the semicolon",
            "Content-Type",
            "text/plain ;charset=utf-8",
            Ok(()),
        ),
        ("2: a bare semicolon", "Content-Type", "text/plain;", Ok(())),
        (
            "2: white space around the slash",
            "Content-Type",
            "text /plain",
            unsafe_type,
        ),
        (
            "2: white space after the slash",
            "Content-Type",
            "text/ plain",
            unsafe_type,
        ),
        (
            "2: a comma is no semicolon",
            "Content-Type",
            "text/plain, text/plain",
            unsafe_type,
        ),
        ("2: HTML", "Content-Type", "text/html", unsafe_type),
        (
            "2: JSON in a parameter",
            "Content-Type",
            "text/plain; application/json",
            Ok(()),
        ),
        ("2: no type", "Content-Type", "", unsafe_type),
        ("2: half a type", "Content-Type", "text", unsafe_type),
        ("2: no subtype", "Content-Type", "text/", unsafe_type),
        (
            "2: a quoted parameter",
            "Content-Type",
            "text/plain; charset=\"utf-8\"",
            Err(Unsafe::Byte(20)),
        ),
    ]);
}

#[test]
fn ranges() {
    let not_simple = Err(Unsafe::Range);
    judge(&[
        ("2: from a byte on", "Range", "bytes=0-", Ok(())),
        ("2: from a byte to another", "range", "bytes=0-499", Ok(())),
        ("2: one byte", "Range", "bytes=7-7", Ok(())),
        (
            "2: numbers of any length",
            "Range",
            "bytes=99999999999999999999-100000000000000000000",
            Ok(()),
        ),
        ("2: zeros before a number", "Range", "bytes=007-8", Ok(())),
        ("2: backwards", "Range", "bytes=500-499", not_simple),
        ("2: the last bytes", "Range", "bytes=-500", not_simple),
        ("2: no bytes at all", "Range", "bytes=-", not_simple),
        ("2: two ranges", "Range", "bytes=0-1,3-4", not_simple),
        ("2: white space", "Range", "bytes = 0-1", not_simple),
        ("2: another unit", "Range", "items=0-1", not_simple),
        ("2: capitals", "Range", "Bytes=0-1", not_simple),
        ("2: no unit", "Range", "0-1", not_simple),
        ("2: a sign", "Range", "bytes=+1-2", not_simple),
    ]);
}
