//! What a step's answer rests on: which bytes of which message, against what.

use alloc::boxed::Box;
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
///
/// In a box, for every question hands it on: to move all of it each time is 2 KB of code.
#[derive(Clone, Debug)]
pub(crate) struct Finding(Box<Evidence>);

impl Finding {
    /// Nothing in particular was looked at.
    pub(crate) fn none() -> Finding {
        Finding(Box::new(Evidence {
            send: 0,
            hop: 0,
            message: Message::Request,
            field: None,
            header: None,
            bytes: None,
            asked_for: None,
            found: None,
            wanted: None,
        }))
    }

    /// A value that stands in the scenario.
    pub(crate) fn at(field: Field, found: &str) -> Finding {
        Finding::made(found).field(Some(field))
    }

    /// A value that the browser made.
    pub(crate) fn made(found: &str) -> Finding {
        let mut finding = Finding::none();
        finding.0.found = Some(found.to_string());
        finding
    }

    /// A header that was looked for and is not there.
    pub(crate) fn absent(header: &str) -> Finding {
        Finding::none().header(header)
    }

    /// The header that the value belongs to.
    pub(crate) fn header(mut self, header: &str) -> Finding {
        self.0.header = Some(header.to_string());
        self
    }

    /// Where it stands in the scenario, if anywhere.
    pub(crate) fn field(mut self, field: Option<Field>) -> Finding {
        self.0.field = field;
        self
    }

    /// The deciding bytes of the value.
    pub(crate) fn bytes(mut self, from: usize, to: usize) -> Finding {
        self.0.bytes = Some((from, to));
        self
    }

    /// The deciding byte of the value, where there is one.
    pub(crate) fn byte(mut self, position: Option<usize>) -> Finding {
        self.0.bytes = position.map(|position| (position, position + 1));
        self
    }

    /// What the request asks to have allowed.
    pub(crate) fn asking_for(mut self, asked_for: &str) -> Finding {
        self.0.asked_for = Some(asked_for.to_string());
        self
    }

    /// What would have passed.
    pub(crate) fn wanted(mut self, wanted: &str) -> Finding {
        self.0.wanted = Some(wanted.to_string());
        self
    }

    /// The evidence, now that it is known which message of which send it stands in.
    pub(crate) fn in_message(mut self, send: usize, hop: usize, message: Message) -> Evidence {
        self.0.send = send;
        self.0.hop = hop;
        self.0.message = message;
        *self.0
    }
}
