//! Components, rendered natively to text: what they say, and in which attributes their state is.
#![cfg(not(target_arch = "wasm32"))]

use cors_engine::scenario::{Api, CredentialsMode, PreflightAnswer, lines};
use cors_engine::{PreflightCache, Scenario, evaluate};
use cors_playground::app::components::console::console;
use cors_playground::app::components::origins::origins;
use cors_playground::app::components::playground::playground;
use cors_playground::app::components::steps::steps;
use cors_playground::app::components::verdict::verdict;
use cors_playground::app::components::wire::wire;
use cors_playground::app::session::{Playback, Session};
use cors_playground::view::{StepName, View, present};
use expect_test::{Expect, expect};
use yew::LocalServerRenderer;
use yew::prelude::*;

fn view(scenario: &Scenario) -> View {
    let cache = PreflightCache::new();
    let trace = evaluate(scenario, &cache);
    present(scenario, &cache, &trace, StepName::deciding(&trace))
}

/// Shows what it is given: the renderer wants a component.
#[component]
fn Shown(props: &ShownProps) -> Html {
    props.html.clone()
}

#[derive(PartialEq, Properties)]
struct ShownProps {
    html: Html,
}

async fn markup(html: impl Into<Html>) -> String {
    let html = html.into();
    LocalServerRenderer::<Shown>::with_props(ShownProps { html })
        .hydratable(false)
        .render()
        .await
}

/// A line for each tag, so that a difference is read at once.
fn check(markup: &str, expect: &Expect) {
    expect.assert_eq(&markup.replace("><", ">\n<"));
}

/// A request that a form could not send, and a server that allows its method but not its header.
fn preflighted() -> Scenario {
    let mut scenario = Scenario::new("https://api.backend.com/users/1");
    scenario.request.method = "PUT".into();
    scenario.request.headers = lines(&[("X-Team", "blue")]);
    scenario.hops[0].preflight = Some(PreflightAnswer {
        status: "204".into(),
        headers: lines(&[
            ("Access-Control-Allow-Origin", "https://frontend.com"),
            ("Access-Control-Allow-Methods", "PUT"),
        ]),
    });
    scenario
}

