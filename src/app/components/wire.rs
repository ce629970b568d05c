//! The wire: page, browser and servers as lifelines, and what travels between them.

use cors_engine::cut::cut_before;

use crate::app::markup::{Dispatch, El, aside, button, card, class, el, sign, unseen};
use crate::app::session::Action;
use crate::view::{
    Client, Gate, LineView, Lit, MessageView, Reach, Travel, What, When, WireRow, WireView,
};

/// Where the lifelines stand, in hundredths of the width.
const PAGE: usize = 6;
const WALL: usize = 32;
const ONE_SERVER: usize = 94;

/// The wire.
pub fn wire(wire: &WireView, dispatch: &Dispatch) -> El {
    let card = card("wire", "wire-heading", "On the wire", None);
    if wire.rows.is_empty() {
        return card.child(aside("Nothing travels until the marked field is mended."));
    }
    let row = |it: &WireRow| row(wire, it, dispatch);
    let line = |text: &String| el("li").says(text);
    let transcript = class("details", "transcript")
        .child(el("summary").text("As text"))
        .child(el("ol").children(wire.transcript().iter().map(line)));
    card.child(
        class("div", "wire")
            .set("tabindex", "0")
            .set("role", "group")
            .set("aria-labelledby", "wire-heading")
            .child(parties(wire))
            .child(
                class("div", "picture")
                    .child(class("ol", "rows").children(wire.rows.iter().map(row)))
                    .child(lifelines(wire)),
            ),
    )
    .child(transcript)
}

fn parties(wire: &WireView) -> El {
    let server = |name: &String| {
        class("span", "party")
            .set("data-party", "server")
            .says(name)
    };
    let page = class("span", "party").set("data-party", "page");
    let browser = class("span", "party").set("data-party", "browser");
    class("div", "parties")
        .set("aria-hidden", "true")
        .child(page.says(&wire.page))
        .child(browser.text(wire.client.name()))
        .child(class("span", "servers").children(wire.servers.iter().map(server)))
}

/// Where a server's lifeline stands: one at the end, several below their names.
fn server_at(wire: &WireView, server: usize) -> usize {
    match wire.servers.len() {
        0 | 1 => ONE_SERVER,
        count => 38 + 62 * (2 * server + 1) / (2 * count),
    }
}

fn row(wire: &WireView, row: &WireRow, dispatch: &Dispatch) -> El {
    let item = el("li")
        .set("data-when", row.when.as_str())
        .child(lines(wire, &row.what));
    let go = |content: El| match row.goes_to {
        None => el("span").child(content),
        Some(step) => button(dispatch, Action::WentTo(step))
            .set_if(
                "aria-current",
                (row.when == When::Current).then_some("step"),
            )
            .child(content),
    };
    match &row.what {
        What::Gate(gate) => item
            .set("class", "gate")
            .set("data-tone", gate.tone.as_str())
            .child(go(gate_text(gate)).set("class", "label")),
        What::Message(message) => item
            .set("class", "message")
            .set("data-travel", message.travel.as_str())
            .set("data-reach", message.reach.as_str())
            .child(label(wire.client, message, dispatch, go)),
    }
}

fn gate_text(gate: &Gate) -> El {
    el("span")
        .child(unseen("Browser decides: "))
        .child(el("strong").text(gate.name))
        .text(" ")
        .says(&gate.text)
}

fn label(client: Client, message: &MessageView, dispatch: &Dispatch, go: impl Fn(El) -> El) -> El {
    let title = el("span")
        .child(unseen(message.travel.in_words(client)))
        .child(el("code").says(&message.title));
    let remark = |text: &'static str| class("span", "remark").text(text);
    let folded = (!message.folded.is_empty()).then(|| {
        let count = format!("{} more", message.folded.len());
        let line = |text: &String| {
            let code = el("code").children(name_and_value(text));
            class("span", "line").child(code)
        };
        class("details", "folded")
            .child(el("summary").says(&count))
            .children(message.folded.iter().map(line))
    });
    let line = |line: &LineView| {
        let code = el("code");
        let code = match line.lit {
            Lit::Guilty => code.child(sign("✕ ")),
            Lit::Missing => code.child(sign(Lit::SIGN_OF_MISSING)).text(" no "),
            Lit::LookedAt | Lit::No => code,
        }
        .children(name_and_value(&line.text));
        let it = match line.goes_to {
            None => el("span"),
            Some(step) => button(dispatch, Action::WentTo(step)),
        };
        it.set("class", "line")
            .set_if("data-lit", line.lit.as_str())
            .child(code)
    };
    let top = class("div", "top")
        .child(go(title).set("class", "title"))
        .maybe(message.note.map(|note| class("span", "note").text(note)));
    class("div", "label")
        .child(top)
        .children(message.lines.iter().map(line))
        .maybe(folded)
        .maybe(message.cookies.map(remark))
}

