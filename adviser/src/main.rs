//! What the page asks for beside the app, so that the app need not wait for it to load: advice, and what is shared.

use cors_playground::share::{self, Format, Shared};
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// The smallest fixes of the scenario of a link, which is given without its `#`, as JSON.
#[wasm_bindgen]
pub fn fixes(fragment: &str) -> String {
    cors_fix::fixes_of_fragment(fragment)
}

/// The code of a stack, whose file is given, for the scenario of a link.
#[wasm_bindgen]
pub fn snippet(stack: &str, fragment: &str) -> String {
    cors_stacks::render_by_text(stack, fragment)
}

/// What there is to say about the link to a scenario, as JSON: see [`share::about`].
#[wasm_bindgen]
pub fn about(fragment: &str) -> String {
    share::about(fragment)
}

/// A scenario in a format, by its name, for people who find the playground at `address`.
///
/// # Errors
/// It cannot be said in that format: a sentence that says why.
#[wasm_bindgen]
pub fn shared(format: &str, fragment: &str, address: &str, send: usize) -> Result<String, String> {
    let Some(format) = Format::from_name(format) else {
        return Err("There is no such format.".to_owned());
    };
    share::shared(
        format,
        Shared {
            fragment,
            address,
            send,
        },
    )
}

/// The ending of a file with the code of a send: see [`share::script_ending`].
#[wasm_bindgen(js_name = scriptEnding)]
pub fn script_ending(fragment: &str, send: usize) -> String {
    share::script_ending(fragment, send).to_owned()
}

/// The fragment that opens the scenario of a file, whose text is given.
///
/// # Errors
/// A line for each thing that is wrong with it.
#[wasm_bindgen]
pub fn opened(text: &str) -> Result<String, String> {
    share::open_in_words(text)
}

/// What can be asked of a link's scenario before it is shown: for each question its name, the question, the
/// answer (`yes` or `no`) and why, one after the other.
#[wasm_bindgen]
pub fn predictions(fragment: &str) -> Vec<String> {
    let answers = cors_predict::answers_of_fragment(fragment);
    let told = answers.into_iter().flat_map(|it| {
        let words = [it.ask.as_str(), it.ask.question(), it.as_str()];
        [words.map(str::to_owned).to_vec(), vec![it.because]].concat()
    });
    told.collect()
}

fn main() {}
