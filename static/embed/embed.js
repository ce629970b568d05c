// <cors-playground>: the playground in a page of another site. A classic script without anything else, which
// stands under this name for ever: pages that embed it name it, so what it is called by never changes.
"use strict";

(() => {
  const NAME = "cors-playground";
  // A page may have it twice, as when two articles stand below each other.
  if (customElements.get(NAME)) {
    return;
  }
  const site = new URL("./", document.currentScript.src);
  const IN_QUERY = ["mode", "theme", "panels", "edit", "controls"];
  const EVENTS = ["ready", "step", "verdict", "solved"];
  const FRAME = {
    loading: "lazy",
    sandbox: "allow-scripts allow-popups allow-popups-to-escape-sandbox",
    allow: "clipboard-write; fullscreen",
    referrerpolicy: "no-referrer",
  };

  // A sheet made by script, for a policy of the host may forbid inline styles. The frame lies in the padding
  // above the author's link: a page can have that padding from the beginning, and then the link stays in its
  // place when this script comes.
  const styles = new CSSStyleSheet();
  styles.replaceSync(`
    :host { display: block; position: relative }
    :host([hidden]) { display: none }
    iframe { position: absolute; inset: 0 0 auto; inline-size: 100%; border: 0 }
  `);

  function clamped(height) {
    return Math.min(Math.max(height, 100), 4000);
  }

  customElements.define(NAME, class extends HTMLElement {
    static observedAttributes = ["scenario", "title", "height", ...IN_QUERY];

    #frame = null;
    #isReady = false;
    #waiting = [];
    #slot = document.createElement("slot");
    #listen = (event) => this.#hear(event);

    constructor() {
      super();
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [styles];
      root.append(this.#slot);
      // While the page is still being read, the link comes after its parent.
      this.#slot.addEventListener("slotchange", () => this.#name());
    }

    connectedCallback() {
      addEventListener("message", this.#listen);
      this.#open();
    }

    // Moved with its state, by moveBefore: the frame stays as it is.
    connectedMoveCallback() {}

    disconnectedCallback() {
      this.#isReady = false;
      removeEventListener("message", this.#listen);
    }

    attributeChangedCallback(name, before, now) {
      if (!this.isConnected || !this.#frame) {
        return;
      }
      if (name === "title") {
        this.#name();
      } else if (name === "height") {
        this.#setHeight(this.#reserved());
      } else if (name === "scenario" && this.#isReady) {
        // Also when it is the same: that brings back what a reader has changed.
        this.#send({ type: "load", scenario: this.#scenario() });
      } else if (name === "theme" && this.#isReady) {
        this.#send({ type: "theme", theme: now ?? "auto" });
      } else if (before !== now) {
        this.#open();
      }
    }

    // Shows a step: the name of a rule, also with ".2" for its second time, or "first", "last", "deciding".
    goTo(step) {
      this.#send({ type: "goto", step });
    }

    // Opens another scenario: the fragment of a link, without "#".
    load(fragment) {
      this.setAttribute("scenario", fragment);
    }

    // Always a new frame: another address in the same one would be a step of the host's history.
    #open() {
      const frame = document.createElement("iframe");
      for (const [name, value] of Object.entries(FRAME)) {
        frame.setAttribute(name, value);
      }
      const address = new URL("embed/", site);
      for (const name of IN_QUERY) {
        if (this.hasAttribute(name)) {
          address.searchParams.set(name, this.getAttribute(name));
        }
      }
      address.hash = this.#scenario();
      frame.src = address;
      this.#isReady = false;
      this.#frame?.remove();
      this.#frame = frame;
      this.#name();
      this.#setHeight(this.#reserved());
      this.#slot.before(frame);
    }

    #scenario() {
      return (this.getAttribute("scenario") ?? "").replace(/^#/, "");
    }

    #name() {
      const words = this.title || this.querySelector("a")?.textContent.trim() || "a scenario";
      this.#frame.title = `CORS playground: ${words}`;
    }

    #reserved() {
      return clamped(parseInt(this.getAttribute("height"), 10) || 560);
    }

    #setHeight(height) {
      this.style.paddingTop = this.#frame.style.height = `${height}px`;
    }

    // In a sandbox the frame has no origin that could be named.
    #post(message) {
      this.#frame.contentWindow.postMessage({ [NAME]: 1, ...message }, "*");
    }

    #send(message) {
      this.#isReady ? this.#post(message) : this.#waiting.push(message);
    }

    #hear({ source, data }) {
      // Only the window tells who speaks: any sandboxed frame has the origin "null".
      if (source !== this.#frame.contentWindow || data?.[NAME] !== 1) {
        return;
      }
      const { [NAME]: version, type, ...detail } = data;
      if (type === "resize") {
        this.#resize(detail);
      } else if (type === "ready") {
        this.#isReady = true;
        this.#waiting.splice(0).forEach((message) => this.#post(message));
      }
      if (EVENTS.includes(type)) {
        this.dispatchEvent(new CustomEvent(`${NAME}-${type}`, { detail, bubbles: true }));
      }
    }

    // Nothing that a reader sees may move unless the reader did something. So what has loaded gets its height
    // only while it is still below the screen; later the frame scrolls inside.
    // No `frame-sizing: content-height`, which Chromium has: it gives the frame any height at any time.
    #resize({ height, after }) {
      const isBelow = this.getBoundingClientRect().top >= innerHeight;
      if (Number.isFinite(height) && (isBelow || after === "user")) {
        this.#setHeight(clamped(Math.ceil(height)));
      }
    }
  });
})();
