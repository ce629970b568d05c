//! What the address of a frame asks for: what is shown, and what may be changed.

use serde_json::json;

use super::PREFLIGHTED;
use crate::page::Page;
use crate::screen::run;

/// A query; what the frame makes of it: mode, theme, panels, edit, controls; and what it says about the rest.
type Row = (&'static str, [&'static str; 5], &'static str);

const QUERIES: [Row; 12] = [
    (
        "",
        ["play", "auto", "verdict wire steps server", "all", "full"],
        "",
    ),
    (
        "mode=predict",
        [
            "predict",
            "auto",
            "verdict request wire steps server",
            "none",
            "steps",
        ],
        "",
    ),
    // Nobody can predict what comes of nothing.
    (
        "mode=predict&panels=wire,verdict",
        [
            "predict",
            "auto",
            "verdict request wire server",
            "none",
            "steps",
        ],
        "",
    ),
    (
        "mode=read&theme=dark",
        ["read", "dark", "verdict wire steps", "none", "steps"],
        "",
    ),
    (
        "theme=light&panels=server,verdict&edit=server&controls=none",
        ["play", "light", "verdict server", "server", "none"],
        "",
    ),
    (
        "panels=fix,%20cache,origins,console,request&edit=request",
        [
            "play",
            "auto",
            "console request origins cache fix",
            "request",
            "full",
        ],
        "",
    ),
    (
        "mode=write",
        ["play", "auto", "verdict wire steps server", "all", "full"],
        "mode=write is not known here: write play, predict, read.",
    ),
    (
        "mode=read&theme=__proto__&edit=constructor&controls=",
        ["read", "auto", "verdict wire steps", "none", "steps"],
        "theme=__proto__ is not known here: write auto, light, dark.|\
         edit=constructor is not known here: write all, request, server, none.|\
         controls= is not known here: write full, steps, none.",
    ),
    (
        "panels=steps,%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
        ["play", "auto", "steps", "all", "full"],
        "panels=<img src=x onerror=alert(1)> is not known here: \
         write verdict, console, request, origins, wire, steps, server, cache, fix.",
    ),
    (
        "panels=toString,hasOwnProperty",
        ["play", "auto", "verdict wire steps server", "all", "full"],
        "panels=toString is not known here: write verdict, console, request, origins, wire, steps, server, cache, fix.|\
         panels=hasOwnProperty is not known here: write verdict, console, request, origins, wire, steps, server, cache, fix.",
    ),
    (
        "modes=read",
        ["play", "auto", "verdict wire steps server", "all", "full"],
        "modes=read is not known here: write one of mode, theme, edit, controls, panels.",
    ),
    (
        "mode=read&mode=play",
        ["read", "auto", "verdict wire steps", "none", "steps"],
        "",
    ),
];

#[tokio::test]
async fn the_address_says_what_the_frame_shows_and_permits() {
    let page = Page::open_text_at("embed/").await;
    let script = "
        const { mode, theme, panels, edit, controls } = document.documentElement.dataset;
        const place = document.getElementById('frame-problems');
        const said = [...place.children].map((line) => line.textContent);
        return [[mode, theme, panels, edit, controls], said.join('|'), place.checkVisibility()];";
    for (query, wanted, said) in QUERIES {
        page.turns_to(&format!("embed/?{query}")).await;
        let found = run(&page, script, vec![]).await;
        assert_eq!(found, json!([wanted, said, !said.is_empty()]), "{query}");
    }
    page.close().await;
}

/// What each panel is on the screen.
const PANELS: [(&str, &str); 9] = [
    ("verdict", ".verdict"),
    ("console", "[data-kind=console]"),
    ("request", "[data-kind=page-editor]"),
    ("origins", "[data-kind=origins]"),
    ("wire", "[data-kind=wire]"),
    ("steps", "[data-kind=steps]"),
    ("server", "[data-kind=server-editor]"),
    ("cache", "[data-kind=cache]"),
    ("fix", "#fix > *"),
];

#[tokio::test]
async fn a_panel_is_shown_alone_or_with_others() {
    let page = Page::open_text_at("embed/").await;
    let script = "
        return arguments[0].filter(([, css]) => document.querySelector(css)?.checkVisibility()).map(([name]) => name)";
    for (name, css) in PANELS {
        page.turns_to(&format!("embed/?panels={name}&controls=none#{PREFLIGHTED}"))
            .await;
        page.sees("html[data-app=started]").await;
        page.sees(css).await;
        let shown = run(&page, script, vec![json!(PANELS)]).await;
        assert_eq!(shown, json!([name]));
    }
    page.close().await;
}

#[tokio::test]
async fn what_may_not_be_changed_is_locked() {
    let page = Page::open_text_at("embed/").await;
    // Of the request and of the server: what can be typed into, chosen or pressed.
    let script = "
        const is = (it) => !it.readOnly && !it.disabled && it.dataset.command !== 'copy';
        return ['page-editor', 'server-editor'].map((kind) => {
            const place = document.querySelector(`[data-kind=${kind}]`);
            return [...place.querySelectorAll('input, textarea, select, button')].some(is);
        });";
    for (edit, wanted) in [
        ("all", [true, true]),
        ("request", [true, false]),
        ("server", [false, true]),
        ("none", [false, false]),
    ] {
        page.turns_to(&format!(
            "embed/?panels=request,server&edit={edit}#{PREFLIGHTED}"
        ))
        .await;
        page.sees("html[data-app=started]").await;
        page.sees("[data-kind=server-editor] input").await;
        let open = run(&page, script, vec![]).await;
        assert_eq!(open, json!(wanted), "edit={edit}");
    }
    page.close().await;
}
