// What another site pastes to show a scenario: a frame, or the element, which makes one. `it` is what is chosen: the
// `scenario` as a fragment, the `query` of the frame, its `title` and its `height`. All of it is escaped.

const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

function escaped(text) {
  const names = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (character) => names[character]);
}

function tag(name, attributes) {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${pairs.join("")}>`;
}

function link(root, it) {
  const text = `${it.title} – CORS Playground`;
  return `${tag("a", { href: `${root}#${it.scenario}` })}${escaped(text)}</a>`;
}

// The attributes of the frame.
export function frameOf(root, it) {
  const query = it.query.map(([name, value]) => `${name}=${value}`).join("&");
  return {
    title: `CORS playground: ${it.title}`,
    src: `${root}embed/${query && "?"}${query}#${it.scenario}`,
    loading: "lazy",
    sandbox: SANDBOX,
    allow: "clipboard-write; fullscreen",
    referrerpolicy: "no-referrer",
    width: "100%",
    height: String(it.height),
  };
}

export function plain(root, it) {
  return `${tag("iframe", frameOf(root, it))}</iframe>\n<p>${link(root, it)}</p>`;
}

// The padding is the frame's place until the script has come: nothing moves then.
export function element(root, it) {
  const attributes = {
    scenario: it.scenario,
    ...Object.fromEntries(it.query),
    title: it.title,
    height: String(it.height),
    style: `display:block;padding-top:${it.height}px`,
  };
  return `${tag("script", { async: "", src: `${root}embed.js` }).replace('async=""', "async")}</script>\n`
    + `${tag("cors-playground", attributes)}${link(root, it)}</cors-playground>`;
}
