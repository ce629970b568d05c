// What the interview keeps of somebody: in the browser's storage where there is one, else until the page is
// closed. A file of it can be taken along, and is read as what it is: something from outside.

const KEY = "interview";
const VERSION = 1;
const MOST_BYTES = 64 * 1024;
const MOST_ENTRIES = 500;
const HIGHEST_LEVEL = 5;

function nothing() {
  return { version: VERSION, cards: {}, rules: {}, answered: [], played: [], level: 1, streak: 0 };
}

// A frame without an origin has no storage, and asking for it throws.
function storage() {
  try {
    const { localStorage } = window;
    localStorage.setItem(`${KEY}-probe`, "");
    localStorage.removeItem(`${KEY}-probe`);
    return localStorage;
  } catch {
    return null;
  }
}

const place = storage();
export const isKept = place !== null;
export let kept = read(place?.getItem(KEY) ?? "") ?? nothing();

export function keep() {
  try {
    place?.setItem(KEY, JSON.stringify(kept));
  } catch {
    // It is full: what is on the screen goes on, as without storage.
  }
}

export function forget() {
  kept = nothing();
  keep();
}

export function exported() {
  return JSON.stringify(kept, null, 2);
}

// Takes what was exported before. False: it is nothing of the kind, and nothing has changed.
export function take(text) {
  const taken = read(text);
  if (!taken) {
    return false;
  }
  kept = taken;
  keep();
  return true;
}

function read(text) {
  if (text.length > MOST_BYTES) {
    return null;
  }
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  if (found?.version !== VERSION) {
    return null;
  }
  const { cards, rules, answered, played, level, streak } = found;
  const isFine =
    areDue(cards) &&
    areDue(rules) &&
    isList(answered, isName) &&
    isList(played, Number.isInteger) &&
    isWithin(level, 1, HIGHEST_LEVEL) &&
    isWithin(streak, 0, MOST_ENTRIES);
  return isFine ? { version: VERSION, cards, rules, answered, played, level, streak } : null;
}

function areDue(entries) {
  return (
    typeof entries === "object" &&
    entries !== null &&
    !Array.isArray(entries) &&
    isList(Object.keys(entries), isName) &&
    Object.values(entries).every((it) => isWithin(it?.stage, 0, 2) && isWithin(it?.day, 0, 1e6))
  );
}

function isList(list, isOne) {
  return Array.isArray(list) && list.length <= MOST_ENTRIES && list.every((it) => isOne(it));
}

function isName(text) {
  return typeof text === "string" && /^[a-z0-9-]{1,60}$/.test(text);
}

function isWithin(number, least, most) {
  return Number.isInteger(number) && number >= least && number <= most;
}
