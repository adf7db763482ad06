// Small helps; every page works without them. It shows what only a script can
// do, copies ids and texts, and lets keys press what a mouse would.
"use strict";

for (const el of document.querySelectorAll("[data-scripted]")) el.hidden = false;
for (const el of document.querySelectorAll("[data-unscripted]")) el.hidden = true;
