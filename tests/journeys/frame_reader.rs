//! What a frame makes of its reader: which heights come of an act of theirs, and where they predict.

use serde_json::json;

use crate::host::{Host, SCRIPTS};

/// One header from being readable: the deciding step has more to say than the first.
const WITHHELD: &str = "v=1&status=201";

#[tokio::test]
async fn a_height_comes_of_the_reader_only_if_it_was_the_reader_who_acted() {
    let host = Host::open().await;
    let frame = host.frames(&format!("embed/#{WITHHELD}"), SCRIPTS).await;
    host.hears_type(frame, "resize").await;
    host.is_still(frame).await;
    host.forgets().await;
    host.asks(frame, json!({ "type": "goto", "step": "first" }))
        .await;
    let resize = host.hears_type(frame, "resize").await;
    assert_eq!(resize["after"], "load", "the host asked: {resize}");
    host.forgets().await;
    host.enters(frame).await;
    host.page.presses_summary("As text").await;
    host.leaves().await;
    let resize = host.hears_type(frame, "resize").await;
    assert_eq!(resize["after"], "user", "the reader pressed: {resize}");
    host.page.close().await;
}

#[tokio::test]
async fn an_act_tells_a_height_once_more_that_came_of_loading() {
    let host = Host::open().await;
    let frame = host.frames("embed/?mode=read#v=1", SCRIPTS).await;
    let loaded = host.hears_type(frame, "resize").await;
    host.is_still(frame).await;
    for wanted in [json!(["user"]), json!([])] {
        host.forgets().await;
        host.enters(frame).await;
        let headline = host.page.sees("h1").await;
        headline.click().await.expect("it can be pressed");
        host.leaves().await;
        host.is_still(frame).await;
        let heard = "return heard.filter(({ data }) => data.type === 'resize')
            .map(({ data }) => data.height === arguments[0] ? data.after : data.height)";
        let heard = host.runs(heard, json!([loaded["height"]])).await;
        assert_eq!(heard, wanted);
    }
    host.page.close().await;
}

/// Whether the predictions come after the request, or before the verdict, for the eyes as for the keyboard; and
/// whether they have the keyboard.
const PLACE: &str = "
    const [place, app] = [document.querySelector('.course:has(.predict)'), document.getElementById('app')];
    const seen = (it) => it.getBoundingClientRect();
    const comesFirst = Boolean(place.compareDocumentPosition(app) & Node.DOCUMENT_POSITION_FOLLOWING);
    const isSeenFirst = seen(place).bottom <= seen(app).top;
    const isSeenLast = seen(place).top >= seen(app).bottom;
    return [comesFirst, isSeenFirst, isSeenLast, place.contains(document.activeElement)]";

#[tokio::test]
async fn predictions_are_asked_below_the_request_and_told_above_the_stage() {
    for press in [".predict .check", ".reveal summary"] {
        let host = Host::open().await;
        let frame = host
            .frames(&format!("embed/?mode=predict#{WITHHELD}"), SCRIPTS)
            .await;
        host.enters(frame).await;
        host.page.sees(".predict .check").await;
        let asked = host.runs(PLACE, json!([])).await;
        assert_eq!(asked, json!([false, false, true, false]));
        let answer = "document.querySelectorAll('.predict fieldset').forEach((it) => it.querySelector('input').click())";
        host.runs(answer, json!([])).await;
        let button = host.page.sees(press).await;
        button.click().await.expect("it can be pressed");
        host.page.sees(".reveal[data-over]").await;
        let told = host.runs(PLACE, json!([])).await;
        assert_eq!(told, json!([true, true, false, true]), "{press}");
        host.leaves().await;
        // Given anew, it asks anew.
        host.asks(frame, json!({ "type": "load", "scenario": WITHHELD }))
            .await;
        host.enters(frame).await;
        host.page
            .sees("#app + .course .predict:not([hidden])")
            .await;
        host.leaves().await;
        host.page.close().await;
    }
}
