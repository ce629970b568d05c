//! Keystrokes in a trace: from the task of the keydown to the commit of the frame that shows what was typed.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::Value;

/// One key, and what the main thread did about it.
pub(super) struct Keystroke {
    /// By the name of the trace's event, without what is inside it and has a name of its own; in ms.
    pub(super) spent: BTreeMap<String, f64>,
    /// For how long of that it had a processor, in ms. On a machine with other work it waits for one.
    pub(super) on_processor: f64,
}

impl Keystroke {
    /// How long the main thread was busy, in ms.
    pub(super) fn milliseconds(&self) -> f64 {
        self.spent.values().sum()
    }
}

/// An event of a trace; times are in µs.
struct Event {
    name: String,
    phase: String,
    start: f64,
    end: f64,
    /// The share of the time in which the thread had a processor.
    running: f64,
    thread: (u64, u64),
    data: Value,
}

/// A stretch of time.
#[derive(Clone, Copy)]
struct Window {
    start: f64,
    end: f64,
}

/// All keystrokes of a log of Chromium's driver, in their order.
///
/// # Errors
/// A key was pressed after which no new picture came.
pub(super) fn keystrokes(log: &Value) -> Result<Vec<Keystroke>> {
    let mut events = events(log);
    // What is around others comes first, so that nesting can be read from the order.
    events.sort_by(|a, b| (a.start.total_cmp(&b.start)).then(b.end.total_cmp(&a.end)));
    let keydowns: Vec<&Event> = events
        .iter()
        .filter(|event| event.name == "EventDispatch" && event.data["type"] == "keydown")
        .collect();
    keydowns
        .iter()
        .enumerate()
        .map(|(index, keydown)| {
            let window = window(&events, keydown)
                .with_context(|| format!("key {} cannot be measured", index + 1))?;
            Ok(keystroke(&events, keydown.thread, window))
        })
        .collect()
}

/// The entries of the log are texts, in each an event of the DevTools protocol.
fn events(log: &Value) -> Vec<Event> {
    let entries = log.as_array().map(Vec::as_slice).unwrap_or_default();
    entries
        .iter()
        .filter_map(|entry| entry["message"].as_str())
        .filter(|text| text.contains("Tracing.dataCollected"))
        .filter_map(|text| serde_json::from_str::<Value>(text).ok())
        .filter_map(|mut entry| event(entry["message"]["params"].take()))
        .collect()
}

fn event(mut event: Value) -> Option<Event> {
    let start = event["ts"].as_f64()?;
    let duration = event["dur"].as_f64().unwrap_or_default();
    let running = event["tdur"]
        .as_f64()
        .filter(|_| duration > 0.0)
        .map_or(1.0, |running| running / duration);
    Some(Event {
        name: event["name"].as_str()?.to_owned(),
        phase: event["ph"].as_str()?.to_owned(),
        start,
        end: start + duration,
        running,
        thread: (event["pid"].as_u64()?, event["tid"].as_u64()?),
        data: event["args"]["data"].take(),
    })
}

/// From the start of the task that has the keydown to the commit of the frame that its input made.
fn window(events: &[Event], keydown: &Event) -> Result<Window> {
    let task = events
        .iter()
        .filter(|event| event.name == "RunTask" && event.thread == keydown.thread)
        .rfind(|task| task.start <= keydown.start && keydown.end <= task.end)
        .context("the trace has no task for a key")?;
    events
        .iter()
        .filter(|event| event.name == "EventDispatch" && event.data["type"] == "input")
        .find(|input| task.start <= input.start && input.end <= task.end)
        .context("a key changed nothing, or not at once")?;
    // The browser itself follows each key to its picture, for the Event Timing API: what it says of
    // the keydown holds for the input as well, for there is no picture in the middle of a task.
    let timing = events
        .iter()
        .filter(|event| event.name == "EventTiming" && event.data["type"] == "keydown")
        .rfind(|event| event.phase == "b" && event.start <= keydown.start)
        .context("the browser did not follow a key")?;
    let time = |name: &str| timing.data[name].as_f64();
    let (happened, committed) = time("timeStamp")
        .zip(time("commitFinishTime"))
        .context("after a key no new picture came")?;
    Ok(Window {
        start: task.start,
        end: timing.start + (committed - happened) * 1000.0,
    })
}

