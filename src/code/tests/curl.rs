//! Command lines of curl; above all, that nothing typed gets out of its word.

use super::*;

#[test]
fn curl_with_nothing_but_defaults() {
    check(
        request(Api::Curl),
        expect!["curl -g -i -L --url 'https://api.example/users'"],
    );
}

#[test]
fn curl_with_everything() {
    check(
        ScenarioRequest {
            url: "https://api.example/users?a={it's}".into(),
            method: "PUT".into(),
            headers: lines(&[("Origin", "https://me.example"), ("X-Empty", " ")]),
            body: Some("{\"a\": 1}".into()),
            redirect: RedirectMode::Manual,
            ..request(Api::Curl)
        },
        expect![[r#"
            curl -g -i -X 'PUT' --url 'https://api.example/users?a={it'\''s}' \
              -H 'Origin: https://me.example' \
              -H 'X-Empty;' \
              --data-raw '{"a": 1}'"#]],
    );
}

#[test]
fn curl_is_told_a_method_only_where_it_would_not_choose_it() {
    let told = |method: &str, body: Option<&str>| {
        let mut scenario = Scenario::new(URL);
        scenario.request = ScenarioRequest {
            method: method.into(),
            body: body.map(str::to_owned),
            ..request(Api::Curl)
        };
        let code = code(&scenario);
        let (options, _) = code.split_once(" --url").expect("it has a URL");
        options.to_owned()
    };
    assert_eq!(told("GET", None), "curl -g -i -L");
    assert_eq!(told("GET", Some("a")), "curl -g -i -L -X 'GET'");
    assert_eq!(told("POST", Some("")), "curl -g -i -L");
    assert_eq!(told("POST", None), "curl -g -i -L -X 'POST'");
    assert_eq!(told("HEAD", None), "curl -g -i -L -I");
    assert_eq!(told("patch", None), "curl -g -i -L -X 'patch'");
}

#[test]
fn no_header_line_is_a_file_to_read() {
    let bad = ScenarioRequest {
        url: "-o/etc/hosts".into(),
        headers: lines(&[("@/etc/passwd", ""), ("X-A", "1\r\nX-B: 2")]),
        ..request(Api::Curl)
    };
    check(
        bad,
        expect![[r"
            curl -g -i -L --url '-o/etc/hosts' \
              -H $'X-A: 1\015\nX-B: 2'"]],
    );
}

/// The words that bash makes of a command line.
fn words_of(command: &str) -> Vec<Vec<u8>> {
    let script = format!("set -- {command}; printf '%s\\0' \"$@\"");
    let run = std::process::Command::new("bash")
        .args(["-c", &script])
        .output();
    let run = run.expect("bash runs");
    assert!(
        run.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    let mut words: Vec<Vec<u8>> = run
        .stdout
        .split(|byte| *byte == 0)
        .map(<[u8]>::to_vec)
        .collect();
    words.pop();
    words
}

#[test]
fn nothing_typed_ends_a_word_of_a_shell() {
    for text in [
        NASTY,
        "it's",
        "$(x) `y` \\ \"z\" !!",
        "!\n!7",
        "7\u{1}7",
        "",
    ] {
        let mut scenario = Scenario::new(URL);
        scenario.request = ScenarioRequest {
            body: Some(text.into()),
            headers: lines(&[("X-A", "\u{E4}1 '\\ \u{FF}"), ("X-B", "it's !")]),
            ..request(Api::Curl)
        };
        let code = code(&scenario);
        let is_hidden = |it: char| it.is_control() && it != '\n';
        assert!(!code.contains(is_hidden), "{code}");
        let words = words_of(&code);
        let (body, before) = words.split_last().expect("words");
        assert_eq!(
            String::from_utf8_lossy(body),
            text.replace('\0', "\u{FFFD}")
        );
        assert_eq!(before[before.len() - 2], b"X-B: it's !");
        assert_eq!(before[before.len() - 4], b"X-A: \xE41 '\\ \xFF");
        assert_eq!(words.len(), 14, "{code}");
    }
}
