//! A command for each request.

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
fn the_send_that_is_looked_at_is_told() {
    let first = in_format(Format::Curl, TWICE, 0);
    let second = in_format(Format::Curl, TWICE, 1);
    assert!(first.contains("-X 'OPTIONS'"), "{first}");
    assert!(!second.contains("-X 'OPTIONS'"), "{second}");
    assert!(second.contains("-X 'PUT'"), "{second}");
    // There is no third one.
    assert_eq!(in_format(Format::Curl, TWICE, 2), first);
}
