// Small helps; every page works without them. It shows what only a script can
// do, copies ids and texts, and lets "/" lead to the search box.
"use strict";

for (const el of document.querySelectorAll("[data-scripted]")) el.hidden = false;
for (const el of document.querySelectorAll("[data-unscripted]")) el.hidden = true;

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
  } catch {
    return say(button, "Not copied: select it by hand");
  }
  const form = button.closest("form[data-tell]");
  if (!form) return say(button, "Copied");
  button.classList.add("copied");
  const noted = await noteTold(form);
  form.querySelector("[data-tell-note]").textContent = noted;
  say(button, "Copied");
  status.textContent = noted;
});

// What a link to a part of the page leads to is opened where it is folded.
function unfold() {
  const here = location.hash && document.getElementById(location.hash.slice(1));
  const folded = here && here.closest("details:not([open])");
  if (!folded) return;
  folded.open = true;
  here.scrollIntoView();
}
window.addEventListener("hashchange", unfold);
unfold();

// noteTold sends the form that notes what the customer was told, and gives the words
// for the line below: a button that grew would push its neighbour away. The text is copied by then, whatever becomes of the note.
async function noteTold(form) {
  try {
    const answer = await fetch(form.action, {
      method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "application/json" },
    });
    const said = await answer.json();
    if (said.noted) lookAt("last-told");
    return said.text || "Copied, but not noted: try the other button";
  } catch {
    return "Copied, but not noted: try the other button";
  }
}

// lookAt fetches the page once more and puts one part of it in its place.
async function lookAt(id) {
  const here = document.getElementById(id);
  if (!here) return;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (answer.ok) freshen(here, new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    // the next load shows it
  }
}

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

// A line of input joins what was pasted in several lines, which would make one number
// of two. Such a text stands in the box with spaces, and goes as it was, by the form
// for whole texts, when it is sent as it stands; so does one that is too long for it.
const box = document.querySelector("[data-paste]");
if (box) {
  let pasted = { shown: "", text: "" };
  box.addEventListener("paste", (event) => {
    const text = event.clipboardData ? event.clipboardData.getData("text/plain") : "";
    if (!/[\r\n\t]/.test(text.trim()) && text.length + box.value.length <= box.maxLength) return;
    event.preventDefault();
    const typed = box.value.slice(0, box.selectionStart) + text + box.value.slice(box.selectionEnd);
    const added = pasted.shown !== "" && box.value === pasted.shown && box.selectionStart === box.selectionEnd;
    const whole = added ? pasted.text + "\n" + text : typed;
    box.value = whole.replace(/\s+/g, " ").trim().slice(0, box.maxLength);
    pasted = { shown: box.value, text: whole };
  });
  box.form.addEventListener("submit", (event) => {
    if (box.value === "" || box.value !== pasted.shown) return;
    event.preventDefault();
    const form = document.createElement("form");
    const area = document.createElement("textarea");
    form.method = "post";
    form.action = box.form.action;
    form.hidden = true;
    area.name = box.name;
    area.value = pasted.text;
    form.append(area);
    document.body.append(form);
    form.submit();
  });
}

// An open menu closes on Escape and on a click elsewhere.
for (const menu of document.querySelectorAll("details.drop")) {
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

// What says so is looked at again by itself, until it no longer says so, or for as
// many tries as it gives. A hidden tab waits; a page that does not come is asked for
// again. data-look-at names an address that holds more of the page: whatever stands
// there under an id takes the place of what stands here, unless it has the focus.
function lookAgain(el, tries) {
  setTimeout(async () => {
    if (document.hidden) return lookAgain(el, tries);
    try {
      const answer = await fetch(el.dataset.lookAt || location.href, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (answer.ok) freshen(el, page);
    } catch {
      // the next turn asks again
    }
    const next = document.getElementById(el.id);
    if (next && next.dataset.lookAgain && tries > 1) lookAgain(next, tries - 1);
  }, Number(el.dataset.lookAgain));
}

// freshen swaps the element, and with data-look-at all that came with it.
function freshen(el, page) {
  const all = el.dataset.lookAt ? page.querySelectorAll("body > [id]") : [page.getElementById(el.id)];
  for (const fresh of all) {
    const old = fresh && document.getElementById(fresh.id);
    if (!old || old.contains(document.activeElement)) continue;
    for (const part of fresh.querySelectorAll("[data-scripted]")) part.hidden = false;
    for (const part of fresh.querySelectorAll("[data-unscripted]")) part.hidden = true;
    old.replaceWith(fresh);
  }
}
for (const el of document.querySelectorAll("[data-look-again]")) lookAgain(el, Number(el.dataset.lookTries || Infinity));
