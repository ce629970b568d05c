//! What becomes of a scenario, as far as a row says.

use cors_engine::scenario::Field;
use cors_engine::trace::{Exchange, Outcome, ResponseType};
use cors_engine::{Rule, Trace};

/// What a row wants of a trace: outcome and deciding rule always, the rest where it says so.
pub(crate) struct Wanted {
    outcome: Outcome,
    rule: Rule,
    response_type: Option<ResponseType>,
    /// The methods on the wire, in order.
    wire: Option<&'static str>,
    /// The `Origin` of each message on the wire, `-` without.
    origins: Option<&'static str>,
    /// A header of the last message on the wire, and the values of its lines, joined by ` | `.
    sends: Vec<(&'static str, Option<&'static str>)>,
    /// The same of the last preflight.
    asks: Vec<(&'static str, Option<&'static str>)>,
    /// `name: value` of each visible header.
    sees: Option<&'static [&'static str]>,
    /// The URL asked last.
    last_url: Option<&'static str>,
    /// The deciding step's evidence.
    found: Option<Option<&'static str>>,
    at: Option<Option<Field>>,
    bytes: Option<(usize, usize)>,
    hop: Option<usize>,
    then: Vec<Wanted>,
}

fn wanted(outcome: Outcome, rule: Rule) -> Wanted {
    Wanted {
        outcome,
        rule,
        response_type: None,
        wire: None,
        origins: None,
        sends: Vec::new(),
        asks: Vec::new(),
        sees: None,
        last_url: None,
        found: None,
        at: None,
        bytes: None,
        hop: None,
        then: Vec::new(),
    }
}

pub(crate) fn readable(rule: Rule) -> Wanted {
    wanted(Outcome::Readable, rule)
}

pub(crate) fn opaque() -> Wanted {
    wanted(Outcome::Opaque, Rule::ResponseVisible)
}

pub(crate) fn opaque_redirect() -> Wanted {
    wanted(Outcome::OpaqueRedirect, Rule::RedirectModeFollows)
}

pub(crate) fn network_error(rule: Rule) -> Wanted {
    wanted(Outcome::NetworkError, rule)
}

pub(crate) fn throws(rule: Rule) -> Wanted {
    wanted(Outcome::ScriptThrows, rule).wire("")
}

pub(crate) fn invalid(rule: Rule) -> Wanted {
    wanted(Outcome::Invalid, rule).wire("")
}

impl Wanted {
    pub(crate) fn of_type(mut self, response_type: ResponseType) -> Wanted {
        self.response_type = Some(response_type);
        self
    }

    pub(crate) fn wire(mut self, methods: &'static str) -> Wanted {
        self.wire = Some(methods);
        self
    }

    pub(crate) fn origins(mut self, origins: &'static str) -> Wanted {
        self.origins = Some(origins);
        self
    }

    pub(crate) fn sends(mut self, name: &'static str, value: Option<&'static str>) -> Wanted {
        self.sends.push((name, value));
        self
    }

    pub(crate) fn asks(mut self, name: &'static str, value: Option<&'static str>) -> Wanted {
        self.asks.push((name, value));
        self
    }

    pub(crate) fn sees(mut self, headers: &'static [&'static str]) -> Wanted {
        self.sees = Some(headers);
        self
    }

    pub(crate) fn last_url(mut self, url: &'static str) -> Wanted {
        self.last_url = Some(url);
        self
    }

    pub(crate) fn found(mut self, found: Option<&'static str>) -> Wanted {
        self.found = Some(found);
        self
    }

    pub(crate) fn at(mut self, field: Option<Field>) -> Wanted {
        self.at = Some(field);
        self
    }

    pub(crate) fn bytes(mut self, from: usize, to: usize) -> Wanted {
        self.bytes = Some((from, to));
        self
    }

    pub(crate) fn at_hop(mut self, hop: usize) -> Wanted {
        self.hop = Some(hop);
        self
    }

    pub(crate) fn then(mut self, wanted: Wanted) -> Wanted {
        self.then.push(wanted);
        self
    }

    /// What is other than wanted, each in a line.
    pub(crate) fn differences(&self, trace: &Trace) -> Vec<String> {
        let mut found = Differences(Vec::new());
        let step = trace.deciding_step();
        let evidence = &step.evidence;
        found.compare("outcome", &self.outcome, &trace.outcome);
        found.compare("rule", &self.rule.name(), &step.rule.name());
        if let Some(wanted) = self.response_type {
            found.compare("response type", &Some(wanted), &trace.response_type);
        }
        if let Some(wanted) = self.wire {
            found.compare("wire", &wanted.to_owned(), &each(trace, |it| &it.method));
        }
        if let Some(wanted) = self.origins {
            let origins = each(trace, |it| it.header("Origin").unwrap_or("-"));
            found.compare("origins", &wanted.to_owned(), &origins);
        }
        for (name, wanted) in &self.sends {
            let sent = trace.exchanges.last().and_then(|it| lines(it, name));
            found.compare(&format!("sent {name}"), &wanted.map(str::to_owned), &sent);
        }
        for (name, wanted) in &self.asks {
            let sent = trace.preflights().last().and_then(|it| lines(it, name));
            found.compare(
                &format!("preflight's {name}"),
                &wanted.map(str::to_owned),
                &sent,
            );
        }
        if let Some(wanted) = self.sees {
            found.compare("visible", &wanted.join("\n"), &visible(trace));
        }
        if let Some(wanted) = self.last_url {
            let last = trace.urls.last().map(|url| url.href.as_str());
            found.compare("last URL", &Some(wanted), &last);
        }
        if let Some(wanted) = self.found {
            found.compare("found", &wanted, &evidence.found.as_deref());
        }
        if let Some(wanted) = self.at {
            found.compare("place", &wanted, &evidence.field);
        }
        if let Some(wanted) = self.bytes {
            found.compare("bytes", &Some(wanted), &evidence.bytes);
        }
        if let Some(wanted) = self.hop {
            found.compare("hop", &wanted, &evidence.hop);
        }
        for (index, wanted) in self.then.iter().enumerate() {
            match trace.then.get(index) {
                None => found.0.push(format!("no further send {index}")),
                Some(trace) => {
                    let further = wanted.differences(trace);
                    let further = further.iter().map(|it| format!("then {index}: {it}"));
                    found.0.extend(further);
                }
            }
        }
        found.0
    }
}

fn each<'a>(trace: &'a Trace, part: impl Fn(&'a Exchange) -> &'a str) -> String {
    let parts: Vec<&str> = trace.exchanges.iter().map(part).collect();
    parts.join(" ")
}

fn lines(exchange: &Exchange, name: &str) -> Option<String> {
    let lines = exchange.headers.iter();
    let of_name = lines.filter(|(line, _)| line.eq_ignore_ascii_case(name));
    let values: Vec<&str> = of_name.map(|(_, value)| value.as_str()).collect();
    (!values.is_empty()).then(|| values.join(" | "))
}

fn visible(trace: &Trace) -> String {
    let headers = trace.visible.iter().flat_map(|visible| &visible.headers);
    let headers: Vec<String> = headers
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    headers.join("\n")
}

struct Differences(Vec<String>);

impl Differences {
    fn compare<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, wanted: &T, found: &T) {
        if wanted != found {
            self.0
                .push(format!("{what}: wanted {wanted:?}, found {found:?}"));
        }
    }
}
