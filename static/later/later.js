// What loads once the app runs, so that nobody waits for it. Each part is begun here.

import init from "./cors-adviser.js";
import { offerEmbedding } from "./embed.js";
import { showFixes } from "./fix.js";
import { askForPredictions } from "./predictions.js";
import { unfoldForPrint } from "./print.js";
import { offerToShare } from "./share.js";

const STYLES = ["fix.css", "share.css", "embed.css"];

function style(name) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(name, import.meta.url).href;
  document.head.append(link);
}

// The file of a server stack.
async function fetched(name) {
  const response = await fetch(new URL(`stacks/${name}.txt`, import.meta.url));
  if (!response.ok) {
    throw new Error(`the server answered ${response.status}`);
  }
  return response.text();
}

// Begins all of it. Where nothing may be fetched, `brought` has the wasm and the files of the stacks, and the
// page has the styles.
export default async function begin(brought) {
  await init(brought && { module_or_path: brought.adviser });
  if (!brought) {
    STYLES.forEach(style);
  }
  showFixes(brought ? async (name) => brought.stacks[name] : fetched);
  offerToShare();
  unfoldForPrint();
  if (document.documentElement.dataset.mode === "predict") {
    askForPredictions();
  }
  offerEmbedding();
}
