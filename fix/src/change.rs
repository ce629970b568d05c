//! One change: to the page, or to an answer of a server.

use cors_engine::Scenario;
use cors_engine::scenario::{
    Answer, CredentialsMode, HeaderLines, Mode, PreflightAnswer, RedirectMode,
};

/// Where a change is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In the page's own code.
    Page,
    /// In the answer to the preflight at an address of the redirect chain.
    Preflight(usize),
    /// In the answer to the request there.
    Response(usize),
}

/// A change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where.
    pub place: Place,
    /// What.
    pub kind: Kind,
}

/// What a change does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Sets a header, in place of all lines with its name.
    Header(&'static str, String),
    /// Sets the status of an answer.
    Status(&'static str),
    /// Asks another address.
    Url(String),
    /// Asks with another method.
    Method(String),
    /// Asks in another mode.
    Mode(Mode),
    /// Leaves the credentials to their default.
    NoCredentials,
    /// Follows redirects.
    FollowRedirects,
    /// Leaves a request header out.
    WithoutHeader(String),
    /// Leaves the body out.
    WithoutBody,
}

impl Change {
    pub(crate) fn new(place: Place, kind: Kind) -> Change {
        Change { place, kind }
    }

    /// Makes it.
    pub fn apply(&self, scenario: &mut Scenario) {
        match (&self.kind, self.place) {
            (Kind::Header(name, value), place) => {
                let Some(lines) = lines_to_change(scenario, place) else {
                    return;
                };
                let first = lines.iter().position(|(line, _)| is(line, name));
                lines.retain(|(line, _)| !is(line, name));
                let line = ((*name).to_owned(), value.clone());
                lines.insert(first.unwrap_or(lines.len()).min(lines.len()), line);
            }
            (Kind::Status(status), Place::Preflight(hop)) => {
                if let Some(answer) = preflight_to_change(scenario, hop) {
                    answer.status = (*status).to_owned();
                }
            }
            (Kind::Status(status), Place::Response(hop)) => {
                if let Some(answer) = response_to_change(scenario, hop) {
                    answer.status = (*status).to_owned();
                }
            }
            (kind, _) => change_page(scenario, kind),
        }
    }

    /// What stood there, as a line; `None` if nothing did.
    pub fn before(&self, scenario: &Scenario) -> Option<String> {
        let request = &scenario.request;
        match &self.kind {
            Kind::Header(name, _) => {
                let lines = lines(scenario, self.place)?;
                let found: Vec<String> = lines
                    .iter()
                    .filter(|(line, _)| is(line, name))
                    .map(|(line, value)| written(line, value))
                    .collect();
                (!found.is_empty()).then(|| found.join("\n"))
            }
            Kind::Status(_) => status(scenario, self.place).map(|it| written("status", it)),
            Kind::Url(_) => Some(request.url.clone()),
            Kind::Method(_) => Some(request.method.clone()),
            Kind::Mode(_) => Some(written("mode", request.mode.as_str())),
            Kind::NoCredentials => Some(written("credentials", request.credentials.as_str())),
            Kind::FollowRedirects => Some(written("redirect", request.redirect.as_str())),
            Kind::WithoutHeader(name) => {
                let mut lines = request.headers.iter();
                let line = lines.find(|(line, _)| is(line, name))?;
                Some(written(&line.0, &line.1))
            }
            Kind::WithoutBody => request.body.clone(),
        }
    }

    /// What stands there then, as a line; `None` if nothing does.
    pub fn after(&self) -> Option<String> {
        match &self.kind {
            Kind::Header(name, value) => Some(written(name, value)),
            Kind::Status(status) => Some(written("status", status)),
            Kind::Url(text) | Kind::Method(text) => Some(text.clone()),
            Kind::Mode(mode) => Some(written("mode", mode.as_str())),
            Kind::NoCredentials => {
                Some(written("credentials", CredentialsMode::SameOrigin.as_str()))
            }
            Kind::FollowRedirects => Some(written("redirect", RedirectMode::Follow.as_str())),
            Kind::WithoutHeader(_) | Kind::WithoutBody => None,
        }
    }
}

fn written(name: &str, value: &str) -> String {
    let mut line = name.to_owned();
    line.push_str(": ");
    line.push_str(value);
    line
}

/// Whether a line has this name.
pub(crate) fn is(line: &str, name: &str) -> bool {
    line.eq_ignore_ascii_case(name)
}

fn change_page(scenario: &mut Scenario, kind: &Kind) {
    let request = &mut scenario.request;
    match kind {
        Kind::Url(url) => request.url.clone_from(url),
        Kind::Method(method) => request.method.clone_from(method),
        Kind::Mode(mode) => {
            // No page asks for credentials that way unless it says so.
            request.mode = *mode;
            request.credentials = request.api.default_credentials(*mode);
        }
        Kind::NoCredentials => request.credentials = CredentialsMode::SameOrigin,
        Kind::FollowRedirects => request.redirect = RedirectMode::Follow,
        Kind::WithoutHeader(name) => request.headers.retain(|(line, _)| !is(line, name)),
        Kind::WithoutBody => request.body = None,
        Kind::Header(..) | Kind::Status(_) => {}
    }
}

/// The lines of an answer, if there is one.
pub(crate) fn lines(scenario: &Scenario, place: Place) -> Option<&HeaderLines> {
    match place {
        Place::Page => Some(&scenario.request.headers),
        Place::Preflight(hop) => {
            let answer = scenario.hops.get(hop)?.preflight.as_ref()?;
            Some(&answer.headers)
        }
        Place::Response(hop) => {
            let answer = scenario.hops.get(hop)?.response.as_ref()?;
            Some(&answer.headers)
        }
    }
}

fn status(scenario: &Scenario, place: Place) -> Option<&str> {
    match place {
        Place::Page => None,
        Place::Preflight(hop) => match &scenario.hops.get(hop)?.preflight {
            Some(answer) => Some(&answer.status),
            // What a server without an OPTIONS handler answers.
            None => Some("405"),
        },
        Place::Response(hop) => Some(&scenario.hops.get(hop)?.response.as_ref()?.status),
    }
}

fn lines_to_change(scenario: &mut Scenario, place: Place) -> Option<&mut HeaderLines> {
    match place {
        Place::Page => Some(&mut scenario.request.headers),
        Place::Preflight(hop) => Some(&mut preflight_to_change(scenario, hop)?.headers),
        Place::Response(hop) => Some(&mut response_to_change(scenario, hop)?.headers),
    }
}

/// To change it is to give the server an OPTIONS handler.
fn preflight_to_change(scenario: &mut Scenario, hop: usize) -> Option<&mut PreflightAnswer> {
    let hop = scenario.hops.get_mut(hop)?;
    Some(
        hop.preflight
            .get_or_insert_with(PreflightAnswer::no_handler),
    )
}

/// A connection that fails stays one.
fn response_to_change(scenario: &mut Scenario, hop: usize) -> Option<&mut Answer> {
    scenario.hops.get_mut(hop)?.response.as_mut()
}
