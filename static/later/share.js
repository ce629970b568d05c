// What leaves the playground: a link, texts to copy, pictures, a file. All of it is made by the
// wasm, without the values of Authorization and Cookie.

import { about, scriptEnding, shared } from "./cors-adviser.js";
import { make } from "./make.js";
import { fileChooser, takeDroppedFiles } from "./open.js";
import { dataOf, pngOf, svgAddress } from "./picture.js";
import { placeForSecrets } from "./secrets.js";
import { open } from "./stage.js";
import { titleOf, withTitle } from "./title.js";

// What can be chosen: its name, the words for it, and the file that it becomes, unless that depends.
const FORMATS = [
  { name: "markdown", words: "Markdown, to paste", ending: "md" },
  { name: "transcript", words: "Transcript, all of it", ending: "md" },
  { name: "curl", words: "curl commands", ending: "sh" },
  { name: "script", words: "Code that sends it" },
  { name: "mermaid", words: "Mermaid", ending: "mmd" },
  { name: "svg", words: "Picture, SVG", ending: "svg" },
  { name: "png", words: "Picture, PNG", ending: "png" },
  { name: "file", words: "Scenario file", ending: "json" },
];

const MOST_OF_A_TITLE = 200;

let chosen = FORMATS[0];
let parts = null;
// What there is to say about the link, and what it was said of.
let link = null;

function fragment() {
  return location.hash.slice(1);
}

// Where people find the playground; pages of the course lead to it by its name. Nobody else finds a file on this disk.
function address() {
  const brand = document.querySelector(".places .brand");
  const here = (brand?.href ?? location.href).split("#")[0];
  return here.startsWith("file:") ? "" : here;
}

// The send that is looked at, where a scenario has several.
function send() {
  const sends = [...document.querySelectorAll(".sends > button")];
  return Math.max(0, sends.findIndex((it) => it.ariaPressed === "true"));
}

function copyButton(words, copies) {
  const button = make("button", { type: "button" }, words);
  button.dataset.command = "copy";
  button.dataset.copies = copies;
  return button;
}

function text(id, label) {
  return make("pre", { tabIndex: 0, role: "region", ariaLabel: label }, make("code", { id }));
}

function choices() {
  const group = make("fieldset", {}, make("legend", {}, "Share it as"));
  for (const format of FORMATS) {
    const radio = make("input", { type: "radio", name: "share-as", value: format.name });
    radio.onchange = () => {
      chosen = format;
      showChosen();
    };
    group.append(make("label", {}, radio, " ", format.words));
  }
  return group;
}

function choose(name) {
  const radio = parts.choices.querySelector(`[value=${name}]`);
  radio.click();
  radio.focus();
}

function build() {
  const close = make("button", { type: "button" }, "Close");
  const toFile = make("button", { type: "button" }, "Share the scenario file");
  parts = {
    secrets: placeForSecrets(),
    title: make("input", { id: "share-title", type: "text", autocomplete: "off", maxLength: MOST_OF_A_TITLE }),
    ofAnother: make("span", { id: "share-title-of", className: "aside" }, "It is the title of what this was made from."),
    link: text("share-link", "Link"),
    length: make("span", { className: "aside" }),
    copyLink: copyButton("Copy link", "share-link"),
    step: make("input", { type: "checkbox" }),
    tooLong: make("p", {}),
    toFile,
    choices: choices(),
    problem: make("p", {}),
    text: text("share-text", "Text"),
    picture: make("img", { id: "share-picture" }),
    copyText: copyButton("Copy text", "share-text"),
    download: make("a", {}, "Download"),
    said: make("p", { className: "visually-hidden", role: "status" }),
  };
  parts.stepLabel = make("label", {}, parts.step, " Open at the step that is shown now");
  parts.dialog = make("dialog", { id: "share" },
    make("h2", { id: "share-heading" }, "Share"),
    parts.secrets.place,
    make("p", {}, make("label", { htmlFor: parts.title.id }, "Title of the scenario"), parts.title, parts.ofAnother),
    parts.link,
    ...(address() ? [] : [make("p", { className: "aside" }, "This page is a file on your disk, so it can give only the end of "
      + "a link: put it behind the address of a CORS Playground, or share the scenario file.")]),
    make("p", { className: "row" }, parts.copyLink, parts.stepLabel, parts.length),
    parts.tooLong,
    toFile,
    parts.choices,
    parts.problem,
    parts.picture,
    parts.text,
    make("p", { className: "row" }, parts.copyText, parts.download),
    make("p", { className: "row" }, fileChooser(() => parts.dialog.close()), close),
    parts.said);
  parts.dialog.setAttribute("aria-labelledby", "share-heading");
  parts.title.onchange = () => entitle(parts.title.value.trim());
  parts.step.onchange = showLink;
  parts.copyLink.autofocus = true;
  toFile.onclick = () => choose("file");
  close.onclick = () => parts.dialog.close();
  // The status line of the page is silent while a dialog is open.
  parts.dialog.addEventListener("click", ({ target }) => {
    if (target.dataset.command === "copy") {
      parts.said.textContent = "";
      requestAnimationFrame(() => (parts.said.textContent = "Copied"));
    }
  });
  document.body.append(parts.dialog);
  choose(chosen.name);
}

