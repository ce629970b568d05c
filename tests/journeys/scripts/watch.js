// Runs before any script of a page: keeps what breaks the page's policy, and what a reader or the system is asked for.
window.reports = [];
window.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample, sourceFile }) => {
  window.reports.push(`${violatedDirective}: ${blockedURI} ${sample} ${sourceFile}`);
}, { capture: true });

function watch(object, name) {
  const own = object?.[name];
  if (own) {
    object[name] = function (...values) {
      window.reports.push(`asked: ${name}`);
      return own.apply(this, values);
    };
  }
}

for (const name of ["alert", "confirm", "prompt", "print", "open", "showOpenFilePicker", "showSaveFilePicker"]) {
  watch(window, name);
}
watch(window.Notification, "requestPermission");
watch(navigator.geolocation, "getCurrentPosition");
watch(navigator.mediaDevices, "getUserMedia");
watch(navigator.storage, "persist");
watch(navigator.clipboard, "readText");
watch(navigator.clipboard, "read");
watch(Element.prototype, "requestFullscreen");
watch(navigator, "requestMIDIAccess");
