//! A literal reads as the text it was made of, and ends where it ends: each language is read back here.

use cors_stacks::Quoting;
use proptest::prelude::*;

const ALL: [Quoting; 6] = [
    Quoting::Double,
    Quoting::Single,
    Quoting::Nginx,
    Quoting::Apache,
    Quoting::ApacheExpression,
    Quoting::Caddy,
];

/// Reads a literal as its language does. `None`: it does not end with the text, or means more than text.
fn read(quoting: Quoting, literal: &str) -> Option<String> {
    let quote = match quoting {
        Quoting::Single | Quoting::ApacheExpression => '\'',
        _ => '"',
    };
    let mut characters = literal.strip_prefix(quote)?.chars().peekable();
    let mut text = String::new();
    loop {
        let character = characters.next()?;
        let next = characters.peek().copied();
        match (quoting, character) {
            (_, it) if it == quote => return characters.next().is_none().then_some(text),
            // A backslash that escapes nothing stays in all of these, or is an error: none is written.
            (Quoting::Caddy, '\\') => {
                next.filter(|it| *it == '"')?;
                text.extend(characters.next());
            }
            (_, '\\') => {
                next.filter(|it| *it == quote || *it == '\\')?;
                text.extend(characters.next());
            }
            (Quoting::Nginx, '$') => return None,
            (Quoting::Apache, '$') if next == Some('{') => return None,
            (Quoting::Apache, '%') => {
                next.filter(|it| *it == '%')?;
                text.extend(characters.next());
            }
            (Quoting::ApacheExpression, '$' | '%' | '"') => return None,
            (Quoting::Caddy, '{' | '}') => return None,
            (_, it) => text.push(it),
        }
    }
}

const HOSTILE: [&str; 24] = [
    "",
    "plain",
    "'",
    "\"",
    "\\",
    "\\'",
    "\\\"",
    "a\\",
    "\\\\\"",
    "${HOME}",
    "$1",
    "#{exit}",
    "*/",
    "//",
    "`id`",
    "%{REMOTE_ADDR}e",
    "100%",
    "{env.HOME}",
    "expr=true",
    "\\u0022",
    "</script>",
    "\"; drop(); \"",
    "' + drop() + '",
    "<?php",
];

#[test]
fn hostile_texts_are_read_back_or_refused() {
    for quoting in ALL {
        for text in HOSTILE {
            if let Ok(literal) = quoting.literal(text) {
                let read = read(quoting, &literal);
                assert_eq!(read.as_deref(), Some(text), "{quoting:?} {literal}");
            }
        }
    }
}

#[test]
fn what_is_refused_is_what_the_language_cannot_say() {
    let rows: [(Quoting, &[&str]); 6] = [
        (Quoting::Double, &[]),
        (Quoting::Single, &[]),
        (Quoting::Nginx, &["${HOME}", "$1"]),
        (Quoting::Apache, &["${HOME}", "expr=true"]),
        (
            Quoting::ApacheExpression,
            &[
                "'",
                "\"",
                "\\",
                "\\'",
                "\\\"",
                "a\\",
                "\\\\\"",
                "${HOME}",
                "$1",
                "%{REMOTE_ADDR}e",
                "100%",
                "\\u0022",
                "\"; drop(); \"",
                "' + drop() + '",
            ],
        ),
        (
            Quoting::Caddy,
            &[
                "\\",
                "\\'",
                "\\\"",
                "a\\",
                "\\\\\"",
                "${HOME}",
                "#{exit}",
                "%{REMOTE_ADDR}e",
                "{env.HOME}",
                "\\u0022",
            ],
        ),
    ];
    for (quoting, refused) in rows {
        for text in HOSTILE {
            let is_refused = quoting.literal(text).is_err();
            assert_eq!(is_refused, refused.contains(&text), "{quoting:?} {text}");
        }
    }
}

#[test]
fn no_language_writes_what_is_not_printable() {
    for quoting in ALL {
        for text in [
            "a\nb", "a\rb", "\0", "\t", "\u{7F}", "é", "\u{202E}", "\u{2028}",
        ] {
            let refusal = quoting.literal(text).expect_err("not printable ASCII");
            let sentence = refusal.to_string();
            assert!(sentence.contains("not printable ASCII"), "{sentence}");
            assert!(!sentence.contains(text), "{sentence}");
        }
    }
}

proptest! {
    #[test]
    fn whatever_is_written_is_read_back(text in "[ -~]{0,40}") {
        for quoting in ALL {
            if let Ok(literal) = quoting.literal(&text) {
                prop_assert_eq!(read(quoting, &literal), Some(text.clone()));
            }
        }
    }

    #[test]
    fn any_text_gives_a_literal_of_one_line_or_a_sentence(text in any::<String>()) {
        for quoting in ALL {
            let written = match quoting.literal(&text) {
                Ok(literal) => literal,
                Err(refusal) => refusal.to_string(),
            };
            prop_assert_eq!(written.lines().count(), 1);
        }
    }
}
