//! A host that means harm, or does not know better: nothing changes, nothing is told that it should not hear.

use serde_json::json;

use crate::host::{Host, SCRIPTS};
use crate::page::Page;
use crate::screen::run;

/// Typed into the frame, and never to be heard from it.
const SECRET: &str = "Bearer-of-a-secret";

/// Types a secret into the only frame of a host.
async fn types_a_secret(host: &Host) {
    host.hears_type(0, "resize").await;
    host.enters(0).await;
    host.page.types("Request URL", &format!("/{SECRET}")).await;
    host.page.address_has(SECRET).await;
    host.leaves().await;
    host.forgets().await;
}

/// The frame runs once more, still has the secret, and has not told it.
async fn the_secret_is_kept(host: &Host) {
    // The last of all formats of a height.
    host.hears(0, "data.sentinel === 'amp'").await;
    host.enters(0).await;
    host.page.address_has(SECRET).await;
    host.leaves().await;
    let heard = host.heard().await.to_string();
    assert!(!heard.contains(SECRET), "{heard}");
}

#[tokio::test]
async fn what_was_typed_is_not_told_when_the_frame_is_loaded_again() {
    let host = Host::open().await;
    let frame = host.frames("embed/?panels=request#v=1", SCRIPTS).await;
    types_a_secret(&host).await;
    // As its button does when it has crashed.
    host.runs_in(frame, "location.reload()", json!([])).await;
    the_secret_is_kept(&host).await;
    host.page.close().await;
}

#[tokio::test]
async fn what_was_typed_is_not_told_when_the_reader_comes_back_to_the_host() {
    // A browser restores the addresses of frames that are in the page's own text.
    let page = Page::open_host("no-wasm.html").await;
    let host = Host { page };
    // With such a listener the page is loaded again, and not kept as it is.
    host.runs("window.onunload = () => {}", json!([])).await;
    types_a_secret(&host).await;
    host.page.client.goto("about:blank").await.expect("a page");
    host.page.client.back().await.expect("there is a way back");
    the_secret_is_kept(&host).await;
    host.page.client.close().await.expect("the browser ends");
}

/// What of a frame nothing may change that is said in vain.
const IS: &str = "
    const root = document.documentElement;
    return [JSON.stringify(root.dataset), location.href, document.activeElement.tagName, root.outerHTML]";

/// A frame that runs, with the host's ear empty.
async fn frame_that_runs(host: &Host) -> usize {
    let place = "embed/?panels=request,verdict,steps#v=1";
    let frame = host.frames(place, SCRIPTS).await;
    types_a_secret(host).await;
    host.is_still(frame).await;
    host.forgets().await;
    frame
}

/// The frame is done with all that was said before: it answers what is said now, through a port.
async fn still_answers(host: &Host, frame: usize) -> String {
    let connect = "
        const [frame, answer] = arguments;
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => answer(data.fragment);
        const message = { 'cors-playground': 1, type: 'connect' };
        document.querySelectorAll('iframe')[frame].contentWindow.postMessage(message, '*', [port2]);";
    let answer = host.page.client.execute_async(connect, vec![json!(frame)]);
    answer.await.expect("it answers").to_string()
}

#[tokio::test]
async fn what_is_not_as_agreed_is_nothing() {
    let host = Host::open().await;
    let frame = frame_that_runs(&host).await;
    let before = host.runs_in(frame, IS, json!([])).await;
    let send = concat!(
        include_str!("scripts/wrong_messages.js"),
        "const target = document.querySelectorAll('iframe')[arguments[0]].contentWindow;
         messages.forEach((message) => target.postMessage(message, '*'));
         return messages.length"
    );
    let count = host.runs(send, json!([frame])).await;
    assert!(count.as_u64() > Some(200), "{count}");
    assert!(still_answers(&host, frame).await.contains(SECRET));
    host.is_still(frame).await;
    assert_eq!(host.runs_in(frame, IS, json!([])).await, before);
    assert_eq!(host.heard().await, json!([]));
    host.page.close().await;
}

#[tokio::test]
async fn markup_in_a_scenario_is_text() {
    let host = Host::open().await;
    let frame = frame_that_runs(&host).await;
    for scenario in [
        "v=1&url=/<img src=x onerror=alert(1)>&title=<b>x</b>",
        "v=1&res-header=X:%20%3C/script%3E%3Cscript%3Ealert(1)%3C/script%3E&__proto__=1&constructor=2",
        "<svg onload=alert(1)>",
        "\u{0}\u{ffff}%ff%zz&&&===#v=1&method=PUT#?secret=a",
    ] {
        let load = json!({ "type": "load", "scenario": scenario });
        host.asks(frame, load).await;
        host.asks(frame, json!({ "type": "goto", "step": "last" }))
            .await;
        still_answers(&host, frame).await;
        let made = "return document.querySelectorAll(
            'img, iframe, [onerror], [onload], script:not([src], #words)').length";
        let made = host.runs_in(frame, made, json!([])).await;
        assert_eq!(made, 0, "{scenario}");
    }
    host.page.close().await;
}

/// A script that asks `target` for what is to be seen.
fn asking(target: &str) -> String {
    format!(
        "const asked = [{{ type: 'theme', theme: 'dark' }}, {{ type: 'load', scenario: 'v=1&method=DELETE' }}];
         asked.forEach((it) => {target}.postMessage({{ 'cors-playground': 1, ...it }}, '*'));"
    )
}

