// What a frame of the CORS Playground and its host say to each other, by postMessage. Version 1.

/** All that the frame sends by itself. It asks for nothing and tells nothing of what a reader typed. */
export type FromFrame = { "cors-playground": 1 } & (
  | { type: "ready" }
  /** The height of its content in CSS pixels, and whether it changed because the reader did something. */
  | { type: "resize"; height: number; after: "load" | "user" }
  /** The step that is shown: the stable name of its rule, its place, and how it went. */
  | { type: "step"; rule: string; number: number; of: number; outcome: string }
  | { type: "verdict"; outcome: Outcome; headline: string }
  /** The page can read now what it could not when the scenario was given; or all predictions were right. */
  | { type: "solved" }
);

/** More may come: treat what you do not know as "withheld". */
export type Outcome = "readable" | "withheld" | "unanswered" | "never-sent" | "opaque" | (string & {});

/** All that the frame takes, and from the window that holds it only. */
export type ToFrame = { "cors-playground": 1 } & (
  | { type: "theme"; theme: "auto" | "light" | "dark" }
  | { type: "goto"; step: Step }
  /** The fragment of a link, without "#"; at most 40 KB. */
  | { type: "load"; scenario: string }
  /** With one MessagePort transferred: see OverPort. */
  | { type: "connect" }
);

/** The name of a rule, such as "allow-origin-matches"; with ".2" for its second occurrence. */
export type Step = "first" | "last" | "deciding" | (string & {});

/** What the frame sends over the port that its host gave it: at once, and at each change. */
export type OverPort = { "cors-playground": 1; type: "scenario"; fragment: string };

/** The element of embed.js. Its events are named after messages, and their `detail` has the fields. */
export interface CorsPlayground extends HTMLElement {
  goTo(step: Step): void;
  load(fragment: string): void;
}

type Detail<Type> = Omit<Extract<FromFrame, { type: Type }>, "cors-playground" | "type">;

declare global {
  interface HTMLElementTagNameMap {
    "cors-playground": CorsPlayground;
  }
  interface GlobalEventHandlersEventMap {
    "cors-playground-ready": CustomEvent<Detail<"ready">>;
    "cors-playground-step": CustomEvent<Detail<"step">>;
    "cors-playground-verdict": CustomEvent<Detail<"verdict">>;
    "cors-playground-solved": CustomEvent<Detail<"solved">>;
  }
}
