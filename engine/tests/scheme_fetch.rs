//! [Scheme fetch](https://fetch.spec.whatwg.org/#scheme-fetch): data: URLs answer themselves.

use cors_engine::Rule;
use cors_engine::scenario::{Api, Mode};
use cors_engine::trace::ResponseType;

use crate::support::*;

pub(crate) fn rows() -> Vec<Row> {
    let read = || {
        readable(Rule::DataUrlReadable)
            .of_type(ResponseType::Basic)
            .wire("")
            .sees(&[])
    };
    let unreadable = || network_error(Rule::DataUrlReadable).wire("");
    rows! {
        "data: text": fetch("data:text/plain,hello") => read();
        "data: in any mode": fetch("data:,x").mode(Mode::SameOrigin) => read();
        "data: no-cors is not opaque": fetch("data:,x").mode(Mode::NoCors) => read();
        "data: any method and header, no preflight":
            fetch("data:,x").method("PUT").header("X-A", "1") => read();
        "data: with credentials": fetch("data:,x").include() => read();
        "data: from a sandboxed page": fetch("data:,x").opaque_page() => read();
        "data: from a page that is one": fetch("data:,x").page("data:text/html,y") => read();
        "data: an image":
            fetch("data:image/png;base64,AAAA").api(Api::Img).mode(Mode::Cors) => read();
        "data: is no mixed content": fetch("data:,x").page("https://page.example/") => read();
        "data: the comma may come after a question mark": fetch("data:text/plain?,x") => read();
        "data: no comma": fetch("data:text/plain") => unreadable();
        "data: a comma in the fragment does not count": fetch("data:text/plain#,x") => unreadable();
        "data: base64": fetch("data:;base64,aGVsbG8=") => read();
        "data: base64 without padding": fetch("data:;base64,aGVsbG8") => read();
        "data: base64 with white space": fetch("data:;base64,aGVs%20bG8=") => read();
        "data: base64, percent-encoded": fetch("data:;base64,%61GVsbG8%3D") => read();
        "data: base64 in capitals after spaces":
            fetch("data:text/plain; BASE64,aGVsbG8=") => read();
        "data: base64 with one digit too many": fetch("data:;base64,aGVsb") => unreadable();
        "data: base64 with padding in the middle": fetch("data:;base64,aG=sbG8=") => unreadable();
        "data: base64 with too much padding": fetch("data:;base64,aGVsbG8==") => unreadable();
        "data: base64 with another alphabet": fetch("data:;base64,aG_s") => unreadable();
        "data: base64 is judged only where it says so":
            fetch("data:text/plain;x=base64,!") => read();
    }
}

#[test]
fn every_row() {
    check(&rows());
}
