// Scenario files that come back: chosen with a button, or dropped anywhere on the page.

import { about, opened } from "./cors-adviser.js";
import { make } from "./make.js";
import { open } from "./stage.js";

const MOST_BYTES = 32 * 1024;

let problems = null;
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

// Opens the scenario of a file by the address, which the stage follows. Gives whether it is open.
async function openFile(file) {
  if (file.size > MOST_BYTES) {
    tell(file.name, "The file is longer than 32,768 bytes. Shorten bodies and headers, or choose another file.");
    return false;
  }
  try {
    const fragment = opened(await file.text());
    open(fragment);
    // The address, which opens it, holds no secrets.
    const left = JSON.parse(about(fragment)).masked.join(", ");
    document.getElementById("status").textContent = `Opened ${file.name}${left && `, without the value of ${left}`}`;
    return true;
  } catch (problem) {
    const isUnreadable = typeof problem !== "string";
    tell(file.name, isUnreadable ? "It cannot be read: choose a file, not a folder." : problem);
    return false;
  }
}

// A button that lets somebody choose a file, and calls `then` when it is open.
export function fileChooser(then) {
  const input = make("input", { type: "file", accept: ".json", hidden: true, ariaLabel: "Scenario file" });
  const button = make("button", { type: "button" }, "Open a scenario file");
  button.onclick = () => input.click();
  input.onchange = async () => {
    const [file] = input.files;
    if (file && (await openFile(file))) {
      then();
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
      if (file && (await openFile(file))) {
        then();
      }
    }
  });
}
