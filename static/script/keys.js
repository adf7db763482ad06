// Single keys act on what carries data-key: a button or a link is pressed, a field gets
// the focus. None acts while something is being typed or a dialog is open, and all are
// off with <body data-keys="off">, which settings write.
const keyActs = {
  "/": () => toSearch(), "?": () => showKeys(), g: () => beginLead(),
  x: () => pickRow(), Enter: (event) => openRow(event), c: () => copyRow() || pressKey("c"),
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || !event.key) return;
  if (paletteKey(event)) return togglePalette(event);
  if (saveKey(event)) return save(event);
  const name = keyName(event);
  if (!name || document.body.dataset.keys === "off" || document.querySelector("dialog:modal")) return;
  if (typing(event.target)) {
    if (name === "Escape") event.target.blur();
    return;
  }
  if (actOn(name, event)) event.preventDefault();
});

// actOn does what a key stands for, and says whether it stood for anything. A key that
// is held down acts once; only j and k go on.
function actOn(name, event) {
  if (name === "j" || name === "k") return endLead() || stepRow(name === "j" ? 1 : -1);
  if (event.repeat) return false;
  if (lead) return followLead(name);
  if (keyActs[name]) return keyActs[name](event);
  if (/^[0-9]$/.test(name)) toSearch(); // the digit itself goes into the box
  return pressKey(name);
}

// keyName is a key as data-key spells it: "a", "Shift+C", "]". It is empty where the key
// belongs to the browser or to an input method. A sign may need Shift, AltGr or Option,
// by the keyboard; a letter of another alphabet counts by its place.
function keyName(event) {
  if (event.isComposing || event.keyCode === 229) return "";
  const letter = /^\p{L}$/u.test(event.key);
  const sign = event.key.length === 1 && !letter && !/[0-9]/.test(event.key);
  const third = event.getModifierState("AltGraph");
  if (event.metaKey || (event.ctrlKey && !(sign && third)) || (event.altKey && !sign)) return "";
  if (!letter) return event.key;
  const place = /^Key([A-Z])$/.exec(event.code);
  const key = /[a-z]/i.test(event.key) || !place ? event.key : place[1];
  return event.shiftKey ? "Shift+" + key.toUpperCase() : key.toLowerCase();
}

// Ctrl Enter, on a Mac Cmd Enter, saves what stands in a field of several lines, where
// one button does. It overwrites nothing of somebody else's: that is done by hand.
function saveKey(event) {
  const held = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  return held && event.key === "Enter" && !event.isComposing && !event.repeat && event.target.matches("textarea");
}

function save(event) {
  const form = event.target.form;
  const buttons = form ? [...form.elements].filter((el) => el.type === "submit") : [];
  if (buttons.length !== 1 || "byHand" in form.dataset) return;
  event.preventDefault();
  press(buttons[0]);
}

// typing says whether a key belongs to where the focus is.
function typing(el) {
  return el.isContentEditable || el.closest("input, textarea, select, [contenteditable], [role=textbox], [role=listbox]");
}

// toSearch leads to the search box, with what stands in it selected.
function toSearch() {
  const search = document.getElementById("q");
  if (!search) return false;
  search.focus();
  search.select();
  return true;
}

// pressKey presses what carries the key, and says why where it may not be pressed.
function pressKey(name) {
  const el = keyed(name);
  if (!el) return false;
  press(el);
  return true;
}

function keyed(name) {
  return [...document.querySelectorAll("[data-key]")].find((el) => el.dataset.key === name && !el.closest("[hidden]"));
}

function press(el) {
  const inside = el.matches("summary") ? el.parentElement.parentElement : el;
  for (let fold = inside.closest("details:not([open])"); fold; fold = fold.parentElement.closest("details:not([open])")) fold.open = true;
  if (barred(el)) return tell(reasonOf(el));
  if (el.matches("textarea, select, input:not([type=submit], [type=button])")) return el.focus();
  el.click();
}

function barred(el) {
  return el.disabled || el.getAttribute("aria-disabled") === "true";
}

// reasonOf is the sentence beside a button that may not be pressed.
function reasonOf(el) {
  const why = document.getElementById((el.getAttribute("aria-describedby") || "").split(" ")[0]);
  return why ? why.textContent.trim() : "Not possible just now.";
}

// tell says something at the edge of the page, and to a screen reader.
const telling = document.createElement("p");
telling.className = "telling";
telling.setAttribute("aria-hidden", "true");
telling.hidden = true;
document.body.append(telling);
let untold = 0;

function tell(text, stay = 2400) {
  clearTimeout(untold);
  telling.textContent = status.textContent = text;
  telling.hidden = text === "";
  untold = setTimeout(() => tell(""), stay);
  if (text === "") clearTimeout(untold);
}

// "g" waits a moment for the letter of a place; what links carry data-key="g b" says
// which places there are.
let lead = 0;

function beginLead() {
  const places = [...document.querySelectorAll('[data-key^="g "]')].map((el) => el.dataset.key.slice(2) + " " + el.textContent.trim());
  lead = setTimeout(endLead, 3000);
  tell("Go to: " + places.join(" · "), 3000);
  return true;
}

function endLead() {
  if (lead) tell("");
  clearTimeout(lead);
  lead = 0;
  return false;
}

function followLead(name) {
  endLead();
  return pressKey("g " + (name === "q" ? "h" : name));
}
