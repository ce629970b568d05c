//! The fixes as JSON, for a page. Written by hand: all of it is texts and lists.

use cors_engine::Scenario;

use crate::change::{Change, Place};
use crate::mistakes::{Mistake, mistakes};
use crate::search::{Fix, fixes};

/// What is added to the title.
const MENDED: &str = ", mended";

/// The fixes of the scenario of a link, which is given without its `#`. What is no link stands for the opening
/// scenario.
///
/// `{"proposals": [{"title", "means", "danger", "whose", "changes": […], "recommended": […], "fragment"}],
/// "advice": […], "mistakes": [{"message", "hop", "line", "sentence"}]}`, where a change is `{"message", "hop", "before", "after"}`.
pub fn fixes_of_fragment(fragment: &str) -> String {
    let scenario = cors_link::read(fragment).map_or_else(Scenario::opening, |link| link.scenario);
    let found = fixes(&scenario);
    let mut out = "{\"proposals\":".to_owned();
    list(&mut out, &found.proposals, |out, it| {
        fix(out, &scenario, it)
    });
    out.push_str(",\"advice\":");
    list(&mut out, &found.advice, |out, it| text(out, it));
    out.push_str(",\"mistakes\":");
    list(&mut out, &mistakes(&scenario), mistake);
    out.push('}');
    out
}

fn fix(out: &mut String, scenario: &Scenario, fix: &Fix) {
    let whose = match fix.is_of_a_server() {
        true => "server",
        false => "page",
    };
    // The further sends go on as they were.
    let mut after = fix.scenario.clone();
    after.then.clone_from(&scenario.then);
    // A title mostly says what is wrong, and would be untrue of what is right.
    if !after.title.is_empty() && !after.title.ends_with(MENDED) {
        after.title.push_str(MENDED);
    }
    for (name, value) in [
        ("{\"title\":", &*fix.title()),
        (",\"means\":", fix.means()),
        (",\"danger\":", fix.danger()),
        (",\"whose\":", whose),
        (",\"fragment\":", &*cors_link::write(&after, None)),
    ] {
        out.push_str(name);
        text(out, value);
    }
    out.push_str(",\"changes\":");
    list(out, &fix.changes, |out, it| change(out, scenario, it));
    out.push_str(",\"recommended\":");
    list(out, &fix.recommended, |out, it| change(out, scenario, it));
    out.push('}');
}

fn mistake(out: &mut String, it: &Mistake) {
    place(out, it.place);
    out.push_str(",\"line\":");
    text(out, &it.line);
    out.push_str(",\"sentence\":");
    text(out, &it.sentence);
    out.push('}');
}

fn place(out: &mut String, place: Place) {
    let (message, hop) = match place {
        Place::Page => ("request", 0),
        Place::Preflight(hop) => ("preflight", hop),
        Place::Response(hop) => ("response", hop),
    };
    out.push_str("{\"message\":");
    text(out, message);
    out.push_str(",\"hop\":");
    out.push_str(&hop.to_string());
}

fn change(out: &mut String, scenario: &Scenario, change: &Change) {
    place(out, change.place);
    out.push_str(",\"before\":");
    maybe(out, change.before(scenario).as_deref());
    out.push_str(",\"after\":");
    maybe(out, change.after().as_deref());
    out.push('}');
}

fn list<T>(out: &mut String, items: &[T], write: impl Fn(&mut String, &T)) {
    out.push('[');
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write(out, item);
    }
    out.push(']');
}

fn maybe(out: &mut String, value: Option<&str>) {
    match value {
        Some(value) => text(out, value),
        None => out.push_str("null"),
    }
}

fn text(out: &mut String, value: &str) {
    out.push('"');
    for character in value.chars() {
        match character {
            '"' | '\\' => {
                out.push('\\');
                out.push(character);
            }
            '\0'..='\x1f' => {
                out.push_str("\\u00");
                for digit in [character as u32 >> 4, character as u32 & 15] {
                    out.push(char::from_digit(digit, 16).unwrap_or('0'));
                }
            }
            _ => out.push(character),
        }
    }
    out.push('"');
}
