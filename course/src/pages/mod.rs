//! The pages of the course, made when the site is built: text that can be read without the app, and places
//! for the scripts in `static/course` to work in.

mod cases;
mod chapters;
mod interview;
mod predict;
mod template;

pub use template::{Template, without_preloads};

use cors_engine::{PreflightCache, evaluate};
use cors_link::StepName;

use crate::claim::Claim;
use crate::course::Course;
use crate::prose::{escape, html, inline};

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Where it stands, below the page of the playground.
    pub path: String,
    /// What is in it.
    pub text: String,
    /// What other sites show of it in a frame, when somebody pastes its address there.
    pub frame: Option<Frame>,
}

/// What a frame in another site shows of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// What it is about.
    pub title: String,
    /// How readers meet it, as the frame's address says.
    pub mode: &'static str,
    /// The scenario.
    pub fragment: String,
}

impl Page {
    fn new(folder: &str, text: String) -> Page {
        Page {
            path: format!("{folder}index.html"),
            text,
            frame: None,
        }
    }

    fn with_frame(self, title: &str, mode: &'static str, fragment: String) -> Page {
        let title = title.to_owned();
        Page {
            frame: Some(Frame {
                title,
                mode,
                fragment,
            }),
            ..self
        }
    }
}

/// All pages of the course. `assets` is the folder of its scripts and styles.
pub fn pages(course: &Course, template: &Template, assets: &str) -> Vec<Page> {
    let mut pages = vec![
        cases::list(course, template, assets),
        chapters::list(course, template, assets),
    ];
    pages.extend(cases::pages(course, template, assets));
    pages.extend(chapters::pages(course, template, assets));
    pages.extend(interview::pages(course, template, assets));
    pages
}

/// The fragment that opens the scenario of a claim, at its step.
fn fragment(course: &Course, claim: &Claim) -> String {
    let scenario = course.scenario(claim);
    // A link has a step of the first send only; the others open at theirs that decides.
    let step = claim.step_name().filter(|_| claim.send == 1);
    let deciding = StepName::deciding(&evaluate(scenario, &PreflightCache::new()));
    cors_link::write(scenario, step.as_ref().filter(|step| **step != deciding))
}
