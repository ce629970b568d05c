//! A trace as text, to read in a terminal: what went over the wire, and every decision in its place.

use core::fmt::{self, Display, Formatter};

use super::{Choice, Evidence, Exchange, Outcome, Step, StepOutcome, Trace};
use crate::origin::Origin;
use crate::scenario::HeaderLines;

/// Writes outcome, messages and steps in order, then the further sends.
///
/// Steps whose answer is nearly always yes are left out unless it is no; `{:#}` writes them all.
impl Display for Trace {
    fn fmt(&self, formatter: &mut Formatter) -> fmt::Result {
        let rule = self.deciding_step().rule;
        write!(
            formatter,
            "{}, decided by {}",
            self.outcome.as_str(),
            rule.name()
        )?;
        match (rule.algorithm().title(), rule.step()) {
            (title, "") => writeln!(formatter, " ({title})")?,
            (title, number) => writeln!(formatter, " ({title}, step {number})")?,
        }
        if let Some(url) = self.urls.first() {
            let origin = self.page_origin.as_ref().map(Origin::serialize);
            let who = origin.as_deref().unwrap_or("curl");
            writeln!(formatter, "{who} asks for {}", url.href)?;
        }
        self.write_steps(formatter)?;
        self.write_end(formatter)?;
        for trace in &self.then {
            writeln!(formatter, "\nFurther send {}", trace.send)?;
            Display::fmt(trace, formatter)?;
        }
        Ok(())
    }
}

impl Trace {
    fn write_steps(&self, formatter: &mut Formatter) -> fmt::Result {
        let mut exchanges = self.exchanges.iter().peekable();
        for (index, step) in self.steps.iter().enumerate() {
            while let Some(exchange) = exchanges.next_if(|it| it.after_steps <= index) {
                write_exchange(formatter, exchange)?;
            }
            if formatter.alternate() || !step.is_routine() {
                write_step(formatter, step)?;
            }
        }
        exchanges.try_for_each(|exchange| write_exchange(formatter, exchange))
    }

    /// What script has in the end.
    fn write_end(&self, formatter: &mut Formatter) -> fmt::Result {
        match (&self.visible, self.outcome) {
            (Some(visible), _) => {
                let who = match self.is_of_browser() {
                    true => "script sees",
                    false => "curl prints",
                };
                writeln!(formatter, "{who} status {}", visible.status)?;
                write_lines(formatter, &visible.headers)
            }
            (None, Outcome::Opaque | Outcome::OpaqueRedirect) => {
                writeln!(formatter, "script sees status 0")
            }
            (None, _) => Ok(()),
        }
    }
}

fn write_exchange(formatter: &mut Formatter, exchange: &Exchange) -> fmt::Result {
    writeln!(formatter, "→ {} {}", exchange.method, exchange.url)?;
    if let Some(url) = &exchange.forwarded_to {
        writeln!(formatter, "      forwarded to {url}")?;
    }
    write_lines(formatter, &exchange.headers)?;
    match exchange.status {
        Some(status) => writeln!(formatter, "← {status}")?,
        None => writeln!(formatter, "← no connection")?,
    }
    write_lines(formatter, &exchange.answer_headers)
}

fn write_lines(formatter: &mut Formatter, lines: &HeaderLines) -> fmt::Result {
    lines
        .iter()
        .try_for_each(|(name, value)| writeln!(formatter, "      {name}: {value}"))
}

fn write_step(formatter: &mut Formatter, step: &Step) -> fmt::Result {
    let words = step.rule.words();
    let (sign, answer) = match step.outcome {
        StepOutcome::Passed => ("✓", ""),
        StepOutcome::Failed => ("✗", ""),
        StepOutcome::Decided(Choice::Yes) => ("•", " Yes."),
        StepOutcome::Decided(Choice::No) => ("•", " No."),
        StepOutcome::NotReached => ("○", " Not reached."),
    };
    writeln!(
        formatter,
        "{sign} {}{answer} [{}]",
        words.question(),
        step.rule.name()
    )?;
    let is_yes = matches!(
        step.outcome,
        StepOutcome::Passed | StepOutcome::Decided(Choice::Yes)
    );
    // What would pass is worth a word only where it did not.
    let wanted = step.evidence.wanted.as_deref().filter(|_| !is_yes);
    write_evidence(formatter, &step.evidence, wanted)?;
    if step.outcome == StepOutcome::Failed {
        writeln!(formatter, "      {}", words.no())?;
        writeln!(formatter, "      To pass: {}", words.passes())?;
    }
    Ok(())
}

/// One line, or none where nothing was looked at.
fn write_evidence(
    formatter: &mut Formatter,
    evidence: &Evidence,
    wanted: Option<&str>,
) -> fmt::Result {
    let parts = [
        ("asked for ", evidence.asked_for.as_deref()),
        ("found ", evidence.found.as_deref()),
        ("wanted ", wanted),
    ];
    let header = evidence.header.as_deref();
    if header.is_none() && parts.iter().all(|(_, text)| text.is_none()) {
        return Ok(());
    }
    write!(formatter, "     ")?;
    match (header, &evidence.found) {
        (Some(header), None) => write!(formatter, " no {header};")?,
        (Some(header), Some(_)) => write!(formatter, " {header}:")?,
        (None, _) => {}
    }
    let mut separator = "";
    for (label, text) in parts {
        if let Some(text) = text {
            write!(formatter, "{separator} {label}{text:?}")?;
            separator = ",";
        }
    }
    if let Some((from, to)) = evidence.bytes {
        write!(formatter, ", bytes {from} to {to}")?;
    }
    if let Some(pointer) = evidence.pointer() {
        write!(formatter, " at {pointer}")?;
    }
    writeln!(formatter)
}
