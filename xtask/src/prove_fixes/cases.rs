//! The scenarios that each server is put to. Each gets a policy of its own.

use cors_engine::Scenario;
use cors_engine::scenario::{Answer, CredentialsMode, Hop, lines};
use cors_stacks::{Kind, Policy};

/// The page that may read.
const PAGE: &str = "https://app.example/start";
/// Any servers take it that check it; the others only look whether it is there.
pub(super) const AUTHORIZATION: &str = "Basic dTpw";

/// A scenario, and what it is called in the table.
pub(super) struct Case {
    pub(super) name: &'static str,
    /// Without answers: the real ones come in.
    pub(super) scenario: Scenario,
    /// A server may say that it cannot write these values.
    pub(super) may_be_refused: bool,
}

impl Case {
    fn new(name: &'static str, path: &str) -> Case {
        let mut scenario = Scenario::new(path);
        scenario.page.url = PAGE.to_owned();
        Case {
            name,
            scenario,
            may_be_refused: false,
        }
    }

    /// What the server has to allow, or the proxy to forward to the API at `backend`.
    pub(super) fn policy(&self, kind: Kind, backend: u16) -> Policy {
        let mut scenario = self.scenario.clone();
        match kind {
            Kind::Server => scenario.request.url.insert_str(0, "https://api.example"),
            Kind::Proxy => scenario.page.proxy = format!("http://127.0.0.1:{backend}"),
        }
        // The handler answers with it, and the page wants to read it.
        scenario.hops = vec![Hop {
            preflight: None,
            response: Some(Answer {
                headers: lines(&[("X-Total-Count", "3")]),
                ..Answer::default()
            }),
        }];
        Policy::of(&scenario)
    }
}

/// What a stack of this kind is put to.
pub(super) fn all(kind: Kind) -> Vec<Case> {
    match kind {
        Kind::Server => vec![
            simple(),
            preflighted(),
            with_credentials(),
            any_origin(),
            odd(),
            odder(),
        ],
        Kind::Proxy => vec![through_a_proxy()],
    }
}

/// A request that needs no preflight, and two origins.
fn simple() -> Case {
    let mut case = Case::new("simple", "/users");
    case.scenario.request.headers = lines(&[("Accept", "application/json")]);
    case
}

/// A request that needs a preflight, of a page that shows a token where one is asked for.
fn preflighted() -> Case {
    let mut case = Case::new("preflighted", "/private");
    let request = &mut case.scenario.request;
    request.method = "PUT".to_owned();
    request.headers = lines(&[
        ("Authorization", AUTHORIZATION),
        ("Content-Type", "application/json"),
    ]);
    request.body = Some("{}".to_owned());
    case
}

/// A request with cookies.
fn with_credentials() -> Case {
    let mut case = Case::new("credentials", "/users");
    let request = &mut case.scenario.request;
    request.method = "DELETE".to_owned();
    request.headers = lines(&[("X-Requested-With", "fetch")]);
    request.credentials = CredentialsMode::Include;
    case
}

/// A page of an opaque origin, as in a sandboxed frame: it may read what everybody may.
fn any_origin() -> Case {
    let mut case = Case::new("any origin", "/users");
    case.scenario.page.opaque = true;
    case.scenario.request.method = "PUT".to_owned();
    case
}

/// Names that hold what ends a text somewhere, in a language or another.
fn odd() -> Case {
    let mut case = Case::new("odd names", "/users");
    case.scenario.page.url = "https://a~b{c}.example/".to_owned();
    let request = &mut case.scenario.request;
    request.method = "PUT".to_owned();
    request.headers = lines(&[("x-it's-a#b|c^d~e&f!g", "1"), ("x-`id`-100%25", "1")]);
    case.may_be_refused = true;
    case
}

/// The same with dollars and quotes in the origin.
fn odder() -> Case {
    let mut case = odd();
    case.name = "odder names";
    case.scenario.page.url = "https://it's\"$1`;.example/".to_owned();
    let request = &mut case.scenario.request;
    request.headers.extend(lines(&[("x-$HOME-$1-''", "1")]));
    case
}

/// The page asks its own server, which forwards.
fn through_a_proxy() -> Case {
    let mut case = Case::new("forwarded", "/users/7");
    let request = &mut case.scenario.request;
    request.method = "PUT".to_owned();
    request.headers = lines(&[("Content-Type", "application/json")]);
    request.body = Some("{}".to_owned());
    case
}
