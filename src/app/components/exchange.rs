//! The exchange: page, browser and server, and what travels between them.

use yew::prelude::*;

use super::markup::{aside, card, sign, unseen};
use crate::view::{ExchangeRow, Gate, LineView, MessageView, Parties};

/// The exchange.
pub fn exchange(rows: &[ExchangeRow], parties: &Parties) -> Html {
    let body = match rows {
        [] => aside("Nothing travels until the marked field is mended."),
        rows => html! {
            <>
                <div class="parties" aria-hidden="true">
                    <span data-party="page">{ &parties.page }</span>
                    <span data-party="browser">{ "Browser" }</span>
                    <span data-party="server">{ &parties.server }</span>
                </div>
                <ol class="wire">{ for rows.iter().map(row) }</ol>
            </>
        },
    };
    card(
        "exchange",
        "exchange-heading",
        "On the wire",
        Html::default(),
        body,
    )
}

fn row(row: &ExchangeRow) -> Html {
    match row {
        ExchangeRow::Message(message) => message_row(message),
        ExchangeRow::Gate(gate) => gate_row(gate),
    }
}

fn gate_row(gate: &Gate) -> Html {
    html! {
        <li class="gate" data-tone={gate.tone.as_str()}>
            { sign(gate.tone.sign()) }
            <span class="gate-text">{ &*gate.text }</span>
        </li>
    }
}

fn message_row(message: &MessageView) -> Html {
    html! {
        <li class="message" data-travel={message.travel.as_str()} data-reach={message.reach.as_str()}>
            <div class="content">
                { unseen(message.travel.in_words()) }
                <code class="title">{ &*message.title }</code>
                { for message.lines.iter().map(line) }
            </div>
            <span class="arrow" aria-hidden="true"></span>
            if let Some(note) = &message.note {
                <span class="note">{ note }</span>
            }
        </li>
    }
}

fn line(line: &LineView) -> Html {
    let (guilty, before, text) = match line {
        LineView::Plain(text) => (None, Html::default(), text),
        LineView::Guilty(text) => (Some("present"), sign("✕ "), text),
        LineView::Missing(name) => (Some("absent"), html! { <>{ sign("⌀ ") }{ "no " }</> }, name),
    };
    html! { <code class="line" data-guilty={guilty}>{ before }{ text }</code> }
}
