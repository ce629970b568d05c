// What loads when the app runs, with its wasm and the files of the server stacks, in one classic script.

import begin from "./later/later.js";
import adviser from "./later/cors-adviser_bg.wasm";
import stacks from "./stack-files.js";

// A frame may have no use for it: see static/frame/settings.js.
if (document.documentElement.dataset.later !== "unneeded") {
  (globalThis.corsPlayground ??= {}).later = () => begin({ adviser, stacks });
}
