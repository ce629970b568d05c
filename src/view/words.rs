//! What there is to say about the rules, and what consoles print. The page provides it, so that it is no part of the wasm.

use std::sync::OnceLock;

use cors_engine::Rule;
use cors_engine::rules::{Texts, Words};

static PROVIDED: OnceLock<String> = OnceLock::new();

/// Takes the text that [`Words::find`] and [`Texts::of`] read from now on. Only the first one counts.
pub fn provide(text: String) {
    // What is refused is a second text: by then the first may be on the screen.
    let _ = PROVIDED.set(text);
}

/// The words of a rule; empty ones, should nobody have provided any.
pub(super) fn of(rule: Rule) -> Words {
    from(PROVIDED.get().map(String::as_str), rule)
}

/// The texts of the consoles; empty ones, should nobody have provided any.
pub(super) fn texts() -> Texts<'static> {
    PROVIDED
        .get()
        .map_or(Texts::compiled_in(), |text| Texts::of(text))
}

/// Where nothing is provided, as in tests, the words may be compiled in.
fn from(provided: Option<&'static str>, rule: Rule) -> Words {
    match provided {
        Some(text) => Words::find(text, rule),
        None => Words::compiled_in(rule).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provided_text_goes_before_what_is_compiled_in() {
        let rule = Rule::PageUrlUsable;
        assert_eq!(from(Some("Is it so?\nYes."), rule).question(), "Is it so?");
        assert_eq!(from(Some(""), rule).question(), "");
        assert_eq!(from(None, rule).question(), rule.words().question());
    }
}
