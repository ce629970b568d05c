//! What a notice says to type instead.

use super::*;

fn advice(reason: Reason) -> String {
    reason.advice(&Reason::sentences())
}

#[test]
fn advice_says_what_to_type() {
    let all = [
        Reason::NoVersion,
        Reason::UnknownVersion,
        Reason::UnknownKey,
        Reason::NotInSmallLetters,
        Reason::NoValue,
        Reason::BrokenEncoding,
        Reason::NotAWordOf(Key::Mode),
        Reason::NotAHeaderLine,
        Reason::NotSeconds,
        Reason::NotAStep,
    ]
    .map(advice);
    for words in &all {
        assert!(
            words.to_lowercase().contains("type") || words.contains("v=1&"),
            "{words}"
        );
        assert!(words.ends_with('.'), "{words}");
    }
    assert_eq!(
        advice(Reason::NotAWordOf(Key::Redirect)),
        "Type one of these: follow, error, manual."
    );
    let words = advice(Reason::NotAWordOf(Key::Referrer));
    assert!(words.contains(": nothing, no-referrer,"), "{words}");
    // Each has its own.
    assert!(advice(Reason::NoVersion).contains("v=1&"));
    assert!(advice(Reason::NotInSmallLetters).contains("small letters"));
    assert!(advice(Reason::NotTheNextHop).contains("hop=2"));
    // Without the sentences nothing is said, and nothing breaks.
    assert_eq!(Reason::TooManySends.advice(""), "");
}

#[test]
fn advice_names_the_limits_as_they_are() {
    for (reason, limit) in [
        (Reason::TooManyLines, MOST_LINES),
        (Reason::TooManyHops, MOST_HOPS),
        (Reason::TooManySends, MOST_SENDS),
        (Reason::TooLong, MOST_BYTES),
    ] {
        let words = advice(reason).replace(',', "");
        let is_limit = |word: &str| word == limit.to_string();
        assert!(words.split(' ').any(is_limit), "{words}");
    }
}
