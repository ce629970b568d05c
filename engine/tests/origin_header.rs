//! The [`Origin` header](https://fetch.spec.whatwg.org/#append-a-request-origin-header).

use cors_engine::scenario::{Api, Mode, ReferrerPolicy};
use cors_engine::{Rule, Scenario};

use crate::support::*;

/// A no-cors POST across origins.
fn post(policy: ReferrerPolicy) -> Scenario {
    fetch(API).method("POST").mode(Mode::NoCors).policy(policy)
}

/// The same from https to http, which is a downgrade. (localhost is no mixed content.)
fn downgrade(policy: ReferrerPolicy) -> Scenario {
    let mut scenario = post(policy);
    scenario.request.url = "http://localhost:3000/".to_owned();
    scenario
}

/// The same from http to https.
fn upgrade(policy: ReferrerPolicy) -> Scenario {
    post(policy).page("http://page.example/")
}

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = who_has_one();
    rows.extend(referrer_policies());
    rows.extend(redirects());
    rows
}

fn who_has_one() -> Vec<Row> {
    let named = "https://page.example";
    let same = || readable(Rule::SameOrigin);
    rows! {
        "3: a CORS request":
            fetch(API).answer("200", ANYBODY) => readable(Rule::WildcardWithoutCredentials).origins(named);
        "3: a CORS request of a HEAD":
            fetch(API).method("HEAD").answer("200", ANYBODY)
            => readable(Rule::WildcardWithoutCredentials).origins(named);
        "3: whatever the referrer policy says":
            fetch(API).policy(ReferrerPolicy::NoReferrer).method("POST").answer("200", &[(ACAO, PAGE)])
            => readable(Rule::AllowOriginMatches).origins(named);
        "3: a page without an origin":
            fetch(API).page("file:///a.html").answer("200", ANYBODY)
            => readable(Rule::WildcardWithoutCredentials).origins("null");
        "3: a page at a data URL":
            fetch(API).page("data:text/html,x").answer("200", ANYBODY)
            => readable(Rule::WildcardWithoutCredentials).origins("null");
        "3: an image with crossorigin":
            fetch(API).api(Api::Img).mode(Mode::Cors).include().answer("200", THE_PAGE)
            => readable(Rule::AllowCredentialsTrue).origins(named);
        "4: a same-origin GET has none": fetch("/x") => same().origins("-");
        "4: a same-origin HEAD has none": fetch("/x").method("HEAD") => same().origins("-");
        "4: a same-origin POST has one": fetch("/x").method("POST") => same().origins(named);
        "4: a same-origin DELETE has one": fetch("/x").method("DELETE") => same().origins(named);
        "4: a no-cors GET has none": fetch(API).mode(Mode::NoCors) => opaque().origins("-");
        "4: a no-cors POST has one": post(ReferrerPolicy::Default) => opaque().origins(named);
        "4: an image has none": fetch(API).api(Api::Img) => opaque().origins("-");
        "4: a form's GET has none": fetch(API).api(Api::Form) => opaque().origins("-");
        "4: a form's POST has one":
            fetch(API).api(Api::Form).method("POST") => opaque().origins(named);
    }
}

