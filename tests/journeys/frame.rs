//! The frame in a page of another site: what its address asks for, what it tells the host, and what the host may
//! ask of it.

use serde_json::{Value, json};

use crate::host::{Host, SCRIPTS};
use crate::page::Page;
use crate::screen::run;

/// The page needs a preflight, and its answer is all that is missing.
const PREFLIGHTED: &str =
    "v=1&method=PUT&res-header=Access-Control-Allow-Origin:%20https://frontend.com";
/// One header from being readable.
const WITHHELD: &str = "v=1&status=201";
const READABLE: &str = "v=1&res-header=Access-Control-Allow-Origin:%20https://frontend.com";

/// A query; what the frame makes of it: mode, theme, panels, edit, controls; and what it says about the rest.
type Row = (&'static str, [&'static str; 5], &'static str);

const QUERIES: [Row; 11] = [
    (
        "",
        ["play", "auto", "verdict wire steps server", "all", "full"],
        "",
    ),
    (
        "mode=predict",
        [
            "predict",
            "auto",
            "verdict request wire steps server",
            "none",
            "steps",
        ],
        "",
    ),
    (
        "mode=read&theme=dark",
        ["read", "dark", "verdict wire steps", "none", "steps"],
        "",
    ),
    (
        "theme=light&panels=server,verdict&edit=server&controls=none",
        ["play", "light", "verdict server", "server", "none"],
        "",
    ),
    (
        "panels=fix,%20cache,origins,console,request&edit=request",
        [
            "play",
            "auto",
            "console request origins cache fix",
            "request",
            "full",
        ],
        "",
    ),
    (
        "mode=write",
        ["play", "auto", "verdict wire steps server", "all", "full"],
        "mode=write is not known here: write play, predict, read.",
    ),
    (
        "mode=read&theme=__proto__&edit=constructor&controls=",
        ["read", "auto", "verdict wire steps", "none", "steps"],
        "theme=__proto__ is not known here: write auto, light, dark.|\
         edit=constructor is not known here: write all, request, server, none.|\
         controls= is not known here: write full, steps, none.",
    ),
    (
        "panels=steps,%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
        ["play", "auto", "steps", "all", "full"],
        "panels=<img src=x onerror=alert(1)> is not known here: \
         write verdict, console, request, origins, wire, steps, server, cache, fix.",
    ),
    (
        "panels=toString,hasOwnProperty",
        ["play", "auto", "verdict wire steps server", "all", "full"],
        "panels=toString is not known here: write verdict, console, request, origins, wire, steps, server, cache, fix.|\
         panels=hasOwnProperty is not known here: write verdict, console, request, origins, wire, steps, server, cache, fix.",
    ),
    (
        "modes=read",
        ["play", "auto", "verdict wire steps server", "all", "full"],
        "modes=read is not known here: write one of mode, theme, edit, controls, panels.",
    ),
    (
        "mode=read&mode=play",
        ["read", "auto", "verdict wire steps", "none", "steps"],
        "",
    ),
];

#[tokio::test]
async fn the_address_says_what_the_frame_shows_and_permits() {
    let page = Page::open_text_at("embed/").await;
    let script = "
        const { mode, theme, panels, edit, controls } = document.documentElement.dataset;
        const place = document.getElementById('frame-problems');
        const said = [...place.children].map((line) => line.textContent);
        return [[mode, theme, panels, edit, controls], said.join('|'), place.checkVisibility()];";
    for (query, wanted, said) in QUERIES {
        page.turns_to(&format!("embed/?{query}")).await;
        let found = run(&page, script, vec![]).await;
        assert_eq!(found, json!([wanted, said, !said.is_empty()]), "{query}");
    }
    page.close().await;
}

/// What each panel is on the screen.
const PANELS: [(&str, &str); 9] = [
    ("verdict", ".verdict"),
    ("console", "[data-kind=console]"),
    ("request", "[data-kind=page-editor]"),
    ("origins", "[data-kind=origins]"),
    ("wire", "[data-kind=wire]"),
    ("steps", "[data-kind=steps]"),
    ("server", "[data-kind=server-editor]"),
    ("cache", "[data-kind=cache]"),
    ("fix", "#fix > *"),
];

#[tokio::test]
async fn a_panel_is_shown_alone_or_with_others() {
    let page = Page::open_text_at("embed/").await;
    let script = "
        return arguments[0].filter(([, css]) => document.querySelector(css)?.checkVisibility()).map(([name]) => name)";
    for (name, css) in PANELS {
        page.turns_to(&format!("embed/?panels={name}&controls=none#{PREFLIGHTED}"))
            .await;
        page.sees("html[data-app=started]").await;
        page.sees(css).await;
        let shown = run(&page, script, vec![json!(PANELS)]).await;
        assert_eq!(shown, json!([name]));
    }
    page.close().await;
}

#[tokio::test]
async fn what_may_not_be_changed_is_locked() {
    let page = Page::open_text_at("embed/").await;
    // Of the request and of the server: what can be typed into, chosen or pressed.
    let script = "
        const is = (it) => !it.readOnly && !it.disabled && it.dataset.command !== 'copy';
        return ['page-editor', 'server-editor'].map((kind) => {
            const place = document.querySelector(`[data-kind=${kind}]`);
            return [...place.querySelectorAll('input, textarea, select, button')].some(is);
        });";
    for (edit, wanted) in [
        ("all", [true, true]),
        ("request", [true, false]),
        ("server", [false, true]),
        ("none", [false, false]),
    ] {
        page.turns_to(&format!(
            "embed/?panels=request,server&edit={edit}#{PREFLIGHTED}"
        ))
        .await;
        page.sees("html[data-app=started]").await;
        page.sees("[data-kind=server-editor] input").await;
        let open = run(&page, script, vec![]).await;
        assert_eq!(open, json!(wanted), "edit={edit}");
    }
    page.close().await;
}

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
