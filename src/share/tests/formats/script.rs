//! The code of the request.

use super::*;
use crate::share::script_ending;

#[test]
fn code_says_what_is_masked() {
    check(
        Format::Script,
        LED_ON,
        expect![[r#"
        // *** stands in the place of what Authorization held: put your own value there.
        await fetch("https://api.backend.com/users", {
          method: "PUT",
          headers: {
            Authorization: "Bearer ***",
          },
          body: "{}",
        });
    "#]],
    );
    // An element has no headers, so nothing of it is left out.
    check(
        Format::Script,
        "v=1&api=img&header=Authorization:%20a",
        expect![[r#"
            <img src="https://api.backend.com/users">
        "#]],
    );
}

#[test]
fn code_has_the_ending_of_its_kind() {
    for (api, wanted) in [
        ("fetch", "js"),
        ("xhr", "js"),
        ("img", "html"),
        ("script", "html"),
        ("form", "html"),
        ("curl", "sh"),
    ] {
        let first = format!("v=1&api={api}");
        let second = format!("v=1&then=1&api={api}");
        assert_eq!(script_ending(&first, 0), wanted);
        assert_eq!(script_ending(&second, 1), wanted);
        assert_eq!(script_ending(&second, 0), "js");
    }
}
