// The smallest fix: what would make the answer readable, tried by the engine before it is shown, and the same
// in the language of a server. Loaded when the app runs, so that nobody waits for it.

import { fixes, snippet } from "./cors-adviser.js";
import { make } from "./make.js";
import { open } from "./stage.js";
import stacks from "./stacks.js";

const PLACES = {
  "preflight": "answer to the preflight",
  "response": "answer",
  "request": "the page",
};

let place = null;
let readStack = null;
let shown = null;
let chosen = 0;
let stack = remembered();

function remembered() {
  try {
    return localStorage.getItem("stack") ?? "express";
  } catch {
    return "express";
  }
}

function remember(name) {
  stack = name;
  try {
    localStorage.setItem("stack", name);
  } catch {
    // Nothing is kept in a frame without an origin.
  }
}

function fragment() {
  return location.hash.slice(1);
}

// Judged again when the address has followed what is typed.
function update() {
  const now = fragment();
  if (now === shown) {
    return;
  }
  shown = now;
  chosen = 0;
  render(JSON.parse(fixes(now)));
}

function line(sign, words, text) {
  return make("li", { "data-change": sign === "+" ? "added" : "removed" },
    make("span", { ariaHidden: "true", className: "sign" }, sign),
    make("span", { className: "visually-hidden" }, `${words}: `),
    make("code", {}, text));
}

function where({ message, hop }) {
  return `${PLACES[message]}${hop > 0 ? `, address ${hop + 1}` : ""}`;
}

function diff(changes) {
  const list = make("ul", { className: "diff" });
  let last = "";
  for (const change of changes) {
    if (where(change) !== last) {
      last = where(change);
      list.append(make("li", { className: "where" }, last));
    }
    if (change.before !== null) {
      list.append(line("−", "remove", change.before));
    }
    if (change.after !== null) {
      list.append(line("+", "add", change.after));
    }
  }
  return list;
}

function apply(proposal) {
  open(proposal.fragment);
  // Replay: from the first step on, as the player's own buttons do.
  requestAnimationFrame(() => {
    const [first, , play] = document.querySelectorAll(".player > button");
    first?.click();
    requestAnimationFrame(() => play?.click());
  });
}

function others(proposals, found) {
  const group = make("fieldset", { className: "others" }, make("legend", {}, "Which fix"));
  proposals.forEach((proposal, index) => {
    const radio = make("input", { type: "radio", name: "fix", checked: index === chosen });
    radio.onchange = () => {
      chosen = index;
      render(found);
      document.querySelectorAll("#fix [name=fix]")[index].focus();
    };
    group.append(make("label", {}, radio, " ", make("span", {}, proposal.title)));
  });
  return group;
}

function cardOf(id, heading) {
  const card = make("section", { className: "card" }, make("header", {}, make("h2", { id }, heading)));
  card.setAttribute("aria-labelledby", id);
  return card;
}

function render(found) {
  place.replaceChildren();
  if (found.proposals.length || found.advice.length) {
    place.append(fixCard(found));
  }
  if (found.mistakes.length) {
    place.append(mistakesCard(found.mistakes));
  }
}

function mistakesCard(mistakes) {
  const list = make("ul", { className: "mistakes" });
  for (const mistake of mistakes) {
    list.append(make("li", {},
      make("span", { className: "aside" }, where(mistake)),
      make("code", {}, mistake.line),
      make("span", {}, mistake.sentence)));
  }
  const card = cardOf("mistakes-heading", "Look at these lines");
  card.append(list);
  return card;
}

function fixCard(found) {
  const { proposals, advice } = found;
  const card = cardOf("fix-heading", "Smallest fix");
  const proposal = proposals[chosen];
  if (proposal) {
    const button = make("button", { type: "button", className: "apply" }, "Apply and replay");
    button.onclick = () => apply(proposal);
    card.append(
      diff(proposal.changes),
      make("p", {}, button, " ", make("span", { className: "checked" }, "✓ tried: the page can read it then")),
      make("p", {}, proposal.means),
      make("p", { className: "aside" }, `Danger: ${proposal.danger}`),
    );
    if (proposal.recommended.length) {
      card.append(make("p", { className: "aside" }, "Good to have beside it:"), diff(proposal.recommended));
    }
    if (proposals.length > 1) {
      card.append(others(proposals, found));
    }
  }
  for (const sentence of advice) {
    card.append(make("p", {}, sentence));
  }
  if (proposals.some(({ whose }) => whose === "server")) {
    card.append(inYourLanguage());
  }
  return card;
}

function inYourLanguage() {
  const choice = make("select", { id: "stack" });
  for (const [kind, words] of [["server", "Servers"], ["proxy", "Development proxies"]]) {
    const group = make("optgroup", { label: words });
    for (const it of stacks.filter((one) => one.kind === kind)) {
      group.append(make("option", { value: it.file, selected: it.file === stack }, it.name));
    }
    choice.append(group);
  }
  const code = make("code", { id: "stack-code" });
  const about = make("p", { className: "aside" });
  const copy = make("button", { type: "button" }, "Copy");
  copy.dataset.command = "copy";
  copy.dataset.copies = "stack-code";
  const fill = () => write(code, about, choice.value);
  choice.onchange = () => {
    remember(choice.value);
    fill();
  };
  const details = make("details", { className: "stack" },
    make("summary", {}, "In the language of your server"),
    make("label", { htmlFor: "stack" }, "Server"),
    choice,
    make("pre", { tabIndex: 0 }, code),
    copy,
    about);
  details.ontoggle = () => details.open && fill();
  return details;
}

// The files of the servers are fetched when somebody looks at one.
async function write(code, about, file) {
  const { note, versions, proof } = stacks.find((it) => it.file === file);
  about.textContent = `For ${versions}. ${proof}. ${note}`;
  try {
    code.textContent = snippet(await readStack(file), fragment());
  } catch (error) {
    code.textContent = `This could not be loaded (${error.message}). Choose it again to try once more.`;
  }
}

// Shows them below the server's answers, and follows what is typed. `read` gives the file of a stack by its name.
export function showFixes(read) {
  readStack = read;
  place = document.getElementById("fix");
  new MutationObserver(update).observe(document.getElementById("app"), { attributeFilter: ["data-scenario"] });
  addEventListener("hashchange", update);
  update();
}
