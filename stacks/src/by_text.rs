//! From the text of a stack's file and a link to code, for a worker in a browser.

use crate::policy::Policy;
use crate::render::render;
use crate::stack::Stack;

/// The code of a stack for the scenario of a link, which is given without its `#`; or a sentence.
///
/// Total: any two texts give a text. A fragment that is no link stands for the opening scenario.
pub fn render_by_text(stack_file_text: &str, fragment: &str) -> String {
    let stack = match Stack::read("stack", stack_file_text) {
        Ok(stack) => stack,
        Err(problems) => {
            let lines = problems.iter().map(ToString::to_string);
            return lines.collect::<Vec<_>>().join("\n");
        }
    };
    let scenario =
        cors_link::read(fragment).map_or_else(cors_engine::Scenario::opening, |link| link.scenario);
    render(&stack, &Policy::of(&scenario))
}
