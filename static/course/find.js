// The list of cases: shows those that have all the words that are looked for.
const search = document.getElementById("search");
const found = document.getElementById("found");
const cases = [...document.querySelectorAll(".cases > li")].map((item) => ({
  item,
  text: plain(`${item.closest(".group").querySelector("h2").textContent} ${item.textContent}`),
}));

// Quotes as people type them, and as consoles print them, are the same.
function plain(text) {
  return text.toLowerCase().replace(/[‘’'"“”]/g, "");
}

function show() {
  const words = plain(search.value).split(/\s+/).filter(Boolean);
  let count = 0;
  for (const { item, text } of cases) {
    const isFound = words.every((word) => text.includes(word));
    item.hidden = !isFound;
    count += isFound;
  }
  for (const group of document.querySelectorAll(".group")) {
    group.hidden = !group.querySelector(".cases > li:not([hidden])");
  }
  found.textContent = words.length ? said(count) : "";
}

function said(count) {
  switch (count) {
    case 0:
      return "No case has all these words: try fewer, or one word of the console’s line.";
    case 1:
      return "1 case.";
    default:
      return `${count} cases.`;
  }
}

search.closest(".search").hidden = false;
search.addEventListener("input", show);
// A reload keeps what was typed.
show();
