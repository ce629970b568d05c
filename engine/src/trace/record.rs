//! How the algorithms write their trace. A failure is made here and nowhere else.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Choice, Exchange, ExchangeKind, Finding, Message, Step, StepOutcome};
use crate::rules::Rule;
use crate::scenario::HeaderLines;

/// The proof that a failure was recorded. Only [`Recorder::fail`] makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Failure(());

/// The trace in the making.
#[derive(Clone, Debug)]
pub(crate) struct Recorder {
    /// Which send this is.
    pub(crate) send: usize,
    /// The index in the redirect chain that the fetch has reached.
    pub(crate) hop: usize,
    /// The message that the browser looks at.
    pub(crate) message: Message,
    /// What left the browser so far.
    pub(crate) exchanges: Vec<Exchange>,
    /// The steps so far.
    pub(crate) steps: Vec<Step>,
}

impl Recorder {
    /// A trace without steps, looking at the request of send number `send`.
    pub(crate) fn new(send: usize) -> Recorder {
        Recorder {
            send,
            hop: 0,
            message: Message::Request,
            exchanges: Vec::new(),
            steps: Vec::new(),
        }
    }

    /// Records that the answer to `rule` is yes and the fetch goes on.
    pub(crate) fn pass(&mut self, rule: Rule, finding: Finding) {
        self.record(rule, StepOutcome::Passed, finding);
    }

    /// Records which way `rule` chose.
    pub(crate) fn decide(&mut self, rule: Rule, choice: Choice, finding: Finding) {
        self.record(rule, StepOutcome::Decided(choice), finding);
    }

    /// Records the answer to `rule`, where a no ends the fetch.
    ///
    /// # Errors
    /// The answer is no.
    pub(crate) fn require(
        &mut self,
        rule: Rule,
        choice: Choice,
        finding: Finding,
    ) -> Result<(), Failure> {
        match choice {
            Choice::Yes => {
                self.pass(rule, finding);
                Ok(())
            }
            Choice::No => Err(self.fail(rule, finding)),
        }
    }

    /// Records that the answer to `rule` is no and the fetch ends.
    pub(crate) fn fail(&mut self, rule: Rule, finding: Finding) -> Failure {
        self.record(rule, StepOutcome::Failed, finding);
        Failure(())
    }

    /// Records a rule that would have been asked had the fetch not ended before.
    pub(crate) fn not_reached(&mut self, rule: Rule, message: Message) {
        let evidence = Finding::none().in_message(self.send, self.hop, message);
        self.steps.push(Step {
            rule,
            outcome: StepOutcome::NotReached,
            evidence,
        });
    }

    fn record(&mut self, rule: Rule, outcome: StepOutcome, finding: Finding) {
        let evidence = finding.in_message(self.send, self.hop, self.message);
        self.steps.push(Step {
            rule,
            outcome,
            evidence,
        });
    }

    /// Records that a request leaves the browser.
    pub(crate) fn sent(
        &mut self,
        kind: ExchangeKind,
        (url, forwarded_to): (String, Option<String>),
        method: String,
        headers: HeaderLines,
    ) {
        self.exchanges.push(Exchange {
            hop: self.hop,
            kind,
            url,
            forwarded_to,
            method,
            headers,
            status: None,
            answer_headers: HeaderLines::new(),
            after_steps: self.steps.len(),
        });
    }

    /// Records the answer to the request sent last.
    pub(crate) fn answered(&mut self, status: u16, headers: HeaderLines) {
        if let Some(exchange) = self.exchanges.last_mut() {
            exchange.status = Some(status);
            exchange.answer_headers = headers;
        }
    }
}
