// A chapter: one section at a time, its scenario on the stage, its predictions first.
import { predict } from "./predict.js";
import { holdsAnother, keepToItself, lookAt, open } from "./stage.js";

const sections = [...document.querySelectorAll("[data-section]")];
const links = [...document.querySelectorAll(".sections a")];

function wanted() {
  const number = Number(new URLSearchParams(location.search).get("section"));
  return sections[number - 1] ? number : 1;
}

function turn(section, number) {
  const place = section.querySelector(".turn");
  place.replaceChildren();
  const step = (to, words) => {
    const link = document.createElement("a");
    link.href = `?section=${to}`;
    link.textContent = words;
    link.className = "button";
    place.append(link, " ");
  };
  if (number > 1) {
    step(number - 1, "‹ Back");
  }
  if (number < sections.length) {
    step(number + 1, "Next section ›");
    return;
  }
  const onward = document.querySelector(".sections > p > a").cloneNode(true);
  onward.className = "button";
  place.append(onward);
}

// What was told stays told while the page is open.
const told = new Set();

function show(number, held) {
  sections.forEach((section, index) => (section.hidden = index + 1 !== number));
  links.forEach((link, index) => {
    index + 1 === number ? link.setAttribute("aria-current", "step") : link.removeAttribute("aria-current");
  });
  const section = sections[number - 1];
  const { fragment, send } = section.dataset;
  // A reader's own change of the scenario is kept, and has nothing to predict.
  const isChanged = holdsAnother(fragment) && held !== "";
  open(held || fragment, `?section=${number}`);
  lookAt(Number(send));
  turn(section, number);
  if (told.has(number) || isChanged) {
    keepToItself(false);
    return section;
  }
  predict(section, fragment, () => {
    told.add(number);
    remember(number);
  });
  return section;
}

// The list of chapters shows how far one has come, where the browser keeps that.
function remember(number) {
  const [, chapter] = location.pathname.match(/([^/]+)\/$/) ?? [];
  try {
    const read = JSON.parse(localStorage.getItem("learn") ?? "{}");
    read[chapter] = [...new Set([...(read[chapter] ?? []), number])];
    localStorage.setItem("learn", JSON.stringify(read));
  } catch {
    // Nothing is kept there, or something else: the chapter goes on without.
  }
}

// The way back leads to the section before, as with pages.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='?section=']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  history.pushState(null, "", link.getAttribute("href"));
  const heading = show(wanted(), "").querySelector("h2");
  heading.tabIndex = -1;
  heading.focus();
  heading.scrollIntoView({ block: "nearest" });
});
window.addEventListener("popstate", () => {
  if (sections[wanted() - 1].hidden) {
    show(wanted(), "");
  }
});

// Where the list would stand between the text and the stage, it is folded.
document.querySelector(".sections > details").open = matchMedia("(min-width: 80rem)").matches;
show(wanted(), location.hash.slice(1));
