//! What there is to say about the rules, compiled in and as a text.

use cors_engine::Rule;
use cors_engine::rules::Words;

/// All sentences about a rule.
fn sentences(words: Words) -> [&'static str; 5] {
    [
        words.question(),
        words.yes(),
        words.no(),
        words.why(),
        words.passes(),
    ]
}

#[test]
fn words_are_complete_sentences() {
    for rule in Rule::ALL {
        let words = rule.words();
        let name = rule.name();
        assert!(words.question().ends_with('?'), "{name}");
        for text in sentences(words) {
            let begins =
                text.starts_with(|first: char| !first.is_lowercase() && !first.is_whitespace());
            // `fetch()` begins a sentence as it is written in code.
            assert!(
                begins || text.starts_with("fetch()") || text.starts_with("no-cors"),
                "{name}: {text}"
            );
            assert!(
                text.ends_with(['.', '?']),
                "{name} ends without a stop: {text}"
            );
            assert!(!text.contains("  "), "{name} has two spaces: {text}");
        }
    }
}

#[test]
fn no_words_are_lost_in_the_text_of_all() {
    let text = Words::text_of_all().leak();
    let all = Words::all_in(text);
    assert_eq!(all.len(), Rule::ALL.len());
    for (rule, read) in Rule::ALL.iter().zip(all) {
        assert_eq!(sentences(read), sentences(rule.words()), "{}", rule.name());
    }
    // Behind the rules come the consoles.
    let behind = text.lines().nth(Rule::ALL.len() * 5);
    assert_eq!(behind, Some("Refused to set unsafe header \"{}\""));
}

#[test]
fn a_text_that_ends_early_leaves_sentences_empty() {
    let (first, second) = (0, 1);
    let rows = [
        ("", first, ["", "", "", "", ""]),
        ("A?\nB.", first, ["A?", "B.", "", "", ""]),
        (
            "A?\nB.\nC.\nD.\nÉ.\n",
            first,
            ["A?", "B.", "C.", "D.", "É."],
        ),
        ("A?\nB.\nC.\nD.\nÉ.\nF?", second, ["F?", "", "", "", ""]),
        ("A?\n\nC.", first, ["A?", "", "C.", "", ""]),
    ];
    for (text, rule, wanted) in rows {
        assert_eq!(sentences(Words::all_in(text)[rule]), wanted, "{text:?}");
    }
}

#[test]
fn words_compiled_in_are_the_rules_own() {
    for rule in Rule::ALL {
        let words = Words::compiled_in(*rule).map(sentences);
        assert_eq!(words, Some(sentences(rule.words())), "{}", rule.name());
    }
}
