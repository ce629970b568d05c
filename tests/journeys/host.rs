//! A page of another site: frames that a test puts into it, and what they and the page say to each other.

use serde_json::{Value, json};

use crate::page::{Page, setting};
use crate::screen::run;

/// What we tell everybody to write: no origin, no storage, no modules.
pub(crate) const SCRIPTS: Option<&str> = Some("allow-scripts");

/// A host in a window of its own.
pub(crate) struct Host {
    /// The window.
    pub(crate) page: Page,
}

impl Host {
    /// Opens one without frames.
    pub(crate) async fn open() -> Host {
        let page = Page::open_host("any.html").await;
        Host { page }
    }

    /// Puts in a frame of our site, by its path, query and fragment, and gives its number.
    pub(crate) async fn frames(&self, place: &str, sandbox: Option<&str>) -> usize {
        let url = setting("PLAYGROUND_URL");
        self.frames_address(&format!("{url}/{place}"), sandbox)
            .await
    }

    /// The same, by the whole address.
    pub(crate) async fn frames_address(&self, address: &str, sandbox: Option<&str>) -> usize {
        let script = "
            const [address, sandbox] = arguments;
            const frame = document.createElement('iframe');
            if (sandbox !== null) {
                frame.setAttribute('sandbox', sandbox);
            }
            Object.assign(frame, { title: 'A frame', src: address, width: 700, height: 500 });
            document.body.append(frame);
            return document.querySelectorAll('iframe').length - 1;";
        let number = self.runs(script, json!([address, sandbox])).await;
        number.as_u64().expect("a number") as usize
    }

    /// Waits for a message of this frame, of which `condition` holds, in script about `data`; and gives it with the
    /// origin that the browser says it has.
    pub(crate) async fn hears(&self, frame: usize, condition: &str) -> Value {
        self.hears_from(json!(frame), condition).await
    }

    /// Waits for what comes from no frame, as through a port.
    pub(crate) async fn hears_nobody(&self, condition: &str) -> Value {
        self.hears_from(json!(-1), condition).await["data"].clone()
    }

    async fn hears_from(&self, frame: Value, condition: &str) -> Value {
        let script = "
            const [frame, condition, answer] = arguments;
            const isIt = new Function('data', `return ${condition}`);
            const look = () => {
                const found = heard.find((it) => it.frame === frame && isIt(it.data));
                if (found) {
                    removeEventListener('message', look);
                    answer(found);
                }
            };
            addEventListener('message', look);
            look();";
        let arguments = vec![frame.clone(), json!(condition)];
        match self.page.client.execute_async(script, arguments).await {
            Ok(found) => found,
            Err(error) => {
                let heard = self.heard().await;
                panic!("waited in vain for {condition} of frame {frame}: {error}; heard {heard:#}")
            }
        }
    }

    /// Waits for a message of our own of this type.
    pub(crate) async fn hears_type(&self, frame: usize, kind: &str) -> Value {
        let found = self
            .hears(
                frame,
                &format!("data['cors-playground'] === 1 && data.type === '{kind}'"),
            )
            .await;
        found["data"].clone()
    }

    /// All that was heard.
    pub(crate) async fn heard(&self) -> Value {
        self.runs("return heard", json!([])).await
    }

    /// Forgets what was heard until now.
    pub(crate) async fn forgets(&self) {
        self.runs("heard.length = 0", json!([])).await;
    }

    /// Says something to a frame.
    pub(crate) async fn says(&self, frame: usize, message: Value) {
        let script = "
            const [frame, message] = arguments;
            document.querySelectorAll('iframe')[frame].contentWindow.postMessage(message, '*');";
        self.runs(script, json!([frame, message])).await;
    }

    /// Says something of our own to a frame.
    pub(crate) async fn asks(&self, frame: usize, mut message: Value) {
        message["cors-playground"] = json!(1);
        self.says(frame, message).await;
    }

    /// What follows happens in this frame, until `leaves`.
    pub(crate) async fn enters(&self, frame: usize) {
        let number = u16::try_from(frame).expect("few frames");
        let entered = self.page.client.enter_frame(number).await;
        entered.expect("the frame is there");
    }

    /// What follows happens in the host.
    pub(crate) async fn leaves(&self) {
        let left = self.page.client.enter_parent_frame().await;
        left.expect("it is the frame of a host");
    }

    /// Waits until as many pictures of the frame as it takes to answer anything have brought nothing new.
    pub(crate) async fn is_still(&self, frame: usize) {
        let pictures = "
            const [answer] = arguments;
            let left = 24;
            const next = () => left-- ? requestAnimationFrame(next) : answer(document.documentElement.outerHTML);
            next();";
        // Of what is out of sight there are no pictures.
        let show = "document.querySelectorAll('iframe')[arguments[0]].scrollIntoView()";
        self.runs(show, json!([frame])).await;
        let mut last = (Value::Null, Value::Null);
        loop {
            self.enters(frame).await;
            let text = self.page.client.execute_async(pictures, vec![]).await;
            self.leaves().await;
            let now = (text.expect("it is drawn"), self.heard().await);
            if now == last {
                return;
            }
            last = now;
        }
    }

    /// Runs a script in the frame.
    pub(crate) async fn runs_in(&self, frame: usize, script: &str, arguments: Value) -> Value {
        self.enters(frame).await;
        let returned = self.runs(script, arguments).await;
        self.leaves().await;
        returned
    }

    /// Runs a script in the host, or in the frame that was entered.
    pub(crate) async fn runs(&self, script: &str, arguments: Value) -> Value {
        let arguments = arguments.as_array().expect("a list").clone();
        run(&self.page, script, arguments).await
    }
}
