// Scenario files that come back: chosen with a button, or dropped anywhere on the page.

import { about, opened as fragmentOf } from "./cors-adviser.js";
import { make } from "./make.js";
import { open } from "./stage.js";

// What is longer is no scenario file: so much of it tells that.
const MOST_READ = 64 * 1024;

let problems = null;
let opened = null;
let sign = null;

// What is wrong with a file, above all else that is open. What is on the stage stays.
function tell(name, sentences) {
  if (!problems) {
    const close = make("button", { type: "button" }, "Close");
    close.onclick = () => problems.close();
    problems = make("dialog", { id: "not-opened" },
      make("h2", { id: "not-opened-heading" }, "This file cannot be opened"),
      make("p", {}, make("code", {})),
      make("ul", {}),
      make("p", {}, "What is on the stage stays as it is."),
      close);
    problems.setAttribute("aria-labelledby", "not-opened-heading");
    problems.setAttribute("aria-describedby", "not-opened-list");
    problems.querySelector("ul").id = "not-opened-list";
    document.body.append(problems);
  }
  problems.querySelector("code").textContent = name;
  const items = sentences.split("\n").map((sentence) => make("li", {}, sentence));
  problems.querySelector("ul").replaceChildren(...items);
  if (!problems.open) {
    problems.showModal();
  }
}

// Says it where everybody sees it, until the next click or key; and leads to what the scenario comes to.
function tellOpened(name, left) {
  const words = `Opened ${name}${left && `, without the value of ${left}`}`;
  document.getElementById("status").textContent = words;
  if (!opened) {
    opened = make("p", { id: "opened-file", popover: "auto" });
    document.body.append(opened);
  }
  opened.textContent = words;
  opened.showPopover();
  addEventListener("keydown", () => opened.hidePopover(), { once: true });
  const headline = document.querySelector(".verdict h1");
  if (headline) {
    headline.tabIndex = -1;
    headline.focus();
  }
}

// Opens the scenario of a file by the address, which the stage follows. `then` is called when it is open.
async function openFile(file, then) {
  let fragment = "";
  try {
    fragment = fragmentOf(await file.slice(0, MOST_READ).text());
  } catch (problem) {
    const isUnreadable = typeof problem !== "string";
    tell(file.name, isUnreadable ? "It cannot be read: choose a file, not a folder." : problem);
    return;
  }
  open(fragment);
  then();
  // The address, which opens it, holds no secrets.
  tellOpened(file.name, JSON.parse(about(fragment)).masked.join(", "));
}

// A button that lets somebody choose a file, and calls `then` when it is open.
export function fileChooser(then) {
  const input = make("input", { type: "file", accept: ".json", hidden: true, ariaLabel: "Scenario file" });
  const button = make("button", { type: "button" }, "Open a scenario file");
  button.onclick = () => input.click();
  input.onchange = async () => {
    const [file] = input.files;
    if (file) {
      await openFile(file, then);
    }
    // The same file, mended, can be chosen again.
    input.value = "";
  };
  return make("span", {}, button, input);
}

function showSign(does) {
  if (does !== sign.matches(":popover-open")) {
    sign.togglePopover(does);
  }
}

// Lets files be dropped; all else that is dragged goes where it always went. `then` is called when one is open.
export function takeDroppedFiles(then) {
  sign = make("p", { id: "drop-here", popover: "manual" }, "Drop a scenario file to open it");
  document.body.append(sign);
  const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragover", (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      showSign(true);
    }
  });
  addEventListener("dragleave", ({ relatedTarget }) => relatedTarget || showSign(false));
  addEventListener("drop", async (event) => {
    showSign(false);
    if (hasFiles(event)) {
      event.preventDefault();
      const [file] = event.dataTransfer.files;
      if (file) {
        await openFile(file, then);
      }
    }
  });
}
