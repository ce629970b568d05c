//! The course that is shipped: every file can be read, and the engine says what it claims.

use std::path::Path;

use cors_course::Course;

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
