// The palette (Ctrl K or Cmd K) offers by name what the page offers anyway: its links,
// what can be done on it, what was looked at lately, and the search. It is a combobox
// with a list as the ARIA Authoring Practices describe it.
let palette = null;

function paletteKey(event) {
  return event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && !event.isComposing;
}

function togglePalette(event) {
  if (!document.getElementById("q")) return;
  event.preventDefault();
  if (event.repeat) return;
  if (palette && palette.dialog.open) return palette.dialog.close();
  if (document.querySelector("dialog:modal")) return;
  palette = palette || makePalette();
  palette.offers = readOffers();
  palette.input.value = "";
  palette.dialog.showModal();
  drawOffers();
}

// readOffers reads what there is off the page, anew each time it opens.
function readOffers() {
  const offers = [];
  const seen = new Set();
  const add = (group, el, text) => {
    const label = text.replace(/\s+/g, " ").trim();
    if (seen.has(el) || label === "" || el.closest("[hidden]")) return;
    seen.add(el);
    offers.push({ group, label, key: el.dataset.key || "", why: barred(el) ? reasonOf(el) : "", act: () => press(el) });
  };
  for (const el of document.querySelectorAll("main [data-key], #actions .btn")) add("On this page", el, labelOf(el));
  for (const el of document.querySelectorAll("[data-recent] a[href]")) add("Lately", el, labelOf(el));
  for (const el of document.querySelectorAll(".nav a[href], .top .menu a[href], .top .help-link")) add("Go to", el, labelOf(el));
  return offers;
}

// labelOf is what a person calls an element: its own name, or that of its label, without
// the key beside it.
function labelOf(el) {
  if (el.dataset.keyLabel) return el.dataset.keyLabel;
  const named = document.getElementById(el.getAttribute("aria-labelledby") || "");
  const copy = (el.labels && el.labels[0] ? el.labels[0] : named || el).cloneNode(true);
  for (const hint of copy.querySelectorAll("kbd, [hidden]")) hint.remove();
  return el.getAttribute("aria-label") || copy.textContent;
}

// rank says how well a label fits what was typed, 0 being not at all: each word must
// be in it, or its letters in their order.
function rank(label, words) {
  const text = label.toLowerCase();
  let least = 4;
  for (const word of words) {
    const at = text.indexOf(word);
    least = Math.min(least, at === 0 ? 4 : at > 0 && /[^\p{L}\p{N}]/u.test(text[at - 1]) ? 3 : at > 0 ? 2 : inOrder(text, word) ? 1 : 0);
  }
  return least;
}

function inOrder(text, word) {
  let at = -1;
  return word.length > 1 && [...word].every((c) => (at = text.indexOf(c, at + 1)) >= 0);
}

// offersFor are the offers that fit, best first inside their groups. Whatever has a
// number in it is searched for before anything else.
function offersFor(typed) {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const fit = palette.offers.map((offer) => ({ offer, rank: rank(offer.label, words) })).filter((one) => one.rank > 0);
  const groups = [...new Set(palette.offers.map((offer) => offer.group))];
  fit.sort((a, b) => groups.indexOf(a.offer.group) - groups.indexOf(b.offer.group) || b.rank - a.rank);
  const found = fit.map((one) => one.offer);
  if (words.length === 0) return found;
  const search = { group: "Search", label: "Search for “" + typed.trim() + "”", key: "", why: "", act: () => searchFor(typed) };
  return /[0-9@]/.test(typed) ? [search, ...found] : [...found, search];
}

function searchFor(text) {
  const box = document.getElementById("q");
  box.value = text.trim();
  box.form.requestSubmit();
}

function drawOffers() {
  const { input, list, count } = palette;
  palette.shown = offersFor(input.value);
  list.replaceChildren();
  let group = null;
  palette.shown.forEach((offer, at) => {
    if (!group || group.dataset.of !== offer.group) list.append((group = offerGroup(offer.group, at)));
    group.append(offerLine(offer, at));
  });
  count.textContent = palette.shown.length === 1 ? "1 entry" : palette.shown.length + " entries";
  chooseOffer(0);
}

function offerGroup(name, at) {
  const group = part("ul");
  const title = part("li", "offers-of", name);
  group.dataset.of = name;
  group.setAttribute("role", "group");
  title.setAttribute("role", "presentation");
  title.id = "offers-" + at;
  group.setAttribute("aria-labelledby", title.id);
  group.append(title);
  return group;
}

function offerLine(offer, at) {
  const line = part("li", "offer");
  line.id = "offer-" + at;
  line.setAttribute("role", "option");
  line.append(part("span", "", offer.label));
  if (offer.key) line.append(part("kbd", "", offer.key));
  if (offer.why) {
    line.setAttribute("aria-disabled", "true");
    line.append(part("small", "", offer.why));
  }
  line.addEventListener("click", () => takeOffer(at));
  line.addEventListener("pointermove", () => chooseOffer(at));
  return line;
}

function chooseOffer(at) {
  const { input, list, shown } = palette;
  if (shown.length === 0) return input.removeAttribute("aria-activedescendant");
  palette.at = (at + shown.length) % shown.length;
  for (const line of list.querySelectorAll("[role=option]")) line.setAttribute("aria-selected", String(line.id === "offer-" + palette.at));
  const line = document.getElementById("offer-" + palette.at);
  input.setAttribute("aria-activedescendant", line.id);
  line.scrollIntoView({ block: "nearest" });
}

// takeOffer closes first, so that the focus is back where it was when the page acts.
function takeOffer(at) {
  const offer = palette.shown[at];
  if (!offer || offer.why) return;
  palette.dialog.close();
  offer.act();
}
