//! What is wrong with a file is said with its line.

use cors_stacks::{Stack, render, render_by_text};

use crate::fixtures::{least, policy};

const HEAD: &str = "name: A\nkind: server\nlanguage: B\nliterals: double\npackages: c 1\nfile: d\n\
                    proven: here\nnote: e\n---\n";

fn problems(text: &str) -> Vec<String> {
    let problems = Stack::read("a.txt", text).expect_err(text);
    problems.iter().map(ToString::to_string).collect()
}

fn code(template: &str) -> [String; 2] {
    let stack = Stack::read("a.txt", &format!("{HEAD}{template}")).expect("it can be read");
    [render(&stack, &policy()), render(&stack, &least())]
}

#[test]
fn headers() {
    let rows = [
        (
            "name: A",
            "a.txt:1: a line `---` should stand between header and code",
        ),
        (
            &HEAD.replace("kind: server", "kind: toaster"),
            "a.txt:2: `kind` should be any of server, development proxy",
        ),
        (&HEAD.replace("file: d\n", ""), "a.txt:7: `file` is missing"),
        (
            &HEAD.replace("file: d", "fil: d"),
            "a.txt:6: `fil` is no key: known are name, kind, language, literals, packages, file, proven, note",
        ),
        (
            &HEAD.replace("file: d", "file:"),
            "a.txt:6: `file` has no value",
        ),
        (
            &HEAD.replace("file: d", "file: d\nfile: d"),
            "a.txt:7: `file` is there already",
        ),
        (
            &HEAD.replace("c 1", "c"),
            "a.txt:5: a package is a name, a space and a version",
        ),
        (
            &HEAD.replace("proven: here", "proven: yes"),
            "a.txt:7: it should be `here`, `here, with …` or `not here, because …`",
        ),
    ];
    for (text, wanted) in rows {
        let problems = problems(text);
        assert!(problems.iter().any(|it| it == wanted), "{problems:?}");
    }
}

#[test]
fn templates() {
    let rows = [
        ("a\n{{orgins}}", "a.txt:11: `orgins` is no value: known are"),
        ("{{#methods}}", "a.txt:10: this block is never closed"),
        (
            "\n\n{{/methods}}",
            "a.txt:12: `methods` is not what was opened last",
        ),
        ("{{methods", "a.txt:10: `{{` without `}}`"),
        ("{{any}}", "a.txt:10: `any` is no text: write `{{#any}}`"),
        ("{{*max_age}}{{/max_age}}", "a.txt:10: `max_age` is no list"),
        ("{{.}}", "a.txt:10: `.` stands in no `{{*list}}`"),
        (
            "{{methods|upper}}",
            "a.txt:10: `upper` is no way to write a value",
        ),
        ("{{target}}", "a.txt:10: `target` is no value for a server"),
    ];
    for (template, wanted) in rows {
        let problems = problems(&format!("{HEAD}{template}"));
        assert!(problems[0].starts_with(wanted), "{problems:?}");
    }
}

#[test]
fn all_problems_are_said_at_once() {
    let text = HEAD.replace("file: d", "fil: d").replace("c 1", "c") + "{{x}}";
    assert_eq!(problems(&text).len(), 4);
}

#[test]
fn places_and_blocks() {
    let rows = [
        ("[{{methods}}]", "[\"GET\", \"PUT\"]", "[\"GET\"]"),
        ("{{methods|joined}}", "\"GET, PUT\"", "\"GET\""),
        ("{{methods|joined|lower}}", "\"get, put\"", "\"get\""),
        ("{{max_age}}", "600", "600"),
        ("{{{methods}}}", "{\"GET\", \"PUT\"}", "{\"GET\"}"),
        ("a\n  {{#any}}\n  b\n  {{/any}}\nc", "a\nc", "a\n  b\nc"),
        ("a {{^any}}b {{/any}}c", "a b c", "a c"),
        (
            "{{*methods}}\n- {{.}}\n{{/methods}}\n",
            "- \"GET\"\n- \"PUT\"\n",
            "- \"GET\"\n",
        ),
        (
            "{{#credentials}}{{#headers}}x{{/headers}}{{/credentials}}y",
            "xy",
            "y",
        ),
    ];
    for (template, all, least) in rows {
        assert_eq!(code(template), [all, least], "{template}");
    }
}

#[test]
fn a_link_is_read_and_what_is_none_is_the_opening_scenario() {
    let text = format!("{HEAD}{{{{origins}}}} {{{{methods}}}}");
    let fragment = "v=1&page=https://app.example/&url=https://api.example/&method=PUT";
    assert_eq!(
        render_by_text(&text, fragment),
        "\"https://app.example\" \"PUT\""
    );
    assert_eq!(
        render_by_text(&text, ""),
        "\"https://frontend.com\" \"GET\""
    );
    assert_eq!(
        render_by_text("x", ""),
        "stack:1: a line `---` should stand between header and code"
    );
}
