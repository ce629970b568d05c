//! Requests and their code; above all, that nothing typed gets out of its literal.

use cors_engine::Scenario;
use cors_engine::scenario::{
    Api, CredentialsMode, Mode, RedirectMode, ReferrerPolicy, ScenarioRequest, lines,
};
use expect_test::{Expect, expect};

use super::code;
use super::escape::{push_attribute, push_literal};

mod curl;

const URL: &str = "https://api.example/users";

/// Every character that could end a literal, an attribute, a line or a script.
const NASTY: &str = "'\"`\\\r\n\t\0\u{7}\u{7F}\u{85}\u{A0}é\u{200B}\u{2028}\u{2029}\u{202E}\u{FEFF}😀</script><!--&amp;${1}";

fn request(api: Api) -> ScenarioRequest {
    let mut request = ScenarioRequest::new(URL);
    request.api = api;
    request.mode = api.default_mode();
    request.credentials = api.default_credentials(request.mode);
    request
}

#[track_caller]
fn check(request: ScenarioRequest, wanted: Expect) {
    let mut scenario = Scenario::new(URL);
    scenario.request = request;
    wanted.assert_eq(&code(&scenario));
}

#[test]
fn a_fetch_with_nothing_but_defaults() {
    check(
        request(Api::Fetch),
        expect![[r#"await fetch("https://api.example/users");"#]],
    );
}

#[test]
fn a_fetch_with_everything() {
    check(
        ScenarioRequest {
            method: "PUT".into(),
            headers: lines(&[
                ("Accept", "text/html"),
                ("Content-Type", "application/json"),
            ]),
            body: Some("{\"a\": 1}".into()),
            mode: Mode::SameOrigin,
            credentials: CredentialsMode::Include,
            redirect: RedirectMode::Manual,
            referrer_policy: ReferrerPolicy::NoReferrer,
            ..request(Api::Fetch)
        },
        expect![[r#"
            await fetch("https://api.example/users", {
              method: "PUT",
              headers: {
                Accept: "text/html",
                "Content-Type": "application/json",
              },
              body: "{\"a\": 1}",
              mode: "same-origin",
              credentials: "include",
              redirect: "manual",
              referrerPolicy: "no-referrer",
            });"#]],
    );
}

#[test]
fn what_is_typed_is_kept_as_typed() {
    check(
        ScenarioRequest {
            method: "get".into(),
            body: Some(String::new()),
            ..request(Api::Fetch)
        },
        expect![[r#"
            await fetch("https://api.example/users", {
              method: "get",
              body: "",
            });"#]],
    );
}

#[test]
fn headers_that_an_object_would_lose_are_pairs() {
    let headers_of = |headers: &[(&str, &str)]| ScenarioRequest {
        headers: lines(headers),
        ..request(Api::Fetch)
    };
    check(
        headers_of(&[("X-A", "1"), ("B", ""), ("x-a", "2")]),
        expect![[r#"
            await fetch("https://api.example/users", {
              headers: [
                ["X-A", "1"],
                ["B", ""],
                ["x-a", "2"],
              ],
            });"#]],
    );
    check(
        headers_of(&[("__proto__", "1")]),
        expect![[r#"
        await fetch("https://api.example/users", {
          headers: [
            ["__proto__", "1"],
          ],
        });"#]],
    );
    check(
        headers_of(&[("2", "a"), ("1", "b")]),
        expect![[r#"
        await fetch("https://api.example/users", {
          headers: [
            ["2", "a"],
            ["1", "b"],
          ],
        });"#]],
    );
    check(
        headers_of(&[("", "1")]),
        expect![[r#"
        await fetch("https://api.example/users", {
          headers: [
            ["", "1"],
          ],
        });"#]],
    );
    check(
        headers_of(&[("é: \"", "\u{100}")]),
        expect![[r#"
        await fetch("https://api.example/users", {
          headers: [
            ["é: \"", "Ā"],
          ],
        });"#]],
    );
}

#[test]
fn an_xhr() {
    check(
        request(Api::Xhr),
        expect![[r#"
        const xhr = new XMLHttpRequest();
        xhr.open("GET", "https://api.example/users");
        xhr.send();"#]],
    );
    check(
        ScenarioRequest {
            method: "POST".into(),
            headers: lines(&[("X-A", "1"), ("X-A", "2")]),
            body: Some("a".into()),
            credentials: CredentialsMode::Include,
            referrer_policy: ReferrerPolicy::Origin,
            upload_listener: true,
            ..request(Api::Xhr)
        },
        expect![[r#"
            const meta = document.createElement("meta");
            meta.name = "referrer";
            meta.content = "origin";
            document.head.append(meta);
            const xhr = new XMLHttpRequest();
            xhr.open("POST", "https://api.example/users");
            xhr.setRequestHeader("X-A", "1");
            xhr.setRequestHeader("X-A", "2");
            xhr.withCredentials = true;
            xhr.upload.onprogress = () => {};
            xhr.send("a");"#]],
    );
}

#[test]
fn images_and_scripts() {
    check(
        request(Api::Img),
        expect![[r#"<img src="https://api.example/users">"#]],
    );
    check(
        ScenarioRequest {
            mode: Mode::Cors,
            credentials: CredentialsMode::SameOrigin,
            ..request(Api::Script)
        },
        expect![[r#"<script src="https://api.example/users" crossorigin></script>"#]],
    );
    check(
        ScenarioRequest {
            mode: Mode::Cors,
            credentials: CredentialsMode::Include,
            referrer_policy: ReferrerPolicy::UnsafeUrl,
            ..request(Api::Img)
        },
        expect![[
            r#"<img src="https://api.example/users" crossorigin="use-credentials" referrerpolicy="unsafe-url">"#
        ]],
    );
    // An empty address loads nothing, but the page's own can be had.
    check(
        ScenarioRequest {
            url: " \0".into(),
            ..request(Api::Img)
        },
        expect![[r##"<img src="#">"##]],
    );
}

#[test]
fn forms() {
    check(
        ScenarioRequest {
            body: Some("q=a+b%26c%3D&q&&=lost&bad=%zz%C3%A9".into()),
            referrer_policy: ReferrerPolicy::Origin,
            ..request(Api::Form)
        },
        expect![[r#"
            <meta name="referrer" content="origin">
            <form action="https://api.example/users" method="GET">
              <input type="hidden" name="q" value="a b&amp;c=">
              <input type="hidden" name="q" value="">
              <input type="hidden" name="bad" value="%zzé">
              <button>Send</button>
            </form>"#]],
    );
    check(
        ScenarioRequest {
            method: "post".into(),
            headers: lines(&[("Content-Type", "text/plain")]),
            body: Some("{\"a\":\"b=c+%20\"}\r\nd=e\n".into()),
            ..request(Api::Form)
        },
        expect![[r#"
            <form action="https://api.example/users" method="post" enctype="text/plain">
              <input type="hidden" name="{&quot;a&quot;:&quot;b" value="c+%20&quot;}">
              <input type="hidden" name="d" value="e">
              <button>Send</button>
            </form>"#]],
    );
}

#[test]
fn a_form_that_gets_has_pairs_whatever_its_type() {
    check(
        ScenarioRequest {
            url: "\0/search ".into(),
            headers: lines(&[("Content-Type", "text/plain")]),
            body: Some("a=1&b=2".into()),
            ..request(Api::Form)
        },
        expect![[r#"
            <form action="/search" method="GET" enctype="text/plain">
              <input type="hidden" name="a" value="1">
              <input type="hidden" name="b" value="2">
              <button>Send</button>
            </form>"#]],
    );
}

#[test]
fn nothing_typed_gets_out_of_a_literal() {
    let mut out = String::new();
    push_literal(&mut out, NASTY);
    expect![[r#""'\"`\\\r\n\t\u{0}\u{7}\u{7f}\u{85}\u{a0}é\u{200b}\u{2028}\u{2029}\u{202e}\u{feff}😀<\/script><\!--&amp;${1}""#]].assert_eq(&out);
    push_literal(&mut out, "");
    assert!(out.ends_with("\"\""));
}

#[test]
fn nothing_typed_gets_out_of_an_attribute() {
    let mut out = String::new();
    push_attribute(&mut out, "value", NASTY);
    expect![[r#" value="'&quot;`\&#xd;&#xa;&#x9;�&#x7;&#x7f;&#xa0;é&#x200b;&#x2028;&#x2029;&#x202e;&#xfeff;😀&lt;/script>&lt;!--&amp;amp;${1}""#]].assert_eq(&out);
}

#[test]
fn an_address_is_written_as_its_parser_reads_it() {
    check(
        ScenarioRequest {
            url: "\0 https://api.example/\0?a=1&copy=2\"> ".into(),
            ..request(Api::Img)
        },
        expect![[r#"<img src="https://api.example/%00?a=1&amp;copy=2&quot;>">"#]],
    );
}
