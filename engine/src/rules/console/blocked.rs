//! What there is to know about a request that ended in a network error.

use alloc::string::String;

use super::request_of;
use super::text::{Template, Texts};
use crate::infrastructure::methods::normalize;
use crate::infrastructure::statuses::is_redirect_status;
use crate::origin::Origin;
use crate::rules::Rule;
use crate::scenario::{Api, Mode, Scenario, ScenarioRequest};
use crate::trace::{Choice, Exchange, Message, Outcome, StepOutcome, Trace};
use crate::url::Url;

/// What there is to know about a request that ended in a network error.
pub(super) struct Blocked<'a> {
    /// The rule that failed.
    pub(super) rule: Rule,
    /// Script or element that asked.
    pub(super) api: Api,
    /// The mode.
    pub(super) mode: Mode,
    /// The request as it was typed.
    pub(super) request: &'a ScenarioRequest,
    /// The page's origin, even where the request hid it behind `null`.
    pub(super) origin: String,
    /// The page's URL.
    pub(super) page_url: &'a str,
    /// The URL that script asked for.
    pub(super) initial_url: &'a str,
    /// The URL that it came to, after redirects.
    pub(super) last_url: &'a str,
    /// The method of the last request.
    pub(super) method: String,
    /// The message looked at when it ended.
    pub(super) message: Message,
    /// What the request wanted to have allowed.
    pub(super) asked_for: &'a str,
    /// The value found.
    pub(super) found: &'a str,
    /// The last exchange, if there was one.
    pub(super) exchange: Option<&'a Exchange>,
    trace: &'a Trace,
    page_origin: &'a Origin,
    /// Where the texts are read from.
    pub(super) texts: Texts<'a>,
}

impl<'a> Blocked<'a> {
    /// `None` unless the trace ended in a network error.
    pub(super) fn of(
        scenario: &'a Scenario,
        trace: &'a Trace,
        texts: Texts<'a>,
    ) -> Option<Blocked<'a>> {
        if trace.outcome != Outcome::NetworkError {
            return None;
        }
        let request = request_of(scenario, trace);
        let step = trace.failed_step()?;
        let page_origin = trace.page_origin.as_ref()?;
        // Only an element's URL that does not parse ends in a network error without any.
        let url = |url: Option<&'a crate::trace::UrlParts>| match url {
            Some(url) => url.href.as_str(),
            None => request.url.as_str(),
        };
        Some(Blocked {
            rule: step.rule,
            api: request.api,
            mode: request.mode,
            request,
            origin: page_origin.serialize(),
            page_url: &scenario.page.url,
            initial_url: url(trace.urls.first()),
            last_url: url(trace.urls.last()),
            method: last_method(trace, &request.method),
            message: step.evidence.message,
            asked_for: step.evidence.asked_for.as_deref().unwrap_or_default(),
            found: step.evidence.found.as_deref().unwrap_or_default(),
            exchange: trace.exchanges.last(),
            trace,
            page_origin,
            texts,
        })
    }

    /// The text of a template, with a value in each of its gaps.
    pub(super) fn say<const GAPS: usize>(
        &self,
        template: Template<GAPS>,
        values: [&str; GAPS],
    ) -> String {
        self.texts.say(template, values)
    }

    /// The status of the last answer, if there was one.
    pub(super) fn status(&self) -> Option<u16> {
        self.exchange?.status
    }

    /// The values of a header of the last answer, one a line.
    pub(super) fn answered(&self, name: &str) -> impl Iterator<Item = &'a str> {
        let headers = self.exchange.map(|it| it.answer_headers.iter());
        headers
            .into_iter()
            .flatten()
            .filter(move |(line, _)| line.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// Whether the last answer is a redirect that says where to.
    pub(super) fn is_redirect(&self) -> bool {
        self.status().is_some_and(is_redirect_status)
            && self.answered("Location").any(|value| !value.is_empty())
    }

    /// Where the last answer redirects to.
    pub(super) fn location(&self) -> Option<Url> {
        let asked = Url::parse(&self.exchange?.url)?;
        let location = asked.join(self.answered("Location").next()?)?;
        Some(match location.fragment() {
            None => location.with_fragment_of(&asked),
            Some(_) => location,
        })
    }

    /// Whether the URL that it came to is not the one that script asked for.
    pub(super) fn is_redirected(&self) -> bool {
        self.trace.urls.len() > 1
    }

    /// The URL that redirected it, before the one that it came to.
    pub(super) fn previous_url(&self) -> Option<&'a str> {
        let before = self.trace.urls.len().checked_sub(2)?;
        self.trace.urls.get(before).map(|url| url.href.as_str())
    }

    /// Whether the CORS protocol ruled the request for one of the first `count` URLs.
    pub(super) fn is_cors_within(&self, count: usize) -> bool {
        let mut urls = self.trace.urls.iter().take(count);
        self.mode == Mode::Cors && urls.any(|url| !url.origin.is_same_origin(self.page_origin))
    }

    /// Whether the CORS protocol ruled the last request.
    pub(super) fn is_cors(&self) -> bool {
        self.is_cors_within(usize::MAX)
    }

    /// Whether the CORS protocol ruled the request that was redirected to the last URL.
    pub(super) fn was_cors(&self) -> bool {
        self.is_cors_within(self.trace.urls.len().saturating_sub(1))
    }
}

/// The method of the request itself, as it was when it ended: also where only its preflight was
/// sent, and where it ended before anything was.
fn last_method(trace: &Trace, typed: &str) -> String {
    let turned_into_get = trace
        .steps_of(Rule::RedirectKeepsMethod)
        .any(|step| step.outcome == StepOutcome::Decided(Choice::No));
    match trace.exchanges.last() {
        _ if turned_into_get => String::from("GET"),
        None => normalize(typed),
        Some(exchange) => exchange
            .header("Access-Control-Request-Method")
            .map_or(exchange.method.clone(), String::from),
    }
}
