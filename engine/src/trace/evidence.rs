//! What a step's answer rests on: which bytes of which message, against what.

use alloc::string::{String, ToString};

use crate::scenario::Field;

/// The message that evidence stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Message {
    /// The page, and the request as script wrote it or as the browser sends it.
    Request,
    /// The preflight that the browser sends.
    PreflightRequest,
    /// The server's answer to the preflight.
    Preflight,
    /// The server's answer to the request.
    Response,
}

impl Message {
    /// Its text in the public format.
    pub const fn as_str(self) -> &'static str {
        match self {
            Message::Request => "request",
            Message::PreflightRequest => "preflight-request",
            Message::Preflight => "preflight",
            Message::Response => "response",
        }
    }
}

/// What a step's answer rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Which send the place belongs to: 0 the scenario's own, 1 its first further one.
    pub send: usize,
    /// The index in the redirect chain.
    pub hop: usize,
    /// The message looked at.
    pub message: Message,
    /// The place in the scenario; `None` when what was looked for is absent, or no field says it.
    pub field: Option<Field>,
    /// The header looked for, present or absent.
    pub header: Option<String>,
    /// The deciding bytes of the value found: from, to.
    pub bytes: Option<(usize, usize)>,
    /// What the request asks to have allowed: a method, a header name.
    pub asked_for: Option<String>,
    /// The value found; `None` when it is absent.
    pub found: Option<String>,
    /// What would have passed.
    pub wanted: Option<String>,
}

impl Evidence {
    /// The place as a JSON Pointer into the scenario; `None` where there is no place.
    pub fn pointer(&self) -> Option<String> {
        self.field.map(|field| field.pointer(self.send))
    }
}

/// Evidence in the making: send, hop and message are the recorder's, the rest is given part by part.
#[derive(Clone, Debug, Default)]
pub(crate) struct Finding {
    field: Option<Field>,
    header: Option<String>,
    bytes: Option<(usize, usize)>,
    asked_for: Option<String>,
    found: Option<String>,
    wanted: Option<String>,
}

impl Finding {
    /// Nothing in particular was looked at.
    pub(crate) fn none() -> Finding {
        Finding::default()
    }

    /// A value that stands in the scenario.
    pub(crate) fn at(field: Field, found: &str) -> Finding {
        Finding {
            field: Some(field),
            found: Some(found.to_string()),
            ..Finding::default()
        }
    }

    /// A value that the browser made.
    pub(crate) fn made(found: &str) -> Finding {
        Finding {
            found: Some(found.to_string()),
            ..Finding::default()
        }
    }

    /// A header that was looked for and is not there.
    pub(crate) fn absent(header: &str) -> Finding {
        Finding {
            header: Some(header.to_string()),
            ..Finding::default()
        }
    }

    /// The header that the value belongs to.
    pub(crate) fn header(mut self, header: &str) -> Finding {
        self.header = Some(header.to_string());
        self
    }

    /// Where it stands in the scenario, if anywhere.
    pub(crate) fn field(mut self, field: Option<Field>) -> Finding {
        self.field = field;
        self
    }

    /// The deciding bytes of the value.
    pub(crate) fn bytes(mut self, from: usize, to: usize) -> Finding {
        self.bytes = Some((from, to));
        self
    }

    /// The deciding byte of the value, where there is one.
    pub(crate) fn byte(mut self, position: Option<usize>) -> Finding {
        self.bytes = position.map(|position| (position, position + 1));
        self
    }

    /// What the request asks to have allowed.
    pub(crate) fn asking_for(mut self, asked_for: &str) -> Finding {
        self.asked_for = Some(asked_for.to_string());
        self
    }

    /// What would have passed.
    pub(crate) fn wanted(mut self, wanted: &str) -> Finding {
        self.wanted = Some(wanted.to_string());
        self
    }

    /// The evidence, now that it is known which message of which send it stands in.
    pub(crate) fn in_message(self, send: usize, hop: usize, message: Message) -> Evidence {
        Evidence {
            send,
            hop,
            message,
            field: self.field,
            header: self.header,
            bytes: self.bytes,
            asked_for: self.asked_for,
            found: self.found,
            wanted: self.wanted,
        }
    }
}
