// What the address of a frame asks for, before anything is shown: how it looks, what it shows, what can be
// changed. A classic script, for a frame without an origin may load no modules.
"use strict";

(() => {
  const root = document.documentElement;
  // The single file is a frame only where somebody frames it.
  if (root.dataset.frame === "if-framed" && window.parent === window) {
    delete root.dataset.frame;
    return;
  }

  const PANELS = ["verdict", "console", "request", "origins", "wire", "steps", "server", "cache", "fix"];
  const ONE_OF = {
    mode: ["play", "predict", "read"],
    theme: ["auto", "light", "dark"],
    edit: ["all", "request", "server", "none"],
    controls: ["full", "steps", "none"],
  };
  // What a mode shows and permits, where the address does not say otherwise.
  const MODES = {
    play: { panels: ["verdict", "wire", "steps", "server"], edit: "all", controls: "full" },
    predict: { panels: ["verdict", "request", "wire", "steps", "server"], edit: "none", controls: "steps" },
    read: { panels: ["verdict", "wire", "steps"], edit: "none", controls: "steps" },
  };
  const TO_PREDICT_FROM = ["request", "server"];
  const COLUMNS = {
    page: ["console", "request"],
    stage: ["origins", "wire", "steps"],
    server: ["server", "cache", "fix"],
  };

  const query = new URLSearchParams(location.search);
  const problems = [];

  function problem(key, found, wanted) {
    problems.push(`${key}=${found.slice(0, 40)} is not known here: write ${wanted}.`);
  }

  function word(key, otherwise) {
    const found = query.get(key);
    if (found === null || ONE_OF[key].includes(found)) {
      return found ?? otherwise;
    }
    problem(key, found, ONE_OF[key].join(", "));
    return otherwise;
  }

  function panels(otherwise) {
    const found = (query.get("panels") ?? "").split(",").map((it) => it.trim()).filter(Boolean);
    for (const name of found.filter((it) => !PANELS.includes(it)).slice(0, 3)) {
      problem("panels", name, PANELS.join(", "));
    }
    const known = PANELS.filter((it) => found.includes(it));
    return known.length > 0 ? known : otherwise;
  }

  const mode = word("mode", "play");
  const chosen = panels(MODES[mode].panels);
  // Nobody can predict what comes of nothing.
  const shown = mode === "predict" ? PANELS.filter((it) => chosen.includes(it) || TO_PREDICT_FROM.includes(it)) : chosen;
  const has = (column) => COLUMNS[column].some((it) => shown.includes(it));
  Object.assign(root.dataset, {
    frame: "",
    mode,
    theme: word("theme", "auto"),
    panels: shown.join(" "),
    columns: Object.keys(COLUMNS).filter(has).join(" "),
    edit: word("edit", MODES[mode].edit),
    controls: word("controls", MODES[mode].controls),
  });
  for (const key of new Set(query.keys())) {
    if (key !== "panels" && !(key in ONE_OF)) {
      problem(key, query.get(key), `one of ${[...Object.keys(ONE_OF), "panels"].join(", ")}`);
    }
  }
  if (mode === "predict") {
    // Nothing is told before it is predicted.
    root.dataset.asked = "";
  } else if (!shown.includes("fix")) {
    // Nobody would see what it has to say.
    document.querySelector("meta[name=later]")?.remove();
    root.dataset.later = "unneeded";
  }

  // What the host has written may be told to it. Opened again, the address holds what was typed since.
  const isAsWritten = performance.getEntriesByType("navigation")[0]?.type === "navigate";

  globalThis.corsFrame = {
    problems: problems.slice(0, 5),
    // WordPress puts this behind our fragment, and takes a height only with it.
    secret: /#\?secret=([\w-]{1,64})$/.exec(location.hash)?.[1],
    address: isAsWritten ? location.href : location.href.split("#")[0],
  };
})();