/// A header line in two parts that do not break: where both have no room, the value goes below.
fn name_and_value(line: &str) -> [El; 2] {
    let (name, value) = cut_before(line, b" ");
    [name, value].map(|text| el("span").says(text))
}

/// The lifelines and the wall, behind all rows. curl is no wall.
fn lifelines(wire: &WireView) -> El {
    let servers = 0..wire.servers.len().max(1);
    class("svg", "lifelines")
        .set("aria-hidden", "true")
        .child(upright("page", PAGE))
        .children(servers.map(|server| upright("server", server_at(wire, server))))
        .child(match wire.client {
            Client::Curl => upright("page", WALL),
            Client::Browser => class("rect", "wall")
                .attr("x", &percent(WALL - 2))
                .set("width", "4%")
                .set("height", "100%"),
        })
}

/// The drawing behind a row: an arrow or a gate.
fn lines(wire: &WireView, what: &What) -> El {
    let drawing = class("svg", "drawing").set("aria-hidden", "true");
    match what {
        What::Gate(gate) => drawing.child(
            at(WALL, "50%")
                .child(class("circle", "gate-mark").set("r", "9"))
                .child(
                    class("text", "gate-sign")
                        .set("dy", "4")
                        .text(gate.tone.sign()),
                ),
        ),
        What::Message(message) => arrow(drawing, wire, message),
    }
}

fn arrow(drawing: El, wire: &WireView, message: &MessageView) -> El {
    let server = server_at(wire, message.server);
    let third_party = server_at(wire, message.third_party);
    let half = match wire.client {
        Client::Browser => 2,
        Client::Curl => 0,
    };
    let (from, to) = match message.travel {
        Travel::PageToBrowser => (PAGE, WALL - half),
        Travel::BrowserToServer => (WALL + half, server),
        Travel::ServerToBrowser => (server, WALL + half),
        Travel::BrowserToPage => (WALL - half, PAGE),
        Travel::ServerToThirdParty => (server, third_party),
        Travel::ThirdPartyToServer => (third_party, server),
    };
    let head = match from < to {
        true => "M-8 -12L0 -7L-8 -2Z",
        false => "M8 -12L0 -7L8 -2Z",
    };
    let shaft = class("line", "arrow")
        .attr("x1", &percent(from))
        .attr("x2", &percent(to))
        .set("y1", "100%")
        .set("y2", "100%")
        .set("transform", "translate(0 -7)");
    let drawing = drawing.child(shaft);
    match message.reach {
        _ if message.travel == Travel::BrowserToPage => {
            drawing.child(at(to, "100%").child(class("path", "head").set("d", head)))
        }
        Reach::Arrives => drawing.child(at(to, "100%").child(class("path", "head").set("d", head))),
        // It ends at a barrier: at the wall, or where nobody is.
        Reach::Withheld | Reach::Fails => {
            let barrier = class("path", "barrier").set("d", "M0 -15V1");
            drawing.child(at(to, "100%").child(barrier))
        }
        Reach::NeverSent => {
            let barrier = class("path", "barrier").set("d", "M0 -15V1");
            drawing.child(at(from, "100%").child(barrier))
        }
    }
}

fn upright(party: &'static str, x: usize) -> El {
    class("line", "lifeline")
        .set("data-party", party)
        .attr("x1", &percent(x))
        .attr("x2", &percent(x))
        .set("y2", "100%")
}

/// A place from which to count in pixels: so a drawing grows with the row, and its marks do not.
fn at(x: usize, y: &'static str) -> El {
    el("svg")
        .attr("x", &percent(x))
        .set("y", y)
        .set("overflow", "visible")
}

fn percent(hundredths: usize) -> String {
    let mut text = hundredths.to_string();
    text.push('%');
    text
}
