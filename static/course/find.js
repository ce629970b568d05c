// The list of cases: shows those that have all the words that are looked for.
const search = document.getElementById("search");
const found = document.getElementById("found");
const cases = [...document.querySelectorAll(".cases > li")].map((item) => ({
  item,
  text: plain(`${item.closest(".group").querySelector("h2").textContent} ${item.textContent}`),
}));

// What consoles wrap around the reason, and words that say nothing.
const NOISE = new Set(
  "a an the is are in of on to at by for from with and or my that has been access fetch xmlhttprequest blocked cors policy reason cross-origin request origin error".split(" "),
);

// Quotes as people type them, and as consoles print them, are the same.
function plain(text) {
  return text.toLowerCase().replace(/[‘’'"“”]/g, "");
}

function wordsOf(text) {
  const words = plain(text)
    .replace(/\bhttps?:\/\/\S+/g, " ")
    .split(/[\s.,:;()]+/)
    .filter(Boolean);
  const telling = words.filter((word) => !NOISE.has(word));
  return telling.length ? telling : words;
}

// Those that have all words; if none has, those that have the most.
function show() {
  const words = wordsOf(search.value);
  const hits = cases.map(({ text }) => words.filter((word) => text.includes(word)).length);
  const most = Math.max(...hits);
  const isFound = (index) => words.length === 0 || (most > 0 && hits[index] === most);
  cases.forEach(({ item }, index) => (item.hidden = !isFound(index)));
  for (const group of document.querySelectorAll(".group")) {
    group.hidden = !group.querySelector(".cases > li:not([hidden])");
  }
  found.textContent = words.length ? said(hits.filter((_, index) => isFound(index)).length, most === words.length) : "";
}

function said(count, hasAll) {
  if (count === 0) {
    return "No case has any of these words: try a word of the console’s line, or a header’s name.";
  }
  const cases = count === 1 ? "1 case" : `${count} cases`;
  return hasAll ? `${cases}.` : `No case has all these words. The nearest: ${cases}.`;
}

search.closest(".search").hidden = false;
search.addEventListener("input", show);
// A reload keeps what was typed.
show();
