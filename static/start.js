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

  // A frame without an origin may load neither modules nor wasm from our host, but classic scripts, which
  // bring their wasm along; a single file has them in it.
  const parts = (globalThis.corsPlayground ??= {});

  function bring(file) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = file;
      script.onload = resolve;
      script.onerror = () => reject(Error(`no ${file}`));
      document.head.append(script);
    });
  }

  // Begins a part of the app, whose files the build writes into the element with its name: see Trunk.toml.
  async function begin(name) {
    const files = document.querySelector(`meta[name=${name}]`)?.dataset ?? {};
    if (files.classic && self.origin === "null") {
      await bring(files.classic);
    }
    if (parts[name]) {
      return parts[name]();
    }
    const url = (file) => new URL(file, document.baseURI).href;
    const module = files.script && (await import(url(files.script)));
    return module?.default(files.wasm && { module_or_path: url(files.wasm) });
  }

  async function start() {
    await begin("app");
    root.dataset.app = "started";
    // What advises on fixes, shares and embeds may stay away.
    begin("later").catch(() => (root.dataset.later = "missing"));
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
