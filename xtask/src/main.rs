//! Sets up, serves and tests the project.
fn main() {}
