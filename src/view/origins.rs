//! Page and request, part by part: which part makes them two origins? One row a hop.

use cors_engine::origin::Origin;
use cors_engine::rules::Rule;
use cors_engine::trace::{StepOutcome, Trace, UrlParts};

/// Page and request, part by part.
#[derive(Clone, Debug, PartialEq)]
pub struct OriginsView {
    /// The answer to "same origin?", for the first address.
    pub answer: String,
    /// The same for their sites.
    pub site: Option<String>,
    /// The page's origin; `None` when its address is not usable.
    pub page: Option<OriginRow>,
    /// The addresses asked, hop by hop; none when the first does not parse.
    pub hops: Vec<OriginRow>,
}

/// How two parts compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// They are the same.
    Same,
    /// They differ.
    Differs,
}

/// One URL in parts.
#[derive(Clone, Debug, PartialEq)]
pub struct OriginRow {
    /// Scheme, host and port; one part for an opaque origin.
    pub parts: Vec<OriginPart>,
    /// What is not part of the origin.
    pub rest: String,
    /// What to say of an address that a redirect led to.
    pub note: Option<String>,
}

/// A part of an origin.
#[derive(Clone, Debug, PartialEq)]
pub struct OriginPart {
    /// Its name.
    pub name: &'static str,
    /// Its text.
    pub text: String,
    /// It does not stand in the URL: the scheme implies it.
    pub is_implied: bool,
    /// How it compares with the page's; `None` where there is nothing to compare with.
    pub comparison: Option<Comparison>,
}

/// The comparisons that a trace makes.
pub(super) fn origins(trace: &Trace) -> OriginsView {
    let page = trace.page_origin.as_ref();
    let first = trace.urls.first();
    let site = |page, url: &UrlParts| super::site::site(page, &url.origin).sentence;
    OriginsView {
        answer: match trace.is_of_browser() {
            true => answer(page, first),
            false => "curl has no origin: nothing to compare".into(),
        },
        site: page.zip(first).map(|(page, url)| site(page, url)),
        page: page.map(|origin| row(origin, first.map(|url| &url.origin), "")),
        hops: trace
            .urls
            .iter()
            .enumerate()
            .map(|(hop, url)| hop_row(trace, hop, url))
            .collect(),
    }
}

fn hop_row(trace: &Trace, hop: usize, url: &UrlParts) -> OriginRow {
    let page = trace.page_origin.as_ref();
    let mut row = row(&url.origin, page, &url.rest);
    if hop > 0 && page.is_some() {
        row.note = Some(match is_hidden(trace, hop) {
            true => {
                "Scheme, host and port are the page's, but a redirect through another origin led \
                     here: the browser sends Origin: null"
                    .into()
            }
            false if sends_null(trace, hop) => {
                let mut note = answer(page, Some(url));
                note.push_str(". Another server led here, so the browser sends Origin: null");
                note
            }
            false => answer(page, Some(url)),
        });
    }
    row
}

/// Whether the browser says at this hop that it will not name the page, though it has a name.
fn sends_null(trace: &Trace, hop: usize) -> bool {
    let mut steps = trace.steps_of(Rule::OriginNamesThePage);
    let is_null = steps
        .any(|step| step.evidence.hop == hop && step.evidence.found.as_deref() == Some("null"));
    is_null && trace.page_origin != Some(Origin::Opaque)
}

/// Whether the origins are the same, and a redirect makes the request a cross-origin one all the same.
fn is_hidden(trace: &Trace, hop: usize) -> bool {
    let page = trace.page_origin.as_ref();
    let is_page = |url: &UrlParts| Some(&url.origin) == page && url.origin != Origin::Opaque;
    // The question is put to cross-origin requests only.
    let mut asked = trace.steps_of(Rule::ModeAllowsCrossOrigin);
    let is_cross_origin =
        asked.any(|step| step.evidence.hop == hop && step.outcome == StepOutcome::Passed);
    trace.urls.get(hop).is_some_and(is_page) && is_cross_origin
}

fn compare(page: &Origin, request: &Origin) -> Option<[Comparison; 3]> {
    let (Origin::Tuple(page), Origin::Tuple(request)) = (page, request) else {
        return None;
    };
    let compared = |is_same| match is_same {
        true => Comparison::Same,
        false => Comparison::Differs,
    };
    Some([
        compared(page.scheme == request.scheme),
        compared(page.host == request.host),
        compared(page.effective_port() == request.effective_port()),
    ])
}

fn answer(page: Option<&Origin>, request: Option<&UrlParts>) -> String {
    let (Some(page), Some(request)) = (page, request) else {
        return "Nothing to compare yet".into();
    };
    match (compare(page, &request.origin), page) {
        (Some(comparison), _) => differing_parts(comparison),
        (None, Origin::Opaque) => "No: the page's origin is opaque, and equals no other".into(),
        (None, _) => "No: such an address has no origin to share".into(),
    }
}

fn differing_parts(comparison: [Comparison; 3]) -> String {
    let mut differing: Vec<&str> = Vec::new();
    for (name, part) in ["scheme", "host", "port"].into_iter().zip(comparison) {
        if part == Comparison::Differs {
            differing.push(name);
        }
    }
    match differing.as_slice() {
        [] => "Yes: scheme, host and port are the same".into(),
        [one] => format!("No: the {one}s differ"),
        [one, two] => format!("No: {one} and {two} differ"),
        _ => "No: scheme, host and port all differ".into(),
    }
}

fn row(origin: &Origin, other: Option<&Origin>, rest: &str) -> OriginRow {
    let comparison = other.and_then(|other| compare(other, origin));
    let part = |index: usize, name, text: &str, is_implied| OriginPart {
        name,
        text: text.into(),
        is_implied,
        comparison: comparison.and_then(|all| all.get(index).copied()),
    };
    let parts = match origin {
        Origin::Opaque => vec![part(0, "origin", "null", false)],
        Origin::Tuple(tuple) => {
            let port = tuple.effective_port().to_string();
            vec![
                part(0, "scheme", &tuple.scheme, false),
                part(1, "host", &tuple.host, false),
                part(2, "port", &port, tuple.port.is_none()),
            ]
        }
    };
    OriginRow {
        parts,
        rest: rest.into(),
        note: None,
    }
}
