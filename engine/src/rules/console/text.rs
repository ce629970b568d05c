//! The texts of the consoles: templates with gaps, and where they are read from.

use alloc::string::String;

use crate::rules::words::{LINES_OF_RULES, after_lines, line};

/// Where the texts of the consoles are read from.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'a>(
    /// What is behind the rules in a text of [`Words::text_of_all`](crate::rules::Words::text_of_all);
    /// where there is none, the templates have their texts with them.
    Option<&'a str>,
);

impl<'a> Texts<'a> {
    /// The texts that are compiled in: the feature `words` does that. Without it all lines are empty.
    pub const fn compiled_in() -> Texts<'static> {
        Texts(None)
    }

    /// The texts in a text of [`Words::text_of_all`](crate::rules::Words::text_of_all).
    pub fn of(text: &'a str) -> Texts<'a> {
        Texts(Some(after_lines(text, LINES_OF_RULES)))
    }

    /// The text of a template, with a value in each of its gaps.
    pub(super) fn say<const GAPS: usize>(
        self,
        template: Template<GAPS>,
        values: [&str; GAPS],
    ) -> String {
        match self.0 {
            Some(text) => fill(line(text, template.line.into()), &values),
            None => fill(template.compiled_in(), &values),
        }
    }
}

/// A text with gaps for values. Made by [`templates!`] only.
#[derive(Clone, Copy)]
pub(super) struct Template<const GAPS: usize> {
    /// Where it stands among the texts of all consoles.
    line: u16,
    #[cfg(feature = "words")]
    text: &'static str,
}

impl<const GAPS: usize> Template<GAPS> {
    #[cfg(feature = "words")]
    pub(super) const fn new(line: u16, text: &'static str) -> Self {
        Template { line, text }
    }

    #[cfg(not(feature = "words"))]
    pub(super) const fn new(line: u16, _: &'static str) -> Self {
        Template { line }
    }

    #[cfg(feature = "words")]
    fn compiled_in(self) -> &'static str {
        self.text
    }

    #[cfg(not(feature = "words"))]
    fn compiled_in(self) -> &'static str {
        ""
    }
}

/// Declares the templates of a browser: `{}` is a gap. `$first` is the line of the first one among
/// the texts of all consoles; `END` becomes that after the last one, and `ALL` the lines themselves.
macro_rules! templates {
    ($first:expr; $($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Place { $($name,)* END }

        $(
            $(#[$doc])*
            pub(super) const $name: $crate::rules::console::text::Template<
                { $crate::rules::console::text::gaps($text) },
            > = $crate::rules::console::text::Template::new($first + Place::$name as u16, $text);
        )*

        // Behind the last browser's nothing begins.
        #[allow(dead_code)]
        pub(in crate::rules) const END: u16 = $first + Place::END as u16;

        #[cfg(feature = "words")]
        pub(in crate::rules) const ALL: &str = concat!($($text, "\n"),*);
    };
}
pub(super) use templates;

/// How many gaps a template has.
pub(super) const fn gaps(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut count, mut place) = (0, 1);
    while place < bytes.len() {
        if bytes[place - 1] == b'{' && bytes[place] == b'}' {
            count += 1;
        }
        place += 1;
    }
    count
}

/// Fills the gaps in one pass: a value may look like a gap, and stays as it is.
fn fill(template: &str, values: &[&str]) -> String {
    let mut text = String::new();
    let mut rest = template;
    for value in values {
        let gap = rest.as_bytes().windows(2).position(|bytes| bytes == b"{}");
        let cut = gap.and_then(|gap| Some((rest.get(..gap)?, rest.get(gap + 2..)?)));
        // A text that is not the one of this build may have too few.
        let Some((before, after)) = cut else { break };
        text.push_str(before);
        text.push_str(value);
        rest = after;
    }
    text.push_str(rest);
    text
}
