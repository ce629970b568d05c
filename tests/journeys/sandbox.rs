//! What a frame may do, with an origin and without one, in Chromium; and that the playground runs in each.

use serde_json::{Value, json};

use crate::host::{Host, SCRIPTS};
use crate::page::{Page, setting};

/// The columns of the table: no sandbox; a sandbox; a sandbox, and our host lets every origin read its files.
const COLUMNS: [(&str, Option<&str>); 3] = [
    ("PLAYGROUND_URL", None),
    ("PLAYGROUND_URL", SCRIPTS),
    ("OPEN_PLAYGROUND_URL", SCRIPTS),
];

/// What is tried in the frame. Each script gives a text, or throws; `until(what)` waits for what comes of an act.
const ROWS: [(&str, &str, [&str; 3]); 13] = [
    (
        "a module script of our host",
        "await import(file('script')); return 'works'",
        ["works", "TypeError", "works"],
    ),
    (
        "fetch of the wasm",
        "return (await fetch(file('wasm'))).ok ? 'works' : 'no'",
        ["works", "TypeError", "works"],
    ),
    (
        "a classic script with its wasm in it",
        "const script = document.createElement('script');
         script.src = file('classic');
         await new Promise((resolve, reject) => {
             Object.assign(script, { onload: resolve, onerror: reject });
             document.head.append(script);
         });
         return typeof corsPlayground.app === 'function' ? 'works' : 'no'",
        ["works", "works", "works"],
    ),
    (
        "storage",
        "localStorage.setItem('probe', '1'); localStorage.removeItem('probe'); return 'works'",
        ["works", "SecurityError", "SecurityError"],
    ),
    (
        // Our site has no worker, so without a sandbox a script is asked for and is not there.
        "a service worker",
        "await navigator.serviceWorker.register(new URL('no-worker.js', location)); return 'works'",
        ["TypeError: 404", "SecurityError", "SecurityError"],
    ),
    (
        "another fragment in the address",
        "const before = location.hash;
         history.replaceState(null, '', '#v=1&method=PUT');
         const is = location.hash;
         history.replaceState(null, '', before);
         return is === '#v=1&method=PUT' ? 'works' : is",
        ["works", "works", "works"],
    ),
    (
        "the submit event of a form",
        "const form = document.createElement('form');
         const button = document.createElement('button');
         let fired = 'never fires';
         form.append(button);
         form.onsubmit = (event) => { event.preventDefault(); fired = 'fires'; };
         document.body.append(form);
         button.click();
         form.remove();
         return fired",
        ["fires", "never fires", "never fires"],
    ),
    (
        "a dialog",
        "const help = document.getElementById('help');
         help.showModal();
         const isOpen = help.matches(':modal');
         help.close();
         return isOpen ? 'works' : 'no'",
        ["works", "works", "works"],
    ),
    (
        "the modern clipboard, without allow=\"clipboard-write\"",
        "await navigator.clipboard.writeText('copied'); return 'works'",
        ["NotAllowedError", "NotAllowedError", "NotAllowedError"],
    ),
    (
        "wasm under our policy",
        "await WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)); return 'works'",
        ["works", "works", "works"],
    ),
    (
        "a text as a script under our policy",
        "await new Promise(setTimeout); return String(Function('return 1')())",
        ["EvalError", "EvalError", "EvalError"],
    ),
    (
        "an inline script",
        "const script = document.createElement('script');
         script.textContent = 'window.inlineRan = true';
         document.head.append(script);
         return window.inlineRan ? 'works' : 'blocked'",
        ["blocked", "blocked", "blocked"],
    ),
    (
        "an inline style",
        "const element = document.createElement('p');
         element.setAttribute('style', 'position: fixed');
         document.body.append(element);
         const position = getComputedStyle(element).position;
         element.remove();
         return position === 'fixed' ? 'works' : 'blocked'",
        ["blocked", "blocked", "blocked"],
    ),
];

/// A script that tries what a row says, and gives what that says, or the name of what it throws.
fn try_out(text: &str) -> String {
    format!(
        "const [answer] = arguments;
         const app = document.querySelector('meta[name=app]').dataset;
         const file = (name) => new URL(app[name], document.baseURI).href;
         const attempt = async () => {{ {text} }};
         attempt().then(answer, (error) => {{
             answer(error.name + (/404/.test(error.message) ? ': 404' : ''));
         }});"
    )
}

async fn host_of_the_three() -> Host {
    let host = Host::open().await;
    for (server, sandbox) in COLUMNS {
        let url = setting(server);
        let frame = host.frames_address(&format!("{url}/embed/"), sandbox).await;
        host.hears_type(frame, "ready").await;
    }
    host
}

