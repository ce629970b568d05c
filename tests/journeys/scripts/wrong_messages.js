// Messages of which none is as agreed: each kind of value that can be sent, in the place of each field of each type,
// and alone. The last line hands them to whoever begins with this text.
const nested = (depth) => (depth ? { theme: nested(depth - 1), list: [depth] } : {});
const bare = (fields) => Object.assign(Object.create(null), fields);
const NAME = { "cors-playground": 1 };
const MARKUP = ["<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "\"><svg onload=alert(1)>"];
const NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];
const THINGS = [
  undefined, null, true, false, 0, 1, -1, NaN, Infinity, 10n, "", "dark ", " dark", "DARK", "x".repeat(1 << 20),
  [], ["dark"], [["first"]], {}, { toString: "dark" }, { length: 3 }, nested(200), new Map([["type", "theme"]]),
  new Set(["dark"]), new Date(0), /dark/, new Error("dark"), new ArrayBuffer(8), new Uint8Array([1, 2]),
  new Blob(["dark"]), new Boolean(true), new Number(1), new String("dark"), bare({ theme: "dark" }),
  Object.defineProperty({}, "__proto__", { value: "dark", enumerable: true }), ...MARKUP, ...NAMES,
];
const RIGHT = { theme: { theme: "dark" }, goto: { step: "first" }, load: { scenario: "v=1&method=DELETE" } };

function isTaken(type, thing) {
  if (typeof thing !== "string") {
    return false;
  }
  return type === "load" ? thing.length <= 40 * 1024 : type === "goto" && /^[a-z0-9-]{1,80}$/.test(thing);
}

const messages = [...THINGS];
for (const thing of THINGS) {
  messages.push({ ...NAME, ...RIGHT.theme, ...RIGHT.goto, ...RIGHT.load, type: thing });
  if (thing !== 1) {
    messages.push({ "cors-playground": thing, type: "theme", theme: "dark" });
  }
  for (const type of Object.keys(RIGHT)) {
    if (!isTaken(type, thing)) {
      messages.push({ ...NAME, type, [Object.keys(RIGHT[type])[0]]: thing });
    }
  }
}
for (const [type, fields] of Object.entries(RIGHT)) {
  const proper = { ...NAME, type, ...fields };
  messages.push(
    JSON.stringify(proper), [proper], new Map(Object.entries(proper)), { ...NAME, type }, { type, ...fields },
    { ...proper, "cors-playground": "1" }, { ...proper, type: type.toUpperCase() }, { ...proper, type: new String(type) },
  );
}
messages.push({ ...NAME, type: "load", scenario: "x".repeat(40 * 1024 + 1) });
for (const step of ["first.0", "first.99999", "no-such-rule", "same-origin.2", "a".repeat(81), "-1", "first "]) {
  messages.push({ ...NAME, type: "goto", step });
}
for (const type of ["ready", "resize", "scenario", "solved", "connect"]) {
  messages.push({ ...NAME, type, fragment: "v=1&method=DELETE", height: 1 });
}