fn referrer_policies() -> Vec<Row> {
    use ReferrerPolicy::*;
    let named = || opaque().origins("https://page.example");
    let hidden = || opaque().origins("null");
    rows! {
        "4.1: no-referrer": post(NoReferrer) => hidden();
        "4.1: no-referrer of a form":
            fetch(API).api(Api::Form).method("POST").policy(NoReferrer) => hidden();
        "4.1: no-referrer to the page's own server, in mode same-origin":
            fetch("/x").method("POST").mode(Mode::SameOrigin).policy(NoReferrer)
            => readable(Rule::SameOrigin).origins("null");
        "4.1: no-referrer to the page's own server, in mode cors":
            fetch("/x").method("POST").policy(NoReferrer) => readable(Rule::SameOrigin).origins("https://page.example");
        "4.1: same-origin, across origins": post(SameOrigin) => hidden();
        "4.1: same-origin, at home":
            fetch("/x").method("POST").mode(Mode::NoCors).policy(SameOrigin)
            => readable(Rule::SameOrigin).origins("https://page.example");
        "4.1: the default": post(Default) => named();
        "4.1: the default, from https to http": downgrade(Default) => hidden();
        "4.1: the default, from http to https":
            upgrade(Default) => opaque().origins("http://page.example");
        "4.1: strict-origin": post(StrictOrigin) => named();
        "4.1: strict-origin, from https to http": downgrade(StrictOrigin) => hidden();
        "4.1: strict-origin-when-cross-origin": post(StrictOriginWhenCrossOrigin) => named();
        "4.1: strict-origin-when-cross-origin, from https to http":
            downgrade(StrictOriginWhenCrossOrigin) => hidden();
        "4.1: no-referrer-when-downgrade": post(NoReferrerWhenDowngrade) => named();
        "4.1: no-referrer-when-downgrade, from https to http":
            downgrade(NoReferrerWhenDowngrade) => hidden();
        "4.1: origin, from https to http": downgrade(Origin) => named();
        "4.1: origin-when-cross-origin, from https to http":
            downgrade(OriginWhenCrossOrigin) => named();
        "4.1: unsafe-url, from https to http": downgrade(UnsafeUrl) => named();
        "4.1: an http page cannot be downgraded":
            downgrade(StrictOrigin).page("http://page.example/") => opaque().origins("http://page.example");
        "4.1: a page without an origin has none to hide": post(UnsafeUrl).opaque_page() => hidden();
        "4.1: a GET has none to hide":
            fetch(API).mode(Mode::NoCors).policy(UnsafeUrl) => opaque().origins("-");
    }
}

fn redirects() -> Vec<Row> {
    let read = || readable(Rule::WildcardWithoutCredentials);
    let at = "https://page.example";
    rows! {
        "2: from home to elsewhere does not taint":
            fetch("/x").redirect("302", API, &[]).answer("200", &[(ACAO, at)])
            => readable(Rule::AllowOriginMatches).origins("- https://page.example");
        "2: within a foreign server does not taint":
            fetch(API).redirect("302", "/y", ANYBODY).answer("200", &[(ACAO, at)])
            => readable(Rule::AllowOriginMatches).origins("https://page.example https://page.example");
        "2: from one foreign server to another taints":
            fetch(API).redirect("302", OTHER, ANYBODY).answer("200", ANYBODY)
            => read().origins("https://page.example null");
        "2: a tainted request is not the page's":
            fetch(API).redirect("302", OTHER, ANYBODY).answer("200", &[(ACAO, at)])
            => network_error(Rule::AllowOriginMatches).at_hop(1);
        "2: to the same host over another scheme taints":
            fetch("http://api.example/").page("http://page.example/").redirect("301", "https://api.example/", ANYBODY).answer("200", ANYBODY)
            => read().origins("http://page.example null");
        "2: taint stays":
            fetch(API).redirect("302", OTHER, ANYBODY).redirect("302", "/y", ANYBODY).answer("200", ANYBODY)
            => read().origins("https://page.example null null");
        "2: home, elsewhere, elsewhere taints":
            fetch("/x").redirect("302", API, &[]).redirect("302", OTHER, ANYBODY).answer("200", ANYBODY)
            => read().origins("- https://page.example null");
        "2: the next hop's preflight is tainted":
            fetch(API).method("PUT").preflight("204", &[(ACAO, "*"), (ACAM, "*")]).redirect("307", OTHER, ANYBODY).preflight("204", &[(ACAO, "null"), (ACAM, "PUT")]).answer("200", &[(ACAO, "null")])
            => readable(Rule::AllowOriginMatches).origins("https://page.example https://page.example null null");
        "2: a no-cors POST is tainted, too":
            post(ReferrerPolicy::UnsafeUrl).redirect("307", OTHER, &[])
            => opaque().origins("https://page.example null");
        "2: a no-cors POST that turns into GET has none":
            post(ReferrerPolicy::UnsafeUrl).redirect("302", OTHER, &[]) => opaque().origins("https://page.example -");
        "2: a form's POST is tainted, too":
            fetch(API).api(Api::Form).method("POST").redirect("308", OTHER, &[])
            => opaque().origins("https://page.example null");
    }
}

#[test]
fn every_row() {
    check(&rows());
}
