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

fn main() {}
