//! Predictions in a page: a form to make them in, and the answers, folded until then.

use cors_predict::{Answer, Ask};

use super::escape;

/// The choices: the word in files, and what is read.
const CHOICES: [(&str, &str); 3] = [("yes", "Yes"), ("no", "No"), ("unsure", "Not sure")];

/// The form. It does nothing without its script, so the script shows it.
pub(super) fn form(asks: &[Ask], group: &str) -> String {
    let mut html = format!(
        "<div class=\"predict\" hidden>{}<p class=\"first\">Before you look, predict:</p>",
        to_stage("See what is sent and answered ↓"),
    );
    for ask in asks {
        let (name, question) = (ask.as_str(), ask.question());
        html += &format!("<fieldset data-ask=\"{name}\"><legend>{question}</legend>");
        for (value, words) in CHOICES {
            html += &format!(
                "<label><input type=\"radio\" name=\"{group}-{name}\" value=\"{value}\">\
                 <span>{words}</span></label>"
            );
        }
        html += "</fieldset>";
    }
    html += "<p><button type=\"button\" class=\"check\">Reveal</button> \
             <span class=\"unanswered\" role=\"status\"></span></p></div>";
    html
}

/// The answers, with a place each for what was predicted.
pub(super) fn answers(answers: &[Answer]) -> String {
    let mut html = "<ul class=\"told\">".to_owned();
    for answer in answers {
        let word = match answer.is_yes {
            true => "Yes.",
            false => "No.",
        };
        html += &format!(
            "<li data-ask=\"{}\" data-answer=\"{}\"><p class=\"asked\">{}</p>\
             <p class=\"predicted\" hidden></p>\
             <p data-did>The browser: <strong>{word}</strong> {}</p></li>",
            answer.ask.as_str(),
            answer.as_str(),
            answer.ask.question(),
            escape(&answer.because),
        );
    }
    html + "</ul>" + &to_stage("See it on the stage ↓")
}

/// Where the stage is below the text, one should not have to look for it.
fn to_stage(words: &str) -> String {
    format!("<p class=\"to-stage\"><button type=\"button\">{words}</button></p>")
}

/// What is folded until it is predicted, or until somebody would rather read.
pub(super) fn folded(html: &str) -> String {
    format!(
        "<details class=\"reveal\"><summary>Show me without predicting</summary>{html}</details>"
    )
}
