// The dialog that gives the snippets with which another site shows this scenario, and a preview of them.

import { about } from "./cors-adviser.js";
import { make } from "./make.js";
import { placeForSecrets } from "./secrets.js";
import { element, frameOf, plain } from "./snippets.js";
import { titleOf } from "./title.js";

const LEAST = 100;
const MOST = 4000;
// What the frame has where nothing else is chosen is written into no address.
const CHOICES = [
  ["mode", "Readers", [["play", "play and change it"], ["predict", "predict before they see"], ["read", "read only"]]],
  ["theme", "Theme", [["auto", "as their system has it"], ["light", "light"], ["dark", "dark"]]],
  ["edit", "They can edit", [["", ""], ["all", "everything"], ["request", "the request"], ["server", "the server"],
    ["none", "nothing"]]],
  ["controls", "Controls", [["", ""], ["full", "all"], ["steps", "steps only"], ["none", "none"]]],
];
const PANELS = ["verdict", "request", "server", "wire", "steps", "origins", "console", "fix", "cache"];
// What the frame does in each mode where nothing else is chosen: static/frame/settings.js decides it. And the height
// that shows all of the opening scenario in a column of text, 600 pixels wide.
const USUAL = {
  play: { edit: "all", controls: "full", panels: "verdict, wire, steps, server", height: 1550 },
  predict: { edit: "none", controls: "steps", panels: "verdict, request, wire, steps, server", height: 1250 },
  read: { edit: "none", controls: "steps", panels: "verdict, wire, steps", height: 1000 },
};

let dialog = null;
let secrets = null;
let preview = null;
let needed = null;
// Whether somebody has seen to the height: another mode leaves it alone then.
let isOwnHeight = false;
// What there is to say about the scenario in the address.
let link = null;

function field(name) {
  return dialog.querySelector(`#embed-${name}`);
}

function usual() {
  return USUAL[field("mode").value];
}

// Where this page runs: its brand leads to the root, from every page. The single file has no frames beside it,
// and names no files of the app.
function here() {
  const brand = document.querySelector(".brand");
  return brand && document.querySelector("meta[name=app]") ? new URL("./", brand.href).href : null;
}

// Where readers will find it: the build may know.
function site() {
  return document.querySelector("meta[name=site]")?.content ?? here();
}

function look() {
  link = JSON.parse(about(location.hash.slice(1)));
}

// Without secrets, and with the step only where the address has one.
function scenario() {
  return /[#&]step=/.test(location.hash) ? link.step : link.fragment;
}

// What is chosen, by the names of the frame's query.
function query() {
  const chosen = [];
  for (const [name, , values] of CHOICES) {
    if (field(name).value !== values[0][0]) {
      chosen.push([name, field(name).value]);
    }
  }
  const panels = PANELS.filter((name) => field(`panel-${name}`).checked);
  if (panels.length) {
    chosen.push(["panels", panels.join(",")]);
  }
  return chosen;
}

function clamped(height) {
  return Math.min(Math.max(Math.ceil(height), LEAST), MOST);
}

function height() {
  const { value } = field("height");
  return clamped(value === "" ? usual().height : Number(value));
}

function chosen() {
  return {
    scenario: scenario(),
    query: query(),
    title: field("title").value.trim() || "a scenario",
    height: height(),
  };
}

// The frame is made anew only when its address is another.
function show(it) {
  if (!here()) {
    return;
  }
  const attributes = frameOf(here(), it);
  if (preview?.getAttribute("src") !== attributes.src) {
    const frame = document.createElement("iframe");
    Object.entries(attributes).forEach(([name, value]) => frame.setAttribute(name, value));
    preview ? preview.replaceWith(frame) : field("preview").append(frame);
    preview = frame;
  }
  preview.title = attributes.title;
  preview.setAttribute("height", attributes.height);
}

// Says what the mode decides by itself.
function explain() {
  for (const name of ["edit", "controls"]) {
    const [, , values] = CHOICES.find(([it]) => it === name);
    const [, words] = values.find(([value]) => value === usual()[name]);
    field(name).options[0].text = `the usual: ${words}`;
  }
  const always = field("mode").value === "predict" ? "; request and server are always there" : "";
  field("panels").textContent = `Panels; without a choice: ${usual().panels}${always}`;
}

// As tall as the preview's content, if that is wanted and known; else as usual, until somebody sees to it.
function measure() {
  const isTall = field("tall").checked;
  field("height").disabled = isTall;
  if (isTall && needed) {
    field("height").value = clamped(needed);
  } else if (!isOwnHeight) {
    field("height").value = usual().height;
  }
}

function choose() {
  look();
  explain();
  measure();
  secrets.show(link);
  const it = chosen();
  field("element").textContent = element(site(), it);
  field("plain").textContent = plain(site(), it);
  show(it);
}

// What was typed as the height stays where it is one.
function putHeightRight() {
  const right = String(height());
  if (field("height").value !== right) {
    field("height").value = right;
    field("put-right").textContent = `A frame is ${LEAST} to ${MOST} pixels high, so it has ${right} now.`;
  }
}

// The preview says how tall its content is.
function hear({ source, data }) {
  if (!preview || source !== preview.contentWindow || data?.["cors-playground"] !== 1) {
    return;
  }
  if (data.type === "resize" && Number.isFinite(data.height)) {
    needed = data.height;
    choose();
  }
}

// By a selection where the clipboard is forbidden: outside of an open dialog nothing can be selected.
async function copy(name) {
  const code = field(name);
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    getSelection().selectAllChildren(code);
    document.execCommand("copy");
  }
  field("status").textContent = "Copied";
}

