//! The lines of a browser's console, in the browser's own words.
//!
//! One folder or file a browser, each with a match over all rules: a rule of which nobody has said
//! what a browser prints does not compile.

mod blocked;
mod chromium;
mod firefox;
mod safari;
mod text;

use alloc::string::String;
use alloc::vec::Vec;

pub use text::Texts;

use super::Rule;
use crate::scenario::{Api, Browser, Scenario, ScenarioRequest};
use crate::trace::{Choice, StepOutcome, Trace};
use crate::url::Url;

/// One line of a console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsoleLine {
    /// The text, letter for letter.
    pub text: String,
    /// Where it is known from.
    pub source: TextSource,
}

/// Where a console line is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextSource {
    /// The browser printed it when it ran: [`observed_in`] says which one.
    Run,
    /// It stands in the browser's code or in what others report; no run has shown it.
    Unrun,
}

/// The program whose console was read, for the lines of a browser that are of [`TextSource::Run`].
pub const fn observed_in(browser: Browser) -> &'static str {
    match browser {
        Browser::Chromium => "Chromium 156",
        Browser::Firefox => "Firefox 153.7 ESR",
        // Apple's part is the network: whatever it says itself is no line of a run.
        Browser::Safari => "WebKitGTK 2.50.6, whose CORS code is Safari's",
    }
}

/// The texts of all browsers, each with a line break at its end.
#[cfg(feature = "words")]
pub(super) const ALL_TEXTS: [&str; 3] = [
    chromium::templates::ALL,
    firefox::templates::ALL,
    safari::templates::ALL,
];

/// The lines that `browser` prints for `trace`, the trace of `scenario`, in the words of `texts`.
///
/// They say what became of that trace. Where the browser itself would have judged otherwise than the
/// scenario's profile, they are its words for the profile's judgement.
///
/// NOT MODELLED: what is said of an answer's content, and the uncaught exceptions of scripts.
pub fn console(
    scenario: &Scenario,
    trace: &Trace,
    browser: Browser,
    texts: Texts,
) -> Vec<ConsoleLine> {
    // No page, no console: curl asked.
    if trace.page_origin.is_none() {
        return Vec::new();
    }
    match browser {
        Browser::Chromium => chromium::lines(scenario, trace, texts),
        Browser::Firefox => firefox::lines(scenario, trace, texts),
        Browser::Safari => safari::lines(scenario, trace, texts),
    }
}

fn run(text: String) -> ConsoleLine {
    let source = TextSource::Run;
    ConsoleLine { text, source }
}

fn request_of<'a>(scenario: &'a Scenario, trace: &Trace) -> &'a ScenarioRequest {
    scenario.request_of(trace.send).unwrap_or(&scenario.request)
}

/// The headers that `setRequestHeader()` drops, of which it tells, unlike `fetch()`.
fn headers_dropped_by_xhr<'a>(
    scenario: &Scenario,
    trace: &'a Trace,
) -> impl Iterator<Item = &'a str> {
    let tells = request_of(scenario, trace).api == Api::Xhr;
    trace
        .steps_of(Rule::RequestHeaderNotForbidden)
        .filter(move |step| tells && step.outcome == StepOutcome::Decided(Choice::No))
        .map(|step| step.evidence.header.as_deref().unwrap_or_default())
}

/// The URLs of an image that are asked for over https instead, as they were before.
fn upgraded_images(scenario: &Scenario, trace: &Trace) -> Vec<Url> {
    let request = request_of(scenario, trace);
    if request.api != Api::Img {
        return Vec::new();
    }
    let typed = Url::parse(&scenario.page.url).and_then(|page| page.join(&request.url));
    let locations = trace.requests().map(|exchange| {
        let mut headers = exchange.answer_headers.iter();
        let location = headers.find(|(name, _)| name.eq_ignore_ascii_case("Location"));
        Url::parse(&exchange.url)?.join(location.map_or("", |(_, value)| value))
    });
    core::iter::once(typed)
        .chain(locations)
        .zip(&trace.urls)
        .filter_map(|(before, url)| before.filter(|_| url.href.starts_with("https:")))
        .filter(|before| before.scheme() == "http")
        .collect()
}

/// The status of the answer that ended a request, where it says that something is wrong.
fn bad_status(trace: &Trace) -> Option<u16> {
    let status = trace.requests().last()?.status;
    status.filter(|status| *status >= 400)
}
