//! What the page asks for advice, apart from the app, so that the app need not wait for it to load.

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
