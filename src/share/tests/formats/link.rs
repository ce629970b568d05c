//! What is said about the link itself.

use super::*;

#[test]
fn the_link_is_described() {
    let check = |fragment, wanted: Expect| wanted.assert_eq(&crate::share::about(fragment));
    check(
        "v=1&title=A%20%22Caf%C3%A9%22%20/%20..%5C&step=same-origin",
        expect![[
            r#"{"fragment":"v=1&title=A%20%22Caf%C3%A9%22%20/%20..%5C","step":"v=1&title=A%20%22Caf%C3%A9%22%20/%20..%5C&step=same-origin","most":1900,"readable":32768,"masked":[],"along":[],"file":"a-caf"}"#
        ]],
    );
    check(
        LED_ON,
        expect![[
            r#"{"fragment":"v=1&title=Led%20on&method=PUT&header=Authorization:%20Bearer%20***&body=%7B%7D&pre=204&pre-allow-origin=*&pre-allow-methods=PUT&pre-allow-headers=Authorization&status=307&allow-origin=*&res-header=Location:%20https://cdn.example/x&hop=2&pre=403&allow-origin=%2A","step":"v=1&title=Led%20on&method=PUT&header=Authorization:%20Bearer%20***&body=%7B%7D&pre=204&pre-allow-origin=*&pre-allow-methods=PUT&pre-allow-headers=Authorization&status=307&allow-origin=*&res-header=Location:%20https://cdn.example/x&hop=2&pre=403&allow-origin=*&step=allow-origin-present.3","most":1900,"readable":32768,"masked":["Authorization"],"along":[],"file":"led-on"}"#
        ]],
    );
    check(
        "v=1&title=%C3%A9&step=2",
        expect![[
            r#"{"fragment":"v=1&title=%C3%A9","step":"v=1&title=%C3%A9&step=method-safelisted","most":1900,"readable":32768,"masked":[],"along":[],"file":"scenario"}"#
        ]],
    );
}
