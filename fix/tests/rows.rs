//! The failures that people meet most, and the first fix of each.

use std::path::Path;

use cors_course::Course;
use cors_fix::{Fix, fixes, fixes_of_fragment};
use expect_test::expect;

/// A fix in lines: its title, then what is taken out and put in.
fn told(scenario: &cors_engine::Scenario, fix: &Fix) -> String {
    let mut lines = vec![fix.title()];
    for change in fix.changes.iter().chain(&fix.recommended) {
        let place = format!("{:?}", change.place).to_lowercase();
        lines.extend(change.before(scenario).map(|it| format!("{place} - {it}")));
        lines.extend(change.after().map(|it| format!("{place} + {it}")));
    }
    lines.join("\n")
}

/// What people meet most, by the names of its scenarios in the course.
const MET: &[&str] = &[
    "no-allow-origin",
    "wildcard-with-credentials",
    "allow-credentials-missing",
    "options-not-handled",
    "options-405-with-headers",
    "auth-answers-preflight",
    "json-not-allowed",
    "authorization-not-allowed",
    "authorization-and-wildcard",
    "two-allow-origin-lines",
    "error-without-cors-headers",
    "trailing-slash",
    "list-of-origins",
    "file-page",
    "localhost-and-127",
    "preflight-redirected",
    "method-not-allowed",
    "patch-in-lower-case",
    "cors-header-on-request",
    "no-cors",
    "only-options-configured",
    "allow-methods-syntax",
    "mixed-content",
    "redirect-taints-origin",
    "scheme-missing",
    "misspelled-header",
    "connection-failed",
];

