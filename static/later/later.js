// What loads once the app runs, so that nobody waits for it. Each part is begun here.

import init from "./cors-adviser.js";
import { offerEmbedding } from "./embed.js";
import { showFixes } from "./fix.js";

function style(name) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(name, import.meta.url).href;
  document.head.append(link);
}

// Begins all of it.
export async function begin() {
  await init();
  style("fix.css");
  showFixes();
  style("embed.css");
  offerEmbedding();
}
