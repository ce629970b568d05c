// Tells the host how high the frame's page is, in the words of each that takes such a thing.
"use strict";

(() => {
  const frame = globalThis.corsFrame;
  if (!frame) {
    return;
  }
  // In a window of its own there is nobody to tell.
  const isFramed = window.parent !== window;
  // What follows an act of the reader within this time comes of it.
  const ACT_LASTS_MS = 1000;
  // One act may change much, one after the other.
  const SOON_MS = 50;
  // WordPress takes nothing outside of these.
  const WORDPRESS = { least: 200, most: 1000 };

  let told = [];
  let toldAfter = "load";
  let acted = -Infinity;
  let timer = null;

  function tell(height) {
    const after = performance.now() - acted < ACT_LASTS_MS ? "user" : "load";
    if (after === "user") {
      told = told.slice(-1);
    }
    const last = told.at(-1);
    // A host may leave a height alone that came of loading, and follow the reader: so an act tells it once more.
    const isNew = height !== last || (after === "user" && toldAfter === "load");
    if (!isNew || !isFramed) {
      return;
    }
    // A host whose answer changes our height again would make us swing: the greater of two stays.
    if (told.includes(height) && height < last) {
      return;
    }
    toldAfter = after;
    told = [...told, height].slice(-4);
    frame.tell("resize", { height, after });
    const others = [
      JSON.stringify({ src: frame.address, context: "iframe.resize", height }),
      { subject: "lti.frameResize", height },
      { sentinel: "amp", type: "embed-size", height },
    ];
    if (frame.secret) {
      const value = Math.min(Math.max(height, WORDPRESS.least), WORDPRESS.most);
      others.push({ message: "height", value, secret: frame.secret });
    }
    others.forEach((message) => window.parent.postMessage(message, "*"));
    // Chromium's own way, for which the page has <meta name="responsive-embedded-sizing">.
    window.requestResize?.();
  }

  // What a script presses, as for a host that asks for a step, is no act of the reader.
  function noteAct({ isTrusted }) {
    if (isTrusted) {
      acted = performance.now();
      measureSoon();
    }
  }

  function watch() {
    for (const event of ["pointerdown", "keydown", "input", "change", "click"]) {
      window.addEventListener(event, noteAct, { capture: true, passive: true });
    }
    new ResizeObserver(measure).observe(document.body);
    measure();
  }

  function measure() {
    tell(Math.ceil(document.body.getBoundingClientRect().height));
  }

  function measureSoon() {
    clearTimeout(timer);
    timer = setTimeout(measure, SOON_MS);
  }

  // Nothing is observed in a frame that is out of sight, so changes are measured as well.
  Object.assign(frame, { watchHeight: watch, measureSoon });
})();
