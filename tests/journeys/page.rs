//! The page as a person finds things on it: by role, label and words. Any error of the page fails the journey.

use std::time::{Duration, Instant};
use std::{env, fs};

use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

/// How long a condition may take to become true: long, for the machine may be busy with something else.
const PATIENCE: Duration = Duration::from_secs(30);

/// What a script waits for between two looks at a condition.
const A_MOMENT: &str = "setTimeout(arguments[0], 10)";

/// The page in a window of its own.
pub(crate) struct Page {
    /// The window.
    pub(crate) client: Client,
}

impl Page {
    /// Opens the page, and waits until the app runs.
    pub(crate) async fn open() -> Page {
        Page::open_at("").await
    }

    /// Opens the page with a fragment, which begins with `#`, or another page by its path, and waits until
    /// the app runs.
    pub(crate) async fn open_at(place: &str) -> Page {
        let page = Page::open_text_at(place).await;
        page.sees("html[data-app=started]").await;
        page
    }

    /// Opens a page that may be text alone.
    pub(crate) async fn open_text_at(place: &str) -> Page {
        Page::open_address(&format!("{}/{place}", setting("PLAYGROUND_URL"))).await
    }

    /// Opens a page of another site, which frames the playground: docs/embed-host.html, or one of tests/hosts.
    pub(crate) async fn open_host(name: &str) -> Page {
        Page::open_address(&format!("{}/{name}", setting("HOST_URL"))).await
    }

    /// Opens a page by its whole address.
    pub(crate) async fn open_address(url: &str) -> Page {
        Page::open_in_browser(url, &[]).await
    }

    /// The same, in a browser that is started with further arguments.
    pub(crate) async fn open_in_browser(url: &str, further: &[String]) -> Page {
        let text = fs::read_to_string(setting("WEBDRIVER_CAPABILITIES")).expect("xtask wrote it");
        let mut capabilities: Capabilities = serde_json::from_str(&text).expect("it is JSON");
        let arguments = capabilities["goog:chromeOptions"]["args"].as_array_mut();
        let arguments = arguments.expect("webdriver.json has them");
        arguments.extend(further.iter().map(|it| json!(it)));
        capabilities.insert("goog:loggingPrefs".into(), json!({ "browser": "ALL" }));
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let client = builder
            .capabilities(capabilities)
            .connect(&setting("WEBDRIVER_URL"))
            .await
            .expect("the browser starts");
        let page = Page { client };
        page.client.goto(url).await.expect("the page loads");
        page
    }

    /// Goes to another page of the site, by its path.
    pub(crate) async fn turns_to(&self, place: &str) {
        let url = setting("PLAYGROUND_URL");
        let url = format!("{url}/{place}");
        self.client.goto(&url).await.expect("the page loads");
    }

    /// Ends the journey: fails if the page or the console reported an error.
    pub(crate) async fn close(self) {
        let entries = self.client.issue_cmd(BrowserLog).await.expect("a log");
        let errors: Vec<&Value> = entries
            .as_array()
            .expect("a list")
            .iter()
            .filter(|entry| entry["level"] == "SEVERE")
            .collect();
        assert!(errors.is_empty(), "the page reported: {errors:#?}");
        self.client.close().await.expect("the browser ends");
    }

    /// Waits for an element.
    pub(crate) async fn sees(&self, css: &str) -> Element {
        let found = self.client.wait().for_element(Locator::Css(css)).await;
        found.unwrap_or_else(|error| panic!("{css}: {error}"))
    }

    /// Waits for an element.
    pub(crate) async fn finds(&self, xpath: &str) -> Element {
        let found = self.client.wait().for_element(Locator::XPath(xpath)).await;
        found.unwrap_or_else(|error| panic!("{xpath}: {error}"))
    }

    /// Waits for the verdict's headline.
    pub(crate) async fn verdict(&self, headline: &str) {
        self.finds(&format!("//h1[normalize-space()='{headline}']"))
            .await;
    }

    /// Waits until this rule is the deciding one.
    pub(crate) async fn decided_by(&self, rule: &str) {
        self.sees(&format!("[data-deciding][data-listed='{rule}']"))
            .await;
    }

    /// Goes to the deciding step, as the verdict's last outcome offers.
    pub(crate) async fn goes_to_the_deciding_step(&self) {
        let lane = self.sees(".lanes > li:last-child > button").await;
        lane.click().await.expect("a button");
        self.sees(".step[data-deciding]").await;
    }

    /// The button with this name.
    pub(crate) async fn button(&self, name: &str) -> Element {
        let ends_with = format!("//button[.//span[normalize-space()='{name}']]");
        self.finds(&ends_with).await
    }

    /// Presses the button with this name, or these words.
    pub(crate) async fn presses(&self, name: &str) {
        let button = format!(
            "//button[normalize-space()='{name}' or @aria-label='{name}' or .//span[normalize-space()='{name}'] or .//code[normalize-space()='{name}'] or .//span[substring-after(normalize-space(), ': ')='{name}']]"
        );
        let button = self.finds(&button).await;
        button.click().await.expect("a button");
    }

