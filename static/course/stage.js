// What the scripts of the course ask of the stage: to open a scenario, and to keep what happens to itself
// until it is predicted.
const root = document.documentElement;

// The address holds the scenario that is on the stage, and the stage follows it.
export function open(fragment, query) {
  const url = `${location.pathname}${query ?? location.search}#${fragment}`;
  const from = location.href;
  history.replaceState(null, "", url);
  dispatchEvent(new HashChangeEvent("hashchange", { oldURL: from, newURL: location.href }));
}

// Styles hide what would tell, and the status line is silent.
export function keepToItself(does) {
  root.toggleAttribute("data-asked", does);
  if (!does) {
    showCurrent();
  }
}

// What is hidden cannot scroll, so the wire still stands at its beginning.
function showCurrent() {
  const wire = document.querySelector(".wire");
  const row = [...(wire?.querySelectorAll("[data-when=current]") ?? [])].pop();
  if (row) {
    wire.scrollTop += row.getBoundingClientRect().bottom - wire.getBoundingClientRect().bottom;
  }
}

// Whether the address holds another scenario than this, whatever its step.
export function holdsAnother(fragment) {
  const plain = (text) => text.replace(/&step=[^&]*/, "");
  const held = location.hash.slice(1);
  return held !== "" && plain(held) !== plain(fragment);
}

// Shows the stage beside the text, or leaves the text alone: it is the main thing then.
export function withStage(does) {
  root.toggleAttribute("data-alone", !does);
  document.querySelector(".course").role = does ? "region" : "main";
}

// Scrolls to it, where it is below the text; the keyboard comes along.
export function showStage() {
  const stage = document.getElementById("app");
  stage.tabIndex = -1;
  stage.focus({ preventScroll: true });
  stage.scrollIntoView();
}

// Looks at a send, counted from 1, as soon as the stage shows that there are several.
export function lookAt(send) {
  const button = () => document.querySelector(`.sends > :nth-child(${send})`);
  if (send === 1 || button()) {
    button()?.click();
    return;
  }
  const watch = new MutationObserver(() => {
    if (button()) {
      watch.disconnect();
      button().click();
    }
  });
  watch.observe(document.getElementById("app"), { childList: true, subtree: true });
}
