//! What a frame tells its host, and what the host may ask of it.

use serde_json::json;

use super::{PREFLIGHTED, READABLE, WITHHELD};
use crate::host::{Host, SCRIPTS};

#[tokio::test]
async fn a_host_hears_what_happens_in_the_frame() {
    let host = Host::open().await;
    let place = format!("embed/#{WITHHELD}&step=server-answered");
    let frame = host.frames(&place, SCRIPTS).await;
    let ready = host.hears_type(frame, "ready").await;
    assert_eq!(ready, json!({ "cors-playground": 1, "type": "ready" }));
    let step = host.hears_type(frame, "step").await;
    assert_eq!(step["rule"], "server-answered", "{step}");
    assert_eq!(step["outcome"], "passed", "{step}");
    let (number, of) = (step["number"].as_u64(), step["of"].as_u64());
    assert!(Some(1) <= number && number < of, "{step}");
    let verdict = host.hears_type(frame, "verdict").await;
    assert_eq!(
        verdict,
        json!({
            "cors-playground": 1, "type": "verdict", "outcome": "withheld",
            "headline": "Answered, but withheld from the page",
        })
    );
    // A person mends it.
    host.enters(frame).await;
    let name = "Access-Control-Allow-Origin";
    host.page.add_header("Response headers", 1, name, "*").await;
    host.leaves().await;
    host.hears(
        frame,
        "data.type === 'verdict' && data.outcome === 'readable'",
    )
    .await;
    let solved = host.hears_type(frame, "solved").await;
    assert_eq!(solved, json!({ "cors-playground": 1, "type": "solved" }));
    host.page.close().await;
}

#[tokio::test]
async fn a_host_hears_that_all_was_predicted_rightly() {
    let host = Host::open().await;
    let place = format!("embed/?mode=predict#{WITHHELD}");
    let frame = host.frames(&place, SCRIPTS).await;
    host.hears_type(frame, "ready").await;
    host.enters(frame).await;
    host.page.sees(".predict .check").await;
    let script = "
        for (const group of document.querySelectorAll('.predict fieldset')) {
            const told = document.querySelector(`.told [data-ask=${group.dataset.ask}]`).dataset.answer;
            group.querySelector(`[value=${told}]`).click();
        }
        return document.querySelectorAll('.predict fieldset').length";
    assert_eq!(host.runs(script, json!([])).await, 3, "questions");
    host.leaves().await;
    let heard = host.heard().await.to_string();
    assert!(
        !heard.contains("verdict"),
        "nothing is told before: {heard}"
    );
    host.enters(frame).await;
    host.page.presses("Reveal").await;
    host.leaves().await;
    host.hears_type(frame, "solved").await;
    host.hears_type(frame, "verdict").await;
    host.page.close().await;
}

#[tokio::test]
async fn a_host_can_ask_for_a_theme_a_step_and_a_scenario() {
    let host = Host::open().await;
    let frame = host.frames(&format!("embed/#{READABLE}"), SCRIPTS).await;
    host.hears_type(frame, "ready").await;
    host.asks(frame, json!({ "type": "theme", "theme": "dark" }))
        .await;
    host.enters(frame).await;
    host.page.sees("html[data-theme=dark]").await;
    host.leaves().await;

    host.asks(frame, json!({ "type": "goto", "step": "first" }))
        .await;
    host.hears(frame, "data.type === 'step' && data.number === 1")
        .await;
    host.asks(frame, json!({ "type": "goto", "step": "last" }))
        .await;
    host.hears(frame, "data.type === 'step' && data.number === data.of")
        .await;
    host.asks(frame, json!({ "type": "goto", "step": "server-answered" }))
        .await;
    host.hears(
        frame,
        "data.type === 'step' && data.rule === 'server-answered'",
    )
    .await;

    let load = json!({ "type": "load", "scenario": format!("#{PREFLIGHTED}") });
    host.asks(frame, load).await;
    host.hears(
        frame,
        "data.type === 'verdict' && data.outcome === 'never-sent'",
    )
    .await;
    host.asks(frame, json!({ "type": "goto", "step": "deciding" }))
        .await;
    host.hears(frame, "data.type === 'step' && data.outcome === 'failed'")
        .await;
    host.enters(frame).await;
    host.page.address_has(PREFLIGHTED).await;
    host.leaves().await;
    host.page.close().await;
}

#[tokio::test]
async fn a_port_of_the_host_hears_the_scenario_now_and_whenever_it_changes() {
    let host = Host::open().await;
    let frame = host.frames(&format!("embed/#{READABLE}"), SCRIPTS).await;
    host.hears_type(frame, "ready").await;
    let connect = "
        const [frame] = arguments;
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => dispatchEvent(new MessageEvent('message', { data }));
        const message = { 'cors-playground': 1, type: 'connect' };
        document.querySelectorAll('iframe')[frame].contentWindow.postMessage(message, '*', [port2]);";
    host.runs(connect, json!([frame])).await;
    // It is no window that speaks, so the host's page counts it as nobody's.
    let said = host.hears_nobody("data.type === 'scenario'").await;
    let wanted = json!({ "cors-playground": 1, "type": "scenario", "fragment": READABLE });
    assert_eq!(said, wanted);
    host.enters(frame).await;
    host.page.types("Response status", "404").await;
    host.leaves().await;
    host.hears_nobody("data.fragment?.includes('status=404')")
        .await;
    let frames =
        "return heard.some((it) => it.frame >= 0 && JSON.stringify(it.data).includes('404'))";
    assert_eq!(
        host.runs(frames, json!([])).await,
        false,
        "only the port hears it"
    );
    host.page.close().await;
}
