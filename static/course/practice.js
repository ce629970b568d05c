// What happens here? Scenarios made up for practice, harder as they are answered rightly; a rule that was
// missed comes back.

import { due, missed, right } from "./due.js";
import { keep, kept } from "./kept.js";
import { predict } from "./predict.js";
import { open, withStage } from "./stage.js";

const LEVELS = 5;
const RIGHT_IN_A_ROW = 4;
const panel = document.querySelector("[data-panel=cases]");
const level = document.getElementById("level");
const again = document.getElementById("again");
const like = document.getElementById("like");
const nextButton = document.getElementById("next-case");
let loading = null;
let cases = [];
let current = null;

// A few words on each rule, for those that come back.
export function question(rule) {
  return cases.find((it) => it.rule === rule)?.question ?? rule;
}

// They are fetched when they are first wanted.
export function load() {
  loading ??= fetch("cases.json").then(async (response) => {
    if (!response.ok) {
      throw new Error(`the server answered ${response.status}`);
    }
    ({ cases } = await response.json());
  });
  return loading;
}

function first(list) {
  const isNew = (it) => !kept.played.includes(it.id);
  const others = list.filter((it) => it !== current);
  return others.find(isNew) ?? others[0];
}

function any(list) {
  return list[Math.floor(Math.random() * list.length)];
}

// What has come back, then what is new at this level, or at the next one that has something new.
function choose() {
  for (const rule of due(kept.rules)) {
    const found = first(cases.filter((it) => it.rule === rule));
    if (found) {
      return [found, true];
    }
  }
  const isNew = (it) => !kept.played.includes(it.id) && it !== current;
  const fresh = cases.filter(isNew);
  const harder = fresh.filter((it) => it.level >= kept.level);
  const here = harder.filter((it) => it.level === harder[0].level);
  return [any(here) ?? any(fresh) ?? any(cases.filter((it) => it !== current)), false];
}

function fill(it) {
  for (const { ask, answer, because } of it.answers) {
    const line = panel.querySelector(`.told [data-ask=${ask}]`);
    line.dataset.answer = answer;
    const did = line.querySelector("[data-did]");
    did.querySelector("strong").textContent = answer === "yes" ? "Yes." : "No.";
    did.lastChild.textContent = ` ${because}`;
  }
}

function show() {
  const [it, hasComeBack] = choose();
  current = it;
  level.textContent = `Level ${it.level} of ${LEVELS}`;
  again.hidden = !hasComeBack;
  again.textContent = `You missed this rule before: “${it.question}”`;
  fill(it);
  nextButton.parentElement.hidden = true;
  like.hidden = true;
  withStage(true);
  open(it.fragment);
  predict(panel, it.fragment, settle);
}

// Without a prediction there is nothing to judge.
function settle(results) {
  nextButton.parentElement.hidden = false;
  if (current.like) {
    const link = like.querySelector("a");
    link.href = `../case/${current.like.slug}/`;
    link.textContent = current.like.title;
    like.hidden = false;
  }
  if (!kept.played.includes(current.id)) {
    kept.played.push(current.id);
  }
  if (results) {
    const isRight = results.every(({ result }) => result === "right");
    isRight ? right(kept.rules, current.rule) : missed(kept.rules, current.rule);
    kept.streak = isRight ? kept.streak + 1 : 0;
    if (kept.streak === RIGHT_IN_A_ROW) {
      kept.streak = 0;
      kept.level = Math.min(LEVELS, kept.level + 1);
      level.textContent = `${RIGHT_IN_A_ROW} right in a row: on to level ${kept.level} of ${LEVELS}.`;
    }
  }
  keep();
}

// Shows a scenario.
export async function begin() {
  try {
    await load();
    show();
  } catch (error) {
    level.textContent = `The scenarios could not be loaded (${error.message}). Reload the page to try again.`;
  }
}

// Puts the practice to work.
export function prepare() {
  nextButton.onclick = () => {
    show();
    panel.querySelector("h2").focus();
  };
}
