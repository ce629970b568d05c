//! The answers to the predictions, as the engine gives them, with the reason of each.

use cors_engine::rules::Rule;
use cors_engine::scenario::{Api, Mode};
use cors_engine::trace::{Choice, Exchange, ExchangeKind, Outcome, Step, StepOutcome, Trace};
use cors_engine::{PreflightCache, Scenario, evaluate};

use crate::ask::Ask;

/// The answer to one prediction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What was asked.
    pub ask: Ask,
    /// Whether it is so.
    pub is_yes: bool,
    /// Why, in sentences.
    pub because: String,
}

impl Answer {
    /// Its word in files and attributes.
    pub fn as_str(&self) -> &'static str {
        match self.is_yes {
            true => "yes",
            false => "no",
        }
    }
}

/// The answers to what is asked of a send, counted from 1; `None` if the scenario has no such send.
pub fn answers(scenario: &Scenario, send: usize, asks: &[Ask]) -> Option<Vec<Answer>> {
    let first = evaluate(scenario, &PreflightCache::new());
    let trace = of_send(&first, send)?;
    // A problem of a scenario may keep its sends from being worked out.
    let request = scenario.request_of(send.max(1) - 1)?;
    let is_no_cors = request.mode == Mode::NoCors;
    let answer = |&ask: &Ask| {
        let (is_yes, because) = match ask {
            Ask::Preflight => preflight(trace, request.api, is_no_cors),
            Ask::Ran => ran(trace),
            Ask::Readable => readable(trace, request.api),
        };
        Answer {
            ask,
            is_yes,
            because,
        }
    };
    Some(asks.iter().map(answer).collect())
}

/// The trace of a send, counted from 1.
pub fn of_send(trace: &Trace, send: usize) -> Option<&Trace> {
    match send.checked_sub(2) {
        None => Some(trace),
        Some(further) => trace.then.get(further),
    }
}

fn preflight(trace: &Trace, api: Api, is_no_cors: bool) -> (bool, String) {
    if trace.preflights().count() > 0 {
        return (true, causes(trace));
    }
    let decided = |rule, choice| {
        let mut steps = trace.steps_of(rule);
        steps.any(|step| step.outcome == StepOutcome::Decided(choice))
    };
    let because = match trace.requests().next() {
        None => never_sent(trace),
        _ if api == Api::Curl => "curl is no browser: it asks nobody first.".to_owned(),
        _ if api == Api::Form => {
            "A form is sent as forms always were, before there was CORS: nobody is asked.".to_owned()
        }
        _ if is_no_cors => "A no-cors request is sent without asking; for that, the page gets nothing of the answer.".to_owned(),
        _ if decided(Rule::PreflightCached, Choice::Yes) => {
            Rule::PreflightCached.words().yes().to_owned()
        }
        _ if !decided(Rule::SameOrigin, Choice::No) => {
            "The request stays within the page's own origin, so there is nobody to ask.".to_owned()
        }
        _ => "The method and every header that the page sets are CORS-safelisted.".to_owned(),
    };
    (false, because)
}

