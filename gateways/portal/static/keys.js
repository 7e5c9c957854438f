// Keys by their place on the keyboard, so that they work on an Arabic layout too; silent inside fields.
"use strict";
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  const go = document.querySelector(`[data-key="${event.code}"]`);
  const vote = event.code.startsWith("Digit") && document.querySelector(`[data-digit="${event.code.slice(5)}"]`);
  if (event.code === "Slash") document.getElementById("q")?.focus();
  else if (go) go.click();
  else if (vote) vote.click();
  else return;
  event.preventDefault();
});
document.querySelector(".refusal")?.focus();
document.addEventListener("htmx:after:swap", () => document.getElementById("r")?.focus());
