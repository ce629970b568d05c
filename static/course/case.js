// A case: its scenario on the stage, unless the address already holds one.
import { lookAt, open } from "./stage.js";

const { fragment, send } = document.querySelector("[data-fragment]").dataset;
if (!location.hash) {
  open(fragment);
  lookAt(Number(send));
}