/// Why there is a preflight: each cause by name.
fn causes(trace: &Trace) -> String {
    let mut causes: Vec<String> = Vec::new();
    let first_preflight = trace
        .preflights()
        .next()
        .map_or(0, |preflight| preflight.hop);
    let is_no = |step: &&Step| {
        step.outcome == StepOutcome::Decided(Choice::No) && step.evidence.hop == first_preflight
    };
    for step in trace.steps.iter().filter(is_no) {
        let found = step.evidence.found.as_deref().unwrap_or_default();
        let header = step.evidence.header.as_deref().unwrap_or_default();
        causes.push(match step.rule {
            Rule::MethodSafelisted => format!("the method {found} is not CORS-safelisted"),
            Rule::RequestHeaderSafelisted => match found.len() > 60 {
                false => format!("the header {header}: {found} is not CORS-safelisted"),
                true => format!("the header {header} is not CORS-safelisted with so long a value"),
            },
            Rule::SafelistedValuesWithin1024 => {
                "the safelisted headers together are longer than 1,024 bytes".to_owned()
            }
            Rule::NoUploadListener => "script listens to the progress of the upload".to_owned(),
            Rule::SafelistedBeforeRedirect => {
                "the request needed a preflight before the redirect".to_owned()
            }
            _ => continue,
        });
    }
    let list = causes.join(", and ");
    match first_preflight {
        0 => format!("{}.", capital(&list)),
        _ => format!("At the first address no, after the redirect yes: {list}."),
    }
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

fn ran(trace: &Trace) -> (bool, String) {
    let reached: Vec<&Exchange> = trace.requests().filter(|it| it.reached_server()).collect();
    let Some(last) = reached.last() else {
        return (false, never_sent(trace));
    };
    let status = last.status.unwrap_or_default();
    let host = last.url.split('/').nth(2).unwrap_or_default();
    let is_safe = matches!(last.method.as_str(), "GET" | "HEAD" | "OPTIONS");
    let mut because = match (status, is_safe) {
        (200..=299, true) => format!(
            "The {} reached {host}, which answered {status}.",
            last.method
        ),
        (200..=299, false) => format!(
            "The {} reached {host}, which answered {status}: whatever it changes is changed, whether or not the page may read the answer.",
            last.method
        ),
        _ => format!(
            "The {} reached {host}, which answered {status}; only the server knows what it did.",
            last.method
        ),
    };
    if let Some(to) = &last.forwarded_to {
        because.push_str(&format!(" The proxy there forwarded it to {to}."));
    }
    let is_last = trace.exchanges.last().is_some_and(|it| it == *last);
    if reached.len() > 1 {
        because.push_str(" It was redirected on the way.");
    }
    if !is_last && trace.outcome == Outcome::NetworkError {
        because.push_str(" What should have followed was never sent.");
    }
    (true, because)
}

/// Why no request reached a server.
fn never_sent(trace: &Trace) -> String {
    let meaning = meaning(trace.deciding_step());
    match trace.preflights().count() {
        0 => meaning,
        _ => format!("Only the preflight was sent. {meaning}"),
    }
}

fn readable(trace: &Trace, api: Api) -> (bool, String) {
    let is_yes = trace.outcome == Outcome::Readable;
    let is_answered = trace.requests().any(Exchange::reached_server);
    let last_is_preflight = trace
        .exchanges
        .last()
        .is_some_and(|last| last.kind == ExchangeKind::Preflight);
    let deciding = trace.deciding_step();
    let because = match (trace.outcome, api) {
        (Outcome::Opaque, Api::Img) => {
            "The page shows the picture; script learns nothing of what is in it.".to_owned()
        }
        (Outcome::Opaque, Api::Form) => {
            "A form leads on to another page; the one that sent it learns nothing of the answer."
                .to_owned()
        }
        _ if !is_answered => "There is no answer that it could read.".to_owned(),
        _ if !is_yes && last_is_preflight => format!(
            "At the next address the preflight failed, so there is no answer to read. {}",
            meaning(deciding)
        ),
        // The last of two checks; the other is as much a reason.
        _ if is_yes && deciding.rule == Rule::AllowCredentialsTrue => {
            "The answer names exactly the origin that asked, and allows credentials.".to_owned()
        }
        _ => meaning(deciding),
    };
    (is_yes, because)
}

/// What the answer of a step means, with what it rests on.
fn meaning(step: &Step) -> String {
    let words = step.rule.words();
    let is_yes = matches!(
        step.outcome,
        StepOutcome::Passed | StepOutcome::Decided(Choice::Yes)
    );
    let mut meaning = match is_yes {
        true => words.yes(),
        false => words.no(),
    }
    .to_owned();
    let evidence = &step.evidence;
    match (&evidence.header, &evidence.found) {
        (Some(header), Some(found)) if found.len() <= 80 => {
            meaning.push_str(&format!(" The line is: {header}: {found}"));
        }
        (None, Some(found)) if step.rule == Rule::PreflightStatusOk => {
            meaning.push_str(&format!(" It was answered {found}."));
        }
        _ => {}
    }
    match (&evidence.wanted, step.rule) {
        (Some(wanted), Rule::AllowOriginMatches) if !is_yes => {
            meaning.push_str(&format!(" (asked by {wanted})"));
        }
        _ => {}
    }
    meaning
}

#[cfg(test)]
mod tests {
    use super::*;
    use cors_engine::scenario::{Hop, lines};

    fn told(scenario: &Scenario) -> String {
        let answers = answers(scenario, 1, &Ask::ALL).expect("it has a first send");
        let line = |it: &Answer| format!("{} {}: {}\n", it.ask.as_str(), it.as_str(), it.because);
        answers.iter().map(line).collect()
    }

    #[test]
    fn each_answer_comes_with_its_reason() {
        let mut scenario = Scenario::opening();
        assert_eq!(
            told(&scenario),
            "preflight no: The method and every header that the page sets are CORS-safelisted.\n\
             ran yes: The GET reached api.backend.com, which answered 200.\n\
             readable no: The answer has no Access-Control-Allow-Origin header: it is shared with no other origin.\n"
        );
        scenario.request.method = "PUT".to_owned();
        scenario.request.headers = lines(&[("X-Id", "1")]);
        scenario.hops = vec![Hop::default()];
        let told = told(&scenario);
        assert!(told.starts_with("preflight yes: The method PUT is not CORS-safelisted, and the header X-Id: 1 is not CORS-safelisted.\nran no: Only the preflight was sent. "), "{told}");
        assert!(
            told.ends_with("readable no: There is no answer that it could read.\n"),
            "{told}"
        );
    }
}
