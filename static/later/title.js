// The title of a scenario, as its link has it: the one thing of it that the stage has no field for.

const KEY = "title=";

// Of a fragment that the app has written, which encodes it well.
export function titleOf(fragment) {
  const pair = fragment.split("&").find((it) => it.startsWith(KEY));
  return decodeURIComponent(pair?.slice(KEY.length) ?? "");
}

export function withTitle(fragment, title) {
  const [version, ...others] = fragment.split("&").filter((it) => !it.startsWith(KEY));
  return [version, `${KEY}${encodeURIComponent(title.toWellFormed())}`, ...others].join("&");
}
