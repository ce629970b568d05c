// What a frame and its host say to each other: docs/embedding.md. What a host says is taken as text, field by
// field; what is not exactly as agreed is nothing.
"use strict";

(() => {
  const NAME = "cors-playground";
  const VERSION = 1;
  const MOST_CHARACTERS = 40 * 1024;
  const THEMES = ["auto", "light", "dark"];
  const PLACES = ["first", "last", "deciding"];
  const STEP = /^[a-z0-9-]{1,80}(\.[1-9][0-9]{0,3})?$/;

  // What a message asks for, or `null`.
  function read(message) {
    if (typeof message !== "object" || message === null || message[NAME] !== VERSION) {
      return null;
    }
    const { type, theme, step, scenario } = message;
    switch (type) {
      case "theme":
        return THEMES.includes(theme) ? { type, theme } : null;
      case "goto":
        return PLACES.includes(step) || (typeof step === "string" && STEP.test(step)) ? { type, step } : null;
      case "load":
        return typeof scenario === "string" && scenario.length <= MOST_CHARACTERS
          ? { type, scenario: scenario.replace(/^#/, "") }
          : null;
      case "connect":
        return { type };
      default:
        return null;
    }
  }

  // Tells the host. None of it is the scenario's text, so whoever the host is may hear it.
  function tell(type, fields) {
    window.parent.postMessage({ [NAME]: VERSION, type, ...fields }, "*");
  }

  // The scenario leaves the frame only through a port that the host has given.
  function tellScenario(port) {
    port.postMessage({ [NAME]: VERSION, type: "scenario", fragment: location.hash.slice(1) });
  }

  // Calls `act` for what the host asks. Of many messages at once the last of each type counts.
  function listen(act) {
    const waiting = new Map();
    let timer = null;
    window.addEventListener("message", (event) => {
      if (event.source !== window.parent || window.parent === window) {
        return;
      }
      const asked = read(event.data);
      if (asked === null) {
        return;
      }
      waiting.set(asked.type, { ...asked, port: event.ports[0] });
      timer ??= setTimeout(() => {
        timer = null;
        // A step is of the scenario that was asked for along with it.
        const all = ["theme", "load", "goto", "connect"].map((type) => waiting.get(type));
        waiting.clear();
        all.filter(Boolean).forEach(act);
      }, 16);
    });
  }

  if (globalThis.corsFrame) {
    Object.assign(globalThis.corsFrame, { read, tell, tellScenario, listen });
  }
})();