    /// Presses the button with these words in the group of header lines with this legend.
    pub(crate) async fn presses_in(&self, legend: &str, words: &str) {
        let group = format!("//fieldset[normalize-space(legend)='{legend}']");
        let button = format!("{group}//button[normalize-space()='{words}']");
        self.finds(&button).await.click().await.expect("a button");
    }

    /// Unfolds what these words stand above.
    pub(crate) async fn presses_summary(&self, words: &str) {
        let summary = self
            .finds(&format!("//summary[normalize-space()='{words}']"))
            .await;
        summary.click().await.expect("a summary");
    }

    /// Lets this browser, or the standard, judge.
    pub(crate) async fn judged_by(&self, name: &str) {
        let choice = self
            .finds(&format!("//label[normalize-space()='{name}']"))
            .await;
        choice.click().await.expect("it can be chosen");
    }

    /// Waits until a field holds a text.
    pub(crate) async fn field_holds(&self, id: &str, text: &str) {
        let script = "return document.getElementById(arguments[0])?.value === arguments[1]";
        self.until(script, id, text).await;
    }

    /// Waits until an element has the keyboard.
    pub(crate) async fn focus_is_on(&self, id: &str) {
        self.until("return document.activeElement.id === arguments[0]", id, "")
            .await;
    }

    /// Waits until the address has this in it.
    pub(crate) async fn address_has(&self, text: &str) {
        self.until("return location.hash.includes(arguments[0])", text, "")
            .await;
    }

    /// Waits until the address is the page's own, without a scenario.
    pub(crate) async fn address_is_bare(&self) {
        self.until("return location.hash === ''", "", "").await;
    }

    /// Follows a link to the page itself.
    pub(crate) async fn follows(&self, address: &str) {
        self.until("location.href = arguments[0]; return true", address, "")
            .await;
    }

    /// Waits until a script says yes.
    pub(crate) async fn until(&self, script: &str, first: &str, second: &str) {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            let said = self
                .client
                .execute(script, vec![first.into(), second.into()])
                .await;
            if said.expect("a script") == Value::Bool(true) {
                return;
            }
            // Leaves the browser time to work; a page that is being left may not answer.
            let _ = self.client.execute_async(A_MOMENT, vec![]).await;
        }
        panic!("waited in vain for {first:?} {second:?}: {script}");
    }

    /// Chooses an option of the field with this label.
    pub(crate) async fn chooses(&self, label: &str, option: &str) {
        let field = self.field(label).await;
        field
            .select_by_value(option)
            .await
            .expect("it has that option");
    }

    /// Waits until an element has these words in it, also where they are scrolled or folded away.
    pub(crate) async fn reads(&self, css: &str, words: &str) {
        let script = "return [...document.querySelectorAll(arguments[0])].some(
            (element) => element.textContent.includes(arguments[1]))";
        self.until(script, css, words).await;
    }

    /// The text of an element.
    pub(crate) async fn text(&self, css: &str) -> String {
        self.sees(css).await.text().await.expect("it has a text")
    }

    /// The field with this label, on the whole page.
    pub(crate) async fn field(&self, label: &str) -> Element {
        let labelled = format!("//*[@id=//label[normalize-space()='{label}']/@for]");
        self.finds(&labelled).await
    }

    /// The field with this label in the group of header lines with this legend.
    pub(crate) async fn header_field(&self, legend: &str, label: &str) -> Element {
        let group = format!("//fieldset[normalize-space(legend)='{legend}']");
        let labelled = format!("{group}//*[@id=//label[normalize-space()='{label}']/@for]");
        self.finds(&labelled).await
    }

    /// Adds a header line to the group with this legend, and types it as line number `number`.
    pub(crate) async fn add_header(&self, legend: &str, number: usize, name: &str, value: &str) {
        let group = format!("//fieldset[normalize-space(legend)='{legend}']");
        let button = format!("{group}//button[normalize-space()='+ Add a header']");
        let button = self.finds(&button).await;
        button.click().await.expect("a button");
        let label = format!("Name of header {number}");
        type_into(&self.header_field(legend, &label).await, name).await;
        let label = format!("Value of header {number}");
        type_into(&self.header_field(legend, &label).await, value).await;
    }

    /// Types a text into the field with this label, in place of what stands there.
    pub(crate) async fn types(&self, label: &str, text: &str) {
        type_into(&self.field(label).await, text).await;
    }
}

/// What xtask says in a variable.
pub(crate) fn setting(name: &str) -> String {
    env::var(name).expect("start the journeys with `cargo xtask test journeys`")
}

/// Types a text into a field, in place of what stands there.
pub(crate) async fn type_into(field: &Element, text: &str) {
    let control = char::from(Key::Control);
    let release = char::from(Key::Null);
    let delete = char::from(Key::Delete);
    let keys = format!("{control}a{release}{delete}{text}");
    field.send_keys(&keys).await.expect("a field to type into");
}

/// Chromium's own command for what its console shows.
#[derive(Debug)]
struct BrowserLog;

impl WebDriverCompatibleCommand for BrowserLog {
    fn endpoint(
        &self,
        base_url: &url::Url,
        session_id: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        let session = session_id.unwrap_or_default();
        base_url.join(&format!("session/{session}/se/log"))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (
            http::Method::POST,
            Some(json!({ "type": "browser" }).to_string()),
        )
    }
}
