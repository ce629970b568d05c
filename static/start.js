// Starts the app. Where it cannot start, the text of the page stays and one line says why.
// A file of its own, for the page's security policy forbids scripts in the page itself; and no
// module, for a frame without an origin may not load modules and would then say nothing.
"use strict";

(() => {
  const root = document.documentElement;

  function whyNot(error) {
    if (typeof WebAssembly !== "object") {
      return "This browser has no WebAssembly, or it is switched off.";
    }
    if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) {
      return /security policy/i.test(error.message)
        ? "A security policy forbids WebAssembly here."
        : `This browser cannot run its WebAssembly (${error.message}).`;
    }
    if (error instanceof WebAssembly.RuntimeError) {
      return `It failed while it started (${error.message}).`;
    }
    return `A part of it could not be loaded (${error.message}). Reload the page to try again.`;
  }

  function sayWhyNot(error) {
    const reason = whyNot(error);
    root.dataset.app = reason;
    const line = document.getElementById("cannot-start");
    if (line) {
      line.textContent = `The playground cannot start. ${reason}`;
      line.hidden = false;
    }
  }

  async function start() {
    // Trunk writes the names of the built files into this element: see Trunk.toml.
    const files = document.querySelector("meta[name=app]").dataset;
    const script = new URL(files.script, document.baseURI);
    const wasm = new URL(files.wasm, document.baseURI);
    const app = await import(script.href);
    await app.default({ module_or_path: wasm });
    root.dataset.app = "started";
    // What advises on fixes, shares and embeds comes later, and may stay away.
    const later = document.querySelector("meta[name=later]");
    if (later) {
      import(new URL(later.content, document.baseURI).href)
        .then(({ begin }) => begin())
        .catch(() => {});
    }
  }

  // After a panic nothing in the app answers any more, so this notice does not depend on it.
  function watchForCrashes() {
    const notice = document.getElementById("crashed");
    window.addEventListener("error", ({ error }) => {
      if (error instanceof WebAssembly.RuntimeError) {
        notice.hidden = false;
        notice.scrollIntoView();
      }
    });
    document.getElementById("reload").addEventListener("click", () => location.reload());
  }

  start().then(watchForCrashes).catch(sayWhyNot);
})();
