//! Chapters: a page each, and the list of them.

use crate::chapter::{Chapter, Section};
use crate::course::Course;
use cors_predict::answers;

use super::template::{Parts, Stage, Template};
use super::{Page, escape, fragment, html, inline, predict};

/// The list.
pub(super) fn list(course: &Course, template: &Template, assets: &str) -> Page {
    let mut body = "<main class=\"course\"><h1>Learn CORS</h1>\
         <p class=\"lead\">Six chapters, one for each question that an interviewer asks. Every section has a \
         scenario on the real stage, and asks for a prediction before it shows what the browser does.</p>\
         <ol class=\"chapters\">"
        .to_owned();
    for chapter in &course.chapters {
        body += &format!(
            "<li><a href=\"{}/\">{}</a><p>{}</p><p class=\"aside\">{} sections</p></li>",
            chapter.slug,
            escape(&chapter.title),
            inline(&chapter.summary),
            chapter.sections.len(),
        );
    }
    body += "</ol><p>Afterwards, the <a href=\"../interview/\">interview</a> asks you, and \
             <a href=\"../case/\">the cases</a> have what people meet in practice.</p></main>";
    let text = template.page(&Parts {
        depth: 1,
        title: "Learn CORS: six chapters on a live stage",
        description: "What CORS is, why the error arises, where the problem is, how to fix it, \
                      whether it can be bypassed, and what an interviewer wants to hear.",
        kind: "list",
        place: "learn/",
        at_first: "",
        stage: Stage::Without,
        assets,
        script: Some("chapters.js"),
        body: &body,
    });
    Page::new("learn/", text)
}

/// A page for each.
pub(super) fn pages(course: &Course, template: &Template, assets: &str) -> Vec<Page> {
    let numbered = course.chapters.iter().enumerate();
    numbered
        .map(|(index, chapter)| {
            let body = body(course, index, chapter);
            let title = format!("{} – CORS Playground", chapter.title);
            let text = template.page(&Parts {
                depth: 2,
                title: &title,
                description: &chapter.summary.replace('`', ""),
                kind: "chapter",
                place: "learn/",
                at_first: "data-asked",
                stage: Stage::With,
                assets,
                script: Some("learn.js"),
                body: &body,
            });
            let page = Page::new(&format!("learn/{}/", chapter.slug), text);
            // A frame has room for one scenario: the one that the chapter begins with.
            match chapter.sections.first() {
                Some(first) => {
                    page.with_frame(&chapter.title, "predict", fragment(course, &first.claim))
                }
                None => page,
            }
        })
        .collect()
}

fn body(course: &Course, index: usize, chapter: &Chapter) -> String {
    let count = course.chapters.len();
    let mut body = format!(
        "<section class=\"course\" aria-labelledby=\"course-heading\">\
         <p class=\"crumbs\"><a href=\"../\">Learn</a> · Chapter {} of {count}</p>\
         <h1 id=\"course-heading\">{}</h1>\
         <p class=\"lead\">An interviewer asks: “{}”</p>",
        index + 1,
        escape(&chapter.title),
        escape(&chapter.question),
    );
    for (number, it) in chapter.sections.iter().enumerate() {
        body += &section(course, number + 1, chapter.sections.len(), it);
    }
    body += "<nav class=\"sections\" aria-label=\"Sections of this chapter\">\
             <details open><summary>In this chapter</summary><ol>";
    for (number, it) in chapter.sections.iter().enumerate() {
        body += &format!(
            "<li><a href=\"?section={}\">{}</a></li>",
            number + 1,
            inline(&it.heading)
        );
    }
    body += "</ol></details>";
    body += &match course.chapters.get(index + 1) {
        Some(next) => format!(
            "<p>Next chapter: <a href=\"../{}/\">{}</a></p>",
            next.slug,
            escape(&next.title)
        ),
        None => "<p>That was the last chapter. Now the \
                 <a href=\"../../interview/\">interview</a>.</p>"
            .to_owned(),
    };
    body + "</nav></section>"
}

fn section(course: &Course, number: usize, count: usize, section: &Section) -> String {
    let claim = &section.claim;
    // What is claimed was found true when the course was read, so the scenario has this send.
    let answers = answers(course.scenario(claim), claim.send, &claim.ask).unwrap_or_default();
    let told = predict::answers(&answers) + &html(&section.after);
    format!(
        "<section data-section=\"{number}\" data-fragment=\"{}\" data-send=\"{}\" \
         aria-labelledby=\"section-{number}\">\
         <p class=\"aside\">Section {number} of {count}</p><h2 id=\"section-{number}\">{}</h2>{}{}{}\
         <p class=\"turn\"></p></section>",
        escape(&fragment(course, claim)),
        claim.send,
        inline(&section.heading),
        html(&section.before),
        predict::form(&claim.ask, &format!("s{number}")),
        predict::folded(&told),
    )
}
