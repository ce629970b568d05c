//! The course: presets, chapters and interview cards, read from `content/`, checked by the engine,
//! and written as pages.
//!
//! It runs when the site is built, never in a browser: what it writes are pages and data files, loaded
//! when somebody opens them. In reading order: what a file claims of a scenario, the kinds of files, the
//! whole, scenarios made up for practice, the pages.

mod claim;
mod front_matter;
mod problem;
mod prose;

mod card;
mod chapter;
mod preset;
mod scenarios;

mod course;
pub mod made;
mod pages;

pub use card::Card;
pub use chapter::{Chapter, Section};
pub use claim::Claim;
pub use cors_predict::{Answer, Ask, answers};
pub use course::Course;
pub use pages::{Frame, Page, Template, pages, without_preloads};
pub use preset::Preset;
pub use problem::Problem;
