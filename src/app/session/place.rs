//! Where in a scenario people type, choose and tick.

use cors_engine::Scenario;
use cors_engine::scenario::Field;

/// A field that people type in, choose from or tick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The page's address.
    PageUrl,
    /// Whether the page has no origin: `true` or `false`.
    Opaque,
    /// Where the page's own server forwards to.
    Proxy,
    /// What sends the request.
    Api,
    /// The request's address.
    RequestUrl,
    /// Its method.
    Method,
    /// Its mode.
    Mode,
    /// Its credentials mode.
    Credentials,
    /// Its redirect mode.
    Redirect,
    /// Its referrer policy.
    ReferrerPolicy,
    /// Its body; none while the text is empty.
    Body,
    /// Whether somebody listens to the upload: `true` or `false`.
    UploadListener,
    /// The status of an answer.
    Status(AnswerPlace),
    /// The name of a header line.
    HeaderName(HeaderPlace, usize),
    /// The value of a header line.
    HeaderValue(HeaderPlace, usize),
    /// Raw headers, to take in place of a list.
    Pasted(HeaderPlace),
    /// Who judges.
    Profile,
}

/// One of a hop's two answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerPlace {
    /// To the preflight, at this hop.
    Preflight(usize),
    /// To the request, at this hop.
    Response(usize),
}

impl AnswerPlace {
    /// The place of its status, as evidence names it.
    pub fn status_field(self) -> Field {
        match self {
            AnswerPlace::Preflight(hop) => Field::PreflightStatus(hop),
            AnswerPlace::Response(hop) => Field::ResponseStatus(hop),
        }
    }
}

/// A list of header lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderPlace {
    /// The request's.
    Request,
    /// An answer's.
    Answer(AnswerPlace),
}

impl HeaderPlace {
    /// The list itself, in a scenario.
    pub fn lines(self, scenario: &Scenario) -> &[(String, String)] {
        let hop = |index: usize| scenario.hops.get(index);
        match self {
            HeaderPlace::Request => &scenario.request.headers,
            HeaderPlace::Answer(AnswerPlace::Preflight(index)) => hop(index)
                .and_then(|hop| hop.preflight.as_ref())
                .map_or(&[], |answer| &answer.headers),
            HeaderPlace::Answer(AnswerPlace::Response(index)) => hop(index)
                .and_then(|hop| hop.response.as_ref())
                .map_or(&[], |answer| &answer.headers),
        }
    }

    /// The place of a line, as evidence names it.
    pub fn field(self, line: usize) -> Field {
        match self {
            HeaderPlace::Request => Field::RequestHeader(line),
            HeaderPlace::Answer(AnswerPlace::Preflight(hop)) => Field::PreflightHeader(hop, line),
            HeaderPlace::Answer(AnswerPlace::Response(hop)) => Field::ResponseHeader(hop, line),
        }
    }

    /// What the ids of the list's elements begin with: `preflight`, and from the second hop on `preflight-2`.
    pub fn id(self) -> String {
        let (name, hop) = match self {
            HeaderPlace::Request => ("request", 0),
            HeaderPlace::Answer(AnswerPlace::Preflight(hop)) => ("preflight", hop),
            HeaderPlace::Answer(AnswerPlace::Response(hop)) => ("response", hop),
        };
        match hop {
            0 => name.into(),
            hop => format!("{name}-{}", hop + 1),
        }
    }

    /// The id of the field with the name of line number `line`.
    pub fn name_id(self, line: usize) -> String {
        format!("{}-header-{}-name", self.id(), line + 1)
    }

    /// The id of the field to paste in.
    pub fn paste_id(self) -> String {
        format!("{}-paste", self.id())
    }

    /// The id of the button that adds a line.
    pub fn add_id(self) -> String {
        format!("{}-add", self.id())
    }
}
