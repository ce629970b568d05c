// A chapter: one section at a time, its scenario on the stage, its predictions first.
import { predict } from "./predict.js";
import { keepToItself, lookAt, open } from "./stage.js";

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
  }
}

// `fragment` is what the address already holds: a reader's own change of the scenario is kept.
function show(number, fragment) {
  sections.forEach((section, index) => (section.hidden = index + 1 !== number));
  links.forEach((link, index) => {
    index + 1 === number ? link.setAttribute("aria-current", "step") : link.removeAttribute("aria-current");
  });
  const section = sections[number - 1];
  open(fragment || section.dataset.fragment, `?section=${number}`);
  lookAt(Number(section.dataset.send));
  turn(section, number);
  predict(section, () => {});
  return section;
}

// The way back leads to the section before, as with pages.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='?section=']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  history.pushState(null, "", link.getAttribute("href"));
  const heading = show(wanted()).querySelector("h2");
  heading.tabIndex = -1;
  heading.focus();
  heading.scrollIntoView({ block: "nearest" });
});
window.addEventListener("popstate", () => {
  if (sections[wanted() - 1].hidden) {
    keepToItself(true);
    show(wanted(), location.hash.slice(1));
  }
});

// Where the list would stand between the text and the stage, it is folded.
document.querySelector(".sections > details").open = matchMedia("(min-width: 80rem)").matches;
show(wanted(), location.hash.slice(1));
