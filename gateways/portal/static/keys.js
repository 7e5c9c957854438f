// Keys by their place on the keyboard, so that they work on an Arabic layout too; silent inside fields. What each does is
// listed at /keys, where each can be switched off: <body data-off> names those. Printing, what the slider says, and the
// question before written words are left, are here too.
"use strict";
const off = new Set((document.body.dataset.off ?? "").split(" "));
const TYPING = "select, textarea, input:not([type=radio], [type=checkbox], [type=range])";
const ROWS = "tr.item a.who, [data-item] a, .agenda a";
const press = (selector) => {
  const found = document.querySelector(selector);
  found?.click();
  return Boolean(found);
};
const move = (by) => {
  const rows = [...document.querySelectorAll(ROWS)];
  const here = rows.findIndex((one) => one.closest("tr, li").contains(document.activeElement));
  const next = rows[here < 0 ? (by > 0 ? 0 : rows.length - 1) : here + by];
  next?.focus();
  return Boolean(next);
};
const slide = (end) => {
  const track = document.getElementById("r");
  if (!track) return false;
  track.value = track[end];
  track.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
};
const vote = (digit) => {
  const choice = document.querySelector(`[data-digit="${digit}"]`);
  choice?.click();
  choice?.focus();
  return Boolean(choice);
};
const close = (from) => {
  const box = from.closest("details[open]");
  if (box) {
    box.open = false;
    box.querySelector("summary").focus();
  } else if (from.matches(TYPING)) from.blur();
  else if (document.querySelector(".keys")) history.back();
  else return press(".crumbs a:last-of-type");
  return true;
};
const BOUND = {
  Slash: ["Slash", () => (document.getElementById("q")?.focus(), true)],
  "Shift+Slash": ["Help", () => press("[data-key=Help]")],
  F2: ["F2", () => press("[data-key=F2]")],
  F4: ["F4", () => press("[data-key=F4]")],
  ArrowDown: ["Arrows", () => move(1)],
  ArrowUp: ["Arrows", () => move(-1)],
  Period: ["Period", () => press("tr.item:focus-within .act a")],
  Home: ["Ends", () => slide("min")],
  End: ["Ends", () => press("[data-key=End]") || slide("max")],
  Escape: ["Escape", close],
  ...Object.fromEntries([1, 2, 3].map((digit) => [`Digit${digit}`, ["Digits", () => vote(digit)]])),
};
document.addEventListener("keydown", (event) => {
  const [name, act] = BOUND[(event.shiftKey ? "Shift+" : "") + event.code] ?? [];
  const typing = event.target.matches(TYPING);
  const native = event.target.matches("input") && /^(Arrow|Home|End)/.test(event.code);
  if (!name || off.has(name) || event.ctrlKey || event.metaKey || event.altKey) return;
  if ((typing && name !== "Escape") || native) return;
  if (act(event.target)) event.preventDefault();
});
// While the slider is held, it says at which event it is; the page follows when it is let go.
document.addEventListener("input", (event) => {
  const name = event.target.id === "r" && event.target.closest("form").querySelector("output");
  if (!name) return;
  const notches = [...document.querySelectorAll(".ticks li")];
  const here = notches[event.target.value - 1];
  name.textContent = here.dataset.title;
  name.hidden = false;
  notches.forEach((one) => one.classList.toggle("held", one === here));
});
// Words that were written and not sent are not left without asking: by a link, the other language, a closed window.
let unsent = null;
document.addEventListener("input", (event) => {
  if (event.target.matches("form[method=post] textarea")) unsent = event.target.value ? event.target.form : null;
});
document.addEventListener("submit", (event) => {
  if (event.target === unsent) unsent = null;
});
window.addEventListener("beforeunload", (event) => unsent && event.preventDefault());
document.addEventListener("click", (event) => event.target.closest("[data-print]") && window.print());
const unfolded = [];
window.addEventListener("beforeprint", () => {
  unfolded.push(...document.querySelectorAll("main details:not([open], .fold)"));
  unfolded.forEach((one) => (one.open = true));
});
window.addEventListener("afterprint", () => unfolded.splice(0).forEach((one) => (one.open = false)));
document.querySelector(".refusal, [data-focus]")?.focus();
document.addEventListener("htmx:after:swap", () => document.getElementById("r")?.focus());
