//! What to change so that a rule which failed passes.

use cors_engine::rules::Rule;
use cors_engine::scenario::{Api, CredentialsMode, Mode};
use cors_engine::trace::{ExchangeKind, Message, Step, Trace};
use cors_engine::{Scenario, cut};

use crate::change::{Change, Kind, Place, is, lines};
use crate::search::Way;

const ALLOW_ORIGIN: &str = "Access-Control-Allow-Origin";
const ALLOW_CREDENTIALS: &str = "Access-Control-Allow-Credentials";
const ALLOW_METHODS: &str = "Access-Control-Allow-Methods";
const ALLOW_HEADERS: &str = "Access-Control-Allow-Headers";

/// Request headers that a page sets out of habit or by mistake, beside those of servers.
const NEEDLESS: [&str; 3] = ["X-Requested-With", "Cache-Control", "Pragma"];

/// The change for the step that stopped `scenario`, on this way; `None` if there is none.
pub(crate) fn mend(scenario: &Scenario, trace: &Trace, way: Way) -> Option<Change> {
    let step = trace.deciding_step();
    match way {
        Way::Page | Way::PageWithoutCredentials => {
            page(scenario, step, way).or_else(|| server(scenario, trace, step, Way::OneOrigin))
        }
        _ => server(scenario, trace, step, way).or_else(|| page(scenario, step, Way::Page)),
    }
}

fn place(step: &Step) -> Option<Place> {
    match step.evidence.message {
        Message::Preflight => Some(Place::Preflight(step.evidence.hop)),
        Message::Response => Some(Place::Response(step.evidence.hop)),
        Message::Request | Message::PreflightRequest => None,
    }
}

fn server(scenario: &Scenario, trace: &Trace, step: &Step, way: Way) -> Option<Change> {
    let place = place(step)?;
    let header = |name, value| Some(Change::new(place, Kind::Header(name, value)));
    let asked_for = step.evidence.asked_for.as_deref();
    match step.rule {
        Rule::AllowOriginPresent | Rule::AllowOriginMatches | Rule::WildcardWithoutCredentials => {
            header(ALLOW_ORIGIN, allowed_origin(scenario, trace, step, way)?)
        }
        Rule::AllowCredentialsTrue => header(ALLOW_CREDENTIALS, "true".to_owned()),
        Rule::PreflightStatusOk => Some(Change::new(place, Kind::Status("204"))),
        Rule::AllowMethodsParses => header(ALLOW_METHODS, repaired(scenario, place, ALLOW_METHODS)),
        Rule::AllowHeadersParses => header(ALLOW_HEADERS, repaired(scenario, place, ALLOW_HEADERS)),
        Rule::MethodAllowed => header(
            ALLOW_METHODS,
            with(scenario, place, ALLOW_METHODS, asked_for?),
        ),
        Rule::AuthorizationListed => header(
            ALLOW_HEADERS,
            with(scenario, place, ALLOW_HEADERS, "Authorization"),
        ),
        Rule::RequestHeaderAllowed => header(
            ALLOW_HEADERS,
            with(scenario, place, ALLOW_HEADERS, asked_for?),
        ),
        _ => None,
    }
}

/// The value that lets the page read, if there is one that may be offered.
fn allowed_origin(scenario: &Scenario, trace: &Trace, step: &Step, way: Way) -> Option<String> {
    let kind = match step.evidence.message {
        Message::Preflight => ExchangeKind::Preflight,
        _ => ExchangeKind::Actual,
    };
    let mut exchanges = trace.exchanges.iter();
    let exchange = exchanges.find(|it| it.hop == step.evidence.hop && it.kind == kind)?;
    let origin = exchange.header("Origin")?;
    let is_any = way == Way::AnyOrigin || origin == "null";
    let is_public = scenario.request.credentials != CredentialsMode::Include;
    match (is_any, is_public) {
        (false, _) => Some(origin.to_owned()),
        (true, true) => Some("*".to_owned()),
        // With credentials `*` never counts, and `null` is everybody's name.
        (true, false) => None,
    }
}

/// A list that can be read: what stands between the characters that no name has.
fn repaired(scenario: &Scenario, place: Place, header: &str) -> String {
    let is_of_a_name =
        |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    let mut list = String::new();
    let lines = lines(scenario, place).into_iter().flatten();
    for (_, value) in lines.filter(|(line, _)| is(line, header)) {
        let mut is_between = true;
        for byte in value.bytes() {
            if is_of_a_name(byte) {
                if is_between && !list.is_empty() {
                    list.push_str(", ");
                }
                list.push(char::from(byte));
            }
            is_between = !is_of_a_name(byte);
        }
    }
    list
}

/// A list with one entry more; a `*` that did not help stays out.
fn with(scenario: &Scenario, place: Place, header: &str, entry: &str) -> String {
    let mut list = String::new();
    let lines = lines(scenario, place).into_iter().flatten();
    for (_, value) in lines.filter(|(line, _)| is(line, header)) {
        for part in cut::split(value, b',') {
            let part = cut::trim(part, |byte| byte.is_ascii_whitespace());
            if !part.is_empty() && part != "*" {
                list.push_str(part);
                list.push_str(", ");
            }
        }
    }
    list.push_str(entry);
    list
}

fn page(scenario: &Scenario, step: &Step, way: Way) -> Option<Change> {
    let request = &scenario.request;
    let change = |kind| Some(Change::new(Place::Page, kind));
    if way == Way::PageWithoutCredentials
        && request.api == Api::Fetch
        && request.credentials == CredentialsMode::Include
    {
        return change(Kind::NoCredentials);
    }
    match step.rule {
        Rule::ResponseVisible | Rule::NoCorsMethodSafelisted | Rule::NoCorsFollowsRedirects
            if request.api == Api::Fetch && request.mode == Mode::NoCors =>
        {
            change(Kind::Mode(Mode::Cors))
        }
        Rule::ModeAllowsCrossOrigin => change(Kind::Mode(Mode::Cors)),
        Rule::NotMixedContent => {
            let rest = request.url.strip_prefix("http://")?;
            change(Kind::Url(["https://", rest].concat()))
        }
        Rule::SchemeIsHttp => {
            // `localhost:8080/x` has no scheme, or `localhost` for one.
            let scheme = match scenario.page.url.starts_with("https:") {
                true => "https://",
                false => "http://",
            };
            change(Kind::Url([scheme, &request.url].concat()))
        }
        Rule::MethodAllowed => {
            let capitals = request.method.to_ascii_uppercase();
            (capitals != request.method).then(|| Change::new(Place::Page, Kind::Method(capitals)))
        }
        Rule::MethodTakesBody => change(Kind::WithoutBody),
        Rule::RedirectModeFollows => change(Kind::FollowRedirects),
        // Anything wrong with a preflight that need not be.
        _ if step.evidence.message == Message::Preflight => {
            let mut headers = request.headers.iter();
            let needless = headers.find(|(name, _)| is_needless(name))?;
            change(Kind::WithoutHeader(needless.0.clone()))
        }
        _ => None,
    }
}

fn is_needless(name: &str) -> bool {
    let start = "access-control-allow-";
    let is_of_servers = name
        .as_bytes()
        .get(..start.len())
        .is_some_and(|it| it.eq_ignore_ascii_case(start.as_bytes()));
    is_of_servers || NEEDLESS.iter().any(|needless| is(name, needless))
}
