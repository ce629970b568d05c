// A case: its scenario on the stage, unless the address already holds one.
import { open } from "./stage.js";

if (!location.hash) {
  open(document.querySelector("[data-fragment]").dataset.fragment);
}
