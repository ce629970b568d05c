// The app and its wasm in one classic script, for frames without an origin and for the single file. The build
// puts both beside this file, and makes the script of them: see xtask/src/site/whole.rs.

import start from "./app-module.js";
import wasm from "./app.wasm";

(globalThis.corsPlayground ??= {}).app = () => start({ module_or_path: wasm });
