// The script only helps: every page works without it. First of all it shows what only
// a script can do, and hides what stands in for it.
"use strict";

for (const el of document.querySelectorAll("[data-scripted]")) el.hidden = false;
for (const el of document.querySelectorAll("[data-unscripted]")) el.hidden = true;
