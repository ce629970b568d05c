// The questions: one at a time; your own answer first, then a good one, and the points that you said.

import { due, missed, right } from "./due.js";
import { keep, kept } from "./kept.js";
import { keepToItself, lookAt, open, showStage, withStage } from "./stage.js";

const SECONDS = 60;
const cards = [...document.querySelectorAll("[data-card]")];
let current = null;
let ticking = 0;

function stopClock() {
  clearInterval(ticking);
}

function startClock(card) {
  const place = card.querySelector(".seconds");
  const end = Date.now() + SECONDS * 1000;
  const tell = () => {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    place.textContent = left ? `${left} seconds left` : "Time is over: finish the sentence.";
    if (!left) {
      stopClock();
    }
  };
  stopClock();
  ticking = setInterval(tell, 1000);
  tell();
}

// What has come back first, then what was not asked yet, from the easiest on, then all over again.
function choose() {
  const asked = (name) => cards.find((card) => card.dataset.card === name);
  const others = (list) => list.find((card) => card && card !== current);
  return (
    others(due(kept.cards).map(asked)) ??
    others(cards.filter((card) => !kept.answered.includes(card.dataset.card))) ??
    others(cards.slice(cards.indexOf(current) + 1)) ??
    cards[0]
  );
}

function show(card) {
  cards.forEach((it) => (it.hidden = it !== card));
  if (card === current) {
    return;
  }
  current = card;
  card.querySelector(".reveal").open = false;
  card.querySelector("textarea").value = "";
  card.querySelector(".seconds").textContent = "";
  card.querySelectorAll("[type=checkbox]").forEach((box) => (box.checked = false));
}

// Who has seen the good answer has answered; a point that was not said brings the question back.
function settle() {
  stopClock();
  if (!current?.querySelector(".reveal").open) {
    return;
  }
  const name = current.dataset.card;
  const saidAll = !current.querySelector("[type=checkbox]:not(:checked)");
  saidAll ? right(kept.cards, name) : missed(kept.cards, name);
  if (!kept.answered.includes(name)) {
    kept.answered.push(name);
  }
  keep();
}

function next() {
  settle();
  withStage(false);
  show(choose());
  current.querySelector("h2").focus();
}

export const count = cards.length;

// Shows a question.
export function begin() {
  keepToItself(false);
  withStage(false);
  show(current ?? choose());
}

// Puts the questions to work.
export function prepare() {
  for (const card of cards) {
    card.querySelector(".own").hidden = false;
    card.querySelector("[data-do=clock]").onclick = () => startClock(card);
    card.querySelector("[data-do=show]").onclick = () => {
      withStage(true);
      open(card.dataset.fragment);
      lookAt(Number(card.dataset.send));
      showStage();
    };
    card.querySelector(".reveal").ontoggle = stopClock;
  }
  const button = document.getElementById("next-card");
  button.parentElement.hidden = false;
  button.onclick = next;
  // Leaving the page is an end as well.
  window.addEventListener("pagehide", settle);
}
