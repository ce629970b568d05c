//! How a language writes a text as a literal.
//!
//! INVARIANT: what comes out reads as that very text in its language, and ends where it ends. Only
//! printable ASCII is written, so no line ends in a literal, and nothing looks other than it is.

use crate::refusal::Refusal;

/// The literals of a language, or of some that write them alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quoting {
    /// `"a"`, with a backslash before `"` and `\`: JavaScript, JSON, Python, Java, C#, Go, Rust, TOML.
    Double,
    /// `'a'`, with a backslash before `'` and `\`, where `$` and `#{` mean nothing: PHP, Ruby.
    Single,
    /// A quoted word of an nginx file. A dollar begins a variable there, and cannot be escaped.
    Nginx,
    /// A quoted value of Apache's `Header`. `%` begins a format and is doubled; `${` is a variable.
    Apache,
    /// A quoted word within one of Apache's expressions, which itself stands in double quotes.
    ApacheExpression,
    /// A quoted word of a Caddyfile. Braces hold placeholders, and a backslash there is no escape.
    Caddy,
}

impl Quoting {
    /// The ways that a stack's file may name.
    pub const NAMES: [(&str, Quoting); 5] = [
        ("double", Quoting::Double),
        ("single", Quoting::Single),
        ("nginx", Quoting::Nginx),
        ("apache", Quoting::Apache),
        ("caddy", Quoting::Caddy),
    ];

    /// The literal that reads as `text`, with its quotes.
    ///
    /// # Errors
    /// The language cannot write the text.
    pub fn literal(self, text: &str) -> Result<String, Refusal> {
        let is_printable = |byte: u8| matches!(byte, b' '..=b'~');
        if !text.bytes().all(is_printable) {
            return Err(Refusal::not_printable(text));
        }
        if let Some(part) = self.impossible().iter().find(|part| text.contains(**part)) {
            return Err(Refusal::impossible(text, part));
        }
        // Apache reads such a value as an expression.
        if self == Quoting::Apache && text.starts_with("expr=") {
            return Err(Refusal::impossible(text, "expr="));
        }
        let quote = self.quote();
        let mut literal = String::with_capacity(text.len() + 2);
        literal.push(quote);
        for character in text.chars() {
            match character {
                '%' if self == Quoting::Apache => literal.push('%'),
                '\\' => literal.push('\\'),
                it if it == quote => literal.push('\\'),
                _ => {}
            }
            literal.push(character);
        }
        literal.push(quote);
        Ok(literal)
    }

    const fn quote(self) -> char {
        match self {
            Quoting::Single | Quoting::ApacheExpression => '\'',
            Quoting::Double | Quoting::Nginx | Quoting::Apache | Quoting::Caddy => '"',
        }
    }

    /// What no literal of the language can hold as plain text.
    const fn impossible(self) -> &'static [&'static str] {
        match self {
            Quoting::Double | Quoting::Single => &[],
            Quoting::Nginx => &["$"],
            Quoting::Apache => &["${"],
            Quoting::ApacheExpression => &["'", "\"", "\\", "$", "%"],
            Quoting::Caddy => &["{", "}", "\\"],
        }
    }
}
