//! Same origin? Page and request in parts, the differing part marked; a row for each redirect.

use crate::app::markup::{El, card, class, el, unseen};
use crate::view::{Comparison, OriginPart, OriginRow, OriginsView};

/// Page and request in parts.
pub fn origins(origins: &OriginsView) -> El {
    let mut rows = class("div", "origin-rows");
    if let Some(page) = &origins.page {
        rows = rows.child(row("page", "page", page));
    }
    for (hop, it) in origins.hops.iter().enumerate() {
        let note = |text: &String| class("p", "origin-note").says(text);
        let label = if hop == 0 { "request" } else { "then" };
        rows = rows
            .maybe(signs(it))
            .child(row("request", label, it))
            .maybe(it.note.as_ref().map(note));
    }
    let site = |text: &String| class("p", "site").says(text);
    let answer = class("p", "origins-answer").says(&origins.answer);
    card("origins", "origins-heading", "Same origin?", Some(answer))
        .child(rows)
        .maybe(origins.site.as_ref().map(site))
}

fn row(side: &'static str, label: &'static str, row: &OriginRow) -> El {
    let mut list = class("dl", "origin")
        .set("data-side", side)
        .child(class("dt", "side").text(label))
        .child(class("dd", "visually-hidden").text("in parts:"));
    for it in &row.parts {
        list = list
            .child(class("dt", "visually-hidden").text(it.name))
            .child(part(it));
    }
    if row.rest.is_empty() {
        return list;
    }
    list.child(class("dt", "visually-hidden").text("not part of the origin"))
        .child(class("dd", "rest").says(&row.rest))
}

fn part(part: &OriginPart) -> El {
    let differs = part.comparison == Some(Comparison::Differs);
    class("dd", "part")
        .set("data-part", part.name)
        .set_if("data-mark", differs.then_some("differs"))
        .set_if("data-implied", part.is_implied.then_some("implied"))
        .says(&part.text)
        .maybe(differs.then(|| unseen(", differs")))
}

fn signs(row: &OriginRow) -> Option<El> {
    let sign = |part: &OriginPart| {
        let (kind, sign) = match part.comparison? {
            Comparison::Same => ("same", "="),
            Comparison::Differs => ("differs", "≠"),
        };
        Some(el("span").set("data-comparison", kind).text(sign))
    };
    let signs: Vec<El> = row.parts.iter().filter_map(sign).collect();
    let line = class("div", "signs").set("aria-hidden", "true");
    (!signs.is_empty()).then(|| line.children(signs))
}
