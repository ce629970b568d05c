//! What a frame leaves alone in the page around it.

use serde_json::json;

use super::{PREFLIGHTED, READABLE, WITHHELD};
use crate::host::{Host, SCRIPTS};

#[tokio::test]
async fn the_reader_of_the_host_keeps_the_keyboard_and_the_place() {
    let host = Host::open().await;
    let prepare = "
        const field = document.createElement('input');
        field.id = 'comment';
        document.querySelector('h1').after(field);
        field.focus();
        document.body.style.minHeight = '6000px';
        document.querySelector('p').style.marginBottom = '700px';
        scrollTo(0, 120);";
    host.runs(prepare, json!([])).await;
    let frame = host
        .frames(
            &format!("embed/?panels=verdict,wire,steps,server,request,fix#{PREFLIGHTED}"),
            SCRIPTS,
        )
        .await;
    host.hears_type(frame, "ready").await;
    for step in ["first", "last", "deciding"] {
        host.forgets().await;
        host.asks(frame, json!({ "type": "goto", "step": step }))
            .await;
        host.hears_type(frame, "step").await;
        keeps_its_place(&host, step).await;
    }
    host.forgets().await;
    host.asks(frame, json!({ "type": "load", "scenario": READABLE }))
        .await;
    host.hears_type(frame, "verdict").await;
    keeps_its_place(&host, "load").await;
    // It plays to its end, as when a person has pressed the button and read on elsewhere.
    host.forgets().await;
    let play = "[...document.querySelectorAll('.player button')]
        .find((it) => it.textContent.includes('Play')).click()";
    host.runs_in(frame, play, json!([])).await;
    host.hears_type(frame, "step").await;
    keeps_its_place(&host, "play").await;
    let mode = host
        .frames(&format!("embed/?mode=predict#{WITHHELD}"), SCRIPTS)
        .await;
    host.hears_type(mode, "ready").await;
    keeps_its_place(&host, "predict").await;
    assert!(
        host.page.client.get_alert_text().await.is_err(),
        "nothing is asked"
    );
    host.page.close().await;
}

async fn keeps_its_place(host: &Host, after: &str) {
    let place = "return [scrollY, document.activeElement.id]";
    assert_eq!(
        host.runs(place, json!([])).await,
        json!([120, "comment"]),
        "{after}"
    );
}
