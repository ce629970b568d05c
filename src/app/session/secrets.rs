//! What somebody typed and no address holds: it stays when the same request is opened once more.

use cors_engine::Scenario;

/// Puts the secrets of what was `typed` in the place of their masks in what is `opened`. `masked` is what was
/// typed as an address has it: a fix, for one, is made of an address, and brings no more than that.
///
/// They stay with the page and the address that they were typed for. Elsewhere a mask stays one, so that no link
/// of somebody else takes a secret along to another server.
// Were it inlined, the download would be larger.
#[inline(never)]
pub(super) fn keep(typed: &Scenario, masked: &Scenario, opened: &mut Scenario) {
    if typed.page != opened.page || typed.request.url != opened.request.url {
        return;
    }
    // Line by line, for a fix may leave out another header.
    let lines = &mut opened.request.headers;
    for (typed, masked) in typed.request.headers.iter().zip(&masked.request.headers) {
        if let Some(line) = lines.iter_mut().find(|it| *it == masked) {
            line.1 = typed.1.clone();
        }
    }
    // No fix changes a further send.
    if masked.then == opened.then {
        opened.then = typed.then.clone();
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use crate::app::session::{Action, Session};

    /// Three secrets and a header that is none; the further send has a token of its own.
    const TYPED: &str = "v=1&method=PUT&header=Cookie:%20a=1&header=X-A:%201&header=Cookie:%20b=2\
        &header=Authorization:%20Bearer%20abc&then=2&header=Authorization:%20Bearer%20def";

    /// What a link opens while that is on the screen.
    fn opened(fragment: &str) -> Rc<Session> {
        Rc::new(Session::of_fragment(TYPED)).reduce(Action::Opened(fragment.into()))
    }

    /// The values of the header lines of a send.
    fn values(session: &Session, send: usize) -> Vec<&str> {
        let request = session.scenario.request_of(send).expect("there is one");
        request.headers.iter().map(|(_, value)| &**value).collect()
    }

    #[test]
    fn a_fix_keeps_the_secrets_that_were_typed() {
        let session = opened(
            "v=1&method=PUT&header=Cookie:%20***&header=X-A:%201&header=Cookie:%20***\
             &header=Authorization:%20Bearer%20***&pre=204&then=2&header=Authorization:%20Bearer%20***&pre",
        );
        assert_eq!(values(&session, 0), ["a=1", "1", "b=2", "Bearer abc"]);
        assert_eq!(values(&session, 1), ["Bearer def"]);
        assert!(session.fits_its_title());
        // Another method, a header less, no further send.
        let session = opened("v=1&method=PATCH&header=Authorization:%20Bearer%20***");
        assert_eq!(values(&session, 0), ["Bearer abc"]);
        assert_eq!(values(&session.reduce(Action::Undid), 1), ["Bearer def"]);
    }

    #[test]
    fn a_link_takes_no_secret_to_another_address() {
        for other in [
            "page=https://other.example/",
            "proxy=https://other.example",
            "url=https://other.example/",
        ] {
            let link = format!("v=1&{other}&header=Authorization:%20Bearer%20***");
            assert_eq!(values(&opened(&link), 0), ["Bearer ***"], "{other}");
        }
        let further = "v=1&then=2&header=Authorization:%20Bearer%20***&url=https://other.example/";
        assert_eq!(values(&opened(further), 1), ["Bearer ***"]);
    }

    #[test]
    fn only_the_mask_of_what_was_typed_gives_way() {
        let session = opened("v=1&header=Authorization:%20Basic%20***&header=X-A:%20***");
        assert_eq!(values(&session, 0), ["Basic ***", "***"]);
    }
}
