// What makes the playground a frame in somebody else's page: it does what the address and the host ask, and tells
// the host what happens. It asks the reader nothing and takes no keyboard.
"use strict";

(() => {
  const frame = globalThis.corsFrame;
  if (!frame) {
    return;
  }
  const root = document.documentElement;
  const app = document.getElementById("app");
  const QUIET_MS = 250;
  const LOCKED = {
    all: "",
    request: "[data-kind=server-editor], #fix",
    server: "[data-kind=page-editor]",
    none: "[data-kind=server-editor], #fix, [data-kind=page-editor]",
  };

  const told = {};
  const ports = [];
  // Whether the page could not read, when the scenario was given, and has not read since.
  let isToSolve = false;

  // Fields that may not be changed can still be read and copied; a request that may not is shown as its code.
  function lock() {
    const places = LOCKED[root.dataset.edit];
    if (!places) {
      return;
    }
    if (places.includes("page-editor")) {
      app.querySelector(".code:not([open])")?.setAttribute("open", "");
    }
    for (const place of app.querySelectorAll(places)) {
      for (const control of place.querySelectorAll("input, textarea, select, button")) {
        if (control.matches("textarea, input:not([type=checkbox], [type=radio])")) {
          control.readOnly ||= true;
        } else if (!control.matches("[data-command=copy]")) {
          control.disabled ||= true;
        }
        const isEmpty = control.matches("[type=checkbox]") ? !control.checked : control.value === "";
        control.toggleAttribute("data-empty", isEmpty);
      }
    }
  }

  // Tells what is other than it was when it was last told.
  function tell(type, fields) {
    const text = JSON.stringify(fields);
    if (told[type] !== text) {
      told[type] = text;
      frame.tell(type, fields);
    }
  }

  function outcome() {
    const [sent, reached, readable] = [...app.querySelectorAll(".lane .answer")].map((it) => it.dataset.tone);
    if (readable === "allow") {
      return "readable";
    }
    if (app.querySelector(".verdict")?.dataset.tone === "open") {
      return "opaque";
    }
    if (sent !== "allow") {
      return "never-sent";
    }
    return reached === "allow" ? "withheld" : "unanswered";
  }

  function tellVerdict() {
    const headline = app.querySelector(".verdict h1")?.textContent;
    if (!headline || "asked" in root.dataset) {
      return;
    }
    tell("verdict", { outcome: outcome(), headline });
    if (isToSolve && outcome() === "readable") {
      isToSolve = false;
      frame.tell("solved", {});
    }
  }

  // What is solved is what the host has given, and only where it is not to be predicted.
  function begin() {
    isToSolve = root.dataset.mode === "play" && outcome() !== "readable";
  }

  function tellStep() {
    const step = app.querySelector(".step");
    const all = [...app.querySelectorAll("[data-listed]")];
    const number = all.findIndex((it) => it.querySelector("[aria-current]")) + 1;
    if (step && !("asked" in root.dataset)) {
      tell("step", { rule: step.dataset.rule, number, of: all.length, outcome: step.dataset.outcome });
    }
  }

  // Another scenario in the address, which the app follows.
  function load(scenario) {
    const from = location.href;
    history.replaceState(null, "", `${location.pathname}${location.search}#${scenario}`);
    dispatchEvent(new HashChangeEvent("hashchange", { oldURL: from, newURL: location.href }));
    isToSolve = false;
    // The app shows it first.
    setTimeout(begin);
    if (root.dataset.mode === "predict") {
      root.dataset.asked = "";
      document.dispatchEvent(new Event("given"));
    }
  }

  function goTo(step) {
    const all = [...app.querySelectorAll("[data-listed]")];
    const [rule, occurrence = "1"] = step.split(".");
    const found = {
      first: () => all[0],
      last: () => all.at(-1),
      deciding: () => all.find((it) => it.dataset.deciding),
    }[step] ?? (() => all.filter((it) => it.dataset.listed === rule)[Number(occurrence) - 1]);
    found()?.querySelector("button").click();
  }

  function act({ type, theme, step, scenario, port }) {
    switch (type) {
      case "theme":
        root.dataset.theme = theme;
        return;
      case "goto":
        goTo(step);
        return;
      case "load":
        load(scenario);
        return;
      case "connect":
        if (port && ports.length < 8) {
          ports.push(port);
          frame.tellScenario(port);
        }
    }
  }

  // The same scenario in the playground itself, in a window of its own.
  function pointOut() {
    const link = document.getElementById("to-playground");
    if (link) {
      link.href = link.href.split("#")[0] + location.hash;
    }
  }

  function sayProblems() {
    const place = document.getElementById("frame-problems");
    for (const words of frame.problems) {
      const line = document.createElement("li");
      line.textContent = words;
      place.append(line);
    }
    place.hidden = frame.problems.length === 0;
  }

  function follow() {
    let quiet = null;
    const changed = () => {
      lock();
      tellStep();
      tellVerdict();
      pointOut();
      frame.measureSoon();
      // Nobody follows what was just done here, or it would be done for ever.
      watcher.takeRecords();
    };
    const watcher = new MutationObserver(changed);
    watcher.observe(app, { subtree: true, childList: true, attributes: true, characterData: true });
    const tellSoon = () => {
      clearTimeout(quiet);
      quiet = setTimeout(() => ports.forEach(frame.tellScenario), QUIET_MS);
    };
    new MutationObserver(tellSoon).observe(app, { attributeFilter: ["data-scenario"] });
    // What the host gives is in the address before the app has it.
    window.addEventListener("hashchange", tellSoon);
    const followApp = () => {
      if (!root.dataset.app) {
        return;
      }
      // Also where it cannot start: then it says why.
      if (!told.ready) {
        told.ready = true;
        frame.tell("ready", {});
        frame.watchHeight();
        begin();
      }
      if (root.dataset.later === "missing") {
        // The questions could not be loaded, so nobody is kept from the answer.
        delete root.dataset.asked;
      }
      changed();
    };
    new MutationObserver(followApp).observe(root, { attributeFilter: ["data-app", "data-later", "data-asked"] });
    // The app may have started while this script was still on its way.
    followApp();
    document.addEventListener("predicted", ({ detail }) => {
      if (detail.length > 0 && detail.every(({ result }) => result === "right")) {
        frame.tell("solved", {});
      }
    });
  }

  // A browser would scroll the host's page along to what the app brings into sight.
  Element.prototype.scrollIntoView = function () {
    scrollBy(0, this.getBoundingClientRect().top);
  };
  sayProblems();
  pointOut();
  follow();
  frame.listen(act);
})();