#[tokio::test]
async fn only_the_window_around_the_frame_is_heard() {
    let host = Host::open().await;
    let frame = frame_that_runs(&host).await;
    let sibling = host.frames("embed/?panels=verdict", None).await;
    host.hears_type(sibling, "resize").await;
    host.forgets().await;
    let before = host.runs_in(frame, IS, json!([])).await;
    // The frame itself, and a frame beside it.
    host.runs_in(frame, &asking("window"), json!([])).await;
    host.runs_in(sibling, &asking("parent.frames[0]"), json!([]))
        .await;
    // A window that the host has opened.
    let other = "
        const other = window.open('about:blank');
        const ask = other.Function('frame', arguments[1]);
        ask(document.querySelectorAll('iframe')[arguments[0]].contentWindow);
        other.close();";
    host.runs(other, json!([frame, asking("frame")])).await;
    // A frame in the frame.
    host.enters(frame).await;
    let child = "document.body.append(document.createElement('iframe'))";
    host.runs(child, json!([])).await;
    host.runs_in(0, &asking("parent"), json!([])).await;
    host.runs("document.querySelector('iframe').remove()", json!([]))
        .await;
    host.leaves().await;
    assert!(still_answers(&host, frame).await.contains(SECRET));
    host.is_still(frame).await;
    assert_eq!(host.runs_in(frame, IS, json!([])).await, before);
    // The frame in it has only made it higher.
    let heard = "return heard.filter(({ frame, data }) =>
        frame === arguments[0] && ['step', 'verdict', 'solved'].includes(data.type))";
    assert_eq!(host.runs(heard, json!([frame])).await, json!([]));
    // The same from the host is heard.
    let target = format!("document.querySelectorAll('iframe')[{frame}].contentWindow");
    host.runs(&asking(&target), json!([])).await;
    host.hears(
        frame,
        "data.type === 'verdict' && data.outcome === 'never-sent'",
    )
    .await;
    host.page.close().await;
}

#[tokio::test]
async fn thousands_of_messages_keep_nobody_from_being_heard() {
    let host = Host::open().await;
    let frame = frame_that_runs(&host).await;
    // 150 with each picture; what the frame takes, and what it does not.
    let flood = "
        const [frame, answer] = arguments;
        const target = document.querySelectorAll('iframe')[frame].contentWindow;
        const say = (message) => target.postMessage({ 'cors-playground': 1, ...message }, '*');
        let sent = 0;
        const more = () => {
            for (let left = 50; left > 0; left -= 1) {
                say({ type: 'theme', theme: ['dark', 'light', 'auto', 'pink'][left % 4] });
                say({ type: 'goto', step: ['first', 'last', 'deciding', '<b>'][left % 4] });
                say({ type: 'connect' });
                sent += 3;
            }
            sent < 6000 ? requestAnimationFrame(more) : answer(sent);
        };
        more();";
    let sent = host
        .page
        .client
        .execute_async(flood, vec![json!(frame)])
        .await;
    assert_eq!(sent.expect("the host goes on"), 6000);
    assert!(still_answers(&host, frame).await.contains(SECRET));
    // It has told of steps, and not of each.
    let heard = host.heard().await;
    assert!(heard.as_array().map(Vec::len) < Some(500), "{heard}");
    assert!(!heard.to_string().contains(SECRET), "{heard}");
    host.forgets().await;
    host.asks(frame, json!({ "type": "theme", "theme": "dark" }))
        .await;
    host.asks(frame, json!({ "type": "goto", "step": "first" }))
        .await;
    host.hears(frame, "data.type === 'step' && data.number === 1")
        .await;
    host.enters(frame).await;
    host.page.sees("html[data-theme=dark]").await;
    host.leaves().await;
    host.page.close().await;
}

#[tokio::test]
async fn of_many_ports_eight_are_told() {
    let host = Host::open().await;
    let frame = frame_that_runs(&host).await;
    let give = "
        const [frame] = arguments;
        const { port1, port2 } = new MessageChannel();
        window.told ??= new Set();
        port1.onmessage = () => told.add(port1);
        const message = { 'cors-playground': 1, type: 'connect' };
        document.querySelectorAll('iframe')[frame].contentWindow.postMessage(message, '*', [port2]);";
    for step in ["last", "first"].into_iter().cycle().take(20) {
        host.forgets().await;
        host.runs(give, json!([frame])).await;
        host.asks(frame, json!({ "type": "goto", "step": step }))
            .await;
        host.hears_type(frame, "step").await;
    }
    assert_eq!(host.runs("return told.size", json!([])).await, 8);
    host.page.close().await;
}

#[tokio::test]
async fn whatever_is_said_is_nothing_or_as_agreed() {
    let page = Page::open_at("embed/").await;
    for seed in [1, 20_261_122] {
        let decode = include_str!("scripts/decode.js");
        let taken = run(&page, decode, vec![json!(seed)]).await;
        // Both ways are gone often enough to mean something.
        let often = 2000..16_000;
        assert!(
            taken.as_u64().is_some_and(|it| often.contains(&it)),
            "{taken}"
        );
    }
    page.close().await;
}
