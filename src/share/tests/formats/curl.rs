//! A command for each request, also for the one that a preflight has stopped.

use super::*;

#[test]
fn curl_has_a_command_for_each_request() {
    check(
        Format::Curl,
        LED_ON,
        expect![[r#"
            # curl shows what a server answers. It is no browser: it asks nobody first, and keeps nothing from you.
            # A browser sends more header lines, and its cookies.
            # *** stands in the place of what Authorization held: put your own value there.

            # The preflight
            curl -g -i -X 'OPTIONS' --url 'https://api.backend.com/users' \
              -H 'Accept: */*' \
              -H 'Access-Control-Request-Method: PUT' \
              -H 'Access-Control-Request-Headers: authorization' \
              -H 'Origin: https://frontend.com'

            # The request
            curl -g -i -X 'PUT' --url 'https://api.backend.com/users' \
              -H 'Authorization: Bearer ***' \
              -H 'Content-Type: text/plain;charset=UTF-8' \
              -H 'Origin: https://frontend.com' \
              --data-raw '{}'

            # The preflight, address 2
            curl -g -i -X 'OPTIONS' --url 'https://cdn.example/x' \
              -H 'Accept: */*' \
              -H 'Access-Control-Request-Method: PUT' \
              -H 'Origin: null'

            # The request, address 2: the browser did not send it, for its preflight failed. curl sends it, and the server may act on it.
            curl -g -i -X 'PUT' --url 'https://cdn.example/x' \
              -H 'Content-Type: text/plain;charset=UTF-8' \
              -H 'Origin: null' \
              --data-raw '{}'
        "#]],
    );
    check(
        Format::Curl,
        "v=1&url=http://",
        expect![[r#"
        # curl shows what a server answers. It is no browser: it asks nobody first, and keeps nothing from you.
        # A browser sends more header lines, and its cookies.

        # Nothing was sent, so there is no command.
    "#]],
    );
}

#[test]
fn curl_can_send_what_the_preflight_has_stopped() {
    check(
        Format::Curl,
        STOPPED,
        expect![[r#"
        # curl shows what a server answers. It is no browser: it asks nobody first, and keeps nothing from you.
        # A browser sends more header lines, and its cookies.

        # The preflight
        curl -g -i -X 'OPTIONS' --url 'https://api.backend.com/users' \
          -H 'Accept: */*' \
          -H 'Access-Control-Request-Method: DELETE' \
          -H 'Access-Control-Request-Headers: x-reason' \
          -H 'Origin: https://frontend.com'

        # The request: the browser did not send it, for its preflight failed. curl sends it, and the server may act on it.
        curl -g -i -X 'DELETE' --url 'https://api.backend.com/users' \
          -H 'X-Reason: it'\''s old' \
          -H 'Content-Type: text/plain;charset=UTF-8' \
          -H 'Origin: https://frontend.com' \
          --data-raw 'all'
    "#]],
    );
}

#[test]
fn the_send_that_is_looked_at_is_told() {
    let first = in_format(Format::Curl, TWICE, 0);
    let second = in_format(Format::Curl, TWICE, 1);
    assert!(first.contains("-X 'OPTIONS'"), "{first}");
    assert!(!second.contains("-X 'OPTIONS'"), "{second}");
    assert!(second.contains("-X 'PUT'"), "{second}");
    // There is no third one.
    assert_eq!(in_format(Format::Curl, TWICE, 2), first);
}
