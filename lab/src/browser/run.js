// Makes one request as a page would, and says what script learned from it.
(request) => {
  const threw = (error) => ({ end: "threw", exception: error.name });
  const failed = () => ({ end: "failed" });

  const viaFetch = async () => {
    let made;
    try {
      made = new Request(request.url, {
        method: request.method,
        headers: request.headers,
        body: request.body ?? undefined,
        mode: request.mode,
        credentials: request.credentials,
        redirect: request.redirect,
        referrerPolicy: request.referrerPolicy,
      });
    } catch (error) {
      return threw(error);
    }
    try {
      const { type, status, headers } = await fetch(made);
      return { end: "answered", type, status, headers: [...headers] };
    } catch {
      return failed();
    }
  };

  // Names and values as they are; XMLHttpRequest gives lines, not pairs.
  const pairs = (lines) =>
    lines
      .split("\r\n")
      .filter((line) => line !== "")
      .map((line) => {
        const colon = line.indexOf(": ");
        return [line.slice(0, colon), line.slice(colon + 2)];
      });

  // Neither a form nor XMLHttpRequest has a referrer policy of its own.
  const setReferrerPolicyOfPage = () => {
    const meta = document.createElement("meta");
    meta.name = "referrer";
    meta.content = request.referrerPolicy;
    if (request.referrerPolicy !== "") document.head.append(meta);
  };

  const viaXhr = () =>
    new Promise((resolve) => {
      setReferrerPolicyOfPage();
      const xhr = new XMLHttpRequest();
      xhr.onload = () =>
        resolve({ end: "answered", status: xhr.status, headers: pairs(xhr.getAllResponseHeaders()) });
      xhr.onerror = () => resolve(failed());
      try {
        xhr.open(request.method, request.url);
        for (const [name, value] of request.headers) xhr.setRequestHeader(name, value);
        xhr.withCredentials = request.credentials === "include";
        if (request.uploadListener) xhr.upload.onprogress = () => {};
        xhr.send(request.body);
      } catch (error) {
        resolve(threw(error));
      }
    });

  const viaElement = (name) =>
    new Promise((resolve) => {
      const element = document.createElement(name);
      element.onload = () => resolve({ end: "answered" });
      element.onerror = () => resolve(failed());
      element.referrerPolicy = request.referrerPolicy;
      if (request.mode === "cors") {
        element.crossOrigin = request.credentials === "include" ? "use-credentials" : "anonymous";
      }
      element.src = request.url;
      document.body.append(element);
    });

  const viaForm = () => {
    setReferrerPolicyOfPage();
    const form = document.createElement("form");
    form.action = request.url;
    form.method = request.method;
    if (request.headers.length > 0) form.enctype = request.headers[0][1];
    for (const [name, value] of new URLSearchParams(request.body ?? "")) {
      const field = document.createElement("input");
      field.name = name;
      field.value = value;
      form.append(field);
    }
    document.body.append(form);
    // After this function has returned, so that its result still finds its way.
    setTimeout(() => form.submit());
  };

  switch (request.api) {
    case "fetch":
      return viaFetch();
    case "xhr":
      return viaXhr();
    case "form":
      return viaForm();
    default:
      return viaElement(request.api);
  }
}
