//! A list of header lines: edited, added, moved, pasted; the guilty one lit, also when it is missing.

use cors_engine::scenario::HeaderLines;

use super::field::{Field, LabelPlace, area, field};
use crate::app::markup::{Dispatch, El, Key, button, class, el, sign};
use crate::app::session::{Action, HeaderPlace, LineChange, Place};
use crate::paste::{self, PasteProblem};
use crate::view::{EffectView, Fields, Lit, MissingLine};

/// What a list of header lines needs.
pub struct HeaderLinesProps<'a> {
    /// Which list this is.
    pub place: HeaderPlace,
    /// What the list is called.
    pub label: &'static str,
    /// The lines.
    pub lines: &'a HeaderLines,
    /// What each line does; of a request's lines only.
    pub effects: &'a [EffectView],
    /// The line that should be there.
    pub missing: Option<&'a MissingLine>,
    /// What there is to say beside the fields.
    pub fields: &'a Fields,
    /// The list that is pasted in, and what.
    pub pasting: Option<&'a (HeaderPlace, String)>,
    /// Takes what people do.
    pub dispatch: &'a Dispatch,
}

/// A list of header lines.
pub fn header_lines(props: &HeaderLinesProps) -> El {
    let (place, dispatch) = (props.place, props.dispatch);
    let pasted = props.pasting.filter(|(list, _)| *list == place);
    let add = button(
        dispatch,
        Action::AddedHeader(place, String::new(), String::new()),
    );
    let paste = button(dispatch, Action::ToggledPasting(place));
    let is_open = if pasted.is_some() { "true" } else { "false" };
    class("fieldset", "header-lines")
        .child(el("legend").text(props.label))
        .children((0..props.lines.len()).map(|index| line(props, index)))
        .maybe(props.missing.map(|it| missing_line(props, it)))
        .child(
            class("div", "buttons")
                .child(add.attr("id", &place.add_id()).text("+ Add a header"))
                .child(
                    paste
                        .set("aria-expanded", is_open)
                        .text("Paste raw headers"),
                ),
        )
        .maybe(pasted.map(|(_, text)| pasting(place, text, dispatch)))
}

fn line(props: &HeaderLinesProps, index: usize) -> El {
    let (name, value) = &props.lines[index];
    let (place, dispatch) = (props.place, props.dispatch);
    let lit = props.fields.lit(place.field(index));
    let name_id = place.name_id(index);
    let value_id = format!("{}-header-{}-value", place.id(), index + 1);
    let number = format!("header {}", index + 1);
    let (name_label, value_label) = (format!("Name of {number}"), format!("Value of {number}"));
    let name_field = Field {
        label_place: LabelPlace::Hidden,
        problem: props.fields.problem(place.field(index)),
        list: Some(names_list(place)),
        ..Field::new(Place::HeaderName(place, index), &name_id, &name_label, name)
    };
    let value_field = Field {
        label_place: LabelPlace::Hidden,
        list: values_list(name),
        ..Field::new(
            Place::HeaderValue(place, index),
            &value_id,
            &value_label,
            value,
        )
    };
    let change = |change| Action::ChangedHeader(place, index, change);
    let tool = |sign, label, it| {
        let label = format!("{label} {number}, {name}");
        button(dispatch, change(it))
            .attr("aria-label", &label)
            .text(sign)
    };
    let effect = |effect: &EffectView| {
        class("p", "effect")
            .set("data-effect", effect.sign.as_str())
            .child(sign(effect.sign.sign()))
            .text(" ")
            .says(&effect.text)
    };
    let keys = vec![
        (Key::Alt("ArrowUp"), change(LineChange::MovedUp)),
        (Key::Alt("ArrowDown"), change(LineChange::MovedDown)),
    ];
    class("div", "header-line")
        .key(index)
        .set_if("data-lit", lit.as_str())
        .keys(dispatch, keys)
        .child(field(&name_field, dispatch))
        .child(field(&value_field, dispatch))
        .child(
            class("div", "tools")
                .child(tool("↑", "Move up", LineChange::MovedUp))
                .child(tool("↓", "Move down", LineChange::MovedDown))
                .child(tool("2×", "Duplicate", LineChange::Duplicated))
                .child(tool("×", "Remove", LineChange::Removed)),
        )
        .maybe(props.effects.get(index).map(effect))
}

/// The id of the list, in index.html, of the names that a message may have.
fn names_list(place: HeaderPlace) -> &'static str {
    match place {
        HeaderPlace::Request => "request-names",
        HeaderPlace::Answer(_) => "answer-names",
    }
}

/// The id of the list of known values of a header, where there is one.
fn values_list(name: &str) -> Option<&'static str> {
    Some(match name.to_ascii_lowercase().as_str() {
        "content-type" | "accept" => "types",
        "access-control-allow-origin" => "origins",
        "access-control-allow-credentials" => "trues",
        "access-control-allow-methods" => "methods",
        "access-control-allow-headers" => "request-names",
        "access-control-expose-headers" => "answer-names",
        "access-control-max-age" => "ages",
        "vary" => "varies",
        _ => return None,
    })
}

fn missing_line(props: &HeaderLinesProps, missing: &MissingLine) -> El {
    let add = Action::AddedHeader(props.place, missing.name.clone(), missing.value.clone());
    let code = el("code")
        .says(&missing.name)
        .text(": ")
        .says(&missing.value);
    button(props.dispatch, add)
        .set("class", "missing")
        .child(sign(Lit::SIGN_OF_MISSING))
        .child(code)
        .child(el("strong").text("Add this line"))
}

/// How many problems are shown: a text may have thousands.
const MOST_SHOWN: usize = 5;

/// The field to paste in, and what could not be read.
fn pasting(place: HeaderPlace, text: &str, dispatch: &Dispatch) -> El {
    let id = place.paste_id();
    let label = "Raw headers, as curl -i prints them: they replace the list";
    let problem = |it: &PasteProblem| {
        let words = class("p", "problem").child(sign("✕ "));
        words
            .child(el("code").says(&it.found))
            .text(" ")
            .text(it.reason.advice())
    };
    let problems = match text {
        "" => Vec::new(),
        text => paste::headers(text).problems,
    };
    el("div")
        .child(area(
            &Field::new(Place::Pasted(place), &id, label, text),
            dispatch,
        ))
        .children(problems.iter().take(MOST_SHOWN).map(problem))
}