/// What a thread did in that time. When it had no task, it did nothing.
fn keystroke(events: &[Event], thread: (u64, u64), window: Window) -> Keystroke {
    let mut spent: BTreeMap<String, f64> = BTreeMap::new();
    let mut on_processor = 0.0;
    let mut around: Vec<(&str, f64)> = Vec::new();
    let done = events
        .iter()
        .filter(|event| event.phase == "X" && event.thread == thread)
        .filter(|event| event.start < window.end && event.end > window.start);
    for event in done {
        let start = event.start.max(window.start);
        around.retain(|(_, end)| *end > start);
        let latest = around.last().map_or(window.end, |(_, end)| *end);
        let end = event.end.min(window.end).min(latest);
        let milliseconds = (end - start) / 1000.0;
        if let Some((parent, _)) = around.last() {
            *spent.entry((*parent).to_owned()).or_default() -= milliseconds;
        } else if event.name == "RunTask" {
            // Of a task that is cut off at the end only the whole share is known.
            on_processor += milliseconds * event.running;
        } else {
            // Outside of tasks are only marks of what has been.
            continue;
        }
        *spent.entry(event.name.clone()).or_default() += milliseconds;
        around.push((&event.name, end));
    }
    Keystroke {
        spent,
        on_processor,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// A log with these events: name, phase, start and duration in µs, data.
    fn log(events: &[(&str, &str, u32, u32, Value)]) -> Value {
        let entry = |(name, phase, start, duration, data): &(&str, &str, u32, u32, Value)| {
            let event = json!({
                "name": name, "ph": phase, "ts": start, "dur": duration, "tdur": duration / 2,
                "pid": 1, "tid": 2, "args": { "data": data },
            });
            let message = json!({ "method": "Tracing.dataCollected", "params": event });
            json!({ "message": json!({ "message": message }).to_string() })
        };
        events.iter().map(entry).collect()
    }

    fn key(commit: &Value) -> Value {
        let typed = json!({ "type": "keydown", "timeStamp": 7.0, "commitFinishTime": commit });
        log(&[
            ("EventTiming", "b", 500, 0, typed),
            ("RunTask", "X", 1000, 5000, Value::Null),
            (
                "EventDispatch",
                "X",
                2000,
                100,
                json!({ "type": "keydown" }),
            ),
            ("EventDispatch", "X", 2500, 3000, json!({ "type": "input" })),
            ("Layout", "X", 3000, 2000, Value::Null),
            // Nothing is done until 10,000. The frame's commit is over at 12,500.
            ("RunTask", "X", 10_000, 4000, Value::Null),
            ("Commit", "X", 12_000, 1500, Value::Null),
        ])
    }

    #[test]
    fn a_key_takes_from_its_task_to_the_commit_without_the_time_between() {
        let keystrokes = keystrokes(&key(&json!(19.0))).expect("there is a key");
        let [keystroke] = &keystrokes[..] else {
            panic!("one key was pressed, not {}", keystrokes.len());
        };
        let wanted = [
            ("Commit", 0.5),
            ("EventDispatch", 1.1),
            ("Layout", 2.0),
            ("RunTask", 3.9),
        ];
        assert_eq!(keystroke.spent.len(), wanted.len());
        for (name, milliseconds) in wanted {
            let spent = keystroke.spent[name];
            assert!((spent - milliseconds).abs() < 1e-9, "{name}: {spent}");
        }
        assert!((keystroke.milliseconds() - 7.5).abs() < 1e-9);
        assert!((keystroke.on_processor - 3.75).abs() < 1e-9);
    }

    #[test]
    fn a_key_without_a_picture_is_no_measurement() {
        let problem = keystrokes(&key(&Value::Null)).err().expect("no commit");
        assert_eq!(
            problem.root_cause().to_string(),
            "after a key no new picture came"
        );
    }
}
