//! How high a frame wants to be, told in the words of each host.

use serde_json::{Value, json};

use super::PREFLIGHTED;
use crate::host::{Host, SCRIPTS};

/// What a frame has said of its height, in each of the words of hosts.
const HEIGHTS: &str = "
    const parsed = (data) => { try { return JSON.parse(data); } catch { return {}; } };
    const all = heard.filter((it) => it.frame === arguments[0]).map((it) => it.data);
    const of = (key, value, height) => all.filter((it) => it[key] === value).map((it) => it[height]).at(-1);
    const embedly = all.filter((it) => typeof it === 'string').map(parsed).filter((it) => it.context === 'iframe.resize');
    return {
        own: of('type', 'resize', 'height'),
        embedly: embedly.at(-1)?.height,
        address: embedly.at(-1)?.src,
        canvas: of('subject', 'lti.frameResize', 'height'),
        amp: all.filter((it) => it.sentinel === 'amp' && it.type === 'embed-size').at(-1)?.height,
        wordpress: of('message', 'height', 'value'),
        secret: of('message', 'height', 'secret'),
    };";

/// How high the content of a frame is.
const CONTENT: &str = "return Math.ceil(document.body.getBoundingClientRect().height)";

#[tokio::test]
async fn every_host_hears_the_height_in_its_own_words() {
    let host = Host::open().await;
    let long = format!("embed/#{PREFLIGHTED}");
    let short = "embed/?panels=verdict&controls=none#v=1#?secret=Short-1".to_owned();
    for (place, secret, least) in [
        (long.clone(), Value::Null, 0),
        (format!("{long}#?secret=abc123"), json!("abc123"), 1001),
        (short, json!("Short-1"), 0),
        (format!("{long}#?secret=%22%3E"), Value::Null, 0),
    ] {
        let frame = host.frames(&place, SCRIPTS).await;
        host.hears_type(frame, "resize").await;
        let height = host.runs_in(frame, CONTENT, json!([])).await;
        host.hears(
            frame,
            &format!("data.type === 'resize' && data.height === {height}"),
        )
        .await;
        host.hears(
            frame,
            &format!("data.sentinel === 'amp' && data.height === {height}"),
        )
        .await;
        let said = host.runs(HEIGHTS, json!([frame])).await;
        for name in ["own", "embedly", "canvas", "amp"] {
            assert_eq!(said[name], height, "{name}: {place}");
        }
        let address = host.runs(
            "return document.querySelectorAll('iframe')[arguments[0]].src",
            json!([frame]),
        );
        assert_eq!(said["address"], address.await, "as the host wrote it");
        assert_eq!(said["secret"], secret, "{place}");
        let height = height.as_u64().expect("a number");
        assert!(
            height >= least,
            "{height} should be more than WordPress takes"
        );
        if !secret.is_null() {
            assert_eq!(said["wordpress"], height.clamp(200, 1000), "{place}");
        }
        // The secret is the host's, and no part of the scenario.
        host.enters(frame).await;
        host.page.sees(".verdict h1").await;
        let notices = host.runs(
            "return document.querySelectorAll('.notice:not([hidden])').length",
            json!([]),
        );
        assert_eq!(notices.await, 0, "{place}");
        host.leaves().await;
    }
    host.page.close().await;
}

#[tokio::test]
async fn a_host_that_answers_with_another_size_makes_no_loop() {
    for (name, answer) in [
        (
            "higher by 100",
            "frame.style.height = `${data.height + 100}px`",
        ),
        ("the same height", "frame.style.height = `${data.height}px`"),
        ("half of it", "frame.style.height = `${data.height / 2}px`"),
        (
            "another width each time",
            "frame.style.width = frame.style.width === '420px' ? '700px' : '420px'",
        ),
        (
            "both",
            "frame.style.width = frame.style.width === '420px' ? '700px' : '420px';
             frame.style.height = `${data.height + 100}px`",
        ),
    ] {
        let host = Host::open().await;
        let listen = format!(
            "addEventListener('message', ({{ data }}) => {{
                 const frame = document.querySelector('iframe');
                 if (data.type === 'resize') {{ {answer}; }}
             }});"
        );
        host.runs(&listen, json!([])).await;
        let frame = host.frames(&format!("embed/#{PREFLIGHTED}"), SCRIPTS).await;
        host.hears_type(frame, "resize").await;
        let count = "return heard.filter(({ data }) => data.type === 'resize').length";
        host.is_still(frame).await;
        let told = host.runs(count, json!([])).await;
        assert!(told.as_u64() < Some(8), "{name}: {told} times");
        host.page.close().await;
    }
}

#[tokio::test]
async fn chromium_sizes_a_frame_that_its_host_lets_grow() {
    let host = Host::open().await;
    for sandbox in [SCRIPTS, None] {
        let frame = host.frames(&format!("embed/#{PREFLIGHTED}"), sandbox).await;
        let grow = "
            const frame = document.querySelectorAll('iframe')[arguments[0]];
            frame.removeAttribute('height');
            Object.assign(frame.style, { frameSizing: 'content-height', minHeight: '100px' });
            return CSS.supports('frame-sizing', 'content-height')";
        if host.runs(grow, json!([frame])).await == false {
            // Chromium before 154.
            break;
        }
        host.hears_type(frame, "resize").await;
        let height = host.runs_in(frame, CONTENT, json!([])).await;
        let is_so = "
            const [frame, height, answer] = arguments;
            const element = document.querySelectorAll('iframe')[frame];
            const look = () => Math.abs(element.clientHeight - height) <= 1 ? answer(true) : requestAnimationFrame(look);
            look();";
        let arguments = vec![json!(frame), height];
        let sized = host.page.client.execute_async(is_so, arguments).await;
        assert_eq!(sized.expect("the host sizes it"), true, "{sandbox:?}");
    }
    host.page.close().await;
}
