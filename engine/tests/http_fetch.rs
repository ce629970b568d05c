//! [HTTP fetch](https://fetch.spec.whatwg.org/#concept-http-fetch): preflight, request, check, redirect modes.

use cors_engine::Rule;
use cors_engine::scenario::{Api, Field, Mode, RedirectMode};
use cors_engine::trace::ResponseType;

use crate::support::*;

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = sending();
    rows.extend(redirect_modes());
    rows.extend(statuses());
    rows
}

fn sending() -> Vec<Row> {
    rows! {
        "4.1: a failed preflight is the end":
            fetch(API).method("DELETE").preflight("403", &[]).answer("200", ANYBODY)
            => network_error(Rule::AllowOriginPresent).wire("OPTIONS");
        "4.1: a preflight that passes, then the request":
            fetch(API).method("DELETE").preflight("204", &[(ACAO, "*"), (ACAM, "DELETE")]).answer("200", ANYBODY)
            => readable(Rule::WildcardWithoutCredentials).wire("OPTIONS DELETE");
        "4.3: no connection":
            fetch(API).refused()
            => network_error(Rule::ServerAnswered).wire("GET").found(None).at(Some(Field::Response(0)));
        "4.3: no connection, same-origin":
            fetch("/x").refused() => network_error(Rule::ServerAnswered);
        "4.3: no connection, no-cors":
            fetch(API).mode(Mode::NoCors).refused() => network_error(Rule::ServerAnswered);
        "4.3: a preflight that passes, then no connection":
            fetch(API).method("PUT").preflight("204", &[(ACAO, "*"), (ACAM, "*")]).refused()
            => network_error(Rule::ServerAnswered).wire("OPTIONS PUT");
        "4.4: the check of the response, after it was sent":
            fetch(API).method("POST").body("a=b") => network_error(Rule::AllowOriginPresent).wire("POST");
        "4.4: no check of a same-origin answer": fetch("/x") => readable(Rule::SameOrigin);
        "4.4: no check of an opaque answer": fetch(API).mode(Mode::NoCors) => opaque();
    }
}

fn redirect_modes() -> Vec<Row> {
    let to = |mode: RedirectMode| fetch("/x").redirect_mode(mode).redirect("302", "/y", &[]);
    let across = |mode: RedirectMode| {
        fetch(API)
            .redirect_mode(mode)
            .redirect("302", "/y", ANYBODY)
            .answer("200", ANYBODY)
    };
    rows! {
        "6.2: error, same-origin":
            to(RedirectMode::Error)
            => network_error(Rule::RedirectModeFollows).wire("GET").at(Some(Field::RequestRedirect));
        "6.2: error, across origins":
            across(RedirectMode::Error) => network_error(Rule::RedirectModeFollows).wire("GET");
        "6.2: error and no redirect":
            fetch("/x").redirect_mode(RedirectMode::Error) => readable(Rule::SameOrigin);
        "6.2: error without Location":
            fetch("/x").redirect_mode(RedirectMode::Error).answer("302", &[])
            => network_error(Rule::RedirectModeFollows);
        "6.2: manual, same-origin":
            to(RedirectMode::Manual) => opaque_redirect().of_type(ResponseType::OpaqueRedirect).wire("GET").sees(&[]);
        "6.2: manual, across origins":
            across(RedirectMode::Manual) => opaque_redirect().wire("GET");
        "6.2: manual without Location":
            fetch("/x").redirect_mode(RedirectMode::Manual).answer("302", &[]) => opaque_redirect();
        "6.2: manual and an unusable Location":
            fetch("/x").redirect_mode(RedirectMode::Manual).redirect("302", "https://[", &[]) => opaque_redirect();
        "6.2: manual and no redirect":
            fetch("/x").redirect_mode(RedirectMode::Manual) => readable(Rule::SameOrigin);
        "6.2: manual, but the CORS check comes first":
            fetch(API).redirect_mode(RedirectMode::Manual).redirect("302", "/y", &[])
            => network_error(Rule::AllowOriginPresent);
        "6.2: error, but the CORS check comes first":
            fetch(API).redirect_mode(RedirectMode::Error).redirect("302", "/y", &[])
            => network_error(Rule::AllowOriginPresent);
        "6.2: follow, same-origin":
            to(RedirectMode::Follow) => readable(Rule::SameOrigin).wire("GET GET").last_url("https://page.example/y");
        "6.2: follow, across origins":
            across(RedirectMode::Follow)
            => readable(Rule::WildcardWithoutCredentials).wire("GET GET").last_url("https://api.example/y");
        "6.2: follow, and the CORS check of the redirect":
            fetch(API).redirect("302", "/y", &[]).answer("200", ANYBODY)
            => network_error(Rule::AllowOriginPresent).wire("GET").at_hop(0);
    }
}

fn statuses() -> Vec<Row> {
    let with_location = |status: &str| {
        fetch(API)
            .redirect(status, "/y", ANYBODY)
            .answer("200", ANYBODY)
    };
    let read = || readable(Rule::WildcardWithoutCredentials);
    rows! {
        "6: 300 with Location is an ordinary answer": with_location("300") => read().wire("GET");
        "6: 304 with Location is an ordinary answer": with_location("304") => read().wire("GET");
        "6: 305 with Location is an ordinary answer": with_location("305") => read().wire("GET");
        "6: 306 with Location is an ordinary answer": with_location("306") => read().wire("GET");
        "6: 201 with Location is an ordinary answer": with_location("201") => read().wire("GET");
        "6: 301 leads on": with_location("301") => read().wire("GET GET");
        "6: 302 leads on": with_location("302") => read().wire("GET GET");
        "6: 303 leads on": with_location("303") => read().wire("GET GET");
        "6: 307 leads on": with_location("307") => read().wire("GET GET");
        "6: 308 leads on": with_location("308") => read().wire("GET GET");
        "6: 302 without Location is an ordinary answer":
            fetch(API).answer("302", ANYBODY) => read().wire("GET");
        "6: 999 is an ordinary answer": fetch(API).answer("999", ANYBODY) => read().wire("GET");
        "6: an image follows as well":
            fetch(API).api(Api::Img).redirect("302", OTHER, &[]) => opaque().wire("GET GET").last_url(OTHER);
        "6: a form follows as well":
            fetch("/x").api(Api::Form).method("POST").redirect("303", OTHER, &[]) => opaque().wire("POST GET");
        "6: a form that comes home":
            fetch(API).api(Api::Form).method("POST").redirect("303", "https://page.example/done", &[])
            => readable(Rule::SameOrigin).wire("POST GET");
        "6: no-cors that comes home stays opaque":
            fetch(API).mode(Mode::NoCors).redirect("302", "https://page.example/x", &[]) => opaque().wire("GET GET");
        "6: same-origin mode does not follow abroad":
            fetch("/x").mode(Mode::SameOrigin).redirect("302", API, &[])
            => network_error(Rule::ModeAllowsCrossOrigin).wire("GET").at_hop(1);
    }
}

#[test]
fn every_row() {
    check(&rows());
}
