//! Chapters: short sections, each with a scenario, a prediction, and what to take from it.

use serde::Deserialize;

use crate::claim::Claim;
use crate::front_matter;

/// The lines between which a section names its scenario.
const OPENING: &str = "\n```scenario\n";
const CLOSING: &str = "\n```\n";

/// A chapter of the course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Its name in its address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What an interviewer asks.
    pub question: String,
    /// What it is about, in a sentence.
    pub summary: String,
    /// Its sections.
    pub sections: Vec<Section>,
}

/// A section of a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub heading: String,
    /// What is read first, in Markdown.
    pub before: String,
    /// What is read when the answer is known, in Markdown.
    pub after: String,
    /// Its scenario.
    pub claim: Claim,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Data {
    slug: String,
    title: String,
    question: String,
    summary: String,
}

impl Chapter {
    /// Reads a chapter.
    ///
    /// # Errors
    /// It has not what a chapter has: a sentence says what.
    pub fn read(text: &str) -> Result<Chapter, String> {
        let (data, prose): (Data, &str) = front_matter::read(text)?;
        let mut sections = prose.split("\n## ");
        let stray = sections.next().unwrap_or_default();
        if !stray.trim().is_empty() {
            return Err("prose should stand below a heading, `## …`".to_owned());
        }
        let sections: Vec<Section> = sections.map(section).collect::<Result<_, _>>()?;
        match sections.is_empty() {
            true => Err("a chapter has sections, which begin with `## …`".to_owned()),
            false => Ok(Chapter {
                slug: data.slug,
                title: data.title,
                question: data.question,
                summary: data.summary,
                sections,
            }),
        }
    }
}

/// Reads a section, without what makes a heading of its first line.
fn section(text: &str) -> Result<Section, String> {
    let (heading, body) = text.split_once('\n').unwrap_or((text, ""));
    let about = |what: &str| format!("section “{heading}”: {what}");
    let (before, rest) = body
        .split_once(OPENING)
        .ok_or_else(|| about("it needs a scenario, between ```scenario and ```"))?;
    // A block at the end of the file need not have a line behind it.
    let rest = format!("{rest}\n");
    let (data, after) = rest
        .split_once(CLOSING)
        .ok_or_else(|| about("its scenario does not end with ```"))?;
    let claim: Claim = toml::from_str(data).map_err(|error| about(&error.to_string()))?;
    if claim.ask.is_empty() {
        return Err(about(
            "it should ask for a prediction: ask = [\"readable\"]",
        ));
    }
    if before.trim().is_empty() || after.trim().is_empty() {
        return Err(about(
            "there should be prose before its scenario and after it",
        ));
    }
    Ok(Section {
        heading: heading.trim().to_owned(),
        before: before.trim().to_owned(),
        after: after.trim().to_owned(),
        claim,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str =
        "+++\nslug = \"a\"\ntitle = \"A\"\nquestion = \"A?\"\nsummary = \"A.\"\n+++\n";
    const SCENARIO: &str = "```scenario\nname = \"x\"\nask = [\"ran\"]\noutcome = \"readable\"\nrule = \"same-origin\"\n```\n";

    #[test]
    fn sections_have_prose_a_scenario_and_prose() {
        let text = format!("{HEAD}\n## One\n\nBefore.\n\n{SCENARIO}\nAfter.\n");
        let chapter = Chapter::read(&text).expect("a chapter");
        let section = &chapter.sections[0];
        assert_eq!(section.heading, "One");
        assert_eq!((&*section.before, &*section.after), ("Before.", "After."));
        assert_eq!(section.claim.name, "x");
    }

    #[test]
    fn what_is_missing_is_said() {
        let rows = [
            ("", "a chapter has sections"),
            ("\nProse.\n", "prose should stand below a heading"),
            ("\n## One\n\nProse.\n", "section “One”: it needs a scenario"),
            (
                "\n## One\n\nProse.\n\n```scenario\nname = \"x\"\n",
                "section “One”: its scenario does not end",
            ),
            (
                &format!("\n## One\n\nProse.\n\n{SCENARIO}"),
                "section “One”: there should be prose before",
            ),
            (
                &format!(
                    "\n## One\n\nProse.\n\n{}\nAfter.",
                    SCENARIO.replace("ask = [\"ran\"]\n", "")
                ),
                "section “One”: it should ask for a prediction",
            ),
        ];
        for (body, wanted) in rows {
            let problem = Chapter::read(&format!("{HEAD}{body}")).expect_err(body);
            assert!(problem.starts_with(wanted), "{body:?}: {problem}");
        }
    }
}