#[tokio::test]
async fn the_verdict_tells_the_three_outcomes_apart() {
    let shown = view(&Scenario::opening()).verdict;
    check(
        &markup(verdict(&shown, &[], &Callback::noop())).await,
        &expect![[r#"
            <section class="verdict" aria-label="Verdict" data-tone="deny">
            <h1>Answered, but withheld from the page</h1>
            <ol class="lanes">
            <li>
            <button type="button" class="lane">
            <span class="question">Sent?</span>
            <span class="answer" data-tone="allow">
            <span class="sign" aria-hidden="true">✓</span> Sent</span> <span class="detail">no preflight needed</span>
            </button>
            </li>
            <li>
            <button type="button" class="lane">
            <span class="question">Reached the server?</span>
            <span class="answer" data-tone="allow">
            <span class="sign" aria-hidden="true">✓</span> Ran</span> <span class="detail">answered 200</span>
            </button>
            </li>
            <li>
            <button type="button" class="lane">
            <span class="question">May the page read it?</span>
            <span class="answer" data-tone="deny">
            <span class="sign" aria-hidden="true">✕</span> No</span> <span class="detail">stopped by the CORS check</span>
            </button>
            </li>
            </ol>
            </section>"#]],
    );
}

#[tokio::test]
async fn the_comparison_marks_the_part_that_differs() {
    let mut scenario = Scenario::opening();
    scenario.page.url = "http://api.backend.com:8080/app".into();
    let shown = view(&scenario).origins;
    check(
        &markup(origins(&shown)).await,
        &expect![[r#"
            <section class="card" data-kind="origins" aria-labelledby="origins-heading">
            <header>
            <h2 id="origins-heading">Same origin?</h2>
            <p class="origins-answer">No: scheme and port differ</p>
            </header>
            <div class="origin-rows">
            <dl class="origin" data-side="page">
            <dt class="side">page</dt>
            <dd class="visually-hidden">in parts:</dd>
            <dt class="visually-hidden">scheme</dt>
            <dd class="part" data-part="scheme" data-mark="differs">http<span class="visually-hidden">, differs</span>
            </dd>
            <dt class="visually-hidden">host</dt>
            <dd class="part" data-part="host">api.backend.com</dd>
            <dt class="visually-hidden">port</dt>
            <dd class="part" data-part="port" data-mark="differs">8080<span class="visually-hidden">, differs</span>
            </dd>
            </dl>
            <div class="signs" aria-hidden="true">
            <span data-comparison="differs">≠</span>
            <span data-comparison="same">=</span>
            <span data-comparison="differs">≠</span>
            </div>
            <dl class="origin" data-side="request">
            <dt class="side">request</dt>
            <dd class="visually-hidden">in parts:</dd>
            <dt class="visually-hidden">scheme</dt>
            <dd class="part" data-part="scheme" data-mark="differs">https<span class="visually-hidden">, differs</span>
            </dd>
            <dt class="visually-hidden">host</dt>
            <dd class="part" data-part="host">api.backend.com</dd>
            <dt class="visually-hidden">port</dt>
            <dd class="part" data-part="port" data-mark="differs" data-implied="implied">443<span class="visually-hidden">, differs</span>
            </dd>
            <dt class="visually-hidden">not part of the origin</dt>
            <dd class="rest">/users</dd>
            </dl>
            </div>
            <p class="site">Another site as well, for the schemes differ: SameSite may hold cookies back.</p>
            </section>"#]],
    );
}

#[tokio::test]
async fn the_wire_shows_what_was_never_sent() {
    let shown = view(&preflighted()).wire;
    check(
        &markup(wire(&shown, &Callback::noop())).await,
        &expect![[r#"
            <section class="card" data-kind="wire" aria-labelledby="wire-heading">
            <header>
            <h2 id="wire-heading">On the wire</h2>
            </header>
            <div class="wire" tabindex="0" role="group" aria-labelledby="wire-heading">
            <div class="parties" aria-hidden="true">
            <span class="party" data-party="page">frontend.com</span>
            <span class="party" data-party="browser">Browser</span>
            <span class="servers">
            <span class="party" data-party="server">api.backend.com</span>
            </span>
            </div>
            <div class="picture">
            <ol class="rows">
            <li data-when="past" class="message" data-travel="page-to-browser" data-reach="arrives">
            <svg class="drawing" aria-hidden="true">
            <line class="arrow" x1="6%" x2="30%" y1="100%" y2="100%" transform="translate(0 -7)">
            </line>
            <svg x="30%" y="100%" overflow="visible">
            <path class="head" d="M-8 -12L0 -7L-8 -2Z">
            </path>
            </svg>
            </svg>
            <div class="label">
            <div class="top">
            <span class="title">
            <span>
            <span class="visually-hidden">Page to browser: </span>
            <code>fetch()</code>
            </span>
            </span>
            </div>
            </div>
            </li>
            <li data-when="past" class="gate" data-tone="open">
            <svg class="drawing" aria-hidden="true">
            <svg x="32%" y="50%" overflow="visible">
            <circle class="gate-mark" r="9">
            </circle>
            <text class="gate-sign" dy="4">–</text>
            </svg>
            </svg>
            <button type="button" class="label">
            <span>
            <span class="visually-hidden">Browser decides: </span>
            <strong>Preflight needed?</strong> yes: method PUT, header X-Team</span>
            </button>
            </li>
            <li data-when="past" class="message" data-travel="browser-to-server" data-reach="arrives">
            <svg class="drawing" aria-hidden="true">
            <line class="arrow" x1="34%" x2="94%" y1="100%" y2="100%" transform="translate(0 -7)">
            </line>
            <svg x="94%" y="100%" overflow="visible">
            <path class="head" d="M-8 -12L0 -7L-8 -2Z">
            </path>
            </svg>
            </svg>
            <div class="label">
            <div class="top">
            <button type="button" class="title">
            <span>
            <span class="visually-hidden">Browser to server: </span>
            <code>OPTIONS /users/1</code>
            </span>
            </button>
            </div>
            <span class="line">
            <code>
            <span>Access-Control-Request-Method:</span>
            <span> PUT</span>
            </code>
            </span>
            <span class="line">
            <code>
            <span>Access-Control-Request-Headers:</span>
            <span> x-team</span>
            </code>
            </span>
            <span class="line">
            <code>
            <span>Origin:</span>
            <span> https://frontend.com</span>
            </code>
            </span>
            <details class="folded">
            <summary>1 more</summary>
            <span class="line">
            <code>
            <span>Accept:</span>
            <span> */*</span>
            </code>
            </span>
            </details>
            <span class="remark">cookies: none, a preflight has none</span>
            </div>
            </li>
            <li data-when="current" class="message" data-travel="server-to-browser" data-reach="withheld">
            <svg class="drawing" aria-hidden="true">
            <line class="arrow" x1="94%" x2="34%" y1="100%" y2="100%" transform="translate(0 -7)">
            </line>
            <svg x="34%" y="100%" overflow="visible">
            <path class="barrier" d="M0 -15V1">
            </path>
            </svg>
            </svg>
            <div class="label">
            <div class="top">
            <button type="button" aria-current="step" class="title">
            <span>
            <span class="visually-hidden">Server to browser: </span>
            <code>204 No Content</code>
            </span>
            </button>
            </div>
            <button type="button" class="line">
            <code>
            <span>Access-Control-Allow-Origin:</span>
            <span> https://frontend.com</span>
            </code>
            </button>
            <button type="button" class="line">
            <code>
            <span>Access-Control-Allow-Methods:</span>
            <span> PUT</span>
            </code>
            </button>
            <button type="button" class="line" data-lit="absent">
            <code>
            <span class="sign" aria-hidden="true">⌀</span> no <span>Access-Control-Allow-Headers</span>
            <span>
            </span>
            </code>
            </button>
            </div>
            </li>
            <li data-when="current" class="gate" data-tone="deny">
            <svg class="drawing" aria-hidden="true">
            <svg x="32%" y="50%" overflow="visible">
            <circle class="gate-mark" r="9">
            </circle>
            <text class="gate-sign" dy="4">✕</text>
            </svg>
            </svg>
            <button type="button" aria-current="step" class="label">
            <span>
            <span class="visually-hidden">Browser decides: </span>
            <strong>Preflight's answer:</strong> no, the request stops here</span>
            </button>
            </li>
            <li data-when="current" class="message" data-travel="browser-to-server" data-reach="never-sent">
            <svg class="drawing" aria-hidden="true">
            <line class="arrow" x1="34%" x2="94%" y1="100%" y2="100%" transform="translate(0 -7)">
            </line>
            <svg x="34%" y="100%" overflow="visible">
            <path class="barrier" d="M0 -15V1">
            </path>
            </svg>
            </svg>
            <div class="label">
            <div class="top">
            <button type="button" aria-current="step" class="title">
            <span>
            <span class="visually-hidden">Browser to server: </span>
            <code>PUT /users/1</code>
            </span>
            </button>
            <span class="note">never sent</span>
            </div>
            </div>
            </li>
            <li data-when="coming" class="message" data-travel="browser-to-page" data-reach="fails">
            <svg class="drawing" aria-hidden="true">
            <line class="arrow" x1="30%" x2="6%" y1="100%" y2="100%" transform="translate(0 -7)">
            </line>
            <svg x="6%" y="100%" overflow="visible">
            <path class="head" d="M8 -12L0 -7L8 -2Z">
            </path>
            </svg>
            </svg>
            <div class="label">
            <div class="top">
            <span class="title">
            <span>
            <span class="visually-hidden">Browser to page: </span>
            <code>TypeError</code>
            </span>
            </span>
            </div>
            </div>
            </li>
            </ol>
            <svg class="lifelines" aria-hidden="true">
            <line class="lifeline" data-party="page" x1="6%" x2="6%" y2="100%">
            </line>
            <line class="lifeline" data-party="server" x1="94%" x2="94%" y2="100%">
            </line>
            <rect class="wall" x="30%" width="4%" height="100%">
            </rect>
            </svg>
            </div>
            </div>
            <details class="transcript">
            <summary>As text</summary>
            <ol>
            <li>Page to browser: fetch().</li>
            <li>Browser decides. Preflight needed? – yes: method PUT, header X-Team.</li>
            <li>Browser to server: OPTIONS /users/1; Access-Control-Request-Method: PUT; Access-Control-Request-Headers: x-team; Origin: https://frontend.com; Accept: */*; cookies: none, a preflight has none.</li>
            <li>Server to browser: 204 No Content; Access-Control-Allow-Origin: https://frontend.com; Access-Control-Allow-Methods: PUT; no Access-Control-Allow-Headers; it stops in the browser.</li>
            <li>Browser decides. Preflight's answer: ✕ no, the request stops here.</li>
            <li>Browser to server: PUT /users/1; never sent.</li>
            <li>Browser to page: TypeError.</li>
            </ol>
            </details>
            </section>"#]],
    );
}

#[tokio::test]
async fn the_console_has_chromiums_words() {
    let shown = view(&Scenario::opening()).console;
    check(
        &markup(console(&shown)).await,
        &expect![[r#"
            <section class="card" data-kind="console" aria-labelledby="console-heading">
            <header>
            <h2 id="console-heading">Console</h2>
            <span class="aside">in Chrome's words</span>
            </header>
            <ul class="lines">
            <li>
            <span class="sign" aria-hidden="true">✕</span>
            <code>Access to fetch at 'https://api.backend.com/users' from origin 'https://frontend.com' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.</code>
            </li>
            <li>
            <span class="sign" aria-hidden="true">✕</span>
            <code>GET https://api.backend.com/users net::ERR_FAILED 200 (OK)</code>
            </li>
            </ul>
            <p class="script-sees">JavaScript sees <code>TypeError: Failed to fetch</code>. It is told no more: the reason stands in the console only.</p>
            </section>"#]],
    );
}

fn slash_at_the_end() -> Scenario {
    let mut scenario = Scenario::opening();
    let answer = scenario.hops[0]
        .response
        .as_mut()
        .expect("the opening scenario's answer");
    answer.headers = lines(&[("Access-Control-Allow-Origin", "https://frontend.com/")]);
    scenario
}

#[tokio::test]
async fn the_step_shows_its_evidence_and_the_player_where_it_is() {
    let shown = view(&slash_at_the_end());
    let html = steps(
        &shown.steps,
        shown.current,
        Playback::Paused,
        &Callback::noop(),
    );
    check(
        &markup(html).await,
        &expect![[r#"
            <section class="card" data-kind="steps" aria-labelledby="steps-heading">
            <header>
            <h2 id="steps-heading">Step by step</h2>
            </header>
            <div class="player" role="group" aria-label="Player">
            <button type="button">
            <span class="sign" aria-hidden="true">«</span>
            <span class="visually-hidden">First step</span>
            </button>
            <button type="button">
            <span class="sign" aria-hidden="true">‹</span>
            <span class="visually-hidden">Step back</span>
            </button>
            <button type="button">
            <span class="sign" aria-hidden="true">▶</span>
            <span class="visually-hidden">Play</span>
            </button>
            <button type="button">
            <span class="sign" aria-hidden="true">›</span>
            <span class="visually-hidden">Step forward</span>
            </button>
            <button type="button">
            <span class="sign" aria-hidden="true">»</span>
            <span class="visually-hidden">Last step</span>
            </button>
            <div class="track" role="slider" tabindex="0" aria-label="Step" aria-valuemin="1" aria-valuemax="7" aria-valuenow="6" aria-valuetext="Step 6 of 7: answer. Is the allowed origin the one that asked, byte for byte? No.">
            <span class="mark" data-outcome="decided">→</span>
            <span class="mark" data-outcome="decided">→</span>
            <span class="mark" data-outcome="decided">→</span>
            <span class="mark" data-outcome="passed">✓</span>
            <span class="mark" data-outcome="passed">✓</span>
            <span class="mark" data-outcome="failed" data-current="true">✕</span>
            <span class="mark" data-outcome="not-reached">·</span>
            </div>
            <span class="aside" aria-hidden="true">6 of 7</span>
            </div>
            <article class="step" data-rule="allow-origin-matches" data-outcome="failed" data-deciding="true">
            <h3>
            <span class="sign" aria-hidden="true">✕</span>Is the allowed origin the one that asked, byte for byte? <strong>No.</strong>
            </h3>
            <p class="about">answer · <a href="https://fetch.spec.whatwg.org/#concept-cors-check" target="_blank" rel="noreferrer">CORS check, step 4 ↗</a>
            </p>
            <dl class="evidence">
            <dt>header</dt>
            <dd>Access-Control-Allow-Origin</dd>
            <dt>found</dt>
            <dd>https://frontend.com<mark>/</mark>
            </dd>
            <dt>needed</dt>
            <dd>https://frontend.com</dd>
            <dt>to pass</dt>
            <dd data-text="sentence">The value of the request's Origin header, unchanged.</dd>
            </dl>
            <p>The value is not exactly the origin that asked, so the answer is for somebody else. <strong>The request reached the server, which answered 200. The browser keeps the answer from the page.</strong>
            </p>
            <p class="why">One value, one origin, compared byte by byte: no list, no pattern, no slash at the end, no capitals.</p>
            </article>
            <details class="all-steps">
            <summary>All steps (7)</summary>
            <ol>
            <li data-outcome="decided" data-listed="same-origin">
            <button type="button">
            <span class="sign" aria-hidden="true">→</span>
            <span>Does the request stay within the page's origin? <strong>No.</strong>
            </span>
            <span class="aside">request</span>
            </button>
            </li>
            <li data-outcome="decided" data-listed="method-safelisted">
            <button type="button">
            <span class="sign" aria-hidden="true">→</span>
            <span>Is the method one that needs no preflight? <strong>Yes.</strong>
            </span>
            <span class="aside">request</span>
            </button>
            </li>
            <li data-outcome="decided" data-listed="request-header-safelisted">
            <button type="button">
            <span class="sign" aria-hidden="true">→</span>
            <span>Is this request header one that needs no preflight? <strong>Yes.</strong>
            </span>
            <span class="aside">request, Accept</span>
            </button>
            </li>
            <li data-outcome="passed" data-listed="server-answered">
            <button type="button">
            <span class="sign" aria-hidden="true">✓</span>
            <span>Did the server answer? <strong>Yes.</strong>
            </span>
            <span class="aside">request</span>
            </button>
            </li>
            <li data-outcome="passed" data-listed="allow-origin-present">
            <button type="button">
            <span class="sign" aria-hidden="true">✓</span>
            <span>Does the answer say who may read it? <strong>Yes.</strong>
            </span>
            <span class="aside">answer</span>
            </button>
            </li>
            <li data-outcome="failed" data-listed="allow-origin-matches" data-deciding="true">
            <button type="button" aria-current="step">
            <span class="sign" aria-hidden="true">✕</span>
            <span>Is the allowed origin the one that asked, byte for byte? <strong>No.</strong>
            </span>
            <span class="aside">answer</span>
            </button>
            </li>
            <li data-outcome="not-reached" data-listed="response-visible">
            <button type="button">
            <span class="sign" aria-hidden="true">·</span>
            <span>May the page see the answer? <strong>
            </strong>
            </span>
            <span class="aside">not reached</span>
            </button>
            </li>
            </ol>
            </details>
            </section>"#]],
    );
}

#[tokio::test]
async fn what_is_typed_never_becomes_markup() {
    let evil = "<img src=x onerror=alert(1)>";
    let mut scenario = Scenario::opening();
    scenario.title = evil.into();
    scenario.page.url = evil.into();
    scenario.request.url = evil.into();
    scenario.request.method = evil.into();
    scenario.request.headers = lines(&[(evil, evil)]);
    scenario.request.body = Some(evil.into());
    scenario.hops[0].preflight = Some(PreflightAnswer {
        status: evil.into(),
        headers: lines(&[(evil, evil)]),
    });
    let view = view(&scenario);
    let session = Session::of(scenario);
    let html = markup(playground(&session, &view, &Callback::noop())).await;
    assert!(!html.contains("<img"), "{html}");
    assert!(html.contains("&lt;img"), "{html}");
}

/// The whole screen of a scenario.
async fn screen(scenario: Scenario) -> String {
    let mut session = Session::default();
    session.scenario = std::rc::Rc::new(scenario);
    let shown = view(&session.scenario);
    markup(playground(&session, &shown, &Callback::noop())).await
}

#[tokio::test]
async fn curl_has_only_fields_that_mean_something_to_it() {
    let page_only = [
        "id=\"request-credentials\"",
        "id=\"request-mode\"",
        "id=\"request-referrer\"",
        "upload listeners",
        "class=\"wall\"",
        "class=\"gate\"",
        "No error is printed",
        "JavaScript sees",
    ];
    let mut scenario = Scenario::opening();
    let by_page = screen(scenario.clone()).await;
    scenario.request.api = Api::Curl;
    scenario.request.credentials = CredentialsMode::Omit;
    let by_curl = screen(scenario).await;
    for text in &page_only[..6] {
        assert!(by_page.contains(text), "a page has {text}");
    }
    for text in page_only {
        assert!(!by_curl.contains(text), "curl has {text}");
    }
    for text in [
        "id=\"request-redirect\"",
        "id=\"request-body\"",
        ">curl</span>",
        ">Terminal</span>",
    ] {
        assert!(by_curl.contains(text), "curl lacks {text}");
    }
}

#[tokio::test]
async fn a_development_proxy_has_a_field_and_a_lifeline() {
    let mut scenario = Scenario::new("/users");
    scenario.page.proxy = "https://api.backend.com".into();
    let shown = screen(scenario.clone()).await;
    assert!(shown.contains("Development proxy to"), "{shown}");
    assert!(
        shown.contains("value=\"https://api.backend.com\""),
        "{shown}"
    );
    assert_eq!(
        shown.matches("data-party=\"server\"").count(),
        4,
        "two names, two lines"
    );
    for travel in ["server-to-third-party", "third-party-to-server"] {
        assert!(
            shown.contains(&format!("data-travel=\"{travel}\"")),
            "{travel}"
        );
    }
    scenario.page.proxy = "https://api.backend.com/v1".into();
    assert!(screen(scenario).await.contains("id=\"page-proxy-problem\""));
}
