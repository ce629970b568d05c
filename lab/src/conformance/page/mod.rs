//! The page that says what came out: docs/CONFORMANCE.md.

mod words;

#[cfg(test)]
mod tests;

use cors_engine::Rule;
use cors_engine::rules::Algorithm;

use super::plan::Plan;
use super::state::Version;
use super::tally::Tally;
use words::{COMPARED, NOT_COMPARED};

/// What came out of a whole plan.
pub struct Results {
    /// When.
    pub date: String,
    /// With what.
    pub version: Version,
    /// Of which scenarios.
    pub plan: Plan,
    /// How many of them did what.
    pub tally: Tally,
}

/// Writes the page. `ledger` has the name and the reason of each known difference.
pub fn page(results: &Results, ledger: &[(&str, &str)]) -> String {
    let tally = &results.tally;
    [
        head(results),
        counts(tally),
        findings(results),
        section("What is compared", COMPARED),
        section("What cannot be compared", NOT_COMPARED),
        reasons_not_to_run(tally),
        outcomes(tally),
        rules(tally),
        entries(tally, ledger),
    ]
    .concat()
}

fn section(title: &str, text: &str) -> String {
    format!("\n## {title}\n\n{text}")
}

fn table(head: [&str; 2], rows: impl IntoIterator<Item = (String, String)>) -> String {
    let mut text = format!("| {} | {} |\n|---|---:|\n", head[0], head[1]);
    for (name, value) in rows {
        text.push_str(&format!("| {name} | {value} |\n"));
    }
    text
}

fn head(results: &Results) -> String {
    let Results {
        date,
        version,
        plan,
        tally,
    } = results;
    let verdict = match tally.findings.len() {
        0 => "Nothing that Chromium did is unexplained.".to_owned(),
        1 => "**One scenario has a difference that nothing explains.**".to_owned(),
        many => format!("**{many} scenarios have a difference that nothing explains.**"),
    };
    format!(
        "\
<!-- `cargo xtask conformance` writes this page. Do not edit it: the next run writes it anew. -->

# The engine beside Chromium

`cargo xtask conformance` makes scenarios up, most of them a step away from working or from failing.
It lets Chromium act out each one, against servers that answer byte for byte as the scenario says, and
compares what happened with what the engine says of it (profile `chromium`).

{verdict}

| | |
|---|---|
| run on | {date} |
| browser | {browser} |
| scenarios | the first {cases} of seed {seed} |
| fingerprint of the sources of engine and lab | `{sources}` |
",
        browser = version.browser.replace('/', " "),
        cases = grouped(plan.cases),
        seed = plan.seed,
        sources = version.sources,
    )
}

fn counts(tally: &Tally) -> String {
    let otherwise = match tally.findings.len() as u64 {
        0 => "none".to_owned(),
        some => grouped(some),
    };
    let rows = [
        ("made up", grouped(tally.cases())),
        ("not run", grouped(tally.cases() - tally.run())),
        ("run", grouped(tally.run())),
        (
            "of these, agree in all that is compared",
            grouped(tally.agreeing),
        ),
        ("differ only as the ledger says", grouped(tally.known)),
        ("differ otherwise", otherwise),
    ];
    let rows = rows.map(|(name, value)| (name.to_owned(), value));
    section("Result", &table(["scenarios", "number"], rows))
}

fn findings(results: &Results) -> String {
    if results.tally.findings.is_empty() {
        return String::new();
    }
    let mut text = String::new();
    for finding in &results.tally.findings {
        text.push_str(&format!("Number {}:\n\n", finding.number));
        let differences = finding.differences.join("\n");
        text.push_str(&format!("```text\n{differences}\n```\n\n"));
        if let Some(scenario) = &finding.shrunk {
            let json = serde_json::to_string(scenario).expect("a scenario is always JSON");
            text.push_str(&format!("```json\n{json}\n```\n\n"));
        }
    }
    section("Differences that nothing explains", text.trim_end()) + "\n"
}

fn reasons_not_to_run(tally: &Tally) -> String {
    let rows = tally.not_run.iter();
    let rows = rows.map(|(reason, number)| (reason.clone(), grouped(*number)));
    section(
        "Why some were not run",
        &table(["reason", "scenarios"], rows),
    )
}

fn outcomes(tally: &Tally) -> String {
    let sends: u64 = tally.outcomes.values().sum();
    let rows = tally.outcomes.iter();
    let rows = rows.map(|(outcome, number)| (format!("`{outcome}`"), grouped(*number)));
    let text = format!(
        "Some scenarios send twice: {} sends in all.\n\n{}",
        grouped(sends),
        table(["outcome", "sends"], rows)
    );
    section("How they end", &text)
}

fn rules(tally: &Tally) -> String {
    let mut text = "\
In how many sends the engine asks each rule, how many of them it answers with no, and how many it
decides. The rules about scenarios that no page or no server can act out are not among them.

| rule | asked | no | decides |
|---|---:|---:|---:|
"
    .to_owned();
    for rule in Rule::ALL {
        if rule.algorithm() == Algorithm::Scenario {
            continue;
        }
        let answers = tally.rules.get(rule.name()).copied().unwrap_or_default();
        text.push_str(&format!(
            "| `{}` | {} | {} | {} |\n",
            rule.name(),
            grouped(answers.asked),
            grouped(answers.no),
            grouped(answers.decided)
        ));
    }
    section("The rules that they meet", &text)
}

fn entries(tally: &Tally, ledger: &[(&str, &str)]) -> String {
    if ledger.is_empty() {
        return section("The ledger", "No difference is known.\n");
    }
    let mut text = "\
The known differences, each with the number of scenarios that it explains a difference of. Where that
is 0, the scenario that keeps the entry in the [ledger](../lab/src/ledger/mod.rs) still shows it: CI
runs that one, too.

| entry | scenarios | reason |
|---|---:|---|
"
    .to_owned();
    for (name, reason) in ledger {
        let number = tally.entries.get(*name).copied().unwrap_or_default();
        text.push_str(&format!("| `{name}` | {} | {reason} |\n", grouped(number)));
    }
    section("The ledger", &text)
}

/// A number with commas between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
