// Small helps; every page works without them. It shows what only a script can
// do, copies ids and texts, and lets "/" lead to the search box.
"use strict";

for (const el of document.querySelectorAll("[data-scripted]")) el.hidden = false;

// say tells what happened, to eyes at the button and to a screen reader.
const status = document.createElement("p");
status.className = "unseen";
status.setAttribute("role", "status");
document.body.append(status);

function say(button, text) {
  const label = button.querySelector("[data-copy-label]");
  const before = label ? label.textContent : "";
  if (label) label.textContent = text;
  button.classList.add("copied");
  status.textContent = text;
  setTimeout(() => {
    if (label) label.textContent = before;
    button.classList.remove("copied");
    status.textContent = "";
  }, 1600);
}

// copyText falls back to a selection where the page is not served over https.
async function copyText(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "unseen";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("copy refused");
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy], [data-copy-from]");
  if (!button || button.classList.contains("copied")) return;
  const from = button.dataset.copyFrom;
  const text = from ? document.getElementById(from).textContent : button.dataset.copy;
  try {
    await copyText(text);
    say(button, "Copied");
  } catch {
    say(button, "Not copied: select it by hand");
  }
});

// "/" leads to the search box, except while something is being typed.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const search = document.getElementById("q");
  if (!search) return;
  event.preventDefault();
  search.focus();
  search.select();
});

// An open menu closes on Escape and on a click elsewhere.
const menu = document.querySelector("details.person");
if (menu) {
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

// What says so is looked at again by itself, until it no longer says so. A hidden
// tab waits; a page that does not come is asked for again.
function lookAgain(el) {
  setTimeout(async () => {
    if (document.hidden) return lookAgain(el);
    let next = el;
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = answer.ok && page.getElementById(el.id);
      if (fresh && !el.contains(document.activeElement)) {
        next = fresh;
        el.replaceWith(fresh);
      }
    } catch {
      // the next turn asks again
    }
    if (next.dataset.lookAgain) lookAgain(next);
  }, Number(el.dataset.lookAgain));
}
for (const el of document.querySelectorAll("[data-look-again]")) lookAgain(el);