// By the address, as all that is opened. Where only the title is another, what was done on the stage stays.
function entitle(title) {
  open(withTitle(fragment() || link.fragment, title));
  update();
  // The stage says so a little later.
  tellWhoseTitle(false);
}

function tellWhoseTitle(isOfAnother) {
  parts.ofAnother.hidden = !isOfAnother;
  parts.title.setAttribute("aria-describedby", isOfAnother ? parts.ofAnother.id : "");
}

function showLink() {
  const at = parts.step.checked && !parts.stepLabel.hidden ? link.step : link.fragment;
  const whole = `${address()}#${at}`;
  const isTooLong = whole.length > link.most;
  const [length, most] = [whole.length, link.most].map((it) => it.toLocaleString("en"));
  document.getElementById("share-link").textContent = whole;
  parts.length.textContent = `${length} characters`;
  parts.tooLong.textContent =
    `The link has ${length} characters. Mail and chats may cut what has more than ${most}, so share the scenario file instead.`;
  for (const part of [parts.link, parts.copyLink.parentElement]) {
    part.hidden = isTooLong;
  }
  parts.tooLong.hidden = parts.toFile.hidden = !isTooLong;
}

// A text, or the sentence that says why there is none.
function made() {
  const name = chosen.name === "png" ? "svg" : chosen.name;
  try {
    return { text: shared(name, fragment(), address(), send()) };
  } catch (problem) {
    if (typeof problem !== "string") {
      throw problem;
    }
    return { problem };
  }
}

async function showChosen() {
  const { text = "", problem = "" } = made();
  const isPicture = chosen.name === "svg" || chosen.name === "png";
  document.getElementById("share-text").textContent = text;
  parts.text.ariaLabel = chosen.words;
  parts.text.hidden = parts.copyText.hidden = Boolean(problem) || chosen.name === "png";
  parts.problem.textContent = problem;
  parts.problem.hidden = !problem;
  parts.picture.hidden = !isPicture;
  parts.download.hidden = Boolean(problem);
  parts.download.download = `${link.file}.${chosen.ending ?? scriptEnding(fragment(), send())}`;
  parts.download.href = dataOf(text);
  if (isPicture) {
    const address = svgAddress(text);
    const wanted = chosen;
    parts.picture.src = address;
    parts.picture.alt = `The wire as a picture: ${document.querySelector(".verdict h1")?.textContent ?? ""}`;
    parts.download.href = address;
    if (wanted.name === "png") {
      parts.download.hidden = true;
      const png = await pngOf(address);
      // Something else may be chosen by now.
      if (chosen === wanted) {
        parts.download.href = png;
        parts.download.hidden = false;
      }
    }
  }
}

function update() {
  link = JSON.parse(about(fragment()));
  // A link opens at a step of the first send only.
  parts.stepLabel.hidden = send() > 0;
  parts.secrets.show(link);
  if (document.activeElement !== parts.title) {
    parts.title.value = titleOf(link.fragment);
  }
  // As the bar at the top says it.
  tellWhoseTitle(Boolean(document.querySelector(".top-bar .lead")?.textContent.startsWith("Changed from: ")));
  // What is too long to be read could not be opened again; a character of a title may take twelve.
  parts.title.disabled = link.fragment.length + 12 * MOST_OF_A_TITLE > link.readable;
  showLink();
  showChosen();
}

function show() {
  if (!parts) {
    link = JSON.parse(about(fragment()));
    build();
  }
  update();
  parts.dialog.showModal();
}

// Offers it in the page's navigation; a page without that, such as a frame, offers nothing.
export function offerToShare() {
  const button = document.querySelector(".places [data-command=share]");
  if (!button || "frame" in document.documentElement.dataset) {
    return;
  }
  button.disabled = false;
  button.onclick = show;
  takeDroppedFiles(() => parts?.dialog.close());
  // The address follows what is typed a little later.
  const follow = () => parts?.dialog.open && update();
  new MutationObserver(follow).observe(document.getElementById("app"), { attributeFilter: ["data-scenario"] });
}
