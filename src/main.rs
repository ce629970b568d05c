//! Mounts the app in place of the text that stands in the HTML.

use cors_playground::app::App;
use cors_playground::view::words;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    let page = web_sys::window().and_then(|window| window.document());
    let element = |id| page.as_ref()?.get_element_by_id(id);
    if let Some(text) = element("words").and_then(|words| words.text_content()) {
        words::provide(text);
    }
    let mount = element("app").expect("index.html has an element with the id app");
    yew::Renderer::<App>::with_root(mount).render();
}
