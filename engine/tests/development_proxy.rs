//! A development proxy: the page's own server asks a third party in the browser's stead.

use cors_engine::scenario::{Api, Field, Mode};
use cors_engine::trace::ResponseType;
use cors_engine::{Rule, Scenario};

use crate::support::*;

const PROXY: &str = "https://api.example";

/// A page of a development server that forwards to [`PROXY`].
fn proxied(url: &str) -> Scenario {
    fetch(url).page("http://localhost:5173/app").proxy(PROXY)
}

pub(crate) fn rows() -> Vec<Row> {
    let unusable = |proxy: &str| proxied("/users").proxy(proxy);
    let wanted = || invalid(Rule::ProxyUsable).at(Some(Field::PageProxy));
    rows! {
        "proxy: to the browser it is the same origin":
            proxied("/users").method("PUT").header("X-A", "1").answer("200", &[("X-B", "2")])
            => readable(Rule::SameOrigin).of_type(ResponseType::Basic).wire("PUT")
                .last_url("http://localhost:5173/users").sees(&["x-b: 2"]);
        "proxy: a Location of the third party's leads across origins":
            proxied("/users").redirect("302", API, &[]) => network_error(Rule::AllowOriginPresent)
                .origins("- http://localhost:5173").last_url(API);
        "proxy: a relative Location does not": proxied("/users").redirect("302", "/next", &[]) => readable(Rule::SameOrigin);
        "proxy: asked directly, the third party is another origin":
            proxied(API) => network_error(Rule::AllowOriginPresent);
        "proxy: it is asked of any element": proxied("/logo.png").api(Api::Img) => readable(Rule::SameOrigin);
        "proxy: an opaque origin asks across origins, of the same server":
            proxied("/users").opaque_page().answer("200", ANYBODY)
            => readable(Rule::WildcardWithoutCredentials).origins("null");
        "proxy: its preflight is forwarded":
            proxied("/users").opaque_page().method("PUT") => network_error(Rule::AllowOriginPresent).wire("OPTIONS");
        "proxy: where nobody answers": proxied("/users").refused() => network_error(Rule::ServerAnswered);
        "proxy: curl is forwarded as well": proxied("http://localhost:5173/users").api(Api::Curl) => readable(Rule::ClientIsBrowser);
        "proxy: a slash at the end is no path": unusable("https://api.example/") => readable(Rule::SameOrigin);
        "proxy: a path": unusable("https://api.example/v1") => wanted();
        "proxy: a query": unusable("https://api.example/?a") => wanted();
        "proxy: no scheme": unusable("api.example") => wanted();
        "proxy: a host that looks like a scheme": unusable("localhost:8080") => wanted();
        "proxy: neither http nor https": unusable("file:///") => wanted();
        "proxy: a password": unusable("https://u:p@api.example") => wanted();
        "proxy: to itself": unusable("http://localhost:5173") => wanted();
        "proxy: another host than ASCII": unusable("https://bücher.example") => invalid(Rule::HostIsAscii).at(Some(Field::PageProxy));
        "proxy: a page from a file has no server": unusable(PROXY).page("file:///a.html") => wanted();
        "proxy: nor has one of data": unusable(PROXY).page("data:text/html,x") => wanted();
        "proxy: no-cors stays at home": proxied("/users").mode(Mode::NoCors) => readable(Rule::SameOrigin);
    }
}

#[test]
fn the_third_party_is_asked_in_the_browsers_stead() {
    check(&rows());
}

/// For each message that reached the page's own server, where it went on to.
fn forwarded(scenario: &Scenario) -> Vec<Option<String>> {
    let trace = trace(scenario);
    let exchanges = trace.exchanges.into_iter();
    exchanges.map(|exchange| exchange.forwarded_to).collect()
}

#[test]
fn path_and_query_go_on_as_they_are() {
    let to = |url: &str| Some(format!("{PROXY}{url}"));
    let rows = [
        (proxied("/users?a=b#c"), vec![to("/users?a=b")]),
        (proxied("users/../x"), vec![to("/x")]),
        (
            proxied("http://localhost:5173//evil.example/"),
            vec![to("//evil.example/")],
        ),
        (proxied(API), vec![None]),
        (proxied("http://localhost:80/"), vec![None]),
        (proxied("/users").proxy(""), vec![None]),
        (
            proxied("/a").redirect("302", "/b", &[]),
            vec![to("/a"), to("/b")],
        ),
        (
            proxied("/a").redirect("302", API, &[]),
            vec![to("/a"), None],
        ),
        (proxied("/a").opaque_page().method("PUT"), vec![to("/a")]),
        (
            proxied("http://localhost:5173/a").api(Api::Curl),
            vec![to("/a")],
        ),
    ];
    for (scenario, wanted) in rows {
        assert_eq!(forwarded(&scenario), wanted, "{}", scenario.request.url);
    }
}
