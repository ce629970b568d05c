//! Labelled fields that say what is wrong and what to type instead.

use crate::app::markup::{Dispatch, El, class, el, sign};
use crate::app::session::Place;
use crate::view::Lit;

/// What a text field shows.
#[derive(Clone, Copy)]
pub struct Field<'a> {
    /// Where what is typed belongs.
    pub place: Place,
    /// The element's id, unique on the page.
    pub id: &'a str,
    /// What the field is called.
    pub label: &'a str,
    /// Where its name stands.
    pub label_place: LabelPlace,
    /// What is typed.
    pub value: &'a str,
    /// What is wrong, and what to type instead.
    pub problem: Option<&'a str>,
    /// Whether it decided a failure, or is looked at.
    pub lit: Lit,
    /// The id of the list of suggestions.
    pub list: Option<&'static str>,
    /// The keyboard to offer on small screens.
    pub input_mode: Option<&'static str>,
}

impl Field<'_> {
    /// A field in which nothing is typed, of which nothing is said.
    pub fn new<'a>(place: Place, id: &'a str, label: &'a str, value: &'a str) -> Field<'a> {
        Field {
            place,
            id,
            label,
            label_place: LabelPlace::Above,
            value,
            problem: None,
            lit: Lit::No,
            list: None,
            input_mode: None,
        }
    }
}

/// Where the name of a field stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelPlace {
    /// Above it.
    Above,
    /// Nowhere to be seen: it is for those who do not see the place of the field.
    Hidden,
}

/// A text field of one line.
pub fn field(field: &Field, dispatch: &Dispatch) -> El {
    let input = el("input")
        .set_if("list", field.list)
        .set_if("inputmode", field.input_mode);
    labelled(field, input, dispatch)
}

/// A text field of several lines.
pub fn area(field: &Field, dispatch: &Dispatch) -> El {
    labelled(field, el("textarea").set("rows", "6"), dispatch)
}

fn labelled(field: &Field, input: El, dispatch: &Dispatch) -> El {
    let problem_id = format!("{}-problem", field.id);
    let place = match field.label_place {
        LabelPlace::Above => "above",
        LabelPlace::Hidden => "hidden",
    };
    let label = el("label")
        .attr("for", field.id)
        .set("data-place", place)
        .says(field.label);
    let mut input = input
        .attr("id", field.id)
        .value(field.value)
        .set("autocomplete", "off")
        .typed(dispatch, field.place);
    if field.problem.is_some() {
        input = input
            .set("aria-invalid", "true")
            .attr("aria-describedby", &problem_id);
    }
    let problem = |text: &str| {
        class("p", "problem")
            .attr("id", &problem_id)
            .child(sign("✕ "))
            .says(text)
    };
    class("div", "field")
        .set_if("data-lit", field.lit.as_str())
        .child(label)
        .child(input)
        .maybe(field.problem.map(problem))
}

/// A choice among words.
pub fn select(
    place: Place,
    id: &'static str,
    label: &'static str,
    (words, chosen): (&'static [&'static str], &'static str),
    dispatch: &Dispatch,
) -> El {
    let option = |word: &&'static str| {
        let shown = if word.is_empty() { "(default)" } else { word };
        el("option")
            .set("value", word)
            .set_if("selected", (*word == chosen).then_some("selected"))
            .text(shown)
    };
    let select = el("select")
        .set("id", id)
        .chosen(dispatch, place)
        .children(words.iter().map(option));
    class("div", "field")
        .child(el("label").set("for", id).text(label))
        .child(select)
}

/// A box to tick.
pub fn tick(place: Place, label: &'static str, is_ticked: bool, dispatch: &Dispatch) -> El {
    let input = el("input")
        .set("type", "checkbox")
        .checked(is_ticked)
        .chosen(dispatch, place);
    class("label", "tick").child(input).text(label)
}
