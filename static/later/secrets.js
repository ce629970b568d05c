// What a dialog says of secrets before a scenario leaves: which are left out, and what may be one and goes along.

import { make } from "./make.js";

function sayMasked(names) {
  const all = names.join(", ");
  return names.length > 1
    ? `The values of ${all} are not shared: *** stands in their place.`
    : `The value of ${all} is not shared: *** stands in its place.`;
}

function sayAlong(words) {
  const all = words.join(", ");
  return words.length > 1
    ? `These go along: ${all}. Take them out first if they are secret.`
    : `This goes along: ${all}. Take it out first if it is secret.`;
}

// A place for both sentences, and what fills it with those about a link that the wasm has described.
export function placeForSecrets() {
  const place = make("div", { className: "secrets" });
  const show = ({ masked, along }) => {
    place.hidden = masked.length + along.length === 0;
    place.replaceChildren(
      ...(masked.length > 0 ? [make("p", { className: "aside" }, sayMasked(masked))] : []),
      ...(along.length > 0 ? [make("p", { className: "along" }, sayAlong(along))] : []));
  };
  return { place, show };
}