#[tokio::test]
async fn each_kind_of_frame_may_do_what_we_count_on() {
    let host = host_of_the_three().await;
    let mut wrong = Vec::new();
    for (name, text, wanted) in ROWS {
        for (frame, wanted) in wanted.into_iter().enumerate() {
            host.enters(frame).await;
            let said = host.page.client.execute_async(&try_out(text), vec![]).await;
            host.leaves().await;
            let said = said.map_or_else(|error| error.to_string(), |it| it.to_string());
            if said != format!("{wanted:?}") {
                wrong.push(format!(
                    "{name}, column {}: {said}, not {wanted}",
                    frame + 1
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    host.page.client.close().await.expect("the browser ends");
}

/// Presses a button that is put into the frame for it, so that a person has just acted there; gives what `text`, the
/// script of its press, says.
async fn pressed(host: &Host, frame: usize, text: &str) -> Value {
    host.enters(frame).await;
    let script = format!(
        "const button = document.createElement('button');
         Object.assign(button, {{ id: 'probe', textContent: 'Try it' }});
         const attempt = async () => {{ {text} }};
         button.onclick = () => {{
             window.tried = attempt().catch((error) => error.name).finally(() => button.remove());
         }};
         document.body.prepend(button);"
    );
    host.runs(&script, json!([])).await;
    let button = host.page.sees("#probe").await;
    button.click().await.expect("a button");
    let tried = "const [answer] = arguments; window.tried.then(answer)";
    let said = host.page.client.execute_async(tried, vec![]).await;
    host.leaves().await;
    said.expect("the frame answers")
}

#[tokio::test]
async fn what_a_press_may_do_depends_on_the_frame() {
    let host = host_of_the_three().await;
    let copy = "const area = document.createElement('textarea');
                area.value = 'copied';
                document.body.append(area);
                area.select();
                const isCopied = document.execCommand('copy');
                area.remove();
                return isCopied";
    let modern = "await navigator.clipboard.writeText('copied'); return 'copied'";
    let open = "const opened = window.open('about:blank'); opened?.close(); return opened !== null";
    let ask = "return confirm('Really?')";
    for frame in 0..COLUMNS.len() {
        assert_eq!(pressed(&host, frame, copy).await, true, "execCommand");
        assert_eq!(pressed(&host, frame, modern).await, "NotAllowedError");
        let has_popups = frame == 0;
        assert_eq!(pressed(&host, frame, open).await, has_popups, "popups");
        if frame > 0 {
            assert_eq!(pressed(&host, frame, ask).await, false, "confirm");
        }
    }
    allow(&host, "clipboard-write").await;
    for frame in 0..COLUMNS.len() {
        assert_eq!(pressed(&host, frame, modern).await, "copied");
    }
    host.enters(0).await;
    host.runs("setTimeout(() => confirm('Really?'))", json!([]))
        .await;
    let mut asked = host.page.client.get_alert_text().await;
    // Without a sandbox it asks; the driver may be quicker.
    for _ in 0..200 {
        if asked.is_ok() {
            break;
        }
        asked = host.page.client.get_alert_text().await;
    }
    assert_eq!(asked.expect("it asks"), "Really?");
    host.page.client.dismiss_alert().await.expect("it is asked");
    host.page.client.close().await.expect("the browser ends");
}

/// Loads all frames again, with this allowed: what is allowed holds of what is loaded after it.
async fn allow(host: &Host, what: &str) {
    host.forgets().await;
    let script = "
        for (const frame of document.querySelectorAll('iframe')) {
            frame.allow = arguments[0];
            frame.src = frame.src;
        }";
    host.runs(script, json!([what])).await;
    for frame in 0..COLUMNS.len() {
        host.hears_type(frame, "ready").await;
    }
}

#[tokio::test]
async fn the_playground_runs_in_each_kind_of_frame() {
    let host = Host::open().await;
    for (server, sandbox) in COLUMNS {
        let url = setting(server);
        for page in ["embed/", "cors-playground.html"] {
            let address = format!("{url}/{page}?panels=fix,steps#v=1&method=PUT");
            let frame = host.frames_address(&address, sandbox).await;
            host.hears_type(frame, "ready").await;
            // A sandbox leaves the frame without an origin: only its window tells who speaks.
            let origin = if sandbox.is_some() {
                "null"
            } else {
                url.as_str()
            };
            let heard = host.hears(frame, "data.type === 'verdict'").await;
            assert_eq!(heard["origin"], origin, "{page}, {sandbox:?}");
            assert_eq!(heard["data"]["outcome"], "never-sent", "{page}");
            host.enters(frame).await;
            host.page.sees(".step[data-rule]").await;
            // What loads later is there as well.
            host.page.reads("#fix", "Smallest fix").await;
            host.leaves().await;
        }
    }
    host.page.close().await;
}

#[tokio::test]
async fn a_hosts_own_policy_need_not_permit_wasm() {
    let page = Page::open_host("no-wasm.html").await;
    let host = Host { page };
    host.hears_type(0, "ready").await;
    let compile = "const [answer] = arguments;
        setTimeout(() => WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))
            .then(() => answer('works'), (error) => answer(error.name)));";
    let said = host.page.client.execute_async(compile, vec![]).await;
    assert_eq!(said.expect("it answers"), "CompileError", "so it is needed");
    host.page.client.close().await.expect("the browser ends");
}

#[tokio::test]
async fn the_single_file_opens_from_a_disk() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/dist/cors-playground.html");
    let page = Page::open_address(&format!("file://{file}#v=1&method=PUT")).await;
    page.sees("html[data-app=started]").await;
    page.verdict("Never sent: the preflight failed").await;
    page.reads("#fix", "Smallest fix").await;
    page.presses_summary("In the language of your server").await;
    page.reads("#stack-code", "cors(").await;
    page.types("Method", "GET").await;
    page.address_has("#v=1").await;
    page.add_header(
        "Response headers",
        1,
        "Access-Control-Allow-Origin",
        "https://frontend.com",
    )
    .await;
    page.verdict("The page reads the answer").await;
    page.address_has("&allow-origin=https://frontend.com").await;
    // Nobody else can open a file of this disk, so its address does not leave.
    let share = page.sees("[data-command=share]:enabled").await;
    share.click().await.expect("it can be pressed");
    page.reads("#share .aside", "a file on your disk").await;
    for id in ["#share-link", "#share-text"] {
        let text = page.text(id).await;
        assert!(
            text.contains("#v=1&allow-origin=https://frontend.com"),
            "{text}"
        );
        assert!(!text.contains("file:"), "{text}");
    }
    page.close().await;
}
