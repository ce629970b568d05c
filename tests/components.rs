//! Components, rendered natively to text: what they say, and in which attributes their state is.
#![cfg(not(target_arch = "wasm32"))]

use cors_engine::scenario::{PreflightAnswer, lines};
use cors_engine::{PreflightCache, Scenario, evaluate};
use cors_playground::app::components::console::console;
use cors_playground::app::components::exchange::exchange;
use cors_playground::app::components::origins::origins;
use cors_playground::app::components::playground::playground;
use cors_playground::app::components::steps::steps;
use cors_playground::app::components::verdict::verdict;
use cors_playground::view::{View, present};
use expect_test::{Expect, expect};
use yew::LocalServerRenderer;
use yew::prelude::*;

fn view(scenario: &Scenario) -> View {
    present(scenario, &evaluate(scenario, &PreflightCache::new()))
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

async fn markup(html: Html) -> String {
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
        &markup(verdict(&shown)).await,
        &expect![[r##"
            <section aria-label="Verdict" data-tone="deny" class="verdict">
            <h1>Answered, but withheld from the page</h1>
            <p role="status" class="visually-hidden">Answered, but withheld from the page</p>
            <ol class="lanes">
            <li>
            <a href="#step-9" class="lane">
            <span class="question">Sent?</span>
            <span data-tone="allow" class="answer">
            <span aria-hidden="true" class="sign">✓</span> Sent</span> <span class="detail">no preflight needed</span>
            </a>
            </li>
            <li>
            <a href="#step-17" class="lane">
            <span class="question">Reached the server?</span>
            <span data-tone="allow" class="answer">
            <span aria-hidden="true" class="sign">✓</span> Ran</span> <span class="detail">answered 200</span>
            </a>
            </li>
            <li>
            <a href="#step-18" class="lane">
            <span class="question">May the page read it?</span>
            <span data-tone="deny" class="answer">
            <span aria-hidden="true" class="sign">✕</span> No</span> <span class="detail">stopped by the CORS check</span>
            </a>
            </li>
            </ol>
            </section>"##]],
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
            <section data-kind="origins" aria-labelledby="origins-heading" class="card">
            <header>
            <h2 id="origins-heading">Same origin?</h2>
            <p class="origins-answer">No: scheme and port differ</p>
            </header>
            <div class="origin-rows">
            <dl data-side="page" class="origin">
            <dt class="side">page</dt>
            <dd class="visually-hidden">in parts:</dd>
            <dt class="visually-hidden">scheme</dt>
            <dd data-part="scheme" data-mark="differs" class="part">http<span class="visually-hidden">, differs</span>
            </dd>
            <dt class="visually-hidden">host</dt>
            <dd data-part="host" class="part">api.backend.com</dd>
            <dt class="visually-hidden">port</dt>
            <dd data-part="port" data-mark="differs" class="part">8080<span class="visually-hidden">, differs</span>
            </dd>
            </dl>
            <div aria-hidden="true" class="signs">
            <span data-comparison="differs">≠</span>
            <span data-comparison="same">=</span>
            <span data-comparison="differs">≠</span>
            </div>
            <dl data-side="request" class="origin">
            <dt class="side">request</dt>
            <dd class="visually-hidden">in parts:</dd>
            <dt class="visually-hidden">scheme</dt>
            <dd data-part="scheme" data-mark="differs" class="part">https<span class="visually-hidden">, differs</span>
            </dd>
            <dt class="visually-hidden">host</dt>
            <dd data-part="host" class="part">api.backend.com</dd>
            <dt class="visually-hidden">port</dt>
            <dd data-part="port" data-mark="differs" data-implied="implied" class="part">443<span class="visually-hidden">, differs</span>
            </dd>
            <dt class="visually-hidden">not part of the origin</dt>
            <dd class="rest">/users</dd>
            </dl>
            </div>
            </section>"#]],
    );
}

#[tokio::test]
async fn the_exchange_shows_what_was_never_sent() {
    let View {
        exchange: rows,
        parties,
        ..
    } = view(&preflighted());
    check(
        &markup(exchange(&rows, &parties)).await,
        &expect![[r#"
            <section data-kind="exchange" aria-labelledby="exchange-heading" class="card">
            <header>
            <h2 id="exchange-heading">On the wire</h2>
            </header>
            <div aria-hidden="true" class="parties">
            <span data-party="page">frontend.com</span>
            <span data-party="browser">Browser</span>
            <span data-party="server">api.backend.com</span>
            </div>
            <ol class="wire">
            <li data-travel="page-to-browser" data-reach="arrives" class="message">
            <div class="content">
            <span class="visually-hidden">Page to browser:</span>
            <code class="title">fetch()</code>
            </div>
            <span aria-hidden="true" class="arrow">
            </span>
            </li>
            <li data-tone="open" class="gate">
            <span aria-hidden="true" class="sign">–</span>
            <span class="gate-text">Preflight needed: method PUT, header X-Team</span>
            </li>
            <li data-travel="browser-to-server" data-reach="arrives" class="message">
            <div class="content">
            <span class="visually-hidden">Browser to server:</span>
            <code class="title">OPTIONS /users/1</code>
            <code class="line">Access-Control-Request-Method: PUT</code>
            <code class="line">Access-Control-Request-Headers: x-team</code>
            <code class="line">Origin: https://frontend.com</code>
            </div>
            <span aria-hidden="true" class="arrow">
            </span>
            </li>
            <li data-travel="server-to-browser" data-reach="withheld" class="message">
            <div class="content">
            <span class="visually-hidden">Server to browser:</span>
            <code class="title">204 No Content</code>
            <code class="line">Access-Control-Allow-Origin: https://frontend.com</code>
            <code class="line">Access-Control-Allow-Methods: PUT</code>
            <code data-guilty="absent" class="line">
            <span aria-hidden="true" class="sign">⌀ </span>no Access-Control-Allow-Headers</code>
            </div>
            <span aria-hidden="true" class="arrow">
            </span>
            </li>
            <li data-tone="deny" class="gate">
            <span aria-hidden="true" class="sign">✕</span>
            <span class="gate-text">CORS-preflight fetch: the request stops here</span>
            </li>
            <li data-travel="browser-to-server" data-reach="never-sent" class="message">
            <div class="content">
            <span class="visually-hidden">Browser to server:</span>
            <code class="title">PUT /users/1</code>
            </div>
            <span aria-hidden="true" class="arrow">
            </span>
            <span class="note">never sent</span>
            </li>
            <li data-travel="browser-to-page" data-reach="fails" class="message">
            <div class="content">
            <span class="visually-hidden">Browser to page:</span>
            <code class="title">TypeError</code>
            </div>
            <span aria-hidden="true" class="arrow">
            </span>
            </li>
            </ol>
            </section>"#]],
    );
}

#[tokio::test]
async fn the_console_has_chromiums_words() {
    let shown = view(&Scenario::opening()).console;
    check(
        &markup(console(&shown)).await,
        &expect![[r#"
            <section data-kind="console" aria-labelledby="console-heading" class="card">
            <header>
            <h2 id="console-heading">Console</h2>
            <span class="aside">Chrome</span>
            </header>
            <ul class="lines">
            <li>
            <span aria-hidden="true" class="sign">✕</span>
            <code>Access to fetch at 'https://api.backend.com/users' from origin 'https://frontend.com' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.</code>
            </li>
            <li>
            <span aria-hidden="true" class="sign">✕</span>
            <code>GET https://api.backend.com/users net::ERR_FAILED 200 (OK)</code>
            </li>
            </ul>
            <p class="script-sees">JavaScript sees <code>TypeError: Failed to fetch</code>. It learns no more: the reason stands in the console only.</p>
            </section>"#]],
    );
}

#[tokio::test]
async fn the_deciding_step_is_open_and_shows_its_evidence() {
    let mut scenario = Scenario::opening();
    let answer = scenario.hops[0]
        .response
        .as_mut()
        .expect("the opening scenario's answer");
    answer.headers = lines(&[("Access-Control-Allow-Origin", "https://frontend.com/")]);
    let mut shown = view(&scenario).steps;
    shown.retain(|step| step.is_deciding);
    check(
        &markup(steps(&shown)).await,
        &expect![[r#"
            <section data-kind="steps" aria-labelledby="steps-heading" class="card">
            <header>
            <h2 id="steps-heading">Step by step</h2>
            <span class="aside">1 decisions</span>
            </header>
            <ol>
            <li id="step-19" data-rule="allow-origin-matches" data-outcome="failed" data-deciding="true" class="step">
            <details open="open">
            <summary class="step-summary">
            <span aria-hidden="true" class="sign">✕</span>
            <span class="step-question">Is the allowed origin the page's, byte for byte? <strong>No.</strong>
            </span>
            <span class="about">answer</span>
            </summary>
            <div class="step-body">
            <p>The value is not exactly the origin that asked, so the answer is for somebody else.</p>
            <p class="consequence">The request reached the server, which answered 200. The browser keeps the answer from the page.</p>
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
            <p class="why">One value, one origin, compared byte by byte: no list, no pattern, no slash at the end, no capitals.</p>
            <p class="source">
            <a href="https://fetch.spec.whatwg.org/#concept-cors-check" target="_blank" rel="noreferrer">CORS check, step 4 ↗</a>
            </p>
            </div>
            </details>
            </li>
            </ol>
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
    let html = markup(playground(&scenario, &view(&scenario), &Callback::noop())).await;
    assert!(!html.contains("<img"), "{html}");
    assert!(html.contains("&lt;img"), "{html}");
}
