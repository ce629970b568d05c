//! The interview: a page with all cards, and a file with the scenarios made up for practice.

use serde_json::{Value, json};

use crate::card::Card;
use crate::course::Course;
use crate::made::{LEVELS, Made, made};
use cors_predict::{Answer, Ask};

use super::template::{Parts, Stage, Template};
use super::{Page, escape, fragment, html, inline, predict};

/// How many scenarios there are of each level.
const OF_A_LEVEL: usize = 20;

/// The page and the file.
pub(super) fn pages(course: &Course, template: &Template, assets: &str) -> Vec<Page> {
    let text = template.page(&Parts {
        depth: 1,
        title: "CORS interview: questions, and scenarios to predict",
        description: "Interview questions on CORS with model answers, traps and the points that a good answer \
                      has, and made-up scenarios of rising difficulty to predict.",
        kind: "interview",
        place: "interview/",
        at_first: "data-alone",
        stage: Stage::With,
        assets,
        script: Some("interview.js"),
        body: &body(course),
    });
    let cases: Vec<Value> = LEVELS
        .into_iter()
        .flat_map(|level| made(level, OF_A_LEVEL))
        .enumerate()
        .map(|(number, made)| case(course, number, &made))
        .collect();
    vec![
        Page::new("interview/", text),
        Page {
            path: "interview/cases.json".to_owned(),
            text: json!({ "version": 1, "cases": cases }).to_string(),
            frame: None,
        },
    ]
}

fn case(course: &Course, number: usize, made: &Made) -> Value {
    // Where to read on: a case from practice that the same rule decides.
    let like = course
        .presets
        .iter()
        .find(|it| it.claim().rule == made.rule);
    let like = like.map(|it| json!({ "slug": it.slug, "title": it.title }));
    let answer = |it: &Answer| json!({ "ask": it.ask.as_str(), "answer": it.as_str(), "because": it.because });
    json!({
        "id": number + 1,
        "level": made.level.number(),
        "rule": made.rule,
        "question": made.question,
        "like": like,
        "fragment": cors_link::write(&made.scenario, None),
        "answers": made.answers.iter().map(answer).collect::<Vec<_>>(),
    })
}

fn body(course: &Course) -> String {
    let mut body = "<section class=\"course\" aria-labelledby=\"course-heading\">\
         <h1 id=\"course-heading\">The interview</h1>\
         <noscript><p>The cards below can be read as they are. Drawing them one by one, the clock and the \
         practice need JavaScript.</p></noscript>\
         <div class=\"tabs\" role=\"group\" aria-label=\"What to practise\" hidden>\
         <button type=\"button\" data-tab=\"cards\" aria-pressed=\"true\">Questions</button>\
         <button type=\"button\" data-tab=\"cases\" aria-pressed=\"false\">What happens here?</button></div>\
         <p id=\"kept\" class=\"aside\" hidden></p>\
         <div data-panel=\"cards\">"
        .to_owned();
    for card in &course.cards {
        body += &of_card(course, card);
    }
    body += "<p class=\"turn\" hidden><button type=\"button\" id=\"next-card\">Next question</button></p></div>";
    body += "<div data-panel=\"cases\" hidden><p id=\"level\" class=\"aside\" role=\"status\"></p>\
         <h2 tabindex=\"-1\">What happens here?</h2>\
         <p id=\"again\" class=\"aside\" hidden></p>\
         <p>The stage has a page, its request and the servers’ answers. Read them, then say what the browser does.</p>";
    body += &predict::form(&Ask::ALL, "case");
    let empty = Ask::ALL.map(|ask| Answer {
        ask,
        is_yes: false,
        because: String::new(),
    });
    body += &predict::folded(&predict::answers(&empty));
    body += "<p id=\"like\" hidden>Read on: <a href=\"\"></a></p>\
             <p class=\"turn\" hidden><button type=\"button\" id=\"next-case\">Next scenario</button></p></div>";
    body += "<details class=\"progress\" hidden><summary>Your progress</summary><div id=\"progress\"></div>\
         <p><button type=\"button\" id=\"export\">Export</button> \
         <label class=\"button\">Import <input id=\"import\" type=\"file\" accept=\".json,application/json\"></label> \
         <button type=\"button\" id=\"reset\">Reset</button></p>\
         <p id=\"progress-says\" role=\"status\"></p></details></section>";
    body
}

fn of_card(course: &Course, card: &Card) -> String {
    let mut points = String::new();
    for (index, point) in card.points.iter().enumerate() {
        points += &format!(
            "<li><label><input type=\"checkbox\" value=\"{index}\"> <span>{}</span></label></li>",
            inline(point)
        );
    }
    let traps: Vec<String> = card.traps.iter().map(|it| inline(it)).collect();
    let answer = format!(
        "<h3>A good answer</h3>{}<h3>Its points: tick those that you said</h3><ul class=\"points\">{points}</ul>\
         <h3>Traps</h3><ul><li>{}</li></ul>\
         <p><button type=\"button\" data-do=\"show\">Show it on the stage</button></p>",
        html(&card.answer),
        traps.join("</li><li>"),
    );
    format!(
        "<article data-card=\"{slug}\" data-fragment=\"{}\" data-send=\"{}\" \
         aria-labelledby=\"card-{slug}\"><p class=\"aside\">{}</p><h2 id=\"card-{slug}\" tabindex=\"-1\">{}</h2>\
         <div class=\"own\" hidden><label for=\"own-{slug}\">Your answer, in your own words</label>\
         <textarea id=\"own-{slug}\" rows=\"5\"></textarea>\
         <p><button type=\"button\" data-do=\"clock\">Start a clock of 60 seconds</button> \
         <span class=\"seconds\" role=\"timer\"></span></p></div>\
         <details class=\"reveal\"><summary>Show a good answer</summary>{answer}</details></article>",
        escape(&fragment(course, &card.claim)),
        card.claim.send,
        escape(&card.topic),
        inline(&card.question),
        slug = card.slug,
    )
}
