//! The exchange: page, browser and server, and what travels between them.

use yew::prelude::*;

use crate::view::{ExchangeRow, Gate, LineView, MessageView, Parties};

/// The exchange.
pub fn exchange(rows: &[ExchangeRow], parties: &Parties) -> Html {
    html! {
        <section class="card exchange" aria-labelledby="exchange-heading">
            <header><h2 id="exchange-heading">{ "On the wire" }</h2></header>
            if rows.is_empty() {
                <p class="aside">{ "Nothing travels until the marked field is mended." }</p>
            } else {
                <div class="parties" aria-hidden="true">
                    <span data-party="page">{ &parties.page }</span>
                    <span data-party="browser">{ "Browser" }</span>
                    <span data-party="server">{ &parties.server }</span>
                </div>
                <ol class="wire">{ for rows.iter().map(row) }</ol>
            }
        </section>
    }
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
            <span class="sign" aria-hidden="true">{ gate.tone.sign() }</span>
            <span class="gate-text">{ &gate.text }</span>
        </li>
    }
}

fn message_row(message: &MessageView) -> Html {
    html! {
        <li class="message" data-travel={message.travel.as_str()} data-reach={message.reach.as_str()}>
            <div class="content">
                <span class="visually-hidden">{ message.travel.in_words() }{ " " }</span>
                <code class="title">{ &message.title }</code>
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
    match line {
        LineView::Plain(text) => html! { <code class="line">{ text }</code> },
        LineView::Guilty(text) => html! {
            <code class="line" data-guilty="present">
                <span class="sign" aria-hidden="true">{ "✕ " }</span>{ text }
            </code>
        },
        LineView::Missing(name) => html! {
            <code class="line" data-guilty="absent">
                <span class="sign" aria-hidden="true">{ "⌀ " }</span>
                <span class="visually-hidden">{ "missing: " }</span>{ name }
            </code>
        },
    }
}
