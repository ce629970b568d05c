// The interview: questions or scenarios, and what is kept of them.

import * as cards from "./cards.js";
import * as cases from "./practice.js";
import { asDate } from "./due.js";
import { exported, forget, isKept, keep, kept, take } from "./kept.js";

const PANELS = { cards, cases };
const buttons = [...document.querySelectorAll("[data-tab]")];
const progress = document.querySelector(".progress");
const says = document.getElementById("progress-says");
const reset = document.getElementById("reset");

function turnTo(name) {
  for (const button of buttons) {
    button.setAttribute("aria-pressed", String(button.dataset.tab === name));
  }
  for (const panel of document.querySelectorAll("[data-panel]")) {
    panel.hidden = panel.dataset.panel !== name;
  }
  PANELS[name].begin();
}

// The address says which it is, so that a reload and a link lead there.
function chosen() {
  return new URLSearchParams(location.search).get("tab") === "cases" ? "cases" : "cards";
}

function paragraph(text) {
  const place = document.createElement("p");
  place.textContent = text;
  return place;
}

function list(entries, words) {
  const names = Object.keys(entries).sort((a, b) => entries[a].day - entries[b].day);
  const items = document.createElement("ul");
  for (const name of names) {
    const item = document.createElement("li");
    item.textContent = `${words(name)} on ${asDate(entries[name].day)}`;
    items.append(item);
  }
  return names.length ? [paragraph("These come back:"), items] : [];
}

async function tell() {
  // The rules have their words there; without them their names will do.
  await cases.load().catch(() => {});
  const title = (name) => document.getElementById(`card-${name}`)?.textContent ?? name;
  document
    .getElementById("progress")
    .replaceChildren(
      paragraph(`Questions: ${kept.answered.length} of ${cards.count} answered.`),
      ...list(kept.cards, title),
      paragraph(`Scenarios: ${kept.played.length} played, level ${kept.level} of 5.`),
      ...list(kept.rules, cases.question),
    );
}

function download() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([exported()], { type: "application/json" }));
  link.download = "cors-interview.json";
  link.click();
  URL.revokeObjectURL(link.href);
  says.textContent = "Exported to cors-interview.json.";
}

async function upload({ target }) {
  const [file] = target.files;
  if (!file) {
    return;
  }
  const isTaken = take(await file.text());
  target.value = "";
  says.textContent = isTaken
    ? "Imported. It has taken the place of what was here."
    : "That file is no exported progress, so nothing has changed. Choose one that Export has made.";
  await tell();
}

// The second press means it.
async function clear() {
  if (!reset.dataset.sure) {
    reset.dataset.sure = "yes";
    reset.textContent = "Forget everything?";
    return;
  }
  calm();
  forget();
  says.textContent = "All is forgotten.";
  await tell();
}

function calm() {
  delete reset.dataset.sure;
  reset.textContent = "Reset";
}

document.querySelector(".tabs").hidden = false;
progress.hidden = false;
const where = document.getElementById("kept");
where.hidden = isKept;
where.textContent =
  "This browser keeps nothing for this page, so your progress is forgotten when you close it. Export it to take it along.";
for (const button of buttons) {
  button.onclick = () => {
    history.pushState(null, "", `?tab=${button.dataset.tab}`);
    turnTo(button.dataset.tab);
  };
}
progress.ontoggle = () => progress.open && tell();
document.getElementById("export").onclick = download;
document.getElementById("import").onchange = upload;
reset.onclick = clear;
reset.onblur = calm;
cards.prepare();
cases.prepare();
keep();
window.addEventListener("popstate", () => turnTo(chosen()));
turnTo(chosen());