#[test]
fn the_first_fix_is_the_safest() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../course/content");
    let course = Course::read(&folder).expect("its own test says what is wrong");
    let mut all = String::new();
    for name in MET {
        let mut scenarios = course.scenarios();
        let (_, scenario) = scenarios
            .find(|(slug, _)| slug == name)
            .unwrap_or_else(|| panic!("no {name}"));
        let found = fixes(scenario);
        let first = match found.proposals.first() {
            Some(fix) => told(scenario, fix),
            None => found.advice.join("\n"),
        };
        all += &format!("{name}: {first}\n\n");
    }
    expect![[r#"
        no-allow-origin: Let only https://frontend.com read it
        response(0) + Access-Control-Allow-Origin: https://frontend.com
        response(0) + Vary: Origin

        wildcard-with-credentials: Let only https://frontend.com read it
        response(0) - Access-Control-Allow-Origin: *
        response(0) + Access-Control-Allow-Origin: https://frontend.com
        response(0) + Vary: Origin

        allow-credentials-missing: Allow credentials
        response(0) + Access-Control-Allow-Credentials: true

        options-not-handled: Let only https://frontend.com read it
        preflight(0) + Access-Control-Allow-Origin: https://frontend.com
        preflight(0) - status: 405
        preflight(0) + status: 204
        preflight(0) + Access-Control-Allow-Headers: content-type
        preflight(0) + Vary: Origin

        options-405-with-headers: Answer OPTIONS with 204
        preflight(0) - status: 405
        preflight(0) + status: 204

        auth-answers-preflight: Let only https://frontend.com read it
        preflight(0) + Access-Control-Allow-Origin: https://frontend.com
        preflight(0) - status: 401
        preflight(0) + status: 204
        preflight(0) + Access-Control-Allow-Headers: Authorization
        preflight(0) + Vary: Origin

        json-not-allowed: Allow what the page asks for
        preflight(0) + Access-Control-Allow-Headers: content-type

        authorization-not-allowed: Allow what the page asks for
        preflight(0) - Access-Control-Allow-Headers: Content-Type
        preflight(0) + Access-Control-Allow-Headers: Content-Type, Authorization

        authorization-and-wildcard: Allow what the page asks for
        preflight(0) - Access-Control-Allow-Headers: *
        preflight(0) + Access-Control-Allow-Headers: Authorization

        two-allow-origin-lines: Let only https://frontend.com read it
        response(0) - Access-Control-Allow-Origin: *
        Access-Control-Allow-Origin: *
        response(0) + Access-Control-Allow-Origin: https://frontend.com
        response(0) + Vary: Origin

        error-without-cors-headers: Let only https://frontend.com read it
        response(0) + Access-Control-Allow-Origin: https://frontend.com
        response(0) + Vary: Origin

        trailing-slash: Let only https://frontend.com read it
        response(0) - Access-Control-Allow-Origin: https://frontend.com/
        response(0) + Access-Control-Allow-Origin: https://frontend.com

        list-of-origins: Let only https://frontend.com read it
        response(0) - Access-Control-Allow-Origin: https://frontend.com, https://admin.example
        response(0) + Access-Control-Allow-Origin: https://frontend.com
        response(0) + Vary: Origin

        file-page: Let every page read it
        response(0) - Access-Control-Allow-Origin: http://localhost:3000
        response(0) + Access-Control-Allow-Origin: *

        localhost-and-127: Let only http://127.0.0.1:5173 read it
        response(0) - Access-Control-Allow-Origin: http://localhost:5173
        response(0) + Access-Control-Allow-Origin: http://127.0.0.1:5173

        preflight-redirected: Answer OPTIONS with 204
        preflight(0) - status: 308
        preflight(0) + status: 204

        method-not-allowed: Allow what the page asks for
        preflight(0) - Access-Control-Allow-Methods: GET, POST
        preflight(0) + Access-Control-Allow-Methods: GET, POST, DELETE

        patch-in-lower-case: Write the method in capitals
        page - patch
        page + PATCH

        cors-header-on-request: Leave the header out of the request
        page - Access-Control-Allow-Origin: *

        no-cors: Ask in mode cors
        page - mode: no-cors
        page + mode: cors
        response(0) + Access-Control-Allow-Origin: https://frontend.com
        response(0) + Vary: Origin

        only-options-configured: Let only https://frontend.com read it
        response(0) + Access-Control-Allow-Origin: https://frontend.com
        response(0) + Vary: Origin

        allow-methods-syntax: Allow what the page asks for
        preflight(0) - Access-Control-Allow-Methods: GET; POST; PUT
        preflight(0) + Access-Control-Allow-Methods: GET, POST, PUT

        mixed-content: Ask the right address
        page - http://api.backend.com/users
        page + https://api.backend.com/users

        redirect-taints-origin: Let every page read it
        response(1) - Access-Control-Allow-Origin: https://frontend.com
        response(1) + Access-Control-Allow-Origin: *

        scheme-missing: Ask the right address
        page - localhost:8080/orders
        page + http://localhost:8080/orders

        misspelled-header: Let only https://frontend.com read it
        response(0) + Access-Control-Allow-Origin: https://frontend.com
        response(0) + Vary: Origin

        connection-failed: Nobody answered. Check that the server runs, its name, its port and its certificate: CORS has no part in this.

    "#]].assert_eq(&all);
}

#[test]
fn a_page_gets_json_whatever_is_typed() {
    for fragment in [
        "",
        "v=1&url=%22%5C%0A%01",
        "v=1&method=PUT",
        "&&&",
        "v=1&api=curl",
    ] {
        let text = fixes_of_fragment(fragment);
        let json: serde_json::Value = serde_json::from_str(&text).expect(&text);
        assert!(json["proposals"].is_array() && json["advice"].is_array());
    }
    let opening = fixes_of_fragment("");
    assert!(
        opening.contains("\"after\":\"Access-Control-Allow-Origin: https://frontend.com\""),
        "{opening}"
    );
}

#[test]
fn a_title_is_told_that_it_is_mended_once() {
    for (title, wanted) in [
        ("title=No%20header", "title=No%20header,%20mended&"),
        ("title=A,%20mended", "title=A,%20mended&"),
        ("title=", "v=1&allow-origin"),
    ] {
        let text = fixes_of_fragment(&format!("v=1&{title}"));
        let json: serde_json::Value = serde_json::from_str(&text).expect(&text);
        let fragment = json["proposals"][0]["fragment"].as_str().expect("a link");
        assert!(fragment.contains(wanted), "{fragment}");
    }
}

#[test]
fn what_a_fix_means_is_about_what_it_changes() {
    for (fragment, wanted) in [
        ("v=1", "Pages of this one origin may read"),
        (
            "v=1&header=X-A:%201&pre=204&pre-allow-origin=*&allow-origin=%2A",
            "Whose pages may read the answer stays",
        ),
        (
            "v=1&credentials=include&allow-origin=https://frontend.com",
            "Whose pages may read the answer stays",
        ),
    ] {
        let text = fixes_of_fragment(fragment);
        let json: serde_json::Value = serde_json::from_str(&text).expect(&text);
        let means = json["proposals"][0]["means"].as_str().expect("a sentence");
        assert!(means.contains(wanted), "{fragment}: {means}");
    }
}