function choice([name, label, values]) {
  const select = make("select", { id: `embed-${name}` });
  select.append(...values.map(([value, text]) => make("option", { value }, text)));
  return make("p", {}, make("label", { htmlFor: select.id }, label), select);
}

function panels() {
  const boxes = PANELS.map((name) => make("label", {},
    make("input", { type: "checkbox", id: `embed-panel-${name}` }), ` ${name}`));
  return make("fieldset", {}, make("legend", { id: "embed-panels" }), ...boxes);
}

function sizes() {
  const number = make("input", { id: "embed-height", type: "number", min: LEAST, max: MOST });
  number.onchange = putHeightRight;
  const tall = make("label", { className: "tall" },
    make("input", { type: "checkbox", id: "embed-tall", checked: Boolean(here()) }), " As tall as the preview needs");
  return make("p", {}, make("label", { htmlFor: number.id }, "Height in pixels"), number, tall,
    make("span", { id: "embed-put-right", className: "aside", role: "status" }));
}

function code(name, heading, about) {
  const button = make("button", { type: "button" }, "Copy", make("span", { className: "visually-hidden" }, ` ${heading}`));
  button.onclick = () => copy(name);
  return make("section", {},
    make("h3", {}, heading),
    make("p", { className: "aside" }, about),
    make("pre", { tabIndex: 0 }, make("code", { id: `embed-${name}` })),
    button);
}

function body() {
  if (!site()) {
    return [make("p", {}, "A frame needs an address, and this page is a single file, which knows none. Open the "
      + "playground at its address in the web, and embed from there.")];
  }
  const title = make("input", { id: "embed-title", type: "text", autocomplete: "off" });
  const shown = make("div", { id: "embed-preview", tabIndex: 0, role: "region", ariaLabel: "Preview" });
  return [secrets.place, make("div", { className: "parts" },
    make("div", { className: "choices" },
      make("p", {}, make("label", { htmlFor: title.id }, "What the scenario shows, for the frame's title"), title),
      ...CHOICES.map(choice), sizes(), panels()),
    ...(here() ? [make("section", { className: "preview" }, make("h3", {}, "Preview"), shown)] : []),
    make("div", { className: "snippets" },
      code("element", "Element with a script", "It takes another height when a reader does something in it, and, as long "
        + "as it is still below the screen, when it has loaded. For pages that allow scripts."),
      code("plain", "Plain frame", "It keeps its height. For pages that allow frames, but no scripts.")))];
}

function build() {
  const close = make("button", { type: "button" }, "Close");
  close.onclick = () => dialog.close();
  secrets = placeForSecrets();
  dialog = make("dialog", { id: "embed" },
    make("h2", { id: "embed-heading" }, "Embed this scenario"),
    ...body(),
    make("p", { id: "embed-status", className: "aside" }),
    close);
  dialog.setAttribute("aria-labelledby", "embed-heading");
  dialog.querySelector("#embed-status").setAttribute("role", "status");
  dialog.addEventListener("input", ({ target }) => {
    isOwnHeight ||= target === field("height");
    field("put-right").textContent = "";
    choose();
  });
  // Some tools choose without the other event.
  dialog.addEventListener("change", choose);
  // Nothing runs in a frame that nobody sees.
  dialog.addEventListener("close", () => {
    preview?.remove();
    preview = needed = null;
  });
  addEventListener("message", hear);
  document.body.append(dialog);
}

function open() {
  dialog ?? build();
  field("status").textContent = "";
  dialog.showModal();
  if (field("title")) {
    look();
    field("title").value = titleOf(link.fragment);
    choose();
  }
}

// Enables the button, which does nothing before.
export function offerEmbedding() {
  const button = document.querySelector("[data-command=embed]");
  if (button) {
    button.disabled = false;
    button.addEventListener("click", open);
  }
}
