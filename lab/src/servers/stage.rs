//! What the servers answer at the moment, and what they were asked.

use std::collections::BTreeSet;

use cors_engine::scenario::{Answer, HeaderLines, Hop, PreflightAnswer, lines};

use super::message::{ReceivedRequest, answer_bytes};
use super::proxy::{Proxy, VIA};

/// The answer to the page's own URL.
#[derive(Clone, Debug, Default)]
pub struct PageAnswer {
    /// Its header lines.
    pub headers: HeaderLines,
    /// Its HTML.
    pub html: String,
}

impl PageAnswer {
    /// A page with nothing on it, whose origin may be opaque.
    pub fn new(opaque: bool) -> PageAnswer {
        let mut headers = lines(&[("Content-Type", "text/html;charset=utf-8")]);
        if opaque {
            // What the `sandbox` attribute of a frame does to the page in it.
            let sandbox = (
                "Content-Security-Policy",
                "sandbox allow-scripts allow-forms",
            );
            headers.extend(lines(&[sandbox]));
        }
        PageAnswer {
            headers,
            html: "<!doctype html><link rel=icon href=data:,><title>page</title><body>".to_owned(),
        }
    }
}

/// What the servers answer at the moment, and what they were asked.
///
/// First the page, whatever is asked; once [`set`](Stage::set) has set hops, these. The i-th actual
/// request gets the i-th hop's answer, so that a chain may come by one URL twice.
#[derive(Debug, Default)]
pub struct Stage {
    page: PageAnswer,
    hops: Option<Vec<Hop>>,
    hosts: BTreeSet<String>,
    proxy: Option<Proxy>,
    received: Vec<ReceivedRequest>,
    forwarded: Vec<ReceivedRequest>,
    unanswered: usize,
    next_hop: usize,
}

impl Stage {
    /// From now on every request gets the page.
    pub fn show(&mut self, page: PageAnswer) {
        *self = Stage {
            page,
            ..Stage::default()
        };
    }

    /// From now on requests for one of `hosts` get the answers of `hops`; those for the page's own
    /// server by way of `proxy`, if there is one.
    ///
    /// Requests for other hosts are the browser's own business: every host leads here.
    pub fn set(&mut self, hops: &[Hop], hosts: BTreeSet<String>, proxy: Option<Proxy>) {
        self.hops = Some(hops.to_vec());
        self.proxy = proxy;
        self.forwarded.clear();
        self.hosts = hosts;
        self.received.clear();
        self.unanswered = 0;
        self.next_hop = 0;
    }

    /// The requests that a proxy made and that got an answer, in order.
    pub fn forwarded_requests(&self) -> &[ReceivedRequest] {
        &self.forwarded
    }

    /// The requests of the client that got an answer since [`set`](Stage::set), in order.
    pub fn received(&self) -> &[ReceivedRequest] {
        &self.received
    }

    /// How many requests met a connection that fails.
    pub fn unanswered(&self) -> usize {
        self.unanswered
    }

    /// What the page's own server asks instead of answering by itself, if it is a proxy.
    pub(super) fn forwarded(&self, request: &ReceivedRequest) -> Option<ReceivedRequest> {
        self.proxy.as_ref()?.forwarded(request)
    }

    /// Keeps a request that was passed on. Without an answer its connection has failed.
    pub(super) fn passed_on(&mut self, request: ReceivedRequest, answer: &[u8]) {
        if !answer.is_empty() {
            self.received.push(request);
        }
    }

    /// The bytes that answer a request; `None`: the connection fails.
    pub(super) fn answer(&mut self, request: ReceivedRequest) -> Option<Vec<u8>> {
        let Some(hops) = &self.hops else {
            let PageAnswer { headers, html } = &self.page;
            return Some(answer_bytes("200", headers, html.as_bytes()));
        };
        // A browser asks for the icon on its own account, for every page it shows.
        let is_icon = request.target == "/favicon.ico";
        if is_icon || !self.hosts.contains(&request.host()) {
            return Some(answer_bytes("200", &HeaderLines::new(), b""));
        }
        let hop = hops.get(self.next_hop);
        let bytes = match request.is_preflight() {
            true => hop.and_then(preflight_bytes),
            false => hop.and_then(|hop| hop.response.as_ref()).map(|answer| {
                self.next_hop += 1;
                response_bytes(answer, &request.method)
            }),
        };
        match bytes {
            Some(_) if request.header(VIA).is_some() => self.forwarded.push(request),
            Some(_) => self.received.push(request),
            // No connection is refused by a server that is there: this is as near as one port
            // for all hosts comes to it. Nothing counts as received, as in a scenario.
            None => self.unanswered += 1,
        }
        bytes
    }
}

/// A hop without an answer of its own has no server, unless it answers preflights.
fn preflight_bytes(hop: &Hop) -> Option<Vec<u8>> {
    let no_handler = PreflightAnswer::no_handler();
    let answer = match (&hop.preflight, &hop.response) {
        (Some(answer), _) => answer,
        (None, Some(_)) => &no_handler,
        (None, None) => return None,
    };
    Some(answer_bytes(&answer.status, &answer.headers, b""))
}

fn response_bytes(answer: &Answer, method: &str) -> Vec<u8> {
    let has_body = method != "HEAD" && !matches!(answer.status.as_str(), "204" | "304");
    let body = match has_body {
        true => answer.body.as_bytes(),
        false => b"",
    };
    answer_bytes(&answer.status, &answer.headers, body)
}
