//! What there is to say about the rules and about bad links, what consoles print, and the list of public suffixes. The
//! page provides all of it, so that it is no part of the wasm.

use std::sync::OnceLock;

use cors_engine::Rule;
use cors_engine::cut::cut;
use cors_engine::rules::{Texts, Words};

static PROVIDED: OnceLock<Provided> = OnceLock::new();

/// What was found in the text, once: it is long, and asked for at each key.
#[derive(Debug)]
struct Provided {
    links: &'static str,
    public_suffixes: &'static str,
    rules: Vec<Words>,
    texts: Texts<'static>,
}

impl Provided {
    fn of(text: &'static str) -> Provided {
        let (links, rest) = cut(text, b'\n');
        let (public_suffixes, rest) = cut(rest.unwrap_or_default(), b'\n');
        let rest = rest.unwrap_or_default();
        Provided {
            links,
            public_suffixes,
            rules: Words::all_in(rest),
            texts: Texts::of(rest),
        }
    }
}

/// Takes the text that all of it is read from, from now on: a line about links, a line of public suffixes, then what
/// there is about rules and consoles. Only the first one counts.
pub fn provide(text: String) {
    // What is refused is a second text: by then the first may be on the screen.
    let _ = PROVIDED.set(Provided::of(text.leak()));
}

/// The sentences about bad links; none, should nobody have provided any.
pub fn about_links() -> &'static str {
    PROVIDED.get().map_or("", |provided| provided.links)
}

/// The public suffixes that are known, with white space between them; none, should nobody have provided any.
pub(super) fn public_suffixes() -> &'static str {
    PROVIDED
        .get()
        .map_or(PUBLIC_SUFFIXES, |provided| provided.public_suffixes)
}

/// Where nothing is provided they may be compiled in, like the words of the rules.
const PUBLIC_SUFFIXES: &str = match cfg!(any(feature = "words", not(target_arch = "wasm32"))) {
    true => include_str!("public_suffixes.txt"),
    false => "",
};

/// The words of a rule; empty ones, should nobody have provided any.
pub(super) fn of(rule: Rule) -> Words {
    from(PROVIDED.get(), rule)
}

/// The texts of the consoles; empty ones, should nobody have provided any.
pub(super) fn texts() -> Texts<'static> {
    PROVIDED
        .get()
        .map_or(Texts::compiled_in(), |provided| provided.texts)
}

/// Where nothing is provided, as in tests, the words may be compiled in.
fn from(provided: Option<&Provided>, rule: Rule) -> Words {
    let found = match provided {
        Some(provided) => provided.rules.get(rule as usize).copied(),
        None => Words::compiled_in(rule),
    };
    found.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provided_text_goes_before_what_is_compiled_in() {
        let rule = Rule::PageUrlUsable;
        let provided = |text| from(Some(&Provided::of(text)), rule);
        assert_eq!(
            provided("A.\tB.\nde at\nIs it so?\nYes.").question(),
            "Is it so?"
        );
        assert_eq!(provided("").question(), "");
        assert_eq!(from(None, rule).question(), rule.words().question());
    }
}
