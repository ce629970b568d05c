//! Elements, built by a chain of calls, and what follows when people use them.
//!
//! In place of `html!`, which expands to some 250 bytes of code an element; a call here takes 30.

mod listener;

use std::cell::RefCell;

use yew::Html;
use yew::virtual_dom::{AttrValue, AttributeOrProperty, Attributes, VNode, VTag, VText};

pub use listener::{Dispatch, Key};
use listener::{Happening, Listener, Then};

use crate::app::session::{Action, Place};

/// An element in the making.
#[must_use]
pub struct El(Box<Parts>);

struct Parts {
    tag: VTag,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
}

/// An element.
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts {
        tag: VTag::new(AttrValue::Static(tag)),
        names: Vec::new(),
        values: Vec::new(),
    }))
}

/// An element with a class.
pub fn class(tag: &'static str, class: &'static str) -> El {
    el(tag).set("class", class)
}

/// A button that does something.
pub fn button(dispatch: &Dispatch, action: Action) -> El {
    el("button").set("type", "button").click(dispatch, action)
}

/// A sign beside a word that says the same.
pub fn sign(sign: &'static str) -> El {
    class("span", "sign").set("aria-hidden", "true").text(sign)
}

/// Words for those who do not see the picture.
pub fn unseen(words: &'static str) -> El {
    class("span", "visually-hidden").text(words)
}

/// A remark.
pub fn aside(words: &'static str) -> El {
    class("span", "aside").text(words)
}

/// A region of the screen, with its kind and its heading; more goes in it, or beside the heading.
pub fn card(kind: &'static str, id: &'static str, heading: &'static str, beside: Option<El>) -> El {
    let heading = el("h2").set("id", id).text(heading);
    el("section")
        .set("class", "card")
        .set("data-kind", kind)
        .set("aria-labelledby", id)
        .child(el("header").child(heading).maybe(beside))
}

impl El {
    /// Sets an attribute.
    #[inline(never)]
    pub fn set(self, name: &'static str, value: &'static str) -> El {
        self.attribute(name, AttrValue::Static(value))
    }

    /// Sets an attribute to what was typed or counted.
    #[inline(never)]
    pub fn attr(self, name: &'static str, value: &str) -> El {
        self.attribute(name, AttrValue::Rc(value.into()))
    }

    /// Sets an attribute, if there is a value for it.
    #[inline(never)]
    pub fn set_if(self, name: &'static str, value: Option<&'static str>) -> El {
        match value {
            None => self,
            Some(value) => self.set(name, value),
        }
    }

    /// The value of a field.
    #[inline(never)]
    pub fn value(mut self, value: &str) -> El {
        self.0.tag.set_value(AttrValue::Rc(value.into()));
        self
    }

    /// Whether a box is ticked.
    #[inline(never)]
    pub fn checked(mut self, is_checked: bool) -> El {
        self.0.tag.set_checked(is_checked);
        self
    }

    /// Adds a text of ours.
    #[inline(never)]
    pub fn text(self, text: &'static str) -> El {
        self.node(VText::new(AttrValue::Static(text)).into())
    }

    /// Adds a text that was typed or made. It stays a text, whatever is in it.
    #[inline(never)]
    pub fn says(self, text: &str) -> El {
        self.node(VText::new(AttrValue::Rc(text.into())).into())
    }

    /// Adds an element.
    #[inline(never)]
    pub fn child(self, child: El) -> El {
        self.node(child.done())
    }

    /// Adds an element, if there is one.
    ///
    /// Its place is kept: children are told apart by their places, counted from the last one. One more
    /// would make new elements of those before it, and take the keyboard from them.
    #[inline(never)]
    pub fn maybe(self, child: Option<El>) -> El {
        self.node(child.map(El::done).unwrap_or_default())
    }

    /// Adds elements, however many: together they are one place.
    pub fn children(self, children: impl IntoIterator<Item = El>) -> El {
        self.node(beside(children))
    }

    /// Tells an element apart from others of its list, also when some are added behind it.
    #[inline(never)]
    pub fn key(mut self, key: usize) -> El {
        self.0.tag.key = Some(key.into());
        self
    }

    /// Adds what is no element of ours.
    #[inline(never)]
    pub fn node(mut self, node: VNode) -> El {
        self.0.tag.add_child(node);
        self
    }

    /// Does something when it is clicked.
    #[inline(never)]
    pub fn click(self, dispatch: &Dispatch, action: Action) -> El {
        self.on(Happening::Clicked, dispatch, Then::Do(action))
    }

    /// Takes what is typed in it, letter by letter.
    #[inline(never)]
    pub fn typed(self, dispatch: &Dispatch, place: Place) -> El {
        self.on(Happening::Typed, dispatch, Then::Take(place))
    }

    /// Takes what is chosen from it.
    #[inline(never)]
    pub fn chosen(self, dispatch: &Dispatch, place: Place) -> El {
        self.on(Happening::Chosen, dispatch, Then::Take(place))
    }

    /// Does something when one of these keys is pressed in it.
    #[inline(never)]
    pub fn keys(self, dispatch: &Dispatch, keys: Vec<(Key, Action)>) -> El {
        self.on(Happening::KeyPressed, dispatch, Then::Press(keys))
    }

    fn on(mut self, happening: Happening, dispatch: &Dispatch, then: Then) -> El {
        let listener = Listener::new(happening, dispatch.clone(), then);
        self.0.tag.add_listener(std::rc::Rc::new(listener));
        self
    }

    #[inline(never)]
    fn attribute(mut self, name: &'static str, value: AttrValue) -> El {
        self.0.names.push(name);
        self.0
            .values
            .push(Some(AttributeOrProperty::Attribute(value)));
        self
    }

    fn done(self) -> VNode {
        let Parts {
            mut tag,
            names,
            values,
        } = *self.0;
        tag.attributes = Attributes::Dynamic {
            keys: kept(names),
            values: values.into(),
        };
        VNode::from(tag)
    }
}

thread_local! {
    /// The rows of names that elements have had. There are as many as kinds of elements, some hundred.
    static NAMES: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
}

/// The same names, kept for good: Yew compares values alone where it finds the very same row again.
fn kept(names: Vec<&'static str>) -> &'static [&'static str] {
    NAMES.with_borrow_mut(|rows| {
        let known = rows.iter().find(|row| **row == names);
        known.copied().unwrap_or_else(|| {
            let row: &'static [&'static str] = names.leak();
            rows.push(row);
            row
        })
    })
}

impl From<El> for Html {
    fn from(element: El) -> Html {
        element.done()
    }
}

/// Several elements side by side.
pub fn beside(elements: impl IntoIterator<Item = El>) -> Html {
    elements.into_iter().map(El::done).collect()
}
