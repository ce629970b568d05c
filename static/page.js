// What the page does without the app: its theme, its help, copying. Buttons say what they are
// for in `data-command`.
"use strict";

(() => {
  const root = document.documentElement;
  const THEMES = ["auto", "light", "dark"];

  // A frame without an origin has no storage, and asking for it throws.
  function stored(write) {
    try {
      return write ? localStorage.setItem("theme", write) : localStorage.getItem("theme");
    } catch {
      return null;
    }
  }

  function useTheme(theme) {
    root.dataset.theme = theme;
    say(`Theme: ${theme}`);
  }

  function nextTheme() {
    const next = THEMES[(THEMES.indexOf(root.dataset.theme) + 1) % THEMES.length];
    stored(next);
    useTheme(next);
  }

  function say(words) {
    const status = document.getElementById("status");
    if (status && document.querySelector("#app .playground")) {
      status.textContent = words;
    }
  }

  async function copy(button) {
    const text = document.getElementById(button.dataset.copies).textContent;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Where the clipboard is forbidden, as in most frames, the old way still works.
      const area = document.createElement("textarea");
      area.value = text;
      button.after(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    say("Copied");
    const words = button.textContent;
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = words), 1500);
  }

  function isTypedIn(element) {
    return element.matches("input:not([type=radio], [type=checkbox]), textarea, select");
  }

  // Pages that are text alone have none.
  const help = document.getElementById("help");
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-command]");
    switch (button?.dataset.command) {
      case "theme":
        return nextTheme();
      case "help":
        return help.showModal();
      case "copy":
        return copy(button);
    }
  });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "z") {
      // In fields, too: what a browser takes back there by itself, the app would not know of.
      event.preventDefault();
      document.querySelector(`[data-command=${event.shiftKey ? "redo" : "undo"}]`)?.click();
    }
    if (event.key === "?" && help && !isTypedIn(event.target) && !help.open) {
      event.preventDefault();
      help.showModal();
    }
  });

  const theme = stored();
  // The address of a frame may have said it.
  root.dataset.theme ??= THEMES.includes(theme) ? theme : "auto";
})();
