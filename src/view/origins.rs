//! Page and request, part by part: which part makes them two origins?

use std::borrow::Cow;

use cors_engine::origin::Origin;
use cors_engine::trace::{Trace, UrlParts};

/// Page and request, part by part.
#[derive(Clone, Debug, PartialEq)]
pub struct OriginsView {
    /// The answer to "same origin?".
    pub answer: Cow<'static, str>,
    /// The page's origin; `None` when its address is not usable.
    pub page: Option<OriginRow>,
    /// The request's; `None` when its address does not parse.
    pub request: Option<OriginRow>,
    /// Scheme, host and port compared; `None` when there is nothing to compare.
    pub comparison: Option<[Comparison; 3]>,
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
}

/// The comparison that a trace begins with.
pub(super) fn origins(trace: &Trace) -> OriginsView {
    let request = trace.urls.first();
    let page = trace.page_origin.as_ref();
    let comparison = compare(page, request.map(|url| &url.origin));
    OriginsView {
        answer: answer(page, request, comparison),
        page: page.map(|origin| row(origin, "")),
        request: request.map(|url| row(&url.origin, &url.rest)),
        comparison,
    }
}

fn compare(page: Option<&Origin>, request: Option<&Origin>) -> Option<[Comparison; 3]> {
    let (Some(Origin::Tuple(page)), Some(Origin::Tuple(request))) = (page, request) else {
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

fn answer(
    page: Option<&Origin>,
    request: Option<&UrlParts>,
    comparison: Option<[Comparison; 3]>,
) -> Cow<'static, str> {
    let (Some(page), Some(request)) = (page, request) else {
        return "Nothing to compare yet".into();
    };
    if let Some(comparison) = comparison {
        return differing_parts(comparison);
    }
    match (page, &request.origin) {
        (Origin::Opaque, _) => "No: the page's origin is opaque, and equals no other".into(),
        _ => "No: such an address has no origin to share".into(),
    }
}

fn differing_parts(comparison: [Comparison; 3]) -> Cow<'static, str> {
    let names = ["scheme", "host", "port"];
    let differing: Vec<&str> = names
        .into_iter()
        .zip(comparison)
        .filter(|(_, part)| *part == Comparison::Differs)
        .map(|(name, _)| name)
        .collect();
    match differing.as_slice() {
        [] => "Yes: scheme, host and port are the same".into(),
        [one] => format!("No: the {one}s differ").into(),
        [one, two] => format!("No: {one} and {two} differ").into(),
        _ => "No: scheme, host and port all differ".into(),
    }
}

fn row(origin: &Origin, rest: &str) -> OriginRow {
    let part = |name, text: &str, is_implied| OriginPart {
        name,
        text: text.into(),
        is_implied,
    };
    let parts = match origin {
        Origin::Opaque => vec![part("origin", "null", false)],
        Origin::Tuple(tuple) => vec![
            part("scheme", &tuple.scheme, false),
            part("host", &tuple.host, false),
            part(
                "port",
                &tuple.effective_port().to_string(),
                tuple.port.is_none(),
            ),
        ],
    };
    OriginRow {
        parts,
        rest: rest.into(),
    }
}
