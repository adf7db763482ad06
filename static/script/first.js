// The script only helps: every page works without it. First of all it shows what only
// a script can do, and hides what stands in for it; what has a key says so.
"use strict";

function wake(part) {
  for (const el of part.querySelectorAll("[data-scripted]")) el.hidden = false;
  for (const el of part.querySelectorAll("[data-unscripted]")) el.hidden = true;
  if (document.body.dataset.keys === "off") return;
  for (const el of part.querySelectorAll('[data-key]:not([data-key*=" "])')) el.setAttribute("aria-keyshortcuts", el.dataset.key);
}
wake(document);
