//! The course that is shipped: every file can be read, and the engine says what it claims.

use std::path::Path;

use cors_course::{Claim, Course};
use cors_link::MOST_TO_SHARE;

fn course() -> Course {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    Course::read(&folder).unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{} problems:\n{}", lines.len(), lines.join("\n"))
    })
}

#[test]
fn every_claim_of_the_course_is_what_the_engine_says() {
    let course = course();
    assert!(course.presets.len() >= 40);
    assert_eq!(course.chapters.len(), 6);
    assert!(course.cards.len() >= 24);
}

/// How many characters the link has that opens the scenario of a claim at its step.
fn length(course: &Course, claim: &Claim) -> usize {
    let step = claim
        .step
        .as_ref()
        .map_or(0, |step| "&step=".len() + step.len());
    cors_link::write(course.scenario(claim), None).len() + step
}

#[test]
fn links_are_short_enough_to_be_shared() {
    let course = course();
    let sections = course.chapters.iter().flat_map(|it| &it.sections);
    for section in sections {
        let length = length(&course, &section.claim);
        assert!(length <= MOST_TO_SHARE, "{}: {length}", section.heading);
    }
    let mut lengths = Vec::new();
    for case in &course.presets {
        let length = length(&course, &case.claim());
        assert!(length <= MOST_TO_SHARE, "{}: {length}", case.slug);
        lengths.push(length);
    }
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(median <= 200, "{median} characters in the median");
}
