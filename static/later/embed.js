// The dialog that gives the snippets with which another site shows this scenario, and a preview of them.

import { about } from "./cors-adviser.js";
import { make } from "./make.js";

const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
const LEAST = 100;
const MOST = 4000;
// What the frame has where nothing else is chosen is written into no address.
const CHOICES = [
  ["mode", "Readers", [["play", "play and change it"], ["predict", "predict before they see"], ["read", "read only"]]],
  ["theme", "Theme", [["auto", "as their system has it"], ["light", "light"], ["dark", "dark"]]],
  ["edit", "They can edit", [["", "what fits"], ["all", "everything"], ["request", "the request"], ["server", "the server"],
    ["none", "nothing"]]],
  ["controls", "Controls", [["", "what fits"], ["full", "all"], ["steps", "steps only"], ["none", "none"]]],
];
const PANELS = ["verdict", "request", "server", "wire", "steps", "origins", "console", "fix", "cache"];

let dialog = null;
let preview = null;
let needed = null;

function field(name) {
  return dialog.querySelector(`#embed-${name}`);
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

// An address without a scenario means the one that the page opens with, which a link has to spell out.
function fragment() {
  return location.hash.slice(1) || JSON.parse(about("")).fragment;
}

// The scenario's own title, if it has one.
function titled() {
  const pair = fragment().split("&").find((it) => it.startsWith("title="));
  try {
    return decodeURIComponent(pair?.slice(6) ?? "");
  } catch {
    return "";
  }
}

// What is chosen, by the names of the frame's query.
function chosen() {
  const query = [];
  for (const [name, , values] of CHOICES) {
    if (field(name).value !== values[0][0]) {
      query.push([name, field(name).value]);
    }
  }
  const panels = PANELS.filter((name) => field(`panel-${name}`).checked);
  if (panels.length) {
    query.push(["panels", panels.join(",")]);
  }
  return query;
}

function height() {
  const number = Math.ceil(Number(field("height").value)) || LEAST;
  return Math.min(Math.max(number, LEAST), MOST);
}

function words() {
  return field("title").value.trim() || "a scenario";
}

function frameOf(root) {
  const query = chosen().map(([name, value]) => `${name}=${value}`).join("&");
  return {
    title: `CORS playground: ${words()}`,
    src: `${root}embed/${query && "?"}${query}#${fragment()}`,
    loading: "lazy",
    sandbox: SANDBOX,
    allow: "clipboard-write; fullscreen",
    referrerpolicy: "no-referrer",
    width: "100%",
    height: String(height()),
  };
}

function escaped(text) {
  const names = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (character) => names[character]);
}

function tag(name, attributes) {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${pairs.join("")}>`;
}

function link(root) {
  const text = `${words()} – CORS Playground`;
  return `${tag("a", { href: `${root}#${fragment()}` })}${escaped(text)}</a>`;
}

function plain(root) {
  return `${tag("iframe", frameOf(root))}</iframe>\n<p>${link(root)}</p>`;
}

// The padding is the frame's place until the script has come: nothing moves then.
function element(root) {
  const attributes = {
    scenario: fragment(),
    ...Object.fromEntries(chosen()),
    title: words(),
    height: String(height()),
    style: `display:block;padding-top:${height()}px`,
  };
  return `${tag("script", { async: "", src: `${root}embed.js` }).replace('async=""', "async")}</script>\n`
    + `${tag("cors-playground", attributes)}${link(root)}</cors-playground>`;
}

// The frame is made anew only when its address is another.
function show() {
  if (!here()) {
    return;
  }
  const attributes = frameOf(here());
  if (preview?.getAttribute("src") !== attributes.src) {
    const frame = document.createElement("iframe");
    Object.entries(attributes).forEach(([name, value]) => frame.setAttribute(name, value));
    preview ? preview.replaceWith(frame) : field("preview").append(frame);
    preview = frame;
  }
  preview.title = attributes.title;
  preview.setAttribute("height", attributes.height);
}

function update() {
  field("element").textContent = element(site());
  field("plain").textContent = plain(site());
  show();
}

// As tall as the preview's content, if that is wanted and known.
function measure() {
  field("height").disabled = field("tall").checked;
  if (field("tall").checked && needed) {
    field("height").value = needed;
    field("height").value = height();
  }
}

function choose() {
  measure();
  update();
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
  return make("fieldset", {}, make("legend", {}, "Panels; without a choice, those that fit"), ...boxes);
}

function sizes() {
  const number = make("input", { id: "embed-height", type: "number", min: LEAST, max: MOST, value: 560 });
  const tall = make("label", { className: "tall" },
    make("input", { type: "checkbox", id: "embed-tall" }), " As tall as the preview needs");
  return make("p", {}, make("label", { htmlFor: number.id }, "Height in pixels"), number, tall);
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
  return [
    make("div", { className: "choices" },
      make("p", {}, make("label", { htmlFor: title.id }, "What the scenario shows, for the frame's title"), title),
      ...CHOICES.map(choice), sizes(), panels()),
    code("element", "Element with a script", "Its height follows what readers do. For pages that allow scripts."),
    code("plain", "Plain frame", "For pages that allow frames, but no scripts."),
    ...(here() ? [make("h3", {}, "Preview"), make("div", { id: "embed-preview" })] : []),
  ];
}

function build() {
  const close = make("button", { type: "button" }, "Close");
  close.onclick = () => dialog.close();
  dialog = make("dialog", { id: "embed" },
    make("h2", { id: "embed-heading" }, "Embed this scenario"),
    ...body(),
    make("p", { id: "embed-status", className: "aside" }),
    close);
  dialog.setAttribute("aria-labelledby", "embed-heading");
  dialog.querySelector("#embed-status").setAttribute("role", "status");
  dialog.addEventListener("input", choose);
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
    field("title").value = titled();
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
