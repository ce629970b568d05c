//! A request in a file: what is left out of the first has its default, of a further one what the one before has.

use cors_engine::scenario::{
    Api, CredentialsMode, Mode, RedirectMode, ReferrerPolicy, ScenarioRequest,
};

use super::json::{Node, Value};
use super::problem::Problems;
use super::reader::Fields;

const NAMES: [&str; 10] = [
    "api",
    "url",
    "method",
    "headers",
    "body",
    "mode",
    "credentials",
    "redirect",
    "referrer_policy",
    "upload_listener",
];

/// The scenario's own request, which has an address.
pub(super) fn first(problems: &mut Problems, node: Node) -> Option<ScenarioRequest> {
    let at = node.at;
    let mut fields = problems.object("request", node, &NAMES)?;
    let mut base = ScenarioRequest::new("");
    // The defaults of the rest depend on these two, in this order.
    if let Some(api) = problems.keyword(fields.take("api"), Api::TEXTS) {
        base.api = Api::ALL[api];
    }
    base.mode = match problems.keyword(fields.take("mode"), Mode::TEXTS) {
        Some(mode) => Mode::ALL[mode],
        None => base.api.default_mode(),
    };
    base.credentials = base.api.default_credentials(base.mode);
    match fields.take("url") {
        (_, None) => {
            problems.add(
                at,
                "The request has no address. Type \"url\": \"https://api.example/\".".to_owned(),
            );
        }
        url => base.url = problems.text(url).unwrap_or_default(),
    }
    Some(rest(problems, fields, base))
}

/// A further request: what differs from the one before.
pub(super) fn after(
    problems: &mut Problems,
    node: Node,
    before: &ScenarioRequest,
) -> Option<ScenarioRequest> {
    let mut fields = problems.object("request", node, &NAMES)?;
    let mut base = before.clone();
    if let Some(api) = problems.keyword(fields.take("api"), Api::TEXTS) {
        base.api = Api::ALL[api];
    }
    if let Some(mode) = problems.keyword(fields.take("mode"), Mode::TEXTS) {
        base.mode = Mode::ALL[mode];
    }
    base.url = problems.text(fields.take("url")).unwrap_or(base.url);
    Some(rest(problems, fields, base))
}

/// What both have, in the place of what `request` has.
fn rest(
    problems: &mut Problems,
    mut fields: Fields,
    mut request: ScenarioRequest,
) -> ScenarioRequest {
    request.method = problems
        .text(fields.take("method"))
        .unwrap_or(request.method);
    request.headers = problems
        .lines(fields.take("headers"))
        .unwrap_or(request.headers);
    match fields.take("body") {
        (_, None) => {}
        (
            _,
            Some(Node {
                value: Value::Null, ..
            }),
        ) => request.body = None,
        body => request.body = problems.text(body),
    }
    if let Some(it) = problems.keyword(fields.take("credentials"), CredentialsMode::TEXTS) {
        request.credentials = CredentialsMode::ALL[it];
    }
    if let Some(it) = problems.keyword(fields.take("redirect"), RedirectMode::TEXTS) {
        request.redirect = RedirectMode::ALL[it];
    }
    if let Some(it) = problems.keyword(fields.take("referrer_policy"), ReferrerPolicy::TEXTS) {
        request.referrer_policy = ReferrerPolicy::ALL[it];
    }
    let upload = problems.flag(fields.take("upload_listener"));
    request.upload_listener = upload.unwrap_or(request.upload_listener);
    request
}
