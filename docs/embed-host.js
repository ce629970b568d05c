// What a host can do with an embedded playground: hear what happens in it, and steer it.
"use strict";

const playground = document.getElementById("first");
const at = (id) => document.getElementById(id);

playground.addEventListener("cors-playground-verdict", ({ detail }) => {
  at("verdict").textContent = detail.headline;
});
playground.addEventListener("cors-playground-solved", () => {
  at("solved").textContent = "yes";
});

// The scenario itself is told only over a port that the host gives: so no other page can ask for it.
playground.addEventListener("cors-playground-ready", () => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    at("fragment").textContent = data.fragment;
  };
  const frame = playground.shadowRoot.querySelector("iframe");
  frame.contentWindow.postMessage({ "cors-playground": 1, type: "connect" }, "*", [port2]);
});

at("dark").onclick = () => playground.setAttribute("theme", "dark");
at("decide").onclick = () => playground.goTo("deciding");
at("put").onclick = () => playground.load("v=1&method=PUT");
at("again").onclick = () => playground.load("v=1");
