//! Values never become code, and any texts give a text.

use cors_stacks::{Api, Kind, Origins, Policy, Stack, render_by_text, written};
use proptest::prelude::*;

use crate::fixtures::{policy, stacks, texts};

/// The code with each literal of the policy's values taken out, longest first.
fn skeleton(stack: &Stack, policy: &Policy, code: &str) -> String {
    let quotings = [stack.quoting, cors_stacks::Quoting::ApacheExpression];
    let Origins::Only(origins) = &policy.origins else {
        panic!("these laws are about lists");
    };
    let lists = [origins, &policy.methods, &policy.headers, &policy.exposed];
    let mut values: Vec<String> = lists.iter().flat_map(|list| list.iter().cloned()).collect();
    values.extend(lists.iter().map(|list| list.join(", ")));
    if let Some(api) = &policy.api {
        values.push(api.target.clone());
        values.push(api.prefix.clone());
        values.push(format!("{}{}", api.target, api.prefix));
    }
    values.extend(
        values
            .clone()
            .iter()
            .map(|value| value.to_ascii_lowercase()),
    );
    let mut literals: Vec<String> = values
        .iter()
        .flat_map(|value| quotings.map(|quoting| quoting.literal(value)))
        .filter_map(Result::ok)
        .collect();
    literals.sort_by_key(|literal| std::cmp::Reverse(literal.len()));
    literals
        .iter()
        .fold(code.to_owned(), |code, literal| code.replace(literal, "·"))
}

/// Tokens may hold quotes, dollars and hashes; so may the host of a URL.
fn hostile() -> Policy {
    Policy {
        origins: Origins::Only(texts(&[
            "https://it's\"$1${2}`.example",
            "https://#{x}%>*/.example",
        ])),
        methods: texts(&["GET", "IT'S$1`#"]),
        headers: texts(&["x-it's", "x-$1`#|%7e^~!&+.*"]),
        exposed: texts(&["x-'\u{24}{", "x-''"]),
        api: Some(Api {
            target: "https://it's\"$1${2}`.example".to_owned(),
            prefix: "/a'b".to_owned(),
        }),
        ..policy()
    }
}

/// The same with only such values as no check refuses, so that code is written.
fn odd() -> Policy {
    Policy {
        origins: Origins::Only(texts(&[
            "https://it's\"$1${2}`.example",
            "https://`.example",
        ])),
        methods: texts(&["GET", "IT'S$1`#"]),
        headers: texts(&["x-it's", "x-$1`#|%7e^~!&+.*"]),
        exposed: texts(&["x-'$", "x-''"]),
        api: Some(Api {
            target: "https://it's\"$1${2}`.example".to_owned(),
            prefix: "/a.b%7e".to_owned(),
        }),
        ..policy()
    }
}

#[test]
fn odd_values_change_nothing_but_literals() {
    let mut count = 0;
    for (slug, stack) in stacks() {
        let plain = written(&stack, &policy()).expect("nothing to refuse");
        if let Ok(code) = written(&stack, &odd()) {
            count += 1;
            assert_eq!(
                skeleton(&stack, &odd(), &code),
                skeleton(&stack, &policy(), &plain),
                "{slug}\n{code}"
            );
        }
    }
    // Those of nginx, Apache, Caddy and Flask cannot be written.
    assert_eq!(count, 16);
}

#[test]
fn what_is_no_origin_name_or_path_is_refused_by_all() {
    for (slug, stack) in stacks() {
        let refusal = written(&stack, &hostile()).expect_err(&slug).to_string();
        let wanted = match stack.kind {
            Kind::Server => ["is no origin", "a meaning of its own", "for a pattern"],
            Kind::Proxy => ["read as a pattern"; 3],
        };
        assert!(
            wanted.iter().any(|it| refusal.contains(it)),
            "{slug}: {refusal}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_policy_gives_code_of_the_same_build_or_a_refusal(
        host in "[!-~]{1,12}",
        method in "[!-~]{1,8}",
        header in "[ -~]{1,12}",
        prefix in "/[!-~]{1,8}",
    ) {
        let policy_of_texts = Policy {
            origins: Origins::Only(vec![format!("https://{host}")]),
            methods: vec![method],
            headers: vec![header.clone()],
            exposed: vec![header],
            api: Some(Api { target: format!("https://{host}"), prefix }),
            ..policy()
        };
        let plain = Policy {
            origins: Origins::Only(texts(&["https://a.example"])),
            methods: texts(&["GET"]),
            headers: texts(&["X-A"]),
            exposed: texts(&["X-B"]),
            ..policy()
        };
        for (_, stack) in stacks() {
            let wanted = written(&stack, &plain).expect("nothing to refuse");
            if let Ok(code) = written(&stack, &policy_of_texts) {
                let wanted = wanted.lines().count();
                prop_assert_eq!(code.lines().count(), wanted, "{}", code);
            }
        }
    }

    #[test]
    fn any_two_texts_give_a_text(file in any::<String>(), fragment in any::<String>()) {
        render_by_text(&file, &fragment);
        let head = "name: a\nkind: server\nlanguage: b\nliterals: double\npackages: c 1\nfile: d\n\
                    proven: here\nnote: e\n---\n";
        render_by_text(&format!("{head}{file}"), &fragment);
    }

    #[test]
    fn any_tags_give_a_text(code in "(\\{\\{[#^*/.a-z|{}\n ]{0,12}|\\}\\}|\\{\\{#origins\\}\\}|\\{\\{/origins\\}\\}){0,12}") {
        let head = "name: a\nkind: server\nlanguage: b\nliterals: double\npackages: c 1\nfile: d\n\
                    proven: here\nnote: e\n---\n";
        render_by_text(&format!("{head}{code}"), "v=1");
    }
}
