//! Tests in a real browser's DOM: `cargo xtask test web`.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);

mod mounting {
    use js_sys::{JsString, Promise};
    use wasm_bindgen_futures::JsFuture;
    use wasm_bindgen_test::wasm_bindgen_test;
    use yew::prelude::*;

    #[component]
    fn Greeting() -> Html {
        html! { <p>{ "hello" }</p> }
    }

    #[wasm_bindgen_test]
    async fn a_component_reaches_the_dom() {
        let document = web_sys::window().and_then(|window| window.document()).expect("a page");
        let root = document.create_element("div").expect("an element");
        yew::Renderer::<Greeting>::with_root(root.clone()).render();
        // Yew renders in a microtask; this one comes after it.
        JsFuture::from(Promise::resolve(&JsString::from("after"))).await.expect("it is resolved");
        assert_eq!(root.inner_html(), "<p>hello</p>");
    }
}
