//! Presets: a page each, and the list of them, which can be searched.

use cors_engine::{PreflightCache, evaluate};

use crate::course::Course;
use crate::preset::Preset;
use cors_predict::of_send;

use super::template::{Parts, Stage, Template};
use super::{Page, escape, fragment, inline};

/// The list.
pub(super) fn list(course: &Course, template: &Template, assets: &str) -> Page {
    let mut body = format!(
        "<main class=\"course\"><h1>{} cases from practice</h1>\
         <p class=\"lead\">Look for what you see: a line of the console, a header, an everyday word. \
         Each case opens on the stage, where you can change it.</p>\
         <p class=\"search\" hidden><label>Search the cases \
         <input id=\"search\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\" \
         placeholder=\"No 'Access-Control-Allow-Origin' header\"></label> \
         <span id=\"found\" role=\"status\"></span></p>",
        course.presets.len()
    );
    let mut group = "";
    for preset in &course.presets {
        if preset.group != group {
            if !group.is_empty() {
                body += "</ul></section>";
            }
            group = &preset.group;
            body += &format!(
                "<section class=\"group\"><h2>{}</h2><ul class=\"cases\">",
                escape(group)
            );
        }
        body += &entry(course, preset);
    }
    body += "</ul></section></main>";
    let text = template.page(&Parts {
        depth: 1,
        title: "CORS cases from practice, by what you see in the console",
        description: "CORS errors by what people see and search for, each as a scenario that you can change: \
                      what was sent, what the server ran, what the page may read, and what to change.",
        kind: "list",
        place: "case/",
        at_first: "",
        stage: Stage::Without,
        assets,
        script: Some("find.js"),
        body: &body,
    });
    Page::new("case/", text)
}

fn entry(course: &Course, preset: &Preset) -> String {
    let (sign, word) = verdict(course, preset);
    let seen: Vec<String> = preset.seen.iter().map(|it| escape(it)).collect();
    format!(
        "<li><a href=\"{}/\">{}</a> <span class=\"verdict-word\" data-sign=\"{sign}\">\
         <span aria-hidden=\"true\">{sign}</span> {word}</span>\
         <ul class=\"seen\"><li>{}</li></ul></li>",
        preset.slug,
        escape(&preset.title),
        seen.join("</li><li>"),
    )
}

/// How it ends, as a sign and in a few words that tell never sent from withheld.
fn verdict(course: &Course, preset: &Preset) -> (&'static str, &'static str) {
    use cors_engine::trace::Outcome;
    let claim = preset.claim();
    let trace = evaluate(course.scenario(&claim), &PreflightCache::new());
    let trace = of_send(&trace, claim.send).unwrap_or(&trace);
    let is_answered = trace.requests().any(|request| request.reached_server());
    match (trace.outcome, is_answered) {
        (Outcome::Readable, _) => ("✓", "readable"),
        (Outcome::Opaque | Outcome::OpaqueRedirect, _) => ("–", "opaque"),
        (_, true) => ("✕", "sent, answer withheld"),
        (_, false) if trace.requests().next().is_some() => ("✕", "no server reached"),
        (_, false) => ("✕", "never sent"),
    }
}

/// A page for each.
pub(super) fn pages(course: &Course, template: &Template, assets: &str) -> Vec<Page> {
    let page = |preset: &Preset| {
        let title = format!("{} – CORS Playground", preset.title);
        let text = template.page(&Parts {
            depth: 2,
            title: &title,
            description: &preset.about.replace('`', ""),
            kind: "case",
            place: "case/",
            at_first: "",
            stage: Stage::With,
            assets,
            script: Some("case.js"),
            body: &body(course, preset),
        });
        Page::new(&format!("case/{}/", preset.slug), text).with_frame(
            &preset.title,
            "play",
            fragment(course, &preset.claim()),
        )
    };
    course.presets.iter().map(page).collect()
}

fn body(course: &Course, preset: &Preset) -> String {
    let seen: Vec<String> = preset.seen.iter().map(|it| escape(it)).collect();
    let fix = match preset.fix.is_empty() {
        true => String::new(),
        false => format!("<h2>What to change</h2><p>{}</p>", inline(&preset.fix)),
    };
    let (sign, word) = verdict(course, preset);
    format!(
        "<section class=\"course\" aria-labelledby=\"course-heading\" data-fragment=\"{}\" data-send=\"{}\">\
         <p class=\"crumbs\"><a href=\"../\">Cases</a> · {}</p>\
         <h1 id=\"course-heading\">{}</h1>\
         <p class=\"verdict-word\" data-sign=\"{sign}\"><span aria-hidden=\"true\">{sign}</span> {word}</p>\
         <p>{}</p>{fix}<h2>You may have seen</h2><ul class=\"seen\"><li>{}</li></ul></section>",
        escape(&fragment(course, &preset.claim())),
        preset.claim().send,
        escape(&preset.group),
        escape(&preset.title),
        inline(&preset.about),
        seen.join("</li><li>"),
    )
}
