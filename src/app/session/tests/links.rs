//! What links open, and what stands in the address.

use super::*;

#[test]
fn a_link_opens_what_it_says_at_its_step_and_says_what_it_could_not_read() {
    let session = Session::of_fragment("v=1&method=PUT&step=method-safelisted&colour=red");
    assert_eq!(session.scenario.request.method, "PUT");
    assert_eq!(session.focus.rule, Rule::MethodSafelisted);
    assert_eq!(session.notice.len(), 1);
    let numbered = Session::of_fragment("v=1&step=1");
    assert_eq!(numbered.focus.rule, Rule::SameOrigin);
}

#[test]
fn the_address_says_what_is_on_the_screen_and_opens_it_again() {
    assert_eq!(fragment(&Session::default()), "");
    let session = Rc::new(Session::of_fragment(PREFLIGHTED));
    assert_eq!(fragment(&session), PREFLIGHTED);
    let step = StepName {
        rule: Rule::SameOrigin,
        occurrence: 1,
    };
    let session = session.reduce(Action::WentTo(step));
    let fragment = fragment(&session);
    assert!(fragment.ends_with("&step=same-origin"), "{fragment}");
    let again = Session::of_fragment(&fragment);
    assert_eq!((&again.scenario, again.focus), (&session.scenario, step));
}

#[test]
fn a_bad_link_that_is_put_right_takes_its_notice_along() {
    let opened = |fragment: &str| Action::Opened(fragment.into());
    for bad in [
        "v=1&method=PUT&colour=red",
        "v=1&method=PUT&method=PUT",
        "method=PUT",
    ] {
        let session = after(vec![opened(bad)]);
        assert_eq!(session.notice.len(), 1, "{bad}");
        let session = Rc::new(session).reduce(opened("v=1&method=PUT"));
        assert_eq!(*session.notice, [], "{bad}");
    }
}

#[test]
fn another_title_is_an_edit_and_nothing_else_is_lost() {
    let opened = |fragment: &str| Action::Opened(fragment.into());
    let session = after(vec![
        opened("v=1&title=A&then=1"),
        typed_in(Place::Method, "PUT"),
        Action::Sent,
        Action::LookedAtSend(1),
        Action::ToggledPasting(RESPONSE),
    ]);
    // Its own address, but for the title.
    let own = fragment(&session).replace("title=A", "title=B");
    let named = Rc::new(session.clone()).reduce(opened(&own));
    assert_eq!(named.scenario.title, "B");
    assert_eq!(named.send, session.send);
    assert_eq!(named.pasting, session.pasting);
    assert!(named.fits_its_title() && !session.fits_its_title());
    let undone = named.reduce(Action::Undid);
    assert_eq!(undone.scenario, session.scenario);
}

#[test]
fn a_link_that_is_followed_can_be_undone_and_a_place_in_the_page_is_no_link() {
    let opened = |fragment: &str| Action::Opened(fragment.into());
    let session = after(vec![opened("v=1&method=PUT")]);
    assert_eq!(session.scenario.request.method, "PUT");
    let session = after(vec![opened("v=1&method=PUT"), Action::Undid]);
    assert_eq!(session.scenario.request.method, "GET");
    let session = after(vec![typed_in(Place::Method, "PUT"), opened("wire-heading")]);
    assert_eq!(session.scenario.request.method, "PUT");
}
