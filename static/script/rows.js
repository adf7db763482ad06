// j and k step through the rows of a list: those that are brought up to date by their id
// (data-row), and those that only lead on (data-step). The focus goes to the row's own
// link, so that Enter opens it and a screen reader follows.
const aRow = "[data-row], [data-step]";

function stepRow(by) {
  const all = [...document.querySelectorAll(aRow)].filter((row) => row.getClientRects().length > 0);
  if (all.length === 0) return false;
  const at = all.indexOf(currentRow());
  const row = all[Math.min(Math.max(at + by, 0), all.length - 1)];
  const link = row.querySelector("a[href]");
  if (!link) return false;
  link.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  return true;
}

// The current row is the one that had the focus last, by whatever way it came there.
function currentRow() {
  return document.querySelector(":is(" + aRow + ").now");
}

document.addEventListener("focusin", (event) => {
  const row = event.target.closest(aRow);
  if (!row || row === currentRow()) return;
  if (currentRow()) currentRow().classList.remove("now");
  row.classList.add("now");
});

// openRow is for a row that has lost the focus; a link opens by itself.
function openRow(event) {
  const row = event.target === document.body && currentRow();
  if (!row) return false;
  row.querySelector("a[href]").click();
  return true;
}

// rowName is the id that a row is about: it says so itself, or its link does.
function rowName(row) {
  const id = row.id.startsWith("row-") ? row.id.slice(4) : "";
  return row.dataset.row || id || row.querySelector("a[href]").textContent.trim();
}

// copyRow copies the id of the row that has the focus.
function copyRow() {
  const row = document.activeElement.closest(aRow);
  if (!row) return false;
  copyText(rowName(row)).then(() => tell("Copied " + rowName(row)), () => tell("Not copied: select it by hand"));
  return true;
}

// pickRow selects the current row, or no longer.
const picked = new Map(); // the row's id -> its mark
let pickBar = null;

function pickRow() {
  const row = currentRow();
  if (!row) return false;
  const name = rowName(row);
  if (picked.has(name)) {
    unpick(name);
  } else {
    const mark = document.createElement("span");
    mark.className = "unseen";
    mark.dataset.own = "";
    mark.textContent = " selected";
    picked.set(name, mark);
    row.querySelector("a[href]").append(mark);
    row.classList.add("picked");
  }
  status.textContent = name + (picked.has(name) ? " selected" : " no longer selected") + ", " + picked.size + " in all";
  showPicked();
  return true;
}

function unpick(name) {
  const mark = picked.get(name);
  if (mark.closest(aRow)) mark.closest(aRow).classList.remove("picked");
  mark.remove();
  picked.delete(name);
}

// showPicked says how many are selected, and what can be done with them.
function showPicked() {
  if (!pickBar) pickBar = makePickBar();
  pickBar.hidden = picked.size === 0;
  pickBar.firstChild.textContent = picked.size + " selected";
  pickBar.querySelector("[data-copy]").dataset.copy = [...picked.keys()].join("\n");
}

function makePickBar() {
  const bar = part("div", "pick-bar");
  bar.setAttribute("role", "region");
  bar.setAttribute("aria-label", "Selected rows");
  const copy = part("button", "btn");
  copy.dataset.copy = "";
  copy.append(part("span", "", "Copy the ids"));
  copy.firstChild.dataset.copyLabel = "";
  const clear = part("button", "btn", "Clear");
  clear.addEventListener("click", () => {
    for (const name of [...picked.keys()]) unpick(name);
    showPicked();
    if (currentRow()) currentRow().querySelector("a[href]").focus();
  });
  copy.type = clear.type = "button";
  bar.append(part("b", "", ""), copy, clear);
  document.body.append(bar);
  return bar;
}

// part makes an element with a class and a text.
function part(name, look, text = "") {
  const el = document.createElement(name);
  if (look) el.className = look;
  el.textContent = text;
  return el;
}
