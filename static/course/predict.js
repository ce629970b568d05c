// Predictions: a form, and the answers folded below it. What was predicted stays beside what the browser
// does. Whoever would rather read unfolds the answers.
import { holdsAnother, keepToItself, open, showStage } from "./stage.js";

const WORDS = { yes: "yes", no: "no", unsure: "you were not sure" };
const SIGNS = { right: "✓", wrong: "✕", unsure: "–" };

function judge(predicted, answer) {
  if (predicted === "unsure") {
    return "unsure";
  }
  return predicted === answer ? "right" : "wrong";
}

// Puts the predictions of a scenario in `place` to work. `told` is called once with what came of each, or with
// nothing if they were not predicted. Called again, it begins anew.
export function predict(place, fragment, told) {
  const form = place.querySelector(".predict");
  const details = place.querySelector(".reveal");
  const summary = details.querySelector("summary");
  const missing = form.querySelector(".unanswered");
  let isOver = false;

  function begin() {
    form.hidden = false;
    details.open = false;
    details.removeAttribute("data-over");
    summary.textContent = "Show me without predicting";
    missing.textContent = "";
    for (const radio of form.querySelectorAll("input")) {
      radio.checked = false;
    }
    for (const line of details.querySelectorAll(".predicted")) {
      line.hidden = true;
    }
    keepToItself(true);
  }

  function end(results) {
    if (isOver) {
      return;
    }
    isOver = true;
    form.hidden = true;
    details.open = true;
    details.dataset.over = "";
    summary.textContent = "What the browser does";
    // What is told is of the scenario as it was written: an edit before is undone, and can be done again.
    if (holdsAnother(fragment)) {
      open(fragment);
    }
    keepToItself(false);
    told(results);
  }

  function check() {
    const results = [];
    for (const fieldset of form.querySelectorAll("fieldset")) {
      const chosen = fieldset.querySelector("input:checked");
      if (!chosen) {
        missing.textContent = "Choose an answer to each question, or “Not sure”.";
        fieldset.querySelector("input").focus();
        return;
      }
      results.push(show(fieldset.dataset.ask, chosen.value));
    }
    end(results);
    summary.focus();
  }

  function show(ask, predicted) {
    const answer = details.querySelector(`[data-ask=${ask}]`);
    const result = judge(predicted, answer.dataset.answer);
    const line = answer.querySelector(".predicted");
    line.dataset.result = result;
    const words = predicted === "unsure" ? WORDS.unsure : `you predicted ${WORDS[predicted]}`;
    line.textContent = `${SIGNS[result]} ${words[0].toUpperCase()}${words.slice(1)}.`;
    line.hidden = false;
    return { ask, result };
  }

  begin();
  form.querySelector(".check").onclick = check;
  for (const button of place.querySelectorAll(".to-stage > button")) {
    button.onclick = showStage;
  }
  details.ontoggle = () => details.open && end();
}
