//! A result for people who read it in a terminal.

use std::fmt::Write;

use cors_engine::rules::{TextSource, Texts};
use cors_engine::scenario::{Profile, Scenario};
use cors_engine::trace::{Choice, Exchange, ExchangeKind, Step, StepOutcome};
use cors_engine::{Trace, rules};
use serde_json::Value;

/// Why a text is no scenario.
pub(super) fn error(error: &Value) -> String {
    let text = |key: &str| error[key].as_str().unwrap_or_default().to_owned();
    let path = match text("path") {
        path if path.is_empty() => path,
        path => format!(" ({path})"),
    };
    format!(
        "not a scenario: {}{path}, line {}, column {}\n",
        text("error"),
        error["line"],
        error["column"],
    )
}

/// What becomes of a scenario, with its further sends.
pub(super) fn result(scenario: &Scenario, trace: &Trace) -> String {
    let mut out = String::new();
    // Writing to a text cannot fail.
    let _ = write_trace(&mut out, scenario, trace);
    out
}

fn write_trace(out: &mut String, scenario: &Scenario, trace: &Trace) -> std::fmt::Result {
    match (trace.send, scenario.title.as_str()) {
        (0, "") => {}
        (0, title) => writeln!(out, "{title}")?,
        (send, _) => writeln!(out, "further send {send}")?,
    }
    let judge = match scenario.profile {
        Profile::Standard => "the standard",
        other => other.as_str(),
    };
    match trace.is_of_browser() {
        true => writeln!(out, "{}, says {judge}", trace.outcome.as_str())?,
        false => writeln!(out, "{} by curl", trace.outcome.as_str())?,
    }
    for exchange in &trace.exchanges {
        write_exchange(out, exchange)?;
    }
    let deciding = trace.deciding_step();
    for step in &trace.steps {
        let decides = std::ptr::eq(step, deciding);
        if decides || (!step.is_routine() && step.outcome != StepOutcome::NotReached) {
            write_step(out, step)?;
        }
        if decides {
            write_reason(out, step)?;
        }
    }
    if let Some(visible) = &trace.visible {
        let who = match trace.is_of_browser() {
            true => "script sees",
            false => "curl prints",
        };
        writeln!(out, "  {who}: status {}", visible.status)?;
        for (name, value) in &visible.headers {
            writeln!(out, "    {name}: {value}")?;
        }
    }
    write_console(out, scenario, trace)?;
    for further in &trace.then {
        writeln!(out)?;
        write_trace(out, scenario, further)?;
    }
    Ok(())
}

/// The lines of the console, marked where no run of the browser has shown them.
fn write_console(out: &mut String, scenario: &Scenario, trace: &Trace) -> std::fmt::Result {
    let browser = scenario.profile.browser();
    let lines = rules::console(scenario, trace, browser, Texts::compiled_in());
    if !lines.is_empty() {
        let program = rules::observed_in(browser);
        writeln!(
            out,
            "  console of {}, as read in {program}",
            browser.as_str()
        )?;
    }
    for line in lines {
        let mark = match line.source {
            TextSource::Run => "",
            TextSource::Unrun => "(not run) ",
        };
        writeln!(out, "    {mark}{}", line.text)?;
    }
    Ok(())
}

fn write_exchange(out: &mut String, exchange: &Exchange) -> std::fmt::Result {
    let kind = match exchange.kind {
        ExchangeKind::Preflight => "preflight",
        ExchangeKind::Actual => "request",
    };
    writeln!(out, "  {kind}: {} {}", exchange.method, exchange.url)?;
    if let Some(url) = &exchange.forwarded_to {
        writeln!(out, "    forwarded to {url}")?;
    }
    for (name, value) in &exchange.headers {
        writeln!(out, "    {name}: {value}")?;
    }
    match exchange.status {
        Some(status) => writeln!(out, "  answered {status}")?,
        None => writeln!(out, "  no answer")?,
    }
    for (name, value) in &exchange.answer_headers {
        writeln!(out, "    {name}: {value}")?;
    }
    Ok(())
}

fn write_step(out: &mut String, step: &Step) -> std::fmt::Result {
    let words = step.rule.words();
    let (sign, answer) = match step.outcome {
        StepOutcome::Passed => ("yes", words.yes()),
        StepOutcome::Decided(Choice::Yes) => ("yes", words.yes()),
        StepOutcome::Failed | StepOutcome::Decided(Choice::No) => ("no ", words.no()),
        StepOutcome::NotReached => ("   ", ""),
    };
    let place = match (step.rule.algorithm().title(), step.rule.step()) {
        (title, "") => title.to_owned(),
        (title, step) => format!("{title}, step {step}"),
    };
    writeln!(
        out,
        "  {sign}  {} ({place})\n       {answer}",
        words.question()
    )
}

/// What the deciding step rests on, and what to do where it says no.
fn write_reason(out: &mut String, step: &Step) -> std::fmt::Result {
    let words = step.rule.words();
    let evidence = &step.evidence;
    if let Some(header) = &evidence.header {
        let found = evidence.found.as_deref().unwrap_or("(absent)");
        writeln!(out, "       found:  {header}: {found}")?;
    } else if let Some(found) = &evidence.found {
        writeln!(out, "       found:  {found}")?;
    }
    if let Some(wanted) = &evidence.wanted {
        writeln!(out, "       wanted: {wanted}")?;
    }
    writeln!(out, "       why:    {}", words.why())?;
    if step.outcome == StepOutcome::Failed {
        writeln!(out, "       passes: {}", words.passes())?;
    }
    match step.rule.algorithm().anchor() {
        Some(anchor) => writeln!(out, "       {anchor}"),
        None => Ok(()),
    }
}
