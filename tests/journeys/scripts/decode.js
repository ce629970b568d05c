// Throws 20,000 made-up values at what reads messages, in the frame itself. Gives how many were read as something, or
// the first that is read otherwise than as nothing or as exactly what is agreed.
let state = arguments[0];

// Mulberry32: the same values for the same seed.
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}

const one = (list) => list[Math.floor(random() * list.length)];
const TYPES = ["theme", "goto", "load", "connect"];
const WORDS = [
  ...TYPES, "auto", "light", "dark", "first", "last", "deciding", "allow-origin-present", "allow-origin-matches.2", "a.0",
  "a.12345", "A", "", "#", "##", "#v=1", "v=1&method=PUT", "__proto__", "constructor", "toString", "<b>", "\u0000", "\ud800",
  "x".repeat(81), "x".repeat(40960), "x".repeat(40961),
];
const KEYS = [
  "cors-playground", "type", "theme", "theme", "step", "step", "scenario", "scenario", "port", "__proto__", "constructor",
  "toString",
];
const LEAVES = [
  () => one(WORDS), () => one(WORDS), () => one(WORDS), () => 1, () => Math.floor(random() * 9) - 4, () => null, () => undefined,
  () => true, () => NaN, () => 10n, () => new Date(0), () => /a/, () => new Map([["type", "theme"]]), () => new String("dark"),
  () => ({ toString: () => "dark" }), () => Symbol.iterator, () => Object.create(null),
];

function value(depth) {
  const deep = [() => [value(depth - 1)], () => message(depth - 1)];
  return one(depth > 0 ? [...LEAVES, ...deep] : LEAVES)();
}

function message(depth) {
  const made = random() < 0.2 ? Object.create(null) : {};
  if (random() < 0.8) {
    Object.assign(made, { "cors-playground": 1, type: one(TYPES) });
  }
  for (let left = Math.floor(random() * 6); left > 0; left -= 1) {
    const field = { value: value(depth), enumerable: true, configurable: true, writable: true };
    Object.defineProperty(made, one(KEYS), field);
  }
  return made;
}

const STEP = /^[a-z0-9-]{1,80}(\.[1-9][0-9]{0,3})?$/;
const IS_AGREED = {
  theme: (keys, field) => keys === "theme" && ["auto", "light", "dark"].includes(field),
  goto: (keys, field) => keys === "step" && typeof field === "string" && STEP.test(field),
  load: (keys, field) => keys === "scenario" && typeof field === "string" && field.length <= 40960,
  connect: (keys) => keys === "",
};

function isAgreed({ type, ...rest }) {
  return TYPES.includes(type) && IS_AGREED[type](Object.keys(rest).join(), Object.values(rest)[0]);
}

let taken = 0;
for (let number = 0; number < 20000; number += 1) {
  const made = random() < 0.9 ? message(3) : value(3);
  let found;
  try {
    found = corsFrame.read(made);
  } catch (error) {
    return [number, String(error)];
  }
  if (found !== null) {
    taken += 1;
    if (Object.getPrototypeOf(found) !== Object.prototype || !isAgreed(found)) {
      return [number, JSON.stringify(found)];
    }
  }
}
return taken;
