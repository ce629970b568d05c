//! Tests in a real browser's DOM: `cargo xtask test web`.
#![cfg(target_arch = "wasm32")]

use cors_playground::app::App;
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, Event, EventInit, HtmlElement, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

#[path = "../engine/tests/support/url_table.rs"]
mod url_table;

#[wasm_bindgen_test]
fn the_browsers_url_parser_agrees_with_the_native_one() {
    url_table::check_url_table();
}

fn set_address(fragment: &str) {
    let window = web_sys::window().expect("a page");
    let history = window.history().expect("a history");
    let set = history.replace_state_with_url(&JsValue::NULL, "", Some(fragment));
    set.expect("it can be changed");
}

/// The app, mounted in a document of its own to the test.
struct Mounted {
    document: Document,
    root: Element,
}

impl Mounted {
    async fn new() -> Mounted {
        let document = web_sys::window()
            .and_then(|window| window.document())
            .expect("a page");
        // Ids are unique in a document, so the app of the test before goes.
        for id in ["app", "status"] {
            if let Some(old) = document.get_element_by_id(id) {
                old.remove();
            }
        }
        // What the app before wrote into the address would be opened.
        set_address("#");
        let status = document.create_element("p").expect("an element");
        status.set_id("status");
        let root = document.create_element("div").expect("an element");
        root.set_id("app");
        let body = document.body().expect("a body");
        body.append_child(&status).expect("it takes an element");
        body.append_child(&root).expect("it takes an element");
        yew::Renderer::<App>::with_root(root.clone()).render();
        let mounted = Mounted { document, root };
        mounted
            .until("the app is there", |it| it.headline().is_some())
            .await;
        mounted
    }

    /// Waits until `holds`, giving way to what the browser has still to do.
    async fn until(&self, what: &str, holds: impl Fn(&Mounted) -> bool) {
        for _ in 0..1000 {
            if holds(self) {
                return;
            }
            // A turn of the event loop: tasks, and not only microtasks, get their chance.
            let turn = Promise::new(&mut |resolve, _| {
                let window = web_sys::window().expect("a page");
                window.set_timeout_with_callback(&resolve).expect("a timer");
            });
            JsFuture::from(turn).await.expect("it is resolved");
        }
        panic!("waited in vain: {what}");
    }

    fn headline(&self) -> Option<String> {
        self.root.query_selector("h1").ok()??.text_content()
    }

    fn element<T: JsCast>(&self, id: &str) -> T {
        let element = self.document.get_element_by_id(id);
        let element = element.unwrap_or_else(|| panic!("no element #{id}"));
        element
            .dyn_into()
            .unwrap_or_else(|_| panic!("#{id} is of another kind"))
    }

    fn focused(&self) -> Option<String> {
        self.document.active_element().map(|element| element.id())
    }

    /// Types a text as a person does: the field has the focus, its value changes, an event says so.
    fn types(&self, id: &str, text: &str) {
        let input: HtmlInputElement = self.element(id);
        input.focus().expect("a field takes the focus");
        input.set_value(text);
        let init = EventInit::new();
        init.set_bubbles(true);
        let event = Event::new_with_event_init_dict("input", &init).expect("an event");
        input.dispatch_event(&event).expect("it is sent");
    }

    fn click(&self, id: &str) {
        let button: HtmlElement = self.element(id);
        button.focus().expect("a button takes the focus");
        button.click();
    }
}

#[wasm_bindgen_test]
async fn an_edit_changes_the_verdict_and_leaves_the_focus() {
    let app = Mounted::new().await;
    let before = app.headline();
    app.types("page-url", "https://api.backend.com/");
    app.until("the verdict changes", |it| it.headline() != before)
        .await;
    assert_eq!(app.headline().as_deref(), Some("The page reads the answer"));
    assert_eq!(app.focused().as_deref(), Some("page-url"));
}

#[wasm_bindgen_test]
async fn the_status_line_says_the_verdict() {
    let app = Mounted::new().await;
    app.types("request-url", "http://");
    let status = |it: &Mounted| {
        let line: HtmlElement = it.element("status");
        line.text_content().unwrap_or_default()
    };
    app.until("it is announced", |it| status(it).contains("exception"))
        .await;
    assert_eq!(Some(status(&app)), app.headline());
}

#[wasm_bindgen_test]
async fn the_address_follows_what_is_typed_and_opens_what_is_typed_there() {
    let app = Mounted::new().await;
    app.types("request-method", "PUT");
    let hash = || {
        let window = web_sys::window().expect("a page");
        window.location().hash().unwrap_or_default()
    };
    app.until("the address follows", |_| hash().contains("method=PUT"))
        .await;
    let location = web_sys::window().expect("a page").location();
    location.set_hash("v=1&method=DELETE").expect("an address");
    let method: HtmlInputElement = app.element("request-method");
    app.until("the link is opened", |_| method.value() == "DELETE")
        .await;
}

#[wasm_bindgen_test]
async fn a_line_that_is_added_takes_the_focus() {
    let app = Mounted::new().await;
    app.click("response-add");
    let name = "response-header-2-name";
    app.until("the new line has the focus", |it| {
        it.focused().as_deref() == Some(name)
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_line_that_is_removed_leaves_the_focus_on_its_list() {
    let app = Mounted::new().await;
    let remove = app
        .root
        .query_selector("[aria-label='Remove header 1, Accept']");
    let remove: HtmlElement = remove
        .expect("a selector")
        .expect("a button")
        .unchecked_into();
    remove.focus().expect("a button takes the focus");
    remove.click();
    app.until("the list has the focus", |it| {
        it.focused().as_deref() == Some("request-add")
    })
    .await;
}

#[wasm_bindgen_test]
async fn bad_input_is_tied_to_its_field() {
    let app = Mounted::new().await;
    app.types("response-status", "99");
    let input: HtmlInputElement = app.element("response-status");
    app.until("the field is marked", |_| {
        input.has_attribute("aria-invalid")
    })
    .await;
    let id = input
        .get_attribute("aria-describedby")
        .expect("it names its problem");
    let problem: HtmlElement = app.element(&id);
    assert!(
        problem
            .text_content()
            .unwrap_or_default()
            .contains("200 to 999")
    );
    assert_eq!(input.value(), "99", "what is typed stays");
}
