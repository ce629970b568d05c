//! The code of the request.

use super::*;

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
}
