// Predictions in a frame: the scenario is somebody's own, so the questions are put and answered here. The
// course's script, which the build puts beside this one, sees to what is done with them.

import { predictions } from "./cors-adviser.js";
import { make } from "./make.js";
import { predict } from "./predict.js";

const CHOICES = { yes: "Yes", no: "No", unsure: "Not sure" };

function choice(ask, value) {
  const radio = make("input", { type: "radio", name: `predicted-${ask}`, value });
  return make("label", {}, radio, make("span", {}, CHOICES[value]));
}

function question({ ask, question: words }) {
  const fieldset = make("fieldset", {}, make("legend", {}, words));
  fieldset.dataset.ask = ask;
  fieldset.append(...Object.keys(CHOICES).map((value) => choice(ask, value)));
  return fieldset;
}

function toStage(words) {
  return make("p", { className: "to-stage" }, make("button", { type: "button" }, words));
}

function form(asked) {
  return make("div", { className: "predict" },
    ...asked.map(question),
    make("p", {},
      make("button", { type: "button", className: "check" }, "Reveal"),
      " ",
      make("span", { className: "unanswered", role: "status" })));
}

function told({ ask, question: words, answer, because }) {
  const line = make("li", {},
    make("p", { className: "asked" }, words),
    make("p", { className: "predicted", hidden: true }),
    make("p", {}, "The browser: ", make("strong", {}, answer === "yes" ? "Yes." : "No."), " ", because));
  line.dataset.ask = ask;
  line.dataset.answer = answer;
  return line;
}

// The verdict, which has the heading otherwise, is not told yet.
function heading() {
  return make("section", { className: "course", ariaLabel: "What to do" },
    make("h1", { className: "first" }, "Read the request and the answers; below, predict what the browser does."));
}

function folded(asked) {
  return make("details", { className: "reveal" },
    make("summary", {}, "Show me without predicting"),
    make("ul", { className: "told" }, ...asked.map(told)),
    toStage("See it on the stage ↓"));
}

function askedOf(fragment) {
  const texts = predictions(fragment);
  const asked = [];
  for (let at = 0; at + 4 <= texts.length; at += 4) {
    const [ask, words, answer, because] = texts.slice(at, at + 4);
    asked.push({ ask, question: words, answer, because });
  }
  return asked;
}

// Asks about the scenario in the address, below its request and answers; what is told stands above the stage, as the
// verdict does. Begins anew when the frame is given another one.
export function askForPredictions() {
  const root = document.documentElement;
  const app = document.getElementById("app");
  const place = make("section", { className: "course", ariaLabel: "Predictions" });
  const above = heading();
  const tell = (results) => {
    const focused = place.contains(document.activeElement) ? document.activeElement : null;
    above.replaceWith(place);
    // Who moves loses the keyboard.
    focused?.focus();
    document.dispatchEvent(new CustomEvent("predicted", { detail: results ?? [] }));
  };
  const ask = () => {
    const fragment = location.hash.slice(1);
    const asked = askedOf(fragment);
    if (asked.length === 0) {
      // No browser can play it yet: the stage says what to type.
      above.remove();
      place.remove();
      root.removeAttribute("data-asked");
      return;
    }
    app.before(above);
    app.after(place);
    place.replaceChildren(form(asked), folded(asked));
    predict(place, fragment, tell);
  };
  document.addEventListener("given", ask);
  ask();
}
