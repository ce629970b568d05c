//! What `cargo xtask bench-ui` prints.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::trace::Keystroke;

/// In ms, with the CPU slowed four times.
const BUDGET: (f64, f64) = (16.0, 50.0);

/// How long an event of the trace must take to be named, in ms.
const WORTH_NAMING: f64 = 0.5;

/// What the main thread does, and the trace's events that are it. The rest is the browser's own.
const KINDS: [(&str, &[&str]); 4] = [
    (
        "scripting",
        &[
            "FunctionCall",
            "EvaluateScript",
            "TimerFire",
            "FireAnimationFrame",
            "RunMicrotasks",
            "MinorGC",
            "MajorGC",
        ],
    ),
    ("style", &["UpdateLayoutTree", "ParseAuthorStyleSheet"]),
    ("layout", &["Layout", "HitTest"]),
    (
        "paint",
        &["PrePaint", "Paint", "Layerize", "UpdateLayer", "Commit"],
    ),
];
const OTHER: &str = "input and other";

/// A key with where it was pressed.
pub(super) struct Measured {
    pub(super) state: &'static str,
    pub(super) field: &'static str,
    pub(super) key: char,
    pub(super) keystroke: Keystroke,
}

/// All that was measured: a line for each field, one for all, and what the time was spent on.
pub(super) fn table(measured: &[Measured]) -> String {
    let mut text = format!(
        "\nMain thread, from a key to the commit of its picture, in ms; at the right the part of it with a processor:\n{:<31}{:<19}{:>5}",
        "state", "field", "keys"
    );
    text.push_str(&"  median     p95     max".repeat(2));
    text.push('\n');
    // Writing to a string cannot fail.
    let groups = measured.chunk_by(|a, b| (a.state, a.field) == (b.state, b.field));
    for group in groups {
        let _ = writeln!(text, "{}", line(group[0].state, group[0].field, group));
    }
    let _ = writeln!(text, "{}", line("all", "", measured));
    let _ = writeln!(text, "{:<55}{:>8.1}{:>8.1}", "budget", BUDGET.0, BUDGET.1);
    let _ = writeln!(text, "\non average: {}", described(&mean(measured)));
    let took = |it: &&Measured| it.keystroke.milliseconds();
    if let Some(longest) = measured.iter().max_by(|a, b| took(a).total_cmp(&took(b))) {
        text.push_str(&of_the_longest(longest));
    }
    text
}

fn line(state: &str, field: &str, measured: &[Measured]) -> String {
    format!(
        "{state:<31}{field:<19}{:>5}{}{}",
        measured.len(),
        figures(measured, Keystroke::milliseconds),
        figures(measured, |it| it.on_processor)
    )
}

/// Median, 95th percentile and maximum.
fn figures(measured: &[Measured], of: fn(&Keystroke) -> f64) -> String {
    let mut times: Vec<f64> = measured.iter().map(|it| of(&it.keystroke)).collect();
    times.sort_by(f64::total_cmp);
    [50, 95, 100]
        .map(|percent| format!("{:>8.1}", percentile(&times, percent)))
        .concat()
}

/// The least of the sorted values that is not exceeded by so many of a hundred.
fn percentile(sorted: &[f64], percent: usize) -> f64 {
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted
        .get(rank.saturating_sub(1))
        .copied()
        .unwrap_or_default()
}

fn mean(measured: &[Measured]) -> BTreeMap<String, f64> {
    let mut mean = BTreeMap::new();
    for (name, spent) in measured.iter().flat_map(|it| &it.keystroke.spent) {
        *mean.entry(name.clone()).or_default() += spent / measured.len() as f64;
    }
    mean
}

fn kinds(spent: &BTreeMap<String, f64>) -> String {
    let kind_of = |name: &str| {
        let found = KINDS.iter().find(|(_, names)| names.contains(&name));
        found.map_or(OTHER, |(kind, _)| kind)
    };
    let all = KINDS.iter().map(|(kind, _)| *kind).chain([OTHER]);
    all.map(|kind| {
        let of_it = spent.iter().filter(|(name, _)| kind_of(name) == kind);
        // The sum of nothing is a negative zero.
        let sum = of_it.fold(0.0, |sum, (_, spent)| sum + spent);
        format!("{kind} {sum:.1}")
    })
    .collect::<Vec<_>>()
    .join(", ")
}

fn of_the_longest(longest: &Measured) -> String {
    let key = match longest.key {
        '\u{8}' => "Backspace".to_owned(),
        key => format!("“{key}”"),
    };
    format!(
        "the longest: {key} in “{}” of {}, {:.1} ms: {}\n",
        longest.field,
        longest.state,
        longest.keystroke.milliseconds(),
        described(&longest.keystroke.spent)
    )
}

/// What time was spent on, by kind, and on a line of its own by event of the trace.
fn described(spent: &BTreeMap<String, f64>) -> String {
    let mut named: Vec<_> = spent.iter().filter(|it| *it.1 >= WORTH_NAMING).collect();
    named.sort_by(|a, b| b.1.total_cmp(a.1));
    let named = named
        .iter()
        .map(|(name, spent)| format!("{name} {spent:.1}"));
    format!(
        "{}\n  by event of the trace: {}",
        kinds(spent),
        named.collect::<Vec<_>>().join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(state: &'static str, spent: &[(&str, f64)]) -> Measured {
        let spent = spent
            .iter()
            .map(|(name, spent)| ((*name).to_owned(), *spent));
        Measured {
            state,
            field: "Method",
            key: 'P',
            keystroke: Keystroke {
                spent: spent.collect(),
                on_processor: 1.5,
            },
        }
    }

    #[test]
    fn a_percentile_is_one_of_the_values() {
        let values: Vec<f64> = (1..=20).map(f64::from).collect();
        let rows = [(50, 10.0), (95, 19.0), (96, 20.0), (100, 20.0), (0, 1.0)];
        for (percent, wanted) in rows {
            assert_eq!(percentile(&values, percent), wanted, "{percent}");
        }
    }

    #[test]
    fn the_table_has_each_field_all_and_the_longest() {
        let measured = [
            key("opening", &[("Layout", 2.0)]),
            key(
                "opening",
                &[("Layout", 6.0), ("FunctionCall", 3.0), ("Paint", 0.2)],
            ),
            key("chain", &[("RunTask", 4.0)]),
        ];
        let table = table(&measured);
        for line in [
            "opening                        Method                 2     2.0     9.2     9.2     1.5     1.5     1.5",
            "chain                          Method                 1     4.0     4.0     4.0     1.5     1.5     1.5",
            "all                                                   3     4.0     9.2     9.2     1.5     1.5     1.5",
            "budget                                                     16.0    50.0",
            "on average: scripting 1.0, style 0.0, layout 2.7, paint 0.1, input and other 1.3",
            "  by event of the trace: Layout 2.7, RunTask 1.3, FunctionCall 1.0",
            "the longest: “P” in “Method” of opening, 9.2 ms: scripting 3.0, style 0.0, layout 6.0, paint 0.2, input and other 0.0",
            "  by event of the trace: Layout 6.0, FunctionCall 3.0",
        ] {
            assert!(
                table.lines().any(|own| own == line),
                "{line}\nis missing in\n{table}"
            );
        }
    }
}
