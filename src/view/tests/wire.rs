//! What the wire and the rows of origins tell.

use expect_test::expect;

use super::*;

#[test]
fn a_missing_line_is_offered_where_it_is_missing() {
    let view = view(&answered(&[]));
    let missing = view.fields.missing.clone().expect("the header is missing");
    assert_eq!(missing.name, "Access-Control-Allow-Origin");
    assert_eq!(missing.value, "https://frontend.com");
    let is_missing = |line: &LineView| line.lit == Lit::Missing && line.text == missing.name;
    let is_lit = messages(&view.wire)
        .any(|it| it.reach == Reach::Withheld && it.lines.iter().any(is_missing));
    assert!(is_lit, "{:?}", view.wire);
}

fn messages(wire: &WireView) -> impl Iterator<Item = &MessageView> {
    wire.rows.iter().filter_map(|row| match &row.what {
        What::Message(message) => Some(message),
        What::Gate(_) => None,
    })
}

#[test]
fn a_redirect_shows_both_requests() {
    let mut scenario = answered(&[("Access-Control-Allow-Origin", "*")]);
    scenario.hops = vec![scenario.hops[0].clone(), scenario.hops[0].clone()];
    let first = scenario.hops[0]
        .response
        .as_mut()
        .expect("it has an answer");
    first.status = "302".into();
    first
        .headers
        .push(("Location".into(), "https://cdn.example/users".into()));
    let wire = view(&scenario).wire;
    assert_eq!(wire.servers, ["api.backend.com", "cdn.example"]);
    let requests = messages(&wire).filter(|it| it.travel == Travel::BrowserToServer);
    let lifelines: Vec<usize> = requests.map(|it| it.server).collect();
    assert_eq!(lifelines, [0, 1]);
}

fn transcript(scenario: &Scenario) -> String {
    view(scenario).wire.transcript().join("\n")
}

#[test]
fn the_wire_tells_the_whole_story_in_order() {
    expect![[r#"
        Page to browser: fetch().
        Browser decides. Preflight needed? – yes: method PUT.
        Browser to server: OPTIONS /users; Access-Control-Request-Method: PUT; Origin: https://frontend.com; Accept: */*; cookies: none, a preflight has none.
        Server to browser: 204 No Content; Access-Control-Allow-Origin: *; Access-Control-Allow-Methods: PUT.
        Browser decides. Preflight's answer: ✓ the request may be sent.
        Browser to server: PUT /users; Origin: https://frontend.com; cookies: only to the same origin; handler ran; may have changed data.
        Server to browser: 200 OK; Access-Control-Allow-Origin: *; Content-Type: text/plain; X-Secret: 1.
        Browser decides. CORS check: ✓ the answer is for this page.
        Browser decides. What script may see: ✓ status, body, and 1 of 3 headers.
        Browser to page: Response, 200."#]].assert_eq(&transcript(&preflighted()));
}

#[test]
fn what_was_never_sent_is_shown_as_never_sent() {
    let mut scenario = preflighted();
    scenario.hops[0].preflight = None;
    expect![[r#"
        Page to browser: fetch().
        Browser decides. Preflight needed? – yes: method PUT.
        Browser to server: OPTIONS /users; Access-Control-Request-Method: PUT; Origin: https://frontend.com; Accept: */*; cookies: none, a preflight has none.
        Server to browser: 405 Method Not Allowed; no Access-Control-Allow-Origin; it stops in the browser.
        Browser decides. Preflight's answer: ✕ no, the request stops here.
        Browser to server: PUT /users; never sent.
        Browser to page: TypeError."#]].assert_eq(&transcript(&scenario));
}

#[test]
fn a_request_that_throws_or_fails_stops_where_it_does() {
    let mut throws = answered(&[]);
    throws.request.method = "TRACE".into();
    let mut fails = answered(&[]);
    fails.hops[0].response = None;
    let both = format!("{}\n\n{}", transcript(&throws), transcript(&fails));
    expect![[r#"
        Page to browser: fetch().
        Browser decides. Stopped: ✕ CONNECT, TRACE and TRACK are closed to script, so it gets an exception and nothing is sent.
        Browser to page: exception.

        Page to browser: fetch().
        Browser decides. Preflight needed? – no: method and headers safelisted.
        Browser to server: GET /users; Origin: https://frontend.com; cookies: only to the same origin; no server answered.
        Browser decides. Stopped: ✕ No connection: no server was reached, so none could say anything about CORS.
        Browser to page: TypeError."#]].assert_eq(&both);
}

#[test]
fn a_cached_preflight_is_shown_as_skipped() {
    let scenario = preflighted();
    let cache = evaluate(&scenario, &PreflightCache::new()).cache;
    let trace = evaluate(&scenario, &cache);
    let view = present(&scenario, &cache, &trace, StepName::deciding(&trace));
    let allows: Vec<&str> = view.cache.iter().map(|row| row.allows.as_str()).collect();
    assert_eq!(allows, ["method PUT"]);
    let transcript = view.wire.transcript().join("\n");
    assert!(transcript.contains("skipped: cached"), "{transcript}");
}

#[test]
fn rows_are_past_current_or_to_come() {
    let scenario = preflighted();
    let cache = PreflightCache::new();
    let trace = evaluate(&scenario, &cache);
    let whens = |rule| -> Vec<When> {
        let focus = StepName {
            rule,
            occurrence: 1,
        };
        let wire = present(&scenario, &cache, &trace, focus).wire;
        wire.rows.iter().map(|row| row.when).collect()
    };
    let start = whens(Rule::SameOrigin);
    assert_eq!(start[..3], [When::Past, When::Current, When::Coming]);
    let middle = whens(Rule::MethodAllowed);
    let current: Vec<usize> = (0..middle.len())
        .filter(|index| middle[*index] == When::Current)
        .collect();
    assert_eq!(
        current,
        [3, 4],
        "the preflight's answer and its gate: {middle:?}"
    );
    let is_before = |pair: &[When]| pair[0] != When::Coming || pair[1] == When::Coming;
    assert!(middle.windows(2).all(is_before), "{middle:?}");
}

#[test]
fn an_origin_behind_another_is_hidden_even_if_it_is_the_pages() {
    let mut scenario = answered(&[("Access-Control-Allow-Origin", "*")]);
    let mut first = scenario.hops[0].clone();
    let answer = first.response.as_mut().expect("it answers");
    answer.status = "302".into();
    answer
        .headers
        .extend(lines(&[("Location", "https://frontend.com/x")]));
    scenario.hops.insert(0, first);
    let hops = view(&scenario).origins.hops.clone();
    let note = hops[1].note.clone().expect("a redirect led there");
    assert!(note.contains("Origin: null"), "{note}");
}

#[test]
fn what_was_sent_before_a_redirect_is_not_called_never_sent() {
    let mut scenario = preflighted();
    let answer = scenario.hops[0].response.as_mut().expect("it answers");
    answer.status = "307".into();
    let away = ("Location", "https://cdn.example/x");
    answer.headers.extend(lines(&[away]));
    let headline = view(&scenario).verdict.headline;
    assert_eq!(
        headline,
        "Redirected, and nobody answered the next preflight"
    );
}
