//! Markup that several components share, written once: less to read, and less to download.

use yew::prelude::*;

/// A sign beside a word that says the same.
pub fn sign(sign: &'static str) -> Html {
    html! { <span class="sign" aria-hidden="true">{ sign }</span> }
}

/// Words for those who do not see the picture.
pub fn unseen(words: &'static str) -> Html {
    html! { <span class="visually-hidden">{ words }</span> }
}

/// A remark.
pub fn aside(words: &'static str) -> Html {
    html! { <span class="aside">{ words }</span> }
}

/// A region of the screen: its kind, the id and the words of its heading, what stands beside the
/// heading, and what is in it.
///
/// The kind is an attribute: a class that is not a literal costs 3 KB of code.
pub fn card(
    kind: &'static str,
    id: &'static str,
    heading: &'static str,
    beside: Html,
    body: Html,
) -> Html {
    html! {
        <section class="card" data-kind={kind} aria-labelledby={id}>
            <header><h2 {id}>{ heading }</h2>{ beside }</header>
            { body }
        </section>
    }
}
